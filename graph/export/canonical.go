// The canonical export begins with a header; then come the articles by id, each
// followed by the claims that it gives, by id, and each claim by its evidence in
// that article. So every article with all that it says is one run of lines: a
// file is read back with one reading in memory, and files may be cut between
// articles or joined. A claim that several articles give comes with each. The
// log of curation, by time, comes last: it is no part of any article.
//
// Search terms and signatures are written with their article, since they are
// part of a reading that only its extractor can make; the terms of names are
// not, since loading makes them from the name claims.

package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"peacetalks/graph"
)

// Version is the version of the records, part of the header.
const Version = 1

// The records, told apart by their type.
const (
	typeHeader   = "header"
	typeArticle  = "article"
	typeClaim    = "claim"
	typeEvidence = "evidence"
	typeDecision = "decision"
)

type header struct {
	Type      string `json:"type"`
	Format    int    `json:"format"`
	Schema    int    `json:"schema"`
	Extractor string `json:"extractor"`
	Snapshot  string `json:"snapshot"`       // a hash of all that the graph holds
	Lossy     bool   `json:"lossy,omitzero"` // without texts

	// Of a backup: how much there is.
	Backup    bool `json:"backup,omitzero"`
	Articles  int  `json:"articles,omitzero"`
	Decisions int  `json:"decisions,omitzero"`
}

type article struct {
	Type string `json:"type"`
	graph.Article
	Outlet     string   `json:"outlet,omitempty"`
	Terms      []string `json:"terms,omitempty"`
	Signatures []uint64 `json:"signatures,omitempty"`

	LoadedAt time.Time `json:"loadedAt,omitzero"` // in backups
}

type claim struct {
	Type string   `json:"type"`
	ID   graph.ID `json:"id"`
	graph.Claim
}

type evidence struct {
	Type  string   `json:"type"`
	Claim graph.ID `json:"claim"`
	graph.Evidence
}

type decision struct {
	Type string `json:"type"`
	graph.Decision
}

// Write writes the graph. It reads one article at a time.
func Write(ctx context.Context, w io.Writer, s *graph.Store, o Options) error {
	ctx, unpin := s.Pin(ctx) // the header and the records are of one state
	defer unpin()
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 64<<10)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	h := header{Type: typeHeader, Format: Version, Schema: info.Schema, Extractor: info.Extractor, Snapshot: info.Snapshot, Lossy: o.WithoutText}
	if o.LoadTimes {
		h.Backup, h.Articles, h.Decisions = true, info.Articles, info.Decisions
	}
	if err := enc.Encode(h); err != nil {
		return err
	}
	n := 0
	for r, err := range s.Readings(ctx) {
		if err == nil && o.LoadTimes {
			r.Loaded, err = loadTime(ctx, s, r.Article.ID)
		}
		if err != nil {
			return err
		}
		if err := writeReading(enc, r, o); err != nil {
			return err
		}
		n++
		if o.Progress != nil {
			o.Progress(n, info.Articles)
		}
	}
	log, err := s.AllDecisions(ctx)
	if err != nil {
		return err
	}
	if n != info.Articles || len(log) != info.Decisions {
		return &graph.DamageError{Key: "of an article or a decision", Reason: fmt.Sprintf("%d of %d articles and %d of %d decisions are there", n, info.Articles, len(log), info.Decisions)}
	}
	for _, d := range log {
		if err := enc.Encode(decision{typeDecision, d}); err != nil {
			return err
		}
	}
	return out.Flush()
}

func writeReading(enc *json.Encoder, r graph.Reading, o Options) error {
	a := article{typeArticle, r.Article, r.Outlet, r.Terms, r.Signatures, r.Loaded}
	if o.WithoutText {
		a.Text, a.Terms = "", nil
	}
	if err := enc.Encode(a); err != nil {
		return err
	}
	for _, c := range r.Claims {
		id := c.Claim.ID()
		if err := enc.Encode(claim{typeClaim, id, c.Claim}); err != nil {
			return err
		}
		for _, e := range c.Evidence {
			if err := enc.Encode(evidence{typeEvidence, id, e}); err != nil {
				return err
			}
		}
	}
	return nil
}

// A SyntaxError reports a line that is not as [Write] writes it.
type SyntaxError struct {
	Line   int
	Reason string
	Err    error // the cause, if there is one
}

func (e *SyntaxError) Error() string {
	s := fmt.Sprintf("line %d: %s", e.Line, e.Reason)
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *SyntaxError) Unwrap() error { return e.Err }

// MaxLine is the longest line that is read.
const MaxLine = 256 << 20

// Sniff tells whether data begins like an export.
func Sniff(data []byte) bool {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	var h header
	return json.Unmarshal(line, &h) == nil && h.Type == typeHeader && h.Format > 0
}

