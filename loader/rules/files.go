package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/goccy/go-yaml"

	"peacetalks/loader/lexicon"
)

// A ruleFile is a file of rules, or several of one language that were joined.
type ruleFile struct {
	Language  string              `yaml:"language"`
	Party     string              `yaml:"party"` // before, after or both: where a delegation's party stands
	Cased     bool                `yaml:"cased"`
	Declined  bool                `yaml:"declined"` // whether names stand in cases
	Plurals   []string            `yaml:"plurals"`  // how the plurals of adjectives and titles end
	Peoples   bool                `yaml:"peoples"`  // whether adjectives of states are written with a capital only where they stand for people
	Classes   map[string][]string `yaml:"classes"`
	Ordinals  map[int][]string    `yaml:"ordinals"`
	Cardinals map[int][]string    `yaml:"cardinals"`
	Rules     []ruleSource        `yaml:"rules"`
}

// A ruleSource is a rule as it is written.
type ruleSource struct {
	ID          string    `yaml:"id"`
	Description string    `yaml:"description"`
	Pattern     string    `yaml:"pattern"`
	Patterns    []string  `yaml:"patterns"`
	Fact        string    `yaml:"fact"`
	Facts       []string  `yaml:"facts"`
	Modality    string    `yaml:"modality"`
	Headline    bool      `yaml:"headline"`
	Fallback    bool      `yaml:"fallback"`
	After       []string  `yaml:"after"`
	Told        []string  `yaml:"sentence-before"`
	Unless      []string  `yaml:"unless"`
	NotBehind   []string  `yaml:"not-behind"`
	Examples    []example `yaml:"examples"`

	file  string // that it is written in
	text  []byte // of the file
	index int    // among the file's rules
}

// position is the file in which a rule is written, and where.
func (s *ruleSource) position() string {
	return s.file + ": " + lexicon.Position(s.text, fmt.Sprintf("$.rules[%d]", s.index))
}

// ruleFiles reads the built-in rules, then those in the folder "rules" of each
// of the user's. A user's file of a language that there is adds words to its
// classes, and rules, which replace those of the same id.
func ruleFiles(own []fs.FS) ([]*ruleFile, error) {
	byLanguage := map[string]*ruleFile{}
	read := func(folder fs.FS, dir string) error {
		names, err := fs.Glob(folder, dir+"/*.yml")
		if err != nil {
			return err
		}
		for _, name := range names {
			f, err := readRules(folder, name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if base, ok := byLanguage[f.Language]; ok {
				base.join(f)
			} else {
				byLanguage[f.Language] = f
			}
		}
		return nil
	}
	if err := read(embedded, "data"); err != nil {
		return nil, err
	}
	for _, folder := range own {
		if err := read(folder, "rules"); err != nil {
			return nil, err
		}
	}
	var out []*ruleFile
	for _, language := range slices.Sorted(maps.Keys(byLanguage)) {
		out = append(out, byLanguage[language])
	}
	return out, nil
}

func readRules(folder fs.FS, name string) (*ruleFile, error) {
	b, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	f := &ruleFile{}
	if err := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict()).Decode(f); err != nil {
		return nil, err
	}
	if f.Language == "" {
		return nil, errors.New("language: is missing; it is a code such as de")
	}
	for i := range f.Rules {
		f.Rules[i].file, f.Rules[i].text, f.Rules[i].index = path.Base(name), b, i
	}
	return f, nil
}

// join adds a file of the same language.
func (f *ruleFile) join(more *ruleFile) {
	f.Classes = joinLists(f.Classes, more.Classes)
	f.Ordinals = joinLists(f.Ordinals, more.Ordinals)
	f.Cardinals = joinLists(f.Cardinals, more.Cardinals)
	for _, r := range more.Rules {
		if i := slices.IndexFunc(f.Rules, func(old ruleSource) bool { return old.ID == r.ID }); i >= 0 {
			f.Rules[i] = r
		} else {
			f.Rules = append(f.Rules, r)
		}
	}
}

func joinLists[K comparable](a, b map[K][]string) map[K][]string {
	if a == nil {
		return b
	}
	for k, list := range b {
		a[k] = append(a[k], list...)
	}
	return a
}
