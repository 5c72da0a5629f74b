package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestComplete(t *testing.T) {
	parser, err := (&program{}).parser(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name  string
		words []string
		kind  string
		want  []string // among what is listed; none: nothing is
		not   string
	}{
		{"commands", []string{""}, "words", []string{"load", "query", "backup", "help"}, "complete"},
		{"the beginning of a command", []string{"re"}, "words", []string{"retract", "reextract", "restore"}, "load"},
		{"flags of a command and of all", []string{"export", "--"}, "words", []string{"--format", "--round", "--data", "--json"}, "--workers"},
		{"formats", []string{"export", "--format", ""}, "words", []string{"csv", "ics", "ndjson"}, "load"},
		{"formats behind an equals sign", []string{"export", "--format=i"}, "words", []string{"--format=ics"}, "--format=csv"},
		{"formats as bash cuts words", []string{"export", "--format", "=", "i"}, "words", []string{"ics"}, "csv"},
		{"an enumeration", []string{"extract", "--format", ""}, "words", []string{"facts", "claims"}, "csv"},
		{"files", []string{"load", ""}, "file", nil, ""},
		{"more files", []string{"load", "a.txt", "b"}, "file", nil, ""},
		{"a file behind a short flag", []string{"export", "-o", ""}, "file", nil, ""},
		{"a file of facts", []string{"score", "--found", ""}, "file", nil, ""},
		{"a query's file", []string{"query", "-f", ""}, "file", nil, ""},
		{"what a server loads", []string{"serve", "--load="}, "file", nil, ""},
		{"folders", []string{"--data", ""}, "dir", nil, ""},
		{"a folder of names", []string{"--lexicon", ""}, "dir", nil, ""},
		{"a folder of gold", []string{"score", ""}, "dir", nil, ""},
		{"a command behind a flag with its value", []string{"--data", "x", "che"}, "words", []string{"check"}, "load"},
		{"a command behind a flag without one", []string{"--json", "che"}, "words", []string{"check"}, "load"},
		{"kinds of events", []string{"export", "--kind", "m"}, "words", []string{"meeting"}, "start"},
		{"ids of the lexicon", []string{"export", "--process", "ast"}, "words", []string{"astana", "astana-summit"}, "geneva"},
		{"subjects of help", []string{"help", "d"}, "words", []string{"dates"}, "ids"},
		{"shells", []string{"completion", ""}, "words", []string{"bash", "zsh", "fish"}, ""},
		{"free words", []string{"query", ""}, "words", nil, ""},
		{"no more words", []string{"backup", "a.gz", ""}, "words", nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			kind, list := complete(parser.Model, c.words)
			var got []string
			for _, s := range list {
				got = append(got, s.text)
			}
			if kind != c.kind || len(c.want) == 0 && len(got) > 0 {
				t.Errorf("got %s %q, want %s", kind, got, c.kind)
			}
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q is not in %q", w, got)
				}
			}
			if slices.Contains(got, c.not) {
				t.Errorf("%q is in %q", c.not, got)
			}
		})
	}
}

// script writes a shell's script to a file.
func script(t *testing.T, shell string) string {
	t.Helper()
	var out bytes.Buffer
	p := &program{in: strings.NewReader(""), out: &out, err: &out}
	if status := p.run(t.Context(), []string{"completion", shell}); status != exitDone {
		t.Fatalf("status %d: %s", status, &out)
	}
	file := filepath.Join(t.TempDir(), "completion."+shell)
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// Bash completes by the script, asked as its line editor asks.
func TestCompletionOfBash(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("there is no bash")
	}
	folder := t.TempDir()
	for _, name := range []string{"page.txt", "my page.txt"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "papers"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := script(t, "bash")
	for _, c := range []struct{ words, want string }{
		{"peacetalks ba", "backup"},
		{"peacetalks export --format ti", "timelinejs"},
		{"peacetalks export --format = ti", "timelinejs"},
		{"peacetalks export --format =", "csv"},
		{"peacetalks load pa", "page.txt papers"},
		{"peacetalks load 'my", "my page.txt"},
		{"peacetalks --data pa", "papers"},
		{"peacetalks export --form", "--format"},
	} {
		// The words as the line editor hands them over, the last one being typed.
		cmd := exec.Command("bash", "--norc", "-c", `source "$1"; shift
			COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); complete -p peacetalks >/dev/null && _peacetalks peacetalks
			printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' '`, "bash", file)
		for word := range strings.SplitSeq(strings.ReplaceAll(c.words, "'", ""), " ") {
			cmd.Args = append(cmd.Args, word)
		}
		cmd.Dir = folder
		out, err := cmd.CombinedOutput()
		got := strings.TrimSpace(string(out))
		if err != nil || got != c.want && !(c.words == "peacetalks export --format =" && strings.Contains(got, c.want)) {
			t.Errorf("%s: got %q, %v; want %q", c.words, got, err, c.want)
		}
	}
}

// The scripts of the other shells are at least what those shells can read, and
// zsh and fish complete by them where they are installed.
func TestCompletionOfOtherShells(t *testing.T) {
	for _, c := range []struct{ shell, code string }{
		{"zsh", `autoload -Uz compinit; compinit -D; source "$1"
			_describe() { print -l -- "${(@P)2}" }; _files() { print files "$@" }
			words=(peacetalks export --format ti); CURRENT=4; _peacetalks
			words=(peacetalks load ''); CURRENT=3; _peacetalks
			words=(peacetalks --data ''); CURRENT=3; _peacetalks`},
		{"fish", `source $argv[1]; complete -C 'peacetalks export --format ti'; complete -C 'peacetalks help da'`},
	} {
		t.Run(c.shell, func(t *testing.T) {
			if _, err := exec.LookPath(c.shell); err != nil {
				t.Skipf("there is no %s to read its script", c.shell)
			}
			file := script(t, c.shell)
			if out, err := exec.Command(c.shell, "-n", file).CombinedOutput(); err != nil {
				t.Fatalf("%s -n: %v\n%s", c.shell, err, out)
			}
			args := []string{"-f", "-c", c.code, c.shell, file}
			if c.shell == "fish" {
				args = []string{"--no-config", "-c", c.code, file}
			}
			cmd := exec.Command(c.shell, args...)
			cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
			out, err := cmd.CombinedOutput()
			want := map[string][]string{"zsh": {"timelinejs", "files\n", "files -/"}, "fish": {"timelinejs", "dates\t"}}[c.shell]
			for _, w := range want {
				if err != nil || !strings.Contains(string(out), w) {
					t.Errorf("%q is not in what is completed: %v\n%s", w, err, out)
				}
			}
		})
	}
}