// Read yields the readings of an export, or of several that were joined, and
// hands each decision to decided. It stops at the first error, a *[SyntaxError]
// or the reader's own.
func Read(r io.Reader, decided func(graph.Decision)) iter.Seq2[graph.Reading, error] {
	return func(yield func(graph.Reading, error) bool) {
		p := parser{decided: decided}
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 64<<10), MaxLine)
		for lines.Scan() {
			p.line++
			done, err := p.take(lines.Bytes())
			if broken := lines.Err(); err != nil && broken != nil { // the line is a part
				err = &SyntaxError{p.line, "it cannot be read", broken}
			}
			if err != nil {
				yield(graph.Reading{}, err)
				return
			}
			if done != nil && !yield(*done, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(graph.Reading{}, &SyntaxError{p.line + 1, "it cannot be read", err})
			return
		}
		if p.header.Type == "" {
			yield(graph.Reading{}, &SyntaxError{1, "no header: this is no export of a graph", nil})
			return
		}
		done, err := p.finish()
		if done != nil || err != nil {
			yield(deref(done), err)
		}
	}
}

func deref(r *graph.Reading) graph.Reading {
	if r == nil {
		return graph.Reading{}
	}
	return *r
}

// A parser puts the reading together whose lines are being read.
type parser struct {
	line    int
	header  header
	reading *graph.Reading
	decided func(graph.Decision)
}

func (p *parser) bad(err error, format string, args ...any) error {
	return &SyntaxError{p.line, fmt.Sprintf(format, args...), err}
}

// take reads one line, and gives the reading that it ends.
func (p *parser) take(line []byte) (*graph.Reading, error) {
	if len(bytes.TrimSpace(line)) == 0 {
		return nil, nil
	}
	var kind struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(line, &kind); err != nil {
		return nil, p.bad(err, "no JSON object")
	}
	if kind.Type != typeHeader && p.header.Type == "" {
		return nil, p.bad(nil, "no header comes first: this is no export of a graph")
	}
	switch kind.Type {
	case typeHeader:
		return p.takeHeader(line)
	case typeArticle:
		return p.takeArticle(line)
	case typeClaim:
		return nil, p.takeClaim(line)
	case typeEvidence:
		return nil, p.takeEvidence(line)
	case typeDecision:
		return p.takeDecision(line)
	}
	return nil, p.bad(nil, "no such type of record: %q", kind.Type)
}

func (p *parser) takeHeader(line []byte) (*graph.Reading, error) {
	done, err := p.finish()
	if err != nil {
		return nil, err
	}
	p.header = header{}
	switch err := json.Unmarshal(line, &p.header); {
	case err != nil:
		return nil, p.bad(err, "the header")
	case p.header.Format != Version:
		return nil, p.bad(nil, "the export has format %d, this program reads %d", p.header.Format, Version)
	case p.header.Lossy:
		return nil, p.bad(nil, "the export was written without texts and cannot be loaded")
	}
	return done, nil
}

func (p *parser) takeArticle(line []byte) (*graph.Reading, error) {
	done, err := p.finish()
	if err != nil {
		return nil, err
	}
	var a article
	if err := json.Unmarshal(line, &a); err != nil {
		return nil, p.bad(err, "the article")
	}
	p.reading = &graph.Reading{Article: a.Article, Extractor: p.header.Extractor, Outlet: a.Outlet, Terms: a.Terms, Signatures: a.Signatures, Loaded: a.LoadedAt}
	return done, nil
}

func (p *parser) takeClaim(line []byte) error {
	var c claim
	switch err := json.Unmarshal(line, &c); {
	case err != nil:
		return p.bad(err, "the claim")
	case p.reading == nil:
		return p.bad(nil, "a claim before any article")
	case c.Claim.ID() != c.ID:
		return p.bad(nil, "the claim's id is not the hash of what it says, %s", c.Claim.ID())
	}
	p.reading.Claims = append(p.reading.Claims, graph.Supported{Claim: c.Claim})
	return nil
}

func (p *parser) takeEvidence(line []byte) error {
	var e evidence
	if err := json.Unmarshal(line, &e); err != nil {
		return p.bad(err, "the evidence")
	}
	n := 0
	if p.reading != nil {
		n = len(p.reading.Claims)
	}
	if n == 0 || p.reading.Claims[n-1].Claim.ID() != e.Claim {
		return p.bad(nil, "evidence that does not follow its claim")
	}
	last := &p.reading.Claims[n-1]
	last.Evidence = append(last.Evidence, e.Evidence)
	return nil
}

func (p *parser) takeDecision(line []byte) (*graph.Reading, error) {
	done, err := p.finish()
	if err != nil {
		return nil, err
	}
	var d decision
	if err := json.Unmarshal(line, &d); err != nil {
		return nil, p.bad(err, "the decision")
	}
	d.Time = d.Time.UTC()
	if err := d.Decision.Check(); err != nil {
		return nil, p.bad(err, "the decision")
	}
	p.decided(d.Decision)
	return done, nil
}

// finish gives the reading that is complete, if there is one.
func (p *parser) finish() (*graph.Reading, error) {
	r := p.reading
	p.reading = nil
	if r == nil {
		return nil, nil
	}
	if want := graph.ArticleID(r.Article); r.Article.ID != want {
		return nil, p.bad(errors.New("it was changed, or cut short"), "the article before this line, %s, is not what its id says", r.Article.ID)
	}
	return r, nil
}
