package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// graphiqlFiles is what the front end in the folder graphiql was built into:
// each file compressed, under its own name and ".gz".
//
//go:embed graphiql/dist
var graphiqlFiles embed.FS

// GraphiQLPolicy is the content security policy of the GraphiQL page. The
// editor writes style elements as it goes; all else comes from files of this
// server.
const GraphiQLPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'; form-action 'none'"

// The content types of the built files: a table, because what the mime package
// knows differs between machines.
var graphiqlTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
	".ttf":  "font/ttf",
	".txt":  "text/plain; charset=utf-8",
}

// GraphiQL serves the GraphiQL page at "/" and its files under "/graphiql/",
// all from the binary.
func GraphiQL() (http.Handler, error) {
	assets, err := readAssets(graphiqlFiles, "graphiql/dist")
	if err != nil {
		return nil, fmt.Errorf("graphiql: %w", err)
	}
	return assets, nil
}

// An asset is one static file, compressed.
type asset struct {
	contentType string
	immutable   bool   // its name changes with its content
	tag         string // hash of the content
	gzip        []byte
}

// assets holds static files by the path that they are served under.
type assets map[string]asset

func readAssets(files fs.FS, root string) (assets, error) {
	found := assets{}
	err := fs.WalkDir(files, root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		a, err := newAsset(strings.TrimSuffix(name, ".gz"), data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		found[strings.TrimSuffix(strings.TrimPrefix(name, root), ".gz")] = a
		return nil
	})
	if err != nil {
		return nil, err
	}
	index, ok := found["/index.html"]
	if !ok {
		return nil, fmt.Errorf("%s: no index.html", root)
	}
	delete(found, "/index.html")
	found["/"] = index
	return found, nil
}

func newAsset(name string, data []byte) (asset, error) {
	contentType, ok := graphiqlTypes[path.Ext(name)]
	if !ok {
		return asset{}, fmt.Errorf("no content type for %q", path.Ext(name))
	}
	sum := sha256.Sum256(data)
	// The bundler names a file after its content: name-hash.ext.
	immutable := strings.Contains(path.Base(name), "-")
	return asset{contentType, immutable, hex.EncodeToString(sum[:12]), data}, nil
}

// ServeHTTP answers GET and HEAD with the file at the request's path.
func (files assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, ok := files[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Content-Security-Policy", GraphiQLPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	if a.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if acceptsGzip(r.Header.Values("Accept-Encoding")) {
		h.Set("Content-Encoding", "gzip")
		h.Set("ETag", `"`+a.tag+`-gzip"`)
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(a.gzip))
		return
	}
	plain, err := inflate(a.gzip)
	if err != nil {
		http.Error(w, "unreadable file", http.StatusInternalServerError)
		return
	}
	h.Set("ETag", `"`+a.tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(plain))
}

func inflate(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// acceptsGzip reads Accept-Encoding headers: gzip must be named, or "*", with
// a weight above zero. What is named wins over "*".
func acceptsGzip(headers []string) bool {
	star := false
	for _, choice := range strings.Split(strings.Join(headers, ","), ",") {
		coding, params, _ := strings.Cut(choice, ";")
		accepted := weight(params) > 0
		switch strings.ToLower(strings.TrimSpace(coding)) {
		case "gzip", "x-gzip":
			return accepted
		case "*":
			star = accepted
		}
	}
	return star
}

// weight reads the "q=0.5" of a header's element: 1 where it has none, 0 where
// it cannot be read.
func weight(params string) float64 {
	_, value, found := strings.Cut(strings.ToLower(params), "q=")
	if !found {
		return 1
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil {
		return 0
	}
	return q
}
