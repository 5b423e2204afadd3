package eval

import "fmt"

// mucCount counts fillers as the official scoring does: right, half right, wrong, missing from the
// response, and spurious in it.
type mucCount struct{ cor, par, inc, mis, spu int }

func (c *mucCount) add(d mucCount) {
	c.cor += d.cor
	c.par += d.par
	c.inc += d.inc
	c.mis += d.mis
	c.spu += d.spu
}

// points are what the fillers are worth.
func (c mucCount) points() float64 { return float64(c.cor) + float64(c.par)/2 }

func (c mucCount) possible() int { return c.cor + c.par + c.inc + c.mis }
func (c mucCount) actual() int   { return c.cor + c.par + c.inc + c.spu }

// rates are recall, precision and F with both weighed alike, in per cent; 0 of nothing.
func (c mucCount) rates() (r, p, f float64) {
	if c.points() == 0 {
		return 0, 0, 0
	}
	r, p = 100*c.points()/float64(c.possible()), 100*c.points()/float64(c.actual())
	return r, p, 2 * r * p / (r + p)
}

func (c mucCount) cells() []string {
	r, p, f := c.rates()
	return []string{fmt.Sprintf("%.1f", r), fmt.Sprintf("%.1f", p), fmt.Sprintf("%.1f", f)}
}

// mucSheet is the score of a part of the corpus: the counts of each slot for pairs of templates,
// for templates of the key without a response, and the other way round.
type mucSheet struct {
	matched, missing, spurious [mucSlots]mucCount
	templates                  mucCount
}

// row sums all slots: of pairs, and, where asked, of missing and of spurious templates.
func (s *mucSheet) row(missing, spurious bool) mucCount {
	var out mucCount
	for i := mucDate; i < mucSlots; i++ {
		out.add(s.matched[i])
		if missing {
			out.add(s.missing[i])
		}
		if spurious {
			out.add(s.spurious[i])
		}
	}
	return out
}

// slot counts a slot over all templates.
func (s *mucSheet) slot(i mucSlot) mucCount {
	c := s.matched[i]
	c.add(s.missing[i])
	c.add(s.spurious[i])
	return c
}

// text adds the score of one text: keys and responses are paired so that the points of all pairs
// are most, and only those are paired that agree in what happened and in somebody or something.
func (s *mucSheet) text(keys, resps []mucTemplate) {
	taken := make([]bool, len(resps))
	for i, j := range alignMUC(keys, resps) {
		switch {
		case j >= 0:
			taken[j] = true
			s.pair(&keys[i], &resps[j])
		case !keys[i].optional:
			s.miss(&keys[i])
		}
	}
	for j := range resps {
		if !taken[j] {
			s.surplus(&resps[j])
		}
	}
}

func alignMUC(keys, resps []mucTemplate) []int {
	gain := make([][]float64, len(keys))
	for i := range keys {
		gain[i] = make([]float64, len(resps))
		for j := range resps {
			if mappable(&keys[i], &resps[j]) {
				gain[i][j] = worth(&keys[i], &resps[j])
			}
		}
	}
	return pairing(gain)
}

// mucContent are the slots of which one must agree at least in part for a pair (section 3.2.1).
var mucContent = []mucSlot{mucIndividual, mucOrganization, mucTarget, mucTargetType, mucHumanName, mucHumanDescription, mucHumanType}

func mappable(key, resp *mucTemplate) bool {
	if scoreSlot(mucType, key.slots[mucType], resp.slots[mucType]).points() == 0 {
		return false
	}
	for _, s := range mucContent {
		if scoreSlot(s, key.slots[s], resp.slots[s]).points() > 0 {
			return true
		}
	}
	return false
}

func worth(key, resp *mucTemplate) float64 {
	sum := 0.0
	for s := mucDate; s < mucSlots; s++ {
		sum += scoreSlot(s, key.slots[s], resp.slots[s]).points()
	}
	return sum
}

func (s *mucSheet) pair(key, resp *mucTemplate) {
	s.templates.cor++
	for i := mucDate; i < mucSlots; i++ {
		s.matched[i].add(scoreSlot(i, key.slots[i], resp.slots[i]))
	}
}

func (s *mucSheet) miss(key *mucTemplate) {
	s.templates.mis++
	for i := mucDate; i < mucSlots; i++ {
		s.missing[i].add(scoreSlot(i, key.slots[i], nil))
	}
}

func (s *mucSheet) surplus(resp *mucTemplate) {
	s.templates.spu++
	for i := mucDate; i < mucSlots; i++ {
		s.spurious[i].add(scoreSlot(i, nil, resp.slots[i]))
	}
}

// scoreSlot pairs the fillers of one slot so that they are worth most. Of those left over, a
// response's stands wrongly for a key's as long as there are both; the rest is missing or spurious.
// Nobody misses an optional filler.
func scoreSlot(s mucSlot, keys, resps []mucFill) mucCount {
	gain := make([][]float64, len(keys))
	for i, k := range keys {
		gain[i] = make([]float64, len(resps))
		for j, r := range resps {
			gain[i][j] = float64(matchFill(s, k, r))
		}
	}
	var c mucCount
	left := len(resps)
	for i, j := range pairing(gain) {
		switch {
		case j >= 0 && grade(gain[i][j]) == mucCorrect:
			c.cor++
		case j >= 0:
			c.par++
		case !keys[i].optional:
			c.mis++
		}
		if j >= 0 {
			left--
		}
	}
	c.inc = min(left, c.mis)
	c.mis, c.spu = c.mis-c.inc, left-c.inc
	return c
}
