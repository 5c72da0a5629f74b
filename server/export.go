package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
)

type exportCmd struct {
	Format      string   `help:"One of ${formats}; unless given, what the ending of the output's name says." placeholder:"NAME"`
	Process     string   `help:"Only what belongs to this process, such as astana." placeholder:"ID"`
	Round       string   `help:"Only what belongs to this round, such as astana-14." placeholder:"ID"`
	Party       string   `help:"Only events that this party has to do with." placeholder:"ID"`
	Person      string   `help:"Only events that this person has to do with." placeholder:"ID"`
	Topic       string   `help:"Only events about this topic." placeholder:"ID"`
	Kind        []string `help:"Only events of these kinds." placeholder:"KIND"`
	From        string   `help:"Only events on this day or later." placeholder:"DATE"`
	To          string   `help:"Only events on this day or earlier." placeholder:"DATE"`
	AsOf        string   `help:"By what was reported by this day." placeholder:"DATE"`
	Language    string   `help:"Language of titles and names." default:"en" placeholder:"TAG"`
	BOM         bool     `help:"csv and rows: begin with a byte-order mark, by which Excel knows UTF-8; programs may take it for a part of the first name. xlsx needs none."`
	Lanes       string   `help:"html and svg: what a lane of the chart stands for: process, party or person." placeholder:"WHAT"`
	WithoutText bool     `help:"ndjson: leave out the articles' texts. Such an export cannot be loaded again."`
	Output      string   `short:"o" help:"Write to this file, which appears only when it is whole." placeholder:"FILE" completion:"file"`
}

// formats lists the names of the formats, for help and errors.
func formats() string {
	names := []string{export.Canonical}
	for _, f := range timeline.Formats() {
		names = append(names, f.Name)
	}
	for _, f := range export.Formats() {
		if f.Name != export.Canonical {
			names = append(names, f.Name)
		}
	}
	return strings.Join(names, ", ")
}

// Help is shown below the flags.
func (exportCmd) Help() string {
	var b strings.Builder
	b.WriteString("Formats of timelines:\n\n")
	for _, f := range timeline.Formats() {
		limit := ""
		if f.Cap > 0 {
			limit = fmt.Sprintf(" (%d events at most)", f.Cap)
		}
		fmt.Fprintf(&b, "  %-12s %s%s\n", f.Name, f.Summary, limit)
	}
	b.WriteString("\nFormats of the graph, of which --process, --round and --as-of choose a part:\n\n")
	for _, f := range export.Formats() {
		if f.Chooses {
			fmt.Fprintf(&b, "  %-12s %s\n", f.Name, f.Summary)
		}
	}
	b.WriteString("\nAlways whole; 'load' reads " + export.Canonical + " back without loss:\n\n")
	for _, f := range export.Formats() {
		if !f.Chooses {
			fmt.Fprintf(&b, "  %-12s %s\n", f.Name, f.Summary)
		}
	}
	b.WriteString(`
The same graph gives the same bytes. Each export says what it was made of, so that a figure can cite it: the snapshot
(a hash of all that the graph holds), the vocabulary, the program and the filter. A spreadsheet opens xlsx best; Excel
reads Arabic in a csv only with --bom.

Examples:

  peacetalks export -o astana.xlsx --process astana --language ar
  peacetalks export --format csv --process astana -o astana.csv
  peacetalks export --format ics --round astana-14 --language ar
  peacetalks export -o astana.gexf --process astana
  peacetalks export --format rows --bom -o events.rows.csv
  peacetalks export -o graph.ndjson`)
	return b.String()
}

// Run writes the export.
func (c *exportCmd) Run(ctx context.Context, p *program) (err error) {
	if err := c.chooseFormat(); err != nil {
		return err
	}
	filter, err := timeline.ParseFilter(c.filter())
	if err != nil {
		return &usageError{"--" + err.Error()}
	}
	if err := c.check(filter); err != nil {
		return err
	}
	if p.flags.Server != "" {
		return p.export(c, func(w io.Writer) error { return p.remoteExport(ctx, w, c, filter) })
	}
	if f, ok := export.FormatNamed(c.Format); ok && f.Fixed {
		return p.export(c, func(w io.Writer) error { return export.Export(ctx, w, nil, c.Format, export.Options{}) })
	}
	// The canonical export holds no vocabulary, which takes a while to read.
	o := graph.Options{}
	if c.Format != export.Canonical {
		if o, err = p.vocabulary(); err != nil {
			return err
		}
	}
	s, err := p.openToRead(o)
	if err != nil {
		return err
	}
	defer closing(s, &err)
	p.ifEmpty(ctx, s)
	return p.export(c, func(w io.Writer) error {
		if _, ok := export.FormatNamed(c.Format); ok {
			return c.graph(ctx, p, w, s, filter)
		}
		o := timeline.Options{Language: c.Language, BOM: c.BOM, Lanes: timeline.Lanes(c.Lanes), Provenance: graph.Provenance{Program: build()}}
		events, err := timeline.Export(ctx, w, s, c.Format, filter, o)
		if err != nil || events > 0 {
			return err
		}
		unknown, err := p.sayUnknown(ctx, s, filter.Process, filter.Round, filter.Party, filter.Person, filter.Topic)
		if err == nil && !unknown {
			p.say("no event in the graph is of this kind; the export is empty")
		}
		return err
	})
}

