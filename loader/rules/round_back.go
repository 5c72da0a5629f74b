package rules

// backTo is the earlier round of the article's talks that an Arabic sentence tells of
// though it does not begin with its name: nil where there is none. Such a sentence goes on about
// the one before, last, with "at that time" or "it was signed by", «ولم يتبادلوا كلمة إلا عبر
// الوسيط يومها», «وقّعه اللواء فلان»; or it names that round alone and begins with when it was,
// «في شباط الماضي اجتمع عشرة ضباط في جنيف، في الجولة الأولى», or where, «في مدينة غدامس،
// حيث جرت الجولة الخامسة، اتفق الوفدان».
func (d *document) backTo(s int, named []*mention, last *round) *round {
	if d.lang.cased {
		return nil
	}
	sentence := d.text.Sentences[s]
	if len(named) == 0 {
		_, signed := d.classAt(sentence.From, d.lang.class["signed-it"])
		if s > 0 {
			last = d.lastNamed(s-1, last)
		}
		if d.text.Tokens[sentence.From].Line || !d.wasEarlier(last) || !signed && !d.has(d.lang.class["at-that-time"], sentence.From, sentence.To) {
			return nil
		}
		return last
	}
	m := named[0]
	for _, o := range named[1:] {
		if *o.round != *m.round {
			return nil
		}
	}
	if m.relative || m.standing == aside || !d.wasEarlier(m.round) || !d.opensInPast(sentence.From, m.from, d.likelyDay()) && !d.opensWhere(sentence.From, m.from) {
		return nil
	}
	return m.round
}

// wasEarlier tells whether a round is one of the article's talks before its own.
func (d *document) wasEarlier(r *round) bool {
	return r != nil && r.process == d.main.process && r.number > 0 && r.number < d.main.number
}

// opensWhere tells whether a sentence that begins at a token begins with a place, "where"
// the round that another token names was held.
func (d *document) opensWhere(from, to int) bool {
	start := d.clauseStart(to)
	_, in := d.classAt(from, d.lang.common.in)
	_, where := d.classAt(start, d.lang.class["where"])
	return in && where && start > from+1 && start <= from+6 && d.text.Tokens[start-1].Norm == "," && d.has(d.lang.class["was-held"], start, to)
}

// inIt is the last token of a phrase at token i, with a date behind it at most and the comma that closes
// it, by which an Arabic clause tells of what was in the round before it: «وفيها», «وفي يومها الأخير،
// 23 أكتوبر،»; 0 where none stands there.
func (d *document) inIt(i, end int) int {
	if d.lang.cased || i >= end || !d.joined(i) {
		return 0
	}
	to, ok := d.classAt(i, d.lang.class["during-it"])
	if !ok {
		return 0
	}
	for to < end && (d.text.Tokens[to].Norm == "," || d.dateAt(to)) {
		if to = d.pastDate(to, end); to < end && d.text.Tokens[to].Norm == "," {
			to++
		}
	}
	return min(to, end) - 1
}
