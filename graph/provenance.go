package graph

import (
	"context"
	"fmt"
	"strings"
)

// Provenance says what an export was made of and by what, so that a figure
// made from it can cite it. There is no time in it: the same graph gives the
// same export, whenever it is made.
type Provenance struct {
	// Snapshot is the graph's [Info.Snapshot]: 32 hexadecimal digits, a hash of
	// every article, claim and passage and of the curators' log. It is kept with
	// each commit, so that asking for it costs nothing, and it depends on what
	// the graph holds alone: not on the order or the time of loading. The header
	// of the canonical export has it too.
	Snapshot   string `json:"snapshot"`
	Vocabulary string `json:"vocabulary,omitempty"` // the version of what names come from
	Program    string `json:"program,omitempty"`    // with its version
	Filter     string `json:"filter,omitempty"`     // what was chosen, as a query string; "": everything
}

// Provenance is what an export of the graph as it stands is made of. The
// program and the filter are the exporter's to say.
func (s *Store) Provenance(ctx context.Context) (Provenance, error) {
	info, err := s.Info(ctx)
	if err != nil {
		return Provenance{}, err
	}
	return Provenance{Snapshot: info.Snapshot, Vocabulary: s.Vocabulary().Version}, nil
}

// String is the provenance in a line, for a caption or a footer.
func (p Provenance) String() string {
	var parts []string
	for _, part := range []struct{ label, text string }{
		{"", p.Program}, {"graph ", p.Snapshot}, {"vocabulary ", p.Vocabulary}, {"filter ", p.Filter},
	} {
		if part.text != "" {
			parts = append(parts, part.label+part.text)
		}
	}
	return strings.Join(parts, "; ")
}

// shortQuote is the length of a quote in exports, in characters: enough for a
// sentence, and little enough to be quoted under any law of quotation.
const shortQuote = 300

// ShortQuote cuts a passage for exports that are no copy of the graph: after a
// word, with an ellipsis. The passage's bytes are told beside it by their
// place.
func ShortQuote(quote string) string {
	return Shorten(quote, shortQuote)
}

// A CapError reports an export that would hold more than its format can.
type CapError struct {
	Format string
	Cap    int
	Things string // what there are too many of: events, nodes
}

func (e *CapError) Error() string {
	return fmt.Sprintf("%s holds %d %s at most, and there are more: choose fewer, or take a format that streams", e.Format, e.Cap, e.Things)
}
