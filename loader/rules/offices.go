package rules

import (
	"slices"

	"peacetalks/loader/lexicon"
)

// findOffices marks those who are named by their office alone, where only one
// person of the article was introduced with it: "the envoy", «المبعوث الأممي».
func (d *document) findOffices(taken []bool) {
	holder := d.officeHolders()
	unnamed := map[string]*mention{} // by the word of an office whose holder is never named, how it was called first
	for i := range d.where(0, lexicon.TitleHead, lexicon.Party) {
		f := d.entryAt(i, lexicon.TitleHead)
		own := d.ownsOffice(i)
		if f == nil && (own || d.follows(i, d.lang.common.the) || d.lang.before && !d.lang.after) {
			f = d.stateOffice(i) // "the Syrian envoy", "Iran's envoy", "Rusya lideri"
		}
		if f == nil || taken[i] || d.blocks[d.text.Tokens[i].Sentence] != "body" || !own && !d.definiteTitle(i, f) {
			continue
		}
		p := holder[d.headWord(f)]
		to := d.titleEnd(i)
		if of := d.modifier(i); p != nil && of != nil && f.From > i && d.stateOf(&party{id: d.partyOf(p, nil)}) != d.stateOf(&party{id: d.resolve(of.parties[0])}) {
			p = nil // another state's
		}
		if leader := d.leaderOfState(i, f.From, to); leader != nil {
			p = leader
		}
		if p != nil && d.ofAnother(p, i, to) {
			p = nil
		}
		if p == nil && (to > f.To || f.From > i) && !d.personCovers(i) && !d.has(d.lang.class["former"], i, to) {
			// "the American envoy", who is never named
			m := &mention{kind: kindOffice, from: i, to: to}
			if d.entitle(m, i, to); len(m.parties) > 0 {
				if p = d.officeBehind(i, m); p == nil {
					p = d.soleEnvoy(f.From, m)
				}
				if p == nil {
					d.addMention(m)
					if o := unnamed[d.headWord(f)]; o == nil {
						unnamed[d.headWord(f)] = m
					}
				}
			}
		} else if o := unnamed[d.headWord(f)]; p == nil && o != nil && !d.lang.cased && to == f.To && f.To == i+1 && !d.personCovers(i) && (!d.titleGoesOn(to) || d.has(d.lang.class["toward"], to, to+1)) {
			// «المبعوث» behind «المبعوث الأممي إلى سوريا»
			d.addMention(&mention{kind: kindOffice, from: i, to: to, parties: o.parties})
		}
		if p == nil && d.lang.cased && to == f.To && f.From == i {
			d.bareOffice(i, to)
		}
		if end, ok := d.classAt(i, d.lang.class["mediator-office"]); ok && p == nil && (d.lang.cased || end >= to && !d.titleGoesOn(end)) {
			if p = d.soleMediator(); p == nil && !d.lang.cased {
				p = d.envoyWithDeputy()
			}
		} else if p == nil || p.mentions[0].from > i {
			continue
		}
		if p == nil || d.personCovers(i) {
			continue
		}
		d.standForPerson(i, to, p).short = f.To
	}
}

// bareOffice marks an office between two tokens, "the mediator", as that of the only
// organisation which mediates that the text named before, where it names nobody who acts for it.
// Of languages with capitals.
func (d *document) bareOffice(i, to int) {
	end, ok := d.classAt(i, d.lang.class["mediator-office"])
	if !ok || end != to || d.personCovers(i) || to < len(d.text.Tokens) && d.modifier(to) != nil {
		return
	}
	org := ""
	for j := range i {
		for _, m := range d.mentions[kindParty][j] {
			if id := m.parties[0].id; d.e.mediators[id] && id != org {
				if org != "" {
					return
				}
				org = id
			}
		}
	}
	for _, p := range d.persons {
		if id := d.partyOf(p, nil); id == org || id == "" {
			return
		}
	}
	if org != "" {
		d.addMention(&mention{kind: kindOffice, from: i, to: to, parties: d.party(party{id: org, from: i, to: to})})
	}
}

// leaderOfState is whom the title of a president between two tokens, with its noun at one of
// them, means at a summit, where no person is introduced with it alone: he whom the article
// names first of those who act for the state. «الرؤساء الروسي X والتركي Y … وكان الرئيس التركي
// وصل ظهرا». Languages without a class "president" do not ask.
func (d *document) leaderOfState(i, head, to int) *person {
	if _, ok := d.classAt(head, d.lang.class["president"]); !ok || !d.isSummit(d.main) {
		return nil
	}
	var m mention
	if d.entitle(&m, i, to); len(m.parties) == 0 {
		return nil
	}
	state := d.resolve(m.parties[0])
	if state == "" {
		return nil
	}
	for j := range i {
		for _, o := range d.mentions[kindPerson][j] {
			if d.partyOf(o.person, nil) == state {
				return o.person
			}
		}
	}
	return nil
}

// officeHolders has, for each title that the article gives to people, the one who
// alone bears it, or nil where several do.
func (d *document) officeHolders() map[string]*person {
	holder := map[string]*person{}
	for _, p := range d.persons {
		for _, m := range p.mentions {
			for i := m.title[0]; i < m.title[1]; i++ {
				f := d.entryAt(i, lexicon.TitleHead)
				if f == nil || f.To > m.title[1] {
					continue
				}
				if d.underDeputy(m.title[0], i) {
					break
				}
				word := d.headWord(f)
				if o, ok := holder[word]; ok && o != p {
					holder[word] = nil
				} else {
					holder[word] = p
				}
			}
		}
	}
	return holder
}

