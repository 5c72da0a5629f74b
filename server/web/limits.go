package web

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"peacetalks/resolvers"
)

// A limiter is the extension that refuses queries that ask for too much, and
// changes by those who may not make any.
type limiter struct {
	limits     Limits
	introspect bool // queries for the schema are answered
	suggest    bool // refusals may suggest names of the schema
	crowd      *crowd
	metrics    *metrics
}

var (
	_ graphql.OperationParameterMutator = &limiter{}
	_ graphql.OperationContextMutator   = &limiter{}
	_ graphql.OperationInterceptor      = &limiter{}
	_ graphql.ResponseInterceptor       = &limiter{}
)

// ExtensionName tells extensions apart.
func (*limiter) ExtensionName() string { return "Limits" }

// Validate has nothing to refuse.
func (*limiter) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters bounds a request before it is parsed, however it
// came: the endpoint does not see what sockets bring.
func (l *limiter) MutateOperationParameters(_ context.Context, raw *graphql.RawParams) *gqlerror.Error {
	switch {
	case len(raw.Query) > l.limits.Query:
		return refusal(codeLimit, longQuery(len(raw.Query), l.limits))[0]
	case count(raw.Variables)+count(raw.Extensions) > l.limits.Values:
		return refusal(codeLimit, manyValues(l.limits.Values))[0]
	}
	return nil
}

// count is how many values a value of JSON is made of.
func count(value any) int {
	n := 1
	switch v := value.(type) {
	case map[string]any:
		for _, inner := range v {
			n += count(inner)
		}
	case []any:
		for _, inner := range v {
			n += count(inner)
		}
	}
	return n
}

// MutateOperationContext measures a query before anything of it is executed.
func (l *limiter) MutateOperationContext(ctx context.Context, oc *graphql.OperationContext) *gqlerror.Error {
	if oc.Operation.Operation == ast.Mutation {
		if err := changeRefusal(ctx); err != nil {
			return err
		}
	}
	m := measure(oc.Operation, oc.Variables, l.limits)
	if m.introspects && !l.introspect {
		return refusal(errcode.ValidationFailed, "this server does not answer queries for its schema")[0]
	}
	if m.page > l.limits.MaxPage {
		message := fmt.Sprintf("a page of %d is more than the %d that one page may hold", m.page, l.limits.MaxPage)
		return refusal(resolvers.CodeBadInput, message)[0]
	}
	for _, c := range []struct {
		what      string
		got, most int
	}{
		{"fields within fields", m.depth, l.limits.Depth},
		{"fields, with those of fragments where they are used", m.selections, l.limits.Selections},
		{"fields at the root", m.roots, l.limits.RootFields},
		{"aliases", m.aliases, l.limits.Aliases},
		{"directives", m.directives, l.limits.Directives},
		{"fields that the answer may have; ask for smaller pages", m.cost, l.limits.Cost},
	} {
		if c.got > c.most {
			return refusal(codeLimit, fmt.Sprintf("the query asks for too much: more than %d %s", c.most, c.what))[0]
		}
	}
	return nil
}

// changeRefusal is why a request may not change the graph, nil if it may.
func changeRefusal(ctx context.Context) *gqlerror.Error {
	a := accessOf(ctx)
	switch {
	case a.change:
		return nil
	case a.guard == nil || a.guard.off:
		return refusal(codeAccess, "no changes are taken here: the server was started with --read-only, or is reached from elsewhere and has no --token; and `query` only reads unless it has a --server")[0]
	}
	return refusal(codeAccess, "changes need the server's token: in the header Authorization: Bearer TOKEN, or by --token of the command")[0]
}

// InterceptOperation bounds how many operations one socket has under way.
func (l *limiter) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if !acquireOnSocket(ctx) {
		errs := refusal(codeLimit, fmt.Sprintf("one socket may have %d operations under way", l.limits.PerSocket))
		return graphql.OneShot(&graphql.Response{Errors: errs})
	}
	return next(ctx)
}

// hush takes suggestions out of refusals. The validator leaves out some of
// them when it is told so, not all.
func hush(errs gqlerror.List) {
	for i, err := range errs {
		if before, _, found := strings.Cut(err.Message, " Did you mean "); found && codeOf(errs[i:]) == errcode.ValidationFailed {
			quiet := *err
			quiet.Message = before
			errs[i] = &quiet
		}
	}
}

// InterceptResponse bounds how many answers are made at a time, the time of
// each and the number of its errors.
func (l *limiter) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	kind := "invalid"
	if graphql.HasOperationContext(ctx) {
		if op := graphql.GetOperationContext(ctx).Operation; op != nil {
			kind = string(op.Operation)
			if op.Operation != ast.Subscription {
				var cancel context.CancelFunc
				ctx, cancel = context.WithTimeout(ctx, l.limits.Timeout)
				defer cancel()
				leave, ok := l.crowd.enter(ctx)
				if !ok {
					l.metrics.answered(kind, true)
					return &graphql.Response{Errors: refusal(codeBusy, busyMessage)}
				}
				defer leave()
			}
		}
	}
	response := next(ctx)
	if response == nil {
		return nil
	}
	l.metrics.answered(kind, len(response.Errors) > 0)
	if !l.suggest {
		hush(response.Errors)
	}
	if extra := len(response.Errors) - l.limits.Errors; extra > 0 {
		response.Errors = append(response.Errors[:l.limits.Errors:l.limits.Errors],
			&gqlerror.Error{Message: fmt.Sprintf("and %d more errors", extra)})
	}
	return response
}
