package rules

import (
	"slices"
	"testing"
)

func TestConjugate(t *testing.T) {
	tests := []struct {
		entry   string
		has     []string
		hasNot  []string
		futures int
	}{
		{"ناقش^ناقش", []string{"ناقش", "ناقشت", "ناقشوا", "يناقش", "تناقش", "يناقشون", "ستناقش", "سيناقشان"}, []string{"سناقش"}, 15},
		{"التقى^لتقي", []string{"التقى", "التقت", "التقيا", "التقوا", "يلتقي", "يلتقون", "سيلتقيان"}, []string{"التقىت"}, 15},
		{"دعا^دعو", []string{"دعا", "دعت", "دعوا", "يدعو", "يدعون", "ستدعو"}, []string{"دعات"}, 12},
		{"بدأ^", []string{"بدأ", "بدأت"}, []string{"يبدأ"}, 0},
		{"^نطلق", []string{"تنطلق", "ستنطلق"}, []string{"انطلق"}, 15},
		{"قاد^قود~", []string{"قاد~", "يقود~", "سيقود~"}, []string{"قاد"}, 15},
	}
	for _, tt := range tests {
		forms, future := conjugateArabic(tt.entry)
		for _, want := range tt.has {
			if !slices.Contains(forms, want) {
				t.Errorf("conjugate(%q) lacks %q: %q", tt.entry, want, forms)
			}
		}
		for _, not := range tt.hasNot {
			if slices.Contains(forms, not) {
				t.Errorf("conjugate(%q) has %q", tt.entry, not)
			}
		}
		if len(future) != tt.futures {
			t.Errorf("conjugate(%q) has %d forms of the future, want %d: %q", tt.entry, len(future), tt.futures, future)
		}
	}
}

// TestConjugateEnglish writes out regular and irregular English verbs.
func TestConjugateEnglish(t *testing.T) {
	for entry, want := range map[string][]string{
		"lead^led":               {"lead", "leads", "led", "leading"},
		"chair^":                 {"chair", "chairs", "chaired", "chairing"},
		"preside^ over":          {"preside over", "presides over", "presided over", "presiding over"},
		"begin^began^begun":      {"begin", "begins", "began", "begun", "beginning"},
		"sit^sat down with":      {"sit down with", "sits down with", "sat down with", "sitting down with"},
		"confer^conferred":       {"confer", "confers", "conferred", "conferring"},
		"carry^":                 {"carry", "carries", "carried", "carrying"},
		"see^saw^seen":           {"see", "sees", "saw", "seen", "seeing"},
		"launch^":                {"launch", "launches", "launched", "launching"},
		"broadcast^broadcast on": {"broadcast on", "broadcasts on", "broadcast on", "broadcasting on"},
	} {
		if got := conjugateEnglish(entry); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", entry, got, want)
		}
	}
}

// TestConjugateTurkish writes out verbs whose vowels and consonants change.
func TestConjugateTurkish(t *testing.T) {
	for entry, want := range map[string][]string{
		"ele al^":       {"ele aldı", "ele aldılar", "ele aldık", "ele aldığ*", "ele aldıklar*", "ele aldıktan", "ele almış*", "ele alıyor", "ele alıyorlar*", "ele alıyordu*", "ele alıyoruz", "ele alıyorum", "ele almakta*", "ele alarak", "ele alıp", "ele alaca*"},
		"görüş^":        {"görüştü", "görüştüler", "görüştük", "görüştüğ*", "görüştükler*", "görüştükten", "görüşmüş*", "görüşüyor", "görüşüyorlar*", "görüşüyordu*", "görüşüyoruz", "görüşüyorum", "görüşmekte*", "görüşerek", "görüşüp", "görüşece*"},
		"kabul et^ed":   {"kabul etti", "kabul ettiler", "kabul ettik", "kabul ettiğ*", "kabul ettikler*", "kabul ettikten", "kabul etmiş*", "kabul ediyor", "kabul ediyorlar*", "kabul ediyordu*", "kabul ediyoruz", "kabul ediyorum", "kabul etmekte*", "kabul ederek", "kabul edip", "kabul edece*"},
		"söyle^":        {"söyledi", "söylediler", "söyledik", "söylediğ*", "söyledikler*", "söyledikten", "söylemiş*", "söylüyor", "söylüyorlar*", "söylüyordu*", "söylüyoruz", "söylüyorum", "söylemekte*", "söyleyerek", "söyleyip", "söyleyece*"},
		"açıkla^":       {"açıkladı", "açıkladılar", "açıkladık", "açıkladığ*", "açıkladıklar*", "açıkladıktan", "açıklamış*", "açıklıyor", "açıklıyorlar*", "açıklıyordu*", "açıklıyoruz", "açıklıyorum", "açıklamakta*", "açıklayarak", "açıklayıp", "açıklayaca*"},
		"de^di":         {"dedi", "dediler", "dedik", "dediğ*", "dedikler*", "dedikten", "demiş*", "diyor", "diyorlar*", "diyordu*", "diyoruz", "diyorum", "demekte*", "diyerek", "diyip", "diyece*"},
		"katıl^*":       {"katıldı", "katıldılar", "katıldık", "katıldığ*", "katıldıklar*", "katıldıktan", "katılmış*", "katılıyor", "katılıyorlar*", "katılıyordu*", "katılıyoruz", "katılıyorum", "katılmakta*", "katılarak", "katılıp", "katılan", "katılanlar*", "katılması*", "katılaca*"},
		"teşrif et^ed*": {"teşrif etti", "teşrif ettiler", "teşrif ettik", "teşrif ettiğ*", "teşrif ettikler*", "teşrif ettikten", "teşrif etmiş*", "teşrif ediyor", "teşrif ediyorlar*", "teşrif ediyordu*", "teşrif ediyoruz", "teşrif ediyorum", "teşrif etmekte*", "teşrif ederek", "teşrif edip", "teşrif eden", "teşrif edenler*", "teşrif etmesi*", "teşrif edece*"},
	} {
		forms, future := conjugateTurkish(entry)
		if !slices.Equal(forms, want) {
			t.Errorf("%s: got %v, want %v", entry, forms, want)
		}
		if len(future) != 1 || future[0] != want[len(want)-1] {
			t.Errorf("%s: the future is %v", entry, future)
		}
	}
}

// TestConjugatePersian writes out a simple verb and a compound one.
func TestConjugatePersian(t *testing.T) {
	for entry, want := range map[string][]string{
		"گفت^گوید":      {"گفت", "گفتند", "می گوید", "می\u200cگویند", "گفته است", "گفته بودند", "خواهد گفت"},
		"دیدار کرد^کند": {"دیدار کرد", "دیدار کردیم", "دیدار می\u200cکند", "دیدار کرده\u200cاند", "دیدار خواهند کرد"},
	} {
		forms, future := conjugatePersian(entry)
		for _, w := range want {
			if !slices.Contains(forms, w) {
				t.Errorf("%s lacks %s", entry, w)
			}
		}
		if len(future) != 3 {
			t.Errorf("%s: the future is %v", entry, future)
		}
	}
}
