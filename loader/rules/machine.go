package rules

import "peacetalks/loader/lexicon"

// A capture is what a slot of a pattern took.
type capture struct {
	name    string
	mention *mention
	topics  []*mention
}

// An instruction is an element of a pattern, ready to be run: what comes after
// it, also behind the group that it ends, is known beforehand. It fills one
// line of the processor's cache.
type instruction struct {
	op       op
	optional bool
	mark     byte // of opMark
	slot     mentionKind
	class    int32
	n        int32
	kinds    uint32 // a bit for each kind of mention with which the slot's, or one that the gap may not pass, begins
	classes  uint64 // a bit for the class, or for each class that the gap may not pass, as in a spot
	next     *instruction
	alts     []*instruction
	element  *element
}

// compile turns a pattern into instructions, which end in next.
func compile(seq []element, next *instruction) *instruction {
	for k := len(seq) - 1; k >= 0; k-- {
		e := &seq[k]
		in := &instruction{op: e.op, optional: e.optional, slot: e.slot, class: int32(e.class), n: int32(e.n), element: e, next: next}
		for _, alt := range e.alts {
			in.alts = append(in.alts, compile(alt, &instruction{op: opLeave, next: next}))
		}
		switch e.op {
		case opMark:
			in.mark = e.marks[0]
		case opSlot:
			in.kinds = madeOf[e.slot]
		case opClass, opNot:
			in.classes = classBit(e.class)
		}
		for _, class := range e.without {
			in.classes |= classBit(class)
		}
		for _, kind := range e.kinds {
			in.kinds |= madeOf[kind]
		}
		next = in
	}
	return next
}

// A machine lays one pattern over a text. It goes through the instructions in
// order and, where one can be met in several ways, tries them one after another:
// the call stack holds where it was.
type machine struct {
	d        *document
	end      int // token past the sentence
	steps    int
	captures []capture
	extent   int // token past the last one matched
}

// maxSteps bounds the work on one place of one rule.
const maxSteps = 4000

// run tries to match a pattern from token i and reports whether it did.
func (m *machine) run(first *instruction, i int) bool {
	m.steps, m.captures = 0, m.captures[:0]
	return m.match(first, i)
}

// match runs the instructions from in on, at token i.
func (m *machine) match(in *instruction, i int) bool {
	for {
		if m.steps++; m.steps > maxSteps {
			return false
		}
		switch in.op {
		case opDone:
			m.extent = i
			return true
		case opLeave:
			in = in.next
			continue
		}
		if m.one(in, i) {
			return true
		}
		if !in.optional {
			return false
		}
		in = in.next
	}
}

// one matches a single element at token i, then what follows it.
func (m *machine) one(in *instruction, i int) bool {
	d := m.d
	switch in.op {
	case opStart:
		return (i == d.begins || i == 0 || d.text.Tokens[i-1].Sentence != d.text.Tokens[min(i, len(d.text.Tokens)-1)].Sentence) && m.match(in.next, i)
	case opGroup:
		for _, alt := range in.alts {
			if m.match(alt, i) {
				return true
			}
		}
		return false
	case opGap:
		return m.gap(in, i)
	case opTopics:
		return m.topics(in, i)
	case opNot:
		_, found := d.classAt(d.quotes(i, m.end), int(in.class))
		return !found && m.match(in.next, i)
	case opNotAnd:
		return !d.joined(i) && m.match(in.next, i)
	}
	i = d.quotes(i, m.end)
	if i >= m.end {
		return false
	}
	switch in.op {
	case opClass:
		if d.spots[i].classes&in.classes == 0 {
			return false
		}
		for k := d.first[i]; k < d.first[i+1]; k++ {
			if f := &d.matches[k]; f.Class == in.class && f.Kind == lexicon.Class && f.To <= m.end && m.match(in.next, f.To) {
				return true
			}
		}
	case opMark:
		t := d.text.Tokens[i].Norm
		return len(t) == 1 && (t[0] == in.mark || in.mark == ',' && (t == "(" || t == ")" || t == "-")) && m.match(in.next, i+1)
	case opAnd:
		return m.and(in, i)
	case opSlot:
		return m.slot(in, i)
	}
	return false
}

