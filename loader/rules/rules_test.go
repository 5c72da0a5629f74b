package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/loader/lexicon"
)

func engine(t testing.TB) *Engine {
	t.Helper()
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// entries is the lexicon as it is written, names and all.
var entries = sync.OnceValue(func() *lexicon.Lexicon {
	l, err := lexicon.List()
	if err != nil {
		panic(err)
	}
	return l
})

// exampleDay is the day on which the articles of the examples are published.
var exampleDay = edtf.MustParse("2019-12-10")

// TestExamples runs the examples of every rule: the rule must give the facts
// that the example lists, and no others. Those of a rule of last resort may come
// from another.
func TestExamples(t *testing.T) {
	e := unweighed(t) // in one sentence alone there is little to weigh a rule's fact by
	for _, name := range []string{"ar", "en", "ru", "tr", "fr", "fa"} {
		l := e.languages[name]
		if l == nil {
			continue
		}
		for _, r := range l.rules {
			for k, x := range r.examples {
				t.Run(r.id+"/"+strconv.Itoa(k), func(t *testing.T) {
					got := e.exampleFacts(l, r.id, x)
					var want []string
					for _, g := range x.Gives {
						if g[0] == "head" || g[0] == "member" || g[0] == "say" {
							g = append(slices.Clone(g[:len(g)-1]), e.whoever(g[len(g)-1]))
						}
						want = append(want, strings.Join(g, " "))
					}
					slices.Sort(want)
					if r.fallback && len(want) > 0 { // another rule may read it by now
						got = slices.DeleteFunc(e.exampleFacts(l, "", x), func(f string) bool { return !slices.Contains(want, f) })
					}
					if !slices.Equal(got, want) {
						t.Errorf("%q\n got %q\nwant %q", x.Text, got, want)
					}
				})
			}
		}
	}
}

// whoever is the id of somebody whom an example gives in any spelling, as
// marlon-quist; other ids stay.
func (e *Engine) whoever(id string) string {
	for _, k := range []lexicon.Kind{lexicon.Person, lexicon.Party} {
		if e.lexicon.Entry(k, id) != nil {
			return id
		}
	}
	key := e.lexicon.KeyOf(id, false)
	if known := e.lexicon.ByKey(key); known != nil {
		return known.ID
	}
	return cmp.Or(string(key), id)
}

// TestEveryRuleHasExamples lists the rules that lack an example that they read,
// or one that they leave.
func TestEveryRuleHasExamples(t *testing.T) {
	for _, l := range engine(t).languages {
		for _, r := range l.rules {
			reads := slices.ContainsFunc(r.examples, func(x example) bool { return len(x.Gives) > 0 })
			leaves := slices.ContainsFunc(r.examples, func(x example) bool { return len(x.Gives) == 0 })
			if !reads {
				t.Errorf("%s has no example that it reads", r.id)
			}
			if !leaves {
				t.Errorf("%s has no example that it leaves (gives: [])", r.id)
			}
		}
	}
}

// exampleFacts reads an example below a headline that names the round that it
// is about, and returns what the one rule found, or any rule where id is "".
func (e *Engine) exampleFacts(l *language, id string, x example) []string {
	headline := ""
	if i := strings.LastIndexByte(x.About, '-'); i > 0 {
		name := x.About[:i]
		if p := entries().Entry(lexicon.Process, name); p != nil && len(p.Names[l.name]) > 0 {
			name, _, _ = strings.Cut(p.Names[l.name][0], "/")
			if strings.Contains(name, "*") {
				name = p.Labels[l.name]
			}
		}
		headline = name + " " + x.About[i+1:] + "\n"
	}
	in := Input{Text: headline + x.Text, Language: l.name, Published: exampleDay}
	if headline != "" {
		in.Blocks = append(in.Blocks, Block{0, len(headline) - 1, "title"})
	}
	in.Blocks = append(in.Blocks, Block{len(headline), len(in.Text), "body"})
	d := e.document(in, l, nil)
	d.read()
	var out []string
	for _, f := range d.facts {
		if id != "" && f.rule != id || f.modality == graph.Denied || f.kind == "delegation" && !strings.Contains(id, ".attend.") {
			continue
		}
		parts := []string{f.kind}
		if len(f.parties) > 0 {
			parts = append(parts, strings.Join(f.parties, "+"))
		}
		for _, s := range []string{f.party, f.topic, f.place, f.value} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		if f.person != nil {
			parts = append(parts, f.person.id)
		}
		if !f.date.IsZero() && f.basis != asNewsOnly {
			parts = append(parts, f.date.String())
		}
		out = append(out, strings.Join(parts, " "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// TestReadIsPure checks that what was read before leaves nothing behind: the
// texts of the examples give the same, forwards and backwards, in the same
// memory, and the memory comes back clean.
func TestReadIsPure(t *testing.T) {
	e := engine(t)
	for name, l := range e.languages {
		var texts, want []string
		for _, r := range l.rules {
			for _, x := range r.examples {
				texts = append(texts, "Astana 14\n\n"+x.Text)
			}
		}
		say := func(text string) string {
			d := e.document(Input{Text: text, Language: name, Published: exampleDay}, l, nil)
			d.read()
			out := fmt.Sprint(d.claims(exampleDay))
			s := d.scratch
			d.close()
			for k, cells := range s.mentions {
				for i, list := range cells {
					if list != nil {
						t.Fatalf("%q leaves a mention of kind %d at token %d", text, k, i)
					}
				}
			}
			return out
		}
		for _, text := range texts {
			want = append(want, say(text))
		}
		for k := len(texts) - 1; k >= 0; k-- {
			if got := say(texts[k]); got != want[k] {
				t.Errorf("%q\n got %s\nwant %s", texts[k], got, want[k])
			}
		}
	}
}

// FuzzRead checks on any text that nothing panics and that every quote is the
// text's bytes at its span.
func FuzzRead(f *testing.F) {
	e := engine(f)
	for _, s := range []string{
		"انطلقت الجولة الرابعة عشرة من مباحثات “أستانة” في العاصمة الكازاخية، نور سلطان",
		"Alexander Lavrentyev, who led the Russian delegation at Astana-5, said on July 5 it ended without agreement.",
		"22-я встреча по Сирии в «астанинском формате» завершилась во вторник",
		"(,,\"'\n- Astana 14 Astana-",
		"The 14th Astana round opened. Russia met the opposition team led by Ahmad Tomah",
	} {
		for _, lang := range []string{"ar", "en", "ru"} {
			f.Add(s, lang)
		}
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		out, err := e.Read(Input{Text: s, Language: lang})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range out.Claims {
			for _, ev := range c.Evidence {
				if len(ev.Spans) == 0 {
					t.Fatalf("%v has no passage", c.Claim)
				}
				for _, span := range ev.Spans {
					if span.Start < 0 || span.End > len(s) || span.Start >= span.End || s[span.Start:span.End] != span.Quote {
						t.Fatalf("%v: span %d-%d %q", c.Claim, span.Start, span.End, span.Quote)
					}
				}
			}
		}
	})
}
