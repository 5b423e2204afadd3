package review

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// Adjudicates begins the reason of a ruling that settles what readers disagree on, so that it is seen wherever the
// reason is. It is no reader's word: its author has seen theirs.
const Adjudicates = "Adjudicated: "

// Settles reports whether a Decision adjudicates.
func Settles(d dateline.Decision) bool { return strings.HasPrefix(d.Reason, Adjudicates) }

// Word is what one reader said of one Thing: the first ruling on it that the reader did not take back. What the same
// reader rules later is a second thought, after others may have been heard.
type Word struct {
	Thing
	Author  string
	Ruling  dateline.Ruling
	Kind    dateline.Kind        // that the reader lets stand, where a person corrected it; "" for the one that was read
	Means   *dateline.Resolution // likewise; nil for what the machine read
	ByValue string               // the correction in its author's words; "" if none stands
	ID      string               // of the Decision
}

// Heard is all that readers said of one Thing.
type Heard struct {
	Thing
	Words   []Word // one a reader, in order of time
	Settled *Word  // what the last adjudication after their words lets stand, of those not undone; nil if there is none
}

// Hearing lists what readers said, by Thing.
func (d *Docket) Hearing() []Heard {
	on := map[Thing][]*Ruled{}
	for _, r := range d.all {
		if t := ThingOf(r.Decision); t.Statement != "" && r.UndoneBy == "" {
			on[t] = append(on[t], r)
		}
	}
	out := make([]Heard, 0, len(on))
	for t, rs := range on {
		out = append(out, hear(t, rs))
	}
	slices.SortFunc(out, func(a, b Heard) int { return byThing(a.Thing, b.Thing) })
	return out
}

// Hear is the Hearing of one Thing.
func (d *Docket) Hear(t Thing) Heard {
	var rs []*Ruled
	for _, r := range d.on[t.Statement] {
		if ThingOf(r.Decision) == t && r.UndoneBy == "" {
			rs = append(rs, r)
		}
	}
	return hear(t, rs)
}

// hear goes through rulings on one Thing in order: to accept is to let stand what stands.
func hear(t Thing, rs []*Ruled) Heard {
	h := Heard{Thing: t}
	var stands Word
	spoke := map[string]bool{}
	for _, r := range rs {
		switch r.Ruling {
		case dateline.Correct:
			stands = Word{Means: r.Means, ByValue: r.Value}
			if t.Part == dateline.Whole {
				stands.Kind = dateline.Kind(r.Value)
			}
		case dateline.Unsure:
			stands = Word{}
		}
		w := Word{Thing: t, Author: r.Author, Ruling: r.Ruling, ID: r.ID}
		if r.Ruling == dateline.Accept || r.Ruling == dateline.Correct {
			w.Kind, w.Means, w.ByValue = stands.Kind, stands.Means, stands.ByValue
		}
		switch {
		case Settles(r.Decision):
			h.Settled = &w
		case !spoke[r.Author]:
			spoke[r.Author] = true
			h.Words, h.Settled = append(h.Words, w), nil
		}
	}
	return h
}

// Of returns a reader's Word; false if there is none.
func (h Heard) Of(author string) (Word, bool) {
	i := slices.IndexFunc(h.Words, func(w Word) bool { return w.Author == author })
	if i < 0 {
		return Word{}, false
	}
	return h.Words[i], true
}

// Read is what the machine read of a Statement, before people ruled.
type Read struct {
	Statement string
	Incident  string // that tells it; "" if none does
	Kind      dateline.Kind
	Roles     []dateline.Role // of its Parts
	Means     []dateline.Resolution
}

// meaning returns what the machine took the words of a Thing to mean; nil if nothing.
func (r Read) meaning(t Thing) *dateline.Resolution {
	for i := range r.Means {
		if place(r.Means[i].Part) == t.Part {
			return &r.Means[i]
		}
	}
	return nil
}

// Verdict is how a Word stands to the machine's reading.
type Verdict string

// The Verdicts. Undecided is that of a reader who is unsure, and of nobody's.
const (
	Right     Verdict = "accepted"
	Amended   Verdict = "corrected"
	Wrong     Verdict = "rejected"
	OneEvent  Verdict = "same"
	TwoEvents Verdict = "not same"
	Undecided Verdict = ""
)

// Verdict says how a Word stands to what the machine read: a correction to what it read is none.
func (w Word) Verdict(r Read) Verdict {
	switch w.Ruling {
	case dateline.Reject:
		return Wrong
	case dateline.Same:
		return OneEvent
	case dateline.NotSame:
		return TwoEvents
	case dateline.Accept, dateline.Correct:
		if w.Kind != "" && w.Kind != r.Kind || w.Means != nil && !sameMeaning(w.Means, r.meaning(w.Thing)) {
			return Amended
		}
		return Right
	}
	return Undecided
}

// sameMeaning reports whether a correction says what the machine read; m may be nil.
func sameMeaning(by, m *dateline.Resolution) bool {
	if m == nil {
		return !known(by)
	}
	switch {
	case by.Place != nil:
		return m.Place != nil && m.Place.ID == by.Place.ID
	case by.Date != nil:
		return m.Date != nil && m.Date.EDTF == by.Date.EDTF
	case by.Count != nil:
		return m.Count != nil && sameCount(*m.Count, *by.Count)
	}
	return by.Actor == m.Actor && (by.Actor != "" || !known(m))
}

func sameCount(a, b dateline.Count) bool {
	return sameBound(a.Low, b.Low) && sameBound(a.High, b.High)
}

func sameBound(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

// Value says what a Word lets stand, as it is compared with others' and shown: a kind, a name, a place, a date, a count;
// "rejected" of none, "" of a reader who is unsure.
func (w Word) Value(r Read) string {
	switch w.Ruling {
	case dateline.Reject, dateline.Same, dateline.NotSame:
		return string(w.Verdict(r))
	case dateline.Unsure:
		return ""
	}
	if w.Part == dateline.Whole {
		return string(cmp.Or(w.Kind, r.Kind))
	}
	m := w.Meaning(r)
	if m == nil || !known(m) {
		return "unknown"
	}
	return reading(*m)
}

// Meaning is what a Word lets words mean; nil if there is nothing.
func (w Word) Meaning(r Read) *dateline.Resolution {
	if w.Means != nil {
		return w.Means
	}
	return r.meaning(w.Thing)
}

// Differ reports whether two readers let something else stand; one who is unsure differs from nobody.
func (h Heard) Differ(r Read) bool {
	first := ""
	for _, w := range h.Words {
		v := w.Value(r)
		if first == "" {
			first = v
		} else if v != "" && v != first {
			return true
		}
	}
	return false
}

// Standing says which ruling stands on a Thing that is no pair: a rejection, else a correction, else an acceptance; not ok if none
// does.
func (d *Docket) Standing(t Thing) (r dateline.Ruling, ok bool) {
	s := d.stands[t.Statement][t.Part]
	switch {
	case t.With != "" || s == nil:
		return "", false
	case s.reject != nil:
		return dateline.Reject, true
	case s.correct != nil:
		return dateline.Correct, true
	}
	return dateline.Accept, s.accept != nil
}
