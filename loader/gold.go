package loader

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Fact is a kind followed by its arguments, such as
// {"head", "astana-14", "turkey", "sedat-onal"}.
type Fact []string

// String joins the fact's parts with spaces.
func (f Fact) String() string { return strings.Join(f, " ") }

// Spellings lists, by slug, the ways in which a thing is written.
type Spellings map[string][]string

// Names are the spellings of everything that facts name by a slug which a
// reader could have chosen otherwise.
type Names struct {
	Persons   Spellings `json:"persons"`
	Parties   Spellings `json:"parties"`
	Processes Spellings `json:"processes"`
	Topics    Spellings `json:"topics"`
}

// Gold is what a careful reader took from one article: a hand-made file beside
// the article, with the same stem and the ending .gold.json.
type Gold struct {
	Article struct {
		Language  string `json:"language"`
		Published string `json:"published"` // YYYY-MM-DD, empty if the article does not tell
		Source    string `json:"source"`
	} `json:"article"`
	Names
	Facts []Fact `json:"facts"`
}

// arity is the number of arguments that each kind of fact takes.
var arity = map[string]int{
	"round": 1, "start": 2, "end": 2, "venue": 2, "host": 2, "guarantor": 2, "observer": 2, "delegation": 2,
	"head": 3, "member": 3, "agenda": 2, "meeting": 3, "plenary": 2, "statement": 2, "outcome": 2, "status": 2,
}

// FactKinds lists the kinds of facts in the order in which they are shown.
var FactKinds = []string{
	"round", "status", "start", "end", "venue", "host", "guarantor", "observer", "delegation",
	"head", "member", "agenda", "meeting", "plenary", "statement", "outcome",
}

// GoldFile is the name of the gold file of an article's file.
func GoldFile(article string) string {
	return strings.TrimSuffix(article, filepath.Ext(article)) + ".gold.json"
}

// ReadGold reads a gold file. Its errors name the file and what is wrong in it.
func ReadGold(name string) (Gold, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return Gold{}, err
	}
	var g Gold
	if err := json.Unmarshal(data, &g); err != nil {
		return Gold{}, fmt.Errorf("%s: %w", name, err)
	}
	for i, f := range g.Facts {
		if err := f.check(); err != nil {
			return Gold{}, fmt.Errorf("%s: fact %d: %w", name, i, err)
		}
	}
	return g, nil
}

// check tells whether a fact has a known kind and its number of arguments.
func (f Fact) check() error {
	if len(f) == 0 {
		return fmt.Errorf("it is empty")
	}
	n, ok := arity[f[0]]
	switch {
	case !ok:
		return fmt.Errorf("unknown kind %q", f[0])
	case len(f) != n+1:
		return fmt.Errorf("%s takes %d arguments, not %d", f[0], n, len(f)-1)
	}
	return nil
}
