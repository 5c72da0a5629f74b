package export

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"peacetalks/graph"
)

// WriteBackup writes the graph as a backup: the canonical export, compressed,
// with the load times of articles. The same graph, loaded at the same times,
// gives the same bytes. Progress may be nil.
func WriteBackup(ctx context.Context, w io.Writer, s *graph.Store, progress func(done, total int)) error {
	packed := gzip.NewWriter(w)
	if err := Write(ctx, packed, s, Options{LoadTimes: true, Progress: progress}); err != nil {
		return err
	}
	return packed.Close()
}

// loadTime is when an article was loaded.
func loadTime(ctx context.Context, s *graph.Store, id graph.ID) (time.Time, error) {
	found, err := s.ArticlesByID(ctx, []graph.ID{id})
	if err != nil || found[0] == nil {
		return time.Time{}, err
	}
	return found[0].LoadedAt.UTC(), nil
}

// A Backup is a backup that is being read; an export serves as one as well.
type Backup struct {
	Schema    int    // of the graph that was backed up
	Extractor string // by which its articles were read
	Articles  int    // how many there are; 0 also where it is not known
	snapshot  string
	in        io.Reader
}

// A BackupError tells why a graph cannot be made of a backup.
type BackupError struct {
	Reason string
	Err    error // the cause, if there is one
}

func (e *BackupError) Error() string {
	if e.Err == nil {
		return e.Reason
	}
	return e.Reason + " (" + e.Err.Error() + ")"
}

func (e *BackupError) Unwrap() error { return e.Err }

// headerBytes bounds a header.
const headerBytes = 4096

// OpenBackup reads the header of a backup. What cannot be restored by this
// program gives a *[BackupError].
func OpenBackup(r io.Reader) (*Backup, error) {
	in := bufio.NewReaderSize(r, headerBytes)
	if magic, _ := in.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		packed, err := gzip.NewReader(in)
		if err != nil {
			return nil, damaged(err)
		}
		in = bufio.NewReaderSize(packed, headerBytes)
	}
	head, err := in.Peek(headerBytes)
	line, _, _ := bytes.Cut(head, []byte("\n"))
	var h header
	if json.Unmarshal(line, &h) != nil || h.Type != typeHeader {
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, damaged(err)
		}
		return nil, &BackupError{"it is neither a backup nor an export of a graph", nil}
	}
	switch {
	case h.Format != Version:
		return nil, &BackupError{fmt.Sprintf("it has format %d and this program reads %d: restore it with the version that wrote it", h.Format, Version), nil}
	case h.Schema > graph.SchemaVersion:
		return nil, &BackupError{fmt.Sprintf("it is of a graph with schema %d and this program knows %d: restore it with a newer version", h.Schema, graph.SchemaVersion), nil}
	case h.Lossy:
		return nil, &BackupError{"it was written without texts, so that no graph can be made of it", nil}
	}
	return &Backup{h.Schema, h.Extractor, h.Articles, h.Snapshot, in}, nil
}

func damaged(err error) error { return &BackupError{"it is damaged or cut short", err} }

// Readings are put in groups, since each commit waits for the disk.
const (
	groupArticles = 128
	groupBytes    = 1 << 20
)

// Restore puts all that the backup holds into an empty graph, and makes sure
// that it has then become the graph that was backed up. Of a graph of an older
// schema that cannot be told, and the records themselves must do. Progress may
// be nil.
func (b *Backup) Restore(ctx context.Context, dst *graph.Store, progress func(done, total int)) error {
	var log []graph.Decision
	done := 0
	for group, err := range groups(Read(b.in, func(d graph.Decision) { log = append(log, d) })) {
		if err != nil {
			return damaged(err)
		}
		if _, err := dst.PutAll(ctx, group); err != nil {
			return refused(ctx, err)
		}
		if done += len(group); progress != nil {
			progress(done, b.Articles)
		}
	}
	if _, err := dst.PutDecisions(ctx, log); err != nil {
		return refused(ctx, err)
	}
	info, err := dst.Info(ctx)
	if err == nil && b.Schema == graph.SchemaVersion && info.Snapshot != b.snapshot {
		err = damaged(fmt.Errorf("it gives %d articles and %d decisions, and not the graph that was backed up", info.Articles, info.Decisions))
	}
	return err
}

// refused tells damage of the backup, which the graph does not take, from what
// is no fault of the backup.
func refused(ctx context.Context, err error) error {
	var reading *graph.ReadingError
	var span *graph.SpanError
	var decision *graph.DecisionError
	if ctx.Err() == nil && (errors.As(err, &reading) || errors.As(err, &span) || errors.As(err, &decision)) {
		return damaged(err)
	}
	return err
}

// groups gathers readings.
func groups(readings iter.Seq2[graph.Reading, error]) iter.Seq2[[]graph.Reading, error] {
	return func(yield func([]graph.Reading, error) bool) {
		var group []graph.Reading
		size := 0
		for r, err := range readings {
			if err != nil {
				yield(nil, err)
				return
			}
			group = append(group, r)
			size += len(r.Article.Text)
			if len(group) >= groupArticles || size >= groupBytes {
				if !yield(group, nil) {
					return
				}
				group, size = nil, 0
			}
		}
		if len(group) > 0 {
			yield(group, nil)
		}
	}
}
