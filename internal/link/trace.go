package link

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Trace is what a report's words have by which a reader knows a happening again: names of people, streets and
// buildings, ages, the wording. Nothing of it is understood, and none of it is shown but in the reasons of a link.
type Trace struct {
	Words   Wording  // of the report, or of the paragraphs that tell it where the report tells other news
	Title   Wording  // of the title, where the telling is what the report is of
	Names   []string // names of two words and more as they are written, without streets, sorted
	Single  []string // names of one word, in small letters, sorted
	Streets []string // in small letters, 'street' as 'st', sorted
	Ages    []string // as numbers, sorted
	Persons []string // in small letters, the full names that stand with an age, or of those hit, sorted
	Outlet  string   // who published it
	Whole   bool     // the telling is what the report is of
	Unsure  []string // Place.ID or name of the places that have other readings
}

// The most of each that is kept of a report.
const (
	mostNames   = 24
	mostSingle  = 40
	mostStreets = 8
	mostAges    = 10
	mostPersons = 16
)

// traceOf is the trace of a telling whose words are text.
func traceOf(r *dateline.Report, text string, whole bool) *Trace {
	t := &Trace{Words: wordingOf(text), Outlet: outlet(r), Whole: whole}
	if whole {
		t.Words = wordingOf(r.Title + "\n" + text)
		t.Title = wordingOf(r.Title)
	}
	if shouted(text) {
		return t
	}
	names := capitals(text)
	if whole {
		names = append(names, capitals(r.Title)...)
	}
	for _, n := range names {
		switch s := streetOf(n); {
		case s != "":
			t.Streets = keepMost(t.Streets, s, mostStreets)
		case strings.Contains(n, " "):
			t.Names = keepMost(t.Names, lowered(n), mostNames)
		default:
			t.Single = keepMost(t.Single, strings.ToLower(n), mostSingle)
		}
	}
	for _, m := range anAge.FindAllStringSubmatch(text, -1) {
		t.Ages = keepMost(t.Ages, m[1]+m[2], mostAges)
	}
	for _, m := range append(namedAged.FindAllStringSubmatch(text, -1), agedNamed.FindAllStringSubmatch(text, -1)...) {
		if n := strings.ToLower(m[1]); streetOf(n) == "" {
			t.Persons = keepMost(t.Persons, n, mostPersons)
		}
	}
	for _, list := range [][]string{t.Names, t.Single, t.Streets, t.Ages} {
		slices.Sort(list)
	}
	return t
}

// lowered writes a name that stands in capitals, as that of a dateline may, as names are written: 'BATON ROUGE'.
func lowered(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}

// anAge finds ages: '15-year-old', 'Ana Kovac, 34,'.
var anAge = regexp.MustCompile(`\b(\d{1,2})(?:-| )years?(?:-| )old\b|[a-z], (\d{1,2})[,.;]`)

// namedAged finds names of two to four words with an age behind them: 'Ana Kovac, 34,'.
var namedAged = regexp.MustCompile(`((?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+)(?:, (?:Jr\.?, )?\(?\d{1,2}[,.;)]| \(\d{1,2}\))`)

// agedNamed finds those with an age before them: '34-year-old Ana Kovac'.
var agedNamed = regexp.MustCompile(`\d{1,2}(?:-| )years?(?:-| )old ((?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+)`)

func keepMost(list []string, s string, most int) []string {
	if len(list) == most || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// shouted reports whether a text is in capitals, which then tell no names.
func shouted(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > lower
}

// capitals lists the runs of capitalised words of a text that may be names, in order. A common word at the beginning of a
// sentence or of a run, and a run of common words, is none.
func capitals(text string) []string {
	var out []string
	var run []string
	begins, opened := true, true // the next word begins a sentence; the run began one
	end := func() {
		if n := nameOf(run, opened); n != "" {
			out = append(out, n)
		}
		run = nil
	}
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if r != ' ' && !(r == '.' && len(run) > 0 && shortened(run[len(run)-1])) {
				end()
			}
			begins = begins || strings.ContainsRune(".!?\n:\"“”", r)
			at += size
			continue
		}
		to := at
		for to < len(text) {
			r, size := utf8.DecodeRuneInString(text[to:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && !(r == '\'' || r == '’') {
				break
			}
			to += size
		}
		word := strings.TrimSuffix(strings.TrimSuffix(text[at:to], "'s"), "’s")
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r) && ordinal.MatchString(word):
			if len(run) == 0 {
				opened = begins
			}
			run = append(run, word)
			if len(word) < to-at {
				end()
			}
		default:
			end()
		}
		begins, at = false, to
	}
	end()
	return out
}

