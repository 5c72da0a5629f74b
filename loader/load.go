package loader

import (
	"context"
	"errors"
	"iter"
	"slices"
	"time"

	"peacetalks/graph"
	"peacetalks/loader/source"
)

// A Sink stores readings; *[graph.Store] is one. PutAll stops at the first
// reading that it refuses: its results are those of the readings before it.
type Sink interface {
	PutAll(ctx context.Context, readings []graph.Reading) ([]graph.PutResult, error)
}

// Options direct a load.
type Options struct {
	Workers  int                         // that read articles; 0: one for each processor
	Progress func(done int, path string) // called after each document, by one goroutine; may be nil
}

// Readings are committed in groups, since each commit waits for the disk; where
// reading is slow, once a second, so that progress is seen and kept.
const (
	groupArticles = 128
	groupBytes    = 1 << 20
	groupTime     = time.Second
)

// A Summary tells what became of the documents of a load.
type Summary struct {
	Loaded  int     // articles that are new in the graph
	Known   int     // articles that were there already
	Claims  int     // in the new articles
	Failed  []error // each names its document; of type *source.Error
	Bytes   int64   // of text, of all articles
	Elapsed time.Duration
}

// Done is the number of documents that were dealt with.
func (s Summary) Done() int { return s.Loaded + s.Known + len(s.Failed) }

// Rate is the number of articles read a second; those that failed do not
// count.
func (s Summary) Rate() float64 {
	if s.Elapsed <= 0 {
		return 0
	}
	return float64(s.Loaded+s.Known) / s.Elapsed.Seconds()
}

// Load reads documents and stores their readings. Documents that cannot be
// read are listed in the summary; the rest is loaded. An error of the store,
// or the end of the context, ends the load: the summary counts what is stored
// by then.
func (l *Loader) Load(ctx context.Context, dst Sink, docs iter.Seq2[source.Document, error], o Options) (Summary, error) {
	began := time.Now()
	w := &writer{dst: dst, options: o, last: began}
	err := w.run(ctx, Map(ctx, docs, o.Workers, func(doc source.Document) (extracted, error) {
		r, err := l.Extract(doc)
		return extracted{doc.Path, r}, err
	}))
	w.summary.Elapsed = time.Since(began)
	return w.summary, err
}

// LoadReadings stores readings that were made elsewhere, such as those of an
// export. Those of another extractor are made anew from their articles, since a
// graph holds readings of one. Name is what errors call them by. An error among
// the readings ends the load and is listed in the summary.
func (l *Loader) LoadReadings(ctx context.Context, dst Sink, name string, readings iter.Seq2[graph.Reading, error], o Options) (Summary, error) {
	began := time.Now()
	w := &writer{dst: dst, options: o, last: began}
	err := w.run(ctx, func(yield func(extracted, error) bool) {
		for r, err := range readings {
			if err == nil && ctx.Err() != nil {
				err = ctx.Err()
			}
			if err == nil && r.Extractor != l.digest {
				r, err = l.Read(r.Article)
			}
			if err != nil {
				err = &source.Error{Path: name, Err: err}
			}
			if !yield(extracted{name, r}, err) {
				return
			}
		}
	})
	w.summary.Elapsed = time.Since(began)
	return w.summary, err
}

// Add is the summary of two loads, one after the other.
func (s Summary) Add(t Summary) Summary {
	return Summary{
		s.Loaded + t.Loaded, s.Known + t.Known, s.Claims + t.Claims,
		slices.Concat(s.Failed, t.Failed), s.Bytes + t.Bytes, s.Elapsed + t.Elapsed,
	}
}

// extracted is a reading with the path of its document.
type extracted struct {
	path    string
	reading graph.Reading
}

// A writer commits readings group by group.
type writer struct {
	dst     Sink
	options Options
	group   []extracted
	bytes   int
	last    time.Time // of the last commit
	summary Summary
}

func (w *writer) run(ctx context.Context, readings iter.Seq2[extracted, error]) error {
	for r, err := range readings {
		switch {
		case err != nil && ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			w.fail(err)
			continue
		}
		w.group = append(w.group, r)
		w.bytes += len(r.reading.Article.Text)
		if len(w.group) >= groupArticles || w.bytes >= groupBytes || time.Since(w.last) >= groupTime {
			if err := w.commit(ctx); err != nil {
				return err
			}
		}
	}
	return w.commit(ctx)
}

// commit stores the group. Readings that the graph refuses by themselves are
// counted as failed, and the others are stored.
func (w *writer) commit(ctx context.Context) error {
	group := w.group
	w.group, w.bytes, w.last = w.group[:0], 0, time.Now()
	for len(group) > 0 {
		readings := make([]graph.Reading, len(group))
		for i, r := range group {
			readings[i] = r.reading
		}
		results, err := w.dst.PutAll(ctx, readings)
		for i, result := range results {
			w.stored(group[i], result)
		}
		group = group[len(results):]
		if err == nil {
			break
		}
		if len(group) == 0 || !refused(err) {
			return err
		}
		w.fail(&source.Error{Path: group[0].path, Err: err})
		group = group[1:]
	}
	return nil
}

// refused tells whether an error of the store is about one reading.
func refused(err error) bool {
	var reading *graph.ReadingError
	var span *graph.SpanError
	return errors.As(err, &reading) || errors.As(err, &span)
}

func (w *writer) stored(r extracted, result graph.PutResult) {
	if result.Existing {
		w.summary.Known++
	} else {
		w.summary.Loaded++
		w.summary.Claims += result.Claims
	}
	w.summary.Bytes += int64(len(r.reading.Article.Text))
	w.progress(r.path)
}

func (w *writer) fail(err error) {
	w.summary.Failed = append(w.summary.Failed, err)
	path := ""
	if named := (*source.Error)(nil); errors.As(err, &named) {
		path = named.Path
	}
	w.progress(path)
}

func (w *writer) progress(path string) {
	if w.options.Progress != nil {
		w.options.Progress(w.summary.Done(), path)
	}
}

// Override sets the metadata of all documents: fields of meta that are not
// empty replace what the documents say of themselves.
func Override(docs iter.Seq2[source.Document, error], meta source.Meta) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for doc, err := range docs {
			set := func(field *string, value string) {
				if value != "" {
					*field = value
				}
			}
			set(&doc.Meta.URL, meta.URL)
			set(&doc.Meta.Source, meta.Source)
			set(&doc.Meta.Published, meta.Published)
			set(&doc.Meta.Language, meta.Language)
			set(&doc.Meta.Title, meta.Title)
			if !yield(doc, err) {
				return
			}
		}
	}
}
