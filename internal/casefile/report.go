package casefile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"time"

	"dateline"
)

// parseReport reads the section of the report: front matter, if any, and text. The line break at its
// end is no part of the text.
func parseReport(name, data string, line int) (dateline.Report, error) {
	sum := sha256.Sum256([]byte(data))
	r := dateline.Report{File: name, Language: "en", SHA256: hex.EncodeToString(sum[:])}
	front, text, ok := strings.Cut(strings.TrimPrefix(data, "---\n"), "\n---\n")
	if !strings.HasPrefix(data, "---\n") {
		front, text = "", data
	} else if !ok {
		return r, fmt.Errorf("%s:%d: front matter without an end", name, line)
	}
	for i, l := range strings.Split(front, "\n") {
		if err := setField(&r, l); err != nil {
			return r, fmt.Errorf("%s:%d: %w", name, line+1+i, err)
		}
	}
	r.Text = strings.TrimRight(text, "\n")
	r.PutHeadline()
	r.SetID()
	return r, nil
}

// setField sets one field of front matter; an empty line sets none.
func setField(r *dateline.Report, line string) error {
	if line == "" {
		return nil
	}
	key, value, _ := strings.Cut(line, ": ")
	switch key {
	case "title":
		r.Title = value
	case "publisher":
		r.Publisher = value
	case "url":
		r.URL = value
	case "language":
		r.Language = value
	case "published":
		d, ok := parseDate(value)
		if !ok {
			return fmt.Errorf("%q is no date", value)
		}
		r.Published, r.Basis = d, "front matter"
	default:
		return fmt.Errorf("unknown field %q in front matter", key)
	}
	return nil
}

var edtfForm = regexp.MustCompile(`^[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?$`)

// parseDate reads a year, a month, a day or FROM/TO. A date with unknown digits, or with an open
// end ('../2019'), is not fixed.
func parseDate(s string) (dateline.Date, bool) {
	from, to, isInterval := strings.Cut(s, "/")
	if !isInterval {
		to = from
	}
	first, _, ok1 := days(from)
	_, last, ok2 := days(to)
	if !ok1 || !ok2 || first != "" && last != "" && last < first {
		return dateline.Date{}, false
	}
	return dateline.Date{EDTF: s, From: first, To: last}, true
}

// days gives the first and the last day of a year, a month or a day; both are "" where digits are unknown.
func days(s string) (first, last string, ok bool) {
	if s == ".." {
		return "", "", true
	}
	if !edtfForm.MatchString(s) {
		return "", "", false
	}
	s = strings.TrimRight(s, "~?%")
	if strings.Contains(s, "X") {
		return "", "", true
	}
	layout := time.DateOnly[:len(s)]
	t, err := time.Parse(layout, s)
	if err != nil {
		return "", "", false
	}
	end := map[int]time.Time{4: t.AddDate(1, 0, -1), 7: t.AddDate(0, 1, -1), 10: t}[len(s)]
	return t.Format(time.DateOnly), end.Format(time.DateOnly), true
}
