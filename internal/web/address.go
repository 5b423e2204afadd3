package web

import (
	"net/http"
	"net/url"
	"strconv"

	"dateline/internal/analysis"
	"dateline/internal/selection"
)

// with is the address of the request with a parameter set; "" takes it out. All else stays as it is.
func with(r *http.Request, name, value string) string {
	q := r.URL.Query()
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	return addressOf(r.URL.Path, q)
}

// addressOf is a path with a query, the same for the same query.
func addressOf(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// movedTo leads to a path with the query of the request.
func movedTo(path string, r *http.Request) moved { return moved(addressOf(path, r.URL.Query())) }

// ruleSwitch leads to the same page by each rule; the first rule is the page without a name.
func ruleSwitch(r *http.Request, own analysis.Rule) []ruleLink {
	var out []ruleLink
	for _, one := range analysis.Rules {
		l := ruleLink{Rule: string(one)}
		if one != own {
			l.Link = with(r, "rule", string(one))
		}
		out = append(out, l)
	}
	return out
}

// listAt is the address of the page of a query's list that has the incident at that place.
func listAt(q selection.Query, at, per int) string {
	v := q.Values()
	if skip := at / per * per; skip > 0 {
		v.Set("skip", strconv.Itoa(skip))
	}
	return addressOf("/incidents", v)
}
