package rules

import (
	"cmp"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

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
	if best != nil && best.value == "underway" && best.weight >= 5 && d.pastEnd(r) {
		last := d.dateOf("end", r)
		d.drop("it goes on today", func(f *fact) bool {
			return f.kind == "end" && f.round == r && f.rule == d.lang.name+".weighed" && f.date == last
		})
	}
	dated := d.statusByDates(r)
	if dated != nil && (best == nil || d.datesTell(dated, best)) {
		best = dated
	}
	if best != nil && best.value == "concluded" && d.endsLater(best) {
		best = dated // "opens on Tuesday and wraps up on Wednesday"
		for _, f := range d.find("status", r) {
			if d.lang.cased && f.value == "underway" && best == nil {
				best = f // "opened here and will close on Friday"
			}
		}
	}
	if best != nil && best.value == "announced" {
		for _, f := range d.find("plenary", r) {
			ahead := d.lang.cased && f.date.IsDay() && d.anchor().IsDay() && d.anchor().Earliest().Before(f.date.Earliest())
			if f.modality == graph.Happened && !ahead && d.has(d.lang.common.opening, f.spans[0][0], f.spans[0][1]) {
				begun := *f
				begun.kind, begun.value, begun.date, begun.rule = "status", "underway", edtf.Date{}, d.lang.name+".status-by-opening"
				best = &begun
				break
			}
		}
	}
	if best != nil && best.value == "underway" && d.anchor().IsZero() && d.endedBy(r) {
		f := *best
		f.value, f.rule, f.derived = "concluded", d.lang.name+".status-by-end", "its last day is told, and not on which day that was written"
		best = &f
	}
	if best != nil && best.value == "underway" && (d.stated(r) || d.summitAgreed(r)) {
		f := *best
		f.value, f.rule, f.derived = "concluded", d.lang.name+".status-by-statement", "a joint statement ends a round that was under way, an agreement a summit"
		if !d.stated(r) {
			f.weight = 0 // nothing tells its last day
		}
		best = &f
	}
	d.drop(rival+": another status is said more firmly", func(f *fact) bool { return f.kind == "status" && f != best })
	if best != nil && !slices.Contains(d.facts, best) {
		d.give(best)
	}
}

// summitAgreed tells whether an Arabic text tells what the leaders agreed on at a summit, which
// lasts a day: «انعقدت اليوم القمة الخامسة. واتفق القادة على …».
func (d *document) summitAgreed(r *round) bool {
	return !d.lang.cased && d.isSummit(r) && slices.ContainsFunc(d.find("outcome", r), func(f *fact) bool { return f.value == "agreement" && f.modality == graph.Happened })
}

// datesTell tells whether the status by a round's dates counts more than what was
// said of it.
func (d *document) datesTell(dated, said *fact) bool {
	switch said.value {
	case "underway":
		return said.weight == 0 ||
			dated.value == "concluded" && (d.stated(said.round) || d.endedBy(said.round) || d.pastEnd(said.round)) ||
			dated.value == "announced" && d.sameSentence(said, dated)
	case "announced":
		end := d.dateOf("end", said.round)
		return d.lang.cased && dated.value != said.value || !d.lang.cased && dated.value == "concluded" && end.IsDay() && end.Earliest().Before(d.anchor().Earliest())
	}
	return false
}

// pastEnd tells whether a round's last day lies before the article's own.
func (d *document) pastEnd(r *round) bool {
	end, anchor := d.dateOf("end", r), d.anchor()
	return end.IsDay() && anchor.IsDay() && end.Earliest().Before(anchor.Earliest())
}

// sameSentence tells whether two facts stand in one sentence of a text in a script
// with capitals: "negotiations get under way tomorrow" has no begun.
func (d *document) sameSentence(a, b *fact) bool {
	return d.lang.cased && len(a.spans) > 0 && len(b.spans) > 0 && d.toldIn(a) == d.toldIn(b)
}

