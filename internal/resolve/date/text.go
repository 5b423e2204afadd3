package date

import "dateline"

// found is a time expression among the tokens of a sentence: from token i to before token end.
type found struct {
	expr   expr
	i, end int
}

// find returns the time expressions of p's sentence, in order, none overlapping.
func (p *parser) find() []found {
	var out []found
	for i := 0; i < len(p.toks); {
		if p.toks[i].class&cStarts == 0 {
			i++
			continue
		}
		e, end := p.date(i)
		if e == nil || !p.plausible(i, end) {
			i++
			continue
		}
		out = append(out, found{e, i, end})
		p.last, i = end, end
	}
	return out
}

func (p *parser) span(f found) dateline.Span {
	return dateline.Span{Start: p.toks[f.i].Start, End: p.toks[f.end-1].End}
}

// Read returns every time expression in the sentences of a text, in the order of the text, and what
// each means there. Tense is that of the clause that it stands in, as the words around it tell; what
// points back ('the next day') counts from the latest date told before it that is fine enough. An
// expression that is understood and cannot be fixed has no Date, and a Why. Published may be zero.
// Sentences are in the order of the text; spans are of the text.
func Read(text string, sentences []dateline.Span, published dateline.Date) []dateline.Dated {
	var out []dateline.Dated
	story := story{published: published}
	for _, s := range sentences {
		p := newParser(s.In(text), true)
		for _, f := range p.find() {
			d := story.read(p, f)
			d.Span = p.span(f)
			d.Span.Start += s.Start
			d.Span.End += s.Start
			out = append(out, d)
		}
	}
	return out
}

// story is what the text has told of time so far.
type story struct {
	published dateline.Date
	told      []dateline.Date
}

// read says what one expression means and remembers it for those that point back.
func (s *story) read(p *parser, f found) dateline.Dated {
	ctx := Context{Published: s.published, Tense: p.tense(f), Previous: s.told}
	r := resolved(f.expr, ctx)
	if r.Date != nil && r.Date.Fixed() {
		s.told = append(s.told, *r.Date)
	}
	return dateline.Dated{State: r.State, Date: r.Date, Why: r.Why, Score: r.Score}
}
