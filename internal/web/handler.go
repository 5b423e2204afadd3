package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"dateline/internal/account"
	"dateline/internal/analysis"
	"dateline/internal/codebook"
	"dateline/internal/ledger"
	"dateline/internal/resolve/actor"
)

// Options say what the pages show. The zero value is what `serve` uses.
type Options struct {
	Notice  string        // a line on top of every page: what this ledger is; "" for none
	PerPage int           // incidents and reports on one page of a list; 0 is 50
	Log     *slog.Logger  // told of what could not be shown; nil is slog.Default
	Desk    Desk          // takes rulings; nil if the pages can only be read
	Door    *account.Door // lets people in; nil if there are no accounts and never will be
	Secure  bool          // browsers come over TLS, whoever speaks it
	Proxied bool          // a proxy in front says where requests come from
	Author  string        // who rules at a machine without accounts, unless they say another name; "" if it has to be asked
	Version string        // of the program, for citations; "" if unknown
	Warm    bool          // read the index of incidents at once, and make the pages that take longest, before the first reader asks
	Warmed  func()        // is called when that is done; nil for nobody
}

// site answers requests from one ledger.
type site struct {
	view    *ledger.View
	book    *actor.Book
	kinds   codebook.Book
	opts    Options
	shelf   shelf
	front   memo[front]
	data    memo[aboutView]
	presses memo[[]analysis.Press]
	answers answers
	known   *http.ServeMux // what is answered
	room    room
	rows    rows
	cases   cases
	hearing memo[heardAll]
	loom    loom
	names   groupNames
}

// Limits of one request.
const (
	longestURL = 4096             // bytes of path and query
	patience   = 30 * time.Second // for the ledger
)

// policy is what a browser may do with a page of ours: show it, and run our own scripts, which can neither make markup
// of strings nor load anything from another host.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
	"frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

// Handler shows the ledger that v reads. It panics if the program carries no code book, which a
// test rules out.
func Handler(v *ledger.View, opts Options) http.Handler {
	s := newSite(v, opts)
	h := s.handler()
	if opts.Warm {
		go s.warm()
	}
	return h
}

func newSite(v *ledger.View, opts Options) *site {
	kinds, err := codebook.Load()
	if err != nil {
		panic(err)
	}
	if opts.PerPage == 0 {
		opts.PerPage = 50
	}
	if opts.Log == nil {
		opts.Log = slog.Default()
	}
	return &site{view: v, book: actor.Load(), kinds: kinds, opts: opts}
}

func (s *site) handler() http.Handler {
	return gate(squeeze(s.guard(s.serve())), mostAtOnce, mostWaiting)
}

// table lists everything that is answered, with the role that it takes: a test asks each of every role.
func (s *site) table() []route {
	return []route{
		{"GET", "/{$}", account.Reader, s.kept(s.answer(s.home))},
		{"GET", "/groups", account.Reader, func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/#groups", http.StatusMovedPermanently)
		}},
		{"GET", "/timeline", account.Reader, s.kept(s.answer(s.timeline))},
		{"GET", "/trend", account.Reader, s.kept(s.answer(s.trend))},
		{"GET", "/trend.svg", account.Reader, s.trendFile},
		{"GET", "/trend.csv", account.Reader, s.trendTable},
		{"GET", "/timeline.svg", account.Reader, s.timelineFile},
		{"GET", "/timeline/data", account.Reader, s.kept(s.timelineData)},
		{"GET", "/incidents/{id}/card", account.Reader, s.kept(s.answer(s.card))},
		{"GET", "/groups/{id}", account.Reader, s.kept(s.answer(s.group))},
		{"GET", "/groups/{id}/incidents", account.Reader, s.answer(s.groupIncidents)},
		{"GET", "/incidents", account.Reader, s.kept(s.answer(s.incidents))},
		{"GET", "/incidents.csv", account.Reader, s.lineTable},
		{"GET", "/map", account.Reader, s.kept(s.answer(s.mapPage))},
		{"GET", "/map.svg", account.Reader, s.mapFile},
		{"GET", "/map/data", account.Reader, s.kept(s.mapData)},
		{"GET", "/map/terrain", account.Nobody, s.kept(s.terrain)},
		{"GET", "/map/incidents", account.Reader, s.kept(s.answer(s.found))},
		{"GET", "/map/ground/{at}", account.Nobody, s.kept(s.ground)},
		{"GET", "/facets/{name}", account.Reader, s.answer(s.facet)},
		{"GET", "/incidents/{id}", account.Reader, s.kept(s.answer(s.incident))},
		{"GET", "/incidents/{id}/cite", account.Reader, s.citeOneIncident},
		{"GET", "/cite", account.Reader, s.citeView},
		{"GET", "/reports", account.Reader, s.kept(s.answer(s.reports))},
		{"GET", "/reports/{id}", account.Reader, s.kept(s.answer(s.report))},
		{"GET", "/statements/{id}", account.Reader, s.kept(s.answer(s.statement))},
		{"GET", "/statements/{id}/evidence", account.Reader, s.kept(s.answer(s.evidenceOf))},
		{"GET", "/sources", account.Reader, s.kept(s.answer(s.sources))},
		{"GET", "/sources/{publisher}", account.Reader, s.kept(s.answer(s.source))},
		{"GET", "/network", account.Reader, s.kept(s.answer(s.network))},
		{"GET", "/network.svg", account.Reader, s.networkFile},
		{"GET", "/network/days", account.Reader, s.kept(s.networkDays)},
		{"GET", "/network/tie", account.Reader, s.kept(s.answer(s.networkTie))},
		{"GET", "/search", account.Reader, s.redirectSearch},
		{"GET", "/kinds", account.Reader, s.kept(s.answer(s.codebook))},
		{"GET", "/about", account.Reader, s.answer(s.about)},
		{"GET", "/review", account.Reader, s.answer(s.reviewing)},
		{"GET", "/suggest", account.Reader, s.suggest},
		{"GET", "/agreement", account.Reader, s.answer(s.agreement)},
		{"GET", "/accuracy", account.Reader, s.answer(s.accuracy)},
		{"GET", "/static/{name}", account.Nobody, s.static},
		{"GET", "/script/{sum}/{name}", account.Nobody, s.script},

		{"GET", "/login", account.Nobody, s.loginPage},
		{"POST", "/login", account.Nobody, s.enter},
		{"POST", "/logout", account.Nobody, s.logout},
		{"GET", "/me", account.Reader, s.mePage},
		{"POST", "/me/name", account.Reader, s.setName},
		{"POST", "/me/password", account.Reader, s.setPassword},
		{"POST", "/me/sessions/end", account.Reader, s.endSession},
		{"GET", "/accounts", account.Admin, s.peoplePage},
		{"POST", "/accounts", account.Admin, s.changePeople(s.addPerson, "name", "role")},
		{"POST", "/accounts/role", account.Admin, s.changePeople(s.setRole, "name", "role")},
		{"POST", "/accounts/disable", account.Admin, s.changePeople(s.setDisabled, "name", "disabled")},
		{"POST", "/accounts/password", account.Admin, s.changePeople(s.resetPassword, "name")},

		{"POST", "/decisions", account.Reviewer, s.decide},
	}
}

