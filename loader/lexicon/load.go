package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"peacetalks/loader/text"
)

//go:embed data/*.yml *.go
var embedded embed.FS

// Source holds the data and code of this package, for the extractor's digest.
func Source() fs.FS { return embedded }

// files lists the data files, with the kind of what each holds.
var files = []struct {
	name string
	kind Kind
}{
	{"parties.yml", Party}, {"generic.yml", Generic}, {"processes.yml", Process}, {"people.yml", Person},
	{"places.yml", Place}, {"topics.yml", Topic}, {"media.yml", Media}, {"regions.yml", Region},
}

// Load reads the built-in lexicon, then each of the user's folders, whose
// files have the same names and whose entries are added, replacing those of
// the same id. Errors name the file and line.
func Load(folders ...fs.FS) (*Lexicon, error) {
	l, err := List(folders...)
	if err != nil {
		return nil, err
	}
	all, err := withOwn(folders)
	if err != nil {
		return nil, err
	}
	l.Matcher = NewMatcher()
	for _, folder := range all {
		if err := l.words(folder); err != nil {
			return nil, err
		}
		if err := l.spellings(folder); err != nil {
			return nil, err
		}
	}
	l.indexPeople()
	for _, f := range files {
		for _, e := range l.sorted[f.kind] {
			l.add(e)
		}
	}
	return l, nil
}

// List reads the entries as [Load] does, without making the matcher that finds
// them in texts: enough to name things.
func List(folders ...fs.FS) (*Lexicon, error) {
	all, err := withOwn(folders)
	if err != nil {
		return nil, err
	}
	l := &Lexicon{}
	origins := map[*Entry]origin{}
	for _, folder := range all {
		if err := l.read(folder, origins); err != nil {
			return nil, err
		}
	}
	for _, f := range files {
		l.sorted[f.kind] = l.Entries(f.kind)
		for _, e := range l.sorted[f.kind] {
			if err := l.check(e); err != nil {
				return nil, fmt.Errorf("%s: %s%w", f.name, origins[e], err)
			}
		}
	}
	return l, nil
}

// withOwn puts the built-in data before the user's folders.
func withOwn(folders []fs.FS) ([]fs.FS, error) {
	for _, folder := range folders {
		if err := strangers(folder); err != nil {
			return nil, err
		}
	}
	data, err := fs.Sub(embedded, "data")
	return append([]fs.FS{data}, folders...), err
}

// strangers refuses a YAML file of a user's that nobody would read.
func strangers(folder fs.FS) error {
	names := []string{"titles.yml", "given.yml", "names.yml"}
	for _, f := range files {
		names = append(names, f.name)
	}
	for _, pattern := range []string{"*.yml", "*.yaml", "rules/*.yaml"} {
		found, err := fs.Glob(folder, pattern)
		if err != nil {
			return err
		}
		for _, name := range found {
			if !slices.Contains(names, name) {
				return fmt.Errorf("%s: no such file is read; there are %s, and rules/*.yml", name, strings.Join(names, ", "))
			}
		}
	}
	return nil
}

// read adds the entries of a folder, and notes where each is written.
func (l *Lexicon) read(folder fs.FS, origins map[*Entry]origin) error {
	for _, f := range files {
		b, err := fs.ReadFile(folder, f.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return err
		}
		var list []*Entry
		if err := yaml.UnmarshalWithOptions(b, &list, yaml.Strict()); err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		if l.entries[f.kind] == nil {
			l.entries[f.kind] = map[string]*Entry{}
		}
		ids := map[string]bool{}
		for i, e := range list {
			at := origin{b, i}
			if e == nil {
				return fmt.Errorf("%s: %san entry is empty", f.name, at)
			}
			if ids[e.ID] {
				return fmt.Errorf("%s: %sthe id %q stands twice in this file; make one entry of the two", f.name, at, e.ID)
			}
			ids[e.ID] = true
			e.Kind = f.kind
			l.entries[f.kind][e.ID], origins[e] = e, at
		}
	}
	return nil
}

