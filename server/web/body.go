package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
	"unicode/utf8"
)

// params is a GraphQL request, however it came.
type params struct {
	query, operation      string
	variables, extensions map[string]any
	events                bool // the answer is a stream of server-sent events
}

type paramsKey struct{}

// jsonDepth is how deep a request's JSON may be nested.
const jsonDepth = 100

// smallBody is how many bytes of a body are read without a place for it.
const smallBody = 64 << 10

func badRequest(format string, args ...any) error {
	return &requestError{http.StatusBadRequest, codeRequest, fmt.Sprintf(format, args...)}
}

// readBody reads a request's body whole, within the limits. Only who may load
// articles has something large to send.
func readBody(w http.ResponseWriter, r *http.Request, l Limits) ([]byte, error) {
	most := l.Body
	if !accessOf(r.Context()).change {
		most = min(most, l.Message)
	}
	tooLarge := &requestError{http.StatusRequestEntityTooLarge, codeLimit, fmt.Sprintf("the request is larger than %d bytes", most)}
	if r.ContentLength > most {
		return nil, tooLarge
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, most))
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return nil, tooLarge
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return nil, &requestError{http.StatusRequestTimeout, codeLimit, fmt.Sprintf("the request did not arrive within %v", l.Read)}
	}
	if err != nil {
		return nil, badRequest("the request broke off")
	}
	// It has come in time: what follows may take longer, see [inTime].
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	return data, nil
}

// bodyParams reads the JSON of a POST request.
func bodyParams(data []byte, l Limits) (*params, error) {
	if err := checkJSON(data, l.Values); err != nil {
		return nil, err
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		return nil, badRequest("a request is one JSON object; several at once are not taken")
	}
	p := &params{}
	for name, to := range map[string]any{"query": &p.query, "operationName": &p.operation, "variables": &p.variables, "extensions": &p.extensions} {
		value, ok := raw[name]
		if !ok {
			continue
		}
		d := json.NewDecoder(bytes.NewReader(value))
		d.UseNumber()
		if err := d.Decode(to); err != nil {
			return nil, badRequest("%s: want %s", name, map[bool]string{true: "a string", false: "an object"}[name == "query" || name == "operationName"])
		}
	}
	return p, p.check(l)
}

// queryParams reads the query string of a GET request.
func queryParams(query string, l Limits) (*params, error) {
	values, err := url.ParseQuery(query)
	if err != nil {
		return nil, badRequest("the query string cannot be read")
	}
	p := &params{}
	for name, all := range values {
		if len(all) > 1 {
			return nil, badRequest("%.40q is given more than once", name)
		}
		switch name {
		case "query":
			p.query = all[0]
		case "operationName":
			p.operation = all[0]
		case "variables":
			err = decodeObject(name, all[0], &p.variables, l)
		case "extensions":
			err = decodeObject(name, all[0], &p.extensions, l)
		}
		if err != nil {
			return nil, err
		}
	}
	return p, p.check(l)
}

func decodeObject(name, text string, to *map[string]any, l Limits) error {
	if text == "" {
		return nil
	}
	if err := checkJSON([]byte(text), l.Values); err != nil {
		return err
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if err := d.Decode(to); err != nil {
		return badRequest("%s: want an object", name)
	}
	return nil
}

func (p *params) check(l Limits) error {
	switch {
	case strings.TrimSpace(p.query) == "" && (p.query != "" || p.extensions["persistedQuery"] == nil):
		return badRequest("query: there is none")
	case !utf8.ValidString(p.query) || !utf8.ValidString(p.operation):
		return badRequest("the request is not UTF-8")
	case len(p.query) > l.Query:
		return &requestError{http.StatusBadRequest, codeLimit, longQuery(len(p.query), l)}
	}
	return nil
}

func longQuery(bytes int, l Limits) string {
	return fmt.Sprintf("the query has %d bytes, more than %d", bytes, l.Query)
}

func manyValues(l int) string { return fmt.Sprintf("the request has more than %d values", l) }

// checkJSON refuses what decoders understand differently: bytes that are no
// UTF-8, names that come twice in an object, anything after the value. It
// counts the values, before they are kept.
func checkJSON(data []byte, most int) error {
	if !utf8.Valid(data) {
		return badRequest("the request is not UTF-8")
	}
	bad := badRequest("the request is not JSON")
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	type level struct {
		names map[string]bool // nil: an array
		key   bool            // a name comes next
	}
	var open []level
	values := 0
	for {
		if values++; values > 2*most { // names are counted too
			return &requestError{http.StatusBadRequest, codeLimit, manyValues(most)}
		}
		token, err := d.Token()
		switch {
		case err == io.EOF && len(open) == 0:
			return bad // nothing at all
		case err != nil:
			return bad
		}
		switch t := token.(type) {
		case json.Delim:
			switch t {
			case '{', '[':
				if len(open) == jsonDepth {
					return badRequest("the request is nested more than %d levels deep", jsonDepth)
				}
				l := level{}
				if t == '{' {
					l = level{map[string]bool{}, true}
				}
				open = append(open, l)
				continue
			default:
				open = open[:len(open)-1]
			}
		case string:
			if n := len(open); n > 0 && open[n-1].key {
				name := strings.ToLower(t) // decoders match names in any case
				if n > 1 {
					name = t
				}
				if open[n-1].names[name] {
					return badRequest("a name comes twice in an object")
				}
				open[n-1].names[name] = true
				open[n-1].key = false
				continue
			}
		}
		// A value has ended.
		if n := len(open); n > 0 {
			open[n-1].key = open[n-1].names != nil
			continue
		}
		if _, err := d.Token(); err != io.EOF {
			return badRequest("something comes after the request's JSON")
		}
		return nil
	}
}
