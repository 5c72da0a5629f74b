package rules

import "strings"

// conjugatePersian writes out a Persian verb that a class lists as "past^present", both as
// "he …" says them, the second without its می, with what stands before them: گفت^گوید,
// دیدار کرد^کند, خواستار شد^شود. The forms are those of "he", "they" and "we": the past, also
// with می, the perfect, the present and the future, but not what is only wished for. What
// is joined by half a space is also read with a whole one.
func conjugatePersian(entry string) (forms, future []string) {
	past, present, _ := strings.Cut(entry, "^")
	at := strings.LastIndexByte(past, ' ') + 1
	before, past := past[:at], past[at:]
	add := func(words ...string) {
		for _, w := range words {
			forms = append(forms, before+w)
		}
	}
	for _, end := range []string{"", "ند", "یم"} {
		add(past+end, "می "+past+end, "می\u200c"+past+end)
	}
	done := past + "ه"
	add(done, done+" است", done+"\u200cاست", done+" اند", done+"\u200cاند", done+" ایم", done+"\u200cایم", done+" بود", done+" بودند", done+" بودیم")
	if stem, ok := strings.CutSuffix(present, "د"); ok {
		for _, end := range []string{"د", "ند", "یم"} {
			add("می "+stem+end, "می\u200c"+stem+end)
			if stem == "دار" {
				add(stem + end) // the only verb that tells without می
			}
		}
	}
	for _, will := range []string{"خواهد ", "خواهند ", "خواهیم "} {
		future = append(future, before+will+past)
	}
	return append(forms, future...), future
}
