package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// antecedent returns the words that head t stands for; zero if it is not clear. What pronouns go back to is
// parse's to say, but for two that it reads worse: who says what 'it' stands in, and 'its' before its group.
// 'The group' is the one last spoken of: of listed names parse knows nothing.
func (r *reader) antecedent(v *view, t int) dateline.Span {
	if s := r.sayer(v, t); s >= 0 && v.lemma(t) == "it" {
		if g := v.speaksAs(s); !g.IsZero() {
			return g
		}
		if r.aGroup(v, s) {
			if g := r.armed(r.antecedent(v, s)); !g.IsZero() {
				return g
			}
		}
		if (v.side(s) || v.is(s, dateline.Somewhere)) && v.tok(s).Fine != "NNS" {
			return v.phrase(s) // a place that speaks is its government
		}
	}
	if s := v.ahead(t); !s.IsZero() {
		return s
	}
	if v.lemma(t) == "it" && v.base(t) == "nsubj" && slices.ContainsFunc(v.children(v.head(t), "obj"), func(o int) bool { return r.aGroup(v, o) }) {
		return r.subjectBefore(v) // 'it accuses the group': another
	}
	s, named := r.chains().named(r.in.Text, v.i, t)
	if !s.IsZero() && v.s.Span.Contains(s) && v.r.lex.speech.has(v.lemma(v.headOf(s)), "paper") {
		s, named = dateline.Span{}, false // 'a report estimated that it had'
	}
	if v.lemma(t) == "it" && r.groupNoun(s) {
		if w, k := r.wordAt(s); w != nil && (w.lemma(k) == "organisation" || w.lemma(k) == "organization") {
			if b, ok := r.bodyAbove(w, k); ok {
				return b
			}
		}
	}
	if persons[v.lemma(t)] {
		for _, m := range r.in.Mentions {
			if m.Kind == dateline.Somebody && (m.Span.Contains(s) || s.Contains(m.Span) && m.Span.End == s.End) {
				return dateline.Span{} // 'his' is nobody's that is a group
			}
		}
		if r.groupNoun(s) {
			return dateline.Span{}
		}
		return s
	}
	if l := v.lemma(t); l == "organisation" || l == "organization" {
		if w, ok := r.bodyAbove(v, t); ok {
			return w
		}
	}
	if r.aGroup(v, t) && (!named || r.onePerson(s) || r.unarmedName(s) || !r.armed(s).IsZero()) {
		if g := r.groupMeant(v, v.tok(t).Span.Start); !g.IsZero() {
			return g
		}
	}
	if g := r.itsGroup(v, t, s); !g.IsZero() {
		return g
	}
	if s = v.agreeing(t, s); s.IsZero() {
		return r.groupAbove(v, v.tok(t).Span.Start, true)
	}
	if (named && (v.tag(t) == "PRON" || !r.unarmedName(s))) || v.tag(t) == "PRON" && !r.groupNoun(s) {
		return s
	}
	if g := r.groupAbove(v, v.tok(t).Span.Start, true); !g.IsZero() {
		return g
	}
	if g := r.groupAbove(v, v.tok(t).Span.Start, false); !g.IsZero() {
		return g
	}
	return s
}

// bodyAbove returns the unarmed body that speaks or acts last above 'the organisation' at token t, its full name; false if none does, or an armed one
// does after it: 'Mwatana condemned the shelling by Houthi forces. The organisation'.
func (r *reader) bodyAbove(v *view, t int) (dateline.Span, bool) {
	for i := v.i; i >= 0 && v.i-i <= 6; i-- {
		w := r.view(i)
		for k := len(w.s.Tokens) - 1; k >= 0; k-- {
			if i == v.i && k >= t || w.base(k) != "nsubj" || !w.bodyName(k) {
				continue
			}
			name := w.phrase(k)
			return name, !slices.ContainsFunc(r.in.Mentions, func(m dateline.Mention) bool {
				return m.Kind == dateline.Somebody && m.Armed && m.Span.Overlaps(name)
			})
		}
	}
	return dateline.Span{}, false
}

// bodyName reports whether noun t may be the name of a body: labelled as one, or with no label and written with capitals.
func (v *view) bodyName(t int) bool {
	if e := v.tok(t).Entity; e != "" {
		return strings.HasSuffix(e, "organisation")
	}
	return isUpper(v.tok(t).Form) && (v.tag(t) == "PROPN" || v.nominal(t) && t > 0 && isUpper(v.tok(t-1).Form) && v.tag(t-1) != "DET")
}

