package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// codeUnknownHash is what clients of automatic persisted queries wait for
// before they send the query's text.
const codeUnknownHash = "PERSISTED_QUERY_NOT_FOUND"

// persisted is the extension of automatic persisted queries, as Apollo's
// clients have them: a query may come as the hash of its text, once the text
// has come with its hash.
type persisted struct{ texts *cache[string] }

var _ graphql.OperationParameterMutator = &persisted{}

// ExtensionName tells extensions apart.
func (*persisted) ExtensionName() string { return "PersistedQueries" }

// Validate has nothing to refuse.
func (*persisted) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts in the text that a hash stands for.
func (p *persisted) MutateOperationParameters(ctx context.Context, raw *graphql.RawParams) *gqlerror.Error {
	given := raw.Extensions["persistedQuery"]
	if given == nil {
		return nil
	}
	query, ok := given.(map[string]any)
	hash, isText := query["sha256Hash"].(string)
	switch {
	case !ok || !isText:
		return refusal(codeRequest, "extensions.persistedQuery: want version and sha256Hash")[0]
	case fmt.Sprint(query["version"]) != "1":
		return refusal(codeRequest, "Unsupported persisted query version")[0]
	case raw.Query == "":
		text, known := p.texts.Get(ctx, hash)
		if !known {
			return refusal(codeUnknownHash, "PersistedQueryNotFound")[0]
		}
		raw.Query = text
		return nil
	}
	if sum := sha256.Sum256([]byte(raw.Query)); hash != hex.EncodeToString(sum[:]) {
		return refusal(codeRequest, "provided sha does not match query")[0]
	}
	p.texts.Add(ctx, hash, raw.Query)
	return nil
}
