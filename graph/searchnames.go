package graph

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"

	"peacetalks/graph/edtf"
)

// A named thing is what a search finds by name.
type named struct {
	id      ID
	answers []float64 // by word of the query
	exact   float64   // how much of its best name the query says, to 1
	label   Label     // that name
	known   bool      // an article affirms something of it; else only the vocabulary has it
}

func (n named) score() float64 { return float64(count(n.answers)) + 0.99*n.exact }

// maxNamed bounds the things whose names are compared with a query.
const maxNamed = 1000

// searchNames finds what the vocabulary or an article calls by the words, and
// teaches the question the other spellings of those names.
func (v *view) searchNames(q *question) (map[ID]*named, error) {
	hits, err := v.nameHits(q)
	if err != nil {
		return nil, err
	}
	ids := make([]ID, 0, len(hits))
	for id := range hits {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b ID) int {
		return cmp.Or(cmp.Compare(count(hits[b]), count(hits[a])), cmp.Compare(sum(hits[b]), sum(hits[a])), cmp.Compare(a, b))
	})
	ids = ids[:min(len(ids), maxNamed)]
	slices.Sort(ids)
	fs, err := v.facts(ids, edtf.Date{})
	if err != nil {
		return nil, err
	}
	known, err := v.knownAmong(ids)
	if err != nil {
		return nil, err
	}
	c, err := v.curation()
	if err != nil {
		return nil, err
	}
	out := map[ID]*named{}
	for i, id := range ids {
		n := v.judge(q, id, v.labelsFor(fs[i], c))
		n.known = known[id]
		out[id] = n
	}
	return out, nil
}

func sum(answers []float64) (n float64) {
	for _, a := range answers {
		n += a
	}
	return n
}

// nameHits finds how well the names of each thing answer each word, in one
// pass.
func (v *view) nameHits(q *question) (map[ID][]float64, error) {
	c, err := v.curation()
	if err != nil {
		return nil, err
	}
	hits := map[ID][]float64{}
	add := func(id ID, answers []float64) {
		id = c.id(id) // the vocabulary goes by ids that may have been merged
		if hits[id] == nil {
			hits[id] = make([]float64, len(q.words))
		}
		merge(hits[id], answers)
	}
	labels := v.store.labels()
	for _, a := range q.words {
		fromLabels := func(term string, ids []ID) {
			if answers := q.answers(termText(term)); answers != nil {
				for _, id := range ids {
					add(id, answers)
				}
			}
		}
		for term := range a.terms {
			fromLabels(term, labels.ids[term])
		}
		if a.sound != "" {
			fromLabels(a.sound, labels.ids[a.sound])
		}
		if a.prefix != "" {
			labels.begin(a.prefix, fromLabels)
		}
	}
	err = v.scan(q.keys(tableName, true), func(k, record []byte) error {
		p := parseKey(k, tableName)
		term, id := p.text(), p.id()
		if answers := q.answers(term); answers != nil && len(record) == 1 && record[0]&affirming != 0 {
			add(id, answers)
		}
		return nil
	})
	return hits, err
}

// judge compares all names of a thing with the words, and learns how the words
// that it has are spelled in its other names: as the same sound.
func (v *view) judge(q *question, id ID, labels []Label) *named {
	n := &named{id: id, answers: make([]float64, len(q.words))}
	type said struct {
		terms []string
		sound string
		text  string
	}
	var all []said
	sounds := make([][]string, len(q.words))
	for _, l := range labels {
		answers := make([]float64, len(q.words))
		words := v.store.options.Fold.Words(l.Text, l.Language)
		for _, w := range words {
			s := said{w.Terms, v.store.options.Fold.Sound(l.Text[w.Start:w.End]), l.Text[w.Start:w.End]}
			all = append(all, s)
			terms := w.Terms
			if t, ok := soundTerm(s.sound); ok {
				terms = append(slices.Clone(terms), t)
			}
			for i, a := range q.words {
				if good := a.best(terms); good > 0 {
					answers[i] = max(answers[i], good)
					sounds[i] = append(sounds[i], s.sound)
				}
			}
		}
		merge(n.answers, answers)
		if exact := sum(answers) / float64(max(len(words), 1)); n.label.Text == "" || exact > n.exact {
			n.exact, n.label = min(exact, 1), l
		}
	}
	for i := range q.words {
		for _, s := range all {
			if s.sound != "" && slices.Contains(sounds[i], s.sound) {
				for _, w := range v.store.options.Fold.Query(s.text) {
					q.words[i].learn(w.Terms)
				}
			}
		}
	}
	return n
}

// searchRounds finds rounds by the names of their process and their number.
func (v *view) searchRounds(q *question, found map[ID]*named) error {
	a, err := v.atlas(edtf.Date{})
	if err != nil {
		return err
	}
	add := func(id ID, n named) {
		n.id = id
		if had := found[id]; had == nil || had.score() < n.score() || !had.known {
			found[id] = &n
		}
	}
	number := slices.IndexFunc(q.words, func(w asked) bool { _, err := strconv.Atoi(w.text); return err == nil })
	for process, ids := range a.byProcess {
		n := found[process]
		if n == nil || count(n.answers) < len(q.words)-1 {
			continue
		}
		for _, id := range ids {
			r := a.rounds[id]
			switch {
			case number < 0 && count(n.answers) == len(q.words):
				add(id, named{answers: n.answers, exact: n.exact / 2, label: n.label, known: true})
			case number >= 0 && r.Number != nil && strconv.Itoa(*r.Number) == q.words[number].text && n.answers[number] == 0:
				all := slices.Clone(n.answers)
				all[number] = wordItself
				add(id, named{answers: all, exact: 1, label: n.label, known: true})
			}
		}
	}
	return nil
}

// postings calls f for each term that the question asks for and each article
// that has it, in one pass.
func (v *view) postings(q *question, f func(answers []float64, a packed)) error {
	var last []byte
	var answers []float64
	return v.scanKeys(q.keys(tablePosting, false), func(k []byte) error {
		a, _ := articleOf(k)
		if term := k[:len(k)-len(a)]; !bytes.Equal(term, last) {
			last = append(last[:0], term...)
			answers = q.answers(parseKey(term, tablePosting).text())
		}
		if answers != nil {
			f(answers, a)
		}
		return nil
	})
}
