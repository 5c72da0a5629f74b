package pages

import "peacetalks/graph"

var english = say{
	RoundsHeading: "Rounds of talks", RoundsLead: "Every round that articles name, with the days and places that they report.",
	ArticlesHeading: "Articles", ArticlesLead: "What was read. Each article shows the sentences that facts come from.",
	Round: "Round", Dates: "Dates", Where: "Where", Status: "Status", Sources: "Articles", Process: "Process", Processes: "Processes", AllProcesses: "All",
	Starts: "Begins", Ends: "Ends", Until: "until", Venue: "Venue", Names: "Names", Previous: "Previous round", Next: "Next round",
	Delegations: "Delegations", Agenda: "Agenda", MeetingsHeading: "Meetings", Statements: "Statements", OutcomesHeading: "Outcomes",
	Conflicts: "Where sources disagree", ConflictsLead: "All sides are kept. What is shown above is the side marked as preferred.",
	SourcesHeading: "Articles on this", Take: "Take it with you", Head: "Head", Members: "Members", Timeline: "Show on the timeline",
	Preferred: "preferred", Reason: "Why", Undated: "no date reported",
	Earlier: "Earlier", Later: "Later", More: "more", Left: "more are not shown here", Denies: "denied by others", Curated: "added by a curator", Planned: "planned",
	Search: "Search the articles", SearchHint: "words in any of the languages", Go: "Search", Clear: "Clear", About: "About",
	Untitled: "Article without a title", Original: "Read the original",
	Facts: "What it says", FactsLead: "Each marked passage has a number, and what was read from it stands under that number.", Text: "The article",
	Rule: "rule", Citing: "citing", RestsOn: "rests also on", InText: "to the passage", Passage: "Passage",
	NoFacts: "Nothing about peace talks was read from this article.", Part: "Part", Of: "of",
	NoRounds: "No rounds.", NoArticles: "No articles.", Load: "Nothing that was loaded fits. Loosen the search, or load more articles.",
	Basis: "how the date is known", DelegationOf: "Delegation of", MeetingOf: "Meeting:", StatementBy: "Statement by",
	Statement: "Statement", Outcome: "Outcome", Former: "Also under the ids", Led: "Delegations led and joined", Titles: "Titles",
	Narrower: "Narrower topics", Broader: "Part of", Guarantors: "Guarantors", RoundsOf: "Rounds", Country: "Country",
	NothingYet: "Nothing had been reported of this by then.", ShowAll: "Show what was reported since",
	Reprints: "Nearly the same text", ReprintOf: "Nearly the text of an earlier article", AsOfLabel: "As reported by", Show: "Show",
	Legend: "How passages are marked", Chart: "The round day by day",
	MostFirst: "Those in the most rounds come first.", NoPage: "There is no page at this address.", IndexLead: "All that articles name. Each has a page with what they say of it.", IndexSearch: "Search these names", NoEntries: "Nothing has such a name.",

	Passages:    plural{"1 passage", "2 passages", "# passages", "# passages"},
	Independent: plural{"1 independent source", "2 independent sources", "# independent sources", "# independent sources"},
	Articles:    plural{"1 article", "2 articles", "# articles", "# articles"},
	FactCount:   plural{"1 fact", "2 facts", "# facts", "# facts"},

	Quotes: [2]string{"“", "”"},

	Many: map[graph.Role]string{
		graph.RoleHost: "Host", graph.RoleGuarantor: "Guarantors", graph.RoleMediator: "Mediators", graph.RoleObserver: "Observers",
		graph.RoleGuest: "Guests", graph.RoleParty: "Delegations",
	},
	Roles: map[graph.Role]string{
		graph.RoleHost: "host", graph.RoleGuarantor: "guarantor", graph.RoleMediator: "mediator", graph.RoleObserver: "observer",
		graph.RoleGuest: "guest", graph.RoleParty: "delegation",
	},
	Statuses: map[graph.RoundStatus]string{
		graph.Announced: "announced", graph.Underway: "under way", graph.Concluded: "concluded", graph.Postponed: "postponed", graph.Cancelled: "cancelled",
	},
	Modalities: map[graph.Modality]string{
		graph.Happened: "happened", graph.Ongoing: "under way", graph.Planned: "planned", graph.Denied: "denied",
	},
	Meetings: map[graph.MeetingKind]string{
		graph.Bilateral: "bilateral", graph.Trilateral: "trilateral", graph.Multilateral: "multilateral", graph.Technical: "technical", graph.Plenary: "plenary",
	},
	Manners: map[string]string{"direct": "in the speaker's own words", "indirect": "paraphrased"},
	Outcomes: map[string]string{
		"joint-statement": "joint statement", "agreement": "agreement", "next-round-set": "next round set", "no-agreement": "no agreement",
		"prisoner-exchange": "exchange of prisoners", "working-group": "working group set up", "zones-agreed": "zones agreed", "postponed": "postponed",
	},
	Kinds: map[string]string{
		"state": "state", "government": "government", "opposition": "opposition", "movement": "movement", "organisation": "organisation",
	},
	Indexes: map[string]string{"person": "People", "party": "Parties", "process": "Processes", "topic": "Topics", "place": "Places"},
	Predicates: map[graph.Predicate]string{
		graph.PredProcess: "The process", graph.PredNumber: "The number", graph.PredStart: "When it begins", graph.PredEnd: "When it ends",
		graph.PredVenue: "The venue", graph.PredHost: "The host", graph.PredGuarantor: "A guarantor", graph.PredObserver: "An observer",
		graph.PredMediator: "A mediator", graph.PredGuest: "A guest", graph.PredDelegation: "A delegation", graph.PredHead: "The head of a delegation",
		graph.PredMember: "A member of a delegation", graph.PredTitle: "A title", graph.PredAgenda: "The agenda", graph.PredSession: "A session",
		graph.PredMeeting: "A meeting", graph.PredPlenary: "The plenary", graph.PredDate: "A date", graph.PredStatement: "A statement",
		graph.PredSpeaker: "Who spoke", graph.PredManner: "How it is quoted", graph.PredText: "The wording", graph.PredTopic: "A topic",
		graph.PredOutcome: "An outcome", graph.PredKind: "The kind", graph.PredStatus: "The status", graph.PredName: "A name",
	},
	Claims: map[graph.Predicate]string{
		graph.PredProcess: "{s}: part of {o}", graph.PredNumber: "{s}: number {o}", graph.PredStart: "{s}: begins {o}", graph.PredEnd: "{s}: ends {o}",
		graph.PredVenue: "{s}: held in {o}", graph.PredHost: "{s}: hosted by {o}", graph.PredGuarantor: "{s}: {o} is a guarantor",
		graph.PredObserver: "{s}: {o} is an observer", graph.PredMediator: "{s}: {o} mediates", graph.PredGuest: "{s}: {o} is a guest",
		graph.PredDelegation: "{s}: {o} has a delegation", graph.PredHead: "{s}: led by {o}", graph.PredMember: "{s}: {o} is a member",
		graph.PredTitle: "{s}: {o}", graph.PredAgenda: "{s}: on the agenda, {o}", graph.PredSession: "{s}: discussed {o}",
		graph.PredMeeting: "{s}: meeting, {o}", graph.PredPlenary: "{s}: {o}", graph.PredDate: "{s}: {o}", graph.PredStatement: "{s}: {o}",
		graph.PredSpeaker: "{s}", graph.PredManner: "{s}: {o}", graph.PredText: "{s}: {o}", graph.PredTopic: "{s}: on {o}",
		graph.PredOutcome: "{s}: {o}", graph.PredKind: "{s}: {o}", graph.PredStatus: "{s}: {o}", graph.PredName: "{s}: called {o}",
	},
}
