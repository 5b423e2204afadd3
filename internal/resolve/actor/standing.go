package actor

import "strings"

// relation says how the words around a name stand to the actor that it names.
type relation int

const (
	self    relation = iota // the words mean the actor: 'IS-K militants', 'an IS-K plot'
	voice                   // somebody who speaks or acts for it: 'a Taliban spokesman'
	near                    // people around it: 'suspected IS-K supporters'
	tied                    // others, tied to it: 'al-Qaeda-linked militants'
	branch                  // a part or an offshoot: 'a branch of Islamic State'
	outside                 // something or somebody else: 'Taliban victims', 'anti-Taliban fighters'
)

// standing is a relation with its reason; sure is what it leaves of the name's own score.
type standing struct {
	rel     relation
	sure    float64
	why     string // "" if there is nothing to say
	support bool   // a head noun says that the name is an armed group's
}

// sections gives the standing that a head noun of each section makes, in the order asked.
var sections = []struct {
	section
	standing
}{
	{inOutsiders, standing{outside, 0.2, "are not it", false}},
	{inBranches, standing{branch, 0.4, "is a part or an ally of it", false}},
	{inSupporters, standing{near, 0.65, "are near it, not of it", true}},
	{inFighters, standing{self, 1, "", true}},
	{inGroups, standing{self, 1, "", true}},
	{inVoices, standing{voice, 0.85, "speaks or acts for it", true}},
	{inDoings, standing{self, 0.9, "is a deed of it", true}},
}

// stand judges the name that words first to last of p carry.
func (p *phrase) stand(first, last int) standing {
	if s, ok := p.compound(first, last); ok {
		return s
	}
	if p.formerly(first) {
		return standing{outside, 0.2, "is a former one", false}
	}
	after, named := p.after(last)
	if named && after.rel >= tied {
		return after
	}
	before, headed := p.before(first)
	switch {
	case headed && before.rel >= tied, headed && !named:
		return before
	case headed && before.rel > after.rel:
		return before
	case named:
		return after
	}
	return p.bare(first, after)
}

// compound judges a name that a hyphen ties to another word.
func (p *phrase) compound(first, last int) (standing, bool) {
	if next := last + 1; p.glue(next) {
		w := p.gram(next, next+1)
		if p.has(inTied, next) {
			return standing{tied, 0.3, "'" + w + "' only ties the words to it", false}, true
		}
		if p.words[last].is(capitals) && p.words[next].is(capitals) && !p.shouting() {
			return standing{outside, 0.3, "is a longer name, which no record has", false}, true
		}
	}
	if first > 0 && (p.glue(first) || p.has(inAgainst, first-1)) {
		if p.has(inAgainst, first-1) || p.has(inFormer, first-1) {
			return standing{outside, 0.2, "is not it: '" + p.gram(first-1, first) + "'", false}, true
		}
	}
	return standing{}, false
}

// after judges by the noun that ends the noun phrase after word last; false if there is none.
func (p *phrase) after(last int) (standing, bool) {
	var s standing
	found := false
	for i := last + 1; i < p.len() && !p.cut(i) && !p.has(inEnds, i); {
		t, n := p.head(i)
		switch {
		case n > 0:
			s, found = t, true
			i += n
		case found && p.proper(i), p.words[i].is(scriptless):
			i++ // 'commander Mullah Omar', 'fighters'
		case p.has(inQualifiers, i), p.has(inCommunities, i), p.proper(i) && !found:
			i++
		default:
			return standing{outside, 0.3, "is something of it", false}, true
		}
	}
	return s, found
}

// head judges a head noun that starts at word i, and says how many words it has; 0 if it is none.
func (p *phrase) head(i int) (standing, int) {
	for _, sec := range sections {
		if n := p.in(sec.section, i); n > 0 {
			s := sec.standing
			if s.why != "" {
				s.why = "'" + p.gram(i, i+n) + "' " + s.why
			}
			return s, n
		}
	}
	for n := min(3, p.len()-i); n > 0; n-- {
		if _, ok := p.body(i, n); ok {
			return standing{voice, 0.8, "'" + p.gram(i, i+n) + "' acts for it", true}, n
		}
	}
	return standing{}, 0
}

// before judges by a noun that a preposition ties to the name at word first: 'members of X',
// 'victims of X', 'militants loyal to X'; false if there is none.
func (p *phrase) before(first int) (standing, bool) {
	of := -1
	for i := first - 1; i > 0; i-- {
		if p.has(inOf, i) {
			of = i
			break
		}
		if p.has(inEnds, i) && !p.has(inQualifiers, i) {
			break
		}
	}
	if of < 1 {
		return standing{}, false
	}
	return p.governed(of)
}

// governed judges the noun before the preposition at word of.
func (p *phrase) governed(of int) (standing, bool) {
	if p.has(inTied, of-1) {
		return standing{tied, 0.3, "'" + p.gram(of-1, of+1) + "' only ties the words to it", false}, true
	}
	if p.gram(of, of+1) == "against" || p.gram(of, of+1) == "with" {
		return standing{outside, 0.2, "is something " + p.gram(of, of+1) + " it", false}, true
	}
	i := of - 1
	if p.has(inBelonging, i) && i > 0 {
		i--
	}
	if i > 0 {
		if s, n := p.head(i - 1); n == 2 {
			return s, true
		}
	}
	if s, n := p.head(i); n == 1 {
		return s, true
	}
	if p.has(inQualifiers, i) || p.proper(i) {
		return standing{}, false
	}
	return standing{outside, 0.3, "'" + p.gram(i, of) + "' is something of it", false}, true
}

// formerly reports whether the words before the name say that what they tell of is over: 'former
// Taliban commander', 'a former member of X'; not 'the former rebel group X', which is X.
func (p *phrase) formerly(first int) bool {
	for i := range first {
		if p.has(inFormer, i) {
			return p.in(inGroups, first-1) == 0
		}
	}
	return false
}

// bare judges a name that no noun governs; after is the standing by the noun after it, if any.
func (p *phrase) bare(first int, after standing) standing {
	after.sure = 1
	after.support = after.support || first > 0 && (p.in(inGroups, first-1) > 0 || p.in(inFighters, first-1) > 0)
	return after
}

// join reports whether 'and' or 'or' or a comma stands between words a and b.
func (p *phrase) join(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if g := p.gram(i, i+1); g == "and" || g == "or" || g == "nor" {
			return true
		}
	}
	return strings.ContainsAny(p.text[p.words[a].end:p.words[b].start], ",&/+")
}
