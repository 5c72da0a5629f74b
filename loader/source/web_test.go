package source

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func anywhere(netip.Addr) bool { return true }

func readOne(address string, o Options) (doc Document, err error) {
	for doc, err = range Read(context.Background(), o, address) {
		break
	}
	return doc, err
}

func TestReadWeb(t *testing.T) {
	page := "<html><p>" + arabic + "</p></html>"
	legacy := encode(t, charmap.Windows1256, page)
	mux := http.NewServeMux()
	mux.HandleFunc("/utf8.html", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	})
	mux.HandleFunc("/legacy", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1256")
		_, _ = w.Write(legacy)
	})
	mux.HandleFunc("/false", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(legacy)
	})
	mux.HandleFunc("/text", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain")
		_, _ = w.Write([]byte("---\ntitle: x\n---\n" + arabic))
	})
	mux.HandleFunc("/image", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Content-Type", "image/png") })
	mux.HandleFunc("/big", func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write([]byte(strings.Repeat("word ", 2000))) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/text", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "file:///etc/hostname")
		w.WriteHeader(http.StatusFound)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	o := Options{MaxBytes: 8000, reach: anywhere}
	for _, tc := range []struct {
		path, text, charset string
		html                bool
	}{
		{"/utf8.html", page, "utf-8", true},
		{"/legacy", page, "windows-1256", true},
		{"/false", page, "windows-1256", true},
		{"/text", arabic, "utf-8", false},
		{"/moved", arabic, "utf-8", false},
	} {
		doc, err := readOne(server.URL+tc.path, o)
		if err != nil || doc.Text != tc.text || doc.Charset != tc.charset || doc.HTML != tc.html {
			t.Errorf("%s: got %q %s %v, %v", tc.path, doc.Text, doc.Charset, doc.HTML, err)
		}
		if want := strings.Replace(server.URL+tc.path, "/moved", "/text", 1); doc.Meta.URL != want {
			t.Errorf("%s: address: got %q, want %q", tc.path, doc.Meta.URL, want)
		}
	}
	for path, want := range map[string]string{
		"/missing": "404 Not Found", "/image": "calls it image/png", "/big": "is too large: more than 8000 bytes",
		"/round": "more than 5 redirects", "/file": "redirect to file",
	} {
		_, err := readOne(server.URL+path, o)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Count(err.Error(), server.URL) != 1 {
			t.Errorf("%s: got %v, want %q, the address once", path, err, want)
		}
	}
}

func TestReadWebRefusesTheInside(t *testing.T) {
	hits := 0
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { hits++ }))
	defer server.Close()
	port := server.URL[strings.LastIndex(server.URL, ":"):]
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "[::]"} {
		_, err := readOne("http://"+host+port+"/", Options{})
		var named *Error
		if !errors.As(err, &named) {
			t.Errorf("%s: got %v", host, err)
		}
	}
	if hits > 0 {
		t.Errorf("the server inside was reached %d times", hits)
	}
	if _, err := readOne(server.URL, Options{}); !errors.Is(err, ErrAddress) {
		t.Errorf("got %v, want %v", err, ErrAddress)
	}
	if _, err := readOne("http://user:secret@example.com/", Options{}); !errors.Is(err, ErrAddress) {
		t.Errorf("password: got %v", err)
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"0.0.0.0": false, "0.1.2.3": false, "224.0.0.1": false, "255.255.255.255": false, "240.0.0.1": false,
		"::1": false, "::": false, "fe80::1": false, "fc00::1": false, "ff02::1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "::7f00:1": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: got %v, want %v", address, got, want)
		}
	}
}
