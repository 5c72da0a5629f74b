package main

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"peacetalks/loader"
	"peacetalks/loader/rules"
	"peacetalks/loader/source"
)

// An article is what it may tell, and for each prospect whether its gold file has it.
type article struct {
	rules.Offer
	talks bool            // its gold file has facts
	right map[string]bool // by key; a prospect that is not there became no fact
}

// An offering is an extractor that gives all prospects of an article as facts.
type offering struct {
	*rules.Engine
	rules.Offer
}

func (o *offering) Read(in rules.Input) (out rules.Output, err error) {
	out, o.Offer, err = o.Engine.Offer(in)
	return out, err
}

// documents reads the articles of some folders.
func documents(dirs []string) ([]source.Document, error) {
	var docs []source.Document
	for doc, err := range source.Read(context.Background(), source.Options{}, dirs...) {
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// read reads what articles may tell.
func read(e *rules.Engine, docs []source.Document) ([]article, error) {
	var list []article
	all := func(yield func(source.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	for a, err := range loader.Map(context.Background(), all, 0, func(doc source.Document) (article, error) { return offered(e, doc) }) {
		if err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, nil
}

// offered reads one article's prospects, and compares them with its gold file. The day of
// a meeting is no part of what is weighed.
func offered(e *rules.Engine, doc source.Document) (article, error) {
	gold, err := loader.ReadGold(loader.GoldFile(doc.Path))
	if err != nil {
		return article{}, err
	}
	o := &offering{Engine: e}
	found, err := loader.New(o).Facts(doc)
	if err != nil {
		return article{}, err
	}
	gold.Facts, found.Facts = undated(gold.Facts), undated(found.Facts)
	wrong := map[string]bool{}
	for _, s := range loader.Compare(gold, found).Spurious {
		wrong[s.Fact.String()] = true
	}
	a := article{o.Offer, len(gold.Facts) > 0, map[string]bool{}}
	for i, f := range found.Facts {
		if n, ok := strings.CutPrefix(found.Evidence[i].Rule, rules.ProspectRule); ok {
			if n, err := strconv.Atoi(n); err == nil {
				a.right[a.Prospects[n].Key] = !wrong[f.String()]
			}
		}
	}
	return a, nil
}

// undated are facts without the days of meetings.
func undated(facts []loader.Fact) []loader.Fact {
	out := make([]loader.Fact, len(facts))
	for i, f := range facts {
		if out[i] = f; f[0] == "meeting" {
			out[i] = slices.Clone(f)
			out[i][2] = "?"
		}
	}
	return out
}

// An example is a candidate of which a gold file tells whether it is true.
type example struct {
	kind  string
	signs []int32
	fact  int // the same for all candidates that would be one fact
	right bool
}

// A sample is all examples, with the names of their signs.
type sample struct {
	examples []example
	signs    []string
}

// sampleOf makes examples of what articles may tell.
func sampleOf(articles []article) sample {
	var s sample
	number := map[string]int32{}
	facts := 0
	signs := func(names []string) (list []int32) {
		for _, name := range names {
			n, ok := number[name]
			if !ok {
				n = int32(len(s.signs))
				number[name] = n
				s.signs = append(s.signs, name)
			}
			list = append(list, n)
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	for _, a := range articles {
		for _, of := range a.Subjects {
			s.examples = append(s.examples, example{kind: subject, signs: signs(of), fact: facts, right: a.talks})
			facts++
		}
		of := map[string]int{}
		for _, c := range a.Candidates {
			p := &a.Prospects[c.Of]
			right, ok := a.right[p.Key]
			if !ok {
				continue
			}
			if _, ok := of[p.Key]; !ok {
				of[p.Key] = facts
				facts++
			}
			s.examples = append(s.examples, example{kind: p.Kind, signs: signs(c.Signs), fact: of[p.Key], right: right})
		}
	}
	return s
}
