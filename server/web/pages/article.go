package pages

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"peacetalks/graph"
	"peacetalks/graph/timeline"
	"peacetalks/server/web/layout"
)

// What one page of an article shows at most.
const (
	pageBytes    = layout.ArticlePart // of the text, about: pages end where paragraphs do
	mostEdge     = 4_000              // bytes that a page may be longer for that
	mostExtracts = 300                // passages
	mostSaid     = 60                 // claims of one passage
	mostReprints = 20
)

// An articlePage is what the template of an article shows.
type articlePage struct {
	*layout.Frame
	Say                        say
	ID                         graph.ID
	Name, TextLanguage         string
	Outlet, Date, LanguageName string
	Original                   string // the article's own address, if it is one of the web
	ReprintOf, Reprints        []ref
	Paragraphs                 [][]token
	Extracts                   []extract
	Claims, Left               int // how many; how many passages are left out
	Part, Parts                int
	Earlier, Later             string
}

// An extract is a passage of the article, with what was read from it.
type extract struct {
	Number int
	Class  string
	Quote  string
	Link   string // to the mark in the text
	Said   []said
	More   int // claims left out
}

// A said is a claim as one passage has it.
type said struct {
	Words                  []piece
	Link                   string // to its words in the text
	Modality, ModalityName string
	Rule, Citing           string
	Basis                  timeline.Reason
	Rests                  []string // other passages that it rests on
	Rejected               bool
}

// article shows one article.
func (p *pages) article(ctx context.Context, r *http.Request, f *layout.Frame) (any, error) {
	f.Here = "articles"
	id := graph.MakeID("article", r.PathValue("name"))
	if len(id) > graph.MaxID {
		return nil, layout.NotFound()
	}
	info, err := p.store.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	if info == nil {
		return nil, &layout.Problem{Status: http.StatusNotFound, Near: []layout.Choice{{Name: f.Text.Articles, Link: f.Link("articles")}}}
	}
	b := p.newBook(f)
	shown := &articlePage{
		Frame: f, Say: b.say, ID: id, Name: b.title(info), TextLanguage: info.Language, Outlet: timeline.Plain(info.Source),
		Date: b.day(info.Published), LanguageName: languageName(info.Language), Original: timeline.Source{URL: info.URL}.WebLink(),
	}
	f.Title = shown.Name
	f.Modules = append(f.Modules, p.files.Path("article.js"))
	if err := shown.readReprints(ctx, b); err != nil {
		return nil, err
	}
	text, err := p.store.ArticleText(ctx, id)
	if err != nil {
		return nil, err
	}
	part, err := number(r, "page")
	if err != nil {
		return nil, err
	}
	if at, err := strconv.Atoi(r.URL.Query().Get("at")); err == nil && at >= 0 && at < len(text) {
		part = partOf(text, at)
	}
	shown.Part, shown.Parts = part, max(1, (len(text)+pageBytes-1)/pageBytes)
	if part > shown.Parts {
		return nil, &layout.Problem{Status: http.StatusNotFound, Near: []layout.Choice{{Name: shown.Name, Link: f.To(id)}}}
	}
	if part > 1 {
		shown.Earlier = f.Again("page", strconv.Itoa(part-1), "at", "")
	}
	if part < shown.Parts {
		shown.Later = f.Again("page", strconv.Itoa(part+1), "at", "")
	}
	from, to := cut(text, (part-1)*pageBytes), cut(text, part*pageBytes)
	marks, err := shown.readClaims(ctx, b, text, from, to)
	if err != nil {
		return nil, err
	}
	shown.Paragraphs = paragraphs(text[from:to], from, marks)
	return shown, nil
}

