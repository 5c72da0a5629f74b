package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// readAxe reads axe-core, which npm installs: in the folder of the clients, or
// where AXE says. Without it the test is skipped, and fails in CI.
func readAxe(t *testing.T) string {
	t.Helper()
	const missing = "no axe-core: run npm ci in server/web/clients, or set AXE to the path of its axe.min.js"
	for _, path := range []string{os.Getenv("AXE"), "../clients/node_modules/axe-core/axe.min.js"} {
		if script, err := os.ReadFile(path); err == nil {
			return string(script)
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// runAxe asks axe-core by the rules of WCAG 2.0, 2.1 and 2.2, A and AA, and
// gives what it found: the rule, what is wrong, and where.
const runAxe = `axe.run(document, {
	runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
	resultTypes: ['violations'], preload: false,
}).then(({ violations, passes }) => ({
	passes: passes.length,
	violations: violations.map((v) => v.id + ': ' + v.help + '\n' + v.nodes.slice(0, 4).map((n) => '    ' + n.html.slice(0, 200) + '\n    ' + (n.failureSummary ?? '').replaceAll('\n', ' ')).join('\n')),
}))`

// A look is a way to look at pages.
type look struct {
	name          string
	width, height int64
	mobile        bool
	scheme        string
}

var looks = []look{
	{"desktop-light", 1280, 900, false, "light"},
	{"desktop-dark", 1280, 900, false, "dark"},
	{"phone-light", 390, 844, true, "light"},
	{"phone-dark", 390, 844, true, "dark"},
}

// looked shows pages in a way from now on.
func (b tab) looked(t *testing.T, l look) {
	t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: l.width, Height: l.height, DeviceScaleFactor: 1, Mobile: l.mobile,
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// open opens a page and waits until it is there.
func (b tab) open(t *testing.T, url string) {
	t.Helper()
	b.do(t, chromedp.Navigate(url))
	b.await(t, url, `document.readyState === 'complete'`)
}

// pathOfArticle is the page of an article that a round rests on, with one of
// its claims.
func (b tab) pathOfArticle(t *testing.T, url string) string {
	t.Helper()
	b.open(t, url+"/rounds/astana-14")
	link := eval[string](t, b, `document.querySelector('.passage a').href`)
	path, ok := strings.CutPrefix(link, url)
	if !ok || !strings.HasPrefix(path, "/articles/") || !strings.Contains(path, "#claim-") {
		t.Fatalf("a passage leads to %s", link)
	}
	return path
}

// Every page meets WCAG 2.2 AA as far as axe-core can tell, in both languages,
// in light and dark, on a desk and on a phone; none is wider than the window.
func TestAccessibility(t *testing.T) {
	findChromium(t)
	axe := readAxe(t)
	url := serve(t)
	b := openTab(t)
	article := b.pathOfArticle(t, url)
	paths := []string{
		"/timeline?process=astana", "/timeline?from=2019-12-08&to=2019-12-14", "/timeline?from=2019&to=2019&lanes=party", "/rounds", "/people", "/topics", "/rounds/astana-14", "/rounds/astana-4?asOf=2017-05-03", missingPage, "/articles", "/articles?q=Lavrentyev&about=round:astana-14", article,
		"/people/alexander-lavrentyev", "/parties/turkey", "/processes/astana", "/topics/ceasefire", "/places/nur-sultan",
	}
	for _, l := range looks {
		b.looked(t, l)
		for _, language := range []string{"en", "ar"} {
			for _, path := range paths {
				t.Run(l.name+" "+language+" "+path, func(t *testing.T) {
					b.open(t, url+withLanguage(path, language))
					eval[bool](t, b, `document.querySelectorAll('main details').forEach((d, i) => { d.open = i % 2 === 0 }) ?? true`)
					b.screenshot(t, "axe-"+l.name+"-"+language+strings.NewReplacer("/", "-", "?", "-", "#", "-", "&", "-", "=", "-").Replace(path[:min(len(path), 40)]))
					b.checkAxe(t, axe)
					if wide := eval[int](t, b, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide > 0 {
						t.Errorf("%d pixels wider than the window, by %s", wide, eval[string](t, b, widest))
					}
				})
			}
		}
	}
}

// checkAxe fails the test by what axe-core finds on the page that is open.
func (b tab) checkAxe(t *testing.T, axe string) {
	t.Helper()
	b.checkAxeIn(t, axe, "document")
}

// checkAxeIn looks at what axe-core calls a context: parts of the page.
func (b tab) checkAxeIn(t *testing.T, axe, context string) {
	t.Helper()
	found := eval[json.RawMessage](t, b, axe+";\n"+strings.Replace(runAxe, "document", context, 1))
	var report struct {
		Passes     int
		Violations []string
	}
	if err := json.Unmarshal(found, &report); err != nil {
		t.Fatal(err)
	}
	if report.Passes == 0 {
		t.Error("axe-core checked nothing")
	}
	for _, v := range report.Violations {
		t.Error(v)
	}
}

// widest are the elements that stand out of the window.
const widest = `[...document.querySelectorAll('body *')].filter((e) => { const r = e.getBoundingClientRect();
	return r.width && (r.right > innerWidth + 1 || r.left < -1) })
	.slice(0, 5).map((e) => e.outerHTML.slice(0, 150)).join('\n')`

// withLanguage adds the language to a path before its fragment.
func withLanguage(path, language string) string {
	path, fragment, found := strings.Cut(path, "#")
	sign := "?"
	if strings.Contains(path, "?") {
		sign = "&"
	}
	path = fmt.Sprintf("%s%slanguage=%s", path, sign, language)
	if found {
		path += "#" + fragment
	}
	return path
}

// withoutScript switches the scripts of pages off.
func (b tab) withoutScript(t *testing.T) {
	t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	if err != nil {
		t.Fatal(err)
	}
}
