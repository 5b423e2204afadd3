package parse

import (
	"slices"
	"strings"
)

// leastPlayed is how many films in a row make a list.
const leastPlayed = 3

// playlists makes furniture of lists of films on other things, each with its length before its headline: '0:47 Driver shot
// to death on Blackstone'. The hours of a chronicle stand in their order, or before 'p.m.' or a mark, or before sentences.
func (p *page) playlists() {
	for i := 0; i < len(p.list); i++ {
		var lengths []int
		for n := p.length(i); n > 0; n = p.length(i + len(lengths)) {
			lengths = append(lengths, n)
		}
		if len(lengths) < leastPlayed {
			continue
		}
		films := !slices.IsSorted(lengths) && !slices.IsSortedFunc(lengths, func(a, b int) int { return b - a })
		for range lengths {
			if films {
				p.list[i].Kind, p.list[i].Why = Furniture, "list of films"
			}
			i++
		}
	}
}

// length is the length in seconds that paragraph i begins with, of a film; 0 where it is no film's headline.
func (p *page) length(i int) int {
	if i >= len(p.list) {
		return 0
	}
	clock, title, _ := strings.Cut(p.list[i].Span.In(p.source), " ")
	minutes, seconds, ok := strings.Cut(clock, ":")
	if !ok || len(minutes) > 2 || len(seconds) != 2 || minutes == "" || strings.Trim(minutes+seconds, "0123456789") != "" || title == "" || strings.HasSuffix(title, ".") {
		return 0
	}
	word := strings.ToLower(strings.Fields(title + " .")[0])
	if strings.Trim(word, "-–—:,.") == "" || strings.HasPrefix(word, "am") && len(word) < 4 || strings.HasPrefix(word, "pm") && len(word) < 4 || strings.HasPrefix(word, "a.m") || strings.HasPrefix(word, "p.m") {
		return 0
	}
	n := 0
	for _, c := range minutes {
		n = 10*n + int(c-'0')
	}
	return 60*n + 10*int(seconds[0]-'0') + int(seconds[1]-'0')
}
