// Package browser tests the pages of the peacetalks command in headless
// Chromium with the network cut: the real program serves a store that it has
// loaded itself, and no request may leave this machine.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for one thing: a busy machine takes
// seconds to start the editor.
const patience = time.Minute

// findChromium skips the test where there is no Chromium, and fails it in CI.
func findChromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	const missing = "no Chromium: set CHROMIUM to its path, or install it"
	if os.Getenv("CI") == "true" {
		t.Fatal(missing)
	}
	t.Skip(missing)
	return ""
}

// A tab is a page in Chromium.
type tab struct{ ctx context.Context }

// openTab starts Chromium with an empty profile; start the server before, so
// that it ends after the page. When the test ends, it fails
// if the page logged errors, met its security policy, or if the browser asked
// for anything beyond this machine.
func openTab(t *testing.T) tab {
	t.Helper()
	dir := t.TempDir()
	netLog := filepath.Join(dir, "net.json")
	opts := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(findChromium(t)),
		chromedp.UserDataDir(filepath.Join(dir, "profile")),
		chromedp.WindowSize(1500, 950),
		chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.Flag("log-net-log", netLog),
	}
	// What a click is aimed at must not move on before it is made: no smooth
	// scrolling.
	opts = append(opts, chromedp.Flag("force-prefers-reduced-motion", true))
	for _, flag := range []string{
		"headless", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run", "no-default-browser-check",
		"disable-background-networking", "disable-component-update", "disable-sync", "disable-default-apps", "disable-extensions",
	} {
		opts = append(opts, chromedp.Flag(flag, true))
	}
	ctx, stopAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stopBrowser := chromedp.NewContext(ctx)
	b := tab{ctx}
	messages := chromedp.Console(ctx) // starts the browser
	problems := make(chan string, 1)
	go func() { problems <- strings.Join(errorsOf(messages), "\n") }()
	t.Cleanup(func() {
		if t.Failed() {
			b.screenshot(t, t.Name()+"-failed")
		}
		// Closing in good order completes the log of requests.
		closing, stop := context.WithTimeout(ctx, time.Minute)
		defer stop()
		if err := chromedp.Cancel(closing); err != nil {
			t.Errorf("closing Chromium: %v", err)
		}
		stopBrowser()
		stopAllocator()
		if found := <-problems; found != "" {
			t.Errorf("on the console:\n%s", found)
		}
		checkRequests(t, netLog)
	})
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument,
		page.AddScriptToEvaluateOnNewDocumentParams{Source: reportViolations})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// reportViolations turns what the content security policy refuses into errors
// on the console.
const reportViolations = `document.addEventListener('securitypolicyviolation', (e) =>
	console.error('content security policy:', e.violatedDirective, 'refused', e.blockedURI));`

// missingPage is an address that the server has nothing at.
const missingPage = "/rounds/astana-1000"

// errorsOf reads the console until the browser ends.
func errorsOf(messages iter.Seq2[chromedp.ConsoleMessage, error]) []string {
	var found []string
	for m, err := range messages {
		if err != nil {
			break
		}
		if strings.Contains(m.URL, missingPage) {
			continue // that it is not there is what a test asks for
		}
		if m.IsException() || m.Type == "error" || m.Type == "assert" {
			found = append(found, fmt.Sprintf("%s (%s:%d)", m, m.URL, m.Line))
		}
	}
	return found
}

// do runs actions, each of which may take as long as patience allows.
func (b tab) do(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval runs a script in the page and gives its value.
func eval[T any](t *testing.T, b tab, script string) T {
	t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return value
}

// await waits until a script's value is true.
func (b tab) await(t *testing.T, what, script string) {
	t.Helper()
	for start := time.Now(); time.Since(start) < patience; time.Sleep(100 * time.Millisecond) {
		if eval[bool](t, b, "Boolean("+script+")") {
			return
		}
	}
	t.Fatalf("waited in vain for %s", what)
}

// screenshot keeps a picture of the page in the folder SCREENSHOTS, if that is set.
func (b tab) screenshot(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("SCREENSHOTS")
	if dir == "" {
		return
	}
	picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		t.Logf("screenshot: %v", err)
		return
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)+".png"), picture, 0o644); err != nil {
		t.Error(err)
	}
}

// checkRequests reads Chromium's own log of its network, which covers the page
// and its workers. The browser asks its maker for updates and the like; such
// requests have no page as initiator, and find no network either.
func checkRequests(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return
	}
	var netLog struct {
		Events []struct {
			Params struct{ URL, Initiator string }
		}
	}
	if err := json.Unmarshal(data, &netLog); err != nil {
		t.Errorf("the log of requests: %v", err)
		return
	}
	local := 0
	for _, e := range netLog.Events {
		u, err := url.Parse(e.Params.URL)
		switch {
		case err != nil:
			t.Errorf("request: %v", err)
		case e.Params.Initiator == "" || e.Params.Initiator == "not an origin":
		case u.Hostname() == "127.0.0.1":
			local++
		case u.Hostname() != "":
			t.Errorf("a request left this machine: %s", u)
		}
	}
	if local == 0 {
		t.Error("the log has no request of the page: it proves nothing")
	}
}
