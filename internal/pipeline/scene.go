package pipeline

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"dateline"
	"dateline/data"
	"dateline/internal/ingest"
	"dateline/internal/parse"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
)

// stage gathers what package scene looks at: the places that a text names and what took place, by the
// numbers of the statements that tell it.
type stage struct {
	out        *dateline.Reading
	text       *parse.Text
	report     scene.Report
	statements []int // of report.Events, the indices in out.Statements
	voices     []dateline.Span
	scenery    *scenery
	families   map[string]bool                         // see familyNames
	strayed    []dateline.Span                         // names that are not those of a place of the report's scene
	meant      map[string]*dateline.Place              // what the statements' places mean, by their words and by their names
	news       bool                                    // it tells violence that is no background
	lasting    map[string]bool                         // statements to which no day and no town is lent
	beyond     map[string]bool                         // see beyondDoers; nil until asked for
	told       map[string]bool                         // the countries in which the report says that something took place; nil until asked for
	violent    bool                                    // and whether violence did, in any of them
	acts       map[string][]string                     // the states whose bodies a statement names
	days       map[string]dateline.Date                // by statement, the days that its own words tell
	masses     map[string]bool                         // statements of a thousand people and more
	wide       map[string]bool                         // statements that say they were in a region of no one country: 'around Lake Chad'
	where      map[string][]dateline.Place             // where a statement itself says that it was
	sentences  map[dateline.Span][]*dateline.Statement // nil until asked for
	arrested   []arrest                                // likewise
}

func newStage(out *dateline.Reading, t *parse.Text, s *scenery) *stage {
	st := &stage{out: out, text: t, scenery: s, meant: map[string]*dateline.Place{}, report: scene.Report{Title: out.Report.Title, Sentences: len(t.Sentences)}}
	for _, s := range out.Statements {
		for _, v := range s.Speaker {
			st.voices = append(st.voices, v.Span)
		}
	}
	st.means()
	st.families = familyNames(t)
	for _, n := range out.Toponyms[:min(len(out.Toponyms), mostNamed)] {
		st.named(n)
	}
	for _, n := range t.Names {
		if len(st.report.Mentions) < mostNamed && !st.covered(n.Span) {
			st.unlisted(n)
		}
	}
	st.forces()
	st.peoples()
	sort.SliceStable(st.report.Mentions, func(a, b int) bool { return st.report.Mentions[a].Span.Start < st.report.Mentions[b].Span.Start })
	st.dateline()
	st.events()
	st.lasts()
	return st
}

// mostNamed is how many namings of places are looked at: what a list of thousands names is no scene.
const mostNamed = 300

// means notes what the places of the statements mean.
func (st *stage) means() {
	parts := map[string]*dateline.Statement{}
	for i := range st.out.Statements {
		parts[st.out.Statements[i].ID] = &st.out.Statements[i]
	}
	for _, r := range st.out.Resolutions {
		if s := parts[r.Statement]; s != nil && r.Part >= 0 && r.Place != nil && scene.LevelOf(*r.Place) != "" {
			st.meant[s.Parts[r.Part].Span.In(st.text.Source)] = r.Place
			st.meant[r.Place.Name] = r.Place
		}
	}
}

// named adds the naming of a place: of one that a statement names in the same words, as that means it.
func (st *stage) named(n dateline.Toponym) {
	p := n.Place
	words := n.Span.In(st.text.Source)
	if sentence, k := st.token(n.Span.End); n.As == dateline.AsPeople && sentence != nil && (eaten[formAt(sentence, k)] || abroad[formAt(sentence, k)]) {
		return
	}
	if p.Precision == dateline.Settlement && st.families[strings.ToLower(words)] && !placed(st.text.Source, n.Span) && !strings.HasPrefix(st.text.Source[n.Span.End:], ", ") {
		return // 'Ponce was shot', of Ana Ponce
	}
	if area := st.area(n, words); area != nil {
		p = area
	} else if told := st.meant[words]; told != nil && n.As != dateline.AsPeople {
		p = told
	} else if q, _ := st.scenery.mended(p, words); q != nil {
		if p = q; p.Precision == dateline.Unplaced {
			st.strayed = append(st.strayed, n.Span)
		}
	}
	st.add(scene.Mention{Span: n.Span, Place: *p, People: n.As == dateline.AsPeople})
}

