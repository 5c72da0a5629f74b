package resolvers

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"peacetalks/graph"
)

// The fields of one level of a query are resolved at once, in many goroutines.
// A batch is read when for quiet nobody has asked for anything in the whole
// answer: by then all of the level have come. A fixed wait would cut large
// levels into many batches, and be too long for small ones.
const (
	quiet    = 200 * time.Microsecond
	patience = 50 * time.Millisecond // the longest that a batch waits
)

// A pulse tells what goes on in an answer.
type pulse struct {
	asked   atomic.Int64 // how often anything was asked for
	reading sync.WaitGroup
}

// at is what one field asks for: something of a thing, in a certain way.
type at[A comparable] struct {
	id  graph.ID
	arg A
}

// A batch gathers what the fields of an answer ask for one by one, and reads
// it together, each thing once in an answer.
type batch[K comparable, V any] struct {
	pulse *pulse
	read  func(ctx context.Context, keys []K) ([]V, error)

	mu      sync.Mutex
	results map[K]*result[V]
	waiting []K // for the next reading
}

type result[V any] struct {
	done  chan struct{}
	value V
	err   error
}

// Load answers what is asked for, once it has been read.
func (b *batch[K, V]) Load(ctx context.Context, key K) (V, error) {
	return b.ask(ctx, key).wait(ctx)
}

// LoadAll is Load for many keys, in their order.
func (b *batch[K, V]) LoadAll(ctx context.Context, keys []K) ([]V, error) {
	results := each(keys, func(k K) *result[V] { return b.ask(ctx, k) })
	values := make([]V, len(keys))
	for i, r := range results {
		var err error
		if values[i], err = r.wait(ctx); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func (r *result[V]) wait(ctx context.Context) (V, error) {
	select {
	case <-r.done:
		return r.value, r.err
	case <-ctx.Done():
		var none V
		return none, ctx.Err()
	}
}

// ask puts a key among those that wait, and sees to it that they are read.
func (b *batch[K, V]) ask(ctx context.Context, key K) *result[V] {
	b.pulse.asked.Add(1)
	b.mu.Lock()
	defer b.mu.Unlock()
	if r, ok := b.results[key]; ok {
		return r
	}
	r := &result[V]{done: make(chan struct{})}
	b.results[key] = r
	b.waiting = append(b.waiting, key)
	if len(b.waiting) == 1 {
		b.pulse.reading.Go(func() { b.lead(ctx) })
	}
	return r
}

// lead waits until it is quiet, and reads for all who wait.
func (b *batch[K, V]) lead(ctx context.Context) {
	for began := time.Now(); time.Since(began) < patience; {
		before := b.pulse.asked.Load()
		time.Sleep(quiet)
		if b.pulse.asked.Load() == before {
			break
		}
	}
	b.mu.Lock()
	keys := b.waiting
	b.waiting = nil
	results := each(keys, func(k K) *result[V] { return b.results[k] })
	b.mu.Unlock()
	values, err := safely(ctx, keys, b.read)
	for i, r := range results {
		if r.err = err; err == nil {
			r.value = values[i]
		}
		close(r.done)
	}
}

// safely reads, and makes an error of a panic: a batch runs in a goroutine of
// its own, where nobody else would recover.
func safely[K, V any](ctx context.Context, keys []K, read func(context.Context, []K) ([]V, error)) (values []V, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &panicError{cause, debug.Stack()}
		}
	}()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	values, err = read(ctx, keys)
	if err == nil && len(values) != len(keys) {
		err = fmt.Errorf("%d answers to %d questions", len(values), len(keys))
	}
	return values, err
}

// newBatch makes a batch of a method of the store that answers for many ids,
// in their order.
func newBatch[A comparable, V any](p *pulse, read func(ctx context.Context, ids []graph.ID, arg A) ([]V, error)) *batch[at[A], V] {
	return groupedBatch(p, func(k at[A]) A { return k.arg }, func(ctx context.Context, keys []at[A], arg A) ([]V, error) {
		return read(ctx, each(keys, func(k at[A]) graph.ID { return k.id }), arg)
	})
}

// groupedBatch makes a batch of which those keys are read together that share
// an argument.
func groupedBatch[K, A comparable, V any](p *pulse, argument func(K) A, read func(ctx context.Context, keys []K, arg A) ([]V, error)) *batch[K, V] {
	return &batch[K, V]{pulse: p, results: map[K]*result[V]{}, read: func(ctx context.Context, keys []K) ([]V, error) {
		places := map[A][]int{}
		for i, k := range keys {
			places[argument(k)] = append(places[argument(k)], i)
		}
		values := make([]V, len(keys))
		for arg, of := range places {
			found, err := read(ctx, each(of, func(i int) K { return keys[i] }), arg)
			if err != nil {
				return nil, err
			}
			for j, i := range of {
				values[i] = found[j]
			}
		}
		return values, nil
	}}
}
