package toponym

import (
	_ "embed"
	"strings"

	"dateline"
	"dateline/internal/resolve/place"
	"dateline/internal/scorer"
)

//go:embed name.model
var nameModel string

//go:embed plain.model
var plainModel string

// names weighs whether a stretch of words is the name of a place, plainNames where nobody has tagged
// the words.
var (
	names      = scorer.Embedded("toponym: name.model", nameModel)
	plainNames = scorer.Embedded("toponym: plain.model", plainModel)
)

// The classes of both models.
const (
	Yes = "yes"
	No  = "no"
)

// score gives every candidate its odds.
func score(t *Text, all []candidate) {
	v, s := newView(t, all), names().Sum()
	if !t.Tagged {
		s = plainNames().Sum()
	}
	for i := range all {
		s.Reset()
		v.describe(i, s)
		all[i].score = s.Odds(Yes, No)
	}
}

// view is a Text and its candidates, as features look at them.
type view struct {
	t    *Text
	all  []candidate
	from []int           // by word, the first candidate that begins there or later
	vote map[string]vote // by the words of a candidate in small letters
}

// vote is how the mentions of a name are labelled, and how often it is only a part of a longer name.
type vote struct{ location, person, organisation, other, plain, inPerson int }

func newView(t *Text, all []candidate) *view {
	v := &view{t: t, all: all, from: make([]int, len(t.Words)+1), vote: map[string]vote{}}
	k := 0
	for i := range v.from {
		for k < len(all) && all[k].first < i {
			k++
		}
		v.from[i] = k
	}
	for _, c := range all {
		key := strings.ToLower(c.words)
		x := v.vote[key]
		if t.Tagged {
			x.count(v.label(c))
		} else {
			x.guess(beside(t.before(c.first)), beside(t.after(c.last)))
		}
		v.vote[key] = x
	}
	return v
}

func (x *vote) count(label string) {
	relation, kind, _ := strings.Cut(label, " ")
	switch {
	case relation == "part" && kind == "person":
		x.inPerson++
	case relation != "exact":
		x.plain++
	case kind == "location" || kind == "facility":
		x.location++
	case kind == "person":
		x.person++
	case kind == "organisation":
		x.organisation++
	default:
		x.other++
	}
}

// guess counts what stands beside a name that has no label.
func (x *vote) guess(before, after string) {
	switch {
	case before == "<Given>" || before == "<title>":
		x.inPerson++
	case after == "<Organ>" || before == "<Organ>":
		x.organisation++
	case before == "in" || before == "near":
		x.location++
	}
}

// label says how a candidate lies to the labelled names: 'exact location', 'part organisation',
// 'over', 'cross', or 'none'.
func (v *view) label(c candidate) string {
	w := v.t.Words
	first := w[c.first]
	inside := true
	for k := c.first; k <= c.last; k++ {
		inside = inside && w[k].Name != "" && (k == c.first || !w[k].Starts)
	}
	switch {
	case c.labelled:
		return "exact " + first.Name
	case inside && first.Starts:
		return "head " + first.Name
	case inside && (v.t.after(c.last).Name == "" || v.t.after(c.last).Starts):
		return "tail " + first.Name
	case inside:
		return "part " + first.Name
	}
	for k := c.first; k <= c.last; k++ {
		if w[k].Name != "" {
			if !first.Starts && first.Name != "" {
				return "cross " + first.Name
			}
			return "over " + w[k].Name
		}
	}
	return "none"
}

// describe names what speaks for and against candidate i.
func (v *view) describe(i int, sum *scorer.Sum) {
	c := v.all[i]
	t := v.t
	gaz := kindOf(c.entries)
	sum.Add("gaz=", gaz)
	before, after := beside(t.before(c.first)), beside(t.after(c.last))
	sum.Add("before=", before)
	sum.Add("after=", after)
	sum.Add("around=", before, " ", after)
	sum.Add("gaz=", gaz, " before=", before)
	sum.Add("gaz=", gaz, " after=", after)
	if t.Tagged {
		v.labelled(c, gaz, before, after, sum)
	} else {
		v.untagged(c, gaz, sum)
	}
	if outer := v.nested(i); outer != "" {
		sum.Add("in=", outer)
		sum.Add("in=", outer, " gaz=", gaz)
	}
	v.wordsIn(c, gaz, sum)
	v.agreement(c, gaz, sum)
	if held := v.comma(c); held != "" {
		sum.Add("comma=", held)
		sum.Add("comma=", held, " gaz=", gaz)
	}
	if place.Common(c.words) {
		sum.Add("common")
		sum.Add("common before=", before)
	}
	if r := row(t, c); r != "" {
		sum.Add(r)
		sum.Add(r, " gaz=", gaz)
	}
}

