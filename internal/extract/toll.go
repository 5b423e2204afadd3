package extract

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// fates are the words that say what befell people, behind their number, as their kind and role. The
// lemma or the form of a word is looked up.
var fates = map[string]struct {
	kind dateline.Kind
	role dateline.Role
}{
	"dead": {dateline.KilledKind, dateline.KilledRole}, "killed": {dateline.KilledKind, dateline.KilledRole},
	"slain": {dateline.KilledKind, dateline.KilledRole}, "wounded": {dateline.WoundedKind, dateline.Wounded},
	"injured": {dateline.WoundedKind, dateline.Wounded}, "hurt": {dateline.WoundedKind, dateline.Wounded},
	"missing": {dateline.MissingKind, dateline.Missing}, "kidnapped": {dateline.AbductedKind, dateline.Abducted},
	"abducted": {dateline.AbductedKind, dateline.Abducted}, "displaced": {dateline.DisplacedKind, dateline.Displaced},
}

// tolls reads what tells how many and has no verb of its own, or one that the tree gave another
// subject: 'the death toll rose to 45', 'the number of dead stood at 62', 'leaving 12 dead', '12
// killed and 30 injured', 'no casualties'.
func tolls(r *reader, v *view, found []*draft) []*draft {
	v.setRight(found)
	var out []*draft
	for t := range v.s.Tokens {
		if role, ok := r.tally(v, t, found); ok {
			if d := v.tallied(t, role); d != nil && !d.countsAnew(found) {
				out = append(out, d)
			}
			continue
		}
		if d := r.retold(v, t, append(found, out...)); d != nil {
			out = append(out, d)
			continue
		}
		out = append(out, v.none(t, found)...)
		if d := v.bodies(t); d != nil && at(found, t) == nil {
			out = append(out, d)
		}
		if f, ok := fates[lowered(v.tok(t).Form)]; ok {
			if d := v.befell(t, f.kind, f.role, append(found, out...)); d != nil {
				out = append(out, d)
			}
		}
	}
	return out
}

// tally returns what a noun that stands for a number counts: 'death toll', 'the number of wounded',
// 'the figure' behind a toll.
func (r *reader) tally(v *view, t int, found []*draft) (dateline.Role, bool) {
	if v.tag(t) != "NOUN" {
		return "", false
	}
	switch v.lemma(t) {
	case "toll":
		return dateline.KilledRole, true
	case "number", "figure", "count", "total":
		if role, ok := v.numberOf(t); ok {
			return role, true
		}
		if v.definite(t) && v.child(t, "nmod") < 0 {
			return r.lastToll(v, t, found)
		}
	}
	return "", false
}

// numberOf reads whom 'the number' at t counts: 'of dead', 'of people killed', 'of deaths', 'killed'.
func (v *view) numberOf(t int) (dateline.Role, bool) {
	if t+1 >= len(v.kids) {
		return "", false
	}
	if f, ok := fates[lowered(v.tok(t+1).Form)]; ok && v.definite(t) {
		return f.role, true // 'the number killed'
	}
	if v.lemma(t+1) != "of" {
		return "", false
	}
	for k := t + 2; k < len(v.kids) && k < t+9 && v.tag(k) != "PUNCT"; k++ {
		if f, ok := fates[lowered(v.tok(k).Form)]; ok {
			return f.role, true
		}
		if l := v.lemma(k); v.tag(k) == "VERB" && (l == "arrest" || l == "detain") {
			return dateline.Arrested, true
		}
		switch v.lemma(k) {
		case "death", "fatality":
			return dateline.KilledRole, true
		case "injury":
			return dateline.Wounded, true
		}
		if v.tag(k) == "VERB" || v.tag(k) == "AUX" && v.lemma(k) != "be" && v.lemma(k) != "have" {
			return "", false
		}
	}
	return "", false
}

// countsAnew gives the figure that 'the number of girls who were abducted in X' has come to to the deed that these
// words tell; it reports whether they tell one.
func (d *draft) countsAnew(found []*draft) bool {
	role, _ := d.tollRole()
	for _, e := range found {
		if e.at <= d.at || e.at > d.v.last[d.at] || e.kind != dateline.Arrest && (role != dateline.Abducted || !e.violent()) {
			continue
		}
		e.without(role)
		e.add(role, d.part(role).Span)
		if h, ok := d.slots["speaker"]; ok {
			e.slots["speaker"] = h
		}
		e.tolled = true
		return true
	}
	return false
}

