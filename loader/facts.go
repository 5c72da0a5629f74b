package loader

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/clean"
)

// A FactsRecord is one article's facts in the terms of gold files, as `extract
// --format facts` prints them, one JSON object a line.
type FactsRecord struct {
	File     string         `json:"file"`
	Article  FactsArticle   `json:"article"`
	Names                   // spellings that stand in the article, of what the facts name
	Facts    []Fact         `json:"facts"`
	Evidence []FactEvidence `json:"evidence"` // Evidence[i] supports Facts[i]
}

// FactsArticle is what is known of the article itself.
type FactsArticle struct {
	Language  string `json:"language"`
	Published string `json:"published"`
	Source    string `json:"source"`
	Title     string `json:"title"`
}

// FactEvidence is where a fact was read.
type FactEvidence struct {
	Rule     string         `json:"rule"`
	Modality graph.Modality `json:"modality"`
	Spans    []graph.Span   `json:"spans"` // of the stored text
	File     []FileSpan     `json:"file"`  // the same passages in the file as read; null where it is not UTF-8 text
}

// A FileSpan is a range of bytes of a file.
type FileSpan struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Facts writes a reading down as facts. Claims that are only denied give none.
//
// A round's slug is its process and number. Rounds without a number count as
// 1, 2 … in the order of their first days where the article knows none of
// their process by number, and give no facts beside numbered ones: which of
// them they are, the article does not say.
//
// Place answers where a stretch of the stored text stands in the file, nothing
// where it cannot be pointed at; a nil place stands for a file that is not
// UTF-8 text.
func Facts(r graph.Reading, file string, place func(start, end int) []clean.Span) FactsRecord {
	w := &factWriter{
		reading: r, place: place, claims: map[graph.ID]map[graph.Predicate][]affirmed{},
		record: FactsRecord{
			File: file,
			Article: FactsArticle{
				Language: r.Article.Language, Published: isoDate(r.Article.Published, edtf.Date.Start),
				Source: r.Article.Source, Title: r.Article.Title,
			},
			Facts: []Fact{}, Evidence: []FactEvidence{},
		},
		seen: map[string]bool{},
	}
	w.index()
	for _, round := range w.rounds() {
		w.round(round)
	}
	w.names()
	return w.record
}

// An affirmed claim's object, with its best evidence that does not deny it.
type affirmed struct {
	object   graph.Object
	evidence []graph.Evidence // the best first
}

type factWriter struct {
	reading graph.Reading
	place   func(start, end int) []clean.Span
	claims  map[graph.ID]map[graph.Predicate][]affirmed
	slugs   map[graph.ID]string // of rounds
	record  FactsRecord
	seen    map[string]bool
}

// index sorts the affirmed claims by subject and predicate; those of a pair
// in the order in which the article states them.
func (w *factWriter) index() {
	for _, c := range w.reading.Claims {
		var kept []graph.Evidence
		for _, e := range c.Evidence {
			if e.Modality != graph.Denied && len(e.Spans) > 0 {
				kept = append(kept, e)
			}
		}
		if len(kept) == 0 {
			continue
		}
		slices.SortStableFunc(kept, func(a, b graph.Evidence) int {
			return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Spans[0].Start, b.Spans[0].Start))
		})
		of := w.claims[c.Claim.Subject]
		if of == nil {
			of = map[graph.Predicate][]affirmed{}
			w.claims[c.Claim.Subject] = of
		}
		of[c.Claim.Predicate] = append(of[c.Claim.Predicate], affirmed{c.Claim.Object, kept})
	}
	for _, of := range w.claims {
		for _, list := range of {
			// Items of one list share the stating passage and have their own after it.
			slices.SortStableFunc(list, func(a, b affirmed) int {
				s, t := a.evidence[0].Spans, b.evidence[0].Spans
				return cmp.Or(cmp.Compare(s[0].Start, t[0].Start), cmp.Compare(s[len(s)-1].Start, t[len(t)-1].Start))
			})
		}
	}
}

