package extract

import (
	"slices"
	"strings"

	"dateline"
)

// standing says how what token t tells stands to the world, from the words around it, climbing
// from its clause to those above. 'said' and the like stop the climb.
func (v *view) standing(t int) dateline.Reality {
	if v.forestalled(t) {
		return dateline.Foiled
	}
	real := dateline.Happened
	known := v.definite(t) // 'the bombing' took place, whatever is denied about it
	for k := 0; k < len(v.kids) && t >= 0; k++ {
		if r, ok := v.marked(t); ok && (k == 0 || !known) {
			return r
		}
		if v.ongoing(t) {
			real = dateline.Ongoing
		}
		if k == 0 && known && (anchors[v.cased(t)] || v.cased(t) == "before" && v.pinned(t) || v.tag(t) == "NOUN" && v.tookPlace(t)) || k > 0 && known && v.rel(t) == "acl" && (v.tok(t).Fine == "VBN" || v.tok(t).Fine == "VBG") {
			return real // 'ordered them held after the bombing', 'to arrest those involved in the bombing', 'to consider issues relating to the shooting'
		}
		if v.wonders(t) {
			return real
		}
		h := v.head(t)
		if h < 0 {
			break
		}
		if v.outcome(t) && (v.r.lex.standing.has(v.lemma(h), "foiled") || v.outer(h, "foiled")) {
			return real
		}
		if v.unharmed(h, t) || k == 0 && v.nominal(h) && v.nobody(h) && v.r.lex.standing.has(v.lemma(h), "harmed") || k == 0 && v.given(h, t) {
			return real
		}
		if k == 0 && (v.reactedTo(t) || v.heldTill(t)) {
			return real
		}
		if r, ok := v.governs(h, t); ok {
			return r
		}
		if v.undoubted(h) {
			return real
		}
		if v.stops(h, t) {
			break
		}
		t = h
	}
	return real
}

// wonders reports whether the clause of t asks who did what took place: 'it was not known who fired the rocket'.
func (v *view) wonders(t int) bool {
	s := v.child(t, "nsubj")
	if s >= 0 && v.lemma(s) == "whoever" {
		return v.tok(t).Fine == "VBD" // 'will find whoever shot the boy'
	}
	return s >= 0 && v.base(t) != "root" && v.head(t) >= 0 && v.asks(s, t)
}

// heldTill reports whether participle t says what befell those whose release is told or asked for: 'called for the release of 80 men detained in May'.
func (v *view) heldTill(t int) bool {
	h := v.head(t)
	if v.rel(t) != "acl" || v.tok(t).Fine != "VBN" || !v.passive(t) || v.head(h) < 0 || v.base(h) != "nmod" && v.base(h) != "obj" {
		return false
	}
	return v.r.lex.standing.has(v.lemma(v.head(h)), "frees")
}

// given reports whether verb h can only be done to what is there: 'tried to end a siege', 'vowed to lift the blockade';
// but an end to 'the killing' is asked for of killings in general.
func (v *view) given(h, t int) bool {
	return v.tag(t) == "NOUN" && !strings.HasSuffix(v.tok(t).Form, "ing") && (v.base(t) == "obj" || v.rel(t) == "nsubj:pass") && (v.tok(t).Fine == "NN" || v.definite(t)) &&
		v.tag(h) == "VERB" && v.r.lex.standing.has(v.lemma(h), "given")
}

// undoubted reports whether t is a doubt that nobody has: 'no doubt that the rebels did it', 'does not doubt that they did'.
func (v *view) undoubted(t int) bool {
	if v.tag(t) == "VERB" {
		return v.lemma(t) == "doubt" && slices.ContainsFunc(v.kids[t], v.negation)
	}
	return v.lemma(t) == "doubt" && v.nobody(t)
}

// anchors are prepositions that take an event for given, whatever is told of the clause around it.
var anchors = set("after following since at over about into")

// unharmed reports whether h only says that nobody came to harm in what t tells: 'no one was hurt in the blast', 'no
// casualties were reported after a bomb exploded'.
func (v *view) unharmed(h, t int) bool {
	s := v.child(h, "nsubj")
	if s < 0 || !v.nobody(s) {
		return false
	}
	if v.base(t) == "advcl" && v.tok(t).Fine == "VBD" {
		return slices.ContainsFunc(v.kids[t], func(c int) bool {
			return (v.base(c) == "mark" || v.base(c) == "advmod") && (anchors[v.lemma(c)] || v.lemma(c) == "when" || v.lemma(c) == "as")
		})
	}
	return v.r.lex.standing.has(v.lemma(h), "harm") && v.base(t) == "obl" && v.tag(t) == "NOUN"
}

