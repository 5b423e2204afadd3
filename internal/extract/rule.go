package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// Rule is one way of reading, as a person may look it up: every Statement names its Rule.
type Rule struct {
	Name    string
	Doc     string
	Example string
	Kinds   []dateline.Kind
	match   func(r *reader, v *view, found []*draft) []*draft // nil for the patterns of the lexicon
}

// written lists the rules that are no patterns, in the order in which they are tried.
var written = []Rule{
	{Name: "toll", Kinds: []dateline.Kind{dateline.KilledKind, dateline.WoundedKind},
		Doc:     "A number after 'death toll', or before 'dead' and 'wounded' where no verb of violence stands.",
		Example: "The death toll rose to 45.", match: tolls},
	{Name: "share", Kinds: []dateline.Kind{dateline.KilledKind, dateline.WoundedKind},
		Doc:     "A number right before 'fatally' or 'critically', or 'injured' before a noun: what became of some of those who were hit.",
		Example: "Four people were shot, one fatally, in the town.", match: shares},
	{Name: "manyfold", Kinds: []dateline.Kind{dateline.ArmedAssault},
		Doc:     "'A double homicide', 'a triple shooting': the word before says how many were killed, or hit.",
		Example: "Police are investigating a double homicide.", match: manyfolds},
	{Name: "roll call", Kinds: []dateline.Kind{dateline.KilledKind, dateline.WoundedKind, dateline.AbductedKind, dateline.MissingKind},
		Doc:     "Those who were hit, by name or by what they are: behind 'the dead were', 'the victims were identified as', 'among the injured are', 'the dead included'.",
		Example: "The dead were identified as Omar Haddad and Ana Kovac.", match: rollCall},
	{Name: "strength", Kinds: []dateline.Kind{dateline.Strength},
		Doc:     "A number of fighters that a group is said to have, or a comparison with a number told before.",
		Example: "The group is estimated to have 3,000 fighters.", match: strengths},
	{Name: "alias", Kinds: []dateline.Kind{dateline.Alias},
		Doc:     "'X, also known as Y', 'X (Y)' where Y is a shorter form of X, 'X, or Y,'.",
		Example: "Jund al-Sham, also known as the Army of the Levant, took part.", match: aliases},
	{Name: "established", Kinds: []dateline.Kind{dateline.Founding},
		Doc:     "'Established nine years ago as ..., the group': a participle about the subject that follows.",
		Example: "Established in 1987 as a branch of the movement, Hamas won the vote.", match: established},
	{Name: "tied", Kinds: []dateline.Kind{dateline.Alliance, dateline.Leadership, dateline.TerritoryGained, dateline.Membership, dateline.Rivalry},
		Doc:     "A participle or a prefix that ties a noun to a name: 'X-backed', 'X-led', 'X-held', 'X-affiliated', 'pro-X', 'anti-X', 'X and allied Y'.",
		Example: "The Kurdish-led forces and anti-Taliban militias met.", match: tied},
	{Name: "succession", Kinds: []dateline.Kind{dateline.Leadership},
		Doc:     "Who came after a leader told before: the group is his.",
		Example: "Ali Khan led Hamas. He was succeeded by Omar Haddad.", match: successions},
	{Name: "joint", Kinds: []dateline.Kind{dateline.Alliance},
		Doc:     "Parties that together begin one operation, or aim to defeat the same enemy.",
		Example: "The army and the Northern Militia launched an offensive.", match: joint},
	{Name: "jailed", Kinds: []dateline.Kind{dateline.Arrest},
		Doc:     "'The jailed writer', 'detained activist X': a participle before a person, who is told to be held already.",
		Example: "Supporters of the jailed activist Omar Nasser gathered at the court.", match: jailed},
}

// Rules lists every rule: the patterns of the lexicon in the order of its files, then the written ones.
func Rules() []Rule {
	var out []Rule
	for _, p := range load().patterns {
		word, _, _ := strings.Cut(p.trigger, ".")
		out = append(out, Rule{Name: p.Name, Example: p.Example, Kinds: []dateline.Kind{p.Kind},
			Doc: "The lexicon's pattern for '" + word + "'."})
	}
	for _, w := range written {
		w.match = nil
		out = append(out, w)
	}
	out = append(out, Rule{Name: operations, Kinds: []dateline.Kind{dateline.AreaOfOperation}, Doc: operationsDoc, Example: operationsExample})
	out = append(out, Rule{Name: "figures", Kinds: figureKindList(), Doc: figuresDoc, Example: figuresExample})
	out = append(append(out, load().dealings.rules...), dealingRules...)
	return append(out, Rule{Name: "assessment", Kinds: []dateline.Kind{dateline.Assessment}, Doc: assessmentDoc, Example: assessmentExample})
}