// endsLater tells whether the sentence of a status names a last day of the
// article's round that comes after the article's own.
func (d *document) endsLater(f *fact) bool {
	anchor := d.anchor()
	if !d.lang.cased || !anchor.IsDay() || len(f.spans) == 0 {
		return false
	}
	sentence := d.toldIn(f)
	return slices.ContainsFunc(d.find("end", d.main), func(o *fact) bool {
		return len(o.spans) > 0 && d.toldIn(o) == sentence && o.date.IsDay() && anchor.Earliest().Before(o.date.Earliest())
	})
}

// endedBy tells whether a word that says so in the past gives the round's last
// day: "began on Monday" is then no more than that.
func (d *document) endedBy(r *round) bool {
	ended := cmp.Or(d.lang.class["ended"], d.lang.common.endPast)
	return slices.ContainsFunc(d.find("end", r), func(f *fact) bool {
		return f.modality == graph.Happened && f.weight > 0 && f.derived == "" && d.has(ended, f.spans[0][0], f.spans[0][1])
	})
}

// startOfBegun gives the article's round, where its first sentence tells that
// it has begun and no sentence tells when, the article's own day: news is of
// its day. Only for languages with a class "begun".
func (d *document) startOfBegun() {
	begun, ok := d.lang.class["begun"]
	anchor := d.anchor()
	lasts := d.find("lasts", d.main)
	ahead := func(f *fact) bool { return f.modality == graph.Planned && !d.durations[f.duration].Nth }
	if !ok || !anchor.IsDay() || len(d.find("start", d.main)) > 0 || slices.ContainsFunc(lasts, func(f *fact) bool { return !ahead(f) }) || len(d.find("until", d.main)) > 0 {
		return
	}
	for _, f := range d.find("status", d.main) {
		if f.value != "underway" || len(f.spans) == 0 || !d.opensBody(f.spans[0][0]) || !d.has(begun, f.spans[0][0], f.spans[0][1]) || d.datedOrAgain(f.spans[0][0]) {
			continue
		}
		g := *f
		g.kind, g.value, g.date, g.weight = "start", "", anchor, 0
		g.basis, g.rule, g.derived = "told as begun in news of the article's day", d.lang.name+".start-of-begun", "the start by the article's day"
		d.give(&g)
		if len(lasts) > 0 {
			d.composeDates(d.main) // «ستستمر عشرة أيام»
		}
		return
	}
}

// startOfTitle gives the article's round, where a title without a day says that it
// opens, the first sentences name the article's own day and no sentence tells when
// it began, that day. Only for languages with a class "title-opens".
func (d *document) startOfTitle() {
	opens, ok := d.lang.class["title-opens"]
	if !ok || !d.anchor().IsDay() || !d.toldThatDay() {
		return
	}
	for _, kind := range []string{"start", "end", "hold", "lasts", "until"} {
		if len(d.find(kind, d.main)) > 0 {
			return
		}
	}
	for i := range d.where(classBit(opens)) {
		s := d.text.Tokens[i].Sentence
		sentence := d.text.Sentences[s]
		if to, ok := d.classAt(i, opens); ok && d.blocks[s] == "title" && d.roundBefore(i) && !d.has(d.lang.common.future, sentence.From, sentence.To) && !d.datedIn(sentence) {
			d.give(&fact{kind: "start", round: d.main, date: d.anchor(), basis: "told in a title of the article's day", rule: d.lang.name + ".start-of-title",
				derived: "the start by the article's day", spans: [][2]int{{i, to}}})
			return
		}
	}
}

// roundBefore tells whether the article's round, or a noun for talks, stands within
// a few words before token i.
func (d *document) roundBefore(i int) bool {
	from := max(d.text.Sentences[d.text.Tokens[i].Sentence].From, i-4)
	for j := from; j < i; j++ {
		for _, m := range d.mentions[kindRound][j] {
			return m.round == d.main
		}
	}
	return d.has(d.lang.common.talks, from, i)
}

// datedIn tells whether a sentence names a date.
func (d *document) datedIn(s text.Range) bool {
	for i := s.From; i < s.To; i++ {
		if d.dateAt(i) {
			return true
		}
	}
	return false
}

// datedOrAgain tells whether the sentence of token i names a day, or tells of
// what is prepared or taken up again.
func (d *document) datedOrAgain(i int) bool {
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	if d.datedIn(sentence) {
		return true
	}
	return d.anew(sentence) || d.has(d.lang.class["preparing"], sentence.From, sentence.To)
}

