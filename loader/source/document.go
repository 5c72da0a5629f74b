package source

import (
	"fmt"
	"io"
	"net/netip"
	"os"
)

// Meta is what front matter or the fields of a JSON line say about an article,
// as written there. A field that is not given is empty.
type Meta struct {
	URL       string
	Source    string // the outlet's name
	Published string // not yet brought to one form
	Language  string
	Title     string
}

// A Document is one article as it was found.
type Document struct {
	Path    string // where it was found: "dir/a.txt", "b.zip/a.html", "c.jsonl:3", "-"
	Name    string // the last element of Path
	Text    string // UTF-8, without byte order mark and front matter
	HTML    bool   // Text is a web page
	UTF8    bool   // the file was UTF-8: offset i of Text is offset Body+i of the file
	Body    int    // the byte offset in the file where Text begins
	Charset string // what the file was decoded from, such as "windows-1256"
	Meta    Meta
}

// Limits that hold unless [Options] says otherwise.
const (
	DefaultMaxBytes   = 10 << 20  // bytes of one article
	DefaultMaxMembers = 100_000   // members of one archive
	DefaultMaxTotal   = 512 << 20 // unpacked bytes of one archive
)

// Options bound and direct a reading. The zero value is ready to use.
type Options struct {
	// MaxBytes is the largest article that is read; 0 means DefaultMaxBytes.
	MaxBytes int64
	// MaxMembers is the largest number of members read from one archive; 0
	// means DefaultMaxMembers.
	MaxMembers int
	// MaxTotal is the largest number of bytes unpacked from one archive; 0
	// means DefaultMaxTotal.
	MaxTotal int64
	// Charset names the encoding of the input, such as "windows-1256", and
	// overrides what the input declares. Empty means: find out.
	Charset string
	// Stdin is what "-" stands for; nil means os.Stdin.
	Stdin io.Reader

	reach func(netip.Addr) bool // which addresses are fetched from; nil means the public ones
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

func (o Options) maxMembers() int {
	if o.MaxMembers > 0 {
		return o.MaxMembers
	}
	return DefaultMaxMembers
}

func (o Options) maxTotal() int64 {
	if o.MaxTotal > 0 {
		return o.MaxTotal
	}
	return DefaultMaxTotal
}

func (o Options) stdin() io.Reader {
	if o.Stdin != nil {
		return o.Stdin
	}
	return os.Stdin
}

// readAll reads r to its end, unless it holds more than one article may.
func (o Options) readAll(r io.Reader) ([]byte, error) {
	limit := o.maxBytes()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: more than %s", ErrTooLarge, size(limit))
	}
	return data, nil
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
