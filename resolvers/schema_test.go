package resolvers

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"peacetalks/resolvers/generated"
)

func TestEverythingIsDescribed(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	described := 0
	check := func(what, description string) {
		described++
		if text := strings.TrimSpace(description); text == "" || !strings.HasSuffix(text, ".") {
			t.Errorf("%s: the description is %q, want a sentence", what, description)
		}
	}
	for name, def := range schema.Types {
		if def.BuiltIn || strings.HasPrefix(name, "__") {
			continue
		}
		check(name, def.Description)
		for _, v := range def.EnumValues {
			check(name+"."+v.Name, v.Description)
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
	}
	if described < 500 {
		t.Errorf("got %d descriptions: the walk misses something", described)
	}
}

// What is deferred would be missing: see [schema].
func TestNothingIsDeferred(t *testing.T) {
	a := serve(t, open(t, arabic(t)), nil)
	got := a.ask(`{ round(id: "astana-14") { id ... @defer { name } } }`, nil)
	if len(got.Errors) != 1 || !strings.Contains(got.Errors[0].Message, "@defer") || got.Data != nil && string(got.Data) != "null" {
		t.Errorf("got %s %+v, want a refusal", got.Data, got.Errors)
	}
	a.wants(`{ __schema { directives { name } } }`,
		`{"__schema":{"directives":[{"name":"deprecated"},{"name":"include"},{"name":"oneOf"},{"name":"skip"},{"name":"specifiedBy"}]}}`)
}

func TestListsThatGrowAreConnections(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for name, def := range schema.Types {
		for _, f := range def.Fields {
			if !strings.HasSuffix(f.Type.Name(), "Connection") {
				continue
			}
			for _, arg := range []string{"first", "after", "last", "before"} {
				if f.Arguments.ForName(arg) == nil {
					t.Errorf("%s.%s: no argument %s", name, f.Name, arg)
				}
			}
			connection := schema.Types[f.Type.Name()]
			for _, field := range []string{"edges", "nodes", "pageInfo", "totalCount"} {
				if connection.Fields.ForName(field) == nil {
					t.Errorf("%s: no field %s", connection.Name, field)
				}
			}
		}
	}
}

// The names that clients rely on.
func TestContract(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	contract := map[string]string{
		"Query":         "node nodes process processes round rounds delegations agendaItems parties people topics articles claims conflicts timeline search",
		"Mutation":      "loadArticle retractArticle",
		"Subscription":  "articleLoaded",
		"Process":       "id name names guarantors rounds timeline claims",
		"Round":         "id process number name status start end venue host guarantors observers mediators participations delegations agenda meetings statements outcomes timeline articles conflicts previous next claims",
		"EventDate":     "edtf earliest latest basis claims",
		"Delegation":    "id round party roles head members meetings claims",
		"Participant":   "person title claims",
		"Party":         "id kind name names delegations claims",
		"Person":        "id name names titles delegations statements timeline claims",
		"Place":         "id name country",
		"Topic":         "id name broader rounds",
		"AgendaItem":    "id round topic session wording claims",
		"Meeting":       "id round kind date parties claims",
		"Statement":     "id round speaker text direct date reportedBy topics claims",
		"Outcome":       "id round kind text date claims",
		"Article":       "id title source url language published loadedAt text claims",
		"Claim":         "id subject predicate object status support evidence",
		"Participation": "party role claims",
		"Evidence":      "article quote start end spans rule modality citing confidence reported",
		"Span":          "quote start end startUtf16 endUtf16",
		"Conflict":      "id subject predicate kind sides preferred reason",
		"ConflictSide":  "claim denied evidence independentSources",
		"TimelineEvent": "id kind date title round subject claims",
		"PageInfo":      "hasNextPage hasPreviousPage startCursor endCursor",
	}
	for name, fields := range contract {
		def := schema.Types[name]
		if def == nil {
			t.Errorf("no type %s", name)
			continue
		}
		for field := range strings.FieldsSeq(fields) {
			if def.Fields.ForName(field) == nil {
				t.Errorf("%s: no field %s", name, field)
			}
		}
	}
	for _, enum := range []string{"Role GUARANTOR PARTY OBSERVER MEDIATOR HOST GUEST", "RoundStatus ANNOUNCED UNDERWAY CONCLUDED POSTPONED CANCELLED",
		"Modality HAPPENED ONGOING PLANNED DENIED", "ClaimStatus EXTRACTED ACCEPTED REJECTED CURATED"} {
		name, values, _ := strings.Cut(enum, " ")
		def := schema.Types[name]
		if def == nil || def.Kind != ast.Enum {
			t.Errorf("no enum %s", name)
			continue
		}
		var got []string
		for _, v := range def.EnumValues {
			got = append(got, v.Name)
		}
		if strings.Join(got, " ") != values {
			t.Errorf("%s: got %v, want %s", name, got, values)
		}
	}
}
