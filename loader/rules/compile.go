package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// load adds a language's rules to the engine.
func (e *Engine) load(f *ruleFile) error {
	l := &language{name: f.Language, cased: f.Cased, declined: f.Declined, plurals: f.Plurals, peoples: f.Peoples, class: map[string]int{}, least: e.classes + 1,
		before: f.Party == "before" || f.Party == "both", after: f.Party == "after" || f.Party == "both"}
	if !l.before && !l.after {
		return fmt.Errorf("%s: party: want before, after or both, not %q", f.Language, f.Party)
	}
	c := &compiler{engine: e, language: l, literals: map[string]int{}}
	c.words(f.Classes)
	c.numbers(lexicon.Ordinal, f.Ordinals)
	c.numbers(lexicon.Cardinal, f.Cardinals)
	for k := range f.Rules {
		source := &f.Rules[k]
		r, err := c.rule(source)
		if err != nil {
			return fmt.Errorf("%srule %q: %w", source.position(), source.ID, err)
		}
		l.rules = append(l.rules, r)
	}
	l.classes = e.classes + 1 - l.least
	l.fileAll()
	e.languages[l.name] = l
	return nil
}

// A compiler makes a language of its file.
type compiler struct {
	engine   *Engine
	language *language
	literals map[string]int // the class of each phrase that stands in a pattern itself
	future   []string       // the forms of conjugated verbs that speak of what is to come
}

// words adds the language's classes.
func (c *compiler) words(classes map[string][]string) {
	l := c.language
	for _, name := range slices.Sorted(maps.Keys(classes)) {
		l.class[name] = c.class(classes[name])
	}
	l.bind(func() int { return c.class(nil) })
	for _, form := range c.future {
		c.engine.lexicon.Matcher.Add(form, &lexicon.Label{Kind: lexicon.Class, Class: l.common.future, Lang: l.name})
	}
}

// class adds a class of phrases, with all forms of its verbs.
func (c *compiler) class(phrases []string) int {
	e := c.engine
	e.classes++
	label := &lexicon.Label{Kind: lexicon.Class, Class: e.classes, Lang: c.language.name}
	conjugate := conjugators[c.language.name]
	for _, p := range phrases {
		forms := []string{p}
		if conjugate != nil && strings.Contains(p, "^") {
			var future []string
			forms, future = conjugate(p)
			c.future = append(c.future, future...)
		}
		for _, form := range forms {
			e.lexicon.Matcher.Add(form, label)
		}
	}
	return e.classes
}

// literal is the class of a phrase that stands in a pattern itself.
func (c *compiler) literal(phrase string) int {
	if _, ok := c.literals[phrase]; !ok {
		c.literals[phrase] = c.class([]string{phrase})
	}
	return c.literals[phrase]
}

// numbers adds the language's words for numbers.
func (c *compiler) numbers(kind lexicon.Kind, words map[int][]string) {
	for _, n := range slices.Sorted(maps.Keys(words)) {
		label := &lexicon.Label{Kind: kind, Class: n, Lang: c.language.name}
		for _, p := range words[n] {
			c.engine.lexicon.Matcher.Add(p, label)
		}
	}
}

// rule compiles a rule.
func (c *compiler) rule(source *ruleSource) (*rule, error) {
	r := &rule{id: c.language.name + "." + source.ID, says: source.Description, modality: source.Modality, headline: source.Headline, fallback: source.Fallback, examples: source.Examples}
	for _, pattern := range slices.Concat(source.Patterns, []string{source.Pattern}) {
		if pattern == "" {
			continue
		}
		p := parser{src: pattern, classes: c.language.class, literal: c.literal}
		seq, err := p.parse()
		if err != nil {
			return nil, err
		}
		r.patterns, r.sources = append(r.patterns, seq), append(r.sources, pattern)
	}
	for _, fact := range slices.Concat(source.Facts, []string{source.Fact}) {
		if fact != "" {
			t, err := parseTemplate(fact)
			if err != nil {
				return nil, err
			}
			r.facts = append(r.facts, t)
		}
	}
	for names, to := range map[*[]string]*[]int{&source.After: &r.after, &source.Told: &r.told, &source.Unless: &r.unless, &source.NotBehind: &r.behind} {
		for _, name := range *names {
			class, ok := c.language.class[name]
			if !ok {
				return nil, fmt.Errorf("no class is called %q", name)
			}
			*to = append(*to, class)
		}
	}
	switch graph.Modality(r.modality) {
	case "", graph.Happened, graph.Ongoing, graph.Planned, graph.Denied:
	default:
		return nil, fmt.Errorf("no modality is called %q", r.modality)
	}
	if source.ID == "" || r.says == "" || len(r.patterns) == 0 || len(r.facts) == 0 {
		return nil, errors.New("want an id, a description, a pattern and a fact")
	}
	return r, nil
}

// parseTemplate reads a fact as a rule states it: a kind, slots and settings. It
// returns an error for a setting that there is not, or a number or direction that is
// none.
func parseTemplate(source string) (template, error) {
	fields := strings.Fields(source)
	if len(fields) == 0 {
		return template{}, errors.New("want the kind of a fact")
	}
	t := template{kind: fields[0], weight: 1}
	for _, f := range fields[1:] {
		k, v, ok := strings.Cut(f, "=")
		var err error
		switch {
		case !ok:
			t.slots = append(t.slots, f)
		case k == "kind":
			t.value = v
		case k == "weight":
			t.weight, err = strconv.Atoi(v)
		case k == "item":
			t.item, err = strconv.Atoi(v)
		case k == "before":
			t.before = v != ""
		case k == "date":
			t.today = v == "today"
		case k == "days":
			t.days, err = strconv.Atoi(v)
		case k == "range":
			t.ranged = v != ""
		case k == "nth":
			t.nth = v != ""
		case k == "shift" && v == "back":
			t.shift = -1
		case k == "shift" && v == "on":
			t.shift = 1
		case k == "summit":
			t.summit = v != ""
		case k == "loose":
			t.loose = v != ""
		case k == "source":
			t.source = v != ""
		case k == "firm":
			t.firm = v != ""
		case k == "mediator":
			t.envoy = v == "own"
		case k == "beside":
			t.beside = v
		case k == "with":
			t.with, t.past = v == "mediator", v == "before"
			t.same, t.again = v == "same", v == "each-before"
			t.pair = v == "pair"
		default:
			err = errors.New("no such setting")
		}
		if err != nil {
			return template{}, fmt.Errorf("fact %q: %q: want a setting of README.md, weight=, item= and days= with a number, shift= with back or on", source, f)
		}
	}
	return t, nil
}