// area is the area that the noun behind the name of a town says is meant: 'in Kompienga province'; nil if there is none.
func (st *stage) area(n dateline.Toponym, words string) *dateline.Place {
	noun := areaBehind.FindString(st.text.Source[n.Span.End:min(len(st.text.Source), n.Span.End+20)])
	if noun == "" || noun == " district" || noun == " county" || n.Place.Precision != dateline.Settlement {
		return nil
	}
	r := place.Resolve(words+noun, place.Context{Countries: []string{n.Place.Country}})
	if r.Place == nil || r.Place.Country != n.Place.Country || r.Place.Precision != dateline.District && r.Place.Precision != dateline.Province {
		return nil
	}
	return r.Place
}

// unlisted adds what a name tells that nobody took for a place's: the place that a body is named after
// ('Nasarawa State Police Command', 'Bank of India'), and a place by the noun behind it ('Rutsiro district').
func (st *stage) unlisted(n parse.Name) {
	words := n.Span.In(st.text.Source)
	switch n.Kind {
	case parse.NameOrganisation, parse.NameFacility, parse.NameOther:
		for _, part := range bodyPlaces(words) {
			if p := st.placed(part); p != nil && great(part, p) {
				at := n.Span.Start + strings.Index(words, part)
				st.add(scene.Mention{Span: dateline.Span{Start: at, End: at + len(part)}, Place: *p, Body: true})
				return
			}
		}
	case parse.NameLocation:
		if p := st.placed(words); p != nil {
			st.add(scene.Mention{Span: n.Span, Place: *p})
		}
	}
}

// bodyPlaces are the words of a body's name that may name a place, the likeliest first: the first three,
// two or one of several, and those behind 'of'.
func bodyPlaces(name string) []string {
	words := strings.Fields(name)
	var out []string
	for n := min(3, len(words)-1); n > 0; n-- {
		out = append(out, strings.Join(words[:n], " "))
	}
	if _, of, ok := strings.Cut(name, " of "); ok {
		out = append(out, strings.TrimPrefix(of, "the "))
	}
	return out
}

// placed is the place that a name surely means in this report, nil if there is none.
func (st *stage) placed(words string) *dateline.Place {
	if len(place.Lookup(words)) == 0 {
		if iso, ok := place.Demonym(words); ok {
			words = place.CountryName(iso)
		} else {
			return nil
		}
	}
	r := place.Resolve(words, place.Context{Countries: st.out.Countries})
	if r.State != dateline.Known || r.Place == nil {
		return nil
	}
	return r.Place
}

// forces adds the towns that local forces are named after and nobody took for places: 'Alma police said', 'the Douglas Police
// Department', where the report names that country, or a place in the same first-order area.
func (st *stage) forces() {
	for i := range st.text.Sentences {
		s := &st.text.Sentences[i]
		for k := 1; k < len(s.Tokens) && len(st.report.Mentions) < mostNamed; k++ {
			if localForce[formAt(s, k)] && capital(s.Tokens[k-1].Form) {
				st.force(s, k)
			}
		}
	}
}

// localForce are words for those who look after one town.
var localForce = data.Section("setting.txt", "town")

// force adds the town that the longest name before token k means, of three words at most.
func (st *stage) force(s *parse.Sentence, k int) {
	for from := max(0, k-3); from < k; from++ {
		span := dateline.Span{Start: s.Tokens[from].Span.Start, End: s.Tokens[k-1].Span.End}
		if words := span.In(st.text.Source); !capital(words) || st.covered(span) {
			continue
		} else if p := st.home(words); p != nil {
			st.add(scene.Mention{Span: span, Place: *p, Body: true})
			return
		}
	}
}

// home is the town that a name surely means in the countries and areas that the report names, nil if there is none.
func (st *stage) home(words string) *dateline.Place {
	var near []dateline.Place
	for _, m := range st.report.Mentions {
		near = append(near, m.Place)
	}
	r := place.Resolve(words, place.Context{Countries: st.out.Countries, Near: near})
	if r.State != dateline.Known || r.Place == nil || r.Place.Precision != dateline.Settlement ||
		!slices.ContainsFunc(near, func(p dateline.Place) bool {
			return p.Country == r.Place.Country && (p.Admin1 == "" || p.Admin1 == r.Place.Admin1)
		}) {
		return nil
	}
	return r.Place
}

