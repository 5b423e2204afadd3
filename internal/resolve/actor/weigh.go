package actor

import (
	"cmp"
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
	atHome      = 0.35 // the report is about a country of its home
	notAtHome   = 0.15 // taken from a name that others share, in a report about other countries
	groupNoun   = 0.25 // 'militants', 'the group': the name is a group's
	lapsed      = 0.80 // what is left of a name that was given up before the report
	gone        = 0.90 // what is left of an actor that had ended before the report
	outOfTime   = 0.70 // what is left of either where the name is shared besides
	notYet      = 0.25 // what is left of a name or actor that came later than the report
	enough      = 0.60 // from here on a reading can stand by itself
	ahead       = 0.14 // by which the best reading has to lead the next
	beneath     = 0.79 // the most that a weak name is worth beside its proper owner, at home or named
)

// reading is one actor that a name can mean.
type reading struct {
	id    string
	score float64
	why   []string
	owner bool // of the name, and the report is about its home or has named it
}

// weigh gives what the names at a hit can mean, best first; ties by ID. named are countries of the
// mention itself.
func (b *Book) weigh(h hit, support bool, ctx Context, named []country) []reading {
	var out []reading
	for _, e := range h.entries {
		r := b.reading(e, len(h.entries) > 1, support, ctx, named)
		if i := slices.IndexFunc(out, func(o reading) bool { return o.id == r.id }); i < 0 {
			out = append(out, r)
		} else if r.score > out[i].score {
			out[i] = r
		}
	}
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

func (b *Book) reading(e entry, shared, support bool, ctx Context, named []country) reading {
	a := b.actors[e.actor]
	r := reading{id: a.ID, score: ownName, why: []string{"'" + e.name.Name + "' is a name of " + a.Name}}
	if e.name.Weak {
		r.score = weakName
		r.why[0] += " that others share or that is a common word"
		b.support(&r, support, ctx)
	}
	r.home(a.Home, ctx.Countries, named, e.name.Weak, shared)
	r.owner = !e.name.Weak && (r.owner || slices.Contains(ctx.Actors, a.ID))
	r.score = min(r.score, ownName)
	r.inTime(e, b.lives[e.actor], ctx.Published)
	return r
}

// support adds what the report has told so far.
func (b *Book) support(r *reading, noun bool, ctx Context) {
	if slices.Contains(ctx.Actors, r.id) {
		r.add(inReport, "the report has named it")
	} else if i := slices.IndexFunc(ctx.Actors, func(id string) bool { return b.related(id, r.id) }); i >= 0 {
		r.add(kinInReport, "the report has named "+b.Name(ctx.Actors[i])+", which is tied to it")
	}
	if noun {
		r.add(groupNoun, "the words around it are a group's")
	}
}

func (r *reading) add(score float64, why string) {
	r.score += score
	r.why = append(r.why, why)
}

// home compares the actor's home with the countries of the mention and of the report.
func (r *reading) home(home, countries []string, named []country, weak, shared bool) {
	all := slices.Clone(countries)
	for _, c := range named {
		all = append(all, c.iso)
	}
	if len(all) == 0 || len(home) == 0 {
		return
	}
	meet := slices.ContainsFunc(home, func(iso string) bool { return slices.Contains(all, iso) })
	r.owner = meet
	switch {
	case meet && weak:
		r.add(atHome, "the report is about its home")
	case !meet && shared:
		r.add(-notAtHome, "the report is about other countries")
	}
}

// inTime lowers a name that was not in use when the report came out.
func (r *reading) inTime(e entry, life period, published dateline.Date) {
	switch {
	case !e.time.begunBy(published):
		r.times(notYet, "the name came into use in "+e.name.From+", after the report")
	case !life.begunBy(published):
		r.times(notYet, "it was founded after the report")
	case e.time.overBy(published):
		r.times(e.left(lapsed), "the name was in use until "+e.name.To)
	case life.overBy(published):
		r.times(e.left(gone), "it had ended before the report")
	}
}

// left gives what is left of a name that is over: part, or less if the name is shared.
func (e entry) left(part float64) float64 {
	if e.name.Weak {
		return outOfTime
	}
	return part
}

func (r *reading) times(f float64, why string) {
	r.score *= f
	r.why = append(r.why, why)
}

// decide makes a Resolution of weighed readings.
func decide(rs []reading) dateline.Resolution {
	best := rs[0]
	why := strings.Join(best.why, "; ")
	if len(rs) > 1 && best.score-rs[1].score < ahead {
		return dateline.Resolution{State: dateline.Ambiguous, Others: ids(rs), Score: round(best.score / 2),
			Why: "shared name: " + why + "; but " + strings.Join(rs[1].why, "; ")}
	}
	if best.score < enough {
		return dateline.Resolution{State: dateline.Ambiguous, Others: ids(rs), Score: round(best.score),
			Why: why + "; too little supports it"}
	}
	return dateline.Resolution{State: dateline.Known, Actor: best.id, Others: ids(rs[1:]), Score: round(best.score), Why: why}
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
