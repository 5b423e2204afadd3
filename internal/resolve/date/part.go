package date

// part is a piece of a period: 'late 2014', 'mid-February', 'earlier this month'.
type part struct {
	which string // early, mid, late, earlier, later
	of    expr
	unit  unit // 'the last days of 2023', 'the first weeks of 2023'; "" if not said
}

// resolve cuts a year into January-April, May-August, September-December; a month into 1-10, 11-20,
// 21-end; anything else into thirds. 'Earlier' ends, and 'later' starts, with the day of
// publication or the date pointed back to, where that lies within the period. A day stays whole.
func (e part) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.rivals || r.lo.isZero() || r.hi.isZero() {
		return r
	}
	if r.lo == r.hi && r.lo.day > 0 {
		return r
	}
	if e.which == "earlier" || e.which == "later" {
		return e.side(r, w)
	}
	if e.unit != "" && r.form == "" && r.lo == r.hi && r.lo.month == 0 {
		r.lo.month = map[string]int{"early": 1, "mid": 6, "late": 12}[e.which]
		r.hi = r.lo
		if e.unit == week {
			return r
		}
	}
	lo, hi := e.third(r)
	r.lo, r.hi, r.form = lo, hi, ""
	r.score = min(r.score, 0.8)
	return r
}

func (e part) third(r reading) (lo, hi partial) {
	i := map[string]int{"early": 0, "mid": 1, "late": 2}[e.which]
	switch {
	case r.form == "" && r.lo == r.hi && r.lo.month > 0:
		end := daysIn(r.lo.year, r.lo.month)
		lo = partial{r.lo.year, r.lo.month, 10*i + 1}
		hi = partial{r.lo.year, r.lo.month, [...]int{10, 20, end}[i]}
		if r.lo.year == 0 && hi.day == end {
			hi.day = daysIn(2001, hi.month) // 28 February: no year says that it is a leap year
		}
		return lo, hi
	case r.form == "" && r.lo == r.hi:
		return partial{r.lo.year, 4*i + 1, 0}, partial{r.lo.year, 4*i + 4, 0}
	case r.lo.month == 0 && r.hi.year == r.lo.year+9:
		ends := [...]int{0, 3, 6, 9}
		return partial{r.lo.year + ends[i] + min(i, 1), 0, 0}, partial{r.lo.year + ends[i+1], 0, 0}
	case r.lo.month == 0:
		years := r.hi.year - r.lo.year + 1
		return partial{r.lo.year + years*i/3, 0, 0}, partial{r.lo.year + years*(i+1)/3 - 1, 0, 0}
	case r.lo.year == 0:
		return r.lo, r.hi
	}
	if season := r.hi.addMonths(-2); r.lo.day == 0 && season == r.lo {
		return r.lo.addMonths(i), r.lo.addMonths(i)
	}
	from, n := r.from(), int(r.to()-r.from())+1
	return (from + day(n*i/3)).partial(), (from + day(n*(i+1)/3) - 1).partial()
}

// side is the part of r before or after now or the date pointed back to.
func (e part) side(r reading, w when) reading {
	from, to := r.from(), r.to()
	at := w.now
	per, isPeriod := e.of.(period)
	if ref := w.ref.from(); (e.which == "later" || isPeriod && per.rel == relSame) && w.ref.ok() && ref != noDay && from <= ref && ref <= to {
		at = ref
	}
	if from == noDay || to == noDay || at == noDay || at < from || at > to {
		return r
	}
	r.form = ""
	if e.which == "earlier" {
		r.lo, r.hi = from.partial(), at.partial()
	} else {
		r.lo, r.hi = at.partial(), to.partial()
	}
	if lo, hi := r.lo, r.hi; lo.day == 1 && hi.day == daysIn(hi.year, hi.month) {
		r.lo.day, r.hi.day = 0, 0 // whole months
	}
	return r
}

// nth is a counted piece of a period: 'the first half of 1978', 'the last week of March', 'the
// first three months of 2019'. A negative n counts from the end.
type nth struct {
	n    int
	size int // how many units together
	unit unit
	half bool
	of   expr
}

func (e nth) resolve(w when) reading {
	r := e.of.resolve(w)
	if !r.ok() || r.lo.isZero() || r.hi.isZero() {
		return r
	}
	lo, hi, ok := e.within(r)
	if !ok {
		return unresolved("the period has no such part")
	}
	if lo.day > 0 && hi.day > 0 && lo.year == 0 {
		hi.day = min(hi.day, daysIn(2001, hi.month))
	}
	r.lo, r.hi, r.form = lo, hi, ""
	if !(e.half || e.unit == quarter) {
		r.score = min(r.score, 0.8)
	}
	return r
}

