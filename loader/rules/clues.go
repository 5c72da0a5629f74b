package rules

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// clues says what each part of a fact was known by.
func (d *document) clues(f *fact) []Clue {
	out := []Clue{d.roundClue(f)}
	for _, id := range append(slices.Clone(f.parties), f.party) {
		if id != "" {
			out = append(out, d.partyClue(f, id))
		}
	}
	if f.person != nil {
		out = append(out, d.personClues(f)...)
	}
	if f.place != "" {
		out = append(out, d.placeClue(f))
	}
	if f.topic != "" {
		if m := d.near(f.spans, func(m *mention) bool { return m.kind == kindTopic && m.entry.ID == f.topic }); m != nil {
			out = append(out, d.describe(m))
		}
	}
	if f.value != "" {
		out = append(out, Clue{What: f.kind + " " + f.value, By: cmp.Or(f.derived, "the rule says so")})
	}
	if !f.date.IsZero() {
		out = append(out, d.dateClues(f)...)
	}
	if f.kind != "round" {
		out = append(out, d.modalityClue(f))
	}
	return out
}

// near is the first mention of some sort in token ranges, else in the sentence
// of the first, else in the article.
func (d *document) near(spans [][2]int, wanted func(*mention) bool) *mention {
	first := d.text.Sentences[d.text.Tokens[spans[0][0]].Sentence]
	for _, r := range append(slices.Clone(spans), [2]int{first.From, first.To}, [2]int{0, len(d.text.Tokens)}) {
		for i := r[0]; i < r[1]; i++ {
			for k := range d.mentions {
				for _, m := range d.mentions[k][i] {
					if wanted(m) {
						return m
					}
				}
			}
		}
	}
	return nil
}

// describe says what a mention means, and what it was known by.
func (d *document) describe(m *mention) Clue {
	c := Clue{What: kindNames[m.kind], Quote: d.text.Quote(m.from, m.to)}
	name := func(ids ...string) { c.What += " " + strings.Join(ids, ", ") }
	switch m.kind {
	case kindPerson, kindOffice:
		if m.person == nil {
			name(d.partyIDs(m.parties)...)
			c.By = "an office whose holder the article does not name; he acts for its party"
			break
		}
		name(m.person.id)
		c.By, _ = d.introduced(m)
	case kindRound:
		name(m.round.name())
		c.By = d.roundBy(m)
	case kindPlace, kindVenue:
		name(cmp.Or(strings.TrimPrefix(d.placeOf(m), sameCity), "(not known)"))
		c.By = placeBy(m)
	case kindDate:
		c.By = "not solved: the article is not read further"
		if m.date < len(d.solution.Resolved) {
			r := d.solution.Resolved[m.date]
			name(cmp.Or(r.Date.String(), "(not solved)"))
			c.By = r.Basis
		}
	case kindDuration, kindDay:
		name(strconv.Itoa(d.durations[m.date].Days))
		c.By = "a length in days"
		if d.durations[m.date].Nth {
			c.By = "the number of a day; -1 is the last"
		}
	case kindTopic, kindMedia, kindProcess:
		name(m.entry.ID)
		c.By = "a name in the lexicon"
		if m.entry.Broader != "" {
			c.By += ", part of " + m.entry.Broader
		}
	case kindName:
		c.By = "words that may be the name of somebody whom nothing introduces"
	default:
		ids := d.partyIDs(m.parties)
		for _, p := range m.persons {
			ids = append(ids, p.id)
		}
		name(ids...)
		if len(m.parties) > 0 {
			c.By = d.partyBy(m, m.parties[0])
		}
	}
	return c
}

// kindNames are the kinds of mentions as patterns write them.
var kindNames = func() (names [kindCount]string) {
	for name, k := range mentionKinds {
		names[k] = name
	}
	return names
}()

func (d *document) placeClue(f *fact) Clue {
	at := func(m *mention) bool { return (m.kind == kindVenue || m.kind == kindPlace) && d.placeOf(m) == f.place }
	m := d.near(f.spans, at)
	if m == nil {
		return Clue{What: "place " + f.place, By: "the article's venue, which the words mean"}
	}
	return d.describe(m)
}

// placeBy says what a place was known by.
func placeBy(m *mention) string {
	switch {
	case m.entry == nil && m.capital:
		return "the capital that the state had on the article's day"
	case m.entry == nil:
		return "the same city as the article's venue"
	case m.kind == kindVenue:
		return "a name in the lexicon, behind a word for in"
	}
	return "a name in the lexicon"
}

// names tells the mentions of a round.
func (d *document) names(r *round) func(*mention) bool {
	return func(m *mention) bool { return m.kind == kindRound && m.round == r }
}

