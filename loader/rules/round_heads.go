package rules

import "peacetalks/loader/text"

// An ordinalHead is an ordinal with which a line begins that tells, with a date in
// parentheses, of which round the lines below it are: «الثانية (15-16 شباط)».
type ordinalHead struct{ from, to, number int }

// ordinalHeads lists the heads that are an ordinal and a date, each of which goes on
// counting from another.
func (d *document) ordinalHeads() []ordinalHead {
	var heads []ordinalHead
	for s, line := range d.text.Sentences {
		if d.blocks[s] == "" || d.blocks[s] == "title" || !d.text.Tokens[line.From].Line {
			continue
		}
		from := line.From
		if d.bullet(from) {
			from++
		}
		if to, ok := d.classAt(from, d.lang.common.the); ok && d.lang.cased {
			from = to
		}
		if n, to := d.ordinal(from, line.To); n > 0 && n <= maxRound && d.parenthesised(to, line.To) {
			heads = append(heads, ordinalHead{from, to, n})
		}
	}
	counts := func(k, n int) bool { return k >= 0 && k < len(heads) && heads[k].number == n }
	var series []ordinalHead
	for k, h := range heads {
		if counts(k-1, h.number-1) || counts(k+1, h.number+1) || counts(k-1, h.number+1) || counts(k+1, h.number-1) {
			series = append(series, h)
		}
	}
	return series
}

// parenthesised tells whether a date stands in parentheses at token i.
func (d *document) parenthesised(i, end int) bool {
	if i >= end || d.text.Tokens[i].Norm != "(" {
		return false
	}
	dated := false
	for i++; i < end && d.text.Tokens[i].Norm != ")"; i++ {
		dated = dated || d.dateAt(i)
	}
	return dated && i < end
}

// headOrdinal is the round of a head that is its ordinal and its date, at token i.
func headOrdinal(heads []ordinalHead, i int) *mention {
	for _, h := range heads {
		if h.from == i {
			return &mention{kind: kindRound, from: h.from, to: h.to, round: &round{number: h.number}}
		}
	}
	return nil
}

// rangeOfRounds tells whether a title names a round only as the one from which it
// counts to another: «من أستانا الأولى إلى أستانا الخامسة», "From Geneva 1 to Geneva 4".
func (d *document) rangeOfRounds(m, next *mention) bool {
	if m.round.number == 0 || next.round.number <= m.round.number || d.text.Tokens[m.from].Sentence != d.text.Tokens[next.from].Sentence {
		return false
	}
	at := m.to
	for at < next.from && d.text.Tokens[at].Kind == text.Punct {
		at++
	}
	to, ok := d.classAt(at, d.lang.class["range-to"])
	return ok && to == next.from && d.follows(m.from, d.lang.class["range-from"])
}
