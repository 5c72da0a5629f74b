package timeline

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"peacetalks/graph"
)

// The xlsx format is a workbook for people: a sheet with a row an event, one
// with a row a passage, and one that says what the file is. Headings are in
// the language of the titles, and so is the direction of the sheets.
//
// A date that is a day is a cell of a date; any other is text, since a
// spreadsheet cannot hold it, and the days between which it lies stand beside
// it. Texts are cells of text, which are no formulas, and those that would be
// formulas if somebody edited them are marked as a spreadsheet marks what was
// typed behind an apostrophe.
//
// A workbook is a whole: it is made before the first byte is written, the rows
// in temporary files when they are many.
const (
	xlsxEvents   = 10_000
	xlsxPassages = 1_000_000 // Excel has 1,048,576 rows
	xlsxCell     = 32_767    // UTF-16 code units of a cell that Excel takes
	xlsxLink     = 2_000     // bytes of an address that Excel takes
	xlsxLinks    = 4_000     // in a sheet: each costs more than the one before; further addresses are text alone
)

func encodeXLSX(w io.Writer, o Options, events iter.Seq2[Event, error]) (err error) {
	f := excelize.NewFile()
	defer func() { err = errors.Join(err, f.Close()) }()
	b := workbook{file: f, options: o, language: o.Language}
	if err := b.begin(); err != nil {
		return err
	}
	for e, err := range events {
		if err != nil {
			return err
		}
		if err := b.add(&e); err != nil {
			return fmt.Errorf("%s: %w", e.ID, err)
		}
	}
	if err := b.finish(); err != nil {
		return err
	}
	var made bytes.Buffer
	if err := f.Write(&made); err != nil {
		return err
	}
	return tidy(w, made.Bytes())
}

// asExcel writes as Excel does what excelize writes in its own way, since some
// readers know only that. No text can hold any of it: its quotation marks are
// escaped.
var asExcel = strings.NewReplacer(
	` xmlns:relationships="http://schemas.openxmlformats.org/officeDocument/2006/relationships" relationships:id="`, ` r:id="`,
	` rightToLeft="true"`, ` rightToLeft="1"`,
)

// tidy writes the files of an archive as Excel has them, by name: excelize
// writes them in another order each time.
func tidy(w io.Writer, archive []byte) error {
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return err
		}
		// A file needs a time; this is the first that there is.
		first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
		to, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: first})
		if err != nil {
			return err
		}
		if _, err := asExcel.WriteString(to, string(data)); err != nil {
			return err
		}
	}
	return out.Close()
}

// A workbook is one under construction.
type workbook struct {
	file     *excelize.File
	options  Options
	language string
	styles   styles

	events, passages *sheet
}

// A sheet is one whose rows are written one after another.
type sheet struct {
	name    string
	columns []sheetColumn
	printed int // columns
	out     *excelize.StreamWriter
	rows    int // written, with the header
	links   []cellLink
}

// A cellLink is the address of a cell.
type cellLink struct{ cell, address string }

// begin makes the sheets and writes their headers.
func (b *workbook) begin() (err error) {
	if b.styles, err = newStyles(b.file, RightToLeft(b.language)); err != nil {
		return err
	}
	if err := b.file.SetSheetName(b.file.GetSheetName(0), labelEvents.in(b.language)); err != nil {
		return err
	}
	if b.events, err = b.sheet(labelEvents, eventColumns, printedOfEvents, 2); err != nil {
		return err
	}
	if _, err := b.file.NewSheet(labelSources.in(b.language)); err != nil {
		return err
	}
	b.passages, err = b.sheet(labelSources, passageColumns, printedOfPassages, 1)
	return err
}

// sheet begins a sheet whose header and first columns stay in view.
func (b *workbook) sheet(name label, columns []sheetColumn, printed, frozen int) (*sheet, error) {
	s := &sheet{name: name.in(b.language), columns: columns, printed: printed}
	if err := b.layOut(s.name); err != nil {
		return nil, err
	}
	var err error
	if s.out, err = b.file.NewStreamWriter(s.name); err != nil {
		return nil, err
	}
	header := make([]any, len(columns))
	for i, c := range columns {
		header[i] = excelize.Cell{StyleID: b.styles.header, Value: c.label.in(b.language)}
		if err := s.out.SetColWidth(i+1, i+1, c.width); err != nil {
			return nil, err
		}
	}
	corner, err := excelize.CoordinatesToCellName(frozen+1, 2)
	if err != nil {
		return nil, err
	}
	panes := &excelize.Panes{
		Freeze: true, XSplit: frozen, YSplit: 1, TopLeftCell: corner, ActivePane: "bottomRight",
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: "bottomRight"}},
	}
	if err := s.out.SetPanes(panes); err != nil {
		return nil, err
	}
	s.rows = 1
	return s, s.out.SetRow("A1", header, excelize.RowOpts{Height: 32})
}

