package web

import (
	"net/http"
	"sync"

	"dateline"
	"dateline/internal/codebook"
	"dateline/internal/extract"
)

// familyView is a family of the code book.
type familyView struct {
	Family dateline.Family
	Kinds  []kindView
}

// kindView is a kind of the code book, with how much of it the ledger has.
type kindView struct {
	codebook.Entry
	Codes      []codeLine
	Statements int
	Rules      []ruleLine
}

// codeLine is what another code book calls a kind.
type codeLine struct{ Book, Code string }

// codebook shows what each kind means.
func (s *site) codebook(r *http.Request) (*page, error) {
	stats, err := s.view.Stats(r.Context())
	if err != nil {
		return nil, err
	}
	n := map[dateline.Kind]int{}
	for _, k := range stats.Kinds {
		n[k.Kind] = k.Statements
	}
	var v []familyView
	for _, f := range dateline.Codebook {
		fv := familyView{Family: f.Family}
		for _, k := range f.Kinds {
			e, _ := s.kinds.Entry(k)
			fv.Kinds = append(fv.Kinds, kindView{e, codes(e.Equivalents), n[k], rules().of[k]})
		}
		v = append(v, fv)
	}
	return &page{Title: "Code book", Template: "kinds", Section: "kinds", Main: v}, nil
}

// codes lists the equivalents that there are.
func codes(e codebook.Equivalents) []codeLine {
	var out []codeLine
	for _, c := range []codeLine{{"ACLED", e.ACLED}, {"UCDP", e.UCDP}, {"GTD", e.GTD}, {"MUC-4", e.MUC}, {"PLOVER", e.PLOVER}} {
		if c.Code != "" {
			out = append(out, c)
		}
	}
	return out
}

// ruleBook is the rules of extract by name and by kind.
type ruleBook struct {
	named map[string]ruleLine
	of    map[dateline.Kind][]ruleLine
}

var rules = sync.OnceValue(func() ruleBook {
	b := ruleBook{map[string]ruleLine{}, map[dateline.Kind][]ruleLine{}}
	for _, r := range extract.Rules() {
		l := ruleLine{r.Name, r.Doc, r.Example}
		b.named[r.Name] = l
		for _, k := range r.Kinds {
			b.of[k] = append(b.of[k], l)
		}
	}
	return b
})

// rule returns the rule of that name; one that this program does not have has its name alone.
func rule(name string) ruleLine {
	if l, ok := rules().named[name]; ok {
		return l
	}
	return ruleLine{Name: name}
}
