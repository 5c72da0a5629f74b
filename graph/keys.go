package graph

import (
	"bytes"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"strings"
)

// This file documents every key of the database and holds the only code that
// builds or parses keys.
//
//	table      key                                            value                      serves
//	m meta     name                                           see open.go, state.go      schema, extractor, commit counter, intents, counts
//	a article  article                                        metadata, digest           Article; every article (sorted)
//	x text     article · part                                 bytes of the text          ArticleText, in parts that fit a transaction
//	z terms    article · part                                 terms, signatures, blocks  reading an article's reading back
//	r says     article · claim                                —                          the claims of an article
//	e evidence claim · article                                the claim, its evidence    a claim by id; its passages
//	s subject  subject · predicate · claim · article          object, summary of reports views: all that is said of one subject
//	o mention  entity · predicate · subject · claim · article modality, report date      what is said with an entity as the object, or as a part of either's id
//	n node     entity · article                               report date                which entities there are; articles about one
//	t day      published · article                            —                          articles by date
//	b band     band · hash · article                          —                          articles whose texts may be nearly the same
//	p posting  term · article                                 —                          search in articles
//	q name     term · entity · claim · article                —                          search by name
//	l loaded   article                                        nanoseconds since 1970     load times; no part of the export
//	d decision decision                                       a curator's decision       the log of curation
//
// The tables a, x, z, r and e are what was read; s, o, n, t, b, p and q are
// indexes, each row a pure function of one reading. A row of an index ends in
// its article, so that rows of different articles never touch and retraction
// is the removal of the rows that the reading made.
//
// Strings are written so that their order is kept and no string is the prefix
// of another: 0x00 becomes 0x01 0x01, 0x01 becomes 0x01 0x02, and 0x00 ends
// them. Article, claim and decision ids, which end in 26 letters of base 32,
// are packed in 17 bytes that sort as the ids do. Numbers are big-endian.
//
// Terms of more than 100 bytes are cut, and a hash of the whole is added.
//
// Schema versions: 1, the first; 2, bands, and the outlets that reports cite;
// 3, the log of curation.

// A table is the first byte of a key.
type table byte

const (
	tableMeta     table = 'm'
	tableArticle  table = 'a'
	tableText     table = 'x'
	tableTerms    table = 'z'
	tableSays     table = 'r'
	tableEvidence table = 'e'
	tableSubject  table = 's'
	tableMention  table = 'o'
	tableNode     table = 'n'
	tableDay      table = 't'
	tableBand     table = 'b'
	tablePosting  table = 'p'
	tableName     table = 'q'
	tableLoaded   table = 'l'
	tableDecision table = 'd'
)

// readTables hold what was read, indexTables what is made of it, ownTables what
// comes from elsewhere.
var (
	readTables  = []table{tableArticle, tableText, tableTerms, tableSays, tableEvidence}
	indexTables = []table{tableSubject, tableMention, tableNode, tableDay, tableBand, tablePosting, tableName}
	ownTables   = []table{tableLoaded, tableDecision}
)

func (t table) String() string {
	names := map[table]string{
		tableMeta: "meta", tableArticle: "article", tableText: "text", tableTerms: "terms", tableSays: "says",
		tableEvidence: "evidence", tableSubject: "subject", tableMention: "mention", tableNode: "node",
		tableDay: "day", tableBand: "band", tablePosting: "posting", tableName: "name", tableLoaded: "loaded",
		tableDecision: "decision",
	}
	if n, ok := names[t]; ok {
		return n
	}
	return fmt.Sprintf("%q", byte(t))
}

// The kinds of hashed ids that keys hold packed.
const (
	kindArticle = "article"
	kindClaim   = "claim"
)

// packed is the 26 letters of a hashed id in 17 bytes.
type packed [17]byte

// packing is base 32 with the alphabet of ids in the order of their letters.
var packing = base32.NewEncoding("234567abcdefghijklmnopqrstuvwxyz").WithPadding(base32.NoPadding)

// pack packs the name of an article's or a claim's id; false if it is none.
func pack(id ID, kind string) (packed, bool) {
	var p packed
	name := id.Name()
	if id.Kind() != kind || len(name) != 26 {
		return p, false
	}
	// 26 letters are 130 bits; three more complete the last of 18 bytes.
	b, err := packing.DecodeString(name + "222")
	if err != nil {
		return p, false
	}
	copy(p[:], b)
	return p, true
}

func (p packed) id(kind string) ID {
	return MakeID(kind, packing.EncodeToString(append(p[:], 0))[:26])
}

// mustPack packs an id that the store itself has made.
func mustPack(id ID, kind string) packed {
	p, ok := pack(id, kind)
	if !ok {
		panic("graph: not the id of a stored " + kind + ": " + string(id))
	}
	return p
}

// A key under construction.
type key []byte

func newKey(t table) key { return append(make(key, 0, 96), byte(t)) }

func (k key) text(s string) key {
	if strings.IndexByte(s, 0) < 0 && strings.IndexByte(s, 1) < 0 {
		return append(append(k, s...), 0)
	}
	for i := range len(s) {
		switch s[i] {
		case 0:
			k = append(k, 1, 1)
		case 1:
			k = append(k, 1, 2)
		default:
			k = append(k, s[i])
		}
	}
	return append(k, 0)
}

func (k key) id(id ID) key              { return k.text(string(id)) }
func (k key) predicate(p Predicate) key { return k.text(string(p)) }
func (k key) packed(p packed) key       { return append(k, p[:]...) }
func (k key) number(n uint32) key       { return binary.BigEndian.AppendUint32(k, n) }

// open is the key so far without the end of its last string: the prefix of
// all that begin with that string.
func (k key) open() key { return k[:len(k)-1] }