// marked reads the words that hang on t itself: 'not', 'no', 'if', 'may', 'planned'.
func (v *view) marked(t int) (dateline.Reality, bool) {
	st := v.r.lex.standing
	for _, c := range v.kids[t] {
		l := v.lemma(c)
		switch v.base(c) {
		case "advmod":
			if v.negation(c) && !v.delayed(t, c) && !v.bounds(c) && !v.pleads(t) {
				return dateline.NotHappened, true
			}
			if st.has(l, "hypothetical") && !(st.has(l, "suspected") && v.done(t)) {
				return dateline.Hypothetical, true
			}
		case "nsubj":
			if v.nobody(c) {
				return dateline.NotHappened, true
			}
		case "det":
			if l == "no" && !v.bounds(c) {
				return dateline.NotHappened, true
			}
		case "mark":
			if l == "if" || l == "unless" || l == "whether" {
				return dateline.Hypothetical, true
			}
			if l == "without" {
				return dateline.NotHappened, true
			}
		case "case":
			if l == "without" {
				return dateline.NotHappened, true
			}
		case "aux":
			if r, ok := modal(l); ok && (!v.perfect(t) || l == "would" || l == "should") {
				if r == dateline.Planned && v.negates(t) {
					return dateline.NotHappened, true // 'will not be charged'
				}
				return r, true
			}
		case "amod", "compound":
			if r, ok := v.adjective(c, t); ok {
				return r, true
			}
		}
	}
	if v.isTo(t) || v.toCome(t) || v.bidden(t) {
		return dateline.Planned, true
	}
	if v.goingTo(t) {
		return v.negated(v.head(t), dateline.Planned, dateline.NotHappened)
	}
	if v.anyones(t) || v.inverted(t) || v.inCaseOf(t) || v.asked(t) || v.rewarded(t) {
		return dateline.Hypothetical, true
	}
	if v.base(t) == "xcomp" || v.base(t) == "advcl" || v.base(t) == "acl" {
		return v.purpose(t)
	}
	return "", false
}

// done reports whether verb t is a past form or a participle under nothing that makes it but thought of: 'was likely planted by'.
func (v *view) done(t int) bool {
	f := v.tok(t).Fine
	return (f == "VBN" || f == "VBD") && !slices.ContainsFunc(v.kids[t], func(c int) bool {
		_, ok := modal(v.lemma(c))
		return ok && v.base(c) == "aux"
	})
}

// negates reports whether a 'not' hangs on verb t.
func (v *view) negates(t int) bool {
	return slices.ContainsFunc(v.kids[t], v.negation)
}

// negation reports whether token c is 'not' or 'never'.
func (v *view) negation(c int) bool {
	l := v.lemma(c)
	return l == "not" || l == "n't" || l == "n’t" || l == "never"
}

// delayed reports whether what t tells is not denied by 'not' or 'never' at token c, but said to have come about later: 'it was
// not until Monday that they fired', 'did not leave the town until Friday'.
func (v *view) delayed(t, not int) bool {
	return slices.ContainsFunc(v.kids[t], func(c int) bool {
		return c > not && (v.lemma(c) == "until" || v.cased(c) == "until")
	})
}

// isTo reports whether verb t stands under 'is to': 'is to be tried in May', 'are due to return'.
func (v *view) isTo(t int) bool {
	k := t - 1
	if k > 0 && v.lemma(k) == "be" {
		k--
	}
	if v.tag(t) != "VERB" || k < 1 || v.lemma(k) != "to" {
		return false
	}
	return v.scheduled(k-1) || v.lemma(k-1) == "be" && v.tok(k-1).Fine != "VBN" && v.tok(k-1).Fine != "VB"
}