// titleGoesOn tells whether the Arabic word at token i may go on with the title
// before it: «المبعوث الأممي الجديد», «المبعوث الخاص لرئيس البلاد».
func (d *document) titleGoesOn(i int) bool {
	if i >= len(d.text.Tokens) {
		return false
	}
	norm := d.text.Tokens[i].Norm
	_, time := d.classAt(i, d.lang.class["later"])
	return hasArticle(norm) && len(d.mentions[kindDate][i]) == 0 && len(d.mentions[kindDelegation][i])+len(d.mentions[kindDelegations][i]) == 0 && !time && !d.acts(i) || ofWhom(norm) || len(d.mentions[kindPerson][i]) > 0
}

// underDeputy tells whether the title that begins at a token is that of the deputy
// of him whose title stands at token i: «نائب المبعوث», "deputy to the UN envoy".
func (d *document) underDeputy(from, i int) bool {
	if d.lang.cased {
		to, ok := d.classAt(from, d.lang.class["deputy-to"])
		if !ok || to > i {
			return false
		}
		_, of := d.classAt(to-1, d.lang.common.of)
		return of
	}
	to, ok := d.classAt(from, d.lang.class["deputy"])
	return ok && to <= i
}

// ownsOffice tells whether a state or party with a genitive begins at token i:
// that of "Iran's envoy".
func (d *document) ownsOffice(i int) bool {
	m := d.modifier(i)
	return d.lang.class["envoy-office"] != 0 && m != nil && m.to < len(d.text.Tokens) && d.text.Tokens[m.to].Norm == "'s"
}

// soleEnvoy is the only person of the article, named before, who acts for the
// party whose envoy or negotiator a title at token i speaks of.
func (d *document) soleEnvoy(i int, of *mention) *person {
	if _, ok := d.classAt(i, d.lang.class["envoy-office"]); !ok {
		return nil
	}
	party := d.resolve(of.parties[0])
	return d.solePerson(func(p *person) bool { return p.mentions[0].from <= i && d.partyOf(p, nil) == party })
}

// solePerson is the only person of the article of whom something is true, nil
// where it is true of none or of several.
func (d *document) solePerson(is func(*person) bool) *person {
	var sole *person
	for _, p := range d.persons {
		if !is(p) {
			continue
		}
		if sole != nil {
			return nil
		}
		sole = p
	}
	return sole
}

// ofAnother tells whether the Arabic title between two tokens names another state
// than the one for which a person acts: «المبعوث الباكستاني» is not the Russian one.
func (d *document) ofAnother(p *person, from, to int) bool {
	var m mention
	if d.lang.cased {
		return false
	}
	d.entitle(&m, from, to)
	own := d.partyOf(p, nil)
	return len(m.parties) > 0 && own != "" && d.stateOf(&party{id: own}) != d.stateOf(&party{id: d.resolve(m.parties[0])})
}

// stateOffice is the head of a title that begins with a state's adjective.
func (d *document) stateOffice(i int) *lexicon.Match {
	m := d.modifier(i)
	if m == nil {
		return nil
	}
	to := d.titleEnd(i)
	for j := m.to; j < to; j++ {
		if f := d.entryAt(j, lexicon.TitleHead); f != nil {
			return f
		}
	}
	return nil
}

// mediatorsOf are the organisations whose envoys convene a process of the
// lexicon, as the United Nations' do.
func mediatorsOf(l *lexicon.Lexicon) map[string]bool {
	out := map[string]bool{}
	for _, p := range l.Entries(lexicon.Process) {
		if e := l.Entry(lexicon.Party, p.Mediator); e != nil && e.Type == "organisation" {
			out[e.ID] = true
		}
	}
	return out
}

// soleMediator is the only person of the article who is known to act for an
// organisation that mediates: the envoy whom nobody introduces.
func (d *document) soleMediator() *person {
	return d.solePerson(func(p *person) bool { return d.e.mediators[d.partyOf(p, nil)] })
}

// envoyWithDeputy is the only person of the article who acts for an organisation that mediates and
// is nowhere called the deputy or aide of another: «المبعوث», where his deputy is named too.
func (d *document) envoyWithDeputy() *person {
	return d.solePerson(func(p *person) bool { return d.e.mediators[d.partyOf(p, nil)] && !d.calledDeputy(p) })
}

// calledDeputy tells whether words before a person's name say whose deputy or aide he is:
// «نائبه السيد رمزي عز الدين رمزي».
func (d *document) calledDeputy(p *person) bool {
	return slices.ContainsFunc(p.mentions, func(m *mention) bool {
		from := max(d.text.Sentences[d.text.Tokens[m.name[0]].Sentence].From, m.name[0]-6)
		return d.has(d.lang.class["deputy"], from, m.name[0]) || d.has(d.lang.class["own-title"], from, m.name[0])
	})
}

func (d *document) headWord(f *lexicon.Match) string {
	return bare(d.text.Tokens[f.From].Norm)
}

// definiteTitle tells whether a title carries the article or stands behind it.
func (d *document) definiteTitle(i int, f *lexicon.Match) bool {
	if d.lang.common.the == 0 {
		return true
	}
	return f.Clitics&lexicon.Article != 0 || d.follows(i, d.lang.common.the)
}
