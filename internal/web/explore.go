package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strings"

	"dateline"
	"dateline/internal/draw"
	"dateline/internal/resolve/place"
	"dateline/internal/selection"
)

// explore is the frame around the five views of one selection: what was asked, what there is to narrow it by, and the
// way to the other views. A view's page has one, and lays it out with the parts explore-begin and explore-end.
type explore struct {
	View      string // "list", "timeline", "map", "network", "trend"
	Address   string // of the selection, as it stands after '?'; "" for all
	Text      string
	From, To  string
	Order     string
	Keep      []param // of the address, but for text and days: for forms
	Tabs      []tab
	Chips     []chip // what narrows the selection
	Count     int    // incidents of it
	All       int
	Facets    []facetView
	Years     draw.SVG // how the incidents lie in time, each bar a link
	Orders    []tab
	Groups    []shown // whose name has the text
	Reports   string  // the address of the reports that have the text; "" without one
	NotRanked bool    // the search found too many to rank
	Reviewed  int     // of Count, those with a statement that a person ruled on
	Words     string  // the query in words
	Citation  citation
}

// param is a parameter of an address.
type param struct{ Name, Value string }

// tab leads to another view, or order, of the same selection.
type tab struct {
	Name    string
	Link    string
	Current bool
}

// chip is one thing that narrows the selection, and the address without it.
type chip struct{ Facet, Value, Without string }

// facetView is one way to narrow, its most frequent values first.
type facetView struct {
	Name, Title string
	Open        bool // shown unfolded
	Values      []facetValue
	Rest        int    // values that are not shown
	All         string // the address of the page with all of them
}

type facetValue struct {
	Label  string
	Count  int
	Link   string
	Picked bool
}

// views are the addresses of the views, in the order of the tabs.
var views = []struct{ name, title, path string }{
	{"list", "List", "/incidents"},
	{"timeline", "Timeline", "/timeline"},
	{"map", "Map", "/map"},
	{"network", "Network", "/network"},
	{"trend", "Trend", "/trend"},
}

// facetTitles head the facets; those in unfolded are open when nothing of them is picked.
var facetTitles = map[string]string{"group": "Group or force", "kind": "Kind", "country": "Country", "admin1": "Province", "place": "Place",
	"precision": "How exactly placed", "told": "Told as", "reality": "Took place", "speaker": "Who says so", "stance": "How they say it",
	"source": "Source", "review": "Review", "counted": "Counted as an incident"}

var unfolded = map[string]bool{"group": true, "kind": true, "country": true}

// facetShown is how many values of a facet a page shows, besides those that are picked.
const facetShown = 6

// explore lays the frame of a view around sel.
func (s *site) explore(view string, sel selection.Selection) explore {
	q := sel.Query
	e := explore{View: view, Address: q.String(), Text: q.Text, From: q.From, To: q.To, Order: q.Order, Count: len(sel.Lines), All: sel.All, Reviewed: sel.Seen,
		NotRanked: q.Text != "" && !sel.Ranked && len(sel.Lines) > 0}
	path := ""
	for _, v := range views {
		e.Tabs = append(e.Tabs, tab{v.title, at(v.path, q), v.name == view})
		if v.name == view {
			path = v.path
		}
	}
	labels := labeller{s}
	e.Years = draw.Years{Bins: sel.Bins, From: q.From, To: q.To, Link: func(from, to string) string { return at(path, q.Between(from, to)) }}.SVG()
	e.chips(q, path, labels)
	e.facets(sel, path, labels)
	e.orders(sel, path)
	e.Words, e.Citation = queryWords(e), citationOf(q)
	for _, name := range selection.Names {
		for _, v := range q.Picked[name] {
			e.Keep = append(e.Keep, param{name, v})
		}
	}
	if q.Text != "" {
		e.Groups, e.Reports = s.names.named(s.book, q.Text), "/reports?"+url.Values{"q": {q.Text}}.Encode()
	}
	return e
}

// at is the address of a query under a path.
func at(path string, q selection.Query) string {
	if address := q.String(); address != "" {
		return path + "?" + address
	}
	return path
}

