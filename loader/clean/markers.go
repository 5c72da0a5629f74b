package clean

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed markers.yaml
var markersYAML []byte

// vocabulary is one language of markers.yaml.
type vocabulary struct {
	Related   []string `yaml:"related"`
	Ends      []string `yaml:"ends"`
	Line      []string `yaml:"line"`
	Starts    []string `yaml:"starts"`
	Contains  []string `yaml:"contains"`
	Caption   []string `yaml:"caption"`
	Credit    []string `yaml:"credit"`
	Byline    []string `yaml:"byline"`
	Reporter  []string `yaml:"reporter"`
	Own       []string `yaml:"own"`
	Published []string `yaml:"published"`
	Updated   []string `yaml:"updated"`
	Tags      []string `yaml:"tags"`
	Ticker    []string `yaml:"ticker"`
	Donate    []string `yaml:"donate"`
	Rights    []string `yaml:"rights"`
	Menu      []string `yaml:"menu"`
	GoesOn    []string `yaml:"goes on"`
	Closing   []string `yaml:"closing"`
	Months    []string `yaml:"months"`
	Jalali    []string `yaml:"jalali"`
	Weekdays  []string `yaml:"weekdays"`
	Common    []string `yaml:"common"`
}

// phrases is a set of folded phrases.
type phrases map[string]bool

// markers is the vocabulary of all languages together: pages mix them.
type markers struct {
	related, ends, line, menu, credit  phrases
	starts, caption, byline, closing   phrases
	goesOn                             phrases
	published, updated, tags, ticker   phrases
	donate, reporter, weekdays, common phrases
	own                                phrases
	contains, rights                   []string // rights: longest first
	months, jalali                     map[string]int
}

// vocab is markers.yaml, read once. The file is part of the program, so an
// error in it is a fault of the program.
var vocab = sync.OnceValue(func() *markers {
	m, err := parseMarkers(markersYAML)
	if err != nil {
		panic(err)
	}
	return m
})

func parseMarkers(data []byte) (*markers, error) {
	var languages map[string]vocabulary
	if err := yaml.UnmarshalWithOptions(data, &languages, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("markers.yaml: %w", err)
	}
	m := &markers{months: map[string]int{}, jalali: map[string]int{}}
	for name, v := range languages {
		add(&m.related, v.Related)
		add(&m.ends, v.Ends)
		add(&m.line, v.Line)
		add(&m.menu, v.Menu)
		add(&m.credit, v.Credit)
		add(&m.starts, v.Starts)
		add(&m.caption, v.Caption)
		add(&m.byline, v.Byline)
		add(&m.closing, v.Closing)
		add(&m.goesOn, v.GoesOn)
		add(&m.reporter, v.Reporter)
		add(&m.own, v.Own)
		add(&m.published, v.Published)
		add(&m.updated, v.Updated)
		add(&m.tags, v.Tags)
		add(&m.ticker, v.Ticker)
		add(&m.donate, v.Donate)
		add(&m.weekdays, v.Weekdays)
		add(&m.common, v.Common)
		for _, s := range v.Contains {
			m.contains = append(m.contains, " "+fold(s)+" ")
		}
		for _, s := range v.Rights {
			m.rights = append(m.rights, fold(s))
		}
		for _, table := range []struct {
			names []string
			into  map[string]int
		}{{v.Months, m.months}, {v.Jalali, m.jalali}} {
			if n := len(table.names); n != 0 && n != 12 {
				return nil, fmt.Errorf("markers.yaml: %s: %d months", name, n)
			}
			for i, month := range table.names {
				for alternative := range strings.SplitSeq(month, "|") {
					table.into[fold(alternative)] = i + 1
				}
			}
		}
	}
	sort.Slice(m.rights, func(i, j int) bool {
		a, b := m.rights[i], m.rights[j]
		return len(a) > len(b) || len(a) == len(b) && a < b
	})
	return m, nil
}

func add(into *phrases, list []string) {
	if *into == nil {
		*into = phrases{}
	}
	for _, s := range list {
		(*into)[fold(s)] = true
	}
}

// prefix returns the number of bytes of the longest phrase of the set that
// begins a folded line and ends with a word, or 0.
func (p phrases) prefix(folded string) int {
	longest := 0
	for i, words := 0, 0; i <= len(folded) && words < 7; i++ {
		if i < len(folded) && folded[i] != ' ' {
			continue
		}
		words++
		if p[folded[:i]] {
			longest = i
		}
	}
	return longest
}

// whole reports whether a folded line is a phrase of the set, perhaps with a
// number before or after it.
func (p phrases) whole(folded string) bool {
	return p[folded] || p[strings.Trim(folded, " 0123456789")]
}
