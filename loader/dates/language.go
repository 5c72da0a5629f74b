package dates

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"

	"peacetalks/loader/text"
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
var none = &language{words: map[string]bucket{}}

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
	classNumber                  // value: a count
	classAgoBefore               // "قبل" two days
	classAgoAfter                // two days "ago"
	classInBefore                // "через" two days
	classLaterAfter              // two days "later"
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
	classSpan // value: days; "two-day" in one word
	classWeekSpan
)

// starts tells which classes may begin a mention.
func (c class) starts() bool {
	switch c {
	case classMonth, classWeekday, classDay, classPrevious, classNthDay, classNotDate, classOrdinal, classRefBefore, classUnit,
		classPart, classYearRef, classNumber, classOneUnit, classAgoBefore, classInBefore, classMonthWord, classDefinite:
		return true
	}
	return false
}

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
	starts bool
	longer bool // has a phrase of several words
}

// A language is the words of one file of data/, ready for look-up.
type language struct {
	words      map[string]bucket
	monthFirst bool // "January 23"
	mdy        bool // 1/23/2017
	capitals   bool // weak words need a capital letter
	yearFirst  bool // "2017 Mayıs"
	verbLast   bool
	past       []string
	future     []string
	calendar   Calendar // of numbers whose year is 1300 to 1499
}

// A file is the form of data/*.yml.
type file struct {
	Clitics    bool   `yaml:"clitics"`
	Order      string `yaml:"order"`
	MonthFirst bool   `yaml:"month first"`
	YearFirst  bool   `yaml:"year first"`
	VerbLast   bool   `yaml:"verb last"`
	Capitals   bool   `yaml:"capitals"`
	Calendar   string `yaml:"calendar"`

	Months       map[int][]string `yaml:"months"`
	WeakMonths   []string         `yaml:"weak months"`
	HijriMonths  map[int][]string `yaml:"hijri months"`
	JalaliMonths map[int][]string `yaml:"jalali months"`
	Weekdays     map[int][]string `yaml:"weekdays"`
	WeakWeekdays map[int][]string `yaml:"weak weekdays"`
	Days         map[int][]string `yaml:"days"`
	Previous     map[int][]string `yaml:"previous"`
	NthDay       map[int][]string `yaml:"nth day"`
	NotDates     []string         `yaml:"not dates"`
	PartOfDay    []string         `yaml:"part of day"`
	Ordinals     map[int][]string `yaml:"ordinals"`
	Numbers      map[int][]string `yaml:"numbers"`
	Spans        map[int][]string `yaml:"spans"`

	RefsAfter  map[string][]string `yaml:"refs after"`
	RefsBefore map[string][]string `yaml:"refs before"`
	YearRefs   map[string][]string `yaml:"year refs"`
	Units      map[string][]string `yaml:"units"`
	TwoUnits   map[string][]string `yaml:"two units"`
	Definite   map[string][]string `yaml:"definite units"`
	OneUnit    map[string][]string `yaml:"one unit"`
	Parts      map[string][]string `yaml:"parts"`
	PartsAfter map[string][]string `yaml:"parts after"`

	And           []string `yaml:"and"`
	To            []string `yaml:"to"`
	Of            []string `yaml:"of"`
	On            []string `yaml:"on"`
	MonthWords    []string `yaml:"month words"`
	YearWords     []string `yaml:"year words"`
	In            []string `yaml:"in"`
	Since         []string `yaml:"since"`
	Between       []string `yaml:"between"`
	Corresponding []string `yaml:"corresponding"`
	Era           []string `yaml:"era"`
	HijriEra      []string `yaml:"hijri era"`
	AgoBefore     []string `yaml:"ago before"`
	AgoAfter      []string `yaml:"ago after"`
	InBefore      []string `yaml:"in before"`
	LaterAfter    []string `yaml:"later after"`
	DaySuffixes   []string `yaml:"day suffixes"`
	Past          []string `yaml:"past"`
	Future        []string `yaml:"future"`
	PastEndings   []string `yaml:"past endings"`
	FutureEndings []string `yaml:"future endings"`
}

var refs = map[string]int{"last": int(Last), "this": int(This), "next": int(Next), "same": int(Same), "new": int(New)}

var units = map[string]int{"day": int(Day), "week": int(Week), "month": int(Month), "year": int(Year)}

var parts = map[string]int{
	"early": int(Early), "middle": int(Middle), "late": int(Late), "first half": int(FirstHalf), "second half": int(SecondHalf),
	"first week": int(FirstWeek), "second week": int(SecondWeek), "third week": int(ThirdWeek), "last week": int(LastWeek), "later": int(Later),
}

func mustLoad(code string) *language {
	b, err := embedded.ReadFile("data/" + code + ".yml")
	if err != nil {
		panic(err)
	}
	l, err := load(b)
	if err != nil {
		panic(fmt.Errorf("data/%s.yml: %w", code, err))
	}
	return l
}

