package eval

// The reduced task of later work on MUC-4 asks of each incident its type and five roles. The rule
// here: templates are paired so that the most entities are right, only with the same type; the type
// of a pair counts as one entity that is right; an entity of a role is right if the official rules
// grade its string as right against one of the strings of an entity of the key in that role, each
// used once; half right is wrong. F is of all types and entities of all texts together (micro).
// Optional entities and templates are not missed. People are one role, by name or by description: a
// person who has both in the key is one entity, with the strings of both.

// reducedRoles are the roles: their slots.
var reducedRoles = [][]mucSlot{{mucIndividual}, {mucOrganization}, {mucTarget}, {mucHumanName, mucHumanDescription}, {mucInstrumentID}}

// reducedSheet counts entities: right ones, those of the key and those of responses.
type reducedSheet struct{ right, key, resp int }

// text adds the entities of one text.
func (s *reducedSheet) text(keys, resps []mucTemplate) {
	gain := make([][]float64, len(keys))
	for i := range keys {
		gain[i] = make([]float64, len(resps))
		for j := range resps {
			right, _, _ := reducedPair(&keys[i], &resps[j])
			gain[i][j] = float64(right)
		}
	}
	nobody := &mucTemplate{}
	taken := make([]bool, len(resps))
	for i, j := range pairing(gain) {
		resp := nobody
		if j >= 0 {
			taken[j], resp = true, &resps[j]
		} else if keys[i].optional {
			continue
		}
		right, key, read := reducedPair(&keys[i], resp)
		s.right, s.key, s.resp = s.right+right, s.key+key, s.resp+read
	}
	for j := range resps {
		if !taken[j] {
			_, _, read := reducedPair(nobody, &resps[j])
			s.resp += read
		}
	}
}

// reducedPair counts what two templates have in common and what each has.
func reducedPair(key, resp *mucTemplate) (right, inKey, inResp int) {
	inKey, inResp = len(key.slots[mucType]), len(resp.slots[mucType])
	same := inKey > 0 && inResp > 0 && matchFill(mucType, key.slots[mucType][0], resp.slots[mucType][0]) == mucCorrect
	if same {
		right++
	}
	for _, role := range reducedRoles {
		c := countEntities(entities(key, role), entities(resp, role))
		inKey, inResp = inKey+c.cor+c.mis, inResp+c.cor+c.spu
		if same {
			right += c.cor
		}
	}
	return right, inKey, inResp
}

// entities lists the fillers of a role; the description of a named one joins the name's.
func entities(t *mucTemplate, role []mucSlot) []mucFill {
	var out []mucFill
	for _, s := range role {
		for _, f := range t.slots[s] {
			at := -1
			for i := range out {
				if len(f.refs) > 0 && matchAny(out[i].values, f.refs) == mucCorrect {
					at = i
				}
			}
			if at < 0 {
				out = append(out, mucFill{optional: f.optional, values: f.values})
				continue
			}
			out[at].values = append(append([]string(nil), out[at].values...), f.values...)
		}
	}
	return out
}

// countEntities counts entities that are right, missing and spurious.
func countEntities(keys, resps []mucFill) (c mucCount) {
	gain := make([][]float64, len(keys))
	for i, k := range keys {
		gain[i] = make([]float64, len(resps))
		for j, r := range resps {
			if matchAny(k.values, r.values) == mucCorrect {
				gain[i][j] = 1
			}
		}
	}
	for i, j := range pairing(gain) {
		switch {
		case j >= 0:
			c.cor++
		case !keys[i].optional:
			c.mis++
		}
	}
	c.spu = len(resps) - c.cor
	return c
}
