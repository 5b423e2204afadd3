package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"

	"dateline"
	"dateline/internal/cite"
	"dateline/internal/selection"
)

// citation is how to cite an incident or a view: a text to copy, and files for reference managers.
type citation struct {
	Page  string // the address of the page of the citation
	Text  string // "" where only that page has it
	Files []shown
}

// newCitation leads to a citation at an address that ends in '?' or '&'.
func newCitation(address string) citation {
	c := citation{Page: address[:len(address)-1]}
	for _, f := range cite.Formats {
		c.Files = append(c.Files, shown{Text: f.Label, Link: address + "format=" + f.Name})
	}
	return c
}

// citationOf is the citation of a query's selection, for the frame of its views. It costs nothing: the text is on its page.
func citationOf(q selection.Query) citation {
	if address := q.String(); address != "" {
		return newCitation("/cite?" + address + "&")
	}
	return newCitation("/cite?")
}

// citeIncident is the citation of an incident, with its text.
func (s *site) citeIncident(r *http.Request, in *dateline.Incident) (citation, error) {
	w, err := s.incidentWork(r, in)
	c := newCitation("/incidents/" + in.ID + "/cite?")
	w.URL = "/incidents/" + in.ID // a page that is kept does not say by which name its reader calls us
	c.Text = cite.Text(w)
	return c, err
}

// incidentWork is what is cited of an incident.
func (s *site) incidentWork(r *http.Request, in *dateline.Incident) (cite.Work, error) {
	w, err := s.newWork(r, "/incidents/"+in.ID)
	w.Key, w.Title = "dateline-"+in.ID, "Incident "+in.ID+": "+incidentTitle(in)
	w.Note = "Told by " + plural(len(in.Reports), "report")
	if in.Independent != len(in.Reports) {
		w.Note += ", " + number(in.Independent) + " of them independent"
	}
	w.Note += ", in " + plural(len(in.Statements), "statement") + "." + noFinding
	return w, err
}

// noFinding ends every note.
const noFinding = " It is a record of who said what, and no finding of fact."

// newWork is a Work with all that every citation of this ledger has.
func (s *site) newWork(r *http.Request, path string) (cite.Work, error) {
	at, err := s.view.Changed(r.Context())
	return cite.Work{Program: "Dateline", Version: s.opts.Version, AsOf: at, URL: absolute(r, path)}, err
}

var hostName = regexp.MustCompile(`^[A-Za-z0-9.-]+(:[0-9]+)?$|^\[[0-9a-fA-F:]+\](:[0-9]+)?$`)

// absolute is the address of a path of ours as the reader called us; the path alone if that was no name of a host.
func absolute(r *http.Request, path string) string {
	switch {
	case !hostName.MatchString(r.Host):
		return path
	case r.TLS != nil:
		return "https://" + r.Host + path
	}
	return "http://" + r.Host + path
}

// citeView answers with the citation of a selection.
func (s *site) citeView(w http.ResponseWriter, r *http.Request) {
	work, err := s.viewWork(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	q, _ := selection.Parse(r.URL.Query()) // it was read just now
	c := citationOf(q)
	s.sendCitation(w, r, work, c, at("/incidents", q))
}

// queryWords says in words what a query selects.
func (s *site) queryWords(q selection.Query) string {
	var e explore
	e.chips(q, "", labeller{s})
	return queryWords(e)
}

// viewWork is what is cited of the selection in the address.
func (s *site) viewWork(r *http.Request) (cite.Work, error) {
	sel, _, err := s.selected(r)
	if err != nil {
		return cite.Work{}, err
	}
	ids := make([]string, len(sel.Lines))
	for i, l := range sel.Lines {
		ids[i] = l.ID
	}
	reports, err := s.view.CountReportsTelling(r.Context(), ids)
	if err != nil {
		return cite.Work{}, err
	}
	w, err := s.newWork(r, at("/incidents", sel.Query))
	words, address := s.queryWords(sel.Query), sel.Query.String()
	w.Key, w.Title = "dateline-"+keyOf(w.AsOf.String(), address), "Incidents in reports: "+words
	w.Note = plural(len(sel.Lines), "incident") + " of " + number(sel.All) + ", told by " + plural(reports, "report") + "."
	if address != "" {
		w.Note += " Query: " + address + "."
	}
	w.Note += noFinding
	return w, err
}

// keyOf makes a short key of what is cited.
func keyOf(of ...string) string {
	sum := sha256.New()
	for _, s := range of {
		io.WriteString(sum, strconv.Quote(s))
	}
	return hex.EncodeToString(sum.Sum(nil)[:4])
}

// citeOneIncident answers with the citation of an incident.
func (s *site) citeOneIncident(w http.ResponseWriter, r *http.Request) {
	id, err := id(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	in, err := s.view.Incident(r.Context(), id)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if in.ID != id {
		http.Redirect(w, r, string(movedTo("/incidents/"+in.ID+"/cite", r)), http.StatusMovedPermanently)
		return
	}
	work, err := s.incidentWork(r, &in)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendCitation(w, r, work, newCitation("/incidents/"+in.ID+"/cite?"), "/incidents/"+in.ID)
}

// citePage is the page of a citation.
type citePage struct {
	Citation citation
	Of       shown
	Samples  []citeSample
}

// citeSample is a citation in one format, to look at and to copy.
type citeSample struct{ Name, Label, Text string }

// sendCitation sends work as a file in the format of the address; without one, as a page with all of them.
func (s *site) sendCitation(w http.ResponseWriter, r *http.Request, work cite.Work, c citation, of string) {
	name := r.URL.Query().Get("format")
	f, ok := cite.Named(name)
	switch {
	case name == "":
		v := citePage{Citation: c, Of: shown{Text: work.Title, Link: of}}
		for _, f := range cite.Formats {
			v.Samples = append(v.Samples, citeSample{f.Name, f.Label, f.Write(work)})
		}
		s.write(w, r, http.StatusOK, &page{Title: "Citation", Template: "cite", Section: "incidents", Main: v})
	case !ok:
		s.fail(w, r, &fault{http.StatusBadRequest, "There is no such format", "format= in the address takes text, csl, bibtex or ris."})
	default:
		b := f.Write(work)
		h := w.Header()
		h.Set("Content-Type", f.Type)
		h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", work.Key+f.Ext))
		h.Set("Content-Length", strconv.Itoa(len(b)))
		if r.Method != http.MethodHead {
			io.WriteString(w, b)
		}
	}
}
