package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"net/url"
	"slices"
	"strings"
	"time"

	"peacetalks/graph/edtf"
)

// A row is a key with its sealed record.
type row struct{ key, value []byte }

// partSize is the size of the parts of what may not fit one transaction.
const partSize = 256 << 10

// rows are all the rows that a normalized reading makes: what was read, and
// the indexes. It is a pure function of the reading and of how names fold.
type rows struct {
	read  []row // in an order in which each row that says is followed by its evidence
	index []row
}

func (r rows) all() []row { return slices.Concat(r.read, r.index) }

// nameTerms tells the folded search terms of a name claim.
type nameTerms func(c Supported) []string

// rowsOf makes the rows of a normalized reading.
func rowsOf(r Reading, terms nameTerms) rows {
	var out rows
	a := mustPack(r.Article.ID, kindArticle)
	read := func(k key, fields []byte) { out.read = append(out.read, row{k, seal(k, fields)}) }
	index := func(k key, fields []byte) { out.index = append(out.index, row{k, seal(k, fields)}) }

	texts := split([]byte(r.Article.Text))
	lists := split(encodeDetails(r))
	read(articleKey(a), articleRecord{
		Article: r.Article, bytes: len(r.Article.Text), texts: len(texts), lists: len(lists),
		claims: len(r.Claims), extractor: r.Extractor, outlet: r.Outlet,
	}.encode())
	for i, part := range texts {
		read(textKey(a, uint32(i)), part)
	}
	for i, part := range lists {
		read(termsKey(a, uint32(i)), part)
	}
	index(dayKey(r.Article.Published.String(), a), nil)
	for band, hash := range bands(r.Signatures) {
		index(bandKey(byte(band), hash, a), nil)
	}
	for _, t := range r.Terms {
		index(postingKey(t, a), nil)
	}

	nodes := map[ID]edtf.Date{} // affirmed; with the earliest report
	text := hash64(r.Article.Text)
	for _, c := range r.Claims {
		claim := mustPack(c.Claim.ID(), kindClaim)
		folded := terms(c)
		read(saysKey(a, claim), nil)
		read(evidenceKey(claim, a), encodeEvidence(c, folded))
		rep := summarize(r, c, text)
		index(subjectKey(c.Claim.Subject, c.Claim.Predicate, claim, a), rep.encode())
		for _, entity := range mentions(c.Claim) {
			index(mentionKey(entity, c.Claim.Predicate, c.Claim.Subject, claim, a), rep.encodeShort())
		}
		for _, t := range folded {
			index(nameKey(t, c.Claim.Subject, claim, a), []byte{rep.modalities})
		}
		if rep.modalities&affirming == 0 {
			continue
		}
		for _, entity := range append(mentions(c.Claim), c.Claim.Subject) {
			if had, ok := nodes[entity]; !ok || earlier(rep.reported, had) {
				nodes[entity] = rep.reported
			}
		}
	}
	for entity, reported := range nodes {
		index(nodeKey(entity, a), putText(nil, reported.String()))
	}
	return out
}

// earlier tells whether a report date is known to be before another; an
// unknown date is the last.
func earlier(a, b edtf.Date) bool {
	return !a.IsZero() && (b.IsZero() || a.Compare(b) < 0)
}

// mentions lists the entities that a claim names beside its subject: its
// object, the parts of its object's id and those of its subject's, each once.
func mentions(c Claim) []ID {
	var ids []ID
	if c.Object.Entity != "" {
		ids = append(append(ids, c.Object.Entity), c.Object.Entity.Parts()...)
	}
	ids = append(ids, c.Subject.Parts()...)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	return slices.DeleteFunc(ids, func(id ID) bool { return id == c.Subject })
}

func split(b []byte) [][]byte {
	var parts [][]byte
	for len(b) > 0 {
		n := min(len(b), partSize)
		parts = append(parts, slices.Clone(b[:n]))
		b = b[n:]
	}
	return parts
}

