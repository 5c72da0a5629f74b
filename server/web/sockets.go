package web

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"
)

// socketProtocol is the one that WebSockets speak.
const socketProtocol = "graphql-transport-ws"

// streams counts what is open for long: sockets and event streams.
type streams struct {
	open atomic.Int64
	max  int
}

// acquire takes one of the places, if there is one left.
func (s *streams) acquire() (release func(), ok bool) {
	if s.open.Add(1) > int64(s.max) {
		s.open.Add(-1)
		return nil, false
	}
	return sync.OnceFunc(func() { s.open.Add(-1) }), true
}

type socketKey struct{}

// openSocket begins what is known of a socket: its operations under way, and
// whether it may change the graph, which its first message may say by an
// Authorization entry where the browser could send no header.
func openSocket(most int) transport.WebsocketInitFunc {
	return func(ctx context.Context, payload transport.InitPayload) (context.Context, *transport.InitPayload, error) {
		a := accessOf(ctx)
		if given := payload.Authorization(); given != "" && a.guard != nil && !a.change {
			a.change = a.guard.mayChange(given)
			ctx = context.WithValue(ctx, accessKey{}, a)
		}
		return context.WithValue(ctx, socketKey{}, &streams{max: most}), nil, nil
	}
}

// acquireOnSocket takes a place among the operations of a socket until the
// operation's context ends. What comes by no socket always has one.
func acquireOnSocket(ctx context.Context) bool {
	s, ok := ctx.Value(socketKey{}).(*streams)
	if !ok {
		return true
	}
	release, ok := s.acquire()
	if ok {
		context.AfterFunc(ctx, release)
	}
	return ok
}

// hastySockets are WebSockets that are closed when a reader does not take
// what is written to it in time: the transport would wait for ever.
type hastySockets struct {
	transport.CoderWebsocketImplementation
	limit time.Duration
}

// Accept makes a WebSocket of a request.
func (h hastySockets) Accept(w http.ResponseWriter, r *http.Request, o transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	conn, err := h.CoderWebsocketImplementation.Accept(w, r, o)
	if err != nil {
		return nil, err
	}
	return &hastyConn{conn.(fullConn), h.limit}, nil
}

// fullConn is a socket with all that the transport can make use of.
type fullConn interface {
	transport.WebsocketConn
	transport.WebsocketReadLimiter
	transport.WebsocketReadDeadliner
}

type hastyConn struct {
	fullConn
	limit time.Duration
}

// WriteJSON writes a message, or closes the socket.
func (c *hastyConn) WriteJSON(v any) error {
	defer time.AfterFunc(c.limit, func() { _ = c.Close() }).Stop()
	return c.fullConn.WriteJSON(v)
}
