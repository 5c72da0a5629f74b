package timeline

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
)

// A Filter chooses events. A field that is zero does not restrict.
type Filter struct {
	Process  graph.ID
	Round    graph.ID
	Party    graph.ID
	Person   graph.ID
	Topic    graph.ID // this topic or one that is narrower
	Kinds    []Kind
	From, To edtf.Date // the event may have been on one of these days, both included
	AsOf     edtf.Date // by what was reported by the last day of this date
}

// A FilterError reports a value that a filter cannot have.
type FilterError struct{ Key, Value, Reason string }

func (e *FilterError) Error() string {
	return fmt.Sprintf("%s %q: %s", e.Key, e.Value, e.Reason)
}

// longestValue is what a filter takes from a query string, in bytes.
const longestValue = 500

// ParseFilter reads a filter from the values of a query string or of flags:
// process, round, party, person and topic take an id or its name ("astana"),
// kind takes kinds in any case, repeated or joined by commas, from, to and asOf
// (or as-of) take dates. Other keys are not its business. Its error is a
// *[FilterError].
func ParseFilter(values url.Values) (Filter, error) {
	var f Filter
	for key := range f.ids() {
		if err := f.parseID(key, values.Get(key)); err != nil {
			return Filter{}, err
		}
	}
	for key, date := range map[string]*edtf.Date{"from": &f.From, "to": &f.To, "as-of": &f.AsOf, "asOf": &f.AsOf} {
		value := strings.TrimSpace(values.Get(key))
		if value == "" {
			continue
		}
		d, err := edtf.Parse(value)
		if err != nil {
			return Filter{}, &FilterError{key, brief(value), "no date; want a form such as 2019, 2019-12 or 2019-12-10"}
		}
		*date = d
	}
	if !f.From.IsZero() && !f.To.IsZero() && f.From.Earliest().After(f.To.Latest()) {
		return Filter{}, &FilterError{"from", f.From.String(), "it is after " + f.To.String() + ", where the days end"}
	}
	for _, value := range values["kind"] {
		for name := range strings.SplitSeq(value, ",") {
			kind := Kind(strings.ToUpper(strings.TrimSpace(name)))
			switch {
			case kind == "":
			case !slices.Contains(Kinds(), kind):
				return Filter{}, &FilterError{"kind", brief(name), "no such kind; there are " + joined(Kinds())}
			case !slices.Contains(f.Kinds, kind):
				f.Kinds = append(f.Kinds, kind)
			}
		}
	}
	return f, nil
}

// ids are the filter's ids by key; the key is also the kind that each must be
// of.
func (f *Filter) ids() map[string]*graph.ID {
	return map[string]*graph.ID{
		"process": &f.Process, "round": &f.Round, "party": &f.Party, "person": &f.Person, "topic": &f.Topic,
	}
}

func (f *Filter) parseID(key, value string) error {
	value = strings.TrimSpace(value)
	if value == "" {
		return nil
	}
	if len(value) > longestValue || value != Plain(value) {
		return &FilterError{key, brief(value), "too long for an id, or not plain text"}
	}
	kind, name, found := strings.Cut(value, ":")
	if !found {
		kind, name = key, value
	}
	if kind != key || name == "" {
		return &FilterError{key, brief(value), fmt.Sprintf("not the id of a %s; want a form such as %s:name or just the name", key, key)}
	}
	*f.ids()[key] = graph.MakeID(kind, name)
	return nil
}

// Values writes the filter as [ParseFilter] reads it, for links.
func (f Filter) Values() url.Values {
	values := url.Values{}
	for key, id := range f.ids() {
		if *id != "" {
			values.Set(key, id.Name())
		}
	}
	for _, k := range f.Kinds {
		values.Add("kind", string(k))
	}
	for key, date := range map[string]edtf.Date{"from": f.From, "to": f.To, "asOf": f.AsOf} {
		if !date.IsZero() {
			values.Set(key, date.String())
		}
	}
	return values
}

// holds tells whether an event is chosen; topics are the filter's topic and
// those that are narrower.
func (f Filter) holds(e *Event, topics []graph.ID) bool {
	return (f.Process == "" || e.Process == f.Process) &&
		(f.Round == "" || e.Round == f.Round) &&
		(f.Party == "" || slices.Contains(e.Parties, f.Party)) &&
		(f.Person == "" || slices.Contains(e.Persons, f.Person)) &&
		(f.Topic == "" || slices.ContainsFunc(e.Topics, func(t graph.ID) bool { return slices.Contains(topics, t) })) &&
		f.wants(e.Kind) &&
		(f.From.IsZero() || !e.Date.Latest().Before(f.From.Earliest())) &&
		(f.To.IsZero() || !e.Date.Earliest().After(f.To.Latest()))
}

// wants tells whether events of one of the kinds are chosen.
func (f Filter) wants(kinds ...Kind) bool {
	return len(f.Kinds) == 0 || slices.ContainsFunc(kinds, func(k Kind) bool { return slices.Contains(f.Kinds, k) })
}

// topics lists a topic and those that the vocabulary holds to be narrower.
func topics(v graph.Vocabulary, topic graph.ID) []graph.ID {
	if topic == "" {
		return nil
	}
	found := []graph.ID{topic}
	for i := 0; i < len(found); i++ {
		for id, term := range v.Terms {
			if term.Broader == found[i] && !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	return found
}

// brief is a value as a message shows it.
func brief(s string) string { return graph.Shorten(Plain(s), 60) }

func joined[S ~string](names []S) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(n))
	}
	return b.String()
}
