package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func manualPage(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, err: &out}
	if status := p.run(t.Context(), []string{"man"}); status != exitDone {
		t.Fatalf("status %d: %s", status, &out)
	}
	return out.String()
}

// The manual names every command and every flag, and is the same each time.
func TestManual(t *testing.T) {
	page := manualPage(t)
	if again := manualPage(t); page != again {
		t.Error("two pages of one program differ")
	}
	parser, err := (&program{}).parser(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range parser.Model.Children {
		if named := strings.Contains(page, ".SS "+c.Name+"\n"); named == c.Hidden {
			t.Errorf("%s: in the page: %v", c.Name, named)
		}
		if c.Hidden {
			continue
		}
		for _, f := range c.Flags {
			if !strings.Contains(page, roff("--"+f.Name)) {
				t.Errorf("%s: the page has no --%s", c.Name, f.Name)
			}
		}
	}
}

// Those who read manuals find nothing wrong with it.
func TestManualIsRendered(t *testing.T) {
	file := filepath.Join(t.TempDir(), "peacetalks.1")
	if err := os.WriteFile(file, []byte(manualPage(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, reader := range [][]string{
		{"mandoc", "-T", "lint", "-W", "warning"},
		{"groff", "-ww", "-z", "-man", "-T", "utf8"},
	} {
		t.Run(reader[0], func(t *testing.T) {
			if _, err := exec.LookPath(reader[0]); err != nil {
				t.Skipf("there is no %s", reader[0])
			}
			out, err := exec.Command(reader[0], append(reader[1:], file)...).CombinedOutput()
			if err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
