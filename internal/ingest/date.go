package ingest

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"dateline"
)

// Where Report.Published comes from.
const (
	basisFrontMatter = "front matter" // of a text, or a field of a JSON line
	basisPage        = "page metadata"
	basisGiven       = "given"
	basisWire        = "dateline" // of a wire report: 'QUITO, 3 JAN 90 (EFE) --'
	basisTitle       = "title"    // that a text's first line ends or begins with
	basisByline      = "byline"   // in a line of its own: 'Published 3 May 2019'
	basisAddress     = "address"  // in the path of the report's address
)

// firstYear is the earliest that anything is published in: programs write 0001-01-01 where they know no date.
const firstYear = "1600"

// isoDate is a year, a month or a day, which alone may have a time of day behind it.
var isoDate = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?)?)?$`)

// ParseDate reads a date of publication: YYYY, YYYY-MM, YYYY-MM-DD, or an RFC 3339 time, of which
// the day is kept as it is written, in its own zone (the zone may be missing). The Date is the whole
// of that year, month or day. The error has the code BadDate and names s: a date that does not exist
// is never moved to the next that does.
func ParseDate(s string) (dateline.Date, error) {
	m := isoDate.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return dateline.Date{}, failf(BadDate, "published %q is not YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 time", clip(s, 40))
	}
	if m[1] < firstYear {
		return dateline.Date{}, failf(BadDate, "published %q is before %s, when there was no newspaper", clip(s, 40), firstYear)
	}
	date, ok := dayDate(m[1], m[2], m[3])
	if !ok || !timeOfDay(m[4]) {
		return dateline.Date{}, failf(BadDate, "published %q does not exist", clip(s, 40))
	}
	return date, nil
}

func timeOfDay(s string) bool {
	if s == "" {
		return true
	}
	hour, minute, second := s[:2], s[3:5], "00"
	if len(s) > 5 {
		second = s[6:8]
	}
	return hour < "24" && minute < "60" && second <= "60" // RFC 3339 knows the leap second
}

// dayDate gives the Date of a year, a month ("" for the whole year) and a day ("" for the whole
// month), if there is one.
func dayDate(year, month, day string) (dateline.Date, bool) {
	edtf := year
	from, to := year+"-01-01", year+"-12-31"
	if month != "" {
		edtf += "-" + month
		first, err := time.Parse("2006-01", edtf)
		if err != nil {
			return dateline.Date{}, false
		}
		from, to = edtf+"-01", first.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	if day != "" {
		edtf += "-" + day
		from, to = edtf, edtf
	}
	if _, err := time.Parse(time.DateOnly, from); err != nil || year < firstYear {
		return dateline.Date{}, false
	}
	return dateline.Date{EDTF: edtf, From: from, To: to, Anchor: dateline.AnchorText}, true
}

// clip shortens what is quoted in an error or a flag to n characters.
func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return fmt.Sprintf("%s…", string(r[:n]))
	}
	return s
}
