package extract

import (
	"strings"

	"dateline"
)

const assessmentDoc = "What a named or described expert or office says about a group, quoted or in other words, where it tells no event. An opinion, never a fact about the group."
const assessmentExample = "“Hamas has become the leading movement there,” said Ali Khan, an analyst in Paris."

// assessments reads what experts and offices say about a group: the content of a verb of saying, or
// a quotation, that no other rule read as an event, a claim or a figure.
func (r *reader) assessments(v *view, found []*draft) []*draft {
	var out []*draft
	for _, c := range r.contents(v) {
		if told(found, c.span) || !r.judges(v, c.speaker) || v.ownAct(c) {
			continue
		}
		about := r.aboutGroup(v, c)
		if about.Span.IsZero() {
			continue
		}
		d := v.bare(c.at, dateline.Assessment, 0.7)
		d.rule, d.quote, d.reality, d.stance = "assessment", c.quote, dateline.Happened, dateline.Asserted
		d.speaker = []dateline.Speaker{c.speaker}
		d.parts = []dateline.Part{about}
		out = append(out, d)
	}
	return out
}

// ownAct reports whether the content only tells what the speaker itself does: 'it would send a team'.
func (v *view) ownAct(c said) bool {
	s := v.child(c.at, "nsubj")
	if s < 0 || v.tag(s) != "PRON" || !v.s.Span.Contains(c.speaker.Span) || v.r.quoted(v.tok(s).Span) != nil {
		return false
	}
	l := v.lemma(s)
	return (l == "it" || l == "they") && v.tok(s).Span.Start > c.speaker.Span.End
}

// said is a stretch of content with who says it.
type said struct {
	at      int // the verb of the content
	span    dateline.Span
	quote   dateline.Span
	speaker dateline.Speaker
}

// contents lists what the sentence has somebody say: one entry a speaker.
func (r *reader) contents(v *view) []said {
	var out []said
	for t := range v.s.Tokens {
		l := v.lemma(t)
		if v.tag(t) != "VERB" || !r.lex.speech.has(l, "say") || r.lex.speech.has(l, "deny") || r.lex.speech.has(l, "source") || r.quotedWord(v, t) {
			continue // who denies it gives no opinion, and what is cited is whose word it is
		}
		c := v.child(t, "ccomp", "parataxis")
		if c < 0 && v.base(t) == "parataxis" {
			c = v.head(t)
		}
		if c < 0 && v.base(t) != "parataxis" {
			c = v.child(t, "obj", "xcomp", "advcl", "obl")
		}
		if c < 0 {
			continue
		}
		if s := r.speakerOf(v, t); !s.Span.IsZero() {
			out = append(out, said{at: c, span: v.contentSpan(c, t), quote: v.s.Span, speaker: s})
		}
	}
	if len(out) == 0 {
		if s, ok := r.quoteSpeaker(v, v.root()); ok {
			out = append(out, said{at: v.root(), span: v.s.Span, quote: v.s.Span, speaker: s})
		}
	}
	return out
}

func (v *view) root() int {
	for t := range v.s.Tokens {
		if v.head(t) < 0 {
			return t
		}
	}
	return 0
}

// quotedWord reports whether token t stands in a quotation of speech.
func (r *reader) quotedWord(v *view, t int) bool { return r.quoted(v.tok(t).Span) != nil }

// contentSpan covers the clause of c without the verb of saying t.
func (v *view) contentSpan(c, t int) dateline.Span {
	a, b := v.first[c], v.last[c]
	if t > c && t <= b {
		b = max(c, v.first[t]-1)
	} else if t < c && t >= a {
		a = min(c, v.last[t]+1)
		if a > c {
			a = c
		}
	}
	return v.span(a, b)
}

