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
