package clean

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds on the structured data that is read from a page.
const (
	maxJSONLD      = 256 << 10 // bytes of one script
	maxJSONLDDepth = 24        // objects within each other
)

// metaOfPage reads what the markup of a page says about the article. For each
// field the first of these that says something counts:
//
//	Title      JSON-LD headline, og:title, h1, title element (without the outlet)
//	Source     JSON-LD publisher, og:site_name, application-name
//	Published  JSON-LD datePublished, article:published_time, itemprop
//	           datePublished, meta date names, time element in the article
//	URL        canonical link, og:url, JSON-LD url
//	Language   JSON-LD inLanguage, html lang, og:locale, content-language
//
// What is known from outside goes before them, and lines of the page (a date
// under the headline, a copyright line) after.
func metaOfPage(p *page) (Meta, string) {
	h := readHead(p.root)
	ld := chooseLD(h.ld, h.headline())
	m := Meta{
		Title:    first(ld.headline, h.meta["og:title"], h.meta["twitter:title"], h.h1, withoutOutlet(h.title, first(ld.publisher, h.meta["og:site_name"]))),
		Source:   first(ld.publisher, h.meta["og:site_name"], h.meta["application-name"], h.meta["publisher"]),
		URL:      first(webURL(h.canonical), webURL(h.meta["og:url"]), webURL(ld.url)),
		Language: first(languageTag(ld.language), languageTag(h.lang), languageTag(h.meta["og:locale"]), languageTag(h.meta["content-language"])),
	}
	candidates := []string{ld.published}
	for _, key := range dateKeys {
		candidates = append(candidates, h.meta[key])
	}
	for _, s := range candidates {
		if date, ok := Date(s, m.Language); ok {
			m.Published = date
			break
		}
	}
	return m, ld.body
}

// dateKeys are names of meta elements that hold the day of publication, the
// surest first. Dates of change or of the crawl are not among them.
var dateKeys = []string{"article:published_time", "og:article:published_time", "datepublished", "og:published_time", "publishdate", "publish-date", "publish_date",
	"pubdate", "published", "published_time", "publication_date", "publication-date", "date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
	"dcterms.created", "dc.date.created", "article.published", "article_date_original", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "originalpublicationdate", "citation_publication_date"}

// head is what stands in the metadata elements of a page.
type head struct {
	meta      map[string]string // by lower-case name; the first one counts
	title     string
	h1        string
	lang      string
	canonical string
	ld        []any
}

func (h *head) headline() string { return first(h.meta["og:title"], h.h1) }

func readHead(root *html.Node) *head {
	h := &head{meta: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.lang = first(h.lang, attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Title:
			h.title = first(h.title, nodeText(n))
		case atom.H1:
			h.h1 = first(h.h1, nodeText(n))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = first(h.canonical, attr(n, "href"))
			}
		case atom.Meta:
			h.addMeta(n)
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				h.addLD(n)
			}
		default:
			if strings.EqualFold(attr(n, "itemprop"), "datePublished") {
				h.set("datepublished", first(attr(n, "datetime"), attr(n, "content")))
			}
		}
	}
	return h
}

func (h *head) addMeta(n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if k := attr(n, key); k != "" {
			h.set(strings.ToLower(strings.TrimSpace(k)), attr(n, "content"))
		}
	}
}

func (h *head) set(key, value string) {
	if h.meta[key] == "" {
		h.meta[key] = oneLine(value)
	}
}

func (h *head) addLD(n *html.Node) {
	if n.FirstChild == nil || len(n.FirstChild.Data) > maxJSONLD {
		return
	}
	text := strings.TrimSpace(n.FirstChild.Data)
	text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(text, "<!--"), "-->")), "//<![CDATA["), "//]]>")
	var v any
	if json.Unmarshal([]byte(text), &v) == nil {
		h.ld = append(h.ld, v)
	}
}

// An ldArticle is an article as JSON-LD describes it.
type ldArticle struct {
	headline, published, language, publisher, url, body string
}

