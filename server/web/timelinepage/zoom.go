package timelinepage

import (
	"time"

	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// A zoom is the ways from the days that are shown to others. A link that is ""
// leads nowhere new.
type zoom struct {
	Days                    string // those shown, in words
	In, Out, Earlier, Later string
	Trail                   []layout.Choice // from all days to those shown
}

// How near and how far the zoom goes.
const (
	leastDays = 2
	mostDays  = 60 * 365
)

// zoomTo is the page with other days.
func (s *shown) zoomTo(first, last edtf.Date) string {
	return s.Again("from", first.String(), "to", last.String(), "page", "")
}

// zoom finds the ways from the days shown, which are all that there are unless
// the page was asked for some. Without events and days there are none.
func (s *shown) zoom(first, last edtf.Date, narrowed bool) zoom {
	all := s.Again("from", "", "to", "", "page", "")
	if first.IsZero() {
		return zoom{Trail: []layout.Choice{{Code: "all", Name: s.Words.Everything, Link: all, Chosen: true}}}
	}
	from, to := first.Earliest(), last.Latest()
	n := int(to.Sub(from)/(24*time.Hour)) + 1
	z := zoom{Days: timeline.DateText(timeline.Whole(first, last), s.Language)}
	shift := func(a, b int) string {
		return s.zoomTo(edtf.OfTime(from.AddDate(0, 0, a)), edtf.OfTime(to.AddDate(0, 0, b)))
	}
	if part := max(n/2, leastDays); part < n {
		z.In = shift((n-part)/2, -(n-part+1)/2)
	}
	if !narrowed {
		z.Trail = []layout.Choice{{Code: "all", Name: s.Words.Everything, Link: all, Chosen: true}}
		return z
	}
	step := max(n/2, 1)
	z.Earlier, z.Later = shift(-step, -step), shift(step, step)
	z.Out = all
	if 2*n <= mostDays {
		z.Out = shift(-step, n-n/2)
	}
	z.Trail = s.trail(from, to, all)
	return z
}

// trail leads from all days over the year and the month, where the days shown
// are within one.
func (s *shown) trail(from, to time.Time, all string) []layout.Choice {
	trail := []layout.Choice{{Code: "all", Name: s.Words.Everything, Link: all}}
	if from.Year() != to.Year() {
		return trail
	}
	add := func(code string, d edtf.Date) {
		first, last := edtf.OfTime(d.Earliest()), edtf.OfTime(d.Latest())
		trail = append(trail, layout.Choice{
			Code: code, Name: timeline.DateText(d, s.Language), Link: s.zoomTo(first, last),
			Chosen: from.Equal(d.Earliest()) && to.Equal(d.Latest()),
		})
	}
	add("year", edtf.Of(from.Year(), 0, 0))
	if from.Month() == to.Month() {
		add("month", edtf.Of(from.Year(), int(from.Month()), 0))
	}
	return trail
}

// IsNamed tells whether the trail's last step is the days that are shown.
func (z zoom) IsNamed() bool { return len(z.Trail) > 1 && z.Trail[len(z.Trail)-1].Chosen }
