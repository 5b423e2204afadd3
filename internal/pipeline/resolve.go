package pipeline

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"time"

	"dateline"
	"dateline/internal/parse"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/count"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/party"
	"dateline/internal/resolve/place"
)

// meaning holds what is known while a reading's parts are resolved, in the order of the text.
type meaning struct {
	figures   map[dateline.Span]dateline.Count // of lists of figures, by the words
	out       *dateline.Reading
	text      *parse.Text
	book      *actor.Book
	listed    []actor.Match         // the names that only one actor has
	settings  map[int]actor.Setting // by sentence
	short     map[string]string
	actors    []string
	countries []string
}

// resolveAll decides what the parts and speakers of every Statement mean, and of what class the
// speakers are. listed are the names of actors in the text; the figures are those of lists, which are
// read already.
func resolveAll(out *dateline.Reading, t *parse.Text, listed []actor.Match, figures map[dateline.Span]dateline.Count) {
	m := newMeaning(out, t, listed)
	m.figures = figures
	out.Countries = m.countries
	for i := range out.Statements {
		m.statement(&out.Statements[i])
	}
	longAgo(out)
	out.Actors = m.mentioned(listed)
	m.whose(out.Actors)
}

// longAgo makes background of what took place, by a time counted from another, more than a year before publication where its sentence tells
// background already: 'declared a truce in March 2006 and broke it nine months later'.
func longAgo(out *dateline.Reading) {
	news := out.Report.Published
	if !news.Fixed() {
		return
	}
	day, err := time.Parse(time.DateOnly, news.From)
	if err != nil {
		return
	}
	year := day.AddDate(-1, 0, 0).Format(time.DateOnly)
	past := map[dateline.Span]bool{}
	for i := range out.Statements {
		s := &out.Statements[i]
		past[s.Quote] = past[s.Quote] || s.Background
	}
	old := map[string]bool{}
	for _, r := range out.Resolutions {
		if r.Date == nil || r.Part < 0 || !r.Date.Fixed() {
			continue
		}
		before, seen := old[r.Statement]
		old[r.Statement] = r.Date.To < year && (before || !seen)
	}
	for i := range out.Statements {
		if s := &out.Statements[i]; takesPlace(s) && old[s.ID] && past[s.Quote] {
			s.Background = true
		}
	}
}

// newMeaning knows what the whole text tells before any of its parts is resolved: its short forms, its
// countries and the actors that listed names in it can only mean.
func newMeaning(out *dateline.Reading, t *parse.Text, listed []actor.Match) meaning {
	m := meaning{out: out, text: t, book: actor.Load(), short: map[string]string{}, settings: map[int]actor.Setting{}}
	for _, a := range t.Aliases() {
		m.short[a.Short.In(t.Source)] = a.Long.In(t.Source)
	}
	m.countries = countriesOf(t, wirePlace(&out.Report))
	for _, l := range listed {
		if len(l.Actors) == 1 && !l.Weak {
			m.listed = append(m.listed, l)
		}
	}
	return m
}

// countriesOf counts the countries that a text names, once that of the place in its wire dateline among
// them, and gives the most frequent first.
func countriesOf(t *parse.Text, wire string) []string {
	n := map[string]int{}
	var order []string
	for _, name := range placeNames(t) {
		w := strings.TrimSuffix(strings.TrimSuffix(name.In(t.Source), "'s"), "’s")
		iso, ok := place.ISO(w)
		if !ok {
			iso, ok = place.Demonym(w)
		}
		if !ok {
			continue
		}
		if n[iso] == 0 {
			order = append(order, iso)
		}
		n[iso]++
	}
	if r := place.Resolve(wire, place.Context{}); r.Place != nil && r.Place.Country != "" {
		if n[r.Place.Country] == 0 {
			order = append(order, r.Place.Country)
		}
		n[r.Place.Country]++
	}
	stableByCount(order, n)
	return order
}

func stableByCount(keys []string, n map[string]int) {
	for i := 1; i < len(keys); i++ {
		for j := i; j > 0 && n[keys[j]] > n[keys[j-1]]; j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
		}
	}
}

func (m *meaning) statement(s *dateline.Statement) {
	var near []dateline.Place
	for i, p := range s.Parts {
		if r, ok := m.part(s, p, near); ok {
			r.Statement, r.Part = s.ID, i
			m.out.Resolutions = append(m.out.Resolutions, r)
			if r.Place != nil && r.Place.Precision != dateline.Unplaced {
				near = append(near, *r.Place)
			}
		}
	}
	for i := range s.Speaker {
		m.speaker(s, i)
	}
}

