package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"alef, teh marbuta, yeh", "أستانة إلى آستانا", "استانه الي استانا"},
		{"marks and tatweel", "نــور سـلطان الثّالثةَ", "نور سلطان الثالثه"},
		{"presentation forms", "ﻷﻥ", "لان"},
		{"digits", "١٤ ۲۲", "14 22"},
		{"Turkish", "İdlib'de Şam ağır", "idlib'de sam agir"},
		{"Cyrillic", "Объединённых", "объединенных"},
		{"short i keeps its letter", "Войной", "войной"},
		{"quotes and dashes", "«أستانا–8»", "\"استانا-8\""},
		{"joiners of Persian", "نشست\u200cهای", "نشستهاي"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestTokenize(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"glued number", "أستانة6", "استانه|6"},
		{"possessive", "Syria's envoy", "syria|'s|envoy"},
		{"Turkish case", "Astana'da 16'ıncısı", "astana|'da|16|'incisi"},
		{"French elision", "L'émissaire d'Astana", "l'|emissaire|d'|astana"},
		{"initials", "the U.N. envoy", "the|u.n.|envoy"},
		{"Arabic initials", "وكالة أ.ف.ب قالت", "وكاله|ا.ف.ب|قالت"},
		{"ordinal", "13thround", "13|thround"},
		{"thousands", "1,392 delegates", "1392|delegates"},
		{"date", "22-11-2022", "22|-|11|-|2022"},
		{"an address", "said on https://x.example/a,b. He", "said|on|.|he"},
		{"no address", "www and https are", "www|and|https|are"},
		{"a link", "met [Sergey Lavrov](https://x.example/a) there", "met|sergey|lavrov|there"},
		{"a picture", "![the hall](/a.jpg) They met", "they|met"},
		{"brackets", "Astana [round] five", "astana|[|round|]|five"},
		{"the number of a note", "met.[12] They", "met|.|they"},
		{"entities", "Syria&#39;s &quot;truce&quot;&nbsp;A&amp;B", "syria|'s|\"|truce|\"|a|&|b"},
		{"no entities", "R&D; x&eacute;", "r|&|d|;|x|&|eacute|;"},
	} {
		var got []string
		for _, tok := range Tokenize(c.in).Tokens {
			got = append(got, tok.Norm)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: Tokenize(%q) = %s, want %s", c.name, c.in, s, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"two", "It ended. He left.", 2},
		{"an abbreviation", "He met Dr. Smith in Geneva.", 1},
		{"United Nations", "The U.N. envoy left. He said so.", 2},
		{"an excellency", "He received H.E. Mr. Smith of the U.K. Mission.", 1},
		{"Arabic", "انتهت الجولة. وقال المبعوث إنها مفيدة.", 2},
		{"Arabic title", "قال د. أيمن سوسان", 1},
		{"Turkish ordinal", "Suriye konulu 7. tur bitti. Tur iyi geçti.", 2},
		{"a quote that ends", "He said: \"It is over.\" They left.", 2},
		{"lines", "العنوان\n\nالنص هنا", 2},
		{"a wrapped line", "the meeting of\nthe guarantors", 1},
	} {
		if got := len(Tokenize(c.in).Sentences); got != c.want {
			t.Errorf("%s: %q has %d sentences, want %d", c.name, c.in, got, c.want)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	for _, s := range []string{"أستانة6", "Syria's U.N. envoy", "'a", "1,392,1", "ﻷ\xff\xfe", "a.b.c.", "\n\n'", "İ'İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Tokenize(s)
		end := 0
		for i, tok := range text.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d [%d,%d) after %d of %d bytes", i, tok.Start, tok.End, end, len(s))
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[tok.Start:tok.End]) {
				t.Fatalf("token %d cuts a rune: %q", i, s[tok.Start:tok.End])
			}
			end = tok.End
		}
		at := 0
		for _, r := range text.Sentences {
			if r.From != at || r.To <= r.From {
				t.Fatalf("sentence %v after token %d", r, at)
			}
			at = r.To
		}
		if at != len(text.Tokens) {
			t.Fatalf("sentences end at %d of %d tokens", at, len(text.Tokens))
		}
		Fold(s)
	})
}

type dictionary map[string]bool

func (d dictionary) Known(t *Token) bool { return d[t.Norm] }
func (d dictionary) Parts(*Token) bool   { return true }
func (d dictionary) Whole(w string) bool { return d[w] }
func (d dictionary) Tail(w string) bool  { return d[w] }

// counting counts the look-ups of a dictionary.
type counting struct {
	dictionary
	asked *int
}

func (c counting) Known(t *Token) bool    { *c.asked++; return c.dictionary.Known(t) }
func (c counting) Whole(word string) bool { *c.asked++; return c.dictionary.Whole(word) }
func (c counting) Tail(word string) bool  { *c.asked++; return c.dictionary.Tail(word) }
func (c counting) Parts(*Token) bool      { *c.asked++; return true }

// A word without end is no two words: it is not cut at each of its letters.
func TestUnglueLongNoise(t *testing.T) {
	asked := 0
	text := Tokenize(strings.Repeat("ا", 50_000))
	text.Unglue(counting{dictionary{"وفد": true}, &asked})
	if len(text.Tokens) != 1 || asked > 1000 {
		t.Errorf("%d tokens after %d look-ups, want 1 after few", len(text.Tokens), asked)
	}
}

func TestUnglue(t *testing.T) {
	words := dictionary{"and": true, "turkey": true, "وفد": true, "المعارضه": true, "روسيا": true, "وايران": true, "عسكر": true, "است": true, "عادت": true, "يان": true, "روبن": true, "ستين": true, "كلا": true, "علي": true, "th": true, "round": true}
	for _, c := range []struct{ name, in, want string }{
		{"dual", "عسكريان", "عسكريان"},
		{"name", "روبنستين", "روبنستين"},
		{"tanwin", "كلاًعلى حدة", "كلا|علي|حده"},
		{"tenth form", "استعادت", "استعادت"},
		{"capital", "Russia andTurkey met", "russia|and|turkey|met"},
		{"Arabic", "رئيس وفدالمعارضة", "رييس|وفد|المعارضه"},
		{"Arabic with a mark", "وفـدالمعارضة", "وفد|المعارضه"},
		{"list", "روسياوإيران", "روسيا|وايران"},
		{"unknown halves stay", "McDonald", "mcdonald"},
		{"ending of an ordinal", "the 17thround", "the|17|th|round"},
		{"no ending of one", "17 thround", "17|thround"},
	} {
		text := Tokenize(c.in)
		text.Unglue(words)
		var got []string
		for _, tok := range text.Tokens {
			got = append(got, tok.Norm)
			if tok.End <= tok.Start || Fold(c.in[tok.Start:tok.End]) != tok.Norm {
				t.Errorf("%s: %q stands at %q", c.name, tok.Norm, c.in[tok.Start:tok.End])
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q = %s, want %s", c.name, c.in, s, c.want)
		}
		if last := text.Sentences[len(text.Sentences)-1]; last.To != len(text.Tokens) {
			t.Errorf("%s: sentences end at %d of %d tokens", c.name, last.To, len(text.Tokens))
		}
	}
}