// maxTerm is the longest search term that a key holds as it is.
const maxTerm = 100

// termText is a search term as keys hold it.
func termText(s string) string {
	if len(s) <= maxTerm {
		return s
	}
	return s[:maxTerm] + "\x02" + HashID("", s).Name()
}

func metaKey(name string) key               { return newKey(tableMeta).text(name) }
func articleKey(a packed) key               { return newKey(tableArticle).packed(a) }
func textKey(a packed, part uint32) key     { return newKey(tableText).packed(a).number(part) }
func termsKey(a packed, part uint32) key    { return newKey(tableTerms).packed(a).number(part) }
func saysKey(a, claim packed) key           { return newKey(tableSays).packed(a).packed(claim) }
func evidenceKey(claim, a packed) key       { return newKey(tableEvidence).packed(claim).packed(a) }
func dayKey(published string, a packed) key { return newKey(tableDay).text(published).packed(a) }
func postingKey(term string, a packed) key {
	return newKey(tablePosting).text(termText(term)).packed(a)
}

// bandKey is of fixed length: a band of a signature, its hash, the article.
func bandKey(band byte, hash uint64, a packed) key {
	return append(bandPrefix(band, hash), a[:]...)
}

func bandPrefix(band byte, hash uint64) key {
	return binary.BigEndian.AppendUint64(append(newKey(tableBand), band), hash)
}

func nodeKey(entity ID, a packed) key { return newKey(tableNode).id(entity).packed(a) }
func loadedKey(a packed) key          { return newKey(tableLoaded).packed(a) }
func decisionKey(d packed) key        { return newKey(tableDecision).packed(d) }

func subjectKey(subject ID, p Predicate, claim, a packed) key {
	return newKey(tableSubject).id(subject).predicate(p).packed(claim).packed(a)
}

func mentionKey(entity ID, p Predicate, subject ID, claim, a packed) key {
	return newKey(tableMention).id(entity).predicate(p).id(subject).packed(claim).packed(a)
}

func nameKey(term string, entity ID, claim, a packed) key {
	return newKey(tableName).text(termText(term)).id(entity).packed(claim).packed(a)
}

// A parser takes a key apart; after the last part, ok tells whether the key
// had them all and no more.
type parser struct {
	rest []byte
	bad  bool
}

func parseKey(k []byte, t table) *parser {
	if len(k) == 0 || k[0] != byte(t) {
		return &parser{bad: true}
	}
	return &parser{rest: k[1:]}
}

func (p *parser) text() string {
	end := bytes.IndexByte(p.rest, 0)
	if end < 0 {
		p.bad, p.rest = true, nil
		return ""
	}
	raw := p.rest[:end]
	p.rest = p.rest[end+1:]
	if bytes.IndexByte(raw, 1) < 0 {
		return string(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == 1 {
			i++
			if i == len(raw) || raw[i] != 1 && raw[i] != 2 {
				p.bad = true
				return ""
			}
			out = append(out, raw[i]-1)
			continue
		}
		out = append(out, raw[i])
	}
	return string(out)
}

func (p *parser) packed() (q packed) {
	if len(p.rest) < len(q) {
		p.bad, p.rest = true, nil
		return q
	}
	copy(q[:], p.rest)
	p.rest = p.rest[len(q):]
	return q
}

func (p *parser) number() uint32 {
	if len(p.rest) < 4 {
		p.bad, p.rest = true, nil
		return 0
	}
	n := binary.BigEndian.Uint32(p.rest)
	p.rest = p.rest[4:]
	return n
}

func (p *parser) id() ID               { return ID(p.text()) }
func (p *parser) predicate() Predicate { return Predicate(p.text()) }
func (p *parser) ok() bool             { return !p.bad && len(p.rest) == 0 }

// articleOf is the article that a row belongs to, in any table but meta and
// decision: the end of the key, unless a part or a claim follows.
func articleOf(k []byte) (a packed, ok bool) {
	n := len(k)
	if n == 0 {
		return a, false
	}
	switch table(k[0]) {
	case tableMeta, tableDecision:
		return a, false
	case tableText, tableTerms:
		n -= 4
	case tableSays:
		n = 1 + len(a)
	}
	if n < 1+len(a) {
		return a, false
	}
	copy(a[:], k[n-len(a):n])
	return a, true
}

// printable is a key for messages.
func printable(k []byte) string {
	if len(k) == 0 {
		return "(empty)"
	}
	return fmt.Sprintf("%s %q", table(k[0]), k[1:])
}

// Parts lists the entities that an id names beside itself: the round and the
// party of a delegation, the round and the topic of an agenda item, the round
// and the parties of a meeting.
func (id ID) Parts() []ID {
	round, rest, ok := strings.Cut(id.Name(), "/")
	if !ok {
		return nil
	}
	switch id.Kind() {
	case "delegation":
		return []ID{MakeID("round", round), MakeID("party", rest)}
	case "agenda":
		return []ID{MakeID("round", round), MakeID("topic", rest)}
	case "meeting":
		return append([]ID{MakeID("round", round)}, meetingParties(rest)...)
	}
	return nil
}

// meetingParties are the parties in the second half of a meeting's name.
func meetingParties(rest string) []ID {
	rest, _, _ = strings.Cut(rest, "@")
	if rest == plenaryName {
		return nil
	}
	var ids []ID
	for name := range strings.SplitSeq(rest, "+") {
		ids = append(ids, MakeID("party", name))
	}
	return ids
}

const plenaryName = "plenary"

// roundOf is the round in the id of a thing that belongs to one, or "".
func (id ID) roundOf() ID {
	if id.Kind() == "round" {
		return id
	}
	if p := id.Parts(); len(p) > 0 {
		return p[0]
	}
	return ""
}
