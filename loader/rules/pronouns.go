package rules

import "peacetalks/loader/text"

// findPronouns marks a pronoun that begins a sentence as the person whom the
// sentence before, of the same paragraph, names first.
func (d *document) findPronouns() {
	for s := 1; s < len(d.text.Sentences); s++ {
		i := d.text.Sentences[s].From
		to, ok := d.classAt(i, d.lang.common.pronoun)
		if !ok || d.text.Tokens[i].Line || d.blocks[s] != "body" {
			continue
		}
		if p := d.firstPerson(d.text.Sentences[s-1]); p != nil {
			d.standForPerson(i, to, p)
		}
	}
}

// findQuoted marks the pronoun of a quotation's "he said" as the person whom
// the sentence before, of the same paragraph, names first, where its own
// sentence names nobody before it.
func (d *document) findQuoted() {
	for s := 1; s < len(d.text.Sentences); s++ {
		r := d.text.Sentences[s]
		if d.blocks[s] != "body" || d.text.Tokens[r.From].Line || d.text.Tokens[r.From].Norm != "\"" && !d.lang.cased {
			continue
		}
		for i := r.From + 1; i < r.To; i++ {
			if len(d.mentions[kindPerson][i]) > 0 {
				break
			}
			to, ok := d.classAt(i, d.lang.common.pronoun)
			if !ok {
				to, ok = d.classAt(i, d.lang.class["the-speaker"])
			}
			if !ok {
				continue
			}
			if _, ok := d.classAt(to, d.lang.common.say); !ok || d.text.Tokens[i-1].Norm != "\"" && d.text.Tokens[i-1].Norm != "," {
				continue
			}
			if p := d.firstPerson(d.text.Sentences[s-1]); p != nil {
				d.standForPerson(i, to, p)
			}
			break
		}
	}
}

func (d *document) firstPerson(r text.Range) *person {
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.to < r.To && d.text.Tokens[m.to].Norm == "'s" {
				continue // "Assad's chief delegate"
			}
			return m.person
		}
	}
	return nil
}
