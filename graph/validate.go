package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxID is the longest id, in bytes.
const MaxID = 1000

// kinds lists every kind of id that a claim may name.
var kinds = []string{
	"process", "round", "delegation", "party", "person", "agenda", "topic",
	"place", "meeting", "statement", "outcome",
}

// A shape tells what a predicate joins. Exactly one of object, text, date and
// number holds.
type shape struct {
	subject            []string // kinds
	object             []string // kinds
	text, date, number bool
}

// shapes is the table of model.go for programs.
var shapes = map[Predicate]shape{
	PredProcess:    {subject: []string{"round"}, object: []string{"process"}},
	PredNumber:     {subject: []string{"round"}, number: true},
	PredStart:      {subject: []string{"round"}, date: true},
	PredEnd:        {subject: []string{"round"}, date: true},
	PredVenue:      {subject: []string{"round"}, object: []string{"place"}},
	PredHost:       {subject: []string{"round"}, object: []string{"party"}},
	PredGuarantor:  {subject: []string{"round"}, object: []string{"party"}},
	PredObserver:   {subject: []string{"round"}, object: []string{"party"}},
	PredMediator:   {subject: []string{"round"}, object: []string{"party"}},
	PredGuest:      {subject: []string{"round"}, object: []string{"party"}},
	PredDelegation: {subject: []string{"round"}, object: []string{"delegation"}},
	PredHead:       {subject: []string{"delegation"}, object: []string{"person"}},
	PredMember:     {subject: []string{"delegation"}, object: []string{"person"}},
	PredTitle:      {subject: []string{"person"}, text: true},
	PredAgenda:     {subject: []string{"round"}, object: []string{"agenda"}},
	PredSession:    {subject: []string{"agenda"}, date: true},
	PredMeeting:    {subject: []string{"round"}, object: []string{"meeting"}},
	PredPlenary:    {subject: []string{"round"}, object: []string{"meeting"}},
	PredDate:       {subject: []string{"meeting", "statement", "outcome"}, date: true},
	PredStatement:  {subject: []string{"round"}, object: []string{"statement"}},
	PredSpeaker:    {subject: []string{"statement"}, object: []string{"person", "party"}},
	PredManner:     {subject: []string{"statement"}, text: true},
	PredText:       {subject: []string{"statement", "outcome", "agenda"}, text: true},
	PredTopic:      {subject: []string{"statement"}, object: []string{"topic"}},
	PredOutcome:    {subject: []string{"round"}, object: []string{"outcome"}},
	PredKind:       {subject: []string{"outcome", "meeting"}, text: true},
	PredStatus:     {subject: []string{"round"}, text: true},
	PredName:       {subject: kinds, text: true},
}

// normalize checks a reading against the model and brings it into its one
// form: claims sorted by id, each once, their evidence sorted, each once. The
// reading given is not changed.
func normalize(r Reading) (Reading, error) {
	bad := func(claim ID, format string, args ...any) (Reading, error) {
		return Reading{}, &ReadingError{r.Article.ID, claim, fmt.Sprintf(format, args...)}
	}
	if want := ArticleID(r.Article); r.Article.ID != want {
		return bad("", "the id is not the hash of the article, %s", want)
	}
	if r.Extractor == "" {
		return bad("", "no extractor is named")
	}
	for _, s := range []string{r.Article.Text, r.Article.Title, r.Article.Source, r.Article.URL, r.Article.Language, r.Outlet} {
		if !utf8.ValidString(s) {
			return bad("", "text that is not UTF-8: %.40q", s)
		}
	}
	for _, field := range r.Article.Solved {
		if !slices.Contains([]string{"title", "source", "language", "published"}, field) {
			return bad("", "no such field to be found in the text: %q", field)
		}
	}
	if len(r.Article.Solved) > 0 {
		r.Article.Solved = slices.Compact(slices.Sorted(slices.Values(r.Article.Solved)))
	}
	claims := make(map[ID]Supported, len(r.Claims))
	for _, c := range r.Claims {
		id := c.Claim.ID()
		if reason := c.Claim.problem(); reason != "" {
			return bad(id, "%s", reason)
		}
		if len(c.Evidence) == 0 {
			return bad(id, "a claim without evidence: %s %s %s", c.Claim.Subject, c.Claim.Predicate, c.Claim.Object.Canonical())
		}
		kept := claims[id]
		kept.Claim = c.Claim
		for _, e := range c.Evidence {
			if e.Article == "" {
				e.Article = r.Article.ID
			}
			if err := e.check(r.Article, id); err != nil {
				return Reading{}, err
			}
			kept.Evidence = append(kept.Evidence, e)
		}
		claims[id] = kept
	}
	ids := make([]ID, 0, len(claims))
	for id, c := range claims {
		ids = append(ids, id)
		slices.SortFunc(c.Evidence, compareEvidence)
		c.Evidence = slices.CompactFunc(c.Evidence, func(a, b Evidence) bool { return compareEvidence(a, b) == 0 })
		claims[id] = c
	}
	slices.Sort(ids)
	r.Claims = make([]Supported, len(ids))
	for i, id := range ids {
		r.Claims[i] = claims[id]
	}
	terms := slices.Clone(r.Terms)
	slices.Sort(terms)
	terms = slices.Compact(terms)
	r.Terms = slices.DeleteFunc(terms, func(t string) bool { return t == "" })
	return r, nil
}

