package rules

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// A language is the rules and word classes of one language.
type language struct {
	name      string
	before    bool // a delegation's party may stand before its noun
	after     bool // … or behind it
	cased     bool // names begin with capitals
	class     map[string]int
	common    classes
	rules     []*rule
	least     int // the first of the language's classes
	classes   int // how many there are
	shelves   int
	scratches sync.Pool
	byClass   []*shelf          // patterns that begin with a word of a class
	byKind    [kindCount]*shelf // … or with a mention
	anywhere  *shelf            // … or with neither
}

// classes are the word classes that the engine itself knows by name. A
// language that has no such words leaves them out.
type classes struct {
	and, filler, stop, of, delegation, unit, session, talks, notRound, next, previous, ordinalSuffix, teen,
	notName, particle, ministry, say, deny, future, continues, guarantors, capital, same, side, city, in, that, weakUnit, representatives, absent, each, opening, closing, relative, pronoun, belongs, article, times, their, sides, posted, aside, according, outsider, superseded, undenied, talkNoun, endPast, auxiliary int
}

// bind looks up the engine's classes; one that the file does not have is empty.
func (l *language) bind(empty func() int) {
	c := &l.common
	for name, to := range map[string]*int{
		"and": &c.and, "filler": &c.filler, "stop": &c.stop, "of": &c.of, "delegation": &c.delegation,
		"unit": &c.unit, "session": &c.session, "talks": &c.talks, "not-round": &c.notRound, "next": &c.next,
		"previous": &c.previous, "ordinal-suffix": &c.ordinalSuffix, "teen": &c.teen, "not-name": &c.notName,
		"particle": &c.particle, "ministry": &c.ministry, "say": &c.say, "deny": &c.deny, "future": &c.future,
		"continues": &c.continues, "guarantors": &c.guarantors, "capital": &c.capital, "same": &c.same, "side": &c.side,
		"city": &c.city, "in": &c.in, "that": &c.that, "weak-unit": &c.weakUnit,
		"representatives": &c.representatives, "absent": &c.absent,
		"relative": &c.relative, "according": &c.according, "outsider": &c.outsider, "posted": &c.posted, "aside": &c.aside, "article": &c.article, "times": &c.times, "their": &c.their, "sides": &c.sides, "pronoun": &c.pronoun, "belongs": &c.belongs, "each": &c.each, "opening": &c.opening, "closing": &c.closing,
		"superseded": &c.superseded, "undenied": &c.undenied, "talk-noun": &c.talkNoun, "end-past": &c.endPast, "auxiliary": &c.auxiliary,
	} {
		if _, ok := l.class[name]; !ok {
			l.class[name] = empty()
		}
		*to = l.class[name]
	}
}

// A rule turns a pattern of mentions and words into facts.
type rule struct {
	id       string
	says     string // its description
	patterns [][]element
	sources  []string // the patterns as they are written
	facts    []template
	modality string
	headline bool  // reads titles and headings too
	after    []int // one of these classes must stand earlier in the sentence
	unless   []int // none of these may stand in the sentence
	behind   []int // none of these may stand right before the match
	examples []example
}

// A template is one fact that a rule gives: its kind, the slots that fill it,
// and settings such as kind=agreement.
type template struct {
	kind   string
	slots  []string
	value  string // kind=
	weight int    // weight=, 1 unless said
	before bool   // before=: the topics that stand before the slot's
	today  bool   // date=today
	ranged bool   // range=: only a date of several days
	nth    bool   // nth=: only the number of a day, no length
	with   bool   // with=mediator: the mediator is the other one
	past   bool   // with=before: so are those whose meeting was told last
}

// An example is a text with the facts that the rule must, or must not, give.
type example struct {
	Text  string     `yaml:"text"`
	About string     `yaml:"about"` // the round that the article is about, such as astana-14
	Gives [][]string `yaml:"gives"`
}

