package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
	"dateline/internal/sieve"
)

// paragraphs cuts the source at its line breaks, or at blank and indented lines where its lines are
// wrapped, and says what each part is for as far as its layout and words tell. Captions that only
// grammar gives away are found later (caption.go).
func paragraphs(source string) []Paragraph {
	lines := linesOf(source)
	var list []Paragraph
	if wrapped(source, lines) {
		list = joinLines(source, lines)
	} else {
		for _, l := range lines {
			list = append(list, Paragraph{Span: l.span, Kind: Body})
		}
	}
	kinds(source, list)
	return parted(source, list)
}

// line is a line that is not blank, without the white space around it.
type line struct {
	span   dateline.Span
	indent int  // bytes of white space before it
	gap    bool // a blank line comes before it, or it is the first
}

func linesOf(source string) []line {
	var list []line
	gap := true
	for at := 0; at < len(source); {
		end := at + lineLength(source[at:])
		from, to := at, end
		for from < to && spaceAt(source, from) {
			from++
		}
		for to > from && spaceAt(source, to-1) {
			to--
		}
		if from < to {
			list = append(list, line{dateline.Span{Start: from, End: to}, from - at, gap})
		}
		gap = from == to
		at = end + lineBreak(source[end:])
	}
	return list
}

func spaceAt(s string, i int) bool { return s[i] <= ' ' }

// lineLength returns the bytes before the first line break: LF, CR, or U+2028 and U+2029.
func lineLength(s string) int {
	n := len(s)
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		n = i
	}
	if i := strings.Index(s[:n], "\u2028"); i >= 0 {
		n = i
	}
	if i := strings.Index(s[:n], "\u2029"); i >= 0 {
		n = i
	}
	return n
}

func lineBreak(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\u2028"), strings.HasPrefix(s, "\u2029"):
		return 3
	case s != "":
		return 1
	}
	return 0
}

// wrapped reports whether the text's lines were broken to a width: most lines that have another
// right below end in the middle of a sentence, and none is long.
func wrapped(source string, lines []line) bool {
	follow, open, longest := 0, 0, 0
	for i, l := range lines {
		longest = max(longest, l.length())
		if i+1 < len(lines) && !lines[i+1].gap && l.length() >= 45 {
			follow++
			open += one(!endsSentence(l.span.In(source)))
		}
	}
	return follow >= 2 && longest <= 120 && open*10 >= follow*6
}

// endsSentence reports whether s ends in a final stop, closing marks aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]» ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…")
}

// joinLines puts wrapped lines together again. A paragraph begins behind a blank line, at an indented
// line, at a bullet, and behind a line that ends well before the width though the next word had room.
func joinLines(source string, lines []line) []Paragraph {
	width := lineWidth(lines)
	var list []Paragraph
	for i, l := range lines {
		if len(list) == 0 || l.gap || l.indent >= 2 && l.indent > lines[i-1].indent || isRow(l.span.In(source)) || isRow(lines[i-1].span.In(source)) || bullet(l.span.In(source)) ||
			lines[i-1].length()+firstWord(l.span.In(source))+roomLeft < width {
			list = append(list, Paragraph{Span: l.span, Kind: Body})
			continue
		}
		list[len(list)-1].Span.End = l.span.End
	}
	return list
}

// roomLeft is how many bytes more than the next word have to fit into a line for its end to be meant.
const roomLeft = 12

// lineWidth is the mean length of the lines that have another right below.
func lineWidth(lines []line) int {
	sum, n := 0, 0
	for i, l := range lines {
		if i+1 < len(lines) && !lines[i+1].gap {
			sum, n = sum+l.length(), n+1
		}
	}
	return sum / max(n, 1)
}

func (l line) length() int { return l.span.End - l.span.Start }