// problem is what keeps a claim out of the model, or "".
func (c Claim) problem() string {
	s, ok := shapes[c.Predicate]
	if !ok {
		return fmt.Sprintf("no such predicate: %q", c.Predicate)
	}
	if reason := c.Subject.problem(s.subject); reason != "" {
		return fmt.Sprintf("the subject of %q: %s", c.Predicate, reason)
	}
	o := c.Object
	switch {
	case s.object != nil:
		if reason := o.Entity.problem(s.object); reason != "" {
			return fmt.Sprintf("the object of %q: %s", c.Predicate, reason)
		}
		if o != (Object{Entity: o.Entity}) {
			return fmt.Sprintf("the object of %q is more than an id", c.Predicate)
		}
		if of := o.Entity.roundOf(); c.Subject.Kind() == "round" && of != "" && of != c.Subject {
			return fmt.Sprintf("%s does not belong to %s", o.Entity, c.Subject)
		}
	case s.date && (o.Date.IsZero() || o != Object{Date: o.Date}):
		return fmt.Sprintf("the object of %q is no date", c.Predicate)
	case s.number && (o.Number == 0 || o != Object{Number: o.Number}):
		return fmt.Sprintf("the object of %q is no number", c.Predicate)
	case s.text:
		if strings.TrimSpace(o.Text) == "" || !utf8.ValidString(o.Text+o.Language) || o != (Object{Text: o.Text, Language: o.Language}) {
			return fmt.Sprintf("the object of %q is no text", c.Predicate)
		}
	}
	switch {
	case c.Predicate == PredStatus && !slices.Contains(Statuses, o.Text):
		return fmt.Sprintf("no such status: %q", o.Text)
	case c.Predicate == PredKind && c.Subject.Kind() == "outcome" && !slices.Contains(OutcomeKinds, o.Text):
		return fmt.Sprintf("no such kind of outcome: %q", o.Text)
	}
	return ""
}

// problem is what keeps an id out of a place for some kinds, or "".
func (id ID) problem(kinds []string) string {
	switch {
	case !slices.Contains(kinds, id.Kind()):
		return fmt.Sprintf("%.60q is no id of %s", string(id), strings.Join(kinds, " or "))
	case id.Name() == "" || len(id) > MaxID:
		return fmt.Sprintf("%.60q has %d bytes, want up to %d", string(id), len(id), MaxID)
	case !utf8.ValidString(string(id)) || strings.ContainsFunc(string(id), unicode.IsControl):
		return fmt.Sprintf("%.60q has characters that no id has", string(id))
	}
	switch id.Kind() {
	case "delegation", "agenda", "meeting":
		if a, b, ok := strings.Cut(id.Name(), "/"); !ok || a == "" || b == "" {
			return fmt.Sprintf("%.60q names no round", string(id))
		}
	}
	return ""
}

func (e Evidence) check(a Article, claim ID) error {
	bad := func(format string, args ...any) error {
		return &ReadingError{a.ID, claim, fmt.Sprintf(format, args...)}
	}
	if e.Article != a.ID {
		return bad("evidence from another article, %s", e.Article)
	}
	if len(e.Spans) == 0 {
		return bad("evidence without a passage")
	}
	for _, s := range e.Spans {
		if s.Start < 0 || s.End <= s.Start || s.End > len(a.Text) || a.Text[s.Start:s.End] != s.Quote {
			return &SpanError{a.ID, claim, s.Start, s.End, s.Quote}
		}
	}
	if bit(e.Modality) == 0 {
		return bad("no such modality: %q", e.Modality)
	}
	if !(e.Confidence >= 0 && e.Confidence <= 1) {
		return bad("the confidence %v is not between 0 and 1", e.Confidence)
	}
	if !utf8.ValidString(e.Rule + e.Citing + e.Origin + e.Basis) {
		return bad("text that is not UTF-8")
	}
	return nil
}

// compareEvidence is the order of evidence of one claim and article: by
// passage, then by everything else.
func compareEvidence(a, b Evidence) int {
	return cmp.Or(
		slices.CompareFunc(a.Spans, b.Spans, func(s, t Span) int {
			return cmp.Or(cmp.Compare(s.Start, t.Start), cmp.Compare(s.End, t.End))
		}),
		cmp.Compare(bit(a.Modality), bit(b.Modality)),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Citing, b.Citing),
		cmp.Compare(a.Origin, b.Origin),
		cmp.Compare(a.Basis, b.Basis),
		cmp.Compare(a.Confidence, b.Confidence),
		cmp.Compare(a.Reported.String(), b.Reported.String()),
	)
}
