package resolvers

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"peacetalks/resolvers/generated"
)

// selectAll selects every field of a type that needs no argument, down to a
// depth; of what would be selected twice on a way down, the second is left out.
func selectAll(schema *ast.Schema, def *ast.Definition, depth int, way []string) string {
	if !slices.Contains([]ast.DefinitionKind{ast.Object, ast.Interface, ast.Union}, def.Kind) {
		return ""
	}
	var q strings.Builder
	q.WriteString("{ __typename")
	for _, f := range def.Fields {
		if strings.HasPrefix(f.Name, "__") || slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		of := schema.Types[f.Type.Name()]
		if of.IsLeafType() {
			fmt.Fprintf(&q, " %s", f.Name)
			continue
		}
		if step := def.Name + "." + f.Name; depth > 0 && !slices.Contains(way, step) {
			fmt.Fprintf(&q, " %s %s", f.Name, selectAll(schema, of, depth-1, append(slices.Clip(way), step)))
		}
	}
	if def.Kind != ast.Object {
		for _, possible := range schema.GetPossibleTypes(def) {
			if depth > 0 && possible.Fields.ForName("id") != nil {
				fmt.Fprintf(&q, " ... on %s { id }", possible.Name)
			}
		}
	}
	return q.String() + " }"
}

// Every field of the schema answers without an error, on stories that have
// everything.
func TestEveryFieldAnswers(t *testing.T) {
	a := serve(t, open(t, arabic(t), english(t)), nil)
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	asked := 0
	for _, f := range schema.Query.Fields {
		query := ""
		switch {
		case strings.HasPrefix(f.Name, "__"):
			continue
		case f.Name == "node" || f.Name == "nodes":
			continue // TestEveryIDIsANode
		case f.Arguments.ForName("text") != nil:
			query = f.Name + `(text: "onal") `
		case f.Name == "roundDiff":
			query = f.Name + `(a: "astana-13", b: "astana-14") `
		case f.Name == "round":
			query = f.Name + `(id: "astana-14") `
		case f.Arguments.ForName("id") != nil:
			ids := map[string]string{"process": "astana", "party": "turkey", "person": "sedat-onal", "place": "nur-sultan", "topic": "ceasefire", "article": string(arabic(t).reading.Article.ID)}
			query = fmt.Sprintf("%s(id: %q) ", f.Name, ids[f.Name])
		default:
			query = f.Name + " "
		}
		query = "{ " + query + selectAll(schema, schema.Types[f.Type.Name()], 4, nil) + " }"
		got := a.ask(query, nil)
		if len(got.Errors) > 0 {
			t.Errorf("%s: %d errors, the first %+v", f.Name, len(got.Errors), got.Errors[0])
		}
		if strings.Contains(string(got.Data), `"`+f.Name+`":null`) {
			t.Errorf("%s: nothing was answered", f.Name)
		}
		asked++
	}
	if asked < 20 {
		t.Errorf("%d fields of Query were asked", asked)
	}
}
