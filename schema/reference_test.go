package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestReference(t *testing.T) {
	want, err := reference(".")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Error("schema/README.md is not what the schema says: run go generate ./...")
	}
	headings := map[string]bool{}
	for line := range strings.Lines(want) {
		if heading, ok := strings.CutPrefix(line, "### "); ok {
			headings[strings.ToLower(strings.TrimSpace(heading))] = true
		}
	}
	for _, link := range regexp.MustCompile(`\(#([^)]+)\)`).FindAllStringSubmatch(want, -1) {
		if !headings[link[1]] {
			t.Errorf("a link leads to #%s, and no heading is called so", link[1])
		}
	}
}
