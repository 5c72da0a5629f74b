package lexicon

import (
	"fmt"
	"slices"
)

// A Kind is the kind of thing that a name stands for.
type Kind uint8

// The kinds of names.
const (
	Class     Kind = iota // a word class of the rules, not an entry
	Party                 // a state, government, movement or organisation
	Generic               // "the government", "the opposition": whose depends on the talks
	Process               // a series of rounds
	Person                // somebody whose name is known
	Place                 // a city or building
	Topic                 // what can be on an agenda
	Media                 // an agency or outlet
	TitleHead             // a word that begins a title: minister, envoy
	TitleWord             // a word that continues a title: deputy, special, of foreign affairs
	Given                 // a given name or a particle of names
	Ordinal               // third, of rounds; the label's Class is the number
	Cardinal              // three; likewise
	Region                // a part of a state that a conflict is about, and no party to it
	kinds
)

// An Entry is one thing that the lexicon names.
type Entry struct {
	ID        string              `yaml:"id"`
	Kind      Kind                `yaml:"-"`
	Type      string              `yaml:"kind"`   // of a party (state, government, …) or process (process, congress, …)
	Labels    map[string]string   `yaml:"labels"` // by BCP 47 language
	Names     Forms               `yaml:"names"`  // spellings by language
	Adjective map[string][]string `yaml:"adjectives"`
	Metonym   map[string][]string `yaml:"metonyms"`
	Surnames  []string            `yaml:"surnames"`
	Short     map[string][]string `yaml:"short"` // of a process: a name that counts only with a number
	Venues    map[string][]string `yaml:"venues"`

	Country    string              `yaml:"country"`    // state of a place, a party or a region, or the conflict of a process, or to which a topic belongs alone
	ByCountry  map[string]string   `yaml:"by_country"` // of a generic party: the party by state of the conflict
	Broader    string              `yaml:"broader"`    // topic
	Party      string              `yaml:"party"`      // of a person: a hint for names, never a fact; of a process: the movement with which the state talks
	Capital    bool                `yaml:"capital"`
	Same       string              `yaml:"same"`       // places that are one city under two names
	Acts       string              `yaml:"acts"`       // of a state torn by a conflict: the party meant where the state itself attends
	Conflict   string              `yaml:"conflict"`   // of a state whose war is called by another name: Nagorno-Karabakh for Azerbaijan
	Intervals  []Interval          `yaml:"intervals"`  // when a place bore the name
	Place      string              `yaml:"place"`      // usual place of a process
	Mediator   string              `yaml:"mediator"`   // of a process: the party whose envoy convenes it
	Leaders    []string            `yaml:"leaders"`    // of a summit: the people who meet there
	Guaranteed bool                `yaml:"guaranteed"` // of a process: its conveners are the guarantors of a truce
	Since      string              `yaml:"since"`      // lifespan of a process, YYYY-MM or YYYY-MM-DD
	Until      string              `yaml:"until"`
	Single     bool                `yaml:"single"` // a process that met once
	Unit       map[string][]string `yaml:"unit"`
	Renamed    []struct {
		Labels       map[string]string `yaml:"labels"`
		Since, Until string
	} `yaml:"renamed"`
}

// An Interval is a time, YYYY-MM-DD, open where empty.
type Interval struct {
	Since string `yaml:"since"`
	Until string `yaml:"until"`
}

// Forms are spellings by language. In the data a plain list stands for
// spellings of any language.
type Forms map[string][]string

// UnmarshalYAML reads a map of lists or a list.
func (f *Forms) UnmarshalYAML(unmarshal func(any) error) error {
	byLanguage := map[string][]string{}
	if err := unmarshal(&byLanguage); err == nil {
		*f = byLanguage
		return nil
	}
	var list []string
	if err := unmarshal(&list); err != nil {
		return fmt.Errorf("names: want a list, or lists by language: %w", err)
	}
	*f = Forms{"": list}
	return nil
}

// A Lexicon is every entry, and the matcher that finds their names.
type Lexicon struct {
	entries [kinds]map[string]*Entry
	sorted  [kinds][]*Entry   // once all is read
	same    map[string]string // folded spelling to name, of names.yml
	plain   map[string]string // of such spellings, respelled, to name; "" where several names are spelled so
	sounds  map[string]string // of such spellings to name; "" where several names sound so
	byKey   map[Key]*Entry    // people; nil where several have the key
	Matcher *Matcher
}

// Entry returns the entry of a kind with an id, or nil.
func (l *Lexicon) Entry(k Kind, id string) *Entry { return l.entries[k][id] }

// Entries returns all entries of a kind, sorted by id. It is not to be changed.
func (l *Lexicon) Entries(k Kind) []*Entry {
	if l.sorted[k] != nil {
		return l.sorted[k]
	}
	out := make([]*Entry, 0, len(l.entries[k]))
	for _, e := range l.entries[k] {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *Entry) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return out
}
