package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"peacetalks/loader/rules"
	"peacetalks/loader/source"
)

// What is learnt is a logistic regression for each kind of candidate, by stochastic
// gradient descent with the step sizes of AdaGrad (Duchi, Hazan and Singer 2011).
// An article's facts are known, not the sentences that tell them: of the candidates for
// one true fact, those that a pass found unlikely are left out of the next.
const (
	passes = 3
	step   = 0.02
	least  = 20   // a sign must stand in so many examples
	slight = 0.05 // weights that are smaller are left out
	folds  = 5    // the articles are parted into, for the trees; those of a folder stay together
)

// Of subjects there are only two examples an article, its lead and all of it: they are passed
// over more often, and those about something else, which are few, count for more.
const (
	subject            = "subject"
	subjectPasses      = 20
	falseSubjectWeight = 3.0
)

// A model is the weights of each kind, by sign, and the trees.
type model struct {
	signs []string
	kinds map[string][]float64
	trees []string
}

// learn learns from articles: the weights, and then the trees from what the weights make
// of articles that they were not learnt from.
func learn(docs []source.Document, alone *rules.Engine) (model, error) {
	articles, err := read(alone, docs)
	if err != nil {
		return model{}, err
	}
	rows := map[string][]row{}
	for fold := range folds {
		var others []article
		var held []source.Document
		for i := range docs {
			if i*folds/len(docs) == fold {
				held = append(held, docs[i])
			} else {
				others = append(others, articles[i])
			}
		}
		var learnt bytes.Buffer
		weigh(sampleOf(others)).write(&learnt)
		e, err := rules.New(rules.Options{Weights: learnt.Bytes()})
		if err != nil {
			return model{}, err
		}
		read, err := read(e, held)
		if err != nil {
			return model{}, err
		}
		for kind, of := range rowsOf(read) {
			rows[kind] = append(rows[kind], of...)
		}
	}
	m := weigh(sampleOf(articles))
	m.trees = grow(rows)
	return m, nil
}

// weigh learns the weights of signs.
func weigh(s sample) model {
	m := model{signs: s.signs, kinds: map[string][]float64{}}
	s.dropRare()
	byKind := map[string][]*example{}
	for i := range s.examples {
		x := &s.examples[i]
		byKind[x.kind] = append(byKind[x.kind], x)
	}
	for kind, examples := range byKind {
		m.kinds[kind] = regress(kind, examples, len(s.signs))
	}
	return m
}

// dropRare drops signs that stand in few examples.
func (s *sample) dropRare() {
	seen := make([]int, len(s.signs))
	for _, x := range s.examples {
		for _, n := range x.signs {
			seen[n]++
		}
	}
	for i := range s.examples {
		x := &s.examples[i]
		x.signs = slices.DeleteFunc(x.signs, func(n int32) bool { return seen[n] < least })
	}
}

// regress learns the weights of one kind.
func regress(kind string, examples []*example, signs int) []float64 {
	times, falseWeight := passes, 1.0
	if kind == subject {
		times, falseWeight = subjectPasses, falseSubjectWeight
	}
	weights, gradients := make([]float64, signs), make([]float64, signs)
	sum := func(x *example) (t float64) {
		for _, n := range x.signs {
			t += weights[n]
		}
		return t
	}
	random := rand.New(rand.NewPCG(1, 2))
	for pass := range times {
		kept := examples
		if pass > 0 {
			kept = tellers(examples, sum)
		}
		random.Shuffle(len(kept), func(i, j int) { kept[i], kept[j] = kept[j], kept[i] })
		for _, x := range kept {
			wrong := 1 / (1 + math.Exp(-sum(x)))
			if x.right {
				wrong--
			} else {
				wrong *= falseWeight
			}
			for _, n := range x.signs {
				gradients[n] += wrong * wrong
				weights[n] -= step * wrong / math.Sqrt(gradients[n]+1e-12)
			}
		}
	}
	return weights
}

// tellers leaves out the candidates for true facts that are unlikely to be what tells them.
func tellers(examples []*example, sum func(*example) float64) []*example {
	best := map[int]float64{}
	for _, x := range examples {
		if b, ok := best[x.fact]; !ok || sum(x) > b {
			best[x.fact] = sum(x)
		}
	}
	return slices.DeleteFunc(slices.Clone(examples), func(x *example) bool {
		return x.right && sum(x) < best[x.fact]-1
	})
}

// write writes the weights as the engine reads them.
func (m model) write(w io.Writer) {
	fmt.Fprint(w, "# What speaks for a candidate, and against it: written by `go run ./loader/weigh`.\n# A sign's place, its class, classes or word, and its weight for each kind of candidate.\n# Behind them, the trees of each kind.\n")
	order := make([]int, len(m.signs))
	for n := range order {
		order[n] = n
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(m.signs[a], m.signs[b]) })
	kinds := slices.Sorted(maps.Keys(m.kinds))
	for _, n := range order {
		line := ""
		for _, k := range kinds {
			if x := m.kinds[k][n]; math.Abs(x) >= slight {
				line += fmt.Sprintf("\t%s=%.2f", k, x)
			}
		}
		if line != "" {
			fmt.Fprintf(w, "%s%s\n", m.signs[n], line)
		}
	}
	for _, t := range m.trees {
		fmt.Fprintln(w, t)
	}
}
