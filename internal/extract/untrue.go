package extract

import (
	"slices"

	"dateline"
)

// hoaxed reports whether the sentence of a deed, or the one after it, calls the report of it false: 'it was a hoax', 'the claim
// proved unfounded'. What is taken for given, 'the girls abducted in May', stands.
func (r *reader) hoaxed(v *view, t int) bool {
	if v.presupposed(t) {
		return false
	}
	for i := v.i; i < min(v.i+2, len(r.in.Text.Sentences)); i++ {
		w := r.view(i)
		for k := range w.s.Tokens {
			if r.lex.evidence.has(w.lemma(k), "hoax") && (w.tag(k) == "NOUN" || w.tag(k) == "ADJ" && w.aboutReport(k, v, t)) {
				return true
			}
			if k+1 < len(w.s.Tokens) && (w.lemma(k) == "false" && w.lemma(k+1) == "alarm" && (i == v.i || !w.ownStory(k)) || w.lemma(k) == "find" && w.lemma(k+1) == "nothing") {
				return true
			}
		}
	}
	return false
}

// aboutReport reports whether adjective k says of a report, and not of something else, that it is false; 'it' in the sentence behind is the report.
func (w *view) aboutReport(k int, v *view, t int) bool {
	if k == 0 || w.tag(k-1) != "AUX" && w.head(k) >= 0 && w.tag(w.head(k)) != "VERB" {
		return false
	}
	s := w.child(k, "nsubj")
	if s < 0 && w.base(k) == "xcomp" {
		s = w.subject(w.head(k))
	}
	return s >= 0 && (w == v && (s == t || v.within(t, s)) || w.tag(s) == "PRON" && (w == v || !w.tells(s)) || w != v && w.r.lex.standing.has(w.lemma(s), "told"))
}

// tells reports whether a report is spoken of before token t: 'it' is that one.
func (v *view) tells(t int) bool {
	return slices.ContainsFunc(v.lemmas[:t], func(l string) bool { return v.r.lex.standing.has(l, "told") })
}

// presupposed reports whether the deed at verb t is only how somebody is made known, so that it took place whatever is denied of him: 'denied
// that the girls abducted in May were freed'.
func (v *view) presupposed(t int) bool {
	h := v.head(t)
	return h >= 0 && v.rel(t) == "acl" && (v.tok(t).Fine == "VBN" || v.tok(t).Fine == "VBD") && v.tag(t) == "VERB" && v.nominal(h) && v.child(t, "mark", "aux", "nsubj") < 0 && !v.r.lex.standing.has(v.lemma(h), "told")
}

// untrue reports whether what token t tells is said to be untrue: 'reports that soldiers shot him were false', 'it is not true that they did',
// 'took back its claim that'.
func (v *view) untrue(t int) bool {
	if v.presupposed(t) {
		return false
	}
	if v.ofLiars(t) {
		return true
	}
	that := v.contentOf(t)
	if that < 1 {
		return false
	}
	if f := that - 1; v.falsehood(f) {
		return true
	}
	n := v.toldBefore(that)
	if n < 0 {
		return false
	}
	if h := v.head(n); h >= 0 && h < n && v.base(n) == "obj" && v.tag(h) == "VERB" && !v.negates(h) {
		back := slices.ContainsFunc(v.kids[h], func(c int) bool { return c > h && v.lemma(c) == "back" })
		if c := v.child(h, "xcomp"); c > n && v.falsehood(c) {
			return true // 'called reports of a massacre baseless'
		}
		if v.r.lex.standing.has(v.lemma(h), "retracts") || v.lemma(h) == "take" && back {
			return true
		}
	}
	for f := t + 1; f < len(v.s.Tokens) && v.tok(f).Form != ";"; f++ {
		if s := v.child(f, "nsubj"); v.falsehood(f) && (s < 0 || s == n || s > that && s < t) && v.linked(f, t) {
			return true
		}
	}
	return false
}

