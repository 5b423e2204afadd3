package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// Drift is how a figure was altered as it was retold.
type Drift string

// The changes. Each is a loss or a growth; a figure that is told more carefully than before has not drifted.
const (
	OtherMeaning Drift = "changed meaning" // whom it counts: 'including family members' to 'fighters'
	RoundedOff   Drift = "rounded"         // 139 to 'about 140'
	LostHedge    Drift = "lost hedge"      // 'at least 11' to '11'
	Swelled      Drift = "swelled"         // '4,000 to 6,000' to '6,000'; more than anybody told before, on nobody's word
	LostSpeaker  Drift = "lost speaker"    // 'police said' to a fact
)

// Drifts lists every Drift, in the order in which a step names them.
var Drifts = []Drift{OtherMeaning, RoundedOff, LostHedge, Swelled, LostSpeaker}

// Retelling is a figure as one report tells it.
type Retelling struct {
	Reckoning
	Quote string        // the sentence
	Said  dateline.Date // when it was first said, where the text tells ('in a report published in June 2023'); zero otherwise
}

// DriftStep is a figure told in one report and retold, altered, in a later one.
type DriftStep struct {
	From, To Retelling
	Changes  []Altered // in the order of Drifts; never empty
}

// Altered is a Drift with what was lost or grew, in words.
type Altered struct {
	Drift Drift
	Why   string
}

// Chain is the drift of one figure from where it is first told.
type Chain struct {
	Of    dateline.Role
	First Retelling
	Steps []DriftStep // in order of publication
}

// Drift finds where a toll drifted, for each toll in the order of dateline.Tolls.
func (f *Figures) Drift() []Chain {
	quotes := map[string]string{}
	for _, a := range f.said {
		quotes[a.ID] = a.Quote
	}
	var out []Chain
	for i, of := range dateline.Tolls {
		var all []Retelling
		for _, r := range onceEach(f.told[i]) {
			if r.Aside == "" && r.Count != nil {
				all = append(all, Retelling{Reckoning: r, Quote: quotes[r.Statements[0]]})
			}
		}
		out = append(out, chains(of, all)...)
	}
	return out
}

// StrengthDrift finds where the strength of a group drifted. said holds Statements about one group; those of other
// kinds, and rejected ones, say nothing here.
func StrengthDrift(said []Account) []Chain {
	var all []Retelling
	for i := range said {
		a := &said[i]
		if a.Kind != dateline.Strength || a.Review == dateline.Rejected || a.Stance == dateline.Denied {
			continue
		}
		for _, p := range a.In(dateline.Fighters) {
			if c := p.Count(); c != nil && (c.Low != nil || c.High != nil) {
				all = append(all, strengthTold(a, p))
			}
		}
	}
	return chains(dateline.Fighters, all)
}

func strengthTold(a *Account, p Value) Retelling {
	r := Retelling{Quote: a.Quote, Reckoning: Reckoning{Of: p.Role, Count: p.Count(), Words: p.Full(), Whom: NewCounted(p.Full(), besides(a)),
		Statements: []string{a.ID}, Report: a.Report, Source: a.Report.ID, Since: a.Report.Published.From, By: a.By, Background: a.Background,
		Doubted: doubted(a)}}
	if r.Whom.Who == "" {
		r.Whom.Who = nounBefore(a.Quote, p.Words)
	}
	for _, d := range a.In(dateline.DateRole) {
		if d.Meaning != nil && d.Meaning.Date != nil && d.Meaning.Date.Fixed() {
			r.Said = *d.Meaning.Date
		}
	}
	return r
}

// nounBefore is whom 'the number of militants ranged from 4,000' counts.
func nounBefore(sentence, figure string) Class {
	at := strings.Index(sentence, figure)
	if at < 0 {
		return ""
	}
	_, noun, ok := strings.Cut(sentence[:at], "number of ")
	if !ok {
		return ""
	}
	return NewCounted(noun, "").Who
}

