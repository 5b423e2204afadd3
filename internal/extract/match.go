package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// draft is a Statement in the making. Positions are token indices in the sentence of view.
type draft struct {
	v       *view
	p       *pattern // nil for drafts of other rules
	at      int      // the trigger token
	kind    dateline.Kind
	rule    string
	trigger dateline.Span
	quote   dateline.Span
	parts   []dateline.Part
	slots   map[string]int // slot name -> head token that fills it
	fills   []fill         // what fills each slot, in the order of the pattern
	reality dateline.Reality
	stance  dateline.Stance
	past    bool // background
	speaker []dateline.Speaker
	refers  *draft
	into    *draft // the draft that took this one over; nil if none
	// answers is the claim or accusation that tells of this event; nil if none.
	answers  *draft
	tolled   bool // has taken over the toll that another clause told
	why      string
	score    float64
	definite bool // 'the attack': may point back
	general  bool // attacks again and again, or many and none in particular
	plural   bool
}

// fill is a slot with the head token that fills it.
type fill struct {
	slot slot
	head int
}

// filled reports whether token t heads what fills a slot.
func (d *draft) filled(t int) bool {
	for _, f := range d.fills {
		if f.head == t {
			return true
		}
	}
	return false
}

// matchAll matches every trigger of the sentence.
func (r *reader) matchAll(v *view) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if r.lex.gated.At(v.lemma(t)).trigger == 0 {
			continue
		}
		for _, pos := range positions(v, t) {
			if d := r.match(v, t, pos); d != nil {
				out = append(out, d)
				break
			}
		}
	}
	return out
}

var verbal, nominals, adjectival, prepositional = []string{".v", ".n"}, []string{".n", ".v"}, []string{".a", ".v"}, []string{".p"}

// positions names the parts of speech under which token t is looked up. A participle before a noun
// is no verb.
func positions(v *view, t int) []string {
	switch v.tag(t) {
	case "VERB":
		if v.base(t) == "amod" || v.base(t) == "compound" {
			return nil
		}
		if v.tok(t).Fine == "VBG" {
			return verbal
		}
		return verbal[:1]
	case "NOUN":
		if v.base(t) == "compound" {
			return nil
		}
		return nominals
	case "PROPN":
		if v.base(t) == "compound" || v.is(t, dateline.Somebody) {
			return nil
		}
		return nominals[:1]
	case "ADJ":
		return adjectival
	case "ADP", "SCONJ":
		return prepositional
	}
	return nil
}

// match returns the draft of the pattern that fits trigger t best: the one that asks most and fills
// most; nil if none fits.
func (r *reader) match(v *view, t int, pos string) *draft {
	var best, spare *draft
	for _, p := range r.lex.byTrigger[v.lemma(t)+pos] {
		if spare == nil {
			spare = &draft{slots: map[string]int{}}
		}
		if r.fit(v, t, p, spare) && (best == nil || spare.weight() > best.weight()) {
			best, spare = spare, best
		}
	}
	return best
}

// weight says how well a pattern fits: what it asked for, then what else it filled.
func (d *draft) weight() int { return 4*d.p.need() + len(d.slots) }

