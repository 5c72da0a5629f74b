package rules

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

//go:embed data/*.yml data/*.tsv *.go
var embedded embed.FS

// Options configure an engine.
type Options struct {
	// Lexicon are folders of the user's own lexicon files, read after the
	// built-in ones, with rules in a folder "rules" of theirs.
	Lexicon []fs.FS

	// Weights are the text of a file of weights instead of the built-in one; nil: that.
	// Without lines, nothing is weighed.
	Weights []byte
}

// A Block is a part of an article's text.
type Block struct {
	Start, End int    // byte offsets
	Kind       string // "title", "dateline", "heading" and "body" are read; others are not
}

// An Input is an article's text and what is known of it.
type Input struct {
	Text      string
	Blocks    []Block // none: the whole text is body
	Title     string
	Language  string    // BCP 47, empty: found from the text
	Published edtf.Date // zero: found from the text where it says so
	Source    string    // the outlet
	URL       string

	story bool // it is one of a digest's
}

// An Output is what an article says.
type Output struct {
	Language  string
	Published edtf.Date // as given, or solved from the text
	Claims    []graph.Supported
}

// An Engine reads articles. It may be used from any number of goroutines.
type Engine struct {
	lexicon   *lexicon.Lexicon
	languages map[string]*language
	outlets   *outlets
	bearers   map[string][]*lexicon.Entry // people by language and surname
	mediators map[string]bool             // organisations whose envoys convene a process
	classes   int
	digest    string
}

// New reads the rules and the lexicon. Its errors name the file, the rule and
// what is wrong.
func New(o Options) (*Engine, error) {
	l, err := lexicon.Load(o.Lexicon...)
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	e := &Engine{lexicon: l, languages: map[string]*language{}, outlets: newOutlets(l), bearers: bearersOf(l), mediators: mediatorsOf(l)}
	files, err := ruleFiles(o.Lexicon)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	for _, f := range files {
		if err := e.load(f); err != nil {
			return nil, fmt.Errorf("rules: %w", err)
		}
	}
	if err := e.loadWeights(o); err != nil {
		return nil, fmt.Errorf("weights: %w", err)
	}
	if e.digest, err = Digest(o); err != nil {
		return nil, err
	}
	for _, lang := range e.languages {
		phrases := l.Matcher.Select(lang.reads)
		lang.scratches.New = func() any { return newScratch(lang.name, phrases) }
	}
	return e, nil
}

