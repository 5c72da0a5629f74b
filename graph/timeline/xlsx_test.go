package timeline

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A bookSheet is what is looked at in a sheet of a workbook, read by nothing
// but the parts' XML.
type bookSheet struct {
	name  string
	Views []struct {
		RightToLeft bool `xml:"rightToLeft,attr"`
		Pane        struct {
			State string `xml:"state,attr"`
			Y     int    `xml:"ySplit,attr"`
		} `xml:"pane"`
	} `xml:"sheetViews>sheetView"`
	Filter struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Rows []struct {
		Cells []bookCell `xml:"c"`
	} `xml:"sheetData>row"`
	Links []struct {
		Ref string `xml:"ref,attr"`
		ID  string `xml:"id,attr"`
	} `xml:"hyperlinks>hyperlink"`
	addresses map[string]string // by cell
}

type bookCell struct {
	Ref    string    `xml:"r,attr"`
	Type   string    `xml:"t,attr"`
	Style  int       `xml:"s,attr"`
	Value  string    `xml:"v"`
	Text   string    `xml:"is>t"`
	F      *struct{} `xml:"f"`
	date   bool
	quoted bool
}

// String is a cell as it is shown.
func (c bookCell) String() string {
	if !c.date {
		return c.Text + c.Value
	}
	days, err := strconv.Atoi(c.Value)
	if err != nil {
		return err.Error()
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Format(time.DateOnly)
}

// parts are the files of an archive.
func parts(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(part); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

func readXML(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := xml.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

// readXLSX reads the sheets of a workbook.
func readXLSX(t *testing.T, data []byte) []bookSheet {
	t.Helper()
	files := parts(t, data)
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	readXML(t, files["xl/workbook.xml"], &book)
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int  `xml:"numFmtId,attr"`
			Quote  bool `xml:"quotePrefix,attr"`
		} `xml:"cellXfs>xf"`
	}
	readXML(t, files["xl/styles.xml"], &styles)
	var shared struct {
		Texts []string `xml:"si>t"`
	}
	readXML(t, files["xl/sharedStrings.xml"], &shared)
	var sheets []bookSheet
	for i, s := range book.Sheets {
		sheet := bookSheet{name: s.Name, addresses: map[string]string{}}
		readXML(t, files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)], &sheet)
		for r := range sheet.Rows {
			for c := range sheet.Rows[r].Cells {
				cell := &sheet.Rows[r].Cells[c]
				x := styles.Cells[cell.Style]
				cell.quoted = x.Quote
				for _, f := range styles.Formats {
					cell.date = cell.date || f.ID == x.Format && f.Code == "yyyy-mm-dd" && cell.Type == ""
				}
				if cell.Type == "s" {
					n, err := strconv.Atoi(cell.Value)
					if err != nil {
						t.Fatal(err)
					}
					cell.Value = shared.Texts[n]
				}
			}
		}
		targets := map[string]string{}
		if rels, ok := files[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1)]; ok {
			var list struct {
				Of []struct {
					ID     string `xml:"Id,attr"`
					Target string `xml:"Target,attr"`
				} `xml:"Relationship"`
			}
			readXML(t, rels, &list)
			for _, r := range list.Of {
				targets[r.ID] = r.Target
			}
		}
		for _, l := range sheet.Links {
			sheet.addresses[l.Ref] = targets[l.ID]
		}
		sheets = append(sheets, sheet)
	}
	return sheets
}

// cell is a row's cell under a heading.
func (s bookSheet) cell(t *testing.T, row int, heading string) bookCell {
	t.Helper()
	for _, h := range s.Rows[0].Cells {
		if h.String() != heading {
			continue
		}
		letters := strings.TrimRight(h.Ref, "0123456789")
		for _, c := range s.Rows[row].Cells {
			if c.Ref == letters+strconv.Itoa(row+1) {
				return c
			}
		}
		return bookCell{}
	}
	t.Fatalf("%s: no column %q", s.name, heading)
	return bookCell{}
}

// dump writes the cells of a workbook as lines.
func dump(sheets []bookSheet) []byte {
	var b bytes.Buffer
	for _, s := range sheets {
		fmt.Fprintf(&b, "%s\n", s.name)
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				mark := ""
				switch {
				case c.date:
					mark = " (date)"
				case c.quoted:
					mark = " (quoted)"
				case s.addresses[c.Ref] != "":
					mark = " (link)"
				}
				fmt.Fprintf(&b, "\t%s%s\t%s\n", c.Ref, mark, c)
			}
		}
	}
	return b.Bytes()
}