func (r *reader) rules(v *view, found []*draft) []*draft {
	var out []*draft
	for _, w := range written {
		for _, d := range w.match(r, v, found) {
			d.rule = w.Name
			out = append(out, d)
		}
	}
	return out
}

// successions reads who came after a leader told in this sentence or the three before.
func successions(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if !r.lex.standing.has(v.lemma(t), "succeeds") || v.tag(t) != "VERB" || at(found, t) != nil {
			continue
		}
		s, o := v.subject(t), v.object(t)
		if s < 0 || o < 0 || len(v.prep(t, "as")) > 0 || !v.inClass(s, "PEOPLE") && !v.inClass(s, "PERSON") {
			continue
		}
		for _, g := range r.ledBy(v, o, found) {
			d := v.bare(t, dateline.Leadership, 0.6)
			d.put(dateline.Leader, s)
			g.Inferred = "the group of the leader told before"
			if g.Refers.IsZero() && !v.s.Span.Contains(g.Span) {
				g.Refers = g.Span
			}
			d.parts = append(d.parts, g)
			out = append(out, d)
			break
		}
	}
	return out
}

// ledBy is the group of the last leader told, as a part, where token o can be that leader: a pronoun or a word of the name.
func (r *reader) ledBy(v *view, o int, found []*draft) []dateline.Part {
	drafts := append(slices.Clip(r.drafts), found...)
	for k := len(drafts) - 1; k >= 0 && v.i-drafts[k].v.i <= 3; k-- {
		d := drafts[k]
		l, g := d.part(dateline.Leader), d.part(dateline.Group)
		if l == nil || g == nil || d.kind != dateline.Leadership && d.kind != dateline.Founding {
			continue
		}
		if !v.personal(o) && !strings.Contains(l.Span.In(r.text), v.tok(o).Form) {
			return nil
		}
		return []dateline.Part{*g}
	}
	return nil
}

// bare makes a draft of a written rule around trigger token t.
func (v *view) bare(t int, k dateline.Kind, score float64) *draft {
	return &draft{v: v, at: t, kind: k, trigger: v.tok(t).Span, slots: map[string]int{}, score: score}
}

// strengths reads how many fighters a group is said to have.
func strengths(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for _, m := range v.mentions {
		if m.Kind != dateline.SomeCount {
			continue
		}
		if d := r.strength(v, m, found); d != nil {
			out = append(out, d)
		}
	}
	out = append(out, r.formerly(v, out)...)
	return append(append(out, r.putAt(v, out)...), r.comparison(v)...)
}

// formerly reads the numbers that a strength is set against: '300 fighters, down from some 900 in 2015'.
func (r *reader) formerly(v *view, told []*draft) []*draft {
	var out []*draft
	for _, m := range v.mentions {
		if len(told) == 0 || m.Kind != dateline.SomeCount || counted(told, m.Span) {
			continue
		}
		ahead := strings.ToLower(strings.TrimRight(r.text[v.s.Span.Start:m.Span.Start], " "))
		if !slices.ContainsFunc(against, func(w string) bool { return strings.HasSuffix(ahead, w) }) {
			continue
		}
		d := v.bare(v.headOf(m.Span), dateline.Strength, 0.6)
		if g := told[len(told)-1].part(dateline.Group); g != nil {
			d.parts = append(d.parts, *g)
		} else {
			d.put(dateline.Group, told[len(told)-1].slots["group"])
		}
		d.add(dateline.Fighters, m.Span)
		out = append(out, d)
	}
	return out
}

var against = []string{"down from", "up from", "compared with", "compared to", "against"}

// counted reports whether one of the drafts tells the number at sp.
func counted(drafts []*draft, sp dateline.Span) bool {
	return slices.ContainsFunc(drafts, func(d *draft) bool {
		p := d.part(dateline.Fighters)
		return p != nil && p.Span.Overlaps(sp)
	})
}

