package timeline

import (
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/bidi"
)

// styles are the looks of cells.
type styles struct {
	header, day, centred, number int
	side                         string // where reading begins in the sheet, for what stands in one line
	texts                        map[look]int
}

// A look is what the style of a text depends on.
type look struct {
	wraps  bool // over several lines
	link   bool
	rtl    bool // the text itself is read from the right
	quoted bool // it begins like a formula
	aside  bool // it stands where reading begins in the sheet, not where it itself begins
}

// Reading orders of cells. Those that are left to the program's choice are
// chosen badly by some.
const (
	leftToRight uint64 = 1
	rightToLeft uint64 = 2
)

func newStyles(f *excelize.File, rtl bool) (s styles, err error) {
	s.texts, s.side = map[look]int{}, "left"
	order := leftToRight
	if rtl {
		order, s.side = rightToLeft, "right"
	}
	iso := "yyyy-mm-dd"
	top, centre := &excelize.Alignment{Vertical: "top", Horizontal: s.side}, &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	if s.day, err = f.NewStyle(&excelize.Style{Font: font("", ""), Alignment: top, CustomNumFmt: &iso}); err != nil {
		return s, err
	}
	if s.centred, err = f.NewStyle(&excelize.Style{Font: font("", ""), Alignment: centre, CustomNumFmt: &iso}); err != nil {
		return s, err
	}
	if s.number, err = f.NewStyle(&excelize.Style{Font: font("", ""), Alignment: top}); err != nil {
		return s, err
	}
	s.header, err = f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Bold: true, Color: "FFFFFF"},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: s.side, WrapText: true, ReadingOrder: order},
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}},
	})
	return s, err
}

func font(color, underline string) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: 11, Color: color, Underline: underline}
}

// text is the style of a look, made when it is first asked for.
func (s styles) text(f *excelize.File, l look) (int, error) {
	if id, ok := s.texts[l]; ok {
		return id, nil
	}
	style := &excelize.Style{Font: font("", ""), Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wraps, ReadingOrder: leftToRight}}
	if l.link {
		style.Font = font("0563C1", "single")
	}
	if l.aside {
		style.Alignment.Horizontal = s.side
	}
	if l.rtl {
		style.Alignment.ReadingOrder = rightToLeft
	}
	id, err := f.NewStyle(style)
	if err != nil {
		return 0, err
	}
	if l.quoted {
		id = quotedStyle(f, id)
	}
	s.texts[l] = id
	return id, nil
}

// quotedStyle is a style that also says of its cell that it was typed behind
// an apostrophe: its text stays text when somebody edits it.
func quotedStyle(f *excelize.File, id int) int {
	styles, yes := f.Styles.CellXfs, true
	quoted := styles.Xf[id]
	quoted.QuotePrefix = &yes
	styles.Xf = append(styles.Xf, quoted)
	styles.Count = len(styles.Xf)
	return styles.Count - 1
}

// cell dresses a value: a day, a number or a text, which decides some of its
// look itself. Of an empty text there is no cell.
func (b *workbook) cell(value any, l look) (any, error) {
	switch v := value.(type) {
	case time.Time:
		if !l.wraps {
			return excelize.Cell{StyleID: b.styles.centred, Value: v}, nil
		}
		return excelize.Cell{StyleID: b.styles.day, Value: v}, nil
	case int:
		return excelize.Cell{StyleID: b.styles.number, Value: v}, nil
	case string:
		text := cutCell(Plain(v))
		if text == "" {
			return nil, nil
		}
		l.rtl, l.quoted = readFromRight(text), inert(text) != text
		style, err := b.styles.text(b.file, l)
		return excelize.Cell{StyleID: style, Value: text}, err
	}
	return nil, nil
}

// readFromRight tells whether the first letter of a text is of a script that
// is.
func readFromRight(text string) bool {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		p, _ := bidi.LookupRune(r)
		return p.Class() == bidi.R || p.Class() == bidi.AL
	}
	return false
}
