package web

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
)

func TestExportsAreThoseOfTheirPackages(t *testing.T) {
	s := serve(t, Options{Program: "peacetalks v1"})
	for _, f := range timeline.Formats() {
		var want bytes.Buffer
		filter := timeline.Filter{Round: "round:astana-14"}
		o := timeline.Options{Language: "ar", Provenance: graph.Provenance{Program: "peacetalks v1"}}
		if _, err := timeline.Export(t.Context(), &want, s.store, f.Name, filter, o); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/export/timeline" + f.Extension, "/export/" + f.Name} {
			got := s.do(http.MethodGet, path+"?round=astana-14&language=ar", "")
			if got.status != http.StatusOK || got.body != want.String() || got.header.Get("Content-Type") != f.MediaType {
				t.Errorf("%s: got %d %s %.200q, want %.200q", path, got.status, got.header.Get("Content-Type"), got.body, want.String())
			}
			if file := got.header.Get("Content-Disposition"); file != `attachment; filename="timeline`+f.Extension+`"` {
				t.Errorf("%s: got the file %s", path, file)
			}
		}
	}
	for _, f := range export.Formats() {
		if !f.Chooses {
			continue
		}
		var want bytes.Buffer
		o := export.Options{Language: "ar", Filter: export.Filter{Round: "round:astana-14", AsOf: edtf.MustParse("2024")}, Provenance: graph.Provenance{Program: "peacetalks v1"}}
		if err := export.Export(t.Context(), &want, s.store, f.Name, o); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/export/graph" + f.Extension, "/export/" + f.Name} {
			got := s.do(http.MethodGet, path+"?round=astana-14&language=ar&asOf=2024", "")
			if got.status != http.StatusOK || got.body != want.String() || got.header.Get("Content-Type") != f.MediaType {
				t.Errorf("%s: got %d %s %.200q, want %.200q", path, got.status, got.header.Get("Content-Type"), got.body, want.String())
			}
			if file := got.header.Get("Content-Disposition"); file != `attachment; filename="graph`+f.Extension+`"` {
				t.Errorf("%s: got the file %s", path, file)
			}
		}
	}
	if got := s.do(http.MethodGet, "/export/graph.ontology.ttl", ""); got.body != export.Ontology {
		t.Errorf("the ontology: got %d %.200q", got.status, got.body)
	}
	var want bytes.Buffer
	if err := export.Write(t.Context(), &want, s.store, export.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/export/graph.ndjson", "/export/ndjson"} {
		if got := s.do(http.MethodGet, path, ""); got.body != want.String() {
			t.Errorf("%s: got %d bytes, want %d", path, len(got.body), want.Len())
		}
	}
	if got := s.do(http.MethodHead, "/export/graph.ndjson", ""); got.status != http.StatusOK || got.body != "" {
		t.Errorf("HEAD: got %d %q", got.status, got.body)
	}
}

func TestExportWithByteOrderMark(t *testing.T) {
	s := serve(t, Options{})
	without := s.do(http.MethodGet, "/export/timeline.csv", "").body
	for _, yes := range []string{"1", "true"} {
		if got := s.do(http.MethodGet, "/export/timeline.csv?bom="+yes, "").body; got != "\uFEFF"+without {
			t.Errorf("bom=%s: got %.60q, want the mark before the same", yes, got)
		}
	}
	if got := s.do(http.MethodGet, "/export/timeline.csv?bom=0", "").body; got != without {
		t.Errorf("bom=0: got %.60q", got)
	}
}

func TestExportsThatThereAreNot(t *testing.T) {
	s := serve(t, Options{})
	cases := []struct {
		path, says string
		status     int
	}{
		{"/export/timeline.docx", "timeline.csv", http.StatusNotFound},
		{"/export/none", "graph.ndjson", http.StatusNotFound},
		{"/export/graph.csv", "timeline.csv", http.StatusNotFound},
		{"/export/x.timeline.csv", "timeline.csv", http.StatusNotFound},
		{"/export/csv?from=yesterday", "from", http.StatusBadRequest},
		{"/export/csv?round=party:turkey", "round", http.StatusBadRequest},
		{"/export/csv?kind=party", "kind", http.StatusBadRequest},
		{"/export/csv?proces=astana", "proces: no such parameter", http.StatusBadRequest},
		{"/export/csv?language=%3Cscript%3E", "language", http.StatusBadRequest},
		{"/export/ics?bom=1", "bom: no such parameter", http.StatusBadRequest},
		{"/export/csv?bom=maybe", "neither true nor false", http.StatusBadRequest},
		{"/export/ndjson?process=astana", "whole graph", http.StatusBadRequest},
		{"/export/ttl?party=turkey", "takes language, process, round", http.StatusBadRequest},
		{"/export/gexf?bom=1", "bom: no such parameter", http.StatusBadRequest},
		{"/export/rows?bom=maybe", "neither true nor false", http.StatusBadRequest},
		{"/export/rows?language=%3Cscript%3E", "language", http.StatusBadRequest},
		{"/export/nq?asOf=yesterday", "asOf", http.StatusBadRequest},
		{"/export/shapes?round=astana-14", "the same for every graph", http.StatusBadRequest},
		{"/export/csv?a=%zz", "query string", http.StatusBadRequest},
	}
	for _, c := range cases {
		got := s.do(http.MethodGet, c.path, "")
		if got.status != c.status || !strings.Contains(got.body, c.says) || !strings.HasPrefix(got.header.Get("Content-Type"), "text/plain") {
			t.Errorf("%s: got %d %s %s, want %d and %q", c.path, got.status, got.header.Get("Content-Type"), got.body, c.status, c.says)
		}
	}
	if got := s.do(http.MethodPost, "/export/csv", ""); got.status != http.StatusMethodNotAllowed {
		t.Errorf("POST: got %d, want 405", got.status)
	}
}
