package rules

import "strings"

// conjugators write out the verbs that a language's classes list with a "^": all
// forms, and those among them that speak of what is to come.
var conjugators = map[string]func(entry string) (forms, future []string){
	"ar": conjugateArabic,
	"en": func(entry string) (forms, future []string) { return conjugateEnglish(entry), nil },
	"fa": conjugatePersian,
	"tr": conjugateTurkish,
}

// conjugateArabic writes out a verb that a class lists as "past^present",
// both as "he …" says them and the second without its prefix: ناقش^ناقش,
// قال^قول, التقى^لتقي. Either side may be missing: ^نطلق is the present and the
// future alone. A "~" at the end allows a pronoun behind every form. The forms
// of the third persons and of "we" are listed; the second list holds those of
// the future, with their سـ.
func conjugateArabic(entry string) (forms, future []string) {
	past, present, _ := strings.Cut(strings.TrimSuffix(entry, "~"), "^")
	mark := ""
	if strings.HasSuffix(entry, "~") {
		mark = "~"
	}
	if past != "" {
		for _, f := range pastForms(past) {
			forms = append(forms, f+mark)
		}
	}
	if present == "" {
		return forms, nil
	}
	for _, prefix := range []string{"ي", "ت", "ن"} {
		for _, f := range presentForms(present) {
			forms = append(forms, prefix+f+mark)
			future = append(future, "س"+prefix+f+mark)
		}
	}
	return append(forms, future...), future
}

// pastForms are he, she, the two of them (both genders), they and we.
func pastForms(he string) []string {
	if stem, ok := strings.CutSuffix(he, "ى"); ok {
		return []string{he, stem + "ت", stem + "يا", stem + "تا", stem + "وا", stem + "ينا"}
	}
	if stem, ok := strings.CutSuffix(he, "ا"); ok {
		return []string{he, stem + "ت", stem + "وا", stem + "تا", stem + "ونا"}
	}
	return []string{he, he + "ت", he + "ا", he + "تا", he + "وا", he + "نا"}
}

// presentForms are the singular, the dual and the plural, without prefix.
func presentForms(stem string) []string {
	if weak, ok := strings.CutSuffix(stem, "ي"); ok {
		return []string{stem, stem + "ان", stem + "ا", weak + "ون", weak + "وا"}
	}
	if strings.HasSuffix(stem, "و") {
		return []string{stem, stem + "ان", stem + "ن", stem + "ا"}
	}
	return []string{stem, stem + "ان", stem + "ا", stem + "ون", stem + "وا"}
}
