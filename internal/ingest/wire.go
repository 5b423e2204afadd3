package ingest

import (
	"regexp"
	"strings"

	"dateline"
)

// wireReach is how far into a text, in bytes, its wire dateline must end.
const wireReach = 200

// The shapes of a day in a wire dateline: '3 JAN 90', '3 January 1990', 'Jan. 3, 1990', '2012-01-03'.
var (
	wireDayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4}|\d{2})\b`)
	wireMonthFirst = regexp.MustCompile(`(?i)\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})\b`)
	wireISO        = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// WireDate gives the day in the dateline of a wire report, 'PLACE, 3 JAN 90 (AGENCY) -- text' and its
// like: before the first dash of the first paragraph, with day, month and year, and behind nothing
// but a place. A year of two digits is of 1970 to 2069. A date without a year is not taken.
func WireDate(text string) (dateline.Date, bool) {
	_, head := wireHead(text)
	year, month, day := "", "", ""
	if m := wireISO.FindStringSubmatch(head); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := wireDayFirst.FindStringSubmatch(head); m != nil {
		year, month, day = m[3], wireMonth(m[2]), m[1]
	} else if m := wireMonthFirst.FindStringSubmatch(head); m != nil {
		year, month, day = m[3], wireMonth(m[1]), m[2]
	}
	if month == "" {
		return dateline.Date{}, false
	}
	return dayDate(century(year), month, twoDigits(day))
}

// WirePlace gives the place in the dateline of a wire report; "" if there is none.
func WirePlace(text string) string {
	place, _ := wireHead(text)
	return place
}

// wireHead parts what stands before the dash that ends the dateline into the place and the rest. There
// is none where the words before the dash are a sentence.
func wireHead(text string) (place, rest string) {
	text = strings.TrimSpace(text)
	end := len(text)
	for _, dash := range []string{"--", "—", "–", " - "} {
		if k := strings.Index(text[:min(end, wireReach)], dash); k >= 0 {
			end = k
		}
	}
	if end > wireReach || end == len(text) {
		return "", ""
	}
	head := strings.Join(strings.Fields(text[:end]), " ")
	if head == "" || head[0] < 'A' || head[0] > 'Z' || strings.Contains(text[:end], "\n\n") {
		return "", ""
	}
	if k := strings.IndexAny(head, ",("); k > 0 && named(head) && !strings.Contains(head[:k], ". ") {
		return strings.TrimSpace(head[:k]), head[k:]
	}
	return "", ""
}

// named reports whether all words outside brackets begin with a capital or a digit, as in names of
// places, months and agencies.
func named(head string) bool {
	depth := 0
	for _, w := range strings.Fields(head) {
		if depth += strings.Count(w, "("); depth == 0 && w[0] >= 'a' && w[0] <= 'z' {
			return false
		}
		depth -= strings.Count(w, ")")
	}
	return true
}

// wireMonth gives '01' to '12' for an English month, in full or cut to three letters or more; ""
// for other words.
func wireMonth(word string) string {
	word = strings.ToLower(word)
	for i, m := range strings.Fields("january february march april may june july august september october november december") {
		if strings.HasPrefix(m, word) || word == "sept" && m == "september" {
			return string([]byte{'0' + byte((i+1)/10), '0' + byte((i+1)%10)})
		}
	}
	return ""
}

func century(year string) string {
	switch {
	case len(year) == 4:
		return year
	case year >= "70":
		return "19" + year
	}
	return "20" + year
}
