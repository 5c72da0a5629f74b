package web

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"peacetalks/graph"
	"peacetalks/graph/edtf"
	"peacetalks/server/web/webtest"
)

// streamAttacks are sockets, streams and requests that are opened to be held
// open.
var streamAttacks = []attack{
	{number: "16", name: "a socket without connection_init", options: Options{Limits: Limits{Init: 50 * time.Millisecond}}, run: func(t *testing.T, s site) string {
		if DefaultLimits().Init != 5*time.Second {
			t.Errorf("unless told otherwise it is closed after %v, want 5 s", DefaultLimits().Init)
		}
		conn, _, err := s.dial(socketProtocol, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.CloseNow()
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		for err == nil { // it may say why
			_, _, err = conn.Read(ctx)
		}
		if websocket.CloseStatus(err) == -1 {
			t.Errorf("got %v, want the socket closed", err)
		}
		return "closed when its time is up"
	}},
	{number: "16b", name: "5,000 subscriptions on one socket", run: func(t *testing.T, s site) string {
		asked := 5000
		if testing.Short() {
			asked = 200
		}
		c := s.connect("{}")
		go func() {
			for i := range asked {
				message := fmt.Sprintf(`{"id": "%d", "type": "subscribe", "payload": {"query": %q}}`, i, subscription)
				if c.conn.Write(context.Background(), websocket.MessageText, []byte(message)) != nil {
					return // the test has ended
				}
			}
		}()
		refused := 0
		for most := DefaultLimits().PerSocket; refused < asked-most; {
			m := c.receive()
			if m.Type == "complete" {
				continue
			}
			if !strings.Contains(string(m.Payload), codeLimit) {
				t.Fatalf("got %+v %s, want a refusal", m, m.Payload)
			}
			refused++
		}
		s.answers(t) // while they are open
		if err := c.conn.Close(websocket.StatusNormalClosure, ""); err != nil {
			t.Log(err)
		}
		return fmt.Sprintf("%d refused; goroutines return", refused)
	}},
	{number: "16c", name: "more sockets and streams than may be open", options: Options{Limits: Limits{Sockets: 10}}, run: func(t *testing.T, s site) string {
		var open []socket
		for range 10 {
			open = append(open, s.connect("{}"))
		}
		refused := 0
		for range 50 {
			conn, resp, err := s.dial(socketProtocol, nil)
			if err == nil {
				conn.CloseNow()
			}
			if resp != nil && resp.StatusCode == http.StatusServiceUnavailable {
				refused++
			}
		}
		if got := s.ask(subscription, "Accept", mediaEvents); got.status != http.StatusServiceUnavailable || refused != 50 {
			t.Errorf("a stream: got %d %s, want 503; %d of 50 sockets refused", got.status, got.body, refused)
		}
		s.answers(t) // queries need no such place
		for _, c := range open {
			c.conn.CloseNow()
		}
		return "503; queries are answered"
	}},
	{number: "16d", name: "a message of 2 MB, a message that is no JSON", run: func(t *testing.T, s site) string {
		for _, message := range []string{`{"id": "1", "type": "subscribe", "payload": {"query": "` + strings.Repeat("x", 2<<20) + `"}}`, "{", `{"type": "none"}`, "\xff"} {
			c := s.connect("{}")
			_ = c.conn.Write(t.Context(), websocket.MessageText, []byte(message)) // it may be closed by then
			ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
			var err error
			for err == nil {
				_, _, err = c.conn.Read(ctx)
			}
			if ctx.Err() != nil {
				t.Errorf("%.20s: the socket is still open", message)
			}
			cancel()
			c.conn.CloseNow()
		}
		return "closed"
	}},
	{number: "20", name: "slow headers, a slow body, readers that stall: a stream, a socket", options: Options{Limits: Limits{Read: 200 * time.Millisecond, Write: 200 * time.Millisecond}},
		run: slow},
	{number: "20b", name: "40 bodies of which each holds on to its place", options: Options{Limits: Limits{Read: 300 * time.Millisecond, Bodies: 2, Wait: 20 * time.Millisecond}},
		run: func(t *testing.T, s site) string {
			var mu sync.Mutex
			got := map[int]int{}
			var all sync.WaitGroup
			for range 40 {
				all.Go(func() {
					r, _ := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/graphql", endless{})
					r.Header.Set("Content-Type", "application/json")
					r.ContentLength = 100_000
					resp, err := http.DefaultTransport.RoundTrip(r)
					if err != nil {
						return
					}
					resp.Body.Close()
					mu.Lock()
					defer mu.Unlock()
					got[resp.StatusCode]++
				})
			}
			s.answers(t) // while they wait
			all.Wait()
			if got[http.StatusServiceUnavailable] < 30 || got[http.StatusRequestTimeout] == 0 {
				t.Errorf("got %v, want two or so to time out and others to find no place", got)
			}
			return fmt.Sprintf("%d times 408, %d times 503; others are served", got[408], got[503])
		}},
	{number: "20d", name: "exports that nobody reads", options: Options{Limits: Limits{Write: 300 * time.Millisecond, Exports: 2, Wait: 50 * time.Millisecond}},
		run: func(t *testing.T, s site) string {
			for i := range 12 {
				a := graph.Article{Title: fmt.Sprint("Long ", i), Language: "en", Published: edtf.MustParse("2020-01-01"), Text: strings.Repeat("long ", 250_000)}
				claim := graph.Claim{Subject: "round:evil-1", Predicate: graph.PredProcess, Object: graph.Object{Entity: "process:evil"}}
				if _, err := s.store.Put(t.Context(), webtest.Reading(t, a, claim)); err != nil {
					t.Fatal(err)
				}
			}
			for range 2 {
				defer dialTCP(t, strings.TrimPrefix(s.url, "http://"), "GET /export/graph.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n").Close()
			}
			time.Sleep(100 * time.Millisecond)
			refused := 0
			for i := 0; ; i++ {
				got := s.do(http.MethodGet, "/export/timeline.csv", "")
				if got.status == http.StatusOK {
					break
				}
				if refused++; got.status != http.StatusServiceUnavailable || got.header.Get("Retry-After") == "" {
					t.Errorf("got %d %s, want 503", got.status, got.body)
				}
				if s.answers(t); i > 100 {
					t.Fatal("readers that have stalled are waited for")
				}
			}
			if refused == 0 {
				t.Error("nothing was refused while they had both places")
			}
			return "503 until they are given up; queries are answered"
		}},
}

// endless is a body of which a byte comes now and then.
type endless struct{}

// Read reads a byte.
func (endless) Read(b []byte) (int, error) {
	time.Sleep(20 * time.Millisecond)
	b[0] = ' '
	return 1, nil
}

// slow has headers, bodies and readers that take their time.
func slow(t *testing.T, s site) string {
	if most := Server(nil).ReadHeaderTimeout; most == 0 || most > 10*time.Second {
		t.Errorf("headers may take %v", most)
	}
	h, err := New(s.store, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	hasty := httptest.NewUnstartedServer(nil)
	hasty.Config = Server(h)
	hasty.Config.ReadHeaderTimeout = 200 * time.Millisecond
	hasty.Start()
	defer hasty.Close()
	conn := dialTCP(t, hasty.Listener.Addr().String(), "POST /graphql HTTP/1.1\r\nHost: localhost\r\n")
	ended := make(chan error, 1)
	go func() { _, err := io.Copy(io.Discard, conn); ended <- err }()
	for i := 0; ; i++ {
		if _, err := fmt.Fprintf(conn, "X-%d: y\r\n", i); err != nil {
			break
		}
		if time.Sleep(20 * time.Millisecond); i > 500 {
			t.Fatal("headers may come for ever")
		}
	}
	<-ended

	if got := s.slowBody(t); !strings.Contains(got, " 408 ") {
		t.Errorf("a slow body: got %q, want 408", got)
	}

	body, _ := json.Marshal(map[string]string{"query": subscription})
	stalled := dialTCP(t, strings.TrimPrefix(s.url, "http://"), fmt.Sprintf(
		"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s", len(body), body))
	defer stalled.Close()
	s.untilClosed(t)
	c := s.connect("{}") // nor is this one read from
	c.subscribe("1", subscription)
	s.untilClosed(t)
	return "closed, 408, closed; others are served"
}

// slowBody sends a body of which a byte comes now and then, and returns the first line of
// the answer, which comes before it ends. It reads while it writes: a client that has only
// written when the connection is closed may not find the answer any more.
func (s site) slowBody(t *testing.T) string {
	t.Helper()
	conn := dialTCP(t, strings.TrimPrefix(s.url, "http://"), "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
	answer := make(chan string, 1)
	go func() { line, _ := bufio.NewReader(conn).ReadString('\n'); answer <- line }()
	for range 1000 {
		select {
		case line := <-answer:
			return line
		case <-time.After(20 * time.Millisecond):
			_, _ = io.WriteString(conn, " ")
		}
	}
	return ""
}

// untilClosed loads articles until the one stream that is open is not any
// more.
func (s site) untilClosed(t *testing.T) {
	t.Helper()
	open := func() bool {
		return strings.Contains(s.do(http.MethodGet, "/metrics", "").body, "peacetalks_streams_open 1")
	}
	for i := 0; !open(); i++ {
		if time.Sleep(5 * time.Millisecond); i > 1000 {
			t.Fatal("the stream is not open")
		}
	}
	for i := 0; open(); i++ {
		if i > 60 {
			t.Fatal("a reader that has stalled is waited for")
		}
		data, _ := json.Marshal(map[string]any{
			"query":     `mutation ($t: String!) { loadArticle(input: {title: $t, text: "harbour-1"}) { existing } }`,
			"variables": map[string]string{"t": fmt.Sprint(time.Now().UnixNano()) + strings.Repeat("x", 500_000)},
		})
		s.do(http.MethodPost, "/graphql", string(data)).isData(t, `{"loadArticle":{"existing":false}}`)
		s.answers(t)
	}
}

// dialTCP opens a connection and sends what a request begins with.
func dialTCP(t *testing.T, address, begin string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	_ = conn.(*net.TCPConn).SetReadBuffer(4096)
	if _, err := io.WriteString(conn, begin); err != nil {
		t.Fatal(err)
	}
	return conn
}
