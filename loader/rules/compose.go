package rules

import (
	"slices"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

// compose completes what the rules found, from the whole article: the last day
// from a duration, the status from what was said of beginning and end, the
// seats of those who act for a party, the guarantors who take part.
func (d *document) compose() {
	d.listedHeads()
	d.seatDelegates()
	d.counterparts()
	d.rosters()
	d.guarantorsElsewhere()
	d.leadVenue()
	d.sameVenue()
	d.hostOfVenue()
	d.mediators()
	d.seatDelegations()
	d.datedEntries()
	d.dropHolds()
	for _, r := range d.rounds {
		d.composeDates(r)
		d.composePlenaries(r)
	}
	d.composeSummits()
	d.closeByStatement()
	d.answers()
	d.dropElsewhere()
	d.dateMeetings()
	d.composeStatus()
	d.seatMediator()
	d.endOfConcluded()
	d.dropPostponed()
	d.dropObservers()
	d.dropVisitors()
	d.impliedSeats()
	d.dropRivals()
	d.ids(func(r *round) edtf.Date { return d.dateOf("start", r) })
}

// guarantorsElsewhere names "the three guarantor states" where another sentence
// lists three states that are no party to the conflict.
func (d *document) guarantorsElsewhere() {
	if len(d.find("guarantor", d.main)) > 1 {
		return
	}
	three, ok := d.lang.class["three"]
	if !ok {
		return
	}
	for i := range d.text.Tokens {
		to, ok := d.classAt(i, d.lang.common.guarantors)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] != "body" || !d.has(three, max(0, i-6), min(to+3, len(d.text.Tokens))) && !d.atSummit() || d.modality(i, to) == graph.Denied || d.context[i] != d.main {
			continue
		}
		for j := range d.text.Tokens {
			l := d.threeStates(j)
			if l == nil || d.observing(l) {
				continue
			}
			for _, p := range l.parties {
				d.give(&fact{kind: "guarantor", round: d.main, party: d.resolve(p), rule: d.lang.name + ".guarantors-elsewhere", spans: [][2]int{{i, to}, {l.from, l.to}}, weight: 1})
			}
			return
		}
		if states := d.threeHeads(); len(states) == 3 {
			for _, h := range states {
				d.give(&fact{kind: "guarantor", round: d.main, party: h.party, rule: d.lang.name + ".guarantors-elsewhere", spans: [][2]int{{i, to}, h.spans[0]}, weight: 1})
			}
			return
		}
	}
}

// atSummit tells whether the article is about a summit.
func (d *document) atSummit() bool {
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	return p != nil && p.Type == "summit"
}

// observing tells whether one of a list is an observer of the article's round.
func (d *document) observing(l *mention) bool {
	return slices.ContainsFunc(d.find("observer", d.main), func(f *fact) bool {
		return slices.ContainsFunc(l.parties, func(p *party) bool { return d.resolve(p) == f.party })
	})
}

// threeHeads has a head of each of the states, none of them a party to the
// conflict, whose delegations' heads the article names.
func (d *document) threeHeads() []*fact {
	var out []*fact
	for _, h := range d.find("head", d.main) {
		e := d.e.lexicon.Entry(lexicon.Party, h.party)
		if e != nil && e.Type == "state" && !d.belligerent(e.ID) && !slices.ContainsFunc(out, func(o *fact) bool { return o.party == h.party }) {
			out = append(out, h)
		}
	}
	return out
}

// threeStates is the list of three states, none of them a party to the
// conflict, that begins at token i.
func (d *document) threeStates(i int) *mention {
	if d.blocks[d.text.Tokens[i].Sentence] != "body" {
		return nil
	}
	for _, k := range []mentionKind{kindDelegations, kindList} {
		for _, l := range d.mentionsAt(k, i) {
			states := 0
			for _, p := range l.parties {
				e := d.e.lexicon.Entry(lexicon.Party, d.resolve(p))
				if e != nil && e.Type == "state" && !d.belligerent(e.ID) {
					states++
				}
			}
			if states == 3 && len(l.parties) == 3 {
				return l
			}
		}
	}
	return nil
}