// anew tells whether a sentence says that something is taken up again, other than in the name of
// a round: «جولة ثانية» is not «ثانية».
func (d *document) anew(s text.Range) bool {
	class := d.lang.class["again"]
	for i := s.From; i < s.To; i++ {
		if _, ok := d.classAt(i, class); ok && (d.lang.cased || !d.inRound[i]) {
			return true
		}
	}
	return false
}

// opensBody tells whether token i stands in the first sentence of the body.
func (d *document) opensBody(i int) bool {
	for s := range int(d.text.Tokens[i].Sentence) {
		if d.blocks[s] == "body" {
			return false
		}
	}
	return d.blocks[d.text.Tokens[i].Sentence] == "body"
}

// endOfConcluded gives the article's round, where it is told as over and its
// last day is not told, the article's own day: news is of its day.
func (d *document) endOfConcluded() {
	start, anchor := d.dateOf("start", d.main), d.anchor()
	lasts := d.find("lasts", d.main)
	if !anchor.IsDay() || len(d.find("end", d.main)) > 0 || len(lasts) > 0 && (!start.IsZero() || d.durations[lasts[0].duration].Nth) ||
		start.IsDay() && (anchor.Earliest().Before(start.Earliest()) || anchor.Earliest().Sub(start.Earliest()).Hours() > 24*21) {
		return
	}
	for _, f := range d.find("status", d.main) {
		if f.value == "concluded" && f.weight > 0 && d.toldThatDay() && !d.overBefore(f) {
			g := *f
			g.kind, g.value, g.date, g.weight = "end", "", anchor, 0
			g.basis, g.rule = "told as over in news of the article's day", d.lang.name+".end-of-concluded"
			d.give(&g)
			if !d.lang.cased && d.isSummit(d.main) && start.IsZero() {
				first := g
				first.kind, first.derived = "start", "a summit lasts a day"
				d.give(&first)
			}
			if len(lasts) > 0 {
				d.derive(lasts[0], "start", edtf.OfTime(anchor.Earliest().AddDate(0, 0, 1-d.durations[lasts[0].duration].Days)))
			}
			return
		}
	}
}

// overBefore tells whether a round's end is told as what was before: «بعد فشل جولتها
// الثانية», «وكانت الجولة قد بدأت … وأفضت إلى اتفاق». Languages without a class
// "over-before" do not ask.
func (d *document) overBefore(f *fact) bool {
	class, ok := d.lang.class["over-before"]
	if !ok || len(f.spans) == 0 {
		return false
	}
	at := f.spans[0]
	return d.has(class, at[0], at[1]) || d.has(d.lang.common.auxiliary, at[0], at[1])
}

