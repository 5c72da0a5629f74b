package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/htmlindex"
)

// TestMain makes the program a command of the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"peacetalks": main})
}

// TestScripts runs the program as its users do: testdata/script has one
// script a subcommand, and one for each way in which input can be bad.
//
// Beside the usual commands of testscript there are:
//
//	exits N COMMAND…   run the command, which must end with status N
//	await ADDRESS      wait until a server is ready there
//	unhex DIGITS FILE  write bytes to a file
//	reencode FILE ENCODING OUT  write a UTF-8 file in another encoding
//	terminate          send SIGTERM to the commands in the background
//	cut FILE OUT N     write the first N bytes of a file
//	flip FILE OUT N    write a file with another byte at N
//	lines FILE OUT N   write the first N lines of a file
//	articleid stdout   set $ID to the article of the first line of claims
//
// $ARTICLES and $CORPUS are the sample articles and the corpus beside the
// repository (which [corpus] tells to be there), $ADDRESS a free address.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "testdata", "script"),
		Setup:               setup,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(name string) (bool, error) {
			if name != "corpus" {
				return false, fmt.Errorf("no condition %q", name)
			}
			_, err := os.Stat(corpus)
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "await": await, "unhex": unhex, "reencode": reencode, "articleid": articleID, "capture": capture, "terminate": terminate,
			"cut": cut, "flip": flip, "lines": lines,
		},
	})
}

// corpus is the collection of articles beside the repository.
var corpus = filepath.Join("..", "..", "shared", "corpus")

func setup(e *testscript.Env) error {
	for name, path := range map[string]string{"ARTICLES": filepath.Join("..", "testdata", "articles"), "CORPUS": corpus} {
		absolute, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		e.Setenv(name, absolute)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	e.Setenv("ADDRESS", l.Addr().String())
	return l.Close()
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits status command [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if status := (*exec.ExitError)(nil); errors.As(err, &status) {
		got = status.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: await address")
	}
	for range 300 {
		resp, err := http.Get("http://" + args[0] + "/readyz")
		if err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("no server is ready at %s", args[0])
}

func unhex(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o666))
}

func reencode(ts *testscript.TestScript, _ bool, args []string) {
	encoding, err := htmlindex.Get(args[1])
	ts.Check(err)
	// Quotation marks and dashes have their places in the encoding; what has
	// none would make the file another article.
	text, err := encoding.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(text), 0o666))
}

func articleID(ts *testscript.TestScript, _ bool, args []string) {
	var line struct{ Article string }
	ts.Check(json.NewDecoder(strings.NewReader(ts.ReadFile(args[0]))).Decode(&line))
	ts.Setenv("ID", line.Article)
}

func terminate(ts *testscript.TestScript, _ bool, _ []string) {
	for _, command := range ts.BackgroundCmds() {
		ts.Check(command.Process.Signal(syscall.SIGTERM))
	}
}

// capture sets a variable to what the group of an expression matches in the
// standard output.
func capture(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: capture variable expression")
	}
	found := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if len(found) != 2 {
		ts.Fatalf("%s has no group, or matches nothing", args[1])
	}
	ts.Setenv(args[0], found[1])
}

// cut writes the beginning of a file.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ts.ReadFile(args[0])[:n]), 0o666))
}

// flip writes a file with one byte changed.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	data := []byte(ts.ReadFile(args[0]))
	data[n] ^= 0xff
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o666))
}

// lines writes the first lines of a file.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	all := strings.SplitAfter(ts.ReadFile(args[0]), "\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Join(all[:n], "")), 0o666))
}
