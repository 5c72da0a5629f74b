//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package graph

import (
	"os"
	"syscall"
)

// lockFolder takes the lock that Badger takes on a folder which it opens; free
// tells whether nobody else has it.
func lockFolder(dir string) (release func(), free bool) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, false
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, false
	}
	return func() { f.Close() }, true
}
