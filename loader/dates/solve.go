package dates

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph/edtf"
	"peacetalks/loader/text"
)

// A Hint is a time that the article's events must lie in, known from
// something else in the article: the name of a city, the life of a process.
type Hint struct {
	Window   edtf.Date // an interval, which may be open
	Basis    string    // a clause: "the capital was called Nur-Sultan from 2019-03 to 2022-09"
	From, To int       // tokens that say so; 0, 0 if none
	Pin      bool      // it is the mention at From that must lie in Window, not the article's day
	Strength int       // weaker hints are given up first where nothing fits all
}

// A Context is what is known of an article beside its text.
type Context struct {
	Published edtf.Date    // the day of publication; zero if not known
	Certain   bool         // what the text says of its own day changes nothing of Published
	Dateline  []text.Range // tokens known to be datelines; the first lines are looked at anyway
	Hints     []Hint
}

// A Solution is the article's own day and what its mentions mean.
type Solution struct {
	Anchor               edtf.Date    // the article's day; zero if it cannot be known
	AnchorBasis          string       // in words; where there is no anchor, why
	AnchorFrom, AnchorTo int          // tokens that state it; 0, 0 if none
	AnchorSupport        []text.Range // other tokens that it was inferred from
	Resolved             []Resolved   // one for each mention
}

// A Resolved is what a mention means.
type Resolved struct {
	Date        edtf.Date    // a day, a month, a year or an interval; zero if it cannot be known
	Days        []edtf.Date  // each day of a list, or of a range of up to 31 days; nil where the days are not known
	Approximate bool         // about then: "late October" has the month as its Date
	Window      edtf.Date    // the days among which an approximate date lies, where narrower than Date
	Basis       string       // what the date rests on, in words
	Support     []text.Range // other tokens that it was inferred from
}

// Solve finds the article's own day and resolves every mention.
func Solve(t *text.Text, mentions []Mention, c Context) Solution {
	s := &solver{t: t, mentions: mentions, c: c}
	s.p = parserOf(t, mentions)
	s.c.Hints = slices.Clone(c.Hints)
	slices.SortStableFunc(s.c.Hints, func(a, b Hint) int { return cmp.Compare(b.Strength, a.Strength) })
	s.lines()
	s.findAnchor()
	s.Resolved, s.tenses = make([]Resolved, len(mentions)), make([]tense, len(mentions))
	s.order()
	return s.Solution
}

// A solver holds an article while its dates are solved.
type solver struct {
	Solution
	t        *text.Text
	p        *parser
	mentions []Mention
	c        Context
	line     []int  // of each mention
	body     int    // the first line that is long enough to be the story's
	anchor   serial // valid if Anchor is not zero
	known    bool   // the anchor is known
	ofDay    string // "; the article is of …", for the basis of what leans on it
	ref      edtf.Date
	tenses   []tense // of the mentions, once asked for
	hinted   map[Point]meaning
	leaned   bool // the mention being resolved leans on the anchor
}

// reach is how many mentions before and after it are searched for what one of
// them leaves out: more than an article has, and a bound for what is none.
const reach = 250

// around is the part of the mentions within reach of mention i.
func (s *solver) around(i int) (from, to int) {
	return max(0, i-reach), min(len(s.mentions), i+reach)
}

// lines counts the lines that each mention stands in.
func (s *solver) lines() {
	s.line = make([]int, len(s.mentions))
	n, k, from := 0, 0, 0
	for i := range s.t.Tokens {
		if s.t.Tokens[i].Line {
			n++
			from = i
		}
		if s.body == 0 && i-from > 35 {
			s.body = n
		}
		for k < len(s.mentions) && s.mentions[k].From == i {
			s.line[k] = n
			k++
		}
	}
}

// A claim is what one mention says of the article's own day.
type claim struct {
	index    int
	point    Point
	offset   int // days from the article's day to the point
	dateline bool
}

// findAnchor settles the article's own day: by the day of publication or a
// dateline, as long as what the text says of "today" agrees; else by what the
// text says alone.
func (s *solver) findAnchor() {
	claims := s.claims()
	weekday, weekdayAt := s.anchorWeekday()
	switch page, at, basis := s.page(claims); {
	case s.c.Certain:
		s.Anchor, s.AnchorBasis = s.c.Published, "the day of its part of the text"
	case !page.IsZero():
		s.settle(page, at, basis, claims, weekday, weekdayAt)
	default:
		s.solveYear(claims, weekday, weekdayAt)
		if s.Anchor.IsZero() && len(claims) == 0 {
			s.dayOfNews(weekday)
		}
	}
	if !s.Anchor.IsZero() {
		s.known, s.anchor, s.ref = true, serialOf(s.Anchor), s.Anchor
		s.ofDay = "; the article is of " + s.Anchor.String()
		return
	}
	// Without an anchor, the first whole date still places the months of others.
	for _, m := range s.mentions {
		for _, p := range m.Points {
			if d, approximate := p.whole(); p.full() && !approximate && s.ref.IsZero() && !d.IsZero() && !m.Since {
				s.ref = d
			}
		}
	}
}

