package pipeline

import (
	"dateline"
	"dateline/internal/extract"
)

// lasting are the statements of violence that goes on for months or years: those whose words say so (see
// [extract.Lasting]), and those that speak of the event of one. No day and no town is lent to them.
func (st *stage) lasting() map[string]bool {
	out := map[string]bool{}
	for i := range st.out.Statements { // the one that is referred to stands before
		s := &st.out.Statements[i]
		sentence, k := st.token(s.Trigger.Start)
		if out[s.Refers] || sentence != nil && takesPlace(s) && extract.Lasting(sentence, k) {
			out[s.ID] = true
		}
	}
	delete(out, "")
	return out
}

// broad reports whether a place is no finer than a country.
func broad(p dateline.Place) bool {
	return p.Precision == dateline.Country || p.Precision == dateline.Continent
}