// chains finds the retellings among all, those of one first telling in a chain.
func chains(of dateline.Role, all []Retelling) []Chain {
	slices.SortStableFunc(all, func(x, y Retelling) int {
		return cmp.Or(cmp.Compare(x.first(), y.first()), cmp.Compare(dayOrLast(x.Report.Published.From), dayOrLast(y.Report.Published.From)),
			cmp.Compare(x.Report.ID, y.Report.ID))
	})
	root := make([]int, len(all))
	steps := map[int][]DriftStep{}
	for i := range all {
		root[i] = i
		k, changes := nearest(all[:i], &all[i])
		if k < 0 {
			continue
		}
		root[i] = root[k]
		if len(changes) > 0 {
			steps[root[i]] = append(steps[root[i]], DriftStep{all[k], all[i], changes})
		}
	}
	var out []Chain
	for i := range all {
		if len(steps[i]) > 0 {
			out = append(out, Chain{of, all[i], steps[i]})
		}
	}
	return out
}

// first is the day on which the figure was said, as far as is known: that which the text tells, else the day of
// publication.
func (r *Retelling) first() string {
	published := dayOrLast(r.Report.Published.From)
	if r.Said.From != "" {
		return min(r.Said.From, published)
	}
	return published
}

// nearest returns which of the earlier ones y retells with the least changes, the latest of several such; -1 if it
// retells none.
func nearest(earlier []Retelling, y *Retelling) (int, []Altered) {
	at, least := -1, []Altered(nil)
	for k := range earlier {
		x := &earlier[k]
		if !x.before(y) || !retold(x, y) {
			continue
		}
		if changes := altered(x, y); at < 0 || len(changes) <= len(least) {
			at, least = k, changes
		}
	}
	if at < 0 && swollen(earlier, y) {
		last := len(earlier) - 1
		return last, append([]Altered{{Swelled, "more than anybody told before, and nobody is named who says so"}}, lostSpeaker(&earlier[last], y)...)
	}
	return at, least
}

// before reports whether x is known to have been told before y, and not in the same report.
func (r *Retelling) before(y *Retelling) bool {
	if r.Report.ID == y.Report.ID {
		return false
	}
	return r.first() < y.first() || r.first() == y.first() && dayOrLast(r.Report.Published.From) < y.Report.Published.From
}

// retold reports whether y can be x told again, and not a new figure: it tells the same number on the same word or on
// nobody's. A number that changed is a revision, unless the text says that it is of the same day and voice.
func retold(x, y *Retelling) bool {
	voice := y.voice()
	if voice != "" && voice != x.voice() {
		return false
	}
	again := voice != "" && !x.Said.IsZero() && x.Said.Meets(y.Said)
	switch {
	case x.Count.Equal(*y.Count) || again:
		return true
	case voice != "":
		return sameNumber(*x.Count, *y.Count) && !ranged(*x.Count)
	}
	return sameNumber(*x.Count, *y.Count) || rounded(*x.Count, *y.Count)
}

// ranged reports whether c has two ends.
func ranged(c dateline.Count) bool { return c.Low != nil && c.High != nil && *c.Low != *c.High }

// sameNumber reports whether x and y tell a number in common.
func sameNumber(x, y dateline.Count) bool {
	for _, n := range numbersOf(x) {
		if slices.Contains(numbersOf(y), n) {
			return true
		}
	}
	return false
}

// numbersOf lists the numbers that the words of a count can have told: 'more than 90' is 91 and open.
func numbersOf(c dateline.Count) []int {
	var out []int
	if c.Low != nil {
		out = append(out, *c.Low)
	}
	if c.High != nil {
		out = append(out, *c.High)
	}
	switch {
	case c.High == nil:
		out = append(out, *c.Low-1)
	case c.Low == nil:
		out = append(out, *c.High+1)
	}
	return out
}

// rounded reports whether y is x in round numbers: 139 as 'about 140' or 'more than 130', 1,247 as 1,200. An exact
// number must end in two noughts at least: 139 to 140 is one more.
func rounded(x, y dateline.Count) bool {
	if ranged(x) || ranged(y) {
		return false
	}
	n := figureOf(x)
	for _, m := range numbersOf(y) {
		unit := noughts(m)
		hedged := y.Approx || y.High == nil || y.Low == nil
		if unit >= 100 || hedged && unit >= 10 {
			if d := n - m; n%unit != 0 && d < unit && -d < unit {
				return true
			}
		}
	}
	return false
}

// noughts is the greatest power of ten that divides n; 1 for 0.
func noughts(n int) int {
	unit := 1
	for n > 0 && n%(unit*10) == 0 {
		unit *= 10
	}
	return unit
}