func TestXLSX(t *testing.T) {
	for _, language := range []string{"en", "ar"} {
		sheets := readXLSX(t, encoded(t, "xlsx", Options{Language: language}))
		events := collect(t, sampleStore(t), Filter{})
		if len(sheets) != 3 || sheets[0].name != labelEvents.in(language) || sheets[1].name != labelSources.in(language) || sheets[2].name != labelAbout.in(language) {
			t.Fatalf("%s: the sheets %+v", language, sheets)
		}
		for i, s := range sheets {
			view := s.Views[0]
			if view.RightToLeft != (language == "ar") {
				t.Errorf("%s, %s: right to left is %t", language, s.name, view.RightToLeft)
			}
			if i < 2 && (view.Pane.State != "frozen" || view.Pane.Y != 1 || !strings.HasPrefix(s.Filter.Ref, "$A$1:")) {
				t.Errorf("%s, %s: the pane %+v, the filter %+v", language, s.name, view.Pane, s.Filter)
			}
		}
		if len(sheets[0].Rows) != len(events)+1 {
			t.Fatalf("%s: %d rows for %d events", language, len(sheets[0].Rows), len(events))
		}
		row := 0
		for i, e := range events {
			first, last := e.Days()
			for label, want := range map[label]string{
				labelEvent: e.Title(language), labelEDTF: e.Date.EDTF.String(), labelEarliest: first, labelLatest: last, labelEventID: string(e.ID),
				labelQuote: Plain(e.Sources[0].ShortQuote()), labelOutlet: Plain(e.Sources[0].Outlet), labelAddress: e.Sources[0].URL,
				labelPublished: e.Sources[0].Published.String(), labelParties: e.list(language, e.Parties...),
			} {
				if got := sheets[0].cell(t, i+1, label.in(language)).String(); got != want {
					t.Errorf("%s, event %d, %s: %q, want %q", language, i, label.in("en"), got, want)
				}
			}
			if c := sheets[0].cell(t, i+1, labelDate.in(language)); c.date != isPlainDay(e.Date.EDTF) || c.date && c.String() != first || !c.date && c.String() != DateText(e.Date.EDTF, language) {
				t.Errorf("%s, event %d: the date %s is %+v", language, i, e.Date.EDTF, c)
			}
			address := sheets[0].cell(t, i+1, labelAddress.in(language))
			if got := sheets[0].addresses[address.Ref]; got != e.Sources[0].WebLink() {
				t.Errorf("%s, event %d: a link to %q, want %q", language, i, got, e.Sources[0].WebLink())
			}
			for _, s := range e.Passages() {
				row++
				if got := sheets[1].cell(t, row, labelFirstByte.in(language)).String(); got != strconv.Itoa(s.Start) {
					t.Errorf("%s, passage %d: from byte %s, want %d", language, row, got, s.Start)
				}
				if got := sheets[1].cell(t, row, labelClaimID.in(language)).String(); got != string(s.Claim) {
					t.Errorf("%s, passage %d: the claim %s, want %s", language, row, got, s.Claim)
				}
			}
		}
		if len(sheets[1].Rows) != row+1 {
			t.Errorf("%s: %d rows for %d passages", language, len(sheets[1].Rows), row)
		}
	}
}

// TestXLSXIsInert checks that texts are texts: no formula is there, nor would
// one be made of a text that somebody edits.
func TestXLSXIsInert(t *testing.T) {
	quoted := 0
	for _, s := range readXLSX(t, encoded(t, "xlsx", Options{Title: "=1+1"})) {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				text := c.String()
				if c.F != nil || c.Type == "str" {
					t.Errorf("%s, %s: a formula", s.name, c.Ref)
				}
				if dangerous := inert(text) != text; dangerous != c.quoted {
					t.Errorf("%s, %s: %q, as if typed behind an apostrophe: %t", s.name, c.Ref, text, c.quoted)
				} else if dangerous {
					quoted++
				}
				if strings.ContainsFunc(text, isDirection) {
					t.Errorf("%s, %s: %q changes the direction of text", s.name, c.Ref, text)
				}
			}
		}
	}
	if quoted < 3 {
		t.Errorf("%d cells begin like a formula, want the hostile ones", quoted)
	}
}

