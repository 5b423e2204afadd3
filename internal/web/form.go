package web

import (
	"errors"
	"fmt"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// longestForm is how many bytes a form may have.
const longestForm = 64 << 10

// field is a field of a form, as it was sent.
type field struct{ Name, Value string }

// form is what a request sends, read strictly: only fields that are expected, each once unless it may be there twice.
type form struct{ values url.Values }

// readForm reads the form of r. Fields may be absent; the fault names one that is not expected, so that nobody can
// slip in what a form does not ask for.
func readForm(w http.ResponseWriter, r *http.Request, fields ...string) (form, error) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
		return form{}, &fault{http.StatusUnsupportedMediaType, "That is no form", "Only forms are read here: application/x-www-form-urlencoded."}
	}
	if r.URL.RawQuery != "" {
		return form{}, &fault{http.StatusBadRequest, "That is not what the form asks for", "A form's values are in the form, and not in its address (unknown_field)."}
	}
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	if err := r.ParseForm(); err != nil {
		if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
			return form{}, &fault{http.StatusRequestEntityTooLarge, "That is too much", fmt.Sprintf("A form has up to %d bytes.", longestForm)}
		}
		return form{}, &fault{http.StatusBadRequest, "The form could not be read", "It is not written as forms are."}
	}
	for name, values := range r.PostForm {
		switch twice := slices.Contains(fields, name+"..."); {
		case !twice && !slices.Contains(fields, name):
			return form{}, &fault{http.StatusBadRequest, "That is not what the form asks for", "It has no field of that name: " + brief(name) + " (unknown_field)."}
		case len(values) > 1 && (!twice || len(values) > 2):
			return form{}, &fault{http.StatusBadRequest, "That is not what the form asks for", "The field " + name + " is there too often."}
		}
		for _, v := range values {
			if !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
				return form{}, &fault{http.StatusBadRequest, "The form could not be read", "The field " + name + " is no text."}
			}
		}
	}
	return form{r.PostForm}, nil
}

// get returns a field without space around it; "" if it is absent.
func (f form) get(name string) string { return strings.TrimSpace(f.values.Get(name)) }

// all returns a field's values.
func (f form) all(name string) []string { return f.values[name] }

// brief is a stranger's word, cut to what a message can hold.
func brief(s string) string {
	if r := []rune(strings.ToValidUTF8(s, "?")); len(r) > 40 {
		return string(r[:40]) + "..."
	}
	return strings.ToValidUTF8(s, "?")
}

// onSite returns where, a path and query of ours that a form wants to go on to, and otherwise instead. Nothing leads to
// another host: the path is parsed as browsers parse it, and has to be in the table of routes.
func (s *site) onSite(where, instead string) string {
	if !strings.HasPrefix(where, "/") || strings.HasPrefix(where, "//") || strings.ContainsFunc(where, func(r rune) bool { return r <= ' ' || r == '\\' || r == 0x7f }) {
		return instead
	}
	u, err := url.Parse(where)
	if err != nil || u.IsAbs() || u.Host != "" || u.User != nil || !strings.HasPrefix(u.Path, "/") || strings.HasPrefix(u.Path, "//") || strings.ContainsAny(u.Path, "\\\t\r\n") {
		return instead
	}
	if _, pattern := s.known.Handler(&http.Request{Method: http.MethodGet, URL: &url.URL{Path: u.Path}, Host: "here"}); pattern == "/" || pattern == "" {
		return instead
	}
	return u.String()
}
