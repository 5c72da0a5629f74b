package loader

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peacetalks/loader/source"
)

// TestSentenceLeftOut reads articles without the one sentence that numbers their own round.
// What they say of the rounds before and after it still tells which one it is.
func TestSentenceLeftOut(t *testing.T) {
	l := real(t)
	for _, c := range []struct{ file, sentence, want string }{
		{"unseen-7/ar-constitutional-committee-06", "اختتمت الهيئة المصغرة للجنة الدستورية السورية اليوم في جنيف جولتها السادسة", "constitutional-committee-6"},
		{"unseen-8/en-havana-colombia-09", "The deal was announced at the end of the ninth round", "havana-colombia-9"},
		{"unseen-16/ar-astana-12-bulletin", "اختُتمت اليوم في العاصمة الكازاخستانية نور سلطان أعمال الجولة الثانية عشرة", "astana-12"},
		{"unseen-16/en-geneva-06-wrap", "The sixth round of intra-Syrian talks was the shortest", "geneva-6"},
		{"unseen-19/en-doha-afghanistan-08", "DOHA: The eighth round of talks", "doha-afghanistan-8"},
		{"unseen-16/en-constitutional-committee-03", "The Committee's third session began on Monday.", "constitutional-committee-3"},
		{"unseen-2/ar-astana-16-agency-preview", "تنطلق غداً الأربعاء في العاصمة الكازاخية", "astana-16"},
	} {
		data, err := os.ReadFile(filepath.Join("..", "testdata", filepath.FromSlash(c.file)+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		from := strings.Index(text, c.sentence)
		if from < 0 {
			t.Fatalf("%s has no sentence %q", c.file, c.sentence)
		}
		end := from + strings.IndexAny(text[from:], "\n")
		if stop := strings.Index(text[from+len(c.sentence)-1:], ". "); stop >= 0 {
			end = min(end, from+len(c.sentence)+stop)
		}
		record, err := l.Facts(source.Document{Path: "text.txt", Text: text[:from] + text[end:]})
		if err != nil {
			t.Fatal(err)
		}
		told := map[string]int{}
		most := ""
		for _, f := range record.Facts {
			if told[f[1]]++; told[f[1]] > told[most] {
				most = f[1]
			}
		}
		if most != c.want {
			t.Errorf("%s without %q is read to be about %s, want %s", c.file, c.sentence, most, c.want)
		}
	}
}
