package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"sync"
	"time"

	"dateline"
)

//go:embed pages static
var files embed.FS

// page is one page before it is laid out.
type page struct {
	Title    string
	Template string // under pages, without .html
	Section  string // of the navigation: "groups", "incidents", "reports", "kinds", "about"; "" for none
	Review   review
	Main     any
	Notice   string
	Query    string // what stands in the search box
	Style    string // the style sheet's address
	Script   string // the first module's
	Who      visitor
	Working  bool // incidents do not have all rulings yet
	Bare     bool // the template is all of the page: no frame is around it
}

// review says how much of a page people have looked at.
type review struct {
	Statements int
	Reviewed   int
}

// of counts one more Statement.
func (r *review) of(state dateline.ReviewState) {
	r.Statements++
	if state != dateline.Unreviewed && state != "" {
		r.Reviewed++
	}
}

// Words says so in a line; "" where the page shows no Statement.
func (r review) Words() string {
	switch {
	case r.Statements == 0:
		return ""
	case r.Reviewed == 0:
		return "Machine reading, not reviewed"
	case r.Reviewed == r.Statements:
		return "Reviewed by people: every statement on this page"
	}
	return fmt.Sprintf("Machine reading; %s of %s on this page reviewed by people", number(r.Reviewed), plural(r.Statements, "statement"))
}

// pages are the templates, each with the frame and all parts around it.
var pages = func() map[string]*template.Template {
	frame := template.Must(template.New("frame.html").Funcs(words).ParseFS(files, "pages/frame.html", "pages/parts/*.html"))
	out := map[string]*template.Template{}
	for _, n := range glob("pages/*.html") {
		if name := path.Base(n[:len(n)-len(".html")]); name != "frame" {
			out[name] = template.Must(template.Must(frame.Clone()).ParseFS(files, n))
		}
	}
	return out
}()

// words are what templates may call.
var words = template.FuncMap{
	"number":  number,
	"plural":  plural,
	"outlet":  outlet,
	"title":   upper,
	"slug":    slug,
	"refs":    markRefs,
	"shown":   markShown,
	"known":   markKnown,
	"row":     markRow,
	"drawing": markup,
}

// buffers are what pages are written into, one after the other.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// done gives a buffer back, unless it is one that few pages need.
func done(b *bytes.Buffer) {
	if b.Cap() <= 1<<20 {
		b.Reset()
		buffers.Put(b)
	}
}

// write lays p out and sends it, whole or not at all.
func (s *site) write(w http.ResponseWriter, r *http.Request, status int, p *page) {
	p.Who, p.Working = s.who(r), s.working()

	p.Notice, p.Style, p.Script = s.opts.Notice, "/static/style.css?"+sheetSum, "/script/"+scriptSum+"/main.js"
	b := buffers.Get().(*bytes.Buffer)
	defer done(b)
	around := "frame.html"
	if p.Bare {
		around = "main"
	}
	if err := pages[p.Template].ExecuteTemplate(b, around, p); err != nil {
		s.opts.Log.Error("page not laid out", "path", r.URL.Path, "error", err)
		http.Error(w, "The page could not be made.", http.StatusInternalServerError)
		return
	}
	text := unturned(b.Bytes())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Length", fmt.Sprint(len(text)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(text) // a reader who has gone is no fault of ours
	}
}

var types = map[string]string{".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

// static sends the style sheet or a file of the folder static.
func (s *site) static(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if name == "style.css" {
		send(w, r, types[".css"], sheet)
		return
	}
	b, err := files.ReadFile("static/" + name)
	if err != nil || types[path.Ext(name)] == "" {
		s.fail(w, r, &fault{http.StatusNotFound, "There is no such file", "The address leads nowhere here."})
		return
	}
	send(w, r, types[path.Ext(name)], b)
}

// lasting tells browsers that what stands under an address never changes.
const lasting = "public, max-age=31536000, immutable"

// send sends what stays as it is under its address.
func send(w http.ResponseWriter, r *http.Request, kind string, b []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", lasting)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}
