package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

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
		if name == "Loaded" {
			continue // TestGraphiQLSubscription
		}
		t.Run(name, func(t *testing.T) {
			b.selectTab(t, i)
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
	"Round":       {`"name": "Iran"`, `"name": "Türkiye"`, `"name": "Russia"`, `"quote": "`, `"basis": "`},
	"Guarantors":  {`"id": "party:iran"`, `"id": "party:russia"`, `"id": "party:turkey"`, "تركيا"},
	"Timeline":    {`"id": "round:astana-1"`, `"edtf": "2017-01-23"`},
	"Search":      {`"id": "person:alexander-lavrentyev"`, "لافرنتييف"},
	"Delegations": {`"totalCount": `, `"name": "Russia"`},
	"Agenda":      {`"wording": [`},
}

func (b tab) selectTab(t *testing.T, i int) {
	t.Helper()
	b.do(t, chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelectorAll('.graphiql-tab-button')[%d].click()`, i)))
}

// A subscription shows an article as it is loaded, until it is stopped.
func TestGraphiQLSubscription(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.do(t, chromedp.Navigate(url+"/"))
	b.await(t, "the editor", runButton+` && document.querySelector('.graphiql-query-editor .view-line')`)
	b.selectTab(t, slices.Index(exampleNames(t), "Loaded"))
	b.await(t, "the subscription", `document.querySelector('.graphiql-query-editor .view-lines').innerText.includes('articleLoaded')`)
	b.do(t, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	const stop = `document.querySelector('.graphiql-execute-button[aria-label^="Stop"]')`
	b.await(t, "the button to stop", stop)
	// The page does not tell when the server has begun to follow: load until it shows.
	for i := 0; eval[string](t, b, answer) == ""; i++ {
		if i == 60 {
			t.Fatal("60 articles were loaded and none was shown")
		}
		loadArticle(t, url, fmt.Sprintf("Delegations met in Astana, report %d", i))
		time.Sleep(500 * time.Millisecond)
	}
	if got := eval[string](t, b, answer); !strings.Contains(got, `"title": "Delegations met in Astana, report `) {
		t.Errorf("got %s", got)
	}
	b.do(t, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	b.await(t, "the button to run", `!`+stop)
}

func loadArticle(t *testing.T, url, title string) {
	t.Helper()
	request, err := json.Marshal(map[string]any{
		"query":     `mutation($title: String!) { loadArticle(input: {text: "The talks went on.", title: $title}) { existing } }`,
		"variables": map[string]string{"title": title},
	})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(url+"/graphql", "application/json", bytes.NewReader(request))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil || !bytes.Contains(text, []byte(`"existing":false`)) {
		t.Fatalf("loading an article: %v %s", err, text)
	}
}

// Text in Arabic is laid out from right to left where it stands, while the
// JSON around it stays as it is.
func TestGraphiQLArabic(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openTab(t)
	b.do(t, chromedp.Navigate(url+"/"))
	b.await(t, "the editor", runButton+` && document.querySelector('.graphiql-query-editor .view-line')`)
	b.selectTab(t, slices.Index(exampleNames(t), "Search"))
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