// ofLiars reports whether those who say what token t tells are called liars: 'those who said that we struck the village are liars'.
func (v *view) ofLiars(t int) bool {
	for f := t + 1; f < len(v.s.Tokens); f++ {
		if s := v.child(f, "nsubj"); v.lemma(f) == "liar" && s >= 0 && s < t && !v.negates(f) && v.s.Under(t, s) {
			return true
		}
	}
	return false
}

// contentOf returns the 'that' or 'of' that begins what is told of t, -1 if nothing does: 'a report that they shot him', 'reports of a shooting'.
func (v *view) contentOf(t int) int {
	if c := v.cased(t); c == "of" {
		return v.child(t, "case")
	}
	for c, k := v.clauseVerb(t), 0; k < 4 && c >= 0; k++ {
		if m := v.child(c, "mark"); m >= 0 && v.lemma(m) == "that" {
			return m
		}
		if v.head(c) < 0 {
			break
		}
		c = v.clauseVerb(v.head(c))
	}
	return v.reportedIn(t)
}

// reportedIn returns the 'that' behind the nearest noun for a report before t, whatever the tree makes of it: 'said reports that ten were
// killed were false'; -1 if a mark stands between.
func (v *view) reportedIn(t int) int {
	for k := t - 1; k > 0 && v.tag(k) != "PUNCT"; k-- {
		if v.lemma(k) == "that" && v.toldBefore(k) >= 0 {
			return k
		}
	}
	return -1
}

// toldBefore returns the noun for a report that 'that' or 'of' at token k belongs to, a phrase between them apart: 'reports on social media that';
// -1 if there is none.
func (v *view) toldBefore(k int) int {
	for n := k - 1; n >= 0 && n > k-6 && v.tag(n) != "PUNCT"; n-- {
		if v.r.lex.standing.has(v.lemma(n), "told") {
			return n
		}
		if v.tag(n) == "VERB" || v.tag(n) == "PROPN" {
			break
		}
	}
	return -1
}

// falsehood reports whether token f says that something is false: 'false', 'a lie', 'not true'.
func (v *view) falsehood(f int) bool {
	not := false
	for k := max(0, f-3); k < f; k++ {
		not = not || v.negation(k)
	}
	return v.r.lex.standing.has(v.lemma(f), "untrue") && !not || v.r.lex.standing.has(v.lemma(f), "true") && not
}

// linked reports whether a form of 'be', or a verb such as 'prove', stands before predicate f and behind t.
func (v *view) linked(f, t int) bool {
	for k := max(t+1, f-4); k < f; k++ {
		if v.lemma(k) == "be" || v.r.lex.standing.has(v.lemma(k), "turns-out") {
			return true
		}
	}
	return false
}

// disowned turns what is said to be untrue into what its speaker denies, and, where the report itself says so, into what did not happen.
func (r *reader) disowned(v *view, d *draft, chain []dateline.Speaker) (dateline.Stance, []dateline.Speaker) {
	if len(chain) == 0 {
		if s := v.retractor(d.at); s >= 0 {
			chain = []dateline.Speaker{r.speakerAt(v, s)}
		}
	}
	if len(chain) == 0 {
		d.reality = dateline.NotHappened
		return "", nil
	}
	return dateline.Denied, chain
}

// retractor returns who took back the report of t, -1 if nobody did.
func (v *view) retractor(t int) int {
	that := v.contentOf(t)
	if that < 1 || v.head(that-1) < 0 || v.base(that-1) != "obj" {
		return -1
	}
	return v.subject(v.head(that - 1))
}

// ownStory reports whether the sentence tells, before token k, what was done besides what somebody says: 'sirens sounded, but the army said it was a'.
func (w *view) ownStory(k int) bool {
	for t := range k {
		if w.tag(t) == "VERB" && w.finite(t) && !w.r.lex.speech.has(w.lemma(t), "say") {
			return true
		}
	}
	return false
}
