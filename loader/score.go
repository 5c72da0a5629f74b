package loader

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"peacetalks/graph"
)

// Counts are what precision and recall are made of.
type Counts struct {
	TruePositives  int `json:"truePositives"`  // found facts that match a gold fact
	FalsePositives int `json:"falsePositives"` // found facts that match none
	FalseNegatives int `json:"falseNegatives"` // gold facts that were not found
}

// Add is the sum of two counts.
func (c Counts) Add(d Counts) Counts {
	return Counts{c.TruePositives + d.TruePositives, c.FalsePositives + d.FalsePositives, c.FalseNegatives + d.FalseNegatives}
}

// Gold is the number of gold facts.
func (c Counts) Gold() int { return c.TruePositives + c.FalseNegatives }

// Found is the number of found facts.
func (c Counts) Found() int { return c.TruePositives + c.FalsePositives }

// Precision is the share of the found facts that are right; not a number where
// nothing was found.
func (c Counts) Precision() float64 { return float64(c.TruePositives) / float64(c.Found()) }

// Recall is the share of the gold facts that were found; not a number where
// there are none.
func (c Counts) Recall() float64 { return float64(c.TruePositives) / float64(c.Gold()) }

// F1 is the harmonic mean of precision and recall; not a number where there is
// neither a gold nor a found fact.
func (c Counts) F1() float64 {
	return 2 * float64(c.TruePositives) / float64(c.Gold()+c.Found())
}

// A Result tells how the facts found in one article agree with its gold.
type Result struct {
	File     string            `json:"file"`
	Language string            `json:"language"` // as the gold file has it
	Kinds    map[string]Counts `json:"kinds"`
	Missed   []Fact            `json:"missed"`
	Spurious []Spurious        `json:"spurious"`
}

// A Spurious fact was found and is not in the gold.
type Spurious struct {
	Fact  Fact   `json:"fact"`
	Rule  string `json:"rule,omitempty"`  // that found it
	Quote string `json:"quote,omitempty"` // the passage that it was read from
}

// Counts sums up the article.
func (r Result) Counts() Counts {
	var c Counts
	for _, k := range r.Kinds {
		c = c.Add(k)
	}
	return c
}

// Compare scores the facts found in one article. A fact matches a gold fact of
// its kind with equal arguments; each matches once, and duplicates count once.
// Persons, parties, processes and topics are equal when their slugs are or when
// both tables give them a spelling that folds to the same form. A meeting's
// gold date "?" matches any. The article's metadata is not scored.
func Compare(gold Gold, found FactsRecord) Result {
	r := Result{File: found.File, Language: gold.Article.Language, Kinds: map[string]Counts{}}
	want, _ := unique(gold.Facts)
	have, from := unique(found.Facts)
	pairs := newMatcher(gold.Names, found.Names).pair(want, have)
	matched := make([]bool, len(have))
	for i, f := range want {
		c := Counts{FalseNegatives: 1}
		if pairs[i] >= 0 {
			c = Counts{TruePositives: 1}
			matched[pairs[i]] = true
		} else {
			r.Missed = append(r.Missed, f)
		}
		r.Kinds[f[0]] = r.Kinds[f[0]].Add(c)
	}
	for i, f := range have {
		if matched[i] {
			continue
		}
		s := Spurious{Fact: f}
		if n := from[i]; n < len(found.Evidence) {
			s.Rule = found.Evidence[n].Rule
			if spans := found.Evidence[n].Spans; len(spans) > 0 {
				s.Quote = spans[0].Quote
			}
		}
		r.Spurious = append(r.Spurious, s)
		r.Kinds[f[0]] = r.Kinds[f[0]].Add(Counts{FalsePositives: 1})
	}
	return r
}

// unique leaves out the facts that stand in the list before, and those that are
// empty. It also answers where each fact that is left stood.
func unique(facts []Fact) (kept []Fact, from []int) {
	seen := map[string]bool{}
	for i, f := range facts {
		key := strings.Join(f, "\x00")
		if len(f) == 0 || seen[key] {
			continue
		}
		seen[key] = true
		kept, from = append(kept, f), append(from, i)
	}
	return kept, from
}

// A Report is the score of a folder of articles.
type Report struct {
	Results []Result `json:"articles"`
}

// Counts sums up all articles: the figures made of it are micro-averages.
func (r Report) Counts() Counts {
	var c Counts
	for _, a := range r.Results {
		c = c.Add(a.Counts())
	}
	return c
}

// A Row is the score of one language, kind of fact or article.
type Row struct {
	Name     string
	Articles int
	Counts
}

// Breakdowns are the ways in which [Report.Rows] parts a report.
var Breakdowns = []string{"language", "fact", "article"}

// Rows parts the report by "language", "fact" or "article".
func (r Report) Rows(by string) []Row {
	rows := map[string]Row{}
	add := func(name string, c Counts) {
		row := rows[name]
		rows[name] = Row{name, row.Articles + 1, row.Counts.Add(c)}
	}
	for _, a := range r.Results {
		switch by {
		case "language":
			add(a.Language, a.Counts())
		case "article":
			add(a.File, a.Counts())
		case "fact":
			for kind, c := range a.Kinds {
				add(kind, c)
			}
		}
	}
	out := make([]Row, 0, len(rows))
	for _, row := range rows {
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b Row) int {
		if by == "fact" {
			if d := slices.Index(FactKinds, a.Name) - slices.Index(FactKinds, b.Name); d != 0 {
				return d
			}
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
}

// WriteTable writes the score of all articles and, below it, each breakdown.
func (r Report) WriteTable(w io.Writer, by ...string) error {
	width := len("language")
	for _, b := range by {
		for _, row := range r.Rows(b) {
			width = max(width, len(row.Name))
		}
	}
	var out strings.Builder
	head := func(name string) {
		fmt.Fprintf(&out, "%-*s  %8s %6s %6s %6s %6s %6s %10s %7s %7s\n", width, name, "articles", "gold", "found", "tp", "fp", "fn", "precision", "recall", "f1")
	}
	line := func(row Row) {
		fmt.Fprintf(&out, "%-*s  %8d %6d %6d %6d %6d %6d %10s %7s %7s\n", width, row.Name, row.Articles, row.Gold(), row.Found(),
			row.TruePositives, row.FalsePositives, row.FalseNegatives, ratio(row.Precision()), ratio(row.Recall()), ratio(row.F1()))
	}
	head("")
	line(Row{"all", len(r.Results), r.Counts()})
	for _, b := range by {
		out.WriteString("\n")
		head(b)
		for _, row := range r.Rows(b) {
			line(row)
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// WriteMisses lists, article by article, the gold facts that were not found
// and the found facts that are not gold, these with their rule and passage.
func (r Report) WriteMisses(w io.Writer) error {
	var out strings.Builder
	for _, a := range r.Results {
		if len(a.Missed)+len(a.Spurious) == 0 {
			continue
		}
		fmt.Fprintf(&out, "\n%s\n", a.File)
		for _, f := range a.Missed {
			fmt.Fprintf(&out, "  missed    %s\n", f)
		}
		for _, s := range a.Spurious {
			fmt.Fprintf(&out, "  spurious  %s\n", s.Fact)
			if s.Rule != "" || s.Quote != "" {
				fmt.Fprintf(&out, "            by %s: %q\n", s.Rule, graph.Shorten(s.Quote, 120))
			}
		}
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// ratio writes a share with four places, and a dash where there is none.
func ratio(x float64) string {
	if x != x {
		return "-"
	}
	return fmt.Sprintf("%.4f", x)
}