// guard sets the headers of every answer, finds out who asks, and turns away what another site sends.
func (s *site) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, &fault{http.StatusForbidden, "That came from another site", "Nothing was done: what changes anything here is sent from a page of ours."})
	}))
	ours := origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if s.opts.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		defer func() { s.brokeDown(w, r, recover()) }()
		who, err := s.visitor(r)
		if r = visited(r, who); err != nil {
			s.fail(w, r, err)
			return
		}
		if len(r.URL.Path)+len(r.URL.RawQuery) > longestURL {
			s.fail(w, r, &fault{http.StatusRequestURITooLong, "The address is too long", fmt.Sprintf("No page here has one of more than %d bytes.", longestURL)})
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		ours.ServeHTTP(w, r.WithContext(ctx))
	})
}

// answer writes the page that show makes, or the page for its error.
func (s *site) answer(show func(*http.Request) (*page, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p, err := s.ofOneMoment(show, r)
		var to moved
		switch {
		case errors.As(err, &to):
			http.Redirect(w, r, string(to), http.StatusMovedPermanently)
		case err != nil:
			s.fail(w, r, err)
		default:
			s.write(w, r, http.StatusOK, p)
		}
	}
}

// ofOneMoment is the page that show makes of one moment of the ledger.
func (s *site) ofOneMoment(show func(*http.Request) (*page, error), r *http.Request) (*page, error) {
	ctx, done := s.view.Hold(r.Context())
	defer done()
	return show(r.WithContext(ctx))
}

// moved is the address where a page is now.
type moved string

func (m moved) Error() string { return "moved to " + string(m) }

// fault is why there is no page, in words for the reader.
type fault struct {
	status int
	title  string
	words  string
}

func (f *fault) Error() string { return f.title }

// asFault finds words for err. They never hold what the ledger said, but for a change that was
// found in it, which names what was changed.
func (s *site) asFault(r *http.Request, err error) *fault {
	var f *fault
	switch {
	case errors.As(err, &f):
		return f
	case ledger.CodeOf(err) == ledger.NotFound:
		return &fault{http.StatusNotFound, "This ledger does not have that", "Nothing is kept here under the identifier in the address."}
	case errors.Is(err, context.Canceled):
		return &fault{http.StatusServiceUnavailable, "Nobody waits for this page any more", "Whoever asked for it has gone."}
	case errors.Is(err, context.DeadlineExceeded):
		return &fault{http.StatusServiceUnavailable, "That took too long", "The ledger did not answer in time. Try again, or ask for less."}
	case ledger.CodeOf(err) == ledger.Tampered:
		var e *ledger.Error
		errors.As(err, &e)
		s.opts.Log.Error("ledger changed", "path", r.URL.Path, "error", err)
		return &fault{http.StatusInternalServerError, "What is kept is not what was kept",
			"The ledger's file was changed after it was written, so this page is not shown: " + e.Msg + ". Run 'dateline check'."}
	}
	s.opts.Log.Error("page not shown", "path", r.URL.Path, "error", err)
	return &fault{http.StatusInternalServerError, "The page could not be made", "The ledger could not be read. The program's log says why."}
}

func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	f := s.asFault(r, err)
	s.write(w, r, f.status, &page{Title: f.title, Template: "fault", Main: f.words})
}

var identifier = regexp.MustCompile(`^[0-9a-f]{16}$`)

// id returns the identifier in the path; a fault if it is none.
func id(r *http.Request) (string, error) {
	id := r.PathValue("id")
	if !identifier.MatchString(id) {
		return "", &fault{http.StatusBadRequest, "That is no identifier",
			"Reports, statements and incidents have identifiers of sixteen digits and letters from a to f."}
	}
	return id, nil
}
