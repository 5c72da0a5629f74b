package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"peacetalks/graph/timeline"
)

// TestBasisInArabic holds that nearly every date of the sample articles says in
// Arabic how it is known.
func TestBasisInArabic(t *testing.T) {
	var out, messages bytes.Buffer
	p := &program{out: &out, err: &messages}
	if status := p.run(t.Context(), []string{"export", "--data", sampleGraph(t), "--format", "json"}); status != exitDone {
		t.Fatalf("status %d\n%s", status, &messages)
	}
	var export struct {
		Events []struct{ Date struct{ Basis string } }
	}
	if err := json.Unmarshal(out.Bytes(), &export); err != nil || len(export.Events) == 0 {
		t.Fatal(len(export.Events), err)
	}
	english := map[string]int{}
	left := 0
	for _, e := range export.Events {
		if b := e.Date.Basis; b != "" && timeline.Because(b, "ar").Language != "ar" {
			english[b]++
			left++
		}
	}
	if left*50 > len(export.Events) {
		t.Errorf("%d of %d bases have no Arabic words: %v", left, len(export.Events), english)
	}
}
