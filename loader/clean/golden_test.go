package clean

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestPages holds what becomes of whole saved pages, each in the manner of one
// kind of newsroom.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			c := load(t, file)
			checkContent(t, c)
			var b strings.Builder
			fmt.Fprintf(&b, "title: %s\nsource: %s\npublished: %s\nlanguage: %s\nurl: %s\n\n", c.Title, c.Source, c.Published, c.Language, c.URL)
			for _, block := range c.Blocks {
				fmt.Fprintf(&b, "%-12s%s\n", block.Kind, strings.ReplaceAll(c.Text[block.Start:block.End], "\n", " ⏎ "))
			}
			golden(t, filepath.Base(file)+".golden", b.String())
		})
	}
}

// TestCorpus holds the kinds of the blocks of every article of the shared
// corpus, one letter a block.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/*.txt")
	pages, _ := filepath.Glob("../../../shared/corpus/*.html")
	files = append(files, pages...)
	if len(files) == 0 {
		t.Skip("the shared corpus is not here")
	}
	var b strings.Builder
	for _, file := range files {
		c := load(t, file)
		checkContent(t, c)
		kinds := make([]byte, len(c.Blocks))
		for i, block := range c.Blocks {
			kinds[i] = "-TDHBC"[block.Kind]
		}
		fmt.Fprintf(&b, "%-38s %s\n%38s %s | %s\n", filepath.Base(file), kinds, "", c.Published, c.Source)
	}
	golden(t, "corpus.txt", b.String())
}

// load cleans a saved page; front matter is passed over.
func load(t *testing.T, file string) Content {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := string(data)
	if filepath.Ext(file) == ".html" {
		c, err := HTML(s, Meta{})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	if rest, found := strings.CutPrefix(s, "---\n"); found {
		_, s, _ = strings.Cut(rest, "---\n")
	}
	return Text(s, Meta{})
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (run with -update and read the diff)\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}
