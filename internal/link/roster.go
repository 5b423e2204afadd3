package link

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline"
)

// A roster is the people that the accounts of an incident tell one by one as killed, injured or hit: what
// a toll is counted from where no source gives the whole. Whether two mentions are one person is often
// open, so a roster is made twice: strict takes a mention for a new person unless its words say who it
// is (a name, an age, 'he', 'the victim'), and so counts the most; loose takes it for an earlier one
// unless its words speak against it (another name, age or sex, 'another'), and so counts the fewest.

// mention is one wording of people who were hurt.
type mention struct {
	Statement, Report string
	Sentence          dateline.Span
	Words             string   // in small letters
	Name              []string // the words of the proper name, in small letters
	Age               int      // -1 if not told
	Sex               string   // "m", "f" or ""
	Count             dateline.Count
	Effect            dateline.Effect
	Back              bool   // the words go back to someone told: 'he', 'the victim'
	Nth               string // 'another', 'second': someone apart; "" if not told
	Kin               bool   // 'her brother': another than the one told of last
	Doer              bool   // a word for who did it: 'the gunman'
	Part              bool   // told as a part of others: 'including two children'
	Voice             string // on whose word; "" for the report's own
	Whole             bool   // the words say no more than how many: '19 people', '12'
	Share             bool   // what became of some of those the sentence tells of: 'one seriously'
}

// mentions lists the people hurt that a Statement tells.
func mentions(t told) []mention {
	if f := t.s.Kind.Family(); f != dateline.Violence && f != dateline.HumanCost || !t.s.Reality.Counts() {
		return nil
	}
	var out []mention
	for i, p := range t.s.Parts {
		e, m := effect(t.s, p), t.meaning[i]
		switch {
		case p.Role == dateline.Victim:
		case (p.Role == dateline.KilledRole || p.Role == dateline.Wounded) && !besideVictim(t.s, p):
			e = befell[p.Role]
		default:
			continue
		}
		if e == dateline.Death || e == dateline.Injury || e == dateline.Hit {
			if c, ok := headcount(t, p, m); ok {
				out = append(out, mentioned(t, p, e, c))
			}
		}
	}
	return out
}

// besideVictim reports whether a victim of s stands in the words of toll p.
func besideVictim(s *dateline.Statement, p dateline.Part) bool {
	return slices.ContainsFunc(s.Parts, func(q dateline.Part) bool { return q.Role == dateline.Victim && q.Span.Overlaps(p.Span) })
}

// headcount is how many part p names; false if its words do not say, or say none.
func headcount(t told, p dateline.Part, m *dateline.Resolution) (dateline.Count, bool) {
	one := dateline.Exactly(1)
	switch words := strings.ToLower(p.Span.In(t.report.Text)); {
	case m != nil && m.Count != nil:
		return *m.Count, !nobody(m)
	case singular[words] || !p.Name.IsZero() || byAge.MatchString(words) || onePerson.MatchString(words) && !severalOf[lastWord(words)]:
		return one, true
	}
	return dateline.Count{}, false
}

var (
	aged      = regexp.MustCompile(`(?i)\b(\d{1,3})[- ]years?[- ]old|\baged? (\d{1,3})\b`)
	byAge     = regexp.MustCompile(`^(?:an?|the|another|his|her) .*-(?:year|month)-old$`)
	onePerson = regexp.MustCompile(`^(?:an?|the|this|that|another|his|her|one) (?:[a-z-]+ )*[a-z-]*[^s\W]$`)
	comma     = regexp.MustCompile(`^,? ?\(?(\d{1,2})\b[^-]`)
	further   = regexp.MustCompile(`(?i)^(?:an?|the)? ?(another|other|second|third|fourth|fifth|sixth)\b`)
)