// fit makes d, whatever it was, the draft of pattern p around trigger t; false if a necessary slot stays empty.
func (r *reader) fit(v *view, t int, p *pattern, d *draft) bool {
	if p.trigger[len(p.trigger)-1] == 'v' && v.tag(t) == "NOUN" {
		return false // a noun that looks like the verb: its own patterns decide
	}
	clear(d.slots)
	*d = draft{v: v, p: p, at: t, kind: p.Kind, rule: p.Name, trigger: v.tok(t).Span, slots: d.slots, fills: d.fills[:0], parts: d.parts[:0], stance: p.stance, score: 0.8}
	for _, s := range p.slots {
		if s.name == "attributed" {
			if chain, _ := r.attribute(v, t); len(chain) == 0 {
				return false
			}
			continue
		}
		if s.name == "avowed" {
			if !r.ownWord(v, t, d.slots) {
				return false
			}
			d.slots["avowed"] = 1
			continue
		}
		if s.name == "aim" || s.name == "due" || s.name == "whole" || s.name == "held" {
			if s.name == "held" && !r.held(v, t) || s.name == "aim" && !v.aimed(t) || s.name == "due" && !v.due(t) || s.name == "whole" && !v.takesClause(t) {
				return false
			}
			continue
		}
		h := v.fill(t, s, d)
		if h < 0 {
			if s.required {
				return false
			}
			continue
		}
		if _, taken := d.slots[s.name]; !taken {
			d.slots[s.name] = h
		}
		d.fills = append(d.fills, fill{s, h})
	}
	if v.lemma(t) == "hold" && (d.kind == dateline.AbductedKind || d.kind == dateline.Arrest) && slices.ContainsFunc(v.s.Tokens[t:min(t+8, len(v.s.Tokens))], func(k parse.Token) bool { return r.lex.standing.has(k.Lemma, "answerable") }) {
		return false // 'holding terrorists accountable'
	}
	if d.kind == dateline.Leadership && slices.ContainsFunc(d.fills, func(f fill) bool {
		return f.slot.role == string(dateline.Leader) && (r.lex.nouns.has(v.lemma(f.head), "site", "aircraft") || v.is(f.head, dateline.Somebody) && v.held[f.head].Armed)
	}) {
		return false // 'the vessel, the Galaxy Leader', 'the ADF commanded 2,000 men'
	}
	if d.kind == dateline.Strategy && (v.lemma(t) == "use" || v.lemma(t) == "rely" || v.lemma(t) == "include") && !v.timeless(t) {
		return false // 'used rockets to attack the patrol' tells of once
	}
	if s, ok := d.slots["subj"]; ok && d.kind == dateline.Funding && (v.lemma(t) == "collect" || v.lemma(t) == "generate") && v.inClass(s, "STATE") {
		return false // 'the government collects taxes'
	}
	if o, ok := d.slots["obj"]; ok && d.kind == dateline.TerritoryGained && v.lemma(t) == "hold" && !v.is(o, dateline.Somewhere) && !r.lex.nouns.has(v.lemma(o), "region") {
		return false // 'holds Ali Khan'
	}
	if d.kind == dateline.Split && v.lemma(t) == "break" && v.object(t) >= 0 {
		return false // 'broke off talks with the government'
	}
	if d.kind == dateline.Verdict && v.tok(t).Fine == "VBG" && p.courtly() {
		return false // 'accused the state of executing two prisoners'
	}
	if h := v.head(t); d.kind == dateline.Shelling && h >= 0 && v.base(t) == "obj" && slices.ContainsFunc(r.lex.byTrigger[v.lemma(h)+".v"], func(p *pattern) bool { return p.Kind == dateline.Clash }) {
		return false // 'exchanged artillery fire'
	}
	if d.kind == dateline.ReleasedKind && v.ofReport(t) {
		return false
	}
	if s, ok := d.slots["subj"]; d.kind == dateline.Charge && v.lemma(t) == "accuse" && !v.passive(t) && !(ok && r.lex.standing.has(v.lemma(s), "prosecuting")) {
		return false // what a group or a neighbour accuses somebody of is no charge
	}
	if d.kind == dateline.Denial && d.ofOthers() {
		return false
	}
	for _, f := range d.fills {
		d.take(f.slot, f.head)
	}
	return true
}

