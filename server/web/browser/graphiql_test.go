package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	runButton = `document.querySelector('.graphiql-execute-button')`
	// The editor draws only what is in view; the tabs keep the whole text.
	answer = `(globalThis.__MONACO?.editor.getModels().find((m) => m.uri.path.endsWith('response.json'))?.getValue() ?? '')`
	query  = `(globalThis.__MONACO?.editor.getModels().find((m) => m.uri.path.endsWith('operation.graphql'))?.getValue() ?? '')`
	asked  = `(globalThis.__MONACO?.editor.getModels().find((m) => m.uri.path.endsWith('variables.json'))?.getValue() ?? '')`
	// What a reader sees of it: the editor draws spaces that do not break.
	answerInView = `document.querySelector('.result-window .view-lines').innerText.replaceAll('\u00a0', ' ')`
	tables       = `(document.querySelector('.peacetalks-answer')?.innerText ?? '')`
	tabTitles    = `[...document.querySelectorAll('.graphiql-tab-button')].map((e) => e.innerText.trim()).join()`
)

// openGraphiQL opens the page and waits for its editors.
func openGraphiQL(t *testing.T, url string) tab {
	t.Helper()
	b := openTab(t)
	b.do(t, chromedp.Navigate(url))
	b.await(t, "the editor and the schema", `document.querySelector('.graphiql-query-editor .view-line') && `+runButton)
	return b
}

// click clicks the button that has a text or a label.
func (b tab) click(t *testing.T, name string) {
	t.Helper()
	b.await(t, "the button "+name, `(() => {
		const named = (e) => (e.getAttribute('aria-label') ?? e.innerText).trim().startsWith(`+"`"+name+"`"+`);
		const found = [...document.querySelectorAll('button, a, label')].find((e) => named(e) && !e.disabled);
		found?.click();
		return found;
	})()`)
}

// Whoever comes for the first time sees the answer to a question as tables;
// questions of the library are found by English and Arabic words, open in a tab
// of their own and run.
func TestGraphiQLLibrary(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	b.await(t, "the first answer", tables+`.includes('Nur-Sultan')`)
	b.screenshot(t, "graphiql-first")
	b.do(t, chromedp.SendKeys(chromedp.CSS(".peacetalks-library input"), "الضامنه"))
	b.await(t, "one question", `document.querySelectorAll('.peacetalks-library li').length === 1`)
	b.click(t, "Which states act as guarantors")
	b.await(t, "its tab", tabTitles+` === 'Round,Guarantors'`)
	b.await(t, "its answer", answer+`.includes('"party:turkey"')`)
	b.await(t, "its table", tables+`.includes('تركيا') && `+tables+`.includes('2017-01-23')`)
	if got := eval[string](t, b, asked); !strings.Contains(got, "process:astana") {
		t.Errorf("variables: got %s", got)
	}
	if got := eval[string](t, b, query); !strings.HasPrefix(got, "# Which states act as guarantors, and since when?\n# ما الدول") {
		t.Errorf("query: got %s", got)
	}
	b.click(t, "Which states act as guarantors") // again: no other tab
	b.await(t, "the same tabs", tabTitles+` === 'Round,Guarantors'`)
}

// An id in the JSON and in the tables opens a tab that asks for its node; beside
// it is the address of its page. The keyboard does the same.
func TestGraphiQLIDs(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	b.await(t, "the table", tables+`.includes('Kazakhstan')`)
	if got, want := eval[string](t, b, `document.querySelector('.peacetalks-node a').href`), url+"/id/round:astana-14"; got != want {
		t.Errorf("page of the round: got %s, want %s", got, want)
	}
	b.click(t, "Kazakhstan")
	b.await(t, "the tab of the party", tabTitles+` === 'Round,Party'`)
	b.await(t, "the party", answer+`.includes('"id": "party:kazakhstan"') && `+asked+`.includes('party:kazakhstan')`)

	b.click(t, "JSON")
	b.await(t, "ids that are marked", `document.querySelector('.result-window .peacetalks-id')`)
	b.do(t, chromedp.Evaluate[chromedp.Void](`window.open = (...args) => { globalThis.opened = args[0]; }`))
	b.do(t, chromedp.Click(chromedp.CSS(".result-window .peacetalks-page")))
	b.await(t, "the page", `globalThis.opened === 'id/party:kazakhstan'`)

	b.do(t, chromedp.Evaluate[chromedp.Void](`document.querySelector('.result-window').focus()`))
	b.do(t, chromedp.KeyEvent("\r")) // into the text
	b.await(t, "the focus in the answer", `document.activeElement.closest('.result-window textarea')`)
	const toRound = `(() => {
		const editor = __MONACO.editor.getEditors().find((e) => e.getModel().uri.path.endsWith('response.json'));
		const found = editor.getModel().findMatches('"round:', false, false, true, null, false)[0];
		editor.setPosition({ lineNumber: found.range.startLineNumber, column: 1 });
		return true;
	})()`
	b.await(t, "the line of a round", toRound)
	b.do(t, chromedp.KeyEvent("\r"))
	b.await(t, "the tab of the round", tabTitles+` === 'Round,Party,Round'`)
	b.await(t, "the round", answer+`.includes('"participations"')`)
	b.screenshot(t, "graphiql-node")
}

// A subscription shows an article as it is loaded, until it is stopped.
func TestGraphiQLSubscription(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	b.click(t, "Which articles are being loaded?")
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

// Text in Arabic is laid out from right to left where it stands: in the JSON,
// while what is around it stays as it is, in the editors, and in the tables.
func TestGraphiQLArabic(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	b.click(t, "Who or what bears this name")
	b.await(t, "the table", tables+`.includes('لافرنتييف')`)
	b.screenshot(t, "graphiql-arabic-table")
	directions := func(within string) string {
		return eval[string](t, b, `[...new Set([...document.querySelectorAll('`+within+`')]
			.filter((e) => /^[\s"]*[\u0600-\u06ff]/.test(e.innerText)).map((e) => getComputedStyle(e).direction + ' ' + getComputedStyle(e).unicodeBidi))].join()`)
	}
	if got := directions(".peacetalks-answer bdi"); got != "rtl isolate" {
		t.Errorf("Arabic in the table: got %q", got)
	}
	b.click(t, "JSON")
	b.await(t, "an answer in Arabic", answerInView+`.includes('لافرنتييف')`)
	b.screenshot(t, "graphiql-arabic-json")
	for _, pane := range []string{".result-window", ".graphiql-editor-tool"} {
		if got := directions(pane + " .view-line span[style*=unicode-bidi]"); got != "ltr plaintext" {
			t.Errorf("Arabic in %s: got %q", pane, got)
		}
	}
}
