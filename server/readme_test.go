package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
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