// layOut sets a sheet's direction and how it is printed: across the page, as
// wide as it is, the header on each page.
func (b *workbook) layOut(name string) error {
	rtl, fit, wide, high := RightToLeft(b.language), true, 1, 0
	landscape, paper := "landscape", 9 // A4
	side, low := 0.4, 0.6              // margins, in inches
	return errors.Join(
		b.file.SetSheetView(name, 0, &excelize.ViewOptions{RightToLeft: &rtl}),
		b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		b.file.SetPageLayout(name, &excelize.PageLayoutOptions{
			Size: &paper, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
		}),
		b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &side, Bottom: &low, Footer: &side}),
		b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: b.footer()}),
	)
}

// footer says on each printed page what it is made of, and its number.
func (b *workbook) footer() string {
	const longest = 200 // of 255 characters that there may be
	made := []rune(strings.ReplaceAll(Plain(b.options.Provenance.String()), "&", "&&"))
	if len(made) > longest {
		made = append([]rune(strings.TrimRight(string(made[:longest-1]), "&")), '…')
	}
	return "&L&8" + " " + string(made) + "&R&8&P / &N"
}

// add writes an event and its passages.
func (b *workbook) add(e *Event) error {
	if err := b.row(b.events, e, e.first()); err != nil {
		return err
	}
	for _, s := range e.Passages() {
		if b.passages.rows > xlsxPassages {
			return &graph.CapError{Format: "xlsx", Cap: xlsxPassages, Things: "passages"}
		}
		if err := b.row(b.passages, e, s); err != nil {
			return err
		}
	}
	return nil
}

// row writes a row of a sheet.
func (b *workbook) row(s *sheet, e *Event, source Source) error {
	s.rows++
	cells, high := make([]any, len(s.columns)), 1
	for i, c := range s.columns {
		cell, err := excelize.CoordinatesToCellName(i+1, s.rows)
		if err != nil {
			return err
		}
		value := c.value(e, source, b.language)
		address := ""
		if c.linked && len(s.links) < xlsxLinks {
			address = source.WebLink()
		}
		if address != "" && len(address) <= xlsxLink {
			s.links = append(s.links, cellLink{cell, address})
		} else {
			address = ""
		}
		if cells[i], err = b.cell(value, look{wraps: c.wraps, link: address != ""}); err != nil {
			return err
		}
		if text, ok := value.(string); ok && c.wraps {
			high = max(high, linesOf(text, c.width))
		}
	}
	return s.out.SetRow(fmt.Sprintf("A%d", s.rows), cells, excelize.RowOpts{Height: lineHeight * float64(min(high, mostLines))})
}

// finish writes what needs all rows: filters, links, and what the file is.
func (b *workbook) finish() error {
	for _, s := range []*sheet{b.events, b.passages} {
		if err := b.close(s); err != nil {
			return err
		}
	}
	if err := b.about(); err != nil {
		return err
	}
	return b.describe()
}

func (b *workbook) close(s *sheet) error {
	last, err := excelize.CoordinatesToCellName(len(s.columns), max(s.rows, 2))
	if err != nil {
		return err
	}
	if err := b.file.AutoFilter(s.name, "A1:"+last, nil); err != nil {
		return err
	}
	for _, l := range s.links {
		if err := b.file.SetCellHyperLink(s.name, l.cell, l.address, "External"); err != nil {
			return err
		}
	}
	corner, err := excelize.CoordinatesToCellName(s.printed, max(s.rows, 2), true)
	if err != nil {
		return err
	}
	sheet := "'" + s.name + "'!"
	return errors.Join(
		b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: sheet + "$A$1:" + corner, Scope: s.name}),
		b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "$1:$1", Scope: s.name}),
		s.out.Flush(),
	)
}

// cutCell cuts a text to what a cell takes.
func cutCell(s string) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= xlsxCell {
		return s
	}
	cut := string(utf16.Decode(units[:xlsxCell-1]))
	return strings.TrimSuffix(cut, "\uFFFD") + "…" // half a pair
}
