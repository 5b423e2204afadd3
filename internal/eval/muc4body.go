package eval

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"dateline"
)

// mucText is a report's coded form with what the choice of its organizations looks at.
type mucText struct {
	form      codedForm
	sentences []int // where each begins
	bodies    []*mucBody
}

// mucBody is an organization that a report names, whatever is told of it.
type mucBody struct {
	names []string // the ways of writing it, as they come
	actor string   // "" for one without a record
	state bool
	at    []words
}

// words are where words stand.
type words struct{ start, end int }

func (w words) meets(o words) bool { return w.start < o.end && o.start < w.end }

// mucSentenceEnd is the end of a sentence or a paragraph; one of one letter is an initial.
var mucSentenceEnd = regexp.MustCompile(`[A-Z0-9)\]"]{2,}[.?!]["')\]]*\s+|\n\s*\n`)

func mucTextOf(f codedForm) *mucText {
	t := &mucText{form: f, sentences: []int{0}}
	for _, m := range mucSentenceEnd.FindAllStringIndex(f.Report.Text, -1) {
		t.sentences = append(t.sentences, m[1])
	}
	t.listed()
	t.told()
	t.ofState()
	for _, b := range t.bodies {
		slices.SortFunc(b.at, func(x, y words) int { return cmp.Compare(x.start, y.start) })
		b.state = slices.ContainsFunc(b.names, namesState)
	}
	return t
}

// sentenceAt is the number of the sentence at an offset.
func (t *mucText) sentenceAt(at int) int {
	n, found := slices.BinarySearch(t.sentences, at)
	if found {
		return n
	}
	return n - 1
}

func (t *mucText) sentence(n int) string {
	end := len(t.form.Report.Text)
	if n+1 < len(t.sentences) {
		end = t.sentences[n+1]
	}
	return t.form.Report.Text[t.sentences[n]:end]
}

// body gives the organization of a name, a new one if there is none yet.
func (t *mucText) body(actor, name string) *mucBody {
	for _, b := range t.bodies {
		if actor != "" && b.actor == actor || actor == "" && b.named(name) {
			return b
		}
	}
	b := &mucBody{actor: actor}
	t.bodies = append(t.bodies, b)
	return b
}

// named reports whether words are one of the ways of writing it.
func (b *mucBody) named(words string) bool {
	return slices.ContainsFunc(b.names, func(n string) bool { return matchPlain(n, words) == mucCorrect && matchPlain(words, n) == mucCorrect })
}

func (b *mucBody) add(name string, at words) {
	if !slices.Contains(b.names, name) {
		b.names = append(b.names, name)
	}
	b.at = append(b.at, at)
}

// stands reports whether it is named in words that stand somewhere.
func (b *mucBody) stands(w words) bool { return slices.ContainsFunc(b.at, w.meets) }

func (t *mucText) taken(w words) bool {
	return slices.ContainsFunc(t.bodies, func(b *mucBody) bool { return b.stands(w) })
}

// listed adds those that have a record.
func (t *mucText) listed() {
	for _, a := range t.form.Report.Actors {
		if a.Actor != "" {
			t.body(a.Actor, "").add(inCapitals(a.Text), words{a.Start, a.End})
		}
	}
}

// told adds those without a record that statements name.
func (t *mucText) told() {
	for _, s := range t.form.Statements {
		for _, p := range s.Parts {
			sided := p.Role == dateline.Perpetrator || p.Role == dateline.Group || p.Role == dateline.Other
			if at := (words{p.Start, p.End}); sided && p.Actor == "" && (p.Type == "group" || p.Type == "state") && !t.taken(at) {
				if _, body := membersOf(codedResponsible{Text: p.Text, Class: p.Type}); body != "" && len(strings.Fields(body)) <= 7 {
					t.body("", body).add(body, at)
				}
			}
		}
	}
}

// mucState finds a state's bodies, with its adjective, and what stands near them.
var mucState = regexp.MustCompile(`\b(?:[A-Z]+(?:AN|ESE|ENE)\s+)?(?:ARMED\s+FORCES|ARMY|AIR\s+FORCE|NATIONAL\s+GUARD|NATIONAL\s+POLICE|TREASURY\s+POLICE|POLICE|` +
	`MILITARY|GOVERNMENT|REGIME|DEATH\s+SQUADS?|[A-Z]+\s+BATTALION|[A-Z]+\s+BRIGADE)\b`)

// ofState adds a state's bodies.
func (t *mucText) ofState() {
	for _, m := range mucState.FindAllStringIndex(t.form.Report.Text, -1) {
		if at := (words{m[0], m[1]}); !t.taken(at) {
			name := inCapitals(t.form.Report.Text[m[0]:m[1]])
			t.body("", name).add(name, at)
		}
	}
}

// namesState reports whether a name is a state's body's, and not that of a 'people's' or 'liberation' army.
func namesState(name string) bool {
	h := headed(name)
	return (bodies[h.head] || h.head == "SQUAD" || h.head == "SQUADS") && !slices.ContainsFunc(h.words, func(w string) bool {
		return w == "LIBERATION" || strings.HasPrefix(w, "PEOPLE")
	})
}

// inCapitals writes words as MUC-4's texts do, in one line.
func inCapitals(text string) string { return strings.ToUpper(strings.Join(strings.Fields(text), " ")) }
