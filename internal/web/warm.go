package web

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"slices"

	"dateline/internal/selection"
)

// mostWarmed is how many groups' pages are made before anybody asks for them, those most told of first.
const mostWarmed = 1000

// warm makes, one after the other, what takes longest: the index, the views of all incidents, and the pages of groups. Pages
// are kept for readers of a machine without accounts; others' have their names on them.
func (s *site) warm(h http.Handler) {
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
	if err != nil || s.accounts(ctx) {
		return
	}
	paths := []string{"/", "/incidents", "/reports", "/timeline", "/timeline/data", "/map", "/map/data", "/trend", "/network"}
	for _, list := range [][]groupLine{front.view.Groups, front.view.Others, front.view.Rest} {
		for _, g := range list[:min(len(list), mostWarmed)] {
			paths = append(paths, g.Link)
		}
	}
	for _, path := range paths {
		at, err := url.ParseRequestURI(path)
		if err != nil {
			continue // no address that a reader could ask for
		}
		as := http.Header{"Accept-Encoding": {"gzip"}} // as it is kept
		h.ServeHTTP(&taken{http.StatusOK, http.Header{}, new(bytes.Buffer)}, &http.Request{Method: http.MethodGet, URL: at, RequestURI: path, Header: as, Body: http.NoBody})
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
