package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
)

// Damage is something that Check found.
type Damage struct {
	Table  string // of keys.go
	Key    string // printable; empty where a whole table is meant
	Reason string
}

// maxDamage bounds the report of a check: after so much, the rest is the same.
const maxDamage = 1000

// Check reads everything and reports what is lost or altered: records whose
// checksum is wrong, tables that do not hold what was committed, articles that
// are not what their id says, quotes that are not in the text, indexes that do
// not follow from what was read, and decisions that are not what their id says.
//
// The database may panic on damaged files; Check reports that too. Progress, if
// it is not nil, is told how many records were gone over, of how many; those
// of articles count twice, since they are read a second time as articles.
func (s *Store) Check(ctx context.Context, progress func(done, total int)) (found []Damage, err error) {
	defer func() {
		if r := recover(); r != nil {
			found = append(found, Damage{Reason: fmt.Sprintf("the database cannot be read: %v", r)})
			err = nil
		}
	}()
	return answer(ctx, s, func(v *view) ([]Damage, error) {
		v.raw = true
		c := checker{ctx: ctx, view: v, expected: map[table]digest{}, progress: progress}
		for t, d := range v.state.tables {
			c.total += int(d.count)
			if slices.Contains(readTables, t) {
				c.total += int(d.count)
			}
		}
		if err := c.tables(); err != nil {
			return c.found, err
		}
		c.decisions()
		return c.found, c.readings()
	})
}

type checker struct {
	ctx      context.Context
	view     *view
	expected map[table]digest // of the rows that the readings make
	actual   map[table]digest
	found    []Damage

	progress    func(done, total int)
	done, total int
}

// went tells of more records that were gone over.
func (c *checker) went(n int) {
	c.done += n
	if c.progress != nil {
		c.progress(c.done, c.total)
	}
}

func (c *checker) report(t table, k []byte, format string, args ...any) {
	if len(c.found) < maxDamage {
		d := Damage{Table: t.String(), Reason: fmt.Sprintf(format, args...)}
		if k != nil {
			d.Key = printable(k)
		}
		c.found = append(c.found, d)
	}
}

// tables reads every record and compares each table with what was committed.
func (c *checker) tables() error {
	c.actual = map[table]digest{}
	for _, t := range slices.Concat(readTables, indexTables, ownTables) {
		var d digest
		err := c.view.pass([]key{newKey(t)}, func(k []byte, value func(func([]byte) error) error) error {
			if err := c.ctx.Err(); err != nil {
				return err
			}
			r := row{key: bytes.Clone(k)}
			err := value(func(sealed []byte) error {
				r.value = bytes.Clone(sealed)
				return nil
			})
			if err != nil {
				c.report(t, k, "it cannot be read: %v", err)
				return nil
			}
			if _, err := unseal(r.key, r.value); err != nil {
				var damage *DamageError
				errors.As(err, &damage)
				c.report(t, k, "%s", damage.Reason)
			}
			d.add(r)
			c.went(1)
			return nil
		})
		if ctxErr := c.ctx.Err(); ctxErr != nil {
			return ctxErr
		}
		if err != nil {
			c.report(t, nil, "it cannot be read: %v", err)
			continue
		}
		c.actual[t] = d
		if want := c.view.state.tables[t]; d.count != want.count {
			c.report(t, nil, "it has %d records, %d were committed", d.count, want.count)
		} else if d != want {
			c.report(t, nil, "its %d records are not those that were committed", d.count)
		}
	}
	return nil
}

// decisions reads the log of curation.
func (c *checker) decisions() {
	err := c.view.scan([]key{newKey(tableDecision)}, func(k, record []byte) error {
		d, err := decodeDecision(k, record)
		if err == nil {
			err = d.Check()
		}
		if err != nil {
			c.report(tableDecision, k, "%v", err)
		}
		return nil
	})
	if err != nil {
		c.report(tableDecision, nil, "the log of curation cannot be read: %v", err)
	}
}

// readings reads every article and makes its rows anew.
func (c *checker) readings() error {
	articles, err := c.view.articleKeys()
	if err != nil {
		c.report(tableArticle, nil, "it cannot be read: %v", err)
		return nil
	}
	whole := true
	for _, a := range articles {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		r, terms, err := c.view.reading(a)
		if err != nil {
			c.report(tableArticle, articleKey(a), "its reading is not whole: %v", err)
			whole = false
			continue
		}
		n, err := normalize(r)
		if err != nil {
			c.report(tableArticle, articleKey(a), "%v", err)
			whole = false
			continue
		}
		made := rowsOf(n, terms)
		c.went(len(made.read))
		for _, row := range made.all() {
			d := c.expected[table(row.key[0])]
			d.add(row)
			c.expected[table(row.key[0])] = d
		}
	}
	if !whole {
		return nil // what the missing readings made cannot be known
	}
	for _, t := range slices.Concat(readTables, indexTables) {
		if want, have := c.expected[t], c.actual[t]; want != have {
			c.report(t, nil, "it has %d records, %d follow from the articles", have.count, want.count)
		}
	}
	return nil
}
