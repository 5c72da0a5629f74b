package lexicon

import (
	"reflect"
	"slices"
	"testing"
)

// An entry has names, and what tells the things that they name apart: it has no field for
// the day, the venue or the attendance of a round, which only articles state. A new field
// belongs in this list once that has been thought of.
func TestEntriesSayNothingOfRounds(t *testing.T) {
	known := []string{
		"id", "-", "kind", "labels", "names", "adjectives", "metonyms", "surnames", "short", "venues", "unit", // names
		"country", "by_country", "broader", "party", "capital", "same", "acts", "conflict", "intervals", // places, parties, topics, people
		"place", "mediator", "leaders", "guaranteed", "since", "until", "single", "renamed", // processes as wholes
	}
	entry := reflect.TypeFor[Entry]()
	for i := range entry.NumField() {
		name, ok := entry.Field(i).Tag.Lookup("yaml")
		if !ok || slices.Contains(known, name) {
			continue
		}
		t.Errorf("an entry has a field %s that this test does not know", name)
	}
}