// sayUnknown tells which ids are of nothing in the graph: they may have been
// mistyped.
func (p *program) sayUnknown(ctx context.Context, s *graph.Store, ids ...graph.ID) (said bool, err error) {
	for _, id := range ids {
		if id == "" {
			continue
		}
		known, err := s.Exists(ctx, id)
		if err != nil {
			return said, err
		}
		if !known {
			p.say("nothing in the graph is of %s; the export is empty", id)
			said = true
		}
	}
	return said, nil
}

// check refuses flags that the format does not take.
func (c *exportCmd) check(filter timeline.Filter) error {
	if f, ok := export.FormatNamed(c.Format); ok {
		if !f.Chooses && len(filter.Values()) > 0 {
			return &usageError{f.Whole() + ": it takes no --process, --round, --from and the like"}
		}
		rest := filter
		rest.Process, rest.Round, rest.AsOf = "", "", edtf.Date{}
		if len(rest.Values()) > 0 {
			return &usageError{c.Format + " is of the graph: it takes --process, --round and --as-of, and no " + flagsOf(rest.Values())}
		}
	}
	if _, err := language.Parse(c.Language); err != nil {
		return &usageError{fmt.Sprintf("--language: %q is no language tag such as ar or en", c.Language)}
	}
	option := c.option()
	if c.WithoutText && option != "withoutText" {
		return &usageError{"--without-text goes with " + export.Canonical + " only"}
	}
	if c.BOM && option != "bom" {
		return &usageError{"--bom goes with csv only, and with rows"}
	}
	if c.Lanes != "" && option != "lanes" {
		return &usageError{"--lanes goes with html and svg only"}
	}
	if _, err := timeline.ParseLanes(c.Lanes); err != nil {
		return &usageError{"--" + err.Error()}
	}
	return nil
}

// option is what the format takes that others do not.
func (c *exportCmd) option() string {
	if f, ok := export.FormatNamed(c.Format); ok {
		return f.Option
	}
	f, _ := timeline.FormatNamed(c.Format)
	return f.Option
}

// flagsOf names the flags that a filter was read from.
func flagsOf(values url.Values) string {
	return "--" + strings.Join(slices.Sorted(maps.Keys(values)), ", --")
}

// graph writes the graph, or the part of it that is chosen.
func (c *exportCmd) graph(ctx context.Context, p *program, w io.Writer, s *graph.Store, filter timeline.Filter) error {
	o := export.Options{
		WithoutText: c.WithoutText, Language: c.Language, BOM: c.BOM, Provenance: graph.Provenance{Program: build()},
		Filter: export.Filter{Process: filter.Process, Round: filter.Round, AsOf: filter.AsOf},
	}
	if c.Format == export.Canonical {
		m := p.meter("exporting", "article", 0)
		defer m.end()
		o.Progress = m.behind(c.Output)
	}
	if _, err := p.sayUnknown(ctx, s, filter.Process, filter.Round); err != nil {
		return err
	}
	return export.Export(ctx, w, s, c.Format, o)
}

// export writes the output; with --json it says what was written to a file.
func (p *program) export(c *exportCmd, encode func(io.Writer) error) error {
	var written counter
	err := p.write(c.Output, func(w io.Writer) error { return encode(io.MultiWriter(w, &written)) })
	if err != nil || !p.flags.JSON || c.Output == "" || c.Output == "-" {
		return err
	}
	return p.json(struct {
		File   string `json:"file"`
		Format string `json:"format"`
		Bytes  int64  `json:"bytes"`
	}{c.Output, c.Format, int64(written)})
}

// chooseFormat checks the format, or takes it from the output's name.
func (c *exportCmd) chooseFormat() error {
	if c.Format == "" {
		events, isEvents := timeline.FormatOf(c.Output)
		whole, isWhole := export.FormatOf(c.Output)
		switch {
		case isWhole && len(whole.Extension) > len(events.Extension):
			c.Format = whole.Name
		case isEvents:
			c.Format = events.Name
		default:
			return &usageError{"which format? Give --format with one of " + formats()}
		}
	}
	if !slices.Contains(strings.Split(formats(), ", "), c.Format) {
		return &usageError{fmt.Sprintf("--format: there is no format %q; there are %s", c.Format, formats())}
	}
	return nil
}

// filter gives the flags as package timeline reads them.
func (c *exportCmd) filter() url.Values {
	values := url.Values{"kind": c.Kind}
	for key, value := range map[string]string{
		"process": c.Process, "round": c.Round, "party": c.Party, "person": c.Person, "topic": c.Topic,
		"from": c.From, "to": c.To, "as-of": c.AsOf,
	} {
		if value != "" {
			values.Set(key, value)
		}
	}
	return values
}

// openToRead opens the graph for reading, beside other readers.
func (p *program) openToRead(o graph.Options) (*graph.Store, error) {
	o.ReadOnly = true
	s, err := graph.Open(p.flags.Data, o)
	if folder := (*graph.FolderError)(nil); errors.As(err, &folder) && folder.Kind == graph.Damaged {
		// A graph that was not closed, after a crash, is mended by opening it for writing.
		o.ReadOnly = false
		if mended, e := graph.Open(p.flags.Data, o); e == nil {
			return mended, nil
		}
	}
	return s, err
}
