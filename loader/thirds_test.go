package loader

import (
	"slices"
	"testing"
)

// Civil society is a delegation to the committee of which it is a part, where the
// text names it as one.
func TestThirdOfCommittee(t *testing.T) {
	const opened = "Geneva, 29 January 2021. The fifth session of the Syrian Constitutional Committee ended in Geneva on Friday. "
	want := Fact{"delegation", "constitutional-committee-5", "syria-civil-society"}
	l := real(t)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"The civil society third tabled a paper.", true},
		{"Members of the civil society list had asked for two more days.", true},
		{"Fifteen of the 45 drafters come from civil society.", true},
		{"Its three groups are those of the government, the opposition and civil society.", true},
		{"Civil society organisations in Idlib called it a waste of time.", false},
		{"Damascus refuses to talk to the civil society activists of Idlib.", false},
	} {
		found := factsIn(t, l, opened+c.text)
		if got := slices.ContainsFunc(found.Facts, func(f Fact) bool { return slices.Equal(f, want) }); got != c.want {
			t.Errorf("%s: got %v, want %v", c.text, got, c.want)
		}
	}
}
