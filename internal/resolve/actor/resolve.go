package actor

import (
	"slices"
	"strings"

	"dateline"
)

// Context is what a report has told before the words that are asked about. Its zero value is 'nothing'.
type Context struct {
	Published dateline.Date
	Countries []string          // ISO codes of the countries that the report is about
	Actors    []string          // Actor.IDs that its words have been resolved to
	Short     map[string]string // short form to the long form that the text ties it to
	Common    bool              // the first word has its capital only because a sentence begins with it
	Sentence  string            // that the words stand in; "" if not known
	At        int               // where in Sentence they start
	// Setting says where and when the sentence tells of; nil if that is not known. It is asked only where a
	// name leaves a choice, as it may take time to work out.
	Setting func() Setting

	end  int     // where in Sentence the words end
	next *phrase // the words that follow at once, see named
}

// Setting is where and when a sentence tells of.
type Setting struct {
	Countries []string        // ISO codes: of where something is in it, 'in Swat'
	Dates     []dateline.Date // that it tells
}

// Resolve says who words mean, as they stand in a report ('suspected IS-K supporters', 'police in
// Germany', 'gunmen'). It fills in State, Actor, Others, Score and Why:
//
//   - Known: Actor is a record's ID or a state's body ('state:NG:army'); Others are lesser readings.
//   - Ambiguous: Others are the readings that stand, best first; or all of several named together.
//   - NotListed: a name that no record carries, or somebody who is not the actor that the words
//     name ('former Taliban commander'); Others then has that actor.
//   - Unidentified: words that name nobody; Others has an actor that they are tied to.
//   - Unknown: no words, or 'nobody'.
func (b *Book) Resolve(words string, ctx Context) dateline.Resolution {
	words, ctx = ctx.around(words)
	p := b.phrase(words)
	defer p.done()
	p.common = ctx.Common
	if p.len() == 0 {
		return dateline.Resolution{State: dateline.Unknown, Why: "no words"}
	}
	if r, ok := b.suspicious(p); ok {
		return r
	}
	hits := b.hits(p, ctx)
	if len(hits) > 0 {
		return b.named(p, hits, ctx)
	}
	if p.in(inNobody, 0) > 0 {
		return dateline.Resolution{State: dateline.Unknown, Score: 1, Why: "'" + words + "': nobody is named or blamed"}
	}
	return b.unlisted(p)
}

// hits finds the listed names in the phrase, and the short forms that the report itself has tied
// to a listed name: those count for more than what the short form may mean elsewhere.
func (b *Book) hits(p *phrase, ctx Context) []hit {
	hits := b.names.find(p.text, p.words)
	for _, h := range b.respelt(p, hits) {
		hits = instead(hits, h)
	}
	if len(ctx.Short) == 0 {
		return hits
	}
	for i := range p.len() {
		for n := min(3, p.len()-i); n > 0; n-- {
			long, ok := ctx.Short[p.raw(i, i+n)]
			if !ok {
				continue
			}
			if h, ok := b.longForm(p, i, i+n-1, long); ok {
				hits = instead(hits, h)
				break
			}
		}
	}
	return hits
}

// instead puts h in the place of the hits that it overlaps.
func instead(hits []hit, h hit) []hit {
	hits = slices.DeleteFunc(hits, func(o hit) bool { return o.first <= h.last && h.first <= o.last })
	hits = append(hits, h)
	slices.SortFunc(hits, func(x, y hit) int { return x.first - y.first })
	return hits
}

// longForm gives the hit that words first to last make by way of the long form; false if that is
// not wholly a listed name.
func (b *Book) longForm(p *phrase, first, last int, long string) (hit, bool) {
	ws := b.names.tokens(long)
	for _, h := range b.names.find(long, ws) {
		if h.last != len(ws)-1 {
			continue
		}
		return hit{span: dateline.Span{Start: p.words[first].start, End: p.words[last].end}, first: first, last: last,
			entries: h.entries, glued: glued(p.text, p.words, first, last)}, true
	}
	return hit{}, false
}

// said is a hit with its standing.
type said struct {
	hit
	standing
}

// strong reports whether a name is not only a weak one.
func (h hit) strong() bool {
	return slices.ContainsFunc(h.entries, func(e entry) bool { return !e.name.Weak })
}

