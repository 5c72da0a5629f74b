package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"peacetalks/loader/source"
)

// A load that waits for an input that never comes does not heed the first
// signal, since nothing interrupts the reading; the second one ends it.
func TestSecondSignalEnds(t *testing.T) {
	in, never, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer never.Close()
	command := exec.Cmd{Path: os.Args[0], Args: []string{"peacetalks", "load", "--data", t.TempDir(), "-"}, Stdin: in}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	for range 100 {
		select {
		case err := <-ended:
			if err == nil {
				t.Error("the load ended with status 0")
			}
			return
		case <-time.After(100 * time.Millisecond):
			_ = command.Process.Signal(syscall.SIGTERM)
		}
	}
	_ = command.Process.Kill()
	t.Errorf("the load goes on after 10 s of signals: %v", <-ended)
}

// Nothing is stored by extract, so that one signal ends it at once: while it
// waits for an input, and in the midst of a document.
func TestFirstSignalEndsExtract(t *testing.T) {
	in, never, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer never.Close()
	first := filepath.Join(t.TempDir(), "first.txt")
	if err := os.WriteFile(first, []byte("a short story"), 0o600); err != nil {
		t.Fatal(err)
	}
	command := exec.Cmd{Path: os.Args[0], Args: []string{"peacetalks", "extract", first, "-"}, Stdin: in}
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil { // what the first input says: it reads the second
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { _, _ = io.Copy(io.Discard, out); ended <- command.Wait() }()
	_ = command.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-ended:
		if status := (*exec.ExitError)(nil); !errors.As(err, &status) || status.ExitCode() != exitFailed {
			t.Errorf("it ended with %v, want status %d", err, exitFailed)
		}
	case <-time.After(5 * time.Second):
		_ = command.Process.Kill()
		t.Errorf("it goes on 5 s after a signal: %v", <-ended)
	}
}

func TestEachEndsWithinADocument(t *testing.T) {
	file := filepath.Join(t.TempDir(), "long.txt")
	if err := os.WriteFile(file, []byte("a long story"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	reading, done := make(chan bool), make(chan bool)
	defer close(done)
	ended := make(chan error)
	go func() {
		ended <- each(ctx, &program{flags: &commandLine{}, err: io.Discard}, &inputs{Paths: []string{file}},
			func(source.Document) (int, error) { close(reading); <-done; return 0, nil },
			func(int) error { t.Error("something was printed"); return nil })
	}()
	<-reading
	cancel()
	select {
	case err := <-ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want the context's error", err)
		}
	case <-time.After(5 * time.Second):
		t.Error("it waits for the document to be read")
	}
}
