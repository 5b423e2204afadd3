package pipeline

import (
	"slices"
	"strings"

	"dateline"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/place"
)

// whose notes of words that name nobody but fighters against a state ('the rebels', 'urban guerrillas') which group's they
// may be: that of the one armed group that the report names, at home in a country that it names. The words go on naming
// nobody, and the group is not held responsible by them: a person may rule that it is meant.
func (m *meaning) whose(named []dateline.ActorMention) {
	group, ok := m.onlyGroup(named)
	if !ok {
		return
	}
	spans := map[string][]dateline.Part{}
	for i := range m.out.Statements {
		spans[m.out.Statements[i].ID] = m.out.Statements[i].Parts
	}
	for i := range m.out.Resolutions {
		r := &m.out.Resolutions[i]
		if r.Part < 0 || r.State != dateline.Unidentified || len(r.Others) > 0 {
			continue
		}
		p := spans[r.Statement][r.Part]
		words := m.words(p.Span, p.Refers)
		if (p.Role == dateline.Perpetrator || p.Role == dateline.Group) && actor.Partisans(words) && atHome(words, group) {
			r.Others, r.Why = []string{group.ID}, r.Why+"; the one armed group that the report names is "+group.Name
		}
	}
}

// onlyGroup returns the one armed group among names of actors; false if there are more, or none, or if its home is no
// country that the report names.
func (m *meaning) onlyGroup(named []dateline.ActorMention) (dateline.Actor, bool) {
	var one dateline.Actor
	for _, n := range named {
		a, ok := m.book.Get(n.Means.Actor)
		if !ok || a.Kind != dateline.ArmedGroup && a.Kind != dateline.Militia || a.ID == one.ID {
			continue
		}
		if one.ID != "" {
			return one, false
		}
		one = a
	}
	return one, one.ID != "" && slices.ContainsFunc(one.Home, func(c string) bool { return slices.Contains(m.countries, c) })
}

// atHome reports whether words name no people but one that the group is at home with: 'Colombian guerrillas' are none of
// Peru's.
func atHome(words string, a dateline.Actor) bool {
	for _, w := range strings.Fields(words) {
		if iso, ok := place.Demonym(w); ok && !slices.Contains(a.Home, iso) {
			return false
		}
	}
	return true
}