// subjectBefore is the main subject of the sentence before v, where it is a party or a state; zero if it is none.
func (r *reader) subjectBefore(v *view) dateline.Span {
	if v.i == 0 || r.in.Text.Sentences[v.i-1].Paragraph != v.s.Paragraph {
		return dateline.Span{}
	}
	w := r.view(v.i - 1)
	if s := w.child(w.root(), "nsubj"); s >= 0 && w.tag(s) != "PRON" && (w.side(s) || w.is(s, dateline.Somewhere)) {
		return w.phrase(s)
	}
	return dateline.Span{}
}

// persons are the pronouns for one person, who is never a group.
var persons = set("he she him his her hers himself herself")

// onePerson reports whether the words are a person's name, who is no group.
func (r *reader) onePerson(s dateline.Span) bool {
	all := r.in.Text.Names
	for k := sort.Search(len(all), func(k int) bool { return all[k].Span.End > s.Start }); k < len(all) && all[k].Span.Start < s.End; k++ {
		if all[k].Kind == parse.NamePerson {
			return true
		}
	}
	return false
}

// agreeing returns the words s, but none where 'its' would stand for several of the same sentence, who
// judge something of another: 'authorities estimate its strength'.
func (v *view) agreeing(t int, s dateline.Span) dateline.Span {
	if v.lemma(t) != "its" || !v.s.Span.Contains(s) {
		return s
	}
	if h := v.headOf(s); v.tok(h).Fine == "NNS" && v.base(h) == "nsubj" {
		return dateline.Span{}
	}
	return s
}

// groupAbove returns the group that was last spoken of before an offset in the sentence of v or in one of
// those above it; of armed groups only, if that is asked for.
func (r *reader) groupAbove(v *view, offset int, armed bool) dateline.Span {
	if g := r.groupBefore(v, offset, armed); !g.IsZero() {
		return g
	}
	far := reach
	if armed {
		far = 2 * reach // a report on one group speaks of others between
	}
	for i := v.i - 1; i >= 0 && v.i-i <= far; i-- {
		if g := r.groupBefore(r.view(i), v.s.Span.Start, armed); !g.IsZero() {
			return g
		}
	}
	return dateline.Span{}
}

// unarmedName reports whether the words name a listed actor that is no armed group: a mission, an army.
func (r *reader) unarmedName(s dateline.Span) bool {
	for _, m := range r.in.Mentions {
		if m.Kind == dateline.Somebody && m.Span.Overlaps(s) {
			return !m.Armed
		}
	}
	return false
}

// groupNoun reports whether the words are a noun for a group, that names none: 'the organisation'.
func (r *reader) groupNoun(s dateline.Span) bool {
	words := strings.Fields(strings.ToLower(s.In(r.text)))
	return len(words) == 2 && (words[0] == "the" || words[0] == "this") && r.lex.nouns.has(words[1], "group") && !r.lex.nouns.has(words[1], "state")
}

// ahead finds the group that a pronoun before the main clause points forward to: 'Since its
// emergence, the group has'.
func (v *view) ahead(t int) dateline.Span {
	s := v.child(v.root(), "nsubj")
	if s < 0 || t > s || v.tag(t) != "PRON" {
		return dateline.Span{}
	}
	return v.groupName(s)
}

// groupName returns the listed name in the phrase of t, or an unlisted one that is no place.
func (v *view) groupName(t int) dateline.Span {
	if v.is(t, dateline.Somebody) {
		return v.held[t].Span
	}
	sp := v.phrase(t)
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && sp.Contains(m.Span) {
			return m.Span
		}
	}
	if v.tag(t) == "PROPN" && v.groupish(t) && v.r.lex.nouns.has(v.lemma(t), "group") {
		return sp
	}
	return dateline.Span{}
}

// armedName reports whether the words are a listed armed group's, or those of a group that no list has.
func (v *view) armedName(words dateline.Span) bool {
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && m.Span == words {
			return m.Armed
		}
	}
	return true
}

// groupBefore returns the group that a sentence last spoke of before an offset: its subject, if
// that names one, else the last listed name; of armed groups only, if that is asked for.
func (r *reader) groupBefore(v *view, offset int, armed bool) dateline.Span {
	if s := v.child(v.root(), "nsubj"); s >= 0 && v.tok(s).Span.End <= offset {
		if g := v.groupName(s); !g.IsZero() && v.clauseVerb(s) == v.root() && (!armed || v.armedName(g)) {
			return g
		}
	}
	var out dateline.Span
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && m.Span.End <= offset && (m.Armed || !armed) {
			out = m.Span
		}
	}
	return out
}

