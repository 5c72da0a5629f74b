package rules

import "testing"

func TestOutlet(t *testing.T) {
	e, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, want string }{
		{"TASS", "media:tass"},
		{"تاس", "media:tass"},
		{"وكالة \"تاس\"", "media:tass"},
		{"ТАСС", "media:tass"},
		{"TASS Russian News Agency", "media:tass"},
		{"the Interfax news agency", "media:interfax"},
		{"Интерфакс", "media:interfax"},
		{"Reuters", "media:reuters"},
		{"وكالة رويترز", "media:reuters"},
		{"AP", "media:ap"},
		{"ap", ""}, // letters of another word
		{"أنباء السهوب", ""},
		{"the Kazakh foreign ministry", ""},
		{"", ""},
	} {
		if got := e.Outlet(c.name); got != c.want {
			t.Errorf("%q: got %q, want %q", c.name, got, c.want)
		}
	}
}
