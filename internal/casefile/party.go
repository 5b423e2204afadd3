package casefile

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// trait is what a case asks of a target, a victim, a weapon or a perpetrator besides its words.
type trait struct {
	kind   dateline.PartyType // a type, or a dateline.PartyClass
	effect dateline.Effect
	name   string
}

// cutTrait cuts '{law enforcement, death, named Ana Kovac}' off the end of text; 'none' asks that
// neither type nor effect is told.
func cutTrait(text string) (rest string, t *trait, err error) {
	rest, braced, ok := strings.Cut(text, " {")
	if !ok || !strings.HasSuffix(braced, "}") {
		return text, nil, nil
	}
	t = &trait{}
	for _, w := range strings.Split(strings.TrimSuffix(braced, "}"), ", ") {
		if err := t.add(w); err != nil {
			return "", nil, err
		}
	}
	return rest, t, nil
}

func (t *trait) add(word string) error {
	name, named := strings.CutPrefix(word, "named ")
	switch {
	case named:
		t.name = name
	case slices.Contains(dateline.Effects, dateline.Effect(word)):
		t.effect = dateline.Effect(word)
	case slices.ContainsFunc([][]dateline.PartyType{dateline.TargetTypes, dateline.VictimTypes, dateline.WeaponTypes},
		func(list []dateline.PartyType) bool { return slices.Contains(list, dateline.PartyType(word)) }),
		slices.Contains(dateline.PartyClasses, dateline.PartyClass(word)):
		t.kind = dateline.PartyType(word)
	case word != "none":
		return fmt.Errorf("%q is no type, class or effect", word)
	}
	return nil
}

// ofParty reports whether p has what is asked.
func (t *trait) ofParty(p dateline.Party) bool {
	return t == nil || t.kind == p.Type && t.effect == p.Effect && t.name == p.Name
}

// ofResponsible reports whether r has what is asked.
func (t *trait) ofResponsible(r dateline.Responsible) bool {
	return t == nil || t.kind == dateline.PartyType(r.Is) && t.name == r.Name
}