// sayer returns the subject of the verb of saying whose content pronoun t is the subject of: in 'the
// group said it had' the group; -1 if there is none.
func (r *reader) sayer(v *view, t int) int {
	h := v.head(t)
	if v.tag(t) != "PRON" || v.base(t) != "nsubj" || v.base(h) != "ccomp" || !r.lex.speech.has(v.lemma(v.head(h)), "say") {
		return -1
	}
	said := v.head(h)
	if v.base(said) == "advcl" && v.tok(said).Fine == "VBG" && v.child(said, "nsubj") < 0 {
		return v.child(v.head(said), "nsubj") // 'the group claimed the attack, saying it had'
	}
	if s := v.child(said, "nsubj"); s >= 0 || v.base(said) != "conj" || v.tag(v.head(said)) != "VERB" {
		return s
	}
	return v.child(v.head(said), "nsubj") // 'a caller rang a newspaper and said that it had'
}

// pointsTo returns the earlier name that a part's words stand for, where they name nobody
// themselves; zero if they do or it is not clear.
func (r *reader) pointsTo(v *view, p dateline.Part) dateline.Span {
	if t := v.headOf(p.Span); p.Role == dateline.Weapon && v.tag(t) == "PRON" {
		s, _ := r.chains().named(r.in.Text, v.i, t)
		return s // 'a team of experts made it safe'
	}
	switch p.Role {
	case dateline.PlaceRole, dateline.DateRole, dateline.Weapon, dateline.Incidental, dateline.Name, dateline.Amount, dateline.Area:
		return dateline.Span{}
	}
	if p.Role.IsToll() && p.Role != dateline.Arrested {
		return dateline.Span{}
	}
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && p.Span.Contains(m.Span) {
			return dateline.Span{}
		}
	}
	t := v.headOf(p.Span)
	if v.nobody(t) {
		return dateline.Span{}
	}
	if indefinite[v.lemma(t)] {
		return dateline.Span{} // 'do not let anyone attack'
	}
	if h := v.head(t); h >= 0 && v.asks(t, h) {
		return dateline.Span{}
	}
	if v.lemma(t) == "those" || v.lemma(t) == "that" && v.tok(t).Fine == "DT" {
		return dateline.Span{} // 'those who killed him' are nobody told before
	}
	if g := r.ownerOf(v, p.Role, t); !g.IsZero() {
		return g
	}
	if p.Role == dateline.Group && r.lex.speech.has(v.lemma(t), "caller") {
		return v.speaksAs(t)
	}
	if p.Role == dateline.Group {
		if g := r.spokenFor(v, t); !g.IsZero() {
			return g
		}
	}
	if s, ok := r.accusedParty(v, p, t); ok {
		return s
	}
	if p.Role == dateline.Perpetrator && v.toldByDeed(t) {
		return dateline.Span{}
	}
	if v.tag(t) == "PRON" || v.definite(t) && r.lex.nouns.has(v.lemma(t), "group") && !r.lex.nouns.has(v.lemma(t), "state") && !v.ownName(t) && !v.named(t) && !v.manyGroups(t) {
		if s := r.untimed(r.antecedent(v, t)); p.Role != dateline.Perpetrator || !r.fell(v, s) && !r.thing(s) && !(plurals[v.lemma(t)] && r.spokeFor(v, s)) {
			return s
		}
	}
	return dateline.Span{}
}

// plurals are the pronouns for several of whom none speaks.
var plurals = set("they them their")

// named reports whether a name stands right before or behind noun t, which is then known by it: 'the Arbaki militia', 'the armed group Union of
// Free Shepherds'.
func (v *view) named(t int) bool {
	n := t + 1
	for _, c := range v.kids[t] {
		if c < t && !isUpper(v.tok(t).Form) && v.base(c) == "compound" && v.tag(c) == "PROPN" && v.held[c] == nil && (c == 0 || v.tok(c-1).Form != "-") && v.tok(c+1).Form != "-" {
			return true
		}
	}
	return n < len(v.s.Tokens) && v.tag(t) == "NOUN" && isUpper(v.tok(n).Form) && (v.tag(n) == "PROPN" || v.tag(n) == "ADJ" || v.tag(n) == "NOUN") && !v.is(n, dateline.SomeTime)
}

