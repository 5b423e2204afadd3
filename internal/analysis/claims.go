package analysis

import (
	"cmp"
	"slices"

	"dateline"
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
	Actor     string // Actor.ID; "" if not known
	Words     string // the report's words for one who is not known
	Incidents []string
}

func claims(all []Entry) Claims {
	var ops []*Entry
	for i := range all {
		if all[i].Set == Operations && all[i].News {
			ops = append(ops, &all[i])
		}
	}
	claimed := func(by string) Number { return where(ops, Cut{Set: Operations, Told: News, Claim: by}) }
	c := Claims{Own: claimed(ClaimOwn), Other: claimed(ClaimOther), None: claimed(ClaimNone),
		Denied: where(ops, Cut{Set: Operations, Told: News, Denied: "yes"})}
	for _, e := range ops {
		if slices.Contains(e.Claims, ClaimOther) {
			c.others(e)
		}
	}
	slices.SortStableFunc(c.By, func(x, y Claimant) int {
		return cmp.Or(cmp.Compare(len(y.Incidents), len(x.Incidents)), cmp.Compare(x.Actor, y.Actor), cmp.Compare(x.Words, y.Words))
	})
	return c
}

// others adds those who claim e besides the group.
func (c *Claims) others(e *Entry) {
	own := ""
	if len(e.Held) > 0 {
		own = e.Held[0].Value.Actor
	}
	for _, r := range e.Incident.Perpetrators {
		if r.Value.Degree != dateline.ClaimedBy || r.Value.Actor == own {
			continue
		}
		by := Claimant{Actor: r.Value.Actor}
		if by.Actor == "" {
			by.Words = r.Value.Text
		}
		i := slices.IndexFunc(c.By, func(x Claimant) bool { return x.Actor == by.Actor && x.Words == by.Words })
		if i < 0 {
			i = len(c.By)
			c.By = append(c.By, by)
		}
		if id := e.Incident.ID; !slices.Contains(c.By[i].Incidents, id) {
			c.By[i].Incidents = append(c.By[i].Incidents, id)
		}
	}
}
