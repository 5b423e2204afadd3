package selection

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline"
)

// Names are the Facets, in the order of pages and of the address.
var Names = []string{"group", "kind", "country", "admin1", "place", "precision", "told", "reality", "speaker", "stance", "source", "review", "counted"}

// Values of the Facets that no other package names.
const (
	NotReported = "not reported" // of kind, country, admin1, place, precision
	NoGroup     = "no group named"
	Itself      = "the report itself" // of speaker
	News        = "news"              // of told
	Retold      = "background"
	NoReview    = "not reviewed" // of review
	PartReview  = "partly reviewed"
	Reviewed    = "reviewed"
	NoSource    = "not known"                            // of source
	Inferred    = "inferred from the rest of the report" // of precision: a settlement or site that no words tell of the event
	Yes, No     = "yes", "no"                            // of counted
)

// The orders of a Selection. Without one it is Relevance of a search that could be ranked, else Newest.
const (
	Relevance = "relevance"
	Newest    = "newest"   // those without a fixed date last
	Oldest    = "oldest"   // the same
	Accounts  = "accounts" // most independent accounts first, then Newest
)

// Orders lists every order.
var Orders = []string{Relevance, Newest, Oldest, Accounts}

// valuesOf gives a Line's values of each Facet, without repetition.
var valuesOf = map[string]func(*dateline.Line) []string{
	"group":     func(l *dateline.Line) []string { return orElse(l.Groups, NoGroup) },
	"kind":      func(l *dateline.Line) []string { return orElse([]string{string(l.Kind)}, NotReported) },
	"country":   func(l *dateline.Line) []string { return orElse(l.Countries, NotReported) },
	"admin1":    admin1,
	"place":     func(l *dateline.Line) []string { return orElse(l.PlaceIDs, NotReported) },
	"precision": func(l *dateline.Line) []string { return []string{PrecisionOf(&l.Place)} },
	"told":      told,
	"reality":   func(l *dateline.Line) []string { return []string{string(l.Reality)} },
	"speaker":   speakers,
	"stance":    stances,
	"source":    sources,
	"review":    reviewed,
	"counted":   counted,
}

// Query says which incidents are wanted, and in what order. The zero Query wants all.
type Query struct {
	Text     string              // as ledger.View.Match reads it
	From, To string              // YYYY-MM-DD: the best supported date can lie between them; one that is not fixed cannot
	Picked   map[string][]string // by Facet: any of the values will do; sorted, without repetition
	Order    string              // one of Orders, or ""
}

// Limits of a Query.
const (
	longestText = 1000 // bytes
	mostPicked  = 100  // values of one Facet
)

// Parse reads a Query from the parameters of an address; those that are not of a Query are left alone. An error names
// the parameter and says what it takes.
func Parse(v url.Values) (Query, error) {
	q := Query{Text: strings.Join(strings.Fields(v.Get("q")), " "), From: v.Get("from"), To: v.Get("to"), Order: v.Get("order")}
	if len(q.Text) > longestText || !utf8.ValidString(q.Text) {
		return Query{}, fmt.Errorf("q= takes at most %d bytes of words", longestText)
	}
	if q.Order != "" && !slices.Contains(Orders, q.Order) {
		return Query{}, fmt.Errorf("order= takes %s", strings.Join(Orders, ", "))
	}
	for name, day := range map[string]string{"from": q.From, "to": q.To} {
		if t, err := time.Parse(time.DateOnly, day); day != "" && (err != nil || t.Year() < 1) {
			return Query{}, fmt.Errorf("%s= takes a day such as 2016-08-20, from the year 1 on", name)
		}
	}
	if q.From != "" && q.To != "" && q.From > q.To {
		return Query{}, fmt.Errorf("from= is after to=")
	}
	for _, n := range Names {
		picked := distinct(v[n])
		if len(picked) > mostPicked {
			return Query{}, fmt.Errorf("%s= is there more than %d times", n, mostPicked)
		}
		if len(picked) > 0 {
			if q.Picked == nil {
				q.Picked = map[string][]string{}
			}
			q.Picked[n] = picked
		}
	}
	return q, nil
}

