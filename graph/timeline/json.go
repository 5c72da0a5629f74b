package timeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// The json format is an object: what the file is and what it was made of, then
// `events` with one event a line. Quotes are the articles' exact bytes, those
// of long passages as far as [graph.ShortQuote] has them; what changes the
// direction of text is written as an escape, so that the file itself can be
// read safely.

type jsonHeader struct {
	Title      string           `json:"title"`
	Language   string           `json:"language"`
	Provenance graph.Provenance `json:"provenance,omitzero"`
}

type jsonEvent struct {
	ID           graph.ID          `json:"id"`
	Kind         Kind              `json:"kind"`
	Title        string            `json:"title"`
	Titles       map[string]string `json:"titles"`
	Date         jsonDate          `json:"date"`
	Modality     graph.Modality    `json:"modality"`
	Process      *jsonName         `json:"process"`
	Round        *jsonName         `json:"round"`
	Subject      graph.ID          `json:"subject"`
	Place        *jsonName         `json:"place,omitempty"`
	Actors       []jsonName        `json:"actors,omitempty"`
	Parties      []jsonName        `json:"parties,omitempty"`
	Persons      []jsonName        `json:"persons,omitempty"`
	Topics       []jsonName        `json:"topics,omitempty"`
	Outcome      string            `json:"outcome,omitempty"`
	Text         string            `json:"text,omitempty"`
	TextLanguage string            `json:"textLanguage,omitempty"`
	Direct       bool              `json:"direct,omitempty"`
	Claims       []graph.ID        `json:"claims"`
	Sources      []jsonSource      `json:"sources"`
}

type jsonDate struct {
	EDTF     edtf.Date `json:"edtf"`
	Earliest *string   `json:"earliest"` // null: open
	Latest   *string   `json:"latest"`   // null: open
	Basis    string    `json:"basis"`
}

type jsonName struct {
	ID   graph.ID `json:"id"`
	Name string   `json:"name"`
}

type jsonSource struct {
	Claim     graph.ID       `json:"claim"`
	Article   graph.ID       `json:"article"`
	URL       string         `json:"url,omitempty"`
	Title     string         `json:"title,omitempty"`
	Outlet    string         `json:"outlet,omitempty"`
	Language  string         `json:"language,omitempty"`
	Published edtf.Date      `json:"published,omitzero"`
	Citing    string         `json:"citing,omitempty"`
	Rule      string         `json:"rule"`
	Modality  graph.Modality `json:"modality"`
	Quote     string         `json:"quote"`
	Start     int            `json:"start"`
	End       int            `json:"end"`
}

func encodeJSON(w io.Writer, o Options, events iter.Seq2[Event, error]) error {
	header, err := json.Marshal(jsonHeader{o.title(), phrasesIn(o.Language).language, o.Provenance})
	if err != nil {
		return err
	}
	return writeEvents(w, header, events, func(e Event) any { return toJSON(e, o.Language) })
}

// writeEvents writes an object whose other members are made, with the events as
// its last member, each as it comes.
func writeEvents(w io.Writer, object []byte, events iter.Seq2[Event, error], form func(Event) any) error {
	if _, err := fmt.Fprintf(w, "%s,\n\"events\":[", escapeDirections(object[:len(object)-1])); err != nil {
		return err
	}
	between := "\n"
	for e, err := range events {
		if err != nil {
			return err
		}
		line, err := json.Marshal(form(e))
		if err != nil {
			return fmt.Errorf("%s: %w", e.ID, err)
		}
		if _, err := fmt.Fprintf(w, "%s%s", between, escapeDirections(line)); err != nil {
			return err
		}
		between = ",\n"
	}
	_, err := io.WriteString(w, "]}\n")
	return err
}

func toJSON(e Event, language string) jsonEvent {
	titles := make(map[string]string, len(languages))
	for _, l := range Languages() {
		titles[l] = e.Title(l)
	}
	out := jsonEvent{
		ID: e.ID, Kind: e.Kind, Title: e.Title(language), Titles: titles,
		Date:     jsonDate{EDTF: e.Date.EDTF, Basis: e.Date.Basis},
		Modality: e.Modality, Subject: e.Subject,
		Actors: jsonNames(e, language, e.Actors), Parties: jsonNames(e, language, e.Parties),
		Persons: jsonNames(e, language, e.Persons), Topics: jsonNames(e, language, e.Topics),
		Outcome: e.Outcome, Text: graph.ShortQuote(e.Text), TextLanguage: e.TextLanguage, Direct: e.Direct,
		Claims: e.Claims, Sources: make([]jsonSource, len(e.Sources)),
	}
	first, last := e.Days()
	out.Date.Earliest, out.Date.Latest = orNull(first), orNull(last)
	for to, id := range map[**jsonName]graph.ID{&out.Process: e.Process, &out.Round: e.Round, &out.Place: e.Place} {
		if id != "" {
			*to = &jsonName{id, e.Name(id, language)}
		}
	}
	for i, s := range e.Sources {
		out.Sources[i] = jsonSource{
			Claim: s.Claim, Article: s.Article, URL: s.URL, Title: s.ArticleTitle, Outlet: s.Outlet,
			Language: s.Language, Published: s.Published, Citing: s.Citing, Rule: s.Rule,
			Modality: s.Modality, Quote: s.ShortQuote(), Start: s.Start, End: s.End,
		}
	}
	return out
}

func jsonNames(e Event, language string, ids []graph.ID) []jsonName {
	names := make([]jsonName, len(ids))
	for i, id := range ids {
		names[i] = jsonName{id, e.Name(id, language)}
	}
	return names
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// escapeDirections writes the characters that change the direction of text as
// \u escapes. In JSON they stand only inside strings, where an escape means
// the same.
func escapeDirections(line []byte) []byte {
	if !bytes.ContainsFunc(line, isDirection) {
		return line
	}
	out := make([]byte, 0, len(line)+16)
	for len(line) > 0 {
		r, n := utf8.DecodeRune(line)
		if isDirection(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, line[:n]...)
		}
		line = line[n:]
	}
	return out
}
