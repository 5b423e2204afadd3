package storytime

import (
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// features names what else than its standing speaks for and against event i having taken place at c, nil being at none of the
// times that the report names, in a fixed order.
func (g *gathering) features(i int, c *candidate, sum *scorer.Sum) {
	e := &g.r.Events[i]
	if c == nil {
		g.none(e, sum)
		return
	}
	l, family := string(c.level), string(e.Kind.Family())
	x := &g.r.Expressions[g.nearest(c, e)]
	gap := gapOf(e.Sentence - x.Sentence)
	sum.Add(l, " gap=", gap)
	sum.Add(l, " ", family, " gap=", gap)
	sum.Add(l, " gap=", gap, " told=", few(c.told, 2))
	sum.Add(family, " lag=", c.lag)
	sum.Add(string(e.Kind), " lag=", c.lag)
	sum.Add(string(e.Kind), " ", l)
	if g.court > 0 {
		sum.Add("court=", few(g.court, 3), " ", family, " lag=", c.lag)
		sum.Add("court ", family, " nth=", few(c.nth, 3))
	}
	if e.Background {
		sum.Add(l, " past lag=", c.lag)
		sum.Add(l, " past gap=", gap)
	}
	if x.Verb != "" {
		sum.Add("near=", near(gap), " v=", x.Verb)
	}
	if x.Head == e.At {
		sum.Add(l, " its own")
	}
	if x.Sentence == e.Sentence && x.Verb != "" && x.Verb == e.Lemma {
		sum.Add(l, " same verb")
	}
	g.others(e, c, sum)
	g.clauses(e, x, l, gap, sum)
	g.first(e, c, sum)
	sum.Add(l, " e at=", few(e.Sentence, 2), " lag=", c.lag)
	sum.Add(l, " kin=", few(c.kin, 3), " of=", few(g.fine, 4))
	if len(e.Told) > 0 && e.open(c) {
		sum.Add(l, " in told ", string(levelOf(e.Told[0])))
	}
	if c.said(g.r, e.Lemma) {
		sum.Add(l, " its word")
	}
}

// first names what the event that e's words point back to says of c.
func (g *gathering) first(e *Event, c *candidate, sum *scorer.Sum) {
	switch {
	case len(e.First) == 0:
	case slices.ContainsFunc(e.First, func(d dateline.Date) bool { return d.From <= c.date.From && c.date.To <= d.To }):
		sum.Add(string(c.level), " its first at")
	default:
		sum.Add(string(c.level), " its first elsewhen")
	}
}

// others names how the events that took place at c by their own words stand to event e.
func (g *gathering) others(e *Event, c *candidate, sum *scorer.Sum) {
	l := string(c.level)
	kind, family, same, other := false, false, false, false
	for _, o := range c.of {
		kind = kind || o.Kind == e.Kind
		family = family || o.Kind.Family() == e.Kind.Family()
		for _, p := range o.Places {
			if slices.Contains(e.Places, p) {
				same = true
			} else if len(e.Places) > 0 {
				other = true
			}
		}
	}
	switch {
	case same:
		sum.Add(l, " told in the same place")
	case other:
		sum.Add(l, " told in another place")
	}
	switch {
	case kind:
		sum.Add(l, " told of the same kind")
	case family:
		sum.Add(l, " told of the same family")
	case len(c.of) > 0:
		sum.Add(l, " told of another family")
	}
	for _, o := range c.of {
		sum.Add(string(e.Kind.Family()), " told of ", string(o.Kind))
	}
}

// none names what speaks for none of the times being the event's.
func (g *gathering) none(e *Event, sum *scorer.Sum) {
	sum.Add("none")
	sum.Add("none days=", few(g.fine, 4))
	sum.Add("none of=", few(len(g.candidates), 4))
	sum.Add("none ", string(e.Kind.Family()))
	sum.Add("none ", string(e.Kind))
	if g.court > 0 {
		sum.Add("none court ", string(e.Kind.Family()))
	}
	sum.Add("none told=", few(g.mostTold, 2))
	if e.Background {
		sum.Add("none past")
	}
	if len(e.First) > 0 {
		sum.Add("none its first told")
	}
	sum.Add("none e=", marker(e.Standing.Clauses))
	sum.Add("none tense=", tense(e.Standing.Clauses))
	sum.Add("none at=", few(e.Sentence, 2))
	if !g.r.Published.Fixed() {
		sum.Add("none unpublished")
	}
}

// standing is how a time stands in the report.
func (g *gathering) standing(c *candidate, sum *scorer.Sum) {
	l := string(c.level)
	sum.Add(l)
	sum.Add(l, " lag=", c.lag)
	sum.Add(l, " days=", few(g.fine, 4))
	sum.Add(l, " rank=", few(c.rank, 3), " of=", few(len(g.candidates)-1, 4))
	sum.Add(l, " named=", few(len(c.expressions), 5))
	sum.Add(l, " nth=", few(c.nth, 4))
	sum.Add(l, " earlier=", few(c.days, 3), " of=", few(g.fine, 4))
	sum.Add(l, " earlier=", few(c.days, 2), " lag=", c.lag)
	sum.Add(l, " told=", few(c.told, 3))
	if c.told > 0 && c.told == g.mostTold {
		sum.Add(l, " told most")
	}
	sum.Add(l, " past=", few(c.past, 2))
	sum.Add(l, " beside=", few(c.beside, 3))
	sum.Add(l, " anchor=", string(c.date.Anchor))
	if c.holds {
		sum.Add(l, " holds")
	}
	if c.held {
		sum.Add(l, " held")
	}
	first := g.r.Expressions[c.expressions[0]].Sentence
	sum.Add(l, " first=", few(first, 5))
	aside := 0
	for _, k := range c.expressions {
		x := &g.r.Expressions[k]
		g.wording(c, x, sum)
		if x.Aside {
			aside++
		}
	}
	if aside == len(c.expressions) {
		sum.Add(l, " aside")
	}
}

// wording is how one expression of a time stands in its sentence.
func (g *gathering) wording(c *candidate, x *Expression, sum *scorer.Sum) {
	l := string(c.level)
	if x.Verb != "" {
		sum.Add("v=", x.Verb)
		sum.Add(l, " lag=", c.lag, " v=", x.Verb)
	}
	if x.Noun != "" {
		sum.Add("n=", x.Noun)
	}
	if x.Verb == "" && x.Noun == "" {
		sum.Add("alone ", l)
	}
	sum.Add("before=", word(x.Before))
	sum.Add("after=", word(x.After))
	sum.Add("x=", shape(x.Words))
	for _, w := range strings.Fields(x.Words) {
		sum.Add("w=", shapeOf(w))
	}
	if x.Part != "" {
		sum.Add(l, " of ", string(x.Part))
		sum.Add(l, " of ", string(x.Part.Family()), past(x.Past))
	}
	if x.Length <= 8 {
		sum.Add(l, " short")
	}
	if x.Aside {
		sum.Add(l, " some aside")
	}
	sum.Add(l, " lead=", few(x.Sentence, 2), " ", shape(x.Words))
}

// said reports whether one of a candidate's expressions goes with the word of an event.
func (c *candidate) said(r *Report, lemma string) bool {
	for _, k := range c.expressions {
		if x := &r.Expressions[k]; lemma != "" && (x.Verb == lemma || x.Noun == lemma) {
			return true
		}
	}
	return false
}

// shape is what an expression says, without its numbers and names of days and months.
func shape(words string) string {
	out := make([]string, 0, 4)
	for _, w := range strings.Fields(words) {
		if len(out) < 4 {
			out = append(out, shapeOf(w))
		}
	}
	return strings.Join(out, " ")
}

// shapeOf is a word of an expression, or what it is.
func shapeOf(w string) string {
	w = strings.Trim(w, ".,()")
	switch {
	case w == "":
		return "-"
	case w[0] >= '0' && w[0] <= '9':
		if len(w) == 4 {
			return "year"
		}
		return "number"
	case weekdays[w[:min(3, len(w))]] && (len(w) <= 4 || strings.HasSuffix(w, "day")):
		return "weekday"
	case months[w[:min(3, len(w))]] && w != "march's" && w != "mark":
		return "month"
	}
	return word(w)
}

var (
	weekdays = set("mon tue wed thu fri sat sun")
	months   = set("jan feb mar apr may jun jul aug sep oct nov dec")
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// word is a word as a feature: its letters, no names of tabs and lines.
func word(w string) string {
	if w == "" {
		return "-"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, w)
}

// gapOf is how many sentences before the event an expression stands, in classes; '-' is behind it.
func gapOf(n int) string {
	name := "far"
	switch d := abs(n); {
	case d == 0:
		return "none"
	case d == 1:
		name = "next"
	case d <= 4:
		name = "near"
	}
	if n < 0 {
		return "-" + name
	}
	return name
}

func near(gap string) string {
	if gap == "none" {
		return gap
	}
	return "no"
}

func past(is bool) string {
	if is {
		return " past"
	}
	return ""
}

func few(n, most int) string { return strconv.Itoa(min(n, most)) }
