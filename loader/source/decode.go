package source

import (
	"bytes"
	"fmt"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Decode makes a document of one file's bytes. The name decides how they are
// read: as a page, or as text with optional front matter.
func Decode(name string, data []byte, o Options) (Document, error) {
	doc, err := decode(name, data, o)
	if err != nil {
		return Document{}, inputError(name, err)
	}
	return doc, nil
}

func decode(name string, data []byte, o Options) (Document, error) {
	if int64(len(data)) > o.maxBytes() {
		return Document{}, fmt.Errorf("%w: more than %s", ErrTooLarge, size(o.maxBytes()))
	}
	text, err := toUTF8(data, o.Charset)
	if err != nil {
		return Document{}, err
	}
	doc := Document{
		Path:    name,
		Name:    path.Base(filepath.ToSlash(name)),
		Text:    text.s,
		UTF8:    text.charset == "utf-8",
		Body:    text.skipped,
		Charset: text.charset,
	}
	if blank(doc.Text) {
		return Document{}, ErrEmpty
	}
	if isPage(name, doc.Text) {
		doc.HTML = true
		return doc, nil
	}
	meta, start, err := frontMatter(doc.Text)
	if err != nil {
		return Document{}, err
	}
	doc.Meta, doc.Text, doc.Body = meta, doc.Text[start:], doc.Body+start
	if blank(doc.Text) {
		return Document{}, fmt.Errorf("%w after its front matter", ErrEmpty)
	}
	return doc, nil
}

// blank reports whether a text shows nothing: spaces, byte order marks, joiners
// and the like.
func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !isFormat(r) })
}

// isPage reports whether a file is HTML, by its name or by its first tag.
func isPage(name, text string) bool {
	switch extension(name) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 256)]))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<!-- saved from url"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	return strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html")
}

// extension is the lower-case ending of a name, with its dot.
func extension(name string) string { return strings.ToLower(path.Ext(filepath.ToSlash(name))) }

// signatures are the first bytes of formats that are often saved under the
// name of a text.
var signatures = []struct{ magic, format string }{
	{"%PDF-", "a PDF document, whose text pdftotext takes out"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"RIFF", "a media file"},
	{"PK\x03\x04", "a zip archive, or an office document; save it as text"},
	{"PK\x05\x06", "a zip archive"},
	{"\x1f\x8b", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"\xfd7zXZ", "an xz archive"},
	{"7z\xbc\xaf", "a 7-Zip archive"},
	{"\x28\xb5\x2f\xfd", "a zstd archive"},
	{"\xd0\xcf\x11\xe0", "an old office document; save it as text"},
	{"{\\rtf", "an RTF document; save it as text"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"SQLite format 3", "a database"},
	{"bplist00", "a web archive"},
}

// notText reports the format of data that is recognisably no text.
func notText(data []byte) error {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return fmt.Errorf("%w: it looks like %s", ErrNotText, s.format)
		}
	}
	return nil
}

// badByte describes where data stops being UTF-8.
func badByte(data []byte) (offset, lineNo int) {
	for offset < len(data) {
		r, n := utf8.DecodeRune(data[offset:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		offset += n
	}
	return offset, 1 + bytes.Count(data[:offset], []byte{'\n'})
}
