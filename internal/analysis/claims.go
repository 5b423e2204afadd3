package analysis

import (
	"cmp"
	"slices"
	"strconv"
)

// Claims says which of a group's operations told as news were claimed, and by whom. One that two
// claimed stands under each.
type Claims struct {
	Own    Number
	Other  Number // claimed by somebody else, or by nobody who is named
	None   Number // attributed to the group, and claimed by nobody
	Denied Number // somebody denies that the group did it
	By     []Claimant
}

// Claimant is who claims what is attributed to the group.
type Claimant struct {
	Actor string // Actor.ID; "" if not known
	Words string // the report's words for one who is not known
	Number
}

// claims counts the operations told as news; the claimants with most come first.
func claims(all []Entry) Claims {
	var ops []*Entry
	of := map[string][]*Entry{}
	for i := range all {
		e := &all[i]
		if e.Set != Operations || !e.News {
			continue
		}
		ops = append(ops, e)
		for _, by := range e.Claimants {
			of[by] = append(of[by], e)
		}
	}
	claimed := func(by string) Number { return where(ops, Cut{Set: Operations, Told: News, Claim: by}) }
	c := Claims{Own: claimed(ClaimOwn), Other: claimed(ClaimOther), None: claimed(ClaimNone),
		Denied: where(ops, Cut{Set: Operations, Told: News, Denied: "yes"})}
	for by, in := range of {
		c.By = append(c.By, newClaimant(by, in))
	}
	slices.SortFunc(c.By, func(x, y Claimant) int {
		return cmp.Or(cmp.Compare(y.N(), x.N()), cmp.Compare(x.Actor, y.Actor), cmp.Compare(x.Words, y.Words))
	})
	return c
}

func newClaimant(by string, in []*Entry) Claimant {
	c := Claimant{Actor: by, Number: numberOf(in, Cut{Set: Operations, Told: News, Claimant: by})}
	if words, err := strconv.Unquote(by); err == nil {
		c.Actor, c.Words = "", words
	}
	return c
}
