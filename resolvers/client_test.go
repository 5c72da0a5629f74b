package resolvers

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"

	"peacetalks/graph"
)

// An asker asks a graph by GraphQL.
type asker struct {
	t       *testing.T
	handler http.Handler
}

// serve serves a graph without the limits of a server.
func serve(t *testing.T, store *graph.Store, loader Loader) asker {
	r := New(store, loader, Options{Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	s := handler.New(r.Schema())
	s.AddTransport(transport.POST{})
	s.SetErrorPresenter(r.Present)
	s.SetRecoverFunc(r.Recover)
	s.Use(extension.Introspection{})
	s.Use(r.Sessions())
	return asker{t, s}
}

// An answer is a response of GraphQL.
type answer struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

// ask sends a query.
func (a asker) ask(query string, variables map[string]any) answer {
	a.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		a.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body)).WithContext(a.t.Context())
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	a.handler.ServeHTTP(w, r)
	var got answer
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		a.t.Fatalf("%v: %s", err, w.Body)
	}
	return got
}

// wants asks a query and compares the data of its answer, as JSON.
func (a asker) wants(query, want string) {
	a.t.Helper()
	got := a.ask(query, nil)
	if len(got.Errors) > 0 {
		a.t.Fatalf("errors: %+v", got.Errors)
	}
	if g, w := compact(a.t, got.Data), compact(a.t, []byte(want)); g != w {
		a.t.Errorf("%s\n got %s\nwant %s", query, g, w)
	}
}

// refuses asks a query and compares the code of its first error.
func (a asker) refuses(query, code string) {
	a.t.Helper()
	got := a.ask(query, nil)
	if len(got.Errors) == 0 {
		a.t.Errorf("%s\n got %s, want an error %s", query, got.Data, code)
		return
	}
	if got.Errors[0].Extensions.Code != code {
		a.t.Errorf("%s\n got %+v, want the code %s", query, got.Errors[0], code)
	}
}

// read asks a query and decodes the data of its answer.
func (a asker) read(to any, query string, variables map[string]any) {
	a.t.Helper()
	got := a.ask(query, variables)
	if len(got.Errors) > 0 {
		a.t.Fatalf("errors: %+v", got.Errors)
	}
	if err := json.Unmarshal(got.Data, to); err != nil {
		a.t.Fatal(err)
	}
}

func compact(t *testing.T, data []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	return b.String()
}