// goingTo reports whether verb t stands right behind 'going to': 'said he was going to shoot them', 'they are gonna come'. Who went to a place
// to do a thing is another matter ('was going to the shop to rob it').
func (v *view) goingTo(t int) bool {
	h := v.head(t)
	if h < 0 || h != t-2 || v.tag(t) != "VERB" && v.tag(t) != "AUX" || v.tok(t).Fine != "VB" || v.lemma(h) != "go" {
		return false
	}
	to := lowered(v.tok(t - 1).Form)
	return v.tok(h).Fine == "VBG" && to == "to" || to == "na"
}

// scheduled reports whether token t sets a time for what follows: 'is due to', 'was set for', 'talks scheduled for'.
func (v *view) scheduled(t int) bool {
	if t < 1 || t+1 == len(v.kids) || !v.r.lex.standing.has(lowered(v.tok(t).Form), "scheduled") {
		return false
	}
	before, behind := v.tag(t-1), v.lemma(t+1)
	return (before == "AUX" || before == "ADV" || before == "NOUN") && (behind == "to" || behind == "for")
}

// toCome reports whether noun t tells what is to be held or to begin: 'talks will be held in', 'the trial is due to begin', 'talks scheduled for'.
func (v *view) toCome(t int) bool {
	if v.tag(t) != "NOUN" {
		return false
	}
	h := v.head(t)
	for _, k := range v.children(t, "acl") {
		if v.scheduled(k) {
			return true
		}
	}
	if h < 0 || v.tag(h) != "VERB" && v.tag(h) != "ADJ" || v.base(t) != "nsubj" {
		return false
	}
	if v.scheduled(h) {
		return true
	}
	if !v.r.lex.standing.has(v.lemma(h), "held") {
		return false
	}
	return v.isTo(h) || slices.ContainsFunc(v.kids[h], func(c int) bool {
		r, ok := modal(v.lemma(c))
		return v.base(c) == "aux" && ok && r == dateline.Planned && v.lemma(c) != "must"
	})
}

// moot reports whether verb t is what is now judged to be so or so, whoever does it: 'it is wrong to shoot prisoners', 'it is easy to kill'.
// 'It was wrong to shoot them' tells of those who were shot.
func (v *view) moot(t int) bool {
	h := v.head(t)
	if h < 0 || v.tag(h) != "ADJ" || v.rel(t) != "csubj" || !v.toInfinitive(t) || v.perfect(t) || v.child(h, "expl") < 0 {
		return false
	}
	be := v.child(h, "cop")
	return be >= 0 && v.tok(be).Fine == "VBZ" && v.child(h, "aux") < 0
}

// anyones reports whether verb t is what anyone may do: 'anyone who attacks an officer will be jailed', 'whoever burns a school'.
func (v *view) anyones(t int) bool {
	f := v.tok(t).Fine
	if f != "VBZ" && f != "VBP" && f != "VBG" {
		return false
	}
	if s := v.child(t, "nsubj"); s >= 0 && v.lemma(s) == "whoever" {
		return true
	}
	h := v.head(t)
	return h >= 0 && v.base(t) == "acl" && (v.lemma(h) == "anyone" || v.lemma(h) == "anybody")
}

// inCaseOf reports whether the phrase of t stands after 'in case of' or 'in the event of'.
func (v *view) inCaseOf(t int) bool {
	f := v.first[t]
	if v.lemma(f) != "of" {
		f--
	}
	if f < 2 || v.lemma(f) != "of" {
		return false
	}
	return v.lemma(f-1) == "case" && v.lemma(f-2) == "in" || v.lemma(f-1) == "event" && v.lemma(f-2) == "the"
}

// inverted reports whether t is the verb of a condition without 'if': 'Had the device exploded, it would'.
func (v *view) inverted(t int) bool {
	first := 0
	for first < t && v.tag(first) == "PUNCT" {
		first++
	}
	if f := v.tok(first).Form; f != "Had" && f != "Were" && f != "Should" || v.tag(t) != "VERB" {
		return false
	}
	for k := first + 1; k < t; k++ {
		if v.tag(k) == "VERB" || v.tag(k) == "PUNCT" {
			return false
		}
	}
	return t > first+1
}

// nobody reports whether c is 'no one', 'no group', 'nobody', 'neither X nor Y'.
func (v *view) nobody(c int) bool {
	l := v.lemma(c)
	if v.lemma(v.first[c]) == "neither" {
		return true
	}
	if l == "nobody" || l == "none" || l == "no-one" {
		return true
	}
	d := v.child(c, "det")
	return d >= 0 && v.lemma(d) == "no" && !v.bounds(d) || c > 0 && v.lemma(c-1) == "no"
}

