package rules

import (
	"slices"
	"strings"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// madeOf has, for each kind, a bit for each kind of mention with which one may
// begin: lists are put together from others when they are asked for.
var madeOf = func() (of [kindCount]uint32) {
	for k := range of {
		of[k] = 1 << k
	}
	of[kindParties] = 1 << kindParty
	of[kindList] = 1 << kindParty
	of[kindPersons] = 1 << kindPerson
	of[kindDelegations] |= 1 << kindDelegation
	for _, k := range actors {
		of[kindActor] |= 1 << k
	}
	of[kindActors], of[kindSeveral] = of[kindActor], of[kindActor]
	return of
}()

// A listed is what a list was put together to, when so many mentions had been
// added.
type listed struct {
	added    int
	mentions []*mention
}

// actors are the kinds of mentions of those who can act, in the order in which
// they are looked for.
var actors = [...]mentionKind{kindDelegation, kindDelegations, kindGuarantors, kindPerson, kindOffice, kindInstitution, kindParty}

// lists builds the coordinated mentions that begin at token i.
func (d *document) lists(k mentionKind, i int) []*mention {
	switch k {
	case kindActor:
		var out []*mention
		for _, single := range actors {
			if single == kindParty && (len(out) > 0 || d.lang.cased && d.inTitle(i)) {
				break
			}
			if d.spots[i].mentions>>single&1 != 0 {
				out = joined(out, d.mentions[single][i])
			}
		}
		return out
	case kindActors:
		return d.coordinate(k, i, kindActor)
	case kindSeveral:
		if l := d.coordinate(k, i, kindActor); len(l) > 0 && (len(l[0].persons) > 1 || len(l[0].parties) > 1 || len(l[0].persons) == 1 && len(l[0].parties) > 0 && l[0].to > d.mentionsAt(kindActor, i)[0].to) {
			return l
		}
		return nil
	case kindParties:
		return d.coordinate(k, i, kindParty)
	case kindPersons:
		if l := d.coordinate(k, i, kindPerson); len(l) > 0 && len(l[0].persons) > 1 {
			return l
		}
		return nil
	case kindList:
		if l := d.coordinate(k, i, kindParty); len(l) > 0 && len(l[0].parties) > 1 {
			return l
		}
		return nil
	}
	return joined(d.mentions[k][i], d.coordinate(k, i, kindDelegation))
}

// inTitle tells whether token i stands within a person's title, where a state
// acts no more than "Syria" in "the U.N. Syria envoy, Geir Pedersen".
func (d *document) inTitle(i int) bool {
	for j := max(0, i-9); j < i; j++ {
		for _, m := range d.mentions[kindPerson][j] {
			if i < m.name[0] && i < m.to {
				return true
			}
		}
	}
	return false
}

// heldIn tells whether the Arabic institution at token i is that in which the office right before it is held,
// and so begins no list of parties: «محمد الخليفي وزير الدولة بوزارة الخارجية القطرية، وممثلون عن …».
func (d *document) heldIn(i int) bool {
	if d.lang.cased || !d.prefixed(i) || !strings.HasPrefix(d.text.Tokens[i].Norm, "ب") {
		return false
	}
	for j := max(0, i-4); j < i; j++ {
		if e := d.entryAt(j, lexicon.TitleHead); e != nil && e.To == i {
			return true
		}
	}
	return false
}

// joined is one list after another; where one is empty, the other itself.
func joined[T any](a, b []T) []T {
	switch {
	case len(b) == 0:
		return slices.Clip(a)
	case len(a) == 0:
		return slices.Clip(b)
	}
	return slices.Concat(a, b)
}

// maxListed is how many names one list takes: a sentence of thousands of them would
// hold a processor for minutes.
const maxListed = 40

// coordinate joins mentions of one kind: "X, Y and Z", «X وY وZ».
func (d *document) coordinate(k mentionKind, i int, of mentionKind) []*mention {
	list := d.mentionsAt(of, i)
	if len(list) == 0 || of == kindParty && d.heldIn(i) {
		return nil
	}
	m := d.mentionSlab.new()
	m.kind, m.from = k, i
	first := whole(list)
	m.to = first.to
	m.take(first)
	closed := false // by a word for and
	for range maxListed - 1 {
		comma := d.commaBehind(m.to)
		if comma && closed && d.lang.before && !d.lang.after {
			break // "X ile Y, Z'nin arabuluculuğunda": what belongs to the verb stands behind
		}
		closed = !comma
		j, ok := d.connector(m.to)
		if !ok && of == kindActor {
			j, ok = d.pastTheirLeader(m.to)
		}
		if !ok && k == kindPersons {
			j, ok = d.connector(d.pastRole(m.to))
		}
		if !ok {
			break
		}
		next := d.mentionsAt(of, j)
		if len(next) == 0 && of == kindActor {
			next = d.namedBehindState(j)
		}
		if len(next) == 0 || of == kindActor && d.newClause(i, m.to, next[0].to) {
			break
		}
		item := whole(next)
		m.take(item)
		m.to = item.to
	}
	out := d.mentionRefs.take(1)
	out[0] = m
	return out
}

// namedBehindState are the Arabic people whose title is the adjective of a state alone at
// token i, as that of the one before them in the list: «نظيريه التركي سيدات أونال
// والإيراني علي أصغر خاجي».
func (d *document) namedBehindState(i int) []*mention {
	if d.lang.cased {
		return nil
	}
	for _, m := range d.mentions[kindAdjective][i] {
		if people := d.mentions[kindPerson][m.to]; len(people) > 0 {
			return people
		}
	}
	return nil
}

// commaBehind tells whether a comma stands at token i, or behind the ending there.
func (d *document) commaBehind(i int) bool {
	t := d.text.Tokens
	if i < len(t) && t[i].Kind == text.Suffix {
		i++
	}
	return i < len(t) && t[i].Norm == ","
}

// whole is the first of those who act from a token on, or the delegations of several
// that it is the first of: "the Iranians and the Turkish delegation".
func whole(list []*mention) *mention {
	for _, m := range list[1:] {
		if m.kind == kindDelegations && m.to > list[0].to && list[0].kind == kindDelegation {
			return m
		}
	}
	return list[0]
}

// pastTheirLeader tells whether a list, in a script with capitals, goes on right behind
// the words that say, from token i, who leads those before: "the opposition team led by
// Ahmad Tomah and the Iranian team".
func (d *document) pastTheirLeader(i int) (int, bool) {
	to := i
	if d.lang.cased {
		to = d.pastLeader(i, d.sentenceEnd(i-1))
	}
	if to == i || to >= len(d.text.Tokens) || d.text.Tokens[to].Norm == "," {
		return 0, false
	}
	return d.connector(to)
}

// pastRole goes over what tells as what somebody of a list comes, from token i
// to the comma behind it: «وأيمن العاسمي ناطقاً باسمه، وياسر الفرحان …».
// Languages without a class "in-the-role-of" have none.
func (d *document) pastRole(i int) int {
	class, ok := d.lang.class["in-the-role-of"]
	end := min(i+6, d.sentenceEnd(i-1))
	if to, is := d.classAt(i, class); ok && is && i < end {
		if !d.lang.cased && d.joined(to) {
			return to // «السفير بشار الجعفري رئيسا واللواء سليم حربا»
		}
		for j := to; j < end; j++ {
			if d.text.Tokens[j].Norm == "," && !d.has(d.lang.common.delegation, to, j) && !d.has(d.lang.class["own-delegation"], to, j) {
				return j // but «رئيساً لوفدها، …» ends a list
			}
		}
	}
	return i
}

// newClause tells whether what follows ", and" begins a clause of its own rather
// than goes on with the list that begins at token i: "consultations with the
// Iranian delegation, and the UN team, headed by Pedersen, met the Turks". The
// list ends at token end, the next item at token to.
func (d *document) newClause(i, end, to int) bool {
	if !d.lang.cased || i == 0 || end+1 >= len(d.text.Tokens) || d.text.Tokens[end].Norm != "," || d.text.Tokens[end+1].Norm != "and" {
		return false
	}
	if object := d.text.Tokens[i-1].Norm; object != "with" && !(object == "the" && i > 1 && (d.text.Tokens[i-2].Norm == "with" || d.follows(i-1, d.lang.class["met"]))) && !d.follows(i, d.lang.class["met"]) {
		return false
	}
	stop := min(d.sentenceEnd(i), to+14)
	if to < stop && d.text.Tokens[to].Norm == "," {
		for to++; to < stop && d.text.Tokens[to].Norm != ","; to++ {
		}
		to++
	}
	if to >= stop {
		return false
	}
	_, met := d.classAt(to, d.lang.class["met"])
	return met
}

// connector tells whether a list goes on at token i, and where its next item
// begins: after a comma, a conjunction or both, or at a word that carries the
// proclitic و.
func (d *document) connector(i int) (int, bool) {
	end := d.sentenceEnd(i)
	if i >= end {
		return 0, false
	}
	i = d.quotes(d.bracket(i, end), end)
	found := false
	if i < end && d.text.Tokens[i].Kind == text.Suffix {
		i++ // "Irak'ın, Lübnan'ın ve Ürdün'ün"
	}
	if i < end && d.text.Tokens[i].Norm == "," {
		i, found = d.quotes(i+1, end), true
	}
	if to, ok := d.classAt(i, d.lang.common.and); ok {
		i, found = d.quotes(to, end), true
	}
	for i < end {
		if d.acts(i) {
			break
		}
		if to := d.aligned(i); to > i {
			i = to // "the Iran-aligned Houthis"
			continue
		}
		to, ok := d.classAt(i, d.lang.common.filler)
		if _, attends := d.classAt(i, d.lang.class["attend"]); !ok || attends && d.lang.after {
			break // «السورية، بمشاركة وفد أردني» is no list
		}
		i = d.quotes(to, end)
	}
	if i < end && (found || d.joined(i)) {
		return i, true
	}
	return 0, false
}
