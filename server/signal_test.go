package main

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
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
