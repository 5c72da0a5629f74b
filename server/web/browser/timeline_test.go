package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// openTimeline opens the page and waits until its script has begun.
func openTimeline(t *testing.T, b tab, address string) {
	t.Helper()
	b.do(t, chromedp.Navigate(address))
	b.await(t, "the script", `document.readyState === 'complete' && document.querySelector('.chart.live')`)
}

// The timeline shows the sample articles' rounds without a network, in the
// direction of its language, and no wider than the window of a desktop or of a
// phone.
func TestTimeline(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	for _, c := range []struct{ name, query, direction, text string }{
		{"english", "", "ltr", "Astana"},
		{"arabic", "?language=ar", "rtl", "أستانا"},
		{"days", "?from=2019-12-08&to=2019-12-14", "ltr", "Astana 14"},
		{"parties", "?language=ar&lanes=party&from=2019&to=2019", "rtl", "روسيا"},
	} {
		for _, width := range []int64{1300, 768, 390, 320} {
			t.Run(fmt.Sprintf("%s %d", c.name, width), func(t *testing.T) {
				b.do(t, chromedp.EmulateViewport(width, 844))
				openTimeline(t, b, url+"/timeline"+c.query)
				b.screenshot(t, fmt.Sprintf("timeline-%s-%d", c.name, width))
				if !eval[bool](t, b, `document.body.innerText.includes('`+c.text+`')`) {
					t.Errorf("the page does not show %s:\n%s", c.text, eval[string](t, b, `document.body.innerText`))
				}
				if got := eval[string](t, b, `getComputedStyle(document.querySelector('main')).direction`); got != c.direction {
					t.Errorf("direction: got %s, want %s", got, c.direction)
				}
				if wide := eval[int](t, b, `document.documentElement.scrollWidth - window.innerWidth`); wide > 0 {
					t.Errorf("the page is %d pixels wider than the window", wide)
				}
				if got := eval[int](t, b, `[...document.querySelectorAll('.chart svg.peacetalks-chart')].filter((s) => s.getClientRects().length).length`); got != 1 {
					t.Errorf("%d drawings are shown", got)
				}
			})
		}
	}
}

// A mark opens its passages beside the chart, for the mouse and for the keys;
// Escape closes them and leads back. A passage leads to its sentence.
func TestTimelinePassages(t *testing.T) {
	findChromium(t)
	axe := readAxe(t)
	url := serve(t)
	b := openTab(t)
	openTimeline(t, b, url+"/timeline?process=astana")
	const mark = `.wide a.mark.statement[data-events*=" "]` // a number of events
	before := eval[string](t, b, `location.href`)
	for _, open := range []struct {
		name string
		how  func()
	}{
		{"mouse", func() { b.do(t, chromedp.Click(chromedp.CSS(mark))) }},
		{"keys", func() {
			eval[bool](t, b, `document.querySelector('`+mark+`').focus() ?? true`)
			b.do(t, chromedp.KeyEvent("\r"))
		}},
	} {
		t.Run(open.name, func(t *testing.T) {
			open.how()
			b.await(t, "the passages", `document.querySelector('dialog[open] blockquote')`)
			b.screenshot(t, "timeline-passages-"+open.name)
			counted := eval[int](t, b, `document.querySelector('`+mark+`').dataset.events.split(' ').length`)
			if got := eval[int](t, b, `document.querySelectorAll('dialog .event').length`); got != counted {
				t.Errorf("%d events are told, want %d", got, counted)
			}
			if got := eval[bool](t, b, `document.querySelector('dialog').contains(document.activeElement)`); !got {
				t.Error("the focus is not in the dialog")
			}
			b.checkAxe(t, axe)
			b.do(t, chromedp.KeyEvent("\u001b"))
			b.await(t, "the dialog to close", `!document.querySelector('dialog')`)
			if !eval[bool](t, b, `document.activeElement === document.querySelector('`+mark+`')`) {
				t.Errorf("the focus went to %s", eval[string](t, b, `document.activeElement.outerHTML.slice(0, 200)`))
			}
		})
	}
	if after := eval[string](t, b, `location.href`); after != before {
		t.Errorf("the address became %s", after)
	}
	eval[bool](t, b, `document.querySelector('#events details').open = true`)
	quote := eval[string](t, b, `document.querySelector('#events blockquote').innerText`)
	b.do(t, chromedp.Click(chromedp.CSS(`#events a.sentence`)))
	b.await(t, "the article", `location.pathname.startsWith('/articles/') && document.querySelector('mark .anchor:target')`)
	b.screenshot(t, "timeline-sentence")
	sentence := `document.querySelector('mark .anchor:target').parentElement`
	b.awaitInView(t, sentence)
	if text := eval[string](t, b, sentence+`.innerText`); !strings.Contains(text, quote) {
		t.Errorf("the sentence is %q, want %q", text, quote)
	}
}