// factProcess is what gold files call a process: all talks that are called by Oslo
// are "oslo" there, whoever held them, while the graph keeps them apart.
func factProcess(id string) string {
	switch id {
	case "oslo-israel-palestine", "oslo-afghanistan":
		return "oslo"
	}
	return id
}

// rounds lists the rounds that have a slug, in the order of their slugs' first
// mention, and sets the slugs.
func (w *factWriter) rounds() []graph.ID {
	w.slugs = map[graph.ID]string{}
	numberless := map[string][]graph.ID{} // by process
	numbered := map[string]bool{}
	var rounds []graph.ID
	for id, of := range w.claims {
		if id.Kind() != "round" || len(of[graph.PredProcess]) == 0 {
			continue
		}
		process := factProcess(of[graph.PredProcess][0].object.Entity.Name())
		rounds = append(rounds, id)
		if n := of[graph.PredNumber]; len(n) > 0 {
			w.slugs[id] = process + "-" + strconv.Itoa(n[0].object.Number)
			numbered[process] = true
			continue
		}
		numberless[process] = append(numberless[process], id)
	}
	for process, ids := range numberless {
		if numbered[process] {
			continue
		}
		slices.SortFunc(ids, func(a, b graph.ID) int {
			return cmp.Or(w.firstDay(a).Compare(w.firstDay(b)), cmp.Compare(a, b))
		})
		for i, id := range ids {
			w.slugs[id] = process + "-" + strconv.Itoa(i+1)
		}
	}
	rounds = slices.DeleteFunc(rounds, func(id graph.ID) bool { return w.slugs[id] == "" })
	first := func(id graph.ID) int { return w.claims[id][graph.PredProcess][0].evidence[0].Spans[0].Start }
	slices.SortFunc(rounds, func(a, b graph.ID) int { return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a, b)) })
	return rounds
}

// firstDay is when a round began, as far as the article tells. One without a
// date is the article's own, which comes before the next, unless it is the next
// itself.
func (w *factWriter) firstDay(round graph.ID) edtf.Date {
	if d := w.claims[round][graph.PredStart]; len(d) > 0 {
		return d[0].object.Date
	}
	if strings.HasSuffix(round.Name(), "-next") {
		return edtf.Of(9999, 12, 31)
	}
	return edtf.Of(1, 1, 1)
}

// round writes the facts of one round, kind by kind.
func (w *factWriter) round(id graph.ID) {
	of, slug := w.claims[id], w.slugs[id]
	mention := of[graph.PredProcess][0]
	if n := of[graph.PredNumber]; len(n) > 0 {
		mention = n[0]
	}
	w.fact(mention.evidence[0], "round", slug)
	for _, c := range of[graph.PredStatus] {
		w.fact(c.evidence[0], "status", slug, c.object.Text)
	}
	for _, c := range of[graph.PredStart] {
		w.fact(c.evidence[0], "start", slug, isoDate(c.object.Date, edtf.Date.Start))
	}
	for _, c := range of[graph.PredEnd] {
		w.fact(c.evidence[0], "end", slug, isoDate(c.object.Date, edtf.Date.End))
	}
	for _, p := range []graph.Predicate{graph.PredVenue, graph.PredHost, graph.PredGuarantor, graph.PredObserver} {
		for _, c := range of[p] {
			w.fact(c.evidence[0], string(p), slug, c.object.Entity.Name())
		}
	}
	for _, c := range of[graph.PredDelegation] {
		w.fact(c.evidence[0], "delegation", slug, afterSlash(c.object.Entity))
	}
	w.people(id, "head", graph.PredHead)
	w.people(id, "member", graph.PredMember)
	for _, c := range of[graph.PredAgenda] {
		w.fact(c.evidence[0], "agenda", slug, afterSlash(c.object.Entity))
	}
	for _, c := range of[graph.PredMeeting] {
		w.dated(c, "meeting", slug, afterSlash(c.object.Entity))
	}
	for _, c := range of[graph.PredPlenary] {
		w.dated(c, "plenary", slug)
	}
	for _, c := range of[graph.PredStatement] {
		for _, speaker := range w.claims[c.object.Entity][graph.PredSpeaker] {
			w.fact(c.evidence[0], "statement", slug, speaker.object.Entity.Name())
		}
	}
	for _, c := range of[graph.PredOutcome] {
		for _, kind := range w.claims[c.object.Entity][graph.PredKind] {
			w.fact(c.evidence[0], "outcome", slug, kind.object.Text)
		}
	}
}

