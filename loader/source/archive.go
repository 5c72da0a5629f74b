package source

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"path"
	"sort"
	"strings"
)

// readZip hands out the articles of an archive, sorted by name. Each member is
// bounded by what it really unpacks to, not by what the archive says of it.
func readZip(ctx context.Context, name string, r io.ReaderAt, length int64, o Options, yield func(Document, error) bool) bool {
	z, err := zip.NewReader(r, length)
	if err != nil {
		return yield(Document{}, &Error{Path: name, Err: fmt.Errorf("%w: %v", ErrArchive, err)})
	}
	if len(z.File) > o.maxMembers() {
		return yield(Document{}, &Error{Path: name, Err: fmt.Errorf("%w: %w: more than %d members", ErrArchive, ErrTooLarge, o.maxMembers())})
	}
	members := make([]*zip.File, 0, len(z.File))
	for _, f := range z.File {
		if wanted(f.Name) && !f.FileInfo().IsDir() {
			members = append(members, f)
		}
	}
	sort.SliceStable(members, func(i, j int) bool { return members[i].Name < members[j].Name })
	if len(members) == 0 {
		return yield(Document{}, &Error{Path: name, Err: fmt.Errorf("%w (%s)", ErrNoArticles, endings)})
	}
	left := o.maxTotal()
	for _, f := range members {
		if ctx.Err() != nil {
			yield(Document{}, ctx.Err())
			return false
		}
		where := name + "/" + f.Name
		data, err := readMember(f, o)
		left -= int64(len(data))
		if left < 0 {
			return yield(Document{}, &Error{Path: name, Err: fmt.Errorf("%w: %w: it unpacks to more than %s", ErrArchive, ErrTooLarge, size(o.maxTotal()))})
		}
		if err != nil {
			if !yield(Document{}, inputError(where, err)) {
				return false
			}
			continue
		}
		if !readBytes(where, data, o, yield) {
			return false
		}
	}
	return true
}

// readMember unpacks one member.
func readMember(f *zip.File, o Options) ([]byte, error) {
	switch {
	case !safeName(f.Name):
		return nil, fmt.Errorf("%w: its name leads out of the archive", ErrArchive)
	case !f.Mode().IsRegular():
		return nil, fmt.Errorf("%w: %s", ErrNotRegular, kindOf(f.Mode()))
	case extension(f.Name) == ".zip":
		return nil, fmt.Errorf("%w inside an archive: unpack it first", ErrArchive)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrArchive, err)
	}
	defer r.Close()
	data, err := o.readAll(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	return data, nil
}

// safeName reports whether the name of a member stays inside the archive.
func safeName(name string) bool {
	if name == "" || strings.HasPrefix(name, "/") || strings.ContainsAny(name, "\\\x00") || strings.Contains(name, ":") {
		return false
	}
	return !strings.HasPrefix(path.Clean(name), "..")
}
