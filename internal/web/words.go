package web

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/resolve/place"
)

// notReported stands where nobody says anything: neither zero nor unknown.
const notReported = "not reported"

// number writes n with a comma between groups of three digits.
func number(n int) string { return dateline.Exactly(n).String() }

// plural writes n with its noun: 1 report, 2 reports.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// upper writes the first letter in capitals.
func upper(v any) string {
	s := fmt.Sprint(v)
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// longestName is how many letters of a publisher's name stand on a page; some of them are whole texts.
const longestName = 80

// outlet is a publisher's name on one line, cut where it is very long.
func outlet(name string) string {
	letters := []rune(tidy(name))
	if len(letters) <= longestName {
		return string(letters)
	}
	return strings.TrimSpace(string(letters[:longestName-1])) + "…"
}

// outlets lists publishers' names.
func outlets(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = outlet(n)
	}
	return strings.Join(out, ", ")
}

// slug writes words as a fragment of an address.
func slug(v any) string { return strings.ReplaceAll(strings.ToLower(fmt.Sprint(v)), " ", "-") }

// placeWords says where, as exactly as it is known and no more, and whether that is only inferred.
func placeWords(p dateline.Place) string {
	if p.Inferred != "" {
		p.Inferred = ""
		return placeWords(p) + ", inferred"
	}
	name, of := p.Name, []string{}
	switch p.Precision {
	case dateline.Near:
		name = "near " + name
	case dateline.District, dateline.Province, dateline.Region:
		name += " (" + string(p.Precision) + ")"
	case dateline.Country:
		return name + " (country)"
	case dateline.Continent:
		return name + " (part of the world)"
	case dateline.Unplaced:
		return "“" + name + "” (in no gazetteer)"
	}
	if p.Admin1 != "" && p.Admin1 != p.Name {
		of = append(of, p.Admin1)
	}
	if c := place.CountryName(p.Country); c != "" && c != p.Name {
		of = append(of, c)
	}
	return strings.Join(append([]string{name}, of...), ", ")
}

// countWords says how many, with the bounds as far as they were told, and the word that they were read from; that a
// noun alone says it (singular, plural) is told with the reasons.
func countWords(c dateline.Count) string {
	s := c.String()
	if c.Approx {
		s = "about " + s
	}
	if c.Word != "" && c.Word != "singular" && c.Word != "plural" && !strings.Contains(s, c.Word) {
		s += " (“" + c.Word + "”)"
	}
	if c.Attackers != nil {
		if *c.Attackers {
			return s + ", attackers included"
		}
		return s + ", attackers not counted"
	}
	return s
}

// dateWords says when: an imprecise date is worded, never rounded to a day. It is the EDTF itself
// for a form that it does not know, and notReported for the zero Date.
func dateWords(d dateline.Date) string {
	if d.IsZero() {
		return notReported
	}
	return edtfWords(d.EDTF)
}

// edtfWords words an EDTF expression.
func edtfWords(s string) string {
	if set, ok := strings.CutPrefix(s, "["); ok {
		var all []string
		for _, one := range strings.Split(strings.TrimSuffix(set, "]"), ",") {
			all = append(all, edtfWords(one))
		}
		return strings.Join(all, " or ")
	}
	from, to, isRange := strings.Cut(s, "/")
	if !isRange {
		return pointWords(s)
	}
	switch {
	case from == ".." || from == "":
		return "until " + pointWords(to)
	case to == "..":
		return "since " + pointWords(from)
	case to == "":
		return "from " + pointWords(from) + ", end not known"
	}
	return pointWords(from) + " to " + pointWords(to)
}

// pointWords words one date of an expression.
func pointWords(s string) string {
	bare := strings.TrimRight(s, "~?%")
	words := bareWords(bare)
	switch {
	case strings.ContainsAny(s[len(bare):], "~%"):
		words = "about " + words
	}
	if strings.ContainsAny(s[len(bare):], "?%") {
		words += " (uncertain)"
	}
	return words
}

func bareWords(s string) string {
	f := strings.Split(s, "-")
	year := yearWords(f[0])
	switch {
	case len(f) == 1:
		return year
	case len(f) > 3 || monthWords(f[1]) == "":
		return s
	case len(f) == 2 && year == "":
		return monthWords(f[1]) + ", year not said"
	case len(f) == 2:
		return monthWords(f[1]) + " " + year
	case f[2] == "XX":
		f[2] = "a day in"
	default:
		f[2] = strings.TrimPrefix(f[2], "0")
	}
	if year == "" {
		return f[2] + " " + monthWords(f[1]) + ", year not said"
	}
	return f[2] + " " + monthWords(f[1]) + " " + year
}

// yearWords words a year, a decade (198X) or a century (19XX); "" for XXXX.
func yearWords(s string) string {
	switch {
	case s == "XXXX":
		return ""
	case strings.Contains(s, "X"):
		return "the " + strings.ReplaceAll(s, "X", "0") + "s"
	}
	return s
}

var months = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// parts of a year as EDTF numbers them: seasons of the north from 21, quarters from 33.
var yearParts = map[int]string{21: "spring", 22: "summer", 23: "autumn", 24: "winter",
	33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of"}

// monthWords words a month, a season or a quarter; "" for what is none.
func monthWords(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return ""
	}
	if n >= 1 && n <= 12 {
		return months[n-1]
	}
	return yearParts[n]
}

// realityWords says how what is told stands to the world; "" for what happened, which needs no word.
// Whether a plan or a threat came about later is for other statements to tell.
func realityWords(r dateline.Reality) string {
	switch r {
	case dateline.Happened:
		return ""
	case dateline.Hypothetical:
		return "spoken of as possible"
	case dateline.NotHappened:
		return "told as not having happened"
	}
	return string(r)
}

// classWords says what sort of voice a speaker is; "" where that says nothing.
func classWords(c dateline.SpeakerClass) string {
	switch c {
	case dateline.GroupVoice:
		return "armed group"
	case dateline.Outlet:
		return "news outlet"
	case dateline.Medic: // a doctor as well as a ministry of health
		return "health services"
	case dateline.Unnamed, dateline.OtherVoice:
		return ""
	}
	return string(c)
}

// stateWords says how well it is known whom words name.
func stateWords(s dateline.State) string {
	switch s {
	case dateline.Ambiguous:
		return "ambiguous"
	case dateline.NotListed:
		return "a name that no record here carries"
	case dateline.Unidentified:
		return "said, not named"
	case dateline.Unknown:
		return "nobody said"
	case dateline.ByHand:
		return "corrected by a person"
	}
	return string(s)
}

// kindWords words a kind where it stands alone, with an article's economy.
func kindWords(k dateline.Kind) string {
	switch k {
	case dateline.KilledKind, dateline.WoundedKind, dateline.AbductedKind:
		return "people " + string(k)
	}
	return string(k)
}