// labelled adds what the labels of the words say.
func (v *view) labelled(c candidate, gaz, before, after string, sum *scorer.Sum) {
	label := v.label(c)
	sum.Add("label=", label)
	sum.Add("gaz=", gaz, " label=", label)
	sum.Add("before=", before, " label=", label)
	sum.Add("after=", after, " label=", label)
	sum.Add("tags=", v.t.Words[c.first].Tag, "-", v.t.Words[c.last].Tag)
	if place.Common(c.words) {
		sum.Add("common label=", label)
	}
}

// untagged adds what the words around say in a text without labels: the run of capitals that the name
// stands in.
func (v *view) untagged(c candidate, gaz string, sum *scorer.Sum) {
	left, right := 0, 0
	for i := c.first; i > 0 && !v.t.Words[i].Begins && upper(v.t.Words[i-1].Form); i-- {
		left++
	}
	for i := c.last; i+1 < len(v.t.Words) && !v.t.Words[i+1].Begins && upper(v.t.Words[i+1].Form); i++ {
		right++
	}
	sum.Add("left=", few(left), " right=", few(right))
	sum.Add("left=", few(left), " right=", few(right), " gaz=", gaz)
	far := beside(v.t.before(max(0, c.first-1)))
	sum.Add("before that=", far)
}

// nested says what place the longer candidate around candidate i is; "" if there is none.
func (v *view) nested(i int) string {
	c := v.all[i]
	for k := v.from[max(0, c.first-longest)]; k < len(v.all) && v.all[k].first <= c.first; k++ {
		o := v.all[k]
		if o.last >= c.last && o.last-o.first > c.last-c.first && len(o.entries) > 0 && !o.entries[0].Alternate {
			return kindOf(o.entries)
		}
	}
	return ""
}

// row says that a candidate opens a text or a sentence.
func row(t *Text, c candidate) string {
	switch {
	case c.first == 0:
		return "opens text"
	case t.Words[c.first].Begins:
		return "opens sentence"
	}
	return ""
}

// wordsIn adds what the words of the name are.
func (v *view) wordsIn(c candidate, gaz string, sum *scorer.Sum) {
	w := v.t.Words
	n := few(c.last - c.first + 1)
	shape := shapeOf(c.words)
	sum.Add("words=", n, " gaz=", gaz)
	sum.Add("shape=", shape, " gaz=", gaz)
	sum.Add("shape=", shape, " words=", n)
	first, last := classOf(w[c.first].Form), classOf(w[c.last].Form)
	if c.last > c.first {
		eachClass(first, func(name string) { sum.Add("first=", name); sum.Add("first=", name, " gaz=", gaz) })
		eachClass(last, func(name string) { sum.Add("last=", name); sum.Add("last=", name, " gaz=", gaz) })
		if last != 0 {
			sum.Add("noun=", strings.ToLower(w[c.last].Form))
		}
		if first != 0 {
			sum.Add("front=", strings.ToLower(w[c.first].Form))
		}
		for k := c.first + 1; k < c.last; k++ {
			if linking[w[k].Form] {
				sum.Add("link=", w[k].Form)
				sum.Add("link=", w[k].Form, " gaz=", gaz)
			}
		}
	} else {
		eachClass(first, func(name string) { sum.Add("alone=", name); sum.Add("alone=", name, " gaz=", gaz) })
	}
}

