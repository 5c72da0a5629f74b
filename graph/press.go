package graph

import (
	"bytes"
	"slices"
	"strings"

	"peacetalks/graph/edtf"
)

// A listed article is what lists and filters go by.
type listed struct {
	source, language, url string
	published             edtf.Date
}

// catalogue reads the records of all articles in one pass, and keeps what
// filters go by while the graph does not change.
func (v *view) catalogue() (map[packed]listed, error) {
	return cached(v, "catalogue", func() (map[packed]listed, error) {
		out := map[packed]listed{}
		once := map[string]string{} // outlets and languages, each held once
		intern := func(s string) string {
			if _, ok := once[s]; !ok {
				once[s] = s
			}
			return once[s]
		}
		err := v.scan([]key{newKey(tableArticle)}, func(k, record []byte) error {
			a, err := decodeArticle(k, record)
			out[mustPack(a.ID, kindArticle)] = listed{intern(a.Source), intern(a.Language), a.URL, a.Published}
			return err
		})
		return out, err
	})
}

// A naming is an article that affirms something which names an entity.
type naming struct {
	article  packed
	reported edtf.Date
}

// roundsNamed lists the articles that name each round, in one pass over index
// rows.
func (v *view) roundsNamed() (map[ID][]naming, error) {
	return cached(v, "rounds named", func() (map[ID][]naming, error) {
		out := map[ID][]naming{}
		var last []byte
		var id ID
		err := v.scan([]key{newKey(tableNode).text("round:").open()}, func(k, record []byte) error {
			if entity := k[:len(k)-len(packed{})]; !bytes.Equal(entity, last) {
				last = append(last[:0], entity...)
				id = parseKey(entity, tableNode).id()
			}
			f := &fields{rest: record}
			d := f.date()
			if a, _ := articleOf(k); a != curator {
				out[id] = append(out[id], naming{a, d})
			}
			return f.end(k)
		})
		return out, err
	})
}

// nodesBy is nodes, of those that an article reported by a day affirms.
func (v *view) nodesBy(kind string, asOf edtf.Date) ([]ID, error) {
	if asOf.IsZero() {
		return v.nodes(kind)
	}
	return cached(v, "nodes "+kind+" "+asOf.String(), func() ([]ID, error) {
		var ids []ID
		err := v.scan([]key{newKey(tableNode).text(kind + ":").open()}, func(k, record []byte) error {
			f := &fields{rest: record}
			a, _ := articleOf(k)
			if d := f.date(); counts(a, d, asOf) {
				ids = append(ids, parseKey(k[:len(k)-len(packed{})], tableNode).id())
			}
			return f.end(k)
		})
		return slices.Compact(ids), err
	})
}

// A press tells who names which rounds.
type press struct {
	articles map[packed]listed
	named    map[ID][]naming
}

func (v *view) press() (p press, err error) {
	if p.articles, err = v.catalogue(); err != nil {
		return p, err
	}
	p.named, err = v.roundsNamed()
	return p, err
}

// names tells whether an article that fits names a round and was reported by
// a day.
func (p press) names(round ID, asOf edtf.Date, fits func(a packed, l listed) bool) bool {
	return slices.ContainsFunc(p.named[round], func(n naming) bool {
		return by(n.reported, asOf) && fits(n.article, p.articles[n.article])
	})
}

// isOutlet tells whether an article's outlet is the one that is asked for.
func isOutlet(source, wanted string) bool {
	return strings.EqualFold(strings.TrimSpace(source), strings.TrimSpace(wanted))
}
