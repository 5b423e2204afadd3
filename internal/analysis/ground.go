package analysis

import "dateline"

// Ground is one account of territory gained or lost.
type Ground struct {
	Account Account
	At      Moment
	Gained  bool
	Words   string // the report's words for where; "" if not told
	Where   *dateline.Place
	Other   string // the other party in the report's words: from whom, or to whom; "" if not told
}

// grounds lays out accounts of territory in the order of the time that they are about. What is planned,
// denied or spoken of as possible is there with its Reality and is no gain and no loss.
func grounds(all []Account) []Ground {
	var out []Ground
	for _, a := range all {
		g := Ground{Account: a, At: momentOf(&a), Gained: a.Kind == dateline.TerritoryGained}
		for _, p := range a.In(dateline.Area, dateline.PlaceRole) {
			if g.Words == "" {
				g.Words = p.Words
			}
			if g.Where == nil && p.Meaning != nil {
				g.Where = p.Meaning.Place
			}
		}
		for _, p := range a.In(dateline.Other) {
			g.Other = p.Full()
		}
		out = append(out, g)
	}
	byMoment(out, func(g *Ground) Moment { return g.At })
	return out
}