// peoples adds the countries that an adjective or a people names inside other names ('Ugandan police').
func (st *stage) peoples() {
	for i := range st.text.Sentences {
		for k, t := range st.text.Sentences[i].Tokens {
			if t.Form[0] < 'A' || t.Form[0] > 'Z' || len(st.report.Mentions) >= 2*mostNamed {
				continue
			}
			if _, ok := place.Demonym(t.Form); ok && !st.covered(t.Span) && !eaten[formAt(&st.text.Sentences[i], k+1)] && !abroad[formAt(&st.text.Sentences[i], k+1)] {
				if p := st.placed(t.Form); p != nil {
					st.add(scene.Mention{Span: t.Span, Place: *p, People: true})
				}
			}
		}
	}
}

// eaten are words behind which a people is a kitchen: 'a Chinese restaurant'.
var eaten = data.Section("setting.txt", "kitchen")

// abroad are words behind which a people is one of those who are where they do not come from: 'a South African peacekeeper'.
var abroad = data.Section("setting.txt", "abroad")

// great reports whether a place is known well enough for a body to be known by it alone: a country, an area,
// or a town of 100,000 whose name is no common word.
func great(name string, p *dateline.Place) bool {
	return !place.Common(name) && (scene.LevelOf(*p) != scene.Town || slices.ContainsFunc(place.Lookup(name), func(e place.Entry) bool {
		return e.ID == p.ID && e.Population >= 100_000
	}))
}

// tiedBehind are the words that make of a state's name whose somebody is: 'UAE-backed'.
var tiedBehind = regexp.MustCompile(`^-(?:backed|led|linked|aligned|allied|supported|trained|made|brokered|funded)\b`)

// add adds a naming with the words beside it.
func (st *stage) add(m scene.Mention) {
	s, k := st.token(m.Span.Start)
	level := scene.LevelOf(m.Place)
	if s == nil || level == "" || level != scene.Country && (onStreet(st.text.Source, m.Span) || st.quarter(m)) ||
		tiedBehind.MatchString(st.text.Source[m.Span.End:]) || level != scene.Country && st.speaks(m.Span) && !st.ofThose(m.Span) || st.text.Paragraphs[s.Paragraph].Kind == parse.Furniture {
		return
	}
	end := k
	for end < len(s.Tokens) && s.Tokens[end].Span.Start < m.Span.End {
		end++
	}
	m.Sentence, m.Before, m.After = st.sentence(m.Span.Start), formAt(s, k-1), formAt(s, end)
	m.Care, m.Aside = cared(s, k, end), st.text.Paragraphs[s.Paragraph].Kind != parse.Body
	m.Voice, m.Home = st.speaks(m.Span), livesIn(s, k)
	st.report.Mentions = append(st.report.Mentions, m)
}

// jurisdiction are the words behind a place for those who have to do with what happens in it: 'Chicago police said'. What
// other speakers are named after says little: 'a nurse at the clinic of X'.
var jurisdiction = regexp.MustCompile(`^(?: [Cc]ounty)?(?:['’]s)? (?:[Mm]etro(?:politan)? )?(?:[Pp]olice|PD|[Ss]heriff|[Dd]eput(?:y|ies)|[Cc]oroner|[Ff]ire|[Dd]etective|[Oo]fficer|[Aa]uthorit|[Oo]fficials|[Pp]rosecutor|[Mm]arshal)`)

// ofThose reports whether a name stands beside words for those who have to do with what happens there.
func (st *stage) ofThose(name dateline.Span) bool {
	return jurisdiction.MatchString(st.text.Source[name.End:]) || jurisdictionOf.MatchString(st.text.Source[max(0, name.Start-40):name.Start])
}

// jurisdictionOf are such words before a place: 'police in Chicago said', 'the police chief of Marion'.
var jurisdictionOf = regexp.MustCompile(`(?:[Pp]olice|[Ss]heriff|[Dd]eputies|[Cc]oroner|[Aa]uthorities|[Oo]fficials)(?: [a-z]+)? (?:of|in) $`)

