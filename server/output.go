package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// json writes a value as one line of JSON to standard output.
func (p *program) json(v any) error {
	e := json.NewEncoder(p.out)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// write gives encode the output: standard output, or a new file that takes the
// place of the old one when it is whole.
func (p *program) write(output string, encode func(io.Writer) error) (err error) {
	if output == "" || output == "-" {
		return buffered(p.out, encode)
	}
	defer func() { err = naming(output, err) }()
	target := output
	info, err := os.Stat(target)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Path: target, Err: errors.New("is a folder; name a file")}
	case err == nil && !info.Mode().IsRegular(): // a device or a pipe, which must not be replaced
		f, err := os.OpenFile(target, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(buffered(f, encode), f.Close())
	case err == nil: // through a symbolic link
		if target, err = filepath.EvalSymlinks(target); err != nil {
			return err
		}
	}
	f, err := os.CreateTemp(filepath.Dir(target), ".peacetalks-*")
	if err != nil {
		return err
	}
	defer func() {
		f.Close()
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err := buffered(f, encode); err != nil {
		return err
	}
	if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), target)
}

// buffered gives encode a buffer before w.
func buffered(w io.Writer, encode func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := encode(b); err != nil {
		return err // which is that of the buffer, if the buffer had one
	}
	return b.Flush()
}

// naming puts the output's name into an error about a file, in the place of
// the temporary one.
func naming(output string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return fmt.Errorf("%s: %w", output, path.Err)
	case errors.As(err, &link):
		return fmt.Errorf("%s: %w", output, link.Err)
	}
	return err
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
