package eval

import (
	"slices"
	"strings"
	"time"
)

// grade is how well a filler of a response agrees with one of a key.
type grade int

// The grades. Partial counts half.
const (
	mucWrong grade = iota
	mucPartial
	mucCorrect
)

// matchFill grades a response's filler against a key's for a slot.
func matchFill(s mucSlot, key, resp mucFill) grade {
	best := mucWrong
	for _, v := range key.values {
		best = max(best, matchValue(s, v, resp.values[0]))
	}
	return withTag(s, best, key, resp)
}

func matchValue(s mucSlot, key, resp string) grade {
	switch s {
	case mucDate:
		return matchDate(key, resp)
	case mucLocation:
		return matchLocation(key, resp)
	case mucTargetNumber, mucTargetTotal, mucHumanNumber, mucHumanTotal:
		return matchNumber(key, resp)
	case mucIndividual:
		return max(matchString(key, resp), matchString(generally(key), generally(resp)))
	case mucInstrumentID, mucOrganization, mucTarget, mucHumanName, mucHumanDescription:
		return matchString(key, resp)
	}
	return matchSet(s, key, resp)
}

// withTag lowers a right filler to half right where its reference is not right. Fillers that are
// half right by their value stay so.
func withTag(s mucSlot, g grade, key, resp mucFill) grade {
	if g != mucCorrect || len(key.refs) == 0 || matchAny(key.refs, resp.refs) == mucCorrect {
		return g
	}
	return mucPartial
}

func matchAny(keys, resps []string) grade {
	best := mucWrong
	for _, r := range resps {
		for _, k := range keys {
			best = max(best, matchString(k, r))
		}
	}
	return best
}

// mucInstead lists, by slot, what a response may say instead of the key's value for half.
var mucInstead = map[mucSlot]map[string][]string{
	mucInstrumentType: {
		"GUN":        {"MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"},
		"EXPLOSIVE":  {"BOMB", "VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB", "GRENADE", "MOLOTOV COCKTAIL"},
		"BOMB":       {"VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"},
		"PROJECTILE": {"MISSILE", "ROCKET"},
	},
	mucConfidence: {"SUSPECTED OR ACCUSED": {"SUSPECTED OR ACCUSED BY AUTHORITIES"}},
	mucTargetType: {"POLITICAL FIGURE OFFICE OR RESIDENCE": {"GOVERNMENT OFFICE OR RESIDENCE"}},
	mucHumanType: {
		"GOVERNMENT OFFICIAL": {"FORMER GOVERNMENT OFFICIAL"},
		"ACTIVE MILITARY":     {"FORMER ACTIVE MILITARY"},
		"POLITICAL FIGURE":    {"GOVERNMENT OFFICIAL"},
	},
	mucTargetEffect: {"DESTROYED": {"SOME DAMAGE"}},
	mucHumanEffect:  {"NO INJURY": {"NO INJURY OR DEATH"}, "NO DEATH": {"NO INJURY OR DEATH"}},
	mucType:         {"ATTACK": {"ARSON", "BOMBING", "KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE"}},
}

// matchSet grades a member of a closed list.
func matchSet(s mucSlot, key, resp string) grade {
	switch {
	case key == resp:
		return mucCorrect
	case slices.Contains(mucInstead[s][resp], key):
		return mucPartial
	}
	return mucWrong
}

// matchNumber grades '7', '5 - 7', '7-', '~7' and 'PLURAL'.
func matchNumber(key, resp string) grade {
	k, r := strings.ReplaceAll(key, " ", ""), strings.ReplaceAll(resp, " ", "")
	if k == r {
		return mucCorrect
	}
	low, high, ranged := strings.Cut(k, "-")
	if r != "" && !strings.ContainsAny(r, "-~") && (k == "~"+r || ranged && (low == r || high == r)) {
		return mucPartial
	}
	return mucWrong
}

// mucDay is how MUC-4 writes a day.
const mucDay = "2 Jan 06"

// mucPeriod reads '21 JAN 89', '15 JAN 89 - 21 JAN 89' and '- 21 JAN 89' (on or before, from zero).
func mucPeriod(s string) (from, to time.Time, ok bool) {
	a, b, ranged := strings.Cut(s, "-")
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if !ranged {
		b = a
	}
	if a != "" {
		if from, ok = mucTime(a); !ok {
			return from, to, false
		}
	}
	to, ok = mucTime(b)
	return from, to, ok
}

func mucTime(s string) (time.Time, bool) {
	t, err := time.Parse(mucDay, strings.Join(strings.Fields(s), " "))
	return t, err == nil
}

// mucRecent is how long before its article an incident that it reports is supposed to lie.
const mucRecent = 62 * 24 * time.Hour

// matchDate grades a date by section 3.2.2 of the guidelines: half for a part of the key's period
// ('on or before' reaches back the two months that make an incident recent), and for 'on or before'
// the key's last day. A day that the key's period begins or ends with is no more than a part of it.
func matchDate(key, resp string) grade {
	kf, kt, ok := mucPeriod(key)
	rf, rt, ok2 := mucPeriod(resp)
	if !ok || !ok2 {
		return mucWrong
	}
	if kf.Equal(rf) && kt.Equal(rt) {
		return mucCorrect
	}
	if rf.IsZero() {
		return half(rt.Equal(kt))
	}
	if kf.IsZero() {
		kf = kt.Add(-mucRecent)
	}
	return half(!rf.Before(kf) && !rt.After(kt))
}

func half(is bool) grade {
	if is {
		return mucPartial
	}
	return mucWrong
}

// mucPlace is a location: the country, then what lies in what, the last one being where it was.
type mucPlace struct {
	country string
	names   []string
	types   []string // of the last name: 'CITY', 'DEPARTMENT'; what may stand instead follows
}

// readMUCPlace reads 'PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)'.
func readMUCPlace(s string) mucPlace {
	sides := splitOutside(s, ':')
	p := mucPlace{country: strings.TrimSpace(sides[0])}
	for _, side := range sides[1:] {
		name, kind, _ := strings.Cut(side, "(")
		p.names = append(p.names, strings.TrimSpace(name))
		p.types = nil
		for _, t := range strings.Split(strings.TrimRight(kind, ") "), "/") {
			p.types = append(p.types, strings.TrimSpace(t))
		}
	}
	return p
}

// matchLocation grades a location: right if country and the narrowest place are, half if one of
// them is. The areas between the two may be missing, since a text need not name them; a department
// is not the city of its name.
func matchLocation(key, resp string) grade {
	first, _, between := strings.Cut(key, ") - ")
	if between {
		first += ")"
	}
	k, r := readMUCPlace(first), readMUCPlace(resp)
	country, same := k.country == r.country, k.end() == r.end()
	switch {
	case country && same && !between:
		return mucCorrect
	case country || same && len(r.names) > 0:
		return mucPartial
	}
	return mucWrong
}

// end is the narrowest place, told from an area of its name; zero for a whole country.
func (p mucPlace) end() (e struct {
	name string
	area bool
}) {
	if n := len(p.names); n > 0 {
		e.name, e.area = p.names[n-1], areal(p.types[0])
	}
	return e
}

// areal reports whether a type of place is an area that holds towns.
func areal(kind string) bool {
	switch kind {
	case "DEPARTMENT", "PROVINCE", "REGION", "STATE", "OFFICIAL REGION", "COMMISSARIAT", "INTENDANCY", "COUNTY", "CONSTITUTIONAL PROVINCE":
		return true
	}
	return false
}