// held reports whether the sentence, or one shortly before it, tells that people were taken or are missing, so that 'were taken' and
// 'escaped', with no word of where to or what from, are told of them.
func (r *reader) held(v *view, t int) bool {
	s := v.child(t, "nsubj")
	if s < 0 || v.child(t, "obj", "xcomp", "ccomp") >= 0 || v.lemma(t) == "take" && (!v.passive(t) || len(v.prep(t, "to"))+len(v.prep(t, "into")) > 0) ||
		v.tag(s) == "PRON" && v.lemma(s) != "they" || v.lemma(s) == "other" || v.inClass(s, "ARMED") {
		return false
	}
	return slices.ContainsFunc(v.s.Tokens, func(t parse.Token) bool { return r.lex.standing.has(lowered(t.Lemma), "captivity") }) ||
		slices.ContainsFunc(r.drafts, func(d *draft) bool {
			return v.i-d.v.i <= captivity && (d.kind == dateline.Abduction || d.kind == dateline.HostageTaking || d.kind == dateline.AbductedKind) && d.reality.Counts()
		})
}

// captivity is for how many sentences people who were taken are still spoken of.
const captivity = 6

// takesClause reports whether 'which' is what verb t is done to, and its subject another: 'took the town, which the army denied'.
func (v *view) takesClause(t int) bool {
	o := v.child(t, "obj")
	return o >= 0 && o < t && v.lemma(o) == "which" && v.child(t, "nsubj") > o
}

// ofOthers reports whether what is denied is told of somebody else than those who deny it: 'denied that any woman took part'
// leaves open whether they did.
func (d *draft) ofOthers() bool {
	v := d.v
	c, ok := d.slots["comp"]
	if !ok {
		return false
	}
	s := v.child(c, "nsubj")
	if s < 0 || v.tag(s) == "PRON" && !indefinite[v.lemma(s)] || slices.ContainsFunc(append(v.prep(s, "of"), s), func(h int) bool { return v.child(h, "nmod:poss") >= 0 }) {
		return false
	}
	who, ok := d.slots["subj"]
	return !ok || v.lemma(who) != v.lemma(s)
}

// ownWord reports whether who fills the subject or object slot of trigger t says it of himself, or is the one for whom a
// spokesman does: 'the group said it had no part in it'.
func (r *reader) ownWord(v *view, t int, slots map[string]int) bool {
	h, ok := slots["subj"]
	if !ok {
		h, ok = slots["obj"]
	}
	chain, _ := r.attribute(v, t)
	if !ok || len(chain) == 0 {
		return false
	}
	says := chain[0].Span
	if !v.s.Span.Contains(says) {
		return v.tag(h) == "PRON" && !persons[v.lemma(h)] // '"He had nothing to do with it": another
	}
	if v.tag(h) == "PRON" {
		return v.lemma(h) == "it" || v.lemma(h) == "they" || v.lemma(h) == "he" || v.lemma(h) == "she" || v.lemma(h) == "we"
	}
	return r.lex.speech.has(v.lemma(v.headOf(says)), "mouthpiece")
}

// fill returns the head token that fills slot s of trigger t, or -1. Who does what a noun says is
// nobody who fills another slot of draft d.
func (v *view) fill(t int, s slot, d *draft) int {
	all := v.candidates(t, s)
	for k, h := range all {
		if k+1 < len(all) && s.role == string(dateline.Perpetrator) && prepositions[s.name] && (v.is(h, dateline.Somewhere) || v.r.lex.nouns.has(v.lemma(h), "region")) && !v.is(h, dateline.Somebody) {
			continue // 'was blamed, on the island of X, on the group Y'
		}
		if h >= 0 && v.accepts(h, s) && !(s.name == "subj" && v.tag(t) == "NOUN" && d.filled(h)) {
			return h
		}
	}
	return -1
}

