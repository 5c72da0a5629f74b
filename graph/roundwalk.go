package graph

import (
	"context"
	"iter"

	"peacetalks/graph/edtf"
)

// EachRound yields the rounds by id, some at a time, as reports up to a day
// have them: those of one process, or all. It holds no more than the rounds
// that it yields; [Store.Rounds] is faster where questions follow each other,
// and keeps a table of all rounds for them.
func (s *Store) EachRound(ctx context.Context, process ID, asOf edtf.Date) iter.Seq2[[]Round, error] {
	return func(yield func([]Round, error) bool) {
		v, err := s.reader(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		defer v.close()
		current, err := v.current([]ID{process})
		if err != nil {
			yield(nil, err)
			return
		}
		for ids, err := range v.roundIDs(thingBatch) {
			var batch []Round
			if err == nil {
				batch, err = v.roundsIn(current[0], ids, asOf)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if len(batch) > 0 && !yield(batch, nil) {
				return
			}
		}
	}
}

// roundsIn are those of the rounds that are there and in a process, if one is
// named.
func (v *view) roundsIn(process ID, ids []ID, asOf edtf.Date) ([]Round, error) {
	found, err := v.rounds(ids, asOf)
	if err != nil {
		return nil, err
	}
	batch := make([]Round, 0, len(found))
	for _, r := range found {
		if r != nil && (process == "" || r.Process == process) {
			batch = append(batch, *r)
		}
	}
	return batch, nil
}

// roundIDs yields the ids of rounds in order, n at a time: of those that
// something is said of, and of those that are only named.
func (v *view) roundIDs(n int) iter.Seq2[[]ID, error] {
	return func(yield func([]ID, error) bool) {
		said, stopSaid := newCursor(v.entities(tableSubject, "round:"))
		defer stopSaid()
		named, stopNamed := newCursor(v.entities(tableNode, "round:"))
		defer stopNamed()
		var batch []ID
		for said.more || named.more {
			if said.err != nil || named.err != nil {
				break
			}
			id := said.id
			if !said.more || named.more && named.id < id {
				id = named.id
			}
			said.skip(id)
			named.skip(id)
			if batch = append(batch, id); len(batch) == n {
				if !yield(batch, nil) {
					return
				}
				batch = nil
			}
		}
		for _, c := range []*cursor{said, named} {
			if c.err != nil {
				yield(nil, c.err)
				return
			}
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}
}

// entities yields the first parts of a table's keys that begin with a prefix,
// in order, each once.
func (v *view) entities(t table, prefix string) iter.Seq2[ID, error] {
	return func(yield func(ID, error) bool) {
		var last ID
		err := v.scanKeys([]key{newKey(t).text(prefix).open()}, func(k []byte) error {
			id := parseKey(k, t).id()
			if id == last {
				return nil
			}
			if last = id; !yield(id, nil) {
				return errStop
			}
			return nil
		})
		if err != nil {
			yield("", err)
		}
	}
}