// An articleRecord is an article's row in the table of articles.
type articleRecord struct {
	Article             // without its text
	bytes, texts, lists int
	claims              int
	extractor, outlet   string
}

func (a articleRecord) encode() []byte {
	b := putText(nil, a.URL)
	b = putText(b, a.Title)
	b = putText(b, a.Source)
	b = putText(b, a.Language)
	b = putText(b, a.Published.String())
	b = putText(b, a.extractor)
	b = putText(b, a.outlet)
	for _, n := range []int{a.bytes, a.texts, a.lists, a.claims, len(a.Solved)} {
		b = putInt(b, n)
	}
	for _, field := range a.Solved {
		b = putText(b, field)
	}
	return b
}

func decodeArticle(k, record []byte) (articleRecord, error) {
	f := &fields{rest: record}
	p := parseKey(k, tableArticle)
	var a articleRecord
	a.ID = p.packed().id(kindArticle)
	a.URL, a.Title, a.Source, a.Language = f.text(), f.text(), f.text(), f.text()
	a.Published = f.date()
	a.extractor, a.outlet = f.text(), f.text()
	a.bytes, a.texts, a.lists, a.claims = f.int(), f.int(), f.int(), f.int()
	for range f.int() {
		if f.err != nil {
			break
		}
		a.Solved = append(a.Solved, f.text())
	}
	return a, f.end(k)
}

func (f *fields) date() edtf.Date {
	s := f.text()
	if s == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(s)
	if err != nil && f.err == nil {
		f.err = err
	}
	return d
}

// encodeDetails is what of a reading may be long and is seldom read: search
// terms, signatures and the blocks of a page.
func encodeDetails(r Reading) []byte {
	if len(r.Terms)+len(r.Signatures)+len(r.Article.Blocks) == 0 {
		return nil
	}
	b := binary.AppendUvarint(nil, uint64(len(r.Terms)))
	for _, t := range r.Terms {
		b = putText(b, t)
	}
	b = binary.AppendUvarint(b, uint64(len(r.Signatures)))
	last := uint64(0)
	for _, s := range r.Signatures {
		b = binary.AppendUvarint(b, s-last) // they ascend; the difference of any two is right, too
		last = s
	}
	b = binary.AppendUvarint(b, uint64(len(r.Article.Blocks)))
	for _, block := range r.Article.Blocks {
		b = putText(putInt(putInt(b, block.Start), block.End), block.Kind)
	}
	return b
}

// decodeDetails sets them.
func decodeDetails(k, b []byte, r *Reading) error {
	if len(b) == 0 {
		return nil
	}
	f := &fields{rest: b}
	for range f.len() {
		r.Terms = append(r.Terms, f.text())
	}
	last := uint64(0)
	for range f.len() {
		last += f.uint()
		r.Signatures = append(r.Signatures, last)
	}
	for range f.len() {
		r.Article.Blocks = append(r.Article.Blocks, Block{f.int(), f.int(), f.text()})
	}
	return f.end(k)
}

// The kinds of objects in records.
const (
	objectEntity = 'e'
	objectDate   = 'd'
	objectNumber = 'n'
	objectText   = 't'
)

func putObject(b []byte, o Object) []byte {
	switch {
	case o.Entity != "":
		return putText(append(b, objectEntity), string(o.Entity))
	case !o.Date.IsZero():
		return putText(append(b, objectDate), o.Date.String())
	case o.Number != 0:
		return putInt(append(b, objectNumber), o.Number)
	}
	return putText(putText(append(b, objectText), o.Text), o.Language)
}

func (f *fields) object() (o Object) {
	switch f.byte() {
	case objectEntity:
		o.Entity = ID(f.text())
	case objectDate:
		o.Date = f.date()
	case objectNumber:
		o.Number = f.int()
	case objectText:
		o.Text, o.Language = f.text(), f.text()
	default:
		f.err = cmp.Or(f.err, errFields)
	}
	return o
}

