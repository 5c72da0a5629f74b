// Command schema writes the reference of the GraphQL schema, schema/README.md,
// from the descriptions in it: `go generate ./...` runs it in the module's
// root. Connections and their edges, which are all alike, are explained once.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const intro = `# The schema

What can be asked, by subject. This page is made from the descriptions in the ` + "`.graphqls`" + ` files beside it by ` + "`go generate ./...`" + `;
GraphiQL shows the same while you type.

- An id may be given with or without its kind where the kind is clear: ` + "`astana-14`" + ` or ` + "`round:astana-14`" + `.
- A list that can grow is a *connection*: it takes ` + "`first`" + `, ` + "`after`" + `, ` + "`last`" + ` and ` + "`before`" + `, and has ` + "`nodes`" + `, ` + "`edges`" + ` with a ` + "`cursor`" + ` each, ` + "`pageInfo`" + ` and
  ` + "`totalCount`" + `. Connections have no entry of their own here.
- ` + "`!`" + ` stands behind what is never null.
- ` + "`asOf`" + ` asks by what was reported by a day.

`

func main() {
	log.SetFlags(0)
	text, err := reference("schema")
	if err == nil {
		err = os.WriteFile(filepath.Join("schema", "README.md"), []byte(text), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// reference is the page about the schema in a folder.
func reference(folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.graphqls"))
	if err != nil {
		return "", err
	}
	var sources []*ast.Source
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		sources = append(sources, &ast.Source{Name: filepath.Base(name), Input: string(b)})
	}
	schema, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return "", err
	}
	p := page{schema: schema}
	p.WriteString(intro)
	p.operations("Questions", "query", schema.Query)
	p.operations("Changes", "mutation", schema.Mutation)
	p.operations("News", "subscription", schema.Subscription)
	for _, source := range sources {
		p.subject(source.Name)
	}
	return p.String(), nil
}

// A page is a reference that is being written.
type page struct {
	strings.Builder
	schema *ast.Schema
}

func (p *page) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// operations writes the fields of a root type.
func (p *page) operations(heading, kind string, root *ast.Definition) {
	if root == nil {
		return
	}
	p.printf("## %s\n\n| %s | gives | |\n|---|---|---|\n", heading, kind)
	for _, f := range own(root.Fields) {
		p.field(f)
	}
	p.WriteString("\n")
}

// own leaves out the fields of introspection.
func own(fields ast.FieldList) []*ast.FieldDefinition {
	return slices.DeleteFunc(slices.Clone(fields), func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
}

// subject writes the types of one file.
func (p *page) subject(file string) {
	var types []*ast.Definition
	for _, d := range p.schema.Types {
		if d.Position != nil && d.Position.Src.Name == file && !p.root(d) && !p.folded(d.Name) {
			types = append(types, d)
		}
	}
	if len(types) == 0 {
		return
	}
	slices.SortFunc(types, func(a, b *ast.Definition) int { return a.Position.Start - b.Position.Start })
	subject := strings.TrimSuffix(file, ".graphqls")
	p.printf("## %s\n\nIn [%s](%s).\n\n", strings.ToUpper(subject[:1])+subject[1:], file, file)
	for _, d := range types {
		p.definition(d)
	}
}

func (p *page) root(d *ast.Definition) bool {
	return d == p.schema.Query || d == p.schema.Mutation || d == p.schema.Subscription
}

// folded tells whether a type is one of those that are explained once.
func (p *page) folded(name string) bool {
	return strings.HasSuffix(name, "Connection") || strings.HasSuffix(name, "Edge") && p.schema.Types[strings.TrimSuffix(name, "Edge")+"Connection"] != nil
}

func (p *page) definition(d *ast.Definition) {
	p.printf("### %s\n\n", d.Name)
	what := map[ast.DefinitionKind]string{ast.InputObject: "Input. ", ast.Enum: "One of a few words. ", ast.Scalar: "Scalar. ", ast.Interface: "Interface. "}[d.Kind]
	p.printf("%s%s", what, line(d.Description))
	if len(d.Interfaces) > 0 {
		p.printf(" It is a %s.", p.links(d.Interfaces, " and a "))
	}
	if d.Kind == ast.Union {
		p.printf(" One of: %s.", p.links(d.Types, ", "))
	}
	p.WriteString("\n\n")
	switch {
	case len(d.EnumValues) > 0:
		p.WriteString("| word | |\n|---|---|\n")
		for _, v := range d.EnumValues {
			p.printf("| `%s` | %s |\n", v.Name, line(v.Description))
		}
		p.WriteString("\n")
	case len(d.Fields) > 0:
		p.WriteString("| field | is | |\n|---|---|---|\n")
		for _, f := range d.Fields {
			p.field(f)
		}
		p.WriteString("\n")
	}
}

// paging are the arguments that every connection takes.
var paging = []string{"first", "after", "last", "before"}

// field writes a row: the field, its type, what it is and what it takes.
func (p *page) field(f *ast.FieldDefinition) {
	text := line(f.Description)
	for _, a := range f.Arguments {
		if slices.Contains(paging, a.Name) {
			continue
		}
		preset := ""
		if a.DefaultValue != nil {
			preset = fmt.Sprintf(" (`%s` unless given)", a.DefaultValue)
		}
		text += fmt.Sprintf("<br>`%s`: %s%s. %s", a.Name, p.typed(a.Type), preset, line(a.Description))
	}
	if f.DefaultValue != nil {
		text += fmt.Sprintf(" `%s` unless given.", f.DefaultValue)
	}
	p.printf("| `%s` | %s | %s |\n", f.Name, p.typed(f.Type), text)
}

// typed links a type to its entry, a connection to that of its nodes.
func (p *page) typed(t *ast.Type) string {
	name, shown := t.Name(), t.String()
	if of, ok := strings.CutSuffix(name, "Connection"); ok {
		if nodes := p.schema.Types[name].Fields.ForName("nodes"); nodes != nil {
			of = nodes.Type.Name()
		}
		return "connection of " + p.links([]string{of}, "")
	}
	if d := p.schema.Types[name]; d == nil || d.BuiltIn || p.folded(name) {
		return "`" + shown + "`"
	}
	return fmt.Sprintf("[`%s`](#%s)", shown, strings.ToLower(name))
}

func (p *page) links(names []string, between string) string {
	linked := make([]string, len(names))
	for i, name := range names {
		linked[i] = fmt.Sprintf("[`%s`](#%s)", name, strings.ToLower(name))
	}
	return strings.Join(linked, between)
}

// line is a description on one line, with nothing that a table would take for
// its own.
func line(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(strings.Join(strings.Fields(s), " "))
}
