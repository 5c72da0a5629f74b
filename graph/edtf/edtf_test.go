package edtf

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// forms are dates of the subset with the days that each may be.
var forms = []struct{ name, text, earliest, latest string }{
	{"day", "2019-12-10", "2019-12-10", "2019-12-10"},
	{"month", "2019-12", "2019-12-01", "2019-12-31"},
	{"leap February", "2020-02", "2020-02-01", "2020-02-29"},
	{"common February", "2100-02", "2100-02-01", "2100-02-28"},
	{"year", "2017", "2017-01-01", "2017-12-31"},
	{"approximate month", "2018-01~", "2018-01-01", "2018-01-31"},
	{"uncertain year", "2018?", "2018-01-01", "2018-12-31"},
	{"uncertain and approximate day", "2018-07-30%", "2018-07-30", "2018-07-30"},
	{"two days", "2017-09-14/2017-09-15", "2017-09-14", "2017-09-15"},
	{"month to day", "2017-09/2017-09-15", "2017-09-01", "2017-09-15"},
	{"open end", "2017/..", "2017-01-01", "9999-12-31"},
	{"unknown end", "2017/", "2017-01-01", "9999-12-31"},
	{"open start", "../2017-03", "0001-01-01", "2017-03-31"},
	{"unknown start", "/2017-03", "0001-01-01", "2017-03-31"},
	{"approximate ends", "2017-09~/2017-10?", "2017-09-01", "2017-10-31"},
	{"first year", "0001", "0001-01-01", "0001-12-31"},
	{"last day", "9999-12-31", "9999-12-31", "9999-12-31"},
}

func TestParse(t *testing.T) {
	for _, c := range forms {
		t.Run(c.name, func(t *testing.T) {
			d, err := Parse(c.text)
			if err != nil {
				t.Fatalf("Parse(%q): %v", c.text, err)
			}
			if got := d.String(); got != c.text {
				t.Errorf("Parse(%q).String() = %q", c.text, got)
			}
			if got := d.Earliest().Format(time.DateOnly); got != c.earliest {
				t.Errorf("Parse(%q).Earliest() = %s, want %s", c.text, got, c.earliest)
			}
			if got := d.Latest().Format(time.DateOnly); got != c.latest {
				t.Errorf("Parse(%q).Latest() = %s, want %s", c.text, got, c.latest)
			}
		})
	}
}

var malformed = []struct{ name, text string }{
	{"empty", ""},
	{"no day thirty", "2019-02-30"},
	{"no leap day", "2019-02-29"},
	{"month thirteen", "2019-13"},
	{"month zero", "2019-00"},
	{"day zero", "2019-12-00"},
	{"year zero", "0000"},
	{"negative year", "-2019"},
	{"one digit of a month", "2019-1"},
	{"basic format", "20191210"},
	{"slashes", "10/12/2019"},
	{"time of day", "2019-12-10T10:00"},
	{"Arabic-Indic digits", "٢٠١٩"},
	{"season", "2019-21"},
	{"unspecified digit", "201X"},
	{"marked twice", "2019?~"},
	{"mark alone", "~"},
	{"open alone", ".."},
	{"open on both sides", "../.."},
	{"unknown on both sides", "/"},
	{"backwards", "2019-12-11/2019-12-10"},
	{"three dates", "2017/2018/2019"},
	{"marked open end", "2017/..~"},
	{"space", " 2017"},
}

func TestParseRefuses(t *testing.T) {
	for _, c := range malformed {
		t.Run(c.name, func(t *testing.T) {
			d, err := Parse(c.text)
			var syntax *SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("Parse(%q) = %v, %v; want a SyntaxError", c.text, d, err)
			}
			if syntax.Text != c.text || syntax.Reason == "" || !d.IsZero() {
				t.Errorf("Parse(%q) = %v, %#v; want no date, the text and a reason", c.text, d, syntax)
			}
		})
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParse of a malformed date did not panic")
		}
	}()
	MustParse("2019-13")
}

func TestOf(t *testing.T) {
	cases := []struct {
		year, month, day int
		want             string
	}{
		{2019, 12, 10, "2019-12-10"},
		{2019, 12, 0, "2019-12"},
		{2019, 0, 0, "2019"},
		{2019, 0, 5, ""},
		{2019, 2, 29, ""},
		{2020, 2, 29, "2020-02-29"},
		{0, 1, 1, ""},
		{10000, 1, 1, ""},
		{2019, 13, 1, ""},
		{2019, -1, 1, ""},
		{2019, 1, -1, ""},
	}
	for _, c := range cases {
		if got := Of(c.year, c.month, c.day).String(); got != c.want {
			t.Errorf("Of(%d, %d, %d) = %q, want %q", c.year, c.month, c.day, got, c.want)
		}
	}
}

