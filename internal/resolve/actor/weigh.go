package actor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// What a name is worth by itself, and what the report adds.
const (
	ownName     = 0.95 // a name that only one actor has
	weakName    = 0.35 // a shared name or a common word
	inReport    = 0.50 // the report has named this actor
	kinInReport = 0.30 // the report has named an actor tied to it
	whereItIs   = 0.45 // the sentence tells of something in its home
	atHome      = 0.35 // the report is about a country of its home
	homeBeside  = 0.10 // the report names its home, the sentence tells of something elsewhere
	otherNamed  = 0.25 // taken from letters that stand for another whom the report has named
	notAtHome   = 0.15 // taken from a name that others share, in a report about other countries
	elsewhere   = 0.25 // taken from it where the sentence tells of something in another country
	groupNoun   = 0.25 // 'militants', 'the group': the name is a group's
	ofArms      = 0.15 // the sentence tells of arms
	ofPeace     = 0.30 // taken from a weak name in a sentence of sport, trade, study
	onlyOne     = 0.15 // nobody else bore a shared name at that time
	respelling  = 0.95 // what is left of a name that is spelt otherwise
	lapsed      = 0.80 // what is left of a name that was given up before the report
	gone        = 0.90 // what is left of an actor that had ended before the report
	outOfTime   = 0.70 // what is left of either where the name is shared besides
	notYet      = 0.25 // what is left of a name or actor that came later than the report
	otherThing  = 0.50 // what is left where the sentence is not about arms and the letters may be anything's
	enough      = 0.60 // from here on a reading can stand by itself
	some        = 0.58 // below it a name of one word is taken for another's
	little      = 0.20 // readings below it are not shown beside others
	ahead       = 0.14 // by which the best reading has to lead the next
	away        = 0.57 // the most that a weak name is worth against which something speaks, and that the report has not named otherwise
	beneath     = 0.79 // the most that a weak name is worth beside its proper owner, at home or named
)

// reading is one actor that a name can mean.
type reading struct {
	id    string
	score float64
	why   []string
	owner bool // of the name, and the report is about its home or has named it
	time  timing
	met   bool // the report has named it or one that is tied to it
	never bool // something speaks against it
	word  bool // its name is one word
}

// scene is what is known of where a name stands.
type scene struct {
	Context
	noun    bool      // a head noun says that the name is an armed group's
	named   []country // in the mention itself
	setting Setting
	cue     cue
	shared  bool
	spelled bool // the report has named an actor that the name can mean
	letters bool // the name is a short acronym
}

// see gathers what the choice between readings needs; where there is no choice, next to nothing.
func (b *Book) see(h hit, noun bool, ctx Context, named []country) scene {
	s := scene{Context: ctx, noun: noun, named: named, shared: severalActors(h.entries), letters: slices.ContainsFunc(h.entries, entry.brief)}
	if !s.shared && !h.doubtful(b, ctx) {
		return s
	}
	if ctx.Setting != nil {
		s.setting = ctx.Setting()
	}
	s.cue = b.cue(ctx)
	s.spelled = slices.ContainsFunc(h.entries, func(e entry) bool { return slices.Contains(ctx.Actors, b.actors[e.actor].ID) })
	return s
}

func severalActors(es []entry) bool {
	return slices.ContainsFunc(es, func(e entry) bool { return e.actor != es[0].actor })
}

// doubtful reports whether the name may be something else: weak, an acronym, or out of its time.
func (h hit) doubtful(b *Book, ctx Context) bool {
	return slices.ContainsFunc(h.entries, func(e entry) bool {
		return e.name.Weak || e.acronym() || e.when(b.lives[e.actor], []dateline.Date{ctx.Published}) != inTime
	})
}

// acronym reports whether the name is of capitals and figures only: 'ETA', 'M-19'.
func (e entry) acronym() bool {
	return e.shapes[0]&capitals != 0 && !slices.ContainsFunc(e.shapes, func(s shape) bool { return s&(capitals|scriptless) == 0 })
}

// brief reports whether the name is an acronym of few letters, which may stand for anything.
func (e entry) brief() bool { return e.acronym() && len(strings.Join(e.raw, "")) <= 4 }

// weigh gives what the names at a hit can mean, best first; ties by ID. named are countries of the
// mention itself.
func (b *Book) weigh(h hit, support bool, ctx Context, named []country) []reading {
	s := b.see(h, support, ctx, named)
	var out []reading
	for _, e := range h.entries {
		r := b.reading(h, e, s)
		if i := slices.IndexFunc(out, func(o reading) bool { return o.id == r.id }); i < 0 {
			out = append(out, r)
		} else if r.score > out[i].score {
			out[i] = r
		}
	}
	alone(out)
	if slices.ContainsFunc(out, func(r reading) bool { return r.owner }) {
		for i := range out {
			if !out[i].owner {
				out[i].score = min(out[i].score, beneath)
			}
		}
	}
	slices.SortFunc(out, func(x, y reading) int {
		return cmp.Or(cmp.Compare(y.score, x.score), strings.Compare(x.id, y.id))
	})
	return out
}

