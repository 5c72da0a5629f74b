package graph

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyText draws strings with the bytes that keys escape.
func anyText(t *rapid.T, name string) string {
	return rapid.StringOf(rapid.OneOf(rapid.SampledFrom([]rune{0, 1, 2, 'a', 'b', '/', 'ا', 0x10ffff}), rapid.Rune())).Draw(t, name)
}

func anyPacked(t *rapid.T, kind string) packed {
	return mustPack(HashID(kind, rapid.StringN(0, 3, -1).Draw(t, kind)), kind)
}

// drawnKey draws the parts of a key of some table and gives the key, its parts
// as one string, and the parts as parsed from the key.
func drawnKey(t *rapid.T) (k key, parts, parsed string) {
	join := func(ss ...string) string { return strings.Join(ss, "\xff") }
	a, c := anyPacked(t, kindArticle), anyPacked(t, kindClaim)
	as, cs := string(a.id(kindArticle)), string(c.id(kindClaim))
	id, id2, p := anyText(t, "id"), anyText(t, "subject"), anyText(t, "predicate")
	switch tb := rapid.SampledFrom([]table{tableText, tableSays, tableEvidence, tableSubject, tableMention, tableNode, tableDay, tableName}).Draw(t, "table"); tb {
	case tableText:
		n := rapid.Uint32().Draw(t, "part")
		k = textKey(a, n)
		q := parseKey(k, tb)
		return k, join("x", as, string(key{}.number(n))), join("x", string(q.packed().id(kindArticle)), string(key{}.number(q.number())))
	case tableSays:
		k = saysKey(a, c)
		q := parseKey(k, tb)
		return k, join("r", as, cs), join("r", string(q.packed().id(kindArticle)), string(q.packed().id(kindClaim)))
	case tableEvidence:
		k = evidenceKey(c, a)
		q := parseKey(k, tb)
		return k, join("e", cs, as), join("e", string(q.packed().id(kindClaim)), string(q.packed().id(kindArticle)))
	case tableSubject:
		k = subjectKey(ID(id), Predicate(p), c, a)
		q := parseKey(k, tb)
		return k, join("s", id, p, cs, as), join("s", q.text(), q.text(), string(q.packed().id(kindClaim)), string(q.packed().id(kindArticle)))
	case tableMention:
		k = mentionKey(ID(id), Predicate(p), ID(id2), c, a)
		q := parseKey(k, tb)
		return k, join("o", id, p, id2, cs, as), join("o", q.text(), q.text(), q.text(), string(q.packed().id(kindClaim)), string(q.packed().id(kindArticle)))
	case tableNode:
		k = nodeKey(ID(id), a)
		q := parseKey(k, tb)
		return k, join("n", id, as), join("n", q.text(), string(q.packed().id(kindArticle)))
	case tableDay:
		k = dayKey(id, a)
		q := parseKey(k, tb)
		return k, join("t", id, as), join("t", q.text(), string(q.packed().id(kindArticle)))
	default:
		term := termText(id)
		k = nameKey(id, ID(id2), c, a)
		q := parseKey(k, tb)
		return k, join("q", term, id2, cs, as), join("q", q.text(), q.text(), string(q.packed().id(kindClaim)), string(q.packed().id(kindArticle)))
	}
}

func TestKeysRoundTripAndDiffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k1, parts1, parsed1 := drawnKey(t)
		if parsed1 != parts1 {
			t.Fatalf("got parts %q, want %q", parsed1, parts1)
		}
		k2, parts2, _ := drawnKey(t)
		if same := bytes.Equal(k1, k2); same != (parts1 == parts2) {
			t.Fatalf("keys of %q and %q: equal is %v", parts1, parts2, same)
		}
		if len(k1) < len(k2) && bytes.HasPrefix(k2, k1) {
			t.Fatalf("the key of %q begins that of %q", parts1, parts2)
		}
		if got, ok := articleOf(k1); k1[0] != byte(tableMeta) && (!ok || !strings.Contains(parts1, string(got.id(kindArticle)))) {
			t.Fatalf("article of %q: got %v, %v", parts1, got.id(kindArticle), ok)
		}
	})
}

// Keys sort as their parts do, so that scans come in the order of ids.
func TestKeyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := anyText(t, "x"), anyText(t, "y")
		a, b := anyPacked(t, kindArticle), anyPacked(t, kindArticle)
		if got, want := bytes.Compare(nodeKey(ID(x), a), nodeKey(ID(y), a)), strings.Compare(x, y); got != want {
			t.Fatalf("%q and %q: got order %d, want %d", x, y, got, want)
		}
		ai, bi := a.id(kindArticle), b.id(kindArticle)
		if got, want := bytes.Compare(articleKey(a), articleKey(b)), strings.Compare(string(ai), string(bi)); got != want {
			t.Fatalf("%s and %s: got order %d, want %d", ai, bi, got, want)
		}
	})
}

func TestPackRefuses(t *testing.T) {
	for _, id := range []ID{"", "article:", "article:abc", "claim:aaaaaaaaaaaaaaaaaaaaaaaaaa", "article:AAAAAAAAAAAAAAAAAAAAAAAAAA", "article:aaaaaaaaaaaaaaaaaaaaaaaaa1"} {
		if p, ok := pack(id, kindArticle); ok {
			t.Errorf("%q was packed as %x", id, p)
		}
	}
}

func TestLongTerms(t *testing.T) {
	long := strings.Repeat("ا", 5000)
	x, y := termText(long), termText(long+"ب")
	if len(x) > 200 || x == y {
		t.Errorf("long terms are kept as %d and %d bytes, equal: %v", len(x), len(y), x == y)
	}
}

func TestParts(t *testing.T) {
	for _, c := range []struct {
		id   ID
		want string
	}{
		{"delegation:astana-14/turkey", "round:astana-14 party:turkey"},
		{"agenda:astana-14/ceasefire", "round:astana-14 topic:ceasefire"},
		{"meeting:astana-14/iran+russia", "round:astana-14 party:iran party:russia"},
		{"meeting:astana-14/iran+russia@2019-12-10", "round:astana-14 party:iran party:russia"},
		{"meeting:astana-14/plenary", "round:astana-14"},
		{"round:astana-14", ""},
	} {
		var got []string
		for _, p := range c.id.Parts() {
			got = append(got, string(p))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.id, s, c.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := smallReading()
	for _, row := range rowsOf(r, func(Supported) []string { return []string{"astana"} }).all() {
		f.Add(row.key, row.value[:len(row.value)-4])
	}
	f.Add([]byte(stateKey), (&state{version: 3, extractor: "x", intents: []intent{{step: 1}}, tables: map[table]digest{}}).encode())
	f.Fuzz(func(t *testing.T, k, record []byte) {
		// Whatever the bytes, there is an answer or an error, never a panic.
		decodeArticle(k, record)
		decodeEvidence(k, record)
		decodeReport(k, record)
		decodeMention(k, record)
		decodeDetails(k, record, &Reading{})
		decodeState(record)
		decodeLoaded(k, record)
		articleOf(k)
	})
}
