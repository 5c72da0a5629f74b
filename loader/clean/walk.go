package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blockElements start a new paragraph.
var blockElements = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Button: true,
	atom.Caption: true, atom.Center: true, atom.Dd: true, atom.Details: true, atom.Dialog: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Label: true, atom.Legend: true, atom.Li: true, atom.Main: true, atom.Menu: true, atom.Nav: true,
	atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true, atom.Select: true, atom.Summary: true,
	atom.Table: true, atom.Tbody: true, atom.Td: true, atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// unseen elements hold nothing to read.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Svg: true,
	atom.Math: true, atom.Head: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Textarea: true, atom.Select: true, atom.Option: true, atom.Title: true,
}

// furnitureElements hold no part of a story.
var furnitureElements = map[atom.Atom]bool{
	atom.Nav: true, atom.Footer: true, atom.Form: true, atom.Button: true, atom.Aside: true, atom.Dialog: true, atom.Menu: true,
	atom.Label: true, atom.Fieldset: true,
}

var furnitureRoles = map[string]bool{
	"navigation": true, "complementary": true, "search": true, "dialog": true, "alertdialog": true, "contentinfo": true, "menu": true,
	"menubar": true, "toolbar": true, "tablist": true, "banner": true,
}

// furnitureNames are words of class and id that authors of pages give to what
// is not the story. A hyphen joins words that mean it only together.
var furnitureNames = nameSet(`nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs related relatedposts related-posts
	read-more readmore read-also readalso also-read see-also most-read mostread most-viewed popular trending recommended recommendation recommendations
	recirc recirculation teasers share sharing sharebar shares social socials follow comment comments commentform respond disqus
	cookie cookies consent gdpr newsletter subscribe subscription signup paywall promo promotion promoted sponsored sponsor ad ads advert adverts
	advertisement advertising adsbygoogle adslot outbrain taboola sidebar popup modal overlay toolbar pagination pager
	tags taglist tag-list tag-cloud keywords skip skiplink footer copyright donate donation support-us author-bio authorbox rating
	ticker rates login search searchbox toast alert-box inline-related inset-related more-news more-stories next-article prev-article
	post-navigation cat-links post-tags entry-tags article-tags app-download notification masthead topbar bottombar
	twitter-tweet twitter-video instagram-media fb-post tiktok-embed telegram-post embedded-post social-embed`)

var captionNames = nameSet(`caption captions wp-caption-text figcaption photo-caption image-caption credit credits photo-credit img-caption media-caption`)

var bylineNames = nameSet(`byline author authors dateline timestamp pubdate publish-date published entry-meta post-meta article-meta article-date
	entry-date post-date date datetime time meta posted-on published-date article-info article-author story-meta info-bar`)

func nameSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// named reports whether a class or id of the element is in the set: whole, or
// one or two of its words.
func named(n *html.Node, set map[string]bool) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for name := range strings.FieldsSeq(a.Val) {
			words := nameWords(name)
			for i, w := range words {
				if set[w] || i > 0 && set[words[i-1]+"-"+w] {
					return true
				}
			}
		}
	}
	return false
}

// nameWords cuts "relatedPosts_top-2" to related, posts, top, 2.
func nameWords(s string) []string {
	var b strings.Builder
	lower := false
	for _, r := range s {
		switch {
		case r == '-' || r == '_' || r == ':' || r == '.' || r == '/':
			b.WriteByte(' ')
			lower = false
			continue
		case r >= 'A' && r <= 'Z':
			if lower {
				b.WriteByte(' ')
			}
			r += 'a' - 'A'
			lower = false
		default:
			lower = true
		}
		b.WriteRune(r)
	}
	return strings.Fields(b.String())
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// isHidden reports whether a browser would not show the element.
func isHidden(n *html.Node) bool {
	if unseen[n.DataAtom] || hasAttr(n, "hidden") {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// looksFurniture reports whether the element's tag, role or names say that it
// is no part of a story.
func looksFurniture(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	return furnitureElements[n.DataAtom] || furnitureRoles[attr(n, "role")] || attr(n, "aria-hidden") == "true" || named(n, furnitureNames)
}

// A state is what the elements around a text say of it.
type state struct {
	hint  hint
	link  bool
	block *html.Node // the nearest element that starts a paragraph
}

// enter adds what one more element says.
func (s state) enter(n *html.Node, protected map[*html.Node]bool) state {
	if blockElements[n.DataAtom] {
		s.block = n
	}
	if n.DataAtom == atom.A {
		s.link = true
	}
	if s.hint == furniture || s.hint == captioned {
		return s
	}
	isByline := attr(n, "rel") == "author" || named(n, bylineNames) || n.DataAtom == atom.Address
	switch {
	case !protected[n] && n.DataAtom != atom.A && looksFurniture(n):
		s.hint = furniture
	case n.DataAtom == atom.Figcaption, n.DataAtom == atom.Figure, n.DataAtom == atom.Caption, !protected[n] && named(n, captionNames):
		s.hint = captioned
	case n.DataAtom == atom.H1:
		s.hint = headline
	case isHeadingTag(n.DataAtom):
		s.hint = heading
	case !protected[n] && (isByline || n.DataAtom == atom.Time && s.hint == noHint) && n.DataAtom != atom.A:
		if s.hint == noHint || s.hint == paragraph && isByline {
			s.hint = bylined
		}
		if n.DataAtom == atom.P && isByline {
			s.hint = bylined
		}
	case n.DataAtom == atom.P && s.hint == noHint:
		s.hint = paragraph
	case (n.DataAtom == atom.Li || n.DataAtom == atom.Dd) && (s.hint == noHint || s.hint == paragraph):
		s.hint = item
	}
	return s
}

func isHeadingTag(a atom.Atom) bool {
	switch a {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}