// firstWord returns the bytes before the first space of s.
func firstWord(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// kinds fills in what the layout and the words of paragraphs say.
func kinds(source string, list []Paragraph) {
	p := page{source: source, list: list, upper: upperCase(source)}
	for i := range list {
		p.prose = p.prose || endsSentence(list[i].Span.In(source)) && countWords(list[i].Span.In(source)) >= 6
	}
	for i := range list {
		list[i].Kind, list[i].Why = p.kind(i)
		p.begun = p.begun || list[i].Kind == Body || list[i].Kind == Caption
	}
	p.playlists()
}

// page is what a paragraph's kind depends on besides itself.
type page struct {
	source string
	list   []Paragraph
	upper  bool // nearly all letters are upper-case
	prose  bool // some paragraph is a whole sentence
	begun  bool // something else than headings and furniture came before
}

func (p *page) kind(i int) (ParagraphKind, string) {
	text := p.list[i].Span.In(p.source)
	words, lower := countWords(text), strings.ToLower(text)
	if why := furniture(text, lower, words); why != "" {
		return Furniture, why
	}
	if why := credit(lower, words); why != "" {
		return Caption, why
	}
	if !p.prose || words == 0 || len(p.list) == 1 {
		return Body, ""
	}
	return p.headline(text, words)
}

// headline tells headings and stray headlines from sentences.
func (p *page) headline(text string, words int) (ParagraphKind, string) {
	question, ends := strings.HasSuffix(strings.TrimRight(text, "\"'”’"), "?"), endsSentence(text)
	if words > 25 || ends && !question {
		return Body, ""
	}
	title := !p.upper && titleCase(text)
	switch {
	case ends && !title || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ",") || strings.HasSuffix(text, ";"):
		return Body, ""
	case bullet(text):
		return Body, ""
	case !p.begun:
		return Heading, "first line, no final stop"
	case title && words <= 5 && !question:
		return Heading, "short line in title case"
	case title:
		return Furniture, strayHeadline
	case words <= 6 && !p.upper || words <= 4:
		return Heading, "short line, no final stop"
	}
	return Body, ""
}

// strayHeadline is the reason given for a headline in the middle of a text.
const strayHeadline = "headline of another article"

func bullet(text string) bool {
	for _, mark := range bulletMarks {
		if strings.HasPrefix(text, mark) {
			return true
		}
	}
	return numbered(text)
}

var bulletMarks = []string{"- ", "* ", "• ", "– ", "— ", "· ", "▪", "◦", "‣", "●", "■", "► "}

// numbered reports whether text begins as an entry of a list does: '1. ', '12) '.
func numbered(text string) bool {
	n := 0
	for n < min(len(text), 2) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n > 0 && n+1 < len(text) && (text[n] == '.' || text[n] == ')') && text[n+1] == ' '
}

// upperCase reports whether at least seven letters in ten are capitals.
func upperCase(s string) bool {
	upper, all := 0, 0
	s = s[:min(len(s), 20000)]
	for i := 0; i < len(s); {
		if low := sieve.Lower[s[i]]; s[i] < utf8.RuneSelf {
			if low > '9' {
				all++
				upper += one(low != s[i])
			}
			i++
			continue
		}
		r, width := utf8.DecodeRuneInString(s[i:])
		if isLetter(r) {
			all++
			upper += one(isUpper(r))
		}
		i += width
	}
	return all > 0 && upper*10 >= all*7
}

// titleCase reports whether nearly all longer words begin with a capital, and there are two words or more with one.
func titleCase(text string) bool {
	long, capital := 0, 0
	for _, w := range strings.FieldsFunc(text, notWord) {
		r, _ := utf8.DecodeRuneInString(w)
		if len(w) > 3 || isUpper(r) {
			long++
			capital += one(isUpper(r) || isDigit(r))
		}
	}
	return capital >= 1 && capital*100 >= long*84 && (long > 1 || countWords(text) <= 2)
}

func notWord(r rune) bool { return !isLetter(r) && !isDigit(r) && r != '\'' && r != '’' && r != '.' }

func countWords(text string) int {
	n, in := 0, false
	for i := 0; i < len(text); {
		word, width := text[i] > ' ', 1
		if c := text[i]; c >= utf8.RuneSelf || c < ' ' {
			var r rune
			r, width = utf8.DecodeRuneInString(text[i:])
			word = !unicode.IsSpace(r)
		}
		if word && !in {
			n++
		}
		in = word
		i += width
	}
	return n
}

// furniture names the phrase that makes a paragraph page furniture, "" for none; lower is the text in small letters.
// Short paragraphs only: a sentence about cookies is a sentence.
func furniture(text, lower string, words int) string {
	if words > 45 {
		return ""
	}
	lower = strings.ReplaceAll(lower, "’", "'")
	if words <= 6 && furnitureLines[strings.Trim(lower, " .:!»›>→…|•-–—[]()")] {
		return "page furniture"
	}
	if phrase := furniturePhrases.in(lower); phrase != "" {
		return "says '" + phrase + "'"
	}
	for _, opening := range furnitureOpenings {
		if strings.HasPrefix(lower, opening) && (words <= 25 || strings.HasSuffix(opening, ":")) {
			return "begins '" + opening + "'"
		}
	}
	if byline(text, words) {
		return "byline"
	}
	if !strings.ContainsFunc(text, func(r rune) bool { return isLetter(r) || isDigit(r) }) {
		return "no words"
	}
	return ""
}

