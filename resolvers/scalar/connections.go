package scalar

import (
	"peacetalks/graph"
	"peacetalks/graph/timeline"
)

// The pages of the schema.
type (
	ProcessConnection       = Connection[graph.Process]
	RoundConnection         = Connection[graph.Round]
	DelegationConnection    = Connection[graph.Delegation]
	PartyConnection         = Connection[graph.Party]
	PersonConnection        = Connection[graph.Person]
	PlaceConnection         = Connection[Place]
	TopicConnection         = Connection[graph.Topic]
	AgendaItemConnection    = Connection[graph.AgendaItem]
	MeetingConnection       = Connection[graph.Meeting]
	StatementConnection     = Connection[graph.Statement]
	OutcomeConnection       = Connection[graph.Outcome]
	ArticleConnection       = Connection[graph.ArticleInfo]
	ClaimConnection         = Connection[graph.StoredClaim]
	DecisionConnection      = Connection[graph.LoggedDecision]
	ConflictConnection      = Connection[graph.Conflict]
	TimelineEventConnection = Connection[timeline.Event]
)

// The items of the pages, with their places.
type (
	ProcessEdge       = Edge[graph.Process]
	RoundEdge         = Edge[graph.Round]
	DelegationEdge    = Edge[graph.Delegation]
	PartyEdge         = Edge[graph.Party]
	PersonEdge        = Edge[graph.Person]
	PlaceEdge         = Edge[Place]
	TopicEdge         = Edge[graph.Topic]
	AgendaItemEdge    = Edge[graph.AgendaItem]
	MeetingEdge       = Edge[graph.Meeting]
	StatementEdge     = Edge[graph.Statement]
	OutcomeEdge       = Edge[graph.Outcome]
	ArticleEdge       = Edge[graph.ArticleInfo]
	ClaimEdge         = Edge[graph.StoredClaim]
	DecisionEdge      = Edge[graph.LoggedDecision]
	ConflictEdge      = Edge[graph.Conflict]
	TimelineEventEdge = Edge[timeline.Event]
)
