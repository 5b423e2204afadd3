package extract

import (
	"slices"

	"dateline"
	"dateline/internal/parse"
)

// attributed is what parse reads of who says what, with the attributions whose content reaches into each sentence.
type attributed struct {
	list     []parse.Attribution
	sentence [][]int
}

// attributions reads the attributions of the text when they are first asked for.
func (r *reader) attributions() *attributed {
	if r.words != nil {
		return r.words
	}
	r.words = &attributed{list: r.in.Text.Attributions(), sentence: make([][]int, len(r.in.Text.Sentences))}
	for k, a := range r.words.list {
		for _, c := range a.Content {
			r.words.reach(r.in.Text.Sentences, k, a.Sentence, c)
		}
	}
	return r.words
}

// reach notes attribution k for the sentences that content c lies in; they stand around the one of its cue.
func (w *attributed) reach(all []parse.Sentence, k, near int, c dateline.Span) {
	for near > 0 && all[near].Span.Start > c.Start {
		near--
	}
	for i := near; i < len(all) && all[i].Span.Start < c.End; i++ {
		if all[i].Span.Overlaps(c) {
			w.sentence[i] = append(w.sentence[i], k)
		}
	}
}

// innermost is the attribution with the shortest content that holds the span in a sentence, -1 for none.
func (w *attributed) innermost(sentence int, s dateline.Span) int {
	best, size := -1, 0
	for _, k := range w.sentence[sentence] {
		for _, c := range w.list[k].Content {
			if n := length(c); c.Contains(s) && (best < 0 || n < size) {
				best, size = k, n
			}
		}
	}
	return best
}

// attribute gives the chain of speakers of what token t tells, the nearest first, and the stance that the words of
// saying add; "" adds none. Who says what is parse's to say.
func (r *reader) attribute(v *view, t int) ([]dateline.Speaker, dateline.Stance) {
	words, stance := r.attributions(), dateline.Stance("")
	var chain []dateline.Speaker
	for k := words.innermost(v.i, v.tok(t).Span); k >= 0; k = words.list[k].Parent {
		a := &words.list[k]
		w := v
		if a.Sentence != v.i {
			w = r.view(a.Sentence)
		}
		if w == v && a.Speaker < 0 && a.Anchor == t {
			continue // 'known as': its own word names nobody who says so
		}
		if c := v.clauseVerb(t); w == v && v.base(c) == "conj" && v.head(c) == a.Anchor && v.finite(c) && v.finite(a.Anchor) && v.child(c, "nsubj") < 0 {
			continue // 'denied that police had fired and blamed gangs': the government did
		}
		if w == v && (v.besides(a.Anchor, t) || v.lemma(a.Anchor) == "accord" && v.parted(a.Anchor, t)) {
			continue
		}
		if w == v && a.Speaker >= 0 && w.tok(a.Speaker).Fine == "WP" && w.rel(a.Anchor) == "acl:relcl" && !v.within(t, a.Anchor) {
			continue // 'an activist who called for him to step down was charged'
		}
		if w.depicts(a.Anchor) {
			continue // 'Relatives identify the bodies of those killed': seen, not said
		}
		if w == v && a.Speaker >= 0 && w.standsAccused(a.Speaker) || a.Speaker >= 0 && w.accusedNoun(a.Anchor, a.Speaker) {
			continue // 'a soldier accused of murdering two': he is no speaker
		}
		if w == v && a.Speaker >= 0 && (v.subject(t) == a.Speaker || v.head(t) == a.Anchor && v.base(t) == "obj") && r.meant(w, a.Anchor) {
			continue
		}
		if w == v && a.Speaker >= 0 && w.rel(a.Anchor) == "acl:relcl" && t < w.head(a.Anchor) && w.tag(a.Speaker) == "PRON" {
			continue // 'rebels killed six, a source who asked not to be named said': the source says no such thing by asking
		}
		if a.Speaker >= 0 && v.r.lex.acts.has(w.lemma(a.Anchor), "sees") && w.standsFor(a.Speaker) {
			continue // 'Kirkuk saw two attacks' is nobody's word
		}
		if w == v && a.Speaker < 0 && v.suspectedOf(a.Anchor, t) {
			continue // 'a man suspected of a bombing that killed six': there was a bombing
		}
		sp := dateline.Speaker{Class: dateline.Unnamed}
		if a.Speaker >= 0 && !(w.rel(a.Speaker) == "nsubj:pass" && w.saidOf(a.Anchor)) {
			sp = r.speakerAt(w, a.Speaker)
		}
		if a.Speaker >= 0 && w.unconfirmed(a.Speaker) {
			stance = stronger(stance, dateline.Suspected)
		}
		if !contains(chain, sp) {
			chain = append(chain, sp)
		}
		stance = stronger(stance, r.cueStance(w, a.Anchor))
	}
	if s, ok := r.saidIn(v, t); ok && len(chain) == 0 {
		chain = append(chain, s)
	}
	if s := v.saidBehind(t); s >= 0 && len(chain) == 0 {
		chain = append(chain, r.speakerAt(v, s))
	}
	if s := v.recordedBy(t); s >= 0 && len(chain) == 0 {
		sp := r.speakerAt(v, s)
		if v.tag(s) == "PRON" && !r.armed(sp.Refers).IsZero() {
			sp.Refers = dateline.Span{} // who keeps records of a group's deeds is not the group
		}
		chain = append(chain, sp)
	}
	if s := v.heardBy(t); s >= 0 && len(chain) == 0 {
		chain = append(chain, r.speakerAt(v, s))
	}
	if s, ok := r.turn(v.i); ok {
		chain = append(chain, s)
	}
	return chain, stance
}

