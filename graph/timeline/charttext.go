package timeline

import "peacetalks/graph"

// chartPhrases are what a chart and the html export say in a language.
type chartPhrases struct {
	months [12]string // short, for an axis

	unknown  string // the lane of talks that belong to no known process
	together string // the lane of what all of a round do together
	round    string
	vague    string
	extent   string // a time that is not known to the day
	open     string // the dots behind a bar

	announced, underway, concluded, postponed, cancelled string

	describe string // how a chart is read
	hidden   string // {n}: lanes left out
	none     string

	passages, passage, citing, basis, more string

	comma string // parts what is listed
}

// status is the word for how far a round has come; "" where nothing is
// reported.
func (p *chartPhrases) status(s graph.RoundStatus) string {
	return map[graph.RoundStatus]string{
		graph.Announced: p.announced, graph.Underway: p.underway, graph.Concluded: p.concluded,
		graph.Postponed: p.postponed, graph.Cancelled: p.cancelled,
	}[s]
}