// alone adds to the one reading whose actor bore a shared name at that time.
func alone(rs []reading) {
	at := -1
	for i, r := range rs {
		if r.time != inTime {
			continue
		}
		if at >= 0 {
			return
		}
		at = i
	}
	if at >= 0 && len(rs) > 1 && rs[at].score < ownName && !rs[at].never {
		rs[at].add(onlyOne, "nobody else bore the name then")
		rs[at].score = min(rs[at].score, ownName)
	}
}

func (b *Book) reading(h hit, e entry, s scene) reading {
	a := b.actors[e.actor]
	r := reading{id: a.ID, score: ownName, why: []string{e.says(h, a)}, word: len(e.raw) == 1 || e.acronym()}
	if e.name.Weak {
		r.score = weakName
		b.support(&r, s)
	}
	r.home(a.Home, s, e.name.Weak)
	if e.name.Weak && r.never && !r.met {
		r.score = min(r.score, away)
	}
	if s.letters && s.shared && !slices.Contains(s.Actors, a.ID) && s.spelled {
		r.add(-otherNamed, "the report has named another whom the letters stand for")
	}
	r.owner = !e.name.Weak && (r.owner || slices.Contains(s.Actors, a.ID))
	r.score = max(0, min(r.score, ownName))
	if h.respelt {
		r.times(respelling, "")
	}
	r.besideArms(e, s)
	r.inTime(e, b.lives[e.actor], s)
	return r
}

// says words the match itself.
func (e entry) says(h hit, a dateline.Actor) string {
	of := "is a name of " + a.Name
	switch {
	case e.name.From != "" && e.name.To != "":
		of += " from " + e.name.From + " to " + e.name.To
	case e.name.From != "":
		of += " since " + e.name.From
	case e.name.To != "":
		of += " until " + e.name.To
	}
	if e.name.Weak {
		of += " that others share or that is a common word"
	}
	if h.respelt {
		return "the words of '" + e.name.Name + "' in another spelling or order, which " + of
	}
	return "'" + e.name.Name + "' " + of
}

// support adds what the report has told so far.
func (b *Book) support(r *reading, s scene) {
	if slices.Contains(s.Actors, r.id) {
		r.met = true
		r.add(inReport, "the report has named it")
	} else if i := slices.IndexFunc(s.Actors, func(id string) bool { return b.related(id, r.id) }); i >= 0 {
		r.met = true
		r.add(kinInReport, "the report has named "+b.Name(s.Actors[i])+", which is tied to it")
	}
	if s.noun {
		r.add(groupNoun, "the words around it are a group's")
	}
	switch {
	case s.cue.arms:
		r.add(ofArms, "the sentence tells of arms")
	case s.cue.peace != "":
		r.add(-ofPeace, "the sentence tells of other things: '"+s.cue.peace+"'")
		r.never = true
	}
}

func (r *reading) add(score float64, why string) {
	r.score += score
	r.why = append(r.why, why)
}

// home compares the actor's home with the countries of the mention, the sentence and the report.
func (r *reading) home(home []string, s scene, weak bool) {
	if len(home) == 0 {
		return
	}
	meets := func(isos []string) string {
		for _, iso := range isos {
			if slices.Contains(home, iso) {
				return iso
			}
		}
		return ""
	}
	of := meets(isos(s.named))
	here, report := meets(s.setting.Countries), meets(s.Countries)
	r.owner = of != "" || here != "" || report != "" && len(s.setting.Countries) == 0
	switch there := len(s.named)+len(s.setting.Countries) > 0; {
	case here != "" && weak:
		r.add(whereItIs, "country "+here+", its home, is where the sentence tells of something")
	case of != "" && weak, report != "" && weak && !there:
		r.add(atHome, "country "+cmp.Or(of, report)+", its home, is named")
	case report != "" && weak:
		r.add(homeBeside, "country "+report+", its home, is named elsewhere in the report")
	case here+of+report != "":
	case there && (s.shared || weak):
		r.add(-elsewhere, "the sentence tells of something in another country")
		r.never = true
	case len(s.Countries) > 0 && s.shared:
		r.add(-notAtHome, "the report is about other countries")
		r.never = true
	case len(s.Countries) > 0 && weak:
		r.why, r.never = append(r.why, "the report is about other countries"), true
	}
}

