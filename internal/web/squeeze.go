package web

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// squeeze sends answers of text compressed to browsers that read that. No answer holds a secret beside words that came
// with the request, so that its length tells a stranger nothing.
func squeeze(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if r.Method == http.MethodHead || !readsGzip(r) {
			next.ServeHTTP(w, r)
			return
		}
		s := &squeezed{ResponseWriter: w}
		next.ServeHTTP(s, r)
		s.end()
	})
}

// readsGzip reports whether a browser takes gzip.
func readsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding == "gzip" {
			q, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(weight), "q="), 64)
			return err != nil || q > 0
		}
	}
	return false
}

// least is the shortest body, in bytes, that is compressed: one that fits into a packet gains nothing.
const least = 1400

// squeezed is an answer that is compressed if its headers say that this is of use.
type squeezed struct {
	http.ResponseWriter
	sent bool
	gzip *gzip.Writer // nil if it is sent as it is
}

var gzips = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic(err) // there is such a level
	}
	return z
}}

// WriteHeader decides whether to compress.
func (s *squeezed) WriteHeader(status int) {
	if h := s.Header(); !s.sent && status >= 200 && ofText(status, h) {
		h.Del("Content-Length")
		h.Set("Content-Encoding", "gzip")
		s.gzip = gzips.Get().(*gzip.Writer)
		s.gzip.Reset(s.ResponseWriter)
	}
	s.sent = s.sent || status >= 200
	s.ResponseWriter.WriteHeader(status)
}

// ofText reports whether an answer is text that is worth compressing.
func ofText(status int, h http.Header) bool {
	if status == http.StatusNoContent || status == http.StatusNotModified || status == http.StatusPartialContent || h.Get("Content-Encoding") != "" {
		return false
	}
	if n, err := strconv.Atoi(h.Get("Content-Length")); err == nil && n < least {
		return false
	}
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	switch kind {
	case "application/json", "application/geo+json", "image/svg+xml", "text/javascript", "application/vnd.citationstyles.csl+json":
		return true
	}
	return strings.HasPrefix(kind, "text/")
}

func (s *squeezed) Write(b []byte) (int, error) {
	if !s.sent {
		s.WriteHeader(http.StatusOK)
	}
	var to io.Writer = s.ResponseWriter
	if s.gzip != nil {
		to = s.gzip
	}
	return to.Write(b)
}

// end sends what is left.
func (s *squeezed) end() {
	if s.gzip != nil {
		s.gzip.Close() // a reader who has gone is no fault of ours
		gzips.Put(s.gzip)
		s.gzip = nil
	}
}

// Unwrap is for http.ResponseController.
func (s *squeezed) Unwrap() http.ResponseWriter { return s.ResponseWriter }
