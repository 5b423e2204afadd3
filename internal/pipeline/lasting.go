package pipeline

import "dateline/internal/extract"

// lasts finds the statements of violence that goes on for months or years: those whose words say so (see
// [extract.Lasting]), and those that speak of the event of one. No day and no town is lent to them.
func (st *stage) lasts() {
	st.lasting = map[string]bool{}
	for i := range st.out.Statements { // the one that is referred to stands before
		s := &st.out.Statements[i]
		sentence, k := st.token(s.Trigger.Start)
		if s.Refers != "" && st.lasting[s.Refers] || sentence != nil && takesPlace(s) && extract.Lasting(sentence, k) {
			st.lasting[s.ID] = true
		}
	}
}
