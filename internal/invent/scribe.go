package invent

import (
	"bytes"
	"slices"
	"strings"

	"dateline"
)

// scribe writes a text and notes what it states.
type scribe struct {
	text   []byte
	drafts []*draft
}

// draft is a Statement in the making.
type draft struct {
	dateline.Statement
	parts    []part
	voices   []dateline.Resolution // by speaker
	of       incident
	pointsTo *draft
}

type part struct {
	dateline.Part
	means dateline.Resolution
}

// fill is what a slot is filled with. The role, or the class of a speaker, says what the words do; with neither they are words
// alone.
type fill struct {
	before string // words that stand before, and do not belong to it
	words  string
	name   string // the name in words
	role   dateline.Role
	class  dateline.SpeakerClass
	means  dateline.Resolution
	entry  entry // in place of words
}

// facts are the fills by slot.
type facts map[string]fill

// clause is a sentence in the making.
type clause struct {
	*scribe
	facts facts
	main  *draft
	tolls map[dateline.Kind]*draft
	all   []*draft
	start int
}

// tollKinds are the kinds of Statements that tell a toll.
var tollKinds = map[dateline.Role]dateline.Kind{dateline.KilledRole: dateline.KilledKind, dateline.Wounded: dateline.WoundedKind}

// say writes one sentence that tells in, as like has it; like's Kind is "" for one that tells a toll alone. It returns
// the Statement of that Kind, or nil.
func (s *scribe) say(e entry, f facts, like dateline.Statement, in incident, pointsTo *draft) *draft {
	c := &clause{scribe: s, facts: f, tolls: map[dateline.Kind]*draft{}}
	if len(s.text) > 0 {
		s.text = append(s.text, ' ')
	}
	c.start = len(s.text)
	if like.Kind != "" {
		c.main = &draft{Statement: like, of: in, pointsTo: pointsTo}
		c.all = append(c.all, c.main)
	}
	for _, role := range []dateline.Role{dateline.KilledRole, dateline.Wounded} {
		if f[string(role)].words != "" && e.tells(tollKinds[role]) {
			d := &draft{Statement: like, of: in, pointsTo: c.main}
			if d.Kind = tollKinds[role]; c.main == nil {
				d.pointsTo = pointsTo
			}
			c.tolls[d.Kind] = d
			c.all = append(c.all, d)
		}
	}
	c.write(e)
	for _, d := range c.all {
		d.Quote = dateline.Span{Start: c.start, End: len(s.text)}
	}
	slices.SortStableFunc(c.all, func(a, b *draft) int { return a.Trigger.Start - b.Trigger.Start })
	s.drafts = append(s.drafts, c.all...)
	return c.main
}

// plain writes a sentence that states nothing.
func (s *scribe) plain(e entry, f facts) { s.say(e, f, dateline.Statement{}, incident{}, nil) }

// tells reports whether the template has a word for the kind.
func (e entry) tells(k dateline.Kind) bool {
	return slices.ContainsFunc(e, func(p piece) bool { return p.mark && p.kind == k })
}

func (c *clause) write(e entry) {
	for _, p := range e {
		switch {
		case p.slot:
			c.slot(p.text)
		case p.mark:
			c.trigger(p.kind, c.put(p.text))
		default:
			c.put(p.text)
		}
	}
}

// put writes words; the first of a sentence with a capital, and none of the marks that would stand before it.
func (c *clause) put(words string) dateline.Span {
	start := len(c.text)
	if start == c.start {
		words = strings.TrimLeft(words, ", ")
	}
	first := start == c.start || bytes.HasSuffix(c.text, []byte(". "))
	c.text = append(c.text, words...)
	if first && words != "" && words[0] >= 'a' && words[0] <= 'z' {
		c.text[start] -= 'a' - 'A'
	}
	return dateline.Span{Start: start, End: len(c.text)}
}

func (c *clause) trigger(k dateline.Kind, at dateline.Span) {
	d := c.main
	if k != "" {
		d = c.tolls[k]
	}
	if d != nil {
		d.Trigger = at
	}
}

func (c *clause) slot(name string) {
	f := c.facts[name]
	switch {
	case f.entry != nil:
		c.write(f.entry)
		return
	case f.words == "":
		if n := len(c.text); n > c.start && c.text[n-1] == ' ' {
			c.text = c.text[:n-1]
		}
		return
	}
	if f.before != "" {
		c.put(f.before + " ")
	}
	at := c.put(f.words)
	for _, d := range c.all {
		if f.class != "" {
			d.Speaker = append(slices.Clip(d.Speaker), dateline.Speaker{Span: at, Class: f.class})
			d.voices = append(d.voices, f.means)
		} else if f.role != "" && c.takes(d, f.role) {
			d.add(at, f)
		}
	}
}

// takes reports whether a part in that role belongs to d: tolls to those of their kind, place and date to
// all, the rest to the main one.
func (c *clause) takes(d *draft, r dateline.Role) bool {
	if k := tollKinds[r]; k != "" {
		return d.Kind == k
	}
	return d == c.main || r == dateline.PlaceRole || r == dateline.DateRole
}

func (d *draft) add(at dateline.Span, f fill) {
	p := part{dateline.Part{Role: f.role, Span: at}, f.means}
	if i := strings.Index(f.words, f.name); f.name != "" && i >= 0 {
		p.Name = dateline.Span{Start: at.Start + i, End: at.Start + i + len(f.name)}
	}
	d.parts = append(d.parts, p)
	if f.role == dateline.KilledRole || f.role == dateline.Wounded {
		v := part{dateline.Part{Role: dateline.Victim, Span: at, Effect: dateline.Death}, f.means}
		if f.role == dateline.Wounded {
			v.Effect = dateline.Injury
		}
		d.parts = append(d.parts, v)
	}
}

// reading makes the Reading of r with what was written, and lists its Statements by incident.
func (s *scribe) reading(r dateline.Report) (dateline.Reading, map[int][]string) {
	out := dateline.Reading{Report: r}
	tells := map[int][]string{}
	for _, d := range s.drafts {
		d.finish(r.ID)
	}
	for _, d := range s.drafts {
		if d.pointsTo != nil {
			d.Refers, d.Why = d.pointsTo.ID, "the event told before"
		}
		out.Statements = append(out.Statements, d.Statement)
		tells[d.of.n] = append(tells[d.of.n], d.ID)
		for i, p := range d.parts {
			p.means.Statement, p.means.Part = d.ID, i
			out.Resolutions = append(out.Resolutions, p.means)
		}
		for i, v := range d.voices {
			v.Statement, v.Part = d.ID, -1-i
			out.Resolutions = append(out.Resolutions, v)
		}
	}
	return out, tells
}

// finish puts the parts in their order and gives the identifier.
func (d *draft) finish(report string) {
	slices.SortStableFunc(d.parts, func(a, b part) int {
		if x, y := slices.Index(dateline.Roles, a.Role), slices.Index(dateline.Roles, b.Role); x != y {
			return x - y
		}
		return a.Span.Start - b.Span.Start
	})
	d.Parts = nil
	for _, p := range d.parts {
		d.Parts = append(d.Parts, p.Part)
	}
	d.Report, d.Rule, d.Score = report, "invented", 1
	d.SetID()
}
