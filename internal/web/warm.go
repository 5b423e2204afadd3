package web

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/internal/account"
	"dateline/internal/selection"
)

// mostWarmed is how many groups' pages are made before anybody asks for them, those most told of first.
const mostWarmed = 1000

// warm makes, as many at a time as there are processors, what takes longest: the index, the views of all incidents, and the pages of groups. Readers
// with accounts share what is kept, so it is made for one of them.
func (s *site) warm() {
	if s.opts.Warmed != nil {
		defer s.opts.Warmed()
	}
	ctx := context.Background()
	x, err := s.incidentIndex(ctx)
	if err == nil {
		err = s.keepRows(ctx, x)
	}
	if err != nil {
		s.opts.Log.Error("index of incidents not read", "error", err)
		return
	}
	front, err := s.front.get(ctx, s.view.Stamp(), s.newFront)
	if err != nil {
		return
	}
	paths := []string{"/", "/incidents", "/reports", "/timeline", "/timeline/data", "/map", "/map/data", "/trend", "/network"}
	for _, list := range [][]groupLine{front.view.Groups, front.view.Others, front.view.Rest} {
		for _, g := range list[:min(len(list), mostWarmed)] {
			paths = append(paths, g.Link)
		}
	}
	as := visitor{Name: s.opts.Author, Role: account.Admin, Local: true}
	if s.accounts(ctx) {
		as = visitor{Role: account.Reader}
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(paths)); i = next.Add(1) - 1 {
				s.makeReady(as, paths[i])
			}
		})
	}
	all.Wait()
}

// makeReady makes the page of an address, if that is one that a reader could ask for.
func (s *site) makeReady(as visitor, path string) {
	if at, err := url.ParseRequestURI(path); err == nil {
		r := &http.Request{Method: http.MethodGet, URL: at, RequestURI: path, Header: http.Header{"Accept-Encoding": {"gzip"}}, Body: http.NoBody}
		s.known.ServeHTTP(&taken{http.StatusOK, http.Header{}, new(bytes.Buffer)}, visited(r, as))
	}
}

// keepRows makes rows of lists, those of the newest incidents first, until there is no room for more.
func (s *site) keepRows(ctx context.Context, x *selection.Index) error {
	sel, err := s.selection(ctx, x, selection.Query{})
	for chunk := range slices.Chunk(sel.Lines, 256) {
		if err != nil || s.rows.half() {
			break
		}
		_, _, err = s.rowsOf(ctx, chunk)
	}
	return err
}

// accounts reports whether readers log in.
func (s *site) accounts(ctx context.Context) bool {
	if s.opts.Door == nil {
		return false
	}
	closed, err := s.opts.Door.Closed(ctx)
	return closed || err != nil
}
