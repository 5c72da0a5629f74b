package web

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

const mediaEvents = "text/event-stream"

// overEvents answers by server-sent events: one stream for each operation, as
// the graphql-sse protocol has it ("distinct connections mode"). The endpoint
// has read the request.
type overEvents struct{ keepAlive time.Duration }

// Supports takes requests whose answer is a stream.
func (overEvents) Supports(r *http.Request) bool {
	p, ok := r.Context().Value(paramsKey{}).(*params)
	return ok && p.events
}

// Do answers an operation. What is wrong with it is an event too: pages cannot
// see the status of a stream.
func (t overEvents) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	ctx := r.Context()
	oc, errs := exec.CreateOperationContext(ctx, ctx.Value(paramsKey{}).(*params).raw(r))
	if len(errs) == 0 && oc.Operation.Operation == ast.Mutation && r.Method == http.MethodGet {
		errs = refusal(codeMethod, "a mutation is sent by POST")
	}
	h := w.Header()
	h.Set("Content-Type", mediaEvents)
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	s := &eventStream{w: w, flush: http.NewResponseController(w).Flush}
	s.write(":\n\n") // the stream is open
	done := make(chan struct{})
	var pings sync.WaitGroup
	pings.Go(func() { s.ping(t.keepAlive, done) })
	defer pings.Wait()
	defer close(done)
	if len(errs) > 0 {
		s.next(exec.DispatchError(graphql.WithOperationContext(ctx, oc), errs))
	} else {
		responses, ctx := exec.DispatchOperation(ctx, oc)
		for answer := responses(ctx); answer != nil; answer = responses(ctx) {
			s.next(answer)
		}
	}
	s.write("event: complete\ndata: \n\n")
}

// An eventStream writes events, one at a time. Writes that fail end the
// request's context, see [deadlineWriter].
type eventStream struct {
	mu    sync.Mutex
	w     io.Writer
	flush func() error
}

func (s *eventStream) write(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, err := io.WriteString(s.w, text); err == nil {
		_ = s.flush()
	}
}

func (s *eventStream) next(answer *graphql.Response) {
	data, err := json.Marshal(answer)
	if err != nil {
		data = []byte(`{"errors":[{"message":"internal error"}]}`)
	}
	s.write("event: next\ndata: " + string(data) + "\n\n")
}

// ping shows that the stream is alive, until it is done.
func (s *eventStream) ping(every time.Duration, done <-chan struct{}) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		select {
		case <-done:
			return
		case <-ticker.C:
			s.write(": ping\n\n")
		}
	}
}
