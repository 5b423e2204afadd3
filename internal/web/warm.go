package web

import (
	"context"
	"net/http"
	"net/url"
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
	if _, err := s.incidentIndex(ctx); err != nil {
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
		h.ServeHTTP(&taken{head: http.Header{}}, &http.Request{Method: http.MethodGet, URL: at, RequestURI: path, Header: http.Header{}, Body: http.NoBody})
	}
}

// accounts reports whether readers log in.
func (s *site) accounts(ctx context.Context) bool {
	if s.opts.Door == nil {
		return false
	}
	closed, err := s.opts.Door.Closed(ctx)
	return closed || err != nil
}
