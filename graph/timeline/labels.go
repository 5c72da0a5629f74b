package timeline

import "peacetalks/graph"

// A label is a word that a file has beside the events themselves: a heading of
// a column, a line of what the file is.
type label int

const (
	labelEvents label = iota
	labelSources
	labelAbout
	labelDate
	labelEvent
	labelKind
	labelReported
	labelProcess
	labelRound
	labelPlace
	labelParties
	labelPeople
	labelTopics
	labelOutcome
	labelWords
	labelQuote
	labelOutlet
	labelArticle
	labelPublished
	labelAddress
	labelCited
	labelArticles
	labelBasis
	labelEDTF
	labelEarliest
	labelLatest
	labelEventID
	labelRoundID
	labelClaimID
	labelArticleID
	labelLanguage
	labelFirstByte
	labelEndByte
	labelPassages
	labelSnapshot
	labelVocabulary
	labelProgram
	labelFilter
	labelAll
	labelDatesNote
	labelQuotesNote
	labelReadNote
	labelHappened
	labelOngoing
	labelBytes
)

// in is the label in a language, English where it is none of [Languages].
func (l label) in(language string) string { return phrasesIn(language).labels[l] }

// modalityName says how an event is reported.
func modalityName(m graph.Modality, language string) string {
	switch m {
	case graph.Happened:
		return labelHappened.in(language)
	case graph.Ongoing:
		return labelOngoing.in(language)
	case graph.Planned:
		return PlannedName(language)
	}
	return Plain(string(m))
}
