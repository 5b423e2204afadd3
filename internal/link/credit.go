package link

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// credited leads the first version of each text on to the version whose publisher it tells the incident on
// the word of, or else to the first that tells it on the word of the same outlet; lead is as copied gives it.
func credited(os []*Origin, lead []int) []int {
	names, cites, known := make([][]string, len(os)), make([][]string, len(os)), outletsOf(os)
	for i, o := range os {
		k := lead[i]
		names[k] = append(names[k], o.Outlet...)
		cites[k] = append(cites[k], o.Credits...)
		cites[k] = append(cites[k], known.among(o.Heard)...)
	}
	by, through := desks{}, desks{}
	out := slices.Clone(lead)
	for i := range os {
		if lead[i] == i {
			names[i], cites[i] = set(names[i]), set(cites[i])
			by.add(names[i], os, i)
		}
	}
	for i, o := range os {
		foreign := slices.DeleteFunc(cites[i], func(k string) bool { return slices.Contains(names[i], k) })
		if len(foreign) == 0 {
			continue
		}
		if k := by.origin(foreign, os, i); k >= 0 {
			out[i] = k
		} else if k := through.origin(foreign, os, i); k >= 0 && !os[k].adds(o) {
			out[i] = k
		} else {
			through.add(foreign, os, i)
		}
	}
	return out
}

// outlets are keys of names of outlets.
type outlets map[string]bool

// outletsOf are those that publish or are credited with one of the reports.
func outletsOf(os []*Origin) outlets {
	out := outlets{}
	for _, o := range os {
		for _, k := range slices.Concat(o.Outlet, o.Credits) {
			out[k] = true
		}
	}
	return out
}

func (o outlets) among(keys []string) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return !o[k] })
}

// toward are words before the name of an outlet to whom something was told, or that carried it: 'told Reuters',
// 'a statement carried by Reuters'. Other names stand there as well.
var toward = wordsOf("told by via citing quoting from to")

// mostWords is the most words that the name of an outlet has here.
const mostWords = 4

// heard lists the keys of the names behind such words, of one word and more.
func heard(sentence string) []string {
	var out []string
	ws := strings.Fields(sentence)
	for i, w := range ws {
		if !toward[strings.ToLower(w)] && !strings.HasPrefix(w, "(") {
			continue
		}
		from := i + 1
		if strings.HasPrefix(w, "(") {
			from = i
		}
		if from < len(ws) && strings.EqualFold(ws[from], "the") {
			from++
		}
		for to := from + 1; to <= min(from+mostWords, len(ws)); to++ {
			name := strings.Trim(ws[to-1], `.,;:()"'“”‘’`)
			if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) && !ofOutlets[name] {
				break
			}
			out = append(out, outletKeys(strings.Join(ws[from:to], " "))...)
		}
	}
	return out
}

// desks are the first versions by the outlet that they come from, alone and with each figure that they tell.
type desks map[string][]int

func (d desks) add(keys []string, os []*Origin, i int) {
	for _, k := range keys {
		for _, at := range deskKeys(k, os[i]) {
			if len(d[at]) < crowded && !slices.Contains(d[at], i) {
				d[at] = append(d[at], i)
			}
		}
	}
}

func deskKeys(outlet string, o *Origin) []string {
	out := []string{outlet}
	for _, f := range o.Figures {
		for _, n := range []*int{f.Count.Low, f.Count.High} {
			if n != nil {
				out = append(out, fmt.Sprint(outlet, " ", f.Of, " ", *n))
			}
		}
	}
	return out
}

// origin gives the first version other than i that comes from one of the outlets, with which i agrees and
// to which it adds nothing; -1 if there is none.
func (d desks) origin(outlets []string, os []*Origin, i int) int {
	best := -1
	for _, name := range outlets {
		for _, at := range deskKeys(name, os[i]) {
			for _, k := range d[at] {
				if k != i && (best < 0 || k < best) && os[i].agrees(os[k]) && !os[i].adds(os[k]) {
					best = k
				}
			}
		}
	}
	return best
}

// publisherKeys are the keys of a report's publisher; of the host of its address if none is told.
func publisherKeys(r *dateline.Report) []string {
	if r.Publisher != "" {
		return outletKeys(r.Publisher)
	}
	u, err := url.Parse(r.URL)
	if err != nil {
		return nil
	}
	return outletKeys(u.Hostname())
}

// outletKeys are what the names of an outlet share ('the Reuters news agency' and 'reuters.com'): its words
// in lower case without those that say only what it is, and the initials of more than one ('AFP'). nil for
// words that name none ('state media').
func outletKeys(name string) []string {
	named, domain := false, strings.Contains(name, ".") && !strings.Contains(name, " ")
	var ws []string
	var initials strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		first, _ := utf8.DecodeRuneInString(w)
		if w = strings.ToLower(w); ofOutlets[w] {
			continue
		}
		named = named || unicode.IsUpper(first)
		ws = append(ws, w)
		initials.WriteRune(unicode.ToLower(first))
	}
	if len(ws) == 0 || !named && !domain {
		return nil
	}
	out := []string{strings.Join(ws, "")}
	if len(ws) > 1 && !domain {
		out = append(out, initials.String())
	}
	return out
}

// ofOutlets are words in names of outlets that say what it is, or belong to its address.
var ofOutlets = wordsOf("the a an of for news agency newspaper website site wire newswire service online www http https com org net co")
