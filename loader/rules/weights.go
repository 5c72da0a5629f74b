package rules

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// weightsFile is where the weights stand: a line for each sign, with its place, its
// class, classes or word (behind an equals sign), and the kinds of candidates for which
// it has a weight; behind them a line for each tree (see parseTree).
const weightsFile = "data/weights.tsv"

// weights are those of all languages.
type weights struct {
	rows  [][weighedCount]float32 // the first is of signs that have none
	trees [weighedCount][]tree    // by kind
	words [signPlaceCount]map[string]int32
	focus map[string][2]int32 // of a word of a focus: as the first of a candidate's, and as the second
	class map[classSign]int32

	hopeless [weighedCount]float32 // by kind: a sum below which no prospect is clearly so
}

type classSign struct {
	at           signPlace
	class, other string
}

// A weightTable finds the weights of a language's signs.
type weightTable struct {
	*weights
	byClass [signPlaceCount][]int32 // rows, by place and class, or word of a place that has few
	pairs   map[[2]int32]int32      // of pairs, by class and place with the other class
	slight  []bool                  // by class
}

// of is a sign's weight for a kind.
func (t *weightTable) of(s sign, k weighed) float32 { return t.rows[t.row(s)][k] }

func (t *weightTable) row(s sign) int32 {
	switch {
	case s.word != "":
		return t.words[s.at][s.word]
	case s.at == signAround || s.at == signUpTo:
		return t.pairs[pairOf(s)]
	}
	return t.byClass[s.at][s.class]
}

func pairOf(s sign) [2]int32 { return [2]int32{s.class, s.other<<8 | int32(s.at)} }

// add adds the weights of a row to the sums of some kinds.
func (t *weightTable) add(sums *[weighedCount]float32, row int32, of kindRange) {
	r := &t.rows[row]
	for k := of.from; k < of.to; k++ {
		sums[k] += r[k]
	}
}

// noWeights are none.
var noWeights = &weights{rows: make([][weighedCount]float32, 1)}

// parseWeights reads a file of weights. Its errors name the line and what is wrong.
func parseWeights(data []byte) (*weights, error) {
	w := &weights{rows: make([][weighedCount]float32, 1), focus: map[string][2]int32{}, class: map[classSign]int32{}}
	scan := bufio.NewScanner(bytes.NewReader(data))
	for line := 1; scan.Scan(); line++ {
		if err := w.parseLine(scan.Text()); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", weightsFile, line, err)
		}
	}
	for k, at := range [...]signPlace{signFirstWord, signOtherWord} {
		for word, row := range w.words[at] {
			rows := w.focus[word]
			rows[k] = row
			w.focus[word] = rows
		}
	}
	w.setHopeless()
	return w, scan.Err()
}

func (w *weights) parseLine(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	name, list, _ := strings.Cut(line, "\t")
	if name == "tree" {
		return w.parseTree(list)
	}
	where, what, _ := strings.Cut(name, " ")
	n := slices.Index(signPlaces[:], where)
	if n < 0 {
		return fmt.Errorf("no place is called %q", where)
	}
	at, row := signPlace(n), [weighedCount]float32{}
	for field := range strings.SplitSeq(list, "\t") {
		kind, number, _ := strings.Cut(field, "=")
		k := slices.Index(weighedKinds[:], kind)
		x, err := strconv.ParseFloat(number, 32)
		if k < 0 || err != nil {
			return fmt.Errorf("%q is no kind with its weight, such as head=0.5", field)
		}
		row[k] = float32(x)
	}
	w.rows = append(w.rows, row)
	if word, ok := strings.CutPrefix(what, "="); ok {
		if w.words[at] == nil {
			w.words[at] = map[string]int32{}
		}
		w.words[at][word] = int32(len(w.rows) - 1)
		return nil
	}
	class, other, _ := strings.Cut(what, " ")
	if class == "" || class == "-" && at != signAround && at != signUpTo {
		return fmt.Errorf("%q names no class", name)
	}
	w.class[classSign{at, class, other}] = int32(len(w.rows) - 1)
	return nil
}

