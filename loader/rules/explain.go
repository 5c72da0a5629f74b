package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/text"
)

// An Explanation says why an article's facts are there, and why there are no
// others.
type Explanation struct {
	Output    Output     `json:"-"` // the reading, as [Engine.Read] gives it
	Language  string     `json:"language"`
	Published string     `json:"published"`         // the article's own day, "" if it cannot be known
	Basis     string     `json:"basis,omitempty"`   // what that day rests on, in words
	Round     *Clue      `json:"round,omitempty"`   // the round that the article is about
	Nothing   string     `json:"nothing,omitempty"` // why the article gives no facts, where it gives none
	Sentences int        `json:"sentences"`         // how many the article has
	Facts     []Reason   `json:"facts"`             // in the order of the text; where sentences were asked for, theirs alone
	Asked     []Sentence `json:"asked,omitempty"`   // the sentences that were asked for
}

// A Reason says why a fact is there.
type Reason struct {
	Fact        []string       `json:"fact"`    // its kind, its round and what else it says, as facts are printed
	Passage     Passage        `json:"passage"` // the sentence that states it
	Others      []Passage      `json:"others,omitempty"`
	Rule        string         `json:"rule"`
	Description string         `json:"description,omitempty"` // of the rule
	Modality    graph.Modality `json:"modality"`
	Derived     string         `json:"derived,omitempty"` // how it follows from other facts, where it is not stated
	Citing      string         `json:"citing,omitempty"`
	Clues       []Clue         `json:"clues"` // what each part of it was known by
}

// A Passage is a sentence in which some words count.
type Passage struct {
	Sentence   int      `json:"sentence"` // the first is 1
	Start, End int      `json:"-"`        // bytes of the article's text
	Text       string   `json:"text"`
	Marks      [][2]int `json:"marks"` // the words that count, as bytes of Text, in order and apart
}

// A Clue is what something in the text was known by.
type Clue struct {
	What  string `json:"what"`            // "party turkey", "date 2019-12-10", "PLANNED"
	By    string `json:"by"`              // in words
	Quote string `json:"quote,omitempty"` // the words that tell it
}

// A SentenceError reports a sentence that an article does not have.
type SentenceError struct {
	Asked string // a number, or words
	Count int    // how many sentences the article has
}

func (e *SentenceError) Error() string {
	if _, err := strconv.Atoi(e.Asked); err == nil {
		return fmt.Sprintf("has no sentence %s: its sentences are numbered from 1 to %d", e.Asked, e.Count)
	}
	return fmt.Sprintf("has no sentence with the words %q", e.Asked)
}

// Explain reads an article as [Engine.Read] does, and says why each fact is
// there. A sentence, asked for by its number or by some of its words, is
// explained word by word; where several have the words, each is. An article
// that lacks it gives a [SentenceError].
func (e *Engine) Explain(in Input, sentence string) (Explanation, error) {
	if in.Language == "" {
		in.Language = text.Language(in.Text)
	}
	x := Explanation{Language: in.Language, Facts: []Reason{}}
	lang, ok := e.languages[primary(in.Language)]
	if !ok {
		x.Output, _ = e.Read(in)
		x.Nothing = "there are no rules for the language " + in.Language
		return x, nil
	}
	return e.explain(in, lang, sentence)
}

// explain explains a text in a language that has rules; a digest story by story.
func (e *Engine) explain(in Input, lang *language, sentence string) (Explanation, error) {
	x := Explanation{Language: in.Language, Facts: []Reason{}}
	d := e.document(in, lang, nil)
	defer d.close()
	d.trace = &trace{origin: map[*fact]*match{}, dropped: map[*fact]string{}}
	x.Output = d.output()
	if len(d.stories) > 0 {
		return d.explainStories(x, sentence)
	}
	x.Sentences = len(d.text.Sentences)
	x.Published, x.Basis = x.Output.Published.String(), d.solution.AnchorBasis
	if !in.Published.IsZero() && x.Basis == "" {
		x.Basis = "known beside the text"
	}
	if d.main != nil {
		x.Round = &Clue{What: "round " + d.main.name(), By: "the talks of which the article speaks, without a number"}
		if m := d.near([][2]int{d.roundSpan(d.main)}, d.names(d.main)); m != nil {
			x.Round.By, x.Round.Quote = d.roundBy(m), d.text.Quote(m.from, m.to)
		}
	}
	x.Nothing = d.nothing()
	asked, err := d.asks(sentence)
	if err != nil {
		return x, err
	}
	for _, s := range asked {
		x.Asked = append(x.Asked, d.explainSentence(s))
	}
	if x.Nothing == "" {
		x.Facts = d.reasons(asked)
	}
	return x, nil
}

