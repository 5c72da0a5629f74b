package layout

import (
	"maps"
	"net/url"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// Link is a link to a page of the site, by its path without a slash before it.
// It takes the languages and the as-of day along that this page was asked for.
// Values for the query string come in pairs; those that are empty are left
// out. A part after "#" stays at the end.
func (f *Frame) Link(path string, pairs ...string) string {
	values := maps.Clone(f.keep)
	set(values, pairs)
	return f.Root + join(path, values)
}

// Again is a link to this page with some values of its query string changed;
// those that are empty are taken out.
func (f *Frame) Again(pairs ...string) string {
	values := maps.Clone(f.all)
	set(values, pairs)
	return f.Root + join(f.path, values)
}

// Kept lists what a form of this page has to send along, as hidden fields.
func (f *Frame) Kept() map[string]string {
	kept := make(map[string]string, len(f.keep))
	for key := range f.keep {
		kept[key] = f.keep.Get(key)
	}
	return kept
}

// To is a link to the page that shows a thing.
func (f *Frame) To(id graph.ID) string { return f.Link(PathOf(id)) }

func set(values url.Values, pairs []string) {
	for i := 0; i < len(pairs); i += 2 {
		if values.Del(pairs[i]); pairs[i+1] != "" {
			values.Set(pairs[i], pairs[i+1])
		}
	}
}

func join(path string, values url.Values) string {
	path, fragment, found := strings.Cut(path, "#")
	if len(values) > 0 {
		sign := "?"
		if strings.Contains(path, "?") {
			sign = "&"
		}
		path += sign + values.Encode()
	}
	if found {
		path += "#" + fragment
	}
	return path
}

// folders are the pages of things that have one, by kind.
var folders = map[string]string{
	"round": "rounds", "article": "articles", "person": "people", "party": "parties",
	"process": "processes", "topic": "topics", "place": "places",
}

// Folder is the path of the list of all things of a kind that have pages, from
// the site's root.
func Folder(kind string) string { return folders[kind] }

// PathOf is where a thing is shown, from the site's root: on a page of its
// own, in its round's page, or where "/id/" sends to.
func PathOf(id graph.ID) string {
	kind, name := id.Kind(), id.Name()
	if folder, ok := folders[kind]; ok {
		return folder + "/" + url.PathEscape(name)
	}
	round, _, found := strings.Cut(name, "/")
	if found && (kind == "delegation" || kind == "agenda" || kind == "meeting") {
		return "rounds/" + url.PathEscape(round) + "#" + Anchor(id)
	}
	return "id/" + url.PathEscape(string(id))
}

// ArticlePart is about how many bytes of an article's text one page shows.
const ArticlePart = 40_000

// PassagePath is where the passage is shown that states a claim in an article,
// from the site's root. Start is its byte offset: a long text has several
// pages.
func PassagePath(article, claim graph.ID, start int) string {
	path := PathOf(article)
	if start >= ArticlePart {
		path += "?at=" + strconv.Itoa(start)
	}
	return path + "#" + Anchor(claim)
}

// Anchor is the name that a thing has within a page that shows it among
// others: the kind, and what its id says within the page.
func Anchor(id graph.ID) string {
	name := id.Name()
	if _, within, found := strings.Cut(name, "/"); found {
		name = within
	}
	return url.PathEscape(id.Kind() + "-" + name)
}