func encodeEvidence(c Supported, folded []string) []byte {
	b := putText(nil, string(c.Claim.Subject))
	b = putText(b, string(c.Claim.Predicate))
	b = putObject(b, c.Claim.Object)
	b = binary.AppendUvarint(b, uint64(len(c.Evidence)))
	for _, e := range c.Evidence {
		b = binary.AppendUvarint(b, uint64(len(e.Spans)))
		for _, s := range e.Spans {
			b = putText(putInt(b, s.Start), s.Quote)
		}
		b = append(b, bit(e.Modality))
		for _, s := range []string{e.Rule, e.Citing, e.Origin, e.Basis, e.Reported.String()} {
			b = putText(b, s)
		}
		b = putFloat(b, e.Confidence)
	}
	b = binary.AppendUvarint(b, uint64(len(folded)))
	for _, t := range folded {
		b = putText(b, t)
	}
	return b
}

func decodeEvidence(k, record []byte) (c Supported, folded []string, err error) {
	p := parseKey(k, tableEvidence)
	p.packed()
	article := p.packed().id(kindArticle)
	f := &fields{rest: record}
	c.Claim = Claim{ID(f.text()), Predicate(f.text()), f.object()}
	c.Evidence = make([]Evidence, f.len())
	for i := range c.Evidence {
		e := &c.Evidence[i]
		e.Article = article
		e.Spans = make([]Span, f.len())
		for j := range e.Spans {
			start, quote := f.int(), f.text()
			e.Spans[j] = Span{start, start + len(quote), quote}
		}
		e.Modality = modalityOf(f.byte())
		e.Rule, e.Citing, e.Origin, e.Basis = f.text(), f.text(), f.text(), f.text()
		e.Reported = f.date()
		e.Confidence = f.float()
	}
	for range f.len() {
		folded = append(folded, f.text())
	}
	return c, folded, f.end(k)
}

// Modalities as bits, so that a report can hold several.
const (
	bitHappened byte = 1 << iota
	bitOngoing
	bitPlanned
	bitDenied

	affirming = bitHappened | bitOngoing | bitPlanned
	realised  = bitHappened | bitOngoing
)

func bit(m Modality) byte {
	switch m {
	case Happened:
		return bitHappened
	case Ongoing:
		return bitOngoing
	case Planned:
		return bitPlanned
	case Denied:
		return bitDenied
	}
	return 0
}

func modalityOf(b byte) Modality {
	switch b {
	case bitHappened:
		return Happened
	case bitOngoing:
		return Ongoing
	case bitPlanned:
		return Planned
	case bitDenied:
		return Denied
	}
	return ""
}

// A report is what one article says of one claim, in short: a row of the
// table of subjects.
type report struct {
	claim, article packed
	subject        ID
	predicate      Predicate
	object         Object
	modalities     byte
	confidence     float64 // the highest of what affirms; of what denies if nothing affirms
	reported       edtf.Date
	outlet, text   uint64 // hashes of the outlet's key and of the text
	origin         uint64 // hash of the key of who is cited; 0 if nobody is
	basis, citing  string // of the best evidence that has one
}

// summarize makes the report of a claim in an article whose text has a hash.
func summarize(of Reading, c Supported, text uint64) report {
	a := of.Article
	r := report{
		claim: mustPack(c.Claim.ID(), kindClaim), article: mustPack(a.ID, kindArticle),
		subject: c.Claim.Subject, predicate: c.Claim.Predicate, object: c.Claim.Object,
		outlet: outletHash(of.Outlet, a), text: text,
	}
	best := slices.SortedStableFunc(slices.Values(c.Evidence), func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(strength(a.Modality), strength(b.Modality)), cmp.Compare(b.Confidence, a.Confidence))
	})
	for _, e := range best {
		r.modalities |= bit(e.Modality)
		if e.Modality != Denied || r.modalities&affirming == 0 {
			r.confidence = max(r.confidence, e.Confidence)
		}
		r.basis = cmp.Or(r.basis, e.Basis)
		r.citing = cmp.Or(r.citing, e.Citing)
		if r.origin == 0 && e.Citing != "" {
			r.origin = hash64(cmp.Or(e.Origin, namedOutlet(e.Citing)))
		}
		if earlier(e.Reported, r.reported) {
			r.reported = e.Reported
		}
	}
	return r
}

