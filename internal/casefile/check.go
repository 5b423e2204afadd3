package casefile

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
)

// Mismatch is one thing that a case asks for and did not get.
type Mismatch struct {
	File string
	Line int    // of the case
	Want string // the case's own words
	Why  string // what was wrong, with what was read instead
}

// String gives 'file:line: want: why'.
func (m Mismatch) String() string { return fmt.Sprintf("%s:%d: %s: %s", m.File, m.Line, m.Want, m.Why) }

// Judge says whether the case may stand: nil for a case that passes, and for a known shortfall that
// fails; otherwise an error with every mismatch, or with the shortfall that is one no longer.
func (c Case) Judge(found []Mismatch) error { return judge(c.Name, c.Shortfall, found) }

func judge(name, shortfall string, found []Mismatch) error {
	switch {
	case shortfall != "" && len(found) == 0:
		return fmt.Errorf("%s: passes now, so it is no shortfall any more: %s", name, shortfall)
	case shortfall != "" || len(found) == 0:
		return nil
	}
	var lines []string
	for _, m := range found {
		lines = append(lines, m.String())
	}
	return fmt.Errorf("%s", strings.Join(lines, "\n"))
}

// Check holds a reading of the case's report, and the incidents that were linked from it, against what
// the case says. It returns what does not match, in the order of the case's lines.
func (c Case) Check(r dateline.Reading, incidents []dateline.Incident) []Mismatch {
	k := newCheck(c, r, incidents)
	k.statements()
	k.incidentBlocks()
	k.mentions()
	k.banned()
	k.nothing()
	k.onlyAsked()
	k.counted()
	slices.SortStableFunc(k.found, func(a, b Mismatch) int { return a.Line - b.Line })
	return k.found
}

// check is one run of a case.
type check struct {
	Case
	reading   dateline.Reading
	meaning   map[string]map[int]dateline.Resolution // by Statement.ID and Part
	incidents []dateline.Incident
	asked     map[string]bool // Statement.ID of those that are, or are nearest to, what was asked for
	found     []Mismatch
}

func newCheck(c Case, r dateline.Reading, incidents []dateline.Incident) *check {
	k := &check{Case: c, reading: r, incidents: incidents,
		meaning: map[string]map[int]dateline.Resolution{}, asked: map[string]bool{}}
	for _, res := range r.Resolutions {
		if k.meaning[res.Statement] == nil {
			k.meaning[res.Statement] = map[int]dateline.Resolution{}
		}
		k.meaning[res.Statement][res.Part] = res
	}
	return k
}

func (k *check) miss(line int, want, why string, args ...any) {
	k.found = append(k.found, Mismatch{File: k.Name, Line: line, Want: want, Why: fmt.Sprintf(why, args...)})
}

// statements finds a statement of its own for each that the case asks for; for one that has none, it
// reports how the nearest differs.
func (k *check) statements() {
	wants := k.says.statements
	faults := make([][][]string, len(wants))
	for i, w := range wants {
		for _, s := range k.reading.Statements {
			faults[i] = append(faults[i], k.faults(w, s))
		}
	}
	fits := func(i, j int) bool { return len(faults[i][j]) == 0 }
	for i, j := range assign(len(wants), len(k.reading.Statements), fits) {
		if j < 0 {
			k.nearest(wants[i], faults[i])
		}
	}
	for i := range wants {
		for j, s := range k.reading.Statements {
			if fits(i, j) {
				k.asked[s.ID] = true
			}
		}
	}
}

// nearest reports how the statement with the fewest faults among those of the right kinds differs from
// w. That statement is reported once: it counts as asked for.
func (k *check) nearest(w wanted, faults [][]string) {
	best := -1
	for j, s := range k.reading.Statements {
		if slices.Contains(w.kinds, s.Kind) && (best < 0 || len(faults[j]) < len(faults[best])) {
			best = j
		}
	}
	if best < 0 {
		k.miss(w.line, w.header, "no such statement; %s", k.said())
		return
	}
	near := k.reading.Statements[best]
	k.asked[near.ID] = true
	if len(faults[best]) == 0 {
		k.miss(w.line, w.header, "every statement that fits is taken by another line")
		return
	}
	k.miss(w.line, w.header, "%s; in %s", strings.Join(faults[best], "; "), k.word(near))
}