func byline(text string, words int) bool {
	rest, ok := strings.CutPrefix(text, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(text, "BY ")
	}
	return ok && words <= 12 && !endsSentence(text) && rest != "" && isUpper([]rune(rest)[0])
}

var furnitureLines = lineSet(`share|tweet|email|print|save|comment|comments|advertisement|advertising|sponsored|
	share this|share this article|share on facebook|share on twitter|share on x|share share|tumblr|reddit|pinterest|pocket|messenger|instagram|youtube|tiktok|x|like this|like|facebook|twitter|whatsapp|telegram|linkedin|
	read more|read also|more|more stories|see also|see more|related|related articles|related stories|related topics|
	related news|recommended|recommended stories|most read|most popular|trending|trending now|editor's picks|
	top stories|latest news|latest|listen|watch|play|pause|video|audio|embed|subscribe|sign in|sign up|log in|login|
	register|newsletter|newsletters|follow us|back to top|home|menu|search|close|skip to content|skip to main content|
	story continues below|story continues|continue reading|loading|loading...|show more|load more|learn more|
	no media source currently available|auto|0:00|the code has been copied to your clipboard|copy link|copy url|
	tags|topics|categories|filed under|in this article|table of contents|contents|references|external links|
	getty images|reuters|afp|ap|contact us|about us|privacy policy|terms of use|terms and conditions|all rights reserved`)

var furniturePhrases = newPhraseList(
	"browser doesn't support", "browser does not support", "enable javascript", "javascript is disabled", "javascript is not enabled",
	"we use cookies", "uses cookies", "use of cookies", "cookie policy", "cookie settings", "accept cookies",
	"all rights reserved", "sign up for our", "sign up for the", "sign up to our", "sign up to receive", "sign up here", "subscribe to our", "subscribe now",
	"click here to", "download our app", "download the app", "follow us on", "like us on facebook", "join our whatsapp", "join our telegram",
	"story continues below", "article continues below", "continues after advertisement", "continue reading the main story",
	"this story has been updated", "please enable", "skip to main content", "skip to content", "terms of service apply",
	"get our daily newsletter", "newsletter delivered", "to your inbox", "in your inbox", "©", "(c) copyright", "may not be published, broadcast",
	"your email address will not be published", "required fields are marked", "view comments", "leave a comment", "leave a reply",
	"share this article", "share on facebook", "share on twitter", "support our journalism", "become a member", "create a free account",
)

var furnitureOpenings = []string{
	"read more:", "read more ", "read also:", "also read:", "also read ", "see also:", "read next:", "related:", "related article", "watch:", "listen:", "more:", "must read:",
	"recommended:", "tags:", "topics:", "filed under", "photo gallery", "editor's note:", "share this", "advertisement",
	"updated:", "published:", "last updated", "posted on", "published on", "image source", "media caption", "image caption",
	"embed share", "for immediate release", "download pdf", "copyright ", "contact:", "follow ", "with files from",
	"(reporting by", "reporting by ", "(writing by", "(editing by", "additional reporting by", "editing by ", "writing by ",
}

func lineSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, l := range strings.Split(list, "|") {
		set[strings.TrimSpace(l)] = true
	}
	return set
}

// credit names the words that make a paragraph, in small letters, a picture's caption, "" for none.
func credit(lower string, words int) string {
	if words <= 70 {
		if mark := creditMarks.in(lower); mark != "" {
			return "has '" + mark + "'"
		}
	}
	for _, opening := range creditOpenings {
		if strings.HasPrefix(lower, opening) {
			return "begins '" + opening + "'"
		}
	}
	return ""
}

var creditMarks = newPhraseList(
	"(file photo", "[file photo", "file photo:", "file photo)", "(photo by", "[photo:", "(photo:", "photo credit", "(ap photo", "ap photo/",
	"getty images)", "/getty images", "/reuters)", "/reuters]", "/afp)", "/afp]", "via getty", "afp via", "via ap)", "(screengrab", "(screen grab", "[screengrab",
	"(file image", "[file image", "(illustrative", "photograph:", "image:", "/anadolu", "(epa)", "[epa]", "/epa)", "/epa-efe", "[reuters]", "[afp]", "[ap photo]", "(file picture",
	"photo courtesy", "image courtesy", "(courtesy", "(image credit", "image credit:",
)

var creditOpenings = []string{"photo:", "file photo", "picture:", "image:", "caption:", "file -", "file —", "file –", "file photo -", "pictured:"}