// named resolves a phrase with listed names in it.
func (b *Book) named(p *phrase, hits []hit, ctx Context) dateline.Resolution {
	countries := b.countriesIn(p, hits)
	ctx.next = b.next(ctx)
	defer ctx.next.done()
	var all, mean []said
	for _, h := range merged(p, hits) {
		s := said{h, p.stand(h.first, h.last)}
		s.support = s.support || h.last == p.len()-1 && ctx.next.ofGroup() || h.first == 0 && b.governedBefore(ctx)
		if b.longer(p, h, ctx) {
			s.standing = standing{outside, 0.3, "is a longer name, which no record has", false}
		} else if why := b.otherwise(p, h, ctx); why != "" {
			s.standing = standing{outside, 0.3, why, false}
		}
		all = append(all, s)
		if s.rel <= near {
			mean = append(mean, s)
		}
	}
	if len(mean) == 0 {
		return b.aside(p, all[0], countries, ctx)
	}
	first := mean[0]
	if at := slices.IndexFunc(mean, func(s said) bool { return s.strong() }); at > 0 {
		first = mean[at]
	}
	for _, s := range mean {
		if s.first != first.first && p.join(min(first.last, s.last), max(first.first, s.first)) && !sameActor(first.entries, s.entries) {
			return b.together(mean, ctx, countries)
		}
	}
	return b.one(first, ctx, countries)
}

// stranger reports whether word i is written as a name and nothing says what it is.
func (b *Book) stranger(p *phrase, i int) bool {
	if !p.proper(i) || p.plainWord(i) || p.has(inCommunities, i) || p.has(inQualifiers, i) || p.has(inBranches, i) {
		return false
	}
	for k := max(0, i-2); k <= i; k++ {
		if c, ok := b.countryAt(p, k); ok && c.first <= i && i <= c.last {
			return false
		}
	}
	return true
}

// merged joins a name and the name in brackets after it, when one actor carries both: the actors
// that carry only one fall away.
func merged(p *phrase, hits []hit) []hit {
	out := []hit{hits[0]}
	for _, h := range hits[1:] {
		last := &out[len(out)-1]
		if strings.Contains(p.gap(h.first), "(") && h.first == last.last+1 {
			if both := bothCarry(last.entries, h.entries); len(both) > 0 {
				last.entries, last.last = both, h.last
				continue
			}
		}
		out = append(out, h)
	}
	return out
}

// bothCarry returns the entries of x whose actor is in y too; a name told twice is not weak.
func bothCarry(x, y []entry) []entry {
	var out []entry
	for _, e := range x {
		if slices.ContainsFunc(y, func(o entry) bool { return o.actor == e.actor }) {
			e.name.Weak = false
			out = append(out, e)
		}
	}
	return out
}

func sameActor(x, y []entry) bool { return len(bothCarry(x, y)) > 0 }

// one resolves a single name in good standing.
func (b *Book) one(s said, ctx Context, countries []country) dateline.Resolution {
	r := decide(b.weigh(s.hit, s.support, ctx, countries), ctx.Sentence != "")
	r.Score = round(r.Score * s.sure)
	r.Why = because(r.Why, s.why)
	return r
}

func because(why, more string) string {
	if more == "" {
		return why
	}
	return why + "; " + more
}

