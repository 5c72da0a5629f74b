package graph

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dgraph-io/badger/v4"

	"peacetalks/graph/edtf"
)

// bigReading is a reading that fits no single commit of a small database.
func bigReading() Reading {
	a := Article{Title: "Talks", Source: "Outlet", Text: strings.Repeat("Talks opened in Astana. ", 30_000)}
	a.ID = ArticleID(a)
	r := Reading{Article: a, Extractor: "x"}
	for i := range 12_000 {
		r.Terms = append(r.Terms, fmt.Sprintf("term%06d", i))
	}
	for i := range 50 {
		r.Claims = append(r.Claims, Supported{
			Claim: Claim{ID(fmt.Sprintf("round:astana-%d", i+1)), PredNumber, Object{Number: i + 1}},
			Evidence: []Evidence{{
				Article: a.ID, Spans: []Span{{0, 5, "Talks"}}, Rule: "r", Modality: Happened, Confidence: 1,
			}},
		})
	}
	return r
}

func openSmall(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir, Options{Extractor: "x", MemTable: minMemTable, BlockCache: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// keysLeft counts the rows of all tables but meta.
func keysLeft(t *testing.T, s *Store) (n int) {
	t.Helper()
	v := s.view()
	defer v.close()
	err := v.scanKeys([]key{{}}, func(k []byte) error {
		if table(k[0]) != tableMeta {
			n++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sound(t *testing.T, s *Store) {
	t.Helper()
	if damage, err := s.Check(context.Background(), nil); err != nil || len(damage) > 0 {
		t.Fatalf("check found %v, %v", damage, err)
	}
}

// A reading that fits no commit is stopped after each of its commits: nobody
// sees it until the last, and opening the graph again completes or removes it.
func TestLargeReadingInterrupted(t *testing.T) {
	ctx := context.Background()
	full, r := filepath.Join(t.TempDir(), "g"), bigReading()
	s := openSmall(t, full)
	if _, err := s.Put(ctx, r); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, action := range []string{"put", "retract"} {
		seenWhole, seenGone := false, false
		for commits := 1; ; commits++ {
			dir := filepath.Join(t.TempDir(), "g")
			if action == "retract" {
				if err := os.CopyFS(dir, os.DirFS(full)); err != nil {
					t.Fatal(err)
				}
			}
			s := openSmall(t, dir)
			s.stopAfter = s.state.version + uint64(commits)
			var err error
			if action == "put" {
				_, err = s.Put(ctx, r)
			} else {
				err = s.Retract(ctx, r.Article.ID)
			}
			if err == nil {
				if commits < 4 {
					t.Fatalf("%s took %d commits; it is no large reading", action, commits)
				}
				s.Close()
				break
			}
			if !errors.Is(err, errStopped) {
				t.Fatal(err)
			}
			if a, err := s.Article(ctx, r.Article.ID); a != nil || err != nil {
				t.Errorf("%s, after %d commits: half an article is seen: %v, %v", action, commits, a, err)
			}
			if c, err := s.Rounds(ctx, RoundFilter{}, ByID, Page{All: true}); c.TotalCount != 0 || err != nil {
				t.Errorf("%s, after %d commits: %d rounds of half an article are seen, %v", action, commits, c.TotalCount, err)
			}
			if m, err := s.Search(ctx, SearchFilter{Text: "term000001"}, Page{}); m.TotalCount != 0 || err != nil {
				t.Errorf("%s, after %d commits: half an article is found, %v", action, commits, err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = openSmall(t, dir)
			sound(t, s)
			a, err := s.Article(ctx, r.Article.ID)
			if err != nil {
				t.Fatal(err)
			}
			if a == nil {
				seenGone = true
				if n := keysLeft(t, s); n != 0 {
					t.Errorf("%s, after %d commits: %d rows are left of an article that is gone", action, commits, n)
				}
			} else {
				seenWhole = true
			}
			s.Close()
		}
		if want := action == "put"; seenWhole != want || !seenGone {
			t.Errorf("%s: completed %v, removed %v", action, seenWhole, seenGone)
		}
	}
}

// A flipped byte, a lost row and a row too many are found.
func TestCheckFindsDamage(t *testing.T) {
	ctx := context.Background()
	for _, tb := range append(append([]table{}, readTables...), indexTables...) {
		for _, damage := range []string{"flip", "lose", "add"} {
			t.Run(fmt.Sprint(tb, " ", damage), func(t *testing.T) {
				s := openSmall(t, filepath.Join(t.TempDir(), "g"))
				defer s.Close()
				r := smallReading()
				if _, err := s.Put(ctx, r); err != nil {
					t.Fatal(err)
				}
				sound(t, s)
				if err := harm(s, tb, damage); err != nil {
					t.Fatal(err)
				}
				found, err := s.Check(ctx, nil)
				if err != nil {
					t.Fatal(err)
				}
				if len(found) == 0 {
					t.Errorf("nothing was found")
				}
			})
		}
	}
}

// smallReading has a row in every table.
func smallReading() Reading {
	a := Article{Source: "Outlet", Text: "Talks opened in Astana."}
	a.ID = ArticleID(a)
	ev := []Evidence{{Article: a.ID, Spans: []Span{{16, 22, "Astana"}}, Rule: "r", Modality: Happened, Confidence: 1}}
	return Reading{Article: a, Extractor: "x", Terms: []string{"astana"}, Signatures: []uint64{7}, Claims: []Supported{
		{Claim{"round:astana-1", PredVenue, Object{Entity: "place:astana"}}, ev},
		{Claim{"place:astana", PredName, Object{Text: "Astana", Language: "en"}}, ev},
	}}
}

// harm damages the first row of a table behind the store's back.
func harm(s *Store, tb table, damage string) error {
	return s.db.Update(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.DefaultIteratorOptions)
		it.Seek(newKey(tb))
		if !it.ValidForPrefix(newKey(tb)) {
			it.Close()
			return errors.New("the table is empty")
		}
		k := it.Item().KeyCopy(nil)
		v, err := it.Item().ValueCopy(nil)
		it.Close()
		switch {
		case err != nil:
			return err
		case damage == "flip":
			v[len(v)/2] ^= 0x10
			return txn.Set(k, v)
		case damage == "lose":
			return txn.Delete(k)
		}
		other := append(k[:len(k)-1:len(k)-1], k[len(k)-1]^1)
		return txn.Set(other, seal(other, v[:len(v)-4]))
	})
}

// A damaged record is refused when it is read, not shown.
func TestReadRefusesDamage(t *testing.T) {
	ctx := context.Background()
	s := openSmall(t, filepath.Join(t.TempDir(), "g"))
	defer s.Close()
	if _, err := s.Put(ctx, smallReading()); err != nil {
		t.Fatal(err)
	}
	if err := harm(s, tableSubject, "flip"); err != nil {
		t.Fatal(err)
	}
	var damage *DamageError
	if _, err := s.Names(ctx, []ID{"place:astana"}, edtf.Date{}); !errors.As(err, &damage) {
		t.Errorf("got %v, want a DamageError", err)
	}
}

// A folder that lost its database files is refused.
func TestOpenLostManifest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "g")
	s := openSmall(t, dir)
	if _, err := s.Put(context.Background(), smallReading()); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if err := os.Remove(filepath.Join(dir, "MANIFEST")); err != nil {
		t.Fatal(err)
	}
	_, err := Open(dir, Options{})
	var folder *FolderError
	if !errors.As(err, &folder) || folder.Kind != Damaged {
		t.Errorf("got %v, want a FolderError: %s", err, Damaged)
	}
}
