package dates

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

//go:embed data/*.yml *.go
var embedded embed.FS

// Source holds the data and code of this package, for the extractor's digest.
func Source() fs.FS { return embedded }

// languages is the table of what Find can read: a row is a file under data/.
var languages = map[string]func() *language{
	"ar": sync.OnceValue(func() *language { return mustLoad("ar") }),
	"en": sync.OnceValue(func() *language { return mustLoad("en") }),
	"fa": sync.OnceValue(func() *language { return mustLoad("fa") }),
	"fr": sync.OnceValue(func() *language { return mustLoad("fr") }),
	"ru": sync.OnceValue(func() *language { return mustLoad("ru") }),
	"tr": sync.OnceValue(func() *language { return mustLoad("tr") }),
}

// none reads numbers alone, for languages without a file.
var none = &language{}

// Languages lists the codes of the languages that Find can read.
func Languages() []string { return slices.Sorted(maps.Keys(languages)) }

func languageOf(code string) *language {
	if load, ok := languages[code]; ok {
		return load()
	}
	return none
}

// A class says what a word or phrase does in a date.
type class uint8

const (
	classMonth      class = iota // value: 1 to 12
	classWeekday                 // value: a Weekday
	classDay                     // value: days from the article's own
	classPrevious                // value: days from the day mentioned before
	classNthDay                  // value: 1 for "the first day", -1 for the last
	classNotDate                 // passed over
	classOrdinal                 // value: 1 to 31
	classRefBefore               // value: a Ref
	classRefAfter                // value: a Ref
	classUnit                    // value: a Precision
	classTwoUnits                // value: a Precision; "two months" in one word
	classDefinite                // value: a Precision; "the month"
	classOneUnit                 // value: a Precision; "قبل شهر": one without a number
	classPart                    // value: a Part
	classPartAfter               // value: a Part; stands behind the month
	classYearRef                 // value: a Ref; "of last year", "the new year"
	classMonthRef                // value: a Ref; "of it", of the month named before
	classNumber                  // value: a count
	classAgoBefore               // "قبل" two days
	classAgoAfter                // two days "ago"
	classInBefore                // "через" two days
	classLaterAfter              // two days "later"
	classThan                    // … "than" planned: no date
	classPartOfDay
	classAnd
	classTo
	classOf
	classOn
	classMonthWord
	classYearWord
	classIn
	classSince
	classBetween
	classMatching // "corresponding to", between two calendars
	classHijri    // "AH"
	classEra      // "AD"
	classSuffix   // st, nd, rd, th
	classPast
	classFuture
	classTurned // «لم»: a word of the future behind it tells the past
	classPublished
	classSpan // value: days; "two-day" in one word
	classWeekSpan
	classDayLead // "on the" 29th, of the month named before
)

// starting are the classes that may begin a mention.
const starting = 1<<classMonth | 1<<classWeekday | 1<<classDay | 1<<classPrevious | 1<<classNthDay | 1<<classNotDate | 1<<classOrdinal |
	1<<classRefBefore | 1<<classPart | 1<<classYearRef | 1<<classNumber | 1<<classTwoUnits | 1<<classAgoBefore |
	1<<classInBefore | 1<<classMonthWord | 1<<classDefinite

func (c class) starts() bool { return starting>>c&1 != 0 }

// A sense is one meaning of a phrase, stored under the phrase's first word.
type sense struct {
	rest     []string // the words after the first
	value    int16
	class    class
	calendar Calendar
	weak     bool // also an ordinary word: needs company
	and      bool // carries the proclitic "and"
}

// A bucket holds the senses of the phrases that begin with one word, the
// longest first.
type bucket struct {
	senses []sense
	word   uint64    // a bit for each class that the word has alone
	longer int       // how many of the senses are of several words
	second [4]uint64 // a bit for the last byte of each second word
}

// may tells whether a phrase of several words can go on with a word.
func (b *bucket) may(word string) bool {
	if word == "" {
		return false
	}
	c := word[len(word)-1]
	return b.second[c>>6]>>(c&63)&1 != 0
}

// A language is the words of one file of data/, ready for look-up.
type language struct {
	words      map[string]*bucket
	monthFirst bool // "January 23"
	mdy        bool // 1/23/2017
	capitals   bool // weak words need a capital letter
	yearFirst  bool // "2017 Mayıs"
	verbLast   bool
	uncased    bool // a script without capitals: short headings tell of the page's day
	past       []string
	future     []string
	calendar   Calendar // of numbers whose year is 1300 to 1499
}
