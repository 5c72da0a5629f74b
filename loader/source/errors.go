package source

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The reasons why an input gives no article; an [*Error] wraps one of them or
// an error of the operating system.
var (
	ErrEmpty       = errors.New("is empty")
	ErrNotText     = errors.New("is not text")
	ErrTooLarge    = errors.New("is too large")
	ErrCharset     = errors.New("encoding not recognised")
	ErrNotRegular  = errors.New("is not a file")
	ErrNoArticles  = errors.New("holds no articles")
	ErrLoop        = errors.New("symbolic link to a folder that was already read")
	ErrFrontMatter = errors.New("front matter")
	ErrArchive     = errors.New("archive")
	ErrRecord      = errors.New("not an article")
	ErrExport      = errors.New("is the export of a graph, not a list of articles; load it by its own name")
)

// An Error names the input that could not be read, and why.
type Error struct {
	Path string // the input, as in [Document.Path]
	Line int    // the line of the file that is at fault; 0 where none is
	Err  error
}

// Error gives the path, the line if there is one, and the reason. A path with
// line ends, control characters and the like, which may come from an archive,
// is quoted: it must not write to a terminal.
func (e *Error) Error() string {
	path := e.Path
	if !utf8.ValidString(path) || strings.ContainsFunc(path, func(r rune) bool { return !unicode.IsPrint(r) }) {
		path = strconv.Quote(path)
	}
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d: %v", path, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", path, e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// lineError is a reason with the line it was found on; inputError turns it
// into an Error.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }
func (e *lineError) Unwrap() error { return e.err }

// inputError names the input of an error, once.
func inputError(path string, err error) *Error {
	var done *Error
	if errors.As(err, &done) {
		return done
	}
	var at *lineError
	if errors.As(err, &at) {
		return &Error{Path: path, Line: at.line, Err: at.err}
	}
	return &Error{Path: path, Err: err}
}
