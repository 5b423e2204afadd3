package web

import (
	"net/http"
	"slices"

	"dateline/internal/analysis"
)

// headlineLine is one toll by the rule of the page.
type headlineLine struct {
	Of    string
	Is    shown // zero where nobody tells of any
	Aside []asideLine
}

// asideLine is a figure that the rule leaves out.
type asideLine struct {
	Words shown
	By    string
	Why   string
}

// ruleOf is the rule that the address asks for; a fault if there is none of that name.
func ruleOf(r *http.Request) (analysis.Rule, error) {
	name := analysis.Rule(r.URL.Query().Get("rule"))
	switch {
	case name == "":
		return analysis.Rules[0], nil
	case !slices.Contains(analysis.Rules, name):
		return "", &fault{http.StatusBadRequest, "There is no such rule", "A page has the figures of one of four rules; it links to each."}
	}
	return name, nil
}

func headlineLines(all []analysis.Headline, r *refs) []headlineLine {
	var out []headlineLine
	for _, h := range all {
		l := headlineLine{Of: upper(h.Of)}
		if h.Answer != analysis.NotReported {
			l.Is = shown{Text: h.String(), Refs: r.of(h.Statements...)}
		}
		for _, a := range h.Aside {
			l.Aside = append(l.Aside, asideLine{shown{Text: tidy(a.Words), Refs: r.of(a.Statements...)}, whoWords(a.By), a.Why})
		}
		out = append(out, l)
	}
	return out
}

// whoWords says whose word it is.
func whoWords(by []analysis.Voice) string {
	if len(by) == 0 {
		return "the report itself"
	}
	return voiceWords(by[0])
}
