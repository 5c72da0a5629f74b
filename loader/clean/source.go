package clean

import (
	"embed"
	"io/fs"
)

//go:embed *.go markers.yaml
var embedded embed.FS

// Source holds this package's code and words, for the extractor's digest.
func Source() fs.FS { return embedded }
