package main

import (
	"context"
	"fmt"
	"io"

	"peacetalks/graph"
	"peacetalks/graph/export"
)

type backupCmd struct {
	File string `arg:"" help:"File to write, which appears only when it is whole; - for standard output." completion:"file"`
}

// Help is shown below the flags.
func (backupCmd) Help() string {
	return `The backup holds the articles with their texts, what was read in them, when they were loaded, and what curators decided: all but indexes, which 'restore' makes anew. It is the canonical export with load times, compressed by gzip, so that later versions of the program read it, and other programs too. Every record is checked as it is read; a graph that has lost one is not backed up.

With --server, the graph of a running server is backed up as it stands at that moment, and the server goes on.

Examples:

  peacetalks backup talks-2026-11-28.gz
  peacetalks backup --server http://127.0.0.1:8080 talks.gz
  peacetalks backup - | ssh archive 'cat > talks.gz'
  zcat talks.gz | head -1`
}

// Run writes the backup.
func (c *backupCmd) Run(ctx context.Context, p *program) (err error) {
	var written counter
	if p.flags.Server != "" {
		err = p.write(c.File, func(w io.Writer) error { return p.remoteBackup(ctx, io.MultiWriter(w, &written)) })
		if err != nil {
			return err
		}
		return c.told(p, int64(written), graph.Info{})
	}
	s, err := p.openToRead(graph.Options{})
	if err != nil {
		return err
	}
	defer closing(s, &err)
	ctx, unpin := s.Pin(ctx) // what is told is what was written
	defer unpin()
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	m := p.meter("backing up", "article", info.Articles)
	err = p.write(c.File, func(w io.Writer) error {
		return export.WriteBackup(ctx, io.MultiWriter(w, &written), s, m.behind(c.File))
	})
	m.end()
	if err != nil {
		return err
	}
	return c.told(p, int64(written), info)
}

// told says what was written; of a server's graph, how much.
func (c *backupCmd) told(p *program, bytes int64, info graph.Info) error {
	toFile := c.File != "-"
	switch {
	case p.flags.JSON && toFile:
		return p.json(struct {
			File      string `json:"file"`
			Bytes     int64  `json:"bytes"`
			Articles  int    `json:"articles,omitempty"`
			Decisions int    `json:"decisions,omitempty"`
			Snapshot  string `json:"snapshot,omitempty"`
		}{c.File, bytes, info.Articles, info.Decisions, info.Snapshot})
	case info.Snapshot == "":
		p.say("%s written to %s", size(bytes), c.File)
	case toFile:
		fmt.Fprintf(p.out, "%s and %s in %s (%s), snapshot %s\n", count(info.Articles, "article"), count(info.Decisions, "decision"), c.File, size(bytes), info.Snapshot)
	}
	return nil
}

// A counter counts the bytes that are written to it.
type counter int64

// Write counts.
func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

// size is a number of bytes for people.
func size(n int64) string {
	switch {
	case n < 10_000:
		return fmt.Sprintf("%d bytes", n)
	case n < 10_000_000:
		return fmt.Sprintf("%d kB", n/1000)
	}
	return fmt.Sprintf("%d MB", n/1_000_000)
}