// words reads the lists of titles and given names.
func (l *Lexicon) words(folder fs.FS) error {
	var titles map[string]struct {
		Heads, Modifiers []string
	}
	if err := unmarshal(folder, "titles.yml", &titles); err != nil {
		return err
	}
	for _, lang := range slices.Sorted(maps.Keys(titles)) {
		head, word := &Label{Kind: TitleHead, Lang: lang}, &Label{Kind: TitleWord, Lang: lang}
		l.phrases(titles[lang].Heads, head)
		l.phrases(titles[lang].Modifiers, word)
	}
	var given map[string][]string
	if err := unmarshal(folder, "given.yml", &given); err != nil {
		return err
	}
	for _, script := range slices.Sorted(maps.Keys(given)) {
		label := &Label{Kind: Given}
		if script == "persian" {
			label.Lang = "fa" // some are words in Arabic
		}
		l.phrases(given[script], label)
	}
	return nil
}

// spellings reads which spellings are one name.
func (l *Lexicon) spellings(folder fs.FS) error {
	var names map[string][]string
	if err := unmarshal(folder, "names.yml", &names); err != nil {
		return err
	}
	if l.same == nil {
		l.same, l.plain, l.sounds = map[string]string{}, map[string]string{}, map[string]string{}
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		for _, spelling := range append([]string{name}, names[name]...) {
			folded := strings.ReplaceAll(text.Fold(spelling), "-", " ")
			if other := l.same[folded]; other != "" && other != name {
				return fmt.Errorf("names.yml: %s is a spelling of %s and of %s", spelling, other, name)
			}
			l.same[folded] = name
			note(l.plain, respelled(folded), name)
			note(l.sounds, soundOf(spelling), name)
		}
	}
	return nil
}

// note puts the name for a spelling down, "" where there are several.
func note(names map[string]string, spelling, name string) {
	if other, ok := names[spelling]; ok && other != name {
		name = ""
	}
	names[spelling] = name
}

func unmarshal(folder fs.FS, name string, v any) error {
	b, err := fs.ReadFile(folder, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if err := yaml.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// check refuses what the data may not hold.
func (l *Lexicon) check(e *Entry) error {
	if e.ID == "" {
		return errors.New("an entry without id")
	}
	if len(e.Names) == 0 && e.Kind != Generic {
		return fmt.Errorf("%s: no names", e.ID)
	}
	if e.Country != "" && l.Entry(Party, e.Country) == nil {
		return fmt.Errorf("%s: country %q is no party of the lexicon", e.ID, e.Country)
	}
	if e.Broader != "" && l.Entry(Topic, e.Broader) == nil {
		return fmt.Errorf("%s: broader topic %q is not in the lexicon", e.ID, e.Broader)
	}
	return nil
}

// add registers every name of an entry, and leaves them to the matcher: the
// garbage collector need not go through them again and again.
func (l *Lexicon) add(e *Entry) {
	forms := func(byLanguage map[string][]string, form Form) {
		for _, lang := range slices.Sorted(maps.Keys(byLanguage)) {
			l.phrases(byLanguage[lang], &Label{Kind: e.Kind, Entry: e, Form: form, Lang: lang})
		}
	}
	forms(e.Names, Proper)
	forms(e.Adjective, Adjective)
	forms(e.Metonym, Metonym)
	forms(e.Venues, Hotel)
	forms(e.Short, Short)
	l.phrases(e.Surnames, &Label{Kind: e.Kind, Entry: e, Form: Surname})
	e.Names, e.Adjective, e.Metonym, e.Venues, e.Short, e.Surnames = nil, nil, nil, nil, nil, nil
}

func (l *Lexicon) phrases(list []string, label *Label) {
	for _, p := range list {
		l.Matcher.Add(p, label)
	}
}
