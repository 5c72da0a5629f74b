package browser

import (
	"encoding/csv"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	cdp "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// downloads has the browser save files in a folder.
func (b tab) downloads(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	_, err := chromedp.Call(b.ctx, cdp.SetDownloadBehavior,
		cdp.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: dir})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// saved waits for a file and reads it.
func saved(t *testing.T, dir, name string) []byte {
	t.Helper()
	for start := time.Now(); time.Since(start) < patience; time.Sleep(50 * time.Millisecond) {
		if data, err := os.ReadFile(filepath.Join(dir, name)); err == nil && len(data) > 0 {
			return data
		}
	}
	t.Fatalf("%s was not saved", name)
	return nil
}

// Answers are saved as the JSON that the server gave and as CSV, one row an
// item of the first list, or of the list that is chosen.
func TestGraphiQLSave(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	dir := b.downloads(t)
	b.await(t, "the table", tables+`.includes('Kazakhstan')`)
	b.click(t, "Save delegations as CSV")
	if rows := readCSV(t, saved(t, dir, "peacetalks-Round-delegations.csv")); len(rows) != 10 || !slices.Contains(rows[0], "head.person.arabic") || rows[1][0] != "round:astana-14" {
		t.Errorf("delegations: got %d rows: %q", len(rows), rows)
	}

	b.click(t, "Which states act as guarantors")
	b.await(t, "the answer", tables+`.includes('تركيا')`)
	b.click(t, "Save JSON")
	var answer struct {
		Data struct{ Parties struct{ TotalCount int } }
	}
	if err := json.Unmarshal(saved(t, dir, "peacetalks-Guarantors.json"), &answer); err != nil || answer.Data.Parties.TotalCount != 3 {
		t.Errorf("JSON: got %+v (%v)", answer, err)
	}
	b.click(t, "Save CSV")
	rows := readCSV(t, saved(t, dir, "peacetalks-Guarantors.csv"))
	want := []string{"id", "name", "arabic", "kind", "since.totalCount", "since.nodes.id", "since.nodes.name", "since.nodes.start.edtf",
		"latest.nodes.id", "latest.nodes.name", "latest.nodes.start.edtf"}
	if len(rows) != 4 || !slices.Equal(rows[0], want) || !slices.Contains(rows[3], "تركيا") {
		t.Errorf("CSV: got %q", rows)
	}
}

// readCSV reads a file that begins with a byte-order mark.
func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(data), "\ufeff")
	if !marked {
		t.Error("no byte-order mark")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The address carries the query in view with its variables and operation, an
// edit changes it without a step in the history, and opening it brings all back.
func TestGraphiQLLink(t *testing.T) {
	findChromium(t)
	server := serve(t)
	fields := url.Values{
		"query":         {"query First($id: ID!) {\n  round(id: $id) { name }\n}\nquery Second($id: ID!) {\n  party(id: $id) { name(language: \"ar\") }\n}"},
		"variables":     {`{"id":"party:turkey"}`},
		"operationName": {"Second"},
	}
	b := openGraphiQL(t, server+"/#"+fields.Encode())
	b.await(t, "the query", query+` === `+quoted(t, fields.Get("query")))
	b.await(t, "the operation's name", tabTitles+` === 'Second'`)
	if got := eval[string](t, b, answer); got != "" {
		t.Errorf("a link was run without being asked to: got %s", got)
	}
	steps := eval[int](t, b, `history.length`)
	b.do(t, chromedp.Evaluate[chromedp.Void](`__MONACO.editor.getModels().find((m) => m.uri.path.endsWith('variables.json')).setValue('{"id": "party:iran"}')`))
	b.await(t, "the address", `new URLSearchParams(location.hash.slice(1)).get('variables') === '{"id":"party:iran"}'`)
	got := eval[string](t, b, `location.hash`)
	parsed, err := url.ParseQuery(strings.TrimPrefix(got, "#"))
	if err != nil || parsed.Get("query") != fields.Get("query") || parsed.Get("operationName") != "Second" {
		t.Errorf("address: got %s (%v)", got, err)
	}
	if got := eval[int](t, b, `history.length`); got != steps {
		t.Errorf("the history grew from %d to %d steps", steps, got)
	}
	b.do(t, chromedp.Navigate(server+"/timeline"), chromedp.Navigate(server+"/"+got))
	b.await(t, "the editor", `document.querySelector('.graphiql-query-editor .view-line')`)
	b.await(t, "what was linked", query+` === `+quoted(t, fields.Get("query"))+` && `+asked+`.includes('party:iran')`)

	b.do(t, chromedp.Evaluate[chromedp.Void](`location.hash = 'query=' + encodeURIComponent('query Followed { statistics { claims } }')`))
	b.await(t, "the link that was followed", tabTitles+`.endsWith('Followed')`)
	b.do(t, chromedp.Evaluate[chromedp.Void](`__MONACO.editor.getModels().find((m) => m.uri.path.endsWith('operation.graphql')).setValue('{ statistics { ' + 'claims '.repeat(2000) + '} }')`))
	b.await(t, "an address without a query that is too long", `location.hash === ''`)
	b.click(t, "Copy a link to this query")
	b.await(t, "the reason", `document.querySelector('[aria-label^="The query is too long"]')`)
}

func quoted(t *testing.T, text string) string {
	t.Helper()
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The page takes the system's theme, and keeps the one that is chosen.
func TestGraphiQLTheme(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/")
	const background = `getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor`
	const editors = `[...document.querySelectorAll('.monaco-editor')].every((e) => e.classList.contains('%'))`
	light := eval[string](t, b, background)
	b.scheme(t, "dark")
	b.await(t, "a dark page", background+` !== '`+light+`'`)
	b.await(t, "dark editors", strings.ReplaceAll(editors, "%", "vs-dark"))
	b.screenshot(t, "graphiql-dark")
	b.click(t, "Theme: system")
	b.await(t, "a light page", background+` === '`+light+`'`)
	b.await(t, "light editors", strings.ReplaceAll(editors, "%", "vs"))
	b.do(t, chromedp.Navigate(url+"/timeline"), chromedp.Navigate(url+"/"))
	b.await(t, "the theme that was chosen", `document.querySelector('.graphiql-query-editor .view-line') && `+background+` === '`+light+`'`)
}

func (b tab) scheme(t *testing.T, scheme string) {
	t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The explorer builds a query by clicking, with an example where a field needs
// one, and the documentation tells what a round is.
func TestGraphiQLExplorer(t *testing.T) {
	findChromium(t)
	url := serve(t)
	b := openGraphiQL(t, url+"/#query=query+Built+%7B+statistics+%7B+claims+%7D+%7D")
	b.await(t, "the query", query+`.includes('Built')`)
	b.click(t, "Show GraphiQL Explorer")
	b.await(t, "the query in the explorer", `document.querySelector('.graphiql-explorer-root input')?.value === 'Built'`)
	for _, field := range []string{".graphiql-explorer-round > [data-field-name=round]", ".graphiql-explorer-round .graphiql-explorer-name > [data-field-name=name]"} {
		b.await(t, field, `(() => { const e = document.querySelector('`+field+`'); e?.click(); return e; })()`)
	}
	b.await(t, "the query that was built", `/round\(id: "round:astana-14"\) \{\s*name/.test(`+query+`)`)
	b.do(t, chromedp.Click(chromedp.CSS(".graphiql-execute-button")))
	b.await(t, "its answer", answer+`.includes('"Astana 14"')`)
	b.screenshot(t, "graphiql-explorer")

	b.click(t, "Show Documentation Explorer")
	b.await(t, "the guide", `document.querySelector('.graphiql-doc-explorer').innerText.includes('peace talks')`)
	b.screenshot(t, "graphiql-docs")
}