func mentioned(t told, p dateline.Part, e dateline.Effect, c dateline.Count) mention {
	text := t.report.Text
	words := p.Span
	if !p.Refers.IsZero() {
		words = p.Refers
	}
	m := mention{Statement: t.s.ID, Report: t.report.ID, Sentence: t.s.Quote, Words: strings.ToLower(words.In(text)), Age: -1, Count: c, Effect: e}
	m.Name = strings.FieldsFunc(strings.ToLower(p.Name.In(text)), func(r rune) bool { return !letter(r) })
	m.Age = ageIn(text, words)
	if len(t.s.Speaker) > 0 {
		m.Voice = t.s.Speaker[0].Span.In(text)
	}
	m.Whole, m.Share = wholes[lastWord(m.Words)] || numeral.MatchString(m.Words), t.s.Rule == "share"
	m.Back = p.Refers.IsZero() && singular[m.Words] || goesBack(m.Words)
	if f := further.FindStringSubmatch(m.Words); f != nil {
		m.Nth, m.Back = strings.ToLower(f[1]), m.Back && f[1] != "other"
	}
	for _, w := range strings.FieldsFunc(m.Words, func(r rune) bool { return !letter(r) }) {
		m.Doer = m.Doer || doers[w]
		if s := sexOf(w); s != "" {
			m.Sex = s
		}
	}
	first, _, _ := strings.Cut(m.Words, " ")
	m.Kin = first == "his" || first == "her" || first == "their"
	before := strings.TrimRight(text[max(0, words.Start-12):words.Start], " ")
	m.Part = strings.HasSuffix(before, "including") || strings.HasSuffix(before, "of whom") || strings.HasSuffix(before, "of them")
	return m
}

// ageIn returns the age that words tell, or what follows them ('Ana Kovac, 23,'); -1 if none.
func ageIn(text string, words dateline.Span) int {
	if f := aged.FindStringSubmatch(words.In(text)); f != nil {
		n, _ := strconv.Atoi(f[1] + f[2])
		return n
	}
	if f := comma.FindStringSubmatch(text[words.End:min(len(text), words.End+8)]); f != nil {
		n, _ := strconv.Atoi(f[1])
		return n
	}
	return -1
}

var numeral = regexp.MustCompile(`^[a-z ]*\d[\d,.]*$`)

// person is somebody of a roster: all that its mentions tell.
type person struct{ mention }

// single reports whether m names one person.
func (m mention) single() bool { return m.Count.High != nil && *m.Count.High == 1 }

// apart reports whether p and m cannot be one.
func (p *person) apart(m mention) bool {
	switch {
	case p.Age >= 0 && m.Age >= 0 && (p.Age > m.Age+1 || m.Age > p.Age+1), p.Sex != "" && m.Sex != "" && p.Sex != m.Sex:
		return true
	case len(p.Name) > 0 && len(m.Name) > 0 && !p.namesake(m):
		return true
	case m.Nth != "" && m.Nth != p.Nth, p.Doer && !m.Doer && len(m.Name) == 0 && strings.HasPrefix(m.Words, "the "), m.Doer && !p.Doer && len(p.Name) == 0:
		return true
	}
	if p.Statement == m.Statement && p.Words != m.Words {
		return true
	}
	return p.Report == m.Report && p.Sentence == m.Sentence && !m.Back && p.Words != m.Words && !p.namesake(m)
}

// namesake reports whether the names of p and m share a word.
func (p *person) namesake(m mention) bool {
	return slices.ContainsFunc(p.Name, func(w string) bool { return slices.Contains(m.Name, w) })
}

// surely reports whether the words of m say that it is p.
func (p *person) surely(m mention) bool {
	return p.namesake(m) || m.Back || p.Age >= 0 && p.Age == m.Age || p.Words == m.Words
}

