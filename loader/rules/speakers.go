package rules

import (
	"strings"

	"peacetalks/graph"
	"peacetalks/loader/text"
)

// speakOn records that the only person whom a sentence names speaks where the next
// one, of the same paragraph, begins with a verb of saying that names nobody: «وترأس
// أيمن سوسان وفد الحكومة. وقال في الجلسة العامة إن …». Languages that name who acts
// before the verb have pronouns instead.
func (d *document) speakOn() {
	if d.lang.cased {
		return
	}
	for s := 1; s < len(d.text.Sentences); s++ {
		r, before := d.text.Sentences[s], d.text.Sentences[s-1]
		if d.blocks[s] != "body" || d.blocks[s-1] != "body" || d.text.Tokens[r.From].Line || !d.saysAlone(r) {
			continue
		}
		if o := d.actingOffice(before); o != "" {
			d.give(&fact{kind: "say", round: d.speakingOf(r.From), party: o, value: "office", rule: d.lang.name + ".speaks-on", modality: graph.Happened,
				wording: [2]int{r.From, r.To}, spans: [][2]int{{r.From, r.To}}, weight: 1, derived: "the sentence goes on with the words of him whose office the one before names"})
			continue
		}
		if !d.namesOne(before) {
			continue
		}
		p := d.firstPerson(before)
		if d.partyOf(p, nil) == "" || d.prefixed(d.firstNamed(before)) || d.outsider(before.From, before.To) {
			continue
		}
		d.give(&fact{kind: "say", round: d.speakingOf(r.From), person: p, rule: d.lang.name + ".speaks-on", modality: graph.Happened,
			wording: [2]int{r.From, r.To}, spans: [][2]int{{r.From, r.To}}, weight: 1, derived: "the sentence goes on with the words of the only person whom the one before names"})
	}
}

// actingOffice is whose office is the subject of a sentence that names no person: it stands
// behind the verb with which that begins. «وجه مبعوث الأمم المتحدة دعوات إلى الأطراف.»
func (d *document) actingOffice(r text.Range) string {
	for i := r.From; i < r.To; i++ {
		if len(d.mentions[kindPerson][i]) > 0 {
			return ""
		}
	}
	if _, of := d.classAt(r.From, d.lang.common.of); of || r.From+1 >= r.To || d.dateAt(r.From) {
		return ""
	}
	for _, m := range d.mentions[kindOffice][r.From+1] {
		return d.resolve(m.parties[0])
	}
	if _, envoy := d.classAt(r.From+1, d.lang.class["un-envoy"]); envoy {
		return "un"
	}
	return ""
}

// profileSpeaks records that he of whom an Arabic profile tells speaks where a sentence begins
// with a verb of saying, or has one behind a quotation, and neither it nor the one before names
// somebody else: «أحمد طعمة.. طبيب أسنان على كرسي التفاوض»; «ويقول إن الطائرة لا تنتظر».
func (d *document) profileSpeaks() {
	p := d.profiled()
	if p == nil || d.partyOf(p, nil) == "" {
		return
	}
	for s := 1; s < len(d.text.Sentences); s++ {
		r, before := d.text.Sentences[s], d.text.Sentences[s-1]
		if d.blocks[s] != "body" || !d.namesOnly(p, r) || !d.namesOnly(p, before) || !d.saysSomewhere(r) {
			continue
		}
		d.give(&fact{kind: "say", round: d.main, person: p, rule: d.lang.name + ".profile-speaks", modality: graph.Happened,
			wording: [2]int{r.From, r.To}, spans: [][2]int{{r.From, r.To}}, weight: 1, derived: "the article is a profile of the person, and nobody else is named who could speak"})
		return
	}
}

// profiled is the person with whose name the title of an Arabic article begins, where its
// body names him more often than anybody else and its title names nobody else; nil where there is none.
func (d *document) profiled() *person {
	if d.lang.cased {
		return nil
	}
	var p *person
	for s, r := range d.text.Sentences {
		if d.blocks[s] == "title" && len(d.mentions[kindPerson][r.From]) > 0 && d.namesOne(r) {
			p = d.mentions[kindPerson][r.From][0].person
			break
		}
	}
	if p == nil {
		return nil
	}
	count := map[*person]int{}
	for s, r := range d.text.Sentences {
		for i := r.From; i < r.To && d.blocks[s] == "body"; i++ {
			for _, m := range d.mentions[kindPerson][i] {
				count[m.person]++
			}
		}
	}
	for o, n := range count {
		if o != p && n >= count[p] {
			return nil
		}
	}
	return p
}

// namesOnly tells whether a sentence names no person but p.
func (d *document) namesOnly(p *person, r text.Range) bool {
	for i := r.From; i < r.To; i++ {
		for _, m := range d.mentions[kindPerson][i] {
			if m.person != p {
				return false
			}
		}
	}
	return true
}

// saysSomewhere tells whether a verb of saying that names nobody begins a sentence, or stands
// in it behind a comma and a quotation.
func (d *document) saysSomewhere(r text.Range) bool {
	if d.saysAlone(r) {
		return true
	}
	for i := r.From + 2; i < r.To-1; i++ {
		if d.text.Tokens[i-1].Norm != "," || d.text.Tokens[i-2].Norm != "\"" {
			continue
		}
		if to, says := d.classAt(i, d.lang.class["said-he"]); says && (d.sayLeads(to) || d.has(d.lang.class["to-us"], to, to+1)) {
			return true
		}
	}
	return false
}

// firstNamed is the token at which a sentence names a person first.
func (d *document) firstNamed(r text.Range) int {
	for i := r.From; i < r.To; i++ {
		if len(d.mentions[kindPerson][i]) > 0 {
			return i
		}
	}
	return r.From
}

// saysAlone tells whether a sentence begins with a verb of saying behind which, up to
// a word for "that", nobody is named.
func (d *document) saysAlone(r text.Range) bool {
	if _, ok := d.classAt(r.From, d.lang.class["said-he"]); !ok {
		return false
	}
	if !d.sayLeads(r.From + 1) {
		return false
	}
	for i := r.From + 1; i < min(r.From+9, r.To); i++ {
		if _, that := d.classAt(i, d.lang.common.that); that || d.text.Tokens[i].Norm == ":" {
			return true
		}
		const who = 1<<kindPerson | 1<<kindParty | 1<<kindDelegation | 1<<kindInstitution | 1<<kindDelegations
		if _, before := d.classAt(i, d.lang.class["speaks-before"]); before {
			return d.has(d.lang.common.that, i, min(i+6, r.To)) // «في إحاطة أمام مجلس الأمن إن …»
		}
		if d.spots[i].mentions&who != 0 || d.outsider(i, i+1) {
			return false
		}
	}
	return false
}

// sayLeads tells whether what stands at token i, behind a verb of saying, is not who
// speaks: a word for "that" or "in", whom he told, a day, the text's end.
func (d *document) sayLeads(i int) bool {
	if i >= len(d.text.Tokens) || d.text.Tokens[i].Kind == text.Punct || d.dateAt(i) || strings.HasPrefix(d.text.Tokens[i].Norm, "لل") {
		return true
	}
	c := &d.lang.common
	for _, class := range [...]int{c.that, c.in, c.of, c.according, d.lang.class["during"], d.lang.class["again"], d.lang.class["and"]} {
		if _, ok := d.classAt(i, class); ok {
			return true
		}
	}
	return false
}
