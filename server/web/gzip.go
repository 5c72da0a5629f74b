package web

import (
	"compress/gzip"
	"net/http"
	"strings"
)

// compressed serves pages compressed to those who can read that. What is no
// page, such as a file that is kept or an answer without a body, goes as it is.
func compressed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &compressor{ResponseWriter: w, wanted: r.Method == http.MethodGet && acceptsGzip(r.Header.Values("Accept-Encoding"))}
		defer c.close()
		next.ServeHTTP(c, r)
	})
}

// A compressor decides by the header whether it compresses the body.
type compressor struct {
	http.ResponseWriter
	wanted bool
	gzip   *gzip.Writer // nil: the body goes as it is
}

// WriteHeader announces how the body comes.
func (c *compressor) WriteHeader(status int) {
	h := c.Header()
	isPage := strings.HasPrefix(h.Get("Content-Type"), "text/html")
	if isPage || status == http.StatusNotModified {
		h.Add("Vary", "Accept-Encoding")
	}
	if isPage && c.wanted {
		h.Set("Content-Encoding", "gzip")
		h.Del("Content-Length")
		c.gzip, _ = gzip.NewWriterLevel(c.ResponseWriter, gzip.BestSpeed) // the level is one that there is
	}
	c.ResponseWriter.WriteHeader(status)
}

// Write writes a part of the body.
func (c *compressor) Write(b []byte) (int, error) {
	if c.gzip == nil {
		return c.ResponseWriter.Write(b)
	}
	return c.gzip.Write(b)
}

// Unwrap lets the handlers reach what the connection can do.
func (c *compressor) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *compressor) close() {
	if c.gzip != nil {
		// An error here is the reader's hanging up.
		_ = c.gzip.Close()
	}
}