// bounds reports whether 'no' or 'not' at token t begins a number: 'no fewer than twelve', 'not less than nine'.
func (v *view) bounds(t int) bool {
	if t+2 >= len(v.kids) || v.lemma(t+2) != "than" {
		return false
	}
	switch lowered(v.tok(t + 1).Form) {
	case "fewer", "less", "more":
		return true
	}
	return false
}

// perfect reports whether 'have' stands before t: 'may have killed' is suspected, while 'would have
// killed' did not happen.
func (v *view) perfect(t int) bool {
	for _, c := range v.kids[t] {
		if v.base(c) == "aux" && v.lemma(c) == "have" {
			return true
		}
	}
	return false
}

func modal(l string) (dateline.Reality, bool) {
	switch l {
	case "may", "might", "could", "can", "would", "should":
		return dateline.Hypothetical, true
	case "will", "shall", "'ll", "’ll", "must":
		return dateline.Planned, true
	}
	return "", false
}

// wanted reports whether what verb t tells is what somebody is asked to do: 'called on both to stop targeting civilians'.
func (v *view) wanted(t int) bool {
	h := v.head(t)
	if h < 0 || !v.toInfinitive(t) {
		return false
	}
	l := v.lemma(h)
	return v.r.lex.standing.has(l, "demanded") || l == "call" || l == "appeal"
}

// rewarded reports whether noun t is what information is to lead to: 'a reward for information leading to the arrest of the gunmen'.
func (v *view) rewarded(t int) bool {
	h := v.head(t)
	return h > 0 && v.tag(t) == "NOUN" && v.cased(t) == "to" && v.tok(h).Form == "leading" && v.lemma(h-1) == "information"
}

// adjective reads 'planned attack', 'foiled bombing', 'possible attack', 'future attacks'.
func (v *view) adjective(c, t int) (dateline.Reality, bool) {
	if v.tag(t) != "NOUN" || c > t {
		return "", false
	}
	l := v.lemma(c)
	form := strings.ToLower(v.tok(c).Form)
	switch form {
	case "planned", "intended", "upcoming", "impending", "imminent":
		if a := v.child(c, "advmod"); a >= 0 && v.lemma(a) != "long" {
			return "", false // 'a carefully planned attack killed nine'
		}
		return dateline.Planned, true
	case "threatened":
		return dateline.Threatened, true
	case "foiled", "thwarted", "averted", "aborted", "unsuccessful":
		return dateline.Foiled, true
	case "attempted", "failed", "botched":
		return dateline.Attempted, true
	case "simulated", "mock", "fictional", "imaginary", "possible", "potential", "future", "further", "hypothetical", "likely", "more":
		return dateline.Hypothetical, l != "more" && form != "further"
	}
	return "", false
}

// purpose reads an infinitive of purpose: 'gathered to attack' has not attacked.
func (v *view) purpose(t int) (dateline.Reality, bool) {
	if v.base(t) != "advcl" || v.tok(t).Fine != "VB" || v.rung(t) {
		return "", false
	}
	for _, c := range v.kids[t] {
		if v.base(c) == "mark" && v.lemma(c) == "to" {
			return dateline.Planned, true
		}
	}
	return "", false
}

// rung reports whether claim t is what somebody rang another for: 'called a radio station to claim the attack'.
func (v *view) rung(t int) bool {
	return v.r.lex.speech.has(v.lemma(v.head(t)), "contact") && v.r.lex.speech.has(v.lemma(t), "claim")
}