// besides reports whether t stands in a clause that only tells what goes on beside cue h: 'police deny shooting as the toll
// rises to 22'.
func (v *view) besides(h, t int) bool {
	for k := 0; k < 8 && t >= 0 && v.head(t) != h; k++ {
		t = v.head(t)
	}
	if t < h || v.base(t) != "advcl" || v.tag(h) != "VERB" {
		return false
	}
	m := v.child(t, "mark")
	return m >= 0 && v.child(t, "nsubj") >= 0 && meanwhile[v.lemma(m)]
}

// meanwhile are words that begin such a clause.
var meanwhile = set("as while although though")

// suspectedOf reports whether t stands in the words for an event of which somebody is suspected, by participle h, and which itself is not in doubt: 'a
// man suspected of a bombing that killed six', 'a woman suspected of involvement in the bombing'.
func (v *view) suspectedOf(h, t int) bool {
	if l := v.lemma(h); l != "suspect" && l != "accuse" || v.tag(h) != "VERB" || v.tok(h).Fine != "VBN" && v.tok(h).Fine != "VBD" {
		return false
	}
	for k, up := 0, t; k < 8 && up >= 0 && up != h; k, up = k+1, v.head(up) {
		if v.tag(up) == "NOUN" && v.eventful(up) && (v.cased(up) == "of" || v.cased(up) == "in") && (v.child(up, "det", "acl:relcl", "nmod:poss") >= 0) {
			return v.within(up, h)
		}
		if v.tag(up) == "VERB" && v.tok(up).Fine == "VBG" {
			return false // 'suspected of planting a bomb that killed six'
		}
	}
	return false
}

// depicts reports whether token t is the verb by which a caption says what a picture shows.
func (v *view) depicts(t int) bool {
	p := v.s.Paragraph
	return p >= 0 && v.r.in.Text.Paragraphs[p].Kind == parse.Caption && t == v.root() && !v.r.lex.speech.has(v.lemma(t), "say")
}

// saidOf reports whether verb t says something of its subject, who does not speak: 'the rebels are said to have'.
func (v *view) saidOf(t int) bool {
	return slices.ContainsFunc(v.children(t, "xcomp"), func(c int) bool { return v.saidTo(t, c) })
}

// unconfirmed reports whether what is told on the word of noun t is called unsure: 'unconfirmed reports said', 'rumours say'.
func (v *view) unconfirmed(t int) bool {
	st := v.r.lex.standing
	return st.has(v.lemma(t), "hearsay") || slices.ContainsFunc(v.children(t, "amod"), func(c int) bool { return st.has(lowered(v.tok(c).Form), "unconfirmed") })
}

// meant reports whether the cue at token t is a word for a plan, by whose doer nothing is said to have taken
// place: 'the cell had planned to bomb'.
func (r *reader) meant(v *view, t int) bool {
	l := v.lemma(t)
	return r.lex.standing.has(l, "planned") && !r.lex.speech.has(l, "say", "claim", "deny")
}

