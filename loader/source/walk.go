package source

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// maxFolders bounds how deep folders are entered.
const maxFolders = 64

// A walker visits the files under a path in the order of their names.
type walker struct {
	ctx   context.Context
	visit func(file string) bool
	fail  func(error) bool
	depth int
	seen  []os.FileInfo // the folders entered so far
}

// walk visits one path that the user named; it reports whether to go on.
func (w *walker) walk(name string) bool {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return w.fail(inputError(name, bare(err)))
	case !info.IsDir():
		if !info.Mode().IsRegular() {
			return w.fail(&Error{Path: name, Err: fmt.Errorf("%w: %s (standard input is \"-\")", ErrNotRegular, kindOf(info.Mode()))})
		}
		return w.visit(name)
	}
	found, goOn := w.folder(name, info)
	if goOn && !found {
		return w.fail(&Error{Path: name, Err: fmt.Errorf("%w (%s)", ErrNoArticles, endings)})
	}
	return goOn
}

// folder visits what a folder holds and reports whether that was anything, and
// whether to go on.
func (w *walker) folder(name string, info os.FileInfo) (found, goOn bool) {
	if w.depth >= maxFolders {
		return true, w.fail(&Error{Path: name, Err: fmt.Errorf("%w: folders more than %d deep", ErrTooLarge, maxFolders)})
	}
	w.depth++
	defer func() { w.depth-- }()
	w.seen = append(w.seen, info)
	entries, err := os.ReadDir(name) // sorted by name
	if err != nil {
		return true, w.fail(inputError(name, bare(err)))
	}
	for _, e := range entries {
		if err := w.ctx.Err(); err != nil {
			w.fail(err)
			return true, false
		}
		some, more := w.entry(filepath.Join(name, e.Name()), e)
		found = found || some
		if !more {
			return found, false
		}
	}
	return found, true
}

// entry visits one entry of a folder. A link to a folder is followed
// only if it leads to one that was not read before.
func (w *walker) entry(name string, e fs.DirEntry) (found, goOn bool) {
	if hidden(e.Name()) {
		return false, true
	}
	mode := e.Type()
	if mode.IsRegular() {
		if !wanted(e.Name()) {
			return false, true
		}
		return true, w.visit(name)
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return true, w.fail(inputError(name, bare(err)))
	case info.IsDir():
		linked := mode&fs.ModeSymlink != 0
		if linked && slices.ContainsFunc(w.seen, func(old os.FileInfo) bool { return os.SameFile(old, info) }) {
			return true, w.fail(&Error{Path: name, Err: ErrLoop})
		}
		return w.folder(name, info)
	case !wanted(e.Name()):
		return false, true
	case !info.Mode().IsRegular():
		return true, w.fail(&Error{Path: name, Err: fmt.Errorf("%w: %s", ErrNotRegular, kindOf(info.Mode()))})
	}
	return true, w.visit(name)
}