// candidates lists the tokens that could fill slot s of trigger t, the likeliest first.
func (v *view) candidates(t int, s slot) []int {
	verb := v.tag(t) == "VERB"
	switch s.name {
	case "subj":
		if verb {
			return []int{v.subject(t)}
		}
		if v.child(t, "cop") >= 0 {
			return []int{v.describes(t)}
		}
		if c := v.cased(t); s.role == string(dateline.Perpetrator) && (c == "in" || c == "during") {
			return v.doersBeside(t) // 'lost its leader in an air strike': in another's
		}
		return append(v.doers(t), v.describes(t))
	case "obj":
		return []int{v.object(t)}
	case "comp":
		return v.below(t)
	case "poss":
		return v.children(t, "nmod:poss")
	case "mod":
		return v.modifiers(t)
	case "isa":
		if h := v.describes(t); h < 0 || !v.is(h, dateline.SomeTime) {
			return []int{h} // 'yesterday, the commander of the militia was killed'
		}
		return nil
	case "self":
		return []int{t}
	case "case":
		return v.children(t, "case")
	case "prt":
		return v.children(t, "compound:prt", "advmod", "obl")
	case "pobj":
		return []int{v.head(t)}
	case "count":
		return v.children(t, "nummod")
	}
	if prepositions[s.name] {
		return v.under(t, s.name)
	}
	return v.wordNear(t, s.name)
}

// describes returns whom noun or adjective t is said of: 'X is the founder', 'X, the founder',
// 'founder X'; -1 if nobody.
func (v *view) describes(t int) int {
	if h := v.head(t); v.tag(t) == "ADP" && h >= 0 {
		if d := v.describes(h); d >= 0 || v.head(h) < 0 || v.tag(v.head(h)) != "VERB" {
			return d
		}
		return v.subject(v.head(h)) // 'fought alongside the militia'
	}
	if s := v.child(t, "nsubj"); s >= 0 {
		return v.relative(s, t)
	}
	switch v.base(t) {
	case "xcomp", "obj":
		if h := v.head(t); v.nominal(t) && v.r.lex.standing.has(v.lemma(h), "stays") {
			return v.subject(h) // 'remained the leader of'
		}
	case "appos":
		return v.head(t)
	case "nmod":
		if v.rel(t) == "nmod:desc" { // 'Hamas leader Ali Khan'
			return v.head(t)
		}
	case "compound", "flat":
		if h := v.head(t); h > t && v.tag(h) == "PROPN" {
			return h
		}
	case "conj":
		if h := v.head(t); h >= 0 && (v.base(h) == "appos" || v.child(h, "nsubj") >= 0) {
			return v.describes(h)
		}
	}
	if n := t + 1; n < len(v.s.Tokens) && v.head(n) == v.head(t) && v.nominal(t) && v.nameKind(n) == parse.NamePerson {
		return n // a title right before a name, which the tree sets side by side
	}
	if h := v.head(t); h >= 0 && v.cased(t) == "as" && v.tag(h) == "VERB" {
		if v.r.lex.standing.has(v.lemma(h), "succeeds") {
			return v.subject(h) // 'he was succeeded by his cousin as leader of'
		}
		if o := v.object(h); o >= 0 {
			return o // 'described him as the leader of'
		}
		return v.subject(h)
	}
	for _, c := range v.kids[t] {
		if c > t && v.tag(c) == "PROPN" && (v.base(c) == "appos" || v.base(c) == "flat") {
			return c
		}
	}
	return v.afterName(t)
}

// below lists the heads of the clauses that complete t.
func (v *view) below(t int) []int {
	out := v.children(t, "xcomp", "ccomp", "advcl", "acl")
	if h := v.child(t, "obl", "nmod"); h >= 0 && v.tag(h) == "VERB" {
		out = append(out, h)
	}
	return out
}

// modifiers lists the words before noun t that describe it.
func (v *view) modifiers(t int) []int {
	var out []int
	for _, c := range v.kids[t] {
		if c < t {
			switch v.base(c) {
			case "compound", "amod", "nmod", "nummod":
				out = append(out, c)
				out = append(out, v.children(c, "compound", "amod", "conj")...)
			}
		}
	}
	return out
}