// governs reads the word h above t: 'plan to', 'threatened to', 'tried to', 'foiled', 'denied'.
func (v *view) governs(h, t int) (dateline.Reality, bool) {
	if !v.complements(t) || v.rung(t) || v.outcome(t) {
		return "", false
	}
	if v.base(t) == "ccomp" && v.imperative(h) {
		return dateline.Hypothetical, true
	}
	st, l := v.r.lex.standing, v.lemma(h)
	if p := v.child(h, "compound:prt"); p >= 0 {
		l += "_" + v.lemma(p)
	}
	if v.tag(h) == "NOUN" {
		l += "_n"
	}
	switch {
	case v.cased(t) == "for" && (l == "mistake" || l == "take" && v.opensWith(h, "what")):
		return dateline.NotHappened, true // 'what they took for an explosion'
	case l == "stop" && len(v.wordNear(h, "short")) > 0:
		return dateline.NotHappened, true // 'stopped short of claiming it'
	case l == "escape" && v.base(t) == "xcomp":
		return v.negated(h, dateline.NotHappened, dateline.Happened) // 'escaped being shot'
	case st.has(l, "foiled") && v.base(t) != "conj" && v.wanted(h):
		return dateline.Hypothetical, true
	case st.has(l, "foiled") && v.base(t) != "conj":
		return v.negated(h, dateline.Foiled, dateline.Happened)
	case st.has(l, "not-happened"):
		if l == "deny" || l == "denial_n" || l == "reject" || l == "refute" || l == "dismiss" {
			return "", false // a denial is a stance: see speaker.go
		}
		return v.negated(h, dateline.NotHappened, dateline.Happened)
	case v.cased(t) == "for" && v.tag(h) == "VERB" && (st.has(l, "tries") || st.has(l, "holds")):
		return "", false // 'is wanted for killing', 'was tried for killing'
	case st.has(l, "threatened") && (v.infinitive(t) || v.tag(t) == "NOUN" || v.tag(h) == "NOUN"):
		if l == "warn" && v.tag(t) == "VERB" {
			return "", false
		}
		if v.outer(h, "foiled") {
			return dateline.Foiled, true
		}
		return dateline.Threatened, true
	case st.has(l, "attempted") && (v.infinitive(t) || v.tag(h) == "NOUN"):
		if v.outer(h, "foiled") {
			return dateline.Foiled, true
		}
		return dateline.Attempted, true
	case v.rel(t) == "nsubj:pass" && st.has(l, "planned"):
		if (v.definite(t) || v.ofPlace(t)) && len(v.prep(h, "for")) == 0 {
			return "", false // 'the bombings were planned abroad', 'Mumbai attacks were planned abroad': they took place
		}
		return dateline.Planned, true
	case l == "order" && v.base(t) == "obj" && (v.tookPlace(t) || v.definite(t) && v.tok(h).Fine == "VBG" && v.scened(t)):
		return "", false // 'had ordered a bombing that killed 36', 'is accused of ordering the massacre of 26 people in Pombolo'
	case l == "call" && (v.base(t) == "obj" && v.child(h, "xcomp") >= 0 || v.passive(h)):
		return "", false // 'called the report baseless', 'were called to reports of people shot'
	case st.has(l, "planned") && (v.infinitive(t) || v.tag(h) == "NOUN" || v.base(t) == "obj" || v.cased(t) != ""):
		if v.outer(h, "foiled") {
			return dateline.Foiled, true
		}
		return dateline.Planned, true
	case st.has(l, "demanded") && v.tok(t).Fine == "VB" && v.base(t) == "ccomp",
		st.has(l, "demanded") && v.tag(t) == "NOUN" && v.base(t) == "obj" && !v.deed(t):
		return dateline.Hypothetical, true
	case st.has(l, "hypothetical") && l != "believe":
		return dateline.Hypothetical, true
	}
	return "", false
}

// outcome reports whether t is a participle behind a comma, which tells what came of the clause before it: 'foiled a raid, killing two'.
func (v *view) outcome(t int) bool {
	f := v.first[t]
	return v.base(t) == "advcl" && v.tok(t).Fine == "VBG" && v.child(t, "mark", "case") < 0 && (v.tok(f).Form == "," || f > 0 && v.tok(f-1).Form == ",")
}

// pinned reports whether the phrase of noun t names a place or a day.
func (v *view) pinned(t int) bool {
	sp := v.phrase(t)
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return (m.Kind == dateline.Somewhere || m.Kind == dateline.SomeTime) && m.Span.Start >= sp.Start && m.Span.End <= sp.End+1
	})
}

// scened reports whether a place or a time is named behind noun t.
func (v *view) scened(t int) bool {
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return (m.Kind == dateline.Somewhere || m.Kind == dateline.SomeTime) && m.Span.Start > v.tok(t).Span.End
	})
}

// ofPlace reports whether the name of a place stands before noun t: 'Mumbai attacks'.
func (v *view) ofPlace(t int) bool {
	return slices.ContainsFunc(v.modifiers(t), func(c int) bool { return v.is(c, dateline.Somewhere) })
}

