package graph

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
)

// An ID names a thing of the graph: a kind, a colon and a name that is stable
// and, where it can be, readable.
//
//	process:astana                       a process: its slug
//	round:astana-14                      a round: process and number;
//	round:kuwait-yemen-2016              without a number: process and year;
//	round:oslo                           without either: the process
//	delegation:astana-14/turkey          round and party
//	party:turkey                         a state, movement or organisation
//	person:sedat-onal                    a person
//	agenda:astana-14/ceasefire           round and topic
//	topic:ceasefire                      a topic
//	place:nur-sultan                     a city or building
//	meeting:astana-14/iran+russia        round and parties, sorted
//	meeting:astana-14/plenary            a plenary of a round
//	statement:<hash>                     round, speaker and folded wording
//	outcome:<hash>                       round and kind
//	article:<hash>                       url, given metadata, text and blocks
//	claim:<hash>                         subject, predicate and object
type ID string

// MakeID joins a kind and a name.
func MakeID(kind, name string) ID { return ID(kind + ":" + name) }

// Kind is the part before the colon, such as "round".
func (id ID) Kind() string { k, _, _ := strings.Cut(string(id), ":"); return k }

// Name is the part after the colon, such as "astana-14".
func (id ID) Name() string { _, n, _ := strings.Cut(string(id), ":"); return n }

// HashID makes an id of a kind whose members are named by a hash of what
// makes them one: the first 16 bytes of SHA-256 over the parts, each preceded
// by its length, in lower-case base 32 without padding.
func HashID(kind string, parts ...string) ID {
	var room [512]byte
	b := room[:0]
	for _, p := range parts {
		b = appendPart(b, p)
	}
	return ID(appendHashed(make([]byte, 0, 64), kind, b))
}

// appendPart adds a part of what is hashed, and its length before it.
func appendPart(b []byte, p string) []byte {
	b = append(strconv.AppendInt(b, int64(len(p)), 10), ':')
	return append(b, p...)
}

// base32Lower is base 32 in lower case without padding.
var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// appendHashed appends the id of a kind whose parts are written in b.
func appendHashed(id []byte, kind string, b []byte) []byte {
	sum := sha256.Sum256(b)
	return base32Lower.AppendEncode(append(append(id, kind...), ':'), sum[:16])
}

// ID is the claim's identity: a hash of subject, predicate and object.
func (c Claim) ID() ID { return ID(c.AppendID(make([]byte, 0, 64))) }

// AppendID appends the claim's [Claim.ID] to id: 32 bytes.
func (c *Claim) AppendID(id []byte) []byte {
	var room [512]byte
	b := appendPart(appendPart(room[:0], string(c.Subject)), string(c.Predicate))
	o := &c.Object
	// What Canonical says, without making a string of it.
	switch {
	case o.Entity != "":
		b = append(strconv.AppendInt(b, int64(2+len(o.Entity)), 10), ":e:"...)
		b = append(b, o.Entity...)
	case o.Date.IsZero() && o.Number == 0:
		b = append(strconv.AppendInt(b, int64(3+len(o.Language)+len(o.Text)), 10), ":t:"...)
		b = append(append(append(b, o.Language...), ':'), o.Text...)
	case !o.Date.IsZero():
		var date [32]byte
		text, _ := o.Date.AppendText(append(date[:0], "d:"...)) // it never fails
		b = append(append(strconv.AppendInt(b, int64(len(text)), 10), ':'), text...)
	default:
		b = appendPart(b, o.Canonical())
	}
	return appendHashed(id, "claim", b)
}

// Canonical is the object's one textual form.
func (o Object) Canonical() string {
	switch {
	case o.Entity != "":
		return "e:" + string(o.Entity)
	case !o.Date.IsZero():
		return "d:" + o.Date.String()
	case o.Number != 0:
		return "n:" + strconv.Itoa(o.Number)
	default:
		return "t:" + o.Language + ":" + o.Text
	}
}

// ArticleID identifies an article by its canonical URL, the metadata that it
// came with, and its text with the parts of a page.
func ArticleID(a Article) ID {
	a = a.Given()
	parts := []string{a.URL, a.Title, a.Source, a.Language, a.Published.String(), a.Text}
	for _, b := range a.Blocks {
		parts = append(parts, strconv.Itoa(b.Start), strconv.Itoa(b.End), b.Kind)
	}
	return HashID("article", parts...)
}
