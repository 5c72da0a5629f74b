package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
)

// findHisDelegations marks an Arabic delegation whose noun carries a pronoun, «وفده», as
// that of whom its sentence, else the one before it in the paragraph, names.
func (d *document) findHisDelegations() {
	class, ok := d.lang.class["own-delegation"]
	if d.lang.cased || !ok {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		s := int(d.text.Tokens[i].Sentence)
		if !ok || d.blocks[s] != "body" {
			continue
		}
		id := d.hisParty(d.text.Sentences[s].From, i, to)
		if id == "" && s > 0 && !d.text.Tokens[d.text.Sentences[s].From].Line {
			id = d.hisParty(d.text.Sentences[s-1].From, i, to)
		}
		if id != "" {
			d.mentions[kindDelegation][i] = nil
			d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: partiesAt(i, to, id), anaphor: true})
		}
	}
	d.findSameDelegations()
}

// findSameDelegations marks «الوفد» as the delegation named last, where that is one whose
// noun carries a pronoun.
func (d *document) findSameDelegations() {
	for i := range d.where(classBit(d.lang.common.delegation)) {
		to, ok := d.classAt(i, d.lang.common.delegation)
		if !ok || !d.carriesArticle(i) || d.blocks[d.text.Tokens[i].Sentence] != "body" || len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) > 0 {
			continue
		}
		if p := d.sameDelegation(i, to); p != nil {
			d.addMention(&mention{kind: kindDelegation, from: i, to: to, parties: []*party{p}, weak: true, anaphor: true})
		}
	}
}

// hisParty is the party whose delegation the noun with a pronoun between two tokens is:
// that of him who speaks, else of whom is named last, of those who agree with the
// pronoun and stand from a token on.
func (d *document) hisParty(start, i, to int) string {
	hers := strings.HasSuffix(d.text.Tokens[to-1].Norm, "ها") && to == i+1
	last, met := "", false
	for j := start; j < i; j++ {
		id, end := d.ownerAt(j, hers)
		if end == j || end > i || d.prefixed(j) || d.follows(j, d.lang.common.of) {
			continue
		}
		if last == "" {
			met = d.has(d.lang.class["met"], start, j)
		}
		if last == "" || !met {
			last = id // «التقى عمروف فيدان، كما تشاور وفده مع …»: of those who meet, the first
		}
		_, speaks := d.classAt(end, d.lang.common.say)
		if (speaks || d.follows(j, d.lang.common.say)) && !d.speakerBetween(end, i, hers) {
			return id
		}
	}
	return last
}

// speakerBetween tells whether somebody else of those who agree with a pronoun speaks
// between two tokens.
func (d *document) speakerBetween(from, to int, hers bool) bool {
	for j := from; j < to; j++ {
		_, end := d.ownerAt(j, hers)
		if end == j || end > to {
			continue
		}
		if _, speaks := d.classAt(end, d.lang.common.say); speaks {
			return true
		}
	}
	return false
}

// ownerAt is the party that begins at token i, or that of the person there, and where its
// name ends; token i where nobody agrees with a pronoun, hers or his.
func (d *document) ownerAt(i int, hers bool) (id string, to int) {
	if hers {
		for _, m := range d.mentions[kindParty][i] {
			if d.herParty(m) {
				return d.resolve(m.parties[0]), m.to
			}
		}
		return "", i
	}
	for _, m := range d.mentions[kindPerson][i] {
		return d.partyOf(m.person, m), m.to
	}
	for _, m := range d.mentions[kindParty][i] {
		if m.form != lexicon.Adjective && !d.herParty(m) {
			return d.resolve(m.parties[0]), m.to
		}
	}
	return "", i
}

// herParty tells whether an Arabic party is spoken of as "she": most states, and nouns
// that end so, but not those that a word such as army or regime begins, nor a delegation.
func (d *document) herParty(m *mention) bool {
	_, he := d.classAt(m.from, d.lang.class["he-party"])
	return !he && !slices.ContainsFunc(d.mentions[kindDelegation][m.from], func(o *mention) bool { return o.to >= m.to })
}