// Without a script, a month of the axis leads to its days, a mark to what the
// list says of it, and a passage to its sentence.
func TestTimelineWithoutScript(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.withoutScript(t)
	b.open(t, url+"/timeline?from=2019&to=2019")
	b.do(t, chromedp.Click(chromedp.CSS(`.wide a.zoom[href*="from=2019-12-01"]`)))
	b.await(t, "the month", `document.querySelector('.wide svg')?.dataset.first === '2019-12-01'`)
	b.do(t, chromedp.Click(chromedp.CSS(`.wide a.mark.plenary`)))
	b.await(t, "the event", `document.querySelector('.event.plenary:target')`)
	b.awaitInView(t, `document.querySelector(':target')`)
	b.do(t, chromedp.Click(chromedp.CSS(`:target summary`)))
	b.do(t, chromedp.Click(chromedp.CSS(`:target details[open] a.sentence`)))
	b.await(t, "the sentence", `location.pathname.startsWith('/articles/') && document.querySelector('mark .anchor:target')`)
}

// days are what the chart shows.
func days(t *testing.T, b tab) string {
	t.Helper()
	return eval[string](t, b, `(({first, last}) => first + '/' + last)(document.querySelector('.wide svg').dataset)`)
}

// A phone asks for few things, and they are small. Two fingers that go apart
// bring the days between them nearer; one finger that moves aside takes the days
// along.
func TestTimelinePhone(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.do(t, chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile, chromedp.EmulateTouch))
	openTimeline(t, b, url+"/timeline")
	sizes := eval[[]float64](t, b, `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((e) => e.transferSize)`)
	total := 0.0
	for _, size := range sizes {
		total += size
	}
	t.Logf("%d requests, %.0f bytes", len(sizes), total)
	if len(sizes) > 6 || total > 150_000 {
		t.Errorf("%d requests of %.0f bytes in all: %v", len(sizes), total, sizes)
	}
	openTimeline(t, b, url+"/timeline?from=2019-12-01&to=2019-12-31")
	at := days(t, b)
	top := eval[float64](t, b, `document.querySelector('.chart').getBoundingClientRect().top + 60`)
	touch := func(kind input.DispatchTouchEventType, xs ...float64) {
		t.Helper()
		points := []*input.TouchPoint{}
		for i, x := range xs {
			id := float64(i + 1)
			points = append(points, &input.TouchPoint{X: x, Y: top, ID: &id})
		}
		if _, err := chromedp.Call(b.ctx, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points}); err != nil {
			t.Fatal(err)
		}
	}
	touch("touchStart", 150)
	touch("touchStart", 150, 240)
	touch("touchMove", 120, 270)
	touch("touchMove", 105, 285)
	touch("touchEnd")
	if at = changed(t, b, at); at != "2019-12-09/2019-12-23" {
		t.Errorf("two fingers: %s", at)
	}
	touch("touchStart", 300)
	touch("touchMove", 200)
	touch("touchMove", 126)
	touch("touchEnd")
	if at = changed(t, b, at); at != "2019-12-16/2019-12-30" {
		t.Errorf("one finger: %s", at)
	}
}

