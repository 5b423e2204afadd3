package extract

import (
	"regexp"
	"strings"

	"dateline"
)

// approach widens the draft's places to the words before them that say how near it was, so that what was 'on the
// outskirts of Kano' is not told to have been in Kano.
func (d *draft) approach(text string) {
	for i := range d.parts {
		p := &d.parts[i]
		if p.Role != dateline.PlaceRole || !p.Refers.IsZero() {
			continue
		}
		before := text[max(0, p.Span.Start-90):p.Span.Start]
		if c := text[p.Span.Start]; (c < 'A' || c > 'Z' && c < 0x80) && !townWords.MatchString(p.Span.In(text)) {
			continue
		}
		if !saysNear(before) {
			continue
		}
		if m := nearBefore.FindStringIndex(before); m != nil {
			p.Span.Start -= len(before) - m[0]
		} else if m := betweenBefore.FindStringIndex(before); m != nil {
			if n := andBehind.FindStringIndex(text[p.Span.End:min(len(text), p.Span.End+60)]); n != nil {
				p.Span = dateline.Span{Start: p.Span.Start - len(before) + m[0], End: p.Span.End + n[1]}
			}
		}
	}
}

// approached reports whether the words before name t say how near it something was: '12 km north of Konduga'.
func (v *view) approached(t int) bool {
	if c := v.cased(t); c != "of" && c != "from" && c != "to" || v.tag(t) != "PROPN" && !v.is(t, dateline.Somewhere) && !v.namesPlace(t) {
		return false
	}
	at := v.phrase(t).Start
	if k := v.child(t, "case"); k >= 0 {
		at = v.tok(k).Span.End + 1
	}
	at = min(at, len(v.r.text))
	before := v.r.text[max(0, at-90):at]
	return saysNear(before) && nearBefore.MatchString(before)
}

// saysNear reports whether nearBefore or betweenBefore may match: a cheap look, for most places no such word stands before.
func saysNear(before string) bool {
	for _, end := range nearEnds {
		if !strings.HasSuffix(before, end) {
			continue
		}
		for _, cue := range nearCues {
			if strings.Contains(before, cue) {
				return true
			}
		}
	}
	return false
}

// stretch is where the words behind noun t end that say of which line it is, whatever the tree has them hang on: 'the border
// with Niger', 'the road from Gao to Menaka'; 0 for none.
func (v *view) stretch(t int) int {
	if !v.r.lex.nouns.has(v.lemma(t), "way") {
		return 0
	}
	end := v.tok(t).Span.End
	if m := lineBehind.FindStringIndex(v.r.text[end:min(len(v.r.text), end+80)]); m != nil {
		return end + m[1]
	}
	return 0
}

// peoplesBorder reports whether t is a border that words for peoples name: 'the Somali-Kenyan border'.
func (v *view) peoplesBorder(t int) bool {
	c := v.child(t, "amod")
	return (v.lemma(t) == "border" || v.lemma(t) == "frontier") && c >= 0 && isUpper(v.tok(c).Form)
}

const name = `\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}`

const side = `(?:to the )?(?:due )?(?:north|south)?[- ]?(?:north|south|east|west)[- ]?(?:east|west)?`

var (
	nearBefore = regexp.MustCompile(`(?:\b(?:about|around|some|roughly|nearly|almost|approximately|just|barely|a few|several) )*` +
		`(?:(?:\b(?:\d[\d.,]* ?-?|(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|fifteen|twenty|thirty|forty|fifty) ))?\b(?:km|kms|kilomet(?:er|re)s?|miles?|m|met(?:er|re)s)(?: \([^()]{2,20}\))? (?:away )?(?:from|` + side + ` of|outside|off)` +
		`|\b` + side + ` of|outskirts of|(?:close|next) to|vicinity of|suburbs of|edge of|not far from|near|outside)` +
		` (?:the (?:town|city|village) of )?$`)
	// nearEnds is how each match of the two ends, nearCues is what each holds.
	nearEnds = []string{"of ", "from ", "to ", "near ", "outside ", "off ", "between "}
	nearCues = []string{"north", "south", "east", "west", "outskirts", "close to", "next to", "vicinity", "suburbs", "edge of", "far from", "near",
		"outside", "km", "mile", "met", "m from", "m away", "m (", "m off", "between"}
	betweenBefore = regexp.MustCompile(`\bbetween (?:the (?:towns|cities|villages) of )?$`)
	townWords     = regexp.MustCompile(`^the (?:\pL+ )?(?:town|city|village|capital)\b`)
	lineBehind    = regexp.MustCompile(`^ (?:with|between|(?:leading )?from) (?:the )?` + name + `(?: (?:and|to) ` + name + `)?`)
	andBehind     = regexp.MustCompile(`^ and ` + name)
)
