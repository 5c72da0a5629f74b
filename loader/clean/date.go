package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/jalaali/go-jalaali"
)

// Date brings the date of a page to YYYY-MM-DD: a time stamp, numbers, or a
// day with the name of a month in one of the languages of markers.yaml. The
// language (empty if unknown) decides the order of numbers; where it leaves
// open which is the day, there is no date. A time of day is passed over, and a
// date stays the one that is written, whatever its time zone.
func Date(s, language string) (string, bool) {
	f := findDate(s, language)
	return f.iso, f.iso != ""
}

// found is what a line says about a day.
type found struct {
	iso   string   // the whole date, or empty
	some  bool     // a date of some kind, perhaps without a year, or a time
	day   bool     // a day with its month, or a weekday
	words []string // folded words that belong to no date
}

var (
	yearFirst = regexp.MustCompile(`(?:^|[^\d])((?:1[34]|19|20)\d\d)\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:$|[^\d])`)
	yearLast  = regexp.MustCompile(`(?:^|[^\d])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?((?:1[34]|19|20)\d\d)(?:$|[^\d])`)
	lunar     = regexp.MustCompile(`\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}\s?(?:هـ|ه(?:$|[^\pL.]))`) // beside which stands the common date
	compact   = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)(?:$|T)`)
	clock     = regexp.MustCompile(`(?:^|[^\d:.,])(?:[01]?\d|2[0-4])(?::[0-5]\d){1,2}(?:\.\d+)?(?:$|[^\d])|(?:^|[^\d:.,/-])(?:[01]?\d|2[0-4])[.h][0-5]\d(?:$|[^\d./-])`)
	zone      = regexp.MustCompile(`(?:T\d\d:?\d\d\S*)|(?:\b(?:GMT|UTC|AM|PM|am|pm|MSK|CET|EST|EDT)\b)|[+-]\d\d:?\d\d\b`)
)

// Times that tell who wrote a date: Americans, whose month comes first, write
// "2:25:00 PM", and not "14:25".
var (
	stampedAmerican = regexp.MustCompile(`\d:\d\d:\d\d\s?[AaPp][Mm]\b`)
	afternoon       = regexp.MustCompile(`(?:^|[^\d:])(?:1[3-9]|2[0-3]):[0-5]\d`)
)

// findDate looks for one date in a short text.
func findDate(s, language string) found {
	s = strings.TrimSpace(strings.Map(dropFormat, asciiDigits(s)))
	var f found
	if !strings.ContainsAny(s, "0123456789") { // at most a weekday
		f.named(strings.Fields(fold(s)))
		return f
	}
	if m := compact.FindStringSubmatch(s); m != nil {
		f.iso, f.some = isoDate(m[1], m[2], m[3]), true
		return f
	}
	s = lunar.ReplaceAllString(s, " ")
	if m := yearFirst.FindStringSubmatchIndex(s); m != nil {
		f.iso, f.some, f.day = isoDate(s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]]), true, true
		s = s[:m[2]] + " " + s[m[7]:]
	} else if m := yearLast.FindStringSubmatchIndex(s); m != nil {
		f.iso, f.some, f.day = dayMonthYear(s, m, language), true, true
		s = s[:m[2]] + " " + s[m[9]:]
	}
	s = zone.ReplaceAllString(s, " ")
	if clock.MatchString(s) {
		f.some = true
		s = clock.ReplaceAllString(s, " ")
	}
	f.named(strings.Fields(fold(s)))
	return f
}

// dropFormat removes the invisible signs that right-to-left pages put around
// numbers.
func dropFormat(r rune) rune {
	if unicode.Is(unicode.Cf, r) && r != '\u200c' {
		return -1
	}
	if r == '\u00a0' || r == '\u202f' {
		return ' '
	}
	return r
}

func dayMonthYear(s string, m []int, language string) string {
	a, sep, b, year := s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]], s[m[8]:m[9]]
	english := language == "" || strings.HasPrefix(strings.ToLower(language), "en")
	first, _ := strconv.Atoi(a)
	second, _ := strconv.Atoi(b)
	switch {
	case second > 12:
		return isoDate(year, a, b)
	case sep == "/" && first <= 12 && stampedAmerican.MatchString(s):
		return isoDate(year, a, b)
	case sep == "/" && english && first <= 12 && first != second && !afternoon.MatchString(s):
		return "" // 9/11: who knows
	}
	return isoDate(year, b, a)
}

// named looks for the name of a month with its day and year, and for weekdays.
func (f *found) named(words []string) {
	v := vocab()
	used := make([]bool, len(words))
	for i := range words {
		if used[i] {
			continue
		}
		if v.weekdays[words[i]] || i > 0 && v.weekdays[words[i-1]+words[i]] {
			used[i], f.some, f.day = true, true, true
			continue
		}
		month, jalali, n := monthAt(words, i)
		if n == 0 || f.iso != "" {
			continue
		}
		f.month(words, used, i, n, month, jalali)
	}
	for i, w := range words {
		if !used[i] && !joins[w] {
			f.words = append(f.words, w)
		}
	}
}

// joins are words that tie the parts of a date together, folded.
var joins = map[string]bool{"من": true, "de": true, "of": true, "года": true, "г": true, "عام": true, "سنه": true, "سال": true,
	"at": true, "on": true, "the": true, "в": true, "الساعه": true, "ساعت": true, "saat": true, "à": true, "le": true, "a": true, "بتوقيت": true,
	"gmt": true, "utc": true, "bst": true, "ist": true, "msk": true, "мск": true, "trt": true, "tsi": true, "est": true, "edt": true, "et": true, "cet": true, "cest": true, "eet": true}

// month takes the day and the year that stand beside the month at words[i:i+n].
func (f *found) month(words []string, used []bool, i, n, month int, jalali bool) {
	day, year := 0, 0
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if d := dayNumber(words[j]); d > 0 && !used[j] {
			day, used[j] = d, true
			break
		} else if !joins[words[j]] {
			break
		}
	}
	for j := i + n; j < len(words) && j <= i+n+2; j++ {
		if y, err := strconv.Atoi(words[j]); err == nil && len(words[j]) == 4 && y > 1300 && y < 2200 {
			year, used[j] = y, true
			break
		} else if d := dayNumber(words[j]); d > 0 && day == 0 {
			day, used[j] = d, true
		} else if !joins[words[j]] {
			break
		}
	}
	if day == 0 && year == 0 {
		return
	}
	for k := i; k < i+n; k++ {
		used[k] = true
	}
	f.some, f.day = true, true
	if day > 0 && year > 0 {
		if jalali {
			f.iso = jalaliDate(year, month, day)
		} else {
			f.iso = gregorianDate(year, month, day)
		}
	}
}

// monthAt returns the month that is named at words[i], whether it is one of the
// solar Hijri calendar, and how many words name it: a month may be named twice,
// as in "ديسمبر/كانون الأول".
func monthAt(words []string, i int) (month int, jalali bool, n int) {
	v := vocab()
	for {
		m, k := v.months[words[min(i+n, len(words)-1)]], 1
		if i+n+1 < len(words) {
			if two := v.months[words[i+n]+" "+words[i+n+1]]; two > 0 {
				m, k = two, 2
			}
		}
		if i+n >= len(words) || m == 0 || month > 0 && m != month {
			break
		}
		month, n = m, n+k
	}
	if n == 0 {
		if m := v.jalali[words[i]]; m > 0 {
			return m, true, 1
		}
	}
	return month, false, n
}

// dayNumber reads the number of a day, with or without an ordinal ending.
func dayNumber(w string) int {
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyzго")
	if len(w)-len(digits) > len("го") {
		return 0
	}
	d, err := strconv.Atoi(digits)
	if err != nil || d < 1 || d > 31 || len(digits) > 2 {
		return 0
	}
	return d
}

func isoDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if y < 1500 {
		return jalaliDate(y, m, d)
	}
	return gregorianDate(y, m, d)
}

func gregorianDate(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < 1900 || y > 2099 || t.Month() != time.Month(m) || t.Day() != d {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}

// jalaliDate converts a day of the solar Hijri calendar.
func jalaliDate(y, m, d int) string {
	if y < 1300 || y > 1499 {
		return ""
	}
	gy, gm, gd, err := jalaali.ToGregorian(y, jalaali.Month(m), d)
	if err != nil {
		return ""
	}
	return gregorianDate(gy, int(gm), gd)
}