func isos(cs []country) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.iso)
	}
	return out
}

// besideArms doubts letters that may be anything's, and a name that others share in another country, in a sentence of sport, trade or study.
func (r *reading) besideArms(e entry, s scene) {
	if !e.name.Weak && (s.letters || r.never) && s.cue.peace != "" && !s.cue.arms && !r.owner {
		r.times(otherThing, "the sentence tells of other things: '"+s.cue.peace+"'")
		r.never = true
	}
}

// timing says how a name's time and its actor's stand to the time told of.
type timing int

const (
	inTime timing = iota
	tooEarly
	tooLate
)

// when compares with the times told of: it is enough that one of them fits.
func (e entry) when(life period, told []dateline.Date) timing {
	out := inTime
	for _, d := range told {
		switch {
		case !e.time.begunBy(d) || !life.begunBy(d):
			out = tooEarly
		case e.time.overBy(d) || life.overBy(d):
			out = tooLate
		default:
			return inTime
		}
	}
	return out
}

// inTime lowers a name that was not in use when the report came out, or what it tells of took place.
func (r *reading) inTime(e entry, life period, s scene) {
	told, what := s.setting.Dates, "what the sentence tells of"
	if len(told) == 0 || !s.shared { // what only one actor is called is it, whatever else is told
		told, what = append([]dateline.Date{s.Published}, told...), "the report"
	}
	r.time = e.when(life, told)
	switch {
	case r.time == tooEarly && !e.time.begunBy(told[0]):
		r.times(notYet, "the name came into use in "+e.name.From+", after "+what)
		r.never = true
	case r.time == tooEarly:
		r.times(notYet, "it was founded after "+what)
		r.never = true
	case r.time == tooLate && e.time.overBy(told[0]):
		r.times(e.left(lapsed, s), "the name was in use until "+e.name.To)
	case r.time == tooLate:
		r.times(e.left(gone, s), "it had ended before "+what)
	}
	if r.time == tooLate && s.cue.peace != "" && !s.cue.arms {
		r.times(otherThing, "the sentence tells of other things: '"+s.cue.peace+"'")
		r.never = true
	}
}

// left gives what is left of a name that is over: part, or less if others share the name.
func (e entry) left(part float64, s scene) float64 {
	if s.shared {
		return outOfTime
	}
	return part
}

func (r *reading) times(f float64, why string) {
	r.score *= f
	if why != "" {
		r.why = append(r.why, why)
	}
}

// decide makes a Resolution of weighed readings. A reading that was put down to little is told of and not
// kept beside a better one.
func decide(rs []reading, placed bool) dateline.Resolution {
	best, rest := rs[0], rs[1:]
	why := strings.Join(best.why, "; ")
	n := len(rest)
	for n > 0 && rest[n-1].score < little {
		n--
	}
	tail := ""
	if low := len(rest) - n; low > 0 {
		tail = fmt.Sprintf("; %d other reading%s below %.1f", low, plural(low), little)
	}
	rest = rest[:n]
	switch {
	case placed && best.refused():
		return dateline.Resolution{State: dateline.NotListed, Others: ids(rs), Score: round(1 - best.score),
			Why: why + "; too little speaks for it" + tail}
	case len(rest) > 0 && best.score-rest[0].score < ahead:
		return dateline.Resolution{State: dateline.Ambiguous, Others: ids(rs[:n+1]), Score: round(best.score / 2),
			Why: "shared name: " + why + "; but " + strings.Join(rest[0].why, "; ") + tail}
	case best.score < enough:
		return dateline.Resolution{State: dateline.Ambiguous, Others: ids(rs[:n+1]), Score: round(best.score),
			Why: why + "; too little supports it" + tail}
	}
	return dateline.Resolution{State: dateline.Known, Actor: best.id, Others: ids(rest), Score: round(best.score), Why: why + beside(rest) + tail}
}

// refused reports whether the words are rather somebody else's name: one word that nothing speaks for, or a
// name that something speaks against.
func (r reading) refused() bool { return r.score < some && (r.word || r.never) }

// beside words the lesser readings of a name.
func beside(rest []reading) string {
	if len(rest) == 0 {
		return ""
	}
	return fmt.Sprintf("; %d lesser reading%s, the next %.2f", len(rest), plural(len(rest)), rest[0].score)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func ids(rs []reading) []string {
	var out []string
	for _, r := range rs {
		out = append(out, r.id)
	}
	return out
}

// round keeps scores readable: two decimals.
func round(f float64) float64 { return float64(int(f*100+0.5)) / 100 }
