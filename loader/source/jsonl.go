package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// record is one line of a .jsonl file. The first of the text fields that is
// given is the article.
type record struct {
	Text string `json:"text"`
	Body string `json:"body"`
	HTML string `json:"html"`

	URL       string `json:"url"`
	Source    string `json:"source"`
	Published string `json:"published"`
	Date      string `json:"date"`
	Language  string `json:"language"`
	Lang      string `json:"lang"`
	Title     string `json:"title"`
}

// readLines hands out one document for each line of JSON in r.
func readLines(name string, r io.Reader, o Options, yield func(Document, error) bool) bool {
	in := bufio.NewReaderSize(r, 64<<10)
	found := false
	for n := 1; ; n++ {
		text, err := readLine(in, o.maxBytes())
		if errors.Is(err, io.EOF) {
			break
		}
		where := fmt.Sprintf("%s:%d", name, n)
		if err != nil && !errors.Is(err, ErrTooLarge) {
			return yield(Document{}, &Error{Path: name, Line: n, Err: err})
		}
		if n == 1 {
			text = bytes.TrimPrefix(text, utf8Mark)
		}
		if err == nil && len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		if err == nil && !found && isExport(text) {
			return yield(Document{}, &Error{Path: name, Err: ErrExport})
		}
		found = true
		if err != nil {
			if !yield(Document{}, &Error{Path: name, Line: n, Err: err}) {
				return false
			}
			continue
		}
		doc, err := parseRecord(where, text)
		if err != nil {
			err = &Error{Path: name, Line: n, Err: err}
		}
		if !yield(doc, err) {
			return false
		}
	}
	if !found {
		return yield(Document{}, &Error{Path: name, Err: ErrEmpty})
	}
	return true
}

// readLine reads one line, without keeping more of it than limit allows.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var text []byte
	over := false
	for {
		part, err := in.ReadSlice('\n')
		if !over {
			text = append(text, part...)
		}
		if int64(len(text)) > limit {
			over, text = true, nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(part) == 0 && len(text) == 0 && !over:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case over:
			return nil, fmt.Errorf("%w: more than %s", ErrTooLarge, size(limit))
		}
		return text, nil
	}
}

// parseRecord reads one line as an article.
func parseRecord(where string, text []byte) (Document, error) {
	if !utf8.Valid(text) {
		return Document{}, fmt.Errorf("%w: a line of JSON must be UTF-8", ErrCharset)
	}
	var rec record
	if err := json.Unmarshal(text, &rec); err != nil {
		return Document{}, fmt.Errorf("%w: %s", ErrRecord, plainly(err))
	}
	doc := Document{
		Path:    where,
		Name:    path.Base(filepath.ToSlash(where)),
		Charset: "utf-8",
		Meta: Meta{
			URL: rec.URL, Source: rec.Source, Title: rec.Title,
			Published: first(rec.Published, rec.Date), Language: first(rec.Language, rec.Lang),
		},
	}
	doc.Text = first(rec.Text, rec.Body)
	if doc.Text == "" {
		doc.Text, doc.HTML = rec.HTML, true
	}
	switch {
	case blank(doc.Text):
		return Document{}, fmt.Errorf("%w: it has no \"text\", \"body\" or \"html\"", ErrRecord)
	case strings.IndexByte(doc.Text, 0) >= 0:
		return Document{}, fmt.Errorf("%w: it holds NUL characters", ErrNotText)
	}
	return doc, nil
}

// plainly says what is wrong with a line of JSON without the terms of Go.
func plainly(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Sprintf("%q must be text in quotes, and is not: %s", kind.Field, kind.Value)
	case errors.As(err, &kind):
		return "a line must be a JSON object such as {\"text\": …}, not: " + kind.Value
	case errors.As(err, &syntax):
		return fmt.Sprintf("not valid JSON at byte %d: %v", syntax.Offset, syntax)
	}
	return err.Error()
}

// isExport reports whether a line is the first of a graph's canonical export.
func isExport(text []byte) bool {
	var header struct {
		Type   string
		Format int
	}
	return json.Unmarshal(text, &header) == nil && header.Type == "header" && header.Format > 0
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// isLines reports whether text is lines of JSON objects, for input without a
// name.
func isLines(data []byte) bool {
	head, _, _ := bytes.Cut(bytes.TrimSpace(bytes.TrimPrefix(data, utf8Mark)), []byte("\n"))
	return len(head) > 1 && head[0] == '{' && json.Valid(head)
}