// tookPlace reports whether a relative clause tells in the past tense what event noun t did.
func (v *view) tookPlace(t int) bool {
	c := v.child(t, "acl:relcl")
	for k := t + 1; c < 0 && k <= v.last[t] && k < t+9; k++ {
		if v.rel(k) == "acl:relcl" && v.r.lex.standing.has(v.lemma(k), "harm") && v.within(k, t) {
			c = k // 'the bombing at a hotel in Lahore that killed 14'
		}
	}
	if c < 0 || v.tok(c).Fine == "VBD" {
		return c >= 0
	}
	a := v.child(c, "aux:pass")
	return a >= 0 && v.tok(a).Fine == "VBD" // 'in which 40 were killed'
}

// opensWith reports whether the clause of verb h begins with the word.
func (v *view) opensWith(h int, word string) bool {
	return v.lemma(v.first[h]) == word
}

// outer reports whether the word above h is of the class: 'foiled a plot to'.
func (v *view) outer(h int, class string) bool {
	for k, up := 0, v.head(h); k < 3 && up >= 0; k++ {
		if v.r.lex.standing.has(v.lemma(up), class) && v.tag(up) == "VERB" {
			return true
		}
		if v.tag(up) == "VERB" {
			return false
		}
		up = v.head(up)
	}
	return false
}

// complements reports whether t completes its head, and is no free adjunct of it.
func (v *view) complements(t int) bool {
	switch v.base(t) {
	case "xcomp", "ccomp", "obj", "acl", "nmod":
		return v.rel(t) != "acl:relcl"
	case "advcl":
		m := v.child(t, "mark")
		return v.infinitive(t) || v.cased(t) != "" || m >= 0 && v.lemma(m) == "of" // 'in danger of being shot'
	case "obl":
		c := v.cased(t)
		return c == "of" || c == "from" || c == "for" || c == "against" || c == "to"
	case "nsubj":
		return v.rel(t) == "nsubj:pass"
	case "conj":
		return v.toInfinitive(t) // 'are taught to fire and to ambush'
	}
	return false
}

// toInfinitive reports whether 'to' stands before verb t.
func (v *view) toInfinitive(t int) bool {
	m := v.child(t, "mark")
	return m >= 0 && v.lemma(m) == "to"
}

func (v *view) infinitive(t int) bool {
	for _, c := range v.kids[t] {
		if v.base(c) == "mark" && v.lemma(c) == "to" {
			return true
		}
	}
	return v.tok(t).Fine == "VBG" && v.tag(t) == "VERB"
}

func (v *view) negated(h int, yes, no dateline.Reality) (dateline.Reality, bool) {
	if v.negates(h) {
		return no, true
	}
	return yes, true
}

func (v *view) ongoing(t int) bool {
	if v.tok(t).Fine != "VBG" {
		return false
	}
	for _, c := range v.kids[t] {
		if v.base(c) == "aux" && v.lemma(c) == "be" {
			return v.tok(c).Fine == "VBP" || v.tok(c).Fine == "VBZ"
		}
	}
	return false
}

// stops reports whether the climb ends at h: t is what somebody says, or a clause of its own.
func (v *view) stops(h, t int) bool {
	if v.base(t) == "parataxis" || v.rel(t) == "acl:relcl" || v.concedes(t) {
		return true
	}
	if v.base(t) == "conj" && v.tag(t) == "VERB" && v.child(t, "nsubj", "aux") >= 0 {
		return true
	}
	if v.base(t) == "nsubj" && v.tag(h) == "VERB" {
		return true
	}
	return v.base(t) == "ccomp" && (v.r.lex.speech.has(v.lemma(h), "say") || v.r.lex.standing.has(v.lemma(h), "known") && !v.infinitive(t)) || v.settled(t)
}

// forestalled reports whether t is what somebody was stopped before he could do: 'were arrested before they could carry out
// the attack'.
func (v *view) forestalled(t int) bool {
	c := v.clauseVerb(t)
	if c != t && !(v.lightVerb(c) && v.head(t) == c) {
		return false
	}
	before, could := false, false
	for _, k := range v.kids[c] {
		switch v.base(k) {
		case "mark":
			before = before || v.lemma(k) == "before"
		case "aux":
			could = could || v.lemma(k) == "could" || v.lemma(k) == "can"
		}
	}
	return before && could
}

