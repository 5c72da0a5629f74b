package timeline

import (
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// The csv format is RFC 4180 with a header: one row an event, with its first
// passage; `sources` counts the articles and `more_urls` has the addresses of
// the others. Cells are plain text on one line (the json format has the exact
// bytes). A cell that a spreadsheet might take for a formula begins with an
// apostrophe.
//
// The format knows no comments, and readers stumble over lines that are no
// rows: so each row says in its last columns what it is made of. A row that was
// copied elsewhere can still be cited.

type column struct {
	name string
	cell func(e *Event, first Source, language string) string
}

var columns = []column{
	{"id", func(e *Event, _ Source, _ string) string { return string(e.ID) }},
	{"kind", func(e *Event, _ Source, _ string) string { return string(e.Kind) }},
	{"date", func(e *Event, _ Source, _ string) string { return e.Date.EDTF.String() }},
	{"first_day", func(e *Event, _ Source, _ string) string { first, _ := e.Days(); return first }},
	{"last_day", func(e *Event, _ Source, _ string) string { _, last := e.Days(); return last }},
	{"date_basis", func(e *Event, s Source, _ string) string { return e.basis(s) }},
	{"title", func(e *Event, _ Source, l string) string { return e.Title(l) }},
	{"modality", func(e *Event, _ Source, _ string) string { return string(e.Modality) }},
	{"process", func(e *Event, _ Source, l string) string { return e.list(l, e.Process) }},
	{"round", func(e *Event, _ Source, l string) string { return e.list(l, e.Round) }},
	{"round_id", func(e *Event, _ Source, _ string) string { return string(e.Round) }},
	{"subject_id", func(e *Event, _ Source, _ string) string { return string(e.Subject) }},
	{"place", func(e *Event, _ Source, l string) string { return e.list(l, e.Place) }},
	{"parties", func(e *Event, _ Source, l string) string { return e.list(l, e.Parties...) }},
	{"persons", func(e *Event, _ Source, l string) string { return e.list(l, e.Persons...) }},
	{"topics", func(e *Event, _ Source, l string) string { return e.list(l, e.Topics...) }},
	{"outcome", func(e *Event, _ Source, _ string) string { return e.Outcome }},
	{"text", func(e *Event, _ Source, _ string) string { return graph.ShortQuote(e.Text) }},
	{"quote", func(_ *Event, s Source, _ string) string { return s.ShortQuote() }},
	{"outlet", func(_ *Event, s Source, _ string) string { return s.Outlet }},
	{"article_title", func(_ *Event, s Source, _ string) string { return s.ArticleTitle }},
	{"published", func(_ *Event, s Source, _ string) string { return s.Published.String() }},
	{"url", func(_ *Event, s Source, _ string) string { return s.URL }},
	{"article_id", func(_ *Event, s Source, _ string) string { return string(s.Article) }},
	{"start_byte", func(_ *Event, s Source, _ string) string { return strconv.Itoa(s.Start) }},
	{"end_byte", func(_ *Event, s Source, _ string) string { return strconv.Itoa(s.End) }},
	{"citing", func(_ *Event, s Source, _ string) string { return s.Citing }},
	{"claim_id", func(_ *Event, s Source, _ string) string { return string(s.Claim) }},
	{"sources", func(e *Event, _ Source, _ string) string { return strconv.Itoa(len(e.articles())) }},
	{"more_urls", func(e *Event, s Source, _ string) string { return e.otherURLs(s) }},
}

// provenanceColumns follow the columns.
var provenanceColumns = []string{"snapshot", "vocabulary", "program", "filter"}

func provenanceCells(p graph.Provenance) []string {
	return []string{p.Snapshot, p.Vocabulary, p.Program, p.Filter}
}

func encodeCSV(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	if o.BOM {
		if _, err := io.WriteString(w, "\uFEFF"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	row := make([]string, len(columns), len(columns)+len(provenanceColumns))
	for i, c := range columns {
		row[i] = c.name
	}
	if err := out.Write(append(row, provenanceColumns...)); err != nil {
		return err
	}
	made := provenanceCells(o.Provenance)
	for i, cell := range made {
		made[i] = inert(Plain(cell))
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		first := e.first()
		for i, c := range columns {
			row[i] = inert(Plain(c.cell(&e, first, o.Language)))
		}
		if err := out.Write(append(row, made...)); err != nil {
			return fmt.Errorf("%s: %w", e.ID, err)
		}
	}
	out.Flush()
	return out.Error()
}

// inert marks a cell as text: see [graph.Inert].
func inert(cell string) string { return graph.Inert(cell) }

// list joins the names of things.
func (e *Event) list(language string, ids ...graph.ID) string {
	var names []string
	for _, id := range ids {
		if id != "" {
			names = append(names, e.Name(id, language))
		}
	}
	return strings.Join(names, "; ")
}

// articles lists the articles that the event rests on, in the order of the
// sources, with their addresses.
func (e *Event) articles() []Source {
	var out []Source
	seen := map[graph.ID]bool{}
	for _, s := range e.Sources {
		if !seen[s.Article] {
			seen[s.Article] = true
			out = append(out, s)
		}
	}
	return out
}

func (e *Event) otherURLs(first Source) string {
	var urls []string
	for _, s := range e.articles() {
		if s.Article != first.Article && s.URL != "" {
			urls = append(urls, s.URL)
		}
	}
	return strings.Join(urls, " ")
}
