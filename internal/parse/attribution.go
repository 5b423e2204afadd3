package parse

import (
	"cmp"
	"slices"

	"dateline"
)

// AttributionKind says how what a source says is given.
type AttributionKind string

// The kinds of attributions: all of the content stands in quotation marks, none of it, or some.
const (
	DirectSpeech   AttributionKind = "direct"
	IndirectSpeech AttributionKind = "indirect"
	MixedSpeech    AttributionKind = "mixed"
)

// Attribution says who is said to have said, thought, wanted or reported what: 'police said that
// two men fled' has the source 'police', the cue 'said' and the content 'that two men fled'.
// Spans of a role are in the order of the text and do not overlap.
type Attribution struct {
	Source  []dateline.Span // empty where nobody is named: 'it was reported', 'reportedly'
	Cue     []dateline.Span
	Content []dateline.Span
	Kind    AttributionKind

	Sentence int // the index in Text.Sentences of the sentence that holds the cue and the source
	Anchor   int // the token of that sentence that heads the cue
	Speaker  int // the token of that sentence that heads the source, -1 where nobody is named
	Parent   int // the index of the innermost attribution in whose content this one lies, -1 for none
}

// Attributions finds the attributions of the sentences that have a Tree, in the order of their cues.
// A quotation that goes on in later sentences or paragraphs belongs to the attribution that it
// began with. Three linear scorers (which words are cues, which words are the source, where the content
// begins and ends) choose among what the tree and the marks of quotation offer; trainattribution.go
// fits them.
func (t *Text) Attributions() []Attribution { return attributionsOf(t, cueScorer()) }

func attributionsOf(t *Text, s *chooser) []Attribution {
	r := newCueReading(t, s)
	var found []attributed
	for i := range r.leaves {
		if sure := r.cueScore(i); sure > 0 {
			if a, ok := r.attribute(i, sure); ok {
				found = append(found, a)
			}
		}
	}
	found = r.goOn(found)
	return r.publish(found)
}

// cueBonus is added to the score of every cue, because one that is missed costs its source and content
// as well; hearsayScore is the least score of an adverb of hearsay. In hundredths, chosen on
// held-back articles.
const (
	cueBonus     = 20
	hearsayScore = 50
)

// cueScore says how sure it is that token i heads a cue, above zero for yes. An adverb of hearsay
// does, unless it goes with another cue ('reportedly said').
func (r *cueReading) cueScore(i int) int32 {
	if !r.mayCue(i) {
		return 0
	}
	score := r.scorer.sum(r.cueFeatures(i)) + cueBonus
	if l := &r.leaves[i]; l.kinds&sectionHearsay != 0 && score < hearsayScore {
		if h := int(l.head); h < 0 || !r.mayCue(h) || r.scorer.sum(r.cueFeatures(h))+cueBonus <= 0 {
			return hearsayScore
		}
	}
	return score
}

// stretch is a run of tokens of the text, both ends included; nowhere where there is none.
type stretch struct{ first, last int }

var nowhere = stretch{-1, -2}

func (s stretch) empty() bool           { return s.last < s.first }
func (s stretch) holds(i int) bool      { return s.first <= i && i <= s.last }
func (s stretch) covers(t stretch) bool { return s.first <= t.first && t.last <= s.last }

// attributed is an attribution in tokens of the text.
type attributed struct {
	anchor, speaker int
	cue, source     stretch
	content         []stretch
}

// attribute reads the attribution whose cue is headed by token i, as sure as that is; not ok where no
// words are as likely to be what is said.
func (r *cueReading) attribute(i int, sure int32) (attributed, bool) {
	a := attributed{anchor: i, speaker: -1, source: nowhere, cue: stretch{i, i}}
	if r.leaves[i].kinds&sectionHearsay != 0 {
		a.content = r.clauseAround(i)
		return a, len(a.content) > 0
	}
	a.cue = r.cueExtent(i)
	a.source, a.speaker = r.chooseSource(a.cue, i)
	a.content = r.chooseContent(&a, sure)
	r.clauseAhead(&a)
	r.takeIt(&a)
	return a, len(a.content) > 0
}

// clauseAround gives what stands before and behind an adverb in the clause or phrase that it hangs on,
// but for the mark at its end.
func (r *cueReading) clauseAround(i int) []stretch {
	h := r.leaves[i].head
	if h < 0 {
		return nil
	}
	var list []stretch
	for _, s := range []stretch{{int(r.leaves[h].first), i - 1}, {i + 1, r.trimMarks(int(r.leaves[h].last), i)}} {
		if !s.empty() {
			list = append(list, s)
		}
	}
	return list
}