// roundClue says why a fact is about its round.
func (d *document) roundClue(f *fact) Clue {
	m := d.near(f.spans, d.names(f.round))
	c := Clue{What: "round " + f.round.name()}
	switch at := f.spans[0]; {
	case m == nil:
		c.By = "the talks that the article is about, which it does not call by a number"
	case m.from >= at[0] && m.from < at[1]:
		c.By, c.Quote = d.roundBy(m), d.text.Quote(m.from, m.to)
	case !d.apart(m, f):
		c.By, c.Quote = "named in the sentence: "+d.roundBy(m), d.text.Quote(m.from, m.to)
	case f.round == d.main:
		c.By = "the one that the article is about"
	default:
		c.By, c.Quote = "the paragraph speaks of it: "+d.roundBy(m), d.text.Quote(m.from, m.to)
	}
	return c
}

// roundBy says what a round was known by where it is mentioned.
func (d *document) roundBy(m *mention) string {
	for i := m.from; i < m.to; i++ {
		if f := d.entryAt(i, lexicon.Process); f != nil && f.Label.Entry.ID == m.round.process {
			if m.round.number > 0 {
				return "the name of the talks in the lexicon, with a number"
			}
			return "the name of the talks in the lexicon"
		}
	}
	switch {
	case m.relative:
		return "counted from the round named before it"
	case m.round.number > 0:
		return "a noun for a round with a number; the talks are those named beside it, or the article's"
	}
	return "a noun for a round"
}

// dateClues say how a fact's date was solved, and what that rests on.
func (d *document) dateClues(f *fact) []Clue {
	c := Clue{What: "date " + f.date.String(), By: f.basis}
	m := d.near(f.spans, func(m *mention) bool {
		if m.kind != kindDate || m.date >= len(d.solution.Resolved) || d.text.Tokens[m.from].Sentence != d.toldIn(f) {
			return false
		}
		r := d.solution.Resolved[m.date]
		return r.Date == f.date || r.Date.Start() == f.date || r.Date.End() == f.date || slices.Contains(r.Days, f.date)
	})
	if m == nil {
		if f.date == d.anchor() && f.basis != "" {
			c.By += ": " + d.solution.AnchorBasis
		}
		return d.counted(f, c)
	}
	r := d.solution.Resolved[m.date]
	c.By, c.Quote = cmp.Or(f.basis, r.Basis), d.text.Quote(m.from, m.to)
	out := []Clue{c}
	for _, s := range r.Support {
		out = append(out, Clue{What: "rests on", Quote: d.text.Quote(s.From, s.To)})
	}
	return out
}

// counted are the clues of a date that no words name: the length of the round,
// and the day from which it was counted.
func (d *document) counted(f *fact, c Clue) []Clue {
	c.By = cmp.Or(c.By, f.derived)
	out := []Clue{c}
	length := d.near(f.spans[:1], func(m *mention) bool { return m.kind == kindDuration })
	if length == nil || d.apart(length, f) || f.derived != derivedFrom[[2]string{"lasts", f.kind}] {
		return out
	}
	out = append(out, d.describe(length))
	other := map[string]string{"start": "end", "end": "start"}[f.kind]
	for _, o := range d.find(other, f.round) {
		out = append(out, Clue{What: "counted from the " + other + " " + o.date.String(), Quote: d.text.Quote(o.spans[0][0], o.spans[0][1])})
	}
	return out
}

// modalityClue says why a fact has its modality.
func (d *document) modalityClue(f *fact) Clue {
	c := Clue{What: string(f.modality)}
	m := d.trace.origin[f]
	from, to := f.spans[0][0], f.spans[0][1]
	if m != nil {
		from, to = m.from, m.to
	}
	word, at := d.modalWord(f.modality, from, to)
	switch {
	case f.kind == "say":
		c.By = "to say something is to have said it"
	case m != nil && m.rule.modality == string(f.modality):
		c.By = "the rule says so"
	case f.modality == graph.Happened && word == "":
		c.By = "no word of denial or of the future stands in the clause"
	case f.modality == graph.Happened:
		c.By, c.Quote = "what this "+word+" says does not concern the fact", d.text.Quote(at[0], at[1])
	case word == "":
		c.By = "it is told of a round to come"
	default:
		c.By, c.Quote = "a "+word, d.text.Quote(at[0], at[1])
	}
	return c
}

// modalWord is the word in a clause that makes it denied or planned, and what
// sort it is; of one that happened, the word that did not count.
func (d *document) modalWord(m graph.Modality, from, to int) (string, [2]int) {
	start := max(d.clauseStart(from), from-6)
	sentence := d.text.Sentences[d.text.Tokens[from].Sentence].From
	look := func(class, from int) ([2]int, bool) {
		for i := from; i < to; i++ {
			if end, ok := d.classAt(i, class); ok {
				return [2]int{i, end}, true
			}
		}
		return [2]int{}, false
	}
	if m != graph.Planned {
		if at, ok := look(d.lang.common.deny, start); ok {
			return "word of denial", at
		}
		from := start
		if m == graph.Denied {
			from = max(sentence, start-6)
		}
		if at, ok := look(d.lang.common.superseded, from); ok {
			return "word for what was meant to be", at
		}
	}
	if m != graph.Denied {
		if at, ok := look(d.lang.common.future, start); ok {
			return "word of the future", at
		}
	}
	return "", [2]int{}
}