// ownTime gives a strength the time right behind its number, and takes away that of another number: '1,500 in 2016, 3,500 in 2018'.
func (d *draft) ownTime() {
	number := d.part(dateline.Fighters)
	if number == nil {
		return
	}
	own := d.v.timeBehind(number.Span)
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		return p.Role == dateline.DateRole && (own != (dateline.Span{}) && p.Span != own || own.IsZero() && d.v.behindNumber(p.Span))
	})
	if !own.IsZero() && !d.has(dateline.DateRole) {
		d.add(dateline.DateRole, own)
	}
}

// timeBehind returns the time that stands right behind a number, with 'in' or the like between; zero if none does.
func (v *view) timeBehind(number dateline.Span) dateline.Span {
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime && m.Span.Start >= number.End && ofWhen[strings.TrimSpace(v.r.text[number.End:m.Span.Start])] {
			return m.Span
		}
	}
	return dateline.Span{}
}

// ofWhen are the words between a number and its time.
var ofWhen = map[string]bool{"": true, "in": true, "by": true, "as of": true, "as at": true, "at the end of": true, "at the start of": true, "during": true}

// behindNumber reports whether a time is that of a number right before it.
func (v *view) behindNumber(time dateline.Span) bool {
	return slices.ContainsFunc(v.mentions, func(m dateline.Mention) bool {
		return m.Kind == dateline.SomeCount && v.timeBehind(m.Span) == time
	})
}

// putAt reads what somebody else puts a strength told before at: 'has 5,000 fighters, the army says; residents put it at 3,000'.
func (r *reader) putAt(v *view, told []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		o := v.child(t, "obj")
		if l := v.lemma(t); l != "put" && l != "estimate" && l != "place" || v.tag(t) != "VERB" || o < 0 || v.lemma(o) != "it" && v.tag(o) != "NOUN" {
			continue
		}
		prev := r.lastStrength(v)
		for _, d := range told {
			if d.at < t {
				prev = d
			}
		}
		at := v.prep(t, "at")
		if len(at) > 0 && counted(told, v.tok(at[0]).Span) {
			continue
		}
		if prev == nil || len(at) == 0 || r.tollBetween(v, prev, t) || v.tag(o) == "NOUN" && !v.r.lex.standing.has(v.lemma(o), "sum") && v.lemma(o) != "strength" && v.lemma(o) != "size" {
			continue
		}
		if d := v.sameStrength(t, at[0], prev); d != nil {
			out = append(out, d)
		}
	}
	return out
}

// tollBetween reports whether how many came to harm is told between a strength and token t, so that 'it' is rather that.
func (r *reader) tollBetween(v *view, strength *draft, t int) bool {
	for _, d := range r.drafts {
		if d.trigger.Start > strength.trigger.Start && d.toll() {
			return true
		}
	}
	return slices.ContainsFunc(v.s.Tokens[:t], func(k parse.Token) bool {
		return k.Span.Start > strength.trigger.Start && (k.Lemma == "toll" || fates[lowered(k.Form)].kind != "")
	})
}

// sameStrength makes the strength of the group of prev that number n gives, under verb t.
func (v *view) sameStrength(t, n int, prev *draft) *draft {
	for _, m := range v.mentions {
		if m.Kind != dateline.SomeCount || !m.Span.Overlaps(v.tok(n).Span) {
			continue
		}
		d := v.bare(t, dateline.Strength, 0.6)
		for _, p := range prev.parts {
			if p.Role == dateline.Group {
				p.Inferred = "the number told before"
				if p.Refers.IsZero() && prev.v != v {
					p.Refers = p.Span
				}
				d.parts = append(d.parts, p)
			}
		}
		d.add(dateline.Fighters, m.Span)
		if s := v.subject(t); s >= 0 {
			d.slots["speaker"] = s
		}
		return d
	}
	return nil
}

