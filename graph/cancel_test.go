package graph_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"peacetalks/graph"
)

// A fading context ends when it has been looked at so often.
type fading struct {
	context.Context
	left atomic.Int64
}

// Err tells whether it has ended.
func (f *fading) Err() error {
	if f.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// A pass over many rows ends with the context of whoever waits for it.
func TestPassesEndWithTheirContext(t *testing.T) {
	var claims []string
	for i := range 2000 {
		claims = append(claims, fmt.Sprintf("round:long-%d process process:long", i))
	}
	s := loaded(t, say("Outlet", "2020-01-01", claims...))
	ctx := &fading{Context: t.Context()}
	ctx.left.Store(2) // once before the pass, and once within it
	if _, err := s.Rounds(ctx, graph.RoundFilter{}, graph.ByID, graph.Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the pass given up", err)
	}
	got, err := s.Rounds(t.Context(), graph.RoundFilter{}, graph.ByID, graph.Page{})
	if err != nil || got.TotalCount != 2000 {
		t.Errorf("afterwards: got %d rounds, %v, want all", got.TotalCount, err)
	}
	ctx.left.Store(3) // pinned, and then as above
	pinned, unpin := s.Pin(ctx)
	defer unpin()
	if _, err := s.Claims(pinned, graph.ClaimFilter{}, graph.Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("pinned: got %v, want the pass given up", err)
	}
}
