package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

type sessionKey struct{}

func sessionOf(ctx context.Context) *session { return ctx.Value(sessionKey{}).(*session) }

// Sessions is the extension that gives each answer its batches, and has a
// query, or one message of a subscription, see one state of the graph.
//
// A mutation is not held to the state before it: each of its root fields reads
// anew what the graph has when the change is made.
func (r *Resolver) Sessions() graphql.HandlerExtension { return sessions{r} }

type sessions struct{ r *Resolver }

var (
	_ graphql.ResponseInterceptor  = sessions{}
	_ graphql.RootFieldInterceptor = sessions{}
)

// ExtensionName tells extensions apart.
func (sessions) ExtensionName() string { return "Sessions" }

// Validate has nothing to refuse.
func (sessions) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse begins a session, and pins the graph where nothing writes.
func (s sessions) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	unpin := func() {}
	if operation(ctx) == ast.Query {
		ctx, unpin = s.r.store.Pin(ctx)
	}
	ctx, end := s.begin(ctx)
	defer unpin()
	defer end() // nothing reads a state that is let go of
	return next(ctx)
}

// InterceptRootField begins a session of its own for each change.
func (s sessions) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	if operation(ctx) == ast.Mutation {
		var end func()
		ctx, end = s.begin(ctx)
		defer end()
	}
	return next(ctx)
}

// begin begins a session; end waits for what it still reads, as it may when
// the context has ended.
func (s sessions) begin(ctx context.Context) (_ context.Context, end func()) {
	session := s.r.newSession()
	return context.WithValue(ctx, sessionKey{}, session), session.pulse.reading.Wait
}

// operation is what is being answered, "" if the request holds none.
func operation(ctx context.Context) ast.Operation {
	if !graphql.HasOperationContext(ctx) {
		return ""
	}
	if oc := graphql.GetOperationContext(ctx); oc != nil && oc.Operation != nil {
		return oc.Operation.Operation
	}
	return ""
}
