package graph

// A Term is what the vocabulary knows of a thing apart from any article: it is
// shown as vocabulary, never as something that an article said.
type Term struct {
	Labels  map[string]string // by BCP 47 language: ar, en, fa, fr, ru, tr
	Kind    string            // of a party: state, government, opposition, movement, organisation
	Country ID                // of a place: the party that is its state
	Broader ID                // of a topic
	Names   []DatedLabel      // of a place that was renamed, oldest first
	Same    string            // of a place: what it has in common with other ids for one city; empty: there is none
}

// A DatedLabel is a name that holds for a time.
type DatedLabel struct {
	Labels map[string]string // by BCP 47 language
	Since  string            // first day, YYYY-MM-DD; empty: always
	Until  string            // last day, YYYY-MM-DD; empty: still
}

// A Vocabulary labels the things of the graph. The graph works without one:
// then names are those that articles use.
type Vocabulary struct {
	Version string
	Terms   map[ID]Term
}
