package date

import (
	"fmt"
	"strconv"
	"strings"

	"dateline"
)

// holiday is a day that has a name. Its rule says how to find it in a year.
type holiday struct {
	rule feast
	year expr // nil if not said
	rel  rel
}

// feast is a rule of data/lexicon/times.txt.
type feast struct {
	fixed      partial // month and day
	easter     bool    // so many days from Easter
	offset     day
	nth        int // the nth weekday of month
	weekday    int
	month      int
	orthodox   bool   // so many days from Orthodox Easter
	hebrew     string // its name in the Hebrew calendar
	moons      []moon // days of the Hijri or the Persian calendar; of several the nearest
	unreckoned string // a calendar that is not reckoned here
}

func (e holiday) resolve(w when) reading {
	switch {
	case e.rule.unreckoned != "":
		return unresolved("a day of the " + e.rule.unreckoned + " calendar, which is not reckoned here")
	case len(e.rule.moons) > 0:
		return e.moon(w)
	case !e.rule.fixed.isZero():
		return calendar{partial: e.rule.fixed, rel: e.rel, of: e.year}.resolve(w)
	case e.year != nil:
		r := e.year.resolve(w)
		if !r.ok() || r.lo.year == 0 || r.lo.year != r.hi.year {
			return unresolved("the year of that feast is not known")
		}
		d := e.rule.in(r.lo.year)
		return days(d, d).by(r.anchor, r.score, r.why)
	case w.now == noDay:
		return unresolved("a feast that moves, and " + noPublished)
	}
	d, why := e.near(w)
	return days(d, d).by(dateline.AnchorPublished, 0.9, why)
}

// moon reads a feast of another calendar. Of 'Eid', which is two, it is the nearest one on the side that
// the tense tells; with no more than a year it is both.
func (e holiday) moon(w when) reading {
	var best reading
	for i, m := range e.rule.moons {
		m.of, m.rel = e.year, e.rel
		r := m.resolve(w)
		switch {
		case i == 0 || !best.ok():
			best = r
		case !r.ok():
		case e.year != nil:
			best.form, best.rivals, best.score = "["+best.lo.String()+","+r.lo.String()+"]", true, 0.5
			best.approx, best.hi, best.why = false, r.lo, "either of the two feasts"
		case w.tense == Future == (r.from() < best.from()):
			best = r
		}
	}
	return best
}

// near picks the year of a movable feast as calendar does for a day.
func (e holiday) near(w when) (day, string) {
	y := w.now.partial().year
	switch {
	case e.rel == relThis:
		return e.rule.in(y), "of the year of publication"
	case e.rel == relNext || w.tense == Future:
		if d := e.rule.in(y); d >= w.now {
			return d, "first from publication on"
		}
		return e.rule.in(y + 1), "first from publication on"
	}
	if d := e.rule.in(y); d <= w.now && !(e.rel == relLast && d == w.now) {
		return d, "latest up to publication"
	}
	return e.rule.in(y - 1), "latest up to publication"
}

// in returns the day of a movable feast in a year.
func (f feast) in(year int) day {
	switch {
	case f.easter:
		return easter(year) + f.offset
	case f.orthodox:
		return orthodoxEaster(year) + f.offset
	case f.hebrew != "":
		return hebrewFeast(f.hebrew, year)
	}
	first := dayOf(year, f.month, 1)
	return first + day((f.weekday-first.weekday()+7)%7+7*(f.nth-1))
}

// easter is Western Easter Sunday by the anonymous Gregorian computus.
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, n/31, n%31+1)
}

// parseFeast reads a rule: 'MM-DD', 'easter+N', 'orthodox+N', 'nth N weekday month', 'hebrew NAME',
// 'hijri MM-DD ...', 'persian MM-DD', 'unreckoned CALENDAR'.
func parseFeast(rule string, lex *lexicon) (feast, error) {
	f := strings.Fields(rule)
	switch {
	case strings.HasPrefix(rule, "easter"):
		n, err := strconv.Atoi(strings.TrimPrefix(rule, "easter"))
		return feast{easter: true, offset: day(n)}, err
	case strings.HasPrefix(rule, "orthodox"):
		n, err := strconv.Atoi(strings.TrimPrefix(rule, "orthodox"))
		return feast{orthodox: true, offset: day(n)}, err
	case len(f) == 2 && f[0] == "hebrew":
		return feast{hebrew: f[1]}, nil
	case len(f) > 1 && (f[0] == "hijri" || f[0] == "persian"):
		return moonFeast(f[1:], f[0] == "persian")
	case len(f) == 2 && f[0] == "unreckoned":
		return feast{unreckoned: f[1]}, nil
	case len(f) == 4 && f[0] == "nth":
		n, err := strconv.Atoi(f[1])
		wd, m := lex.words[f[2]], lex.words[f[3]]
		if err == nil && (wd.class != cWeekday || m.class != cMonth) {
			err = fmt.Errorf("no such rule: %q", rule)
		}
		return feast{nth: n, weekday: wd.value, month: m.value}, err
	}
	p, ok := parsePartial("XXXX-" + rule)
	if !ok || p.day == 0 {
		return feast{}, fmt.Errorf("no such rule: %q", rule)
	}
	return feast{fixed: p}, nil
}

// moonFeast reads the days MM-DD of a feast in the Hijri or the Persian calendar.
func moonFeast(list []string, persian bool) (feast, error) {
	var f feast
	for _, md := range list {
		m := moon{persian: persian}
		if _, err := fmt.Sscanf(md, "%02d-%02d", &m.month, &m.day); err != nil || m.month < 1 || m.month > 12 || m.day < 1 || m.day > 30 {
			return f, fmt.Errorf("no such day: %q", md)
		}
		f.moons = append(f.moons, m)
	}
	return f, nil
}
