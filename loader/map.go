package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"peacetalks/loader/source"
)

// Map applies f to documents by several workers (0: one for each processor)
// and yields the results in the order of the documents. What could not be
// read, or made f fail, is yielded as a *[source.Error] that names the
// document, and the rest goes on. The end of the context ends it; then the
// context's error is the last that is yielded.
func Map[T any](ctx context.Context, docs iter.Seq2[source.Document, error], workers int, f func(source.Document) (T, error)) iter.Seq2[T, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T, error) bool) {
		var group sync.WaitGroup
		defer group.Wait() // nothing runs on once the caller has left
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		type job struct {
			doc    source.Document
			value  T
			err    error
			worked chan struct{} // closed when value and err are there
		}
		jobs := make(chan *job)
		queue := make(chan *job, 4*workers) // in the order of the documents
		for range workers {
			group.Go(func() {
				for j := range jobs {
					j.value, j.err = apply(f, j.doc)
					close(j.worked)
				}
			})
		}
		group.Go(func() {
			defer close(queue)
			defer close(jobs)
			for doc, err := range docs {
				j := &job{doc: doc, err: err, worked: make(chan struct{})}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				if err != nil {
					close(j.worked)
					continue
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					j.err = ctx.Err()
					close(j.worked)
					return
				}
			}
		})
		for j := range queue {
			<-j.worked
			if ctx.Err() != nil {
				break
			}
			if !yield(j.value, j.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			var none T
			yield(none, err)
		}
	}
}

// apply runs f on a document. A document that makes it panic is reported as
// one that cannot be read, so that it does not take the others with it.
func apply[T any](f func(source.Document) (T, error), doc source.Document) (value T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = &source.Error{Path: doc.Path, Err: fmt.Errorf("this is an error in peacetalks, please report it: %v", p)}
		}
	}()
	if value, err = f(doc); err != nil {
		var named *source.Error
		if !errors.As(err, &named) {
			err = &source.Error{Path: doc.Path, Err: err}
		}
	}
	return value, err
}
