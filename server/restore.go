package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/loader/search"
)

type restoreCmd struct {
	File    string `arg:"" help:"Backup, or an export in the format ndjson; - for standard input." completion:"file"`
	Replace bool   `help:"Put the backup in the place of the graph that is in the folder."`
}

// Help is shown below the flags.
func (restoreCmd) Help() string {
	return `The graph is made in a new folder beside --data and takes its place when it is whole and proven to be the one that was backed up, so that a backup that is damaged or cut short changes nothing. A graph that has articles or decisions in it is replaced only with --replace.

A backup of an older version of the program is read into the schema of this one. What was read by other rules stays as it was: 'load' and 'serve' then ask for 'reextract'.

Examples:

  peacetalks restore talks-2026-11-28.gz
  peacetalks restore --data ./copy talks.gz
  peacetalks restore --replace talks.gz
  ssh archive 'cat talks.gz' | peacetalks restore -`
}

// Run restores.
func (c *restoreCmd) Run(ctx context.Context, p *program) (err error) {
	if p.flags.Server != "" {
		return &usageError{"restore makes a folder: stop the server, and leave --server out"}
	}
	defer func() { // the file is named with all that is wrong with it
		if backup := (*export.BackupError)(nil); errors.As(err, &backup) {
			err = fmt.Errorf("%s: %w; nothing was changed", c.File, backup)
		}
	}()
	in := p.in
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	b, err := export.OpenBackup(in)
	if err != nil {
		return err
	}
	place, err := c.place(ctx, p)
	if err != nil {
		return err
	}
	defer place.leave(&err)
	info, err := place.restore(ctx, p, b)
	if err != nil {
		return err
	}
	if err := place.swap(); err != nil {
		return err
	}
	if b.Schema < graph.SchemaVersion {
		p.say("the backup is of schema %d; the graph has schema %d", b.Schema, graph.SchemaVersion)
	}
	if p.flags.JSON {
		return p.json(struct {
			Folder    string `json:"folder"`
			Articles  int    `json:"articles"`
			Decisions int    `json:"decisions"`
			Snapshot  string `json:"snapshot"`
			Replaced  bool   `json:"replaced"`
		}{p.flags.Data, info.Articles, info.Decisions, info.Snapshot, place.full})
	}
	fmt.Fprintf(p.out, "%s and %s in %s, snapshot %s\n", count(info.Articles, "article"), count(info.Decisions, "decision"), p.flags.Data, info.Snapshot)
	return nil
}

// A place is where a graph is restored to.
type place struct {
	folder string       // that is to hold it
	old    *graph.Store // the graph there, open so that nobody else has it; nil: none that opens
	there  bool         // the folder exists
	full   bool         // it holds something that --replace allows to replace
	fresh  string       // the folder where it is made
}

// place looks at the folder, and refuses one whose contents would be lost.
func (c *restoreCmd) place(ctx context.Context, p *program) (*place, error) {
	l := &place{folder: filepath.Clean(p.flags.Data)}
	if target, err := filepath.EvalSymlinks(l.folder); err == nil {
		l.folder = target
	}
	_, err := os.Stat(l.folder)
	l.there = err == nil
	l.old, err = graph.Open(l.folder, graph.Options{Existing: true, Reextract: true})
	reason := ""
	switch folder := (*graph.FolderError)(nil); {
	case err == nil:
		info, err := l.old.Info(ctx)
		if err != nil {
			return nil, errors.Join(err, l.old.Close())
		}
		if info.Articles+info.Decisions > 0 {
			reason = fmt.Sprintf("it holds a graph of %s and %s", count(info.Articles, "article"), count(info.Decisions, "decision"))
		}
	case !errors.As(err, &folder):
		return nil, err
	case folder.Kind == graph.NoGraph:
	case folder.Kind == graph.Damaged, folder.Kind == graph.OtherSchema:
		reason = string(folder.Kind)
	default:
		return nil, alone(err)
	}
	l.full = reason != ""
	if l.full && !c.Replace {
		err := fmt.Errorf("%s: %s; restore with --replace puts the backup in its place, --data DIR makes another", p.flags.Data, reason)
		return nil, errors.Join(err, l.close())
	}
	return l, nil
}

// restore makes the graph in a new folder beside the place.
func (l *place) restore(ctx context.Context, p *program, b *export.Backup) (info graph.Info, err error) {
	parent := filepath.Dir(l.folder)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return info, err
	}
	if l.fresh, err = os.MkdirTemp(parent, filepath.Base(l.folder)+".restoring-*"); err != nil {
		return info, err
	}
	s, err := graph.Open(l.fresh, graph.Options{Extractor: b.Extractor, Fold: search.Folder{}})
	if err != nil {
		return info, err
	}
	defer closing(s, &err)
	m := p.meter("restoring", "article", b.Articles)
	defer m.end()
	if err := b.Restore(ctx, s, m.to); err != nil {
		return info, err
	}
	return s.Info(ctx)
}

// swap puts the new folder in the place of the old one.
func (l *place) swap() error {
	if err := errors.Join(l.close(), os.Chmod(l.fresh, 0o755)); err != nil {
		return err
	}
	aside := ""
	if l.there {
		aside = l.fresh + "-old"
		if err := os.Rename(l.folder, aside); err != nil {
			return fmt.Errorf("%w: restore into another folder with --data", err)
		}
	}
	if err := os.Rename(l.fresh, l.folder); err != nil {
		if aside != "" {
			err = errors.Join(err, os.Rename(aside, l.folder))
		}
		return err
	}
	l.fresh = ""
	if aside == "" {
		return nil
	}
	return os.RemoveAll(aside)
}

// close closes the graph that was there.
func (l *place) close() error {
	if l.old == nil {
		return nil
	}
	s := l.old
	l.old = nil
	return s.Close()
}

// leave takes away what was begun.
func (l *place) leave(err *error) {
	e := l.close()
	if l.fresh != "" {
		e = errors.Join(e, ignore(os.RemoveAll(l.fresh), fs.ErrNotExist))
	}
	*err = errors.Join(*err, e)
}

// remoteBackup copies a backup from a server.
func (p *program) remoteBackup(ctx context.Context, w io.Writer) error {
	c, err := p.remote()
	if err != nil {
		return err
	}
	return c.download(ctx, w, "/export/backup.gz")
}