// TestXLSXLimits checks what Excel cannot hold.
func TestXLSXLimits(t *testing.T) {
	long := strings.Repeat("🕊", 20_000) // two code units each
	e := Event{
		ID: "event:x", Kind: Start, Round: "round:minsk", Date: graph.EventDate{EDTF: edtf.MustParse("1899-05-18"), Basis: long},
		Parties: []graph.ID{"party:_x0041_b"},
		Sources: []Source{{Article: "article:x", URL: "https://example.org/" + strings.Repeat("a", 3000), ArticleTitle: long}},
	}
	var b bytes.Buffer
	if err := Encode(&b, "xlsx", Options{}, few(e)); err != nil {
		t.Fatal(err)
	}
	s := readXLSX(t, b.Bytes())[0]
	for _, heading := range []label{labelBasis, labelArticle} {
		got := s.cell(t, 1, heading.in("en")).String()
		if n := len(utf16.Encode([]rune(got))); n > 32767 || n < 32765 || !strings.HasSuffix(got, "🕊…") || !utf8.ValidString(got) {
			t.Errorf("%s: %d code units, ending in %q", heading.in("en"), n, got[len(got)-8:])
		}
	}
	if c := s.cell(t, 1, "Date"); c.date || c.String() != "18 May 1899" {
		t.Errorf("a day that Excel cannot hold: %+v", c)
	}
	if c := s.cell(t, 1, "Earliest day"); c.date || c.String() != "1899-05-18" {
		t.Errorf("a day that Excel cannot hold: %+v", c)
	}
	// The underscores are escaped as the format has it, else they would be read as an A.
	if c := s.cell(t, 1, "Parties"); c.String() != "_x005F_x0041_b" {
		t.Errorf("a name like an escape is written %q", c)
	}
	if len(s.addresses) != 0 {
		t.Errorf("links to %d addresses that are too long", len(s.addresses))
	}
}

// TestXLSXProperties checks where programs look for what a document is.
func TestXLSXProperties(t *testing.T) {
	s := sampleStore(t)
	info, err := s.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data := madeFrom(t, s, "xlsx", Filter{Process: "process:astana"}, Options{})
	files := parts(t, data)
	for name, wants := range map[string][]string{
		"docProps/core.xml":   {"<dc:title>Peace talks<", info.Snapshot, "peacetalks v1 (test)"},
		"docProps/custom.xml": {`name="snapshot"`, info.Snapshot, `name="filter"`, "process=astana", `name="program"`},
		"xl/workbook.xml":     {"_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase"},
	} {
		for _, want := range wants {
			if !bytes.Contains(files[name], []byte(want)) {
				t.Errorf("%s has no %s: %s", name, want, files[name])
			}
		}
	}
	var about []string
	for _, r := range readXLSX(t, data)[2].Rows {
		for _, c := range r.Cells {
			about = append(about, c.String())
		}
	}
	for _, want := range []string{info.Snapshot, "test", "peacetalks v1 (test)", "process=astana"} {
		if !slices.Contains(about, want) {
			t.Errorf("the sheet about the file does not say %q: %q", want, about)
		}
	}
	if times := regexp.MustCompile(`\d{4}-\d\d-\d\dT[\d:]+Z`).FindAllString(string(files["docProps/core.xml"]), -1); len(times) != 2 || times[0] != "1970-01-01T00:00:00Z" || times[1] != times[0] {
		t.Errorf("the times %q", times)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || !slices.IsSortedFunc(r.File, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) }) || r.File[0].Name != "[Content_Types].xml" {
		t.Errorf("the files are in no order: %v", err)
	}
}

// TestLabels checks that each label is there in each language.
func TestLabels(t *testing.T) {
	for l := labelEvents; l <= labelBytes; l++ {
		for _, p := range languages {
			if p.labels[l] == "" {
				t.Errorf("%s lacks label %d", p.language, l)
			}
		}
	}
	for _, language := range Languages() {
		for _, l := range []label{labelEvents, labelSources, labelAbout} {
			if name := l.in(language); utf8.RuneCountInString(name) > 31 || strings.ContainsAny(name, `[]:*?/\'`) {
				t.Errorf("%q cannot be the name of a sheet", name)
			}
		}
		headings := map[string]bool{}
		for _, c := range eventColumns {
			if headings[c.label.in(language)] {
				t.Errorf("%s: two columns %q", language, c.label.in(language))
			}
			headings[c.label.in(language)] = true
		}
	}
	if got := labelDate.in("de-AT"); got != "Date" {
		t.Errorf("in a language that there is not: %q", got)
	}
}
