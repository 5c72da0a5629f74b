package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"peacetalks/graph"
	"peacetalks/graph/export"
	"peacetalks/loader"
	"peacetalks/loader/rules"
)

type versionCmd struct{}

// Help is shown below the flags.
func (versionCmd) Help() string {
	return `The rules are named by a digest: two programs with the same digest read every article alike, and a graph opens for loading only where its articles were read by the same. The digest counts your own --lexicon.

Example:

  peacetalks version`
}

// A release is what the program knows of itself.
type release struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"` // of the sources
	Modified bool   `json:"modified,omitempty"` // the sources had changes that were not committed
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// unknown is the version of a binary that was made without one.
const unknown = "unknown"

// thisRelease asks the binary.
func thisRelease() release {
	b := release{Version: unknown, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

// build names the program and its version in what is made with it.
func build() string {
	if v := thisRelease().Version; v != unknown {
		return name + " " + v
	}
	return name
}

// version is the line that --version prints.
func version() string {
	b := thisRelease()
	line := name + " " + b.Version + " " + b.Go
	if b.Revision != "" {
		line += " " + b.Revision
	}
	return line
}

// Run prints the version.
func (c *versionCmd) Run(p *program) error {
	d, err := rules.Digest(p.rules())
	if err != nil {
		return err
	}
	b, digest := thisRelease(), loader.Digest(d)
	if p.flags.JSON {
		return p.json(struct {
			release
			Rules  string `json:"rules"`
			Schema int    `json:"schema"`
			Export int    `json:"export"`
		}{b, digest, graph.SchemaVersion, export.Version})
	}
	fmt.Fprintf(p.out, "%s %s\n", name, b.Version)
	if b.Revision != "" {
		changed := ""
		if b.Modified {
			changed = ", with changes"
		}
		fmt.Fprintf(p.out, "revision  %s%s\n", b.Revision, changed)
	}
	fmt.Fprintf(p.out, "rules     %s\ngraph     schema %d, export format %d\nbuilt by  %s for %s\n", digest, graph.SchemaVersion, export.Version, b.Go, b.Platform)
	return nil
}
