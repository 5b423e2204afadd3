package dateline

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PutHeadline puts the Title's headline at the head of Text, as a paragraph of its own, so that what a title tells
// stands on words of Text. It does nothing where the text says the headline near its head already, and where the
// title is none: fewer than three words, or longer than any. It comes before anything is read from the Report; no part of ID depends on it.
func (r *Report) PutHeadline() {
	h := r.headline()
	if strings.Count(h, " ") < 2 || len(h) > longest {
		return
	}
	head := r.Text[:min(len(r.Text), headReach+len(h))]
	if strings.Contains(plain(head), plain(h)) {
		return
	}
	r.Text = h + "\n\n" + r.Text
}

// longest is how many bytes a headline may have.
const longest = 300

// headReach is how far into a text its headline may stand, in bytes.
const headReach = 600

// Headline is where Text says what Title says, in a line of its own near the head; zero if it does not.
func (r *Report) Headline() Span {
	if strings.TrimSpace(r.Title) == "" {
		return Span{}
	}
	title, whole := " "+plain(r.Title)+" ", plain(r.headline())
	for at := 0; at < min(len(r.Text), headReach); {
		line, _, _ := strings.Cut(r.Text[at:], "\n")
		words := plain(line)
		if n := strings.Count(words, " "); n >= 2 && (words == whole || 2*n+2 >= strings.Count(title, " ")-1 && strings.Contains(title, " "+words+" ")) {
			start := at + len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
			return Span{start, start + len(strings.TrimSpace(line))}
		}
		at += len(line) + 1
	}
	return Span{}
}

// Site is what Title says beside its headline: the name of the site, "" if it says no more.
func (r *Report) Site() string {
	title, h := strings.Join(strings.Fields(r.Title), " "), r.headline()
	at := strings.Index(title, h)
	if h == "" || at < 0 {
		return ""
	}
	return strings.Trim(title[:at]+" "+title[at+len(h):], " |:»•-–—")
}

// plain is a text in small letters with single spaces, and quotation marks written one way.
func plain(s string) string {
	return strings.Join(strings.Fields(quotes.Replace(strings.ToLower(s))), " ")
}

var quotes = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`)

// headline is the Title without what stands around it: the name of the site, the mark of an update.
func (r *Report) headline() string {
	best := ""
	for _, part := range siteMark.Split(strings.Join(strings.Fields(r.Title), " "), -1) {
		if len(strings.Fields(part)) > len(strings.Fields(best)) {
			best = part
		}
	}
	best = updateMark.ReplaceAllString(best, "")
	for {
		at := dashMark.FindAllStringIndex(best, -1)
		if len(at) == 0 {
			return strings.TrimSpace(best)
		}
		last := at[len(at)-1]
		if strings.Count(best[:last[0]], " ") < 3 || !r.site(best[last[1]:]) {
			return strings.TrimSpace(best)
		}
		best = best[:last[0]]
	}
}

var (
	siteMark   = regexp.MustCompile(`\s*(?:\||::|»|•)\s*`)
	dashMark   = regexp.MustCompile(` [-–—]+(?: |$)`)
	updateMark = regexp.MustCompile(`^(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|BREAKING|EXCLUSIVE|VIDEO|WATCH|PHOTOS)(?: NEWS)?(?: ?\d+)? ?[-:–—] ?`)
)

// site reports whether words behind a dash at the end of a title are the name of where it stands: capitalised, and several, or
// part of the publisher or of the address.
func (r *Report) site(words string) bool {
	fields := strings.Fields(words)
	if len(fields) > 9 {
		return false
	}
	for _, w := range fields {
		if c, _ := utf8.DecodeRuneInString(w); len(w) > 3 && unicode.IsLower(c) && !strings.Contains(w, ".") {
			return false
		}
	}
	return len(fields) != 1 || strings.Contains(words, ".") || strings.Contains(plain(r.Publisher+" "+r.URL), plain(words))
}