func TestOfTimeKeepsTheLocation(t *testing.T) {
	almaty := time.FixedZone("Almaty", 6*60*60)
	late := time.Date(2019, 12, 10, 1, 0, 0, 0, almaty) // still the 9th in UTC
	if got, want := OfTime(late).String(), "2019-12-10"; got != want {
		t.Errorf("OfTime(%v) = %s, want %s", late, got, want)
	}
}

func TestBetween(t *testing.T) {
	cases := []struct{ name, a, b, want string }{
		{"two days", "2017-09-14", "2017-09-15", "2017-09-14/2017-09-15"},
		{"the same day", "2017-09-14", "2017-09-14", "2017-09-14"},
		{"two intervals", "2017-09-14/2017-09-15", "2017-09-20/2017-09-21", "2017-09-14/2017-09-21"},
		{"an open end", "2017-09-14", "2017-10/..", "2017-09-14/.."},
		{"one end in common", "2017", "2016/2017", "2017"},
		{"neither end known", "../2017", "2018/..", ""},
		{"backwards", "2017-09-15", "2017-09-14", ""},
		{"nothing", "", "2017", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := Between(read(t, c.a), read(t, c.b)).String(); got != c.want {
				t.Errorf("Between(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
			}
		})
	}
}

func TestStartEnd(t *testing.T) {
	cases := []struct{ text, start, end string }{
		{"2017-09-14/2017-09-15", "2017-09-14", "2017-09-15"},
		{"2017-09~", "2017-09~", "2017-09~"},
		{"2017/..", "2017", ""},
		{"/2017", "", "2017"},
		{"", "", ""},
	}
	for _, c := range cases {
		d := read(t, c.text)
		if start, end := d.Start().String(), d.End().String(); start != c.start || end != c.end {
			t.Errorf("%q: Start, End = %q, %q, want %q, %q", c.text, start, end, c.start, c.end)
		}
	}
}

func TestMarks(t *testing.T) {
	cases := []struct {
		text                   string
		uncertain, approximate bool
		about                  string // Approximate
	}{
		{"2018", false, false, "2018~"},
		{"2018~", false, true, "2018~"},
		{"2018?", true, false, "2018%"},
		{"2018%", true, true, "2018%"},
		{"2018/2019?", true, false, "2018/2019?"},
		{"2018~/2019", false, true, "2018~/2019"},
		{"", false, false, ""},
	}
	for _, c := range cases {
		d := read(t, c.text)
		if got := d.IsUncertain(); got != c.uncertain {
			t.Errorf("%q: IsUncertain = %t", c.text, got)
		}
		if got := d.IsApproximate(); got != c.approximate {
			t.Errorf("%q: IsApproximate = %t", c.text, got)
		}
		if got := d.Approximate().String(); got != c.about {
			t.Errorf("%q: Approximate = %q, want %q", c.text, got, c.about)
		}
	}
}

func TestParts(t *testing.T) {
	d := MustParse("2017-09-14/2018")
	if d.Year() != 2017 || d.Month() != 9 || d.Day() != 14 || !d.IsInterval() || d.IsDay() {
		t.Errorf("%v: got %d-%d-%d, interval %t, day %t", d, d.Year(), d.Month(), d.Day(), d.IsInterval(), d.IsDay())
	}
	if d := MustParse("2017-09-14~"); !d.IsDay() || d.IsInterval() {
		t.Errorf("%v: IsDay %t, IsInterval %t, want one day", d, d.IsDay(), d.IsInterval())
	}
	if MustParse("2017-09").IsDay() {
		t.Error("a month is said to be a day")
	}
}

func TestCompatible(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"2019-12", "2019-12-10", true},
		{"2019", "2019-12", true},
		{"2019-12-10", "2019-12-11", false},
		{"2019-12-10/2019-12-11", "2019-12-11", true},
		{"2019/..", "2023-06", true},
		{"../2018", "2019", false},
	}
	for _, c := range cases {
		a, b := MustParse(c.a), MustParse(c.b)
		if got, back := a.Compatible(b), b.Compatible(a); got != c.want || back != c.want {
			t.Errorf("Compatible(%s, %s) = %t and %t, want %t", c.a, c.b, got, back, c.want)
		}
	}
}

