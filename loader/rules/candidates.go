package rules

import (
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// An Offer is all that an article's sentences may say, for those who learn weights.
type Offer struct {
	Candidates []Candidate
	Prospects  []Prospect
	Subjects   [][]string // the signs of what it is about: of its lead alone, and of all of it; none where no talks were found
}

// A Candidate is a thing that a sentence may say, with the signs by which it is weighed.
type Candidate struct {
	Signs []string // as the file of weights writes them
	Of    int      // its prospect
}

// A Prospect is a fact that one candidate or more would be.
type Prospect struct {
	Kind     string // of the fact; of an outcome with its value behind a colon
	Key      string // the same for all prospects that would be one fact
	Features []float32
}

// FeatureNames name the features of prospects as the file of weights does.
func FeatureNames() []string { return slices.Clone(featureNames[:]) }

// ProspectRule is what the rules of the facts in [Engine.Offer] begin with; the
// prospect's index follows.
const ProspectRule = "prospect-"

// Offer gives all that an article's sentences may say as if it were said, instead of what
// the rules found. The features are those by the engine's weights.
func (e *Engine) Offer(in Input) (Output, Offer, error) {
	var offered Offer
	out, err := e.read(in, nil, &offered)
	return out, offered, err
}

// offer gives every prospect as a fact, instead of what the rules found.
func (d *document) offer() {
	table := d.lang.weights
	if table == nil {
		table = noWeights.table(d.lang)
	}
	w := &d.weighing
	w.begin(d, table)
	w.offered = d.offered
	before := len(d.offered.Prospects) // those of the stories before, in a digest
	d.facts = d.facts[:0]
	w.article()
	w.compare()
	for k := range w.list {
		p := &w.list[k]
		x := w.features(k, d.main)
		d.offered.Prospects = append(d.offered.Prospects, Prospect{Kind: weighedKinds[p.of], Key: p.name(), Features: x[:]})
		f := *p.tell(d)
		f.rule, f.modality, f.citing, f.weight = ProspectRule+strconv.Itoa(before+k), graph.Happened, "nobody", 1
		d.facts = append(d.facts, &f)
	}
}

// offerSubject gives the signs of what the article is about.
func (d *document) offerSubject() {
	w := &d.weighing
	w.begin(d, noWeights.table(d.lang))
	for _, end := range []int{d.leadsTo(), len(d.text.Tokens)} {
		var names []string
		w.subjectSigns(0, end)
		for _, s := range w.subject.signs {
			names = append(names, d.lang.signName(s))
		}
		d.offered.Subjects = append(d.offered.Subjects, names)
	}
}

// name is a prospect's key in words.
func (p *prospect) name() string {
	person := ""
	if p.person != nil {
		person = p.person.id
	}
	return strings.Join([]string{weighedKinds[p.of], p.round.id, p.party, person, p.topic, p.place, strings.Join(p.parties, "+"), p.date.String()}, " ")
}

// offer lists a candidate of the k-th prospect of the article, or of the story that is read,
// with its signs. The prospects are listed behind their candidates.
func (w *weighing) offer(k int, kind weighed, f *fact, sides []*side) {
	of := Candidate{Of: len(w.offered.Prospects) + k}
	for _, s := range w.allSigns(kind, f, sides) {
		of.Signs = append(of.Signs, w.d.lang.signName(s))
	}
	w.offered.Candidates = append(w.offered.Candidates, of)
}
