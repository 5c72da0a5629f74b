package rules

import "time"

// A stage is a part of reading an article.
type stage int

const (
	stageTokens   stage = iota // tokens and sentences
	stageNames                 // names and phrases of the lexicon
	stageDates                 // temporal expressions, and what they mean
	stageTopics                // parties, topics, rounds
	stagePeople                // delegations, persons, venues
	stageRules                 // the rules over each sentence
	stageCompose               // what follows from the whole article
	stageWeighing              // what the rules leave open
	stageClaims                // claims with their evidence
	stageCount
)

var stageNameOf = [stageCount]string{"tokens", "names", "dates", "topics", "people", "rules", "compose", "weighing", "claims"}

// A stopwatch adds up what the stages take. Reading goes without one, but in
// benchmarks.
type stopwatch struct {
	since time.Time
	took  [stageCount]time.Duration
}

// lap ends a stage.
func (s *stopwatch) lap(k stage) {
	if s != nil {
		now := time.Now()
		s.took[k] += now.Sub(s.since)
		s.since = now
	}
}
