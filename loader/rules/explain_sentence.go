package rules

import (
	"fmt"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/lexicon"
)

// A Sentence says what was seen in a sentence and what came of it.
type Sentence struct {
	Passage  Passage    `json:"passage"`
	Block    string     `json:"block"` // title, heading, dateline, body; "" where nothing is read
	Round    string     `json:"round,omitempty"`
	Mentions []Clue     `json:"mentions"` // what it names
	Words    []Words    `json:"words"`    // which words belong to classes
	Matched  []Matched  `json:"matched"`  // the rules whose patterns fitted
	Derived  []Given    `json:"derived"`  // facts that no rule's pattern gave, with this passage
	Stopped  []Stopped  `json:"stopped"`  // the rules whose patterns fitted, but that something forbade
	Nearly   []NearMiss `json:"nearly"`   // the rules that came close, the closest first
	Nothing  string     `json:"nothing,omitempty"`
}

// Words are a word or phrase with the classes it belongs to.
type Words struct {
	Quote   string   `json:"quote"`
	Classes []string `json:"classes"`
}

// Matched is a rule whose pattern fitted.
type Matched struct {
	Rule        string   `json:"rule"`
	Description string   `json:"description"`
	Quote       string   `json:"quote"`
	Took        []Clue   `json:"took"`              // what the slots took
	Gave        []Given  `json:"gave"`              // what the rule made of it
	Refused     []string `json:"refused,omitempty"` // why it made nothing, or less than it could
}

// Given is a fact that was made.
type Given struct {
	Fact     []string       `json:"fact"`
	Rule     string         `json:"rule,omitempty"` // of a derived one
	Modality graph.Modality `json:"modality"`
	Note     string         `json:"note,omitempty"`    // what it is for, where it is no fact by itself
	Dropped  string         `json:"dropped,omitempty"` // why it was taken back
}

// Stopped is a rule whose pattern fitted where it may not count.
type Stopped struct {
	Rule        string `json:"rule"`
	Description string `json:"description"`
	Quote       string `json:"quote"`
	Why         string `json:"why"`
	Word        string `json:"word,omitempty"` // that forbids it
}

func (d *document) explainSentence(s int) Sentence {
	r := d.text.Sentences[s]
	x := Sentence{Passage: d.passageOf(s), Block: d.blocks[s], Mentions: []Clue{}, Words: d.wordsOf(s), Matched: []Matched{}, Derived: []Given{}, Stopped: []Stopped{}, Nearly: []NearMiss{}}
	for i := r.From; i < r.To; i++ {
		for k := range d.mentions {
			for _, m := range d.mentions[k][i] {
				x.Mentions = append(x.Mentions, d.describe(m))
			}
		}
	}
	for _, round := range d.rounds {
		if at := d.roundSpan(round); at[1] > at[0] && at[0] >= r.From && at[0] < r.To {
			x.Derived = append(x.Derived, Given{Fact: []string{"round", round.name()}, Rule: d.lang.name + ".round", Modality: graph.Happened})
		}
	}
	matched := map[*rule]bool{}
	for _, m := range d.trace.matches {
		if m.from >= r.From && m.from < r.To {
			matched[m.rule] = true
			x.Matched = append(x.Matched, d.explainMatch(m))
		}
	}
	for _, f := range d.trace.order {
		if at := f.spans[0][0]; d.trace.origin[f] == nil && at >= r.From && at < r.To {
			g := d.giving(f)
			g.Rule = f.rule
			x.Derived = append(x.Derived, g)
		}
	}
	if d.main != nil && d.blocks[s] != "" && d.blocks[s] != "dateline" {
		x.Round = d.main.name()
		if c := d.context[r.From]; c != nil {
			x.Round = c.name()
		}
		x.Stopped, x.Nearly = d.others(s, matched)
	}
	x.Nothing = d.nothingOf(&x)
	return x
}