// part resolves one part; false where its role means nothing beyond its words.
func (m *meaning) part(s *dateline.Statement, p dateline.Part, near []dateline.Place) (dateline.Resolution, bool) {
	words := m.words(p.Span, p.Refers)
	switch p.Role {
	case dateline.PlaceRole, dateline.Area:
		return m.place(p, words, near), true
	case dateline.DateRole:
		return m.date(p, words, s), true
	case dateline.Perpetrator, dateline.Group:
		r := m.who(meant(p.Span, p.Refers))
		if p.Role == dateline.Perpetrator && ofArmies[s.Kind] {
			r = orState(r, words, "before what armies do is the state's forces")
		}
		r.Type = dateline.PartyType(party.Class(words, p.Name.In(m.out.Report.Text), r))
		return r, true
	case dateline.Other, dateline.Authority, dateline.About:
		r := m.who(meant(p.Span, p.Refers))
		if s.Rule == "tied" {
			r = orState(r, words, "before what ties one to another is the state")
		}
		return r, true
	case dateline.Target, dateline.Victim:
		r := m.who(meant(p.Span, p.Refers))
		if c, why, ok := count.ParseWhy(m.bounded(s, p, words)); ok {
			r.Count, r.Why = &c, also(r.Why, why)
		} else if r.Count = party.Count(p.Role, words, p.Name.In(m.out.Report.Text)); r.Count != nil {
			r.Why = also(r.Why, grammar[r.Count.Word])
		}
		r.Type = m.partyType(p, words)
		return r, true
	case dateline.Weapon:
		return dateline.Resolution{State: dateline.Unidentified, Type: m.partyType(p, words), Why: "as worded"}, true
	}
	if p.Role.IsToll() {
		return m.toll(s, p, words), true
	}
	return dateline.Resolution{}, false
}

// orState is r, or, where it knows no actor, the state whose people's adjective the words are, with the reason.
func orState(r dateline.Resolution, words, why string) dateline.Resolution {
	if iso, ok := demonymIn(words); ok && r.Actor == "" {
		return dateline.Resolution{State: dateline.Known, Actor: "state:" + iso, Score: 0.7, Why: "'" + words + "' " + why}
	}
	return r
}

// ofArmies are the kinds that are a state's deed if they are told by its people's adjective alone: 'Russian strikes', 'Turkish shelling'.
var ofArmies = map[dateline.Kind]bool{dateline.AirStrike: true, dateline.Shelling: true}

// words are those of the earlier name, where the part stands for one.
func (m *meaning) words(span, refers dateline.Span) string {
	return meant(span, refers).In(m.out.Report.Text)
}

// meant is the earlier name, where the part stands for one, and else the part's own words.
func meant(span, refers dateline.Span) dateline.Span {
	if !refers.IsZero() {
		return refers
	}
	return span
}

// partyType reads what sort of target, victim or weapon a part names, its own name left out.
func (m *meaning) partyType(p dateline.Part, words string) dateline.PartyType {
	text := m.out.Report.Text
	if p.Refers.IsZero() && !p.Name.IsZero() {
		words = strings.Replace(words, p.Name.In(text), "", 1)
	}
	return party.Type(p.Role, words, p.About.In(text))
}

// bounded returns the words of the toll of s that ends with p's words and adds only how sure their number
// is: 'at least 19 people' for '19 people'; words itself if there is none.
func (m *meaning) bounded(s *dateline.Statement, p dateline.Part, words string) string {
	if _, ok := count.Parse(words); !ok || !p.Refers.IsZero() {
		return words
	}
	for _, q := range s.Parts {
		if q.Role.IsToll() && q.Refers.IsZero() && q.Span.Start < p.Span.Start && q.Span.End == p.Span.End {
			toll := m.words(q.Span, q.Refers)
			if !strings.ContainsAny(toll, ",;") && !slices.Contains(strings.Fields(strings.ToLower(toll)), "and") {
				return toll
			}
		}
	}
	return words
}