// quarter reports whether words are of a quarter that only shares its name with the place: 'the Austin neighborhood'.
func (st *stage) quarter(m scene.Mention) bool {
	behind := strings.TrimPrefix(st.text.Source[m.Span.End:], " ")
	return m.Place.Town == "" && (strings.HasPrefix(behind, "neighborhood") || strings.HasPrefix(behind, "neighbourhood"))
}

// cared reports whether tokens k to end stand in the words for a hospital: it is named after them, or lies in them.
func cared(s *parse.Sentence, k, end int) bool {
	for j := end; j < min(end+3, len(s.Tokens)); j++ {
		if hospital[formAt(s, j)] {
			return true
		}
	}
	for j := k - 1; j >= max(0, k-5) && s.Tokens[j].Tag != "VERB"; j-- {
		if hospital[formAt(s, j)] {
			return true
		}
	}
	return conveyed(s, k)
}

// conveyed reports whether the name at token k stands behind where the hurt were brought: 'was flown to CMC in Charlotte'.
func conveyed(s *parse.Sentence, k int) bool {
	to := false
	for j := k - 1; j >= max(0, k-10); j-- {
		if convey[formAt(s, j)] {
			return to
		}
		if s.Tokens[j].Tag == "VERB" {
			return false
		}
		to = to || formAt(s, j) == "to"
	}
	return false
}

// convey are the forms of verbs by which the hurt are brought somewhere.
var convey = data.Section("setting.txt", "convey")

// livesIn reports whether the name at token k is told as where somebody lives: 'Ana Kovac, 23, of Warsaw'.
func livesIn(s *parse.Sentence, k int) bool {
	if formAt(s, k-1) != "of" || k < 3 {
		return false
	}
	if formAt(s, k-2) == "," {
		k--
	}
	age := formAt(s, k-2)
	return len(age) > 0 && len(age) <= 2 && age[0] >= '0' && age[0] <= '9'
}

// hospital are words for where the hurt are treated.
var hospital = data.Section("setting.txt", "hospital")

// speaks reports whether words are of somebody who speaks: 'a nurse at the clinic of X said'.
func (st *stage) speaks(words dateline.Span) bool {
	return slices.ContainsFunc(st.voices, func(v dateline.Span) bool { return v.Overlaps(words) })
}

func (st *stage) covered(s dateline.Span) bool {
	return slices.ContainsFunc(st.strayed, s.Overlaps) || slices.ContainsFunc(st.report.Mentions, func(m scene.Mention) bool { return m.Span.Overlaps(s) })
}

func formAt(s *parse.Sentence, k int) string {
	if k < 0 || k >= len(s.Tokens) {
		return ""
	}
	return strings.ToLower(s.Tokens[k].Form)
}

// sentence is the number of the last sentence that begins at or before an offset, -1 if none does.
func (st *stage) sentence(offset int) int {
	return sort.Search(len(st.text.Sentences), func(i int) bool { return st.text.Sentences[i].Span.Start > offset }) - 1
}

// token finds the sentence and the token at an offset; nil if no sentence is there.
func (st *stage) token(offset int) (*parse.Sentence, int) {
	i := st.sentence(offset)
	if i < 0 {
		return nil, 0
	}
	s := &st.text.Sentences[i]
	k := sort.Search(len(s.Tokens), func(k int) bool { return s.Tokens[k].Span.End > offset })
	if k == len(s.Tokens) {
		return nil, 0
	}
	return s, k
}

// wirePlace is the place of a report's wire dateline, behind its headline; "" if there is none.
func wirePlace(r *dateline.Report) string { return ingest.WirePlace(r.Text[r.Headline().End:]) }

// dateline marks the place of the wire's dateline, at the head of the text or in capitals behind a header:
// 'KABUL, Afghanistan (AP) —'.
func (st *stage) dateline() {
	wire := wirePlace(&st.out.Report)
	body := st.out.Report.Headline().End
	at := body + strings.Index(st.text.Source[body:], wire)
	for i := range st.report.Mentions {
		m := &st.report.Mentions[i]
		if wire != "" && m.Span.Overlaps(dateline.Span{Start: at, End: at + len(wire)}) || shouted(st.text.Source, m.Span) {
			m.Dateline = true
			return
		}
	}
}

