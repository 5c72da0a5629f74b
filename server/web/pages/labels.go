package pages

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// mostLabels is how many names of a thing are shown.
const mostLabels = 24

// A label is a name or a title in one language.
type label struct {
	Text, Language string
	LanguageName   string
	fact
}

// labels lists names, those of one language together, without repetitions.
func (b *book) labels(of []graph.Label) []label {
	var out []label
	seen := map[string]bool{}
	for _, l := range of {
		text := timeline.Plain(l.Text)
		if text == "" || seen[l.Language+"\x00"+text] || len(out) == mostLabels {
			continue
		}
		seen[l.Language+"\x00"+text] = true
		shown := label{Text: graph.Shorten(text, 300), Language: l.Language, LanguageName: languageName(l.Language)}
		if l.Claim != "" {
			shown.fact = b.fact(l.Claim)
		}
		out = append(out, shown)
	}
	slices.SortStableFunc(out, func(x, y label) int { return cmp.Compare(x.LanguageName, y.LanguageName) })
	return out
}

// claimsOf lists the claims that say labels.
func claimsOf(labels []graph.Label) (claims []graph.ID) {
	for _, l := range labels {
		if l.Claim != "" && len(claims) < mostLabels {
			claims = append(claims, l.Claim)
		}
	}
	return claims
}

// labelsOf reads all that a thing is called.
func (b *book) labelsOf(ctx context.Context, id graph.ID) ([]graph.Label, error) {
	names, err := b.store.Names(ctx, []graph.ID{id}, b.frame.AsOf)
	if err != nil {
		return nil, err
	}
	return names[0], nil
}

// roundLabels reads what a round is called in every language of names, which
// follows its process where articles have no name of its own.
func (b *book) roundLabels(ctx context.Context, id graph.ID) ([]graph.Label, error) {
	labels, err := b.labelsOf(ctx, id)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var out []graph.Label
	for _, l := range layout.NameLanguages {
		names, err := b.store.Name(ctx, []graph.ID{id}, l.Code, edtf.Date{})
		if err != nil {
			return nil, err
		}
		if name := names[0]; !seen[name] {
			seen[name] = true
			out = append(out, graph.Label{Text: name, Language: l.Code, Vocabulary: true})
		}
	}
	return append(out, slices.DeleteFunc(labels, func(l graph.Label) bool { return seen[l.Text] })...), nil
}

// preferred is the label in the reader's language of names, else the first.
func preferred(labels []graph.Label, language string) graph.Label {
	for _, l := range labels {
		if primary, _, _ := strings.Cut(l.Language, "-"); primary == language {
			return l
		}
	}
	if len(labels) > 0 {
		return labels[0]
	}
	return graph.Label{}
}

// languageName is what a language is called by those who speak it; the code
// where that is not known.
func languageName(code string) string {
	primary, _, _ := strings.Cut(strings.ToLower(code), "-")
	for _, l := range layout.NameLanguages {
		if l.Code == primary {
			return l.Name
		}
	}
	return timeline.Plain(code)
}
