package pages

import "peacetalks/graph"

// passagePath is where an article's page shows a passage.
func passagePath(article, claim graph.ID, start int) string {
	return "articles/" + article.Name() + "#claim-" + claim.Name()
}