// under lists the phrases that preposition prep ties to t; failing that to its object, its
// complement, or the light verb above it, where attachment often goes astray.
func (v *view) under(t int, prep string) []int {
	if prep == "on" && v.putOn(t) {
		return nil
	}
	out := v.prep(t, prep)
	if len(out) == 0 && v.nominal(t) && t+1 < len(v.s.Tokens) && v.lemma(t+1) == prep && v.head(t+1) > t+1 && !v.timed(v.head(t+1)) {
		out = append(out, v.head(t+1)) // right behind the noun, whatever the tree says
	}
	if len(out) > 0 {
		return out
	}
	if prep == "such" || prep == "like" {
		for _, c := range v.children(t, "obl", "obj") {
			out = append(out, v.prep(c, prep)...)
		}
		return out
	}
	if v.tag(t) == "VERB" {
		if o := v.object(t); o >= 0 && o > t {
			out = append(out, v.prep(o, prep)...)
			for _, of := range v.prep(o, "of") {
				out = append(out, v.prep(of, prep)...)
			}
		}
		for _, c := range v.below(t) {
			if v.base(c) == "advcl" && v.child(c, "nsubj") >= 0 {
				continue // 'shot him as he ran at them with a knife'
			}
			out = append(out, v.prep(c, prep)...)
			if o := v.child(c, "obj"); o >= 0 {
				out = append(out, v.prep(o, prep)...)
			}
		}
		return out
	}
	if h := v.head(t); h >= 0 && v.base(t) == "obj" && v.lightVerb(h) {
		out = append(out, v.prep(h, prep)...)
	}
	if h := v.head(t); h >= 0 && prep == "between" && v.base(t) == "nsubj" && v.r.lex.standing.has(v.lemma(h), "unfolds") {
		out = append(out, v.prep(h, prep)...)
		if o := v.child(h, "obj"); o >= 0 {
			out = append(out, v.prep(o, prep)...) // 'clashes took place between'
		}
	}
	for _, c := range v.children(t, "acl") { // 'the attack staged by rebels on the palace'
		if v.lightVerb(c) {
			out = append(out, v.prep(c, prep)...)
		}
	}
	return out
}

// putOn reports whether t is what somebody lays on another, who alone stands behind 'on': 'blamed the bombing on rebels'.
func (v *view) putOn(t int) bool {
	h := v.head(t)
	if h < 0 || !v.nominal(t) || v.base(t) != "obj" || !v.r.lex.speech.has(v.lemma(h), "lay") {
		return false
	}
	return len(v.prep(t, "on"))+len(v.prep(h, "on")) == 1
}