// strength reads one number: it counts fighters, and what has them is a group.
func (r *reader) strength(v *view, m dateline.Mention, found []*draft) *draft {
	t := v.figure(m.Span)
	noun := t
	if h := v.head(t); !v.r.lex.nouns.has(v.lemma(t), "fighter") && h >= 0 && (v.base(t) == "nummod" || v.base(t) == "nmod" || v.base(t) == "compound") {
		noun = h
	}
	word := v.strengthWord(t)
	if !v.r.lex.nouns.has(v.lemma(noun), "fighter") && word < 0 || r.hurtBy(v, noun, found) || v.lemma(v.clauseVerb(noun)) == "lose" {
		return nil
	}
	holder := v.strengthHolder(noun, word)
	if word < 0 && v.pictured(noun) || holder < 0 || v.cased(noun) == "accord" || v.cased(noun) == "according" {
		return nil
	}
	if e := at(found, v.clauseVerb(noun)); e != nil && v.base(noun) == "nsubj" && (word < 0 || e.violent() || e.kind.Family() == dateline.HumanCost) {
		return nil // 'some 200 fighters of the group surrendered', 'an unknown number of militants were killed'
	}
	if slices.ContainsFunc(v.children(noun, "acl"), func(c int) bool { return v.tok(c).Fine == "VBN" && v.deed(c) || v.lemma(c) == "hit" }) {
		return nil // 'two gang members hit in the exchange'
	}
	trigger := noun
	if word >= 0 {
		trigger = word
	}
	d := v.bare(trigger, dateline.Strength, 0.7)
	d.put(dateline.Group, holder)
	d.add(dateline.Fighters, r.strengthPhrase(v, m, noun, t))
	if s := v.putBy(noun, t, word); s >= 0 {
		d.slots["speaker"] = s
	}
	r.family(v, d, m)
	r.onlyTime(v, d)
	return d
}

// figure returns the numeral of a number, the head of its words where it has none: 'an estimated 300'.
func (v *view) figure(number dateline.Span) int {
	t := v.headOf(number)
	if v.base(t) != "det" {
		return t
	}
	for k := range v.s.Tokens {
		if v.tag(k) == "NUM" && number.Contains(v.tok(k).Span) {
			return k
		}
	}
	return t
}

// putBy returns who puts a strength at number t: 'is put at 5,000 by the UN and at fewer than 3,000 by the government'; -1 if nobody is
// said to. The one right behind the number is his.
func (v *view) putBy(noun, t, word int) int {
	verb := v.clauseVerb(noun)
	if word >= 0 {
		verb = v.clauseVerb(word)
	}
	if l := v.lemma(verb); l != "put" && l != "estimate" && l != "place" && l != "reckon" {
		return -1
	}
	if !v.passive(verb) {
		return v.child(verb, "nsubj")
	}
	for k := t + 1; k < len(v.s.Tokens) && k < t+5; k++ {
		if v.lemma(k) == "by" && v.base(k) == "case" && v.head(k) > k && !v.is(v.head(k), dateline.SomeTime) {
			return v.head(k)
		}
	}
	return -1
}

// pictured reports whether noun t is what a picture shows: 'a photograph of eight men'.
func (v *view) pictured(t int) bool {
	h := v.head(t)
	return h >= 0 && v.base(t) == "nmod" && v.cased(t) == "of" && v.r.lex.nouns.has(v.lemma(h), "picture")
}

// onlyTime gives an estimate the one time that its sentence names: 'In a report of June 2023'.
func (r *reader) onlyTime(v *view, d *draft) {
	var one []dateline.Mention
	for _, m := range v.mentions {
		if m.Kind == dateline.SomeTime {
			one = append(one, m)
		}
	}
	if len(one) == 1 {
		d.infer(dateline.DateRole, one[0].Span, "the only time that the sentence names")
	}
}

// strengthWord finds 'strength', 'number of militants', 'size' above or beside number t; -1 if none.
func (v *view) strengthWord(t int) int {
	for k, h := 0, t; k < 4 && h >= 0; k++ {
		switch v.lemma(h) {
		case "strength", "size", "manpower":
			return h
		}
		for _, c := range v.kids[h] {
			switch l := v.lemma(c); l {
			case "number", "strength", "size", "membership", "rank":
				if l != "number" || v.countsFighters(c) {
					return c
				}
			}
		}
		h = v.head(h)
	}
	return -1
}

// countsFighters reports whether 'number' t is 'the number of fighters', or stands alone for one
// told before.
func (v *view) countsFighters(t int) bool {
	of := v.prep(t, "of")
	for _, o := range of {
		if v.r.lex.nouns.has(v.lemma(o), "fighter") {
			return true
		}
	}
	return false
}

