package timeline

import (
	"strings"
	"time"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A sheetColumn is a column of a workbook.
type sheetColumn struct {
	label  label
	width  float64 // in characters, about
	wraps  bool    // a text of several lines
	linked bool    // to the passage's article, where that has an address
	value  func(e *Event, s Source, language string) any
}

// eventColumns are those of the sheet of events: first what is read and
// printed, then what it is about, then what programs join by.
var eventColumns = []sheetColumn{
	{labelDate, 24, true, false, func(e *Event, _ Source, l string) any { return dateCell(e.Date.EDTF, l) }},
	{labelEvent, 42, true, false, func(e *Event, _ Source, l string) any { return e.Title(l) }},
	{labelKind, 13, true, false, func(e *Event, _ Source, l string) any { return KindName(e.Kind, l) }},
	{labelReported, 13, true, false, func(e *Event, _ Source, l string) any { return modalityName(e.Modality, l) }},
	{labelPlace, 16, true, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Place) }},
	{labelQuote, 60, true, false, func(_ *Event, s Source, _ string) any { return s.ShortQuote() }},
	{labelOutlet, 20, true, false, func(_ *Event, s Source, _ string) any { return s.Outlet }},
	{labelArticle, 36, true, false, func(_ *Event, s Source, _ string) any { return articleName(s) }},
	{labelPublished, 14, false, false, func(_ *Event, s Source, l string) any { return dateCell(s.Published, l) }},
	{labelAddress, 30, false, true, func(_ *Event, s Source, _ string) any { return s.URL }},

	{labelProcess, 22, false, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Process) }},
	{labelRound, 24, false, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Round) }},
	{labelParties, 40, false, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Parties...) }},
	{labelPeople, 40, false, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Persons...) }},
	{labelTopics, 40, false, false, func(e *Event, _ Source, l string) any { return e.list(l, e.Topics...) }},
	{labelOutcome, 18, true, false, func(e *Event, _ Source, l string) any { return e.outcomeName(l) }},
	{labelWords, 50, true, false, func(e *Event, _ Source, _ string) any { return graph.ShortQuote(e.Text) }},
	{labelBasis, 34, false, false, func(e *Event, s Source, _ string) any { return e.basis(s) }},

	{labelArticles, 11, false, false, func(e *Event, _ Source, _ string) any { return len(e.articles()) }},
	{labelEDTF, 24, false, false, func(e *Event, _ Source, _ string) any { return e.Date.EDTF.String() }},
	{labelEarliest, 14, false, false, func(e *Event, _ Source, _ string) any { first, _ := e.Days(); return dayCell(first) }},
	{labelLatest, 14, false, false, func(e *Event, _ Source, _ string) any { _, last := e.Days(); return dayCell(last) }},
	{labelEventID, 36, false, false, func(e *Event, _ Source, _ string) any { return string(e.ID) }},
	{labelRoundID, 24, false, false, func(e *Event, _ Source, _ string) any { return string(e.Round) }},
}

// passageColumns are those of the sheet of sources.
var passageColumns = []sheetColumn{
	{labelEvent, 42, true, false, func(e *Event, _ Source, l string) any { return e.Title(l) }},
	{labelQuote, 60, true, false, func(_ *Event, s Source, _ string) any { return s.ShortQuote() }},
	{labelOutlet, 20, true, false, func(_ *Event, s Source, _ string) any { return s.Outlet }},
	{labelArticle, 36, true, false, func(_ *Event, s Source, _ string) any { return articleName(s) }},
	{labelPublished, 14, false, false, func(_ *Event, s Source, l string) any { return dateCell(s.Published, l) }},
	{labelAddress, 44, false, true, func(_ *Event, s Source, _ string) any { return s.URL }},

	{labelReported, 13, true, false, func(_ *Event, s Source, l string) any { return modalityName(s.Modality, l) }},
	{labelCited, 20, true, false, func(_ *Event, s Source, _ string) any { return s.Citing }},
	{labelLanguage, 10, false, false, func(_ *Event, s Source, _ string) any { return s.Language }},
	{labelFirstByte, 13, false, false, func(_ *Event, s Source, _ string) any { return s.Start }},
	{labelEndByte, 13, false, false, func(_ *Event, s Source, _ string) any { return s.End }},
	{labelEventID, 36, false, false, func(e *Event, _ Source, _ string) any { return string(e.ID) }},
	{labelArticleID, 36, false, false, func(_ *Event, s Source, _ string) any { return string(s.Article) }},
	{labelClaimID, 36, false, false, func(_ *Event, s Source, _ string) any { return string(s.Claim) }},
}

// How many of the columns are printed: those of what happened and who says so.
const (
	printedOfEvents   = 10
	printedOfPassages = 6
)

// firstYear is the first that Excel counts without a fault: it takes 1900 for
// a leap year.
const firstYear = 1901

// dateCell is a day as a date, any other date as text.
func dateCell(d edtf.Date, language string) any {
	switch {
	case d.IsZero():
		return ""
	case isPlainDay(d) && d.Year() >= firstYear:
		return d.Earliest()
	}
	return DateText(d, language)
}

// dayCell is a day, YYYY-MM-DD or "", as a date where a spreadsheet can hold it.
func dayCell(day string) any {
	if t, err := time.Parse(time.DateOnly, day); err == nil && t.Year() >= firstYear {
		return t
	}
	return day
}

func articleName(s Source) string {
	if Plain(s.ArticleTitle) == "" {
		return string(s.Article)
	}
	return s.ArticleTitle
}

// The height of a row: Excel finds it when it opens a file, other programs do
// not, so that it is written.
const (
	lineHeight = 15.0 // in points
	mostLines  = 14   // that are shown; the rest of a cell shows when it is opened
)

// linesOf is about how many lines a text takes in a column of some width.
func linesOf(text string, width float64) int {
	room := int(width * 0.92) // letters are a little wider than digits in the fonts of some systems
	n, at := 1, 0
	for word := range strings.FieldsSeq(text) {
		long := utf8.RuneCountInString(word)
		if at > 0 && at+1+long > room {
			n, at = n+1, 0
		}
		if at > 0 {
			at++
		}
		at += long
		n, at = n+(at-1)/room, (at-1)%room+1
	}
	return n
}
