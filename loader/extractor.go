package loader

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"strings"

	"peacetalks/loader/clean"
	"peacetalks/loader/rules"
	"peacetalks/loader/search"
)

// An Extractor understands texts: *rules.Engine in the program.
type Extractor interface {
	// Digest identifies its rules, lexicon and code.
	Digest() string
	// Read writes down what an article says. It must be a pure function.
	Read(rules.Input) (rules.Output, error)
	// Explain says why what an article says comes out of it, and of a sentence
	// that is asked for by its number or some of its words, what came of it.
	Explain(in rules.Input, sentence string) (rules.Explanation, error)
	// Outlet is the key of the outlet that a name means, in any language, or "".
	Outlet(name string) string
}

//go:embed extract.go metadata.go signature.go
var code embed.FS

// Digest identifies what readings depend on: the extractor, by its digest, and
// the code that cleans texts, finds their search terms and completes readings.
func Digest(extractor string) string {
	h := sha256.New()
	h.Write([]byte(extractor))
	for _, source := range []fs.FS{clean.Source(), search.Source(), code} {
		// The file systems are embedded: walking them cannot go wrong.
		_ = fs.WalkDir(source, ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			b, err := fs.ReadFile(source, path)
			h.Write([]byte(path))
			h.Write(b)
			return err
		})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