// leadVenue takes the place that the article's first sentences name as the
// round's, where no rule found one.
func (d *document) leadVenue() {
	if len(d.find("venue", d.main)) > 0 {
		return
	}
	if m := d.dateline(); m != nil {
		d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-dateline", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the text begins with this place, and no rule found another"}, m)
		return
	}
	sentences := 0
	for s, sentence := range d.text.Sentences {
		if d.blocks[s] != "body" && d.blocks[s] != "dateline" {
			continue
		}
		if sentences++; sentences > 3 {
			return
		}
		for i := sentence.From; i < sentence.To; i++ {
			for _, m := range d.mentions[kindVenue][i] {
				if d.context[i] == d.main && d.hosts(m) {
					d.makeVenue(fact{kind: "venue", round: d.main, rule: d.lang.name + ".venue-of-lead", spans: [][2]int{{m.from, m.to}}, weight: 0, derived: "the first sentences name this place, and no rule found another"}, m)
					return
				}
			}
		}
	}
}

// hosts tells whether talks may be held at a place: not where the war is,
// unless the process usually meets there.
func (d *document) hosts(m *mention) bool {
	place := d.placeOf(m)
	if place == "" || d.e.countryOf(place) != d.country {
		return place != ""
	}
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	return p != nil && d.e.countryOf(p.Place) == d.country
}

// dateline is the place with which the body begins, "RIMBO, Sweden -", where
// the state of the talks' place is the same or none is known.
func (d *document) dateline() *mention {
	for s, sentence := range d.text.Sentences {
		if s > 8 {
			break
		}
		at := sentence.From
		if first := d.mentions[kindDate][at]; len(first) > 0 && d.lang.cased && first[0].to+1 < sentence.To && d.text.Tokens[first[0].to].Norm == "," {
			at = first[0].to + 1 // "21 December 2021, Nur-Sultan. …"
		}
		list := d.mentions[kindPlace][at]
		if d.blocks[s] != "body" && d.blocks[s] != "dateline" || !d.text.Tokens[sentence.From].Line && s > 0 || len(list) == 0 {
			continue // a headline, a note to editors
		}
		if list[0].entry == nil || d.context[sentence.From] != d.main {
			return nil
		}
		m := &mention{kind: kindVenue, from: at, to: list[0].to, entry: list[0].entry}
		dated := at > sentence.From
		for i := m.to; i < min(m.to+5, sentence.To); i++ {
			if p := d.modifier(i); p != nil {
				m.parties = p.parties
			}
			dated = dated || len(d.mentions[kindDate][i]) > 0
			if t := d.text.Tokens[i].Norm; t == "-" || t == ":" || t == ")" || t == "/" || t == "." && dated && d.lang.cased {
				usual := d.e.lexicon.Entry(lexicon.Process, d.main.process)
				if usual == nil || usual.Place == "" || d.e.countryOf(usual.Place) == d.e.countryOf(m.entry.ID) || d.lang.cased && !m.entry.Capital && len(m.parties) > 0 {
					return m // no capital, from which news of talks elsewhere come: "SOCHI, Russia (AA)"
				}
				return nil
			}
		}
		return nil
	}
	return nil
}

// hostOfVenue names the state whose capital or city the article calls the
// round's venue: "in the Kazakh capital, Astana".
func (d *document) hostOfVenue() {
	for _, r := range d.rounds {
		if len(d.find("host", r)) > 0 {
			continue
		}
		for _, v := range d.find("venue", r) {
			for i, list := range d.mentions[kindVenue] {
				for _, m := range list {
					if d.context[i] != r || d.placeOf(m) != v.place || d.blocks[d.text.Tokens[i].Sentence] == "title" {
						continue
					}
					for _, p := range m.parties {
						if p.id == d.e.countryOf(v.place) {
							d.give(&fact{kind: "host", round: r, party: p.id, rule: d.lang.name + ".host-of-venue", spans: [][2]int{{m.from, m.to}}, weight: 1, derived: "the state whose city or capital the venue is called"})
						}
					}
				}
			}
		}
	}
}

// mediators seats those who speak for a party that mediates the talks.
func (d *document) mediators() {
	for _, m := range d.find("mediator", d.main) {
		d.seatSpeakers(m.party, "the person speaks for the party that mediates")
	}
}

