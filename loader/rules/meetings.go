package rules

import (
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// furtherMeetings reads the meetings that go on where one was told, from token
// i, without their verb: "the Russians saw the Iranians before breakfast, the
// Turks after it and, in the evening, the rebels". Languages without a class
// "chain-link" leave it out.
func (d *document) furtherMeetings(base *fact, who []string, i int) {
	if len(who) == 0 || d.lang.class["chain-link"] == 0 {
		return
	}
	end := d.sentenceEnd(i - 1)
	for n := 0; n < 4 && i < end; n++ {
		i = d.pastLeader(i, end)
		from := d.chainLink(i, end)
		next := d.metNext(from, end)
		if next == nil {
			return
		}
		f := *base
		f.spans = d.span([2]int{base.spans[0][0], next.to})
		if day := d.dayWithin(from, d.dayLimit(next.to, end)); !day.IsZero() {
			f.date = day
		} else if day := d.dayWithin(i, from); !day.IsZero() && (n > 0 || d.dayOfNext(i, from, next.from)) {
			f.date = day
		}
		others := [][]string{d.partiesOf(next)}
		if len(others[0]) > 1 && (d.lang.cased && d.has(d.lang.common.each, i, min(next.to+6, end)) || d.afterAnother(next)) {
			others = nil // "and then, one after the other, the Russian and the American teams"
			for _, id := range d.partiesOf(next) {
				others = append(others, []string{id})
			}
		}
		for _, other := range others {
			d.giveMeeting(f, slices.Concat(who, other))
			d.remember(&f, who, other, next.to)
		}
		d.seatMet(&f, next)
		i = next.to
	}
}

// dayOfNext tells whether the day between token i, where an Arabic text has told of a
// meeting, and token to is that of the next one, with those who are named from token from
// on: «اجتمع أمس بالأتراك، وصباح اليوم بفريق الأمم المتحدة», but «اجتمع بالأتراك، أمس، وبالروس».
func (d *document) dayOfNext(i, to, from int) bool {
	if d.lang.cased || d.text.Tokens[i].Norm != "," && !d.joined(i) {
		return false
	}
	for k := i; k < to; k++ {
		if len(d.mentions[kindDate][k]) > 0 {
			for j := d.mentions[kindDate][k][0].to; j < from; j++ {
				if d.text.Tokens[j].Norm == "," {
					return false
				}
			}
			return true
		}
	}
	return false
}

// dayLimit is the token before which the day of a meeting whose words end at token
// i is told: in an Arabic text no mark stands between.
func (d *document) dayLimit(i, end int) int {
	limit := min(i+5, end)
	for j := i; j < limit && !d.lang.cased; j++ {
		if d.text.Tokens[j].Kind == text.Punct {
			return j
		}
	}
	return limit
}

// wholeName is where the name of an Arabic delegation ends of which a pattern may
// have taken only the first words: «وفد الحكومة» of «وفد الحكومة السورية».
func (d *document) wholeName(m *mention) int {
	to := m.to
	for _, o := range d.mentions[kindDelegation][m.from] {
		if !d.lang.cased && len(m.parties) == 1 && len(m.persons) == 0 {
			to = max(to, o.to)
		}
	}
	if to < len(d.text.Tokens) && !d.lang.cased && !d.joined(to) {
		for _, p := range d.mentions[kindPerson][to] {
			to = max(to, p.to) // «نظيره التركي سيدات أونال، ثم …»
		}
	}
	return to
}

// pastLeader goes over the words that say, from token i, who leads those that
// were met: ", headed by Bashar Jaafari".
func (d *document) pastLeader(i, end int) int {
	if i+1 >= end {
		return i
	}
	to, ok := d.classAt(i, d.lang.class["led-by"])
	if norm := d.text.Tokens[i].Norm; !ok && (norm == "," || norm == "(") {
		if to, ok = d.classAt(i+1, d.lang.class["led-by"]); !ok {
			to, ok = d.classAt(i+1, d.lang.class["represented"])
		}
	} else if !ok && !d.lang.cased {
		to, ok = d.classAt(d.pastRelative(i), d.lang.common.leadNoun)
	}
	if !ok {
		return i
	}
	past := i
	for j := to; j < min(to+9, end); j++ {
		for _, m := range d.mentions[kindPerson][j] {
			past = max(past, m.name[1])
		}
		if past > i {
			break
		}
	}
	if past > i && past < end && d.text.Tokens[past].Norm == ")" {
		past++
	}
	return past
}

// pastRelative is the token behind a relative pronoun at token i; i where none
// stands.
func (d *document) pastRelative(i int) int {
	if to, ok := d.classAt(i, d.lang.common.relative); ok {
		return to
	}
	return i
}

// chainLink is the token behind the words of time that end one meeting and the
// comma or conjunction that leads to the next; end where none does.
func (d *document) chainLink(i, end int) int {
	link := d.lang.class["chain-link"]
	for j := i; j < min(i+10, end); j++ {
		t := &d.text.Tokens[j]
		if t.Norm == "," || t.Norm == ";" || t.Norm == "-" && !t.Glued {
			return j + 1
		}
		if to, ok := d.classAt(j, link); ok && (t.Norm == "and" || !d.lang.cased || t.Norm == "then" || d.acts(to) || to < end && d.isArticle(to) && d.acts(to+1)) {
			return j
		}
		if t.Kind == text.Punct && t.Norm != "\"" && t.Norm != "-" || d.acts(j) || d.isVerbOfMeeting(j) {
			return end
		}
	}
	return end
}

// isVerbOfMeeting tells whether a word of meeting or speaking, or one that
// begins a relative clause, stands at token i.
func (d *document) isVerbOfMeeting(i int) bool {
	for _, class := range []int{d.lang.class["met"], d.lang.common.say, d.lang.common.relative, d.lang.common.that} {
		if _, ok := d.classAt(i, class); ok {
			return true
		}
	}
	return false
}

// metNext is who is met next in a chain of meetings that goes on at token i:
// words of time and of order, then actors, behind whom no verb stands.
func (d *document) metNext(i, end int) *mention {
	i = d.pastLinks(i, end)
	if i >= end {
		return nil
	}
	list := d.mentionsAt(kindActors, i)
	if len(list) == 0 {
		list = d.bareNext(i, end)
	}
	if len(list) == 0 || len(d.partiesOf(list[0])) == 0 {
		return nil
	}
	next := list[0]
	if next.to >= end {
		return next
	}
	for _, m := range d.mentions[kindParty][next.to] {
		if d.text.Tokens[next.to].Kind != text.Punct && len(next.parties) == 1 && d.resolve(m.parties[0]) == d.resolve(next.parties[0]) {
			next = m // "the opposition High Negotiations Committee"
			break
		}
	}
	if people := d.mentions[kindPerson][next.to]; next.to < end && len(people) > 0 && !d.lang.cased && len(next.persons) == 0 && !d.joined(next.to) {
		next = people[0] // «ثم بنظيره الإيراني علي أصغر خاجي»
	}
	if next.to >= end {
		return next
	}
	for j := next.to; j < min(next.to+16, end) && d.text.Tokens[j].Norm != ";" && (d.lang.cased || d.text.Tokens[j].Kind != text.Punct); j++ {
		if _, ok := d.classAt(j, d.lang.class["met"]); ok {
			return nil // a clause of its own: "…, and the UN team, headed by Pedersen, met the Turks"
		}
	}
	if _, ok := d.classAt(next.to, d.lang.class["met-after"]); ok || len(d.mentions[kindDate][next.to]) > 0 {
		return next
	}
	if !d.lang.cased && d.metByIt(next.to) {
		return nil // «ووفد المعارضة برئاسة أحمد طعمة مع الوفد التركي»
	}
	if !d.lang.cased && d.goesOnAbout(next.to) {
		return next
	}
	if _, ok := d.classAt(next.to, d.lang.class["led-by"]); ok && d.lang.cased {
		return next // "and with the Russian delegation headed by Alexander Lavrentyev"
	}
	t := &d.text.Tokens[next.to]
	if _, whose := d.classAt(next.to+1, d.lang.common.relative); whose && t.Norm == "," && d.lang.cased {
		return next // "and then with the Iranians, whose delegation …"
	}
	if alias := !d.lang.cased && t.Norm == "("; t.Kind != text.Punct || !alias && next.to+1 < end && (d.isVerbOfMeeting(next.to+1) || d.acts(next.to+1)) {
		return nil
	}
	if m := d.modifier(i); m != nil && m.kind == kindParty && m.parties[0].generic == nil && !d.isArticle(i-1) && m.to == next.to {
		return nil // "in Astana, Kazakhstan, …"
	}
	return next
}

// bareNext is the Arabic delegation that the adjective of a state alone means at token i,
// where the chain before it had the noun: «التقى الوفد الروسي أمس، ثم التركي».
func (d *document) bareNext(i, end int) []*mention {
	if d.lang.cased || !hasArticle(strings.TrimLeft(d.text.Tokens[i].Norm, "وفب")) && !d.follows(i, d.lang.class["along-with"]) {
		return nil
	}
	list, to := d.modifiers(i, end)
	if len(list) == 0 || len(d.mentions[kindAdjective][i]) == 0 || to < end && len(d.mentions[kindPerson][to]) > 0 {
		return nil // «والإيراني علي أصغر خاجي»
	}
	return []*mention{{kind: kindDelegation, from: i, to: to, parties: list, weak: true}}
}

// pastLinks goes over the words of time and of order with which a chain of meetings
// goes on from token i, up to those who act; end where others stand there.
func (d *document) pastLinks(i, end int) int {
	for steps := 0; i < end && steps < 8 && !d.acts(i); steps++ {
		if list := d.mentions[kindDate][i]; len(list) > 0 && !d.lang.cased {
			i = list[0].to // «وفي اليوم التالي مع …»
		} else if to, ok := d.classAt(i, d.lang.class["chain-link"]); ok {
			i = to
		} else if to, ok := d.classAt(i, d.lang.class["chain-word"]); ok {
			i = to
		} else if list := d.mentions[kindDate][i]; len(list) > 0 {
			i = list[0].to
		} else if to := d.pastClock(i, end); to > i {
			i = to
		} else if norm := d.text.Tokens[i].Norm; norm == "," || norm == "-" && !d.text.Tokens[i].Glued || d.isArticle(i) {
			i++ // the dash stands for the verb: «а в четверг — с турками»
		} else {
			return end
		}
	}
	return i
}

// pastClock is the token behind the hour of a day, "11:30", that stands at token i; i where
// none does.
func (d *document) pastClock(i, end int) int {
	if i+2 < end && d.text.Tokens[i].Kind == text.Number && d.text.Tokens[i+2].Kind == text.Number && (d.text.Tokens[i+1].Norm == ":" || d.text.Tokens[i+1].Norm == ".") {
		return i + 3
	}
	return i
}

// goesOnAbout tells whether the Arabic words from token i say more of those who
// were just named: who leads them, who they are, where they were met.
func (d *document) goesOnAbout(i int) bool {
	if i+1 < len(d.text.Tokens) && hasArticle(d.text.Tokens[i].Norm) && d.text.Tokens[i+1].Kind == text.Punct {
		return true // «بوفد المعارضة الموحد»
	}
	for _, class := range [...]int{d.lang.common.leadNoun, d.lang.common.relative, d.lang.common.in, d.lang.class["apart"]} {
		if _, ok := d.classAt(i, class); ok {
			return true
		}
	}
	return false
}

// partiesOf are the ids of the parties and of those for whom the people of a
// mention act.
func (d *document) partiesOf(m *mention) []string {
	var ids []string
	for _, p := range m.parties {
		if m.kind != kindPerson { // whose title may name another
			ids = append(ids, d.resolve(p))
		}
	}
	for _, p := range m.persons {
		ids = append(ids, d.partyOf(p, nil))
	}
	return slices.DeleteFunc(ids, func(s string) bool { return s == "" })
}

// sameParties tells whether two lists name the same parties, however often.
func sameParties(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// dayWithin is the first day that a token range names.
func (d *document) dayWithin(from, to int) edtf.Date {
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if day := d.day(m); day.IsDay() {
				return day
			}
		}
	}
	return edtf.Date{}
}

