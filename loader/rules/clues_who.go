package rules

import (
	"cmp"

	"peacetalks/loader/lexicon"
)

// partyIDs are the parties that are meant.
func (d *document) partyIDs(parties []*party) []string {
	var out []string
	for _, p := range parties {
		if d.main == nil && p.generic != nil {
			out = append(out, p.generic.ID)
			continue
		}
		out = append(out, cmp.Or(d.resolve(p), "(open)"))
	}
	return out
}

// partyClue says what a party of a fact was known by: of what the rule's slots
// took, else of what the passage names.
func (d *document) partyClue(f *fact, id string) Clue {
	c := Clue{What: "party " + id, By: "what the words stand for in these talks"}
	var took []*mention
	if m := d.trace.origin[f]; m != nil {
		for _, s := range m.captures {
			took = append(took, s.mention)
		}
	}
	if m := d.near(f.spans, func(m *mention) bool { return partial[m.kind] && d.partyIn(m, id) != nil }); m != nil && !d.apart(m, f) {
		took = append(took, m)
	}
	for _, m := range took {
		if m == nil || m.person != nil {
			continue
		}
		if p := d.partyIn(m, id); p != nil && p.to > p.from {
			c.By, c.Quote = d.partyBy(m, p), d.text.Quote(p.from, p.to)
			return c
		}
	}
	if p := d.actor(f, took, id); p != nil {
		c.By = "the party for which " + p.id + " acts"
		if m := d.titleOf(p); m != nil && len(m.parties) > 0 && d.resolve(m.parties[0]) == id {
			c.By, c.Quote = c.By+", by the title", d.text.Quote(m.title[0], m.title[1])
		} else if p.known != nil && p.known.Party == id {
			c.By += ", by the lexicon's hint for the name"
		} else if p.party == id {
			c.By += ", by the seat that the article gives the person"
		}
	}
	return c
}

// actor is the person by whom a fact is about a party: its own, one whom the
// rule's slots took, or one whom the passage names; nil if there is none.
func (d *document) actor(f *fact, took []*mention, id string) *person {
	if f.person != nil {
		return f.person
	}
	for _, m := range took {
		if m == nil {
			continue
		}
		for _, p := range m.persons {
			if d.partyOf(p, nil) == id {
				return p
			}
		}
	}
	m := d.near(f.spans, func(m *mention) bool { return m.kind == kindPerson && d.partyOf(m.person, nil) == id })
	if m == nil || d.apart(m, f) {
		return nil
	}
	return m.person
}

// partial are the kinds of mentions that mean parties.
var partial = map[mentionKind]bool{kindParty: true, kindAdjective: true, kindDelegation: true, kindDelegations: true, kindInstitution: true, kindGuarantors: true, kindOffice: true}

// partyIn is the party of a mention that means an id, nil if none does.
func (d *document) partyIn(m *mention, id string) *party {
	for _, p := range m.parties {
		if d.resolve(p) == id {
			return p
		}
	}
	return nil
}

// apart tells whether a mention is in another sentence than a fact's passage.
func (d *document) apart(m *mention, f *fact) bool {
	return d.text.Tokens[m.from].Sentence != d.toldIn(f)
}

// titleOf is the mention of a person that has a title, nil if none has.
func (d *document) titleOf(p *person) *mention {
	for _, m := range p.mentions {
		if m.title != [2]int{} {
			return m
		}
	}
	return nil
}

// partyBy says what a party of a mention was known by.
func (d *document) partyBy(m *mention, p *party) string {
	switch {
	case m.kind == kindGuarantors:
		return "one of those whom the article names as the guarantors or the sides"
	case m.anaphor:
		return "the delegation named before"
	case p.generic != nil:
		return "a word of the lexicon for a party, which one depends on the talks"
	case d.e.lexicon.Entry(lexicon.Party, p.id) == nil:
		return "in no list: capitals and a noun for a movement, or its abbreviation"
	case p.form == lexicon.Adjective:
		return "its adjective in the lexicon"
	case p.form == lexicon.Metonym:
		return "a name of the lexicon that stands for it"
	}
	return "its name in the lexicon"
}

// personClues say what the person of a fact was known by: in the passage, and
// where he was introduced.
func (d *document) personClues(f *fact) []Clue {
	p := f.person
	spans := f.spans
	if m := d.trace.origin[f]; m != nil {
		spans = append([][2]int{{m.from, m.to}}, spans...)
	}
	m := d.near(spans, func(m *mention) bool { return m.kind == kindPerson && m.person == p })
	if m == nil {
		return []Clue{{What: "person " + p.id, By: "the name that the rule took"}}
	}
	by, later := d.introduced(m)
	c := Clue{What: "person " + p.id, By: by, Quote: d.text.Quote(m.name[0], m.name[1])}
	if m.name[0] < m.from || m.name[1] > m.to {
		c.Quote = d.text.Quote(m.from, m.to)
	}
	out := []Clue{c}
	if later {
		m = p.mentions[0]
		by, _ := d.introduced(m)
		out = append(out, Clue{What: "introduced", By: by, Quote: d.text.Quote(m.name[0], m.name[1])})
	}
	if m.title != [2]int{} {
		out = append(out, Clue{What: "title", Quote: d.text.Quote(m.title[0], m.title[1])})
	}
	return out
}

// introduced says what a person was known by where he is mentioned, and whether
// that leans on an earlier mention.
func (d *document) introduced(m *mention) (by string, later bool) {
	p := m.person
	if m.name[0] < m.from || m.name[1] > m.to {
		if _, ok := d.classAt(m.from, d.lang.common.pronoun); ok {
			return "a pronoun: whom the sentence before names first", true
		}
		return "an office that only one person of the article holds", true
	}
	surname := false
	for _, f := range d.at(m.name[0]) {
		if f.Kind == lexicon.Person && f.Label.Entry == p.known && f.To == m.name[1] {
			surname = f.Label.Form == lexicon.Surname
			if !surname {
				return "a name in the lexicon", false
			}
		}
	}
	if name := d.norms(m.name[0], m.name[1])[m.lead:]; name != p.full && len(name) < len(p.full) {
		return "a surname or first name, completed within the article", true
	}
	switch {
	case surname:
		by = "a surname that one person of the lexicon bears"
	case p.known != nil && p.key == "":
		by = "a form of a name in the lexicon"
	case m.title != [2]int{}:
		by = "a title introduces the name"
	case d.given(m.name[0]) != nil:
		by = "the name begins with a given name"
	default:
		by = "words in the place of a name"
	}
	switch {
	case p.known != nil && p.key != "":
		by += "; its key " + string(p.key) + " is that of one person of the lexicon"
	case p.key != "":
		by += "; no list has it, the id is the key of the name, one for all its spellings"
	case p.known == nil:
		by += "; no list has it, the id is the name romanised"
	}
	return by, false
}
