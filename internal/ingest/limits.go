package ingest

import (
	"cmp"
	"fmt"
	"time"
)

// Limits are what one input may cost. A field that is zero has the default that its comment names;
// what lies above a limit is refused with the code in brackets, never cut.
type Limits struct {
	Unit        int64         // bytes of one decompressed file that is one report: 64 MiB [too_large]
	Ratio       int64         // decompressed bytes for each compressed byte: 200 [ratio]
	RatioFrom   int64         // ... looked at above this many decompressed bytes: 1 MiB
	Text        int64         // bytes of a report's text, and of a plain text file: 2 MiB [too_large]
	FrontMatter int           // bytes of front matter: 16 KiB [too_large]
	Line        int           // bytes of a line of JSON Lines: 8 MiB [too_large]
	JSONDepth   int           // nested objects and arrays in a line: 64 [depth]
	HTML        int64         // bytes of a page: 20 MiB [too_large]
	Token       int           // bytes of one tag or one run of text in a page: 1 MiB [token_too_large]
	Attributes  int           // attributes of a tag: 1,000 [token_too_large]
	Nodes       int           // elements and texts of a page: 500,000 [too_large]
	Article     int           // ... above which the article is not looked for (flag 'fallback'): 60,000
	Time        time.Duration // to find the article in a page: 30 s [timeout]
}

// The depth of a page's elements is limited by the parser, x/net/html, to 512 [depth].

// DefaultLimits are what the zero Limits stand for.
var DefaultLimits = Limits{
	Unit:        64 << 20,
	Ratio:       200,
	RatioFrom:   1 << 20,
	Text:        2 << 20,
	FrontMatter: 16 << 10,
	Line:        8 << 20,
	JSONDepth:   64,
	HTML:        20 << 20,
	Token:       1 << 20,
	Attributes:  1000,
	Nodes:       500_000,
	Article:     60_000,
	Time:        30 * time.Second,
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits
	return Limits{
		Unit:        cmp.Or(l.Unit, d.Unit),
		Ratio:       cmp.Or(l.Ratio, d.Ratio),
		RatioFrom:   cmp.Or(l.RatioFrom, d.RatioFrom),
		Text:        cmp.Or(l.Text, d.Text),
		FrontMatter: cmp.Or(l.FrontMatter, d.FrontMatter),
		Line:        cmp.Or(l.Line, d.Line),
		JSONDepth:   cmp.Or(l.JSONDepth, d.JSONDepth),
		HTML:        cmp.Or(l.HTML, d.HTML),
		Token:       cmp.Or(l.Token, d.Token),
		Attributes:  cmp.Or(l.Attributes, d.Attributes),
		Nodes:       cmp.Or(l.Nodes, d.Nodes),
		Article:     cmp.Or(l.Article, d.Article),
		Time:        cmp.Or(l.Time, d.Time),
	}
}

// inBytes writes a limit for people: in MiB or KiB where it is a whole number of them.
func inBytes(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
