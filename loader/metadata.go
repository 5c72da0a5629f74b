package loader

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"peacetalks/graph/edtf"
	"peacetalks/loader/clean"
	"peacetalks/loader/source"
)

// given brings what came with a document into the one form of metadata. A
// language or a date that is none is left empty.
func given(m source.Meta) clean.Meta {
	c := clean.Meta{
		URL: strings.TrimSpace(m.URL), Source: oneLine(m.Source), Title: oneLine(m.Title), Language: tag(m.Language),
	}
	c.Published, _ = clean.Date(m.Published, c.Language)
	return c
}

// CanonicalURL is the one form of an article's address: scheme and host in
// lower case, without default port, fragment and the parameters that only
// tell how a reader came there.
func CanonicalURL(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return strings.TrimSpace(s)
	}
	u.Scheme, u.Host, u.Fragment, u.RawFragment = strings.ToLower(u.Scheme), strings.ToLower(u.Host), "", ""
	if port := u.Port(); u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	parameters := strings.Split(u.RawQuery, "&")
	u.RawQuery = strings.Join(slices.DeleteFunc(parameters, tracking), "&")
	u.ForceQuery = false
	return u.String()
}

// tracking tells whether a parameter of a URL only says how a reader came.
func tracking(parameter string) bool {
	name, _, _ := strings.Cut(strings.ToLower(parameter), "=")
	return strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" || name == "mc_cid" || name == "mc_eid"
}

// tag is a language as a BCP 47 tag in its usual form, "" if it is none.
func tag(s string) string {
	t, err := language.Parse(strings.TrimSpace(s))
	if err != nil || t == language.Und {
		return ""
	}
	return t.String()
}

// day parses what package clean gives as a date.
func day(s string) edtf.Date {
	d, err := edtf.Parse(s)
	if err != nil {
		return edtf.Date{}
	}
	return d
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
