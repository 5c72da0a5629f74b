package graph

import (
	"os"
	"path/filepath"
)

// removeLeftovers removes log files without a single byte, on which Badger
// does not open. A process killed while Badger made a log, before its header
// was there, leaves one; so does one killed while Badger removed a log, which
// it empties first, once all of it is in synced tables. Either way such a file
// holds nothing, and a file that has bytes is not touched.
//
// Another process may be making a log right now: nothing is done unless the
// folder's lock is free, nor while it is held here.
func removeLeftovers(dir string) error {
	release, free := lockFolder(dir)
	if !free {
		return nil
	}
	defer release()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	removed := false
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext != ".mem" && ext != ".vlog" {
			continue
		}
		if info, err := e.Info(); err != nil || !info.Mode().IsRegular() || info.Size() > 0 {
			continue
		}
		if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
		removed = true
	}
	if removed {
		return syncFolder(dir)
	}
	return nil
}
