package resolvers

import (
	"context"
	"sync"

	"peacetalks/graph"
)

// feedBuffer is how many articles a subscriber may be behind.
const feedBuffer = 256

// A Feed tells subscribers which articles are loaded.
type Feed struct {
	mu          sync.Mutex
	subscribers map[chan graph.PutResult]bool
}

// NewFeed makes a feed without subscribers.
func NewFeed() *Feed { return &Feed{subscribers: map[chan graph.PutResult]bool{}} }

// Publish tells all subscribers of an article. It never waits: a subscriber
// that is too far behind is let go, and its channel closed.
func (f *Feed) Publish(result graph.PutResult) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.subscribers {
		select {
		case c <- result:
		default:
			f.drop(c)
		}
	}
}

// Subscribe gives a channel of what is published until the context ends.
func (f *Feed) Subscribe(ctx context.Context) <-chan graph.PutResult {
	c := make(chan graph.PutResult, feedBuffer)
	f.mu.Lock()
	f.subscribers[c] = true
	f.mu.Unlock()
	context.AfterFunc(ctx, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.drop(c)
	})
	return c
}

func (f *Feed) drop(c chan graph.PutResult) {
	if f.subscribers[c] {
		delete(f.subscribers, c)
		close(c)
	}
}