// load reads a language's file.
func load(b []byte) (*language, error) {
	var f file
	if err := yaml.UnmarshalWithOptions(b, &f, yaml.Strict()); err != nil {
		return nil, err
	}
	bl := builder{clitics: f.Clitics, words: map[string][]sense{}}
	bl.months(f)
	for _, s := range []struct {
		class class
		words map[int][]string
	}{
		{classWeekday, f.Weekdays}, {classDay, f.Days}, {classPrevious, f.Previous}, {classNthDay, f.NthDay},
		{classOrdinal, f.Ordinals}, {classNumber, f.Numbers}, {classSpan, f.Spans},
	} {
		bl.numbered(s.class, s.words, false)
	}
	bl.numbered(classWeekday, f.WeakWeekdays, true)
	for _, s := range []struct {
		class class
		names map[string]int
		words map[string][]string
	}{
		{classRefAfter, refs, f.RefsAfter}, {classRefBefore, refs, f.RefsBefore}, {classYearRef, refs, f.YearRefs},
		{classUnit, units, f.Units}, {classTwoUnits, units, f.TwoUnits}, {classDefinite, units, f.Definite}, {classOneUnit, units, f.OneUnit},
		{classPart, parts, f.Parts}, {classPartAfter, parts, f.PartsAfter},
	} {
		if err := bl.named(s.class, s.names, s.words); err != nil {
			return nil, err
		}
	}
	for _, s := range []struct {
		class class
		words []string
	}{
		{classNotDate, f.NotDates}, {classPartOfDay, f.PartOfDay}, {classAnd, f.And}, {classTo, f.To}, {classOf, f.Of}, {classOn, f.On},
		{classMonthWord, f.MonthWords}, {classYearWord, f.YearWords}, {classIn, f.In}, {classSince, f.Since}, {classBetween, f.Between},
		{classMatching, f.Corresponding}, {classEra, f.Era}, {classHijri, f.HijriEra}, {classAgoBefore, f.AgoBefore},
		{classAgoAfter, f.AgoAfter}, {classInBefore, f.InBefore}, {classLaterAfter, f.LaterAfter}, {classSuffix, f.DaySuffixes},
		{classPast, f.Past}, {classFuture, f.Future},
	} {
		for _, w := range s.words {
			bl.add(sense{class: s.class}, w)
		}
	}
	l := &language{words: bl.buckets(), monthFirst: f.MonthFirst, mdy: f.Order == "mdy", capitals: f.Capitals, yearFirst: f.YearFirst, verbLast: f.VerbLast, calendar: Hijri}
	if f.Calendar == "jalali" {
		l.calendar = Jalali
	}
	l.past, l.future = folded(f.PastEndings), folded(f.FutureEndings)
	return l, nil
}

func folded(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = text.Fold(w)
	}
	return out
}

// A builder gathers the senses of a language.
type builder struct {
	clitics bool
	words   map[string][]sense
}

func (b *builder) months(f file) {
	weak := map[string]bool{}
	for _, w := range f.WeakMonths {
		weak[text.Fold(w)] = true
	}
	for calendar, months := range map[Calendar]map[int][]string{Gregorian: f.Months, Hijri: f.HijriMonths, Jalali: f.JalaliMonths} {
		for n, words := range months {
			for _, w := range words {
				b.add(sense{class: classMonth, value: int16(n), calendar: calendar, weak: weak[text.Fold(w)]}, w)
			}
		}
	}
}

func (b *builder) numbered(c class, words map[int][]string, weak bool) {
	for n, list := range words {
		for _, w := range list {
			b.add(sense{class: c, value: int16(n), weak: weak}, w)
		}
	}
}

func (b *builder) named(c class, names map[string]int, words map[string][]string) error {
	for name, list := range words {
		n, ok := names[name]
		if !ok {
			return fmt.Errorf("%q is none of %s", name, strings.Join(slices.Sorted(maps.Keys(names)), ", "))
		}
		for _, w := range list {
			b.add(sense{class: c, value: int16(n)}, w)
		}
	}
	return nil
}

// add stores a phrase under its first word, and under that word with each
// proclitic.
func (b *builder) add(s sense, phrase string) {
	var norms []string
	for _, t := range text.Tokenize(phrase).Tokens {
		norms = append(norms, t.Norm)
	}
	if len(norms) == 0 {
		return
	}
	s.rest = norms[1:]
	b.put(norms[0], s)
	if !b.clitics {
		return
	}
	w := norms[0]
	bare, definite := strings.CutPrefix(w, "ال")
	if len(w) <= 2 || s.class == classSuffix {
		return
	}
	prefixes := []string{"ب", "ل", "ف", "ك"}
	if s.weak {
		prefixes = nil
	}
	for _, p := range prefixes {
		b.put(p+w, s)
	}
	if definite {
		b.put("لل"+bare, s)
	}
	s.and = true
	b.put("و"+w, s)
	if !s.weak {
		b.put("وب"+w, s)
		b.put("ول"+w, s)
	}
	if definite {
		b.put("ولل"+bare, s)
	}
}

func (b *builder) put(word string, s sense) {
	for _, o := range b.words[word] {
		if o.class == s.class && o.value == s.value && o.calendar == s.calendar && slices.Equal(o.rest, s.rest) {
			return
		}
	}
	b.words[word] = append(b.words[word], s)
}

func (b *builder) buckets() map[string]bucket {
	out := make(map[string]bucket, len(b.words))
	for w, senses := range b.words {
		slices.SortFunc(senses, func(a, c sense) int {
			return cmp.Or(cmp.Compare(len(c.rest), len(a.rest)), cmp.Compare(a.class, c.class), cmp.Compare(a.calendar, c.calendar), cmp.Compare(a.value, c.value))
		})
		bk := bucket{senses: senses}
		for _, s := range senses {
			bk.starts = bk.starts || s.class.starts()
			bk.longer = bk.longer || len(s.rest) > 0
		}
		out[w] = bk
	}
	return out
}
