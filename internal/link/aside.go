package link

import (
	"slices"

	"dateline"
)

// A report may tell no happening and only a word on one that others tell: a denial, a claim, its retraction. What it
// speaks of is a telling aside: it has a scene by which it finds its incident, adds who is held responsible and on whose
// word, and tells nothing else. It begins no incident.

// asides lists what a report that tells nothing itself speaks of, where it says when, where or whom.
func asides(r *dateline.Reading, ruled ruling) []*Telling {
	ts := tell(r, ruled, deniedDeed)
	if ts == nil {
		ts = tell(r, ruled, wordOnDeed)
	}
	ts = slices.DeleteFunc(ts, func(t *Telling) bool { return len(t.Dates)+len(t.Places)+len(t.Names) == 0 })
	for _, t := range ts {
		t.Aside, t.Several = true, false
		if !slices.ContainsFunc(t.Kinds, func(k dateline.Kind) bool { return k.Family() == dateline.Violence }) {
			t.Kinds = []dateline.Kind{dateline.Attack}
		}
		a := t.Account
		t.Account = &Account{Perpetrators: a.Perpetrators, Statements: a.Statements, Links: a.Links, Origin: a.Origin}
	}
	return ts
}

// deniedDeed reports whether a Statement tells violence that its speaker denies.
func deniedDeed(s *dateline.Statement) bool {
	return s.Stance == dateline.Denied && s.Reality.Counts() && s.Kind.Family() == dateline.Violence
}

// wordOnDeed reports whether a Statement says who is responsible for something that it names.
func wordOnDeed(s *dateline.Statement) bool {
	return s.Kind.Family() == dateline.Responsibility && s.Reality.Counts() && len(s.PartsOf(dateline.Incidental)) > 0
}

// ofDeed reports whether a place or time belongs to the deed that a word on it names, and not to the word: it stands
// behind the deed.
func ofDeed(s *dateline.Statement, p dateline.Part) bool {
	return slices.ContainsFunc(s.PartsOf(dateline.Incidental), func(q dateline.Part) bool { return p.Span.Start >= q.Span.Start })
}

// begun is the first telling that is none aside, by its place; -1 if there is none.
func begun(ts []*Telling) int {
	return slices.IndexFunc(ts, func(t *Telling) bool { return !t.Aside })
}
