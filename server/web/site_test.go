package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/resolvers"
	"peacetalks/server/web/webtest"
)

// lineLoader stores each line of a text as a round of that name. At one text
// it panics, and at another it waits for the end.
type lineLoader struct{ store *graph.Store }

// LoadArticle reads and stores an article.
func (l lineLoader) LoadArticle(ctx context.Context, a resolvers.Article) (graph.PutResult, error) {
	switch a.Text {
	case "panic":
		panic("/secret/path")
	case "wait":
		<-ctx.Done()
		return graph.PutResult{}, ctx.Err()
	}
	article := graph.Article{Title: a.Title, Text: a.Text, Language: "en", Published: edtf.MustParse("2020-01-01")}
	article.ID = graph.ArticleID(article)
	r := graph.Reading{Article: article, Extractor: "test"}
	start := 0
	for line := range strings.Lines(a.Text) {
		name := strings.TrimSpace(line)
		r.Claims = append(r.Claims, graph.Supported{
			Claim: graph.Claim{Subject: graph.MakeID("round", name), Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:lines"}},
			Evidence: []graph.Evidence{{Article: article.ID, Rule: "line", Modality: graph.Happened, Confidence: 1,
				Spans: []graph.Span{{Start: start, End: start + len(name), Quote: name}}}},
		})
		start += len(line)
	}
	return l.store.Put(ctx, r)
}

// A site is a served graph.
type site struct {
	t     *testing.T
	store *graph.Store
	url   string
	token string
}

// serve serves the graph of the timeline's tests.
func serve(t *testing.T, o Options) site {
	t.Helper()
	store := webtest.Store(t)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	h, err := New(store, lineLoader{store}, o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Config = Server(h)
	server.Start()
	t.Cleanup(server.Close)
	return site{t, store, server.URL, o.Token}
}

// A reply is an answer of the server.
type reply struct {
	status int
	header http.Header
	body   string
}

// do sends a request; headers come in pairs, Host among them.
func (s site) do(method, path, body string, headers ...string) reply {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute) // against hanging
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return reply{resp.StatusCode, resp.Header, string(data)}
}

// ask posts a query.
func (s site) ask(query string, headers ...string) reply {
	s.t.Helper()
	data, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.do(http.MethodPost, "/graphql", string(data), headers...)
}

// rounds is how many rounds the graph has.
func (s site) rounds() int {
	s.t.Helper()
	c, err := s.store.Rounds(s.t.Context(), graph.RoundFilter{}, graph.ByID, graph.Page{})
	if err != nil {
		s.t.Fatal(err)
	}
	return c.TotalCount
}

// code is the code of the first error of a reply that has no data.
func (r reply) code(t *testing.T) string {
	t.Helper()
	var got struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(r.body), &got); err != nil {
		t.Fatalf("%d %v: %.200s", r.status, err, r.body)
	}
	if len(got.Errors) == 0 || got.Data != nil || got.Errors[0].Message == "" {
		t.Fatalf("got %d %.200s, want an error and no data", r.status, r.body)
	}
	return got.Errors[0].Extensions.Code
}

// isData compares the data of a reply without errors.
func (r reply) isData(t *testing.T, want string) {
	t.Helper()
	var got bytes.Buffer
	if err := json.Compact(&got, []byte(r.body)); err != nil || r.status != http.StatusOK {
		t.Fatalf("got %d %.300s", r.status, r.body)
	}
	if got.String() != `{"data":`+want+`}` {
		t.Errorf("got %s, want %s", got.String(), want)
	}
}

func TestServes(t *testing.T) {
	s := serve(t, Options{})
	s.ask(`{ round(id: "astana-14") { name start { edtf } } }`).isData(t, `{"round":{"name":"Astana 14","start":{"edtf":"2019-12-10"}}}`)
	for path, want := range map[string]string{
		"/": "text/html; charset=utf-8", "/timeline": "text/html; charset=utf-8", "/timeline/timeline.css": "text/css; charset=utf-8", "/timeline/timeline.js": "text/javascript; charset=utf-8", "/chart/chart.css": "text/css; charset=utf-8",
		"/healthz": "text/plain; charset=utf-8", "/readyz": "text/plain; charset=utf-8", "/metrics": "text/plain; version=0.0.4; charset=utf-8; escaping=underscores",
		"/export/timeline.json": "application/json", "/export/graph.ndjson": "application/x-ndjson; charset=utf-8",
	} {
		r := s.do(http.MethodGet, path, "")
		if r.status != http.StatusOK || !strings.HasPrefix(r.header.Get("Content-Type"), want) {
			t.Errorf("%s: got %d %s, want 200 %s", path, r.status, r.header.Get("Content-Type"), want)
		}
		for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"} {
			if r.header.Get(name) == "" {
				t.Errorf("%s: no %s", path, name)
			}
		}
	}
	if got := s.do(http.MethodGet, "/none", ""); got.status != http.StatusNotFound {
		t.Errorf("/none: got %d, want 404", got.status)
	}
	if got := s.do(http.MethodGet, "/", "").header.Get("Content-Security-Policy"); got != GraphiQLPolicy {
		t.Errorf("GraphiQL's policy: got %q", got)
	}
}

func TestReadiness(t *testing.T) {
	loading := true
	s := serve(t, Options{Ready: func() error {
		if loading {
			return io.EOF
		}
		return nil
	}})
	if got := s.do(http.MethodGet, "/readyz", ""); got.status != http.StatusServiceUnavailable {
		t.Errorf("while loading: got %d, want 503", got.status)
	}
	loading = false
	if got := s.do(http.MethodGet, "/readyz", ""); got.status != http.StatusOK {
		t.Errorf("afterwards: got %d, want 200", got.status)
	}
}

func TestMetrics(t *testing.T) {
	s := serve(t, Options{})
	s.ask(`{ rounds { totalCount } }`)
	s.ask(`{ nonsense }`)
	got := s.do(http.MethodGet, "/metrics", "").body
	for _, want := range []string{
		`peacetalks_http_requests_total{code="200",handler="graphql",method="post"} 2`,
		`peacetalks_graphql_answers_total{errors="no",operation="query"} 1`,
		`peacetalks_graphql_answers_total{errors="yes",operation="invalid"} 1`,
		"peacetalks_graph_version ", "peacetalks_graph_reads_total ", "peacetalks_graph_rows_total ", "peacetalks_streams_open 0", "go_goroutines ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	if _, err := New(nil, nil, Options{}); err == nil {
		t.Error("no graph: got no error")
	}
	for _, origin := range []string{"example.org", "https://example.org/path", "*", "null"} {
		if _, err := New(webtest.Store(t), nil, Options{Origins: []string{origin}}); err == nil {
			t.Errorf("the origin %q: got no error", origin)
		}
	}
}
