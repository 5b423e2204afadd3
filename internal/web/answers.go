package web

import (
	"bytes"
	"container/list"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// answers keeps what was sent last, compressed, by address, each as a memo does: to write a page of a hundred
// lines takes longer than to find them. Readers with accounts share them. The zero value is empty and ready.
type answers struct {
	mu    sync.Mutex
	by    map[string]*list.Element // of *answer
	order list.List                // the last asked for first
	bytes int
}

// answer is what an address is answered with.
type answer struct {
	key   string
	bytes int // that answers counts for it
	memo  memo[sent]
}

// sent is an answer with the status 200.
type sent struct {
	header http.Header // what the answer itself set
	body   []byte      // compressed
	length int         // before that
}

// mostBytes is how much of answers is kept, compressed: the pages of a thousand groups, which take longest to make, and as
// much again of others; overhead is what one more counts for besides.
const (
	mostBytes = 128 << 20
	overhead  = 2 << 10
)

// kept answers as do does, with what it answered last if the ledger is still the same. It is for what depends on the
// address and the ledger alone, but for who reads at the head of a page: with accounts that is written into it as it is sent.
func (s *site) kept(do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		anyone, who := visitor{}, s.who(r)
		if who.Local {
			anyone = who // there is nobody else
		}
		a := s.answers.of(fmt.Sprintf("%+v %v %s", anyone, s.working(), r.URL.RequestURI()))
		got, err := a.memo.get(r.Context(), s.view.Stamp(), func(context.Context) (sent, error) {
			ctx, outdated := watchOutdated(context.WithoutCancel(r.Context()))
			ctx, cancel := context.WithTimeout(ctx, patience)
			defer cancel()
			t := taking(do, visited(r.WithContext(ctx), anyone))
			switch {
			case t.head.Get("Set-Cookie") != "":
				return sent{}, errors.New("a page that all readers share sets a cookie")
			case t.status != http.StatusOK || outdated.Load():
				return sent{}, unkept{t}
			}
			return t.compress()
		})
		if other, ok := err.(unkept); ok {
			other.send(w, r, who)
			return
		}
		if err != nil {
			s.fail(w, r, err)
			return
		}
		s.answers.weigh(a, len(got.body))
		got.send(w, r, who)
	}
}

// unkept is an answer that is no page, or is outdated: it is sent to those who wait for it, and not kept.
type unkept struct{ *taken }

func (u unkept) Error() string { return http.StatusText(u.status) }

// taken takes what is sent.
type taken struct {
	status int
	head   http.Header
	body   *bytes.Buffer
}

func (t *taken) Header() http.Header         { return t.head }
func (t *taken) WriteHeader(status int)      { t.status = status }
func (t *taken) Write(b []byte) (int, error) { return t.body.Write(b) }

// send sends it as it was, but for who reads.
func (t *taken) send(w http.ResponseWriter, r *http.Request, who visitor) {
	maps.Copy(w.Header(), t.head)
	body := signed(t.body.Bytes(), t.head, who)
	if t.head.Get("Content-Length") != "" {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	}
	w.WriteHeader(t.status)
	if r.Method != http.MethodHead {
		w.Write(body) // a reader who has gone is no fault of ours
	}
}

// headEnd is where a page says who reads: what a reader typed has no such markup.
var headEnd = []byte("</form>\n</header>\n")

// signed is a page with who reads in its head; the same page if nobody is to be named, or it has no head.
func signed(page []byte, h http.Header, who visitor) []byte {
	at := bytes.Index(page, headEnd)
	if who.Local || who.Name == "" || at < 0 || !strings.HasPrefix(h.Get("Content-Type"), "text/html") {
		return page
	}
	at += len("</form>")
	var b bytes.Buffer
	if err := pages["fault"].ExecuteTemplate(&b, "whoami", who); err != nil {
		return page
	}
	return slices.Concat(page[:at], b.Bytes(), page[at:])
}

// taking takes what do answers.
func taking(do http.HandlerFunc, r *http.Request) *taken {
	as := r.Clone(r.Context())
	as.Method = http.MethodGet
	t := &taken{http.StatusOK, http.Header{}, buffers.Get().(*bytes.Buffer)}
	do(t, as)
	return t
}

// compress is what was taken as it is kept; nothing can be taken any more.
func (t *taken) compress() (sent, error) {
	defer done(t.body)
	b := buffers.Get().(*bytes.Buffer)
	defer done(b)
	z := gzips.Get().(*gzip.Writer)
	defer gzips.Put(z)
	z.Reset(b)
	if _, err := z.Write(t.body.Bytes()); err != nil {
		return sent{}, fmt.Errorf("compress an answer: %w", err)
	}
	if err := z.Close(); err != nil {
		return sent{}, fmt.Errorf("compress an answer: %w", err)
	}
	t.head.Del("Content-Length")
	return sent{t.head, bytes.Clone(b.Bytes()), t.body.Len()}, nil
}

// send sends it compressed to those who read that, with who reads.
func (a sent) send(w http.ResponseWriter, r *http.Request, who visitor) {
	h := w.Header()
	maps.Copy(h, a.header)
	if !who.Local && who.Name != "" {
		if page, err := a.plain(); err == nil { // it is our own
			(&taken{http.StatusOK, a.header, bytes.NewBuffer(page)}).send(w, r, who)
			return
		}
	}
	body, n := io.Reader(bytes.NewReader(a.body)), len(a.body)
	if readsGzip(r) {
		h.Set("Content-Encoding", "gzip")
	} else if z, err := gzip.NewReader(bytes.NewReader(a.body)); err == nil { // it is our own
		body, n = z, a.length
	}
	h.Set("Content-Length", strconv.Itoa(n))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		io.Copy(w, body) // a reader who has gone is no fault of ours
	}
}

// plain is its body as it was before.
func (a sent) plain() ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(a.body))
	if err != nil {
		return nil, err
	}
	out := make([]byte, a.length)
	_, err = io.ReadFull(z, out)
	return out, err
}

// of returns the answer of a key, which may be a new one.
func (k *answers) of(key string) *answer {
	k.mu.Lock()
	defer k.mu.Unlock()
	if e := k.by[key]; e != nil {
		k.order.MoveToFront(e)
		return e.Value.(*answer)
	}
	if k.by == nil {
		k.by = map[string]*list.Element{}
	}
	a := &answer{key: key, bytes: overhead + 2*len(key)}
	k.by[key] = k.order.PushFront(a)
	k.bytes += a.bytes
	k.forget()
	return a
}

// weigh notes how long an answer is now.
func (k *answers) weigh(a *answer, n int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if e := k.by[a.key]; e == nil || e.Value.(*answer) != a {
		return // forgotten meanwhile
	}
	n += overhead + 2*len(a.key)
	k.bytes += n - a.bytes
	a.bytes = n
	k.forget()
}

// forget drops what nobody asked for since long, until the rest fits.
func (k *answers) forget() {
	for k.bytes > mostBytes && k.order.Len() > 1 {
		a := k.order.Remove(k.order.Back()).(*answer)
		delete(k.by, a.key)
		k.bytes -= a.bytes
	}
}
