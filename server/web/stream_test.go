package web

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// A socket is a client's end of a WebSocket.
type socket struct {
	t    *testing.T
	conn *websocket.Conn
}

func (s site) dial(protocol string, headers http.Header) (*websocket.Conn, *http.Response, error) {
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	return websocket.Dial(ctx, "ws"+strings.TrimPrefix(s.url, "http")+"/graphql", &websocket.DialOptions{Subprotocols: []string{protocol}, HTTPHeader: headers})
}

// connect opens a socket and goes through its beginning.
func (s site) connect(payload string) socket {
	s.t.Helper()
	conn, _, err := s.dial(socketProtocol, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { conn.CloseNow() })
	c := socket{s.t, conn}
	c.send(`{"type": "connection_init", "payload": ` + payload + `}`)
	if got := c.receive(); got.Type != "connection_ack" {
		s.t.Fatalf("got %+v, want connection_ack", got)
	}
	return c
}

func (c socket) send(message string) {
	c.t.Helper()
	if err := c.conn.Write(c.t.Context(), websocket.MessageText, []byte(message)); err != nil {
		c.t.Fatal(err)
	}
}

func (c socket) subscribe(id, query string) {
	c.t.Helper()
	c.send(fmt.Sprintf(`{"id": %q, "type": "subscribe", "payload": {"query": %q}}`, id, query))
}

type message struct {
	ID, Type string
	Payload  json.RawMessage
}

// receive is the next message that is no ping.
func (c socket) receive() message {
	c.t.Helper()
	for {
		ctx, cancel := context.WithTimeout(c.t.Context(), time.Minute)
		_, data, err := c.conn.Read(ctx)
		cancel()
		if err != nil {
			c.t.Fatal(err)
		}
		var m message
		if err := json.Unmarshal(data, &m); err != nil {
			c.t.Fatal(err)
		}
		if m.Type != "ping" && m.Type != "pong" {
			return m
		}
	}
}

const subscription = `subscription { articleLoaded { existing claimCount article { title text } } }`

// load loads an article, again and again until the message comes that it is
// there: a subscription begins at a moment that its client is not told.
func (s site) loadUntil(received <-chan string) string {
	s.t.Helper()
	for i := range 200 {
		s.ask(fmt.Sprintf(`mutation { loadArticle(input: {title: "T", text: "harbour-%d"}) { existing } }`, i))
		select {
		case got := <-received:
			return got
		case <-time.After(50 * time.Millisecond):
		}
	}
	s.t.Fatal("nothing was received")
	return ""
}

func TestSubscriptionOverSocket(t *testing.T) {
	s := serve(t, Options{})
	c := s.connect("{}")
	c.subscribe("1", subscription)
	received := make(chan string, 1)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		_, data, _ := c.conn.Read(ctx)
		received <- string(data)
	}()
	if got := s.loadUntil(received); !strings.Contains(got, `"type":"next"`) || !strings.Contains(got, `"claimCount":1`) || !strings.Contains(got, `"title":"T"`) {
		t.Errorf("got %s", got)
	}
}

func TestQueryOverSocket(t *testing.T) {
	c := serve(t, Options{}).connect("{}")
	c.subscribe("q", `{ rounds { totalCount } }`)
	if got := c.receive(); got.ID != "q" || got.Type != "next" || !strings.Contains(string(got.Payload), `{"rounds":{"totalCount":2}}`) {
		t.Errorf("got %+v %s", got, got.Payload)
	}
	if got := c.receive(); got.Type != "complete" {
		t.Errorf("got %+v, want complete", got)
	}
	c.subscribe("deep", deep(60))
	if got := c.receive(); !strings.Contains(string(got.Payload), codeLimit) {
		t.Errorf("got %+v %s, want a refusal", got, got.Payload)
	}
}

func TestSubscriptionOverEvents(t *testing.T) {
	s := serve(t, Options{})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	body, _ := json.Marshal(map[string]string{"query": subscription})
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if media := resp.Header.Get("Content-Type"); resp.StatusCode != http.StatusOK || media != "text/event-stream" {
		t.Fatalf("got %d %s, want a stream of events", resp.StatusCode, media)
	}
	received := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				received <- data
				return
			}
		}
	}()
	if got := s.loadUntil(received); !strings.Contains(got, `"claimCount":1`) {
		t.Errorf("got %s", got)
	}
}

func TestSocketsOfOthersAreRefused(t *testing.T) {
	s := serve(t, Options{})
	for _, origin := range []string{"https://evil.example", "null", "http://localhost.evil.example"} {
		conn, resp, err := s.dial(socketProtocol, http.Header{"Origin": {origin}})
		if err == nil {
			conn.CloseNow()
			t.Fatalf("%s: got a socket", origin)
		}
		if resp == nil || resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: got %v, want 403", origin, err)
		}
	}
	conn, resp, err := s.dial("graphql-ws", nil)
	if err == nil {
		conn.CloseNow()
	}
	if resp == nil || resp.StatusCode != http.StatusBadRequest {
		t.Errorf("the older protocol: got %v, want 400", err)
	}
	conn, _, err = s.dial(socketProtocol, http.Header{"Origin": {s.url}})
	if err != nil {
		t.Fatalf("our own page: %v", err)
	}
	conn.CloseNow()
}

func TestSocketsAskForTheToken(t *testing.T) {
	s := serve(t, Options{Token: "secret"})
	for payload, want := range map[string]string{`{}`: codeAccess, `{"Authorization": "Bearer other"}`: codeAccess, `{"Authorization": "Bearer secret"}`: `"existing":false`} {
		c := s.connect(payload)
		c.subscribe("1", loadMutation)
		if got := c.receive(); !strings.Contains(string(got.Payload), want) {
			t.Errorf("%s: got %+v %s, want %s", payload, got, got.Payload, want)
		}
	}
}

func TestStreamsAreCounted(t *testing.T) {
	s := serve(t, Options{Limits: Limits{Sockets: 2}})
	first := s.connect("{}")
	s.connect("{}")
	_, resp, err := s.dial(socketProtocol, nil)
	if err == nil || resp == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a third socket: got %v, want 503", err)
	}
	if got := s.ask(subscription, "Accept", "text/event-stream"); got.status != http.StatusServiceUnavailable {
		t.Errorf("a stream: got %d %s, want 503", got.status, got.body)
	}
	if err := first.conn.Close(websocket.StatusNormalClosure, ""); err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i++ {
		conn, _, err := s.dial(socketProtocol, nil)
		if err == nil {
			conn.CloseNow()
			return
		}
		if i == 600 {
			t.Fatalf("the place of a closed socket is not free: %v", err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
