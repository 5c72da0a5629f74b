package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"peacetalks/graph"
)

// A client asks a graph by GraphQL: a server's, or over a transport that calls
// the handler in this process.
type client struct {
	base  *url.URL
	token string
	http  *http.Client
}

// remote is the client of the server that --server names.
func (p *program) remote() (*client, error) {
	// The address of GraphQL, as "serve" prints it, does as well.
	base, err := url.Parse(strings.TrimSuffix(strings.TrimSuffix(p.flags.Server, "/"), "/graphql"))
	if err != nil || base.Host == "" || base.Scheme != "http" && base.Scheme != "https" {
		return nil, &usageError{fmt.Sprintf("--server: %q is no address such as http://127.0.0.1:8080", p.flags.Server)}
	}
	return &client{base, p.flags.Token, &http.Client{}}, nil
}

// local is a client of a handler in this process.
func local(h http.Handler) *client {
	return &client{&url.URL{Scheme: "http", Host: "localhost"}, "", &http.Client{Transport: inProcess{h}}}
}

// A response is what a GraphQL server answers.
type response struct {
	Data   json.RawMessage `json:"data,omitempty"`
	Errors []graphqlError  `json:"errors,omitempty"`
}

type graphqlError struct {
	Message   string `json:"message"`
	Path      []any  `json:"path,omitempty"`
	Locations []struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	} `json:"locations,omitempty"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

// Error puts the place before the message.
func (e graphqlError) Error() string {
	var place []string
	if len(e.Locations) > 0 {
		place = append(place, fmt.Sprintf("line %d, column %d", e.Locations[0].Line, e.Locations[0].Column))
	}
	if len(e.Path) > 0 {
		path := make([]string, len(e.Path))
		for i, step := range e.Path {
			path[i] = fmt.Sprint(step)
		}
		place = append(place, strings.Join(path, "."))
	}
	if len(place) == 0 {
		return e.Message
	}
	return strings.Join(place, ", ") + ": " + e.Message
}

// err joins the errors of a response.
func (r response) err() error {
	var all []error
	for _, e := range r.Errors {
		all = append(all, e)
	}
	return errors.Join(all...)
}

// A request is a GraphQL operation.
type request struct {
	Query         string          `json:"query"`
	OperationName string          `json:"operationName,omitempty"`
	Variables     json.RawMessage `json:"variables,omitempty"`
}

// graphql runs an operation. Errors of GraphQL are in the response; the error
// is about reaching the server.
func (c *client) graphql(ctx context.Context, r request) (response, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return response{}, err
	}
	resp, err := c.do(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		return response{}, err
	}
	defer resp.Body.Close()
	var answer response
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return response{}, c.unreachable(err)
	}
	if err := json.Unmarshal(data, &answer); err != nil || answer.Data == nil && len(answer.Errors) == 0 {
		return response{}, fmt.Errorf("%s: %s", c.base, answered(resp, data))
	}
	return answer, nil
}

// mutate runs a mutation. An answer that something is not in the graph gives
// [graph.ErrNotFound].
func (c *client) mutate(ctx context.Context, query string, variables any) (json.RawMessage, error) {
	encoded, err := json.Marshal(variables)
	if err != nil {
		return nil, err
	}
	answer, err := c.graphql(ctx, request{Query: query, Variables: encoded})
	if err != nil {
		return nil, err
	}
	for _, e := range answer.Errors {
		if e.Extensions["code"] == "NOT_FOUND" {
			return nil, fmt.Errorf("%w: %s", graph.ErrNotFound, e.Message)
		}
	}
	return answer.Data, answer.err()
}

// download copies what the server has at a path.
func (c *client) download(ctx context.Context, w io.Writer, path string) error {
	resp, err := c.do(ctx, http.MethodGet, path, nil)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		data, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
		return fmt.Errorf("%s: %s", c.base, answered(resp, data))
	}
	if _, err := io.Copy(w, resp.Body); err != nil {
		return c.unreachable(err)
	}
	return nil
}

func (c *client) do(ctx context.Context, method, path string, body io.Reader) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, c.base.String()+path, body)
	if err != nil {
		return nil, err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Accept", "application/graphql-response+json, application/json")
	}
	if c.token != "" {
		req.Header.Set("Authorization", "Bearer "+c.token)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, c.unreachable(err)
	}
	return resp, nil
}

// unreachable says which server an error is about, without the rest of the
// request.
func (c *client) unreachable(err error) error {
	if wrapped := (*url.Error)(nil); errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return fmt.Errorf("the server at %s: %w", c.base, err)
}

// answered is what a server said instead of what was asked for.
func answered(resp *http.Response, body []byte) string {
	return strings.TrimSpace(resp.Status + " " + graph.Shorten(strings.TrimSpace(string(body)), 300))
}

// An inProcess transport answers requests by a handler of this process.
type inProcess struct{ handler http.Handler }

// RoundTrip runs the handler and answers what it wrote.
func (t inProcess) RoundTrip(r *http.Request) (*http.Response, error) {
	w := &recorder{header: http.Header{}, status: http.StatusOK}
	t.handler.ServeHTTP(w, r)
	return &http.Response{
		StatusCode: w.status, Status: fmt.Sprintf("%d %s", w.status, http.StatusText(w.status)),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: w.header, Body: io.NopCloser(&w.body), ContentLength: int64(w.body.Len()), Request: r,
	}, nil
}

// A recorder keeps what a handler writes.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header is the header of the answer.
func (w *recorder) Header() http.Header { return w.header }

// WriteHeader sets the status of the answer.
func (w *recorder) WriteHeader(status int) { w.status = status }

// Write adds to the body of the answer.
func (w *recorder) Write(b []byte) (int, error) { return w.body.Write(b) }