// lastToll returns what the last toll before token t counts, in this sentence or the one before; none where the last
// figure before it in this sentence is no toll: 'it has 2,000 fighters; others put the figure at 4,000'.
func (r *reader) lastToll(v *view, t int, found []*draft) (dateline.Role, bool) {
	if sp, ok := v.countBefore(t); ok && !slices.ContainsFunc(found, func(d *draft) bool { return d.tolls(sp) }) {
		return "", false
	}
	for k := len(found) - 1; k >= 0; k-- {
		if role, ok := found[k].tollRole(); ok && found[k].at < t {
			return role, true
		}
	}
	for k := len(r.drafts) - 1; k >= 0 && v.i-r.drafts[k].v.i <= 1; k-- {
		if role, ok := r.drafts[k].tollRole(); ok {
			return role, true
		}
	}
	return "", false
}

// retold reads another figure of the people counted before, by the verb of who gives it alone: 'the government counts 853 dead; the group has
// acknowledged 758'. It is nil if t tells none.
func (r *reader) retold(v *view, t int, found []*draft) *draft {
	if v.tag(t) != "VERB" || !r.lex.speech.has(v.lemma(t), "say", "record") || v.passive(t) {
		return nil
	}
	o, s := v.child(t, "obj"), v.child(t, "nsubj")
	if o < t || s < 0 || v.tag(o) != "NUM" || !v.is(o, dateline.SomeCount) || len(v.kids[o]) > 0 && v.child(o, "advmod") < 0 || v.child(t, "xcomp", "ccomp") >= 0 || !v.inClass(s, "AGENT") {
		return nil
	}
	role, ok := r.lastToll(v, t, found)
	if !ok {
		return nil
	}
	d := v.bare(t, tollKinds[role], 0.6)
	d.add(role, v.held[o].Span)
	d.slots["speaker"] = s
	return d
}

// countBefore returns the last figure of the sentence before token t.
func (v *view) countBefore(t int) (out dateline.Span, ok bool) {
	for i := range v.mentions {
		if m := &v.mentions[i]; m.Kind == dateline.SomeCount && m.Span.End <= v.tok(t).Span.Start && m.Span.Start >= out.Start {
			out, ok = m.Span, true
		}
	}
	return out, ok
}

// tolls reports whether the figure sp is of the people that d counts.
func (d *draft) tolls(sp dateline.Span) bool {
	return slices.ContainsFunc(d.parts, func(p dateline.Part) bool { return tollKinds[p.Role] != "" && p.Span.Overlaps(sp) })
}

// tollRole returns the first of the roles in which d counts people.
func (d *draft) tollRole() (dateline.Role, bool) {
	for _, p := range d.parts {
		if tollKinds[p.Role] != "" {
			return p.Role, true
		}
	}
	return "", false
}

// reaches are the words right before the figure that a toll has come to.
var reaches = set("at to reach reached exceed exceeded hit pass passed top topped surpass surpassed be is was stand stood as past above over",
	"of from")

// tallied reads the figure that a toll, a number or a figure has come to; nil if none is told.
func (v *view) tallied(t int, role dateline.Role) *draft {
	figure, ok := v.figureBehind(t)
	if !ok {
		figure, ok = v.raisedTo(t)
	}
	if !ok {
		return nil
	}
	d := v.bare(t, tollKinds[role], 0.7)
	d.add(role, figure)
	v.tollEvent(d)
	v.tollTeller(d)
	return d
}

// figureBehind returns the first figure behind token t that is what it has come to.
func (v *view) figureBehind(t int) (dateline.Span, bool) {
	near := v.lemma(t) == "toll"
	for k := range v.mentions {
		m := &v.mentions[k]
		if m.Kind != dateline.SomeCount || m.Span.Start <= v.tok(t).Span.End {
			continue
		}
		h := v.headOf(m.Span)
		if near && v.doesMore(h) {
			near = false // 'confirmed the death toll and said that 25 people were wounded'
		}
		if !near && !v.reached(m.Span) || v.cased(h) == "by" {
			continue // 'lowered the toll by 100' tells the difference
		}
		return v.lastOf(m.Span), true
	}
	return dateline.Span{}, false
}

// doesMore reports whether the figure at h, or what it counts, is the subject of a verb behind it.
func (v *view) doesMore(h int) bool {
	if h >= 0 && v.base(h) == "nummod" {
		h = v.head(h)
	}
	return h >= 0 && v.base(h) == "nsubj" && v.head(h) > h && v.tag(v.head(h)) == "VERB"
}

