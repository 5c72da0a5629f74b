package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"peacetalks/loader/rules"
)

// Trees learn what no weight tells: that one thing or another is so, but not both. The same
// rows give the same trees, which the engine can read.
func TestGrow(t *testing.T) {
	names := rules.FeatureNames()
	own, rivals := slices.Index(names, "own"), slices.Index(names, "rivals")
	of := func() map[string][]row {
		random := rand.New(rand.NewPCG(1, 2))
		var rows []row
		for range 2000 {
			x := make([]float32, len(names))
			x[own], x[rivals] = float32(random.IntN(2)), float32(random.IntN(10))
			rows = append(rows, row{x, (x[own] == 1) != (x[rivals] >= 5)})
		}
		return map[string][]row{"head": rows}
	}
	lines := grow(of())
	if !slices.Equal(lines, grow(of())) {
		t.Error("the same rows give other trees")
	}
	if len(lines) < 2 || !strings.Contains(lines[1], "own<0.5") || !strings.Contains(lines[1], "rivals<4.5") {
		t.Fatalf("the first trees are %q", lines[:min(2, len(lines))])
	}
	f := boosted(of()["head"])
	for i, r := range f.rows {
		if (f.sums[i] > 1) != r.right || (f.sums[i] < -1) == r.right {
			t.Fatalf("own %v and rivals %v give %.2f", r.x[own], r.x[rivals], f.sums[i])
		}
	}
	if _, err := rules.New(rules.Options{Weights: []byte(strings.Join(lines, "\n"))}); err != nil {
		t.Error(err)
	}
}

// What is alike in all that is asked for cannot be told apart: the one answer is how many
// are true.
func TestGrowNothing(t *testing.T) {
	var rows []row
	for i := range 400 {
		rows = append(rows, row{make([]float32, len(rules.FeatureNames())), i%4 == 0})
	}
	if lines := grow(map[string][]row{"say": rows}); len(lines) != 1 || lines[0] != "tree\tsay\t=-1.095" {
		t.Errorf("got %q", lines)
	}
}
