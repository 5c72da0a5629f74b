package search

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"peacetalks/graph"
)

// finds tells whether a query of one word finds a text.
func finds(query, text, language string) bool {
	for _, q := range (Folder{}).Query(query) {
		if !slices.ContainsFunc(Folder{}.Words(text, language), func(w graph.Word) bool {
			return slices.ContainsFunc(q.Terms, func(t string) bool { return slices.Contains(w.Terms, t) })
		}) {
			return false
		}
	}
	return true
}

func TestWordsThatAreTheSame(t *testing.T) {
	for _, c := range []struct{ name, query, text, language string }{
		{"alef", "إيران", "ايران", "ar"},
		{"alef with madda", "آستانة", "استانة", "ar"},
		{"yeh", "على", "علي", "ar"},
		{"Persian yeh and kaf", "ترکیه", "تركيه", "ar"},
		{"Arabic letters in a Persian text", "مذاكرات", "مذاکرات", "fa"},
		{"teh marbuta", "الجولة", "الجوله", "ar"},
		{"hamza on a seat", "مسؤول", "مسوول", "ar"},
		{"diacritics", "وَقْفُ إطلاقِ النّار", "وقف إطلاق النار", "ar"},
		{"the indefinite accusative", "وقف", "وقفاً دائماً لإطلاق النار", "ar"},
		{"and behind a conjunction", "وقف", "ووقفًا", "ar"},
		{"tatweel", "أستـــانة", "أستانة", "ar"},
		{"zero width non-joiner", "می\u200cشود", "میشود", "fa"},
		{"the article", "جولة", "انطلقت الجولة الرابعة عشرة", "ar"},
		{"the article in the query", "الجولة", "جولة جديدة", "ar"},
		{"wa and the article", "جولة", "والجولة المقبلة", "ar"},
		{"bi and the article", "عاصمة", "بالعاصمة الكازاخية", "ar"},
		{"li and the article", "جولة", "للجولة", "ar"},
		{"wa, bi and the article", "عاصمة", "وبالعاصمة", "ar"},
		{"wa and li and the article", "معارضة", "وللمعارضة", "ar"},
		{"bi alone", "إدلب", "وقف إطلاق النار بإدلب", "ar"},
		{"bi in the query", "بإدلب", "في إدلب", "ar"},
		{"li alone", "روسيا", "الممثل الخاص لروسيا", "ar"},
		{"li in the query", "لروسيا", "روسيا", "ar"},
		{"wa alone", "تركيا", "روسيا وتركيا وإيران", "ar"},
		{"fa alone", "روسيا", "فروسيا تدعم", "ar"},
		{"sa before a verb", "يعقد", "سيعقد الاجتماع", "ar"},
		{"Arabic-Indic digits", "14", "أستانة ١٤", "ar"},
		{"Persian digits", "14", "آستانه ۱۴", "fa"},
		{"Persian plural", "هیات", "هیات\u200cهای ایرانی", "fa"},

		{"English plural", "delegation", "The delegations arrived", "en"},
		{"English verb", "negotiate", "negotiating in Geneva", "en"},
		{"English possessive", "Syria", "Syria's government", "en"},
		{"Russian case", "переговоры", "на переговорах в Астане", "ru"},
		{"Russian name in the genitive", "Лаврентьев", "заявление Лаврентьева", "ru"},
		{"Russian name asked for in the genitive", "Лаврентьева", "Лаврентьев заявил", "ru"},
		{"Turkish plural", "görüşme", "görüşmeler başladı", "tr"},
		{"Turkish typed without marks", "gorusmeler", "görüşmeler başladı", "tr"},
		{"Turkish apostrophe", "Astana", "Astana'da", "tr"},
		{"Turkish capital dotless i", "ışık", "IŞIK", "tr"},
		{"French plural", "négociation", "les négociations de Genève", "fr"},
		{"French elision", "accord", "l'accord de cessez-le-feu", "fr"},
		{"French accents", "Geneve", "Genève", "fr"},
		{"case", "ASTANA", "Astana", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !finds(c.query, c.text, c.language) {
				t.Errorf("%q does not find %q: it asks for %v, among %v", c.query, c.text, Folder{}.Query(c.query), Folder{}.Words(c.text, c.language))
			}
		})
	}
}