// raisedTo returns the figure between a verb and the number that it raises, whatever the tree makes of it: 'raising to 19 the number of people killed'.
func (v *view) raisedTo(t int) (dateline.Span, bool) {
	last := t - 1
	if last > 0 && v.tag(last) == "DET" {
		last--
	}
	for _, m := range v.mentions {
		if k := v.tokenAt(m.Span.Start); last > 1 && m.Kind == dateline.SomeCount && m.Span.End == v.tok(last).Span.End && k > 1 && v.lemma(k-1) == "to" && v.r.lex.acts.has(v.lemma(k-2), "counts") {
			return m.Span, true
		}
	}
	return dateline.Span{}, false
}

var tollKinds = map[dateline.Role]dateline.Kind{dateline.KilledRole: dateline.KilledKind, dateline.Wounded: dateline.WoundedKind,
	dateline.Missing: dateline.MissingKind, dateline.Abducted: dateline.AbductedKind, dateline.Displaced: dateline.DisplacedKind,
	dateline.Arrested: dateline.Arrest}

// reached reports whether a word of coming to a figure stands right before sp.
func (v *view) reached(sp dateline.Span) bool {
	for k := range v.s.Tokens {
		if v.tok(k).Span.Start >= sp.Start {
			return k > 0 && (reaches[lowered(v.tok(k-1).Form)] || strings.HasPrefix(sp.In(v.r.text), "from "))
		}
	}
	return false
}

// lastOf is the figure that 'from 38 to 45' ends at, and both where estimates range.
func (v *view) lastOf(sp dateline.Span) dateline.Span {
	words := sp.In(v.r.text)
	if k := v.tokenAt(sp.Start) - 1; k >= 0 && strings.HasPrefix(v.lemma(k), "rang") || k >= 0 && strings.HasPrefix(v.lemma(k), "vary") {
		return sp
	}
	if k := strings.LastIndex(words, " to "); k > 0 && strings.HasPrefix(words, "from ") {
		sp.Start += k + len(" to ")
	}
	return sp
}

// tollEvent adds the event that a 'toll' is of: 'the death toll from the bombing'.
func (v *view) tollEvent(d *draft) {
	for _, p := range []string{"from", "in", "of", "for"} {
		for _, h := range v.prep(d.at, p) {
			if v.eventful(h) {
				d.slots["in"] = h
				d.add(dateline.Incidental, v.phrase(h))
			}
		}
	}
}

// tollTeller lets who 'put the toll at 19' or 'raised it to 45' be its speaker.
func (v *view) tollTeller(d *draft) {
	h := v.head(d.at)
	if !v.tollTold(d) {
		return
	}
	s := v.subject(h)
	if s >= 0 && (v.inClass(s, "AGENT") || v.r.lex.nouns.has(v.lemma(s), "voice", "people") || v.lemma(h) == "put" && v.tag(s) == "NOUN" && !v.eventful(s)) {
		d.slots["speaker"] = s
	}
}

// tollTold reports whether a toll is what somebody puts, raises or lowers: the verb's circumstances are
// those of the telling.
func (v *view) tollTold(d *draft) bool {
	h := v.head(d.at)
	return h >= 0 && v.base(d.at) == "obj" && v.r.lex.acts.has(v.lemma(h), "counts") && (d.kind.Family() == dateline.HumanCost || d.kind == dateline.Arrest)
}

// Condemns reports whether a verb says what somebody thinks of a deed, by its lemma: its time is not the deed's.
func Condemns(lemma string) bool { return load().standing.has(lemma, "condemns") }

// Tells reports whether word k of a sentence only says that something took place or what somebody thinks of it, or is what that is said in, or puts a
// toll or keeps an anniversary: 'said', 'statement', 'put the toll at 359', 'marked a year since the siege'.
func Tells(s *parse.Sentence, k int) bool {
	l := load()
	if s.Tokens[k].Tag == "NOUN" {
		return l.speech.has(s.Tokens[k].Lemma, "carrier")
	}
	if l.speech.has(s.Tokens[k].Lemma, "say") || l.standing.has(s.Tokens[k].Lemma, "speaks-out") {
		return true
	}
	o := s.Child(k, "obj")
	return o >= 0 && (l.acts.has(s.Tokens[k].Lemma, "counts") && l.standing.has(s.Tokens[o].Lemma, "sum") || l.standing.has(s.Tokens[o].Lemma, "remembrance"))
}