// spokeFor reports whether the words are in an earlier sentence those of one who speaks, or only say of what body he is: 'a trader said', 'a
// member of the task force said'.
func (r *reader) spokeFor(v *view, words dateline.Span) bool {
	if words.IsZero() || v.s.Span.Contains(words) {
		return false
	}
	w, t := r.wordAt(words)
	if w == nil {
		return false
	}
	at := t
	for at >= 0 && (w.base(at) == "nmod" || w.base(at) == "compound" || w.base(at) == "flat" || w.base(at) == "appos" && w.base(t) != "appos") {
		at = w.head(at)
	}
	if at < 0 || w.base(at) != "nsubj" || w.head(at) < 0 || !r.lex.speech.has(w.lemma(w.head(at)), "say") {
		return false
	}
	return at != t || w.tok(t).Fine == "NN" && !w.is(t, dateline.Somebody) && !r.lex.nouns.has(w.lemma(t), "group", "state", "armed")
}

// toldByDeed reports whether noun t is known by what its clause tells alone, and is nobody told before: 'they look for the group that
// killed five farmers'. A clause behind a comma only adds to who is known, and 'FARC is the group that killed them' tells who it is.
func (v *view) toldByDeed(t int) bool {
	for _, c := range v.children(t, "acl:relcl") {
		if c > t && v.child(t, "nsubj") < 0 && t+1 < len(v.s.Tokens) && v.tok(t+1).Form != "," && v.nominal(t) {
			return true
		}
	}
	return false
}

// thing reports whether the words are of a thing, which does nothing by itself: 'three cars'.
func (r *reader) thing(words dateline.Span) bool {
	w, t := r.wordAt(words)
	return w != nil && w.tag(t) == "NOUN" && r.lex.nouns.has(w.lemma(t), "site") && !r.lex.nouns.has(w.lemma(t), "armed", "state", "group")
}

// fell reports whether the words are of those killed in the sentences above: who did something after is another.
func (r *reader) fell(v *view, words dateline.Span) bool {
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 3; k-- {
		for _, p := range r.drafts[k].parts {
			if p.Role == dateline.KilledRole && p.Span.Overlaps(words) && r.drafts[k].v != v {
				return true
			}
		}
	}
	return false
}

// indefinite are pronouns for nobody told before.
var indefinite = set("anyone anybody someone somebody everyone everybody whoever")

// ownName reports whether group noun t ends a name: 'the Nationalist Republican Alliance' stands for nobody told before.
func (v *view) ownName(t int) bool {
	return t > 1 && v.first[t] < t-1 && isUpper(v.tok(t).Form) && isUpper(v.tok(t-1).Form) &&
		(v.tag(t) == "PROPN" || strings.HasSuffix(v.tok(t).Entity, "organisation"))
}

// manyGroups reports whether group noun t speaks of several groups, which no name of one stands for: 'the leftist groups'.
func (v *view) manyGroups(t int) bool {
	return v.tok(t).Fine == "NNS" && !v.inClass(t, "ARMED")
}

// selfNamed returns the name that the words beside a noun for a group give it: 'a group calling itself the X', 'a gang
// called the X'; zero if they give none.
func (v *view) selfNamed(words dateline.Span) dateline.Span {
	t := v.headOf(words)
	if !v.r.lex.nouns.has(v.lemma(t), "group") && !v.inClass(t, "ARMED") {
		return dateline.Span{}
	}
	for _, c := range v.children(t, "acl", "appos", "conj", "parataxis") {
		if !v.r.lex.speech.has(v.lemma(c), "naming") || v.tag(c) != "VERB" {
			continue
		}
		for k := len(v.kids[c]) - 1; k >= 0; k-- {
			if n := v.kids[c][k]; n > c && v.nominal(n) && isUpper(v.tok(n).Form) && (v.base(n) == "obj" || v.base(n) == "xcomp" || v.base(n) == "obl") {
				return v.unquoted(v.phrase(n))
			}
		}
	}
	return dateline.Span{}
}

