package date

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseEDTF returns the first and last day, as YYYY-MM-DD, that an EDTF expression (ISO 8601-2)
// allows. It knows what this package writes: years, months, days, seasons (21-24), quarters
// (33-36), decades ('198X'), centuries ('19XX'), unknown years ('XXXX-03-22', both ends ""), the
// marks '~', '?' and '%', which widen nothing, intervals with open ('..') or unknown ("") ends,
// and one of a set ('[2024-03-04,2024-04-03]'). The error says what is wrong with s.
func ParseEDTF(s string) (from, to string, err error) {
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return parseSet(s)
	}
	a, b, isRange := strings.Cut(s, "/")
	lo, hi, err := parseEnd(a, isRange)
	if err != nil {
		return "", "", fmt.Errorf("edtf %q: %w", s, err)
	}
	if isRange {
		if _, hi, err = parseEnd(b, true); err != nil {
			return "", "", fmt.Errorf("edtf %q: %w", s, err)
		}
		if lo != noDay && hi != noDay && lo > hi {
			return "", "", fmt.Errorf("edtf %q: ends before it starts", s)
		}
	}
	return lo.String(), hi.String(), nil
}

func parseSet(s string) (from, to string, err error) {
	for _, one := range strings.Split(s[1:len(s)-1], ",") {
		lo, hi, err := parseEnd(one, false)
		if err != nil {
			return "", "", fmt.Errorf("edtf %q: %w", s, err)
		}
		if from == "" || lo.String() < from {
			from = lo.String()
		}
		to = max(to, hi.String())
	}
	return from, to, nil
}

// parseEnd reads one date, or one end of an interval.
func parseEnd(s string, isRange bool) (first, last day, err error) {
	if isRange && (s == ".." || s == "") {
		return noDay, noDay, nil
	}
	s = strings.TrimRight(s, "~?%")
	if len(s) == 4 && strings.HasSuffix(s, "X") {
		return parseDecade(s)
	}
	var p partial
	parts := strings.Split(s, "-")
	fields := []*int{&p.year, &p.month, &p.day}
	if len(parts) > len(fields) {
		return noDay, noDay, fmt.Errorf("too many parts")
	}
	for i, part := range parts {
		if i == 0 && part == "XXXX" && len(parts) > 1 {
			continue
		}
		if *fields[i], err = digits(part, 4-2*min(i, 1)); err != nil {
			return noDay, noDay, err
		}
	}
	if p.month > 20 && p.month < 37 && p.day == 0 {
		return parseSeason(p)
	}
	if !p.exists() || parts[0] == "0000" || len(parts) > 1 && p.month == 0 || len(parts) > 2 && p.day == 0 {
		return noDay, noDay, fmt.Errorf("no such date: %s", s)
	}
	return p.first(), p.last(), nil
}

func digits(s string, want int) (int, error) {
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil || len(s) != want || s[0] == '+' {
		return 0, fmt.Errorf("not %d digits: %q", want, s)
	}
	return int(n), nil
}

// parseDecade reads '198X' and '19XX'.
func parseDecade(s string) (first, last day, err error) {
	head := strings.TrimRight(s, "X")
	if len(head) < 2 {
		return noDay, noDay, fmt.Errorf("year not known: %s", s)
	}
	n, err := digits(head, len(head))
	if err != nil {
		return noDay, noDay, err
	}
	years := 10
	if len(head) == 2 {
		years = 100
	}
	if n == 0 {
		return noDay, noDay, fmt.Errorf("no such year: %s", s)
	}
	return dayOf(n*years, 1, 1), dayOf(n*years+years-1, 12, 31), nil
}

func parseSeason(p partial) (first, last day, err error) {
	var lo, hi partial
	switch {
	case p.month <= 24:
		lo, hi = seasonMonths(p.year, p.month)
	case p.month >= 33:
		lo = partial{p.year, (p.month-33)*3 + 1, 0}
		hi = partial{p.year, lo.month + 2, 0}
	default:
		return noDay, noDay, fmt.Errorf("no such season: %d", p.month)
	}
	return lo.first(), hi.last(), nil
}

// seasonMonths returns the first and last month of a northern season; winter runs on into the next
// year.
func seasonMonths(year, season int) (lo, hi partial) {
	lo = partial{year, (season - 20) * 3, 0}
	if year == 0 {
		return lo, partial{0, (lo.month+1)%12 + 1, 0}
	}
	return lo, lo.addMonths(2)
}
