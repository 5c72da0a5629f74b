package source

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	arabic  = "انطلقت الجولة الرابعة عشرة من محادثات أستانة في العاصمة الكازاخية حول سوريا، وقال المبعوث إن الاجتماع الموسع يعقد غدا بعد لقاءات ثنائية بين الوفود.\n"
	russian = "Встреча в Астане завершилась во вторник. Делегацию России возглавил спецпосланник, и стороны не договорились о дате следующей встречи, как сообщили в министерстве.\n"
	turkish = "Türkiye heyetine bakan yardımcısı başkanlık ediyor ve görüşmeler yarın sona erecek. Bu toplantı için heyetler Astana'ya geldi, muhalefet de bir heyet gönderdi.\n"
	french  = "La délégation est arrivée à Genève après la réunion. Les négociations ont été suspendues pour une journée et le médiateur n'a pas été reçu à Damas.\n"
)

func encode(t testing.TB, enc *charmap.Charmap, s string) []byte {
	t.Helper()
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func utf16(t testing.TB, e unicode.Endianness, b unicode.BOMPolicy, s string) []byte {
	t.Helper()
	out, err := unicode.UTF16(e, b).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestDecodeCharset(t *testing.T) {
	page := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>` + russian + `</p></body></html>`
	latin := `<html><head><meta charset="iso-8859-1"></head><body><p>` + arabic + `</p></body></html>`
	wrong := strings.Replace(page, "windows-1251", "utf-8", 1)
	for _, tc := range []struct {
		name, file string
		data       []byte
		charset    string
		want       string
	}{
		{"plain", "a.txt", []byte(arabic), "utf-8", arabic},
		{"byte order mark", "a.txt", []byte("\ufeff" + arabic), "utf-8", arabic},
		{"Windows Arabic", "a.txt", encode(t, charmap.Windows1256, arabic), "windows-1256", arabic},
		{"ISO Arabic", "a.txt", encode(t, charmap.ISO8859_6, arabic), "iso-8859-6", arabic},
		{"Windows Cyrillic", "a.txt", encode(t, charmap.Windows1251, russian), "windows-1251", russian},
		{"KOI8", "a.txt", encode(t, charmap.KOI8R, russian), "koi8-r", russian},
		{"DOS Cyrillic", "a.txt", encode(t, charmap.CodePage866, russian), "ibm866", russian},
		{"Windows Turkish", "a.txt", encode(t, charmap.Windows1254, turkish), "windows-1254", turkish},
		{"Windows French", "a.txt", encode(t, charmap.Windows1252, french), "windows-1252", french},
		{"UTF-16 little endian", "a.txt", utf16(t, unicode.LittleEndian, unicode.UseBOM, arabic), "utf-16le", arabic},
		{"UTF-16 big endian", "a.txt", utf16(t, unicode.BigEndian, unicode.UseBOM, arabic), "utf-16be", arabic},
		{"UTF-16 without a mark", "a.txt", utf16(t, unicode.LittleEndian, unicode.IgnoreBOM, arabic), "utf-16le", arabic},
		{"UTF-16 English without a mark", "a.txt", utf16(t, unicode.BigEndian, unicode.IgnoreBOM, "The round ended on Friday.\n"), "utf-16be", "The round ended on Friday.\n"},
		{"declared by the page", "a.html", encode(t, charmap.Windows1251, page), "windows-1251", page},
		{"declared as Latin by the server", "a.html", encode(t, charmap.Windows1256, latin), "windows-1256", latin},
		{"falsely declared by the page", "a.html", encode(t, charmap.Windows1251, wrong), "windows-1251", wrong},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, err := Decode(tc.file, tc.data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Charset != tc.charset || doc.Text != tc.want {
				t.Errorf("got %s %q, want %s %q", doc.Charset, doc.Text, tc.charset, tc.want)
			}
			if want := tc.charset == "utf-8"; doc.UTF8 != want {
				t.Errorf("UTF8: got %v, want %v", doc.UTF8, want)
			}
			if doc.UTF8 && !bytes.HasPrefix(tc.data[doc.Body:], []byte(doc.Text)) {
				t.Errorf("the text does not begin at byte %d of the file", doc.Body)
			}
		})
	}
}

func TestDecodeForcedCharset(t *testing.T) {
	short := "أستانة"
	doc, err := Decode("a.txt", encode(t, charmap.Windows1256, short), Options{Charset: "cp1256"})
	if err != nil || doc.Text != short {
		t.Errorf("got %q, %v, want %q", doc.Text, err, short)
	}
	if _, err := Decode("a.txt", []byte("x"), Options{Charset: "klingon"}); !errors.Is(err, ErrCharset) {
		t.Errorf("unknown encoding: got %v", err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tc := range []struct {
		name string
		data string
		want error
		says string
	}{
		{"nothing", "", ErrEmpty, "a.txt: is empty"},
		{"only space", " \n\t\n", ErrEmpty, "is empty"},
		{"only front matter", "---\ntitle: x\n---\n\n", ErrEmpty, "after its front matter"},
		{"a PDF", "%PDF-1.7\n%\xe2\xe3", ErrNotText, "a PDF document"},
		{"an image", "\x89PNG\r\n\x1a\n\x00\x00", ErrNotText, "a PNG image"},
		{"a zip by another name", "PK\x03\x04\x14\x00", ErrNotText, "zip archive"},
		{"zero bytes", "The round ended\x00 on Friday", ErrNotText, "byte 15 is NUL"},
		{"only signs that do not show", "\u200b\ufeff\n\u00a0\u2060", ErrEmpty, "is empty"},
		{"cut within a letter", arabic[:len(arabic)-3], ErrCharset, "the file was cut or damaged"},
		{"Cyrillic with a damaged byte", russian[:41] + "\xd0 " + russian[41:], ErrCharset, "the file was cut or damaged"},
		{"a damaged byte", "The round ended.\nOn Friday \xff they left.\n", ErrCharset, "a.txt:2: encoding not recognised: byte 27"},
		{"front matter left open", "---\ntitle: x\nThe round: ended\n", ErrFrontMatter, "a.txt:1: front matter: no closing"},
		{"front matter without a key", "---\ntitle: x\nThe round ended\n---\n", ErrFrontMatter, `a.txt:3: front matter: expected "key: value"`},
		{"UTF-32", "\xff\xfe\x00\x00x\x00\x00\x00", ErrCharset, "UTF-32"},
		{"letters lost before", strings.Repeat("\ufffd\ufffd \ufffd", 9), ErrCharset, "already lost"},
		{"too much", strings.Repeat("word ", 300), ErrTooLarge, "more than 1 kB"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Decode("a.txt", []byte(tc.data), Options{MaxBytes: 1 << 10})
			if !errors.Is(err, tc.want) || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("got %v, want %v with %q", err, tc.want, tc.says)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     Meta
		text     string
	}{
		{"all fields", "---\nurl: https://a.example/x?y=1:2\nsource: The Outlet\npublished: 2017-01-23\nlanguage: ar\ntitle: Syria: \"Astana 14\" opens\n---\n\nText.\n",
			Meta{"https://a.example/x?y=1:2", "The Outlet", "2017-01-23", "ar", `Syria: "Astana 14" opens`}, "\nText.\n"},
		{"quoted values", "---\ntitle: \"Talks: round \\\"14\\\"\"\nsource: 'It''s News'\n---\nText.", Meta{Title: `Talks: round "14"`, Source: "It's News"}, "Text."},
		{"quotes that belong to the title", "---\ntitle: \"Astana\" and \"Geneva\"\n---\nText.", Meta{Title: `"Astana" and "Geneva"`}, "Text."},
		{"unknown keys, comments, empty lines", "---\n# saved by hand\nauthor: A. B.\n\ntitle:  x \n---\nText.", Meta{Title: "x"}, "Text."},
		{"Windows line ends", "---\r\ntitle: x\r\n---\r\nText.\r\n", Meta{Title: "x"}, "Text.\r\n"},
		{"a rule of dashes", "---\nThe talks ended.\n---\nText.", Meta{}, "---\nThe talks ended.\n---\nText."},
		{"none", "Text.\n---\ntitle: x\n---\n", Meta{}, "Text.\n---\ntitle: x\n---\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, err := Decode("a.txt", []byte(tc.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Meta != tc.want || doc.Text != tc.text || tc.in[doc.Body:] != tc.text {
				t.Errorf("got %+v, %q at %d, want %+v, %q", doc.Meta, doc.Text, doc.Body, tc.want, tc.text)
			}
		})
	}
}

func TestDecodeKnowsPages(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       bool
	}{
		{"a.html", "The round ended.", true},
		{"a.HTM", "The round ended.", true},
		{"a.txt", "<!DOCTYPE html><p>The round ended.", true},
		{"-", "\n <html><p>The round ended.", true},
		{"a.txt", "The round <b>ended</b>.", false},
	} {
		doc, err := Decode(tc.name, []byte(tc.text), Options{})
		if err != nil || doc.HTML != tc.want {
			t.Errorf("%s %q: got %v, %v, want %v", tc.name, tc.text, doc.HTML, err, tc.want)
		}
	}
}

func TestErrorQuotesNamesThatWouldReachTheTerminal(t *testing.T) {
	for _, tc := range []struct{ path, want string }{
		{"a.zip/x\x1b[31m\ny.txt", `"a.zip/x\x1b[31m\ny.txt": is empty`},
		{"a\u202etxt.exe", `"a\u202etxt.exe": is empty`},
		{"\xff.txt", `"\xff.txt": is empty`},
		{"my folder/مقال.txt", "my folder/مقال.txt: is empty"},
	} {
		if got := (&Error{Path: tc.path, Err: ErrEmpty}).Error(); got != tc.want {
			t.Errorf("got %s, want %s", got, tc.want)
		}
	}
}

func TestLinesOfAnotherForm(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.jsonl":      "[1, 2]\n{\"text\": 5}\n{\"text\": \n",
		"graph.ndjson": `{"type":"header","format":1,"schema":1}` + "\n" + `{"type":"article","id":"article:x","text":"Talks."}` + "\n" + `{"type":"claim"}` + "\n",
	})
	names, faults := collect(dir, Options{}, dir)
	want := []string{
		`a.jsonl:1: not an article: a line must be a JSON object such as {"text": …}, not: array`,
		`a.jsonl:2: not an article: "text" must be text in quotes, and is not: number`,
		`a.jsonl:3: not an article: not valid JSON at byte 10: unexpected end of JSON input`,
		`graph.ndjson: is the export of a graph, not a list of articles; load it by its own name`,
	}
	if len(names) != 0 || !slices.Equal(faults, want) {
		t.Errorf("got %q, %q, want %q", names, faults, want)
	}
}

// tree writes files below a new folder.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// collect reads everything and gives the names read and the errors, with the
// folder taken out.
func collect(dir string, o Options, paths ...string) (names, faults []string) {
	for doc, err := range Read(context.Background(), o, paths...) {
		if err != nil {
			faults = append(faults, strings.TrimPrefix(err.Error(), dir+"/"))
			continue
		}
		names = append(names, strings.TrimPrefix(doc.Path, dir+"/"))
	}
	return names, faults
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s:\ngot  %q\nwant %q", what, got, want)
	}
}

func TestReadFolder(t *testing.T) {
	dir := tree(t, map[string]string{
		"b.txt": "The round ended.", "a.html": "<p>The round ended.", "sub/c.txt": "The round ended.",
		"b.gold.json": "{}", "README.txt": "Read me.", "README.md": "Read me.", ".hidden.txt": "no", ".git/x.txt": "no", "picture.png": "no",
		"d.jsonl": `{"text":"The round ended.","title":"T"}` + "\n" + `{"html":"<p>The round ended."}` + "\n", "empty.txt": "",
	})
	names, faults := collect(dir, Options{}, dir)
	same(t, "names", names, "a.html", "b.txt", "d.jsonl:1", "d.jsonl:2", "sub/c.txt")
	same(t, "faults", faults, "empty.txt: is empty")
	if n := Count(dir); n != 5 {
		t.Errorf("Count: got %d, want 5", n)
	}
}

func TestReadGoesOnAfterFaults(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "The round ended.", "bad.txt": "x\x00y", "z.txt": "The round ended.", "none/x.md": "x"})
	names, faults := collect(dir, Options{}, dir+"/missing.txt", dir+"/bad.txt", dir+"/a.txt", dir+"/none", dir+"/z.txt")
	same(t, "names", names, "a.txt", "z.txt")
	same(t, "faults", faults, "missing.txt: no such file or directory", "bad.txt: is not text: byte 1 is NUL", "none: holds no articles ("+endings+")")
}

func TestReadOddFiles(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "The round ended.", "sub/b.txt": "The round ended.", "locked.txt": "The round ended."})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
		t.Skip(err)
	}
	for link, target := range map[string]string{"sub/up": "..", "loop.txt": "loop.txt", "gone.txt": "nowhere.txt", "linked.txt": "a.txt"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		"gone.txt: no such file or directory",
		"loop.txt: too many levels of symbolic links",
		"pipe.txt: is not a file: a named pipe",
		"sub/up: symbolic link to a folder that was already read",
	}
	readable := []string{"a.txt", "linked.txt", "locked.txt", "sub/b.txt"}
	if os.Getuid() != 0 { // to root nothing is locked
		if err := os.Chmod(filepath.Join(dir, "locked.txt"), 0); err != nil {
			t.Fatal(err)
		}
		readable = []string{"a.txt", "linked.txt", "sub/b.txt"}
		want = []string{want[0], "locked.txt: permission denied", want[1], want[2], want[3]}
	}
	names, faults := collect(dir, Options{}, dir)
	same(t, "names", names, readable...)
	same(t, "faults", faults, want...)
	_, faults = collect(dir, Options{}, dir+"/pipe.txt")
	same(t, "a pipe by name", faults, `pipe.txt: is not a file: a named pipe (standard input is "-")`)
}

func TestReadStdin(t *testing.T) {
	for _, tc := range []struct{ name, in, want string }{
		{"text", "The round ended.", "-"},
		{"lines", `{"text":"one"}` + "\n" + `{"text":"two"}`, "-:1 -:2"},
		{"a text that begins with a brace", "{not json} The round ended.", "-"},
	} {
		names, faults := collect("", Options{Stdin: strings.NewReader(tc.in)}, "-")
		if got := strings.Join(names, " "); got != tc.want || len(faults) > 0 {
			t.Errorf("%s: got %q, %v, want %q", tc.name, got, faults, tc.want)
		}
	}
}

func TestReadLines(t *testing.T) {
	dir := tree(t, map[string]string{"a.jsonl": "\ufeff" + `{"text":"The round ended.","url":"https://a.example/1","date":"2019-12-10","lang":"en","unknown":{"x":[1]}}

not json
{"title":"no text"}
{"text":"` + strings.Repeat("x", 3000) + `"}
{"text":5}
{"body":"It ended."}`, "blank.jsonl": "\n\n"})
	names, faults := collect(dir, Options{MaxBytes: 2000}, dir+"/a.jsonl", dir+"/blank.jsonl")
	same(t, "names", names, "a.jsonl:1", "a.jsonl:7")
	if len(faults) != 5 {
		t.Fatalf("faults: got %q", faults)
	}
	for i, want := range []string{"a.jsonl:3: not an article: ", "a.jsonl:4: not an article: it has no", "a.jsonl:5: is too large", "a.jsonl:6: not an article: ", "blank.jsonl: is empty"} {
		if !strings.HasPrefix(faults[i], want) {
			t.Errorf("fault %d: got %q, want %q…", i, faults[i], want)
		}
	}
	for doc, err := range Read(context.Background(), Options{}, dir+"/a.jsonl") {
		if err == nil && doc.Path == dir+"/a.jsonl:1" {
			if want := (Meta{URL: "https://a.example/1", Published: "2019-12-10", Language: "en"}); doc.Meta != want || doc.Name != "a.jsonl:1" {
				t.Errorf("got %q %+v, want %+v", doc.Name, doc.Meta, want)
			}
		}
	}
}

// zipped writes an archive with the members given as name, text, name, text.
func zipped(t *testing.T, members ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err == nil {
			_, err = io.WriteString(m, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadArchive(t *testing.T) {
	path := zipped(t, "z.txt", "The round ended.", "in/a.html", "<p>The round ended.", "b.png", "no", "__MACOSX/c.txt", "no", ".d.txt", "no",
		"../evil.txt", "The round ended.", "/abs.txt", "The round ended.", `c:\evil.txt`, "The round ended.", "inner.zip", "PK", "big.txt", strings.Repeat("x", 5000), "e.jsonl", `{"text":"one"}`)
	names, faults := collect(path, Options{MaxBytes: 4096}, path)
	same(t, "names", names, "e.jsonl:1", "in/a.html", "z.txt")
	same(t, "faults", faults,
		"../evil.txt: archive: its name leads out of the archive",
		"/abs.txt: archive: its name leads out of the archive",
		"big.txt: archive: is too large: more than 4 kB",
		`c:\evil.txt: archive: its name leads out of the archive`,
		"inner.zip: archive inside an archive: unpack it first")
}

func TestReadArchiveBombs(t *testing.T) {
	zeroes := strings.Repeat("0 ", 1<<20)
	path := zipped(t, "a.txt", zeroes, "b.txt", zeroes, "c.txt", zeroes)
	names, faults := collect(path, Options{MaxTotal: 5 << 20}, path)
	if len(names) != 2 || len(faults) != 1 || !strings.Contains(faults[0], "unpacks to more than 5 MB") {
		t.Errorf("got %q, %q", names, faults)
	}
	_, faults = collect(path, Options{MaxMembers: 2}, path)
	if len(faults) != 1 || !strings.Contains(faults[0], "more than 2 members") {
		t.Errorf("members: got %q", faults)
	}
	broken := filepath.Join(t.TempDir(), "b.zip")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 nothing more"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, faults = collect("", Options{}, broken)
	if len(faults) != 1 || !strings.Contains(faults[0], "b.zip: archive: zip: not a valid zip file") {
		t.Errorf("broken: got %q", faults)
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "The round ended.", "b.txt": "The round ended.", "c.txt": "The round ended."})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []error
	n := 0
	for _, err := range Read(ctx, Options{}, dir, dir) {
		if err != nil {
			got = append(got, err)
			continue
		}
		n++
		cancel()
	}
	if n != 1 || len(got) != 1 || !errors.Is(got[0], context.Canceled) {
		t.Errorf("got %d articles and %v", n, got)
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "x", "b.txt": "x", "c.jsonl": `{"text":"x"}` + "\n" + `{"text":"x"}`})
	n := 0
	for range Read(context.Background(), Options{}, dir+"/c.jsonl", dir) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("got %d articles after break", n)
	}
}