// newsReach is the number of tokens from the beginning within which an article
// names the day of its news.
const newsReach = 70

// dayOfNews takes the day that the first sentence gives in full, with its weekday, for
// the article's own, where that tells nothing of what is to come: «وصل الأمين العام
// صباح الجمعة 30 حزيران 2017 إلى …», "The round ended on Wednesday, December 12, 2018."
func (s *solver) dayOfNews(weekday Weekday) {
	for i, m := range s.mentions {
		if s.t.Tokens[m.From].Sentence > s.t.Tokens[s.mentions[0].From].Sentence || m.From > newsReach {
			return
		}
		p := m.Points[0]
		if len(m.Points) != 1 || m.Since || !p.full() || p.Weekday == NoWeekday || p.Base != NoBase || p.Calendar != Gregorian || weekday != NoWeekday && weekday != p.Weekday {
			continue
		}
		if d, approximate := p.whole(); !approximate && !d.IsZero() && s.p.tenseAround(m, s.t.Sentences) != future {
			s.Anchor, s.AnchorBasis = d, "the first sentence tells its news of "+d.String()
			s.AnchorFrom, s.AnchorTo = s.mentions[i].From, s.mentions[i].To
			return
		}
	}
}

// claims gathers the mentions that tie the article's day to a day and month:
// "today, 10 December", "tomorrow (1 August)", a dateline.
func (s *solver) claims() []claim {
	var out []claim
	for i, m := range s.mentions {
		if len(out) == 8 {
			break
		}
		for _, p := range m.Points {
			if p.Base == FromAnchor && p.Unit == Day && p.dayMonth() && p.Calendar == Gregorian {
				out = append(out, claim{index: i, point: p, offset: p.Offset})
			}
		}
	}
	for i, m := range s.mentions {
		// «اليوم (10 شباط 2021)», «أمس (الثلاثاء 9 شباط 2021)»
		if i == 0 || len(out) == 8 || len(m.Points) != 1 || !m.Points[0].dayMonth() || m.Points[0].Base != NoBase || m.Points[0].Calendar != Gregorian || !s.bracketed(m) {
			continue
		}
		if b := s.mentions[i-1]; b.To == m.From-1 && len(b.Points) == 1 && b.Points[0].Base == FromAnchor && b.Points[0].Unit == Day {
			out = append(out, claim{index: i, point: m.Points[0], offset: b.Points[0].Offset})
		}
	}
	for i, m := range s.mentions {
		if len(m.Points) == 1 && m.Points[0].dayMonth() && m.Points[0].Base == NoBase && (m.Points[0].Calendar == Gregorian || m.Points[0].Calendar == Jalali && m.Points[0].full()) && s.isDateline(i) {
			out = append(out, claim{index: i, point: m.Points[0], dateline: true})
			break
		}
	}
	return out
}

// isDateline tells whether a mention is the date of the page: on a line of its
// own or behind a short "CITY, …" near the beginning.
func (s *solver) isDateline(i int) bool {
	m := s.mentions[i]
	for _, r := range s.c.Dateline {
		if m.From >= r.From && m.To <= r.To {
			return true
		}
	}
	if s.line[i] > max(12, s.body) {
		return false
	}
	if m.fixed() && (s.published(m) || s.apart(m) || s.signs(m, i)) {
		return true
	}
	from, to := m.From, m.To
	for from > 0 && !s.t.Tokens[from].Line {
		if from--; m.From-from > 14 {
			return false
		}
	}
	from = s.pastAgency(from, m.From)
	for to < len(s.t.Tokens) && to-from <= 24 && !s.t.Tokens[to].Line {
		to++
	}
	p := s.p
	for j := from; j < m.From; j++ {
		if p.has(j, classPublished) {
			return true
		}
	}
	if r := s.t.Sentences[s.t.Tokens[m.From].Sentence]; s.line[i] <= 6 && r.From == m.From && r.To <= m.To+1 && m.fixed() {
		return true // "Monday, 23 January 2017." among other remarks
	}
	if s.p.l.uncased && s.heads(m, from, to) {
		return true
	}
	place := m.From
	if m.To == to && m.From-from > 1 && p.has(m.From-1, classIn) {
		place-- // «بيروت في 10 كانون الأول 2019» on a line of its own
	}
	if s.tells(from, place) {
		return false
	}
	if to-from <= 24 && to-m.To <= 12 {
		last := s.t.Tokens[to-1].Norm
		return last != "." && last != "?" && last != "!" || to-m.To == 1 && m.From-from <= 4
	}
	if m.To < to && m.From > from && m.From-from <= 6 && s.t.Tokens[m.To].Norm == "." && s.capitals(from) {
		return true // "МОСКВА, 20 октября. /ТАСС/"
	}
	if m.fixed() && s.opens(from, m, to) {
		return true
	}
	after := s.pastClock(m.To, to)
	return m.From-from <= 8 && after < to && slices.Contains([]string{"-", ":", ")", "("}, s.t.Tokens[after].Norm)
}