func (p *person) take(m mention) {
	if m.Effect.Graver(p.Effect) {
		p.Effect = m.Effect
	}
	if len(p.Name) == 0 {
		p.Name = m.Name
	}
	if p.Age < 0 {
		p.Age = m.Age
	}
	if p.Sex == "" {
		p.Sex = m.Sex
	}
	p.Doer = p.Doer || m.Doer
	p.Report, p.Sentence, p.Statement = m.Report, m.Sentence, m.Statement
}

// persons tells the single persons of the mentions apart, loosely or strictly, and says who each mention
// is: nil for those of several.
func persons(ms []mention, strict bool) (all, of []*person) {
	of = make([]*person, len(ms))
	var last *person
	for i, m := range ms {
		if !m.single() {
			continue
		}
		p := findPerson(all, m, strict, last)
		if p == nil {
			p = &person{m}
			all = append(all, p)
		}
		p.take(m)
		of[i], last = p, p
	}
	return all, of
}

// findPerson returns who m is: the namesake, else the last one told who can be meant; nil if none. Last is the
// one told of right before.
func findPerson(all []*person, m mention, strict bool, last *person) *person {
	for _, p := range all {
		if p.namesake(m) && !p.apart(m) {
			return p
		}
	}
	for i := len(all) - 1; i >= 0; i-- {
		if p := all[i]; !p.apart(m) && (!strict || p.surely(m)) && !(m.Kin && p == last && p.Words != m.Words) {
			return p
		}
	}
	return nil
}

// census is how many a roster has by what befell them. An open high bound is -1.
type census struct {
	low, high  map[dateline.Effect]int
	told       map[dateline.Effect]bool // of somebody, whatever befell them in the end
	statements []string
}

// censusOf counts the people of the mentions: those told one by one, in groups, and together in a sentence.
// Of several reports the most is not counted apart from the fewest: what one calls 'a man' another names.
func censusOf(ms []mention, several bool) census {
	c := census{low: map[dateline.Effect]int{}, high: map[dateline.Effect]int{}, told: map[dateline.Effect]bool{}}
	loose, who := persons(ms, false)
	for _, p := range loose {
		c.low[p.Effect]++
	}
	if !several {
		strict, _ := persons(ms, true)
		for _, p := range strict {
			c.high[p.Effect]++
		}
	}
	for _, g := range together(ms, who) {
		c.low[g.effect] = max(c.low[g.effect], g.low)
		if g.high < 0 || c.high[g.effect] < 0 {
			c.high[g.effect] = -1
		} else {
			c.high[g.effect] = max(c.high[g.effect], g.high)
		}
	}
	for e, low := range c.low {
		if c.high[e] >= 0 {
			c.high[e] = max(low, c.high[e])
		}
	}
	seen := map[string]bool{}
	for _, m := range ms {
		c.told[m.Effect] = true
		if !seen[m.Statement] {
			seen[m.Statement] = true
			c.statements = append(c.statements, m.Statement)
		}
	}
	return c
}

// throng is how many one sentence tells of one effect.
type throng struct {
	effect    dateline.Effect
	low, high int // high is -1 if open
	words     []string
}

// together sums, for each sentence, those whom it tells of side by side by what befell them in the end; of
// tells who each single mention is. What two say, and two numbers of which each is the whole ('killed 26 people, after saying that 19
// people had died'), are rivals and no sum, nor are those of whom a share is told.
func together(ms []mention, of []*person) []throng {
	type key struct {
		effect   dateline.Effect
		sentence dateline.Span
		report   string
		voice    string
		rival    string // Statement.ID of a second whole
	}
	var out []throng
	at, wholes := map[key]int{}, map[key]string{}
	for i, m := range ms {
		if m.Part || m.Back && m.single() {
			continue
		}
		if of[i] != nil {
			m.Effect = of[i].Effect
		}
		k := key{m.Effect, m.Sentence, m.Report, m.Voice, ""}
		if _, told := at[k]; told && m.Share {
			continue
		}
		if m.Whole && m.Nth == "" && !m.single() {
			if first := wholes[k]; first == "" {
				wholes[k] = m.Statement
			} else if first != m.Statement {
				k.rival = m.Statement
			}
		}
		if _, told := at[k]; !told {
			at[k] = len(out)
			out = append(out, throng{effect: m.Effect})
		}
		out[at[k]].add(m)
	}
	return out
}

