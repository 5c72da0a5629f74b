package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// makeMeeting records who met: all the parties together, or with each the
// first list's parties with each of the second's.
func (d *document) makeMeeting(base fact, r *rule, t template, m *machine) {
	var lists [][]string
	var seats []*mention // who met
	var told edtf.Date   // the day of the meeting before
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && d.continued(c.mention.from) {
		d.trace.refuse("the party stands within a list, which meets as a whole")
		return
	}
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && m.slotOf("other") != nil && d.behindPreposition(c.mention.from) {
		d.trace.refuse("the party stands behind a preposition: it was met")
		return
	}
	if len(m.captures) > 0 && d.metByOthers(m) {
		d.trace.refuse("the party stands behind a word for with: it was met")
		return
	}
	if c := m.slotOf(t.slots[0]); c != nil && c.mention != nil && c.mention.from == base.spans[0][0] && d.wasMet(c.mention.from) {
		d.trace.refuse("the party was met: \"X met Y and held talks with Z\"")
		return
	}
	for _, name := range t.slots {
		c := m.slotOf(name)
		if c == nil || c.mention == nil {
			continue
		}
		var ids []string
		for _, p := range c.mention.parties {
			if c.mention.kind == kindPerson {
				break
			}
			ids = append(ids, d.resolve(p))
		}
		for _, p := range c.mention.persons {
			id := d.partyOf(p, nil)
			ids = append(ids, id)
			if id != "" && c.mention.kind != kindDelegation && !d.possesses(p, c.mention.to) {
				seat := base
				seat.kind, seat.party, seat.person, seat.weak = "member", id, p, true
				d.give(&seat)
			}
		}
		ids = slices.DeleteFunc(ids, func(s string) bool { return s == "" })
		if margins, ok := d.lang.class["margins"]; ok && len(c.mention.persons) == 0 && !d.has(margins, base.spans[0][0], m.extent) && slices.ContainsFunc(slices.Concat(d.mentions[kindDelegation][c.mention.from], d.mentions[kindDelegations][c.mention.from]), func(o *mention) bool { return o.weak }) {
			// Sides, experts and peoples who meet at a round take part in it.
			for _, id := range ids {
				seat := base
				seat.kind, seat.party, seat.weak = "delegation", id, true
				d.give(&seat)
			}
		}
		if len(ids) > 0 {
			lists = append(lists, ids)
			seats = append(seats, c.mention)
		}
	}
	if t.past {
		ids, day := d.metBefore(base.spans[0][0])
		lists, told = append(lists, ids), day
	}
	if t.with {
		if p := d.soleMediator(); p != nil {
			lists = append(lists, []string{d.partyOf(p, nil)})
		}
	}
	if c := m.slotOf("date"); c != nil {
		base.date = d.day(c.mention)
	} else {
		span := base.spans[0]
		if c := m.slotOf("first"); c != nil {
			span[0] = c.mention.to // of two meetings the second's day
		}
		base.date = cmp.Or(d.dateIn(span), told)
	}
	if d.lang.cased && len(lists) == 1 && d.roundItself(base.spans[0][0], lists[0]) {
		d.trace.refuse("talks between the sides of the conflict are the round itself")
		return
	}
	each := d.has(d.lang.common.each, base.spans[0][0], min(m.extent+6, m.end))
	if c := m.slotOf("other"); c != nil && c.mention != nil {
		each = each || len(lists) == 2 && len(lists[0]) == 1 && d.has(d.lang.class["bilateral"], base.spans[0][0], c.mention.from)
		each = each || d.has(d.lang.class["then"], c.mention.from, c.mention.to) // with one, then with another
	}
	if each && len(lists) == 2 {
		for _, a := range lists[0] {
			for _, b := range lists[1] {
				d.giveMeeting(base, []string{a, b})
			}
		}
	} else {
		d.giveMeeting(base, slices.Concat(lists...))
	}
	if len(lists) > 1 || len(seats) > 0 && len(seats[0].parties) > 1 {
		for _, c := range seats {
			d.seatMet(&base, c)
		}
	}
	if c := m.slotOf("other"); c != nil && c.mention != nil && c.mention.to == m.extent && len(lists) == 2 {
		d.furtherMeetings(&base, lists[0], m.extent)
	}
}

// roundItself tells whether "talks between" two sides of the conflict, which no
// word such as bilateral or direct sets apart, begin at token i.
func (d *document) roundItself(i int, sides []string) bool {
	if _, ok := d.classAt(i, d.lang.class["round-talks"]); !ok || slices.ContainsFunc(sides, func(id string) bool { return !d.belligerent(id) }) {
		return false
	}
	return !d.has(d.lang.class["two-sided"], max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-2), i)
}

// metByOthers tells whether the first of those whom a pattern took stands behind
// مع or carries ب, so that somebody named before it met them.
func (d *document) metByOthers(m *machine) bool {
	first := m.captures[0].mention
	if first == nil || first.kind == kindDate {
		return false
	}
	i := first.from
	if d.follows(i, d.lang.class["along-with"]) {
		return true
	}
	return strings.HasPrefix(d.text.Tokens[i].Norm, "ب") && d.prefixed(i)
}

// prefixed tells whether the name or noun of one who acts, at token i, carries a
// preposition: that of «بوفد», not the first letter of بيدرسون.
func (d *document) prefixed(i int) bool {
	found := false
	for _, f := range d.at(i) {
		switch f.Kind {
		case lexicon.Party, lexicon.Generic, lexicon.Person, lexicon.TitleHead, lexicon.Given:
		case lexicon.Class:
			if c := f.Label.Class; c != d.lang.common.delegation && c != d.lang.common.representatives && c != d.lang.common.side && c != d.lang.common.guarantors {
				continue
			}
		default:
			continue
		}
		if f.Clitics&lexicon.Preposition == 0 {
			return false
		}
		found = true
	}
	return found
}

// possesses tells whether a list that ends at token i ends with somebody's
// genitive: those who met are "Tomah's men".
func (d *document) possesses(p *person, i int) bool {
	if !d.lang.cased || i >= len(d.text.Tokens) || d.text.Tokens[i].Norm != "'s" {
		return false
	}
	return slices.ContainsFunc(p.mentions, func(m *mention) bool { return m.to == i })
}

// wasMet tells whether a verb of meeting stands right before token i, whose
// object the actor there is.
func (d *document) wasMet(i int) bool {
	met := d.lang.class["met"]
	return d.lang.cased && i > 0 && (d.follows(i, met) || i > 1 && d.isArticle(i-1) && d.follows(i-1, met))
}

// behindPreposition tells whether the actor at token i carries a preposition:
// «اجتمع بالوفد», who is met and does not meet.
func (d *document) behindPreposition(i int) bool {
	return d.prefixed(i) || d.follows(i, d.lang.class["along-with"])
}

// continued tells whether the actor at token i continues a list.
func (d *document) continued(i int) bool {
	for j := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-14); j < i; j++ {
		for _, m := range d.lists(kindActor, j) {
			if m.to > i {
				return true // inside another: "Akçapar of Türkiye"
			}
			if next, ok := d.connector(m.to); ok && next == i {
				return !slices.ContainsFunc(d.lists(kindActor, i), func(o *mention) bool { return d.newClause(j, m.to, o.to) })
			}
		}
	}
	return false
}

func (d *document) giveMeeting(base fact, parties []string) {
	slices.Sort(parties)
	parties = slices.Compact(parties)
	if len(parties) < 2 {
		d.trace.refuse("of those who met fewer than two parties are known")
		return
	}
	base.parties = parties
	d.give(&base)
}