func (e *explore) chips(q selection.Query, path string, l labeller) {
	add := func(facet, value string, without selection.Query) {
		e.Chips = append(e.Chips, chip{facet, value, at(path, without)})
	}
	if q.Text != "" {
		without := q
		without.Text = ""
		add("Words", q.Text, without)
	}
	if q.From != "" {
		add("From", q.From, q.Between("", q.To))
	}
	if q.To != "" {
		add("Until", q.To, q.Between(q.From, ""))
	}
	for _, name := range selection.Names {
		for _, v := range q.Picked[name] {
			add(facetTitles[name], l.label(name, v), q.With(name, v))
		}
	}
}

func (e *explore) facets(sel selection.Selection, path string, l labeller) {
	for _, f := range sel.Facets {
		v := facetView{Name: f.Name, Title: facetTitles[f.Name], Open: unfolded[f.Name] || len(sel.Query.Picked[f.Name]) > 0,
			All: at("/facets/"+f.Name, sel.Query)}
		for i, value := range f.Values {
			if i < facetShown || value.Picked {
				v.Values = append(v.Values, l.value(f.Name, value, sel.Query, path))
			}
		}
		if v.Rest = len(f.Values) - len(v.Values); len(v.Values) > 0 {
			e.Facets = append(e.Facets, v)
		}
	}
}

var orderTitles = map[string]string{selection.Relevance: "Best match", selection.Newest: "Newest", selection.Oldest: "Oldest", selection.Accounts: "Most accounts"}

func (e *explore) orders(sel selection.Selection, path string) {
	current := sel.Query.Order
	if current == "" || current == selection.Relevance && !sel.Ranked {
		current = selection.Newest
		if sel.Ranked {
			current = selection.Relevance
		}
	}
	for _, o := range selection.Orders {
		if o == selection.Relevance && !sel.Ranked {
			continue
		}
		q := sel.Query
		q.Order = o
		e.Orders = append(e.Orders, tab{orderTitles[o], at(path, q), o == current})
	}
}

// queryWords says in words what is selected.
func queryWords(e explore) string {
	if len(e.Chips) == 0 {
		return "all incidents"
	}
	var out []string
	for _, c := range e.Chips {
		out = append(out, c.Facet+": "+c.Value)
	}
	return strings.Join(out, "; ")
}

// labeller words the values of facets.
type labeller struct{ s *site }

// value lays out a value of a facet, with the address under a path that picks it or lets it go.
func (l labeller) value(facet string, v selection.Value, q selection.Query, path string) facetValue {
	return facetValue{l.label(facet, v.Value), v.Count, at(path, q.With(facet, v.Value)), v.Picked}
}

func (l labeller) label(facet, value string) string {
	switch facet {
	case "group":
		if value == selection.NoGroup {
			return value
		}
		if a, listed := l.s.book.Get(value); listed && !isGroup(a) {
			return l.s.book.Name(value) + " (" + string(a.Kind) + ")"
		}
		return l.s.book.Name(value)
	case "kind":
		return upper(kindWords(dateline.Kind(value)))
	case "source":
		return outlet(value)
	case "country":
		return countryWords(value)
	case "admin1":
		country, area, ok := strings.Cut(value, " ")
		if !ok || value == selection.NotReported {
			return value
		}
		return area + ", " + countryWords(country)
	case "place":
		if e, ok := place.ByID(value); ok {
			return e.Name
		}
		whole, part, ok := strings.Cut(value, "/")
		if e, known := place.ByID(whole); ok && known {
			return e.Name + ", " + strings.ReplaceAll(cmp.Or(map[string]string{"part": "a part of it"}[part], part), "-", " ")
		}
		return value
	case "speaker":
		return upper(cmp.Or(classWords(dateline.SpeakerClass(value)), speakerLabels[value], value))
	case "counted":
		return map[string]string{selection.Yes: "Yes", selection.No: "No: background, or it did not come about"}[value]
	}
	return upper(value)
}

// speakerLabels word the classes that a page of one statement passes over.
var speakerLabels = map[string]string{string(dateline.Unnamed): "somebody not named", string(dateline.OtherVoice): "others"}

// redirectSearch leads the old address of the search to the list.
func (s *site) redirectSearch(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, at("/incidents", selection.Query{Text: tidy(r.URL.Query().Get("q"))}), http.StatusMovedPermanently)
}
