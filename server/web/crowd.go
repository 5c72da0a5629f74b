package web

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// codeBusy is told when there is no place for a request.
const codeBusy = "UNAVAILABLE"

const busyMessage = "the server has too much to do; try again in a moment"

// A crowd lets so many in at a time; others wait a while for a place.
type crowd struct {
	places chan struct{}
	wait   time.Duration
}

func newCrowd(places int, wait time.Duration) *crowd {
	return &crowd{make(chan struct{}, places), wait}
}

// enter takes a place, if one comes free in time.
func (c *crowd) enter(ctx context.Context) (leave func(), ok bool) {
	leave = sync.OnceFunc(func() { <-c.places })
	select {
	case c.places <- struct{}{}:
		return leave, true
	default:
	}
	late := time.NewTimer(c.wait)
	defer late.Stop()
	select {
	case c.places <- struct{}{}:
		return leave, true
	case <-late.C:
	case <-ctx.Done():
	}
	return nil, false
}

// admit serves so many requests at a time.
func (c *crowd) admit(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		leave, ok := c.enter(r.Context())
		if !ok {
			w.Header().Set("Retry-After", "1")
			say(w, http.StatusServiceUnavailable, busyMessage)
			return
		}
		defer leave()
		next.ServeHTTP(w, r)
	})
}