// settled reports whether t is the verb of a clause that tells in the past tense what the one above comes after or from:
// 'the figure could change, because papers were burned'.
func (v *view) settled(t int) bool {
	if v.base(t) != "advcl" || v.tag(t) != "VERB" {
		return false
	}
	past, because := v.tok(t).Fine == "VBD", false
	for _, c := range v.kids[t] {
		switch v.base(c) {
		case "mark", "advmod":
			because = because || c < t && v.r.lex.standing.has(v.lemma(c), "ground")
		case "aux", "cop":
			past = past || v.tok(c).Fine == "VBD"
		}
	}
	return past && because
}

// concedes reports whether t is the verb of a clause that stands against the one above: 'nobody claimed it, although
// the police suspect'.
func (v *view) concedes(t int) bool {
	m := v.child(t, "mark")
	return v.base(t) == "advcl" && m >= 0 && v.r.lex.standing.has(v.lemma(m), "concession")
}

// older reports whether the clause of t tells something older than the news: an explicit year or
// span of years that is not the report's, the pluperfect with 'earlier', or an anniversary.
func (r *reader) older(v *view, d *draft) bool {
	for _, p := range d.parts {
		if p.Role == dateline.DateRole && (r.olderWords(p.Span.In(r.text)) || r.olderSame(v, p.Span)) {
			return true
		}
	}
	for t := d.at; t >= 0 && (t == d.at || v.tag(t) == "NOUN"); t = v.head(t) {
		for _, c := range v.kids[t] {
			l := v.lemma(c)
			if v.base(c) == "amod" && (l == "past" || l == "previous" || strings.EqualFold(v.tok(c).Form, "earlier") || l == "prior" || d.kind == dateline.Leadership && r.lex.ties.has(l, "ended")) {
				return true
			}
		}
	}
	for h, below := d.at, -1; h >= 0; h, below = v.head(h), h {
		if h != d.at && (d.violent() || d.toll()) && (r.lex.evidence.has(v.lemma(h), "court") || r.lex.evidence.has(v.lemma(h), "clears") && v.cased(below) == "of") {
			return true
		}
		if r.lex.standing.has(v.lemma(h), "remembrance") {
			return true
		}
	}
	return false
}

// olderSame reports whether 'the same year' points to an older time told in the sentence.
func (r *reader) olderSame(v *view, s dateline.Span) bool {
	if !strings.Contains(strings.ToLower(s.In(r.text)), "same") {
		return false
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && m.Span.End <= s.Start && r.olderWords(m.Span.In(r.text)) {
			return true
		}
	}
	return false
}

// olderWords reports whether the words of a date lie well before the report.
func (r *reader) olderWords(words string) bool {
	low := strings.ToLower(words)
	if strings.Contains(low, "years ago") || strings.Contains(low, "year ago") || strings.Contains(low, "years after") || strings.Contains(low, "years later") || strings.Contains(low, "years earlier") || strings.Contains(low, "decade") || strings.Contains(low, "century") {
		return true
	}
	y := year(words)
	if y == "" {
		return false
	}
	if p := r.in.Published; p.From != "" {
		return y < p.From[:4] && !(p.From[5:7] <= "02" && y == lastYear(p.From[:4]))
	}
	return bareYear(low, y)
}

// bareYear reports whether the words are a year and no more ('in 2001'): with no date of the
// report known, only such a one reads as history.
func bareYear(low, y string) bool {
	low = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(low, "in "), "since "))
	return low == y || strings.HasSuffix(low, " "+y) && (strings.HasPrefix(low, "late") || strings.HasPrefix(low, "early") || strings.HasPrefix(low, "mid"))
}

func lastYear(y string) string {
	b := []byte(y)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] > '0' {
			b[i]--
			return string(b)
		}
		b[i] = '9'
	}
	return string(b)
}

// year returns the first run of four digits from 1000 to 2999 in words, or "".
func year(words string) string {
	for i := 0; i+4 <= len(words); i++ {
		if (words[i] == '1' || words[i] == '2') && digits(words[i:i+4]) &&
			(i == 0 || !digit(words[i-1])) && (i+4 == len(words) || !digit(words[i+4])) {
			return words[i : i+4]
		}
	}
	return ""
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func digits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return true
}
