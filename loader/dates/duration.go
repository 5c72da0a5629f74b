package dates

import "peacetalks/loader/text"

// A Duration is a length in days, or the number of a day.
type Duration struct {
	From, To int  // token range
	Days     int  // -1 for "the last day"
	Nth      bool // the Days-th day of something: "the second day"; else its length
}

// Durations returns the lengths in days that a text names ("two-day", "على
// مدى يومين") and the days that it counts ("the second day"). None overlaps a
// Mention.
func Durations(t *text.Text, code string) []Duration {
	var out []Duration
	newParser(t, languageOf(code)).both(func(Mention) {}, func(d Duration) { out = append(out, d) })
	return out
}

// both goes once through the tokens and reports the dates and the durations.
func (p *parser) both(date func(Mention), duration func(Duration)) {
	taken := 0
	length := func(from, to int) {
		for i := from; i < to; {
			d, ok := p.length(i)
			if !ok || d.To > to {
				i++
				continue
			}
			duration(d)
			i = d.To
		}
	}
	p.scan(func(m Mention) {
		length(taken, m.From)
		date(m)
		taken = m.To
	}, func(d Duration) {
		length(taken, d.From)
		duration(d)
		taken = d.To
	})
	length(taken, len(p.toks))
}

// length reads "two days", "يومين", "two-day", "двухдневная".
func (p *parser) length(i int) (Duration, bool) {
	tok := &p.toks[i]
	if tok.Kind == text.Punct || tok.Kind == text.Word && p.at[i] == nil {
		return Duration{}, false
	}
	if to, s := p.match(i, classSpan); s != nil {
		return Duration{From: i, To: to, Days: int(s.value)}, true
	}
	if to, s := p.match(i, classTwoUnits); s != nil && Precision(s.value) <= Week {
		return Duration{From: i, To: to, Days: 2 * daysOf(Precision(s.value))}, true
	}
	n, j := 0, i
	if to, s := p.match(i, classNumber); s != nil {
		n, j = int(s.value), to
	} else if tok.Kind == text.Number && tok.Value > 0 && tok.Value < 100 {
		n, j = tok.Value, i+1
		if j < len(p.toks) && p.toks[j].Glued && p.has(j, classSuffix) {
			j++
		}
	}
	if n == 0 {
		return Duration{}, false
	}
	to, s := p.match(p.hyphen(j), classUnit)
	if s == nil || Precision(s.value) > Week || n == 1 && Precision(s.value) == Day {
		return Duration{}, false
	}
	return Duration{From: i, To: to, Days: n * daysOf(Precision(s.value))}, true
}

func daysOf(unit Precision) int {
	if unit == Week {
		return 7
	}
	return 1
}
