// Package scalar binds what GraphQL has and the graph has not to Go: the
// schema's scalars, enums that are plain strings in the graph, the pages of
// connections, and the few values that the schema wraps.
//
// Package graph knows nothing of GraphQL; the marshal and unmarshal functions
// that its types need are here. An input that cannot be read gives an [Error],
// whose text is meant for the client.
package scalar
