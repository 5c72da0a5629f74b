package web

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// pagePolicy is the content security policy of whatever sets none of its own.
const pagePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

// A guard refuses requests by where they come from.
type guard struct {
	public  bool
	token   string
	off     bool // nobody may change anything
	hosts   []string
	origins []string
}

func newGuard(o Options) (*guard, error) {
	g := &guard{public: o.Public, token: o.Token, off: o.NoMutations || o.Public && o.Token == ""}
	for _, h := range o.Hosts {
		g.hosts = append(g.hosts, strings.ToLower(strings.TrimSuffix(h, ".")))
	}
	for _, origin := range o.Origins {
		u, err := url.Parse(origin)
		if err != nil || u.Scheme == "" || u.Host == "" || strings.TrimSuffix(origin, "/") != u.Scheme+"://"+u.Host {
			return nil, fmt.Errorf("%q is no origin such as https://example.org", origin)
		}
		g.origins = append(g.origins, strings.ToLower(u.Scheme+"://"+u.Host))
	}
	return g, nil
}

// wrap sets the headers that every answer has, and refuses requests for other
// hosts: a page whose name is made to point here would otherwise pass for this
// server's own.
func (g *guard) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		SecurityHeaders(w.Header())
		if !g.knows(r.Host) {
			say(w, http.StatusMisdirectedRequest, "this server is not known by that name; start it with the name to serve under it")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// SecurityHeaders sets the headers that every answer has, whatever it is.
func SecurityHeaders(h http.Header) {
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// knows tells whether the server goes by the host of a request.
func (g *guard) knows(hostport string) bool {
	host := hostport
	if h, _, err := net.SplitHostPort(hostport); err == nil {
		host = h
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	if slices.Contains(g.hosts, host) || host == "localhost" {
		return true
	}
	// Only names can be made to point elsewhere: an address is what it is.
	addr, err := netip.ParseAddr(host)
	return err == nil && (g.public || addr.IsLoopback())
}

// sameSite refuses requests that other sites' pages make, and marks those that
// may change something.
func (g *guard) sameSite(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		allowed := g.allows(r.Header.Get("Origin"))
		if !allowed && (!g.own(r) || foreign(r.Header.Get("Sec-Fetch-Site"))) {
			refuse(w, r, http.StatusForbidden, "FORBIDDEN", "requests from pages of other sites are refused")
			return
		}
		if allowed && !g.crossOrigin(w, r) {
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accessKey{}, access{g, g.mayChange(r.Header.Get("Authorization"))})))
	})
}

// own tells whether the request's origin, if it has one, is this server.
func (g *guard) own(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return true
	}
	u, err := url.Parse(origins[0])
	return len(origins) == 1 && err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

func (g *guard) allows(origin string) bool {
	return origin != "" && slices.Contains(g.origins, strings.ToLower(origin))
}

// foreign reads Sec-Fetch-Site, which browsers set and pages cannot.
func foreign(site string) bool { return site == "cross-site" || site == "same-site" }

// crossOrigin answers what a browser asks before it lets an allowed page call,
// and tells whether to go on.
func (g *guard) crossOrigin(w http.ResponseWriter, r *http.Request) bool {
	h := w.Header()
	h.Add("Vary", "Origin")
	h.Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	if r.Method != http.MethodOptions {
		return true
	}
	h.Set("Access-Control-Allow-Methods", "GET, POST")
	h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return false
}

// mayChange tells whether an Authorization header lets a request change the
// graph.
func (g *guard) mayChange(header string) bool {
	if g.off {
		return false
	}
	if g.token == "" {
		return true
	}
	scheme, token, _ := strings.Cut(header, " ")
	// Hashes have one length, which the comparison needs to take one time.
	got, want := sha256.Sum256([]byte(strings.TrimSpace(token))), sha256.Sum256([]byte(g.token))
	return strings.EqualFold(scheme, "Bearer") && subtle.ConstantTimeCompare(got[:], want[:]) == 1
}

type accessKey struct{}

// access is what the guard found of a request.
type access struct {
	guard  *guard
	change bool // it may change the graph
}

func accessOf(ctx context.Context) access {
	a, _ := ctx.Value(accessKey{}).(access)
	return a
}
