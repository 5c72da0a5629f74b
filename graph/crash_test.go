package graph_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"peacetalks/graph"
)

// The environment variable that makes the test binary a child that loads.
const crashFolder = "PEACETALKS_TEST_CRASH_FOLDER"

// TestMain lets the test binary be its own child.
func TestMain(m *testing.M) {
	if dir := os.Getenv(crashFolder); dir != "" {
		if err := loadSlowly(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// crashReadings are what the child loads: many small ones and two that fit no
// single commit.
func crashReadings() []graph.Reading {
	c := seeded(20)
	rs := genReadings(c, 100)
	for i := range 2 {
		at := (i + 1) * len(rs) / 3
		rs[at] = largeReading(c, 12_000)
	}
	return rs
}

// largeReading is a reading with many search terms.
func largeReading(c chooser, terms int) graph.Reading {
	r := genReading(c)
	r.Article.Text += strings.Repeat(" padding of the text", 40_000)
	r.Article.Blocks = nil
	r.Article.ID = graph.ArticleID(r.Article)
	for i := range r.Claims {
		for j := range r.Claims[i].Evidence {
			r.Claims[i].Evidence[j].Article = r.Article.ID
		}
	}
	r.Terms = nil
	for i := range terms {
		r.Terms = append(r.Terms, fmt.Sprintf("term%07d", i))
	}
	return r
}

// loadSlowly loads the readings, a few at a time, and acknowledges each batch.
func loadSlowly(dir string) error {
	s, err := graph.Open(dir, crashOptions())
	if err != nil {
		return err
	}
	rs := crashReadings()
	for len(rs) > 0 {
		n := min(len(rs), 5)
		if _, err := s.PutAll(context.Background(), rs[:n]); err != nil {
			return err
		}
		for _, r := range rs[:n] {
			fmt.Println(r.Article.ID)
		}
		rs = rs[n:]
	}
	return s.Close()
}

func crashOptions() graph.Options {
	return graph.Options{Extractor: extractor, MemTable: 8 << 20, BlockCache: 1 << 20}
}

// A loading process that is killed again and again loses nothing that it
// acknowledged, shows no half article, and ends with the graph of an
// undisturbed load.
func TestKilledLoad(t *testing.T) {
	undisturbed := open(t, filepath.Join(t.TempDir(), "g"), crashOptions())
	putAll(t, undisturbed, crashReadings())
	want := exported(t, undisturbed)
	whole := map[string]bool{} // each article's run of lines
	for _, run := range articleRuns(want) {
		whole[run] = true
	}

	rounds := 20
	if testing.Short() {
		rounds = 4
	}
	start := time.Now()
	loadOnce(t, filepath.Join(t.TempDir(), "g"), 0)
	took := time.Since(start)

	r := rand.New(rand.NewPCG(25, 1))
	killed := 0
	for i := 0; killed < rounds && i < 4*rounds; i++ {
		dir := filepath.Join(t.TempDir(), "g")
		var acknowledged []string
		for range 1 + i%2 { // every second folder is killed twice, also in its recovery
			ids, dead := loadOnce(t, dir, max(time.Millisecond, time.Duration(r.Float64()*float64(took)*0.9)))
			acknowledged = append(acknowledged, ids...)
			killed += dead
		}
		s, err := graph.Open(dir, crashOptions())
		if err != nil {
			t.Fatalf("after kill %d: %v", i, err)
		}
		got := exported(t, s)
		for _, run := range articleRuns(got) {
			if !whole[run] {
				t.Errorf("after kill %d: an article that is not whole: %.200s", i, run)
			}
		}
		for _, id := range acknowledged {
			if !strings.Contains(got, `{"type":"article","id":"`+id+`"`) {
				t.Errorf("after kill %d: %s was acknowledged and is gone", i, id)
			}
		}
		mustCheck(t, s)
		putAll(t, s, crashReadings())
		if exported(t, s) != want {
			t.Errorf("after kill %d: loading on does not end with the graph of an undisturbed load", i)
		}
		mustCheck(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("killed %d loads; an undisturbed load takes %v", killed, took)
	if killed < rounds {
		t.Errorf("only %d loads were killed before they ended, want at least %d", killed, rounds)
	}
}

// articleRuns cuts an export into its articles, each with its claims.
func articleRuns(ndjson string) []string {
	parts := strings.Split(ndjson, `{"type":"article",`)
	return parts[1:]
}

// loadOnce runs the child on a folder, kills it after a time unless that is
// zero, and gives what it acknowledged.
func loadOnce(t *testing.T, dir string, after time.Duration) (ids []string, killed int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), crashFolder+"="+dir)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
		defer timer.Stop()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "article:") && len(lines.Text()) == len("article:")+26 {
			ids = append(ids, lines.Text())
		}
	}
	if err := cmd.Wait(); err != nil {
		if !strings.Contains(err.Error(), "killed") {
			t.Fatalf("the child: %v: %s", err, stderr.String())
		}
		killed = 1
	}
	return ids, killed
}

// Log files of every length that a killed process can leave: the graph opens
// with all that was acknowledged, again and again, and takes more.
func TestOpenWithUnfinishedLogs(t *testing.T) {
	rs := genReadings(seeded(21), 6)
	loaded := filepath.Join(t.TempDir(), "g")
	if _, dead := loadOnce(t, loaded, 0); dead != 0 {
		t.Fatal("the child died")
	}
	for _, c := range []struct {
		name string
		size int64 // of the file that is left
	}{
		{"made, still empty", 0},
		{"cut within its header", 7},
		{"without a header", 16 << 20},
	} {
		for _, ext := range []string{"mem", "vlog"} {
			t.Run(c.name+" "+ext, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "g")
				if err := os.CopyFS(dir, os.DirFS(loaded)); err != nil {
					t.Fatal(err)
				}
				s := open(t, dir, crashOptions())
				want := exported(t, s)
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				for _, number := range []string{"00000", "00001", "00900", "00901"} {
					left := filepath.Join(dir, number+"."+ext)
					if ext == "vlog" {
						left = filepath.Join(dir, "0"+number+"."+ext)
					}
					if _, err := os.Stat(left); err == nil {
						continue
					}
					if err := os.WriteFile(left, nil, 0o600); err != nil {
						t.Fatal(err)
					}
					if err := os.Truncate(left, c.size); err != nil {
						t.Fatal(err)
					}
				}
				for range 2 {
					s, err := graph.Open(dir, crashOptions())
					if err != nil {
						t.Fatal(err)
					}
					if got := exported(t, s); got != want {
						t.Errorf("the graph exports %d bytes, want %d", len(got), len(want))
					}
					mustCheck(t, s)
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
				}
				s = open(t, dir, crashOptions())
				putAll(t, s, rs)
				mustCheck(t, s)
			})
		}
	}
}

// A log file of another process that has the graph open is left alone, even
// while it has no byte yet.
func TestOpenLeavesLogsInUse(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "g")
	s := open(t, dir, crashOptions())
	fresh := filepath.Join(dir, "00900.mem")
	if err := os.WriteFile(fresh, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var folder *graph.FolderError
	if _, err := graph.Open(dir, crashOptions()); !errors.As(err, &folder) || folder.Kind != graph.Locked {
		t.Fatalf("got %v, want a graph that is locked", err)
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Errorf("the file of the process that has the graph open: %v", err)
	}
	putAll(t, s, genReadings(seeded(22), 3))
}
