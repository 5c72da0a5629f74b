package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// FuzzDecode: whatever the bytes, there is a named error or a text in UTF-8
// that stands in the file where the document says.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{arabic, russian, turkish, french, "---\ntitle: x\n---\ntext", "\ufefftext", "<html><meta charset=windows-1256>"} {
		f.Add("a.txt", []byte(s))
		f.Add("a.html", []byte(s))
	}
	f.Add("a.txt", encode(f, charmap.Windows1256, arabic))
	f.Add("a.txt", encode(f, charmap.KOI8R, russian))
	f.Add("a.txt", utf16(f, unicode.LittleEndian, unicode.UseBOM, arabic))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		doc, err := Decode(name, data, Options{MaxBytes: 1 << 20})
		if err != nil {
			var named *Error
			if !errors.As(err, &named) || named.Path != name {
				t.Fatalf("error without the name: %v", err)
			}
			return
		}
		if !utf8.ValidString(doc.Text) || strings.IndexByte(doc.Text, 0) >= 0 || strings.TrimSpace(doc.Text) == "" {
			t.Fatalf("text is %q", doc.Text)
		}
		if doc.UTF8 && string(data[doc.Body:]) != doc.Text {
			t.Fatalf("text does not stand at byte %d", doc.Body)
		}
	})
}

// FuzzFrontMatter: what front matter leaves of the text is its end, and no
// value keeps a line end.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"---\ntitle: x\n---\n", "---\n---\n", "---\nurl: a:b:c\n# x\n\n---", "---\r\ntitle: \"\r\n---\r\nx", "---", "--- \ntitle: '\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		meta, start, err := frontMatter(s)
		if err != nil {
			var at *lineError
			if !errors.Is(err, ErrFrontMatter) || !errors.As(err, &at) || at.line < 1 {
				t.Fatalf("error without a line: %v", err)
			}
			return
		}
		if start < 0 || start > len(s) || start == 0 && meta != (Meta{}) {
			t.Fatalf("start %d, meta %+v", start, meta)
		}
		if strings.ContainsAny(meta.Title+meta.URL+meta.Source+meta.Language+meta.Published, "\n") {
			t.Fatalf("a value has a line end: %+v", meta)
		}
	})
}