// explainStories explains the stories of a digest: the whole as what is said of the first,
// each sentence within the story that has it.
func (d *document) explainStories(x Explanation, sentence string) (Explanation, error) {
	whole := x
	for k, in := range d.stories {
		told, err := d.e.explain(in, d.lang, sentence)
		if err != nil {
			return x, err
		}
		if k == 0 {
			whole, whole.Output = told, x.Output
			continue
		}
		if len(told.Facts) > 0 {
			whole.Nothing = ""
		}
		whole.Facts = append(whole.Facts, slices.DeleteFunc(told.Facts, func(r Reason) bool { return r.Fact[0] == "status" })...)
		for i, asked := range told.Asked {
			if asked.Block != "" && whole.Asked[i].Block == "" {
				whole.Asked[i] = asked
			}
		}
	}
	return whole, nil
}

// asks finds the sentences that are asked for: none, one by its number, or all
// that have some words.
func (d *document) asks(sentence string) ([]int, error) {
	if sentence == "" {
		return nil, nil
	}
	if n, err := strconv.Atoi(sentence); err == nil {
		if n < 1 || n > len(d.text.Sentences) {
			return nil, &SentenceError{sentence, len(d.text.Sentences)}
		}
		return []int{n - 1}, nil
	}
	var out []int
	words := text.Fold(sentence)
	for s, r := range d.text.Sentences {
		if strings.Contains(text.Fold(d.text.Quote(r.From, r.To)), words) {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return nil, &SentenceError{sentence, len(d.text.Sentences)}
	}
	return out, nil
}

// nothing is why an article gives no facts, "" where it gives some.
func (d *document) nothing() string {
	switch {
	case d.trace.stopped != "":
		return "the article is about no peace talks: " + d.trace.stopped
	case d.main == nil:
		return "the article is about no peace talks: it names none that the lexicon knows, and no conflict with a word for talks, or a place, by which others could be told"
	case !d.anythingSaid():
		return "the article is about no round of talks: it names none by number, and says of none that it was, is or will be held, who takes part or what is discussed"
	}
	return ""
}

// intermediate are the kinds of facts from which others are made.
var intermediate = map[string]bool{"hold": true, "until": true, "lasts": true}

// reasons explains the facts, in the order of the text: all, or those with a
// passage in some sentences.
func (d *document) reasons(sentences []int) []Reason {
	var out []Reason
	for _, r := range d.rounds {
		if at := d.roundSpan(r); at != [2]int{} {
			f := &fact{kind: "round", round: r, rule: d.lang.name + ".round", modality: graph.Happened, spans: [][2]int{at}}
			out = append(out, d.reason(f))
		}
	}
	for _, f := range d.facts {
		if !intermediate[f.kind] {
			out = append(out, d.reason(f))
		}
	}
	if sentences != nil {
		out = slices.DeleteFunc(out, func(r Reason) bool {
			at := func(p Passage) bool { return slices.Contains(sentences, p.Sentence-1) }
			return !at(r.Passage) && !slices.ContainsFunc(r.Others, at)
		})
	}
	slices.SortStableFunc(out, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(a.Passage.Start, b.Passage.Start), cmp.Compare(a.Passage.first(), b.Passage.first()))
	})
	return out
}

// first is where the first mark of a passage is.
func (p *Passage) first() int {
	if len(p.Marks) == 0 {
		return 0
	}
	return p.Marks[0][0]
}

