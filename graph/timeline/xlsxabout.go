package timeline

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// aboutWidth is the width of what the sheet says.
const aboutWidth = 80

// about makes the sheet that says what the file is and what it was made of.
func (b *workbook) about() error {
	name, made := labelAbout.in(b.language), b.options.Provenance
	if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	if err := b.layOut(name); err != nil {
		return err
	}
	filter := made.Filter
	if filter == "" {
		filter = labelAll.in(b.language)
	}
	rows := [][2]any{
		{b.options.title(), ""},
		{labelEvents.in(b.language), b.events.rows - 1},
		{labelPassages.in(b.language), b.passages.rows - 1},
		{labelSnapshot.in(b.language), made.Snapshot},
		{labelVocabulary.in(b.language), made.Vocabulary},
		{labelProgram.in(b.language), made.Program},
		{labelFilter.in(b.language), filter},
		{labelDate.in(b.language), labelDatesNote.in(b.language)},
		{labelQuote.in(b.language), labelQuotesNote.in(b.language)},
		{labelSources.in(b.language), labelReadNote.in(b.language)},
	}
	header := b.styles.header
	if title := b.options.title(); inert(title) != title {
		header = quotedStyle(b.file, header)
	}
	for i, row := range rows {
		if text, ok := row[1].(string); ok {
			if err := b.file.SetRowHeight(name, i+1, lineHeight*float64(linesOf(text, aboutWidth))); err != nil {
				return err
			}
		}
		for j, value := range row {
			if err := b.put(name, j+1, i+1, value); err != nil {
				return err
			}
		}
	}
	return errors.Join(
		b.file.SetColWidth(name, "A", "A", 26), b.file.SetColWidth(name, "B", "B", aboutWidth),
		b.file.SetCellStyle(name, "A1", "A1", header), b.file.SetCellStyle(name, "B1", "B1", b.styles.header),
	)
}

// put writes one cell.
func (b *workbook) put(sheet string, column, row int, value any) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	dressed, err := b.cell(value, look{wraps: true, aside: true})
	c, ok := dressed.(excelize.Cell)
	if err != nil || !ok {
		return err
	}
	return errors.Join(b.file.SetCellValue(sheet, at, c.Value), b.file.SetCellStyle(sheet, at, at, c.StyleID))
}

// coreProperties are the properties that every document has.
const coreProperties = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
	`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ` +
	`xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
	`<dc:title>{title}</dc:title><dc:creator>peacetalks</dc:creator><dc:description>{made}</dc:description>` +
	`<dc:identifier>{snapshot}</dc:identifier><dc:language>{language}</dc:language><cp:lastModifiedBy>peacetalks</cp:lastModifiedBy>` +
	`<dcterms:created xsi:type="dcterms:W3CDTF">1970-01-01T00:00:00Z</dcterms:created>` +
	`<dcterms:modified xsi:type="dcterms:W3CDTF">1970-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`

func escapeXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}

// describe sets the properties of the document. Their times are always the
// same: what a workbook holds has no time of its own.
func (b *workbook) describe() error {
	made := b.options.Provenance
	// Some readers want the prefixes that Excel writes, which excelize does not.
	core := strings.NewReplacer(
		"{title}", escapeXML(b.options.title()), "{made}", escapeXML(Plain(made.String())), "{snapshot}", escapeXML(made.Snapshot),
		"{language}", phrasesIn(b.language).language,
	).Replace(coreProperties)
	b.file.Pkg.Store("docProps/core.xml", []byte(core))
	errs := []error{
		b.file.SetAppProps(&excelize.AppProperties{Application: "peacetalks"}),
		b.file.SetCustomProps(excelize.CustomProperty{Name: "events", Value: strconv.Itoa(b.events.rows - 1)}),
	}
	for _, p := range []struct{ name, value string }{
		{"snapshot", made.Snapshot}, {"vocabulary", made.Vocabulary}, {"program", made.Program}, {"filter", made.Filter},
	} {
		if p.value != "" {
			errs = append(errs, b.file.SetCustomProps(excelize.CustomProperty{Name: p.name, Value: Plain(p.value)}))
		}
	}
	return errors.Join(errs...)
}
