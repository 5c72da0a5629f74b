package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A Format is a way to write the graph.
type Format struct {
	Name      string // as on the command line
	Extension string // of a file's name, with the dot
	MediaType string
	Summary   string // what it is for, in a line
	Chooses   bool   // a process, a round or a day may be chosen, and a language of names
	Fixed     bool   // it is the same for every graph, and needs none
	Streams   bool   // its memory does not grow with the graph
	Cap       int    // how many nodes and edges it takes, if it does not stream
	Option    string // that it takes beside what is chosen, as flags have it: bom or without-text

	write func(ctx context.Context, w io.Writer, s *graph.Store, o Options) error
}

// Canonical is the name of the format that is read back without loss.
const Canonical = "ndjson"

// networkCap is how many nodes and edges a network may have: about what Gephi
// lays out on a desk.
const networkCap = 100_000

// linkedCap is how many claims a JSON-LD document may have: its processors hold
// it as a whole, in many times its size.
const linkedCap = 50_000

// formats is the one table of formats.
var formats = []Format{
	{Canonical, ".ndjson", "application/x-ndjson; charset=utf-8", "articles, claims, passages and curators' decisions, one record a line", false, false, true, 0, "without-text", Write},
	{"rows", ".rows.csv", "text/csv; charset=utf-8; header=present", "one row a mediation event, in the shape of peace-process datasets", true, false, true, 0, "bom", writeRows},
	{"graphml", ".graphml", "application/graphml+xml; charset=utf-8", "the network of rounds, parties and people, for networkx, yEd, igraph; up to 100,000 nodes and edges", true, false, false, networkCap, "", writeGraphML},
	{"gexf", ".gexf", "application/gexf+xml; charset=utf-8", "the same network with its times, for Gephi; up to 100,000 nodes and edges", true, false, false, networkCap, "", writeGEXF},
	{"jsonld", ".jsonld", "application/ld+json", "RDF with passages, as JSON; up to 50,000 claims", true, false, false, linkedCap, "", writeJSONLD},
	{"ttl", ".ttl", "text/turtle; charset=utf-8", "RDF with passages, as Turtle", true, false, true, 0, "", writeTurtle},
	{"nq", ".nq", "application/n-quads; charset=utf-8", "RDF with passages, as N-Quads", true, false, true, 0, "", writeNQuads},
	{"ontology", ".ontology.ttl", "text/turtle; charset=utf-8", "what the terms of the RDF mean; the same for every graph", false, true, true, 0, "", writeOntology},
	{"shapes", ".shapes.ttl", "text/turtle; charset=utf-8", "SHACL shapes that the RDF has; the same for every graph", false, true, true, 0, "", writeShapes},
}

// Whole says what a format is of that nothing can be chosen from.
func (f Format) Whole() string {
	if f.Fixed {
		return f.Name + " is the same for every graph"
	}
	return f.Name + " is the whole graph"
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatNamed finds a format by its name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FormatOf finds the format that a file's name ends in; the longest ending
// wins.
func FormatOf(name string) (format Format, ok bool) {
	for _, f := range formats {
		if strings.HasSuffix(strings.ToLower(name), f.Extension) && len(f.Extension) > len(format.Extension) {
			format, ok = f, true
		}
	}
	return format, ok
}

// Options tell what is written, and how. Of the canonical format only the
// first three count.
type Options struct {
	WithoutText bool                  // leave out the articles' texts and search terms: such an export cannot be read back
	LoadTimes   bool                  // write a backup: with load times, and what it must hold in its header
	Progress    func(done, total int) // canonical: is told how many articles are written, of how many; may be nil

	Filter   Filter
	Language string // of names, BCP 47; "" is English. RDF has them in every language, and first in this one
	BOM      bool   // rows: begin with a byte-order mark, by which some spreadsheets know UTF-8

	// Provenance is written with the graph. [Export] fills all of it but the
	// program.
	Provenance graph.Provenance
}

func (o Options) language() string {
	if o.Language == "" {
		return "en"
	}
	return o.Language
}

// A Filter chooses what is written. A field that is zero does not restrict.
type Filter struct {
	Process, Round graph.ID
	AsOf           edtf.Date // by what was reported by this day
}

// things is the filter as the graph knows it.
func (f Filter) things() graph.ThingFilter {
	return graph.ThingFilter{Process: f.Process, Round: f.Round, AsOf: f.AsOf}
}

// Values writes the filter as a query string has it.
func (f Filter) Values() url.Values {
	values := url.Values{}
	if f.Process != "" {
		values.Set("process", f.Process.Name())
	}
	if f.Round != "" {
		values.Set("round", f.Round.Name())
	}
	if !f.AsOf.IsZero() {
		values.Set("asOf", f.AsOf.String())
	}
	return values
}

// An UnknownFormatError reports a format that there is not.
type UnknownFormatError struct{ Name string }

func (e *UnknownFormatError) Error() string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return fmt.Sprintf("no format %.40q of the graph; there are %s", e.Name, strings.Join(names, ", "))
}

// Export writes the graph in a format, all from one state of it; a format that
// is fixed needs no store. A format with a
// cap writes nothing if there is more: the error is a *[graph.CapError].
func Export(ctx context.Context, w io.Writer, s *graph.Store, format string, o Options) error {
	f, ok := FormatNamed(format)
	if !ok {
		return &UnknownFormatError{format}
	}
	if f.Fixed {
		return f.write(ctx, w, nil, o)
	}
	ctx, unpin := s.Pass(ctx)
	defer unpin()
	made, err := s.Provenance(ctx)
	if err != nil {
		return fmt.Errorf("graph as %s: %w", format, err)
	}
	made.Program, made.Filter = o.Provenance.Program, o.Filter.Values().Encode()
	o.Provenance = made
	b := bufio.NewWriterSize(w, 64<<10)
	if err := f.write(ctx, b, s, o); err != nil {
		return fmt.Errorf("graph as %s: %w", format, err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("graph as %s: %w", format, err)
	}
	return nil
}