// seatMediator seats the envoy who convenes the process and speaks of its
// round, once that has begun.
func (d *document) seatMediator() {
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	begun := slices.ContainsFunc(d.find("status", d.main), func(f *fact) bool { return f.value == "underway" || f.value == "concluded" })
	if p != nil && p.Mediator != "" && begun {
		d.seatSpeakers(p.Mediator, "the person speaks for the party that convenes the process")
	}
}

// seatSpeakers makes members of those who speak for a party.
func (d *document) seatSpeakers(party, derived string) {
	for _, f := range d.find("say", d.main) {
		if f.person != nil && d.partyOf(f.person, nil) == party {
			g := *f
			g.kind, g.party, g.rule, g.derived = "member", party, d.lang.name+".mediator-speaks", derived
			d.give(&g)
		}
	}
}

// sameVenue replaces "the same city" by the article's venue.
func (d *document) sameVenue() {
	main := ""
	for _, f := range d.facts {
		if f.kind == "venue" && f.place != sameCity && f.round == d.main {
			main = f.place
			break
		}
	}
	for _, f := range d.facts {
		if f.kind == "venue" && f.place == sameCity {
			f.place = main
		}
	}
	d.drop("the same city as which is not told", func(f *fact) bool { return f.kind == "venue" && f.place == "" })
}

// seatDelegations records every delegation that the article speaks of.
func (d *document) seatDelegations() {
	for _, k := range []mentionKind{kindDelegation, kindDelegations} {
		for i, list := range d.mentions[k] {
			for _, m := range list {
				if d.blocks[d.text.Tokens[i].Sentence] != "body" {
					continue
				}
				if m.weak {
					continue // representatives need not be a delegation
				}
				modality := d.modality(m.from, m.to)
				for _, p := range m.parties {
					if id := d.resolve(p); id != "" {
						d.give(&fact{kind: "delegation", round: d.context[i], party: id, rule: d.lang.name + ".delegation", modality: modality,
							spans: [][2]int{{m.from, m.to}}, weight: 1})
					}
				}
			}
		}
	}
}

// dropPostponed takes back when and where a postponed round was to be held.
func (d *document) dropPostponed() {
	for _, s := range d.find("status", d.main) {
		if s.value != "postponed" {
			return
		}
		d.drop("the round was postponed", func(f *fact) bool {
			return f.round == d.main && (f.kind == "start" || f.kind == "end" || f.kind == "venue" || f.kind == "host")
		})
	}
}

// dropObservers takes back the delegations that stand only on "attended" or
// "representatives of": an observer who attends need not send a delegation.
func (d *document) dropObservers() {
	observers := map[string]bool{}
	for _, f := range d.facts {
		if f.kind == "observer" {
			observers[f.round.process+string(rune(f.round.number))+f.party] = true
		}
	}
	d.drop("an observer who attends need not send a delegation", func(f *fact) bool {
		return f.kind == "delegation" && f.weak && observers[f.round.process+string(rune(f.round.number))+f.party]
	})
}

// drop takes facts back, and says why.
func (d *document) drop(why string, wrong func(*fact) bool) {
	d.facts = slices.DeleteFunc(d.facts, func(f *fact) bool {
		if wrong(f) {
			d.trace.drop(f, why)
			key := f.key()
			d.seen.remove(&key)
			return true
		}
		return false
	})
}

// dropVisitors takes back the seats of those who were only met, where nothing
// says that their party takes part.
func (d *document) dropVisitors() {
	seated := map[string]bool{}
	for _, f := range d.facts {
		if f.modality != graph.Denied && (f.kind == "delegation" || f.kind == "head" || f.kind == "guarantor" || f.kind == "mediator" || f.kind == "observer" || f.kind == "member" && !f.weak) {
			seated[f.party] = true
		}
	}
	d.drop("a visitor: nothing says that the party takes part", func(f *fact) bool { return f.kind == "member" && f.weak && !seated[f.party] && f.party != "un" })
}

// find lists the affirmed facts of a kind about a round.
func (d *document) find(kind string, r *round) []*fact {
	var out []*fact
	for _, f := range d.facts {
		if f.kind == kind && f.round == r && f.modality != graph.Denied {
			out = append(out, f)
		}
	}
	return out
}

