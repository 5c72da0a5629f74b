package browser

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"
)

var address = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// serve builds the command, has it load the sample articles and serve them on
// a free port, and gives the server's address.
func serve(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	command := filepath.Join(dir, "peacetalks")
	if out, err := exec.Command("go", "build", "-o", command, "peacetalks/server").CombinedOutput(); err != nil {
		t.Fatalf("building the command: %v\n%s", err, out)
	}
	data := filepath.Join(dir, "data")
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
