package search

import (
	"embed"
	"io/fs"
)

//go:embed *.go
var embedded embed.FS

// Source holds this package's code, for the extractor's digest.
func Source() fs.FS { return embedded }
