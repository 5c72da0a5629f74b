package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decoded is text with what it was read from.
type decoded struct {
	s       string
	charset string // a WHATWG name
	skipped int    // bytes of the byte order mark
}

// toUTF8 decodes a file. What counts, in this order: the encoding that the
// caller names, a byte order mark, being valid UTF-8, the encoding that the
// page declares if the text reads well in it, and the letters themselves.
func toUTF8(data []byte, forced string) (decoded, error) {
	if len(data) == 0 {
		return decoded{}, ErrEmpty
	}
	if err := notText(data); err != nil {
		return decoded{}, err
	}
	if forced != "" {
		return decodeForced(data, forced)
	}
	if d, ok, err := decodeMarked(data); ok || err != nil {
		return d, err
	}
	if name := guessUTF16(data); name != "" {
		return decodeAs(data, name)
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return decoded{}, fmt.Errorf("%w: byte %d is NUL", ErrNotText, i)
	}
	if utf8.Valid(data) {
		return checked(decoded{s: string(data), charset: "utf-8"})
	}
	offset, lineNo := badByte(data)
	if isDamagedUTF8(data) {
		return decoded{}, &lineError{lineNo, fmt.Errorf(
			"%w: byte %d is not UTF-8, while the rest is: the file was cut or damaged; save it again, or drop such bytes (iconv -c -f UTF-8 -t UTF-8)",
			ErrCharset, offset)}
	}
	if d, ok := decodeDeclared(data); ok {
		return checked(d)
	}
	if name := guessLegacy(data); name != "" {
		d, err := decodeAs(data, name)
		if err != nil {
			return d, err
		}
		return checked(d)
	}
	return decoded{}, &lineError{lineNo, fmt.Errorf(
		"%w: byte %d is not UTF-8; name the encoding, or convert the file (for Arabic often: iconv -f WINDOWS-1256 -t UTF-8)",
		ErrCharset, offset)}
}

func decodeForced(data []byte, name string) (decoded, error) {
	enc, canonical := charset.Lookup(name)
	if enc == nil {
		return decoded{}, fmt.Errorf("%w: there is no encoding %q", ErrCharset, name)
	}
	if canonical != "utf-8" {
		d, err := decodeAs(data, canonical)
		if err != nil {
			return d, err
		}
		return checked(d)
	}
	skipped := 0
	if bytes.HasPrefix(data, utf8Mark) {
		skipped = len(utf8Mark)
	}
	if offset, lineNo := badByte(data); offset < len(data) {
		return decoded{}, &lineError{lineNo, fmt.Errorf("%w: byte %d is not UTF-8", ErrCharset, offset)}
	}
	return checked(decoded{s: string(data[skipped:]), charset: "utf-8", skipped: skipped})
}

var utf8Mark = []byte("\xef\xbb\xbf")

// decodeMarked decodes a file that begins with a byte order mark; ok is false
// when there is none.
func decodeMarked(data []byte) (d decoded, ok bool, err error) {
	switch {
	case bytes.HasPrefix(data, utf8Mark):
		d, err = decodeForced(data, "utf-8")
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		err = fmt.Errorf("%w: UTF-32; convert the file to UTF-8", ErrCharset)
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		d, err = decodeAs(data, "utf-16le")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		d, err = decodeAs(data, "utf-16be")
	default:
		return decoded{}, false, nil
	}
	return d, true, err
}

// decodeAs decodes data from a named encoding. Offsets of the file mean
// nothing in the result, so nothing is counted as skipped.
func decodeAs(data []byte, name string) (decoded, error) {
	var enc encoding.Encoding
	switch name {
	case "utf-16le":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
		if !bytes.HasPrefix(data, []byte("\xff\xfe")) {
			enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
		}
	case "utf-16be":
		enc = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
		if !bytes.HasPrefix(data, []byte("\xfe\xff")) {
			enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
		}
	default:
		enc, _ = charset.Lookup(name)
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, fmt.Errorf("%w: not valid %s: %v", ErrCharset, name, err)
	}
	return checked(decoded{s: string(out), charset: name})
}

// checked refuses a decoding that gives no text.
func checked(d decoded) (decoded, error) {
	if i := strings.IndexByte(d.s, 0); i >= 0 {
		return decoded{}, fmt.Errorf("%w: it holds NUL characters", ErrNotText)
	}
	control := 0
	for i := 0; i < len(d.s); i++ {
		if c := d.s[i]; c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	if control > 8 && control > len(d.s)/100 {
		return decoded{}, fmt.Errorf("%w: it holds %d control characters", ErrNotText, control)
	}
	if bad := strings.Count(d.s, "\uFFFD"); bad > 8 && bad > len(d.s)/200 {
		return decoded{}, fmt.Errorf("%w: %d characters were already lost when the file was saved", ErrCharset, bad)
	}
	return d, nil
}

// declaration finds the encoding that a page names in its head, or an XML
// declaration.
var declaration = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})`)

// decodeDeclared decodes a page from the encoding it names, unless the result
// does not look like writing. Servers declare the Latin encodings for pages of
// any kind, and bytes always look like writing in them: there, Arabic or
// Cyrillic words count for more.
func decodeDeclared(data []byte) (decoded, bool) {
	m := declaration.FindSubmatch(data[:min(len(data), 8192)])
	if m == nil {
		return decoded{}, false
	}
	enc, name := charset.Lookup(string(m[1]))
	if enc == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return decoded{}, false
	}
	d, err := decodeAs(data, name)
	if err != nil || strings.ContainsRune(d.s, utf8.RuneError) || !plausible(d.s) {
		return decoded{}, false
	}
	if name == "windows-1252" || name == "windows-1254" {
		if found := guessLegacy(data); hasScript(found) {
			other, err := decodeAs(data, found)
			return other, err == nil
		}
	}
	return d, true
}
