package rules

import (
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// placed is the process that usually meets where the clause of a round puts it,
// or where the story is filed if the lead names no place: one that the text
// names, else that of a conflict whose parties it names, "a first round between
// Damascus and the rebels ended in the Kazakh capital"; "" where there is none,
// or two are named.
func (d *document) placed(m *mention, processes []processMention) string {
	process := ""
	if d.putAt(m, func(place string) bool { process = d.usualAt(place, processes); return process != "" }) {
		return process
	}
	if lead := d.leadEnds(1); int(d.text.Tokens[m.from].Sentence) == lead {
		for i := range d.where(0, lexicon.Place) {
			if s := int(d.text.Tokens[i].Sentence); s > lead {
				break
			} else if d.text.Tokens[i].Line && d.blocks[s] != "title" {
				return d.usualAt(d.entryAt(i, lexicon.Place).Label.Entry.ID, processes)
			}
		}
	}
	return ""
}

// usualAt is the process that usually meets at a place; see placed.
func (d *document) usualAt(place string, processes []processMention) string {
	named := ""
	for _, p := range processes {
		if p.bare || p.entry.ID == named || !d.e.sameCity(place, p.entry.Place) {
			continue
		}
		if named != "" {
			return ""
		}
		named = p.entry.ID
	}
	if named != "" {
		return named
	}
	best := ""
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if d.e.sameCity(e.Place, place) && e.Country != "" && !e.Single && e.Type != "summit" && d.aliveThen(e) && d.namesConflict(e) {
			if best == "" || e.Place == e.ID {
				best = e.ID
			}
		}
	}
	return best
}

// elsewhere is another process about the same conflict, where the clause of a
// round puts it at that process's usual place: «تنطلق في جنيف الجولة الرابعة»
// in an article about Astana. Of talks that are said to be others' own, a place that
// the sentence names before them will do, and any process that usually meets there.
func (d *document) elsewhere(m *mention, main string) string {
	own := d.e.lexicon.Entry(lexicon.Process, main)
	if own == nil || own.Country == "" {
		return ""
	}
	theirs := m.standing == passing && d.theirOwn(m)
	other := ""
	usual := func(place string) bool {
		if d.e.sameCity(place, own.Place) {
			return false
		}
		for _, e := range d.e.lexicon.Entries(lexicon.Process) {
			if (e.Place == e.ID && own.Place != "" || theirs && d.aliveThen(e)) && d.e.sameCity(e.Place, place) && e.Country == own.Country && !e.Single {
				other = e.ID
				return true
			}
		}
		return false
	}
	s := d.text.Sentences[d.text.Tokens[m.from].Sentence]
	if i := d.pastDateline(s.From); i == s.From && m.from > i {
		if f := d.framedBy(i, m.from); f != nil && usual(f.Label.Entry.ID) {
			return other // "In Geneva, where …, a fifth round is due"
		}
	}
	if d.putAt(m, usual) || !theirs {
		return other
	}
	for i := s.From; i < m.from; i++ {
		if f := d.entryAt(i, lexicon.Place); f != nil && d.inPlace(i) && usual(f.Label.Entry.ID) {
			break // "officers agreed in Geneva, at the fourth round of their own talks"
		}
	}
	return other
}

// datelineDash tells whether the mark at token i, behind a city, is the dash of a
// dateline, which stands between spaces: "GENEVA — Five days were supposed to …".
func (d *document) datelineDash(i int) bool {
	t := d.text.Tokens
	return t[i].Norm == "-" && !t[i].Glued && i+1 < len(t) && !t[i+1].Glued && t[i+1].Kind == text.Word
}

// framedBy is the place with which the sentence that begins at token i begins, where a
// word such as in stands before it and a comma right behind it, before another token:
// "In Geneva, …", «وفي جنيف، …».
func (d *document) framedBy(i, before int) *lexicon.Match {
	for at := i; at < min(i+2, before-1); at++ {
		if f := d.entryAt(at, lexicon.Place); f != nil && d.inPlace(at) && f.To < before && d.text.Tokens[f.To].Norm == "," {
			return f
		}
	}
	return nil
}

// theirOwn tells whether the talks of which a round is named are said to be others' own:
// "the fourth round of their own military talks", «عقد وفدا المجلسين جولتهما الثانية».
func (d *document) theirOwn(m *mention) bool {
	if !d.lang.cased {
		return d.possessed(m.from)
	}
	return d.has(d.lang.class["their-own"], m.to, min(m.to+4, d.sentenceEnd(m.from)))
}

