package web

import (
	"fmt"
	"net/http"
	"runtime/debug"
)

// brokeDown answers a request whose handler panicked with v, if that is anything, and notes where: neither who asked nor
// for which words.
func (s *site) brokeDown(w http.ResponseWriter, r *http.Request, v any) {
	switch v {
	case nil:
	case http.ErrAbortHandler:
		panic(v)
	default:
		s.opts.Log.Error("page broke down", "path", r.URL.Path, "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
		s.fail(w, r, &fault{http.StatusInternalServerError, "The page could not be made", "Something is wrong with the program. Its log says what."})
	}
}