// prep lists the heads of the phrases that prep ties to t directly; 'between A and B' gives both.
func (v *view) prep(t int, prep string) []int {
	var out []int
	for _, c := range v.kids[t] {
		switch v.base(c) {
		case "obl", "nmod", "advcl", "acl", "xcomp":
			if v.cased(c) == prep && !v.timed(c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// timed reports whether token t is of a time, or a time of day ('9:02'), or the 'least' of 'at least'.
func (v *view) timed(t int) bool {
	f := v.tok(t).Form
	return f == "least" || f == "most" || strings.HasSuffix(f, ".m.") || strings.HasSuffix(f, ".m") || v.is(t, dateline.SomeTime) || digit(f[0]) && strings.Contains(f, ":")
}

// wordNear finds a word of the list (split by '|') among the dependents of t and theirs.
func (v *view) wordNear(t int, words string) []int {
	for _, w := range strings.Split(words, "|") {
		for _, c := range v.kids[t] {
			if v.lemma(c) == w || strings.EqualFold(v.tok(c).Form, w) {
				return []int{c}
			}
			if v.lemma(c) == "none" || v.tag(c) == "VERB" && v.lemma(c) != "shoot" && (v.base(c) != "xcomp" || v.r.lex.evidence.has(v.lemma(c), "hurt") || v.lemma(c) == "hurt") {
				continue // 'injured, none fatally', 'six were shot, leaving one dead'
			}
			for _, g := range v.kids[c] {
				if v.lemma(g) == w {
					return []int{g}
				}
			}
		}
		if t+1 < len(v.kids) && v.lemma(t+1) == w {
			return []int{t + 1}
		}
		if t > 0 && v.lemma(t-1) == w {
			return []int{t - 1}
		}
	}
	return nil
}

// accepts reports whether the phrase of head h passes the filter of s.
func (v *view) accepts(h int, s slot) bool {
	if s.number && !v.numbered(h) || prepositions[s.name] && v.r.lex.nouns.has(v.lemma(h), "medium") {
		return false // 'claimed the attack on Twitter'
	}
	if v.labels(h) || v.tag(h) == "PRON" && v.tok(h).Fine == "WDT" && v.cased(h) == "of" {
		return false // 'massacres of which they accuse him'
	}
	if len(s.filter) == 0 {
		return true
	}
	for _, f := range s.filter {
		if v.inClass(h, f) {
			return true
		}
	}
	return false
}

// labels reports whether h only says, before a colon, what a headline is about: 'Nigeria: 87 kidnapped in Kaduna'.
func (v *view) labels(h int) bool {
	return h < 3 && h+1 < len(v.s.Tokens) && v.tok(h+1).Form == ":"
}

// numbered reports whether the phrase of h holds a number.
func (v *view) numbered(h int) bool {
	if v.tok(h).Form == "scores" {
		return true
	}
	sp := v.phrase(h)
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeCount && sp.Overlaps(m.Span) {
			return true
		}
	}
	return false
}

// inClass reports whether h is the lemma f or, for f in capitals, of that class.
func (v *view) inClass(h int, f string) bool {
	if f != strings.ToUpper(f) {
		return v.lemma(h) == f || !v.theNumber(h) && v.lemma(v.ofMany(h)) == f
	}
	if !v.theNumber(h) {
		h = v.ofMany(h) // 'truckloads of fighters'
	}
	l, n := v.lemma(h), v.r.lex.nouns
	named := !v.r.personNamed(v, h).IsZero()
	proper := v.tag(h) == "PROPN" || named
	timed := v.is(h, dateline.SomeTime) || v.timed(h)
	switch f {
	case "ARMED":
		return n.has(l, "armed")
	case "MEMBER":
		return n.has(l, "member") || v.is(h, dateline.Somebody)
	case "STATE":
		return n.has(l, "state") || v.is(h, dateline.Somewhere) && proper
	case "SITE":
		return n.has(l, "site")
	case "HOSPITAL":
		return v.hospital(h)
	case "AIRCRAFT":
		return n.has(l, "aircraft")
	case "WEAPON":
		return n.has(l, "weapon")
	case "VOICE":
		return n.has(l, "voice")
	case "NAME":
		return proper && !timed || v.is(h, dateline.Somebody) || v.child(h, "flat") >= 0
	case "PERSON":
		return proper && !timed && !v.is(h, dateline.Somewhere) || v.personal(h)
	case "NAMED":
		return named && !v.is(h, dateline.Somewhere)
	case "PEOPLE":
		return n.has(l, "people") || v.personal(h) || v.yearsOld(h) || !timed && v.numberOfPeople(h)
	case "HURTABLE":
		return !timed && (n.has(l, "people", "armed", "state") || v.yearsOld(h) || v.personal(h) || v.numberOfPeople(h) || proper)
	case "AGENT", "HOLDER":
		return !timed && (n.has(l, "armed", "state", "group", "voice", "doer") || proper || v.agentPronoun(h) || l == "man" || l == "people" || l == "member" || v.is(h, dateline.Somebody)) && !n.has(l, "weapon")
	case "GROUPISH":
		return v.groupish(h)
	case "PARTY":
		return v.party(h)
	case "SIDE":
		return v.side(h)
	case "PLACEISH":
		return !timed && !v.is(h, dateline.Somebody) && (proper && (!named || v.is(h, dateline.Somewhere)) || n.has(l, "region"))
	case "AREA":
		return !timed && !v.is(h, dateline.Somebody) && (v.is(h, dateline.Somewhere) || n.has(l, "region") && !v.partOfThing(h))
	case "COURTLY":
		return v.is(h, dateline.Somewhere) && v.tag(h) == "PROPN" && !v.is(h, dateline.Somebody) || v.r.lex.standing.has(l, "executes")
	case "EVENT":
		return v.eventful(v.ofMany(h))
	case "KNOWN":
		return v.definite(h) && v.plural(h) && v.eventful(h)
	case "DEED":
		return v.deed(h)
	case "NUMBER":
		return v.tag(h) == "NUM" || v.is(h, dateline.SomeCount)
	case "MONEY":
		return l == "dollar" || l == "euro" || l == "pound" || strings.ContainsAny(v.phrase(h).In(v.r.text), "$€£")
	case "REFL":
		return strings.HasSuffix(l, "self") || strings.HasSuffix(l, "selves") || strings.HasSuffix(strings.ToLower(v.tok(h).Form), "selves") || strings.HasSuffix(strings.ToLower(v.tok(h).Form), "self")
	case "PRONOUN":
		return v.tag(h) == "PRON"
	case "NORP":
		return v.tag(h) == "ADJ" && isUpper(v.tok(h).Form) && (h > 0 || v.s.NationalityAt(h)) || v.is(h, dateline.Somewhere) // 'Fresh shelling'
	}
	return false
}

// theNumber reports whether h is a number that is told of, and no quantity: 'the number of deaths', not 'a number of people', 'large numbers of'.
func (v *view) theNumber(h int) bool { return v.lemma(h) == "number" && v.definite(h) }

// numberOfPeople reports whether h is a number that stands for people: '12', 'several of them', and
// no time of day or distance.
func (v *view) numberOfPeople(h int) bool {
	if !v.is(h, dateline.SomeCount) {
		return false
	}
	for _, of := range v.prep(h, "of") {
		if !v.r.lex.nouns.has(v.lemma(of), "people", "armed", "state") && !v.personal(of) && v.tag(of) != "PROPN" {
			return false
		}
	}
	return v.tag(h) != "PROPN" && !v.moreThings(h)
}

// moreThings reports whether a number before 'more' counts things that the verb before was done to: 'killed 12 firms and wounded 30 more'.
func (v *view) moreThings(h int) bool {
	t := v.head(h)
	if t < 0 || h+1 >= len(v.kids) || v.lemma(h+1) != "more" || v.base(t) != "conj" {
		return false
	}
	o := v.child(v.head(t), "obj")
	return o >= 0 && v.tag(o) == "NOUN" && v.child(o, "nummod") >= 0 && !v.r.lex.nouns.has(v.lemma(o), "people", "armed", "state") && !v.yearsOld(o) && !v.personal(o)
}

// partOfThing reports whether h is a part of what is no place: 'captured part of the fight on video'.
func (v *view) partOfThing(h int) bool {
	if v.lemma(h) != "part" {
		return false
	}
	for _, of := range v.prep(h, "of") {
		if v.tag(of) == "NOUN" && !v.is(of, dateline.Somewhere) && !v.r.lex.nouns.has(v.lemma(of), "region") {
			return true
		}
	}
	return false
}

// personal reports whether h is a pronoun for people.
func (v *view) personal(h int) bool {
	switch v.lemma(h) {
	case "he", "she", "they", "we", "i", "you", "him", "his", "her", "them", "their", "my", "our", "who", "those", "other", "everyone", "someone", "somebody", "both":
		return v.tag(h) != "NOUN" || v.lemma(h) == "other"
	case "old":
		return h > 2 && v.lemma(h-2) == "year" // 'a 4-year-old was shot'
	}
	return false
}

// agentPronoun reports whether h is a pronoun that can stand for somebody who acts.
func (v *view) agentPronoun(h int) bool {
	l := v.lemma(h)
	return v.personal(h) || v.tag(h) == "PRON" && (l == "it" && !v.emptyIt(h) && !v.itsDevice(h) || l == "its" || l == "which" || l == "that" || l == "his")
}

// itsDevice reports whether 'it' at token h is a bomb or a rocket: it explodes, or the sentence before tells what that did ('A rocket hit the school. It
// killed four').
func (v *view) itsDevice(h int) bool {
	verb := v.head(h)
	if v.lemma(h) != "it" || v.base(h) != "nsubj" || verb < 0 {
		return false
	}
	if v.r.lex.acts.has(v.lemma(verb), "burst") && v.child(verb, "obj") < 0 || v.lemma(verb) == "go" && v.child(verb, "compound:prt") >= 0 && v.lemma(v.child(verb, "compound:prt")) == "off" {
		return true
	}
	if v.i == 0 || v.r.in.Text.Sentences[v.i-1].Paragraph != v.s.Paragraph || v.head(verb) >= 0 && v.base(verb) != "conj" {
		return false
	}
	w := v.r.view(v.i - 1)
	s := w.child(w.root(), "nsubj")
	return s >= 0 && w.tag(s) == "NOUN" && w.r.lex.nouns.has(w.lemma(s), "weapon") && !w.r.lex.nouns.has(w.lemma(s), "aircraft")
}

// emptyIt reports whether 'it' at token h stands for the clause behind its verb: 'it is suspected that he killed two'.
func (v *view) emptyIt(h int) bool {
	up := v.head(h)
	return v.base(h) == "expl" || up > h && v.passive(up) && v.child(up, "ccomp", "csubj") > up
}

// groupish reports whether h can name a group: a name that is no place, a noun for a group or its
// people, a pronoun that points to one.
func (v *view) groupish(h int) bool {
	l, n := v.lemma(h), v.r.lex.nouns
	if v.is(h, dateline.SomeTime) {
		return false
	}
	if v.is(h, dateline.Somebody) || n.has(l, "group") || n.has(l, "armed") {
		return true
	}
	if v.tag(h) == "PROPN" {
		return !v.is(h, dateline.Somewhere)
	}
	return v.tag(h) == "PRON" && (l == "it" || l == "its" || l == "they" || l == "their" || l == "which")
}

// eventful reports whether h names an event of violence or a plot of one, as noun or as verb.
func (v *view) eventful(h int) bool {
	l := v.lemma(h)
	return v.deed(h) || v.r.lex.nouns.has(l, "event") && (v.tag(h) == "NOUN" || v.tag(h) == "PROPN")
}

// deed reports whether h triggers a kind of the violence family, itself or through a light verb.
func (v *view) deed(h int) bool {
	l := v.lemma(h)
	switch v.tag(h) {
	case "VERB":
		if v.r.lex.deeds[l+".v"] && !v.r.lex.standing.has(l, "weak") {
			return true
		}
		if v.lightVerb(h) {
			if o := v.child(h, "obj"); o >= 0 {
				return v.deed(o)
			}
		}
		return v.r.lex.deeds[l+".n"] && v.tok(h).Fine == "VBG" && deedsWith[l] == ""
	case "NOUN", "PROPN":
		return v.r.lex.deeds[l+".n"] && (deedsWith[l] == "" || len(v.wordNear(h, deedsWith[l])) > 0)
	}
	return false
}

// deedsWith are nouns that are deeds beside a word only.
var deedsWith = map[string]string{"attempt": "assassination", "action": "sabotage", "operation": "sabotage",
	"fire": "rocket|artillery|mortar|tank|missile"}

// lightVerb reports whether verb t only carries its object: 'carry out an attack'.
func (v *view) lightVerb(t int) bool {
	switch v.lemma(t) {
	case "carry":
		return v.tag(t) == "VERB" && (len(v.wordNear(t, "out")) > 0 || v.child(t, "obl:agent") < 0)
	case "launch", "stage", "conduct", "mount", "perpetrate", "commit", "make", "execute", "undertake", "suffer",
		"orchestrate", "mastermind", "plan", "organize", "organise":
		return v.tag(t) == "VERB"
	}
	return false
}

func isUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }
