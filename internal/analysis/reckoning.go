package analysis

import (
	"cmp"
	"slices"
	"strings"

	"dateline"
)

// Reckoning is how many people something befell in an incident, as one voice in one report tells it. What
// the voice says in several places of the report is one Reckoning: the greatest figure of people at large, or, where it
// counts the dead of each side and no whole ('two guards', 'three rebels'), their sum.
type Reckoning struct {
	Of         dateline.Role
	Count      *dateline.Count // nil if it was told that there were some, and not how many
	Words      string          // the report's words; those of a sum with ' + ' between them
	Whom       Counted         // whom the words count
	Statements []string        // Statement.ID, in the order of the report; never empty
	Report     *dateline.Report
	Source     string // the first Report.ID of those that are copies of Report, it among them: one account
	Since      string // the first day on which a report of that account was published, YYYY-MM-DD; "" if unknown
	By         []Voice
	Background bool        // told as background in its report
	Own        bool        // the word of those who are said to have done it
	Doubted    bool        // the voice itself doubts it
	Aside      string      // why no rule takes it: denied, retracted, told as overtaken; "" if nothing speaks against it
	Revised    *Reckoning  // the later figure of the same voice that takes its place; nil if there is none
	Less       []Reckoning // other figures of the same voice in the same report, which tell of less
}

// Reckon lists how many something befell in an incident, in the order in which reports that tell it were
// published, unknown days last, then in the order of in.Statements. said holds the Statements of in; those
// rejected in review are left out. Nil if no Statement tells it.
//
// Reports that are copies of each other (Incident.Copies) are one account: what the first of them tells
// stands for all, and only what it does not tell is taken from another.
func Reckon(in dateline.Incident, said []Account, of dateline.Role) []Reckoning {
	return onceEach(reckonAll(in, said, of))
}

// Figures are all that is told of how many something befell in an incident, read once for several accounts of it.
type Figures struct {
	in   dateline.Incident
	said []Account
	told [][]Reckoning // by dateline.Tolls, with what copies tell again
}

// NewFigures reads the tolls of in, as Reckon does.
func NewFigures(in dateline.Incident, said []Account) *Figures {
	f := &Figures{in, said, make([][]Reckoning, len(dateline.Tolls))}
	for i, of := range dateline.Tolls {
		f.told[i] = reckonAll(in, said, of)
	}
	return f
}

// reckonAll is Reckon with what copies tell again.
func reckonAll(in dateline.Incident, said []Account, of dateline.Role) []Reckoning {
	told := voiced(partsTelling(in, said, of))
	slices.SortStableFunc(told, func(a, b Reckoning) int { return cmp.Compare(dayOrLast(a.Since), dayOrLast(b.Since)) })
	retract(told, said)
	revise(told)
	return told
}

func dayOrLast(day string) string { return cmp.Or(day, "9999") }

// partsTelling makes a Reckoning of every part of a Statement that tells how many.
func partsTelling(in dateline.Incident, said []Account, of dateline.Role) []Reckoning {
	if !tellsOf(said, of) {
		return nil
	}
	source, since := sources(in, said)
	at := map[string]*Account{}
	for i := range said {
		at[said[i].ID] = &said[i]
	}
	var out []Reckoning
	for _, id := range in.Statements {
		a := at[id]
		if a == nil || a.Review == dateline.Rejected || a.Kind.Family() == dateline.CounterMeasures {
			continue
		}
		for _, p := range a.In(of) {
			if r, ok := reckoning(in, a, p); ok {
				r.Source = source[a.Report.ID]
				r.Since = since[r.Source]
				out = append(out, r)
			}
		}
	}
	return out
}

// tellsOf reports whether any Statement has a part in a role: most incidents are told with one toll or two of the many.
func tellsOf(said []Account, of dateline.Role) bool {
	for i := range said {
		if len(said[i].In(of)) > 0 {
			return true
		}
	}
	return false
}

// reckoning makes a Reckoning of one part; false where it tells of nothing that took place.
func reckoning(in dateline.Incident, a *Account, p Value) (Reckoning, bool) {
	c := p.Count()
	if c != nil && (c.Low == nil && c.High == nil || c.Word == "plural") {
		c = nil
	}
	if !a.Reality.Counts() && !(a.Reality == dateline.NotHappened && none(c)) {
		return Reckoning{}, false
	}
	r := Reckoning{Of: p.Role, Count: c, Words: p.Full(), Statements: []string{a.ID}, Report: a.Report, By: a.By,
		Whom: NewCounted(p.Full(), besides(a)), Background: a.Background, Own: ownWord(in, a), Doubted: doubted(a)}
	r.Whom.Shares = append(r.Whom.Shares, victimsAmong(a, c)...)
	if a.Stance == dateline.Denied && !none(c) {
		r.Aside = "it is denied"
	} else if overtaken(a.Quote, p.Words) {
		r.Aside = "the text says that another took its place"
	}
	return r, true
}

// doubted reports whether the voice doubts the figure. That somebody is suspected of an attack leaves its toll certain.
func doubted(a *Account) bool {
	return a.Stance == dateline.Doubted || a.Stance == dateline.Suspected && a.Kind.Family() == dateline.HumanCost
}

// victimsAmong lists the victims of one class whom the Statement tells beside the words of its toll: 'killed 14 people,
// including three policemen'. Those of another toll ('and hurt two') are not among them.
func victimsAmong(a *Account, c *dateline.Count) []Portion {
	var out []Portion
	for _, v := range a.In(dateline.Victim) {
		n := v.Count()
		if c == nil || n == nil || n.Low == nil || n.Word != "" || *n.Low > figureOf(*c) || a.tollWords(v.Words) {
			continue
		}
		if who := NewCounted(v.Words, "").Who; who != "" {
			out = append(out, Portion{who, *n, v.Words})
		}
	}
	return out
}

// tollWords reports whether a toll of the Statement has these words among its own.
func (a *Account) tollWords(words string) bool {
	for _, p := range a.Parts {
		if p.Role.IsToll() && (strings.Contains(p.Words, words) || strings.Contains(words, p.Words)) {
			return true
		}
	}
	return false
}

// besides is what a Statement says of its figures beside their words: 'including family members'.
func besides(a *Account) string {
	var out []string
	for _, p := range a.In(dateline.Amount) {
		out = append(out, p.Words)
	}
	return strings.Join(out, " ")
}

// none reports whether c says that there were none.
func none(c *dateline.Count) bool { return c != nil && c.High != nil && *c.High == 0 }

// sources says for each report which account it belongs to, by the first of its copies, and on which day
// the first report of each account was published.
func sources(in dateline.Incident, said []Account) (source, since map[string]string) {
	source, since = map[string]string{}, map[string]string{}
	for _, group := range in.Copies {
		for _, id := range group {
			source[id] = group[0]
		}
	}
	for _, a := range said {
		id := a.Report.ID
		source[id] = cmp.Or(source[id], id)
		if day := a.Report.Published.From; day != "" {
			since[source[id]] = min(day, cmp.Or(since[source[id]], day))
		}
	}
	return source, since
}

// ownWord reports whether the one who speaks is said to have done it: by the record, by the words, or,
// where neither says who either of them is, as a voice of an armed group.
func ownWord(in dateline.Incident, a *Account) bool {
	if len(a.By) == 0 {
		return false
	}
	v := a.By[0]
	named := false
	for _, p := range in.Perpetrators {
		if p.Value.Degree == dateline.DeniedBy {
			continue
		}
		if v.Actor != "" && p.Value.Actor == v.Actor || v.Actor == "" && p.Value.Actor == "" && sameWords(v.Full(), p.Value.Text) {
			return true
		}
		named = named || p.Value.Actor != ""
	}
	return v.Class == dateline.GroupVoice && (v.Actor == "" || !named)
}

// sameWords compares words whatever the case and the article.
func sameWords(x, y string) bool { return bareWords(x) == bareWords(y) && bareWords(x) != "" }

func bareWords(words string) string {
	words = strings.Join(strings.Fields(strings.ToLower(words)), " ")
	for _, article := range []string{"the ", "a ", "an "} {
		words = strings.TrimPrefix(words, article)
	}
	return words
}

// voice names who tells r, the same for the same voice in any report: the record, or the words.
func (r *Reckoning) voice() string {
	if len(r.By) == 0 {
		return ""
	}
	v := r.By[0]
	if v.Actor != "" {
		return "actor " + v.Actor
	}
	return cmp.Or(bareWords(v.Full()), "somebody")
}

// voiced joins what one voice says in one report.
func voiced(all []Reckoning) []Reckoning {
	at := map[[3]string]int{}
	var out [][]Reckoning
	for _, r := range all {
		k := [3]string{r.Report.ID, r.voice(), r.Aside}
		i, seen := at[k]
		if !seen {
			i = len(out)
			at[k], out = i, append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	var joined []Reckoning
	for _, same := range out {
		joined = append(joined, oneOf(same))
	}
	return joined
}

// oneOf makes one Reckoning of what a voice says in a report.
func oneOf(same []Reckoning) Reckoning {
	same = repeated(same)
	slices.SortStableFunc(same, func(x, y Reckoning) int { return bound(lessThan(x.Count, y.Count)) - bound(lessThan(y.Count, x.Count)) })
	if sum, ok := ofSides(same); ok {
		return sum
	}
	r := same[0]
	r.Less = slices.Clone(same[1:])
	return r
}

// repeated joins those with the same figure: the first stands, with the Statements of all.
func repeated(same []Reckoning) []Reckoning {
	var out []Reckoning
next:
	for _, r := range same {
		for i := range out {
			o := &out[i]
			if r.Count == nil && o.Count == nil || r.Count != nil && o.Count != nil && r.Count.Equal(*o.Count) && r.Whom.Who == o.Whom.Who {
				o.Statements = append(slices.Clone(o.Statements), r.Statements...)
				o.Background = o.Background && r.Background
				continue next
			}
		}
		out = append(out, r)
	}
	return out
}

// ofSides adds up the figures of sides, those of each side that come first; false where there are not two of them,
// where one counts people at large, or where a count of none or without a figure is among them.
func ofSides(same []Reckoning) (Reckoning, bool) {
	var parts, less []Reckoning
	seen := map[Class]bool{}
	for _, r := range same {
		switch {
		case r.Count == nil || none(r.Count) || !slices.Contains(sides, r.Whom.Who) || len(r.Whom.With) > 0:
			return Reckoning{}, false
		case seen[r.Whom.Who]:
			less = append(less, r)
		default:
			seen[r.Whom.Who] = true
			parts = append(parts, r)
		}
	}
	if len(parts) < 2 {
		return Reckoning{}, false
	}
	sum := parts[0]
	sum.Statements = nil
	sum.Whom = Counted{}
	sum.Less = less
	c, words := dateline.Exactly(0), []string{}
	for _, p := range parts {
		c = added(c, *p.Count)
		words = append(words, p.Words)
		sum.Statements = append(sum.Statements, p.Statements...)
		sum.Whom.Shares = append(sum.Whom.Shares, Portion{p.Whom.Who, *p.Count, p.Words})
		sum.Whom.With = with(sum.Whom.With, p.Whom.Who)
	}
	sum.Count, sum.Words = &c, strings.Join(words, " + ")
	return sum, true
}

// added adds two counts; an end that is open in one is open in the sum.
func added(x, y dateline.Count) dateline.Count {
	end := func(a, b *int) *int {
		if a == nil || b == nil {
			return nil
		}
		n := *a + *b
		return &n
	}
	return dateline.Count{Low: end(x.Low, y.Low), High: end(x.High, y.High), Approx: x.Approx || y.Approx}
}

// lessThan orders counts by the figure that they tell: none told first, then by lower bound.
func lessThan(x, y *dateline.Count) bool {
	if x == nil || y == nil {
		return x == nil && y != nil
	}
	return figureOf(*x) < figureOf(*y)
}

// figureOf is the one number of a count: the lower bound, and where there is none the upper one.
func figureOf(c dateline.Count) int {
	if c.Low != nil {
		return *c.Low
	}
	return *c.High
}

// onceEach leaves of reports that are copies the first telling of each voice.
func onceEach(all []Reckoning) []Reckoning {
	seen := map[[4]string]string{}
	var out []Reckoning
	for _, r := range all {
		k := [4]string{r.Source, r.voice(), r.Aside}
		if r.Count != nil {
			k[3] = r.Count.String()
		}
		if first, again := seen[k]; again && first != r.Report.ID {
			continue
		}
		seen[k] = r.Report.ID
		out = append(out, r)
	}
	return out
}

// retract sets aside what a voice later takes back: a retraction by the same voice, or by the same
// publisher where the report itself speaks.
func retract(all []Reckoning, said []Account) {
	for _, a := range said {
		if a.Kind != dateline.Retraction || a.Review == dateline.Rejected || !a.Reality.Counts() {
			continue
		}
		by := Reckoning{By: a.By, Report: a.Report}
		for i := range all {
			r := &all[i]
			if sameVoice(&by, r) && dayOrLast(r.Report.Published.From) <= dayOrLast(a.Report.Published.From) && !slices.Contains(r.Statements, a.ID) {
				r.Aside = cmp.Or(r.Aside, "it was retracted by those who told it")
			}
		}
	}
}

// sameVoice reports whether x and y are one voice: a named one, or two reports of one publisher.
func sameVoice(x, y *Reckoning) bool {
	if x.voice() != y.voice() || x.voice() == "somebody" {
		return false
	}
	return x.voice() != "" || x.Report.Publisher != "" && x.Report.Publisher == y.Report.Publisher
}

// revise notes which figures a later one of the same voice takes the place of: the last. Only what was published on
// a later day does, and only a figure for a figure. all is by day, those of no known day last.
func revise(all []Reckoning) {
	type teller struct{ voice, publisher string }
	last := map[teller]map[string]int{} // of each voice and figure
	of := func(r *Reckoning) teller {
		if voice := r.voice(); voice != "" {
			return teller{voice: voice}
		}
		return teller{publisher: r.Report.Publisher}
	}
	for i := len(all) - 1; i >= 0; i-- {
		r := &all[i]
		if r.Count == nil || r.Since == "" {
			continue
		}
		k, figure, best := of(r), r.Count.String(), -1
		for f, j := range last[k] {
			if f != figure && j > best && r.Since < all[j].Since && sameVoice(r, &all[j]) {
				best = j
			}
		}
		if best >= 0 {
			r.Revised = &all[best]
		}
		if last[k] == nil {
			last[k] = map[string]int{}
		}
		if _, later := last[k][figure]; !later && r.Aside == "" {
			last[k][figure] = i
		}
	}
}
