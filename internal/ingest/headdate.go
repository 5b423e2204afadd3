package ingest

import (
	"regexp"
	"strings"

	"dateline"
)

// headReach is how far into a text, in bytes, its own date is looked for.
const headReach = 600

var (
	// A place, its first word in capitals, with the day of the report in brackets: 'KABUL, Afghanistan (Nov. 20, 2011)'.
	bracketDay = regexp.MustCompile(`(?m)(?:\b[A-Z]{3,}[\w ,.'’-]{0,40}|^[\s\x{a0}]*[A-Z]\w+, [A-Z]\w+ )\(([A-Za-z]{3,9})\.? (\d{1,2})(?:[,.] ?(\d{4}))?\)`)
	// A title that ends in its day: 'Situation report, 3 May 2019', 'Morning update, May 3, 2019'.
	titleDay = regexp.MustCompile(`(?i)\b(?:update|bulletin|report|briefing|summary|digest|release|statement|newsletter)[,:]?(?: for| of)? +(\d{1,2} [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4})$`)
	titleEnd = regexp.MustCompile(`(?i)\b(?:update|bulletin|report|briefing|summary|digest|release),? +([a-z]{3,9})\.? (\d{1,2})$`)
	// A title that begins with its day, the year left to a serial number: 'May 8: Operations in the east'.
	titleHead = regexp.MustCompile(`^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?:`)
	// A serial number that begins with year and month: '2010-12-S-098'.
	serial = regexp.MustCompile(`\b((?:19|20)\d{2})-(\d{2})-[A-Z]{1,3}[-–]\d+`)
	// What may stand before the date in a line of its own; not the day of a change.
	byline = regexp.MustCompile(`(?i)^(?:published|posted|date|issued|released|first published)?(?: on)?:? *`)
	// The day in the path of an address: '/2019/05/03/', '/2019-05-03-'.
	pathDay = regexp.MustCompile(`/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)`)
)

// ownDate fills in the day that a text tells for itself where neither its file nor the caller gives one.
func ownDate(r *dateline.Report, opts Options) {
	if !r.Published.IsZero() || !opts.Published.IsZero() {
		return
	}
	if _, wire := WireDate(r.Text); wire {
		return // finish takes it
	}
	if date, basis, ok := HeadDate(r.Text); ok {
		r.Published, r.Basis = date, basis
	}
}

// HeadDate gives the day that the head of a text tells for itself: behind the place that it is written
// from, at the end of its title, or in a line of its own under the title, if
// no other line of the head is a day. The basis says which.
func HeadDate(text string) (date dateline.Date, basis string, ok bool) {
	head := text[:min(len(text), headReach)]
	if m := bracketDay.FindStringSubmatch(head); m != nil {
		if date, ok := monthDay(m[1], m[2], m[3], head); ok {
			return date, basisWire, true
		}
	}
	var lines []dateline.Date
	for n, line := range strings.SplitN(head, "\n", 8) {
		line = strings.TrimSpace(line)
		if date, ok := titleDate(line, head); ok && n == 0 {
			return date, basisTitle, true
		}
		if date, ok := lineDate(line); ok {
			lines = append(lines, date)
		}
	}
	if len(lines) == 1 {
		return lines[0], basisByline, true
	}
	return dateline.Date{}, "", false
}

// titleDate gives the day that a title ends or begins with.
func titleDate(line, head string) (dateline.Date, bool) {
	if m := titleDay.FindStringSubmatch(line); m != nil {
		if date, exists, _ := pageDate(m[1]); exists {
			return date, true
		}
	}
	if m := titleEnd.FindStringSubmatch(line); m != nil {
		return monthDay(m[1], m[2], "", head)
	}
	if m := titleHead.FindStringSubmatch(line); m != nil {
		return monthDay(m[1], m[2], m[3], head)
	}
	return dateline.Date{}, false
}

// monthDay makes a day of a month's name and figures. A year that is not there is that of the serial number
// in the head, if its month is the same.
func monthDay(month, day, year, head string) (dateline.Date, bool) {
	m := wireMonth(month)
	if year == "" {
		s := serial.FindStringSubmatch(head)
		if s == nil || s[2] != m {
			return dateline.Date{}, false
		}
		year = s[1]
	}
	if m == "" {
		return dateline.Date{}, false
	}
	return dayDate(year, m, twoDigits(day))
}

// lineDate reads a line that holds a day and nothing else but who wrote it and the time: 'Published 3 May
// 2019', 'By A Writer | May 3, 2019 9:21 AM'.
func lineDate(line string) (dateline.Date, bool) {
	if len(line) > 90 {
		return dateline.Date{}, false
	}
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == '•' || r == '·' }) {
		part = byline.ReplaceAllString(strings.TrimSpace(part), "")
		if date, exists, isDate := pageDate(part); isDate && exists && len(date.EDTF) == len("2006-01-02") {
			return date, true
		}
	}
	return dateline.Date{}, false
}

// urlDate gives the day in the path of an address.
func urlDate(url string) (dateline.Date, bool) {
	m := pathDay.FindStringSubmatch(url)
	if m == nil {
		return dateline.Date{}, false
	}
	return dayDate(m[1], twoDigits(m[2]), twoDigits(m[3]))
}
