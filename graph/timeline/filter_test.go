package timeline

import (
	"errors"
	"net/url"
	"reflect"
	"strings"
	"testing"
)

func parse(t *testing.T, query string) Filter {
	t.Helper()
	values, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFilter(values)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFilterValuesAreReadBack(t *testing.T) {
	for _, query := range []string{
		"", "process=astana", "asOf=2019-12-10&from=2019&kind=START&kind=MEETING&party=russia&to=2019-12",
		"person=sedat-onal&round=astana-14&topic=ceasefire",
	} {
		f := parse(t, query)
		if got := f.Values().Encode(); got != query {
			t.Errorf("%q is written as %q", query, got)
		}
		if again := parse(t, f.Values().Encode()); !reflect.DeepEqual(again, f) {
			t.Errorf("%q: read back as %v, want %v", query, again, f)
		}
	}
	if got := parse(t, "process=process:astana&kind=start,,end&language=ar").Values().Encode(); got != "kind=START&kind=END&process=astana" {
		t.Errorf("full id, kinds in a list and another key: %q", got)
	}
}

func TestParseFilterRefuses(t *testing.T) {
	cases := []struct{ name, query, key string }{
		{"no date", "from=yesterday", "from"},
		{"no such day", "to=2019-02-30", "to"},
		{"from after to", "from=2019-12-10&to=2019-12-09", "from"},
		{"a year after another", "from=2020&to=2019", "from"},
		{"as of", "as-of=10/12/2019", "as-of"},
		{"no such kind", "kind=PARTY", "kind"},
		{"the id of something else", "process=party:turkey", "process"},
		{"no name", "round=round:", "round"},
		{"too long", "party=" + strings.Repeat("x", 600), "party"},
		{"no plain text", "topic=%E2%80%AEgnp", "topic"},
		{"hostile", "from=%E2%80%AE%3Cscript%3E%0A", "from"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			values, err := url.ParseQuery(c.query)
			if err != nil {
				t.Fatal(err)
			}
			_, err = ParseFilter(values)
			var refused *FilterError
			if !errors.As(err, &refused) || refused.Key != c.key {
				t.Fatalf("ParseFilter(%s): %v, want a FilterError of %s", c.query, err, c.key)
			}
			if len(err.Error()) > 300 || strings.ContainsAny(err.Error(), "\n\u202E") {
				t.Errorf("the message is not fit to print: %q", err)
			}
		})
	}
}
