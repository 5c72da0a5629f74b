package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// misspelt tells why an id that nothing has yet cannot be given to a thing by
// a curator, or "": a name in another case or with spaces would be a second
// thing beside the one that is meant.
func (id ID) misspelt() string {
	slug := func(s string) bool {
		return s != "" && strings.Trim(s, "-'") == s && !strings.ContainsFunc(s, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' || unicode.IsUpper(r)
		})
	}
	names := []string{id.Name()}
	switch parts := id.Parts(); {
	case id.Kind() == "meeting":
		parties := parts[1:]
		if !slices.IsSorted(parties) || len(slices.Compact(slices.Clone(parties))) < len(parties) {
			return fmt.Sprintf("%.60q: a meeting names each of its parties once, in the order of the alphabet", string(id))
		}
		fallthrough
	case len(parts) > 0:
		names = nil
		for _, p := range parts {
			names = append(names, p.Name())
		}
	}
	if i := slices.IndexFunc(names, func(n string) bool { return !slug(n) }); i >= 0 {
		return fmt.Sprintf("%.60q: %.60q is no name of a new thing: write small letters, digits and hyphens, as in sedat-onal", string(id), names[i])
	}
	return ""
}

// mustBeWellMade refuses ids that neither the graph nor the vocabulary knows
// and that are misspelt.
func (v *view) mustBeWellMade(ids ...ID) error {
	known, err := v.knownAmong(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if _, labelled := v.store.options.Vocabulary.Terms[id]; known[id] || labelled {
			continue
		}
		if reason := id.misspelt(); reason != "" {
			return undecidable("%s", reason)
		}
	}
	return nil
}
