package graph

import (
	"bytes"
	"context"
	"fmt"
)

// This file holds what is done with readings that fit no single commit. They
// are written and removed in pieces, under an intent in the state: while it
// stands nobody sees the article, and whoever opens the graph next completes
// or removes what is there.

// chunks cuts rows into pieces that fit a commit, and never parts the
// evidence of a claim from the row before it, which leads to it.
func (s *Store) chunks(rs []row) [][]row {
	var out [][]row
	for start := 0; start < len(rs); {
		end, size := start, int64(0)
		for end < len(rs) && s.fits(size+sizeOf(rs[end:end+1]), end-start+1) {
			size += sizeOf(rs[end : end+1])
			end++
		}
		if end < len(rs) && rs[end].key[0] == byte(tableEvidence) {
			end--
		}
		end = max(end, start+1)
		out = append(out, rs[start:end])
		start = end
	}
	return out
}

// putLarge stores a reading that fits no single commit: under an intent, what
// was read first, then the indexes; the commit that ends the intent makes it
// visible.
func (s *Store) putLarge(p prepared, all []row) error {
	next := s.state.clone()
	next.begin(p.article, writingRead)
	if next.extractor == "" {
		next.extractor = p.reading.Extractor
	}
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	for _, chunk := range s.chunks(p.rows.read) {
		if err := s.commit(s.state.clone(), chunk, nil); err != nil {
			return err
		}
	}
	next = s.state.clone()
	next.advance(p.article, writingIndex)
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	return s.finishPut(p, all)
}

// finishPut writes the indexes of a reading whose other rows are whole.
func (s *Store) finishPut(p prepared, all []row) error {
	rest := all[len(p.rows.read):]
	for _, chunk := range s.chunks(rest) {
		if err := s.commit(s.state.clone(), chunk, nil); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.add(all)
	next.finish(p.article)
	return s.commit(next, nil, nil)
}

// finishRetract removes the rows of an article whose intent says so.
func (s *Store) finishRetract(a packed, index []row) error {
	for _, chunk := range s.chunks(index) {
		if err := s.commit(s.state.clone(), nil, keysOf(chunk)); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.advance(a, removingRead)
	if err := s.commit(next, nil, nil); err != nil {
		return err
	}
	return s.removeRead(a)
}

// removeRead removes what was read of an article, whole or not, and ends its
// intent. The rows that say lead to the evidence and so go with it.
func (s *Store) removeRead(a packed) error {
	v := s.view()
	var found []row
	err := v.scanKeys([]key{newKey(tableSays).packed(a), articleKey(a), newKey(tableText).packed(a), newKey(tableTerms).packed(a), loadedKey(a)}, func(k []byte) error {
		found = append(found, row{key: bytes.Clone(k)})
		if table(k[0]) == tableSays {
			p := parseKey(k, tableSays)
			p.packed()
			found = append(found, row{key: evidenceKey(p.packed(), a)})
		}
		return nil
	})
	v.close()
	if err != nil {
		return err
	}
	for _, chunk := range s.chunks(found) {
		if err := s.commit(s.state.clone(), nil, keysOf(chunk)); err != nil {
			return err
		}
	}
	next := s.state.clone()
	next.finish(a)
	return s.commit(next, nil, nil)
}

// recover completes or removes what a crash or an error has left half done.
// The caller holds commitMu, or is alone with the store.
func (s *Store) recover(ctx context.Context) error {
	for len(s.state.intents) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		i := s.state.intents[0]
		var err error
		switch i.step {
		case writingRead, removingRead:
			err = s.removeRead(i.article)
		case writingIndex, removingIndex:
			var p prepared
			var all []row
			p, all, err = s.stored(i.article)
			switch {
			case err != nil:
			case i.step == removingIndex:
				err = s.finishRetract(i.article, p.rows.index)
			default:
				all = all[:len(p.rows.read)+len(p.rows.index)]
				k := loadedKey(i.article)
				all = append(all, row{k, seal(k, encodeLoaded(s.options.Now()))})
				err = s.finishPut(p, all)
			}
		default:
			err = &DamageError{printable(stateKey), fmt.Sprintf("an intent with step %d", i.step)}
		}
		if err != nil {
			return fmt.Errorf("%s: recovery of %s: %w", s.dir, i.article.id(kindArticle), err)
		}
	}
	return nil
}