// none reads 'no deaths', 'no injuries' and 'no casualties', which is neither.
func (v *view) none(t int, found []*draft) []*draft {
	det := v.child(t, "det")
	if det < 0 || v.lemma(det) != "no" || at(found, t) != nil {
		return nil
	}
	var out []*draft
	zero := func(k dateline.Kind, role dateline.Role) {
		d := v.bare(t, k, 0.7)
		d.add(role, v.span(det, t))
		d.reality = dateline.NotHappened
		out = append(out, d)
	}
	l := v.lemma(t)
	if l == "death" || l == "fatality" || l == "casualty" {
		zero(dateline.KilledKind, dateline.KilledRole)
	}
	if l == "injury" || l == "casualty" {
		zero(dateline.WoundedKind, dateline.Wounded)
	}
	return out
}

// bodies reads 'the bodies of 14 men were found' and '14 bodies were recovered'.
func (v *view) bodies(t int) *draft {
	if l := v.lemma(t); l != "body" && l != "corpse" || v.head(t) < 0 || !v.r.lex.acts.has(v.lemma(v.head(t)), "uncovers") {
		return nil
	}
	sp := v.alone(t)
	if of := v.prep(t, "of"); len(of) > 0 && v.numbered(of[0]) {
		sp = v.alone(of[0])
	} else if v.child(t, "nummod") < 0 {
		return nil
	}
	d := v.bare(t, dateline.KilledKind, 0.6)
	d.add(dateline.KilledRole, v.withNumber(sp))
	return d
}

// setRight gives the tolls of found the number that stands right before their word, where the tree
// gave them another one's: 'three people were dead and 12 missing'.
func (v *view) setRight(found []*draft) {
	for _, d := range found {
		f, ok := fates[lowered(v.tok(d.at).Form)]
		if !ok || d.kind != f.kind || v.attributive(d.at) {
			continue
		}
		if sp, ok := v.numberBefore(d.at); ok && !d.overlaps(f.role, sp) {
			d.replace(f.role, sp)
		}
	}
}

// befell reads the number that stands right before the word t for what befell people: '12 people
// dead', '30 were injured', 'nine, two of them children, were killed'; nil if it is read already.
func (v *view) befell(t int, k dateline.Kind, role dateline.Role, found []*draft) *draft {
	sp, ok := v.numberBefore(t)
	if !ok || v.attributive(t) {
		return nil
	}
	for _, d := range found {
		for _, p := range d.parts {
			if p.Role == role && p.Span.Overlaps(sp) || p.Role.IsToll() && p.Span == sp {
				return nil
			}
		}
	}
	d := v.bare(t, k, 0.7)
	d.add(role, sp)
	d.harm(dateline.Victim, sp, effects[role])
	return d
}

// replace puts sp in the place of what was read in role, and of its victims.
func (d *draft) replace(role dateline.Role, sp dateline.Span) {
	kept := d.parts[:0]
	for _, p := range d.parts {
		if p.Role != role && p.Role != dateline.Victim {
			kept = append(kept, p)
		}
	}
	d.parts = kept
	d.add(role, sp)
	d.harm(dateline.Victim, sp, effects[role])
}

// attributive reports whether the word t describes a noun behind it, or has an object: '12 missing
// children', '12 men killed a guard'.
func (v *view) attributive(t int) bool {
	passive := t > 0 && v.beBefore(t)
	if t+1 >= len(v.kids) || passive {
		return false
	}
	switch v.tag(t + 1) {
	case "NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON":
		return !v.is(t+1, dateline.SomeTime) // 'eight injured last week'
	}
	return v.held[t+1] != nil && v.held[t+1].Kind == dateline.SomeCount
}

// beBefore reports whether a form of 'be', 'leave' or 'report' stands before t, adverbs apart.
func (v *view) beBefore(t int) bool {
	for k := t - 1; k >= 0 && k > t-5; k-- {
		switch v.lemma(k) {
		case "be", "leave", "report", "find", "confirm":
			return true
		}
		if v.tag(k) != "ADV" && v.tag(k) != "AUX" {
			return false
		}
	}
	return false
}