// gap passes over as few words as will do.
func (m *machine) gap(in *instruction, i int) bool {
	for last := min(i+int(in.n), m.end); i <= last; i++ {
		if m.match(in.next, i) {
			return true
		}
		if i < m.end && (m.d.text.Tokens[i].Norm == ";" || m.stopped(in, i)) {
			return false
		}
	}
	return false
}

// stopped tells whether a word that a gap may not pass stands at token i.
func (m *machine) stopped(in *instruction, i int) bool {
	if s := &m.d.spots[i]; s.classes&in.classes == 0 && s.mentions&in.kinds == 0 {
		return false
	}
	for _, class := range in.element.without {
		if _, ok := m.d.classAt(i, class); ok {
			return true
		}
	}
	for _, kind := range in.element.kinds {
		if m.d.mentioned(kind, i) {
			return true
		}
	}
	return false
}

func (m *machine) and(in *instruction, i int) bool {
	if to, ok := m.d.classAt(i, m.d.lang.common.and); ok && m.match(in.next, to) {
		return true
	}
	if m.d.joined(i) && m.match(in.next, i) {
		return true
	}
	return m.d.text.Tokens[i].Norm == "," && m.match(in.next, i+1)
}

func (m *machine) slot(in *instruction, i int) bool {
	if m.d.spots[i].mentions&in.kinds == 0 || in.slot == kindList {
		if to, ok := m.d.classAt(i, m.d.lang.common.article); ok && to < m.end && !m.d.mentioned(in.slot, i) {
			i = to
		}
	}
	for _, k := range m.d.mentionsAt(in.slot, i) {
		if k.to > m.end || m.d.posted[i] && k.person == nil {
			continue
		}
		n := len(m.captures)
		m.captures = append(m.captures, capture{name: in.element.name, mention: k})
		if m.match(in.next, k.to) || k.short != 0 && m.match(in.next, k.short) {
			return true
		}
		m.captures = m.captures[:n]
	}
	return false
}

func (m *machine) topics(in *instruction, i int) bool {
	end := m.d.clauseEnd(i, m.end)
	var found []*mention
	for j := i; j < end; j++ {
		_, where := m.d.classAt(j, m.d.lang.class["where"])
		if next, ok := m.d.classAt(j, m.d.lang.common.relative); ok && next < end && m.d.has(m.d.lang.class["serves"], next, next+1) {
			j = next // «الضمانات التي تكفل تثبيت وقف إطلاق النار»
		} else if ok || where && m.d.lang.cased && len(found) > 0 {
			// What a relative clause says is not on the list.
			for j < end && m.d.text.Tokens[j].Norm != "," && m.d.text.Tokens[j].Norm != ";" {
				if dates := m.d.mentions[kindDate][j]; len(dates) > 0 && !where {
					j = dates[0].to - 1
					break
				}
				if m.d.purpose(j) {
					j-- // «خريطة الطريق التي أعدها … لتطبيع العلاقات»
					break
				}
				j++
			}
			continue
		}
		if _, ok := m.d.classAt(j, m.d.lang.common.topicAside); ok && len(found) > 0 {
			for j+1 < end && m.d.text.Tokens[j+1].Norm != "," {
				j++ // «مستقبل شرق الفرات بعد إعلان الانسحاب الأميركي، …»
			}
			continue
		}
		found = append(found, m.d.mentionsAt(kindTopic, j)...)
	}
	if len(found) == 0 {
		return false
	}
	n := len(m.captures)
	m.captures = append(m.captures, capture{name: in.element.name, topics: found})
	if m.match(in.next, end) {
		return true
	}
	m.captures = m.captures[:n]
	return false
}