// load adds a language's rules to the engine.
func (e *Engine) load(f *ruleFile) error {
	l := &language{name: f.Language, cased: f.Cased, class: map[string]int{}, least: e.classes + 1,
		before: f.Party == "before" || f.Party == "both", after: f.Party == "after" || f.Party == "both"}
	if !l.before && !l.after {
		return fmt.Errorf("%s: party: want before, after or both, not %q", f.Language, f.Party)
	}
	var future []string // the forms of conjugated verbs that speak of what is to come
	add := func(phrases []string) int {
		e.classes++
		label := &lexicon.Label{Kind: lexicon.Class, Class: e.classes, Lang: l.name}
		for _, p := range phrases {
			forms := []string{p}
			if strings.Contains(p, "^") {
				var later []string
				if l.name == "ar" {
					forms, later = conjugate(p)
				} else {
					forms = conjugateEnglish(p)
				}
				future = append(future, later...)
			}
			for _, form := range forms {
				e.lexicon.Matcher.Add(form, label)
			}
		}
		return e.classes
	}
	for _, class := range slices.Sorted(maps.Keys(f.Classes)) {
		l.class[class] = add(f.Classes[class])
	}
	l.bind(func() int { return add(nil) })
	for _, form := range future {
		e.lexicon.Matcher.Add(form, &lexicon.Label{Kind: lexicon.Class, Class: l.common.future, Lang: l.name})
	}
	for numbers, kind := range map[*map[int][]string]lexicon.Kind{&f.Ordinals: lexicon.Ordinal, &f.Cardinals: lexicon.Cardinal} {
		for _, n := range slices.Sorted(maps.Keys(*numbers)) {
			label := &lexicon.Label{Kind: kind, Class: n, Lang: l.name}
			for _, p := range (*numbers)[n] {
				e.lexicon.Matcher.Add(p, label)
			}
		}
	}
	literals := map[string]int{}
	literal := func(phrase string) int {
		if _, ok := literals[phrase]; !ok {
			literals[phrase] = add([]string{phrase})
		}
		return literals[phrase]
	}
	for _, r := range f.Rules {
		compiled := &rule{id: l.name + "." + r.ID, says: r.Description, modality: r.Modality, headline: r.Headline, examples: r.Examples}
		for _, source := range append(slices.Clone(r.Patterns), r.Pattern) {
			if source == "" {
				continue
			}
			p := parser{src: source, classes: l.class, literal: literal}
			seq, err := p.parse()
			if err != nil {
				return fmt.Errorf("%s: rule %s: %w", r.file, r.ID, err)
			}
			compiled.patterns, compiled.sources = append(compiled.patterns, seq), append(compiled.sources, source)
		}
		for names, to := range map[*[]string]*[]int{&r.After: &compiled.after, &r.Unless: &compiled.unless, &r.NotBehind: &compiled.behind} {
			for _, name := range *names {
				class, ok := l.class[name]
				if !ok {
					return fmt.Errorf("%s: rule %s: no class is called %q", r.file, r.ID, name)
				}
				*to = append(*to, class)
			}
		}
		for _, source := range append(slices.Clone(r.Facts), r.Fact) {
			if source == "" {
				continue
			}
			compiled.facts = append(compiled.facts, parseTemplate(source))
		}
		switch graph.Modality(r.Modality) {
		case "", graph.Happened, graph.Ongoing, graph.Planned, graph.Denied:
		default:
			return fmt.Errorf("%s: rule %s: no modality is called %q", r.file, r.ID, r.Modality)
		}
		if r.ID == "" || r.Description == "" || len(compiled.patterns) == 0 || len(compiled.facts) == 0 {
			return fmt.Errorf("%s: rule %q: want an id, a description, a pattern and a fact", r.file, r.ID)
		}
		l.rules = append(l.rules, compiled)
	}
	l.classes = e.classes + 1 - l.least
	l.byClass = make([]*shelf, l.classes)
	for _, r := range l.rules {
		for _, seq := range r.patterns {
			l.file(r, seq)
		}
	}
	e.languages[l.name] = l
	return nil
}

func parseTemplate(source string) template {
	fields := strings.Fields(source)
	t := template{kind: fields[0], weight: 1}
	for _, f := range fields[1:] {
		k, v, ok := strings.Cut(f, "=")
		switch {
		case !ok:
			t.slots = append(t.slots, f)
		case k == "kind":
			t.value = v
		case k == "weight":
			if w, err := strconv.Atoi(v); err == nil {
				t.weight = w
			}
		case k == "before":
			t.before = v != ""
		case k == "date":
			t.today = v == "today"
		case k == "range":
			t.ranged = v != ""
		case k == "nth":
			t.nth = v != ""
		case k == "with":
			t.with, t.past = v == "mediator", v == "before"
		}
	}
	return t
}

// file indexes a pattern by what it may begin with.
func (l *language) file(r *rule, seq []element) {
	a := l.attempt(r, seq)
	var first func(seq []element) bool // whether something must stand at the first token
	classes, kinds := map[int]bool{}, map[mentionKind]bool{}
	first = func(seq []element) bool {
		for k := range seq {
			e := &seq[k]
			certain := false
			switch e.op {
			case opClass:
				classes[e.class], certain = true, true
			case opSlot:
				kinds[e.slot], certain = true, true
			case opGroup:
				certain = true
				for _, alt := range e.alts {
					certain = first(alt) && certain
				}
			case opStart, opNot, opNotAnd:
				continue
			}
			if !certain {
				return false
			}
			if !e.optional {
				return true
			}
		}
		return false
	}
	if !first(seq) {
		l.shelve(&l.anywhere, a)
		return
	}
	for _, c := range slices.Sorted(maps.Keys(classes)) {
		l.shelve(&l.byClass[c-l.least], a)
	}
	for _, k := range slices.Sorted(maps.Keys(kinds)) {
		l.shelve(&l.byKind[k], a)
	}
}

// shelve puts a pattern on a shelf, which is made at need.
func (l *language) shelve(s **shelf, a *attempt) {
	if *s == nil {
		*s = &shelf{index: l.shelves}
		l.shelves++
	}
	(*s).attempts = append((*s).attempts, a)
	(*s).tests = append((*s).tests, a.test())
}
