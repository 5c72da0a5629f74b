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

// An offering is an extractor that gives all candidates of an article as facts.
type offering struct {
	*rules.Engine
	candidates []rules.Candidate
}

func (o *offering) Read(in rules.Input) (out rules.Output, err error) {
	out, o.candidates, err = o.Candidates(in)
	return out, err
}

// An article is its candidates, and of each that becomes a fact, whether it is right.
type article struct {
	candidates []rules.Candidate
	right      map[string]bool // by key
}

// read makes examples of the articles of some folders.
func read(e *rules.Engine, dirs []string) (sample, error) {
	var s sample
	number := map[string]int32{}
	facts := 0
	articles := loader.Map(context.Background(), source.Read(context.Background(), source.Options{}, dirs...), 0, func(doc source.Document) (article, error) { return offered(e, doc) })
	for a, err := range articles {
		if err != nil {
			return s, err
		}
		of := map[string]int{}
		for _, c := range a.candidates {
			right, ok := a.right[c.Key]
			if !ok {
				continue
			}
			if _, ok := of[c.Key]; !ok {
				of[c.Key] = facts
				facts++
			}
			x := example{kind: c.Kind, fact: of[c.Key], right: right}
			for _, name := range c.Signs {
				n, ok := number[name]
				if !ok {
					n = int32(len(s.signs))
					number[name] = n
					s.signs = append(s.signs, name)
				}
				x.signs = append(x.signs, n)
			}
			slices.Sort(x.signs)
			x.signs = slices.Compact(x.signs)
			s.examples = append(s.examples, x)
		}
	}
	return s, nil
}

// offered reads one article's candidates, and compares them with its gold file. The day of
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
	a := article{o.candidates, map[string]bool{}}
	for i, f := range found.Facts {
		if n, ok := strings.CutPrefix(found.Evidence[i].Rule, rules.CandidateRule); ok {
			if n, err := strconv.Atoi(n); err == nil {
				a.right[o.candidates[n].Key] = !wrong[f.String()]
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
