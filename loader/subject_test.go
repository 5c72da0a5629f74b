package loader

import (
	"context"
	"path/filepath"
	"testing"

	"peacetalks/loader/source"
)

// TestOtherSubjects: articles about something else give no facts, a match in Astana or a wage
// round in Geneva. The weights were learnt from these same articles, so this guards against a
// slip and measures nothing; one in fifty may give some.
func TestOtherSubjects(t *testing.T) {
	l := real(t)
	read, wrong := 0, []string{}
	for doc, err := range source.Read(context.Background(), source.Options{}, filepath.Join("..", "testdata", "other-subjects")) {
		if err != nil {
			t.Fatal(err)
		}
		found, err := l.Facts(doc)
		if err != nil {
			t.Fatal(err)
		}
		if read++; len(found.Facts) > 0 {
			wrong = append(wrong, doc.Name)
		}
	}
	if read < 100 || len(wrong) > read/50 {
		t.Errorf("%d of %d articles about something else give facts: %v", len(wrong), read, wrong)
	}
}
