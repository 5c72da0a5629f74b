package rules

import (
	"cmp"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// A fact is something that the article says, before it becomes claims. Which
// fields are set depends on the kind.
type fact struct {
	kind     string // the rule files' word: head, agenda, start, …
	round    *round
	party    string
	person   *person
	parties  []string // of a meeting, sorted
	topic    string
	place    string
	date     edtf.Date
	duration int    // of a length: index into the document's durations
	value    string // an outcome's kind, a status
	wording  [2]int // token range of what was said or agreed
	spans    [][2]int
	rule     string
	modality graph.Modality
	basis    string
	citing   string
	title    [2]int // of the person
	lead     int    // bytes of a proclitic before what the first span names
	weak     bool   // a delegation known only by attendance
	loose    bool   // a head whose party may be only where he comes from
	convener bool   // a member who is one of those who meet at a summit, be it in his own state; the first rule to give it decides
	weight   int    // how firmly it is said; the firmest of rivals wins
	fallback bool   // read by rules alone that count where no other tells such a thing
	derived  string // how it follows from other facts; "" where it is stated
}

// A factKey is what makes two facts one.
type factKey struct {
	kind, process, party, person, parties, topic, place, value string
	number, said                                               int
	personal                                                   bool
	date                                                       edtf.Date
	modality                                                   graph.Modality
}

// toldIn is the sentence in which the first passage of a fact begins.
func (d *document) toldIn(f *fact) int32 { return d.text.Tokens[f.spans[0][0]].Sentence }

func (f *fact) key() factKey {
	k := factKey{kind: f.kind, process: f.round.process, number: f.round.keyNumber(), party: f.party, topic: f.topic, place: f.place, date: f.date, value: f.value, modality: f.modality}
	if f.person != nil {
		k.person, k.personal = f.person.id, true
	}
	if f.kind == "say" {
		k.said = f.wording[0] // every statement of a speaker counts
	}
	if f.kind == "lasts" {
		k.said = f.duration
	}
	if len(f.parties) > 0 {
		k.parties = strings.Join(f.parties, "+")
	}
	return k
}

// give records a copy of a fact, once, and returns what is recorded.
func (d *document) give(f *fact) *fact {
	if f.round == nil {
		d.trace.refuse("no round is known that it could be about")
		return nil
	}
	if f.round == d.former {
		d.trace.refuse("it is told of earlier talks, which have no number")
		return nil
	}
	if f.modality == "" {
		f.modality = graph.Happened
	}
	if f.citing == "" {
		f.citing = d.cited(f)
	}
	d.openedInEntry(f)
	key := f.key()
	if o := d.seen.find(&key); o != nil {
		if o.spans[0] != f.spans[0] {
			o.weight += f.weight
		} else {
			o.weight = max(o.weight, f.weight) // one passage counts once
		}
		if f.kind == "head" && d.isSummit(f.round) && !d.toldToLead(o) && d.toldToLead(f) {
			o.spans, o.wording, o.rule = f.spans, f.wording, f.rule // who comes to a summit leads only where that is said
		}
		o.weak = o.weak && f.weak
		o.loose = o.loose && f.loose
		o.fallback = o.fallback && f.fallback
		d.trace.give(o)
		return o
	}
	c := d.factSlab.new()
	*c = *f
	d.seen.add(&key, c)
	d.facts = append(d.facts, c)
	d.trace.give(c)
	return c
}

// cited is who the sentence of a fact names as its source: "according to
// TASS", «بحسب ما نقله مراسل RT». A speaker is no source of his own words.
func (d *document) cited(f *fact) string {
	s := d.toldIn(f)
	sentence := d.text.Sentences[s]
	if !d.sentences[s].has(d.lang.common.according - d.lang.least) {
		return ""
	}
	for i := sentence.From; i < sentence.To; i++ {
		to, ok := d.classAt(i, d.lang.common.according)
		for j := to; ok && j < min(to+9, sentence.To); j++ {
			for _, k := range []mentionKind{kindMedia, kindInstitution} {
				for _, m := range d.mentions[k][j] {
					if k == kindInstitution && (f.kind == "say" || f.party != "" && d.resolve(m.parties[0]) == f.party) {
						continue
					}
					end := m.to
					if end+2 < sentence.To && d.text.Tokens[end].Norm == "(" && d.text.Tokens[end+2].Norm == ")" {
						end += 3 // «وكالة الأنباء الروسية (تاس)»
					}
					return d.text.Quote(m.from, end)
				}
			}
		}
	}
	return ""
}

// resolve is the id of the party that is meant, "" where that is open.
func (d *document) resolve(p *party) string {
	if p.generic != nil {
		if p.state != "" && p.state != d.country {
			return p.state
		}
		return d.meant(p.generic)
	}
	if e := d.e.lexicon.Entry(lexicon.Party, p.id); e != nil && e.Acts != "" && e.ID == d.country {
		return e.Acts
	}
	return p.id
}

// meant is the party that a word such as "the rebels" means: the state's
// government or what the lexicon says for it; the movement with which the talks
// are; else the only movement of the conflict's state that the article names.
func (d *document) meant(g *lexicon.Entry) string {
	usual := g.ByCountry[d.country]
	if d.country == "" {
		return usual
	}
	if g.ID == "government" || g.ID == "army" {
		return cmp.Or(usual, d.country)
	}
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); p != nil && p.Party != "" {
		return p.Party
	}
	if e := d.e.lexicon.Entry(lexicon.Party, usual); e != nil && e.Type != "movement" {
		return usual
	}
	named := map[string]int{}
	for _, list := range d.mentions[kindParty] {
		for _, m := range list {
			if id := m.parties[0].id; id != "" && d.movement(id) {
				named[id]++
			}
		}
	}
	if named[usual] > 0 || len(named) > 1 {
		return usual
	}
	return cmp.Or(most(named), usual)
}

// movement tells whether a party is one of the conflict's without being a
// state or a government.
func (d *document) movement(id string) bool {
	e := d.e.lexicon.Entry(lexicon.Party, id)
	if e == nil {
		return d.unlisted[id]
	}
	return e.Country == d.country && insurgent(e)
}

// insurgent tells whether a party that the lexicon has is one of some conflict's without
// being a state or a government.
func insurgent(e *lexicon.Entry) bool {
	return e != nil && e.Country != "" && (e.Type == "movement" || e.Type == "opposition")
}
