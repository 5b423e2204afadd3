package load

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Caller asks one server.
type Caller struct {
	base   string
	client *http.Client
	header http.Header
}

// patience is how long an answer is waited for.
const patience = 30 * time.Second

// NewCaller returns a Caller of the server at a base such as "http://127.0.0.1:8080"; an error if that is not an
// address of this machine alone. header is sent with each request; it may be nil.
func NewCaller(base string, header http.Header) (*Caller, error) {
	u, err := url.Parse(base)
	if err != nil {
		return nil, fmt.Errorf("address of the server: %w", err)
	}
	if ip := net.ParseIP(u.Hostname()); u.Scheme != "http" || ip == nil || !ip.IsLoopback() {
		return nil, fmt.Errorf("%s is not an address of this machine alone", base)
	}
	t := &http.Transport{MaxIdleConns: atOnce, MaxIdleConnsPerHost: atOnce, DisableCompression: true}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Caller{strings.TrimSuffix(base, "/"), &http.Client{Transport: t, Timeout: patience, CheckRedirect: stay}, header}, nil
}

// answer is what came of one request.
type answer struct {
	path    string
	bytes   int64  // of the body, as they came over the wire
	failure string // "" for none: a status, or why there was none
}

// answer asks; an answer that is no page is a failure, unless the Ask wants that status.
func (c *Caller) answer(ctx context.Context, a Ask) answer {
	out := answer{path: a.Path}
	req, err := http.NewRequestWithContext(ctx, a.method(), c.base+a.Path, bytes.NewReader([]byte(a.Form.Encode())))
	if err != nil {
		out.failure = "no request: " + err.Error()
		return out
	}
	for name, values := range c.header {
		req.Header[name] = values
	}
	req.Header.Set("Accept-Encoding", "gzip")
	if a.Form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	resp, err := c.client.Do(req)
	if err != nil {
		out.failure = "no answer"
		return out
	}
	defer resp.Body.Close()
	if out.bytes, err = io.Copy(io.Discard, resp.Body); err != nil {
		out.failure = "cut short"
	} else if resp.StatusCode != a.status() {
		out.failure = resp.Status
	}
	return out
}