// toldThatDay tells whether the article's first sentences name its own day, or
// it is a live report, whose entries are headed by times of day.
func (d *document) toldThatDay() bool {
	if d.live {
		return true
	}
	for i := range d.text.Tokens[:d.leadsTo()] {
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
	return slices.ContainsFunc(d.find("outcome", r), func(f *fact) bool {
		return f.value == "joint-statement" && f.modality != graph.Planned && (d.lang.cased || !d.onOpening(f))
	})
}

// onOpening tells whether a statement is said to be on the beginning of talks, or
// still to come: «رحبت الرياض وواشنطن في بيان مشترك بانطلاقها», «من المنتظر أن يصدر
// بيان ختامي».
func (d *document) onOpening(f *fact) bool {
	if len(f.spans) == 0 {
		return false
	}
	at := f.spans[0]
	from := d.text.Sentences[d.text.Tokens[at[0]].Sentence].From
	return d.has(d.lang.class["begin-noun"], at[1], min(at[1]+2, d.sentenceEnd(at[0]))) || d.has(d.lang.common.future, max(from, at[0]-4), at[0])
}

// statusByDates is the status that follows from a round's days and the article's;
// nil where they do not tell.
func (d *document) statusByDates(r *round) *fact {
	var basis *fact
	value := ""
	anchor := d.anchor()
	first := d.firmest("start", r)
	for _, f := range d.find("start", r) {
		if d.lang.cased && f.date != first {
			continue // a rival
		}
		basis = f
		switch {
		case anchor.IsZero():
		case anchor.Earliest().Before(f.date.Earliest()):
			value = "announced"
		case anchor == f.date && d.laterThatDay(f):
			value = "announced"
		case f.date.IsDay() && f.date != anchor && !d.lang.cased && d.isSummit(r):
			value = "concluded" // a summit lasts a day
		case f.date.IsDay() && f.date != anchor && d.heldBefore(f):
			value = "concluded"
		case f.date.IsDay():
			value = "underway"
		}
	}
	for _, f := range d.find("end", r) {
		told := !anchor.IsDay() && f.modality == graph.Happened && anchor.Compatible(f.date)
		if f.date.Compare(anchor) == 0 && !d.lang.cased && len(f.spans) > 0 && (d.isToCome(f.spans[0][0]) || d.has(d.lang.class["is-ending"], f.spans[0][0], f.spans[0][0]+1)) {
			continue // «تنتهي اليوم»
		}
		if !anchor.IsZero() && f.date.IsDay() && (told || !anchor.Earliest().Before(f.date.Earliest())) {
			basis, value = f, "concluded"
		}
	}
	if basis == nil || value == "" {
		return nil
	}
	f := *basis
	if value == "concluded" && f.kind == "start" {
		f.weight = 0 // nothing tells its last day
	}
	f.kind, f.value, f.date, f.rule, f.derived = "status", value, edtf.Date{}, d.lang.name+".status-by-dates", "the status by dates: those of the round against the article's day"
	return &f
}

// heldBefore tells whether a round of which no length and no last day is told was held, in
// a text without capitals, and did not merely begin, on the day of a fact: «انعقدت
// الجولة أول من أمس».
func (d *document) heldBefore(f *fact) bool {
	if d.lang.cased || f.modality != graph.Happened {
		return false
	}
	at := f.spans[0]
	holding := strings.HasPrefix(f.rule, d.lang.name+".hold.") || d.has(d.lang.class["being-held"], at[0], at[0]+1)
	if !holding || d.has(d.lang.class["plenary"], at[0], at[1]) {
		return false
	}
	return !slices.ContainsFunc([]string{"lasts", "until", "end"}, func(kind string) bool { return len(d.find(kind, f.round)) > 0 })
}

// laterThatDay tells whether a round's first day is told as one whose evening is
// to come: "opens in Abuja this evening".
func (d *document) laterThatDay(f *fact) bool {
	if !d.lang.cased || len(f.spans) == 0 {
		return false
	}
	from, to := f.spans[0][0], f.spans[0][1]
	return d.has(d.lang.class["later-today"], from, min(to+3, d.sentenceEnd(from))) && d.has(d.lang.class["opens"], from, to)
}

// isToCome tells whether the sentence of token i says before it that something is
// to come: «وينتظر أن تلتئم اليوم الجلسة التي تختتم بها الجولة».
func (d *document) isToCome(i int) bool {
	return d.has(d.lang.common.future, d.text.Sentences[d.text.Tokens[i].Sentence].From, i)
}

// nextSet takes it for an outcome of the article's round that a day of the next
// one is told, where the round itself has begun.
func (d *document) nextSet() {
	anchor := d.anchor()
	if anchor.IsZero() || d.main.number == 0 || !slices.ContainsFunc(d.find("status", d.main), func(f *fact) bool { return f.value == "underway" || f.value == "concluded" }) {
		return
	}
	for _, r := range d.rounds {
		if r.process != d.main.process || r.number != d.main.number+1 {
			continue
		}
		for _, f := range d.find("start", r) {
			if d.onlyLikely(f.spans[0][0]) {
				continue
			}
			if f.date.Earliest().After(anchor.Latest()) || !f.date.IsDay() && f.date.Latest().After(anchor.Latest()) {
				g := *f
				g.kind, g.round, g.value, g.date, g.modality, g.rule = "outcome", d.main, "next-round-set", edtf.Date{}, graph.Happened, d.lang.name+".next-round-told"
				g.derived, g.wording = "a day of the next round is told", cmp.Or(f.wording, f.spans[0])
				d.give(&g)
				return
			}
		}
	}
}
