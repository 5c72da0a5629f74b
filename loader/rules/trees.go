package rules

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// A tree is a series of questions that lead to a number: nodes, of which the first is
// asked first. A node that asks is followed by those for a yes.
type tree []node

type node struct {
	feature int8    // that is asked for; leaf where nothing is
	value   float32 // asked: is it less than this? Of a leaf the number
	no      int32   // the node for a no
}

const leaf = -1

// of is the number to which the questions lead.
func (t tree) of(x *[featureCount]float32) float32 {
	n := 0
	for t[n].feature != leaf {
		if x[t[n].feature] < t[n].value {
			n++
		} else {
			n = int(t[n].no)
		}
	}
	return t[n].value
}

// most is the greatest number to which the questions from a node on may lead where the sum
// is less than a number.
func (t tree) most(n int, sum float32) float32 {
	switch q := t[n]; {
	case q.feature == leaf:
		return q.value
	case q.feature == featureSum && sum <= q.value:
		return t.most(n+1, sum)
	default:
		return max(t.most(n+1, sum), t.most(int(q.no), sum))
	}
}

// hopelessSum is a sum below which the trees of a kind are not asked whether a prospect is told.
// Of most kinds it has been seen that they never raise it to what is clearly so.
const hopelessSum = -3

// setHopeless finds for each kind a sum below which no prospect is clearly so, whatever else is
// known of it: the greatest that a tree asks for of which its trees show that.
func (w *weights) setHopeless() {
	for k, trees := range w.trees {
		least := float32(hopelessSum)
		if doubtful[k] > 0 && len(trees) > 0 {
			least = float32(math.Inf(-1))
		}
		var asked []float32
		for _, t := range trees {
			for _, q := range t {
				if q.feature == featureSum {
					asked = append(asked, q.value)
				}
			}
		}
		slices.Sort(asked)
		n := sort.Search(len(asked), func(n int) bool {
			var most float32
			for _, t := range trees {
				most += t.most(0, asked[n])
			}
			return logistic(most) >= clearly[k]
		})
		if n > 0 {
			least = max(least, asked[n-1])
		}
		w.hopeless[k] = least
	}
}

// parseTree reads a tree from a line of the file: the kind, and its nodes, each before
// those for a yes and then those for a no: "head	rival<1.5 sum<0.3 =-0.1 =0.2 =-0.4".
func (w *weights) parseTree(line string) error {
	kind, nodes, _ := strings.Cut(line, "\t")
	k := slices.Index(weighedKinds[:], kind)
	if k < 0 {
		return fmt.Errorf("%q is no kind that has trees", kind)
	}
	var t tree
	var open []int // the nodes whose no is still to come
	for field := range strings.SplitSeq(nodes, " ") {
		if len(t) > 0 && len(open) == 0 {
			return fmt.Errorf("nothing leads to %q", field)
		}
		if len(t) > 0 && t[len(t)-1].feature == leaf {
			t[open[len(open)-1]].no = int32(len(t))
			open = open[:len(open)-1]
		}
		name, number, asks := strings.Cut(field, "<")
		n := node{feature: leaf}
		if asks {
			n.feature = int8(slices.Index(featureNames[:], name))
			open = append(open, len(t))
		} else {
			number = strings.TrimPrefix(field, "=")
		}
		x, err := strconv.ParseFloat(number, 32)
		if err != nil || x-x != 0 || asks && n.feature < 0 || !asks && number == field {
			return fmt.Errorf("%q is neither a question, such as sum<0.5, nor an answer, such as =0.5", field)
		}
		n.value = float32(x)
		t = append(t, n)
	}
	if len(open) > 0 {
		return fmt.Errorf("the tree ends without an answer to each question")
	}
	w.trees[k] = append(w.trees[k], t)
	return nil
}