// Digest identifies the rules, the lexicon and the code of an engine with these
// options, without making it: it hashes all that readings are a function of.
func Digest(o Options) (string, error) {
	h := sha256.New()
	if o.Weights != nil {
		fmt.Fprintf(h, "weights %d\n%s", len(o.Weights), o.Weights)
	}
	for _, source := range append([]fs.FS{embedded, lexicon.Source(), text.Source(), dates.Source()}, o.Lexicon...) {
		err := fs.WalkDir(source, ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			b, err := fs.ReadFile(source, path)
			fmt.Fprintf(h, "%s %d\n", path, len(b))
			h.Write(b)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// Digest identifies the rules, the lexicon and the code: readings with the
// same digest are the same function of their articles.
func (e *Engine) Digest() string { return e.digest }

// ErrLanguage reports a text in a language that has no rules.
var ErrLanguage = errors.New("no rules for this language")

// Read writes down what an article says. An article in a language without
// rules says nothing.
func (e *Engine) Read(in Input) (Output, error) { return e.read(in, nil, nil) }

// read reads an article; where offered is given, for its prospects instead of what is
// found.
func (e *Engine) read(in Input, watch *stopwatch, offered *Offer) (Output, error) {
	if in.Language == "" {
		in.Language = text.Language(in.Text)
	}
	lang, ok := e.languages[primary(in.Language)]
	if !ok {
		return Output{Language: in.Language, Published: in.Published}, nil
	}
	d := e.document(in, lang, watch)
	defer d.close()
	d.offered = offered
	return d.output(), nil
}

// output reads a document and writes down what it says; of a digest, what its stories say.
func (d *document) output() Output {
	out := Output{Language: d.in.Language, Published: d.in.Published}
	d.read()
	if len(d.stories) > 0 {
		return d.readStories()
	}
	if out.Published.IsZero() && d.anchor().IsDay() {
		out.Published = d.anchor()
	}
	out.Claims = d.claims(out.Published)
	d.watch.lap(stageClaims)
	return out
}

// primary is the language of a tag such as "ar-SY".
func primary(tag string) string {
	p, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return p
}

// maxTokens is how much of a text is read: some hundred pages. What is longer
// is no article, and would hold a processor for minutes.
const maxTokens = 50_000

// document tokenises an article and finds the phrases in it.
func (e *Engine) document(in Input, lang *language, watch *stopwatch) *document {
	starts := make([]int, 0, len(in.Blocks))
	for _, b := range in.Blocks {
		starts = append(starts, b.Start)
	}
	d := &document{scratch: lang.scratches.Get().(*scratch), watch: watch, e: e, in: in, lang: lang}
	if len(in.Blocks) == 0 {
		d.text = d.tokenizer.Tokenize(in.Text)
	} else {
		d.text = d.tokenizer.TokenizeBlocks(in.Text, starts)
	}
	watch.lap(stageTokens)
	d.scanner.Unglue(d.text)
	d.blocks = sized(d.blocks, len(d.text.Sentences))
	for i, s := range d.text.Sentences {
		if s.To > maxTokens {
			break
		}
		d.blocks[i] = d.blockOf(d.text.Tokens[s.From].Start)
	}
	d.matches = d.scanner.Scan(d.text)
	d.open(len(d.text.Tokens))
	d.findReleaser()
	d.choose()
	d.leadEnd = d.leadEnds(leadSentences)
	watch.lap(stageNames)
	return d
}

// blockOf is the kind of block at a byte offset, "" where nothing is read.
func (d *document) blockOf(at int) string {
	if len(d.in.Blocks) == 0 {
		return "body"
	}
	for _, b := range d.in.Blocks {
		if at >= b.Start && at < b.End {
			switch b.Kind {
			case "title", "dateline", "heading", "body":
				return b.Kind
			}
			return ""
		}
	}
	return ""
}

// choose keeps the matches that count: those in blocks that are read, and not
// within a longer name.
func (d *document) choose() {
	kept := d.matches[:0]
	covered := -1 // token past the longest name so far
	var last lexicon.Match
	topic := -1 // token past the longest topic so far
	discuss := d.lang.class["discuss"]
	shut := -1 // token past the last "closed doors"
	closed, ends := d.lang.class["closed-door"], [...]int{d.lang.class["end-past"], d.lang.class["end"], d.lang.class["ended"]}
	at, read := -1, false // whether the block of the token at is read
	for k := range d.matches {
		m := &d.matches[k]
		if m.From != at {
			at = m.From
			read = d.blocks[d.text.Tokens[at].Sentence] != ""
		}
		if !read {
			continue
		}
		switch {
		case m.Kind == lexicon.Class:
			if int(m.Class) == closed {
				shut = m.To
			}
			if m.To <= shut && slices.Contains(ends[:], int(m.Class)) {
				continue // "behind closed doors": nothing has ended
			}
			if m.Clitics&lexicon.Preposition != 0 && int(m.Class) == d.lang.common.say && !ofPurpose(d.text.Tokens[m.From].Norm) {
				continue // «كلفت» is no form of لفت
			}
			if int(m.Class) == discuss && last.Kind == lexicon.Party && m.From > last.From && m.To <= covered {
				continue // a word of the name of «هيئة التفاوض»
			}
			if m.Clitics&lexicon.Preposition != 0 && m.To == m.From+1 && d.nameAlone(kept, k) {
				continue // بيدرسون is no form of درس
			}
			if m.Clitics&lexicon.Article != 0 && int(m.Class) == d.lang.common.that {
				continue // «الآن» is no form of أن
			}
			if m.Clitics&lexicon.Article != 0 && int(m.Class) == d.lang.common.future && strings.HasSuffix(d.text.Quote(m.From, m.To), "غداء") {
				continue // «الغداء» is no form of غدا
			}
			if m.Clitics == lexicon.Conjunction && m.To == m.From+1 && d.givenAlone(kept, k) {
				continue // فراس is no form of رأس
			}
		case names(m.Kind):
			inside := m.To <= covered && !sameSpan(kept, m)
			if inside && !(last.Kind == lexicon.Process && (m.Kind == lexicon.Place || d.hostInName(m, &last))) {
				continue
			}
			if m.From < covered && m.To > covered && m.To-m.From > last.To-last.From {
				// Of two names that overlap the longer counts.
				kept = slices.DeleteFunc(kept, func(o lexicon.Match) bool { return o.From == last.From && o.To == last.To && names(o.Kind) })
			}
			if !inside {
				covered, last = max(covered, m.To), *m
			}
		case m.Kind == lexicon.Topic:
			if m.To <= topic {
				continue // within a longer topic
			}
			topic = m.To
		}
		kept = append(kept, *m)
	}
	d.matches = kept
	d.index()
}

// hostInName tells whether a party is the state in which talks usually meet, with which their
// name ends: "the Yemen talks in Sweden". Of languages with capitals.
func (d *document) hostInName(m, name *lexicon.Match) bool {
	usual := name.Label.Entry.Place
	return d.lang.cased && m.Kind == lexicon.Party && m.To == name.To && usual != "" && m.Label.Entry.ID == d.e.countryOf(usual) && m.Label.Form == lexicon.Proper
}

// nameAlone tells whether the word of the k-th match is a word of somebody's name,
// without a proclitic; kept are the matches before it.
func (d *document) nameAlone(kept []lexicon.Match, k int) bool {
	at := d.matches[k].From
	for j := k + 1; j < len(d.matches) && d.matches[j].From == at; j++ {
		if o := &d.matches[j]; o.Kind == lexicon.Person && o.Clitics&lexicon.Preposition == 0 {
			return true
		}
	}
	for j := len(kept) - 1; j >= 0 && kept[j].From >= at-3; j-- {
		if o := &kept[j]; o.Kind == lexicon.Person && o.To > at && (o.From < at || o.Clitics&lexicon.Preposition == 0) {
			return true
		}
	}
	return false
}

// givenAlone tells whether the word of the k-th match is a given name that begins
// with ف, which is not its proclitic then; kept are the matches before it.
func (d *document) givenAlone(kept []lexicon.Match, k int) bool {
	at := d.matches[k].From
	if !strings.HasPrefix(d.text.Tokens[at].Norm, "ف") {
		return false
	}
	given := func(m *lexicon.Match) bool { return m.Kind == lexicon.Given && m.Clitics == 0 }
	for j := k + 1; j < len(d.matches) && d.matches[j].From == at; j++ {
		if given(&d.matches[j]) {
			return true
		}
	}
	for j := len(kept) - 1; j >= 0 && kept[j].From == at; j-- {
		if given(&kept[j]) {
			return true
		}
	}
	return false
}

// index notes at each token what begins there, and in each sentence what is in
// it.
func (d *document) index() {
	k := 0
	for i := range d.text.Tokens {
		t, s := &d.text.Tokens[i], &d.spots[i]
		in := &d.sentences[t.Sentence]
		if len(t.Norm) == 1 {
			in.kinds |= marks[t.Norm[0]]
		}
		d.first[i] = int32(k)
		for ; k < len(d.matches) && d.matches[k].From == i; k++ {
			m := &d.matches[k]
			s.entries |= 1 << m.Kind
			s.clitics |= m.Clitics
			if m.Kind == lexicon.Class {
				class := int(m.Class) - d.lang.least
				s.classes |= classBit(int(m.Class))
				s.opens = s.opens || d.lang.opens(class)
				in.add(class)
			}
		}
	}
	for k := range d.sentences {
		d.whole.join(&d.sentences[k])
	}
	for i := len(d.text.Tokens); i < len(d.first); i++ {
		d.first[i] = int32(k)
	}
}

// reads tells whether a phrase counts in a text of the language: it is of this
// language or of any, or a name in another script.
func (l *language) reads(p *lexicon.Label) bool {
	return p.Lang == "" || p.Lang == l.name ||
		p.Kind != lexicon.Class && p.Kind != lexicon.TitleHead && p.Kind != lexicon.TitleWord && (script[p.Lang] == "" || script[p.Lang] != script[l.name])
}

// script groups the languages whose names could be taken for one another's.
var script = map[string]string{"en": "Latin", "fr": "Latin", "tr": "Latin", "ar": "Arabic", "fa": "Arabic"}

// names tells the kinds of which only the longest name counts.
func names(k lexicon.Kind) bool {
	const kinds = 1<<lexicon.Party | 1<<lexicon.Generic | 1<<lexicon.Process | 1<<lexicon.Person | 1<<lexicon.Place | 1<<lexicon.Media | 1<<lexicon.Region
	return kinds>>k&1 != 0
}

// sameSpan tells whether a name of the same extent was kept already.
func sameSpan(kept []lexicon.Match, m *lexicon.Match) bool {
	for i := len(kept) - 1; i >= 0 && kept[i].From == m.From; i-- {
		if kept[i].To == m.To && names(kept[i].Kind) {
			return true
		}
	}
	return false
}
