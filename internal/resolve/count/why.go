package count

import (
	"fmt"
	"strings"
	"unicode"

	"dateline"
)

// how is the set of what the words around a number did to it, for the reasons. Its first bits are those of
// bound.
type how uint16

const (
	asRange how = 1 << (roughly + 1 + iota)
	asChanged
	asWhole
	asSum
	asNone
	asOne
	asShare
)

// reasons say each how in words, in the order in which they are told.
var reasons = []struct {
	how  how
	says string
}{
	{asNone, "the words say that there was none"},
	{asOne, "'a' before a noun for one person is one"},
	{asRange, "a range as told"},
	{asChanged, "the figure that it came to"},
	{asSum, "told side by side, and added up"},
	{asWhole, "what is told as a part of them is not added"},
	{1 << least, "'at least' leaves the upper end open"},
	{1 << more, "'more than' begins one above and leaves the upper end open"},
	{1 << most, "'up to' leaves the lower end open"},
	{1 << fewer, "'fewer than' ends one below and leaves the lower end open"},
	{1 << near, "'nearly' begins at nine tenths"},
	{1 << roughly, "'about' marks it as approximate and does not widen it"},
}

// ParseWhy is Parse with the reason: what bounds and vague words were taken for, or why there is no
// number. That of a plain number is AsWorded.
func ParseWhy(words string) (c dateline.Count, why string, ok bool) {
	r := newReader(words, House)
	defer r.done()
	q, ok := sum(r)
	if !ok {
		return c, "no number: " + q.unread(words), false
	}
	return q.count(), q.why(), true
}

// AsWorded is the reason for a number in plain figures or words.
const AsWorded = "as worded"

func (q quantity) why() string {
	var out []string
	if q.word != "" {
		out = append(out, fmt.Sprintf("'%s' is as wide as the word is used", q.word))
	}
	for _, r := range reasons {
		if q.how&r.how != 0 {
			out = append(out, r.says)
		}
	}
	if len(out) == 0 {
		return AsWorded
	}
	return strings.Join(out, "; ")
}

// unread says why words give no number.
func (q quantity) unread(words string) string {
	foreign := strings.IndexFunc(words, func(r rune) bool { return unicode.IsDigit(r) && r > '9' })
	switch {
	case q.how == asShare:
		return "a share, or a part of a number that is not told"
	case foreign >= 0:
		return "it has digits of another script, which are not read"
	case q.none && q.word == "":
		return "a figure below zero, with decimals, too great to be meant, or not written as English writes numbers"
	}
	return "the words tell none"
}