// dateOf is the date of the first fact of a kind about a round.
func (d *document) dateOf(kind string, r *round) edtf.Date {
	for _, f := range d.find(kind, r) {
		return f.date
	}
	return edtf.Date{}
}

// composeDates makes a round's first and last day from what was said: that it
// was held on certain days, that it began or ended, that it lasts so long.
func (d *document) composeDates(r *round) {
	holds := d.find("hold", r)
	slices.SortStableFunc(holds, func(a, b *fact) int { return precision(b.date.Start()) - precision(a.date.Start()) })
	for _, f := range holds {
		if !slices.ContainsFunc(d.find("start", r), func(o *fact) bool { return o.weight > 0 }) {
			d.derive(f, "start", f.date.Start())
		}
		if f.date.IsInterval() && f.date.End().IsDay() && len(d.find("end", r)) == 0 {
			d.derive(f, "end", f.date.End())
		}
	}
	for _, f := range d.find("until", r) {
		if len(d.find("end", r)) == 0 && f.date.End().IsDay() {
			d.derive(f, "end", f.date.End())
		}
	}
	d.weekLater(r)
	d.dropEarlyEnds(r)
	start, end := d.dateOf("start", r), d.dateOf("end", r)
	for _, f := range d.find("lasts", r) {
		days := d.durations[f.duration].Days
		if d.durations[f.duration].Nth {
			d.countDay(f, days)
			start, end = d.dateOf("start", r), d.dateOf("end", r)
			continue
		}
		if start.IsDay() && end.IsZero() {
			d.derive(f, "end", edtf.OfTime(start.Earliest().AddDate(0, 0, days-1)))
		} else if end.IsDay() && start.IsZero() {
			d.derive(f, "start", edtf.OfTime(end.Earliest().AddDate(0, 0, 1-days)))
		}
	}
}

// composeSummits ends a summit that was held on the day on which it began, and
// makes those who came for their states members: presidents lead no delegation.
func (d *document) composeSummits() {
	for _, r := range d.rounds {
		if p := d.e.lexicon.Entry(lexicon.Process, r.process); p == nil || p.Type != "summit" {
			continue
		}
		for _, f := range d.find("head", r) {
			if d.lang.cased {
				break // "who led the Iranian side" says so of a president too
			}
			g := *f
			g.kind, g.derived = "member", "who comes to a summit leads no delegation there"
			d.drop(g.derived, func(o *fact) bool { return o == f })
			d.give(&g)
		}
		for _, f := range d.find("start", r) {
			if f.date.IsDay() && f.modality != graph.Planned && len(d.find("end", r)) == 0 && (r != d.main || !d.anchor().IsZero() && !d.anchor().Earliest().Before(f.date.Earliest())) {
				g := *f
				g.kind, g.derived, g.basis = "end", "a summit lasts a day", f.basis
				d.give(&g)
				break
			}
		}
	}
}

// countDay makes a round's first or last day from one that the article counts:
// "Tuesday, the second day", "for the third day" in news of the article's day.
func (d *document) countDay(f *fact, days int) {
	start, end := d.dateOf("start", f.round), d.dateOf("end", f.round)
	told := days > 1 || days == 1 && (d.blocks[d.text.Tokens[f.spans[0][0]].Sentence] == "title" || d.lang.cased && int(d.text.Tokens[f.spans[0][0]].Sentence) <= d.leadEnd())
	g := *f
	switch {
	case f.date.IsDay() && d.lang.cased:
		g.basis = "counted from the day beside it"
		if days < 0 && end.IsZero() {
			d.derive(&g, "end", f.date)
		} else if days > 0 && start.IsZero() {
			d.derive(&g, "start", edtf.OfTime(f.date.Earliest().AddDate(0, 0, 1-days)))
		}
	case start.IsZero() && f.round == d.main && told && d.anchor().IsDay() && f.modality != graph.Planned:
		// "for the third day": it began two days ago.
		g.basis = "counted back from the article's day"
		d.derive(&g, "start", edtf.OfTime(d.anchor().Earliest().AddDate(0, 0, 1-days)))
	}
}