// cut moves an offset to the next end of a paragraph, if one is near, else to
// the beginning of a letter.
func cut(text string, at int) int {
	if at <= 0 || at >= len(text) {
		return max(0, min(at, len(text)))
	}
	if n := strings.IndexByte(text[at:min(at+mostEdge, len(text))], '\n'); n >= 0 {
		return at + n + 1
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// partOf is the page of the text that holds an offset.
func partOf(text string, at int) int {
	part := at/pageBytes + 1
	if at < cut(text, (part-1)*pageBytes) {
		part--
	}
	return part
}

// readReprints reads which articles have nearly the same text.
func (p *articlePage) readReprints(ctx context.Context, b *book) error {
	of, err := b.store.ReprintsOf(ctx, []graph.ID{p.ID})
	if err != nil {
		return err
	}
	ids := of[0].By[:min(len(of[0].By), mostReprints)]
	if of[0].Of != "" {
		ids = append([]graph.ID{of[0].Of}, ids...)
	}
	infos, err := b.store.ArticlesByID(ctx, ids)
	if err != nil {
		return err
	}
	for _, a := range infos {
		if a == nil {
			continue
		}
		other := ref{a.ID, strings.TrimPrefix(timeline.Plain(a.Source)+": "+b.title(a), ": "), b.frame.To(a.ID)}
		if a.ID == of[0].Of {
			p.ReprintOf = append(p.ReprintOf, other)
		} else {
			p.Reprints = append(p.Reprints, other)
		}
	}
	return nil
}

// An entry is a claim with evidence that the article gives for it.
type entry struct {
	claim    graph.StoredClaim
	evidence graph.Evidence
}

// readClaims reads what the article says between two offsets, lists it by
// passage, and gives the marks for the text.
func (p *articlePage) readClaims(ctx context.Context, b *book, text string, from, to int) ([]mark, error) {
	found, err := b.store.Claims(ctx, graph.ClaimFilter{Article: p.ID, Denied: true}, graph.Page{All: true})
	if err != nil {
		return nil, err
	}
	p.Claims = found.TotalCount
	claims, ids := make([]graph.Claim, p.Claims), make([]graph.ID, p.Claims)
	for i, c := range found.Nodes() {
		claims[i], ids[i] = c.Claim, c.ID
	}
	b.learn(claims)
	evidence, err := b.store.EvidenceOf(ctx, ids, graph.EvidenceFilter{Article: p.ID})
	if err != nil {
		return nil, err
	}
	var entries []entry
	for i, c := range found.Nodes() {
		for _, e := range evidence[i] {
			if len(e.Spans) > 0 && e.Spans[0].Start >= from && e.Spans[0].Start < to && e.Spans[0].End <= len(text) {
				entries = append(entries, entry{c, e})
			}
		}
	}
	slices.SortStableFunc(entries, compareEntries)
	groups := byPassage(entries)
	var rest [][]entry
	if len(groups) > mostExtracts {
		p.Left, groups, rest = len(groups)-mostExtracts, groups[:mostExtracts], groups[mostExtracts:]
	}
	var shown []graph.Claim
	for _, g := range groups {
		for _, e := range g[:min(len(g), mostSaid)] {
			shown = append(shown, e.claim.Claim)
		}
	}
	things := named(shown)
	for _, c := range shown {
		if speaker := b.speakers[c.Subject]; speaker != "" {
			things = append(things, speaker)
		}
		if speaker := b.speakers[c.Object.Entity]; speaker != "" {
			things = append(things, speaker)
		}
	}
	if err := b.nameAll(ctx, things...); err != nil {
		return nil, err
	}
	return p.list(b, groups, rest, text[:to]), nil
}

// order is that in which the claims of one passage are listed.
var order = []graph.Predicate{
	graph.PredProcess, graph.PredNumber, graph.PredStatus, graph.PredStart, graph.PredEnd, graph.PredVenue, graph.PredHost,
	graph.PredGuarantor, graph.PredMediator, graph.PredObserver, graph.PredGuest, graph.PredDelegation, graph.PredHead, graph.PredMember,
	graph.PredTitle, graph.PredAgenda, graph.PredSession, graph.PredMeeting, graph.PredPlenary, graph.PredOutcome, graph.PredStatement,
	graph.PredSpeaker, graph.PredText, graph.PredKind, graph.PredDate, graph.PredTopic, graph.PredManner, graph.PredName,
}

// compareEntries orders by where entries stand.
func compareEntries(a, b entry) int {
	x, y := a.evidence.Spans[0], b.evidence.Spans[0]
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), compareWithin(a, b))
}