// chooseLD returns the article that the structured data describes: of several,
// the one with the page's headline.
func chooseLD(scripts []any, headline string) ldArticle {
	var all []ldArticle
	names := map[string]string{} // names of organisations by @id
	for _, s := range scripts {
		collectLD(s, 0, &all, names)
	}
	if len(all) == 0 {
		return ldArticle{}
	}
	best := all[0]
	for _, a := range all {
		if headline != "" && sameTitle(fold(a.headline), fold(headline)) {
			best = a
			break
		}
	}
	if name, ok := names[best.publisher]; ok {
		best.publisher = name
	}
	if strings.HasPrefix(best.publisher, "http") || strings.HasPrefix(best.publisher, "#") {
		best.publisher = ""
	}
	return best
}

func collectLD(v any, depth int, all *[]ldArticle, names map[string]string) {
	if depth > maxJSONLDDepth || len(*all) > 64 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			collectLD(e, depth+1, all, names)
		}
	case map[string]any:
		if id, name := ldString(v["@id"]), ldString(v["name"]); id != "" && name != "" {
			names[id] = name
		}
		if isArticleType(v["@type"]) {
			*all = append(*all, ldArticle{
				headline:  first(ldString(v["headline"]), ldString(v["name"])),
				published: first(ldString(v["datePublished"]), ldString(v["dateCreated"])),
				language:  ldString(v["inLanguage"]),
				publisher: ldName(v["publisher"]),
				url:       first(ldString(v["url"]), ldID(v["mainEntityOfPage"])),
				body:      ldText(v["articleBody"]),
			})
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "publisher", "itemListElement", "item"} {
			collectLD(v[key], depth+1, all, names)
		}
	}
}

func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "BlogPosting") || v == "Report"
	case []any:
		for _, e := range v {
			if isArticleType(e) {
				return true
			}
		}
	}
	return false
}

// ldString returns a string, or the first of several.
func ldString(v any) string { return oneLine(ldText(v)) }

func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case []any:
		if len(v) > 0 {
			return ldText(v[0])
		}
	case map[string]any:
		if s, ok := v["@value"].(string); ok {
			return s
		}
		if s, ok := v["name"].(string); ok {
			return s
		}
	}
	return ""
}

func ldName(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return first(ldString(v["name"]), ldString(v["@id"]))
	case []any:
		if len(v) > 0 {
			return ldName(v[0])
		}
	}
	return ldString(v)
}

func ldID(v any) string {
	if m, ok := v.(map[string]any); ok {
		return first(ldString(m["@id"]), ldString(m["url"]))
	}
	return ldString(v)
}

// webURL returns an absolute address of the web, or nothing.
func webURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	return u.String()
}

// languageTag brings "ar_SY", "AR" or "Arabic page" to a tag or nothing.
func languageTag(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), "_", "-")
	primary, _, _ := strings.Cut(s, "-")
	if len(primary) < 2 || len(primary) > 3 {
		return ""
	}
	for _, r := range primary {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return ""
		}
	}
	return strings.ToLower(primary)
}

// withoutOutlet takes the outlet's name off a page title: the known name, else
// all but the longest of the parts that bars or dashes set apart.
func withoutOutlet(title, outlet string) string {
	longest, rest := "", title
	for {
		part, after, found := cutTitle(rest)
		if (outlet == "" || fold(part) != fold(outlet)) && len([]rune(part)) > len([]rune(longest)) {
			longest = part
		}
		if !found {
			break
		}
		rest = after
	}
	if outlet != "" && longest != "" && !strings.Contains(fold(title), fold(outlet)) {
		return title
	}
	return first(longest, title)
}

// cutTitle cuts a page title at its first separator.
func cutTitle(s string) (part, rest string, found bool) {
	at, length := len(s), 0
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « "} {
		if i := strings.Index(s, sep); i >= 0 && i < at {
			at, length = i, len(sep)
		}
	}
	return strings.TrimSpace(s[:at]), s[at+length:], length > 0
}

func first(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// nodeText is the text below a node, with single spaces.
func nodeText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
	}
	return oneLine(b.String())
}
