package layout

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"time"
)

// types are the media types of files: a table, because what the mime package
// knows differs between machines.
var types = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// Files are static files by name, such as style sheets and scripts.
type Files struct {
	under string
	files map[string]file
}

type file struct {
	media, tag string
	data       []byte
}

// ReadFiles reads the style sheets, scripts and pictures of a folder, to be
// served at "/"+under+"/".
func ReadFiles(from fs.FS, folder, under string) (Files, error) {
	found := Files{under, map[string]file{}}
	entries, err := fs.ReadDir(from, folder)
	if err != nil {
		return Files{}, err
	}
	for _, e := range entries {
		media, ok := types[path.Ext(e.Name())]
		if !ok {
			continue
		}
		data, err := fs.ReadFile(from, path.Join(folder, e.Name()))
		if err != nil {
			return Files{}, err
		}
		sum := sha256.Sum256(data)
		found.files[e.Name()] = file{media, hex.EncodeToString(sum[:8]), data}
	}
	return found, nil
}

// Path is where a file is served, with the hash of its content, so that it can
// be kept for ever; it has no slash before it. It panics if there is no such
// file.
func (f Files) Path(name string) string {
	found, ok := f.files[name]
	if !ok {
		panic(fmt.Sprintf("layout: no file %q in %s", name, f.under))
	}
	return f.under + "/" + name + "?v=" + found.tag
}

// ServeHTTP serves a file by the last part of the path.
func (f Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	found, ok := f.files[path.Base(r.URL.Path)]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", found.media)
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("ETag", `"`+found.tag+`"`)
	h.Set("Cache-Control", "no-cache")
	if r.URL.Query().Get("v") == found.tag {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(found.data))
}