// seatMet gives those who met at a round their delegations, but for ambassadors
// and the like, who come to see somebody.
func (d *document) seatMet(base *fact, m *mention) {
	visitor := d.lang.class["visitor"]
	if visitor == 0 || base.modality != graph.Happened || len(m.persons) > 0 || m.kind == kindOffice || d.has(visitor, max(0, m.from-2), m.to) {
		return
	}
	for _, p := range m.parties {
		f := *base
		f.kind, f.parties, f.weak, f.date = "delegation", nil, true, edtf.Date{}
		if f.party = d.resolve(p); f.party != "" {
			d.give(&f)
		}
	}
}

// metBefore are the parties of the meetings that were told last, in the sentence
// of token i or the one before, and the last one's day. In languages with capitals
// the one before counts only where its own tells of none.
func (d *document) metBefore(i int) ([]string, edtf.Date) {
	s := int(d.text.Tokens[i].Sentence)
	if d.lang.cased {
		if ids, day := d.metSince(d.text.Sentences[s].From, i); len(ids) > 0 {
			return ids, day
		}
	}
	return d.metSince(d.text.Sentences[max(s-1, 0)].From, i)
}

// metSince are the parties of the meetings that are told between two tokens, and
// the last one's day.
func (d *document) metSince(from, i int) ([]string, edtf.Date) {
	var ids []string
	var day edtf.Date
	for _, f := range d.facts {
		if f.kind == "meeting" && f.round == d.context[i] && f.spans[0][0] >= from && f.spans[0][0] < i {
			ids, day = append(ids, f.parties...), f.date
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), day
}
