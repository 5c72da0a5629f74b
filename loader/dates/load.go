package dates

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"peacetalks/loader/text"
)

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
	MonthRefs  map[string][]string `yaml:"month refs"`
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
	Than          []string `yaml:"than"`
	DaySuffixes   []string `yaml:"day suffixes"`
	Past          []string `yaml:"past"`
	Published     []string `yaml:"published"`
	Future        []string `yaml:"future"`
	TurnedPast    []string `yaml:"turned past"`
	PastEndings   []string `yaml:"past endings"`
	FutureEndings []string `yaml:"future endings"`
	DayLeads      []string `yaml:"day leads"`
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
		{classMonthRef, refs, f.MonthRefs},
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
		{classAgoAfter, f.AgoAfter}, {classInBefore, f.InBefore}, {classLaterAfter, f.LaterAfter}, {classThan, f.Than}, {classSuffix, f.DaySuffixes},
		{classPast, f.Past}, {classFuture, f.Future}, {classTurned, f.TurnedPast}, {classPublished, f.Published}, {classDayLead, f.DayLeads},
	} {
		for _, w := range s.words {
			bl.add(sense{class: s.class}, w)
		}
	}
	l := &language{words: bl.buckets(), monthFirst: f.MonthFirst, mdy: f.Order == "mdy", capitals: f.Capitals, yearFirst: f.YearFirst, verbLast: f.VerbLast, uncased: f.Clitics, calendar: Hijri}
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

func (b *builder) buckets() map[string]*bucket {
	out := make(map[string]*bucket, len(b.words))
	for w, senses := range b.words {
		slices.SortFunc(senses, func(a, c sense) int {
			return cmp.Or(cmp.Compare(len(c.rest), len(a.rest)), cmp.Compare(a.class, c.class), cmp.Compare(a.calendar, c.calendar), cmp.Compare(a.value, c.value))
		})
		bk := &bucket{senses: senses}
		for _, s := range senses {
			if len(s.rest) > 0 {
				bk.longer++
				c := s.rest[0][len(s.rest[0])-1]
				bk.second[c>>6] |= 1 << (c & 63)
			} else {
				bk.word |= 1 << s.class
			}
		}
		out[w] = bk
	}
	return out
}
