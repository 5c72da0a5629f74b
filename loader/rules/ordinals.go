package rules

import "peacetalks/loader/text"

// apposedOrdinal reads an ordinal that counts rounds from another place than
// before their noun: "the session, the seventh of the dialogue", "met for the
// sixth time". Languages without a class "time-of" leave the second out.
func (d *document) apposedOrdinal(i int) *mention {
	if !d.lang.cased || i < 2 || d.blocks[d.text.Tokens[i].Sentence] == "" {
		return nil
	}
	sentence := d.text.Sentences[d.text.Tokens[i].Sentence]
	n, to := d.ordinal(i, sentence.To)
	if n < 2 || n > maxRound || d.dateAt(i) || i-2 < sentence.From {
		return nil
	}
	if end, ok := d.classAt(to, d.lang.class["time-of"]); ok && to < sentence.To {
		if groups := d.has(d.lang.class["other-body"], sentence.From, i); !groups && (d.has(d.lang.common.delegation, sentence.From, sentence.To) || d.processIn(sentence)) {
			return &mention{kind: kindRound, from: i, to: end, round: &round{number: n}}
		}
		return nil
	}
	if d.text.Tokens[i-2].Norm != "," || !d.isArticle(i-1) || !d.endsApposition(to, sentence.To) {
		return nil
	}
	from := max(sentence.From, i-12)
	for j := i - 3; j >= from; j-- {
		if d.dateAt(j) && j > i-6 {
			return nil // "Saturday, the 14th"
		}
		if end, ok := d.unitAt(j); ok && !d.notRound(end, sentence.To) {
			if _, before := d.classAt(end, d.lang.common.previous); before || d.follows(j, d.lang.common.previous) {
				return nil // told from the article's own
			}
			return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, certain: true}
		}
		if _, ok := d.classAt(j, d.lang.common.talks); ok {
			return &mention{kind: kindRound, from: i, to: to, round: &round{number: n}, certain: true}
		}
	}
	return nil
}

// endsApposition tells whether an ordinal that stands alone ends before token i.
func (d *document) endsApposition(i, end int) bool {
	if i >= end || d.text.Tokens[i].Kind == text.Punct {
		return true
	}
	_, ok := d.classAt(i, d.lang.class["apposed"])
	return ok
}

// processIn tells whether a sentence names a series of talks.
func (d *document) processIn(r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		if len(d.mentions[kindProcess][i]) > 0 {
			return true
		}
	}
	return false
}
