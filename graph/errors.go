package graph

import (
	"errors"
	"fmt"
)

// Errors that callers branch on; the typed errors below wrap one of them where
// it applies.
var (
	ErrNotFound = errors.New("not in the graph")
	ErrReadOnly = errors.New("the graph is open for reading only")
	ErrClosed   = errors.New("the graph is closed")
)

// A SpanError reports evidence whose quote differs from the article's text.
type SpanError struct {
	Article    ID
	Claim      ID
	Start, End int // byte offsets
	Quote      string
}

func (e *SpanError) Error() string {
	return fmt.Sprintf("%s: %s: the quote %.60q is not the text from byte %d to %d", e.Article, e.Claim, e.Quote, e.Start, e.End)
}

// A ReadingError reports a reading that breaks the model.
type ReadingError struct {
	Article ID
	Claim   ID // "" where the article itself is meant
	Reason  string
}

func (e *ReadingError) Error() string {
	if e.Claim == "" {
		return fmt.Sprintf("%s: %s", e.Article, e.Reason)
	}
	return fmt.Sprintf("%s: %s: %s", e.Article, e.Claim, e.Reason)
}

// A FolderError reports a folder that cannot serve as a graph, and says what
// to do.
type FolderError struct {
	Folder string
	Kind   FolderProblem
	Remedy string
	Err    error // the cause, if there is one
}

// A FolderProblem is what is wrong with a folder.
type FolderProblem string

// The problems of folders.
const (
	Locked      FolderProblem = "another process has the graph open"
	NotGraph    FolderProblem = "it holds other files and no graph"
	NoGraph     FolderProblem = "there is no graph in it"
	NotWritable FolderProblem = "it cannot be written"
	Damaged     FolderProblem = "the graph is damaged"
	OtherSchema FolderProblem = "the graph was made by another version of the program"
)

func (e *FolderError) Error() string {
	s := fmt.Sprintf("%s: %s", e.Folder, string(e.Kind))
	if e.Err != nil {
		s += " (" + e.Err.Error() + ")"
	}
	return s + "; " + e.Remedy
}

func (e *FolderError) Unwrap() error { return e.Err }

// An ExtractorError reports a graph whose readings come from another extractor
// than the one at hand.
type ExtractorError struct {
	Folder     string
	Have, Want string // digests: the graph's and the program's
}

func (e *ExtractorError) Error() string {
	return fmt.Sprintf("%s: its articles were read by other rules (%.12s) than this program has (%.12s); run `peacetalks reextract` to read them anew", e.Folder, e.Have, e.Want)
}

// A PageError reports a page that cannot be had.
type PageError struct{ Reason string }

func (e *PageError) Error() string { return e.Reason }

// A FilterError reports a filter that cannot be applied.
type FilterError struct{ Reason string }

func (e *FilterError) Error() string { return "filter: " + e.Reason }

// A DamageError reports a record that is not what was written.
type DamageError struct{ Key, Reason string }

func (e *DamageError) Error() string {
	return fmt.Sprintf("record %s: %s; run `peacetalks check`", e.Key, e.Reason)
}
