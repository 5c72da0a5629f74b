package rules

// countsPhases tells whether the text calls the rounds of talks phases: "the second
// phase of the High-Level Revitalization Forum". The phases of an agreement are none.
// Languages without a class "phase" do not ask.
func (d *document) countsPhases(processes []processMention) bool {
	if d.lang.common.phase == 0 || len(processes) == 0 {
		return false
	}
	for i := range d.where(classBit(d.lang.common.phase)) {
		to, ok := d.classAt(i, d.lang.common.phase)
		if !ok || d.blocks[d.text.Tokens[i].Sentence] == "" {
			continue
		}
		numbered := false
		if n, stop := d.ordinal(to, d.sentenceEnd(i)); n > 0 && d.lang.after {
			to, numbered = stop, true
		}
		for j := max(i-2, 0); j < i && d.lang.before && !numbered; j++ {
			n, stop := d.ordinal(j, d.sentenceEnd(i))
			numbered = n > 0 && stop == i
		}
		for _, p := range processes {
			_, agreement := d.classAt(p.from, d.lang.class["agreement-noun"])
			if numbered && !agreement && p.from >= to && p.from < to+5 && d.linked(to, p.from) {
				return true
			}
		}
	}
	return false
}
