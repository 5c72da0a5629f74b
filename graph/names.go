package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
)

// Names lists the names of things: the vocabulary's first, then those of
// articles, the best supported first.
func (s *Store) Names(ctx context.Context, ids []ID, asOf edtf.Date) ([][]Label, error) {
	return answer(ctx, s, func(v *view) ([][]Label, error) {
		ids, err := v.current(ids)
		if err != nil {
			return nil, err
		}
		fs, err := v.facts(ids, asOf)
		if err != nil {
			return nil, err
		}
		c, err := v.curation()
		out := make([][]Label, len(ids))
		for i, f := range fs {
			out[i] = v.labelsFor(f, c)
		}
		return out, err
	})
}

// labelsFor lists all that a thing is called: by the vocabulary, under what was
// merged into it, too, then by articles.
func (v *view) labelsFor(f facts, c *curation) []Label {
	out := v.store.vocabularyLabels(f.subject, edtf.Date{})
	for _, former := range c.former[f.subject] {
		out = append(out, v.store.vocabularyLabels(former, edtf.Date{})...)
	}
	return append(out, labelsOf(f, PredName)...)
}

// vocabularyLabels lists the vocabulary's labels of a thing by language; those
// of a place that had other names by the day that is asked for, else all.
func (s *Store) vocabularyLabels(id ID, on edtf.Date) []Label {
	term, ok := s.options.Vocabulary.Terms[id]
	if !ok {
		return nil
	}
	add := func(out []Label, labels map[string]string) []Label {
		for language, text := range labels {
			out = append(out, Label{Text: text, Language: language, Vocabulary: true})
		}
		return out
	}
	var out []Label
	for _, n := range term.Names {
		if on.IsZero() || n.holds(on) {
			out = add(out, n.Labels)
		}
	}
	if on.IsZero() || len(out) == 0 {
		out = add(out, term.Labels)
	}
	slices.SortFunc(out, func(a, b Label) int {
		return cmp.Or(cmp.Compare(a.Language, b.Language), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(out)
}

// holds tells whether a name held on a day.
func (n DatedLabel) holds(on edtf.Date) bool {
	day := on.Earliest().Format("2006-01-02")
	return (n.Since == "" || n.Since <= day) && (n.Until == "" || day <= n.Until)
}

func labelsOf(f facts, p Predicate) []Label {
	var out []Label
	for _, c := range f.by[p] {
		out = append(out, Label{Text: c.Object.Text, Language: c.Object.Language, Claim: c.ID, Support: c.Support})
	}
	return out
}

// Name answers one name of each thing in a language: the vocabulary's label,
// else the best supported name of articles in that language, else any. A round
// of a process that the vocabulary labels is named by that label and its
// number. On chooses among the names of a place that was renamed.
func (s *Store) Name(ctx context.Context, ids []ID, language string, on edtf.Date) ([]string, error) {
	return answer(ctx, s, func(v *view) ([]string, error) {
		ids, err := v.current(ids)
		if err != nil {
			return nil, err
		}
		return v.names(ids, language, on)
	})
}

func (v *view) names(ids []ID, language string, on edtf.Date) ([]string, error) {
	fs, err := v.facts(ids, edtf.Date{})
	if err != nil {
		return nil, err
	}
	out := make([]string, len(ids))
	var processes []ID // of the rounds that are named after them
	var waiting []int
	for i, f := range fs {
		r, err := v.roundOf(f, edtf.Date{})
		if err != nil {
			return nil, err
		}
		if name, ok := v.store.numberedName(r, language); ok {
			out[i] = name
			continue
		}
		if name, ok := v.store.nameIn(f, language, on); ok {
			out[i] = name
			continue
		}
		if ids[i].Kind() == "round" {
			waiting = append(waiting, i)
			processes = append(processes, r.Process)
			continue
		}
		out[i] = v.store.anyName(f, on)
	}
	if len(waiting) == 0 {
		return out, nil
	}
	of, err := v.names(processes, language, on)
	if err != nil {
		return nil, err
	}
	for j, i := range waiting {
		out[i] = of[j]
		if r := roundOf(fs[i], edtf.Date{}); r.Number != nil {
			out[i] += " " + strconv.Itoa(*r.Number)
		} else if rest := strings.TrimPrefix(ids[i].Name(), processes[j].Name()+"-"); rest != ids[i].Name() {
			out[i] += " " + rest
		}
	}
	return out, nil
}

// numberedName is the name of a round by the vocabulary's label of its process
// and its number, such as "Astana 14".
func (s *Store) numberedName(r Round, language string) (string, bool) {
	if r.ID.Kind() != "round" {
		return "", false
	}
	label, ok := pick(s.currentLabels(r.Process, edtf.Date{}), language)
	if !ok || r.Number == nil {
		return "", false
	}
	return label + " " + strconv.Itoa(*r.Number), true
}

// nameIn is a thing's name in just that language.
func (s *Store) nameIn(f facts, language string, on edtf.Date) (string, bool) {
	return pick(append(s.currentLabels(f.subject, on), labelsOf(f, PredName)...), language)
}

// currentLabels are the vocabulary's labels that serve as a name: those of
// the day if one is asked for, else the usual ones.
func (s *Store) currentLabels(id ID, on edtf.Date) []Label {
	if on.IsZero() {
		var out []Label
		for language, text := range s.options.Vocabulary.Terms[id].Labels {
			out = append(out, Label{Text: text, Language: language, Vocabulary: true})
		}
		if len(out) > 0 {
			return out
		}
	}
	return s.vocabularyLabels(id, on)
}

// anyName is a thing's name in any language: the vocabulary's in English, or
// the first, else the best supported of articles, else what the id says.
func (s *Store) anyName(f facts, on edtf.Date) string {
	labels := s.currentLabels(f.subject, on)
	slices.SortFunc(labels, func(a, b Label) int { return cmp.Compare(a.Language, b.Language) })
	if name, ok := pick(labels, "en"); ok {
		return name
	}
	if labels = append(labels, labelsOf(f, PredName)...); len(labels) > 0 {
		return labels[0].Text
	}
	return titleCase(f.subject.Name())
}

// pick is the first label in a language, or in its base language.
func pick(labels []Label, language string) (string, bool) {
	base, _, _ := strings.Cut(language, "-")
	for _, want := range []string{language, base} {
		for _, l := range labels {
			if l.Language == want {
				return l.Text, true
			}
		}
	}
	return "", false
}

// titleCase makes a name of an id's: "nur-sultan" becomes "Nur Sultan".
func titleCase(slug string) string {
	words := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '/' || r == '+' })
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// Titles lists the titles of people, the best supported first.
func (s *Store) Titles(ctx context.Context, people []ID, asOf edtf.Date) ([][]Label, error) {
	return answer(ctx, s, func(v *view) ([][]Label, error) {
		people, err := v.current(people)
		if err != nil {
			return nil, err
		}
		fs, err := v.facts(people, asOf)
		out := make([][]Label, len(people))
		for i, f := range fs {
			out[i] = labelsOf(f, PredTitle)
		}
		return out, err
	})
}

// ParticipantTitles lists the titles of participants; those first that the
// articles give which say that they take part.
func (s *Store) ParticipantTitles(ctx context.Context, ps []Participant, asOf edtf.Date) ([][]Label, error) {
	return answer(ctx, s, func(v *view) ([][]Label, error) {
		var people, teams []ID
		for _, p := range ps {
			people = append(people, p.Person)
			teams = append(teams, p.Delegation)
		}
		of, err := v.factsOf(unique(slices.Concat(people, teams)), asOf)
		if err != nil {
			return nil, err
		}
		out := make([][]Label, len(ps))
		for i, p := range ps {
			articles := map[packed]bool{}
			for _, c := range of[p.Delegation].all {
				if slices.Contains(p.Claims, c.ID) {
					for _, r := range c.reports {
						articles[r.article] = true
					}
				}
			}
			beside := func(c candidate) int {
				return truth(slices.ContainsFunc(c.reports, func(r report) bool { return articles[r.article] && r.modalities&affirming != 0 }))
			}
			f := of[p.Person]
			titles := slices.SortedStableFunc(slices.Values(f.by[PredTitle]), func(a, b candidate) int {
				return cmp.Compare(beside(b), beside(a))
			})
			out[i] = labelsOf(facts{by: map[Predicate][]candidate{PredTitle: titles}}, PredTitle)
		}
		return out, nil
	})
}

// String describes a label for logs and tests.
func (l Label) String() string { return fmt.Sprintf("%s (%s)", l.Text, l.Language) }
