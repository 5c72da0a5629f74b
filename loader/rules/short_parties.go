package rules

import (
	"maps"

	"peacetalks/loader/lexicon"
)

// shortParties tells where a party of a longer name is named by its first two
// words, and which: «الحركة الشعبية», where the article has «الحركة الشعبية لتحرير
// السودان» too. Languages without a class "short-party-noun" leave it out.
func (d *document) shortParties() map[int]*lexicon.Entry {
	class := d.lang.class["short-party-noun"]
	if class == 0 {
		return d.lastWords()
	}
	full := map[[2]string]*lexicon.Entry{}
	for i := range d.where(0, lexicon.Party) {
		f := d.entryAt(i, lexicon.Party)
		if f == nil || f.Label.Form != lexicon.Proper || f.To < i+3 || f.Label.Entry.Type == "state" {
			continue
		}
		if to, ok := d.classAt(i, class); ok && to == i+1 {
			full[d.twoWords(i)] = f.Label.Entry
		}
	}
	if len(full) == 0 {
		return nil
	}
	out := map[int]*lexicon.Entry{}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || to != i+1 || to >= d.sentenceEnd(i) || d.entryAt(i, lexicon.Party) != nil {
			continue
		}
		if e := full[d.twoWords(i)]; e != nil && !(to+1 < d.sentenceEnd(i) && ofWhom(d.text.Tokens[to+1].Norm) && hasArticle(d.text.Tokens[to+1].Norm)) {
			out[i] = e // and not another's name: «الهيئة العليا للانتخابات»
		}
	}
	return out
}

// lastWords tells where a party of a longer name is named by its last two words, behind an
// article: "the Interim Government", where the article has "the Bougainville Interim
// Government" too, and no other that ends so. Languages without a class "last-party-noun" leave it
// out.
func (d *document) lastWords() map[int]*lexicon.Entry {
	class := d.lang.class["last-party-noun"]
	if class == 0 || !d.lang.cased {
		return nil
	}
	full := map[[2]string]*lexicon.Entry{}
	for i := range d.where(0, lexicon.Party) {
		f := d.entryAt(i, lexicon.Party)
		if f == nil || f.Label.Form != lexicon.Proper || f.To < i+3 || f.Label.Entry.Type == "state" {
			continue
		}
		if _, ok := d.classAt(f.To-1, class); ok {
			two := d.twoWords(f.To - 2)
			if e, known := full[two]; known && e != f.Label.Entry {
				full[two] = nil
			} else {
				full[two] = f.Label.Entry
			}
		}
	}
	if len(full) == 0 {
		return nil
	}
	out := map[int]*lexicon.Entry{}
	for i := range d.text.Tokens {
		if i == 0 || i+1 >= d.sentenceEnd(i) {
			continue
		}
		if e := full[d.twoWords(i)]; e != nil && d.nameWord(i) && d.nameWord(i+1) && d.isArticle(i-1) && d.entryAt(i, lexicon.Party) == nil {
			out[i] = e
		}
	}
	return out
}

// findPartyNouns marks a party by the noun alone with which its longer name, used before,
// begins: «وفد الهيئة» where the article has «الهيئة العليا للمفاوضات», «المملكة»; a word for
// a party whose country only the talks tell, «الجماعة», where only organisations are called so.
// Languages without a class "noun-alone" leave it out.
func (d *document) findPartyNouns() {
	class := d.lang.class["noun-alone"]
	if class == 0 {
		return
	}
	last, organisations := map[string]*lexicon.Entry{}, d.nounsOfOrganisations()
	for i := range d.where(classBit(class), lexicon.Generic, lexicon.Party) {
		to, ok := d.classAt(i, class)
		generic := d.entryAt(i, lexicon.Generic)
		if f := d.entryAt(i, lexicon.Party); !ok && f != nil && f.To > i+1 && f.Label.Form == lexicon.Proper {
			to, ok = i+1, true
		}
		if generic != nil && generic.To == i+1 {
			first, organisation := organisations[bare(d.text.Tokens[i].Norm)]
			to, ok = i+1, organisation && first < i
		}
		if !ok || to != i+1 || generic != nil && generic.To > to {
			continue
		}
		noun := bare(d.text.Tokens[i].Norm)
		if f := d.entryAt(i, lexicon.Party); f != nil {
			if f.To > to && f.Label.Form == lexicon.Proper {
				last[noun] = f.Label.Entry
			}
			continue
		}
		attribute := to < d.sentenceEnd(i) && hasArticle(d.text.Tokens[to].Norm) && !d.joined(to) && !d.isVerbOfMeeting(to) && d.entryAt(to, lexicon.TitleHead) == nil
		if e := last[noun]; e != nil && d.carriesArticle(i) && !attribute && (generic != nil || d.spots[i].mentions>>kindParty&1 == 0) {
			for _, m := range d.mentions[kindParty][i] {
				if generic != nil && m.parties[0].generic == generic.Label.Entry {
					m.parties = d.party(party{id: e.ID, from: i, to: to, form: lexicon.Proper})
				}
			}
			if generic == nil {
				d.addParty(e.ID, i, to)
			}
		}
	}
}

// nounsOfOrganisations are the nouns with which names of organisations begin in the text and none of a
// side of the conflict, each with the token of the first: «جماعة» where the article has «جماعة سانت
// إيجيديو», and no «جماعة الحوثي».
func (d *document) nounsOfOrganisations() map[string]int {
	first, others := map[string]int{}, map[string]bool{}
	for i := range d.where(0, lexicon.Party) {
		f := d.entryAt(i, lexicon.Party)
		if f == nil || f.To < i+2 || f.Label.Form != lexicon.Proper {
			continue
		}
		noun := bare(d.text.Tokens[i].Norm)
		if _, ok := first[noun]; !ok {
			first[noun] = i
		}
		others[noun] = others[noun] || f.Label.Entry.Type != "organisation"
	}
	maps.DeleteFunc(first, func(noun string, _ int) bool { return others[noun] })
	return first
}

// twoWords are the words at token i and behind it, the first without what is
// written as part of it.
func (d *document) twoWords(i int) [2]string {
	return [2]string{bare(d.text.Tokens[i].Norm), d.text.Tokens[i+1].Norm}
}

// cutsShort tells whether a match ends within one of the short names, or begins at its second
// word.
func cutsShort(short map[int]*lexicon.Entry, f *lexicon.Match) bool {
	for i := f.From; i < f.To; i++ {
		if short[i] != nil && i+2 > f.To {
			return true
		}
	}
	return short[f.From-1] != nil
}
