package pipeline

import "dateline/internal/extract"

// lasts finds the statements of violence that goes on for months or years, or of a year's sum: those whose words say so (see
// [extract.Lasting]), and those that speak of the event of one. No day and no town is lent to them.
func (st *stage) lasts() {
	st.lasting = map[string]bool{}
	summed := st.sums()
	for i := range st.out.Statements { // the one that is referred to stands before
		s := &st.out.Statements[i]
		sentence, k := st.token(s.Trigger.Start)
		if summed[s.ID] || s.Refers != "" && st.lasting[s.Refers] || sentence != nil && takesPlace(s) && extract.Lasting(sentence, k) {
			st.lasting[s.ID] = true
		}
	}
}

// sums are the statements that tell, as background, how many people came to harm in a year: 'three have been killed this year'.
func (st *stage) sums() map[string]bool {
	year, many := map[string]bool{}, map[string]bool{}
	for _, r := range st.out.Resolutions {
		switch {
		case r.Date != nil && r.Part >= 0 && len(r.Date.EDTF) == len("2021"):
			year[r.Statement] = true
		case r.Count != nil && r.Count.Low != nil && *r.Count.Low > 1:
			many[r.Statement] = true
		}
	}
	out := map[string]bool{}
	for i := range st.out.Statements {
		if s := &st.out.Statements[i]; s.Background && year[s.ID] && many[s.ID] {
			out[s.ID] = true
		}
	}
	return out
}