// nameBeside returns the name that stands beside a noun for a group: 'a breakaway faction, Ansaru', 'Ansaru, a faction that broke
// away', 'the Maoist group "Shining Path"'; zero if there is none, or the noun is of a listed name itself.
func (v *view) nameBeside(p dateline.Part) dateline.Span {
	switch p.Role {
	case dateline.Perpetrator, dateline.Group, dateline.Other, dateline.Authority:
	default:
		return dateline.Span{}
	}
	t := v.headOf(p.Span)
	named := slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool { return m.Kind == dateline.Somebody && m.Span.Overlaps(p.Span) })
	if v.tag(t) != "NOUN" || v.is(t, dateline.Somebody) || named && !v.sortOnly(t) || !v.r.lex.nouns.has(v.lemma(t), "group") && !v.inClass(t, "ARMED") {
		return dateline.Span{}
	}
	if h := v.head(t); v.base(t) == "appos" && h >= 0 && v.is(h, dateline.Somebody) {
		return v.held[h].Span
	}
	for _, c := range v.children(t, "appos") {
		if v.is(c, dateline.Somebody) {
			return v.held[c].Span
		}
	}
	return v.quotedName(t)
}

// withName covers, behind words that end in a noun for a group, the listed name that stands there: 'the militant group JNIM'.
func (r *reader) withName(sp dateline.Span) dateline.Span {
	words := sp.In(r.text)
	if !r.lex.nouns.has(words[strings.LastIndexByte(words, ' ')+1:], "group") {
		return sp
	}
	ms := r.in.Mentions
	k, _ := slices.BinarySearchFunc(ms, sp.End+1, func(m dateline.Mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	for ; k < len(ms) && ms[k].Span.Start == sp.End+1; k++ {
		if ms[k].Kind == dateline.Somebody && r.text[sp.End] == ' ' {
			return sp.Cover(ms[k].Span)
		}
	}
	return sp
}

// sortOnly reports whether the listed names before noun t only say of what sort it is: 'the Maoist group'.
func (v *view) sortOnly(t int) bool {
	for _, c := range v.kids[t] {
		if c < t && v.is(c, dateline.Somebody) && v.tag(c) != "ADJ" {
			return false
		}
	}
	return true
}

// quotedName returns the listed name that stands in quotation marks behind noun t, with a comma or without; zero if there is none.
func (v *view) quotedName(t int) dateline.Span {
	k := t + 1
	for k < len(v.s.Tokens) && v.tok(k).Form == "," {
		k++
	}
	if k+1 < len(v.s.Tokens) && strings.Trim(v.tok(k).Form, "\"'“‘`") == "" && v.is(k+1, dateline.Somebody) {
		return v.held[k+1].Span
	}
	return dateline.Span{}
}

// unquoted takes the quotation marks off the ends of words.
func (v *view) unquoted(s dateline.Span) dateline.Span {
	const marks = "\"'“”‘’"
	words := s.In(v.r.text)
	s.End -= len(words) - len(strings.TrimRight(words, marks))
	s.Start += len(words) - len(strings.TrimLeft(words, marks))
	return s
}

// ownerOf returns the listed group whose people 'its fighters' or 'their men' are, where they did something.
func (r *reader) ownerOf(v *view, role dateline.Role, t int) dateline.Span {
	if of := v.prep(t, "of"); len(of) == 1 && (v.tag(t) == "NUM" || v.lemma(t) == "one" || v.is(t, dateline.SomeCount)) {
		t = of[0] // 'one of its men'
	}
	c := v.child(t, "nmod:poss")
	if role != dateline.Perpetrator || c < 0 || v.tag(c) != "PRON" || !v.inClass(t, "ARMED") && !v.r.lex.nouns.has(v.lemma(t), "fighter") {
		return dateline.Span{}
	}
	if l := v.lemma(c); l != "its" && l != "their" {
		return dateline.Span{}
	}
	if s := v.listedAbove(t); !s.IsZero() {
		return s
	}
	g := r.antecedent(v, c)
	for _, m := range r.in.Mentions {
		if m.Kind == dateline.Somebody && m.Span.Overlaps(g) {
			return g
		}
	}
	return dateline.Span{}
}

// listedAbove returns the listed name that is the subject of the verb of saying over the clause of t; zero if
// there is none.
func (v *view) listedAbove(t int) dateline.Span {
	for up := v.above(t); up >= 0; up = v.above(up) {
		if s := v.child(up, "nsubj"); s >= 0 && v.r.lex.speech.has(v.lemma(up), "say") && v.is(s, dateline.Somebody) {
			return v.held[s].Span
		}
	}
	return dateline.Span{}
}

// tried are the kinds that tell what a court makes of an event; the others of their family are events of their own.
var tried = map[dateline.Kind]bool{dateline.Charge: true, dateline.Trial: true, dateline.Verdict: true}

// window is how many sentences back 'the attack' may point.
const window = 12

// refer links each draft that speaks of an event without telling it anew to the draft that does.
func (r *reader) refer() {
	for i, d := range r.drafts {
		switch {
		case d.kind.Family() == dateline.Responsibility:
			r.referTo(d, r.slotEvent(d, i), r.eventBefore(i, d))
		case d.kind.Family() == dateline.HumanCost:
			r.referTo(d, r.slotEvent(d, i), r.tollOf(i, d))
		case tried[d.kind] && d.has(dateline.Incidental):
			r.referTo(d, r.slotEvent(d, i), r.eventBefore(i, d))
		case d.kind == dateline.Arrest:
			if e := r.arrestBefore(i, d); e != nil {
				d.refers, d.why = e, "takes up an arrest told before"
			}
		case d.violent() && (d.v.base(d.at) == "appos" || d.v.superlative(d.at)) && r.sameSentence(i, d) != nil:
			d.refers, d.why = r.sameSentence(i, d), "the words describe the event that the sentence tells"
		case d.violent() && r.described(i, d) != nil:
			d.refers, d.why = r.described(i, d), "the relative clause says how the event was done"
		case d.violent() && r.ruledOn(i, d) != nil:
			d.refers, d.why = r.ruledOn(i, d), "what somebody was accused of is what the court ruled on"
			d.past = d.past || d.refers.past
		case d.violent() && r.rival(i, d) != nil:
			d.refers, d.why = r.rival(i, d), "two speakers on one event in one sentence"
		case d.violent() && r.goesOn(i, d) != nil:
			d.refers, d.why = r.goesOn(i, d), "the same clause goes on: one deed told in two verbs"
		case d.violent() && d.definite && (!d.toldAnew() || d.attempt() && !d.has(dateline.PlaceRole)):
			if e := r.eventBefore(i, d); e != nil && compatible(d, e) {
				d.refers, d.why = e, "'"+d.trigger.In(r.text)+"' points back to the event told before"
			}
		}
	}
}

// described returns the event noun of the same sentence that the verb of d describes: 'the murder of Ana Kovac, who was
// shot dead'.
func (r *reader) described(i int, d *draft) *draft {
	if d.v.rel(d.at) != "acl:relcl" {
		return nil
	}
	for k := i - 1; k >= 0 && r.drafts[k].v == d.v; k-- {
		if e := r.drafts[k]; e.violent() && e.at == d.v.head(d.at) && e.reality == d.reality && compatible(d, e) {
			return root(e)
		}
	}
	return nil
}

// accuses are verbs by which somebody is held to have done something.
var accuses = set("accuse charge suspect")

// ruledOn returns the event on which a court has ruled in one of the three sentences above, where d only says that somebody was accused of it:
// 'He had been accused of planting the bomb'. It is nil for one with a time or a place of its own.
func (r *reader) ruledOn(i int, d *draft) *draft {
	accused := false
	for h, k := d.v.head(d.at), 0; h >= 0 && k < 3; h, k = d.v.head(h), k+1 {
		accused = accused || accuses[d.v.lemma(h)]
	}
	for k := i - 1; accused && k >= 0 && d.v.i-r.drafts[k].v.i <= 3; k-- {
		e := r.drafts[k]
		if e.kind == dateline.Verdict && e.v != d.v && e.refers != nil && root(e.refers).violent() && compatible(d, root(e.refers)) && !ownScene(d, root(e.refers)) {
			return root(e.refers)
		}
	}
	return nil
}

// superlative reports whether noun t is 'the deadliest attack', which describes an event told beside.
func (v *view) superlative(t int) bool {
	for _, c := range v.modifiers(t) {
		if v.tok(c).Fine == "JJS" {
			return true
		}
	}
	return false
}

// rival returns the event of the same sentence that another speaker tells otherwise: 'killed five
// soldiers in Borno, the army said; the group said it killed 20'.
func (r *reader) rival(i int, d *draft) *draft {
	if len(d.speaker) == 0 || d.has(dateline.PlaceRole) || d.has(dateline.DateRole) {
		return nil
	}
	for k := i - 1; k >= 0 && r.drafts[k].v == d.v; k-- {
		e := r.drafts[k]
		if e.violent() && len(e.speaker) > 0 && e.speaker[0].Span != d.speaker[0].Span && e.has(dateline.KilledRole) && d.has(dateline.KilledRole) {
			return root(e)
		}
	}
	return nil
}

// goesOn returns the event whose clause the verb of d goes on from, with the same doer and no time or
// place of its own: 'stormed a hotel and took guests hostage'.
func (r *reader) goesOn(i int, d *draft) *draft {
	v := d.v
	if v.tag(d.at) != "VERB" || v.base(d.at) != "conj" && v.base(d.at) != "advcl" || v.child(d.at, "nsubj", "mark") >= 0 || v.cased(d.at) != "" {
		return nil
	}
	for h, k := v.conjHead(d.at), 0; h >= 0 && k < 3; h, k = v.head(h), k+1 {
		for _, e := range r.beside(i) {
			if e.at == h && e.violent() && e.reality == d.reality && !ownScene(d, e) {
				return e
			}
		}
		if v.tag(h) == "VERB" && v.base(h) != "conj" && v.base(h) != "advcl" {
			return nil
		}
	}
	return nil
}

// ownScene reports whether d has a time or place that e has not.
func ownScene(d, e *draft) bool {
	for _, p := range d.parts {
		if (p.Role == dateline.DateRole || p.Role == dateline.PlaceRole) && p.Inferred == "" {
			if q := e.part(p.Role); q != nil && q.Span != p.Span {
				return true
			}
		}
	}
	return false
}

// toldAnew reports whether a draft carries what tells its event apart: its own target, place or time.
func (d *draft) toldAnew() bool {
	return d.has(dateline.Target) || d.has(dateline.Victim) || d.has(dateline.PlaceRole) || d.has(dateline.DateRole)
}

// beside returns the drafts of draft i's sentence, itself among them: they stand together.
func (r *reader) beside(i int) []*draft {
	a, b := i, i+1
	for a > 0 && r.drafts[a-1].v == r.drafts[i].v {
		a--
	}
	for b < len(r.drafts) && r.drafts[b].v == r.drafts[i].v {
		b++
	}
	return r.drafts[a:b]
}

func (r *reader) referTo(d, own, earlier *draft) {
	switch {
	case own != nil && own != d:
		d.refers, d.why = own, "the same sentence tells the event"
	case earlier != nil:
		d.refers, d.why = earlier, "the event told before"
	}
}

// slotEvent returns the draft in d's own sentence that its 'incident' words tell, or nil.
func (r *reader) slotEvent(d *draft, i int) *draft {
	p := d.part(dateline.Incidental)
	if p == nil {
		return nil
	}
	var toll *draft
	for _, e := range r.beside(i) {
		switch {
		case e == d || !p.Span.Contains(e.trigger):
		case e.violent():
			return e
		case toll == nil && e.hurts() && d.kind.Family() == dateline.Responsibility:
			toll = e // 'accepted responsibility for the death of two reporters'
		}
	}
	return toll
}

// severalBefore returns the latest events told in the plural before draft i, which 'the attacks' takes up; nil if there are none.
func (r *reader) severalBefore(i int, d *draft) *draft {
	for k := i - 1; k >= 0 && d.v.i-r.drafts[k].v.i <= window; k-- {
		if e := r.drafts[k]; e.violent() && (e.plural || e.count(dateline.Target) > 1) && !e.past && e.reality.Counts() && e.stance != dateline.Denied {
			return root(e)
		}
	}
	return nil
}

// count is how many parts of the role a draft has.
func (d *draft) count(role dateline.Role) int {
	n := 0
	for _, p := range d.parts {
		if p.Role == role {
			n++
		}
	}
	return n
}

// eventBefore returns the nearest event told before draft i that its words can point to: of the
// same kind if the words name one, else the most salient of the nearest sentence that tells any.
func (r *reader) eventBefore(i int, d *draft) *draft {
	p := d.part(dateline.Incidental)
	if p != nil && !d.violent() && r.lex.standing.has(d.v.lemma(d.v.headOf(p.Span)), "deed") && !pointsBack(d.v, p.Span) {
		if e := r.sameSentence(i, d); e != nil {
			return e // 'in an action attributed to the rebels, a bomb killed three'
		}
	}
	if p == nil && !d.violent() {
		if e := r.sameSentence(i, d); e != nil {
			return e
		}
		return r.spokenOf(i, d)
	}
	if p != nil && !d.violent() && !pointsBack(d.v, p.Span) {
		return nil
	}
	if p != nil && !d.violent() && d.v.tok(d.v.headOf(p.Span)).Fine == "NNS" {
		if e := r.severalBefore(i, d); e != nil {
			return e
		}
	}
	for k := i - 1; k >= 0 && d.v.i-r.drafts[k].v.i <= window; k-- {
		e := r.drafts[k]
		if e.violent() && e.reality.Counts() && e.stance != dateline.Denied && e != d && (!d.violent() || compatible(d, e)) || !d.violent() && e.hurts() {
			return root(e)
		}
	}
	return nil
}

// hurts reports whether a draft alone tells of people killed or hurt, which is what 'the crime' points back to: 'the
// mayor was killed'.
func (d *draft) hurts() bool {
	switch d.kind {
	case dateline.KilledKind, dateline.WoundedKind:
		return d.refers == nil && d.reality.Counts() && d.stance != dateline.Denied
	}
	return false
}

// spokenOf returns the event that the sentences right before speak of: told there, or claimed.
func (r *reader) spokenOf(i int, d *draft) *draft {
	far := 2
	if d.kind == dateline.Denial {
		far = 5 // 'it has denied any role'
	}
	for k := i - 1; k >= 0 && d.v.i-r.drafts[k].v.i <= far; k-- {
		e := r.drafts[k]
		if d.kind == dateline.Denial && (e.kind == dateline.Accusation && r.lex.standing.has(d.v.lemma(d.slots["obj"]), "charged") || d.takesWhole() && e.v == d.v) {
			return nil // what is denied is no deed
		}
		if e.past && !d.past && k > 0 && r.drafts[k-1].v == e.v {
			continue // what the sentence only looks back to
		}
		if e.violent() && e.reality.Counts() && e.stance != dateline.Denied || e.hurts() {
			return root(e)
		}
		if e.refers != nil && e.kind.Family() == dateline.Responsibility && e.refers.stance != dateline.Denied {
			return root(e.refers)
		}
	}
	return nil
}

// takesWhole reports whether a denial is of the whole clause before it: 'took the town, which the army denied'.
func (d *draft) takesWhole() bool { return d.v.tag(d.at) == "VERB" && d.v.takesClause(d.at) }

// sameSentence returns the event of the draft's own sentence, if it tells just one.
func (r *reader) sameSentence(i int, d *draft) *draft {
	var one *draft
	for _, e := range r.beside(i) {
		if e.violent() && e != d {
			if one != nil {
				return nil
			}
			one = e
		}
	}
	return one
}

// pointsBack reports whether the words begin like something known: 'the attack', 'it', 'this'.
func pointsBack(v *view, sp dateline.Span) bool {
	t := v.headOf(sp)
	return v.definite(t) || v.tag(t) == "PRON"
}

// tollOf returns the event that a bare toll belongs to: the one its own sentence tells, else the
// last one told in the same paragraph or the sentence before, unless the toll has a time or place
// of its own or is that of a war.
func (r *reader) tollOf(i int, d *draft) *draft {
	if e := r.sameSentence(i, d); e != nil {
		return e
	}
	if e := r.fateOf(i, d); e != nil {
		return e
	}
	if d.has(dateline.DateRole) || d.has(dateline.PlaceRole) {
		if p := d.part(dateline.Incidental); p == nil || !pointsBack(d.v, p.Span) {
			return nil
		}
	}
	if Lasting(d.v.s, d.at) {
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		e := r.drafts[k]
		if d.v.s.Paragraph != e.v.s.Paragraph && d.v.i-e.v.i > 1 || d.v.i-e.v.i > 4 {
			return nil
		}
		if e.violent() && e.reality.Counts() && !r.aside(k) {
			return root(e)
		}
	}
	return nil
}

// aside reports whether draft k is only what another event, told before it in its sentence, came after or before:
// 'a bomb exploded minutes after the attack on the cathedral'.
func (r *reader) aside(k int) bool {
	e := r.drafts[k]
	if k == 0 || r.drafts[k-1].v != e.v || !r.drafts[k-1].violent() || e.v.tag(e.at) == "VERB" {
		return false
	}
	return r.lex.standing.has(e.v.cased(e.at), "sequel") && r.drafts[k-1].at == e.v.clauseVerb(e.at)
}

// root follows a draft that itself points back to the one that tells the event.
func root(d *draft) *draft {
	for k := 0; k < window && d.refers != nil && d.refers.violent(); k++ {
		d = d.refers
	}
	return d
}

// compatible reports whether two drafts of violence can tell one event: the one kind is general, or
// both are the same, and neither names a place that the other does not.
func compatible(a, b *draft) bool {
	return a.kind == b.kind || general(a.kind) || general(b.kind) || a.attempt()
}

// attempt reports whether a draft speaks of an attempt on a life, however it was made.
func (d *draft) attempt() bool { return d.v.tag(d.at) == "NOUN" && d.v.lemma(d.at) == "attempt" }

func general(k dateline.Kind) bool { return k == dateline.Attack }