// changed waits until the chart shows other days.
func changed(t *testing.T, b tab, before string) string {
	t.Helper()
	b.await(t, "other days than "+before, `(({first, last}) => first + '/' + last)(document.querySelector('.wide svg')?.dataset ?? {}) !== '`+before+`' && document.querySelector('.chart.live') && !document.querySelector('#view[aria-busy]')`)
	return days(t, b)
}

// Links, keys, the wheel and the mouse move the chart, the address follows, and
// the browser's way back leads back.
func TestTimelineZoom(t *testing.T) {
	findChromium(t)
	url := serve(t)
	for _, language := range []string{"en", "ar"} {
		t.Run(language, func(t *testing.T) {
			b := openTab(t)
			openTimeline(t, b, url+"/timeline?from=2019-01-01&to=2019-12-31&language="+language)
			at := days(t, b)
			step := func(name, want string, do func()) {
				t.Helper()
				do()
				if at = changed(t, b, at); at != want {
					t.Errorf("%s: %s, want %s", name, at, want)
				}
				if want := strings.Split(at, "/"); eval[string](t, b, `new URL(location.href).searchParams.get('from')`) != want[0] {
					t.Errorf("%s: the address is %s", name, eval[string](t, b, `location.href`))
				}
			}
			step("a month of the axis", "2019-12-01/2019-12-31", func() {
				b.do(t, chromedp.Click(chromedp.CSS(`.wide a.zoom[href*="from=2019-12-01"]`)))
			})
			step("the button to zoom in", "2019-12-09/2019-12-23", func() { b.do(t, chromedp.Click(chromedp.CSS(`[data-zoom=in]`))) })
			if got := eval[string](t, b, `document.activeElement.dataset.zoom ?? ''`); got != "in" {
				t.Errorf("after the button, the focus is on %q", got)
			}
			eval[bool](t, b, `document.querySelector('.chart').focus() ?? true`)
			later := map[string]string{"en": "\u0303", "ar": "\u0302"}[language] // the arrows to the right and to the left
			step("an arrow", "2019-12-16/2019-12-30", func() { b.do(t, chromedp.KeyEvent(later)) })
			step("minus", "2019-12-09/2020-01-07", func() { b.do(t, chromedp.KeyEvent("-")) })
			step("the way back", "2019-12-16/2019-12-30", func() { eval[bool](t, b, `history.back() ?? true`) })

			x, y, width := place(t, b)
			sign := map[string]float64{"en": 1, "ar": -1}[language]
			step("dragging by a third of the axis", "2019-12-11/2019-12-25", func() { drag(t, b, x, y, x+sign*width/3) })
			step("the wheel", "2019-12-15/2019-12-21", func() { wheel(t, b, x, y, -208) })
		})
	}
}

// place is the middle of the axis, free of marks, and its length.
func place(t *testing.T, b tab) (x, y, width float64) {
	t.Helper()
	p := eval[[]float64](t, b, `(() => {
		const svg = document.querySelector('.wide svg'), box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
		const left = svg.dataset.left * scale, right = svg.dataset.right * scale, middle = (left + right) / 2;
		return [document.dir === 'rtl' ? box.right - middle : box.left + middle, box.bottom - 8, right - left];
	})()`)
	return p[0], p[1], p[2]
}

func drag(t *testing.T, b tab, x, y, to float64) {
	t.Helper()
	left := func(p *input.DispatchMouseEventParams) { p.Buttons = 1 }
	b.do(t,
		chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, (x+to)/2, y, chromedp.ButtonLeft, left),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, to, y, chromedp.ButtonLeft, left),
		chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, to, y, chromedp.ButtonLeft, chromedp.ClickCount(1)),
	)
}

// wheel turns the wheel with the control key held.
func wheel(t *testing.T, b tab, x, y, by float64) {
	t.Helper()
	b.do(t, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseWheel, x, y, chromedp.ButtonModifiers(chromedp.ModifierCtrl),
		func(p *input.DispatchMouseEventParams) { p.DeltaX, p.DeltaY = 0.01, by }))
}
