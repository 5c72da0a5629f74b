package rules

import (
	"maps"
	"slices"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// findParties marks the parties, and the adjectives that stand for them.
func (d *document) findParties() {
	var whole []*mention // names such as «الوفد الحكومي», which are a delegation already
	short := d.shortParties()
	for i := range d.where(0, lexicon.Party, lexicon.Generic) {
		for n := range d.at(i) {
			f := &d.at(i)[n]
			p := party{from: f.From, to: f.To, form: f.Label.Form}
			switch f.Kind {
			case lexicon.Party:
				if d.aligned(f.To-1) > f.To-1 {
					continue // "Iran-aligned" does not name Iran as one who acts
				}
				if f.Label.Form == lexicon.Metonym && d.lang.before && i > 0 && d.follows(i, d.lang.common.in) {
					continue // "in Nairobi" is a place
				}
				if f.Label.Form == lexicon.Metonym && d.lang.cased && d.headsDateline(i, f.To) {
					continue // "DAR ES SALAAM, 14 November -" is one too
				}
				if f.Label.Form == lexicon.Metonym && d.endsInPlace(f.To) {
					continue // "Ankara'da"
				}
				if f.To > f.From+1 && d.endsLongerName(f) {
					continue // "Zapatista National Liberation Army (EZLN)"
				}
				if d.nationalBody(f) {
					continue
				}
				p.id = f.Label.Entry.ID
			case lexicon.Generic:
				if cutsShort(short, f) {
					continue
				}
				if d.countedGroups(f) {
					continue // "more than 50 armed groups" are no one side
				}
				p.generic, p.state = f.Label.Entry, d.ruledBy(f)
			default:
				continue
			}
			kind := kindParty
			if f.Label.Form == lexicon.Adjective {
				kind = kindAdjective
			}
			list := d.party(p)
			if m := d.addMention(&mention{kind: kind, from: f.From, to: f.To, parties: list, form: p.form}); m.parties[0] != list[0] && m.parties[0].id != p.id && f.To > f.From+2 && p.form == lexicon.Proper {
				m.parties = append(m.parties, list[0]) // "the Cairo and Moscow platforms"
			}
			team := d.has(d.lang.common.delegation, f.From, f.To)
			if f.To > f.From+1 && (team || d.lang.cased && d.has(d.lang.common.side, f.From, f.To)) {
				whole = append(whole, &mention{from: f.From, to: f.To, parties: list, weak: !team})
			}
		}
	}
	for _, i := range slices.Sorted(maps.Keys(short)) {
		d.addMention(&mention{kind: kindParty, from: i, to: i + 2, parties: d.party(party{id: short[i].ID, from: i, to: i + 2, form: lexicon.Proper}), form: lexicon.Proper})
	}
	d.findGovernments()
	d.findOfficialNames()
	d.findPartyNouns()
	for _, m := range whole {
		d.delegation(m.from, m.to, m.parties, m.weak)
	}
	d.findUnlisted()
}

// countedGroups tells whether words for groups stand behind a number: "fourteen rebel groups".
// Languages without a class "group-plural" have none.
func (d *document) countedGroups(f *lexicon.Match) bool {
	if _, ok := d.classAt(f.To-1, d.lang.class["group-plural"]); !ok || f.From == 0 {
		return false
	}
	before := &d.text.Tokens[f.From-1]
	if before.Sentence != d.text.Tokens[f.From].Sentence {
		return false
	}
	if before.Kind == text.Number {
		return true
	}
	e := d.entryAt(f.From-1, lexicon.Cardinal)
	return e != nil && e.To == f.From || d.follows(f.From, d.lang.class["some-of"])
}

// endsLongerName tells whether a name ends that of another party: a word with a capital
// stands before it that means nothing else, and an abbreviation behind it that is not its
// own.
func (d *document) endsLongerName(f *lexicon.Match) bool {
	if f.From == d.text.Sentences[d.text.Tokens[f.From].Sentence].From || d.isArticle(f.From-1) || !d.abbreviatedAt(f.To) || !d.nameWord(f.From-1) || len(d.at(f.From-1)) > 0 {
		return false
	}
	own := d.entryAt(f.To+1, lexicon.Party)
	return own == nil || own.Label.Entry != f.Label.Entry
}

// nationalBody tells whether an Arabic word behind the name of an organisation says that a state's
// own body of that name is meant: «مجلس الأمن القومي», «مجلس الأمن الروسي».
func (d *document) nationalBody(f *lexicon.Match) bool {
	if d.lang.cased || f.Label.Entry.Type != "organisation" || f.To >= d.sentenceEnd(f.From) || !d.has(d.lang.class["national-council"], f.From, f.From+1) {
		return false
	}
	if _, own := d.classAt(f.To, d.lang.class["national"]); own {
		return true
	}
	state := d.entryAt(f.To, lexicon.Party)
	return state != nil && state.Label.Form == lexicon.Adjective && state.Label.Entry.Type == "state" && state.Clitics&lexicon.Conjunction == 0
}

// ruledBy is the state whose adjective stands beside a word for a government, where
// that is no side of its state's conflict: "the Turkish regime", «الحكومة الإيرانية».
func (d *document) ruledBy(f *lexicon.Match) string {
	if f.Label.Entry.ID != "government" || f.Label.Form == lexicon.Adjective {
		return ""
	}
	beside := d.entryAt(f.To, lexicon.Party)
	if d.lang.before {
		beside = nil
		for i := max(0, f.From-2); i < f.From && beside == nil; i++ {
			if e := d.entryAt(i, lexicon.Party); e != nil && e.To == f.From {
				beside = e
			}
		}
	}
	if beside == nil || beside.Label.Form != lexicon.Adjective {
		return ""
	}
	e := beside.Label.Entry
	if side := f.Label.Entry.ByCountry[e.ID]; e.Type == "state" && e.Acts == "" && (side == "" || side == e.ID) {
		return e.ID
	}
	return ""
}

// headsDateline tells whether a name between two tokens begins a line as its
// dateline: "DAR ES SALAAM, 14 November 2023 - The commander …".
func (d *document) headsDateline(from, to int) bool {
	if !d.text.Tokens[from].Line {
		return false
	}
	dated := false
	for i := to; i < min(to+9, d.sentenceEnd(from)); i++ {
		t := &d.text.Tokens[i]
		dated = dated || t.Kind == text.Number || t.Norm == "("
		if t.Norm == "-" && !t.Glued {
			return dated || i == to
		}
	}
	return false
}

// party is a list of a party alone.
func (d *document) party(p party) []*party {
	c := d.partySlab.new()
	*c = p
	list := d.partyRefs.take(1)
	list[0] = c
	return list
}

// findGovernments marks "the government of Myanmar" as one party: the state.
func (d *document) findGovernments() {
	if !d.lang.before {
		return
	}
	for i := range d.where(0, lexicon.Generic) {
		f := d.entryAt(i, lexicon.Generic)
		if f == nil || f.Label.Entry.ID != "government" || f.Label.Form == lexicon.Adjective {
			continue
		}
		j := f.To
		for j < d.sentenceEnd(i) {
			to, ok := d.classAt(j, d.lang.common.of)
			if !ok {
				break
			}
			j = to
		}
		if j == f.To || j >= d.sentenceEnd(i) {
			continue
		}
		if e := d.entryAt(j, lexicon.Party); e != nil && e.Label.Form == lexicon.Proper && e.Label.Entry.Type == "state" {
			d.addParty(e.Label.Entry.ID, i, e.To)
		}
	}
}

// findOfficialNames marks a state called by its name in full, where the lexicon has only
// the short one or the adjective: «جمهورية العراق», «الجمهورية اللبنانية». Languages
// without a class "state-word" do not ask.
func (d *document) findOfficialNames() {
	class, kind := d.lang.class["state-word"], d.lang.class["state-kind"]
	if class == 0 {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || d.spots[i].mentions>>kindParty&1 != 0 {
			continue
		}
		for next, more := d.classAt(to, kind); more; next, more = d.classAt(to, kind) {
			to = next
		}
		e := d.entryAt(to, lexicon.Party)
		if e == nil || to >= d.sentenceEnd(i) || d.joined(to) || e.Clitics&lexicon.Preposition != 0 || e.Label.Entry.Type != "state" && e.Label.Entry.Acts == "" {
			continue
		}
		if e.Label.Form == lexicon.Proper || e.Label.Form == lexicon.Adjective && hasArticle(d.text.Tokens[to].Norm) {
			d.addParty(e.Label.Entry.ID, i, e.To)
		}
	}
}

// follows tells whether a word of a class, or a phrase of nine at most, stands right
// before token i.
func (d *document) follows(i, class int) bool {
	for j := max(0, i-9); j < i; j++ {
		if d.spots[j].classes&classBit(class) == 0 {
			continue
		}
		for _, f := range d.at(j) {
			if f.Kind == lexicon.Class && int(f.Class) == class && f.To == i {
				return true
			}
		}
	}
	return false
}

// modifiers reads the parties that tell whose a delegation is, from token i:
// "Russian, Turkish and Iranian"; «روسيا وإيران»; «الروسي والحكومي السوري».
// It returns where they end.
func (d *document) modifiers(i, end int) ([]*party, int) {
	var list []*party
	to := i
	for i < end {
		m := d.modifier(i)
		if m == nil || m.to > end || len(list) > 0 && d.explains(m, end) {
			break
		}
		list = append(list, m.parties...)
		to = m.to
		// A second adjective narrows the first: «الحكومي السوري».
		if next := d.quotes(to, end); next < end && len(list) > 0 && !d.joined(next) {
			if more := d.modifier(next); more != nil && (more.form == lexicon.Adjective || d.itsGovernment(to, more)) && more.to <= end {
				if list[len(list)-1].generic != nil || more.parties[0].id == d.stateOf(list[len(list)-1]) {
					to = more.to
				}
			}
		}
		j, ok := d.connector(to)
		if !ok || j >= end {
			break
		}
		i = j
	}
	return list, to
}

// explains tells whether a noun for a party, behind a comma and with no more of a list behind
// it, says in a text with capitals what the party before the comma is: "the delegation of the
// MFDC, the movement that …".
func (d *document) explains(m *mention, end int) bool {
	if !d.lang.cased || m.parties[0].generic == nil {
		return false
	}
	comma := m.from - 1
	if comma >= 0 && d.has(d.lang.common.the, comma, m.from) {
		comma--
	}
	if comma < 0 || d.text.Tokens[comma].Norm != "," {
		return false
	}
	j, ok := d.connector(m.to)
	return !ok || j >= end || d.modifier(j) == nil
}

// itsGovernment tells whether a state is named right behind an Arabic noun that ends at
// token i and whose it is: «حكومة غينيا».
func (d *document) itsGovernment(i int, state *mention) bool {
	return !d.lang.cased && state.form == lexicon.Proper && state.kind == kindParty && !hasArticle(d.text.Tokens[i-1].Norm)
}

// stateOf is the state that a party belongs to, itself for a state.
func (d *document) stateOf(p *party) string {
	if e := d.e.lexicon.Entry(lexicon.Party, p.id); e != nil && e.Country != "" {
		return e.Country
	}
	return p.id
}

func (d *document) modifier(i int) *mention {
	if d.spots[i].mentions&(1<<kindParty|1<<kindAdjective) == 0 {
		return nil
	}
	var best *mention
	for _, k := range []mentionKind{kindParty, kindAdjective} {
		for _, m := range d.mentions[k][i] {
			if best == nil || m.to > best.to {
				best = m
			}
		}
	}
	return best
}

// mentionBefore tells whether the party at token i continues a list.
func (d *document) mentionBefore(i int) bool {
	return d.joined(i) && i > 0 && len(d.text.Tokens[i-1].Norm) > 0 && d.ends(kindParty, i, 4)
}

// ends tells whether a mention of a kind, of so many tokens at most, ends right
// before token i.
func (d *document) ends(k mentionKind, i, tokens int) bool {
	for j := max(0, i-tokens); j < i; j++ {
		for _, m := range d.mentions[k][j] {
			if m.to == i {
				return true
			}
		}
	}
	return false
}

// modifiersBefore reads the parties that end just before the noun at token i.
func (d *document) modifiersBefore(i int) (int, []*party) {
	start := d.text.Sentences[d.text.Tokens[i].Sentence].From
	for from := max(start, i-14); from < i; from++ {
		if list, to := d.modifiers(from, i); len(list) > 0 {
			if to == i || d.skippable(to, i) {
				return from, list
			}
		}
	}
	return 0, nil
}

// skippable tells whether only possessive suffixes, quotes and fillers stand
// between a party and its noun: "Syria's own delegation", or its size, or whose of its
// offices the delegation is.
func (d *document) skippable(from, to int) bool {
	for i := from; i < to; i++ {
		t := &d.text.Tokens[i]
		if t.Norm == "-" && d.lang.cased && !t.Glued && !d.text.Tokens[i+1].Glued && i == d.text.Sentences[t.Sentence].From+1 {
			return false // a dateline: "VIENNA - Negotiators"
		}
		if t.Norm == "\"" || t.Norm == "'s" || t.Norm == "'" || t.Norm == "-" {
			continue
		}
		if t.Kind == text.Number && i+1 < to && d.text.Tokens[i+1].Norm == "-" {
			continue // "the government's 21-member team"
		}
		if d.lang.cased && d.entryAt(i, lexicon.Cardinal) != nil {
			continue // "the government's seven-member team"
		}
		if end, ok := d.classAt(i, d.lang.common.ministry); ok && d.lang.cased && end <= to {
			i = end - 1 // "the Russian foreign ministry delegation"
			continue
		}
		if end, ok := d.classAt(i, d.lang.common.filler); ok && end <= to {
			i = end - 1
			continue
		}
		if d.lang.cased && t.Norm == "(" && i+2 < to && d.text.Tokens[i+2].Norm == ")" {
			i += 2 // "the National Democratic Front (NDF) panel"
			continue
		}
		return false
	}
	return true
}

// findInstitutions marks ministries and presidencies, which speak for their
// state: "Kazakhstan's foreign ministry", «وزارة الخارجية الكازاخية».
func (d *document) findInstitutions() {
	for i := range d.where(classBit(d.lang.common.ministry)) {
		to, ok := d.classAt(i, d.lang.common.ministry)
		if !ok || d.premises(i) {
			continue
		}
		end := d.sentenceEnd(i)
		var list []*party
		from, stop := i, to
		if d.lang.before {
			from, list = d.modifiersBefore(i)
		}
		if len(list) == 0 {
			from = i
			j := d.quotes(to, end)
			for {
				next, ok := d.classAt(j, d.lang.common.of)
				if !ok {
					break
				}
				j = d.quotes(next, end)
			}
			if m := d.modifier(j); m != nil && !d.joined(j) && (d.lang.after || j > to) {
				list, stop = m.parties, m.to
			}
		}
		if len(list) == 0 {
			if _, home := d.classAt(i, d.lang.class["home-ministry"]); home && i > 0 && d.isArticle(i-1) {
				if list = d.homeState(d.text.Tokens[to-1].Norm == "office"); len(list) > 0 && d.otherBefore(i, list[0].id) {
					list = nil
				}
			}
		}
		if len(list) == 1 {
			d.addMention(&mention{kind: kindInstitution, from: from, to: stop, parties: list})
		}
	}
}

// homeState is the state from which a text is filed in which a ministry stands without its
// state, "BRATISLAVA, 7 October - … the Ministry announced": the one of the place with which
// one of the first lines begins, before a dash, a colon or a bracket; nil where none does. Where
// it is the usual place of the talks it may not be taken for the state of a Foreign Office:
// those who report from abroad call their own so.
func (d *document) homeState(office bool) []*party {
	const sentences, reach = 6, 12 // how many are asked, and how many tokens a dateline has
	for s, r := range d.text.Sentences[:min(sentences, len(d.text.Sentences))] {
		place := d.entryAt(r.From, lexicon.Place)
		if b := d.blocks[s]; place == nil || b != "body" && b != "dateline" || !d.text.Tokens[r.From].Line {
			continue
		}
		for j := place.To; j < min(place.To+reach, r.To); j++ {
			t := &d.text.Tokens[j]
			if mark := t.Norm; mark == "-" && !t.Glued || mark == ":" || mark == "(" || mark == "/" {
				usual := d.e.lexicon.Entry(lexicon.Process, d.main.process)
				if id := d.e.countryOf(place.Label.Entry.ID); id != "" && !(office && usual != nil && usual.Place == place.Label.Entry.ID) {
					return partiesAt(r.From, place.To, id)
				}
			}
		}
	}
	return nil
}

// otherBefore tells whether the party named first in the sentence of token i, before it, is
// another than a state, so that a ministry there may be that one's.
func (d *document) otherBefore(i int, state string) bool {
	for j := d.pastDateline(d.text.Sentences[d.text.Tokens[i].Sentence].From); j < i; j++ {
		if m := d.modifier(j); m != nil {
			return d.resolve(m.parties[0]) != state
		}
	}
	return false
}
