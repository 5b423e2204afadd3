package extract

import (
	"slices"
	"sort"
	"strings"

	"dateline"
)

// accusedParty returns those whom a pronoun under a verb of accusing means: whoever the sentences above say was arrested,
// charged or suspected, and not the police who say so ('Police said they had arrested two men. They were accused of'). The
// answer holds only if ok; zero words then mean that nobody fits.
func (r *reader) accusedParty(v *view, p dateline.Part, t int) (s dateline.Span, ok bool) {
	if !accusable[v.lemma(t)] || p.Role != dateline.Arrested && (p.Role != dateline.Perpetrator && p.Role != dateline.Group || !v.standsAccused(t)) {
		return dateline.Span{}, false
	}
	many, over := v.lemma(t) == "they" || v.lemma(t) == "them", r.antecedent(v, t)
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 3; k-- {
		e := r.drafts[k]
		q := e.part(dateline.Arrested)
		if q == nil || !e.reality.Counts() || v.tag(t) == "PRON" && e.v == v {
			continue
		}
		if words := meant(*q); !r.pronounAt(words) && r.several(words) == many {
			return words, true
		}
	}
	return dateline.Span{}, r.accuses(v, over) || r.prosecutes(over)
}

// prosecutes reports whether the words name somebody who was heard as a prosecutor, a policeman, a judge or the like.
func (r *reader) prosecutes(words dateline.Span) bool {
	if words.IsZero() {
		return false
	}
	k := r.voices.find(words.In(r.text))
	if k < 0 {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(r.voices.known[k].about.In(r.text))) {
		if w = strings.Trim(w, ",.'’s"); r.lex.standing.has(w, "prosecuting") || r.lex.speech.has(w, "mouthpiece") {
			return true
		}
	}
	return false
}

var accusable = set("he she they him her them")

// meant is the earlier name, where the part stands for one, and else the part's own words.
func meant(p dateline.Part) dateline.Span {
	if p.Refers.IsZero() {
		return p.Span
	}
	return p.Refers
}

// standsAccused reports whether t is whom the verb over it accuses: 'they were accused of', 'he faces charges of'.
func (v *view) standsAccused(t int) bool {
	h := v.head(t)
	if h < 0 || v.tag(h) != "VERB" {
		return false
	}
	st, l := v.r.lex.standing, v.lemma(h)
	return st.has(l, "accused-of") && (v.base(t) == "obj" || v.rel(t) == "nsubj:pass") || st.has(l, "answering") && v.base(t) == "nsubj" && !v.passive(h)
}

// heldFor is the stance of a deed for which somebody is tried, sought or held, and of which he is not found guilty: 'went on trial for
// killing', 'arrested for shooting', 'on charges of robbery and killing'; "" where nothing of the kind stands above t.
func (v *view) heldFor(t int) dateline.Stance {
	st := v.r.lex.standing
	for k := 0; k < 6; k++ {
		h := v.head(t)
		if h < 0 || v.rel(t) == "acl:relcl" || v.base(t) == "nsubj" || v.base(t) == "parataxis" || v.base(t) == "ccomp" {
			return ""
		}
		if v.lemma(h) == "each" && v.head(h) >= 0 {
			h = v.head(h) // 'on one count each of assault'
		}
		l, link := v.lemma(h), v.cased(t)
		if link == "over" {
			link = "for"
		}
		switch tag := v.tag(h); {
		case link == "to" && v.pleads(h) && v.negates(h):
			return dateline.Blamed
		case tag == "NOUN" && st.has(l, "charges") && (link == "of" || link == "include" || link == "including"), tag == "NOUN" && st.has(l, "trial") && link == "for",
			tag == "VERB" && link == "for" && (st.has(l, "tries") || v.onTrial(h, t)):
			return dateline.Blamed
		case link == "for" && tag == "VERB" && st.has(l, "holds"):
			return dateline.Suspected
		}
		t = h
	}
	return ""
}

// pleads reports whether t is 'guilty' of what somebody pleads, or does not plead, to a charge: 'pleaded not guilty to kidnapping'.
func (v *view) pleads(t int) bool {
	return v.lemma(t) == "guilty" && v.head(t) >= 0 && v.lemma(v.head(t)) == "plead"
}

