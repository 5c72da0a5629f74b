package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"peacetalks/loader/rules"
)

// What prospects show besides is learnt by gradient boosting of regression trees
// (Friedman 2001), with Newton steps (Chen and Guestrin 2016) on bins of the features:
// the leaf that gains most is split next.
const (
	treesOfKind = 60
	leaves      = 16
	rate        = 0.1
	fewest      = 60  // a leaf has so many prospects
	shrink      = 1.0 // the weight of the leaves' squares
	bins        = 64
)

// A row is the features of a prospect, and whether it is true.
type row struct {
	x     []float32
	right bool
}

// rowsOf are the rows of each kind.
func rowsOf(articles []article) map[string][]row {
	rows := map[string][]row{}
	for _, a := range articles {
		for _, p := range a.Prospects {
			if right, ok := a.right[p.Key]; ok {
				rows[p.Kind] = append(rows[p.Kind], row{p.Features, right})
			}
		}
	}
	return rows
}

// grow grows the trees of every kind, each a line as the engine reads it.
func grow(rows map[string][]row) []string {
	kinds := slices.Sorted(maps.Keys(rows))
	lines := make([][]string, len(kinds))
	var wait sync.WaitGroup
	for k, kind := range kinds {
		wait.Go(func() {
			for _, t := range boosted(rows[kind]).trees {
				lines[k] = append(lines[k], "tree\t"+kind+"\t"+t)
			}
		})
	}
	wait.Wait()
	return slices.Concat(lines...)
}

// A forest is being grown.
type forest struct {
	rows     []row
	edges    [][]float32 // by feature: where its bins part
	bin      [][]uint8   // by feature, then row
	sums     []float64   // of the trees so far, by row
	slope    []float64
	bend     []float64
	features []string
	trees    []string // as the engine reads them
}

// boosted grows the trees of one kind.
func boosted(rows []row) *forest {
	f := &forest{rows: rows, features: rules.FeatureNames(), sums: make([]float64, len(rows)), slope: make([]float64, len(rows)), bend: make([]float64, len(rows))}
	for k := range f.features {
		f.split(k)
	}
	right := 0
	for _, r := range rows {
		if r.right {
			right++
		}
	}
	prior := math.Log((float64(right) + .5) / (float64(len(rows)-right) + .5))
	for i := range f.sums {
		f.sums[i] = prior
	}
	f.trees = append(f.trees, answer(prior))
	for range treesOfKind {
		for i, r := range rows {
			p := 1 / (1 + math.Exp(-f.sums[i]))
			f.slope[i], f.bend[i] = p, p*(1-p)
			if r.right {
				f.slope[i]--
			}
		}
		t := f.tree()
		if len(t) == 1 {
			break
		}
		f.trees = append(f.trees, f.words(t, 0))
	}
	return f
}

// split parts the values of a feature into bins with as many prospects each as can be.
func (f *forest) split(k int) {
	values := make([]float32, len(f.rows))
	for i, r := range f.rows {
		values[i] = r.x[k]
	}
	slices.Sort(values)
	var edges []float32
	for b := 1; b < bins; b++ {
		i := b * len(values) / bins
		for i > 0 && i < len(values) && values[i] == values[i-1] {
			i++ // the next value that differs
		}
		if i > 0 && i < len(values) {
			edges = append(edges, round((values[i-1]+values[i])/2))
		}
	}
	f.edges = append(f.edges, slices.Compact(edges))
	bin := make([]uint8, len(f.rows))
	for i, r := range f.rows {
		n, at := slices.BinarySearch(f.edges[k], r.x[k])
		if at {
			n++
		}
		bin[i] = uint8(n)
	}
	f.bin = append(f.bin, bin)
}

// round rounds to what the file shows.
func round(x float32) float32 { return float32(math.Round(float64(x)*100) / 100) }

// A branch is a node of a tree: a leaf unless it is split.
type branch struct {
	rows        []int32
	slope, bend float64
	gain        float64 // by splitting it as best
	feature     int
	edge        int
	yes, no     int // branches, where it is split
}

func (b *branch) score() float64 { return b.slope * b.slope / (b.bend + shrink) }

// tree grows one tree, and adds its answers to the sums.
func (f *forest) tree() []branch {
	all := make([]int32, len(f.rows))
	for i := range all {
		all[i] = int32(i)
	}
	t := []branch{f.branch(all)}
	for range leaves - 1 {
		best := -1
		for k := range t {
			if t[k].yes == 0 && t[k].gain > 1e-6 && (best < 0 || t[k].gain > t[best].gain) {
				best = k
			}
		}
		if best < 0 {
			break
		}
		b := &t[best]
		var yes, no []int32
		for _, i := range b.rows {
			if int(f.bin[b.feature][i]) <= b.edge {
				yes = append(yes, i)
			} else {
				no = append(no, i)
			}
		}
		b.yes, b.no = len(t), len(t)+1
		t = append(t, f.branch(yes), f.branch(no))
	}
	for k := range t {
		if t[k].yes == 0 {
			for _, i := range t[k].rows {
				f.sums[i] += t[k].value()
			}
		}
	}
	return t
}

func (b *branch) value() float64 { return math.Round(-rate*b.slope/(b.bend+shrink)*1000) / 1000 }

// branch makes a leaf of some rows, and finds how to split it best.
func (f *forest) branch(rows []int32) branch {
	b := branch{rows: rows}
	for _, i := range rows {
		b.slope += f.slope[i]
		b.bend += f.bend[i]
	}
	if len(rows) < 2*fewest {
		return b
	}
	for k, edges := range f.edges {
		var slope, bend [bins + 1]float64
		var count [bins + 1]int
		bin := f.bin[k]
		for _, i := range rows {
			n := bin[i]
			slope[n] += f.slope[i]
			bend[n] += f.bend[i]
			count[n]++
		}
		var low branch
		n := 0
		for e := range edges {
			low.slope += slope[e]
			low.bend += bend[e]
			n += count[e]
			if n < fewest || len(rows)-n < fewest {
				continue
			}
			high := branch{slope: b.slope - low.slope, bend: b.bend - low.bend}
			if gain := low.score() + high.score() - b.score(); gain > b.gain {
				b.gain, b.feature, b.edge = gain, k, e
			}
		}
	}
	return b
}

// words writes the branches from the k-th on as the engine reads them.
func (f *forest) words(t []branch, k int) string {
	b := &t[k]
	if b.yes == 0 {
		return answer(b.value())
	}
	return fmt.Sprintf("%s<%g %s %s", f.features[b.feature], f.edges[b.feature][b.edge], f.words(t, b.yes), f.words(t, b.no))
}

func answer(x float64) string { return strings.TrimSuffix(fmt.Sprintf("=%.3f", x), "0") }
