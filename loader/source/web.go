package source

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"path"
	"strings"
	"syscall"
	"time"
)

// Bounds on fetching a page; its size is bounded by [Options.MaxBytes].
const (
	fetchTimeout = 30 * time.Second
	maxRedirects = 5
	maxHeader    = 64 << 10
)

// ErrAddress reports an address of the web that is not fetched.
var ErrAddress = errors.New("address refused")

// isWeb reports whether a path is an address of the web.
func isWeb(p string) bool {
	lower := strings.ToLower(p)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// readWeb hands out the page at an address.
func readWeb(ctx context.Context, address string, o Options, yield func(Document, error) bool) bool {
	doc, err := fetch(ctx, address, o)
	if err != nil {
		return yield(Document{}, inputError(address, err))
	}
	return yield(doc, nil)
}

func fetch(ctx context.Context, address string, o Options) (Document, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTimeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Document{}, fmt.Errorf("%w: %v", ErrAddress, err)
	}
	if req.URL.User != nil {
		return Document{}, fmt.Errorf("%w: it holds a password", ErrAddress)
	}
	req.Header.Set("User-Agent", "peacetalks")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain")
	client := o.client()
	defer client.CloseIdleConnections()
	res, err := client.Do(req)
	if err != nil {
		return Document{}, withoutAddress(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return Document{}, fmt.Errorf("the server answered %s", res.Status)
	}
	kind, params, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if kind != "" && !strings.HasPrefix(kind, "text/") && kind != "application/xhtml+xml" {
		return Document{}, fmt.Errorf("%w: the server calls it %s", ErrNotText, kind)
	}
	data, err := o.readAll(res.Body)
	if err != nil {
		return Document{}, withoutAddress(err)
	}
	doc, err := decodeWeb(data, kind, params["charset"], o)
	if err != nil {
		return Document{}, err
	}
	doc.Path, doc.Name = address, nameOf(req.URL)
	if doc.Meta.URL == "" {
		doc.Meta.URL = res.Request.URL.String()
	}
	return doc, nil
}

// decodeWeb decodes what a server sent. The encoding in the header counts only
// if the text can be read in it: servers name one for all their pages.
func decodeWeb(data []byte, kind, charset string, o Options) (Document, error) {
	name := "page.html"
	if kind == "text/plain" {
		name = "page.txt"
	}
	if o.Charset == "" && charset != "" {
		declared := o
		declared.Charset = charset
		if doc, err := decode(name, data, declared); err == nil && !strings.ContainsRune(doc.Text, '\uFFFD') && plausible(doc.Text) {
			return doc, nil
		}
	}
	return decode(name, data, o)
}

// nameOf is the last element of an address's path, or its host.
func nameOf(u *url.URL) string {
	if base := path.Base(u.Path); base != "/" && base != "." {
		return base
	}
	return u.Host
}

// client returns a client that reaches public addresses only: the address is
// checked when the connection is made, after names are resolved, so neither a
// name, a redirect nor a change of the name's address leads inside. A proxy
// would make that check void, so none is used.
func (o Options) client() *http.Client {
	reach := o.reach
	if reach == nil {
		reach = isPublic
	}
	dialer := &net.Dialer{
		Timeout: fetchTimeout,
		Control: func(_, address string, _ syscall.RawConn) error {
			to, err := netip.ParseAddrPort(address)
			if err != nil || !reach(to.Addr().Unmap()) {
				return fmt.Errorf("%w: %s is not on the public internet", ErrAddress, address)
			}
			return nil
		},
	}
	return &http.Client{
		Transport: &http.Transport{
			Proxy: nil, DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			TLSHandshakeTimeout: fetchTimeout, ResponseHeaderTimeout: fetchTimeout, MaxResponseHeaderBytes: maxHeader,
		},
		CheckRedirect: func(req *http.Request, via []*http.Request) error {
			if len(via) > maxRedirects {
				return fmt.Errorf("%w: more than %d redirects", ErrAddress, maxRedirects)
			}
			if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
				return fmt.Errorf("%w: redirect to %s", ErrAddress, req.URL.Scheme)
			}
			return nil
		},
	}
}

// inside are blocks of addresses that netip does not call private, but that do
// not lead to the public internet, or lead to another network's inside.
var inside = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),       // this network
	netip.MustParsePrefix("100.64.0.0/10"),   // shared by carriers
	netip.MustParsePrefix("192.0.0.0/24"),    // protocol assignments
	netip.MustParsePrefix("192.0.2.0/24"),    // documentation
	netip.MustParsePrefix("198.18.0.0/15"),   // benchmarks
	netip.MustParsePrefix("198.51.100.0/24"), // documentation
	netip.MustParsePrefix("203.0.113.0/24"),  // documentation
	netip.MustParsePrefix("240.0.0.0/4"),     // reserved
	netip.MustParsePrefix("64:ff9b::/96"),    // IPv4 behind a translator
	netip.MustParsePrefix("64:ff9b:1::/48"),  // the same, local
	netip.MustParsePrefix("2002::/16"),       // IPv4 in 6to4
	netip.MustParsePrefix("2001::/23"),       // Teredo and other tunnels
	netip.MustParsePrefix("2001:db8::/32"),   // documentation
	netip.MustParsePrefix("fec0::/10"),       // site-local
	netip.MustParsePrefix("::/96"),           // IPv4-compatible
}

// isPublic reports whether an address is on the public internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, block := range inside {
		if block.Contains(a.WithZone("")) {
			return false
		}
	}
	return true
}

// withoutAddress takes the address out of an error of package http: Error
// names it already.
func withoutAddress(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		err = at.Err
	}
	var op *net.OpError
	if errors.As(err, &op) && errors.Is(op.Err, ErrAddress) {
		return op.Err
	}
	return err
}
