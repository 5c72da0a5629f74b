package rules

// findChiefs marks "the heads of the two delegations", with the names that may follow,
// ", X for the government and Y for the rebels,", as those delegations. Languages
// without a class "chiefs-of" leave it out.
func (d *document) findChiefs() {
	class := d.lang.class["chiefs-of"]
	if class == 0 {
		return
	}
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		if whose := d.whoseChiefs(to, d.sentenceEnd(i)); whose != nil {
			d.addMention(&mention{kind: kindDelegations, from: i, to: d.pastChiefs(whose.to), parties: whose.parties, weak: true})
		}
	}
}

// whoseChiefs is the mention of the delegations whose heads are meant, from token i
// on behind articles and the like, nil where there is none.
func (d *document) whoseChiefs(i, end int) *mention {
	for steps := 0; i < end && steps < 3; steps++ {
		for _, k := range [...]mentionKind{kindGuarantors, kindDelegations} {
			if list := d.mentionsAt(k, i); len(list) > 0 && len(list[0].parties) > 1 {
				return list[0]
			}
		}
		if _, ok := d.classAt(i, d.lang.common.filler); !ok && !d.isArticle(i) {
			return nil
		}
		i++
	}
	return nil
}

// pastChiefs is the comma or full stop that ends the names of those heads behind
// token i, or i where no two are named.
func (d *document) pastChiefs(i int) int {
	end := min(i+26, d.sentenceEnd(i-1))
	if i >= end || d.text.Tokens[i].Norm != "," {
		return i
	}
	named := 0
	for j := i + 1; j < end; j++ {
		if list := d.mentions[kindPerson][j]; len(list) > 0 {
			named++
			j = list[0].to - 1
			continue
		}
		if _, met := d.classAt(j, d.lang.class["met"]); met {
			return i
		}
		if t := d.text.Tokens[j].Norm; named > 1 && (t == "," || t == ".") {
			return j
		}
	}
	return i
}

// findBothSides marks "the two Yemeni delegations" as the two sides of a conflict
// in that state. Languages without a class "both-of" leave it out.
func (d *document) findBothSides() {
	class := d.lang.class["both-of"]
	if class == 0 {
		return
	}
	var both []*mention
	for i := range d.where(classBit(class)) {
		to, ok := d.classAt(i, class)
		if !ok {
			continue
		}
		m := d.modifier(to)
		if m == nil || d.resolve(m.parties[0]) != d.country && d.stateOf(m.parties[0]) != d.country {
			continue
		}
		if stop, ok := d.classAt(m.to, d.lang.common.delegation); ok {
			d.mentions[kindDelegation][m.from], d.mentions[kindAdjective][m.from] = nil, nil // neither is the state's own
			both = append(both, &mention{kind: kindGuarantors, from: i, to: stop})
		}
	}
	if len(both) == 0 {
		return
	}
	sides := d.belligerents()
	if len(sides) != 2 {
		sides = d.besideState(d.sidesOfTalks(sides))
	}
	for _, m := range both {
		if len(sides) == 2 {
			m.parties = sides
			d.addMention(m)
		}
	}
}
