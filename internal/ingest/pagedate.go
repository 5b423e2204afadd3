package ingest

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"dateline"

	"golang.org/x/net/html"
)

// date gives the page's date of publication as a day, month or year: what its metadata state, else
// its first <time>, else the one date that its words call the date of publication. It prefers to
// know none: a date of change, of a related page or of today is never taken for it.
func (m meta) date(doc *html.Node, fl *flags) (dateline.Date, bool) {
	if date, ok := stated(m.dates, fl); ok {
		return date, true
	}
	if date, ok := stated(timeElements(doc), fl); ok {
		return date, true
	}
	date, ok := wordedDate(doc)
	if ok {
		fl.add(FlagDateText)
	}
	return date, ok
}

// stated gives the first of values that is a date, and flags what contradicts it.
func stated(values []string, fl *flags) (found dateline.Date, ok bool) {
	for _, v := range values {
		date, exists, isDate := pageDate(v)
		switch {
		case isDate && !exists:
			fl.add(FlagBadDate)
		case isDate && !ok:
			found, ok = date, true
		case isDate && !date.Meets(found):
			fl.add(FlagDates)
		}
	}
	return found, ok
}

const (
	weekdayWord = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+)?`
	monthWord   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	timeWords   = `(?:[\s,|T-]+(?:at\s+)?\d{1,2}[:.h]?\d{2}.{0,40})?`
)

// The forms of a date in metadata and in the words of an English page: numbers in the order of ISO
// 8601, which alone is unambiguous, or the month as a word.
var (
	numberDate  = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T\s,])`)
	compactDate = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:$|[T\s]?\d{4,6}(?:$|Z))`)
	dayFirst    = regexp.MustCompile(`(?i)^` + weekdayWord + `(\d{1,2})(?:st|nd|rd|th)?\s+` + monthWord + `,?\s+(\d{4})` + timeWords + `$`)
	monthFirst  = regexp.MustCompile(`(?i)^` + weekdayWord + monthWord + `\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})` + timeWords + `$`)
)

// pageDate reads a date as pages write it. isDate says that s has the form of one, exists that
// there is such a day. Years of other calendars, which Arabic and Persian pages may state, are not
// read.
func pageDate(s string) (date dateline.Date, exists, isDate bool) {
	s = strings.TrimSpace(strings.Map(asciiDigit, s))
	year, month, day := "", "", ""
	if m := compactDate.FindStringSubmatch(s); m != nil {
		year, month, day = m[1], m[2], m[3]
	} else if m := numberDate.FindStringSubmatch(s); m != nil {
		year, month, day = m[1], twoDigits(m[2]), twoDigits(m[3])
	} else if m := dayFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthNumber(m[2]), twoDigits(m[1])
	} else if m := monthFirst.FindStringSubmatch(s); m != nil {
		year, month, day = m[3], monthNumber(m[1]), twoDigits(m[2])
	}
	if year < "1800" || year > "2199" {
		return dateline.Date{}, false, false
	}
	date, exists = dayDate(year, month, day)
	return date, exists, true
}

// asciiDigit maps Arabic-Indic and Persian digits to ASCII, and drops marks of direction.
func asciiDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r == '\u200e' || r == '\u200f':
		return -1
	}
	return r
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func monthNumber(name string) string {
	const starts = "janfebmaraprmayjunjulaugsepoctnovdec"
	return fmt.Sprintf("%02d", strings.Index(starts, strings.ToLower(name[:3]))/3+1)
}

// changed marks elements that hold a date of change, or of today.
var changed = regexp.MustCompile(`(?i)updat|modif|revis|today|current|expire|event`)

// dated marks elements that hold a date of publication.
var dated = regexp.MustCompile(`(?i)publish|pubdate|post(?:ed)?[-_]?(?:on|date|time|meta)|date|byline|timestamp`)

// timeElements gives the values of the page's <time> elements, best first: those that say that they
// hold the date of publication (so may an <abbr>), or else the first. What stands in an aside, a footer or a
// navigation belongs to another page.
func timeElements(doc *html.Node) []string {
	var said, others []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "time" && n.Data != "abbr" || aside(n) {
			continue
		}
		when := cmp.Or(value(n, "datetime"), value(n, "title"), short(n)) // the second is <abbr>'s
		_, pub := attr(n, "pubdate")
		switch named := strings.ToLower(names(n)); {
		case pub || strings.Contains(named, "publish"):
			said = append(said, when)
		case n.Data == "time" && !changed.MatchString(named):
			others = append(others, when)
		}
	}
	if len(said) > 0 {
		return said
	}
	return others[:min(1, len(others))]
}

// wordLabel is what a page writes before its date.
var wordLabel = regexp.MustCompile(`(?i)^(?:(?:first\s+)?published|posted|issued|date|publication date)(?:\s+on)?\s*:?\s+`)

// wordedDate gives the date that stands alone in a short element which either says in words that it
// is the date of publication or is named for it; none if the page has two such dates.
func wordedDate(doc *html.Node) (found dateline.Date, ok bool) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || silent[n.Data] || changed.MatchString(names(n)) {
			continue
		}
		words := short(n)
		label := wordLabel.FindString(words)
		if words == "" || label == "" && !dated.MatchString(names(n)) || aside(n) {
			continue
		}
		date, exists, _ := pageDate(words[len(label):])
		if !exists || len(date.EDTF) != len("2024-03-22") {
			continue
		}
		if ok && date != found {
			return dateline.Date{}, false
		}
		found, ok = date, true
	}
	return found, ok
}

// names gives the words by which a page's author calls an element.
func names(n *html.Node) string {
	return value(n, "class") + " " + value(n, "id") + " " + value(n, "itemprop")
}

// aside reports whether n stands in a part of the page that is about other pages.
func aside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == "aside" || n.Data == "nav" || n.Data == "footer" {
			return true
		}
	}
	return false
}

// maxShort is the length in bytes up to which the text of an element can be no more than a date.
const maxShort = 100

// short gives the text of n in one line if it is short, else "".
func short(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
			b.WriteByte(' ')
		}
		if b.Len() > 2*maxShort {
			return ""
		}
	}
	if line := strings.Join(strings.Fields(b.String()), " "); len(line) <= maxShort {
		return line
	}
	return ""
}
