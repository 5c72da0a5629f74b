package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A step is a command of a document, and what the document says that it
// prints; or a file that the document shows.
type step struct {
	line    int // of the command
	command string
	prints  string
	file    string // "" in a command
	text    string
}

// transcript reads the commands of a document. They stand behind "$ ", what
// they go on with behind "> ", and below them what they print, until the block
// ends: in Markdown a fence of "console", in other texts lines that are
// indented. A fence that names a file beside its language shows the file.
func transcript(text string, markdown bool) []step {
	var steps []step
	inside := false
	for i, line := range strings.Split(text, "\n") {
		if markdown {
			if fence, ok := strings.CutPrefix(line, "```"); ok {
				inside = fence == "console"
				_, file, _ := strings.Cut(fence, " ")
				steps = append(steps, step{line: i + 1, file: file}) // what follows belongs to no command
				continue
			}
			if last := len(steps) - 1; last >= 0 && steps[last].file != "" {
				steps[last].text += line + "\n"
			}
		} else {
			line, inside = strings.CutPrefix(line, "  ")
			if !inside {
				steps = append(steps, step{})
			}
		}
		if !inside {
			continue
		}
		last := len(steps) - 1
		switch {
		case strings.HasPrefix(line, "$ "):
			steps = append(steps, step{line: i + 1, command: line[2:]})
		case last >= 0 && steps[last].command != "" && steps[last].prints == "" && strings.HasPrefix(line, "> "):
			steps[last].command += "\n" + line[2:]
		case last >= 0 && steps[last].command != "":
			steps[last].prints += line + "\n"
		}
	}
	kept := steps[:0]
	for _, s := range steps {
		if s.command != "" || s.file != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// holds tells whether a command printed what a document says. White space does
// not count, since documents lay out what is long; "…" stands for anything.
func (s step) holds(printed string) bool {
	squeeze := func(text string) string { return strings.Join(strings.Fields(text), "") }
	var expression strings.Builder
	expression.WriteString(`(?s)\A`)
	for i, part := range strings.Split(squeeze(s.prints), "…") {
		if i > 0 {
			expression.WriteString(".*")
		}
		expression.WriteString(regexp.QuoteMeta(part))
	}
	expression.WriteString(`\z`)
	return regexp.MustCompile(expression.String()).MatchString(squeeze(printed))
}

// waiting is what is told of work that takes long, as all does on a machine
// that has much to do.
var waiting = regexp.MustCompile(`(?m)^peacetalks: [a-z ]+: [0-9]+ (of|articles).* left\n`)

// followDocument runs the commands of a document in a folder, one after the other, as
// its reader would.
func followDocument(t *testing.T, name, folder string, steps []step) {
	t.Helper()
	if len(steps) == 0 {
		t.Fatalf("%s: no commands", name)
	}
	for _, s := range steps {
		if s.file != "" {
			path := filepath.Join(folder, filepath.FromSlash(s.file))
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(s.text), 0o600)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		// What serves goes on for ever, and "…" in a command is for the reader to fill in.
		if strings.Contains(s.command, "peacetalks serve") || strings.Contains(s.command, "…") || strings.Contains(s.command, "--server") {
			continue
		}
		cmd := exec.CommandContext(t.Context(), "bash", "-c", s.command)
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), "HOME="+folder, "TERM=dumb", "LC_ALL=C.UTF-8")
		printed, err := cmd.CombinedOutput()
		printed = waiting.ReplaceAll(printed, nil)
		if !s.holds(string(printed)) {
			t.Errorf("%s:%d: %s\nprints\n%s\nand not\n%s", name, s.line, s.command, bytes.TrimSpace(printed), strings.TrimSpace(s.prints))
		}
		if err != nil && !strings.Contains(s.prints, "peacetalks: ") {
			t.Errorf("%s:%d: %s: %v\n%s", name, s.line, s.command, err, printed)
		}
	}
}

// desk makes a folder in which the documents' commands can be run: with the
// sample articles and, if it is wanted, a graph of them.
func desk(t *testing.T, loaded string) string {
	t.Helper()
	folder := t.TempDir()
	testdata, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(testdata, filepath.Join(folder, "testdata")); err != nil {
		t.Fatal(err)
	}
	if loaded != "" {
		if err := os.CopyFS(filepath.Join(folder, "peacetalks-data"), os.DirFS(loaded)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// sampleGraph makes a graph of the sample articles.
func sampleGraph(t *testing.T) string {
	t.Helper()
	data := filepath.Join(t.TempDir(), "peacetalks-data")
	var messages bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &messages, err: &messages}
	if status := p.run(t.Context(), []string{"load", "--data", data, filepath.Join("..", "testdata", "articles")}); status != exitDone {
		t.Fatalf("load: status %d\n%s", status, &messages)
	}
	return data
}

// TestHelp runs every command of `peacetalks help`, and holds what the texts
// say that they print.
func TestHelp(t *testing.T) {
	files, err := helpTexts.ReadDir("help")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != len(subjects) {
		t.Errorf("%d texts, %d subjects", len(files), len(subjects))
	}
	data := sampleGraph(t)
	for _, s := range subjects {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			text, err := helpTexts.ReadFile("help/" + s.name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(text), "\n") {
				if n := len([]rune(line)); n > 100 {
					t.Errorf("line %d has %d letters, which is more than a terminal shows", i+1, n)
				}
			}
			loaded := data
			if s.name == "start" {
				loaded = ""
			}
			followDocument(t, s.name+".txt", desk(t, loaded), transcript(string(text), false))
		})
	}
}

// TestDocuments follows the documents that show commands, as a reader would.
func TestDocuments(t *testing.T) {
	for _, name := range []string{"loader/ADDING.md", "docs/tutorial.md"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(name)))
			if err != nil {
				t.Fatal(err)
			}
			followDocument(t, name, desk(t, ""), transcript(string(text), true))
		})
	}
}
