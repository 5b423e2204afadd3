package date

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline"
)

// A night goes on after midnight: who was shot 'on Saturday night', 'at about 2:45 a.m.', was shot on Sunday. smallHours moves a night to
// the day after, or 'overnight' to one of its two days, where an hour is told behind it that is of one of them. It leaves a night of which
// hours before and after midnight are told, one whose day after lies after publication, and hours up to which, or since when, something
// lasted.
func smallHours(text string, sentences []dateline.Span, dates []dateline.Dated, published dateline.Date) {
	if !slices.ContainsFunc(dates, func(d dateline.Dated) bool { return isNight(text, d) }) {
		return
	}
	told := map[dateline.Date]halves{}
	for n, s := range sentences {
		words := s.In(text)
		if aside.MatchString(words) {
			continue
		}
		if k := strings.Index(words, "midnight"); k >= 0 {
			if d, ok := lastDay(dates, s.End, s.End, sentences[max(0, n-hoursReach)].Start); ok && isNight(text, d) {
				told[*d.Date] = halves{true, true}
			}
		}
		for _, at := range hour.FindAllStringSubmatchIndex(words, -1) {
			h, _ := strconv.Atoi(words[at[2]:at[3]])
			if notAt.MatchString(words[:at[0]]) {
				continue
			}
			d, ok := lastDay(dates, s.Start+at[0], max(s.End, s.Start+at[1]+justBehind), sentences[max(0, n-hoursReach)].Start)
			if !ok || !isNight(text, d) {
				continue
			}
			x := told[*d.Date]
			switch morning := words[at[4]] == 'a' || words[at[4]] == 'A'; {
			case morning && h%12 < 6:
				x.after = true
			case !morning && h%12 >= 6 && h != 12:
				x.before = true
			default:
				x.before, x.after = true, true // no hour of a night
			}
			told[*d.Date] = x
		}
	}
	for i := range dates {
		if isNight(text, dates[i]) {
			told[*dates[i].Date].narrow(&dates[i], published)
		}
	}
}

// halves says whether hours before and after midnight are told of a night.
type halves struct{ before, after bool }

// narrow gives a night the one day that its hours are of.
func (h halves) narrow(d *dateline.Dated, published dateline.Date) {
	if h.before == h.after {
		return
	}
	one, why := *d.Date, ""
	switch {
	case h.after:
		next := (parseDay(one.From) + 1).partial().String()
		if published.To != "" && next > published.To {
			return
		}
		one.From, why = next, "an hour after midnight is told, so the morning after"
	case one.From == one.To:
		return
	default:
		why = "an hour before midnight is told, so the first of the two days"
	}
	one.To, one.EDTF = one.From, one.From
	d.Date, d.Why = &one, join(d.Why, why)
}

// isNight reports whether d is a night by its words: a day, or two where it is told as 'overnight'.
func isNight(text string, d dateline.Dated) bool {
	if d.Date == nil || d.Clock || d.Event || !d.Date.Fixed() {
		return false
	}
	words := strings.ToLower(d.Span.In(text))
	return strings.HasSuffix(words, "night") && d.Date.EDTF == d.Date.From && d.Date.From == d.Date.To ||
		words == "overnight" && parseDay(d.Date.To) == parseDay(d.Date.From)+1
}

// lastDay is the last time of a day that is told before offset at, and not before first; false if there is none, or if another stands
// behind at and before end.
func lastDay(dates []dateline.Dated, at, end, first int) (dateline.Dated, bool) {
	var last dateline.Dated
	for _, d := range dates {
		switch {
		case d.Clock || d.Date == nil:
		case d.Span.Start >= first && d.Span.End <= at:
			last = d
		case d.Span.Start >= at && d.Span.Start < end:
			return last, false
		}
	}
	return last, last.Date != nil
}

// justBehind is how far behind an hour its day may begin, in bytes, where 'a.m.' was taken for the end of a sentence.
const justBehind = 8

// hoursReach is how many sentences behind a night tell its hour.
const hoursReach = 3

var (
	hour  = regexp.MustCompile(`\b(1[0-2]|[1-9])(?:[:.][0-5]\d)? ?([apAP])\.? ?[mM]\b`)
	notAt = regexp.MustCompile(`(?i)\b(?:by|until|till|to|as of|since|from|between|and|through)(?: about| around)? $`)
	aside = regexp.MustCompile(`(?i)\b(?:died|pronounced|arrest\w*|custody|conference|vigil|court|posted|updated|published|open|closes?)\b`)
)