func TestCompareOrdersByFirstThenLastDay(t *testing.T) {
	want := []string{"../2017", "2017-01-01", "2017-01-01~", "2017-01", "2017", "2017/..", "2017-01-02"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return MustParse(a).Compare(MustParse(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q, want %q", got, want)
	}
}

func TestJSON(t *testing.T) {
	type record struct {
		Date Date `json:"date,omitzero"`
	}
	for _, c := range []struct{ date, want string }{
		{"2017-09-14/2017-09-15", `{"date":"2017-09-14/2017-09-15"}`},
		{"", `{}`},
	} {
		b, err := json.Marshal(record{read(t, c.date)})
		if err != nil || string(b) != c.want {
			t.Fatalf("Marshal(%q) = %s, %v, want %s", c.date, b, err, c.want)
		}
		var back record
		if err := json.Unmarshal(b, &back); err != nil || back.Date != read(t, c.date) {
			t.Errorf("Unmarshal(%s) = %v, %v", b, back.Date, err)
		}
	}
	var r record
	if err := json.Unmarshal([]byte(`{"date":""}`), &r); err != nil || !r.Date.IsZero() {
		t.Errorf(`Unmarshal of "" = %v, %v, want the zero date`, r.Date, err)
	}
	if err := json.Unmarshal([]byte(`{"date":"soon"}`), &r); err == nil {
		t.Error(`Unmarshal of "soon" gave no error`)
	}
}

// TestCompareIsTotal checks over any three dates what sorting needs: that the
// order is one, and that only equal dates compare as equal.
func TestCompareIsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyDate(t, "a"), anyDate(t, "b"), anyDate(t, "c")
		if a.Compare(b) != -b.Compare(a) {
			t.Fatalf("Compare(%v, %v) = %d, the other way round %d", a, b, a.Compare(b), b.Compare(a))
		}
		if (a.Compare(b) == 0) != (a == b) {
			t.Fatalf("Compare(%v, %v) = %d", a, b, a.Compare(b))
		}
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0 {
			t.Fatalf("%v ≤ %v ≤ %v, but not %v ≤ %v", a, b, c, a, c)
		}
	})
}

// TestBetweenCovers checks that an interval holds both of its ends and can be
// read back.
func TestBetweenCovers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate(t, "a"), anyDate(t, "b")
		d := Between(a, b)
		if d.IsZero() {
			return
		}
		if !d.Earliest().Equal(a.Earliest()) || !d.Latest().Equal(b.Latest()) {
			t.Fatalf("Between(%v, %v) = %v, from %v to %v", a, b, d, d.Earliest(), d.Latest())
		}
		if back, err := Parse(d.String()); err != nil || back != d {
			t.Fatalf("Between(%v, %v) = %v, read back as %v, %v", a, b, d, back, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, c := range forms {
		f.Add(c.text)
	}
	for _, c := range malformed {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			var syntax *SyntaxError
			if !errors.As(err, &syntax) || !d.IsZero() {
				t.Fatalf("Parse(%q) = %v, %#v", s, d, err)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("Parse(%q).String() = %q", s, d)
		}
		if d.Latest().Before(d.Earliest()) || d.IsZero() || d.Compare(d) != 0 || !d.Compatible(d) {
			t.Fatalf("Parse(%q): from %v to %v", s, d.Earliest(), d.Latest())
		}
		for _, end := range []Date{d.Start(), d.End(), d.Approximate()} {
			if end.IsZero() {
				continue
			}
			if back, err := Parse(end.String()); err != nil || back != end {
				t.Fatalf("%q: an end or mark of it, %q, is read back as %v, %v", s, end, back, err)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if d, err := Parse("2017-09-14/2017-09-15"); err != nil || d.Day() != 14 {
			b.Fatal(d, err)
		}
	}
}

// read parses a date, "" as the zero date.
func read(t *testing.T, s string) Date {
	t.Helper()
	var d Date
	if err := d.UnmarshalText([]byte(s)); err != nil {
		t.Fatal(err)
	}
	return d
}

// anyDate draws a date of the subset, mostly close to the others.
func anyDate(t *rapid.T, label string) Date {
	point := rapid.Custom(func(t *rapid.T) string {
		d := Of(rapid.IntRange(2016, 2019).Draw(t, "year"), rapid.IntRange(0, 12).Draw(t, "month"), 0)
		if d.Month() != 0 {
			d = Of(d.Year(), d.Month(), rapid.IntRange(0, 28).Draw(t, "day"))
		}
		return d.String() + rapid.SampledFrom([]string{"", "", "?", "~", "%"}).Draw(t, "mark")
	})
	return rapid.Custom(func(t *rapid.T) Date {
		s := point.Draw(t, "from")
		switch rapid.IntRange(0, 5).Draw(t, "form") {
		case 0:
			s += rapid.SampledFrom([]string{"/..", "/"}).Draw(t, "end")
		case 1:
			s = rapid.SampledFrom([]string{"../", "/"}).Draw(t, "start") + s
		case 2:
			if d, err := Parse(s + "/" + point.Draw(t, "to")); err == nil {
				return d
			}
		}
		return MustParse(s)
	}).Draw(t, label)
}
