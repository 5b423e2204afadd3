package analysis

import (
	"fmt"
	"slices"

	"dateline"
	"dateline/internal/resolve/count"
)

// Rule names the rule by which a headline is made from many accounts of how many. Each is our reading of
// what one of the field's data sets does, by its code book; the headline says which rule made it, and any
// other can be asked for.
type Rule string

// The rules. Each has the name of the count.Convention for vague words that goes with it.
const (
	UCDP  Rule = "ucdp-blh"
	ACLED Rule = "acled-lowest"
	GTD   Rule = "gtd-recent-majority-lowest"
	IBC   Rule = "ibc-minmax"
)

// Rules lists every Rule, the one that is used where none is named first.
var Rules = []Rule{UCDP, ACLED, GTD, IBC}

// Says is what the Rule does, in a sentence or two for people; "" for no Rule.
func (r Rule) Says() string {
	switch r {
	case UCDP:
		return "Best: the figure that can be true by most independent accounts; of several the most recent, then the lowest. Low and high: " +
			"the least and the greatest. The word of those said to have done it counts for high alone, unless nobody else tells a figure; what is doubted, denied, retracted or revised by the same voice counts for nothing."
	case ACLED:
		return "The lowest figure that anybody tells, but for what is denied, retracted or revised by the same voice."
	case GTD:
		return "The most recent figure, without the doubtful ones and the perpetrator's own; of several as recent that of the majority, and where there is none the lowest. " +
			"Blank where people were killed or hurt and no usable figure is told."
	case IBC:
		return "The least and the greatest figure that anybody tells, but for what is denied or retracted. No best one is chosen."
	}
	return ""
}

// Answer says what stands behind a headline.
type Answer string

// The answers. Not reported, zero and unknown are three things.
const (
	Figured     Answer = "figure"
	ZeroTold    Answer = "zero"         // told that there were none: 'no one was hurt'
	NotReported Answer = "not reported" // nobody tells of any
	Uncounted   Answer = "unknown"      // it was told that there were some; no figure that the rule takes
)

// Headline is how many something befell in an incident by a Rule.
type Headline struct {
	Of     dateline.Role
	Rule   Rule
	Answer Answer
	// Low, Best and High are the figures as the Rule has them: all three by UCDP, Best alone by ACLED
	// and GTD, Low and High by IBC. Nil where the Rule has none, and all nil unless Answer is Figured or
	// ZeroTold. Low is nil as well where only ceilings are told ('up to 20').
	Low, Best, High *int
	Open            bool // the greatest figure taken is a least one ('at least 11'): High may be more
	// Statements tell the figures, or that there were none, or that there were some; nil if not reported.
	Statements []string
	From       []Reckoning // those whose figures it has, in order of publication
	Aside      []SetAside  // the others, in order of publication
}

// String writes the headline for people: '14 (11 to 19 or more)', 'none', 'unknown: told without a figure that the rule
// takes', 'not reported'.
func (h Headline) String() string {
	switch h.Answer {
	case ZeroTold:
		return "none"
	case Uncounted:
		return "unknown: told without a figure that the rule takes"
	case NotReported:
		return "not reported"
	}
	n := func(n *int) string { return dateline.Exactly(*n).String() }
	more := ""
	if h.Open {
		more = " or more"
	}
	switch {
	case h.High == nil:
		return n(h.Best) + more
	case h.Low == nil:
		return "up to " + n(h.High) + more
	case *h.Low == *h.High:
		return n(h.High) + more
	case h.Best == nil:
		return n(h.Low) + " to " + n(h.High) + more
	}
	return n(h.Best) + " (" + n(h.Low) + " to " + n(h.High) + more + ")"
}

// SetAside is a Reckoning that a headline leaves out, with the reason in words.
type SetAside struct {
	Reckoning
	Why string
}

// Headlines makes a headline of each toll, by one rule, in the order of dateline.Tolls. Killed and wounded are
// always there; other tolls if any Statement tells them.
func (f *Figures) Headlines(rule Rule) []Headline {
	var out []Headline
	for i, of := range dateline.Tolls {
		all := onceEach(f.told[i])
		if len(all) > 0 || of == dateline.KilledRole || of == dateline.Wounded {
			out = append(out, rule.Headline(of, all))
		}
	}
	return out
}

// Headline makes a headline of what Reckon lists. It panics for a Rule that is none of Rules.
//
// By every Rule vague words have the figures of the convention of the same name, 'at least 11' is 11 and
// 'up to 20' is 20, a range is its lower bound where one number is asked for, and what is denied or retracted
// is set aside. Where some voice tells of people without a figure, another's 'none' is no answer.
func (r Rule) Headline(of dateline.Role, all []Reckoning) Headline {
	h := Headline{Of: of, Rule: r, Answer: NotReported}
	usable := h.usable(all)
	switch r {
	case UCDP:
		h.ucdp(usable)
	case ACLED:
		h.acled(usable)
	case GTD:
		h.gtd(usable)
	case IBC:
		h.ibc(usable)
	default:
		panic(fmt.Sprintf("no rule %q for headlines", r))
	}
	h.settle(all)
	return h
}

// usable keeps what has a figure by the rule's convention, with that figure.
func (h *Headline) usable(all []Reckoning) []Reckoning {
	var out []Reckoning
	for _, x := range all {
		switch c := h.Rule.count(x.Count); {
		case x.Aside != "":
			h.aside(x, x.Aside)
		case c == nil:
			h.aside(x, "it has no figure that the rule takes")
		default:
			x.Count = c
			out = append(out, x)
		}
	}
	if some := len(out) < len(all) && slices.ContainsFunc(h.Aside, func(s SetAside) bool { return s.Reckoning.Aside == "" }); some {
		out = h.drop(out, func(x Reckoning) bool { return none(x.Count) }, "others tell of some")
	}
	return out
}

// count is c with the rule's figures for vague words; nil if that leaves none.
func (r Rule) count(c *dateline.Count) *dateline.Count {
	if c == nil {
		return nil
	}
	out := count.Convention(r).Of(*c)
	if out.Low == nil && out.High == nil {
		return nil
	}
	return &out
}

func (h *Headline) aside(x Reckoning, why string) { h.Aside = append(h.Aside, SetAside{x, why}) }

// drop sets aside those that out says.
func (h *Headline) drop(all []Reckoning, out func(Reckoning) bool, why string) []Reckoning {
	var kept []Reckoning
	for _, x := range all {
		if out(x) {
			h.aside(x, why)
			continue
		}
		kept = append(kept, x)
	}
	return kept
}

// settle says what the answer is and on which Statements it stands.
func (h *Headline) settle(all []Reckoning) {
	switch {
	case h.Best != nil || h.High != nil:
		h.Answer = Figured
		if zero(h.Low) && zero(h.Best) && zero(h.High) {
			h.Answer = ZeroTold
		}
		for _, x := range h.From {
			h.Statements = append(h.Statements, x.Statements...)
		}
	case slices.ContainsFunc(all, func(x Reckoning) bool { return x.Aside == "" }):
		h.Answer = Uncounted
		for _, x := range all {
			if x.Aside == "" {
				h.Statements = append(h.Statements, x.Statements...)
			}
		}
	}
}

// zero reports whether n says none, or nothing.
func zero(n *int) bool { return n == nil || *n == 0 }