// pastAgency is the token behind an agency's name in brackets that opens a line:
// "(Lakes Press) Geneva, 24 March 2017 - …".
func (s *solver) pastAgency(from, to int) int {
	shut, ok := map[string]string{"(": ")", "[": "]", "/": "/"}[s.t.Tokens[from].Norm]
	for j := from + 2; ok && j < min(from+8, to); j++ {
		if s.t.Tokens[j].Norm == shut {
			return j + 1
		}
	}
	return from
}

// pastClock is the token behind a time of day that stands behind a dateline's day:
// "Geneva, 24 March 2017, 19.40 - …".
func (s *solver) pastClock(i, to int) int {
	if i+2 >= to || s.t.Tokens[i].Norm != "," || s.t.Tokens[i+1].Kind != text.Number {
		return i
	}
	j := i + 2
	for j < min(i+6, to) && (s.t.Tokens[j].Kind == text.Number || s.t.Tokens[j].Norm == "." && s.t.Tokens[j].Glued || s.t.Tokens[j].Norm == ":" && s.t.Tokens[j].Glued) {
		j++
	}
	return j
}

// heads tells whether a whole date heads or closes a paragraph in a script
// without capitals: «نور سلطان، 11 ديسمبر 2019. في غياب …», «الكويت، في 30 نيسان
// 2016 - …», «4 أيار 2017، أستانا. تشارك …», «… (الجمعة 2 أكتوبر 2020)». The
// paragraph is that of the tokens from and to.
func (s *solver) heads(m Mention, from, to int) bool {
	if !m.fixed() || m.To >= len(s.t.Tokens) {
		return false
	}
	next := s.t.Tokens[m.To].Norm
	if m.From == from {
		for j := m.To; j < min(m.To+5, to); j++ {
			if t := s.t.Tokens[j].Norm; t == "." || t == "-" || t == ":" {
				return true
			}
		}
		return false
	}
	if m.From-from <= 5 && (next == "." || next == "-" || next == ":" || s.names(m.To, to)) && m.To < to {
		in := m.From-1 > from && s.p.has(m.From-1, classIn)
		return !s.tells(from, m.From) || in && !s.tells(from, m.From-1)
	}
	if !s.bracketed(m) {
		return false
	}
	// Within brackets: the last thing in its paragraph.
	end := m.To + 1
	for end < len(s.t.Tokens) && s.t.Tokens[end].Norm == "." && !s.t.Tokens[end].Line {
		end++
	}
	return end >= len(s.t.Tokens) || s.t.Tokens[end].Line
}

// published tells whether a word such as published stands right before a date, and
// nothing else of its sentence or within its brackets: «(نُشر الخميس 10/05/2018)».
func (s *solver) published(m Mention) bool {
	first := s.t.Sentences[s.t.Tokens[m.From].Sentence].From
	for j := max(first, m.From-3); j < m.From; j++ {
		if s.p.has(j, classPublished) {
			return j == first || s.t.Tokens[j-1].Norm == "(" || s.t.Tokens[j-1].Norm == "["
		}
	}
	return false
}

// apart tells whether a date in brackets is a sentence of its own: «… عنهم. (1
// تشرين الثاني 2017)».
func (s *solver) apart(m Mention) bool {
	r := s.t.Sentences[s.t.Tokens[m.From].Sentence]
	return s.p.l.uncased && s.bracketed(m) && r.From == m.From-1 && r.To <= m.To+2
}

