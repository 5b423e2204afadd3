package extract

import (
	"slices"
	"sort"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// Dealings between collective actors short of arms (the family 'interaction', and threats of anything but
// violence): a verb or event noun has a sense by what it is done to (dealing.go), and what stands around it
// makes another of it:
//
//	agreed to, offered to, will X      a promise, or, where X does harm, a threat
//	threatened to X                    a threat
//	refused to X, will not X           a refusal
//	demanded that they X, must X       a demand on them
//
// The part 'group' is who deals, 'other' with whom, against whom or of whom. One of them must be a collective
// actor or somebody named; private people alone make no dealing.

// deal is one dealing in the making; tokens are -1 where there is none.
type deal struct {
	kind    dateline.Kind
	at      int // the trigger
	content int // the verb or noun that says what is promised, threatened, refused or demanded
	who     int
	whom    int
	reality dateline.Reality
	rule    string
	told    bool // the trigger is the deed itself, and its auxiliaries make it what it is
}

// dealingRules are what the words around a deed make of it.
var dealingRules = []Rule{
	{Name: "promise", Kinds: []dateline.Kind{dateline.Promise}, Example: "The government agreed to send food to the refugees.",
		Doc: "'Agreed to', 'offered to', 'is ready to', 'will' before what another gains by."},
	{Name: "threat", Kinds: []dateline.Kind{dateline.Threat}, Example: "The government said it would impose sanctions on the rebels.",
		Doc: "'Threatened to', 'vowed to', 'will' before what harms another."},
	{Name: "refusal", Kinds: []dateline.Kind{dateline.Refusal}, Example: "The rebels refused to meet the envoy.",
		Doc: "'Refused to', 'rejected', 'will not' before what another wants."},
	{Name: "demand", Kinds: []dateline.Kind{dateline.Demand}, Example: "The government demanded that the rebels leave the town.",
		Doc: "'Demanded', 'called on', 'urged', 'said that they must'."},
	{Name: "deed", Kinds: []dateline.Kind{dateline.Meeting, dateline.Protest, dateline.Investigation}, Example: "The government's visit to the federation ended.",
		Doc: "A noun that tells a dealing by itself: 'talks between', 'a protest against'."},
	{Name: "accusation", Kinds: []dateline.Kind{dateline.Accusation}, Example: "The government accused the rebels of violating the truce.",
		Doc: "'Accused of', 'blamed for' what is no incident of violence."},
}

// dealer reads the dealings of one sentence.
type dealer struct {
	v       *view
	lex     *dealings
	clauses []parse.Clause
	at      map[int]int // token -> its clause, the verb's or copula's before the noun's
	used    map[int]bool
	loose   bool // whoever is named or is a person may be the other side
}

// interactions adds the dealings of a sentence to what was found in it. Where a pattern has read the same word,
// it is left to the pattern, unless what it tells is only promised, threatened, refused or demanded.
func (r *reader) interactions(v *view, found []*draft) []*draft {
	x := &dealer{v: v, lex: r.lex.dealings, used: map[int]bool{}}
	if !x.worth() {
		return found
	}
	x.clauses, x.at = r.in.Text.Clauses(v.i), map[int]int{}
	for i, c := range x.clauses {
		if _, ok := x.at[c.Head]; !ok || c.Form == parse.NominalClause && v.nominal(c.Head) {
			x.at[c.Head] = i
		}
	}
	for _, d := range found {
		if d.kind.Family() == dateline.Intent {
			x.use(d.at)
		}
	}
	var out []*draft
	for _, t := range x.outermost() {
		if x.used[t] || v.tag(t) == "VERB" && v.is(t, dateline.Somebody) {
			continue // of a name: 'the Group to Support Islam and Muslims'
		}
		if d := x.read(t); d != nil && x.public(d) && x.prevails(d, &found) {
			out = append(out, x.draft(d))
		}
	}
	for _, d := range found {
		x.mend(d)
	}
	return append(found, out...)
}

// prevails reports whether a dealing stands beside what patterns found; what it makes only promised, threatened,
// refused or demanded it takes the place of.
func (x *dealer) prevails(d *deal, found *[]*draft) bool {
	told := -1
	if d.kind == dateline.Protest && x.v.r.bombedAbove(x.v, d.content) || d.kind == dateline.Promise && x.v.crime(d.at) || d.kind == dateline.Demand && x.v.insistsOn(d.at) {
		return false
	}
	for i, f := range *found {
		if d.kind == dateline.Promise && (f.kind == dateline.Agreement || f.kind == dateline.Ceasefire) && (f.at == d.at || x.v.tag(d.at) == "NOUN" && x.v.head(d.at) == f.at) {
			return false // 'accepted a truce', 'signed an agreement in the capital'
		}
		if d.kind == dateline.Protest && (f.at == d.content && f.violent() || f.at == x.v.head(d.content) && x.v.base(d.content) == "nsubj" && (f.violent() || f.kind.Family() == dateline.HumanCost)) {
			return false // 'conducted a precision strike', 'the strikes killed nine'
		}
		if f.at == d.at || f.at == d.content && (!f.violent() || d.kind == dateline.Coercion) {
			told = i
		}
	}
	if told < 0 {
		return true
	}
	f := (*found)[told]
	if f.kind == dateline.TerritoryLost && f.at == d.at && x.v.object(d.at) >= 0 && (d.kind == dateline.Withdrawal || d.kind == dateline.RelationsCut) {
		*found = append((*found)[:told:told], (*found)[told+1:]...)
		return true // 'withdrew its observers from': they held nothing
	}
	if d.kind == dateline.Access && f.kind == dateline.Coercion && f.at == d.content {
		*found = append((*found)[:told:told], (*found)[told+1:]...)
		return true // 'lifted the siege'
	}
	if d.kind == dateline.Coercion && (f.kind == dateline.TerritoryGained || f.kind == dateline.HostageTaking && f.at == d.content) {
		*found = append((*found)[:told:told], (*found)[told+1:]...)
		return x.prevails(d, found) // 'declared a state of siege'
	}
	if f.violent() || !intended[d.kind] || f.kind == d.kind || f.kind.Family() == dateline.Intent || f.at == d.at && !d.told {
		return f.violent() && intended[d.kind]
	}
	*found = append((*found)[:told:told], (*found)[told+1:]...)
	return true
}

// intended are the dealings that make of a deed what has not been done.
var intended = map[dateline.Kind]bool{dateline.Promise: true, dateline.Threat: true, dateline.Refusal: true, dateline.Demand: true}

// mend completes what a pattern found with what only the grammar of dealings sees: the other side of a threat, and
// that to be accused of what is no incident is no blame.
func (x *dealer) mend(d *draft) {
	switch d.kind {
	case dateline.Threat:
		if d.has(dateline.Other) || d.has(dateline.Target) || d.has(dateline.Victim) {
			return
		}
		e := &deal{kind: d.kind, at: d.at, content: x.content(d.at), who: -1, whom: -1}
		if h, ok := d.slots["subj"]; ok {
			e.who = h
		} else if c := x.clause(d.at); c != nil && !d.has(dateline.Group) {
			if e.who = x.who(d.at, c); e.who >= 0 {
				x.put(d, dateline.Group, e.who, dateline.Group)
			}
		}
		if h := x.whom(e); h >= 0 && h != e.who {
			x.put(d, dateline.Other, h, dateline.Other)
		}
	case dateline.Blame:
		x.accusation(d)
	case dateline.Attack:
		x.verbal(d)
	}
}

// verbal makes an accusation of an attack that is made of words: 'launched an attack on the minister, calling him'.
func (x *dealer) verbal(d *draft) {
	v := x.v
	h := v.head(d.at)
	if v.tag(d.at) != "NOUN" || h < 0 || v.tag(h) != "VERB" || !d.has(dateline.Target) && !d.has(dateline.Victim) || !x.calls(h) ||
		v.r.lex.events[v.lemma(h)+".v"].Family() == dateline.Responsibility || slices.ContainsFunc(d.parts, func(p dateline.Part) bool { return p.Role.IsToll() }) {
		return // nobody is killed by words: 'claimed the murder of a teacher, accusing him of spying'
	}
	d.kind, d.rule, d.reality = dateline.Accusation, "accusation", ""
	for i := range d.parts {
		switch d.parts[i].Role {
		case dateline.Perpetrator:
			d.parts[i].Role = dateline.Group
		case dateline.Target, dateline.Victim:
			d.parts[i].Role = dateline.Other
		}
	}
	if s := v.subject(h); s >= 0 && !d.has(dateline.Group) {
		x.put(d, dateline.Group, s, dateline.Group)
	}
}

// calls reports whether a participle under verb h says what somebody is called.
func (x *dealer) calls(h int) bool {
	for _, c := range x.v.children(h, "advcl") {
		switch x.v.lemma(c) {
		case "call", "accuse", "describe", "brand", "label", "denounce", "criticize", "criticise":
			return x.v.tok(c).Fine == "VBG"
		}
	}
	return false
}

// accusation makes one of a blame for what is no incident of violence: 'accused of violating the truce'.
func (x *dealer) accusation(d *draft) {
	v := x.v
	what := d.part(dateline.Incidental)
	s, ok := d.slots["speaker"]
	if p := d.part(dateline.Perpetrator); what == nil && p != nil {
		what = x.being(d, p)
	}
	if what == nil || !ok || d.part(dateline.Perpetrator) == nil || !x.collective(s) && !x.collective(v.headOf(d.part(dateline.Perpetrator).Span)) {
		return
	}
	if v.tag(v.headOf(what.Span)) == "PRON" && v.r.justTold(v) {
		return // 'a school was bombed. The press blamed it on the rebels'
	}
	if h := v.headOf(what.Span); v.r.lex.nouns.has(v.lemma(h), "weapon") && v.lemma(h) != "weapon" && v.lemma(h) != "arm" && (v.base(h) == "obl" || v.rel(h) == "nsubj:pass") {
		return // 'blamed the rebels for a car bomb', 'a car bomb was blamed on the rebels'
	}
	for t := range v.s.Tokens {
		if what.Span.Contains(v.tok(t).Span) && v.eventful(t) {
			return
		}
	}
	d.kind, d.stance, d.rule = dateline.Accusation, "", "accusation"
	delete(d.slots, "speaker")
	kept := d.parts[:0]
	for _, p := range d.parts {
		switch p.Role {
		case dateline.Perpetrator:
			p.Role = dateline.Other
			kept = append(kept, p)
		case dateline.Incidental:
		default:
			kept = append(kept, p)
		}
	}
	d.parts = kept
	x.put(d, dateline.Group, s, dateline.Group)
}

// being returns what somebody is accused of being, which is no deed, and takes it off the words p for whom: 'accused them of being
// spies'; nil if there is nothing of the kind.
func (x *dealer) being(d *draft, p *dateline.Part) *dateline.Part {
	v := x.v
	h := v.headOf(p.Span)
	for _, c := range append(v.children(h, "nmod", "acl"), v.children(d.at, "advcl", "obl")...) {
		if be := v.child(c, "cop"); be > h && v.tok(be).Fine == "VBG" {
			p.Span = v.phraseWithout(h, func(k int) bool { return k == c })
			return &dateline.Part{Role: dateline.Incidental, Span: v.tok(c).Span}
		}
	}
	return nil
}

// justTold reports whether the sentence before v, or v up to its verb, tells violence that took place.
func (r *reader) justTold(v *view) bool {
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 1; k-- {
		if d := r.drafts[k]; (d.violent() || d.hurts()) && d.reality.Counts() {
			return true
		}
	}
	for t := range v.s.Tokens {
		if v.deed(t) && v.tag(t) == "NOUN" {
			return true
		}
	}
	return false
}

// worth reports whether a word of the sentence can tell a dealing.
func (x *dealer) worth() bool {
	for t := range x.v.s.Tokens {
		if x.lex.tells(x.v.lemma(t)) {
			return true
		}
	}
	return false
}

// outermost lists the clause heads, those above before those below, and of one depth as in the text.
func (x *dealer) outermost() []int {
	depth := map[int]int{}
	var heads []int
	for t := range x.at {
		heads = append(heads, t)
		for h, k := x.v.head(t), 0; h >= 0 && k < len(x.v.kids); h, k = x.v.head(h), k+1 {
			depth[t]++
		}
	}
	sort.Slice(heads, func(a, b int) bool {
		if depth[heads[a]] != depth[heads[b]] {
			return depth[heads[a]] < depth[heads[b]]
		}
		return heads[a] < heads[b]
	})
	return heads
}

// clause returns the clause that t heads, nil if it heads none.
func (x *dealer) clause(t int) *parse.Clause {
	if i, ok := x.at[t]; ok {
		return &x.clauses[i]
	}
	return nil
}

// lemma is the verb of token t: of an event noun the verb that it is made of.
func (x *dealer) lemma(t int) string {
	if c := x.clause(t); c != nil && c.Form == parse.NominalClause {
		return c.Lemma
	}
	return x.v.lemma(t)
}

// read returns the dealing that token t heads, or nil.
func (x *dealer) read(t int) *deal {
	c := x.clause(t)
	if c == nil || c.Condition || x.v.base(t) == "amod" || x.v.cutShort(t) || x.v.ofReport(t) {
		return nil
	}
	d := x.must(t, c)
	if d == nil {
		d = x.operator(t, c)
	}
	if d == nil {
		d = x.plain(t, c)
	}
	if d == nil {
		return nil
	}
	if d.rule == "" {
		d.rule = string(d.kind)
	}
	x.sides(d, c)
	return d
}

// cutShort reports whether verb t and the word behind it are another verb: 'cut short a visit', 'were let down by the government'.
func (v *view) cutShort(t int) bool {
	if t+1 >= len(v.lemmas) {
		return false
	}
	return v.lemma(t) == "cut" && v.lemma(t+1) == "short" || v.lemma(t) == "let" && v.lemma(t+1) == "down"
}

// ofReport reports whether verb t tells what was done to a report or a picture: 'a report released today'.
func (v *view) ofReport(t int) bool {
	h := v.head(t)
	return h >= 0 && h < t && v.base(t) == "acl" && v.child(t, "mark", "nsubj", "aux") < 0 && (v.lemma(h) == "report" || v.r.lex.speech.has(v.lemma(h), "carrier") || v.r.lex.nouns.has(v.lemma(h), "picture"))
}

// operator reads a verb or adjective that says how somebody stands to a deed: agrees, threatens, refuses, demands.
func (x *dealer) operator(t int, c *parse.Clause) *deal {
	v, l := x.v, x.lemma(t)
	content := x.content(t)
	d := &deal{at: t, content: content, who: -1, whom: -1}
	switch {
	case x.lex.verbs.has(l, "commit") || x.lex.verbs.has(l, "willing") && v.tag(t) == "ADJ":
		if content < 0 || v.object(t) >= 0 && x.sense(t).kind != "" {
			return nil // 'offered his condolences', 'offered her resignation'
		}
		d.kind = dateline.Promise
		if x.hostile(content) && x.lex.verbs.has(l, "threaten", "swear", "willing") {
			d.kind = dateline.Threat
		}
		if c.Negated {
			d.kind = dateline.Refusal
		}
	case x.lex.verbs.has(l, "threaten"):
		if c.Negated || v.below(t) == nil && v.object(t) < 0 || l == "warn" && !x.ownDeed(t) {
			return nil
		}
		d.kind = dateline.Threat
	case l == "oppose" && (c.Form == parse.PassiveClause || v.tag(t) == "ADJ"): // 'is opposed to'
		if content = x.first(v.prep(t, "to")); content < 0 || c.Negated || !x.proposed(content) || v.child(t, "cop", "aux") < 0 {
			return nil
		}
		d.kind, d.content = dateline.Refusal, content
		if d.who = v.child(t, "nsubj"); d.who < 0 {
			return nil
		}
	case x.lex.verbs.has(l, "refuse"):
		if c.Negated || x.blameless(t, content) || v.tag(content) == "NOUN" && v.deed(content) {
			return nil // 'rejects the killing of civilians'
		}
		d.kind = dateline.Refusal
	case x.lex.verbs.has(l, "ask"):
		if c.Negated || !x.asks(t, l) {
			return nil
		}
		d.kind = dateline.Demand
		if l == "order" && content >= 0 && x.lex.verbs.has(x.lemma(content), "stop") {
			d.kind = dateline.Coercion
		}
	default:
		return nil
	}
	return d
}

// content returns what completes t: a clause below it, or the noun that it is about; -1 if there is none.
func (x *dealer) content(t int) int {
	v := x.v
	if below := v.children(t, "xcomp", "ccomp"); len(below) > 0 {
		return below[0]
	}
	if below := v.children(t, "advcl"); len(below) > 0 && v.tag(t) == "VERB" && v.infinitive(below[0]) && x.lex.verbs.has(x.lemma(t), "ask") {
		return below[0]
	}
	if o := v.object(t); o >= 0 && v.tag(t) == "VERB" {
		for _, b := range v.children(o, "acl") {
			if x.clause(b) != nil && v.infinitive(b) {
				return b
			}
		}
		return o
	}
	for _, p := range []string{"to", "on", "upon", "for", "in", "against"} {
		for _, h := range v.prep(t, p) {
			return h
		}
	}
	if below := v.children(t, "advcl"); len(below) > 0 && v.infinitive(below[0]) {
		return below[0]
	}
	return -1
}

// ownDeed reports whether what is warned of is what the speaker will do.
func (x *dealer) ownDeed(t int) bool {
	for _, b := range x.v.children(t, "ccomp") {
		if c := x.clause(b); c != nil && (c.Modality == parse.ModalWill || c.Modality == parse.ModalWould) && (c.Negated || x.hostile(b)) {
			return true
		}
	}
	return false
}

// blameless reports whether a refusal is none: of an accusation or of responsibility (a denial), of nothing, or a
// failure at something that is no dealing.
func (x *dealer) blameless(t, content int) bool {
	v := x.v
	if content < 0 {
		return true
	}
	l := v.lemma(content)
	if x.lex.nouns.has(l, "blame", "guilt") && v.tag(content) == "NOUN" {
		return true
	}
	switch x.lemma(t) {
	case "fail":
		k := x.sense(content).kind
		return k == "" || hostileKinds[k] || !v.infinitive(content)
	case "deny":
		return !x.lex.nouns.has(l, "aid", "helper", "proposal", "passage", "goods", "concession", "permission") || v.tag(content) != "NOUN"
	case "dismiss", "resist", "ignore", "shun", "oppose", "defy":
		return !x.proposed(content)
	}
	return false
}

// proposed reports whether noun t is something that one can be asked or offered.
func (x *dealer) proposed(t int) bool {
	return x.lex.nouns.has(x.v.lemma(t), "proposal", "request", "pact", "meeting", "helper", "force")
}

func (x *dealer) first(ts []int) int {
	if len(ts) == 0 {
		return -1
	}
	return ts[0]
}

// asks reports whether verb t of the list 'ask' makes a demand here: what is wanted is said.
func (x *dealer) asks(t int, l string) bool {
	v := x.v
	switch l {
	case "demand", "urge", "exhort", "implore", "petition", "lobby", "insist", "press", "pressure":
		return v.tag(t) != "NOUN" || len(x.content3(t)) > 0
	case "call":
		if v.object(t) >= 0 {
			return false // by telephone
		}
		for _, p := range []string{"for", "on", "upon"} {
			if len(v.prep(t, p)) > 0 {
				return true
			}
		}
		return false
	case "appeal":
		return len(v.prep(t, "for"))+len(v.prep(t, "to")) > 0
	case "push", "plead", "beg":
		return len(v.prep(t, "for")) > 0 || len(v.children(t, "xcomp")) > 0
	}
	for _, b := range v.below(t) {
		if c := x.clause(b); c != nil && (v.infinitive(b) || c.Modality == parse.ModalMust || c.Modality == parse.ModalShould) {
			return v.object(t) >= 0 || v.base(b) == "ccomp"
		}
	}
	return l == "request" && v.tag(t) == "VERB"
}

// content3 lists the clauses and phrases that tell what a noun of demand is about.
func (x *dealer) content3(t int) []int {
	out := x.v.children(t, "acl")
	for _, p := range []string{"for", "to", "that"} {
		out = append(out, x.v.prep(t, p)...)
	}
	return out
}

// must reads what somebody says that another must do; nil for all else.
func (x *dealer) must(t int, c *parse.Clause) *deal {
	if c.Modality != parse.ModalMust || c.Negated || c.Who.None() {
		return nil
	}
	who, whom := x.said(t), c.Who.Head
	if who < 0 || who == whom || x.v.tag(whom) == "PRON" {
		return nil
	}
	return &deal{kind: dateline.Demand, at: t, content: t, who: who, whom: whom, told: true}
}

// plain reads a verb or event noun by its sense, and what its auxiliaries make of it.
func (x *dealer) plain(t int, c *parse.Clause) *deal {
	v := x.v
	if c.Modality == parse.ModalMust || c.Modality == parse.ModalShould {
		return nil
	}
	m := x.sense(t)
	if m.kind == dateline.Protest && v.tag(t) == "VERB" && (len(v.children(t, "ccomp", "parataxis")) > 0 || v.base(t) == "parataxis") {
		m = meaning{dateline.Accusation, t, "accusation"} // words of protest
	}
	if m.kind == "" && c.Modality != parse.ModalWill || x.relieves(m) && x.v.standing(t) == dateline.Attempted {
		return nil
	}
	if m.kind == dateline.Investigation && x.helps(t) {
		m.kind = dateline.Aid
	}
	if m.kind == dateline.Protest && v.lemma(t) == "block" && !c.Who.None() && (v.inClass(c.Who.Head, "ARMED") || v.inClass(c.Who.Head, "STATE")) {
		if x.lex.nouns.has(v.lemma(c.Who.Head), "police") {
			return nil // about their work
		}
		m.kind, m.rule = dateline.Coercion, ""
	}
	kind := m.kind
	d := &deal{kind: kind, at: t, content: m.at, who: -1, whom: -1, told: true, rule: m.rule}
	switch {
	case x.planned(t) && v.lemma(v.head(t)) == "conspire":
		return nil
	case c.Modality == parse.ModalWill || c.Modality == parse.ModalWould && x.said(t) >= 0 || x.planned(t):
		harm := hostileKinds[kind] || kind == "" && v.deed(t)
		switch {
		case c.Negated && !harm && kind != "":
			d.kind, d.reality, d.rule = dateline.Refusal, dateline.Happened, ""
		case c.Negated && kind == "" && x.said(t) >= 0:
			d.kind, d.reality, d.content, d.rule = dateline.Refusal, dateline.Happened, t, ""
		case kind == "" && !harm, c.Negated, x.conditional(t):
			return nil
		case harm || x.unless(t):
			d.kind, d.rule = dateline.Threat, ""
		case kind == dateline.Demand || kind == dateline.Refusal:
		default:
			d.kind, d.reality, d.rule = dateline.Promise, dateline.Happened, ""
		}
	case v.base(t) == "advcl" && v.infinitive(t) && v.tok(t).Fine == "VB":
		return nil // 'opened fire to disperse': a purpose
	case c.Negated || c.Modality == parse.ModalCan || c.Modality == parse.ModalMay || c.Modality == parse.ModalWould:
		return nil
	}
	return d
}

// relieves reports whether what is lifted or ended is a siege; those who try to end it have not laid it.
func (x *dealer) relieves(m meaning) bool {
	return m.kind == dateline.Access && m.at >= 0 && x.v.lemma(m.at) == "siege" && x.v.child(m.at, "nmod:poss") < 0
}

// helps reports whether those whom verb t sends are sent to help: 'would send experts to assist the police'.
func (x *dealer) helps(t int) bool {
	for k := t + 1; k < len(x.v.kids); k++ {
		if x.v.tag(k) == "VERB" && x.v.toInfinitive(k) && x.lex.verbs.has(x.v.lemma(k), "help") && x.v.within(x.v.head(k), t) {
			return true
		}
	}
	return false
}

// planned reports whether t is the deed that its subject plans: 'plans to impose'.
func (x *dealer) planned(t int) bool {
	h := x.v.head(t)
	return h >= 0 && x.v.base(t) == "xcomp" && x.v.r.lex.standing.has(x.v.lemma(h), "planned") && x.v.tag(h) == "VERB"
}

// conditional reports whether the report itself tells what will come if something else does.
func (x *dealer) conditional(t int) bool {
	for _, k := range x.v.children(t, "advcl") {
		if m := x.v.child(k, "mark"); m >= 0 && x.v.lemma(m) == "if" && x.said(t) < 0 {
			return true
		}
	}
	return false
}

// unless reports whether what t tells will be done unless somebody else gives in.
func (x *dealer) unless(t int) bool {
	for _, k := range x.v.children(t, "advcl") {
		if m := x.v.child(k, "mark"); m >= 0 && x.v.lemma(m) == "unless" {
			return true
		}
	}
	return false
}

// said returns who says what the clause of t tells, -1 if it is no speech.
func (x *dealer) said(t int) int {
	v := x.v
	h := v.head(t)
	if h >= 0 && v.base(t) == "acl" && x.lex.nouns.has(v.lemma(h), "voice") && v.head(h) >= 0 && v.tag(v.head(h)) == "VERB" {
		return v.subject(v.head(h)) // 'issued a reminder that they must'
	}
	if h < 0 || v.base(t) != "ccomp" || !v.r.lex.speech.has(v.lemma(h), "say") && v.lemma(h) != "announce" && v.lemma(h) != "declare" {
		return -1
	}
	return v.subject(h)
}

// meaning is the kind of a verb or noun, the token that it rests on and the rule; the zero kind is none.
type meaning struct {
	kind dateline.Kind
	at   int
	rule string
}

// sense returns what verb or noun t tells, by what it is done to.
func (x *dealer) sense(t int) meaning {
	v := x.v
	if k := x.lex.deeds[v.lemma(t)]; k != "" && v.tag(t) == "NOUN" && !x.armedStrike(t) {
		return meaning{k, t, "deed"}
	}
	l, narrow, out := x.lemma(t), 0, meaning{at: -1}
	for _, s := range x.lex.senses[l] {
		if h, near := x.fits(t, s); near > narrow {
			out, narrow = meaning{s.kind, h, s.rule}, near
		}
	}
	if o := v.object(t); x.lex.verbs.has(l, "light") && v.tag(t) == "VERB" && o >= 0 && out.at != o && x.clause(o) != nil && x.clause(o).Form == parse.NominalClause {
		if m := x.sense(o); m.kind != "" {
			return m // 'announced a suspension of links': what was announced
		}
	}
	return out
}

// armedStrike reports whether noun t is a strike that hits and none of work: 'air strikes', 'military strikes against Syria'. A strike on
// or against somebody in a sentence on workers is theirs.
func (x *dealer) armedStrike(t int) bool {
	v := x.v
	switch {
	case v.lemma(t) != "strike":
		return false
	case v.firing(t):
		return true
	case len(v.prep(t, "on")) == 0 && len(v.prep(t, "against")) == 0:
		return false
	}
	return !slices.ContainsFunc(v.lemmas, func(l string) bool { return x.lex.nouns.has(l, "crowd") || l == "union" })
}

// firing reports whether noun t says from where or with what it is done, as no strike of work does: 'air strikes', 'a missile strike'.
func (v *view) firing(t int) bool {
	return slices.ContainsFunc(v.children(t, "amod", "compound"), func(c int) bool { return v.r.lex.dealings.nouns.has(v.lemma(c), "firing") })
}

// fits reports how near sense s fits t: 0 if not, more the nearer the noun is that it asks for; and that noun, or t
// itself if it asks for none.
func (x *dealer) fits(t int, s sense) (noun, near int) {
	v := x.v
	if s.word != "" && len(v.wordNear(t, s.word)) == 0 {
		return -1, 0
	}
	if len(s.nouns) > 0 && s.nouns[0] == "*" {
		if v.tag(t) == "VERB" && v.object(t) >= 0 {
			return t, 2
		}
		return -1, 0
	}
	if len(s.nouns) > 0 && s.nouns[0] == "-" {
		if v.tag(t) == "VERB" && (v.object(t) >= 0 || v.child(t, "ccomp", "xcomp") >= 0) {
			return -1, 0 // 'demonstrated its power'
		}
		return t, 1
	}
	if len(s.nouns) == 0 {
		if v.tag(t) == "NOUN" && (x.clause(t) == nil || x.clause(t).Form != parse.NominalClause) {
			return -1, 0
		}
		return t, 1 + 50*len(s.word)
	}
	about := x.about(t)
	base := 100
	if s.word != "" {
		base = 300
	}
	for k, h := range about {
		for _, list := range s.nouns {
			if l := v.lemma(h); (l == list || x.lex.nouns.has(l, list)) && !x.armedStrike(h) {
				return h, base + len(about) - k
			}
		}
	}
	return -1, 0
}

// about lists what t is done to: its object with what it is coordinated with and the noun behind 'of', then
// the phrases behind prepositions.
func (x *dealer) about(t int) []int {
	v := x.v
	var out []int
	add := func(h int) {
		if h < 0 || h == t || v.is(h, dateline.SomeTime) {
			return // 'carried it out in March'
		}
		out = append(out, h)
		out = append(out, v.children(h, "conj", "compound", "amod")...)
		if l := v.lemma(h); l == "end" || l == "lifting" || l == "lack" {
			return // 'declared the end of the siege'
		}
		for _, of := range v.prep(h, "of") {
			out = append(append(out, of), v.children(of, "compound")...)
		}
		out = append(out, v.prep(h, "to")...)
	}
	if c := x.clause(t); c != nil && !c.Whom.None() {
		add(c.Whom.Head)
	}
	if v.tag(t) == "VERB" {
		add(v.object(t))
	}
	for _, k := range v.kids[t] {
		switch v.base(k) {
		case "obj", "obl", "nmod", "compound", "xcomp", "advmod":
			add(k)
		}
	}
	return out
}

// hostile reports whether what t tells does harm.
func (x *dealer) hostile(t int) bool {
	k := x.sense(t).kind
	return hostileKinds[k] || k == "" && (x.v.deed(t) || x.lex.nouns.has(x.v.lemma(t), "harm"))
}

// hostileKinds are the dealings that harm the other side.
var hostileKinds = map[dateline.Kind]bool{dateline.Accusation: true, dateline.Investigation: true, dateline.Refusal: true,
	dateline.Protest: true, dateline.RelationsCut: true, dateline.Sanction: true, dateline.Mobilisation: true,
	dateline.Coercion: true, dateline.Threat: true}

// bombedAbove reports whether noun t is 'the strike' of which the sentences right above tell as one from the air.
func (r *reader) bombedAbove(v *view, t int) bool {
	if t < 0 || v.lemma(t) != "strike" || !v.definite(t) {
		return false
	}
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 4; k-- {
		if r.drafts[k].kind == dateline.AirStrike {
			return true
		}
	}
	return false
}

// crime reports whether verb t is the 'commit' of a crime, which promises nothing: 'committed genocide'.
func (v *view) crime(t int) bool {
	o := v.object(t)
	return v.lemma(t) == "commit" && v.tag(t) == "VERB" && o >= 0 && !strings.HasSuffix(v.lemma(o), "self") && !strings.HasSuffix(v.lemma(o), "selves") && len(v.prep(t, "to")) == 0 && v.child(t, "xcomp", "advcl") < 0
}

// insistsOn reports whether verb t only says again that something took place: 'insisted that the men were killed'.
func (v *view) insistsOn(t int) bool {
	c := v.child(t, "ccomp")
	if v.lemma(t) != "insist" || c < 0 {
		return false
	}
	a := v.child(c, "aux", "cop")
	return v.tok(c).Fine == "VBD" || a >= 0 && v.tok(a).Fine != "MD" && v.tok(a).Fine != "VB"
}