// place resolves a place by its words; which of the places of one name is meant is what the list of the report's
// names says.
func (m *meaning) place(p dateline.Part, words string, near []dateline.Place) dateline.Resolution {
	if iso, ok := demonymIn(words); ok {
		words = place.CountryName(iso)
	} else if camp := peoplesCamp.FindStringSubmatch(words); camp != nil {
		words = camp[1] + " refugee camp"
	}
	if onStreet(m.out.Report.Text, p.Span) && p.Refers.IsZero() {
		return dateline.Resolution{State: dateline.NotListed, Place: &dateline.Place{Name: words, Precision: dateline.Unplaced}, Why: "a street, which no record carries"}
	}
	noun := ""
	if p.Refers.IsZero() {
		noun = cmp.Or(sharedNoun(m.out.Report.Text, p.Span), m.headlineNoun(p.Span))
	}
	words = strings.TrimRight(words+" "+noun, " ")
	n := m.toponym(p.Span)
	if n != nil && n.Span != p.Span && n.Place.Precision != dateline.Country && slices.Contains(m.countries, n.Place.Country) {
		near = append(slices.Clip(near), *n.Place)
	}
	near = append(slices.Clip(near), m.hamlets(p.Span)...)
	r := place.Resolve(m.here(words), place.Context{Countries: m.countries, Near: near, Home: m.home()})
	if n != nil && noun == "" && p.Refers.IsZero() && r.Place != nil && n.Place.ID != r.Place.ID && (sameWords(n, p.Span, r.Place, m.out.Report.Text[n.Span.End:p.Span.End]) || m.described(n, p.Span, r.Place)) {
		known := *n.Place
		return dateline.Resolution{State: n.State, Place: &known, Others: n.Others, Score: n.Score, Why: n.Why}
	}
	if r.Place != nil && r.Place.Precision == dateline.Settlement && !slices.Contains(m.countries, r.Place.Country) && m.refused(p) {
		r.Place, r.State, r.Others = &dateline.Place{Precision: dateline.Unplaced}, dateline.NotListed, nil
	}
	if r.Place != nil && r.Place.Precision == dateline.Unplaced {
		r.Place.Name = words
	}
	return r
}

// refused reports whether the part's words are a name that records carry, of which the list of the report's names says that none of them is meant.
func (m *meaning) refused(p dateline.Part) bool {
	all := m.out.Toponyms
	k := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= p.Span.Start })
	return p.Refers.IsZero() && k < len(all) && all[k].Span == p.Span && all[k].State == dateline.NotListed && len(place.Lookup(p.Span.In(m.out.Report.Text))) > 0
}

// hamlets are those that the list of the report's names finds in the words at span.
func (m *meaning) hamlets(span dateline.Span) []dateline.Place {
	var out []dateline.Place
	all := m.out.Toponyms
	for k := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= span.Start }); k < len(all) && all[k].Span.End <= span.End; k++ {
		if place.Hamlet(all[k].Place.ID) {
			out = append(out, *all[k].Place)
		}
	}
	return out
}

// peoplesCamp is a refugee camp told with whose it is, which is not where it is.
var peoplesCamp = regexp.MustCompile(`^(?:the |a )?\p{Lu}\p{L}+ refugee camp of (\p{Lu}.*)$`)

// sharedNoun returns which sort of place the words at span are, where that stands once behind several names: 'in Niger and Kaduna states'. It is
// "" where it does not.
func sharedNoun(text string, span dateline.Span) string {
	behind := sharedBehind.FindStringSubmatch(text[span.End:min(len(text), span.End+80)])
	if behind == nil || behind[1] == "" && !sharedBefore.MatchString(text[max(0, span.Start-60):span.Start]) {
		return ""
	}
	if behind[2] == "counties" {
		return "county"
	}
	return strings.TrimSuffix(behind[2], "s")
}

var (
	sharedBehind = regexp.MustCompile(`^((?:, \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)*,? (?:and|or) \p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)? (states|provinces|oblasts|districts|counties|governorates|departments)\b`)
	sharedBefore = regexp.MustCompile(`\p{Lu}[\p{L}'-]+,? (?:and|or) $`)
)

// headlineNoun returns which sort of area the name at span in the headline is, where the report below never gives it without that: 'Bomb in
// Yala' above 'the Bannang Sata district of Yala province'. It is "" where the report does not say.
func (m *meaning) headlineNoun(span dateline.Span) string {
	text := m.out.Report.Text
	head := m.out.Report.Headline()
	name := span.In(text)
	if span.End > head.End || strings.ContainsAny(name, " ,") {
		return ""
	}
	noun := ""
	for at := head.End; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return noun
		}
		at += i + len(name)
		behind := areaBehind.FindString(text[at:min(len(text), at+20)])
		if behind == "" || noun != "" && behind[1:] != noun {
			return ""
		}
		noun = behind[1:]
	}
}

