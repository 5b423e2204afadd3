package link

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// threshold is the score from which two tellings are taken for one.
const threshold = 0.6

// verdict is what a comparison gives: a score with its reasons, or a block.
type verdict struct {
	score   float64
	why     []string
	blocked bool
}

func (v *verdict) add(points float64, format string, args ...any) {
	v.score += points
	v.why = append(v.why, fmt.Sprintf(format, args...))
}

// reasons writes a verdict as a Link has it.
func (v *verdict) reasons() (score float64, why string) {
	return min(v.score, 1), strings.Join(v.why, "; ")
}

// within says how far two events of one report can be one. A different day or place blocks; the same day, place,
// target, actor and toll each add their share, and the model moves the sum.
func within(a, b *event) verdict {
	var v verdict
	if !kindsMeet(a.s.Kind, b.s.Kind) && !oneAssault(a, b) || toldAfter(a, b) || listed(a, b) {
		v.blocked = true
		return v
	}
	v.time(a, b)
	v.place(a.places, b.places)
	if v.blocked {
		return v
	}
	v.lent(a, b)
	if w := shared(a.words, b.words); len(w) > 0 {
		v.add(min(0.15*float64(len(w)), 0.3), "both speak of %s", strings.Join(w, ", "))
	}
	if w := shared(a.actors, b.actors); len(w) > 0 {
		v.add(0.1, "both name %s", named(w, a, b))
	}
	if len(a.places) == 0 || len(b.places) == 0 {
		v.add(0.25, "told in one report, and one of them says no place")
	}
	v.toll(a.tolls, b.tolls)
	switch {
	case a.titled == b.titled || a.s.Background || b.s.Background:
	case a.lead || b.lead:
		v.add(0.4, "the headline tells what the report tells first")
	default:
		v.add(0.1, "the headline tells what the report mainly tells")
	}
	if a.s.Kind == b.s.Kind {
		v.add(0.05, "both %s", a.s.Kind)
	}
	if oneAssault(a, b) {
		v.add(0.3, "told in one sentence as one assault")
	}
	if a.off && onlyToll(b.s) || b.off && onlyToll(a.s) {
		v.add(-0.3, "a toll is of what the sentence before mainly tells")
	}
	if takesUp(a, b) {
		v.add(0.3, "'%s' goes back to what was told just before", strings.ToLower(b.s.Trigger.In(b.report.Text)))
	}
	v.model(a, b)
	return v
}

// oneAssault reports whether one sentence tells a bombing and an armed assault of which only one says what it hit:
// 'gunmen stormed the hotel after two car bombs exploded at its gate'.
func oneAssault(a, b *event) bool {
	x, y := class[a.s.Kind], class[b.s.Kind]
	return a.s.Quote == b.s.Quote && (x == "explosives" && y == "arms" || x == "arms" && y == "explosives") &&
		(len(a.hit) == 0 || len(b.hit) == 0 || sameSite(a) || sameSite(b))
}

// sameSite reports whether all that the event hit is a site told before: 'gunmen stormed the building'.
func sameSite(e *event) bool {
	n := 0
	for _, p := range e.s.Parts {
		if p.Role != dateline.Target && p.Role != dateline.Victim {
			continue
		}
		words := strings.Fields(strings.ToLower(p.Span.In(e.report.Text)))
		if len(words) != 2 || words[0] != "the" || !sites[words[1]] {
			return false
		}
		n++
	}
	return n > 0
}

// sites are words for a place that was hit, by which it is told again.
var sites = wordsOf("building compound complex premises site grounds facility area place scene perimeter")

// onlyToll reports whether the Statement only tells how many were killed or wounded.
func onlyToll(s *dateline.Statement) bool {
	return s.Kind == dateline.KilledKind || s.Kind == dateline.WoundedKind
}

// takesUp reports whether 'the attack' of the next sentence goes back to a: it has a day, and says of nothing else that
// it was hit, nor where: 'the siege of the hotel ended. The attack, which began on Friday, left 21 dead'.
func takesUp(a, b *event) bool {
	if b.nth != a.nth+1 || pointing(b) != "definite" || len(b.places) > 0 || len(b.dates) == 0 || !onlyVictims(b) {
		return false
	}
	between := b.s.Quote.Start - a.s.Quote.End
	return b.s.Kind == dateline.Attack && between > 0 && between < 3 && !strings.HasSuffix(b.s.Trigger.In(b.report.Text), "s")
}

