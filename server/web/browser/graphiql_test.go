package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const (
	runButton = `document.querySelector('.graphiql-execute-button')`
	// The editor draws only what is in view; the tabs keep the whole text.
	answer = `(globalThis.__MONACO?.editor.getModels().find((m) => m.uri.path.endsWith('response.json'))?.getValue() ?? '')`
	// What a reader sees of it: the editor draws spaces that do not break.
	answerInView = `document.querySelector('.result-window .view-lines').innerText.replaceAll('\u00a0', ' ')`
)

// GraphiQL opens without a network, shows the example queries in tabs, and
// runs each of them against what was loaded.
func TestGraphiQL(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.do(t, chromedp.Navigate(url+"/"))
	b.await(t, "the editor and the schema", `document.querySelector('.graphiql-query-editor .view-line') && `+runButton)
	b.await(t, "the first example", `document.querySelector('.graphiql-query-editor').innerText.includes('Round')`)

	want := exampleNames(t)
	got := eval[[]string](t, b, `[...document.querySelectorAll('.graphiql-tab-button')].map((e) => e.innerText.trim())`)
	if !slices.Equal(got, want) {
		t.Fatalf("tabs: got %q, want %q", got, want)
	}
	for i, name := range want {
		t.Run(name, func(t *testing.T) {
			if name == "Loaded" {
				t.Skip("a subscription: TestGraphiQLSubscription")
			}
			b.await(t, "the tab", tabScript(i)+`.click() || true`)
			b.await(t, "the query", `document.querySelector('.graphiql-query-editor .view-lines').innerText.includes('`+name+`')`)
			b.await(t, "an empty answer", answer+` === ''`)
			b.do(t, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
			b.await(t, "the answer", answer+`.includes('"data"') || `+answer+`.includes('"errors"')`)
			text := eval[string](t, b, answer)
			if strings.Contains(text, `"errors"`) || strings.Contains(text, `"data": null`) {
				t.Errorf("the answer has errors:\n%s", text)
			}
			for _, want := range expected[name] {
				if !strings.Contains(text, want) {
					t.Errorf("the answer has no %s:\n%s", want, text)
				}
			}
			b.await(t, "the answer in view", answerInView+`.includes('"data": {')`)
			b.screenshot(t, "graphiql-"+name)
		})
	}
}

// expected is what the sample articles must answer to each example.
var expected = map[string][]string{
	"Round":       {`"name": "Iran"`, `"name": "Turkey"`, `"name": "Russia"`, `"quote": "`, `"basis": "`},
	"Guarantors":  {`"id": "party:iran"`, `"id": "party:russia"`, `"id": "party:turkey"`, "تركيا"},
	"Timeline":    {`"id": "round:astana-14"`, `"edtf": "`},
	"Search":      {`"id": "person:alexander-lavrentyev"`, "لافرنتييف"},
	"Delegations": {`"totalCount": `, `"name": "Russia"`},
	"Agenda":      {`"wording": [`},
}

func tabScript(i int) string {
	return `document.querySelectorAll('.graphiql-tab-button')[` + string(rune('0'+i)) + `]`
}

// Text in Arabic is laid out from right to left where it stands, while the
// JSON around it stays as it is.
func TestGraphiQLArabic(t *testing.T) {
	findChromium(t)
	b := openTab(t)
	b.do(t, chromedp.Navigate(serve(t)+"/"))
	b.await(t, "the editor", runButton+` && document.querySelector('.graphiql-query-editor .view-line')`)
	search := slices.Index(exampleNames(t), "Search")
	b.await(t, "the tab", tabScript(search)+`.click() || true`)
	b.do(t, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	b.await(t, "an answer in Arabic", `[...document.querySelectorAll('.result-window .view-line span[class^=mtk]')].some((e) => /[\u0600-\u06ff]/.test(e.innerText))`)
	got := eval[[]string](t, b, `[...new Set([...document.querySelectorAll('.result-window .view-line span[class^=mtk]')]
		.filter((e) => /[\u0600-\u06ff]/.test(e.innerText)).map((e) => getComputedStyle(e).unicodeBidi))]`)
	if want := []string{"plaintext"}; !slices.Equal(got, want) {
		t.Errorf("unicode-bidi of Arabic strings: got %q, want %q", got, want)
	}
}

// exampleNames are the names of the operations in the example files, in order.
func exampleNames(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../graphiql/examples/*.graphql")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		operation := regexp.MustCompile(`(?m)^(?:query|subscription) (\w+)`).FindSubmatch(text)
		if operation == nil {
			t.Fatalf("%s: no operation with a name", file)
		}
		names = append(names, string(operation[1]))
	}
	return names
}