// shouted reports whether a name stands in capitals, with a bracket or a dash shortly behind it, in a text
// that does not.
func shouted(text string, name dateline.Span) bool {
	words := name.In(text)
	if len(words) <= 3 || words != strings.ToUpper(words) {
		return false
	}
	behind := text[name.End:min(len(text), name.End+datelineReach)]
	end := datelineEnd.FindStringIndex(behind)
	return end != nil && !strings.Contains(behind[:end[0]], ". ") && behind != strings.ToUpper(behind)
}

// datelineEnd is what ends the places of a dateline.
var datelineEnd = regexp.MustCompile(`[(—–]|--| - `)

// datelineReach is how far behind the place of a dateline its bracket or dash may stand, in bytes.
const datelineReach = 40

// events adds what took place.
func (st *stage) events() {
	st.days, st.masses = map[string]dateline.Date{}, map[string]bool{}
	told, acts, names, wide := map[string][]dateline.Place{}, map[string][]string{}, map[string]string{}, map[string]bool{}
	for _, r := range st.out.Resolutions {
		if state, ok := strings.CutPrefix(r.Actor, "state:"); ok && r.Part >= 0 {
			iso, _, _ := strings.Cut(state, ":")
			acts[r.Statement] = append(acts[r.Statement], iso)
		}
		if r.Date != nil && r.Date.Fixed() && r.Part >= 0 {
			st.days[r.Statement] = *r.Date
		}
		if r.Count != nil && r.Count.Low != nil && *r.Count.Low >= mass {
			st.masses[r.Statement] = true
		}
		switch {
		case r.Place == nil || r.Part < 0:
		case scene.LevelOf(*r.Place) != "":
			told[r.Statement] = append(told[r.Statement], *r.Place)
		case r.Place.Precision == dateline.Unplaced:
			names[r.Statement] = lastNoun(r.Place.Name)
		case r.Place.Country == "" && r.Place.Inferred == "":
			wide[r.Statement] = true
		}
	}
	st.acts, st.where, st.wide = acts, told, wide
	for i := range st.out.Statements {
		s := &st.out.Statements[i]
		st.news = st.news || !s.Background && s.Kind.Family() == dateline.Violence && s.Reality.Counts()
		if !takesPlace(s) {
			continue
		}
		st.statements = append(st.statements, i)
		st.report.Events = append(st.report.Events, scene.Event{At: s.Trigger.Start, Sentence: st.sentence(s.Trigger.Start), Kind: s.Kind,
			Background: s.Background, Told: told[s.ID], States: acts[s.ID], Named: names[s.ID]})
	}
}

// lastNoun is the last word of a name without a record, in small letters.
func lastNoun(name string) string {
	return strings.ToLower(strings.Trim(name[strings.LastIndexByte(name, ' ')+1:], ".,'’"))
}

// takesPlace reports whether a statement tells what happened somewhere.
func takesPlace(s *dateline.Statement) bool {
	switch s.Kind.Family() {
	case dateline.Violence, dateline.HumanCost, dateline.CounterMeasures:
		return s.Reality.Counts() && s.Stance != dateline.Denied && s.Kind != dateline.Sanction && s.Kind != dateline.Designation
	}
	return false
}

// lend gives the statements the places that package scene finds for them.
func (st *stage) lend() {
	lent := map[string]dateline.Resolution{}
	for _, a := range scene.Where(st.report) {
		s, m := &st.out.Statements[st.statements[a.Event]], st.report.Mentions[a.Mention]
		p := m.Place
		if a.Level == scene.Country && p.Precision != dateline.Country {
			p = *place.Resolve(place.CountryName(p.Country), place.Context{}).Place
		}
		if st.lasting[s.ID] && a.Level != scene.Country || st.onlyDoers(s, p) || st.onlyCaught(s, m.Place) || st.policedBy(s, p.Country) || st.recalled(s) || a.Level != scene.Country && (st.another(s) || st.history(s, m.Span) || st.otherTime(s, m.Span) || st.massive(s)) || a.Level == scene.Town && st.ofVillage(s) || st.wide[s.ID] || a.Level == scene.Country && s.Kind.Family() != dateline.CounterMeasures && st.toldAbroad(p) {
			continue
		}
		p.Inferred = dateline.Elsewhere + a.Why
		lent[s.ID] = dateline.Resolution{Statement: s.ID, Part: len(s.Parts), State: dateline.Known, Place: &p, Score: a.Chance, Why: a.Why}
		s.Parts = append(s.Parts, dateline.Part{Role: dateline.PlaceRole, Span: m.Span, Inferred: p.Inferred})
	}
	st.lendSole(lent)
	st.out.Resolutions = withLent(st.out, lent)
}