// onlyVictims reports whether the Statement names no target.
func onlyVictims(e *event) bool {
	for _, p := range e.s.Parts {
		if p.Role == dateline.Target {
			return false
		}
	}
	return true
}

// toldAfter reports whether one sentence sets the two events beside each other by time, and they hit different things:
// 'a bomb exploded at a church minutes after the attack on the cathedral'.
func toldAfter(a, b *event) bool {
	if b.s.Trigger.Start < a.s.Trigger.Start {
		a, b = b, a
	}
	return len(a.hit) > 0 && len(b.hit) > 0 && len(shared(a.hit, b.hit)) == 0 && aside(a, b)
}

// listed reports whether one sentence names the two by nouns side by side, each with what it hit: 'the bombing of a jet
// and assaults on the embassy'.
func listed(a, b *event) bool {
	if a.s.Quote != b.s.Quote || !a.byNoun() || !b.byNoun() || len(a.hit) == 0 || len(b.hit) == 0 || len(shared(a.hit, b.hit)) > 0 {
		return false
	}
	if b.s.Trigger.Start < a.s.Trigger.Start {
		a, b = b, a
	}
	between := strings.Fields(strings.ToLower(a.report.Text[a.s.Trigger.End:max(a.s.Trigger.End, b.s.Trigger.Start)]))
	return slices.Contains(between, "and")
}

// byNoun reports whether a rule for a noun read the event: 'bombing/bombing.n#1'.
func (e *event) byNoun() bool { return strings.Contains(e.s.Rule, ".n#") }

// aside reports whether b is only what a, told before it in the same sentence, came after or before.
func aside(a, b *event) bool {
	if a.s.Quote != b.s.Quote || b.s.Trigger.Start < a.s.Trigger.End {
		return false
	}
	words := strings.Fields(strings.ToLower(a.report.Text[min(a.s.Trigger.End, b.s.Trigger.Start):b.s.Trigger.Start]))
	for _, w := range words[max(0, len(words)-4):] {
		if w == "after" || w == "before" || w == "following" {
			return true
		}
	}
	return false
}

// model lets the model's judgement of two statements of one report move the sum: a chance of 0.4, which
// pairs that nothing keeps apart have at large, moves nothing.
func (v *verdict) model(a, b *event) {
	if again(a, b) {
		v.add(0.3, "the words point back to those hit")
	}
	chance := sameChance(a, b)
	v.score += (chance - 0.4) * 0.6
	v.why = append(v.why, fmt.Sprintf("told in one report as one happening (chance %.2f)", chance))
}

// again reports whether one of two events of a report is told by a noun that points back ('the murder of the mayor'), with
// somebody or something hit that the other, told before, has too.
func again(a, b *event) bool {
	if b.s.Trigger.Start < a.s.Trigger.Start {
		a, b = b, a
	}
	return pointing(b) == "definite" && len(shared(a.hit, b.hit)) > 0
}

// named writes actors in the reports' own words, once where both use the same.
func named(ids []string, a, b *event) string {
	var out []string
	for _, id := range ids {
		out = append(out, eitherName(a.actors[id], b.actors[id]))
	}
	return strings.Join(out, ", ")
}

// eitherName writes two names of one actor, once where they are the same.
func eitherName(x, y string) string {
	if x == y {
		return x
	}
	return min(x, y) + " (" + max(x, y) + ")"
}

func (v *verdict) time(a, b *event) {
	x, y := bestDate(a.dates), bestDate(b.dates)
	if x == nil && y == nil {
		v.score -= 0.1
	}
	if x != nil && y != nil {
		v.days(*x, *y)
	}
}

// days compares two dates: fixed ones that share no day block.
func (v *verdict) days(x, y dateline.Date) {
	switch {
	case !x.Meets(y):
		if x.Fixed() && y.Fixed() {
			v.blocked = true
		} else if sameOpen(x, y) {
			v.add(0.2, "both on %s, the year not said", dayWords(x))
		}
	case x.From == x.To && y.From == y.To:
		v.add(0.35, "same day, %s", x.From)
	default:
		v.add(0.2, "times that meet, %s and %s", x.EDTF, y.EDTF)
	}
}

