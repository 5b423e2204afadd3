package extract

import (
	"dateline"
)

// row gives the events told in a cell of a table or a list the day and the place of their row, and what its columns
// say, and makes the row what they stand on. Each row tells incidents of its own.
func (r *reader) row(v *view, ds []*draft) {
	number := r.rowOf(v.i)
	if number == 0 || len(ds) == 0 {
		return
	}
	whole := v.s.Span
	var days, places []dateline.Span
	for i := v.i - rowReach; i <= v.i+rowReach; i++ {
		if i < 0 || i >= len(r.in.Text.Sentences) || r.rowOf(i) != number {
			continue
		}
		whole = whole.Cover(r.in.Text.Sentences[i].Span)
		if i == v.i {
			continue
		}
		for _, m := range r.mentions[i] {
			switch m.Kind {
			case dateline.SomeTime:
				days = append(days, m.Span)
			case dateline.Somewhere:
				places = r.withPlace(places, m.Span)
			}
		}
	}
	for _, d := range ds {
		d.quote = whole
		r.fromRow(d, dateline.DateRole, days)
		r.fromRow(d, dateline.PlaceRole, places)
		d.past = d.past || r.older(v, d)
	}
	r.fromColumns(number, ds)
}

// withPlace adds a place that a cell names; behind 'Mopti, ' that only says where Mopti lies.
func (r *reader) withPlace(places []dateline.Span, m dateline.Span) []dateline.Span {
	if n := len(places); n > 0 && places[n-1].End <= m.Start && r.text[places[n-1].End:m.Start] == ", " {
		places[n-1].End = m.End
		return places
	}
	return append(places, m)
}

// rowReach is how many sentences before and after a cell are looked at for others of its row.
const rowReach = 12

// rowOf returns the number of the row of sentence i, 0 for none.
func (r *reader) rowOf(i int) int {
	p := r.in.Text.Sentences[i].Paragraph
	if p < 0 || p >= len(r.in.Text.Paragraphs) {
		return 0
	}
	return r.in.Text.Paragraphs[p].Row
}

// fromRow gives an event that lacks it the one filler that the other cells of its row name.
func (r *reader) fromRow(d *draft, role dateline.Role, named []dateline.Span) {
	if needsScene(d.kind) && !d.has(role) && len(named) == 1 {
		d.infer(role, named[0], "from another cell of the row")
	}
}
