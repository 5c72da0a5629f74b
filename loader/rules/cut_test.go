package rules

import (
	"strings"
	"testing"
)

// TestCutBehindEachWord reads the examples of all rules below news of a round, cut behind one
// word after another: none may end the reader.
func TestCutBehindEachWord(t *testing.T) {
	e := unweighed(t)
	leads := map[string]string{
		"en": "The 14th round of the Astana talks on Syria opened in Nur-Sultan on Tuesday. ",
		"ar": "انطلقت في نور سلطان الثلاثاء الجولة الرابعة عشرة من محادثات أستانا حول سوريا. ",
		"fr": "Le 14e cycle des pourparlers d'Astana sur la Syrie s'est ouvert mardi à Nour-Soultan. ",
		"ru": "В Нур-Султане во вторник открылся 14-й раунд переговоров по Сирии в астанинском формате. ",
		"tr": "Suriye konulu Astana görüşmelerinin 14. turu salı günü Nur Sultan'da başladı. ",
	}
	cuts := 0
	cut := func(language, text string) {
		in := Input{Text: leads[language] + text, Language: language, Published: exampleDay}
		if _, err := e.Read(in); err != nil {
			t.Errorf("%q: %v", in.Text, err)
		}
		cuts++
	}
	for _, text := range []string{"The first two rounds were held in Astana in early 2017.", "The first two were held in Astana in 2017.", "Its sixth, the last of the first three"} {
		words := strings.Fields(text)
		for k := range words {
			cut("en", strings.Join(words[:k+1], " "))
		}
	}
	for name := range leads {
		k := 0
		for _, r := range e.languages[name].rules {
			for _, x := range r.examples {
				words := strings.Fields(x.Text)
				cut(name, strings.Join(words[:1+k%len(words)], " "))
				k++
			}
		}
	}
	if cuts < 3000 {
		t.Errorf("only %d texts were read", cuts)
	}
}