// told reports whether a draft other than a mere place or name was read from the words.
func told(found []*draft, s dateline.Span) bool {
	for _, d := range found {
		if !s.Overlaps(d.trigger) {
			continue
		}
		switch d.kind.Family() {
		case dateline.TheGroup:
			if d.kind == dateline.Strength {
				return true
			}
		case dateline.Violence, dateline.HumanCost:
			if d.reality.Counts() && !d.definite && !d.plural {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// judges reports whether the speaker is one whose opinion is an assessment: somebody described, a
// person named, or people called experts, officials and the like.
func (r *reader) judges(v *view, s dateline.Speaker) bool {
	if !s.About.IsZero() {
		return true
	}
	t := v.headOf(s.Span)
	if v.s.Span.Contains(s.Span) && v.tag(t) == "PRON" && !s.Refers.IsZero() {
		return v.lemma(t) == "he" || v.lemma(t) == "she"
	}
	w := strings.ToLower(s.Span.In(r.text))
	for _, f := range strings.Fields(w) {
		if v.r.lex.nouns.has(strings.Trim(strings.TrimSuffix(f, "s"), ",."), "expert") || v.r.lex.nouns.has(f, "expert") {
			return true
		}
	}
	return v.s.Span.Contains(s.Span) && v.tag(t) == "PROPN" && !v.is(t, dateline.Somebody)
}

// aboutGroup finds what the content is about: a listed group's name, else words that point to one; no part if it is
// about no group.
func (r *reader) aboutGroup(v *view, c said) dateline.Part {
	s := c.span
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && s.Contains(m.Span) && !m.Span.Overlaps(c.speaker.Span) && !r.officeWords(v, m.Span) {
			return dateline.Part{Role: dateline.About, Span: m.Span}
		}
	}
	for t := range v.s.Tokens {
		if !s.Contains(v.tok(t).Span) {
			continue
		}
		l := v.lemma(t)
		noun := v.definite(t) && r.lex.nouns.has(l, "group") && v.tag(t) == "NOUN"
		pron := v.tag(t) == "PRON" && (l == "it" || l == "its" || l == "this" || l == "they") && (v.base(t) == "nsubj" || l == "its")
		if noun || pron {
			if l == "it" && v.dummy(t) {
				continue
			}
			if l == "its" && v.speaksOf(t, c.speaker.Span) {
				continue // 'a ministry official said its doctors'
			}
			if ref := r.antecedent(v, t); !ref.IsZero() && r.groupWords(ref) {
				return dateline.Part{Role: dateline.About, Span: v.phrase(t), Refers: ref}
			}
		}
	}
	return r.carriedAbout(v, c)
}

// dummy reports whether 'it' at t stands for the clause that follows: 'it is a miracle that'.
func (v *view) dummy(t int) bool {
	h := v.head(t)
	return v.base(t) == "expl" || h >= 0 && v.child(h, "cop") >= 0 && v.child(h, "ccomp", "csubj", "acl") > h && v.tag(h) != "VERB"
}

// speaksOf reports whether 'its' at t stands behind its speaker, in the same clause or in what he says: it is his.
func (v *view) speaksOf(t int, speaker dateline.Span) bool {
	return v.s.Span.Contains(speaker) && speaker.End < v.tok(t).Span.Start && v.r.quoted(v.tok(t).Span) == nil
}

// groupWords reports whether words name a listed actor, or are a noun for a group that is no state's.
func (r *reader) groupWords(s dateline.Span) bool {
	if !r.listed(s).IsZero() {
		return true
	}
	for _, f := range strings.Fields(strings.ToLower(s.In(r.text))) {
		if f = strings.Trim(f, ",."); r.lex.nouns.has(f, "group") && !r.lex.nouns.has(f, "state") {
			return true
		}
	}
	return false
}

// carriedAbout lets a quotation by the same speaker go on being about the group that the sentence
// before was about: 'This flexibility could make ...'.
func (r *reader) carriedAbout(v *view, c said) dateline.Part {
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 2; k-- {
		d := r.drafts[k]
		if d.kind != dateline.Assessment || len(d.parts) == 0 || !r.sameVoice(d.speaker[0], c.speaker) {
			continue
		}
		p := d.parts[0]
		ref := p.Refers
		if ref.IsZero() {
			ref = p.Span
		}
		if t := v.child(c.at, "nsubj"); t >= 0 && !v.phrase(t).Overlaps(c.speaker.Span) {
			return dateline.Part{Role: dateline.About, Span: v.phrase(t), Refers: ref, Inferred: "the speaker goes on about the same group"}
		}
	}
	return dateline.Part{}
}

// sameVoice reports whether two speakers are one: the same words, or words for the same name.
func (r *reader) sameVoice(a, b dateline.Speaker) bool {
	of := func(s dateline.Speaker) string {
		if !s.Refers.IsZero() {
			return s.Refers.In(r.text)
		}
		return s.Span.In(r.text)
	}
	return of(a) == of(b)
}

// officeWords reports whether the mention is a body that judges rather than is judged: the words
// after it name an office ('UN Security Council said').
func (r *reader) officeWords(v *view, s dateline.Span) bool {
	t := v.headOf(s)
	return v.base(t) == "nsubj" && v.head(t) >= 0 && r.lex.speech.has(v.lemma(v.head(t)), "say")
}