// signs tells whether a weekday with its date in brackets is the day on which a
// sentence was written: "tomorrow, Friday" stands in it before, and fits, or stands
// there without a weekday, and the brackets end the sentence. «تنعقد غداً الجمعة في
// طهران (الخميس 6 سبتمبر 2018)».
func (s *solver) signs(m Mention, i int) bool {
	if !s.p.l.uncased || !s.bracketed(m) || m.Points[0].Weekday == NoWeekday {
		return false
	}
	day, _ := m.Points[0].whole()
	sentence := s.t.Sentences[s.t.Tokens[m.From].Sentence]
	ends := m.To+2 >= sentence.To
	for k := i - 1; k >= 0 && s.mentions[k].From >= sentence.From; k-- {
		p := s.mentions[k].Points[0]
		if p.Base != FromAnchor || p.Unit != Day || s.mentions[k].To == m.From-1 {
			continue
		}
		if p.Weekday == NoWeekday && ends || p.Weekday != NoWeekday && (serialOf(day)+serial(p.Offset)).weekday() == p.Weekday {
			return true
		}
	}
	return false
}

// names tells whether a short name between slashes or in brackets stands at
// token i, as an agency's does behind a dateline's day: «في 10 نوفمبر 2024 /قنا/».
func (s *solver) names(i, to int) bool {
	shut := map[string]string{"/": "/", "(": ")"}[s.t.Tokens[i].Norm]
	for j := i + 2; shut != "" && j < min(i+8, to); j++ {
		if s.t.Tokens[j].Norm == shut {
			return true
		}
	}
	return false
}

// bracketed tells whether a mention is all that stands in its brackets.
func (s *solver) bracketed(m Mention) bool {
	if m.From == 0 || m.To >= len(s.t.Tokens) {
		return false
	}
	open, shut := s.t.Tokens[m.From-1].Norm, s.t.Tokens[m.To].Norm
	return open == "(" && shut == ")" || open == "[" && shut == "]"
}

// opens tells whether a line begins with a date that stands beside nothing but
// a place, then a mark: "Astana, 15 January 2024. …", "15 June 2022, Nur-Sultan: …".
func (s *solver) opens(from int, m Mention, to int) bool {
	named := func(i int) bool {
		t := &s.t.Tokens[i]
		return t.Kind == text.Word && t.Upper || t.Norm == "," || t.Norm == "-" || t.Norm == "/"
	}
	place := s.beforeHijri(from, m.From)
	if m.From-from > 14 || place-from > 7 {
		return false
	}
	for i := from; i < place; i++ {
		if !named(i) {
			return false
		}
	}
	i := s.pastClock(m.To, to)
	if s.t.Tokens[i-1].Norm == "." && m.From > from && s.capitals(from) {
		return true // "ЖЕНЕВА, 31 марта 2017 г. Корр. …"
	}
	if i < to && s.t.Tokens[i].Norm == "," {
		for i++; i < min(to, m.To+6) && (s.t.Tokens[i].Kind == text.Word && s.t.Tokens[i].Upper || s.t.Tokens[i].Glued && s.t.Tokens[i].Norm == "-"); i++ {
		}
	}
	if i >= to {
		return false
	}
	switch s.t.Tokens[i].Norm {
	case ".", ":", "-", "(", "/":
		return true
	}
	return false
}

// beforeHijri is where the Hijri date begins that stands right before a date, with its
// place before it, "Jeddah, Rabi' II 24, 1445, November 08, 2023"; the date's own token
// where there is none.
func (s *solver) beforeHijri(from, date int) int {
	const first, last = 1300, 1500 // the years
	if date-2 <= from || s.t.Tokens[date-1].Norm != "," && s.t.Tokens[date-1].Norm != "/" {
		return date
	}
	if year, err := strconv.Atoi(s.t.Tokens[date-2].Norm); err != nil || year < first || year > last {
		return date
	}
	for i := from; i < date; i++ {
		if s.t.Tokens[i].Norm == "," {
			return i
		}
	}
	return date
}

// capitals tells whether a word is written in capitals alone, as the city of a
// dateline is.
func (s *solver) capitals(i int) bool {
	w := s.t.Quote(i, i+1)
	return s.t.Tokens[i].Kind == text.Word && len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}

// tells tells whether the words before a date tell of it ("will meet on 4
// July"), so that it is no dateline.
func (s *solver) tells(from, start int) bool {
	p := s.p
	if start > from && (p.has(start-1, classIn) || p.has(start-1, classOf) || p.has(start-1, classBetween)) {
		return true
	}
	for i := from; i < start; i++ {
		if p.tense(i) != unknown {
			return true
		}
	}
	return false
}