// agreement adds how the other mentions of the name are labelled.
func (v *view) agreement(c candidate, gaz string, sum *scorer.Sum) {
	x := v.vote[strings.ToLower(c.words)]
	most, kind := 0, "none"
	for _, o := range []struct {
		n    int
		kind string
	}{{x.location, "location"}, {x.organisation, "organisation"}, {x.person, "person"}, {x.other, "other"}} {
		if o.n > most {
			most, kind = o.n, o.kind
		}
	}
	sum.Add("vote=", kind, " ", few(most))
	sum.Add("vote=", kind, " gaz=", gaz)
	if x.inPerson > 0 {
		sum.Add("in person")
		sum.Add("in person vote=", kind)
	}
}

// comma says how a candidate lies to the one behind or in front of its comma: held by it, holding it.
func (v *view) comma(c candidate) string {
	if v.t.after(c.last).Form == "," && c.last+2 < len(v.t.Words) {
		for k := v.from[c.last+2]; k < len(v.all) && v.all[k].first == c.last+2; k++ {
			if holds(v.all[k].entries, c.entries) {
				return "held"
			}
		}
	}
	if v.t.before(c.first).Form == "," && c.first >= 2 {
		for k := v.from[max(0, c.first-1-longest)]; k < len(v.all) && v.all[k].first < c.first; k++ {
			if v.all[k].last == c.first-2 && holds(c.entries, v.all[k].entries) {
				return "holds"
			}
		}
	}
	return ""
}

// holds reports whether an area of the first holds a place of the second.
func holds(outer, inner []place.Entry) bool {
	for _, o := range outer {
		if o.Precision == dateline.Settlement {
			continue
		}
		for _, e := range inner {
			if o.Precision != e.Precision && o.Holds(e) {
				return true
			}
		}
	}
	return false
}

// kindOf names the greatest of the places that carry a name, 'none' for none.
func kindOf(entries []place.Entry) string {
	if len(entries) == 0 {
		return "none"
	}
	e := entries[0]
	kind := string(e.Precision)
	switch {
	case e.Hamlet():
		kind = size(1)
	case e.Precision == dateline.Settlement:
		kind = size(e.Population)
	}
	if e.Alternate {
		kind += " alt"
	}
	return kind
}

// size puts a number of people into words.
func size(people int) string {
	switch {
	case people >= 1_000_000:
		return "millions"
	case people >= 200_000:
		return "city"
	case people >= 30_000:
		return "large town"
	case people >= 5_000:
		return "town"
	case people > 0:
		return "village"
	}
	return "spot"
}

// beside says what stands beside a name: the word where it is a small one, else what it is.
func beside(w Word) string {
	if w.Form == "" {
		return "^"
	}
	c := classOf(w.Form)
	small := strings.ToLower(w.Form)
	switch {
	case c.has(title):
		return "<title>"
	case c.has(bodyNoun):
		return "<body>"
	case number(w.Form):
		return "<number>"
	case !upper(w.Form):
		return small
	case c.has(givenName):
		return "<Given>"
	case c.has(organNoun):
		return "<Organ>"
	case c.has(placeNoun | siteNoun | roadNoun):
		return "<Noun>"
	case w.Name != "":
		return "<Name> " + w.Name
	}
	return "<Capital>"
}

var classNames = []struct {
	class wordClass
	name  string
}{{roadNoun, "road"}, {routeNoun, "route"}, {frontNoun, "front"}, {shortNoun, "short"}, {placeNoun, "place"}, {siteNoun, "site"},
	{bodyNoun, "body"}, {givenName, "given"}, {title, "title"}, {organNoun, "organ"}}

func eachClass(c wordClass, take func(string)) {
	for _, n := range classNames {
		if c.has(n.class) {
			take(n.name)
		}
	}
}

// shapeOf says how a name is written.
func shapeOf(words string) string {
	switch {
	case strings.ContainsAny(words, "0123456789"):
		return "number"
	case strings.Contains(words, ".") && len(words) <= 8:
		return "dots"
	case words == strings.ToUpper(words) && len(words) <= 4:
		return "letters"
	case words == strings.ToUpper(words):
		return "capitals"
	case strings.Contains(words, "-"):
		return "hyphen"
	}
	return "title"
}

func few(n int) string { return string([]byte{'0' + byte(min(n, 4))}) }
