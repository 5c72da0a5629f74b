package rules

import (
	"sync"

	"peacetalks/loader/lexicon"
	"peacetalks/loader/text"
)

// outlets finds the names of agencies and outlets. It is for use by any number
// of goroutines.
type outlets struct{ pool sync.Pool }

type outletScanner struct {
	tokenizer text.Tokenizer
	scanner   *lexicon.Scanner
}

func newOutlets(l *lexicon.Lexicon) *outlets {
	phrases := sync.OnceValue(func() *lexicon.Phrases {
		return l.Matcher.Select(func(p *lexicon.Label) bool { return p.Kind == lexicon.Media })
	})
	o := &outlets{}
	o.pool.New = func() any { return &outletScanner{scanner: lexicon.NewScanner(phrases())} }
	return o
}

// Outlet is the key of the agency or outlet that a name means, the same for its
// names in every language; "" if the lexicon has none.
func (e *Engine) Outlet(name string) string {
	if name == "" {
		return ""
	}
	o := e.outlets.pool.Get().(*outletScanner)
	defer e.outlets.pool.Put(o)
	for _, m := range o.scanner.Scan(o.tokenizer.Tokenize(name)) {
		return "media:" + m.Label.Entry.ID
	}
	return ""
}
