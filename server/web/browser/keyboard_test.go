package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press presses keys one after the other.
func (b tab) press(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		b.do(t, chromedp.KeyEvent(key))
	}
}

// tabTo presses Tab until a script says that the focus is where it should be,
// and checks on the way that the focus can be seen.
func (b tab) tabTo(t *testing.T, what, there string) {
	t.Helper()
	for range 200 {
		b.press(t, kb.Tab)
		// Marks of a drawing have a line of their own.
		if style := eval[string](t, b, `document.activeElement instanceof SVGElement ? 'line' : getComputedStyle(document.activeElement).outlineStyle`); style == "none" {
			t.Errorf("the focus cannot be seen on %s", eval[string](t, b, `document.activeElement.outerHTML.slice(0, 200)`))
		}
		if eval[bool](t, b, "Boolean(("+there+")(document.activeElement))") {
			return
		}
	}
	t.Fatalf("200 times Tab do not lead to %s", what)
}

// awaitInView waits until an element is within the window.
func (b tab) awaitInView(t *testing.T, element string) {
	t.Helper()
	b.await(t, element+" in view", fmt.Sprintf(`(() => { const r = (%s)?.getBoundingClientRect(); return r && r.bottom > 0 && r.top < innerHeight })()`, element))
}

// From the list of rounds to the sentence in an article and back to what it
// says, by keys alone.
func TestKeyboard(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.open(t, url+"/rounds")

	b.press(t, kb.Tab)
	if got := eval[string](t, b, `document.activeElement.className`); got != "skip" {
		t.Fatalf("the first Tab leads to %q, want the link that skips the header", got)
	}
	b.awaitInView(t, "document.activeElement")
	b.press(t, kb.Enter)
	b.await(t, "the focus in the content", `document.activeElement.id === 'content'`)

	b.tabTo(t, "the round", `(e) => e.textContent === 'Astana 14'`)
	b.press(t, kb.Enter)
	b.await(t, "the round's page", `location.pathname === '/rounds/astana-14' && document.readyState === 'complete'`)

	b.tabTo(t, "passages", `(e) => e.matches('.passages > summary')`)
	b.press(t, kb.Enter)
	b.await(t, "the passages", `document.activeElement.parentElement.open`)
	b.tabTo(t, "a passage", `(e) => e.matches('.passage a')`)
	claim := eval[string](t, b, `new URL(document.activeElement.href).hash`)
	b.press(t, kb.Enter)
	b.await(t, "the article", `location.pathname.startsWith('/articles/') && document.readyState === 'complete'`)
	if got := eval[string](t, b, `document.querySelector(':target')?.id`); "#"+got != claim {
		t.Errorf("the article opens at %q, want %s", got, claim)
	}
	mark := `document.querySelector(':target').parentElement`
	b.awaitInView(t, mark)
	if got := eval[[]string](t, b, `[`+mark+`, document.querySelector('mark:not(:has(:target)):not(:has(mark :target))')].map((m) => getComputedStyle(m).backgroundColor)`); got[0] == got[1] {
		t.Errorf("the sentence has the background %s as all others", got[0])
	}

	b.tabTo(t, "the number of a passage", `(e) => e.matches('.refer')`)
	number := eval[string](t, b, `document.activeElement.textContent`)
	if got := eval[int](t, b, `document.querySelectorAll('.on').length`); got < 2 {
		t.Errorf("%d elements are shown together on focus, want the passage and its entry", got)
	}
	b.press(t, kb.Enter)
	b.await(t, "the entry", `location.hash === '#passage-`+number+`'`)
	b.awaitInView(t, `document.querySelector('#passage-`+number+`')`)
	b.tabTo(t, "the way back", `(e) => e.matches('#passage-`+number+` a[href^="#claim-"]')`)
	b.press(t, kb.Enter)
	b.await(t, "the passage", `document.querySelector('mark .anchor:target')`)
	b.awaitInView(t, mark)
}

// The menu of name languages opens by a key, and its choice stays with the
// reader.
func TestNamesMenu(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.open(t, url+"/rounds/astana-14?language=ar")
	b.tabTo(t, "the menu", `(e) => e.matches('.menu > summary')`)
	b.press(t, kb.Enter)
	b.tabTo(t, "Russian", `(e) => e.lang === 'ru'`)
	b.press(t, kb.Enter)
	b.await(t, "names in Russian", `document.querySelector("h1")?.textContent.includes('Астана 14') && document.readyState === 'complete'`)
	if got := eval[string](t, b, `document.documentElement.dir`); got != "rtl" {
		t.Errorf("the interface turned to %s", got)
	}
	b.do(t, chromedp.Click(chromedp.CSS(`.trail a[href*="rounds"]`)))
	b.await(t, "the list", `location.pathname === '/rounds' && document.body?.textContent.includes('Астана 14')`)
}

// Passages and their sentences are reached where no script runs.
func TestWithoutScript(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.withoutScript(t)
	b.open(t, url+"/rounds/astana-14")
	b.do(t, chromedp.Click(chromedp.CSS(".passages > summary")))
	b.do(t, chromedp.Click(chromedp.CSS(".passages[open] .passage a")))
	b.await(t, "the sentence", `location.pathname.startsWith('/articles/') && document.querySelector('mark .anchor:target')`)
	b.awaitInView(t, `document.querySelector('mark .anchor:target').parentElement`)
}
