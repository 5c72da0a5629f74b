package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// block is the text of README.md's first code block that begins with a line.
func block(t *testing.T, readme, first string) string {
	t.Helper()
	_, rest, found := strings.Cut(readme, "```"+first+"\n")
	text, _, closed := strings.Cut(rest, "\n```")
	if !found || !closed {
		t.Fatalf("README.md has no block %q", first)
	}
	return text
}

// TestReadme runs the README's first query over the sample articles and
// compares the answer with the one that is printed there.
func TestReadme(t *testing.T) {
	file, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(file)
	var asked request
	_, body, _ := strings.Cut(readme, "<<'QUERY'\n")
	body, _, _ = strings.Cut(body, "\nQUERY\n")
	if err := json.Unmarshal([]byte(body), &asked); err != nil {
		t.Fatalf("the query: %v", err)
	}
	data := t.TempDir()
	run := func(args ...string) string {
		var out, messages bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &messages}
		if status := p.run(t.Context(), append([]string{"--data", data, "--json"}, args...)); status != exitDone {
			t.Fatalf("%s: status %d\n%s", args[0], status, &messages)
		}
		return out.String()
	}
	run("load", filepath.Join("..", "testdata", "articles"))
	got := run("query", asked.Query)
	var want bytes.Buffer
	if err := json.Compact(&want, []byte(block(t, readme, "json"))); err != nil {
		t.Fatalf("the answer: %v", err)
	}
	if got := strings.TrimSpace(got); got != want.String() {
		t.Errorf("README.md prints\n%s\nthe answer is\n%s", want.String(), got)
	}
}

// TestReadmeDependencies compares the README's table of modules with go.mod.
func TestReadmeDependencies(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, found := strings.Cut(string(readme), "\n## Dependencies\n")
	if !found {
		t.Fatal("README.md has no heading Dependencies")
	}
	named := map[string]bool{} // as the table has them: without host and version
	for line := range strings.Lines(table) {
		if cell := strings.Split(line, "|"); len(cell) == 4 {
			for i, name := range strings.Split(cell[1], "`") {
				if i%2 == 1 {
					named[name] = true
				}
			}
		}
	}
	for _, module := range directModules(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(module, "github.com/"), "codeberg.org/")
		if i := strings.LastIndex(name, "/v"); i > 0 {
			name = name[:i]
		}
		if !named[name] {
			t.Errorf("%s: go.mod requires it, and README.md's table does not have %s", module, name)
		}
		delete(named, name)
	}
	for name := range named {
		t.Errorf("%s: in README.md's table, and not required by go.mod", name)
	}
}

// directModules are the modules that packages of this one import, or whose
// tools it runs.
func directModules(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("go", "mod", "edit", "-json")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var mod struct {
		Require []struct {
			Path     string
			Indirect bool
		}
		Tool []struct{ Path string }
	}
	if err := json.Unmarshal(out, &mod); err != nil {
		t.Fatal(err)
	}
	var direct []string
	for _, r := range mod.Require {
		runs := slices.ContainsFunc(mod.Tool, func(tool struct{ Path string }) bool { return strings.HasPrefix(tool.Path, r.Path+"/") })
		if !r.Indirect || runs {
			direct = append(direct, r.Path)
		}
	}
	return direct
}