func (e nth) within(r reading) (lo, hi partial, ok bool) {
	oneMonth := r.lo == r.hi && r.lo.month > 0 && r.lo.day == 0
	oneYear := r.lo == r.hi && r.lo.month == 0 && r.form == ""
	switch {
	case e.half && oneYear:
		return pieces(r.lo.year, e.n, 1, 6, 2)
	case e.unit == quarter && oneYear:
		return pieces(r.lo.year, e.n, e.size, 3, 4)
	case e.unit == month && oneYear:
		return pieces(r.lo.year, e.n, e.size, 1, 12)
	case e.half && oneMonth:
		end := daysIn(r.lo.year, r.lo.month)
		if e.n == 1 {
			return partial{r.lo.year, r.lo.month, 1}, partial{r.lo.year, r.lo.month, 15}, true
		}
		return partial{r.lo.year, r.lo.month, 16}, partial{r.lo.year, r.lo.month, end}, e.n == 2
	case e.half && r.lo.month == 0:
		years := (r.hi.year - r.lo.year + 1) / 2
		start := r.lo.year + years*(e.n-1)
		return partial{start, 0, 0}, partial{start + years - 1, 0, 0}, e.n <= 2
	case (e.unit == yearUnit || e.unit == decade) && r.lo.month == 0 && r.lo != r.hi:
		return e.years(r)
	case e.unit == week || e.unit == dayUnit || e.unit == weekend || e.unit == night:
		return e.days(r)
	}
	return lo, hi, false
}

// pieces cuts a year into count pieces of some months and returns size of them from the n-th on.
func pieces(year, n, size, months, count int) (lo, hi partial, ok bool) {
	if n < 0 {
		n = count - size + 1
	}
	if n < 1 || n+size-1 > count {
		return lo, hi, false
	}
	lo = partial{year, (n-1)*months + 1, 0}
	return lo, partial{year, (n + size - 1) * months, 0}, true
}

func (e nth) years(r reading) (lo, hi partial, ok bool) {
	years := e.size
	if e.unit == decade {
		years *= 10
	}
	start := r.lo.year + (e.n-1)*years
	if e.n < 0 {
		start = r.hi.year - years + 1
	}
	return partial{start, 0, 0}, partial{start + years - 1, 0, 0}, start >= r.lo.year && start+years-1 <= r.hi.year
}

// days counts weeks and days from the first day of r; the last ones from its last. Weekends are
// those that start in r.
func (e nth) days(r reading) (lo, hi partial, ok bool) {
	from, to := r.from(), r.to()
	if from == noDay && r.lo == r.hi && r.lo.month > 0 {
		lo, hi, ok := e.days(exact(partial{2004, r.lo.month, 0}))
		lo.year, hi.year = 0, 0
		return lo, hi, ok && e.n > 0 && e.unit != weekend
	}
	if from == noDay || to == noDay {
		return lo, hi, false
	}
	length := day(1)
	switch e.unit {
	case week:
		length = 7
	case weekend:
		from += day((6 - from.weekday() + 7) % 7)
		start := from + day(7*(e.n-1))
		if e.n < 0 {
			start = weekday{number: 6}.upTo(to)
		}
		return start.partial(), (start + 1).partial(), start <= to
	}
	start := from + day(e.n-1)*length
	end := start + day(e.size)*length - 1
	if e.n < 0 {
		start, end = to-day(e.size)*length+1, to
	}
	return start.partial(), min(end, to).partial(), start >= from && start <= to
}

// season is a northern season: 'the summer of 2014', 'last winter'.
type season struct {
	number int // 21 is spring
	rel    rel
	of     expr // the year; nil if not said
}

func (e season) resolve(w when) reading {
	var at calendar
	at.rel, at.of = e.rel, e.of
	lo, _ := seasonMonths(0, e.number)
	at.month = lo.month
	if e.rel == relThis {
		at.rel = relAuto
	}
	r := at.resolve(w)
	if !r.ok() {
		return r
	}
	first, last := seasonMonths(r.lo.year, e.number)
	form := first.String()[:5] + two(e.number)
	r.lo, r.hi, r.form = first, last, form
	if first.year == 0 {
		r.form = ""
	}
	r.why = join(r.why, "northern seasons")
	r.score = min(r.score, 0.7)
	return r
}
