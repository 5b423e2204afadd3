package export

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/resolve/actor"
	gazetteer "dateline/internal/resolve/place"
	"dateline/internal/tabular"
)

// A release leaves out the names of private persons: those who were killed, hurt, taken or arrested,
// and those accused whom no record knows. Who speaks, and who leads a group, is public by what he
// does. The ledger and the local pages keep the report's words.

// exposed are the roles in which a person did not choose to be public.
var exposed = map[dateline.Role]bool{dateline.Victim: true, dateline.Target: true, dateline.KilledRole: true, dateline.Wounded: true,
	dateline.Missing: true, dateline.Abducted: true, dateline.Released: true, dateline.Arrested: true, dateline.Displaced: true,
	dateline.Perpetrator: true}

// masked is words as a release holds them in a role: withheld where they name a private person.
func masked(role dateline.Role, words string) string {
	if exposed[role] && namesPerson(words) {
		return tabular.Withheld
	}
	return words
}

// namesPerson reports whether words may hold a person's name: a capitalised word that is no listed
// actor's, no place's, no country's and no institution's. The first word of a phrase counts too
// when another capitalised one follows. It errs towards withholding.
func namesPerson(words string) bool {
	known := actor.Load().Find(words)
	fields := strings.Fields(words)
	at, open := 0, false // open: a run of names has begun that nothing has shown to be public yet
	for i, field := range fields {
		start := at + strings.Index(words[at:], field)
		at = start + len(field)
		w := strings.Trim(field, ",.;:()'’“”\"")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		switch {
		case !nameLike(w):
			if open {
				return true
			}
		case covered(known, start) || public(w):
			open = false // 'Crocus City Hall': the run ends in an institution
		case i > 0 || len(fields) == 1 || nameLike(strings.Trim(fields[1], ",.’'")):
			open = true
		}
	}
	return open
}

// nameLike reports whether a word is written as a name is: a capital, then small letters.
func nameLike(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || len(w) == n {
		return false
	}
	next, _ := utf8.DecodeRuneInString(w[n:])
	return unicode.IsLower(next) || next == '-' || next == '’' || next == '\''
}

func covered(known []actor.Match, start int) bool {
	for _, m := range known {
		if m.Span.Start <= start && start < m.Span.End {
			return true
		}
	}
	return false
}

// public reports whether a capitalised word names a place, a nation or an institution.
func public(w string) bool {
	if _, ok := gazetteer.Demonym(w); ok {
		return true
	}
	if _, ok := gazetteer.ISO(w); ok {
		return true
	}
	for _, e := range gazetteer.Lookup(w) {
		if e.Population >= 50000 || e.Precision != dateline.Settlement {
			return true
		}
	}
	return institution[strings.ToLower(w)]
}

var institution = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`army police ministry court parliament embassy university college school hospital hotel hall city
		airport council congress government force forces navy church mosque temple bank station centre center party islamic christian
		muslim christians muslims jews shiite sunni yazidi at dozens hundreds thousands scores some many several about more fewer up
		one two three four five six seven eight nine ten the an a no another other all both between nearly almost
		north south east west northern southern eastern western central united nations red cross crescent state security
		civilians soldiers militants gunmen officers people students villagers passengers foreigners they he she we it them`) {
		m[w] = true
	}
	return m
}()

// maskedIncidents are the incidents as a release holds them.
func maskedIncidents(all []dateline.Incident) []dateline.Incident {
	out := make([]dateline.Incident, len(all))
	for i, in := range all {
		names := namesIn(in.Victims)
		in.Targets, in.Victims = maskedParties(dateline.Target, in.Targets), maskedParties(dateline.Victim, in.Victims)
		in.Tolls = maskedTolls(in.Tolls, names)
		in.Perpetrators = maskedPerpetrators(in.Perpetrators)
		out[i] = in
	}
	return out
}

// namesIn lists the names of persons among parties.
func namesIn(ps []dateline.Told[dateline.Party]) []string {
	var out []string
	for _, p := range ps {
		if p.Value.Name != "" {
			out = append(out, p.Value.Name)
		}
	}
	return out
}

func maskedParties(role dateline.Role, all []dateline.Told[dateline.Party]) []dateline.Told[dateline.Party] {
	out := append([]dateline.Told[dateline.Party](nil), all...)
	for i := range out {
		out[i].Value = maskedParty(role, out[i].Value)
	}
	return out
}

// maskedParty keeps what somebody is ('a judge') and withholds who.
func maskedParty(role dateline.Role, p dateline.Party) dateline.Party {
	if p.Name != "" {
		p.Text, p.Name = p.Description(), ""
	}
	p.Text, p.About = cmp.Or(masked(role, p.Text), tabular.Withheld), masked(role, p.About)
	return p
}

// maskedTolls withholds words for those counted that hold one of names, too.
func maskedTolls(all []dateline.Told[dateline.Toll], names []string) []dateline.Told[dateline.Toll] {
	out := append([]dateline.Told[dateline.Toll](nil), all...)
	for i := range out {
		t := &out[i].Value
		t.Text = masked(t.Of, t.Text)
		for _, n := range names {
			if strings.Contains(t.Text, n) {
				t.Text = tabular.Withheld
			}
		}
	}
	return out
}

func maskedPerpetrators(all []dateline.Told[dateline.Responsible]) []dateline.Told[dateline.Responsible] {
	out := append([]dateline.Told[dateline.Responsible](nil), all...)
	for i := range out {
		v := &out[i].Value
		listed := v.State == dateline.Known || v.State == dateline.Ambiguous || v.State == dateline.ByHand && v.Actor != ""
		if !listed {
			v.Text = masked(dateline.Perpetrator, v.Text)
		}
	}
	return out
}
