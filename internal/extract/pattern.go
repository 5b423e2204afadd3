package extract

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// pattern is one line of data/lexicon/patterns:
//
//	KIND = WORD.POS SLOT SLOT ...
//	> An example that a test reads.
//
// POS is v, n, a (adjective) or p (preposition). A SLOT is NAME[:FILTER][=ROLE][!]:
//
//	subj, obj   the logical subject and object, whatever the voice
//	comp        the clause below: to-infinitive, that-clause, gerund
//	poss        the possessor ("the group's targeting")
//	mod         a noun or adjective before the word ("suicide attack")
//	isa         whom the noun describes ("Ali Khan, the founder of")
//	self        the phrase of the word itself ("their allies")
//	case        the preposition before a noun ("with the help of")
//	aim!        the verb says what is aimed at: 'to defeat', 'committed to defeating'
//	whole!      its object is the 'which' that takes up the clause before: 'took the town, which the army denied'
//	held!       people are told to have been taken, in the sentence or before it
//	due!        the verb says what its subject deserves: 'is to blame'
//	avowed!     the subject, or else the object, says it of himself: 'the group said it had no part in'
//	prt         a particle ("blew up")
//	pobj        what the preposition governs
//	count       the number before a noun ("12 deaths")
//	by, on, ... a preposition: what follows it
//	word        any other single word followed by '!': it must stand in the clause
//
// FILTER is a list of lemmas and CLASSES split by '|' (see accepts); with a trailing '#' the phrase
// must hold a number. ROLE is a Role, or 'hurt' (victim or target by the noun's class), 'hit' (the same, of
// weapons that kill or injure whom they hit), 'destroyed' or
// 'damaged' (a target with that effect; of people, as 'hurt'), 'spared' (a victim who was not hurt) or
// 'speaker'.
// '!' makes the slot necessary. stance=S sets the stance; 'attributed!' wants a speaker.
type pattern struct {
	Name    string
	Kind    dateline.Kind
	Example string
	trigger string // "attack.v"
	slots   []slot
	stance  dateline.Stance
}

type slot struct {
	name     string
	filter   []string
	number   bool
	role     string
	required bool
}

// need counts the slots that must be filled: a pattern that asks more is preferred.
func (p *pattern) need() int {
	n := 0
	for _, s := range p.slots {
		if s.required {
			n += 2
			if !fixedSlots[s.name] && !prepositions[s.name] {
				n += 2 // a certain word
			}
			if len(s.filter) > 0 {
				n++
			}
			if len(s.filter) > 0 && s.filter[0] != strings.ToUpper(s.filter[0]) {
				n++ // words are narrower than classes
			}
		}
	}
	return n
}

// courtly reports whether a slot of the pattern wants a state that does something by law.
func (p *pattern) courtly() bool {
	return slices.ContainsFunc(p.slots, func(s slot) bool { return slices.Contains(s.filter, "COURTLY") })
}

func parsePattern(line string) (*pattern, error) {
	kind, rest, ok := strings.Cut(line, " = ")
	p := &pattern{Kind: dateline.Kind(strings.TrimSpace(kind))}
	if !ok || p.Kind.Family() == "" {
		return nil, fmt.Errorf("no kind %q", kind)
	}
	fields := strings.Fields(rest)
	if len(fields) == 0 || !validTrigger(fields[0]) {
		return nil, fmt.Errorf("no trigger word in %q", rest)
	}
	p.trigger = fields[0]
	for _, f := range fields[1:] {
		if s, ok := strings.CutPrefix(f, "stance="); ok {
			p.stance = dateline.Stance(s)
			continue
		}
		s, err := parseSlot(f)
		if err != nil {
			return nil, err
		}
		p.slots = append(p.slots, s)
	}
	return p, nil
}

func validTrigger(w string) bool {
	lemma, pos, ok := strings.Cut(w, ".")
	return ok && lemma != "" && strings.Contains("vnap", pos) && len(pos) == 1
}

func parseSlot(f string) (slot, error) {
	var s slot
	f, s.required = strings.CutSuffix(f, "!")
	f, s.role, _ = strings.Cut(f, "=")
	name, filter, has := strings.Cut(f, ":")
	s.name = name
	if has {
		filter, s.number = strings.CutSuffix(filter, "#")
		s.filter = strings.Split(filter, "|")
	}
	if s.role != "" && s.role != "hurt" && s.role != "hit" && s.role != "speaker" && struck[s.role] == "" && s.role != "spared" && !isRole(s.role) {
		return s, fmt.Errorf("no role %q", s.role)
	}
	if !fixedSlots[s.name] && !prepositions[s.name] && !s.required {
		return s, fmt.Errorf("no slot %q", s.name)
	}
	return s, nil
}

func isRole(w string) bool {
	for _, r := range dateline.Roles {
		if string(r) == w {
			return true
		}
	}
	return false
}

var fixedSlots = map[string]bool{"subj": true, "obj": true, "comp": true, "poss": true, "mod": true,
	"isa": true, "self": true, "case": true, "prt": true, "pobj": true, "count": true}

var prepositions = set("about above across against along among around as at behind below beside between beyond by",
	"during for from in inside into near of off on onto outside over through to toward towards under until with",
	"within without using such like")

func set(lines ...string) map[string]bool {
	m := map[string]bool{}
	for _, l := range lines {
		for _, w := range strings.Fields(l) {
			m[w] = true
		}
	}
	return m
}
