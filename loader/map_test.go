package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"peacetalks/loader/source"
)

// documents yields n documents, with an input that cannot be read before each
// tenth.
func documents(n int) iter.Seq2[source.Document, error] {
	return func(yield func(source.Document, error) bool) {
		for i := range n {
			if i%10 == 9 && !yield(source.Document{}, &source.Error{Path: fmt.Sprintf("bad-%d", i), Err: source.ErrEmpty}) {
				return
			}
			if !yield(source.Document{Path: fmt.Sprint(i)}, nil) {
				return
			}
		}
	}
}

func TestMapKeepsTheOrder(t *testing.T) {
	slow := func(doc source.Document) (string, error) {
		if strings.HasSuffix(doc.Path, "3") {
			time.Sleep(3 * time.Millisecond)
		}
		return doc.Path, nil
	}
	for _, workers := range []int{1, 2, 7} {
		var got, want []string
		for path, err := range Map(t.Context(), documents(40), workers, slow) {
			got = append(got, fmt.Sprint(path, err))
		}
		for doc, err := range documents(40) {
			want = append(want, fmt.Sprint(doc.Path, err))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%d workers: got\n%s\nwant\n%s", workers, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestMapNamesWhatFails(t *testing.T) {
	broken := errors.New("broken")
	results := map[string]error{}
	for path, err := range Map(t.Context(), documents(12), 3, func(doc source.Document) (string, error) {
		switch doc.Path {
		case "2":
			return "", broken
		case "5":
			panic("no such rule")
		}
		return doc.Path, nil
	}) {
		var named *source.Error
		if errors.As(err, &named) {
			path = named.Path
		}
		results[path] = err
	}
	if len(results) != 13 {
		t.Errorf("got %d results, want 12 documents and an unreadable one", len(results))
	}
	if !errors.Is(results["2"], broken) || !errors.Is(results["bad-9"], source.ErrEmpty) {
		t.Errorf("got %v and %v, want the reasons", results["2"], results["bad-9"])
	}
	if err := results["5"]; err == nil || !strings.Contains(err.Error(), "no such rule") {
		t.Errorf("a panic gives %v, want its reason", err)
	}
}

func TestMapEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var last error
	for _, err := range Map(ctx, documents(1_000_000), 4, func(doc source.Document) (int, error) { return 0, nil }) {
		if n++; n == 20 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || n > 30 {
		t.Errorf("after the end of the context: %d results, the last %v", n, last)
	}
	n = 0
	for range Map(t.Context(), documents(1_000_000), 4, func(doc source.Document) (int, error) { return 0, nil }) {
		if n++; n == 20 {
			break
		}
	}
}