// add counts those of m, whose words are told once, and not within those of others.
func (g *throng) add(m mention) {
	if slices.ContainsFunc(g.words, func(w string) bool { return strings.Contains(w, m.Words) }) {
		return
	}
	g.words = append(g.words, m.Words)
	if m.Count.Low != nil {
		g.low += *m.Count.Low
	}
	if m.Count.High == nil || g.high < 0 {
		g.high = -1
	} else {
		g.high += *m.Count.High
	}
}

// counted gives the tolls that follow from the roster of each report, and of all of them together. Of those
// hit of whom no more is told, each may have been killed where nobody is told killed, and injured.
func counted(ms []mention) []dateline.Told[dateline.Toll] {
	var out []dateline.Told[dateline.Toll]
	var reports []string
	of := map[string][]mention{}
	for _, m := range ms {
		if of[m.Report] == nil {
			reports = append(reports, m.Report)
		}
		of[m.Report] = append(of[m.Report], m)
	}
	for _, r := range reports {
		out = append(out, censusOf(of[r], false).tolls()...)
	}
	if len(reports) > 1 {
		out = append(out, censusOf(ms, true).tolls()...)
	}
	return out
}

// tolls writes a census as tolls. That nobody was killed, or hurt, follows only where somebody is told to have been.
func (c census) tolls() []dateline.Told[dateline.Toll] {
	dead, hurt := bounds{c.low[dateline.Death], c.high[dateline.Death]}, bounds{c.low[dateline.Injury], c.high[dateline.Injury]}
	hit := bounds{c.low[dateline.Hit], c.high[dateline.Hit]}
	open := bounds{0, hit.high}
	if hit.high > 0 && dead.low+hurt.low > 0 && hit.low == hit.high {
		open.high = max(0, hit.high-dead.low-hurt.low)
	}
	if dead.low == 0 {
		dead = dead.plus(open)
	}
	hurt = hurt.plus(open)
	var out []dateline.Told[dateline.Toll]
	for _, x := range []struct {
		of     dateline.Role
		effect dateline.Effect
		bounds
	}{{dateline.KilledRole, dateline.Death, dead}, {dateline.Wounded, dateline.Injury, hurt}} {
		if x.high == 0 && !c.told[x.effect] {
			continue
		}
		out = append(out, dateline.Told[dateline.Toll]{Value: dateline.Toll{Of: x.of, Count: dateline.Between(x.low, x.high), Counted: true},
			Statements: c.statements})
	}
	return out
}

// bounds are those of a number; an open high is -1.
type bounds struct{ low, high int }

func (b bounds) plus(o bounds) bounds {
	if b.high < 0 || o.high < 0 {
		return bounds{b.low + o.low, -1}
	}
	return bounds{b.low + o.low, b.high + o.high}
}

// withCounted adds the counted tolls that say something that is not told: a sum, or that all those told
// injured died of it.
func withCounted(told, counted []dateline.Told[dateline.Toll]) []dateline.Told[dateline.Toll] {
	for _, c := range counted {
		some, known := false, false
		for _, t := range told {
			if t.Value.Of == c.Value.Of {
				some, known = true, known || fitsIn(c.Value.Count, t.Value.Count)
			}
		}
		if !known && (some || c.Value.Count.High == nil || *c.Value.Count.High > 0) {
			told = append(told, c)
		}
	}
	return told
}

// fitsIn reports whether all that d can be lies in c.
func fitsIn(d, c dateline.Count) bool {
	low := c.Low == nil || d.Low != nil && *c.Low <= *d.Low
	return low && (c.High == nil || d.High != nil && *d.High <= *c.High)
}
