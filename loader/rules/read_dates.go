package rules

import (
	"fmt"
	"strconv"

	"peacetalks/graph/edtf"
	"peacetalks/loader/dates"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// datelines are the sentences of the lines that hold a place, a date or a byline alone.
func (d *document) datelines() []text.Range {
	var out []text.Range
	for s, r := range d.text.Sentences {
		if d.blocks[s] == "dateline" {
			out = append(out, r)
		}
	}
	return out
}

// dateEntries gives the dates of a dated entry, such as "▪ 24 August 2020", the
// year of its heading where they have none of their own.
func (d *document) dateEntries() {
	if !d.hasEntries() {
		return
	}
	heading := edtf.Date{}
	for s, sentence := range d.text.Sentences {
		if date, ok := d.dateLine(s); ok {
			heading = edtf.Date{}
			if p := d.dates[date.date].Points; p[0].Year != 0 {
				heading = d.solution.Resolved[date.date].Date
			}
			continue
		}
		if d.text.Tokens[sentence.From].Line && d.blocks[s] == "heading" {
			heading = edtf.Date{}
		}
		for i := sentence.From; i < sentence.To && !heading.IsZero(); i++ {
			for _, m := range d.mentions[kindDate][i] {
				points := d.dates[m.date].Points
				if len(points) != 1 || points[0].Year != 0 || points[0].Month == 0 {
					continue
				}
				year := heading.Year()
				if points[0].Month < heading.Month() {
					year++
				}
				if day := edtf.Of(year, points[0].Month, points[0].Day); !day.IsZero() {
					r := &d.solution.Resolved[m.date]
					r.Date, r.Days, r.Basis = day, []edtf.Date{day}, "the year of the entry's date, "+heading.String()
				}
			}
		}
	}
}

// hasEntries tells whether the article is a list of dated entries: one line
// that is only a date may be the article's own.
func (d *document) hasEntries() bool {
	lines := 0
	for s := range d.text.Sentences {
		if _, ok := d.dateLine(s); ok {
			lines++
		}
	}
	return lines > 1
}

// dateLine is the date that a sentence consists of, if it is one.
func (d *document) dateLine(s int) (*mention, bool) {
	line := d.text.Sentences[s]
	if line.To-line.From > 10 || d.blocks[s] == "" || d.blocks[s] == "title" {
		return nil, false
	}
	for i := line.From; i < min(line.From+3, line.To); i++ {
		if d.entryAt(i, lexicon.Place) != nil {
			return nil, false // a dateline
		}
		for _, m := range d.mentions[kindDate][i] {
			if points := d.dates[m.date].Points; len(points) == 0 || points[0].Month == 0 && points[0].Year == 0 {
				continue // "ALSO TODAY"
			}
			if line.To-m.to <= 1 || d.text.Tokens[m.to].Norm == "(" && d.text.Tokens[line.To-1].Norm == ")" {
				return m, true
			}
		}
	}
	return nil, false
}

// hints are the times that the article's day must lie in: the process's
// lifespan, and the time when a place bore the name by which it is called.
func (d *document) hints() []dates.Hint {
	var out []dates.Hint
	p := d.e.lexicon.Entry(lexicon.Process, d.main.process)
	if p != nil && p.Since != "" {
		if w := window(p.Since, p.Until); !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("%s met", label(p)), From: d.main.first, To: d.main.first + 1})
		}
	}
	if p != nil && p.Since != "" && d.main.number > 0 {
		// Talks that go on meet at least once a year, and at most some sixteen times.
		year, err := strconv.Atoi(p.Since[:4])
		since := p.Since
		if d.main.number >= 16 {
			since = strconv.Itoa(year + d.main.number/16)
		}
		if w := window(since, strconv.Itoa(year+d.main.number)+"-12-31"); err == nil && !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("round %d of talks that began in %s was due", d.main.number, p.Since), From: d.main.first, To: d.main.first + 1, Strength: -1})
		}
	}
	named := map[string]bool{}
	for i := range d.where(0, lexicon.Place) {
		f := d.entryAt(i, lexicon.Place)
		if f == nil || d.blocks[d.text.Tokens[i].Sentence] == "" || named[f.Label.Entry.ID] || len(f.Label.Entry.Intervals) != 1 {
			continue
		}
		e := f.Label.Entry
		named[e.ID] = true
		if w := window(e.Intervals[0].Since, e.Intervals[0].Until); !w.IsZero() {
			out = append(out, dates.Hint{Window: w, Basis: fmt.Sprintf("the city was called %s", label(e)), From: f.From, To: f.To})
		}
	}
	return out
}

func window(since, until string) edtf.Date {
	if since == "" && until == "" {
		return edtf.Date{}
	}
	if since == "" {
		since = ".."
	}
	if until == "" {
		until = ".."
	}
	w, err := edtf.Parse(since + "/" + until)
	if err != nil {
		return edtf.Date{}
	}
	return w
}
