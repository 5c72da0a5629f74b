package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestReadme follows README.md, whose commands must print what stands there.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	followDocument(t, "README.md", desk(t, ""), transcript(string(readme), true))
}

// TestReadmeNames compares what README.md says that there is with the program:
// each command has its row, and each format that is named exists.
func TestReadmeNames(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "\n## The command\n")
	table, _, _ = strings.Cut(table, "\n## ")
	parser, err := (&program{}).parser(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commandsOf(parser.Model.Node) {
		if !regexp.MustCompile("`" + c.text + "[ `]").MatchString(table) {
			t.Errorf("README.md's table has no row of %s", c.text)
		}
	}
	known := strings.Split(formats(), ", ")
	for _, list := range regexp.MustCompile("\\(`([a-z ]+)`\\)").FindAllStringSubmatch(table, -1) {
		for f := range strings.FieldsSeq(list[1]) {
			if !slices.Contains(known, f) {
				t.Errorf("README.md names the format %s, which is none of %v", f, known)
			}
		}
	}
}

// updatePicture writes README.md's picture anew.
var updatePicture = flag.Bool("update", false, "write README.md's picture anew")

// TestReadmePicture makes README.md's picture anew; what the marks say, by
// which it is read aloud, must be the same.
func TestReadmePicture(t *testing.T) {
	picture := filepath.Join("..", "docs", "timeline.svg")
	made := filepath.Join(t.TempDir(), "timeline.svg")
	if *updatePicture {
		made = picture
	}
	var messages bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &messages, err: &messages}
	if status := p.run(t.Context(), []string{"export", "--data", sampleGraph(t), "--process", "astana", "--from", "2018-05-01", "--to", "2019-12-31", "-o", made}); status != exitDone {
		t.Fatalf("status %d\n%s", status, &messages)
	}
	said := func(file string) []string {
		svg, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return regexp.MustCompile(`aria-label="[^"]*"|<title>[^<]*`).FindAllString(string(svg), -1)
	}
	if got, want := said(picture), said(made); len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("docs/timeline.svg is not what the export is now: go test ./server -run ReadmePicture -update\ngot  %q\nwant %q", got, want)
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
