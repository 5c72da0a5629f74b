package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/graph/timeline"
	"peacetalks/server/web"
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
	Language    string   `help:"Language of titles and names, unless English." placeholder:"TAG"`
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
	values := c.values()
	x, err := web.ParseExport(c.Format, values)
	if err != nil {
		return &usageError{"--" + err.Error()}
	}
	if p.flags.Server != "" {
		return p.export(c, func(w io.Writer) error { return p.remoteExport(ctx, w, x.File, values) })
	}
	if x.Fixed {
		return p.export(c, func(w io.Writer) error {
			_, err := x.Write(ctx, w, nil, web.ExportOptions{})
			return err
		})
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
		o := web.ExportOptions{Program: build()}
		if c.Format == export.Canonical {
			m := p.meter("exporting", "article", 0)
			defer m.end()
			o.Progress = m.behind(c.Output)
		}
		events, err := x.Write(ctx, w, s, o)
		if err != nil || events > 0 {
			return err
		}
		f := x.Filter
		unknown, err := p.sayUnknown(ctx, s, f.Process, f.Round, f.Party, f.Person, f.Topic)
		if err == nil && !unknown && x.Events {
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
	_, isEvents := timeline.FormatNamed(c.Format)
	if _, isWhole := export.FormatNamed(c.Format); !isEvents && !isWhole {
		return &usageError{fmt.Sprintf("--format: there is no format %q; there are %s", c.Format, formats())}
	}
	return nil
}

// values gives the flags as /export/{name} takes them.
func (c *exportCmd) values() url.Values {
	values := url.Values{}
	for key, value := range map[string]string{
		"process": c.Process, "round": c.Round, "party": c.Party, "person": c.Person, "topic": c.Topic,
		"from": c.From, "to": c.To, "as-of": c.AsOf, "language": c.Language, "lanes": c.Lanes,
	} {
		if value != "" {
			values.Set(key, value)
		}
	}
	for _, kind := range c.Kind {
		values.Add("kind", kind)
	}
	for key, on := range map[string]bool{"bom": c.BOM, "without-text": c.WithoutText} {
		if on {
			values.Set(key, "true")
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