func TestWordsThatAreNotTheSame(t *testing.T) {
	for _, c := range []struct{ name, query, text, language string }{
		{"a minister is no visitor", "وزير", "الزير", "ar"},
		{"a delegation does not lose its first letter", "وفد", "الفد", "ar"},
		{"now does not begin with the article", "آن", "الآن", "ar"},
		{"two proclitics are not two roots", "كتاب", "تاب", "ar"},
		{"a stem of one language is no word of another", "party", "iktidardaki parti", "tr"},
		{"stems of different languages", "müzakere", "muzak", "en"},
		{"other words", "Geneva", "Astana", "en"},
		{"numbers", "14", "15", "ar"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if finds(c.query, c.text, c.language) {
				t.Errorf("%q finds %q: it asks for %v, among %v", c.query, c.text, Folder{}.Query(c.query), Folder{}.Words(c.text, c.language))
			}
		})
	}
}

func TestSound(t *testing.T) {
	for _, same := range [][]string{
		{"Lavrentyev", "Lavrentiev", "لافرنتييف", "لافرنتيف", "Лаврентьев", "ЛАВРЕНТЬЕВ"},
		{"Pedersen", "Pederson", "بيدرسون", "بيدرسن", "Педерсен"},
		{"Mistura", "ميستورا", "Мистура"},
		{"Jaafari", "Ja'fari", "الجعفري"},
		{"Nebenzia", "نيبينزيا", "Небензя"},
		{"Toumeh", "طعمة"},
		{"Bogdanov", "بوغدانوف", "بوجدانوف", "Богданов"},
		{"Khaji", "خاجي"},
		{"Önal", "Onal", "أونال", "Онал"},
		{"Griffiths", "غريفيثس"},
		{"Çelik", "تشيليك", "Челик"},
		{"Şentop", "شنتوب", "Шентоп"},
		{"Zarif", "ظريف", "Зариф"},
		{"İbrahim", "إبراهيم"},
	} {
		for _, name := range same[1:] {
			if got, want := Sound(name), Sound(same[0]); got != want || got == "" {
				t.Errorf("%s sounds %q, %s sounds %q: want the same", name, got, same[0], want)
			}
		}
	}
	for _, pair := range [][2]string{{"Lavrentyev", "Lavrov"}, {"لافروف", "لافرنتييف"}, {"Pedersen", "Peterson"}, {"Astana", "Geneva"}} {
		if Sound(pair[0]) == Sound(pair[1]) {
			t.Errorf("%s and %s both sound %q", pair[0], pair[1], Sound(pair[0]))
		}
	}
}

// A text asked for by its own words is found, each word stands where it says,
// and all terms are those of the words.
func TestFolderInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("والجولةبلكسفأإآىيهاکی ـَّabcçşığİ'’ -.12٣۴")), 0, 60, -1)).Draw(t, "text")
		language := rapid.SampledFrom([]string{"", "ar", "en", "fa", "fr", "ru", "tr", "de"}).Draw(t, "language")
		terms := Terms(text, language)
		if !slices.IsSorted(terms) || len(slices.Compact(slices.Clone(terms))) != len(terms) {
			t.Fatalf("terms are not sorted, each once: %q", terms)
		}
		at := 0
		for _, w := range (Folder{}).Words(text, language) {
			if w.Start < at || w.End <= w.Start || w.End > len(text) || len(w.Terms) == 0 || w.Terms[0] == "" {
				t.Fatalf("word %+v in %q", w, text)
			}
			at = w.End
			if !slices.Contains(terms, w.Terms[0]) {
				t.Fatalf("%q is not among the terms %q", w.Terms[0], terms)
			}
		}
		for _, q := range (Folder{}).Query(text) {
			if !slices.ContainsFunc(q.Terms, func(s string) bool { return slices.Contains(terms, s) }) {
				t.Fatalf("the word %q of %q is not found", q.Terms, text)
			}
		}
		for _, s := range terms {
			if strings.TrimSpace(s) == "" {
				t.Fatalf("an empty term of %q", text)
			}
		}
		if Sound(text) != Sound(strings.ToLower(text)) && !strings.ContainsAny(text, "Iİ") {
			t.Fatalf("the sound of %q depends on its case", text)
		}
	})
}

func BenchmarkTerms(b *testing.B) {
	text := strings.Repeat("انطلقت في العاصمة الكازاخية نور سلطان الجولة الرابعة عشرة من محادثات أستانة. The delegations of the guarantor states met on Tuesday. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if len(Terms(text, "ar")) < 20 {
			b.Fatal("terms are missing")
		}
	}
}