// people writes who leads or belongs to the delegations of a round.
func (w *factWriter) people(round graph.ID, kind string, p graph.Predicate) {
	prefix := "delegation:" + round.Name() + "/"
	var ids []graph.ID
	for id := range w.claims {
		if strings.HasPrefix(string(id), prefix) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		for _, c := range w.claims[id][p] {
			w.fact(c.evidence[0], kind, w.slugs[round], afterSlash(id), c.object.Entity.Name())
		}
	}
}

// dated writes a meeting or a plenary once for each of its dates, or with "?"
// where the article gives none. What tells the date is added to the evidence
// of the meeting that stands nearest to it.
func (w *factWriter) dated(c affirmed, kind, slug string, rest ...string) {
	dates := w.claims[c.object.Entity][graph.PredDate]
	if len(dates) == 0 {
		w.fact(c.evidence[0], append([]string{kind, slug, "?"}, rest...)...)
	}
	for _, d := range dates {
		e := slices.MinFunc(c.evidence, func(a, b graph.Evidence) int {
			return cmp.Compare(distance(a, d.evidence[0]), distance(b, d.evidence[0]))
		})
		e.Spans = slices.Clone(e.Spans)
		for _, s := range d.evidence[0].Spans {
			if !slices.Contains(e.Spans, s) {
				e.Spans = append(e.Spans, s)
			}
		}
		w.fact(e, append([]string{kind, slug, isoDate(d.object.Date, edtf.Date.Start)}, rest...)...)
	}
}

// distance is the number of bytes between two pieces of evidence.
func distance(a, b graph.Evidence) int {
	return max(0, b.Spans[0].Start-a.Spans[0].End, a.Spans[0].Start-b.Spans[0].End)
}

// fact adds a fact, unless it stands there already or lacks an argument.
func (w *factWriter) fact(e graph.Evidence, fact ...string) {
	key := strings.Join(fact, "\x00")
	if w.seen[key] || slices.Contains(fact, "") {
		return
	}
	w.seen[key] = true
	w.record.Facts = append(w.record.Facts, fact)
	w.record.Evidence = append(w.record.Evidence, FactEvidence{e.Rule, e.Modality, e.Spans, w.fileSpans(e.Spans)})
}

// fileSpans points at passages in the file, nil if one cannot be pointed at.
func (w *factWriter) fileSpans(spans []graph.Span) []FileSpan {
	if w.place == nil {
		return nil
	}
	var out []FileSpan
	for _, s := range spans {
		places := w.place(s.Start, s.End)
		if len(places) == 0 {
			return nil
		}
		for _, p := range places {
			out = append(out, FileSpan{p.Start, p.End})
		}
	}
	return out
}

// isoDate writes a date as gold files do: a day, a month or a year, without
// marks of doubt. Of an interval it takes the end that is asked for; where
// that is open, it answers "".
func isoDate(d edtf.Date, end func(edtf.Date) edtf.Date) string {
	if d.IsInterval() {
		d = end(d)
	}
	return strings.TrimRight(d.String(), "~?%")
}

// afterSlash is what an id such as delegation:astana-14/turkey says after its
// round.
func afterSlash(id graph.ID) string {
	_, rest, _ := strings.Cut(id.Name(), "/")
	return rest
}