var areaBehind = regexp.MustCompile(`^ (?:province|state|region|oblast|governorate|prefecture|department|district|county)\b`)

// described reports whether the words at span, which no record carries, are a name behind a word of two that describes it: 'rebel-held
// Idlib'.
func (m *meaning) described(n *dateline.Toponym, span dateline.Span, read *dateline.Place) bool {
	if read.Precision != dateline.Unplaced || n.State != dateline.Known || n.Span.End != span.End {
		return false
	}
	word := strings.TrimPrefix(m.out.Report.Text[span.Start:n.Span.Start], "the ")
	return strings.Count(word, " ") == 1 && strings.HasSuffix(word, " ") && strings.Contains(word, "-")
}

// toponym is the first place that the words at span name in the list of the report's names, at their head or at
// their end; nil for none, and for one that no record carries.
func (m *meaning) toponym(span dateline.Span) *dateline.Toponym {
	all := m.out.Toponyms
	k := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= span.Start })
	if k < len(all)-1 && strings.HasPrefix(m.out.Report.Text[all[k].Span.End:], " suburb of ") {
		k++ // 'the Denver suburb of Arvada'
	}
	if k == len(all) || all[k].Span.End > span.End || all[k].As != dateline.AsPlace || all[k].Place.ID == "" {
		return nil
	}
	return &all[k]
}

// sameWords reports whether a name of the list stands for the words at span, that were read as a place: a town that
// they begin with and that the words behind it do not put elsewhere, an area for an area, and what lies in another country for a country, if the list is sure of it.
func sameWords(n *dateline.Toponym, span dateline.Span, read *dateline.Place, behind string) bool {
	if n.Span.Start > span.Start+len("the ") || n.State != dateline.Known {
		return false
	}
	whole, town := n.Span.End == span.End, n.Place.Precision == dateline.Settlement
	switch read.Precision {
	case dateline.Settlement:
		return town && (n.Place.Country == read.Country || !strings.Contains(behind, read.Name))
	case dateline.District, dateline.Province:
		return whole && !town
	case dateline.Country:
		return whole && n.Place.Country != read.Country
	}
	return false
}

// onStreet reports whether the words at span are of the name of a street: 'the 3200 block of North Detroit', 'near
// Eighth and Trinity streets'.
func onStreet(text string, span dateline.Span) bool {
	return streetBehind.MatchString(text[span.End:min(len(text), span.End+20)]) || streetBefore.MatchString(text[max(0, span.Start-30):span.Start])
}

var (
	streetBehind = regexp.MustCompile(`^ (?:(?:and|&) \w+ )?(?:[Ss]treets?|[Aa]venues?|[Bb]oulevards?|Road|Rd|Drive|Lane|St|Ave|Blvd|Parkway)\b`)
	streetBefore = regexp.MustCompile(`\bblocks? of (?:(?:[NSEW]|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\.? )?$`)
)

// here says what 'this city' and 'the capital' are: the place of the report's wire dateline, and the
// capital of the country that the report names most. Other words stay as they are.
func (m *meaning) here(words string) string {
	if adjective, isCapital := strings.CutSuffix(strings.TrimPrefix(words, "the "), " capital"); isCapital {
		if iso, ok := place.Demonym(adjective); ok {
			return place.CountryName(iso) + "'s capital" // 'the Somali capital'
		}
	}
	if same, ok := strings.CutPrefix(strings.ToLower(words), "the same "); ok && !strings.Contains(same, " ") {
		return cmp.Or(m.lastTown(), words)
	}
	this, noun, two := strings.Cut(strings.ToLower(words), " ")
	if !two || strings.Contains(noun, " ") {
		return words
	}
	if this == "this" && noun != "country" && noun != "nation" {
		return cmp.Or(wirePlace(&m.out.Report), words)
	}
	if this == "the" && noun == "capital" && len(m.countries) > 0 {
		return place.CountryName(m.countries[0]) + "'s capital"
	}
	return words
}

// lastTown is the name of the town, or the like, that was last told of; "" if there is none.
func (m *meaning) lastTown() string {
	for i := len(m.out.Resolutions) - 1; i >= 0; i-- {
		if p := m.out.Resolutions[i].Place; p != nil && p.Precision.Pointed() {
			return p.Name + ", " + p.Country
		}
	}
	return ""
}