// bareCharge is the stance of a deed that is told by the bare name of a crime, and of nobody to whom it was done, where it is
// what somebody is charged with: 'faces two counts of assault', 'was booked on suspicion of kidnapping', 'wanted on assault and arson
// charges'. 'Arrested for the murder of Ali' takes the murder for given.
func (v *view) bareCharge(d *draft) dateline.Stance {
	t := d.at
	if v.tag(t) != "NOUN" || v.child(t, "det", "nmod:poss", "acl:relcl") >= 0 || d.has(dateline.Victim) || d.has(dateline.Target) || d.toll() {
		return ""
	}
	for k := t + 1; k < len(v.kids) && k < t+8; k++ {
		switch l := v.lemma(k); {
		case v.tag(k) == "NOUN" && v.r.lex.standing.has(l, "charges") && l != "suspicion":
			return dateline.Blamed
		case v.tag(k) != "NOUN" && v.tag(k) != "ADJ" && v.tag(k) != "CCONJ" && v.base(k) != "amod" && v.tok(k).Form != ",":
			return v.heldFor(t)
		}
	}
	return v.heldFor(t)
}

// onTrial reports whether verb h is one of 'stand trial', 'go on trial', 'face charges' before t.
func (v *view) onTrial(h, t int) bool {
	return slices.ContainsFunc(v.children(h, "obj", "obl"), func(c int) bool { return c > h && c < t && v.r.lex.standing.has(v.lemma(c), "trial") })
}

// accusedNoun reports whether verb h says of noun t that it is accused: 'a soldier accused of'.
func (v *view) accusedNoun(h, t int) bool {
	return v.r.lex.standing.has(v.lemma(h), "accused-of") && v.base(h) == "acl" && v.head(h) == t && v.passive(h)
}

// accuses reports whether the words are those of somebody who arrests or speaks in the sentences right above.
func (r *reader) accuses(v *view, words dateline.Span) bool {
	if words.IsZero() {
		return false
	}
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 3; k-- {
		for _, s := range r.drafts[k].speaker {
			if s.Span.Overlaps(words) {
				return true
			}
		}
		for _, q := range r.drafts[k].parts {
			if q.Role == dateline.Authority && (q.Span.Overlaps(words) || q.Refers.Overlaps(words)) {
				return true
			}
		}
	}
	return false
}

// several reports whether the words, anywhere in the text, name more than one: by their head or by their number.
func (r *reader) several(words dateline.Span) bool {
	w, t := r.wordAt(words)
	return w != nil && (w.tok(t).Fine == "NNS" || w.tok(t).Fine == "NNPS" || w.child(t, "conj") >= 0 || w.tag(t) == "NUM" && w.lemma(t) != "one")
}

// pronounAt reports whether the words are a pronoun's.
func (r *reader) pronounAt(words dateline.Span) bool {
	w, t := r.wordAt(words)
	return w == nil || w.tag(t) == "PRON"
}

// wordAt returns the sentence that holds the words and their head there; nil if none does.
func (r *reader) wordAt(words dateline.Span) (*view, int) {
	all := r.in.Text.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.End >= words.End })
	if i == len(all) || !all[i].Tree || !all[i].Span.Contains(words) {
		return nil, -1
	}
	w := r.view(i)
	return w, w.headOf(words)
}

// untimed takes a time off the end of words: of 'German police on March 19' the police, so that no day is read as their number.
func (r *reader) untimed(words dateline.Span) dateline.Span {
	all := r.in.Mentions
	for k := sort.Search(len(all), func(k int) bool { return all[k].Span.Start > words.Start }); k < len(all) && all[k].Span.Start < words.End; k++ {
		m := all[k]
		if m.Kind != dateline.SomeTime || !words.Contains(m.Span) {
			continue
		}
		before := strings.TrimRight(r.text[words.Start:m.Span.Start], " ")
		if k := strings.LastIndexByte(before, ' '); k > 0 && prepositions[strings.ToLower(before[k+1:])] {
			before = before[:k]
		}
		return dateline.Span{Start: words.Start, End: words.Start + len(before)}
	}
	return words
}
