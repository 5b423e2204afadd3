package link

import (
	"slices"
	"strings"

	"dateline"
)

// Origin is a telling as far as it matters whose account it is. It depends on the report and what is told alone.
type Origin struct {
	Report  string
	Outlet  []string // keys of the publisher
	Text    Sketch   // of the whole text
	Lines   Sketch   // of the sentences that tell the incident, without what they quote
	Figures []Figure
	Voices  []string // keys of the speakers who are no outlets, sorted
	Credits []string // keys of the outlets on whose word it is told, sorted
	Heard   []string // keys of names that may be outlets: they speak, or stand as one does to whom something was told; sorted
}

// Figure is one toll and on whose own word; By is nil where that is the report's, an outlet's or nobody's.
type Figure struct {
	Of    dateline.Role
	Count dateline.Count
	By    []string // keys of the speaker
}

// originOf is the Origin of what events of one report tell; text is the sketch of the report's.
func originOf(es []*event, text Sketch) *Origin {
	r := es[0].report
	o := &Origin{Report: r.ID, Outlet: publisherKeys(r), Text: text}
	var quotes []dateline.Span
	for _, e := range es {
		for _, t := range slices.Concat([]told{e.told}, e.more, e.loose) {
			quotes = appendNew(quotes, t.s.Quote)
			o.voices(t)
			o.Figures = append(o.Figures, figuresOf(t)...)
		}
	}
	var lines []string
	for _, q := range quotes {
		lines = append(lines, unquoted(q.In(r.Text))...)
		o.Heard = append(o.Heard, heard(q.In(r.Text))...)
	}
	o.Lines, o.Voices, o.Credits, o.Heard = sketchOf(lines...), set(o.Voices), set(o.Credits), set(o.Heard)
	return o
}

// with is the Origin of what one report tells in two places.
func (o *Origin) with(p *Origin) *Origin {
	both := *o
	both.Figures = slices.Concat(o.Figures, p.Figures)
	both.Lines = slices.Concat(o.Lines, p.Lines)
	slices.Sort(both.Lines)
	both.Lines = slices.Compact(both.Lines)
	both.Lines = both.Lines[:min(len(both.Lines), sketchSize)]
	both.Voices, both.Credits, both.Heard = joined(o.Voices, p.Voices), joined(o.Credits, p.Credits), joined(o.Heard, p.Heard)
	return &both
}

func joined(a, b []string) []string { return set(slices.Concat(a, b)) }

// set sorts words and leaves out what is there twice.
func set(ws []string) []string {
	slices.Sort(ws)
	return slices.Compact(ws)
}

// unquoted gives the stretches of a sentence that stand outside its quotation marks.
func unquoted(s string) []string {
	var out []string
	for i, part := range strings.Split(quoteMarks.Replace(s), `"`) {
		if i%2 == 0 {
			out = append(out, part)
		}
	}
	return out
}

var quoteMarks = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// voices notes who speaks in a Statement.
func (o *Origin) voices(t told) {
	for i, sp := range t.s.Speaker {
		keys := outletKeys(speakerWords(t, i))
		if sp.Class != dateline.Outlet {
			o.Voices = append(o.Voices, speakerKeys(t, i)...)
			o.Heard = append(o.Heard, keys[:min(len(keys), 1)]...) // an outlet nobody knows: 'the Beta Post reported'
			continue
		}
		for _, k := range keys {
			if !slices.Contains(o.Outlet, k) {
				o.Credits = append(o.Credits, k)
			}
		}
	}
}

func speakerWords(t told, i int) string {
	sp := t.s.Speaker[i]
	if !sp.Refers.IsZero() {
		return sp.Refers.In(t.report.Text)
	}
	return sp.Span.In(t.report.Text)
}

// speakerKeys are what speaker i of t may share with another, sorted: the actor, and the words for him.
func speakerKeys(t told, i int) []string {
	ws := map[string]bool{}
	addWords(ws, speakerWords(t, i))
	out := sorted(ws)
	if m := t.meaning[-1-i]; m != nil && m.Actor != "" {
		out = append(out, "actor "+m.Actor)
	}
	return set(out)
}

// figuresOf lists the tolls of a Statement; the speaker is its first, unless it came through an outlet.
func figuresOf(t told) []Figure {
	var by []string
	outlet := func(sp dateline.Speaker) bool { return sp.Class == dateline.Outlet }
	if len(t.s.Speaker) > 0 && t.s.Speaker[0].Class != dateline.Unnamed && !slices.ContainsFunc(t.s.Speaker, outlet) {
		by = speakerKeys(t, 0)
	}
	var out []Figure
	for i, p := range t.s.Parts {
		if m := t.meaning[i]; p.Role.IsToll() && m != nil && m.Count != nil {
			out = append(out, Figure{p.Role, *m.Count, by})
		}
	}
	return out
}

// adds reports whether o tells a figure of its own on the word of a speaker of its own, against p.
func (o *Origin) adds(p *Origin) bool {
	return slices.ContainsFunc(o.Figures, func(f Figure) bool {
		return len(f.By) > 0 && len(both(f.By, p.Voices)) == 0 &&
			!slices.ContainsFunc(p.Figures, func(g Figure) bool { return f.Of == g.Of && f.Count.Equal(g.Count) })
	})
}

// agrees reports whether in every role that both count there is a figure that both tell.
func (o *Origin) agrees(p *Origin) bool {
	met := map[dateline.Role]bool{}
	for _, f := range o.Figures {
		for _, g := range p.Figures {
			if f.Of == g.Of {
				met[f.Of] = met[f.Of] || f.meets(g)
			}
		}
	}
	for _, yes := range met {
		if !yes {
			return false
		}
	}
	return true
}

// meets reports whether two figures share a bound: 'at least 12' and '12' do.
func (f Figure) meets(g Figure) bool {
	return bound(f.Count.Low, g.Count.Low) || bound(f.Count.High, g.Count.High)
}

func bound(a, b *int) bool { return a != nil && b != nil && *a == *b }