// weekLater moves a last day that was solved as the weekday before the first to
// the one behind it: "began on Wednesday and wraps up on Thursday".
func (d *document) weekLater(r *round) {
	start := d.dateOf("start", r)
	if !start.IsDay() {
		return
	}
	for _, f := range d.find("end", r) {
		if !f.date.IsDay() || !f.date.Earliest().Before(start.Earliest()) {
			continue
		}
		if later := f.date.Earliest().AddDate(0, 0, 7); later.After(start.Earliest()) {
			f.date, f.basis = edtf.OfTime(later), "the weekday after the first day"
		}
	}
}

// dropEarlyEnds takes back a last day that lies before the first: it is another
// round's. "They last came together in the format on Feb. 16-17."
func (d *document) dropEarlyEnds(r *round) {
	start := d.dateOf("start", r)
	if !start.IsDay() || !d.lang.cased {
		return
	}
	d.drop("it lies before the first day", func(f *fact) bool {
		return f.kind == "end" && f.round == r && f.date.IsDay() && f.date.Earliest().Before(start.Earliest())
	})
}

// datedEntries reads a list of dates, each followed by what happened then: a
// line that is only a date, then a sentence that begins with a round.
func (d *document) datedEntries() {
	for s := 0; s+1 < len(d.text.Sentences) && d.hasEntries(); s++ {
		date, ok := d.dateLine(s)
		if !ok || d.blocks[s+1] != "body" {
			continue
		}
		entry := d.text.Sentences[s+1]
		resolved := d.solution.Resolved[date.date]
		for j := entry.From; j < min(entry.From+8, entry.To) && resolved.Date.Start().IsDay(); j++ {
			for _, m := range d.mentions[kindRound][j] {
				d.give(&fact{kind: "hold", round: m.round, date: resolved.Date, basis: resolved.Basis, rule: d.lang.name + ".dated-entry", derived: "the line above is only a date",
					spans: [][2]int{{date.from, date.to}, {m.from, m.to}}, weight: 0})
			}
		}
	}
}

// dropHolds takes back "held on" where the same words say "ended on".
func (d *document) dropHolds() {
	d.drop("the same words say that it ended then", func(f *fact) bool {
		if f.kind != "hold" {
			return false
		}
		return slices.ContainsFunc(d.facts, func(o *fact) bool {
			return o.kind == "end" && o.round == f.round && o.spans[0][0] < f.spans[0][1] && f.spans[0][0] < o.spans[0][1]
		})
	})
}

// composePlenaries gives a plenary whose day its sentence does not say the
// round's first or last day, where it opens or closes the round; one that is
// dated elsewhere needs no second fact.
func (d *document) composePlenaries(r *round) {
	var dated, open []*fact
	for _, f := range d.find("plenary", r) {
		if f.date.IsZero() {
			open = append(open, f)
		} else {
			dated = append(dated, f)
		}
	}
	for _, f := range dated {
		// "on Wednesday the body met in plenary on Thursday": the day behind counts.
		if slices.ContainsFunc(dated, func(o *fact) bool { return o != f && o.spans[0][0] > f.spans[0][0] && o.spans[0][0] < f.spans[0][1] }) {
			d.drop("a later day in the same words counts", func(o *fact) bool { return o == f })
			continue
		}
		if d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) && len(d.find("start", r)) == 0 {
			d.derive(f, "start", f.date)
		}
		if near := f.spans[0][1]-f.spans[0][0] <= 6; d.lang.cased && near && d.has(d.lang.common.closing, f.spans[0][0], f.spans[0][1]) && !d.dateOf("end", r).IsDay() {
			d.derive(f, "end", f.date)
		}
	}
	for _, f := range open {
		if end := d.dateOf("end", r); end.IsDay() && d.has(d.lang.common.closing, f.spans[0][0], f.spans[0][1]) &&
			len(dated) > 0 && !slices.ContainsFunc(dated, func(o *fact) bool { return !d.has(d.lang.common.opening, o.spans[0][0], o.spans[0][1]) }) {
			f.date, f.derived = end, "the closing session, besides the opening one"
			continue
		}
		if len(dated) > 0 {
			d.drop("the plenary is dated elsewhere", func(o *fact) bool { return o == f })
			continue
		}
		date := d.dateOf("end", r)
		if n, start := d.nthDay(f.spans[0][0]), d.dateOf("start", r); n > 0 && start.IsDay() {
			date = edtf.OfTime(start.Earliest().AddDate(0, 0, n-1))
		}
		if d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
			date = d.dateOf("start", r)
		}
		if date.IsDay() {
			f.date, f.derived = date, "its day from the round's first or last"
		} else if anchor, start := d.anchor(), d.dateOf("start", r); r == d.main && f.modality == graph.Happened && anchor.IsDay() && start.IsDay() && date.IsZero() && !anchor.Earliest().Before(start.Earliest()) {
			f.date, f.derived = anchor, "told as news of the article's day"
		}
	}
}

