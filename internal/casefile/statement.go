package casefile

import (
	"fmt"
	"slices"

	"dateline"
)

// faults words how s differs from what is wanted; none if it is what is wanted.
func (k *check) faults(w wanted, s dateline.Statement) []string {
	var out []string
	if !slices.Contains(w.kinds, s.Kind) {
		out = append(out, fmt.Sprintf("the kind is %s", s.Kind))
	}
	if !realityFits(w.reality, s.Reality) {
		out = append(out, fmt.Sprintf("the reality is %s", s.Reality))
	}
	if w.background != nil && *w.background != s.Background {
		out = append(out, fmt.Sprintf("background is %v", s.Background))
	}
	if w.stances != nil && !slices.Contains(w.stances, s.Stance) {
		out = append(out, fmt.Sprintf("the stance is %s", s.Stance))
	}
	out = append(out, k.partFaults(w, s)...)
	out = append(out, k.speakerFaults(w, s)...)
	for _, q := range w.quotes {
		if !within(words(q.text), words(k.text(s.Quote))) {
			out = append(out, fmt.Sprintf("%q is not among the words %q that it stands on", q.text, k.text(s.Quote)))
		}
	}
	return out
}

func realityFits(want, got dateline.Reality) bool {
	if want == "" {
		return got != dateline.NotHappened && got != dateline.Hypothetical
	}
	return got == want || want == anyReality
}

// partFaults finds a part of its own for each that is wanted.
func (k *check) partFaults(w wanted, s dateline.Statement) []string {
	var out []string
	fits := func(i, j int) bool { return k.partFits(w.parts[i], s, j) }
	for i, j := range assign(len(w.parts), len(s.Parts), fits) {
		if j < 0 {
			out = append(out, "no part '"+w.parts[i].source+"'"+k.meant(w.parts[i], s))
		}
	}
	for _, role := range w.without {
		if got := s.PartsOf(role); len(got) > 0 {
			out = append(out, fmt.Sprintf("there is a part %s %q", role, k.text(got[0].Span)))
		}
	}
	return out
}

func (k *check) partFits(want wantedPart, s dateline.Statement, j int) bool {
	p := s.Parts[j]
	return k.worded(want, p) && resolves(want, k.meaning[s.ID][j])
}

// worded reports whether p has a role and the words that are wanted.
func (k *check) worded(want wantedPart, p dateline.Part) bool {
	return slices.Contains(want.roles, p.Role) && k.spoken(want.words, p.Role, p.Span, p.Refers)
}

// spoken reports whether the phrase is what one of the spans says.
func (k *check) spoken(p phrase, role dateline.Role, spans ...dateline.Span) bool {
	return slices.ContainsFunc(spans, func(s dateline.Span) bool {
		return !s.IsZero() && p.matches(role, k.text(s))
	})
}

// meant words what a part with the right role and words was resolved to, if there is one.
func (k *check) meant(want wantedPart, s dateline.Statement) string {
	for j, p := range s.Parts {
		if k.worded(want, p) {
			return fmt.Sprintf(" (%q is %s)", k.text(p.Span), wordMeaning(k.meaning[s.ID][j]))
		}
	}
	return ""
}

func wordMeaning(r dateline.Resolution) string {
	switch {
	case r.Date != nil:
		return "the date " + r.Date.EDTF
	case r.Count != nil:
		return "the count " + r.Count.String()
	case r.Place != nil:
		return fmt.Sprintf("the place %s %s %s", r.Place.Name, r.Place.Country, r.Place.Precision)
	case r.Actor != "":
		return "the actor " + r.Actor
	case r.State != "":
		return string(r.State)
	}
	return "not resolved"
}

// resolves reports whether r is the value, the actor and the state that are wanted.
func resolves(want wantedPart, r dateline.Resolution) bool {
	if want.actor != "" && want.actor != r.Actor || want.state != "" && want.state != r.State {
		return false
	}
	switch {
	case want.value == "":
		return true
	case want.value == "none":
		return r.Date == nil && r.Place == nil && r.Count == nil
	case want.roles[0] == dateline.DateRole:
		return r.Date != nil && dateFits(want.value, *r.Date)
	case want.roles[0] == dateline.PlaceRole || want.roles[0] == dateline.Area:
		return r.Place != nil && placeFits(want.value, *r.Place)
	}
	count, _ := parseCount(want.value)
	return r.Count != nil && count.Equal(*r.Count)
}

// dateFits compares the days, and the EDTF where the days are not fixed.
func dateFits(want string, got dateline.Date) bool {
	d, _ := parseDate(want)
	if d.Fixed() && got.Fixed() {
		return d.From == got.From && d.To == got.To
	}
	return want == got.EDTF
}

func placeFits(want string, got dateline.Place) bool {
	country, precision, _ := parsePlace(want)
	return (country == "" || country == got.Country) && (precision == "" || precision == got.Precision)
}

// speakerFaults compares the chain of speakers as far as the case gives it.
func (k *check) speakerFaults(w wanted, s dateline.Statement) []string {
	if w.silent && len(s.Speaker) > 0 {
		return []string{fmt.Sprintf("the speaker is %q, not the report", k.text(s.Speaker[0].Span))}
	}
	var out []string
	for i, v := range w.speakers {
		switch {
		case i >= len(s.Speaker):
			out = append(out, fmt.Sprintf("no speaker %q", v.words.text))
		case v.actor != "" && v.actor != k.meaning[s.ID][-1-i].Actor:
			out = append(out, fmt.Sprintf("the speaker is %s", wordMeaning(k.meaning[s.ID][-1-i])))
		case !k.voiceFits(v, s.Speaker[i]):
			out = append(out, fmt.Sprintf("the speaker is %q [%s]", k.text(s.Speaker[i].Span), s.Speaker[i].Class))
		}
	}
	return out
}

func (k *check) voiceFits(v voice, got dateline.Speaker) bool {
	if v.class != "" && v.class != got.Class {
		return false
	}
	if v.words.text == "" {
		return got.Span.IsZero()
	}
	return k.spoken(v.words, "", got.Span, got.Refers)
}
