package link

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"dateline"
	"dateline/internal/scorer"
)

// Whether two statements of one report tell one happening is weighed by a small model (same.model),
// fitted on the keys of MUC-4's dev texts (MODEL.md). It looks at how the two are
// told, not at what is told: no word of a text is a feature but those listed here.

//go:embed same.model
var sameModel string

var loadSame = scorer.Embedded("link: same.model", sameModel)

// The model's classes: two statements of one happening, and of two.
const SameClass, ApartClass = "same", "apart"

// sameChance is the chance that two events of one report are one.
func sameChance(a, b *event) float64 { return loadSame().Chance(SameClass, sameFeatures(a, b)) }

// sameFeatures names what speaks for and against, the same for both orders.
func sameFeatures(a, b *event) []string {
	if b.s.Trigger.Start < a.s.Trigger.Start {
		a, b = b, a
	}
	f := []string{"gap=" + gap(a, b), "kinds=" + kindsOf(a, b), "real=" + alike(a.s.Reality == b.s.Reality),
		"past=" + alike(a.s.Background == b.s.Background), "time=" + timesOf(a, b), "place=" + placesOf(a, b)}
	if b.nth == a.nth+1 {
		f = append(f, "next")
	}
	f = append(f, "hit="+few(len(shared(a.words, b.words))), "actor="+common(a.actors, b.actors), "name="+common(a.names, b.names),
		"toll="+tollsOf(a, b), "weapon="+common(a.weapons, b.weapons))
	f = append(f, "parts="+has(a)+"/"+has(b))
	if word(a) == word(b) {
		f = append(f, "word")
	}
	for _, w := range opening(b) {
		f = append(f, "opens="+w)
	}
	return append(f, "back="+pointing(b), "back="+pointing(b)+" hit="+few(len(shared(a.words, b.words))), "kinds="+kindsOf(a, b)+" hit="+few(len(shared(a.words, b.words))))
}

func alike(same bool) string {
	if same {
		return "same"
	}
	return "differ"
}

func few(n int) string { return string([]byte{'0' + byte(min(n, 3))}) }

// gap is how far apart the two sentences stand.
func gap(a, b *event) string {
	if a.s.Quote == b.s.Quote {
		return "none"
	}
	switch n := b.s.Quote.Start - a.s.Quote.End; {
	case n < 20:
		return "next"
	case n < 250:
		return "near"
	case n < 800:
		return "some"
	case n < 2000:
		return "far"
	}
	return "wide"
}

func kindsOf(a, b *event) string {
	switch x, y := a.s.Kind, b.s.Kind; {
	case x == y && general[x]:
		return "one general"
	case x == y:
		return "one"
	case general[x] && general[y]:
		return "general"
	case general[x] || general[y]:
		return "part"
	}
	return "class"
}

func timesOf(a, b *event) string {
	x, y := bestDate(a.dates), bestDate(b.dates)
	switch {
	case x == nil && y == nil:
		return "neither"
	case x == nil || y == nil:
		return "one"
	case x.From == y.From && x.To == y.To:
		return "same"
	case x.Meets(*y):
		return "meet"
	}
	return "apart"
}

func placesOf(a, b *event) string {
	if len(a.places) == 0 && len(b.places) == 0 {
		return "neither"
	}
	if len(a.places) == 0 || len(b.places) == 0 {
		return "one"
	}
	best, conflict := nearest(a.places, b.places)
	switch {
	case best.points >= 0.3:
		return "same"
	case best.points > 0:
		return "meet"
	case conflict:
		return "apart"
	}
	return "open"
}

// common says whether two sets share a member, differ, or one of them is empty.
func common[V any](a, b map[string]V) string {
	switch {
	case len(a) == 0 && len(b) == 0:
		return "neither"
	case len(a) == 0 || len(b) == 0:
		return "one"
	case len(shared(a, b)) > 0:
		return "same"
	}
	return "differ"
}

func tollsOf(a, b *event) string {
	out := "none"
	for role, xs := range a.tolls {
		for _, x := range xs {
			for _, y := range b.tolls[role] {
				switch {
				case x.Equal(y):
					return "same"
				case x.Meets(y):
					out = "meet"
				case out == "none":
					out = "differ"
				}
			}
		}
	}
	return out
}

// has says which of those who did it and what was hit an event tells.
func has(e *event) string {
	out := []byte("--")
	for _, p := range e.s.Parts {
		switch p.Role {
		case dateline.Perpetrator:
			out[0] = 'p'
		case dateline.Target, dateline.Victim:
			out[1] = 'h'
		}
	}
	return string(out)
}

// word is the event's own word, without its ending.
func word(e *event) string {
	w := strings.ToLower(e.s.Trigger.In(e.report.Text))
	return w[:min(len(w), 5)]
}

// opening lists the parting words among those before the event's own in its sentence, the last dozen.
func opening(e *event) []string {
	from, to := e.s.Quote.Start, max(e.s.Quote.Start, e.s.Trigger.Start)
	words := strings.FieldsFunc(strings.ToLower(e.report.Text[max(from, to-longestOpening):to]), func(r rune) bool { return !letter(r) })
	var out []string
	for _, w := range words[max(0, len(words)-12):] {
		if parting[w] && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// longestOpening is more bytes than a dozen words have.
const longestOpening = 240

// pointing is the article or pronoun before the event's own word, if it has one.
func pointing(e *event) string {
	before := e.report.Text[e.s.Quote.Start:max(e.s.Quote.Start, e.s.Trigger.Start)]
	for range 3 {
		before = strings.TrimRightFunc(before, unicode.IsSpace)
		gap := max(0, strings.LastIndexFunc(before, unicode.IsSpace))
		word := strings.ToLower(strings.TrimLeftFunc(before[gap:], unicode.IsSpace))
		before = before[:gap]
		switch word {
		case "the", "this", "that", "these", "those", "his", "her", "their", "its":
			return "definite"
		case "a", "an", "another", "several", "two", "three", "other":
			return "new"
		}
	}
	return "bare"
}

// Pair is two event Statements of one report, with the features by which the model weighs whether they
// tell one happening.
type Pair struct {
	A, B     string // Statement.ID
	Features []string
}

// Pairs lists the pairs of a reading's events that neither kind, time nor place keeps apart, in the order
// of the text: what the model is fitted to.
func Pairs(r dateline.Reading) []Pair {
	es := eventsOf(&r, rulings(nil), tellsEvent)
	var out []Pair
	for i, a := range es {
		for _, b := range es[i+1:] {
			if !within(a, b).blocked {
				out = append(out, Pair{a.s.ID, b.s.ID, sameFeatures(a, b)})
			}
		}
	}
	return out
}

// Apart makes an incident of every event of a reading alone, in the order of the text.
func Apart(r dateline.Reading) []dateline.Incident {
	var out []dateline.Incident
	for _, e := range eventsOf(&r, rulings(nil), tellsEvent) {
		t := tellingOf([]*event{e}, nil)
		t.Account.Origin = originOf([]*event{e}, sketchOf(r.Report.Text))
		out = append(out, incident([]*Telling{t}, nil))
	}
	return out
}
