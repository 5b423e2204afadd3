package extract

import (
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// view is one sentence with what the rules ask of it precomputed.
type view struct {
	r        *reader
	i        int // index of the sentence
	s        *parse.Sentence
	lemmas   []string // in small letters
	bases    []string // relations without their subtypes
	kids     [][]int
	first    []int // leftmost token of each subtree
	last     []int // rightmost token of each subtree
	mentions []dateline.Mention
	held     []*dateline.Mention // mention that covers each token, the longest of those that hold it; nil

	clauses     []parse.Clause // of the sentence, once clausesRead
	clausesRead bool
}

// viewRoom is what the views of a text are made of, in stretches of a few sentences.
type viewRoom struct {
	words []string
	ints  []int
	kids  [][]int
	held  []*dateline.Mention
	order []int // of the tokens of one sentence
}

// cut takes n from the front of room, and new room where there is less.
func cut[T any](room *[]T, n int) []T {
	if len(*room) < n {
		*room = make([]T, max(n, 512))
	}
	out := (*room)[:n:n]
	*room = (*room)[n:]
	return out
}

// view is sentence i as the rules see it.
func (r *reader) view(i int) *view {
	if r.views == nil {
		r.views = make([]*view, len(r.in.Text.Sentences))
	}
	if r.views[i] == nil {
		r.views[i] = newView(r, i)
	}
	return r.views[i]
}

func newView(r *reader, i int) *view {
	s, room := &r.in.Text.Sentences[i], &r.room
	n := len(s.Tokens)
	v := &view{r: r, i: i, s: s, lemmas: cut(&room.words, n), bases: cut(&room.words, n), kids: cut(&room.kids, n),
		first: cut(&room.ints, n), last: cut(&room.ints, n), held: cut(&room.held, n), mentions: r.mentions[i]}
	for t := range s.Tokens {
		v.lemmas[t] = lowered(s.Tokens[t].Lemma)
		v.bases[t] = s.Tokens[t].Rel
		if k := strings.IndexByte(v.bases[t], ':'); k >= 0 {
			v.bases[t] = v.bases[t][:k]
		}
	}
	v.hang()
	v.spread()
	v.hold()
	return v
}

// hangs reports whether token t hangs on another, and on which.
func (v *view) hangs(t int) (h int, ok bool) {
	h = v.s.Tokens[t].Head
	return h, h >= 0 && h < len(v.kids) && h != t
}

// hang lists what hangs on each token, left to right.
func (v *view) hang() {
	count := v.first // for now
	clear(count)
	for t := range v.s.Tokens {
		if h, ok := v.hangs(t); ok {
			count[h]++
		}
	}
	for t, n := range count {
		v.kids[t] = cut(&v.r.room.ints, n)[:0]
	}
	for t := range v.s.Tokens {
		if h, ok := v.hangs(t); ok {
			v.kids[h] = append(v.kids[h], t)
		}
	}
}

// spread computes subtree bounds from the leaves up; tokens of a cycle keep their own.
func (v *view) spread() {
	order := v.r.room.order[:0] // tokens, heads before what hangs on them
	for t := range v.s.Tokens {
		v.first[t], v.last[t] = t, t
		if _, ok := v.hangs(t); !ok {
			order = append(order, t)
		}
	}
	for k := 0; k < len(order); k++ {
		order = append(order, v.kids[order[k]]...)
	}
	for k := len(order) - 1; k >= 0; k-- {
		t := order[k]
		if h, ok := v.hangs(t); ok {
			v.first[h], v.last[h] = min(v.first[h], v.first[t]), max(v.last[h], v.last[t])
		}
	}
	v.r.room.order = order
}

// hold notes for each token the longest mention that covers it.
func (v *view) hold() {
	for m := range v.mentions {
		mm := &v.mentions[m]
		for t := range v.s.Tokens {
			sp := v.s.Tokens[t].Span
			if sp.Start >= mm.Span.End {
				break
			}
			if mm.Span.Overlaps(sp) && (v.held[t] == nil || length(v.held[t].Span) < length(mm.Span)) {
				v.held[t] = mm
			}
		}
	}
}

// lowered is s in small letters, without work where it is so already.
func lowered(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

func length(s dateline.Span) int { return s.End - s.Start }

func (v *view) tok(t int) *parse.Token { return &v.s.Tokens[t] }
func (v *view) lemma(t int) string     { return v.lemmas[t] }
func (v *view) rel(t int) string       { return v.s.Tokens[t].Rel }
func (v *view) head(t int) int         { return v.s.Tokens[t].Head }
func (v *view) tag(t int) string       { return v.s.Tokens[t].Tag }

// base is the relation without its subtype.
func (v *view) base(t int) string { return v.bases[t] }

// is reports whether token t is held by a mention of the kind.
func (v *view) is(t int, k dateline.MentionKind) bool { return v.held[t] != nil && v.held[t].Kind == k }

// child returns the first dependent of t in one of the relations (with or without subtype), or -1.
func (v *view) child(t int, rels ...string) int {
	for _, c := range v.kids[t] {
		for _, r := range rels {
			if v.rel(c) == r || v.base(c) == r {
				return c
			}
		}
	}
	return -1
}

// children returns the dependents of t in one of the relations, left to right.
func (v *view) children(t int, rels ...string) []int {
	var out []int
	for _, c := range v.kids[t] {
		for _, r := range rels {
			if v.rel(c) == r || v.base(c) == r {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// span covers tokens a to b, both included.
func (v *view) span(a, b int) dateline.Span {
	return dateline.Span{Start: v.s.Tokens[a].Span.Start, End: v.s.Tokens[b].Span.End}
}

// phrase returns the noun phrase of head t: its subtree without clauses, appositions, later
// conjuncts that are clauses, and the preposition and marks at its borders.
func (v *view) phrase(t int) dateline.Span {
	a, b := v.phraseTokens(t)
	return v.span(a, b)
}

// phraseWithout is the phrase of t cut before the first dependent that skip names.
func (v *view) phraseWithout(t int, skip func(c int) bool) dateline.Span {
	a, b := v.phraseTokens(t)
	for _, c := range v.kids[t] {
		if c > t && v.first[c] <= b && skip(c) {
			a, b = v.trim(a, max(t, v.first[c]-1), t)
			break
		}
	}
	return v.span(a, b)
}

// sets reports whether dependent c only says where or when: 'soldiers in Borno', 'a post on Sunday'.
func (v *view) sets(c int) bool {
	if v.is(c, dateline.SomeTime) {
		return true
	}
	b := v.base(c)
	return (b == "nmod" || b == "obl") && placePreps[v.cased(c)] && (v.is(c, dateline.Somewhere) || v.tag(c) == "PROPN" || v.namesPlace(c))
}

func (v *view) phraseTokens(t int) (first, last int) {
	first, last = t, t
	for _, c := range v.kids[t] {
		if c < t && v.keepLeft(c) {
			first = min(first, v.first[c])
		}
	}
	for _, c := range v.kids[t] {
		if c > t {
			if !v.keepRight(c) || v.overleaps(t, c) || v.base(c) == "conj" && v.torn(t, last, c) {
				break
			}
			if v.base(c) == "punct" && v.strangers(last, c, t) {
				continue // of what stands between
			}
			_, l := v.inner(c)
			last = max(last, l)
		}
	}
	for _, c := range v.kids[t] {
		if c < t && v.base(c) == "case" && c >= first {
			first = c + 1
		}
	}
	return v.trim(first, last, t)
}

// strangers reports whether the subject of the verb that t hangs on stands between tokens last and c: 'in Kunduz, six guards, among them a boy, died'.
func (v *view) strangers(last, c, t int) bool {
	for k := last + 1; k < c; k++ {
		if v.base(k) == "nsubj" && v.head(k) == v.head(t) {
			return true
		}
	}
	return false
}

// overleaps reports whether the verb that t hangs on, directly or through others, stands between t and its dependent c: then the tree
// tore c from its place.
func (v *view) overleaps(t, c int) bool {
	for k, h := 0, v.head(t); k < 4 && h >= 0; k, h = k+1, v.head(h) {
		if h > t {
			return c > h && (k == 0 || v.tag(h) == "VERB")
		}
	}
	return false
}

// torn reports whether a word that says what befell those before it stands between token last of the phrase of t and its conjunct c, and
// belongs to neither: '12 dead and 40 injured'.
func (v *view) torn(t, last, c int) bool {
	for k := last + 1; k < v.first[c]; k++ {
		if _, fate := fates[lowered(v.tok(k).Form)]; fate && v.head(k) != t && v.head(k) != c {
			return true
		}
	}
	return false
}

// inner is the phrase of a dependent, so that clauses deep in it are left out too.
func (v *view) inner(c int) (int, int) {
	switch v.base(c) {
	case "nmod", "conj", "obl", "compound", "flat":
		f, l := v.phraseTokens(c)
		return min(f, v.first[c]), l
	}
	return v.first[c], v.last[c]
}

func (v *view) keepLeft(c int) bool {
	if v.is(c, dateline.SomeTime) {
		return false
	}
	if v.tok(c).Fine == "WP$" {
		return false // 'a trader whose brother was kidnapped'
	}
	switch v.base(c) {
	case "case", "mark", "cc", "punct", "cop", "aux", "nsubj", "expl", "discourse", "advcl", "acl", "parataxis", "obl":
		return false
	case "advmod":
		return v.tag(c) != "SCONJ"
	}
	return true
}

func (v *view) keepRight(c int) bool {
	switch v.base(c) {
	case "nmod":
		return !v.is(c, dateline.SomeTime) && !aside[v.cased(c)]
	case "obl": // 'several of his men'
		return v.cased(c) == "of" && v.head(c) >= 0 && v.is(v.head(c), dateline.SomeCount)
	case "compound", "flat", "amod", "nummod", "fixed", "det", "goeswith":
		return !v.is(c, dateline.SomeTime)
	case "case":
		return v.tok(c).Form == "'s" || v.tok(c).Form == "’s"
	case "conj":
		return v.nominal(c) || v.tag(c) == "NUM" || v.is(c, dateline.SomeCount) && v.tag(c) != "VERB"
	case "cc":
		return true
	case "punct":
		return v.tok(c).Form == "-" || v.tok(c).Form == "–" || v.tok(c).Form == ","
	}
	return false
}

// aside are prepositions whose phrases say when or why, and belong to the clause.
var aside = set("after before during despite amid following since until over")

// trim takes marks and loose conjunctions off the borders of a phrase.
func (v *view) trim(first, last, t int) (int, int) {
	for first < t && (v.tag(first) == "PUNCT" && !isNumberSign(v.tok(first).Form) || v.tag(first) == "CCONJ" || v.tag(first) == "SCONJ") {
		first++
	}
	for last > t && (v.tag(last) == "PUNCT" || v.tag(last) == "CCONJ" || v.tag(last) == "ADP") {
		last--
	}
	return first, last
}

func isNumberSign(f string) bool { return f == "$" || f == "€" || f == "£" }

// clauseVerb climbs from t to the verb (or other predicate) whose clause t stands in; t itself if
// it is one.
func (v *view) clauseVerb(t int) int {
	for k := 0; k < len(v.kids); k++ {
		if v.predicate(t) || v.head(t) < 0 {
			return t
		}
		t = v.head(t)
	}
	return t
}

// predicate reports whether t heads a clause.
func (v *view) predicate(t int) bool {
	switch v.base(t) {
	case "root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis":
		return v.tag(t) == "VERB" || v.tag(t) == "AUX" || v.child(t, "cop", "nsubj") >= 0 || v.rel(t) != "root"
	case "conj":
		return v.tag(t) == "VERB" && v.tag(v.head(t)) != "NOUN"
	}
	return v.tag(t) == "VERB" && (v.child(t, "nsubj", "obj", "obl", "aux") >= 0)
}

// passive reports whether verb t is passive.
func (v *view) passive(t int) bool {
	if v.child(t, "aux:pass") >= 0 || v.child(t, "nsubj:pass", "csubj:pass") >= 0 && v.child(t, "obj") < 0 {
		return true
	}
	if be := v.child(t, "cop"); be >= 0 && v.lemma(be) == "be" && v.ownAgent(t) >= 0 {
		return true
	}
	if a := v.child(t, "obl:agent"); a > t && v.tok(t).Fine == "VBD" && v.child(t, "obj", "aux") < 0 && v.r.lex.deeds[v.lemma(t)+".v"] && !v.r.lex.standing.has(v.lemma(t), "weak") && v.inClass(a, "AGENT") {
		return true // 'a man shot dead by police had been known to them', read as 'shot'
	}
	if h := v.head(t); v.rel(t) == "xcomp" && h >= 0 && h < t && v.lemma(h) == "find" && (v.tok(t).Fine == "VBN" || v.tok(t).Fine == "VBD") && v.child(t, "obj", "aux", "nsubj") < 0 && v.passive(h) {
		return true // 'all of whom were found shot'
	}
	if v.r.lex.standing.has(v.lemma(t), "dying") {
		return false // 'was flown to a hospital and died'
	}
	if h := v.head(t); v.base(t) == "conj" && h >= 0 && v.child(t, "nsubj", "obj", "aux") < 0 && v.passive(h) {
		return true
	}
	if (v.child(t, "nsubj") >= 0 || v.toInfinitive(t)) && v.perfectly(t) {
		return false // 'a statement that its fighters had killed 40', 'their claim to have killed 40', whatever it hangs on
	}
	if v.rel(t) == "acl:relcl" && v.tok(t).Fine == "VBN" && v.head(t) == t-1 && v.tag(t-1) != "VERB" && v.child(t, "nsubj", "obj", "aux", "mark") < 0 {
		return true // 'all those killed were fighters'
	}
	return v.tok(t).Fine == "VBN" && (v.rel(t) == "acl" || v.rel(t) == "advcl" || v.rel(t) == "amod" ||
		v.agent(t) >= 0 && v.child(t, "nsubj") < 0)
}

// perfectly reports whether verb t stands under 'have' and no 'be'.
func (v *view) perfectly(t int) bool {
	have := false
	for _, c := range v.kids[t] {
		if v.base(c) == "aux" {
			have = have || v.lemma(c) == "have"
			if v.lemma(c) == "be" {
				return false
			}
		}
	}
	return have
}

// agent returns the head of the 'by' phrase of t, or -1.
func (v *view) agent(t int) int {
	if a := v.ownAgent(t); a >= 0 || v.tag(t) != "VERB" {
		return a
	}
	for _, c := range v.children(t, "conj") { // 'was defeated and dismantled by'
		if v.tag(c) == "VERB" && v.child(c, "nsubj", "aux") < 0 && !(v.r.lex.deeds[v.lemma(t)+".v"] && v.helps(c)) {
			return v.ownAgent(c)
		}
	}
	return -1
}

// helps reports whether verb t tells, behind a deed, of those who came upon whom it befell or brought him to a hospital: 'was shot and taken by his
// father to the hospital' does not say who shot.
func (v *view) helps(t int) bool {
	switch l := v.lemma(t); {
	case v.r.lex.acts.has(l, "tends"):
		return true
	case !v.r.lex.acts.has(l, "cares"):
		return false
	}
	for k := t + 1; k < len(v.s.Tokens) && v.tag(k) != "PUNCT"; k++ {
		if l := v.lemma(k); v.r.lex.nouns.has(lowered(v.tok(k).Form), "hospital") || v.r.lex.nouns.has(l, "hospital") {
			return true
		}
	}
	return false
}

func (v *view) ownAgent(t int) int {
	for _, c := range v.kids[t] {
		if b := v.base(c); (b == "obl" || b == "nmod") && v.cased(c) == "by" && !v.is(c, dateline.SomeTime) && !lines[v.lemma(c)] {
			return c
		}
	}
	return -1
}

// lines are what one speaks over: 'was told by telephone' says how, not by whom.
var lines = set("telephone phone email e-mail fax")

// cased returns the preposition of phrase head c, lower case, 'in' of 'including in'; "" if it has none.
func (v *view) cased(c int) string {
	for _, k := range v.kids[c] {
		if k > c {
			break
		}
		if v.base(k) == "case" || v.base(k) == "mark" && v.tag(c) == "VERB" && v.tok(c).Fine == "VBG" {
			if l := v.lemma(k); l != "include" && l != "including" || v.child(c, "case") != k || v.tag(k+1) != "ADP" {
				return l
			}
		}
	}
	return ""
}

// subject returns the logical subject of verb t: the agent of a passive, else the grammatical
// subject, else that of the clause that lends it one. -1 if nobody is said.
func (v *view) subject(t int) int {
	for k := 0; k < 8; k++ {
		if v.passive(t) {
			return v.agent(t)
		}
		if s := v.nearestSubject(t); s >= 0 {
			return v.relative(s, t)
		}
		if n := v.besideDoer(t); n >= 0 {
			return n
		}
		if n := v.endeavour(t); n >= 0 {
			return v.holder(n)
		}
		up := v.lender(t)
		if up < 0 {
			return -1
		}
		if v.base(t) == "acl" {
			return up
		}
		if s, done := v.lent(up, t); done {
			return s
		}
		t = up
	}
	return -1
}

// nearestSubject returns the grammatical subject of t; of several, which are a fault of the tree, the
// last before t.
func (v *view) nearestSubject(t int) int {
	all := v.children(t, "nsubj")
	if n := len(all); n > 1 && all[n-1] > t && v.r.lex.speech.has(v.lemma(t), "say") {
		return all[n-1] // 'said Ali Khan', with a word of the quotation before it
	}
	for k := len(all) - 1; k > 0; k-- {
		if all[k] < t {
			return all[k]
		}
	}
	if len(all) == 0 {
		return v.straySubject(t)
	}
	return all[0]
}

// straySubject returns the subject of verb t that the tree gave to the verb of saying behind it, which has its own: 'The
// military summarily executed 20 people, the group said'; -1 if there is none.
func (v *view) straySubject(t int) int {
	if m := v.child(t, "mark"); m >= 0 && m < t && v.finite(t) {
		for n := t - 1; n > m; n-- {
			if v.base(n) == "nsubj" && v.head(n) < m {
				return n // 'a curfew was imposed after a crowd tried to': the tree gave it to 'imposed'
			}
		}
		return -1
	}
	h := v.head(t)
	if h < t || v.base(t) != "ccomp" || !v.r.lex.speech.has(v.lemma(h), "say") {
		return -1
	}
	if all := v.children(h, "nsubj"); len(all) > 1 && all[0] < t && all[len(all)-1] > t {
		return all[0]
	}
	return -1
}

// finite reports whether verb t has a tense of its own.
func (v *view) finite(t int) bool {
	f := v.tok(t).Fine
	return f == "VBD" || f == "VBZ" || f == "VBP"
}

// lender returns the word whose subject or object verb t shares: a conjunct's first verb, the verb
// above an infinitive or a gerund, the noun that a participle describes. -1 if none.
func (v *view) lender(t int) int {
	h := v.head(t)
	if h < 0 {
		return -1
	}
	switch v.base(t) {
	case "xcomp", "advcl", "conj":
		if m := v.child(t, "mark"); v.base(t) == "advcl" && m >= 0 && m < t && v.lemma(m) != "to" && v.finite(t) {
			return -1 // has a subject of its own, which the tree lost
		}
		if up := v.head(h); v.tok(t).Fine == "VBG" && v.base(h) == "advcl" && h < t && up >= 0 && up < h && v.goesOn(up, h) {
			return up
		}
		if v.base(t) == "conj" {
			h = v.conjHead(t)
			if v.tag(h) != "VERB" && v.child(h, "cop") < 0 {
				return -1
			}
		}
		return h
	case "acl":
		if v.tok(t).Fine == "VBG" && v.cased(t) != "" {
			if up := v.head(h); up >= 0 && v.base(h) == "obj" && v.r.lex.standing.has(v.lemma(up), "accused-of") {
				return h // 'accused the army of killing them'
			}
			return v.holder(h) // 'the scandal of torturing a man' and 'a policy of killing' are somebody's
		}
		if n := t - 1; v.tok(t).Fine == "VBG" && n > h && v.nominal(n) && v.head(n) == h && v.inClass(n, "ARMED") {
			return n // 'evidence of mercenaries torturing a man'
		}
		if (v.tok(t).Fine == "VBG" || v.tok(t).Fine == "VBN") && !(v.toInfinitive(t) && v.perfect(t)) {
			return h
		}
		if v.tag(h) == "NOUN" { // 'a plot by X to attack'
			return v.holder(h)
		}
	}
	return -1
}

// goesOn reports whether what stands behind a comma tells what armed people did at verb up, and not what soldiers or police had done before that at
// verb h: 'fighters rampaged through the city after troops raided a house, torching a church'.
func (v *view) goesOn(up, h int) bool {
	m, a, b := v.child(h, "mark"), v.child(up, "nsubj"), v.child(h, "nsubj")
	return m >= 0 && v.lemma(m) == "after" && a >= 0 && b >= 0 && v.r.lex.acts.has(v.lemma(up), "rages") &&
		(v.inClass(a, "ARMED") || v.r.lex.nouns.has(v.lemma(a), "fighter") || v.is(a, dateline.Somebody)) && v.inClass(b, "STATE")
}

// besideDoer returns the noun for people right before an '-ing' that the tree hangs on a verb which is no deed: 'publish evidence
// of mercenaries torturing a man'; -1 if there is none.
func (v *view) besideDoer(t int) int {
	h := v.head(t)
	if v.base(t) != "advcl" || v.tok(t).Fine != "VBG" || t < 1 || h < 0 || h >= t || v.child(t, "mark", "case") >= 0 || v.r.lex.deeds[v.lemma(h)+".v"] {
		return -1
	}
	if n := t - 1; v.nominal(n) && v.inClass(n, "ARMED") {
		return n
	}
	return -1
}

// endeavour returns the noun that ends right before infinitive t where the tree hangs t on a verb further
// on: 'Despite efforts by X to eliminate Y, Z continues'; -1 if there is none.
func (v *view) endeavour(t int) int {
	to := v.child(t, "mark")
	if v.base(t) != "advcl" || v.head(t) < t || to < 1 || v.lemma(to) != "to" {
		return -1
	}
	for u := to - 1; u >= 0 && to-u < 20; u-- {
		if v.within(to-1, u) && v.tag(u) == "NOUN" && v.r.lex.ties.has(v.lemma(u), "endeavour") {
			return u
		}
	}
	return -1
}

// conjHead returns the verb that t goes on from: the nearest verb whose clause ends at the 'and'
// before t, where the tree skipped it, else the head.
func (v *view) conjHead(t int) int {
	h := v.head(t)
	c := v.child(t, "cc")
	if c < 1 || c > t || v.tok(c-1).Form == "," {
		return h
	}
	for u := c - 1; u > h && u < c; u = v.head(u) {
		if v.tag(u) == "VERB" && v.child(u, "nsubj") >= 0 && !(v.tok(t).Fine == "VBD" && v.perfectly(u)) {
			return u
		}
	}
	return h
}

// holder returns whose plan, threat or bid the noun h is: 'by X', 'of X', "X's", or the subject of
// the light verb that governs it.
func (v *view) holder(h int) int {
	for _, c := range v.kids[h] {
		if v.rel(c) == "nmod:poss" || v.base(c) == "nmod" && v.cased(c) == "by" {
			return c
		}
	}
	if up := v.head(h); up >= 0 && v.base(h) == "obj" && v.tag(up) == "VERB" && !v.r.lex.standing.has(v.lemma(up), "foiled") {
		return v.child(up, "nsubj")
	}
	return -1
}

// lent returns the argument of verb up that the infinitive or gerund t below it shares: the object
// of 'accuse X of', 'urge X to', else the subject; done is false where one must climb further.
func (v *view) lent(up, t int) (int, bool) {
	if v.base(t) != "conj" {
		if v.passive(up) {
			if s := v.child(up, "nsubj:pass"); s >= 0 {
				return v.relative(s, up), true
			}
			if v.base(up) == "acl" {
				return v.head(up), true
			}
		}
		o := v.child(up, "obj")
		if o < 0 && v.base(t) == "xcomp" && !v.r.lex.dealings.verbs.has(v.lemma(up), "let") {
			o = v.child(up, "iobj") // 'told her to shoot'
		}
		if o >= 0 && o < t && !v.rung(t) && (v.base(t) == "xcomp" || v.cased(t) != "" && !ownSubject[v.cased(t)] || v.toInfinitive(t) && v.r.lex.standing.has(v.lemma(up), "sends", "demanded") && !v.inClass(o, "REFL")) {
			return o, true
		}
	}
	if v.passive(up) && v.base(t) == "conj" && !v.passive(t) {
		if s := v.child(up, "nsubj:pass"); s >= 0 {
			return v.relative(s, up), true
		}
	}
	if n := v.calledOn(up, t); n >= 0 {
		return n, true
	}
	if s := v.child(up, "nsubj"); s >= 0 {
		return v.relative(s, up), true
	}
	if s := v.straySubject(up); s >= 0 && v.base(t) != "conj" {
		return s, true // 'Khan confessed to killing nine, sources told CNN'
	}
	return -1, false
}

// calledOn returns whom verb up asks to do what infinitive t tells: 'called on the army to stop shelling', 'appealed to the rebels to free them'; -1 for
// nobody.
func (v *view) calledOn(up, t int) int {
	if l := v.lemma(up); l != "call" && l != "appeal" && l != "plead" || v.base(t) == "conj" || !v.toInfinitive(t) {
		return -1
	}
	for _, p := range []string{"on", "upon", "to", "with"} {
		for _, h := range v.prep(up, p) {
			if h > up && h < t {
				return h
			}
		}
	}
	return -1
}

// ownSubject are words before a gerund whose doer is that of the verb above: 'shot her before turning the gun'.
var ownSubject = set("by before after while when since upon without")

// asks reports whether 'who' at s, the subject of a verb, asks who it was and describes nobody: 'determine who killed him',
// 'an opinion on who', 'Who killed him?'.
func (v *view) asks(s, verb int) bool {
	if v.lemma(s) != "who" {
		return false
	}
	return v.base(verb) == "ccomp" && v.head(verb) < s || v.opens(s) && v.endsIn(s, "?") || s > 0 && (v.tag(s-1) == "ADP" || v.tag(s-1) == "VERB" || v.tag(s-1) == "ADJ")
}

// relative replaces 'who', 'which' and 'that' by the noun that the relative clause describes.
func (v *view) relative(s, verb int) int {
	if l := v.lemma(s); l != "who" && l != "which" && l != "that" && l != "whom" {
		return s
	}
	if v.tok(s).Fine != "WDT" && v.tok(s).Fine != "WP" || v.asks(s, verb) {
		return s
	}
	for k, t := 0, verb; k < 8 && v.head(t) >= 0; k++ {
		if v.base(t) == "acl" && v.head(t) < s {
			if e := v.deedBetween(v.head(t), s); e >= 0 && (v.lemma(s) == "which" || v.lemma(s) == "that" && (v.otherClause(v.head(t), t) || v.head(e) == v.head(t) && v.saysWho(e))) && v.inClass(v.head(t), "HURTABLE") {
				return e // 'soldiers wounded in a bombing, which the army blames on', 'people who died in explosions that were blamed on', 'a suspect in the bombing that killed six'
			}
			if n := s - 1; n > v.head(t) && v.lemma(s) == "who" && v.tag(n) == "NOUN" && v.otherClause(v.head(t), t) {
				return n // 'a student who was identified as the man who stabbed six'
			}
			if n := v.endName(v.head(t), s); n >= 0 && v.lemma(s) == "which" && !v.inClass(v.head(t), "AGENT") && !v.eventful(v.head(t)) {
				return n // 'its ties to the group, which claimed the attack'
			}
			if e := v.deedAt(v.head(t)); e >= 0 && v.r.lex.standing.has(v.lemma(verb), "harm") {
				return e
			}
			if w := v.weaponBefore(s); w >= 0 && w < v.head(t) && v.r.lex.standing.has(v.lemma(verb), "harm") && !v.inClass(v.head(t), "AGENT") && !v.eventful(v.head(t)) {
				return w // 'with a car bomb at the airport, which killed two'
			}
			return v.together(v.bearer(v.head(t)), verb)
		}
		t = v.head(t)
	}
	for t := s - 1; t >= 0 && s-t < 4; t-- {
		if v.nominal(t) {
			return v.bearer(t)
		}
	}
	return s
}

// weaponBefore returns the weapon that the clause before ', which' at token s is done with; -1 if there is none.
func (v *view) weaponBefore(s int) int {
	if v.lemma(s) != "which" || s == 0 || v.tok(s-1).Form != "," {
		return -1
	}
	for t := s - 2; t >= 0 && s-t < 10 && v.tag(t) != "VERB"; t-- {
		if v.tag(t) == "NOUN" && v.cased(t) == "with" && v.inClass(t, "WEAPON") {
			return t
		}
	}
	return -1
}

// endName returns the head of the listed name that ends right before ', which' at token s, within the phrase of noun h; -1 if there is none.
func (v *view) endName(h, s int) int {
	for t := s - 1; t > h && s-t <= 2; t-- {
		if v.is(t, dateline.Somebody) && v.held[t].Span.End == v.tok(t).Span.End && v.within(t, h) {
			return v.headOf(v.held[t].Span)
		}
	}
	return -1
}

// otherClause reports whether a relative clause before t describes noun h too.
func (v *view) otherClause(h, t int) bool {
	c := v.child(h, "acl:relcl")
	return c >= 0 && c < t
}

// deedBetween returns the last event noun between two tokens, -1 if there is none.
func (v *view) deedBetween(a, b int) int {
	for t := b - 1; t > a; t-- {
		if v.tag(t) == "NOUN" && v.deed(t) {
			return t
		}
	}
	return -1
}

// together returns the first of those whom 'and' joins to h, where what is told of them in a relative clause is told of several: 'two women and a
// girl who were freed'; else h.
func (v *view) together(h, verb int) int {
	be := v.child(verb, "aux", "cop")
	if first := v.head(h); v.base(h) == "conj" && v.tok(h).Fine == "NN" && be >= 0 && be < verb && (v.tok(be).Form == "were" || v.tok(be).Form == "are" || v.tok(be).Form == "have") && v.nominal(first) {
		return first
	}
	return h
}

// deedAt returns the event noun that site t belongs to, which alone can hurt people: 'a bombing at a court, which killed six'; -1 if there is none.
func (v *view) deedAt(t int) int {
	if !v.r.lex.nouns.has(v.lemma(t), "site") || v.is(t, dateline.Somebody) {
		return -1
	}
	for h, k := v.head(t), 0; h >= 0 && v.tag(h) == "NOUN" && k < 3; h, k = v.head(h), k+1 {
		if v.deed(h) {
			return h
		}
	}
	return -1
}

// bearer climbs from a place or a time to the noun that it belongs to: of 'the bombing in Quetta,
// which killed six' the bombing.
func (v *view) bearer(t int) int {
	for k := 0; k < 4 && (v.is(t, dateline.Somewhere) || v.is(t, dateline.SomeTime) || v.located(t)); k++ {
		if h := v.head(t); h >= 0 && h < t && v.nominal(h) {
			t = h
			continue
		}
		break
	}
	return t
}

// located reports whether t is a name of a place, listed or not, under a preposition of place.
func (v *view) located(t int) bool {
	return strings.HasSuffix(v.tok(t).Entity, "location") && placePreps[v.cased(t)]
}

// object returns the logical object of verb t, or -1: the subject of a passive, the noun that a
// past participle describes.
func (v *view) object(t int) int {
	if v.passive(t) {
		if s := v.nearestSubject(t); s >= 0 {
			return v.relative(s, t)
		}
		if v.base(t) == "acl" || v.base(t) == "amod" {
			return v.head(t)
		}
		if v.base(t) == "conj" || v.base(t) == "xcomp" {
			if up := v.head(t); up >= 0 && (v.passive(up) || v.base(t) == "xcomp" || v.child(t, "aux") >= 0) { // 'he survived and was taken away'
				if s := v.child(up, "nsubj"); s >= 0 {
					return v.relative(s, up)
				}
				if v.base(t) == "conj" && v.rel(up) == "acl" && v.passive(up) {
					return v.head(up) // 'two men shot and killed'
				}
			}
		}
		if v.base(t) == "advcl" {
			if n := t - 1; n >= 0 && v.nominal(n) && !v.is(n, dateline.SomeTime) && v.child(t, "aux") < 0 && (v.head(n) == t || v.base(n) == "obl" && v.head(n) == v.head(t)) {
				return n // 'in a new action attributed to', where the tree hung the noun on its participle
			}
			return v.laid(t)
		}
		return v.beforeAux(t)
	}
	for _, o := range v.children(t, "obj") {
		if c := v.child(o, "conj"); c >= 0 && v.inClass(o, "REFL") {
			return c // 'killed himself and three others'
		}
		if v.tok(o).Fine != "WDT" || len(v.children(t, "obj")) == 1 {
			return v.relative(o, t)
		}
	}
	if o := v.child(t, "iobj"); o >= 0 {
		return o
	}
	if o := v.sharedObject(t); o >= 0 {
		return o
	}
	if v.rel(t) == "acl:relcl" { // 'the man whom they killed'
		if s := v.child(t, "nsubj"); s >= 0 && v.relative(s, t) != v.head(t) && v.tag(t) == "VERB" && v.tok(t).Fine != "VBG" {
			return v.head(t)
		}
	}
	if v.base(t) == "conj" && v.head(t) >= 0 && v.tag(v.head(t)) == "VERB" {
		for _, o := range v.children(v.head(t), "obj") {
			if o > t {
				return o
			}
		}
	}
	return -1
}

// sharedObject returns the object of a verb that goes on from t without a subject of its own, right
// behind it: 'attacked and sank a boat'; -1 if there is none.
func (v *view) sharedObject(t int) int {
	for _, c := range v.children(t, "conj") {
		if v.tag(c) == "VERB" && v.child(c, "nsubj", "aux") < 0 && c-t <= 3 {
			return v.child(c, "obj")
		}
	}
	return -1
}

// laid returns whom passive t of a clause laid on another is said of: the subject of that ('is in hospital after
// being shot'), or the object right before t ('leaving one person hospitalized'); -1 if nobody.
func (v *view) laid(t int) int {
	if o := v.beforeAux(t); o >= 0 {
		return o
	}
	if t > 0 && v.base(t-1) == "obj" {
		return t - 1
	}
	if up := v.head(t); up >= 0 && v.child(t, "aux:pass") >= 0 {
		if s := v.child(up, "nsubj"); s >= 0 {
			return v.relative(s, up)
		}
	}
	return -1
}

// beforeAux returns the noun right before the auxiliaries of passive t ('the attack being blamed
// on', 'Ana Kovac, 31, was'), where the tree gave it no subject; -1 if there is none.
func (v *view) beforeAux(t int) int {
	a := v.child(t, "aux")
	if a < 1 || a > t {
		return -1
	}
	n := a - 1
	if n > 2 && v.tok(n).Form == "," && v.tag(n-1) == "NUM" && v.tok(n-2).Form == "," {
		n -= 3
	}
	for v.nominal(n) && v.head(n) >= 0 && v.head(n) < n && v.nominal(v.head(n)) {
		n = v.head(n)
	}
	if v.nominal(n) {
		return n
	}
	return -1
}

func (v *view) nominal(t int) bool { return v.tag(t) == "NOUN" || v.tag(t) == "PROPN" }

// nounStart returns the first token of the run of determiners, adjectives and nouns that ends in t.
func (v *view) nounStart(t int) int {
	for t > 0 {
		switch v.tag(t - 1) {
		case "ADJ", "NOUN", "NUM", "ADV":
			t--
			continue
		case "DET":
			return t - 1
		case "PUNCT", "CCONJ":
			if f := v.tok(t - 1).Form; t > 1 && (f == "-" || f == "and") && (v.tag(t-2) == "NOUN" || v.tag(t-2) == "ADJ") {
				t -= 2
				continue
			}
		}
		return t
	}
	return t
}

// afterName returns the last token of what stands before ', a policy expert' where t is 'expert':
// a name or a noun, -1 if the phrase of t does not follow a comma.
func (v *view) afterName(t int) int {
	a := v.nounStart(t)
	if a < 2 || v.tok(a-1).Form != "," || a == t && v.tag(t) != "NOUN" {
		return -1
	}
	if g := v.tag(a - 2); g == "PROPN" || g == "NOUN" {
		return a - 2
	}
	return -1
}

// listed returns the heads of the places that follow the mention at t in a series: 'Sweden, the
// Netherlands and Denmark'.
func (v *view) listed(t int) []int {
	if v.held[t] == nil {
		return nil
	}
	var out []int
	for k := t + 1; k < len(v.s.Tokens); k++ {
		if v.held[k] != nil && v.held[k] == v.held[t] {
			continue
		}
		if v.is(k, dateline.Somewhere) {
			if v.tok(k-1).Form != "," && v.tag(k-1) != "CCONJ" && v.tag(k-1) != "DET" {
				break
			}
			h := v.headOf(v.held[k].Span)
			if directions[v.lemma(h)] || v.head(h) > h && v.base(v.head(h)) == "nsubj" {
				break
			}
			out = append(out, h)
			for k+1 < len(v.s.Tokens) && v.held[k+1] == v.held[h] {
				k++
			}
			continue
		}
		if f := v.tok(k).Form; f != "," && v.tag(k) != "CCONJ" && v.tag(k) != "DET" {
			break
		}
	}
	return out
}