// strength orders modalities, the strongest first.
func strength(m Modality) int {
	switch m {
	case Happened, Ongoing:
		return 0
	case Planned:
		return 1
	}
	return 2
}

// outletHash stands for the outlet of an article, whose key is given if it is
// known.
func outletHash(key string, a Article) uint64 { return hash64(cmp.Or(key, outletOf(a))) }

// outletOf names the outlet that an article is from: articles of one outlet
// are one source.
func outletOf(a Article) string {
	if strings.TrimSpace(a.Source) != "" {
		return namedOutlet(a.Source)
	}
	if u, err := url.Parse(a.URL); err == nil && u.Hostname() != "" {
		return "host:" + strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	}
	return string(a.ID)
}

// namedOutlet is the key of an outlet of which no more than a name is known.
func namedOutlet(name string) string { return "source:" + strings.ToLower(strings.TrimSpace(name)) }

func hash64(s string) uint64 {
	sum := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(sum[:])
}

func (r report) encode() []byte {
	b := append(putObject(nil, r.object), r.modalities)
	b = putFloat(b, r.confidence)
	b = putText(b, r.reported.String())
	b = binary.BigEndian.AppendUint64(b, r.outlet)
	b = binary.BigEndian.AppendUint64(b, r.text)
	b = binary.BigEndian.AppendUint64(b, r.origin)
	return putText(putText(b, r.basis), r.citing)
}

func decodeReport(k, record []byte) (report, error) {
	p := parseKey(k, tableSubject)
	r := report{subject: p.id(), predicate: p.predicate(), claim: p.packed(), article: p.packed()}
	f := &fields{rest: record}
	r.object, r.modalities, r.confidence, r.reported = f.object(), f.byte(), f.float(), f.date()
	r.outlet, r.text, r.origin = f.fixed64(), f.fixed64(), f.fixed64()
	r.basis, r.citing = f.text(), f.text()
	if !p.ok() {
		f.err = errFields
	}
	return r, f.end(k)
}

// encodeShort is the report without its object, for the table of mentions.
func (r report) encodeShort() []byte {
	return putText([]byte{r.modalities}, r.reported.String())
}

// A mention is a row of the table of mentions.
type mention struct {
	entity, subject ID
	predicate       Predicate
	claim, article  packed
	modalities      byte
	reported        edtf.Date
}

func decodeMention(k, record []byte) (mention, error) {
	p := parseKey(k, tableMention)
	m := mention{entity: p.id(), predicate: p.predicate(), subject: p.id(), claim: p.packed(), article: p.packed()}
	f := &fields{rest: record}
	m.modalities, m.reported = f.byte(), f.date()
	if !p.ok() {
		f.err = errFields
	}
	return m, f.end(k)
}

// by tells whether something reported at a date counts as of a day; the zero
// day counts everything.
func by(reported, asOf edtf.Date) bool {
	if asOf.IsZero() {
		return true
	}
	return !reported.IsZero() && !reported.Latest().After(asOf.Latest())
}

// encodeLoaded is the record of a load time.
func encodeLoaded(t time.Time) []byte { return putInt(nil, int(t.UnixNano())) }

func decodeLoaded(k, record []byte) (time.Time, error) {
	f := &fields{rest: record}
	n := f.int()
	return time.Unix(0, int64(n)).UTC(), f.end(k)
}
