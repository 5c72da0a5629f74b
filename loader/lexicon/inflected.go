package lexicon

import "strings"

// cases are the endings of Russian given names in other cases, and what stands
// there in the nominative.
var cases = [][2]string{{"ом", ""}, {"ем", "ь"}, {"ем", "й"}, {"а", ""}, {"у", ""}, {"е", ""}, {"я", "ь"}, {"ю", "ь"}, {"я", "й"}, {"ю", "й"}, {"ы", "а"}, {"и", "а"}, {"и", "я"}, {"е", "а"}, {"у", "а"}, {"ой", "а"}, {"ей", "я"}, {"ю", "я"}}

// nominative takes the ending of the case off a Russian surname whose given
// name stands in a case, too.
func (k *keyer) nominative(word string) string {
	if k.ending == "" || !strings.ContainsFunc(word, isCyrillic) {
		return word
	}
	for _, e := range []string{"ого", "его", "ому", "ему", "ым", "им"} {
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) >= 4 {
			return rest + "ий"
		}
	}
	for _, e := range []string{"ом", "ем", "а", "я", "у", "ю", "е"} {
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) >= 6 {
			return rest
		}
	}
	return word
}
