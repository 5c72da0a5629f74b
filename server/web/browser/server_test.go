package browser

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"
)

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// folder holds the command; it is removed when all tests are done.
var folder string

func TestMain(m *testing.M) {
	var err error
	if folder, err = os.MkdirTemp("", "peacetalks-browser"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

// build makes the command, once for all tests.
var build = sync.OnceValues(func() (string, error) {
	command := filepath.Join(folder, "peacetalks")
	out, err := exec.Command("go", "build", "-o", command, "peacetalks/server").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building the command: %w\n%s", err, out)
	}
	return command, nil
})

// serve has the command load the sample articles and serve them on a free port,
// and gives the server's address.
func serve(t *testing.T) string {
	t.Helper()
	command, err := build()
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "data")
	if out, err := exec.Command(command, "load", "--data", data, "../../../testdata/articles").CombinedOutput(); err != nil {
		t.Fatalf("loading the sample articles: %v\n%s", err, out)
	}
	server := exec.Command(command, "serve", "--data", data, "--listen", "127.0.0.1:0")
	reader, writer := io.Pipe()
	server.Stdout, server.Stderr = writer, writer
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Process.Signal(syscall.SIGTERM); err != nil && err != os.ErrProcessDone {
			t.Error(err)
		}
		if err := server.Wait(); err != nil {
			t.Errorf("stopping the server: %v", err)
		}
		writer.Close()
	})
	found := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(reader); lines.Scan(); {
			t.Log("server: " + lines.Text())
			if url := address.FindString(lines.Text()); url != "" {
				select {
				case found <- url:
				default:
				}
			}
		}
	}()
	select {
	case url := <-found:
		awaitReady(t, url)
		return url
	case <-time.After(time.Minute):
		t.Fatal("the server told no address in a minute")
		return ""
	}
}

func awaitReady(t *testing.T, url string) {
	t.Helper()
	for start := time.Now(); time.Since(start) < time.Minute; time.Sleep(50 * time.Millisecond) {
		answer, err := http.Get(url + "/readyz")
		if err != nil {
			continue
		}
		answer.Body.Close()
		if answer.StatusCode == http.StatusOK {
			return
		}
	}
	t.Fatalf("%s was not ready in a minute", url)
}