// table finds the weights of a language's classes.
func (w *weights) table(l *language) *weightTable {
	t := &weightTable{weights: w, pairs: map[[2]int32]int32{}, slight: make([]bool, l.classes)}
	number := map[string]int32{"-": -1}
	for name, c := range l.class {
		if c -= l.least; c >= 0 && c < l.classes {
			number[name] = int32(c)
			t.slight[c] = t.slight[c] || slices.Contains(slightClasses, name)
		}
	}
	for k, name := range kindNames {
		number["a:"+name] = int32(l.classes + int(k))
	}
	for at := range t.byClass {
		if words := wordsAt[at]; words != nil {
			for _, word := range words {
				t.byClass[at] = append(t.byClass[at], w.words[at][word])
			}
			continue
		}
		t.byClass[at] = make([]int32, l.classes+int(kindCount))
	}
	for s, row := range w.class {
		a, has := number[s.class]
		b, pair := number[s.other]
		switch {
		case s.at == signAround || s.at == signUpTo:
			if has && pair {
				t.pairs[pairOf(sign{at: s.at, class: a, other: b})] = row
			}
		case has:
			t.byClass[s.at][a] = row
		}
	}
	return t
}

// loadWeights gives each language the weights of its signs.
func (e *Engine) loadWeights(o Options) error {
	for _, l := range e.languages {
		l.classNames = make([]string, l.classes)
		for name, c := range l.class {
			if c -= l.least; c >= 0 && c < l.classes {
				l.classNames[c] = name
			}
		}
	}
	data := o.Weights
	if data == nil {
		var err error
		if data, err = embedded.ReadFile(weightsFile); err != nil {
			return err
		}
	}
	w, err := parseWeights(data)
	if err != nil || len(w.rows) == 1 {
		return err
	}
	for _, l := range e.languages {
		l.weights = w.table(l)
	}
	return nil
}

// signName is how a sign is written in the file.
func (l *language) signName(s sign) string {
	if s.word != "" {
		return signPlaces[s.at] + " =" + s.word
	}
	if words := wordsAt[s.at]; words != nil {
		return signPlaces[s.at] + " =" + words[s.class]
	}
	name := signPlaces[s.at] + " " + l.className(s.class)
	if s.at == signAround || s.at == signUpTo {
		name += " " + l.className(s.other)
	}
	return name
}

// className is the name of a class by its number.
func (l *language) className(c int32) string {
	if c < 0 {
		return "-"
	}
	if int(c) >= l.classes {
		return "a:" + kindNames[mentionKind(int(c)-l.classes)]
	}
	return l.classNames[c]
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// because lists the signs that speak most for a candidate about what was turned to last.
func (w *weighing) because(kind weighed, f *fact, sides []*side) string {
	return w.most(w.allSigns(kind, f, sides), func(s sign) float32 { return w.table.of(s, kind) })
}

// most names the signs, three at most, of which something is greatest.
func (w *weighing) most(signs []sign, of func(sign) float32) string {
	var all []sign
	for _, s := range signs {
		if !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	slices.SortStableFunc(all, func(a, b sign) int { return cmp.Compare(of(b), of(a)) })
	var most []string
	for _, s := range all[:min(3, len(all))] {
		most = append(most, w.d.lang.signName(s))
	}
	return strings.Join(most, ", ")
}

// allSigns are those of a candidate about what was turned to last.
func (w *weighing) allSigns(kind weighed, f *fact, sides []*side) []sign {
	all := slices.Concat(w.sentence.signs, w.own)
	if s, ok := w.ofTold(f); ok {
		all = append(all, s)
	}
	for _, p := range w.shared {
		all = append(all, p.signs...)
	}
	for _, p := range sides {
		all = append(all, p.as(kind).signs...)
	}
	return all
}
