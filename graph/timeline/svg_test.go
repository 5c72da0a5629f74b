package timeline

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestSVGIsXML reads the drawing as XML, as programs for pictures do, and
// checks that nothing in it runs, loads or leads to where it should not.
func TestSVGIsXML(t *testing.T) {
	for _, language := range Languages() {
		d := xml.NewDecoder(bytes.NewReader(encoded(t, "svg", Options{Language: language, Title: hostile})))
		d.Strict = true
		links := 0
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", language, err)
			}
			start, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if n := start.Name.Local; n == "script" || n == "foreignObject" || n == "image" || n == "use" {
				t.Errorf("%s: the element %s", language, n)
			}
			for _, a := range start.Attr {
				switch {
				case strings.HasPrefix(a.Name.Local, "on"), a.Name.Local == "style":
					t.Errorf("%s: the attribute %s", language, a.Name.Local)
				case a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://example.org/"):
					t.Errorf("%s: a link to %q", language, a.Value)
				case a.Name.Local == "href":
					links++
				}
			}
		}
		if links == 0 {
			t.Errorf("%s: no mark leads to its article", language)
		}
	}
}

// TestEveryMarkHasAName checks what a screen reader is told, and that the marks
// of a page lead to all that is listed.
func TestEveryMarkHasAName(t *testing.T) {
	events := collect(t, sampleStore(t), Filter{})
	chart, err := NewChart(events, ChartOptions{Language: "ar", Link: func(e Event) string { return "#" + e.Anchor() }}).HTML()
	if err != nil {
		t.Fatal(err)
	}
	list, err := List(events, ListOptions{Language: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(string(chart + list)))
	if err != nil {
		t.Fatal(err)
	}
	listed, led := map[string]bool{}, map[int]bool{}
	for n := range doc.Descendants() {
		if n.Data == "li" {
			listed[attr(n, "id")] = true
		}
	}
	for n := range doc.Descendants() {
		if n.Data != "a" || !strings.HasPrefix(attr(n, "class"), "mark") {
			continue
		}
		if attr(n, "aria-label") == "" {
			t.Error("a mark without a name")
		}
		if !listed[strings.TrimPrefix(attr(n, "href"), "#")] {
			t.Errorf("a mark leads to %s, which is not there", attr(n, "href"))
		}
		for _, place := range strings.Fields(attr(n, "data-events")) {
			i, err := strconv.Atoi(place)
			if err != nil {
				t.Fatal(err)
			}
			led[i] = true
		}
	}
	if len(led) != len(events) {
		t.Errorf("marks stand for %d of %d events", len(led), len(events))
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// TestPictureStyle checks that each colour has one to fall back on.
func TestPictureStyle(t *testing.T) {
	for line := range strings.SplitSeq(string(pictureStyle), "\n") {
		for _, m := range regexp.MustCompile(`([\w-]+): var\(--\w+\)`).FindAllStringSubmatch(line, -1) {
			if !regexp.MustCompile(m[1] + `: #[0-9a-f]{6}; ` + m[1] + `: var`).MatchString(line) {
				t.Errorf("no other colour in %s", line)
			}
		}
	}
}

// TestHTMLNeedsNothing checks that the page loads nothing, runs nothing, and
// says in which direction it is read.
func TestHTMLNeedsNothing(t *testing.T) {
	for language, direction := range map[string]string{"en": "ltr", "ar": "rtl", "fa": "rtl", "ru": "ltr"} {
		doc, err := html.Parse(bytes.NewReader(encoded(t, "html", Options{Language: language, Title: hostile})))
		if err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for n := range doc.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			switch n.Data {
			case "html":
				if attr(n, "dir") != direction || attr(n, "lang") != language {
					t.Errorf("%s: dir %s, lang %s", language, attr(n, "dir"), attr(n, "lang"))
				}
			case "script", "link", "img", "iframe", "object", "form", "i", "b":
				t.Errorf("%s: the element %s", language, n.Data)
			case "style":
				if css := n.FirstChild.Data; strings.Contains(css, "@import") || regexp.MustCompile(`url\((?:[^#])`).MatchString(css) {
					t.Errorf("%s: the style sheet loads something", language)
				}
			}
			if id := attr(n, "id"); id != "" && ids[id] {
				t.Errorf("%s: two elements are %s", language, id)
			} else {
				ids[id] = true
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://example.org/") {
					t.Errorf("%s: the attribute %s=%q of %s", language, a.Key, a.Val, n.Data)
				}
			}
		}
	}
}
