package main

import (
	"bytes"
	"testing"

	"peacetalks/loader/rules"
)

// What speaks for a thing gets a weight above zero, what speaks against it one below,
// what is rare none; the same sample gives the same weights, which the engine can read.
func TestLearn(t *testing.T) {
	of := func() sample {
		s := sample{signs: []string{"first-word =head", "first-word =guest", "first-word =rare"}}
		for i := range 200 {
			x := example{kind: "head", fact: i, right: i%2 == 0, signs: []int32{int32(i % 2)}}
			if i == 0 {
				x.signs = append(x.signs, 2)
			}
			s.examples = append(s.examples, x)
		}
		return s
	}
	m := weigh(of())
	if w := m.kinds["head"]; w[0] <= 0.1 || w[1] >= -0.1 || w[2] != 0 {
		t.Errorf("weights are %v", w)
	}
	var first, second bytes.Buffer
	m.write(&first)
	weigh(of()).write(&second)
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("got %s, then %s", first.String(), second.String())
	}
	if _, err := rules.New(rules.Options{Weights: first.Bytes()}); err != nil {
		t.Errorf("%v\n%s", err, first.String())
	}
}