// numberBefore returns the number phrase that ends right before token t, but for forms of 'be',
// adverbs and an aside between commas.
func (v *view) numberBefore(t int) (dateline.Span, bool) {
	k := t - 1
	if k > 0 && v.lemma(t) == "dead" && v.lemma(k) == "shoot" {
		k-- // '2 shot dead, 2 injured'
	}
	for k >= 0 && (v.tag(k) == "AUX" || v.tag(k) == "ADV" || v.lemma(k) == "be" || v.lemma(k) == "report" || v.lemma(k) == "confirm" || v.lemma(k) == "find") {
		k--
	}
	if k > 0 && v.tok(k).Form == "," {
		k = v.asideStart(k) - 1
	}
	end := k
	for ; k >= 0 && end-k < 8; k-- {
		if m := v.held[k]; m != nil && m.Kind == dateline.SomeCount {
			for k > 0 && v.held[k-1] == m {
				k--
			}
			return v.besideLeft(k).Cover(m.Span).Cover(v.tok(end).Span), !v.partly(k)
		}
		switch v.tag(k) {
		case "NOUN", "ADJ", "PROPN":
		default:
			if v.lemma(k) != "of" && v.tok(k).Form != "-" {
				return dateline.Span{}, false
			}
		}
	}
	return dateline.Span{}, false
}

// besideLeft returns the number phrase that 'and' joins to the one at token k, behind 'left', where both share what befell them: 'left three women
// and one man injured'; the token at k where none does.
func (v *view) besideLeft(k int) dateline.Span {
	own := v.tok(k).Span
	if k < 4 || v.lemma(k-1) != "and" || v.tag(k-2) != "NOUN" {
		return own
	}
	a := k - 2
	for a > 0 && (v.tag(a) == "NOUN" || v.tag(a) == "ADJ") {
		a--
	}
	m := v.held[a]
	if m == nil || m.Kind != dateline.SomeCount {
		return own
	}
	for a > 0 && v.held[a-1] == m {
		a--
	}
	if a > 0 && v.lemma(a-1) == "leave" {
		return v.tok(a).Span.Cover(own)
	}
	return own
}

// asideStart returns the comma that opens the aside which the comma at k closes ('nine people, two of
// them children,'); k where it is no aside about those counted.
func (v *view) asideStart(k int) int {
	for o := k - 1; o > 0 && k-o < 16; o-- {
		if v.tok(o).Form != "," {
			continue
		}
		if asides[v.lemma(o+1)] || v.held[o+1] != nil && v.held[o+1].Kind == dateline.SomeCount && v.hasOf(o+1, k) {
			return o
		}
	}
	return k
}

// asides are words that open an aside about people who were just counted.
var asides = set("include including among most mostly mainly many all some both aged age")

// hasOf reports whether 'of them' or 'of whom' stands between tokens a and b.
func (v *view) hasOf(a, b int) bool {
	for k := a; k+1 < b; k++ {
		if v.lemma(k) == "of" {
			return true
		}
	}
	return false
}

// partOf widens the phrase of a toll of h over 'half of' and 'most of' before it, which say that it is
// not the whole number. Of 'half of the 40 who were killed' the 40 were.
func (d *draft) partOf(h int, sp dateline.Span) dateline.Span {
	v, k := d.v, 0
	for k < len(v.kids) && v.tok(k).Span.Start < sp.Start {
		k++
	}
	if v.head(d.at) == h || !v.partly(k) {
		return sp
	}
	for v.lemma(k) != "of" {
		k--
	}
	return sp.Cover(v.tok(k - 1).Span)
}

// partly reports whether 'half of' or 'most of' stands before token t.
func (v *view) partly(t int) bool {
	if t > 0 && v.tag(t-1) == "DET" {
		t--
	}
	return t > 1 && v.lemma(t-1) == "of" && partitives[v.lemma(t-2)]
}

// partitives are words for a part of a number that is not told.
var partitives = set("half third quarter most many some part majority")

// beforeFate cuts the phrase of a toll before a second fate: of 'left 12 people dead and 30 injured'
// the dead are '12 people'.
func (v *view) beforeFate(sp dateline.Span) dateline.Span {
	counted := false
	for t := range v.s.Tokens {
		ts := v.tok(t).Span
		if !sp.Contains(ts) {
			continue
		}
		counted = counted || v.is(t, dateline.SomeCount)
		if _, ok := fates[lowered(v.tok(t).Form)]; ok && counted && t > 0 && v.tag(t-1) != "DET" && !v.attributive(t) {
			return dateline.Span{Start: sp.Start, End: v.tok(t - 1).Span.End}
		}
	}
	return sp
}
