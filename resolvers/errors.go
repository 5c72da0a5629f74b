package resolvers

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"peacetalks/graph"
	"peacetalks/resolvers/scalar"
)

// The values of extensions.code.
const (
	CodeBadInput    = "BAD_USER_INPUT"
	CodeNotFound    = "NOT_FOUND"
	CodeArticle     = "UNREADABLE_ARTICLE"
	CodeReadOnly    = "READ_ONLY"
	CodeUnavailable = "UNAVAILABLE"
	CodeTimeout     = "TIMEOUT"
	CodeInternal    = "INTERNAL"
)

// An ArticleError tells what is wrong with an article that is to be loaded.
type ArticleError struct{ Err error }

func (e *ArticleError) Error() string { return e.Err.Error() }

// Unwrap gives the cause.
func (e *ArticleError) Unwrap() error { return e.Err }

// An inputError tells what is wrong with an argument.
type inputError struct{ reason string }

func (e *inputError) Error() string { return e.reason }

func badInput(format string, args ...any) error { return &inputError{fmt.Sprintf(format, args...)} }

// public is what a client is told of an error; "" if it is none of theirs.
func public(err error) (message, code string) {
	var (
		input    *inputError
		unread   *scalar.Error
		page     *graph.PageError
		filter   *graph.FilterError
		decision *graph.DecisionError
		article  *ArticleError
		presumed = err.Error()
	)
	switch {
	case errors.As(err, &input), errors.As(err, &unread), errors.As(err, &page), errors.As(err, &filter), errors.As(err, &decision):
		return presumed, CodeBadInput
	case errors.As(err, &article):
		return presumed, CodeArticle
	case errors.Is(err, graph.ErrNotFound):
		return presumed, CodeNotFound
	case errors.Is(err, graph.ErrReadOnly):
		return graph.ErrReadOnly.Error(), CodeReadOnly
	case errors.Is(err, graph.ErrClosed):
		return "the server is stopping", CodeUnavailable
	case errors.Is(err, context.DeadlineExceeded):
		return "the query takes too long; ask for less at a time", CodeTimeout
	case errors.Is(err, context.Canceled):
		return "the query was given up", CodeUnavailable
	}
	return "", ""
}

// Present makes of an error what a client is told. Errors that are none of the
// client's are logged, and their text is kept.
func (r *Resolver) Present(ctx context.Context, err error) *gqlerror.Error {
	var shown *gqlerror.Error
	if errors.As(err, &shown) && (shown.Err == nil || shown.Extensions["code"] != nil) {
		return shown // of the query itself: syntax, validation, limits
	}
	if shown == nil {
		shown = &gqlerror.Error{Path: graphql.GetPath(ctx), Err: err}
	}
	err = shown.Err // without the path, which has a field of its own
	message, code := public(err)
	if code == "" {
		r.log.ErrorContext(ctx, "query failed", "path", shown.Path.String(), "error", err)
		message, code = "internal error; the server's log has it", CodeInternal
	}
	return &gqlerror.Error{Message: message, Path: shown.Path, Locations: shown.Locations, Extensions: map[string]any{"code": code}}
}

// A panicError is a panic that happened outside of a field's own goroutine.
type panicError struct {
	cause any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", e.cause, e.stack) }

// Recover logs a panic and makes an internal error of it.
func (r *Resolver) Recover(ctx context.Context, cause any) error {
	r.log.ErrorContext(ctx, "panic in a resolver", "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
	return &gqlerror.Error{
		Message: "internal error; the server's log has it", Path: graphql.GetPath(ctx),
		Extensions: map[string]any{"code": CodeInternal},
	}
}
