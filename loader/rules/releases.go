package rules

import (
	"peacetalks/graph"
	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// maxReleaseHead is how many lines the head of a press release has, and
// maxReleaseLine how many words a line of it.
const (
	maxReleaseHead = 8
	maxReleaseLine = 12
)

// findReleaser finds the state whose ministry issued the page as a press release: the
// page's head names the ministry and calls the page a release, «جمهورية كازاخستان / وزارة
// الخارجية / بيان صحفي». It is asked before the matches are chosen, as such a head is no
// part of the story. Languages without a class "press-release" leave it out.
func (d *document) findReleaser() {
	class, ok := d.lang.class["press-release"]
	if !ok {
		return
	}
	ministry, called := -1, false
	states := map[int]string{} // by line
	for k := range d.matches {
		m := &d.matches[k]
		s := int(d.text.Tokens[m.From].Sentence)
		r := d.text.Sentences[s]
		if s >= maxReleaseHead {
			break
		}
		if r.To-r.From > maxReleaseLine {
			continue
		}
		switch {
		case m.Kind == lexicon.Class && int(m.Class) == class:
			called = true
		case m.Kind == lexicon.Class && int(m.Class) == d.lang.class["ministry-name"] && m.From == r.From && ministry < 0:
			ministry = s
		case m.Kind == lexicon.Party && m.Label.Entry.Type == "state" && (s == ministry || m.From <= r.From+1 && m.To == r.To):
			states[s] = m.Label.Entry.ID
		}
	}
	if ministry < 0 || !called {
		return
	}
	for _, line := range [...]int{ministry, ministry - 1, ministry + 1} {
		if id := states[line]; id != "" {
			d.releaser = id
			return
		}
	}
}

// release records that the state whose ministry issued the page states what the
// ministry, named without its state, tells: «تعلن وزارة الخارجية أن».
func (d *document) release() {
	if d.releaser == "" || d.main == nil {
		return
	}
	for _, f := range d.find("say", d.main) {
		if f.party == d.releaser && f.person == nil {
			return
		}
	}
	if r, ok := d.namesMinistry(); ok {
		d.give(&fact{kind: "say", round: d.main, party: d.releaser, rule: d.lang.name + ".release", modality: graph.Happened, weight: 1,
			wording: [2]int{r.From, r.To}, spans: [][2]int{{r.From, r.To}}, derived: "what a ministry's release tells is a statement by its state"})
	}
}

// namesMinistry is the first sentence of the story that names a ministry.
func (d *document) namesMinistry() (text.Range, bool) {
	for i := range d.where(classBit(d.lang.class["ministry-name"])) {
		s := d.text.Tokens[i].Sentence
		if _, ok := d.classAt(i, d.lang.class["ministry-name"]); ok && d.blocks[s] == "body" && len(d.mentions[kindInstitution][i]) == 0 {
			return d.text.Sentences[s], true
		}
	}
	return text.Range{}, false
}