// clauseAhead takes the clause in front of the source for what is said where the words behind the cue tell nothing:
// 'rebels killed six, a source told Reuters by telephone', where 'telephone' is how it was said.
func (r *cueReading) clauseAhead(a *attributed) {
	if len(a.content) != 1 || a.content[0].first <= a.anchor || a.source.empty() || a.source.first > a.anchor || r.tells(a.content[0]) {
		return
	}
	c := r.childWhere(a.anchor, "ccomp")
	if c < 0 || c >= a.source.first || r.leaves[c].tok.Tag != "VERB" {
		return
	}
	if s := (stretch{int(r.leaves[c].first), r.trimMarks(a.source.first-1, c)}); r.tells(s) && r.mark(a.source.first-1) {
		a.content[0] = s
	}
}

// tells reports whether a stretch is quoted or has a verb.
func (r *cueReading) tells(s stretch) bool {
	for i := s.first; i <= s.last; i++ {
		if l := &r.leaves[i]; l.quote >= 0 || l.tok.Tag == "VERB" || l.tok.Tag == "AUX" {
			return true
		}
	}
	return false
}

// takeIt moves the 'it' of 'it was reported that' from the content to the cue, for it stands for nothing.
func (r *cueReading) takeIt(a *attributed) {
	if len(a.content) != 2 {
		return
	}
	it := a.content[0]
	if it.first == it.last && it.last == a.cue.first-1 && r.leaves[it.first].tok.Lemma == "it" && r.leaves[a.content[1].first].tok.Lemma != "to" {
		a.content, a.cue.first = a.content[1:], it.first
	}
}

// publish turns token numbers into spans and finds parents.
func (r *cueReading) publish(found []attributed) []Attribution {
	slices.SortStableFunc(found, func(a, b attributed) int { return cmp.Compare(a.anchor, b.anchor) })
	list := make([]Attribution, len(found))
	for i := range found {
		a := &found[i]
		start := r.starts[r.leaves[a.anchor].sentence]
		list[i] = Attribution{Cue: r.spans(a.cue), Source: r.spans(a.source), Content: r.spans(a.content...), Kind: r.kindOf(a.content),
			Sentence: int(r.leaves[a.anchor].sentence), Anchor: a.anchor - start, Speaker: -1, Parent: -1}
		if a.speaker >= 0 {
			list[i].Speaker = a.speaker - start
		}
	}
	r.nest(found, list)
	return list
}

// near is how many attributions to either side are looked at for a parent.
const near = 64

// nest sets the parents: of the attributions whose content holds a cue, the one whose content is shortest, but no
// attribution lies in one that lies in it.
func (r *cueReading) nest(found []attributed, list []Attribution) {
	for i := range found {
		best := 0
		for j := max(0, i-near); j < min(len(found), i+near); j++ {
			size := heldIn(&found[i], &found[j])
			if j != i && size > 0 && (best == 0 || size < best) && heldIn(&found[j], &found[i]) == 0 && !liesIn(list, j, i) {
				best, list[i].Parent = size, j
			}
		}
	}
}

// liesIn reports whether attribution j lies in i by the parents that are set, or too deep in others to tell.
func liesIn(list []Attribution, j, i int) bool {
	steps := 0
	for ; j >= 0 && j != i && steps < near; j = list[j].Parent {
		steps++
	}
	return j >= 0
}

// heldIn returns the length of b's stretch of content that holds a's anchor, 0 for none.
func heldIn(a, b *attributed) int {
	for _, s := range b.content {
		if s.holds(a.anchor) {
			return s.last - s.first + 1
		}
	}
	return 0
}

// spans gives the spans of stretches, none for an empty one.
func (r *cueReading) spans(list ...stretch) []dateline.Span {
	var spans []dateline.Span
	for _, s := range list {
		if !s.empty() {
			spans = append(spans, r.leaves[s.first].tok.Span.Cover(r.leaves[s.last].tok.Span))
		}
	}
	return spans
}

// kindOf tells direct from indirect speech by the marks.
func (r *cueReading) kindOf(content []stretch) AttributionKind {
	in, out := false, false
	for _, s := range content {
		for i := s.first; i <= s.last; i++ {
			l := &r.leaves[i]
			quoted := l.quote >= 0
			in = in || quoted
			out = out || !quoted && l.tok.Tag != "PUNCT"
		}
	}
	switch {
	case in && out:
		return MixedSpeech
	case in:
		return DirectSpeech
	}
	return IndirectSpeech
}
