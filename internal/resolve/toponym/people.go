package toponym

import (
	"dateline"
	"dateline/internal/resolve/place"
)

// peoples lists the words for peoples that are no part of a name of a place, in the order of the text.
func peoples(t *Text, names []candidate) []dateline.Toponym {
	var out []dateline.Toponym
	for i := 0; i < len(t.Words); i++ {
		for len(names) > 0 && names[0].last < i {
			names = names[1:]
		}
		if len(names) > 0 && names[0].first <= i {
			continue
		}
		if last, e, ok := peopleAt(t, i); ok {
			out = append(out, people(spanOf(t, i, last), e))
			i = last
		}
	}
	return out
}

// peopleAt reads a word for a people that begins at word i, of two words before one: 'Sri Lankan'.
func peopleAt(t *Text, i int) (last int, e place.Entry, ok bool) {
	if !upper(t.Words[i].Form) {
		return 0, place.Entry{}, false
	}
	if e, ok := twoForPeople(t, i); ok {
		return i + 1, e, true
	}
	e, ok = place.People(t.Words[i].Form)
	return i, e, ok
}

// twoForPeople reads two words for a people that begin at word i.
func twoForPeople(t *Text, i int) (place.Entry, bool) {
	next := t.after(i)
	if !upper(t.Words[i].Form) || !upper(next.Form) {
		return place.Entry{}, false
	}
	return place.People(t.Words[i].Form + " " + next.Form)
}

func people(span dateline.Span, e place.Entry) dateline.Toponym {
	p := e.Place()
	out := dateline.Toponym{Span: span, As: dateline.AsPeople, State: dateline.Known, Place: &p, Score: 0.9, Why: "a word for who or what is of " + p.Name}
	out.Lat, out.Lon, out.RadiusM = e.Circle()
	return out
}

// inOrder merges two lists by where they stand.
func inOrder(a, b []dateline.Toponym) []dateline.Toponym {
	out := make([]dateline.Toponym, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Span.Start < b[0].Span.Start {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
