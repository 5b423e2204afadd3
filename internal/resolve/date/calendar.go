package date

import (
	"fmt"

	"dateline"
)

// expr is what a phrase says, before anyone knows when it was said.
type expr interface{ resolve(w when) reading }

// known is a reading that needs no context.
type known struct{ reading }

func (e known) resolve(when) reading { return e.reading }

// calendar is a year, a month or a day, with or without the year: 'November 2021', '22 March',
// 'last July', 'Friday, March 22'.
type calendar struct {
	partial
	short   bool // year is two digits
	rel     rel
	of      expr // the year in other words: 'March of last year'
	weekday int  // 0 if not said
}

func (e calendar) resolve(w when) reading {
	if e.short {
		e.year = fullYear(e.year, w.now)
	}
	if !e.possible() {
		return unresolved(fmt.Sprintf("%s date: %s", NoSuch, e.partial))
	}
	switch {
	case e.of != nil:
		return e.check(e.within(w))
	case e.year > 0:
		return e.check(exact(e.partial))
	case e.rel.back():
		return e.fromRef(w)
	}
	if r, ok := e.inStory(w); ok {
		return e.check(r)
	}
	if w.now == noDay {
		return open(exact(e.partial), noPublished+", and nothing else fixes the year")
	}
	year, why, ok := e.pick(w.now, w.tense)
	if w.heard && w.tense == Future && e.rel == relAuto && e.day > 0 && ok && dayOf(year, e.month, e.day) > w.now+farAhead {
		if last, said, is := e.pick(w.now, Past); is && dayOf(last, e.month, e.day) > w.now-news {
			year, why = last, said
		}
	}
	if !ok {
		return unresolved(NoSuch + " date near the day of publication")
	}
	if near, is := e.byWeekday(year, w.now); is {
		year, why = near, "the weekday in the words is that of this year"
	}
	p := partial{year, e.month, e.day}
	return e.check(exact(p).by(dateline.AnchorPublished, 0.9, why))
}

// byWeekday gives the year next to the one picked in which the day falls on the weekday in the words, if it does
// not in that one, and the day is then near publication: a page told on 'Sunday, Nov. 27' goes on after the day
// that it is dated.
func (e calendar) byWeekday(picked int, now day) (year int, ok bool) {
	falls := func(y int) bool {
		p := partial{y, e.month, e.day}
		return p.exists() && p.first().weekday() == e.weekday
	}
	if e.weekday == 0 || e.day == 0 || e.rel != relAuto || falls(picked) {
		return 0, false
	}
	for _, y := range []int{picked + 1, picked - 1} {
		if d := (partial{y, e.month, e.day}).first() - now; falls(y) && d < news && d > -2*farAhead {
			return y, true
		}
	}
	return 0, false
}

// news is how many days before publication a day is taken for news, whatever was told before it.
const news = 45

// farAhead is how many days after publication a day without a year is no longer expected.
const farAhead = 180

// inStory gives a month or day without a year that of the story: the first from the date told before on. It
// does not, outside the sentence of that date, where e read by publication is news.
func (e calendar) inStory(w when) (reading, bool) {
	if w.story.isZero() || e.rel != relAuto || w.tense == Future {
		return reading{}, false
	}
	p := partial{w.story.year, e.month, e.day}
	if p.last() < w.story.first() {
		p.year++
	}
	if !p.exists() || w.now != noDay && p.first() > w.now {
		return reading{}, false
	}
	if w.now != noDay && !w.near {
		year, _, ok := e.pick(w.now, w.tense)
		if ok && (partial{year, e.month, e.day}).last() > w.now-news {
			return reading{}, false
		}
	}
	return exact(p).by(dateline.AnchorText, 0.8, "of the story that told "+w.story.String()), true
}

// possible reports whether the calendar can have e; a day without a month takes it from e.of.
func (e calendar) possible() bool {
	if e.month == 0 && e.day > 0 {
		return e.of != nil
	}
	return e.exists()
}

// open marks r as a date whose year nothing fixes.
func open(r reading, why string) reading {
	r.anchor, r.why, r.score = dateline.AnchorNone, why, 0.5
	return r
}

// fullYear completes a year of two digits: the one nearest to the year of publication, or, where
// that is not known, the one from 1950 to 2049.
func fullYear(short int, now day) int {
	year := 1900 + short
	middle := 2000
	if now != noDay {
		middle = now.partial().year
	}
	for year <= middle-50 {
		year += 100
	}
	return year
}

