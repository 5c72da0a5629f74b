package rules

import (
	"slices"
	"testing"

	"peacetalks/graph"
)

func TestTitles(t *testing.T) {
	e := engine(t)
	for _, c := range []struct{ text, want string }{
		{"أستانا 14: يترأس الوفد الروسي ألكسندر لافرنتييف، ونائب وزير الخارجية سيدات أونال الوفد التركي.", "نائب وزير الخارجية"},
		{"أستانا 14: قاد وفد المعارضة رئيس أركان «الجيش الحر» أحمد بري.", "رئيس أركان «الجيش الحر»"},
		{"أستانا 14: أوفدت دمشق أيمن سوسان رئيساً لوفدها.", ""},
		{"أستانا 14: قال المتحدث باسم وفد المعارضة أيمن العاسمي إن الوفد باق.", "المتحدث باسم وفد المعارضة"},
		{"أستانا 14: وصل وفد المعارضة، وبينهم للعقيد فاتح حسون مكان.", "العقيد"},
		{"أستانا 14: شارك فريق الأمم المتحدة برئاسة المبعوث الخاص غير بيدرسن.", "المبعوث الخاص"},
		{"On the margins of Astana 20 the deputy foreign ministers, Mikhail Bogdanov for Russia and Burak Akçapar for Turkey, met.", "deputy foreign minister"},
		{"Astana 14: The Russian delegation was led by special envoy Alexander Lavrentyev.", "special envoy"},
	} {
		out, err := e.Read(Input{Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range out.Claims {
			if s.Claim.Predicate == graph.PredTitle {
				got = append(got, s.Claim.Object.Text)
			}
		}
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%q: got titles %q, want %q", c.text, got, c.want)
		}
	}
}