// said words everything that was read.
func (k *check) said() string {
	if len(k.reading.Statements) == 0 {
		return "nothing was read"
	}
	var out []string
	for _, s := range k.reading.Statements {
		out = append(out, k.word(s))
	}
	return "read were " + strings.Join(out, " | ")
}

// word words one statement.
func (k *check) word(s dateline.Statement) string {
	out := []string{string(s.Kind), string(s.Reality), string(s.Stance)}
	if s.Background {
		out = append(out, "background")
	}
	for _, p := range s.Parts {
		out = append(out, fmt.Sprintf("%s:%q", p.Role, k.text(p.Span)))
	}
	for _, v := range s.Speaker {
		out = append(out, fmt.Sprintf("speaker:%q[%s]", k.text(v.Span), v.Class))
	}
	return strings.Join(out, " ")
}

func (k *check) text(s dateline.Span) string { return s.In(k.reading.Report.Text) }

func (k *check) banned() {
	for _, b := range k.says.none {
		list := k.reading.Statements
		if b.mention {
			list = k.asStatements()
		}
		for _, s := range list {
			if b.hits(s) {
				k.miss(b.line, "no "+b.name(), "%s", k.word(s))
			}
		}
	}
}

func (b banned) hits(s dateline.Statement) bool {
	named := s.Kind == b.kind || b.kind == "" && s.Kind.Family() == b.family
	return named && (b.reality == "" || s.Reality == b.reality)
}

func (b banned) name() string {
	name := strings.TrimSpace(string(b.kind) + string(b.family) + " " + string(b.reality))
	if b.mention {
		return "mention " + name
	}
	return name
}

func (k *check) nothing() {
	if k.says.nothing > 0 && len(k.reading.Statements) > 0 {
		k.miss(k.says.nothing, "nothing", "%s", k.said())
	}
}

// onlyAsked reports violence and incidents that were not asked for, if the case says 'only'.
func (k *check) onlyAsked() {
	if k.says.only == 0 {
		return
	}
	for _, s := range k.reading.Statements {
		if s.Kind.Family() == dateline.Violence && !k.asked[s.ID] {
			k.miss(k.says.only, "only", "not asked for: %s", k.word(s))
		}
	}
	for _, inc := range k.incidents {
		told := slices.ContainsFunc(inc.Statements, func(id string) bool { return k.asked[id] })
		if isNews(inc) && !told {
			k.miss(k.says.only, "only", "not asked for: incident %s %s", inc.Kind, inc.Reality)
		}
	}
}

// isNews reports whether an incident counts as news.
func isNews(inc dateline.Incident) bool {
	f := inc.Kind.Family()
	return (f == dateline.Violence || f == dateline.HumanCost) && !inc.Background && inc.Reality.Counts()
}

func (k *check) counted() {
	if k.says.count == nil {
		return
	}
	var kinds []string
	for _, inc := range k.incidents {
		if isNews(inc) {
			kinds = append(kinds, string(inc.Kind))
		}
	}
	if len(kinds) != *k.says.count {
		k.miss(k.says.countLine, fmt.Sprintf("incidents: %d", *k.says.count), "%d: %s", len(kinds), strings.Join(kinds, ", "))
	}
}

// assign gives each of n wants one of m offers that fits it, no offer twice, for as many wants as
// can be; -1 where there is none left.
func assign(n, m int, fits func(i, j int) bool) []int {
	taken := make([]int, m) // want + 1
	var try func(i int, seen []bool) bool
	try = func(i int, seen []bool) bool {
		for j := range m {
			if seen[j] || !fits(i, j) {
				continue
			}
			seen[j] = true
			if taken[j] == 0 || try(taken[j]-1, seen) {
				taken[j] = i + 1
				return true
			}
		}
		return false
	}
	out := make([]int, n)
	for i := range n {
		out[i] = -1
		try(i, make([]bool, m))
	}
	for j, t := range taken {
		if t > 0 {
			out[t-1] = j
		}
	}
	return out
}