// closeByStatement ends the article's round on the day of the plenary at which
// the joint statement was read, where its last day is not told.
func (d *document) closeByStatement() {
	lasts := d.find("lasts", d.main)
	if d.dateOf("end", d.main).IsDay() || len(lasts) > 0 && !d.dateOf("start", d.main).IsZero() {
		return
	}
	var statement *fact
	for _, f := range d.find("outcome", d.main) {
		if f.value == "joint-statement" {
			statement = f
		}
	}
	for _, f := range d.find("plenary", d.main) {
		if statement != nil && f.date.IsDay() && f.modality == graph.Happened && !d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
			g := *f
			g.kind, g.basis, g.rule = "end", "the joint statement was read at that day's plenary", d.lang.name+".end-by-joint-statement"
			g.derived = "the end by the joint statement"
			g.spans = append(slices.Clone(f.spans), statement.spans[0])
			d.give(&g)
			for _, l := range lasts {
				if length := d.durations[l.duration]; !length.Nth && d.dateOf("start", d.main).IsZero() {
					d.derive(l, "start", edtf.OfTime(f.date.Earliest().AddDate(0, 0, 1-length.Days)))
				}
			}
			return
		}
	}
}

// dropElsewhere takes back the meetings that the article puts in another city
// than its round, "in Moscow de Mistura met Lavrov", and the seats that stand on
// them.
func (d *document) dropElsewhere() {
	venue := ""
	for _, f := range d.find("venue", d.main) {
		venue = f.place
	}
	if p := d.e.lexicon.Entry(lexicon.Process, d.main.process); venue == "" && p != nil {
		venue = p.Place
	}
	if venue == "" {
		return
	}
	d.drop("it was elsewhere than the round", func(f *fact) bool {
		if f.round != d.main || f.kind != "meeting" && !(f.kind == "member" && f.weak) {
			return false
		}
		place := d.placeOfClause(f.spans[0])
		return place != "" && place != venue && place != sameCity && d.e.countryOf(place) != d.e.countryOf(venue)
	})
}

// placeOfClause is the place that the clause of a passage names with a word for
// "in", "" where it names none or more than one.
func (d *document) placeOfClause(span [2]int) string {
	place := ""
	for i := d.clauseStart(span[0]); i < span[1]; i++ {
		for _, m := range d.mentions[kindVenue][i] {
			id := d.placeOf(m)
			if place != "" && id != place {
				return ""
			}
			place = id
		}
		for range d.mentions[kindRound][i] {
			return ""
		}
	}
	return place
}

// dateMeetings gives a meeting that is told without its day the article's own
// day, where that lies within the round.
func (d *document) dateMeetings() {
	anchor := d.anchor()
	start, end := d.dateOf("start", d.main), d.dateOf("end", d.main)
	for _, f := range d.find("meeting", d.main) {
		if n := d.nthDay(f.spans[0][0]); n > 0 && f.date.IsZero() && start.IsDay() {
			f.date, f.basis = edtf.OfTime(start.Earliest().AddDate(0, 0, n-1)), "counted from the first day"
		}
	}
	if !anchor.IsDay() || start.IsZero() || anchor.Earliest().Before(start.Earliest()) {
		return
	}
	over := end.IsDay() && end.Earliest().Before(anchor.Earliest())
	for _, f := range d.find("meeting", d.main) {
		if !f.date.IsZero() || f.modality != graph.Happened {
			continue
		}
		day := d.dayBefore(f.spans[0][0])
		if d.lang.cased && !day.IsDay() && start.IsDay() && start == end {
			f.date, f.basis = start, "the round's only day"
			continue
		}
		within := day.IsDay() && !(over && (day.Earliest().Before(start.Earliest()) || end.Earliest().Before(day.Earliest())))
		switch {
		case within && !anchor.Earliest().Before(day.Earliest()):
			f.date, f.basis = day, "the day that the paragraph names before"
		case !over:
			f.date, f.basis = anchor, "told as news of the article's day"
		}
	}
}

