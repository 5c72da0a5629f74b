package rules

import "strings"

// conjugateEnglish writes out an English verb that a class lists as
// "base^past^participle" with what follows it: "lead^led", "chair^",
// "begin^began^begun", "sit^sat down with". What is left out is regular. The
// forms are the base, the third person, the past, the participle and the
// gerund: those with has, was or will are read word by word.
func conjugateEnglish(entry string) []string {
	verb, rest, more := strings.Cut(entry, " ")
	if more {
		rest = " " + rest
	}
	base, past, _ := strings.Cut(verb, "^")
	past, participle, _ := strings.Cut(past, "^")
	irregular := past != ""
	if past == "" {
		past = regularPast(base)
	}
	if participle == "" {
		participle = past
	}
	var forms []string
	for _, f := range []string{base, thirdPerson(base), past, participle, gerund(base, past, irregular)} {
		if f += rest; len(forms) == 0 || forms[len(forms)-1] != f {
			forms = append(forms, f)
		}
	}
	return forms
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// softY tells whether a verb ends in a y behind a consonant: carry, but not
// play.
func softY(base string) bool {
	n := len(base)
	return n > 1 && base[n-1] == 'y' && !isVowel(base[n-2])
}

func thirdPerson(base string) string {
	if softY(base) {
		return base[:len(base)-1] + "ies"
	}
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(base, end) {
			return base + "es"
		}
	}
	return base + "s"
}

func regularPast(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case softY(base):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

// gerund doubles the last consonant where the past does (put off, planned), and
// in short irregular verbs such as sit and begin.
func gerund(base, past string, irregular bool) string {
	n := len(base)
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:n-2] + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee"):
		return base[:n-1] + "ing"
	case strings.HasPrefix(past, base+base[n-1:]),
		irregular && n > 2 && !isVowel(base[n-1]) && isVowel(base[n-2]) && !isVowel(base[n-3]) && strings.IndexByte("wxy", base[n-1]) < 0:
		return base + base[n-1:] + "ing"
	}
	return base + "ing"
}