// heardBy returns the court or the inquest that heard what the clause of t tells: 'the inquest heard that he had shot three'; -1 if
// none did. Nobody vouches for what is said there.
func (v *view) heardBy(t int) int {
	for c, k := v.clauseVerb(t), 0; k < 4 && v.head(c) >= 0; c, k = v.clauseVerb(v.head(c)), k+1 {
		h := v.head(c)
		if s := v.hearing(h); s >= 0 && (v.base(c) == "ccomp" || v.base(c) == "advcl") {
			return s
		}
	}
	return -1
}

// recordedBy returns who put on record the deed that noun t names: 'monitors documented 40 cases of rape'; -1 if nobody did. A
// country that records nine attacks has them.
func (v *view) recordedBy(t int) int {
	if h := v.head(t); h >= 0 && v.base(t) == "xcomp" && v.tag(t) == "ADJ" && v.child(h, "obj") >= 0 {
		t = v.child(h, "obj") // 'counts 853 dead'
	}
	for k := 0; k < 4 && (v.nominal(t) || v.tag(t) == "NUM") && v.head(t) >= 0; k++ {
		h, obj := v.head(t), v.base(t) == "obj"
		if t = h; !obj {
			continue
		}
		s := v.child(h, "nsubj")
		if s < 0 || !v.r.lex.speech.has(v.lemma(h), "record") || v.passive(h) || v.is(s, dateline.Somewhere) && !v.is(s, dateline.Somebody) {
			return -1
		}
		if v.inClass(s, "AGENT") || v.r.lex.nouns.has(v.lemma(s), "voice", "group", "people") || v.r.lex.speech.has(v.lemma(s), "recorder") {
			return s
		}
		return -1
	}
	return -1
}

// hearing returns the court that hears something at verb t, -1 if none does.
func (v *view) hearing(t int) int {
	if s := v.child(t, "nsubj"); s >= 0 && v.r.lex.speech.has(v.lemma(t), "hearing") && v.r.lex.speech.has(v.lemma(s), "bench") && !v.passive(t) {
		return s
	}
	return -1
}

// saidBehind returns who says, behind a comma, what the clause of t tells: 'was carried out by the army, the United States
// said; Rwanda denied it'; -1 if nobody does.
func (v *view) saidBehind(t int) int {
	c := v.clauseVerb(t)
	for _, k := range v.children(c, "parataxis") { // 'fifty are dead, survivors say, though'
		if s := v.child(k, "nsubj"); k > t && v.r.lex.speech.has(v.lemma(k), "say") && v.child(k, "obj", "ccomp") < 0 && s > t && s < k && v.lemma(s) != "it" && v.tok(v.first[s]-1).Form == "," {
			return s
		}
	}
	h := v.head(c)
	if h < c || v.base(c) != "ccomp" || v.tag(h) != "VERB" || !v.r.lex.speech.has(v.lemma(h), "say") {
		return -1
	}
	s := v.child(h, "nsubj")
	if s < c || s > h || v.first[s] < 1 || v.tok(v.first[s]-1).Form != "," {
		return -1
	}
	return s
}

// saidIn gives the speaker of a clause that hangs on what it was said in: 'X said in a statement that it had
// carried out the bombing'; false if t stands in no such clause.
func (r *reader) saidIn(v *view, t int) (dateline.Speaker, bool) {
	for c := v.clauseVerb(t); c >= 0 && v.head(c) >= 0; c = v.clauseVerb(v.head(c)) {
		noun := v.head(c)
		if v.base(c) != "acl" || v.child(c, "mark") < 0 || !r.lex.speech.has(v.lemma(noun), "carrier") || v.head(noun) < 0 {
			continue
		}
		verb := v.head(noun)
		if s := v.child(verb, "nsubj"); s >= 0 && r.lex.speech.has(v.lemma(verb), "say") {
			return r.speakerAt(v, s), true
		}
	}
	return dateline.Speaker{}, false
}

// asksWho reports whether a draft accuses nobody: 'have not said who was behind the attack'.
func (v *view) asksWho(d *draft) bool {
	if d.kind != dateline.Blame || d.has(dateline.Perpetrator) {
		return false
	}
	s := v.child(v.up(d.at), "nsubj")
	return s >= 0 && v.lemma(s) == "who"
}