// pick chooses the year of a month or day without one.
func (e calendar) pick(now day, tense Tense) (year int, why string, ok bool) {
	today := now.partial()
	tolerance := 0
	if e.rel == relAuto && tense != Future {
		tolerance = 1 // the writer's midnight is not the publisher's
	}
	cmp := func(y int) int { return e.against(y, now+day(tolerance)) }
	switch {
	case e.rel == relThis:
		return today.year, "of the year of publication", partial{today.year, e.month, e.day}.exists()
	case e.rel == relNext:
		return e.search(today.year, 1, func(y int) bool { return cmp(y) > 0 }, "first after publication")
	case e.rel == relLast:
		return e.search(today.year, -1, func(y int) bool { return cmp(y) < 0 }, "last before publication")
	case tense == Future:
		return e.search(today.year, 1, func(y int) bool { return cmp(y) >= 0 }, "first from publication on")
	}
	return e.search(today.year+tolerance, -1, func(y int) bool { return cmp(y) <= 0 }, "latest up to publication")
}

// against compares e in year y with now: by month if e is a month.
func (e calendar) against(y int, now day) int {
	if e.day > 0 {
		return int(dayOf(y, e.month, e.day) - now)
	}
	today := now.partial()
	return (y-today.year)*12 + e.month - today.month
}

func (e calendar) search(from, step int, fit func(int) bool, why string) (int, string, bool) {
	for y := from; y != from+9*step; y += step {
		if (partial{y, e.month, e.day}).exists() && fit(y) {
			return y, why, true
		}
	}
	return 0, "", false
}

// within takes the year from other words.
func (e calendar) within(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() {
		return r
	}
	if r.lo.year != r.hi.year || r.lo.year == 0 {
		return open(exact(e.partial), "the year that it points to is not known")
	}
	p := partial{r.lo.year, e.month, e.day}
	if e.month == 0 {
		p.month = r.lo.month // 'the 22nd of this month'
	}
	if !p.exists() {
		return unresolved(fmt.Sprintf("%s date: %s", NoSuch, p))
	}
	return exact(p).by(r.anchor, r.score, r.why)
}

// fromRef takes the year from the date pointed back to: 'that March', 'the following July'.
func (e calendar) fromRef(w when) reading {
	at := w.ref.to()
	if !w.ref.ok() || at == noDay {
		return open(exact(e.partial), "nothing fixes the year that it points back to")
	}
	in := when{now: at, ref: w.ref}
	switch e.rel {
	case relSame:
		e.rel = relThis
	case relPrevious:
		e.rel = relLast
	case relFollowing:
		e.rel = relNext
	}
	year, _, ok := e.pick(in.now, Past)
	if !ok {
		return unresolved(NoSuch + " date in that year")
	}
	return exact(partial{year, e.month, e.day}).by(w.refAnchor(), 0.9, w.pointsBack())
}

// check compares the weekday that the words give with the calendar's.
func (e calendar) check(r reading) reading {
	if e.weekday == 0 || !r.ok() || r.from() == noDay {
		return r
	}
	if got := r.from().weekday(); got != e.weekday {
		r.why = join(r.why, "the weekday in the words is not that day's")
		r.score = min(r.score, 0.6)
	}
	return r
}

// numeric is a date in figures that does not say which is the month: '03/04/2024'.
type numeric struct {
	a, b, year int
	short      bool
}

func (e numeric) resolve(w when) reading {
	year := e.year
	if e.short {
		year = fullYear(year, w.now)
	}
	dayFirst, monthFirst := partial{year, e.b, e.a}, partial{year, e.a, e.b}
	valid := func(p partial) bool { return p.day > 0 && p.month > 0 && p.exists() }
	switch {
	case e.a == 0 || e.b == 0:
		return unresolved(NoSuch + " date")
	case dayFirst == monthFirst || !valid(monthFirst):
		return calendar{partial: dayFirst}.resolve(w)
	case !valid(dayFirst):
		return exact(monthFirst)
	}
	if r, ok := onlyPast(dayFirst, monthFirst, w); ok {
		return r
	}
	lo, hi := monthFirst, dayFirst
	if hi.first() < lo.first() {
		lo, hi = hi, lo
	}
	r := between(lo, hi)
	r.form, r.rivals, r.score = "["+lo.String()+","+hi.String()+"]", true, 0.5
	r.why = "the day and the month may stand in either order"
	return r
}

// onlyPast picks the one of two days that a report of the past can tell: that which does not come after it.
func onlyPast(a, b partial, w when) (reading, bool) {
	if w.now == noDay || w.tense == Future {
		return reading{}, false
	}
	if a.first() > b.first() {
		a, b = b, a
	}
	if a.first() > w.now || b.first() <= w.now+1 {
		return reading{}, false
	}
	return exact(a).by(dateline.AnchorText, 0.8, "the other reading, "+b.String()+", lies after publication"), true
}
