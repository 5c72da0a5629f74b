// Package resolvers answers GraphQL queries from a graph.
//
// It only translates: a resolver turns arguments into a filter or a page, asks
// the store, and hands its views on as they are. The schema is in schema/; what
// gqlgen makes of it is in resolvers/generated; the files that are named after
// those of the schema are kept in step by `go generate`, which keeps the
// bodies.
//
// A query sees one state of the graph. What many fields of one answer ask for
// one by one is read together: see batch.go and loaders.go. Package resolvers knows nothing
// of how articles are read: whoever serves it gives it a [Loader].
package resolvers

//go:generate go -C .. tool gqlgen generate
//go:generate go -C .. run ./schema
