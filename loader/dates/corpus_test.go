package dates

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

func TestDump(t *testing.T) {
	dir := os.Getenv("CORPUS")
	if dir == "" {
		t.Skip()
	}
	files, _ := filepath.Glob(dir + "/" + os.Getenv("ONLY") + "*")
	for _, f := range files {
		if strings.HasSuffix(f, ".json") || strings.HasSuffix(f, ".md") || strings.HasSuffix(f, ".py") {
			continue
		}
		b, _ := os.ReadFile(f)
		src := string(b)
		pub := edtf.Date{}
		if i := strings.Index(src, "published: "); i >= 0 {
			pub = edtf.MustParse(src[i+11 : i+21])
		}
		if i := strings.Index(src, `"datePublished"`); i >= 0 {
			j := strings.Index(src[i:], "20")
			pub = edtf.MustParse(src[i+j : i+j+10])
		}
		if strings.HasPrefix(src, "---") {
			src = src[4+strings.Index(src[4:], "---")+4:]
		}
		lang := filepath.Base(f)[:2]
		if lang == "se" {
			lang = "ar"
		}
		c := Context{Published: pub}
		if strings.Contains(text.Fold(src), "سلطان") {
			c.Hints = append(c.Hints, Hint{Window: edtf.MustParse("2019-03/2022-09"), Basis: "the city was called Nur-Sultan from 2019-03 to 2022-09"})
		}
		c.Hints = append(c.Hints, Hint{Window: edtf.MustParse("2017-01/2024-11"), Basis: "the Astana process met from 2017-01 to 2024-11"})
		tt := text.Tokenize(src)
		ms := Find(tt, lang)
		s := Solve(tt, ms, c)
		fmt.Printf("== %s anchor %v (%s)\n", filepath.Base(f), s.Anchor, s.AnchorBasis)
		for i, m := range ms {
			r := s.Resolved[i]
			from := max(0, m.From-4)
			to := min(len(tt.Tokens), m.To+3)
			a := ""
			if r.Approximate {
				a = "~"
			}
			fmt.Printf("   %-24s%s «%s»   …%s… [%s]\n", r.Date, a, tt.Quote(m.From, m.To), strings.ReplaceAll(tt.Quote(from, to), "\n", "|"), r.Basis)
		}
		for _, d := range Durations(tt, lang) {
			fmt.Printf("   DUR %d %v «%s»\n", d.Days, d.Nth, tt.Quote(d.From, d.To))
		}
	}
}
