package dates

import (
	"cmp"
	"strings"

	"peacetalks/loader/text"
)

// A tense tells whether the words around a date speak of the past or of the
// future.
type tense int8

const (
	unasked tense = iota
	unknown
	past
	future
)

// tenseAt is the tense of the verb or adjective nearest to a mention in its
// sentence: "was held on", "is due to open on", "المقررة".
func (s *solver) tenseAt(i int) tense {
	if s.tenses[i] == unasked {
		s.tenses[i] = cmp.Or(s.tenseOfQuestion(s.mentions[i]), s.p.tenseAround(s.mentions[i], s.t.Sentences))
	}
	return s.tenses[i]
}

// tenseOfQuestion is the tense of the question which a sentence answers that begins with a
// mention and has no verb of its own: "When did they start? On Thursday, three days later
// than planned."
func (s *solver) tenseOfQuestion(m Mention) tense {
	at := s.p.toks[m.From].Sentence
	answer := s.t.Sentences[at]
	if at == 0 || m.From > answer.From+answerLead || s.p.l.uncased {
		return unasked
	}
	question := s.t.Sentences[at-1]
	if s.p.toks[question.To-1].Norm != "?" {
		return unasked
	}
	for i := answer.From; i < answer.To && s.p.toks[i].Norm != ","; i++ {
		if s.p.tense(i) != unknown {
			return unasked
		}
	}
	for i := question.From; i < question.To; i++ {
		if t := s.p.tense(i); t != unknown {
			return t
		}
	}
	return unasked
}

// answerLead is the number of tokens, such as a preposition, that may stand before the
// date with which an answer begins.
const answerLead = 2

func (p *parser) tenseAround(m Mention, sentences []text.Range) tense {
	sentence := sentences[p.toks[m.From].Sentence]
	const before, after = 30, 14
	best, found := before+1, unknown
	if m.From <= sentence.From+introduction && p.setOff(m) {
		// "Ahead of it, on Monday, they had met": what follows tells.
		for i := m.To; i < sentence.To && i < m.To+2*after; i++ {
			if t := p.tense(i); t != unknown {
				return t
			}
		}
	}
	for i := m.From - 1; i >= sentence.From && i >= m.From-before; i-- {
		if p.l.verbLast && !p.l.uncased && p.toks[i].Norm == "," && i < m.From-1 {
			break // where verbs come last, the one before a comma is another clause's
		}
		if t := p.tense(i); t != unknown {
			// "will be held": the participle alone would be past.
			if t == past && i > sentence.From && p.tense(i-1) == future {
				t = future
			}
			best, found = m.From-i, t
			break
		}
	}
	if found != unknown && !p.l.verbLast && !p.l.uncased && m.To < sentence.To && p.has(m.To, classAnd) {
		return found // "began in this town on Wednesday and closes on Sunday"
	}
	for i := m.To; i < sentence.To && i < m.To+after; i++ {
		if t := p.tense(i); t != unknown {
			// What follows belongs to the date as often only where verbs come
			// last.
			if d := i - m.To + 1; p.l.verbLast || d*2 < best && !(found == past && p.aside(m, m.From-best)) && !(found == future && t == past && p.endsClause(m)) {
				found = t
			}
			break
		}
	}
	return found
}

// introduction is the number of tokens within which a sentence may begin with words
// that lead to what it tells.
const introduction = 9

// setOff tells whether commas stand around a date and its preposition.
func (p *parser) setOff(m Mention) bool {
	i := m.From - 1
	for i > 0 && m.From-i <= 2 && p.toks[i].Kind == text.Word {
		i--
	}
	return i > 0 && p.is(i, ",") && p.is(m.To, ",")
}

// endsClause tells whether a comma stands right behind a date, so that a verb of the past
// behind that is another clause's: "will hold the round on Wednesday, he said". Scripts
// without capitals put commas otherwise.
func (p *parser) endsClause(m Mention) bool {
	return !p.l.uncased && m.To < len(p.toks) && p.toks[m.To].Norm == ","
}

// aside tells whether a mention ends what stands between commas, with the verb at a
// token: "the talks, which opened in Geneva on Thursday, are expected to last a week".
// Scripts without capitals put commas otherwise.
func (p *parser) aside(m Mention, verb int) bool {
	if p.l.uncased || m.To >= len(p.toks) || p.toks[m.To].Norm != "," {
		return false
	}
	for i := verb; i < m.From; i++ {
		if p.toks[i].Kind == text.Punct {
			return false
		}
	}
	first := max(verb-3, 0)
	for i := first; i < verb; i++ {
		if p.toks[i].Norm == "," && p.toks[i].Sentence == p.toks[m.From].Sentence {
			return true
		}
	}
	return false
}

// tense is that of the word or phrase at token i.
func (p *parser) tense(i int) tense {
	tok := &p.toks[i]
	if tok.Kind != text.Word {
		return unknown
	}
	if p.has(i, classPast) || p.has(i, classFuture) {
		for k := range p.at[i].senses {
			switch s := &p.at[i].senses[k]; {
			case s.class == classFuture && p.follows(i+1, s.rest):
				if i > 0 && p.has(i-1, classTurned) {
					return past
				}
				return future
			case s.class == classPast && p.follows(i+1, s.rest):
				return past
			}
		}
	}
	if len(tok.Norm) < 6 || tok.Upper {
		return unknown
	}
	for _, e := range p.l.future {
		if strings.HasSuffix(tok.Norm, e) {
			return future
		}
	}
	for _, e := range p.l.past {
		if strings.HasSuffix(tok.Norm, e) {
			return past
		}
	}
	return unknown
}
