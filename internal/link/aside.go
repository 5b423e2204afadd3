package link

import (
	"slices"

	"dateline"
)

// A report may tell no happening and only a word on one that others tell: a denial, a claim, its retraction; or deny one beside those
// that it tells. What it speaks of is a telling aside: it has a scene by which it finds its incident, adds who is held responsible and on whose
// word, and tells nothing else. It begins no incident.

// asides lists what a report that tells nothing itself speaks of, where it says when, where or whom.
func asides(r *dateline.Reading, ruled ruling) []*Telling {
	ts := tell(r, ruled, deniedDeed)
	if ts == nil {
		ts = tell(r, ruled, wordOnDeed)
	}
	return setAside(slices.DeleteFunc(ts, func(t *Telling) bool { return len(t.Dates)+len(t.Places)+len(t.Names) == 0 }))
}

// denials lists the deeds that a report denies beside the happenings ts that it tells, where it says when and where they are said to have been
// and they are none of those: 'denied that it had bombed a school in Kyunhla on Thursday. It said that a drone struck a camp'.
func denials(r *dateline.Reading, ruled ruling, ts []*Telling) []*Telling {
	own := map[string]bool{}
	for _, t := range ts {
		for _, id := range slices.Concat(t.Heads, t.Also) {
			own[id] = true
		}
	}
	out := setAside(slices.DeleteFunc(tell(r, ruled, deniedDeed), func(t *Telling) bool {
		return len(t.Dates) == 0 || len(t.Places) == 0 || t.Holds(own)
	}))
	for i, t := range out {
		t.Nth = len(ts) + i
	}
	return out
}

// setAside makes tellings into tellings aside.
func setAside(ts []*Telling) []*Telling {
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
