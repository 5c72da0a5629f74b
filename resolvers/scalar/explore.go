package scalar

import "peacetalks/graph"

// The pages of summaries and networks.
type (
	ProcessCountConnection = Connection[graph.ProcessCount]
	PartyHeadsConnection   = Connection[graph.PartyHeads]
	TopicCountConnection   = Connection[graph.TopicCount]
	RoundTopicsConnection  = Connection[graph.RoundTopics]
	NetworkNodeConnection  = Connection[graph.NetworkNode]
	NetworkEdgeConnection  = Connection[graph.NetworkEdge]
)

// The items of those pages, with their places.
type (
	ProcessCountEdge = Edge[graph.ProcessCount]
	PartyHeadsEdge   = Edge[graph.PartyHeads]
	TopicCountEdge   = Edge[graph.TopicCount]
	RoundTopicsEdge  = Edge[graph.RoundTopics]
	NetworkNodeEdge  = Edge[graph.NetworkNode]
	NetworkEdgeEdge  = Edge[graph.NetworkEdge]
)
