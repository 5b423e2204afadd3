package web

import (
	"strings"

	"dateline"
	"dateline/internal/analysis"
)

// accountLine is an account as a list shows it: what, with whom, in which words, on whose word.
type accountLine struct {
	ID     string
	Kind   string
	Tags   []string
	Parts  []partLine
	Quote  string
	By     string
	Class  string
	Report shown
	Refs   []ref
	Review dateline.ReviewState
}

// partLine is one part of an account: what it means, and its words where they differ.
type partLine struct {
	Role string
	shown
}

// account lays out a; self is the group of the page, whose part in it goes without saying.
func (r *refs) account(a analysis.Account, self string) accountLine {
	l := accountLine{ID: a.ID, Kind: upper(kindWords(a.Kind)), Tags: accountTags(a), Quote: tidy(a.Quote), Review: a.Review,
		By: speakerWords(a), Report: shown{Text: reportWords(a.Report), Link: "/reports/" + a.Report.ID}, Refs: r.of(a.ID)}
	if len(a.By) > 0 {
		l.Class = classWords(a.By[0].Class)
	}
	for _, p := range a.Parts {
		if self == "" || p.Actor() != self {
			l.Parts = append(l.Parts, newPartLine(p))
		}
	}
	return l
}

// accountTags says how an account stands to the world and its speaker to it, where that is not
// plainly 'happened' and 'asserted'.
func accountTags(a analysis.Account) []string {
	var out []string
	if w := realityWords(a.Reality); w != "" && a.Reality != realityOf(a.Kind) {
		out = append(out, w)
	}
	if w := stanceWords(a.Stance); w != "" && a.Stance != stanceOf(a.Kind) {
		out = append(out, w)
	}
	if a.Background {
		out = append(out, "told as background")
	}
	if a.Review != dateline.Unreviewed {
		out = append(out, string(a.Review)+" in review")
	}
	return out
}

// realityOf is the reality that the kind itself says.
func realityOf(k dateline.Kind) dateline.Reality {
	switch k {
	case dateline.Threat:
		return dateline.Threatened
	case dateline.Plan:
		return dateline.Planned
	case dateline.PlotFoiled:
		return dateline.Foiled
	}
	return dateline.Happened
}

// stanceOf is the stance that the kind itself says.
func stanceOf(k dateline.Kind) dateline.Stance {
	switch k {
	case dateline.Claim:
		return dateline.Claimed
	case dateline.Blame:
		return dateline.Blamed
	case dateline.Suspicion:
		return dateline.Suspected
	case dateline.Denial:
		return dateline.Denied
	}
	return dateline.Asserted
}

// stanceWords says how a speaker stands to what is told; "" for asserted.
func stanceWords(s dateline.Stance) string {
	switch s {
	case dateline.Claimed:
		return "a claim"
	case dateline.Blamed:
		return "an accusation"
	case dateline.Suspected:
		return "a suspicion"
	case dateline.Denied:
		return "a denial"
	case dateline.Doubted:
		return "doubted"
	}
	return ""
}

// roleWords names a role as a list shows it.
func roleWords(r dateline.Role) string {
	switch r {
	case dateline.Perpetrator:
		return "said to be by"
	case dateline.Fighters:
		return "strength"
	case dateline.Incidental:
		return "of the event"
	case dateline.Authority:
		return "by"
	case dateline.Other:
		return "other party"
	}
	return string(r)
}

// newPartLine says what a part means, or its words where they mean nothing more.
func newPartLine(p analysis.Value) partLine {
	l := partLine{Role: roleWords(p.Role), shown: shown{Text: tidy(p.Words)}}
	m := p.Meaning
	switch {
	case m == nil:
	case m.Date != nil:
		l.mean(dateWords(*m.Date))
	case m.Place != nil:
		l.mean(placeWords(*m.Place))
	case m.Actor != "":
		l.Link = groupLink(m.Actor)
	case m.Count != nil && p.Role.IsToll():
		if !worded(l.Text, *m.Count) {
			l.Note = "read as " + countWords(*m.Count)
		}
	}
	if p.Name != "" && m != nil && m.Date == nil && m.Place == nil {
		l.Text, l.Note = tidy(p.Name), "“"+tidy(p.Words)+"”"
	}
	return l
}

// worded reports whether words hold the count as pages write it, or tell it by their number alone ('a kiosk', 'farmers'), so that
// it need not be said again.
func worded(words string, c dateline.Count) bool {
	if c.Word == "singular" || c.Word == "plural" {
		return true
	}
	return strings.Contains(strings.ToLower(words), countWords(c))
}

// mean puts the meaning first and keeps the report's own words beside it.
func (l *partLine) mean(meaning string) {
	if !strings.EqualFold(meaning, l.Text) && !strings.Contains(meaning, "“"+l.Text+"”") {
		l.Note = "“" + l.Text + "”"
	}
	l.Text = meaning
}
