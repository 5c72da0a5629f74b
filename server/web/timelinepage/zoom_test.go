package timelinepage

import (
	"net/url"
	"strings"
	"testing"

	"peacetalks/server/web/webtest"
)

// TestZoom follows the links from days to other days.
func TestZoom(t *testing.T) {
	s := webtest.Store(t)
	for _, c := range []struct{ name, query, zoom, want string }{
		{"nearer", "from=2019-01-01&to=2019-12-31", "in", "2019-04-02 2019-09-30"},
		{"nearer, to two days", "from=2019-12-10&to=2019-12-12", "in", "2019-12-10 2019-12-11"},
		{"no nearer", "from=2019-12-10&to=2019-12-11", "in", ""},
		{"farther", "from=2019-12-10&to=2019-12-11", "out", "2019-12-09 2019-12-12"},
		{"farther than sense, to all days", "from=1900&to=2000", "out", " "},
		{"earlier", "from=2019-12-11&to=2019-12-20", "earlier", "2019-12-06 2019-12-15"},
		{"later", "from=2019-12-11&to=2019-12-20", "later", "2019-12-16 2019-12-25"},
		{"all days are the farthest", "", "out", ""},
		{"nothing is later than all days", "", "later", ""},
		{"to the year", "from=2019-12-10&to=2019-12-11", "year", "2019-01-01 2019-12-31"},
		{"to the month", "from=2019-12-10&to=2019-12-11", "month", "2019-12-01 2019-12-31"},
		{"no year for two", "from=2019-12-10&to=2020-01-11", "year", ""},
		{"to all days", "from=2019-12-10&to=2019-12-11", "all", " "},
	} {
		t.Run(c.name, func(t *testing.T) {
			link := get(t, s, "/timeline?page=1&"+c.query).link("data-zoom", c.zoom)
			u, err := url.Parse(link)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if link != "" {
				got = u.Query().Get("from") + " " + u.Query().Get("to")
			}
			if got != c.want || strings.Contains(link, "page=") {
				t.Errorf("to %q (%s), want %q", got, link, c.want)
			}
		})
	}
}

// TestAxisZooms checks that the years, months and days of the axis lead to
// themselves.
func TestAxisZooms(t *testing.T) {
	s := webtest.Store(t)
	for query, want := range map[string]string{
		"from=2017&to=2020":       "?from=2019-01-01&to=2019-12-31",
		"from=2019&to=2019":       "?from=2019-12-01&to=2019-12-31",
		"from=2019-12&to=2019-12": "?from=2019-12-10&to=2019-12-10",
	} {
		if body := get(t, s, "/timeline?"+query).body; !strings.Contains(body, strings.ReplaceAll(want, "&", "&amp;")+`" class="zoom"`) {
			t.Errorf("%s: no link to %s", query, want)
		}
	}
}

func TestDaysInWords(t *testing.T) {
	s := webtest.Store(t)
	for query, want := range map[string]string{
		"from=2019&to=2019": "2019", "from=2017&to=2019": "2017 – 2019", "from=2019-12-01&to=2019-12-31": "December 2019",
		"from=2019-11&to=2020-01": "November 2019 – January 2020", "from=2019-12-10&to=2019-12-12": "10–12 December 2019",
	} {
		r := get(t, s, "/timeline?"+query)
		for _, p := range r.all("p") {
			if webtest.Attribute(p, "role") == "status" && text(p) != want {
				t.Errorf("%s: %q, want %q", query, text(p), want)
			}
		}
	}
}