// demonymIn returns the country of words that are an adjective of one alone: 'German'.
func demonymIn(words string) (string, bool) {
	if strings.ContainsAny(words, " -") {
		return "", false
	}
	if _, isName := place.ISO(words); isName {
		return "", false
	}
	return place.Demonym(words)
}

// home lists the home countries of the actors named so far.
func (m *meaning) home() []string {
	var out []string
	for _, id := range m.actors {
		if a, ok := m.book.Get(id); ok {
			out = append(out, a.Home...)
		}
	}
	return out
}

// datesBack is how many of the dates told before are looked at where words point back.
const datesBack = 40

// date is what the words mean where they stand in the text. The day of a threat is past, that of the deed
// threatened to come.
// date resolves a date, and always says why: one that needs nothing else is read from its own words.
func (m *meaning) date(p dateline.Part, words string, s *dateline.Statement) dateline.Resolution {
	r := m.day(p, words, s)
	if r.Why == "" && r.Date != nil {
		r.Why = "from its own words"
	}
	if d := r.Date; d != nil && s.Reality.Counts() {
		if told := upTo(*d, m.out.Report.Published); told != *d {
			r.Date, r.Why = &told, r.Why+"; not after publication, for it took place"
		}
	}
	return r
}

// upTo ends a few days that hold the day of publication ('this week') with it: what a report tells to have taken place did so by then.
func upTo(d, published dateline.Date) dateline.Date {
	last := published.To
	if d.Anchor != dateline.AnchorPublished || d.EDTF != d.From+"/"+d.To || last < d.From || d.To <= last {
		return d
	}
	d.To, d.EDTF = last, d.From+"/"+last
	if d.From == last {
		d.EDTF = last
	}
	return d
}

func (m *meaning) day(p dateline.Part, words string, s *dateline.Statement) dateline.Resolution {
	ctx := date.Context{Published: m.out.Report.Published, Tense: date.Past}
	ahead := s.Kind.Family() == dateline.Violence && (s.Reality == dateline.Planned || s.Reality == dateline.Threatened) || m.feared(p, s)
	if ahead {
		ctx.Tense = date.Future
	}
	k := sort.Search(len(m.out.Dates), func(i int) bool { return m.out.Dates[i].Span.Start >= p.Span.Start })
	if k < len(m.out.Dates) && m.out.Dates[k].Span == p.Span && p.Refers.IsZero() && !ahead {
		d := m.out.Dates[k]
		return dateline.Resolution{State: d.State, Date: d.Date, Why: d.Why, Score: d.Score}
	}
	for _, d := range m.out.Dates[max(k-datesBack, 0):k] {
		if d.Date != nil && d.Date.Fixed() {
			ctx.Previous = append(ctx.Previous, *d.Date)
		}
	}
	return date.Resolve(words, ctx)
}

// feared reports whether a date is that of what somebody warns of or fears, and not of the warning: it stands behind the
// words for what may come.
func (m *meaning) feared(p dateline.Part, s *dateline.Statement) bool {
	switch {
	case s.Kind == dateline.Warning:
		return slices.ContainsFunc(s.Parts, func(q dateline.Part) bool { return q.Role == dateline.Incidental && q.Span.Start < p.Span.Start })
	case s.Kind.Family() != dateline.Violence || s.Reality != dateline.Hypothetical || p.Span.Start < s.Trigger.End || !s.Quote.Contains(p.Span):
		return false
	}
	before := strings.ToLower(dateline.Span{Start: s.Quote.Start, End: s.Trigger.Start}.In(m.text.Source))
	return slices.ContainsFunc([]string{"fear", "risk of", "danger of", "warn", "possibl", "possibility"}, func(w string) bool { return strings.Contains(before, w) })
}

func appendNew(ids []string, id string) []string {
	for _, x := range ids {
		if x == id {
			return ids
		}
	}
	return append(ids, id)
}

// speaker resolves speaker i of s and sets its class.
func (m *meaning) speaker(s *dateline.Statement, i int) {
	sp := &s.Speaker[i]
	if sp.Span.IsZero() {
		sp.Class = dateline.Unnamed
		return
	}
	words := m.words(sp.Span, sp.Refers)
	r := m.who(meant(sp.Span, sp.Refers))
	r.Statement, r.Part = s.ID, -1-i
	sp.Class = actor.Class(describe(words, sp.About.In(m.out.Report.Text)), r)
	m.out.Resolutions = append(m.out.Resolutions, r)
}

// describe joins a name and the words that say who that is.
func describe(name, about string) string {
	if about == "" {
		return name
	}
	return name + ", " + about
}
