package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// The timeline page shows the sample articles' rounds without a network, in
// the direction of its language, and no wider than the window.
func TestTimeline(t *testing.T) {
	findChromium(t)
	url := serve(t)
	for _, c := range []struct{ name, query, direction, text string }{
		{"english", "", "ltr", "Astana"},
		{"arabic", "?language=ar", "rtl", "أستانة"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := openTab(t)
			b.do(t, chromedp.Navigate(url+"/timeline"+c.query))
			b.await(t, "the page", `document.readyState === 'complete'`)
			b.screenshot(t, "timeline-"+c.name)
			if !eval[bool](t, b, `document.body.innerText.includes('`+c.text+`')`) {
				t.Errorf("the page does not show %s:\n%s", c.text, eval[string](t, b, `document.body.innerText`))
			}
			if got := eval[string](t, b, `getComputedStyle(document.querySelector('main') ?? document.body).direction`); got != c.direction {
				t.Errorf("direction: got %s, want %s", got, c.direction)
			}
			if wide := eval[int](t, b, `document.documentElement.scrollWidth - window.innerWidth`); wide > 0 {
				t.Errorf("the page is %d pixels wider than the window", wide)
			}
		})
	}
}