// lendSole gives statements without a place the only name of one that the report has, where no record carries it: 'gunmen killed four people in
// the village' under 'Army sends troops to Savo'.
func (st *stage) lendSole(lent map[string]dateline.Resolution) {
	all := st.out.Toponyms
	if len(all) == 0 || slices.ContainsFunc(all, func(n dateline.Toponym) bool { return n.Place.Name != all[0].Place.Name || n.As != dateline.AsPlace }) {
		return
	}
	if all[0].State != dateline.NotListed || len(st.report.Mentions) > 0 {
		return
	}
	const why = "the only place that the report names"
	for _, i := range st.statements {
		s := &st.out.Statements[i]
		if s.Kind.Family() == dateline.CounterMeasures || s.Background || st.lasting[s.ID] || len(s.PartsOf(dateline.PlaceRole)) > 0 || st.masses[s.ID] {
			continue
		}
		p := *all[0].Place
		p.Inferred = dateline.Elsewhere + why
		lent[s.ID] = dateline.Resolution{Statement: s.ID, Part: len(s.Parts), State: dateline.NotListed, Place: &p, Why: why}
		s.Parts = append(s.Parts, dateline.Part{Role: dateline.PlaceRole, Span: all[0].Span, Inferred: p.Inferred})
	}
}

// ofVillage reports whether a statement's own words say that it was in a town or what is smaller, though no record carries the name:
// 'the village of Kalambi in Lubero territory'. Another town was hardly where it was.
func (st *stage) ofVillage(s *dateline.Statement) bool {
	return slices.ContainsFunc(s.PartsOf(dateline.PlaceRole), func(p dateline.Part) bool { return village.MatchString(p.Span.In(st.text.Source)) })
}

// village are the words that say that a name is that of a town or of what is smaller.
var village = regexp.MustCompile(`(?i:\b(?:villages?|towns?|hamlets?) of) [A-Z]|\b[A-Z]\pL+ (?:village|town|hamlet)$`)

// recalled reports whether a statement is one of several past deeds that a sentence recalls, of which another says where it was: this one
// was hardly where the report's story is.
func (st *stage) recalled(s *dateline.Statement) bool {
	return s.Background && slices.ContainsFunc(st.together(s.Quote), func(c *dateline.Statement) bool {
		return c != s && c.Background && c.Kind.Family() == dateline.Violence && slices.ContainsFunc(c.PartsOf(dateline.PlaceRole), func(p dateline.Part) bool { return p.Inferred == "" })
	})
}

// another reports whether a statement tells of a past deed with a time of its own or of its sentence, in a report that has news of
// another: that was hardly where the news is from. 'Last year separatists kidnapped dozens of pupils', 'banned the group in 2002 after an
// attack on the parliament'.
func (st *stage) another(s *dateline.Statement) bool {
	return s.Background && st.news && slices.ContainsFunc(st.together(s.Quote), func(c *dateline.Statement) bool {
		return c.Background && slices.ContainsFunc(c.PartsOf(dateline.DateRole), func(p dateline.Part) bool { return p.Inferred == "" })
	})
}

// history reports whether a statement tells of a past deed in a report that has no news, and the place p is of another one: 'lost the port of
// Kismayo in 2012. An air strike killed its leader in 2014'.
func (st *stage) history(s *dateline.Statement, p dateline.Span) bool {
	if !s.Background || st.news || s.Quote.Contains(p) {
		return false
	}
	return slices.ContainsFunc(st.beside(p), func(o *dateline.Statement) bool { return o.Background && o.ID != s.Refers && hasTime(o) })
}

// beside are the statements of the sentence in which the words p stand.
func (st *stage) beside(p dateline.Span) []*dateline.Statement {
	return st.together(st.text.Sentences[st.sentence(p.Start)].Span)
}

// mass is how many people are more than what a town loses in one happening: where such a sum is told without a place, it is a country's.
const mass = 1000

// massive reports whether a statement tells by itself that so many came to harm: no day and no town is lent to it.
func (st *stage) massive(s *dateline.Statement) bool {
	return st.masses[s.ID] && s.Kind.Family() == dateline.HumanCost && s.Refers == ""
}

