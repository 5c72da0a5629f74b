package rules

import (
	"slices"

	"peacetalks/graph"
)

// eachLed makes heads of those of whom the text says that each leads a delegation:
// "X of Russia, Y of Turkey and Z of Iran each headed a team", "X and Y, who lead
// their countries' teams", or, where a sentence begins so, of those whom the one
// before names: "X signed for Russia, Y for Turkey. Each had led his delegation".
func (d *document) eachLed() {
	class := d.lang.class["each-leads"]
	if class == 0 {
		return
	}
	for s := range d.text.Sentences {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" {
			continue
		}
		for i := r.From; i < r.To; i++ {
			to, ok := d.classAt(i, class)
			if !ok || !d.has(d.lang.common.delegation, to, min(to+6, r.To)) {
				continue
			}
			people := d.behindHost(d.namedIn(r.From, i), i)
			if i == r.From && s > 0 && !d.text.Tokens[i].Line {
				people = d.namedIn(d.text.Sentences[s-1].From, i)
			}
			if len(people) < 2 {
				continue
			}
			for _, m := range people {
				if id := d.partyOf(m.person, m); id != "" && d.context[i] != nil {
					d.give(&fact{kind: "head", round: d.context[i], party: id, person: m.person, title: m.title, modality: graph.Happened, weight: 1,
						rule: d.lang.name + ".each-led", spans: d.span([2]int{m.from, to}), derived: "each of those named leads his delegation"})
				}
			}
		}
	}
}

// seatLeaders makes members of a summit those of the people who meet at such summits
// whom the article names, unless it was called off or is denied; heads in a language with a
// class "leaders-lead" where the article speaks of presidents or leaders who meet.
func (d *document) seatLeaders(r *round, leaders []string) {
	if slices.ContainsFunc(d.find("status", r), func(f *fact) bool { return f.value == "cancelled" }) {
		return
	}
	seat := "member"
	if d.has(d.lang.class["leaders-lead"], 0, len(d.text.Tokens)) {
		seat = "head" // «Президенты России, Турции и Ирана встретились»
	}
	for _, p := range d.persons {
		if p.known == nil || !slices.Contains(leaders, p.known.ID) {
			continue
		}
		for _, m := range p.mentions {
			if d.context[m.from] != r || d.blocks[d.text.Tokens[m.from].Sentence] != "body" || d.modality(m.from, m.to) == graph.Denied || d.has(d.lang.common.deny, m.to, min(m.to+3, d.sentenceEnd(m.from))) {
				continue
			}
			if id := d.partyOf(p, m); id != "" {
				d.give(&fact{kind: seat, round: r, party: id, person: p, title: m.title, modality: graph.Happened, weight: 1, convener: true,
					rule: d.lang.name + ".summit-leader", spans: d.span([2]int{m.from, m.to}), derived: "one of those who meet at these summits"})
				break
			}
		}
	}
}

// behindHost leaves out those of a list, which ends before token i, who said something or met
// the others: "The envoy, X, welcomed Y and Z, each of whom heads a delegation".
func (d *document) behindHost(people []*mention, i int) []*mention {
	c := d.lang.class
	for k := len(people) - 1; k >= 0; k-- {
		next := i
		if k+1 < len(people) {
			next = people[k+1].from
		}
		at := people[k].to
		if d.has(d.lang.common.say, at, next) || d.has(c["met"], at, next) || d.has(c["receive"], at, next) {
			return people[k+1:]
		}
	}
	return people
}

// namedIn lists the people named in a token range, one mention each.
func (d *document) namedIn(from, to int) []*mention {
	var list []*mention
	for i := from; i < to; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.to <= to && (len(list) == 0 || list[len(list)-1].person != m.person) {
				list = append(list, m)
			}
		}
	}
	return list
}