// wordsOf lists the words of a sentence that belong to classes with a name.
func (d *document) wordsOf(s int) []Words {
	names := map[int]string{}
	for name, class := range d.lang.class {
		names[class] = name
	}
	out := []Words{}
	r := d.text.Sentences[s]
	for i := r.From; i < r.To; i++ {
		last := -1
		for _, f := range d.at(i) {
			name := names[f.Label.Class]
			if f.Kind != lexicon.Class || name == "" {
				continue
			}
			if f.To != last {
				out, last = append(out, Words{Quote: d.text.Quote(f.From, f.To)}), f.To
			}
			if w := &out[len(out)-1]; !slices.Contains(w.Classes, name) {
				w.Classes = append(w.Classes, name)
			}
		}
	}
	for k := range out {
		slices.Sort(out[k].Classes)
	}
	return out
}

func (d *document) explainMatch(m *match) Matched {
	x := Matched{Rule: m.rule.id, Description: m.rule.says, Quote: d.text.Quote(m.from, m.to), Took: []Clue{}, Gave: []Given{}, Refused: m.refused}
	for _, c := range m.captures {
		list := c.topics
		if c.mention != nil {
			list = []*mention{c.mention}
		}
		for _, took := range list {
			clue := d.describe(took)
			clue.What = "{" + c.name + "} " + clue.What
			x.Took = append(x.Took, clue)
		}
	}
	for _, f := range m.facts {
		x.Gave = append(x.Gave, d.giving(f))
	}
	return x
}

// rival begins the reasons for which one of several facts is taken back.
const rival = "a rival"

func (d *document) giving(f *fact) Given {
	g := Given{Fact: f.words(), Modality: f.modality, Note: f.derived, Dropped: d.trace.dropped[f]}
	if rivals := d.find(f.kind, f.round); strings.HasPrefix(g.Dropped, rival) && len(rivals) > 0 {
		g.Dropped += ": " + strings.Join(rivals[0].words(), " ")
	}
	if intermediate[f.kind] {
		g.Note = "the first or last day may follow from it"
	}
	return g
}

// nothingOf is why nothing comes out of a sentence, "" where something does.
func (d *document) nothingOf(x *Sentence) string {
	var lost []string
	for _, g := range append(slices.Clone(x.Derived), given(x.Matched)...) {
		switch {
		case g.Dropped == "" && g.Modality == graph.Denied:
			lost = append(lost, "it denies "+strings.Join(g.Fact, " "))
		case g.Dropped == "":
			if d.nothing() != "" {
				return "Facts were found, but " + d.nothing() + "."
			}
			return ""
		default:
			lost = append(lost, strings.Join(g.Fact, " ")+" was taken back ("+g.Dropped+")")
		}
	}
	if len(lost) > 0 {
		return "What was found does not stand: " + strings.Join(lost, "; ") + "."
	}
	switch {
	case x.Block == "":
		return "This part of the page is not read: it is no part of the story."
	case x.Block == "dateline":
		return "This is a dateline: only its day and place are looked at."
	case d.main == nil:
		return "No rule was tried: " + d.nothing() + "."
	case len(x.Matched) > 0:
		return "Rules fitted, but gave nothing: " + x.Matched[0].Refusal() + "."
	case len(x.Stopped) > 0:
		s := x.Stopped[0]
		return fmt.Sprintf("No rule may count here: %s fits, but %s.", s.Rule, s.Why)
	case len(x.Nearly) > 0:
		n := x.Nearly[0]
		return fmt.Sprintf("No rule fits. The closest is %s, which has %d of its %d parts and stops at %s.", n.Rule, n.Met, n.Of, n.Failed)
	case len(x.Mentions) == 0:
		return "No rule fits: nothing is named in it that a fact could be about."
	}
	return "No rule fits: of each, something that it cannot do without is missing from the sentence."
}

// given is what some rules gave.
func given(matched []Matched) []Given {
	var out []Given
	for _, m := range matched {
		out = append(out, m.Gave...)
	}
	return out
}

// Refusal is why a rule that fitted gave nothing, in words.
func (m Matched) Refusal() string {
	if len(m.Refused) == 0 {
		return "what " + m.Rule + " took tells no fact"
	}
	return strings.Join(m.Refused, "; ")
}