// nthDay is the number of the round's day that the sentence of token i names,
// "on the first day", 0 where it names none.
func (d *document) nthDay(i int) int {
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	for _, m := range d.durations {
		if m.Nth && m.From >= sentence.From && m.To <= sentence.To {
			return max(m.Days, 0)
		}
	}
	return 0
}

// dayBefore is the day that the same paragraph names last before token i.
func (d *document) dayBefore(i int) edtf.Date {
	for j := i - 1; j >= 0; j-- {
		for _, m := range d.mentions[kindDate][j] {
			return d.day(m)
		}
		if d.text.Tokens[j].Line {
			break
		}
	}
	return edtf.Date{}
}

// derivedFrom says in words what a date follows from, by the kinds of the facts.
var derivedFrom = map[[2]string]string{
	{"hold", "start"}: "the start from the days on which it was held", {"hold", "end"}: "the end from the days on which it was held",
	{"lasts", "start"}: "the start from the duration", {"lasts", "end"}: "the end from the duration",
	{"until", "end"}: "the end from the day until which it lasts", {"plenary", "start"}: "the start from the plenary that opens it",
}

// derive records a date that follows from a fact.
func (d *document) derive(from *fact, kind string, date edtf.Date) {
	if date.IsZero() {
		return
	}
	f := *from
	f.kind, f.date, f.weight, f.derived = kind, date, from.weight, derivedFrom[[2]string{from.kind, kind}]
	d.give(&f)
}

// composeStatus says how far the article's round has come, by its own day:
// from what was said of it, else from its dates.
func (d *document) composeStatus() {
	r := d.main
	best := (*fact)(nil)
	for _, f := range d.find("status", r) {
		if best == nil || f.weight > best.weight {
			best = f
		}
	}
	if dated := d.statusByDates(r); dated != nil && (best == nil || best.value == "underway" && dated.value == "concluded" && d.stated(r) || d.lang.cased && best.value == "announced" && dated.value == "underway") {
		best = dated
	}
	if best != nil && best.value == "announced" {
		for _, f := range d.find("plenary", r) {
			if f.modality == graph.Happened && d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
				begun := *f
				begun.kind, begun.value, begun.date, begun.rule = "status", "underway", edtf.Date{}, d.lang.name+".status-by-opening"
				best = &begun
				break
			}
		}
	}
	if best != nil && best.value == "underway" && d.stated(r) {
		f := *best
		f.value, f.rule, f.derived = "concluded", d.lang.name+".status-by-statement", "a joint statement ends a round that was under way"
		best = &f
	}
	d.drop(rival+": another status is said more firmly", func(f *fact) bool { return f.kind == "status" && f != best })
	if best != nil && !slices.Contains(d.facts, best) {
		d.give(best)
	}
}

// endOfConcluded gives the article's round, where it is told as over and its
// last day is not told, the article's own day: news is of its day.
func (d *document) endOfConcluded() {
	start, anchor := d.dateOf("start", d.main), d.anchor()
	if !anchor.IsDay() || len(d.find("end", d.main)) > 0 || len(d.find("lasts", d.main)) > 0 ||
		start.IsDay() && (anchor.Earliest().Before(start.Earliest()) || anchor.Earliest().Sub(start.Earliest()).Hours() > 24*21) {
		return
	}
	for _, f := range d.find("status", d.main) {
		if f.value == "concluded" && d.toldThatDay() {
			g := *f
			g.kind, g.value, g.date, g.weight = "end", "", anchor, 0
			g.basis, g.rule = "told as over in news of the article's day", d.lang.name+".end-of-concluded"
			d.give(&g)
			return
		}
	}
}

// toldThatDay tells whether the article's first sentences name its own day.
func (d *document) toldThatDay() bool {
	last := d.text.Sentences[min(d.leadEnd(), len(d.text.Sentences)-1)].To
	for i := 0; i < last; i++ {
		for _, m := range d.mentions[kindDate][i] {
			if d.blocks[d.text.Tokens[i].Sentence] == "body" && d.day(m).Compare(d.anchor()) == 0 {
				return true
			}
		}
	}
	return false
}