// otherTime reports whether a statement tells its day, and the place p stands only in what took place more than a month before or after: 'executed
// 200 in February' was hardly where Thursday's attack was.
func (st *stage) otherTime(s *dateline.Statement, p dateline.Span) bool {
	own, ok := st.days[s.ID]
	if !ok || s.Quote.Contains(p) {
		return false
	}
	apart := false
	for _, o := range st.beside(p) {
		day, ok := st.days[o.ID]
		switch {
		case !ok || !takesPlace(o):
		case monthApart(own, day):
			apart = true
		default:
			return false
		}
	}
	return apart
}

// monthApart reports whether more than 31 days lie between two fixed times.
func monthApart(a, b dateline.Date) bool {
	if a.From > b.From {
		a, b = b, a
	}
	end, err := time.Parse(time.DateOnly, a.To)
	return err == nil && end.AddDate(0, 0, 31).Format(time.DateOnly) < b.From
}

// hasTime reports whether a statement's own words tell when.
func hasTime(s *dateline.Statement) bool {
	return slices.ContainsFunc(s.PartsOf(dateline.DateRole), func(p dateline.Part) bool { return !p.Lent() })
}

// onlyDoers reports whether a statement tells of a strike from the air or from afar and the report names the country of p
// only in the words for who did such things: 'a US air strike' is no place.
func (st *stage) onlyDoers(s *dateline.Statement, p dateline.Place) bool {
	return (s.Kind == dateline.AirStrike || s.Kind == dateline.Shelling) && !st.beyondDoers()[p.Country]
}

// beyondDoers are the countries that the report names beyond the words for who did something.
func (st *stage) beyondDoers() map[string]bool {
	if st.beyond != nil {
		return st.beyond
	}
	var doers []dateline.Span
	for i := range st.out.Statements {
		for _, p := range st.out.Statements[i].Parts {
			if p.Role == dateline.Perpetrator {
				doers = append(doers, p.Span)
			}
		}
	}
	slices.SortFunc(doers, func(a, b dateline.Span) int { return cmp.Compare(a.Start, b.Start) })
	for i := 1; i < len(doers); i++ {
		doers[i].End = max(doers[i].End, doers[i-1].End) // how far those reach that begin no later
	}
	st.beyond = map[string]bool{}
	for _, m := range st.report.Mentions {
		k, _ := slices.BinarySearchFunc(doers, m.Span.Start+1, func(d dateline.Span, at int) int { return cmp.Compare(d.Start, at) })
		if k == 0 || doers[k-1].End < m.Span.End {
			st.beyond[m.Place.Country] = true
		}
	}
	return st.beyond
}

// toldAbroad reports whether the report says of violence that it took place, and all of that in other countries than p's: then
// what it says nothing of was hardly there, though it be the country that it is about. 'Pakistan says that the attacks in
// Mumbai were planned on its soil. Ten gunmen killed 166 people.'
func (st *stage) toldAbroad(p dateline.Place) bool {
	if st.told == nil {
		st.told = map[string]bool{}
		for _, e := range st.report.Events {
			for _, t := range e.Told {
				st.told[t.Country] = true
				st.violent = st.violent || t.Country != "" && e.Kind.Family() == dateline.Violence
			}
		}
	}
	return st.violent && !st.told[p.Country]
}

// withLent puts the lent places, by statement, behind the other resolutions of the statement's parts.
func withLent(out *dateline.Reading, lent map[string]dateline.Resolution) []dateline.Resolution {
	if len(lent) == 0 {
		return out.Resolutions
	}
	all, rest := make([]dateline.Resolution, 0, len(out.Resolutions)+len(lent)), out.Resolutions
	for _, s := range out.Statements {
		end := slices.IndexFunc(rest, func(r dateline.Resolution) bool { return r.Statement != s.ID || r.Part < 0 })
		if end < 0 {
			end = len(rest)
		}
		all, rest = append(all, rest[:end]...), rest[end:]
		if l, ok := lent[s.ID]; ok {
			all = append(all, l)
		}
		for len(rest) > 0 && rest[0].Statement == s.ID {
			all, rest = append(all, rest[0]), rest[1:]
		}
	}
	return append(all, rest...)
}
