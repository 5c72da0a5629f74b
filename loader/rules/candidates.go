package rules

import (
	"strconv"
	"strings"

	"peacetalks/graph"
)

// A Candidate is a thing that a sentence may say, with the signs by which it is weighed.
type Candidate struct {
	Kind  string   // of the fact; of an outcome with its value behind a colon
	Signs []string // as the file of weights writes them
	Key   string   // the same for all candidates that would be one fact
}

// CandidateRule is what the rules of the facts in [Engine.Candidates] begin with; the
// candidate's index follows.
const CandidateRule = "candidate-"

// Candidates gives all that an article's sentences may say as if it were said, instead of
// what the rules found. It is for those who learn weights.
func (e *Engine) Candidates(in Input) (Output, []Candidate, error) {
	var offered []Candidate
	out, err := e.read(in, nil, &offered)
	return out, offered, err
}

// offer gives every candidate as a fact, instead of what the rules found.
func (d *document) offer() {
	w := &d.weighing
	w.begin(d, noWeights.table(d.lang))
	w.offered = d.offered
	d.facts = d.facts[:0]
	w.article()
}

// offer gives one candidate as a fact.
func (w *weighing) offer(kind weighed, f fact, first, second *focus) {
	of := Candidate{Kind: weighedKinds[kind]}
	for _, s := range w.allSigns(&f, first, second) {
		of.Signs = append(of.Signs, w.d.lang.signName(s))
	}
	person := ""
	if f.person != nil {
		person = f.person.id
	}
	of.Key = strings.Join([]string{of.Kind, f.round.id, f.party, person, f.topic, f.place, strings.Join(f.parties, "+"), f.date.String()}, " ")
	f.rule, f.modality, f.citing, f.weight = CandidateRule+strconv.Itoa(len(*w.offered)), graph.Happened, "nobody", 1
	*w.offered = append(*w.offered, of)
	w.d.facts = append(w.d.facts, &f)
}