// swollen reports whether y, told as background on nobody's word, is at least a tenth more than every earlier figure.
func swollen(earlier []Retelling, y *Retelling) bool {
	if len(earlier) == 0 || !y.Background || len(y.By) > 0 {
		return false
	}
	for k := range earlier {
		if x := &earlier[k]; !x.before(y) || x.Count.High == nil && x.Count.Approx || 10*figureOf(*y.Count) < 11*top(*x.Count) {
			return false
		}
	}
	return true
}

// altered names what x lost or gained as it was retold in y.
func altered(x, y *Retelling) []Altered {
	var out []Altered
	add := func(c Drift, why string) {
		if why != "" {
			out = append(out, Altered{c, why})
		}
	}
	add(OtherMeaning, meaning(x.Whom, y.Whom))
	if !sameNumber(*x.Count, *y.Count) && rounded(*x.Count, *y.Count) {
		add(RoundedOff, fmt.Sprintf("%s is told as %q", x.Count, y.Words))
	}
	add(LostHedge, hedge(x, y))
	add(Swelled, growth(x, y))
	return append(out, lostSpeaker(x, y)...)
}

// meaning says how those whom x counts differ from those whom y counts; "" if y says no other thing.
func meaning(x, y Counted) string {
	if slices.Contains(x.With, Families) && !slices.Contains(y.With, Families) && y.Who != Families {
		return "families were counted, and are no longer told" + asWhom(y.Who)
	}
	for _, c := range x.With {
		if excludes(y.Who, c) && !slices.Contains(y.With, c) {
			return fmt.Sprintf("%s were counted, and all are %s now", c, y.Who)
		}
	}
	if x.Who != "" && y.Who != "" && x.Who != y.Who {
		return fmt.Sprintf("%s became %s", x.Who, y.Who)
	}
	return ""
}

func asWhom(c Class) string {
	if c == "" {
		return ""
	}
	return ": all are " + string(c) + " now"
}

// excludes reports whether nobody of class c can be of class who.
func excludes(who, c Class) bool {
	return who != c && slices.Contains(sides, who) && (slices.Contains(sides, c) || c == Families || c == Children && who != Civilians)
}

// hedge says which hedge of the same number y leaves out; "" if none.
func hedge(x, y *Retelling) string {
	a, b := *x.Count, *y.Count
	exact := b.Low != nil && b.High != nil && !b.Approx
	switch {
	case x.Doubted && !y.Doubted:
		return "it was doubted, and is told as a fact"
	case !exact || !sameNumber(a, b):
		return ""
	case ranged(a) && !ranged(b) && *a.Low == *b.Low:
		return "the upper end of the range is gone"
	case ranged(a) || ranged(b):
		return ""
	case a.High == nil:
		return fmt.Sprintf("%q was a least number", x.Words)
	case a.Low == nil:
		return fmt.Sprintf("%q was a greatest number", x.Words)
	case a.Approx:
		return fmt.Sprintf("%q was about", x.Words)
	}
	return ""
}

// growth says how y made more of x: the top of a range or a ceiling told as the figure or as the least; "" if it
// did not.
func growth(x, y *Retelling) string {
	a, b := *x.Count, *y.Count
	switch {
	case a.High == nil || a.Low != nil && !ranged(a) && !more(a, b):
		return ""
	case b.Low != nil && *b.Low > *a.High || b.Low != nil && b.High == nil && *b.Low == *a.High:
		return fmt.Sprintf("the most that was told, %d, is now the least", *a.High)
	case ranged(a) && !ranged(b) && b.High != nil && *b.High == *a.High && b.Low != nil:
		return "the upper end of the range is told as the figure"
	}
	return ""
}

// more reports whether b tells more than a did, on the same word and of the same day, in numbers that are not a
// rounding.
func more(a, b dateline.Count) bool {
	return !rounded(a, b) && b.Low != nil && *b.Low > top(a)+1
}

// lostSpeaker says whose word y no longer names.
func lostSpeaker(x, y *Retelling) []Altered {
	if v := x.voice(); len(y.By) > 0 || v == "" || v == "somebody" {
		return nil
	}
	return []Altered{{LostSpeaker, strings.Join(strings.Fields(x.By[0].Full()), " ") + " said so; now nobody does"}}
}
