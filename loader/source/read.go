package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// endings names the files that are looked for in folders and archives.
const endings = ".txt, .html, .htm, .xhtml, .jsonl, .ndjson or .zip"

// Read hands out the articles at the paths, in order: a file, a folder with
// everything below it (sorted by name), an archive, lines of JSON, an http or https
// address on the public internet, or "-" for standard input. In folders, hidden files, README and *.gold.json are left
// out. An input that cannot be read is handed out as an [*Error], and the
// reading goes on; only the end of the context ends it.
func Read(ctx context.Context, o Options, paths ...string) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, p := range paths {
			if err := ctx.Err(); err != nil {
				yield(Document{}, err)
				return
			}
			w := walker{ctx: ctx, visit: func(file string) bool { return readFile(ctx, file, o, yield) }}
			w.fail = func(err error) bool { return yield(Document{}, err) }
			if p == "-" {
				if !readStdin(o, yield) {
					return
				}
				continue
			}
			if isWeb(p) {
				if !readWeb(ctx, p, o, yield) {
					return
				}
				continue
			}
			if !w.walk(p) {
				return
			}
		}
	}
}

// Count is the number of files that [Read] would open at the paths; an archive
// counts as one. It is meant for progress bars and never fails.
func Count(paths ...string) int {
	n := 0
	for _, p := range paths {
		if p == "-" || isWeb(p) {
			n++
			continue
		}
		w := walker{ctx: context.Background()}
		w.visit = func(string) bool { n++; return true }
		w.fail = func(error) bool { n++; return true }
		w.walk(p)
	}
	return n
}

func readStdin(o Options, yield func(Document, error) bool) bool {
	data, err := o.readAll(o.stdin())
	if err != nil {
		return yield(Document{}, &Error{Path: "-", Err: err})
	}
	if isLines(data) {
		return readLines("-", bytes.NewReader(data), o, yield)
	}
	return readBytes("-", data, o, yield)
}

// readFile hands out what one file holds.
func readFile(ctx context.Context, name string, o Options, yield func(Document, error) bool) bool {
	fail := func(err error) bool { return yield(Document{}, inputError(name, bare(err))) }
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe put there since the walk must not hang us
	if err != nil {
		return fail(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fail(err)
	}
	if !info.Mode().IsRegular() {
		return fail(fmt.Errorf("%w: %s", ErrNotRegular, kindOf(info.Mode())))
	}
	if info.Size() == 0 {
		return fail(ErrEmpty)
	}
	switch extension(name) {
	case ".zip":
		return readZip(ctx, name, f, info.Size(), o, yield)
	case ".jsonl", ".ndjson":
		return readLines(name, contextReader{ctx, f}, o, yield)
	}
	data, err := o.readAll(f)
	if err != nil {
		return fail(err)
	}
	return readBytes(name, data, o, yield)
}

// readBytes hands out what the bytes of one file hold.
func readBytes(name string, data []byte, o Options, yield func(Document, error) bool) bool {
	switch extension(name) {
	case ".jsonl", ".ndjson":
		return readLines(name, bytes.NewReader(data), o, yield)
	}
	return yield(Decode(name, data, o))
}

// contextReader stops reading when the context ends.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// wanted reports whether a file of a folder or archive holds articles.
func wanted(name string) bool {
	base := filepath.Base(name)
	if hidden(base) || strings.HasPrefix(strings.ToUpper(base), "README") || strings.HasPrefix(name, "__MACOSX/") {
		return false
	}
	for _, part := range strings.Split(filepath.ToSlash(name), "/") {
		if part != ".." && hidden(part) {
			return false
		}
	}
	switch extension(base) {
	case ".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".zip":
		return true
	}
	return false
}

func hidden(base string) bool { return strings.HasPrefix(base, ".") && base != "." && base != ".." }

// kindOf names what is not a regular file.
func kindOf(m fs.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m&fs.ModeSymlink != 0:
		return "a symbolic link"
	}
	return "something else"
}

// bare takes the path out of an error of package os: Error names it already.
func bare(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
