package dates

import (
	"testing"
	"time"

	"peacetalks/graph/edtf"
)

// TestSerial holds the day numbers against the standard library's.
func TestSerial(t *testing.T) {
	for day := time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2110; day = day.AddDate(0, 0, 1) {
		d, want := edtf.OfTime(day), serial(day.Unix()/86400)
		if day.Unix() < 0 && day.Unix()%86400 != 0 {
			want--
		}
		n := serialOf(d)
		if n != want || n.date() != d || n.weekday() != Weekday((int(day.Weekday())+6)%7+1) {
			t.Fatalf("%s is day %d (%s, %s), want %d", d, n, n.date(), n.weekday(), want)
		}
	}
	if got := serialOf(edtf.Of(2019, 12, 0)); got.date() != edtf.Of(2019, 12, 1) {
		t.Errorf("the first day of 2019-12 is %s", got.date())
	}
	if got := serial(-800_000).date(); !got.IsZero() {
		t.Errorf("a day before the year 0 is %s, want none", got)
	}
}
