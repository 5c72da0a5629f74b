package dates

// A Precision is the size of the time that an expression means.
type Precision uint8

// The precisions, finest first.
const (
	Day Precision = iota
	Week
	Month
	Year
)

// A Weekday is a day of the week; the zero Weekday is none.
type Weekday uint8

// The days of the week.
const (
	NoWeekday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// String is the weekday's English name.
func (w Weekday) String() string {
	return [...]string{"no weekday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[w%8]
}

// A Ref says which month, year, week or weekday is meant, seen from the
// article's day.
type Ref uint8

// The references: "last month", "this month", "next month", "the same month".
const (
	NoRef Ref = iota
	Last
	This
	Next
	Same
	New // "the new year": the one that begins next or has just begun
)

// A Base is the day from which an Offset counts.
type Base uint8

// The bases: none, the article's own day ("yesterday"), the day mentioned
// before ("the next day").
const (
	NoBase Base = iota
	FromAnchor
	FromPrevious
)

// A Part is a piece of a month, a year or a week.
type Part uint8

// The parts.
const (
	Whole Part = iota
	Early
	Middle
	Late
	FirstHalf
	SecondHalf
	FirstWeek
	SecondWeek
	ThirdWeek
	LastWeek
	Later // "later this month": after the article's day
)

// A Calendar is the calendar of a point's day, month and year.
type Calendar uint8

// The calendars.
const (
	Gregorian Calendar = iota
	Jalali
	Hijri
)

// A Point is one time that a mention names, as far as the words say.
type Point struct {
	Day, Month, Year int // 0 where not said
	Weekday          Weekday
	Base             Base
	Offset           int       // units from the base
	Unit             Precision // of Offset
	DayRef           Ref       // of the weekday: "last Monday"
	WeekRef          Ref
	MonthRef         Ref // of a month's name ("تموز الماضي"), else of "the month"
	YearRef          Ref
	Part             Part
	Calendar         Calendar
	AltMonth         int  // a second, contradicting name of the month
	Loose            bool // "the 8th of the month": the words do not say of which
	Swapped          bool // numbers that may also be month and day: "9/11/2020"
}

// A Mention is a temporal expression of a text. Points holds what it says; it
// has several for a list ("Tuesday and Wednesday") or a range.
type Mention struct {
	From, To int // token range
	Points   []Point
	Range    bool    // all days from the first point to the last, not only those
	Since    bool    // a start that lasts ("since 2017"), seldom an event's date
	p        *parser // that found it, with the words of its text
}

// Precision is the finest thing that the mention says.
func (m Mention) Precision() Precision {
	least := Year
	for _, p := range m.Points {
		least = min(least, p.precision())
	}
	return least
}

func (p Point) precision() Precision {
	switch {
	case p.Base != NoBase:
		return p.Unit
	case p.Day != 0 || p.Weekday != NoWeekday:
		return Day
	case p.WeekRef != NoRef:
		return Week
	case p.Month != 0 || p.MonthRef != NoRef:
		return Month
	}
	return Year
}

// Today tells whether the mention is the article's own day: "today", "this
// morning".
func (m Mention) Today() bool { return len(m.Points) == 1 && m.Points[0].today() }

func (p Point) today() bool { return p.Base == FromAnchor && p.Offset == 0 && p.Unit == Day }

// full tells whether the point is a whole date on its own.
func (p Point) full() bool { return p.Day != 0 && p.Month != 0 && p.Year != 0 }

// dayMonth tells whether the point has a day and a month.
func (p Point) dayMonth() bool { return p.Day != 0 && p.Month != 0 }