// hurtBy reports whether the noun is already read as killed, arrested or the like.
func (r *reader) hurtBy(v *view, noun int, found []*draft) bool {
	for _, d := range found {
		for _, p := range d.parts {
			if p.Role != dateline.Group && p.Role != dateline.Perpetrator && p.Span.Overlaps(v.tok(noun).Span) {
				return true
			}
		}
	}
	return false
}

// strengthHolder finds the group that has the fighters: the subject of the clause, the possessor,
// the name before the noun; -1 if none.
func (v *view) strengthHolder(noun, word int) int {
	for _, t := range []int{noun, word} {
		if t < 0 {
			continue
		}
		for _, c := range append(v.children(t, "nmod:poss"), v.modifiers(t)...) {
			if v.groupish(c) && v.tag(c) != "ADJ" {
				return c
			}
		}
		for _, o := range v.prep(t, "of") {
			if n := v.nameIn(o); v.groupish(o) && (n != o || o != noun) {
				return n
			}
		}
	}
	verb := v.clauseVerb(noun)
	if s := v.subjectDeep(verb); s >= 0 && v.groupish(s) && s != noun && s != word {
		return s
	}
	return -1
}

// nameIn returns the name before a fighter noun ('IS-K militants'), else the noun itself.
func (v *view) nameIn(o int) int {
	for _, c := range v.modifiers(o) {
		if v.is(c, dateline.Somebody) || v.tag(c) == "PROPN" {
			return c
		}
	}
	return o
}

// subjectDeep is the subject of verb t, passive or not, or of the verb above.
func (v *view) subjectDeep(t int) int {
	for k := 0; k < 4 && t >= 0; k++ {
		if s := v.child(t, "nsubj"); s >= 0 {
			return v.relative(s, t)
		}
		if e := v.child(t, "expl"); e >= 0 && v.lemma(t) == "claim" {
			return e // 'it claims to have', where the tree takes 'it' for nobody
		}
		t = v.head(t)
	}
	return -1
}

// strengthPhrase is the number with its noun.
func (r *reader) strengthPhrase(v *view, m dateline.Mention, noun, t int) dateline.Span {
	if at := v.tok(noun).Span.Start; v.r.lex.nouns.has(v.lemma(noun), "fighter") && at >= m.Span.Start && at-m.Span.End < 40 &&
		!strings.ContainsAny(r.text[min(m.Span.End, at):at], ",;”\"") {
		return m.Span.Cover(v.tok(noun).Span)
	}
	for k := range v.s.Tokens {
		if ts := v.s.Tokens[k].Span; ts.Start >= m.Span.End && ts.Start-m.Span.End <= 1 && v.r.lex.nouns.has(v.lemma(k), "fighter") {
			return m.Span.Cover(ts)
		}
	}
	return m.Span
}

// family adds what the number includes: ', including family members'.
func (r *reader) family(v *view, d *draft, m dateline.Mention) {
	rest := r.text[m.Span.End:v.s.Span.End]
	if k := strings.Index(rest, "including "); k >= 0 && k < 30 {
		end := strings.IndexAny(rest[k:], ",.;")
		if end > 0 {
			d.add(dateline.Amount, dateline.Span{Start: m.Span.End + k, End: m.Span.End + k + end})
		}
	}
}

// comparison reads a strength without a figure: 'Some experts estimate that the number is much lower'.
func (r *reader) comparison(v *view) []*draft {
	prev := r.lastStrength(v)
	if prev == nil {
		return nil
	}
	for t := range v.s.Tokens {
		l := v.lemma(t)
		if l != "number" && l != "figure" && l != "strength" && l != "size" || !v.definite(t) || v.base(t) != "nsubj" {
			continue
		}
		h := v.head(t)
		if h < 0 || v.tok(h).Fine != "JJR" && !comparatives[v.lemma(h)] || v.numbered(h) {
			continue
		}
		d := v.bare(t, dateline.Strength, 0.6)
		for _, p := range prev.parts {
			if p.Role == dateline.Group {
				d.parts = append(d.parts, dateline.Part{Role: dateline.Group, Span: v.phrase(t), Refers: p.Span, Inferred: "the number told before"})
			}
		}
		d.add(dateline.Fighters, v.comparisonSpan(h))
		return []*draft{d}
	}
	return nil
}