func distinct(values []string) []string {
	out := slices.DeleteFunc(slices.Clone(values), func(s string) bool { return s == "" || !utf8.ValidString(s) })
	slices.Sort(out)
	return slices.Compact(out)
}

// Values is the inverse of Parse.
func (q Query) Values() url.Values {
	v := url.Values{}
	for name, value := range map[string]string{"q": q.Text, "from": q.From, "to": q.To, "order": q.Order} {
		if value != "" {
			v.Set(name, value)
		}
	}
	for _, n := range Names {
		if len(q.Picked[n]) > 0 {
			v[n] = q.Picked[n]
		}
	}
	return v
}

// String is q as the part of an address after '?', the same for the same Query; "" for the zero Query.
func (q Query) String() string { return q.Values().Encode() }

// IsZero reports whether q wants all incidents, in whatever order.
func (q Query) IsZero() bool { return q.Text == "" && q.From == "" && q.To == "" && len(q.Picked) == 0 }

// With returns q with a value of a Facet picked if it was not, and not picked if it was.
func (q Query) With(facet, value string) Query {
	picked := map[string][]string{}
	for n, vs := range q.Picked {
		picked[n] = vs
	}
	if i, ok := slices.BinarySearch(picked[facet], value); ok {
		picked[facet] = slices.Delete(slices.Clone(picked[facet]), i, i+1)
	} else {
		picked[facet] = slices.Insert(slices.Clone(picked[facet]), i, value)
	}
	if len(picked[facet]) == 0 {
		delete(picked, facet)
	}
	q.Picked = picked
	return q
}

// Only returns q with these values of a Facet picked and no other of it.
func (q Query) Only(facet string, values ...string) Query {
	for _, v := range q.Picked[facet] {
		q = q.With(facet, v)
	}
	for _, v := range distinct(values) {
		q = q.With(facet, v)
	}
	return q
}

// Between returns q for another span of days; "" for an open end.
func (q Query) Between(from, to string) Query {
	q.From, q.To = from, to
	return q
}

func orElse(values []string, other string) []string {
	if len(values) == 0 || len(values) == 1 && values[0] == "" {
		return []string{other}
	}
	return values
}

// PrecisionOf is the value of the precision Facet for a place.
func PrecisionOf(p *dateline.Place) string {
	switch {
	case p.Precision == "":
		return NotReported
	case p.Precision.Pointed() && p.Inferred != "":
		return Inferred
	}
	return string(p.Precision)
}

// admin1 is the area of the best supported place, with its country so that areas of one name stay apart.
func admin1(l *dateline.Line) []string {
	if l.Place.Admin1 == "" {
		return []string{NotReported}
	}
	return []string{l.Place.Country + " " + l.Place.Admin1}
}

func told(l *dateline.Line) []string {
	if l.Background {
		return []string{Retold}
	}
	return []string{News}
}

func speakers(l *dateline.Line) []string {
	var out []string
	for _, v := range l.Voices {
		c := string(v.Class)
		if c == "" {
			c = Itself
		}
		out = append(out, c)
	}
	return distinct(out)
}

func stances(l *dateline.Line) []string {
	var out []string
	for _, v := range l.Voices {
		out = append(out, string(v.Stance))
	}
	return distinct(out)
}

func sources(l *dateline.Line) []string {
	out := slices.Clone(l.Sources)
	for i := range out {
		if out[i] == "" {
			out[i] = NoSource
		}
	}
	return orElse(distinct(out), NoSource)
}

func reviewed(l *dateline.Line) []string {
	switch {
	case l.Reviewed == 0:
		return []string{NoReview}
	case l.Reviewed < l.Statements:
		return []string{PartReview}
	}
	return []string{Reviewed}
}

func counted(l *dateline.Line) []string {
	if l.Counts() {
		return []string{Yes}
	}
	return []string{No}
}
