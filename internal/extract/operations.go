package extract

import (
	"slices"

	"dateline"
)

// operations is the rule by which attacks that a named group makes again and again, or that are many and none in particular, tell
// where it operates: they are no event. 'Al-Shabaab has carried out attacks in Kenya', 'JNIM frequently raids villages in Mali'.
const operations = "operations"

const operationsDoc = "Attacks that a group is said to make again and again, or many of them and none in particular, at a place: no event is told, but where the group operates."

const operationsExample = "Al-Shabaab has carried out attacks in Kenya."

// operation makes the draft that tells where a group operates of one of violence that is no event; nil if no group is named.
func (r *reader) operation(v *view, d *draft) *draft {
	s := v.subject(v.anchorToken(d))
	if s < 0 || !v.standing(d.at).Counts() || !v.is(s, dateline.Somebody) && !v.definite(s) || !v.groupish(s) || r.lex.nouns.has(v.lemma(s), "state") && !v.is(s, dateline.Somebody) {
		return nil
	}
	if a := v.anchorToken(d); v.tag(a) != "VERB" || a != d.at && !v.lightVerb(a) || d.answers != nil {
		return nil
	}
	o := v.bare(d.at, dateline.AreaOfOperation, 0.6)
	o.rule = operations
	o.put(dateline.Group, s)
	return o
}

// operatesAt makes the places of attacks that are no event the group's areas; beyond what they lie does not count.
func (d *draft) operatesAt() {
	d.parts = slices.DeleteFunc(d.parts, func(p dateline.Part) bool {
		c := d.v.cased(d.v.headOf(p.Span))
		return p.Role == dateline.PlaceRole && (c == "outside" || c == "beyond")
	})
	d.areaFromPlace()
}
