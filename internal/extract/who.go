package extract

import (
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// who gathers what a text says of each person whom it names: the fullest form of the name, and the words
// that say who that is. Persons are told apart by their names alone: a shorter name is that of the one
// longer name that has all its words in a row.
type who struct {
	names []parse.Name // of persons, or of nobody knows what, in the order of the text
	words [][]string
	full  []int            // of each name, the longest form of it
	by    map[string][]int // names by each of their words
	about map[int]dateline.Span
}

// people reads the names of the text when they are first asked for.
func (r *reader) people() *who {
	if r.who != nil {
		return r.who
	}
	w := &who{by: map[string][]int{}, about: map[int]dateline.Span{}}
	for _, n := range r.in.Text.Names {
		if n.Kind == parse.NamePerson || n.Kind == parse.NameUnknown && n.Last > n.First {
			w.add(n, strings.Fields(strings.ToLower(n.Span.In(r.text))))
		}
	}
	for i := range w.names {
		w.full = append(w.full, w.longest(i))
	}
	r.who = w
	return w
}

func (w *who) add(n parse.Name, words []string) {
	for _, x := range words {
		if all := w.by[x]; len(all) == 0 || all[len(all)-1] != len(w.names) {
			w.by[x] = append(all, len(w.names))
		}
	}
	w.names, w.words = append(w.names, n), append(w.words, words)
}

// namesakes is how many names with a common word are looked through for a longer form: more share it than one person.
const namesakes = 40

// longest is the first told of the longest names that hold name i, where they are forms of one name; else i.
func (w *who) longest(i int) int {
	best := i
	all := w.by[w.words[i][len(w.words[i])-1]]
	for _, k := range all[:min(len(all), namesakes)] {
		switch {
		case w.names[k].Kind != parse.NamePerson || !holds(w.words[k], w.words[i]):
		case len(w.words[k]) > len(w.words[best]):
			if best != i && !holds(w.words[k], w.words[best]) {
				return i // two persons may be meant
			}
			best = k
		case len(w.words[k]) == len(w.words[best]) && k < best && holds(w.words[k], w.words[best]):
			best = k
		case !holds(w.words[best], w.words[k]):
			return i
		}
	}
	return best
}

// holds reports whether all of b's words stand in a row in a.
func holds(a, b []string) bool {
	for k := 0; k+len(b) <= len(a); k++ {
		same := true
		for n := range b {
			same = same && a[k+n] == b[n]
		}
		if same {
			return true
		}
	}
	return false
}

// at returns the number of the name with the span, or -1.
func (w *who) at(s dateline.Span) int {
	lo, hi := 0, len(w.names)
	for lo < hi {
		if mid := (lo + hi) / 2; w.names[mid].Span.Start < s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(w.names) && w.names[lo].Span == s {
		return lo
	}
	return -1
}

// introduce gives the persons in the parts of all drafts the fullest form of their names, and says who they
// are, where their own sentence does not and another one does.
func (r *reader) introduce() {
	for _, d := range r.drafts {
		for i := range d.parts {
			p := &d.parts[i]
			if p.Role == dateline.Perpetrator || p.Role == dateline.Group {
				continue
			}
			if sp := d.v.s.Span; p.Name.IsZero() && len(r.identities) > 0 && p.Role == dateline.Victim && sp.Contains(p.Span) {
				p.Name = r.identityOf(d.v, d.v.headOf(p.Span))
			}
			if p.Name.IsZero() {
				continue
			}
			n := r.people().at(p.Name)
			if n < 0 {
				continue
			}
			bare := p.About.IsZero() && !described(p.Span.In(r.text), p.Name.In(r.text))
			p.Name = r.who.names[r.who.full[n]].Span
			if bare {
				p.About = r.whoIs(r.who.full[n])
			}
		}
	}
}

// described reports whether words say more than the name in them.
func described(words, name string) bool {
	rest := strings.Trim(strings.Replace(words, name, "", 1), " ,.;:'’s\n")
	return len(rest) > 3 && words != name
}

// whoIs returns the first words of the text that say who the person of name full is; zero if there are none.
func (r *reader) whoIs(full int) dateline.Span {
	if s, ok := r.who.about[full]; ok {
		return s
	}
	var out dateline.Span
	last := r.who.words[full][len(r.who.words[full])-1]
	for _, k := range r.who.by[last] {
		if r.who.full[k] == full {
			if out = r.introduction(r.who.names[k]); !out.IsZero() {
				break
			}
		}
	}
	r.who.about[full] = out
	return out
}

// introduction returns the words beside a name that say who that is: 'the mayor' of 'Ana Kovac, the mayor,'
// and of 'Mayor Ana Kovac'; zero if there are none.
func (r *reader) introduction(n parse.Name) dateline.Span {
	v := r.view(n.Sentence)
	h := v.headOf(n.Span)
	for _, c := range v.children(h, "appos") {
		if c > n.Last && v.tag(c) == "NOUN" && v.r.lex.nouns.has(v.lemma(c), "people", "state") {
			return v.phrase(c)
		}
	}
	return v.title(n.First)
}

// title returns the nouns right before token t that end in one for a person; zero if there are none.
func (v *view) title(t int) dateline.Span {
	first := t
	for first > 0 && (v.nominal(first-1) || v.tag(first-1) == "ADJ") && !v.inPerson(first-1) {
		first--
	}
	if first == t || !v.r.lex.nouns.has(v.lemma(t-1), "people", "state") {
		return dateline.Span{}
	}
	return v.span(first, t-1)
}

// inPerson reports whether token t is part of a person's name.
func (v *view) inPerson(t int) bool {
	return strings.HasSuffix(v.tok(t).Entity, "person") && !v.r.lex.nouns.has(v.lemma(t), "people", "state")
}
