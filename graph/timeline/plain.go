package timeline

import "peacetalks/graph"

// Plain makes a text from an article or a curator fit to stand in a title or a
// cell: see [graph.Plain].
func Plain(s string) string { return graph.Plain(s) }

// isDirection tells whether a character changes the direction of text.
func isDirection(r rune) bool { return graph.ChangesDirection(r) }
