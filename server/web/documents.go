package web

import (
	"container/list"
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// documents keeps parsed queries, the most recently used first, as long as
// their texts have no more than a number of bytes together.
type documents struct {
	mu     sync.Mutex
	most   int
	bytes  int
	recent *list.List // of *document
	byText map[string]*list.Element
}

type document struct {
	text   string
	parsed *ast.QueryDocument
}

func newDocuments(most int) *documents {
	return &documents{most: most, recent: list.New(), byText: map[string]*list.Element{}}
}

// Get answers a parsed query.
func (d *documents) Get(_ context.Context, text string) (*ast.QueryDocument, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.byText[text]
	if !ok {
		return nil, false
	}
	d.recent.MoveToFront(e)
	return e.Value.(*document).parsed, true
}

// Add keeps a parsed query. One that would take more than an eighth of the
// room is not worth it.
func (d *documents) Add(_ context.Context, text string, parsed *ast.QueryDocument) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.byText[text]; ok || len(text) > d.most/8 {
		return
	}
	d.byText[text] = d.recent.PushFront(&document{text, parsed})
	d.bytes += len(text)
	for d.bytes > d.most {
		oldest := d.recent.Back()
		gone := d.recent.Remove(oldest).(*document)
		delete(d.byText, gone.text)
		d.bytes -= len(gone.text)
	}
}
