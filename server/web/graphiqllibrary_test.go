package web

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// question is how a query of GraphiQL's library begins: what it asks, in
// English and in Arabic, and a line of explanation.
var question = regexp.MustCompile(`^# [A-Z][^\n]*\?\n# [^\n]*\p{Arabic}[^\n]*؟\n#\n# [^\n]+\n(query|subscription) [A-Z]`)

// Every query of the library tells what it asks, is valid, and has the
// variables that it asks for.
func TestGraphiQLLibrary(t *testing.T) {
	schema := loadSchema(t)
	files, variables := glob(t, "graphiql/library/*/*.graphql"), glob(t, "graphiql/library/*/*.json")
	if len(files) < 20 {
		t.Fatalf("found %d queries, want at least 20", len(files))
	}
	names := map[string]string{}
	for _, file := range files {
		source := string(readFile(t, file))
		if !question.MatchString(source) {
			t.Errorf("%s does not begin with its question in English and Arabic and an explanation", file)
		}
		op := operation(t, schema, file, source)
		if other, taken := names[op.Name]; taken {
			t.Errorf("%s and %s have one name", file, other)
		}
		names[op.Name] = file
		values := map[string]any{}
		if name := strings.TrimSuffix(file, ".graphql") + ".json"; slices.Contains(variables, name) {
			readJSON(t, name, &values)
		}
		for _, v := range op.VariableDefinitions {
			if _, given := values[v.Variable]; !given && v.Type.NonNull {
				t.Errorf("%s: $%s has no value", file, v.Variable)
			}
		}
		if _, err := validator.VariableValues(schema, op, values); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if len(values) > len(op.VariableDefinitions) {
			t.Errorf("%s: %d variables are given, %d asked for", file, len(values), len(op.VariableDefinitions))
		}
	}
}

// The groups of the library are its folders.
func TestGraphiQLGroups(t *testing.T) {
	var groups []struct{ Folder, Title, Arabic string }
	readJSON(t, "graphiql/library/groups.json", &groups)
	var named, found []string
	for _, g := range groups {
		if g.Title == "" || g.Arabic == "" {
			t.Errorf("%s has not both titles", g.Folder)
		}
		named = append(named, g.Folder)
	}
	for _, file := range glob(t, "graphiql/library/*/*.graphql") {
		if folder := path.Base(path.Dir(file)); !slices.Contains(found, folder) {
			found = append(found, folder)
		}
	}
	slices.Sort(named)
	if !slices.Equal(named, found) {
		t.Errorf("groups are %q, folders %q", named, found)
	}
}

// Whatever has an id has a query that GraphiQL opens for it.
func TestGraphiQLNodes(t *testing.T) {
	schema := loadSchema(t)
	covered := map[string]bool{}
	for _, file := range glob(t, "graphiql/nodes/*.graphql") {
		op := operation(t, schema, file, string(readFile(t, file)))
		if len(op.VariableDefinitions) != 1 || op.VariableDefinitions[0].Variable != "id" {
			t.Errorf("%s does not ask for $id", file)
		}
		node := op.SelectionSet[0].(*ast.Field)
		for _, s := range node.SelectionSet {
			if f, ok := s.(*ast.InlineFragment); ok {
				covered[f.TypeCondition] = true
			}
		}
	}
	for _, possible := range schema.GetPossibleTypes(schema.Types["Node"]) {
		if !covered[possible.Name] {
			t.Errorf("no query for %s", possible.Name)
		}
	}
}

// operation is the one operation of a valid query.
func operation(t *testing.T, schema *ast.Schema, file, source string) *ast.OperationDefinition {
	t.Helper()
	query, errs := gqlparser.LoadQueryWithRules(schema, source, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s: %v", file, errs)
	}
	if len(query.Operations) != 1 {
		t.Fatalf("%s has %d operations", file, len(query.Operations))
	}
	return query.Operations[0]
}