// together resolves names that stand side by side ('Hamas and Islamic Jihad'): each supports the
// others, and of a name that stays shared all readings are kept.
func (b *Book) together(mean []said, ctx Context, countries []country) dateline.Resolution {
	var all []string
	for i := range mean {
		r := b.one(mean[i], b.beside(mean, i, ctx, countries), countries)
		if r.State == dateline.Known {
			r.Others = []string{r.Actor}
		}
		for _, id := range r.Others {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return several(b, all)
}

// beside gives ctx with the actors that the names other than the i-th mean.
func (b *Book) beside(mean []said, i int, ctx Context, countries []country) Context {
	ctx.Actors = slices.Clone(ctx.Actors)
	for k, s := range mean {
		if k == i {
			continue
		}
		if r := b.one(s, ctx, countries); r.State == dateline.Known {
			ctx.Actors = append(ctx.Actors, r.Actor)
		}
	}
	return ctx
}

// aside resolves words that name an actor and mean somebody or something else.
func (b *Book) aside(p *phrase, s said, countries []country, ctx Context) dateline.Resolution {
	rs := b.weigh(s.hit, s.support, ctx, nil)
	if s.rel == branch {
		if r, ok := b.branchIn(rs[0].id, countries, ctx); ok {
			return r
		}
	}
	state := dateline.NotListed
	if (s.rel == tied || s.rel == branch) && !b.properBeside(p, s.hit) {
		state = dateline.Unidentified
	}
	return dateline.Resolution{State: state, Others: ids(rs), Score: s.sure, Why: "names " + b.Name(rs[0].id) + ", but " + s.why}
}

// branchIn reads 'the Afghanistan branch of Islamic State' as the one listed branch whose home it is.
func (b *Book) branchIn(parent string, countries []country, ctx Context) (dateline.Resolution, bool) {
	if len(countries) != 1 {
		return dateline.Resolution{}, false
	}
	found := b.branches(parent, countries[0].iso, ctx.Published)
	why := "the branch of " + b.Name(parent) + " at home in " + b.countries.Name(countries[0].iso)
	switch len(found) {
	case 0:
		return dateline.Resolution{}, false
	case 1:
		return known(found[0], 0.75, why), true
	}
	return dateline.Resolution{State: dateline.Ambiguous, Others: append(found, parent), Score: 0.4, Why: why + ": there are several"}, true
}

// properBeside reports whether the phrase has a name besides the words of h.
func (b *Book) properBeside(p *phrase, h hit) bool {
	for i := range p.len() {
		if (i < h.first || i > h.last) && b.stranger(p, i) {
			return true
		}
	}
	return false
}

// unlisted resolves words that no record's name stands in.
func (b *Book) unlisted(p *phrase) dateline.Resolution {
	if i, ok := p.generic(); ok && !b.foreignName(p) {
		return dateline.Resolution{State: dateline.Unidentified, Score: 0.9, Why: "'" + p.raw(i, i+1) + "' names nobody"}
	}
	if r, ok := b.state(p); ok {
		return r
	}
	if b.foreignName(p) || p.shouting() && !p.allPlain() || p.otherScript() {
		return dateline.Resolution{State: dateline.NotListed, Score: 0.7, Why: "a name that no record carries"}
	}
	return dateline.Resolution{State: dateline.Unidentified, Score: 0.6, Why: "names nobody"}
}

// generic finds the head of a phrase that stands for whoever did it ('gunmen', 'Islamic
// extremists', 'members of an armed group').
func (p *phrase) generic() (int, bool) {
	head := -1
	for i := 0; i < p.len(); i++ {
		if i > 0 && (p.cut(i) || p.has(inEnds, i)) && head >= 0 {
			break
		}
		if p.in(inUnnamed, i) > 0 {
			head = i
		} else if _, ok := p.bodyAt(i); ok {
			head = -1
		} else if head >= 0 && !p.has(inUnnamed, i) {
			head = -1 // 'group leader' is no group
		}
	}
	return head, head >= 0
}

// foreignName reports whether the phrase has a name that is no country, community or plain word.
func (b *Book) foreignName(p *phrase) bool {
	for i := range p.len() {
		if b.stranger(p, i) {
			return true
		}
	}
	return false
}

// plainWord reports whether word i is one that the lexicon knows as no name.
func (p *phrase) plainWord(i int) bool {
	if p.has(inUnnamed|inFighters|inGroups|inVoices|inEnds|inUnits|inFormer|inSupporters|inOutsiders|inDoings|inTied|inNobody|inBodies, i) {
		return true
	}
	class, ok := p.speakerAt(i, 1)
	return ok && class != dateline.Outlet && class != dateline.Organised
}

// allPlain reports whether every word is in the lexicon: capitals then prove no name.
func (p *phrase) allPlain() bool {
	for i := range p.len() {
		if !p.plainWord(i) && !p.has(inQualifiers, i) && !p.has(inCommunities, i) && !p.words[i].is(scriptless) {
			return false
		}
	}
	return true
}