var comparatives = set("low lower high higher small smaller large larger great greater few fewer")

// comparisonSpan is the comparative with the adverbs before it.
func (v *view) comparisonSpan(h int) dateline.Span {
	a := h
	for _, c := range v.kids[h] {
		if c < h && v.base(c) == "advmod" {
			a = min(a, c)
		}
	}
	return v.span(a, h)
}

// lastStrength returns the strength told in this sentence or the two before, or nil.
func (r *reader) lastStrength(v *view) *draft {
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 2; k-- {
		if r.drafts[k].kind == dateline.Strength {
			return r.drafts[k]
		}
	}
	return nil
}

// aliases reads other names of a group.
func aliases(r *reader, v *view, found []*draft) []*draft {
	var out []*draft
	for t := range v.s.Tokens {
		if v.lemma(t) == "know" && v.tok(t).Fine == "VBN" || v.lemma(t) == "call" && v.tok(t).Fine == "VBN" {
			if d := r.knownAs(v, t); d != nil {
				out = append(out, d)
			}
		}
	}
	for _, a := range r.shorts {
		if v.s.Span.Contains(a.Short) && !named(out, a.Short) {
			if d := r.shortForm(v, a.Long, a.Short); d != nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// named reports whether one of the drafts tells the name at sp already.
func named(drafts []*draft, sp dateline.Span) bool {
	for _, d := range drafts {
		if p := d.part(dateline.Name); p != nil && p.Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

// knownAs reads 'X, also known as Y' and 'X, known locally as Y'.
func (r *reader) knownAs(v *view, t int) *draft {
	o := v.object(t)
	as := v.prep(t, "as")
	if v.lemma(t) == "call" {
		as = v.children(t, "xcomp", "obj")
	}
	if o < 0 || len(as) == 0 || !v.groupish(o) || !v.properIn(as[0]) {
		return nil
	}
	d := v.bare(t, dateline.Alias, 0.8)
	d.put(dateline.Group, o)
	name := v.phrase(as[0])
	if i := strings.IndexByte(name.In(r.text), ','); i > 0 {
		name.End = name.Start + i // 'known as Wazalendo, residents said'
	}
	d.add(dateline.Name, name)
	return d
}

// properIn reports whether the phrase of h holds a proper name.
func (v *view) properIn(h int) bool {
	if v.tag(h) == "PROPN" || v.is(h, dateline.Somebody) {
		return true
	}
	for _, c := range v.modifiers(h) {
		if v.tag(c) == "PROPN" {
			return true
		}
	}
	return false
}

// shortForm reads 'Islamic State-Khorasan (IS-K)', where a part of the long form is no place.
func (r *reader) shortForm(v *view, long, short dateline.Span) *draft {
	t := v.headOf(short)
	listed := false
	for _, m := range v.mentions {
		if m.Kind == dateline.Somebody && (m.Span.Overlaps(long) || m.Span.Overlaps(short)) {
			listed = true
		}
	}
	if !listed && !v.groupish(v.headOf(long)) {
		return nil
	}
	d := v.bare(t, dateline.Alias, 0.8)
	d.reality = dateline.Happened // whatever is told of the group
	d.add(dateline.Group, long)
	d.add(dateline.Name, short)
	return d
}

// established reads a participle at the head of a sentence about its subject.
func established(r *reader, v *view, found []*draft) []*draft {
	for t := range v.s.Tokens {
		l := v.lemma(t)
		if l != "establish" && l != "found" && l != "form" && l != "create" || v.tok(t).Fine != "VBN" || at(found, t) != nil {
			continue
		}
		h := v.head(t)
		if v.base(t) != "advcl" || h < 0 || t > h {
			continue
		}
		s := v.child(h, "nsubj")
		if s < 0 || !v.groupish(s) {
			continue
		}
		d := v.bare(t, dateline.Founding, 0.7)
		d.put(dateline.Group, s)
		for _, a := range v.prep(t, "as") {
			d.put(dateline.Name, a)
		}
		return []*draft{d}
	}
	return nil
}

// elsewhere says why a sentence is about something else altogether, or "".
func (r *reader) elsewhere(v *view) string {
	if !slices.ContainsFunc(v.lemmas, func(l string) bool { return r.lex.topics.has(l, "sport", "fiction", "market", "space") }) {
		return ""
	}
	for _, c := range []string{"sport", "fiction", "market", "space"} {
		n, deed := 0, false
		for t := range v.s.Tokens {
			if v.topical(t, c) && !(v.base(t) == "compound" && v.topical(v.head(t), c)) {
				n++ // 'a football coach' is one
			}
			deed = deed || v.deed(t) || r.lex.deeds[v.lemma(t)+".v"] && !r.lex.evidence.has(v.lemma(t), "everywhere")
			if c == "fiction" && v.toldIn(t) {
				return "it is told in a " + v.lemma(t)
			}
		}
		if s := v.child(v.root(), "nsubj"); c == "fiction" && n > 0 && s >= 0 && v.topical(s, c) {
			return "the sentence is about fiction"
		}
		if deed && (n >= 2 || n == 1 && c != "market" && !r.hurtWords(v)) {
			return "the sentence is about " + c
		}
	}
	return ""
}

// topical reports whether noun t is a word of topic c. 'A series of attacks' tells of attacks.
func (v *view) topical(t int, c string) bool {
	if !v.nominal(t) || !v.r.lex.topics.has(v.lemma(t), c) || strings.HasSuffix(v.tok(t).Entity, "person") {
		return false // Ms Bowler plays nothing
	}
	for _, of := range v.prep(t, "of") {
		if v.eventful(of) {
			return false
		}
	}
	return true
}

// toldIn reports whether t is the work in which something is told: 'in her new novel', 'in the exercise'.
func (v *view) toldIn(t int) bool {
	return v.nominal(t) && v.r.lex.topics.has(v.lemma(t), "fiction") && v.base(t) == "obl" && v.cased(t) == "in" &&
		(v.child(t, "det") >= 0 || v.child(t, "nmod:poss") >= 0)
}

// accident reports whether a bare toll in the sentence may come from something that is no violence.
func (r *reader) accident(v *view) bool {
	for t := range v.s.Tokens {
		if r.accidental(v.lemma(t), v.tag(t)) && !v.fellThrough(t) {
			return true
		}
		for _, seq := range r.lex.idioms[v.lemma(t)] {
			if v.follows(t, seq) {
				return true
			}
		}
	}
	return false
}

// fellThrough reports whether the verb at t tells that a truce or talks ended, and no building fell: 'the ceasefire collapsed'.
func (v *view) fellThrough(t int) bool {
	s := v.subject(t)
	return s >= 0 && (v.r.lex.evidence.has(v.lemma(s), "arms") || v.r.lex.nouns.has(v.lemma(s), "abstract")) && !v.is(s, dateline.Somebody)
}

// hurtWords reports whether the sentence tells of people killed or hurt, so that a stadium or a
// film maker in it does not make it sport or fiction.
func (r *reader) hurtWords(v *view) bool {
	for t := range v.s.Tokens {
		switch v.lemma(t) {
		case "kill", "wound", "injure", "dead", "die", "explode", "explosion", "gunman", "militant", "bomb", "police", "gunshot", "gunfire", "gunmen",
			"killing", "murder", "ambush", "massacre", "kidnap", "abduct", "kidnapping", "abduction", "armed", "passenger":
			return true
		case "shoot":
			if o := v.object(t); v.passive(t) && o >= 0 && v.inClass(o, "HURTABLE") {
				return true
			}
		}
	}
	return false
}

// idiom says which idiom the words around trigger t make, or "".
func (r *reader) idiom(v *view, t int) string {
	for a := max(0, t-3); a <= t; a++ {
		for _, seq := range r.lex.idioms[v.lemma(a)] {
			if v.follows(a, seq) && a+len(seq) > t {
				return "'" + strings.Join(seq, " ") + "' is no violence"
			}
		}
	}
	return ""
}

// follows reports whether the lemmas from token a on are seq, articles and marks apart.
func (v *view) follows(a int, seq []string) bool {
	k := 0
	for t := a; t < len(v.s.Tokens) && k < len(seq); t++ {
		l := v.lemma(t)
		if k > 0 && l != seq[k] && (v.tag(t) == "DET" || v.tag(t) == "ADJ" || v.tok(t).Form == "-") {
			continue
		}
		if l != seq[k] && seq[k] != "*" && strings.ToLower(v.tok(t).Form) != seq[k] {
			return false
		}
		k++
	}
	return k == len(seq)
}