// compareWithin is the order in which entries of one passage are listed.
func compareWithin(a, b entry) int {
	return cmp.Or(
		cmp.Compare(slices.Index(order, a.claim.Predicate), slices.Index(order, b.claim.Predicate)),
		cmp.Compare(a.claim.Subject, b.claim.Subject), cmp.Compare(a.claim.ID, b.claim.ID),
	)
}

// byPassage groups entries whose words overlap, so that a sentence from which
// much was read is one passage. Within a passage they are listed in order.
func byPassage(entries []entry) (groups [][]entry) {
	for len(entries) > 0 {
		n, end := 1, entries[0].evidence.Spans[0].End
		for n < len(entries) && entries[n].evidence.Spans[0].Start < end {
			end = max(end, entries[n].evidence.Spans[0].End)
			n++
		}
		groups, entries = append(groups, entries[:n:n]), entries[n:]
	}
	for _, g := range groups {
		slices.SortStableFunc(g, compareWithin)
	}
	return groups
}

// list lists the passages with what was read from them, and marks them in the
// text: each passage, and within it the words that its claims stand in. The
// rest is marked only, so that links lead there.
func (p *articlePage) list(b *book, groups, rest [][]entry, text string) []mark {
	to := len(text)
	var marks []mark
	places := map[[2]int]int{} // of marks, by what they cover
	add := func(start, end int, class string) *mark {
		at, ok := places[[2]int{start, end}]
		if !ok {
			at = len(marks)
			places[[2]int{start, end}] = at
			marks = append(marks, mark{start: start, end: end, class: class})
		}
		return &marks[at]
	}
	anchored := map[graph.ID]bool{}
	anchor := func(one entry) {
		span := one.evidence.Spans[0]
		m := add(span.Start, min(span.End, to), lower(one.evidence.Modality))
		if !anchored[one.claim.ID] {
			anchored[one.claim.ID] = true
			m.anchors = append(m.anchors, layout.Anchor(one.claim.ID))
		}
	}
	for i, g := range groups {
		start, end := extent(g)
		e := extract{Number: i + 1, Class: classOf(g), Quote: text[start:min(end, to)]}
		whole := add(start, min(end, to), e.Class)
		whole.number, whole.class = e.Number, e.Class
		for j, one := range g {
			anchor(one)
			if j >= mostSaid {
				e.More++
				continue
			}
			e.Said = append(e.Said, b.said(one))
		}
		e.Quote, e.Link = graph.Shorten(timeline.Plain(e.Quote), 160), e.Said[0].Link
		p.Extracts = append(p.Extracts, e)
	}
	for _, g := range rest {
		for _, one := range g {
			anchor(one)
		}
	}
	if len(groups) == 0 {
		return nil
	}
	first, _ := extent(groups[0])
	for _, g := range groups {
		for _, one := range g {
			for _, other := range one.evidence.Spans[1:] {
				if other.Start >= first && other.End <= to {
					add(other.Start, other.End, "rests")
				}
			}
		}
	}
	return marks
}

// extent is what a passage covers: all that its claims stand in.
func extent(g []entry) (start, end int) {
	start, end = g[0].evidence.Spans[0].Start, g[0].evidence.Spans[0].End
	for _, e := range g {
		start, end = min(start, e.evidence.Spans[0].Start), max(end, e.evidence.Spans[0].End)
	}
	return start, end
}

// classOf is how a passage is marked: by what all its claims have in common,
// else as what happened.
func classOf(g []entry) string {
	for _, e := range g[1:] {
		if e.evidence.Modality != g[0].evidence.Modality {
			return "happened"
		}
	}
	return lower(g[0].evidence.Modality)
}

func (b *book) said(e entry) said {
	s := said{
		Words: b.words(e.claim.Claim), Link: "#" + layout.Anchor(e.claim.ID),
		Modality: lower(e.evidence.Modality), ModalityName: b.say.Modalities[e.evidence.Modality],
		Rule: timeline.Plain(e.evidence.Rule), Citing: timeline.Plain(e.evidence.Citing), Basis: timeline.Because(e.evidence.Basis, b.frame.Language),
	}
	for _, other := range e.evidence.Spans[1:] {
		s.Rests = append(s.Rests, graph.Shorten(timeline.Plain(other.Quote), 160))
	}
	return s
}