var ordinal = regexp.MustCompile(`^\d+(st|nd|rd|th)$`)

// shortened reports whether a point after a word may be that of an abbreviation.
func shortened(w string) bool {
	return len(w) <= 2 || w == "Ave" || w == "Blvd" || w == "Gen" || w == "Col" || w == "Sgt"
}

// commonName is how rare the rarest word of a name must at least be.
const commonName = 3.2

// nameOf is a run as a name; "" if it is none.
func nameOf(run []string, opened bool) string {
	for len(run) > 0 && opened && Rarity(strings.ToLower(run[0])) < 4 {
		run, opened = run[1:], false
	}
	rarest := 0.0
	for _, w := range run {
		rarest = max(rarest, Rarity(strings.ToLower(w)))
	}
	if len(run) == 0 || len(run) > 6 || rarest < commonName && streetOf(strings.Join(run, " ")) == "" {
		return ""
	}
	return strings.Join(run, " ")
}

// ways are words that end the name of a street, as they are kept.
var ways = map[string]string{"street": "st", "st": "st", "avenue": "ave", "ave": "ave", "road": "rd", "rd": "rd", "drive": "dr", "dr": "dr",
	"boulevard": "blvd", "blvd": "blvd", "lane": "ln", "ln": "ln", "highway": "hwy", "hwy": "hwy", "parkway": "pkwy", "court": "ct",
	"terrace": "ter", "circle": "cir", "way": "way", "trail": "trl"}

// streetOf is a name as that of a street; "" if it is none.
func streetOf(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return ""
	}
	way := ways[words[len(words)-1]]
	if way == "" {
		return ""
	}
	return strings.Join(words[:len(words)-1], " ") + " " + way
}

// outlet is who published a report: the host of the page that an archive keeps, where its address tells.
func outlet(r *dateline.Report) string {
	if i := strings.LastIndex(r.URL, "://"); i > 0 {
		if u, err := url.Parse("http" + r.URL[i:]); err == nil && u.Hostname() != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return strings.ToLower(r.Publisher)
}

// struck adds the full names of those hit to the persons.
func (t *Telling) struck() {
	for _, h := range t.Hit {
		if strings.Contains(h, " ") {
			t.Trace.Persons = keepMost(t.Trace.Persons, h, mostPersons)
		}
	}
	slices.Sort(t.Trace.Persons)
}

// traced gives each telling of a report its trace. What a report is of is that which it tells with most
// statements as news, of as many the first (analysis.Main): its words are all of the report, or those of its
// own paragraphs where another telling has as many.
func traced(r *dateline.Report, ts []*Telling, quotes map[*Telling][]dateline.Span) {
	var main *Telling
	for _, t := range ts {
		if main == nil || main.Background && !t.Background || main.Background == t.Background && t.size() > main.size() {
			main = t
		}
	}
	for _, t := range ts {
		if t == main {
			t.Trace = traceOf(r, r.Text, true)
		} else {
			t.Trace = traceOf(r, paragraphs(r.Text, quotes[t]), false)
		}
		t.struck()
	}
}

func (t *Telling) size() int { return len(t.Heads) + len(t.Also) }

// beside is how many bytes before and after a span belong to it in a line that is too long for a paragraph.
const beside = 300

// paragraphs are the lines of a text that hold the spans, which are in its order; of long lines what stands beside
// the spans.
func paragraphs(text string, spans []dateline.Span) string {
	var b strings.Builder
	end := 0 // of what was written
	for _, s := range spans {
		from := max(end, lineAt(text, s.Start, -1), s.Start-beside)
		to := max(from, min(lineAt(text, s.End, 1), s.End+beside))
		b.WriteString(strings.ToValidUTF8(text[from:to], ""))
		b.WriteByte('\n')
		end = max(end, to)
	}
	return b.String()
}

// lineAt is where the line that holds at begins, or ends where side is 1, if that is not further than beside.
func lineAt(text string, at, side int) int {
	if side < 0 {
		from := max(0, at-beside)
		return from + 1 + strings.LastIndexByte(text[from:at], '\n')
	}
	to := min(len(text), at+beside)
	if n := strings.IndexByte(text[at:to], '\n'); n >= 0 {
		return at + n
	}
	return to
}