// place compares all places of the one with all of the other: the nearest two count, and places that
// exclude each other block where none are near.
func (v *verdict) place(ps, qs []dateline.Place) {
	best, conflict := nearest(ps, qs)
	if best.points > 0 {
		v.add(best.points, "%s", best.why)
	} else if conflict {
		v.blocked = true
	}
}

// toll adds for the first number that both tell of the same people.
func (v *verdict) toll(a, b map[dateline.Role][]dateline.Count) {
	for _, role := range dateline.Tolls {
		for _, x := range a[role] {
			for _, y := range b[role] {
				if x.Equal(y) {
					v.add(0.1, "same number %s, %s", role, x)
					return
				}
				if x.Meets(y) {
					v.add(0.05, "numbers %s that meet, %s and %s", role, x, y)
					return
				}
			}
		}
	}
}

// horizon is how many of a report's events after its own an event is compared with: reports that tell more
// events than that are rolls and chronologies, which tell nothing again so much later.
const horizon = 400

// withinPairs compares the events of a report and returns the pairs at or over the threshold.
func withinPairs(es []*event) []pair {
	var out []pair
	for i := range es {
		for j := i + 1; j < min(len(es), i+horizon); j++ {
			if v := within(es[i], es[j]); !v.blocked && v.score >= threshold-1e-9 {
				out = append(out, pair{i, j, v.score})
			}
		}
	}
	return out
}

// grouped puts the events of one report that tell one happening together, in the order of first events.
func grouped(es []*event, ruled ruling) []*cluster {
	g := group{
		ids: make([]string, len(es)), dated: make([]bool, len(es)), alike: sorts(es), more: sentenceVotes(es),
		why: func(i, j int) (float64, string) {
			v := within(es[i], es[j])
			return v.reasons()
		},
		margin: 0.1,
	}
	asked := map[[2]int]ballot{} // by the sorts of both
	g.votes = func(i, j int) ballot {
		k := [2]int{g.alike[i], g.alike[j]}
		v, ok := asked[k]
		if !ok {
			v = sceneVote(es[i], es[j])
			asked[k] = v
		}
		return v
	}
	paired := make([][]string, len(es))
	for i, e := range es {
		g.ids[i], g.dated[i] = e.s.ID, len(e.dates) > 0
		paired[i] = ruled.paired(e.statements())
	}
	g.ties = ruled.tie(paired)
	return g.join(withinPairs(es))
}

// sorts numbers events by kind, day and places: those of one number vote alike on what other sentences tell.
func sorts(es []*event) []int {
	numbers, out := map[string]int{}, make([]int, len(es))
	for i, e := range es {
		sort := fmt.Sprint(e.s.Kind, e.places)
		if d := bestDate(e.dates); d != nil {
			sort += fmt.Sprint(*d)
		}
		if _, ok := numbers[sort]; !ok {
			numbers[sort] = i
		}
		out[i] = numbers[sort]
	}
	return out
}

// sceneVote is one vote against where day or place keeps two events of a report apart. A kind does so too, but in an assault with
// a bomb and with guns each of the two has a vote for what is like it.
func sceneVote(a, b *event) ballot {
	var v verdict
	v.time(a, b)
	v.place(a.places, b.places)
	switch {
	case v.blocked:
		return ballot{day: -1}
	case !kindsMeet(a.s.Kind, b.s.Kind):
		return ballot{kind: -1}
	case class[a.s.Kind] != "" && !general[a.s.Kind] && !general[b.s.Kind]:
		return ballot{kind: 1}
	}
	return ballot{}
}

// sentenceVotes are the votes of events that one sentence tells on each other, besides those of their sorts.
func sentenceVotes(es []*event) map[int][]besideVote {
	out, at := map[int][]besideVote{}, map[dateline.Span][]int{}
	for j, b := range es {
		for _, i := range at[b.s.Quote] {
			sort := sceneVote(es[i], b)
			v := ballot{kind: -sort.kind, day: -sort.day}
			if within(es[i], b).blocked {
				v.day--
			}
			if oneAssault(es[i], b) {
				v.kind++
			}
			if v != (ballot{}) {
				out[i], out[j] = append(out[i], besideVote{j, v}), append(out[j], besideVote{i, v})
			}
		}
		at[b.s.Quote] = append(at[b.s.Quote], j)
	}
	return out
}