// stated tells whether a joint statement of a round was made.
func (d *document) stated(r *round) bool {
	return slices.ContainsFunc(d.find("outcome", r), func(f *fact) bool { return f.value == "joint-statement" })
}

func (d *document) statusByDates(r *round) *fact {
	var basis *fact
	value := ""
	anchor := d.anchor()
	for _, f := range d.find("start", r) {
		basis = f
		switch {
		case anchor.IsZero() || !f.date.IsDay():
		case anchor.Earliest().Before(f.date.Earliest()):
			value = "announced"
		default:
			value = "underway"
		}
	}
	for _, f := range d.find("end", r) {
		told := !anchor.IsDay() && f.modality == graph.Happened && anchor.Compatible(f.date)
		if !anchor.IsZero() && f.date.IsDay() && (told || !anchor.Earliest().Before(f.date.Earliest())) {
			basis, value = f, "concluded"
		}
	}
	if basis == nil || value == "" {
		return nil
	}
	f := *basis
	f.kind, f.value, f.date, f.rule, f.derived = "status", value, edtf.Date{}, d.lang.name+".status-by-dates", "the status by dates: those of the round against the article's day"
	return &f
}

// impliedSeats adds the delegations that heads, members and guarantors who
// take part imply.
func (d *document) impliedSeats() {
	postponed := slices.ContainsFunc(d.find("status", d.main), func(f *fact) bool { return f.value == "postponed" })
	for _, f := range slices.Clone(d.facts) {
		if f.modality == graph.Denied {
			continue
		}
		switch f.kind {
		case "head", "member":
			g := *f
			g.kind, g.person, g.title, g.weak, g.derived = "delegation", nil, [2]int{}, false, "who has a head or member has a delegation"
			d.give(&g)
		case "guarantor", "mediator":
			if f.round == d.main && !postponed {
				g := *f
				g.kind, g.derived = "delegation", "the article's round has a delegation of each guarantor and mediator"
				d.give(&g)
			}
		}
	}
}

// dropRivals keeps one start, end and venue of a round: the firmest, then the
// first. A head is no member too.
func (d *document) dropRivals() {
	best := map[string]*fact{}
	for _, f := range d.facts {
		switch f.kind {
		case "start", "end", "venue":
			key := f.kind + f.round.process + string(rune(f.round.number))
			if o := best[key]; f.modality != graph.Denied && (o == nil || precision(f.date) > precision(o.date) || precision(f.date) == precision(o.date) && f.weight > o.weight) {
				best[key] = f
			}
		}
	}
	heads := map[*person]*round{}
	for _, f := range d.facts {
		if f.kind == "head" {
			heads[f.person] = f.round
		}
	}
	d.drop(rival+": another is more precise, said more firmly or said before", func(f *fact) bool {
		key := f.kind + f.round.process + string(rune(f.round.number))
		return (f.kind == "start" || f.kind == "end" || f.kind == "venue") && f.modality != graph.Denied && best[key] != f
	})
	d.drop("the state was named with another place than the venue", func(f *fact) bool {
		v := best["venue"+f.round.process+string(rune(f.round.number))]
		return f.kind == "host" && f.place != "" && v != nil && d.e.countryOf(v.place) != f.party
	})
	main := d.find("head", d.main)
	d.drop("the person heads another delegation, and this one has another head", func(f *fact) bool {
		return d.lang.cased && f.kind == "head" && f.round == d.main && f.modality != graph.Denied &&
			slices.ContainsFunc(main, func(o *fact) bool { return o.person == f.person && o.party != f.party }) &&
			slices.ContainsFunc(main, func(o *fact) bool {
				return o.person != f.person && o.party == f.party && !slices.ContainsFunc(main, func(q *fact) bool { return q.person == o.person && q.party != o.party })
			})
	})
	d.drop("the person heads the delegation", func(f *fact) bool { return f.kind == "member" && heads[f.person] == f.round })
}

// precision is 3 for a day, 2 for a month, 1 for a year.
func precision(date edtf.Date) int {
	switch {
	case date.Day() != 0:
		return 3
	case date.Month() != 0:
		return 2
	case date.Year() != 0:
		return 1
	}
	return 0
}