// engineRules describe what no rule of the data gives.
var engineRules = map[string]string{
	"round":                  "a round that the article names",
	"delegation":             "a delegation that the article speaks of",
	"delegation-of-body":     "a part of the committee that meets",
	"summit-leader":          "one of those who meet at summits",
	"each-led":               "those of whom each is said to lead a delegation",
	"venue-of-dateline":      "the place with which the text begins",
	"venue-of-lead":          "the place that the first sentences name",
	"venue-of-talks":         "the city by which other talks are called",
	"venue-of-town":          "the town of a state in which the talks usually meet, where no rule found a place",
	"host-of-venue":          "the state whose city the venue is called",
	"speaks-on":              "the person named before says more",
	"profile-speaks":         "he of whom a profile tells says something",
	"mediator-speaks":        "who speaks for the mediator takes part",
	"weighed":                "what no rule says, but the words around it speak for, by weights learnt from labelled articles",
	"member-by-title":        "somebody called a delegate or negotiator of a party",
	"head-counterpart":       "the counterpart of somebody who heads a delegation",
	"headed-list":            "a line of a list below a heading such as \"The guarantor countries:\"",
	"release":                "the page is a ministry's release, and says so in its head",
	"roster":                 "a line of a list: a party and who comes for it",
	"guarantors-elsewhere":   "the guarantors, whom another sentence names",
	"next-round-told":        "a day of the next round is told",
	"interview":              "who is interviewed answers",
	"answer":                 "the answer to a question of what is discussed",
	"both-venues":            "where the rounds told before were held, said of them together",
	"day-of-summit":          "a day of the first sentences, of a summit that is over",
	"listed":                 "one of several rounds listed by place and day",
	"dated-entry":            "a date on a line of its own, then what happened",
	"end-by-joint-statement": "the round ends on the day of the plenary at which the joint statement was read",
	"end-of-concluded":       "a round told as over in news of the article's day",
	"start-of-begun":         "a round told as begun in news of the article's day",
	"start-of-title":         "a round that a title of the article's day says opens",
	"venue-of-name":          "talks that are named for the city where they were held",
	"summit-of-city":         "an earlier summit that is called by its city and day",
	"status-by-dates":        "how far the round has come by the article's day",
	"status-by-opening":      "a round whose opening session was held is under way",
	"status-by-statement":    "a round whose joint statement was made is over",
	"status-by-end":          "a round whose last day is told is over, where it is not told on which day that was written",
}

func (d *document) reason(f *fact) Reason {
	r := Reason{Fact: f.words(), Rule: f.rule, Modality: f.modality, Derived: f.derived, Citing: f.citing, Clues: d.clues(f)}
	r.Description = engineRules[strings.TrimPrefix(f.rule, d.lang.name+".")]
	if i := slices.IndexFunc(d.lang.rules, func(o *rule) bool { return o.id == f.rule }); i >= 0 {
		r.Description = d.lang.rules[i].says
	}
	spans := slices.Clone(f.spans)
	if m := d.trace.origin[f]; m != nil && f.kind == "say" {
		spans[0] = [2]int{m.from, m.to} // the passage is the whole sentence
	}
	passages := d.passages(spans)
	r.Passage, r.Others = passages[0], passages[1:]
	return r
}

// passages are the sentences of token ranges, each once, the first's first.
func (d *document) passages(spans [][2]int) []Passage {
	var out []Passage
	for _, span := range spans {
		n := int(d.text.Tokens[span[0]].Sentence)
		at := slices.IndexFunc(out, func(p Passage) bool { return p.Sentence == n+1 })
		if at < 0 {
			at = len(out)
			out = append(out, d.passageOf(n))
		}
		out[at].mark(d.text.Tokens[span[0]].Start, d.text.Tokens[span[1]-1].End)
	}
	return out
}

// passageOf is a sentence without marks.
func (d *document) passageOf(s int) Passage {
	r := d.text.Sentences[s]
	return Passage{Sentence: s + 1, Start: d.text.Tokens[r.From].Start, End: d.text.Tokens[r.To-1].End, Text: d.text.Quote(r.From, r.To), Marks: [][2]int{}}
}

// mark marks the part of some bytes of the article that lies in the passage;
// marks that touch become one.
func (p *Passage) mark(start, end int) {
	start, end = max(start, p.Start)-p.Start, min(end, p.End)-p.Start
	if start >= end {
		return
	}
	p.Marks = append(p.Marks, [2]int{start, end})
	slices.SortFunc(p.Marks, func(a, b [2]int) int { return a[0] - b[0] })
	kept := p.Marks[:1]
	for _, m := range p.Marks[1:] {
		if last := &kept[len(kept)-1]; m[0] <= last[1] {
			last[1] = max(last[1], m[1])
			continue
		}
		kept = append(kept, m)
	}
	p.Marks = kept
}

// words writes a fact as facts are printed: its kind, its round, what it says.
func (f *fact) words() []string {
	kind := f.kind
	if kind == "say" {
		kind = "statement"
	}
	out := []string{kind, f.round.name()}
	if f.kind == "meeting" || f.kind == "plenary" || !f.date.IsZero() && f.kind != "agenda" {
		out = append(out, cmp.Or(f.date.String(), "?"))
	}
	for _, s := range []string{strings.Join(f.parties, "+"), f.party} {
		if s != "" {
			out = append(out, s)
		}
	}
	if f.person != nil {
		out = append(out, f.person.id)
	}
	if f.kind != "host" && f.place != "" {
		out = append(out, f.place)
	}
	for _, s := range []string{f.topic, f.value} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// name is a round's id, or what it will be made of.
func (r *round) name() string {
	if r.id == "" && r.number > 0 {
		return r.process + "-" + strconv.Itoa(r.number)
	}
	return cmp.Or(r.id, r.process)
}
