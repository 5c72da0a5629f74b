package timeline

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLibreOffice opens a workbook and a csv with its mark in LibreOffice, as
// people do, and compares what it holds of them with what was written.
func TestLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	book := encoded(t, "xlsx", Options{Language: "ar"})
	rows := encoded(t, "csv", Options{Language: "ar", BOM: true})
	for name, data := range map[string][]byte{"book.xlsx": book, "rows.csv": rows} {
		if err := os.WriteFile(file(name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	convert := func(to, name string, more ...string) {
		t.Helper()
		args := append([]string{"--headless", "-env:UserInstallation=file://" + file("profile"), "--convert-to", to, "--outdir", dir}, more...)
		c := exec.CommandContext(t.Context(), office, append(args, file(name))...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", name, err, out)
		}
	}
	// Commas, quotes, UTF-8; cells as they are shown; every sheet in a file.
	convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "book.xlsx")
	for _, s := range readXLSX(t, book)[:2] {
		got := readCSV(t, file("book-"+s.name+".csv"))
		if len(got) != len(s.Rows) {
			t.Fatalf("%s: %d rows, want %d", s.name, len(got), len(s.Rows))
		}
		for i, r := range s.Rows {
			want := make([]string, len(s.Rows[0].Cells))
			for _, c := range r.Cells {
				want[slices.IndexFunc(s.Rows[0].Cells, func(h bookCell) bool {
					return strings.TrimRight(h.Ref, "0123456789") == strings.TrimRight(c.Ref, "0123456789")
				})] = c.String()
			}
			if !slices.Equal(got[i], want) {
				t.Errorf("%s, row %d:\n%q, want\n%q", s.name, i+1, got[i], want)
			}
		}
	}
	// The csv becomes a workbook and a csv again: its mark is no part of the first
	// name, and the cells that an apostrophe guards stay text. Without a window
	// LibreOffice does not ask how a file is to be read: it is told what its
	// dialogue proposes by the mark.
	convert("xlsx", "rows.csv", "--infilter=CSV:44,34,76,1")
	convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "rows.xlsx")
	got := readCSV(t, file("rows.csv"))
	want, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(rows, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("csv: %d rows, want %d", len(got), len(want))
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Errorf("csv, row %d:\n%q, want\n%q", i+1, got[i], want[i])
		}
	}
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