// putAt calls a function with each place that the clause of a round puts it at,
// until it says yes: "in Geneva", "in the Kazakh capital", "Geneva hosts", and, of a
// clause that begins with where, the place before that. A date between commas does not
// end a clause: «تنطلق في جنيف، يوم 23 مارس، الجولة الخامسة».
func (d *document) putAt(m *mention, found func(place string) bool) bool {
	clause := d.pastDateBetween(d.clauseStart(m.from))
	from := clause
	if _, where := d.classAt(from, d.lang.class["where"]); where {
		from = max(d.text.Sentences[d.text.Tokens[from].Sentence].From, from-8)
	}
	for i := from; i < min(m.to+14, d.sentenceEnd(m.from)); i++ {
		if _, ok := d.classAt(i, d.lang.common.aside); ok && i >= m.to {
			break // "…, a week after the meeting in Astana"
		}
		if f := d.entryAt(i, lexicon.Place); f != nil && (i < clause || d.inPlace(i) || d.follows(i, d.lang.class["hosted"])) {
			if found(f.Label.Entry.ID) {
				return true
			}
		} else if _, ok := d.classAt(i, d.lang.common.capital); ok {
			for j := max(from, i-1); j < min(i+3, d.sentenceEnd(i)); j++ {
				if p := d.modifier(j); p != nil && found(d.e.capitalOf(p.parties[0].id, d.likelyDay())) {
					return true
				}
			}
		}
	}
	return false
}

// pastDateBetween is where the clause begins that a date between commas, behind which token i
// stands, interrupts; i where there is none.
func (d *document) pastDateBetween(i int) int {
	const longest = 9
	from := d.text.Sentences[d.text.Tokens[i].Sentence].From
	if i < from+2 || d.text.Tokens[i-1].Norm != "," {
		return i
	}
	dated := false
	for j := i - 2; j > max(from, i-longest); j-- {
		if d.text.Tokens[j].Norm == "," {
			if dated {
				return d.clauseStart(j)
			}
			return i
		}
		dated = dated || d.dateAt(j) && j < i-1 && d.pastDate(j, i) >= i-1
	}
	return i
}

// sameCity tells whether two places are one city, if under two names.
func (e *Engine) sameCity(a, b string) bool {
	if a == "" || a == b {
		return a == b && a != ""
	}
	p, q := e.lexicon.Entry(lexicon.Place, a), e.lexicon.Entry(lexicon.Place, b)
	return p != nil && q != nil && p.Same != "" && p.Same == q.Same
}

// aliveThen tells whether the article's day, as far as it can be told before
// its dates are solved, lies in a process's lifespan.
func (d *document) aliveThen(e *lexicon.Entry) bool { return aliveOn(e, d.likelyDay()) }

// aliveOn tells whether a day, where it is known, lies in a process's lifespan.
func aliveOn(e *lexicon.Entry, day edtf.Date) bool {
	if day.IsZero() {
		return true
	}
	w := window(e.Since, e.Until)
	return w.IsZero() || w.Compatible(day)
}

// namesConflict tells whether the text names a party to the conflict that a
// process is about: of talks with one movement, that movement.
func (d *document) namesConflict(p *lexicon.Entry) bool {
	if p.Party == "" && p.Country != "" && d.namesRegion(p.Country, len(d.text.Tokens)) {
		return true
	}
	for i := range d.where(0, lexicon.Party) {
		f := d.entryAt(i, lexicon.Party)
		if f == nil {
			continue
		}
		if e := f.Label.Entry; p.Party == "" && (e.ID == p.Country || e.Country == p.Country) || p.Party != "" && e.ID == p.Party {
			return true
		}
	}
	return p.Party == "" && p.Country != "" && d.namesTopicOf(p.Country)
}

// namesTopicOf tells whether the text names a topic that is one of a single state's
// conflict, as Idlib is of Syria's.
func (d *document) namesTopicOf(state string) bool {
	for i := range d.where(0, lexicon.Topic) {
		if f := d.entryAt(i, lexicon.Topic); f != nil && f.Label.Entry.Country == state {
			return true
		}
	}
	return false
}

// cityRound reads a city with a number, which is a round of the process that
// usually meets there, though no list calls it so: «الدوحة 3», "Jeddah
// II", with an ordinal only in quotes, «"جدة الثانية"».
func (d *document) cityRound(i int) *mention {
	f := d.entryAt(i, lexicon.Place)
	if f == nil || d.entryAt(i, lexicon.Process) != nil || !d.numberBehind(f.To) {
		return nil
	}
	j, end := f.To, d.sentenceEnd(i)
	for j < end && (d.text.Tokens[j].Norm == "-" || d.text.Tokens[j].Norm == "\"") {
		j++
	}
	n, to := d.number(j, end, true)
	if _, ordinal := d.ordinal(j, end); n == 0 || d.datelineDay(i, to) || d.datelineDash(f.To) || ordinal > j && d.text.Tokens[max(0, i-1)].Norm != "\"" {
		return nil
	}
	process := ""
	for _, e := range d.e.lexicon.Entries(lexicon.Process) {
		if d.e.sameCity(e.Place, f.Label.Entry.ID) && !e.Single && e.Type != "summit" && d.aliveThen(e) && d.namesConflict(e) {
			if process != "" {
				return nil
			}
			process = e.ID
		}
	}
	if process == "" && !(d.lang.cased && n > 1 && d.text.Tokens[j].Kind == text.Word && d.has(d.lang.common.talks, d.text.Sentences[d.text.Tokens[i].Sentence].From, i)) {
		return nil // "a meeting which they call Istanbul III" is one of talks that no list knows
	}
	return &mention{kind: kindRound, from: i, to: to, round: &round{process: process, number: n}}
}
