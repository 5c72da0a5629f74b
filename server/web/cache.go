package web

import (
	"container/list"
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// A cache keeps values by the text that they belong to, the most recently used
// first, as long as they weigh no more than a number of bytes together.
type cache[V any] struct {
	weigh  func(key string, value V) int
	most   int
	mu     sync.Mutex
	bytes  int
	recent *list.List // of *cached[V]
	byKey  map[string]*list.Element
}

type cached[V any] struct {
	key    string
	value  V
	weight int
}

func newCache[V any](most int, weigh func(key string, value V) int) *cache[V] {
	return &cache[V]{weigh: weigh, most: most, recent: list.New(), byKey: map[string]*list.Element{}}
}

// Get answers a value that is kept.
func (c *cache[V]) Get(_ context.Context, key string) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if !ok {
		return value, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(*cached[V]).value, true
}

// Add keeps a value. One that would take more than an eighth of the room is
// not worth it.
func (c *cache[V]) Add(_ context.Context, key string, value V) {
	weight := c.weigh(key, value)
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byKey[key]; ok || weight > c.most/8 {
		return
	}
	c.byKey[key] = c.recent.PushFront(&cached[V]{key, value, weight})
	c.bytes += weight
	for c.bytes > c.most {
		gone := c.recent.Remove(c.recent.Back()).(*cached[V])
		delete(c.byKey, gone.key)
		c.bytes -= gone.weight
	}
}

// tokenWeight is about what a token of a query takes once it is parsed.
const tokenWeight = 450

// weighQuery is about what a parsed query takes in memory, with its text.
func weighQuery(text string, _ *ast.QueryDocument) int {
	weight := len(text)
	tokens := lexer.New(&ast.Source{Input: text})
	for t, err := tokens.ReadToken(); err == nil && t.Kind != lexer.EOF; t, err = tokens.ReadToken() {
		weight += tokenWeight
	}
	return weight
}

// weighText is what a text takes, kept under its hash.
func weighText(hash, text string) int { return len(hash) + len(text) }
