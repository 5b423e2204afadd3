package eval

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/resolve/place"
)

// The HRDsAttack corpus: news articles on attacks on defenders of human rights, journalists and others,
// each coded once for its main violations. How its fields map to the coded form is fixed; nothing else of
// a reading is looked at:
//
//	violations    a set, counted one by one over all articles (micro F1). Statements count that took
//	              place, news and background alike, for these coders code both:
//	              arbitrary detention   an arrest
//	              killing               a victim or a toll of death
//	              kidnapping            an abduction, a hostage taking, people abducted
//	              torture               torture
//	              enforced disappearance  people missing
//	              other                 a threat, an injury, sexual violence, a charge or a verdict, arson,
//	                                    looting, coercion
//	              unknown               nothing of all this
//	perpetrator   whether the article speaks of one: any statement that is no denial names who did it,
//	              who arrests, tries or threatens, or who is accused of a violation
//	victims       the names of persons: precision and recall of those who were hurt, killed, taken,
//	              arrested or are missing. A name is found if it ends in the same word, or holds all words
//	              of the other; spellings that differ by one letter in six are the same. Names that
//	              end alike are one person. Victims whom the coders give no name are not counted.
//	place, date   of the article: the country, the first-order area, the place, the year, month and day
//	              that most of the statements that count tell, of as many the first; the country that the
//	              report names most where no such statement tells one, and that for the city where none tells a place; the year and the month
//	              of publication where none tells a time, which these coders then write, as those of ISAF do (a note has
//	              the years of the others alone). Country and area are compared by the
//	              names of the gazetteer, the city by any that it has there ('New York' for New York City) or by the report's words, spellings that differ by
//	              a letter in six being the same; it is the settlement or site that has a record, else what is told by a name
//	              that has none, and where neither is told what is: these coders write 'Hong Kong' and 'Rwanda' there. Hong Kong and Macau, which have codes of
//	              their own, are in China, as these coders have them. 'None' and 'unknown' want
//	              nothing, nor does a day that no month has; a month counts by its first three letters
//	              ('Decenmber'). The year of a longer time, or of an open one ('since 2016'), is that of its beginning.
//	              A day counts for its month and its year, whatever the coders marked. Where they marked a day, the
//	              article is mostly on one new event; where they marked a year only, mostly on an old one told
//	              in passing, which is why the notes give the year by what else is marked.
//
// To beat: violations 71.4, perpetrator 96.8, victims 47.4; city 23, month 33, day 14 per cent.

type hrdsRecord struct {
	ID          int64
	Title       string
	Published   string `json:"publish_date"`
	Text        string
	Annotations []hrdsGold
}

type hrdsGold struct {
	Perpetrator bool     `json:"perpetrator_mention"`
	Violations  []string `json:"violation_types"`
	Year, Month *string
	Day         *string `json:"date"`
	City        *string
	Region      *string
	Country     *string
	Victims     []struct {
		Name *string `json:"victim_name"`
	}
}

// HRDsAttack scores the coder on the articles of dir/hrdsattack/dev.plain.jsonl.
func HRDsAttack(ctx context.Context, dir string) (Table, error) {
	records, err := readHRDs(filepath.Join(dir, "hrdsattack", "dev.plain.jsonl"))
	if err != nil {
		return Table{}, err
	}
	reports := make([]dateline.Report, len(records))
	for i, r := range records {
		reports[i] = r.report()
	}
	readings, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	var score hrdsScore
	for i, r := range records {
		f, err := codedOf(readings[i])
		if err != nil {
			return Table{}, err
		}
		score.add(r.Annotations[0], hrdsOf(f))
	}
	return score.table(len(records)), nil
}

func readHRDs(path string) ([]hrdsRecord, error) {
	var out []hrdsRecord
	err := eachLine(path, func(r hrdsRecord) error {
		if len(r.Annotations) == 0 {
			return errors.New("no annotation")
		}
		out = append(out, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (r hrdsRecord) report() dateline.Report {
	id := strconv.FormatInt(r.ID, 10)
	out := dateline.Report{File: id, Title: r.Title, Text: r.Text, Language: "en", SHA256: id}
	out.PutHeadline()
	if day, _, _ := strings.Cut(r.Published, " "); day != "" {
		out.Published, out.Basis = dateline.Date{EDTF: day, From: day, To: day}, "given"
	}
	out.SetID()
	return out
}

// hrdsRead is what the coded form says of an article, in the corpus's words.
type hrdsRead struct {
	violations       map[string]bool
	perpetrator      bool
	victims          []string
	region, country  string // as the gazetteer names them; the country by its code
	city             []string
	place            string // the gazetteer's identifier of the city; "" for none
	year, month, day string // "2020", "03", "07"
	timed            bool   // a statement tells the year
}

// hrdsOther are the kinds that are a violation of no sort of its own.
var hrdsOther = map[dateline.Kind]bool{dateline.Threat: true, dateline.SexualViolence: true, dateline.Charge: true, dateline.Verdict: true,
	dateline.Arson: true, dateline.Looting: true, dateline.Coercion: true}

// hrdsHurt are the roles of victims.
var hrdsHurt = map[dateline.Role]bool{dateline.Victim: true, dateline.KilledRole: true, dateline.Wounded: true, dateline.Abducted: true,
	dateline.Missing: true, dateline.Arrested: true, dateline.Released: true}

func hrdsOf(f codedForm) hrdsRead {
	out := hrdsRead{violations: map[string]bool{}}
	var s hrdsScene
	for _, st := range f.Statements {
		out.perpetrator = out.perpetrator || hrdsPerpetrator(st)
		if st.Kind == dateline.Threat {
			out.violations["other"] = true
		}
		if !st.Reality.Counts() || !hrdsViolates(st, out.violations) {
			continue
		}
		for _, p := range st.Parts {
			if hrdsHurt[p.Role] && p.Name.Text != "" {
				out.victims = append(out.victims, p.Name.Text)
			}
			s.add(p)
		}
	}
	if len(out.violations) == 0 {
		out.violations["unknown"] = true
	}
	out.victims = hrdsPersons(out.victims)
	s.most(&out)
	if out.country == "" && len(f.Report.Countries) > 0 {
		out.country = f.Report.Countries[0]
	}
	if len(out.city) == 0 && out.country != "" {
		out.city = []string{place.CountryName(out.country)}
	}
	out.timed = out.year != ""
	if p := f.Report.Published; !out.timed && p != nil && len(p.From) == 10 {
		out.year, out.month = p.From[:4], p.From[5:7]
	}
	return out
}

// hrdsViolates adds the violations that a statement tells and reports whether there is any.
func hrdsViolates(s codedStatement, into map[string]bool) bool {
	var all []string
	switch s.Kind {
	case dateline.Arrest:
		all = append(all, "arbitrary detention")
	case dateline.Abduction, dateline.HostageTaking, dateline.AbductedKind:
		all = append(all, "kidnapping")
	case dateline.Torture:
		all = append(all, "torture")
	case dateline.MissingKind:
		all = append(all, "enforced disappearance")
	}
	if hrdsOther[s.Kind] {
		all = append(all, "other")
	}
	for _, p := range s.Parts {
		switch {
		case p.Effect == dateline.Death || p.Role == dateline.KilledRole:
			all = append(all, "killing")
		case p.Effect == dateline.Injury || p.Role == dateline.Wounded:
			all = append(all, "other")
		}
	}
	for _, v := range all {
		into[v] = true
	}
	return len(all) > 0 || s.Kind.Family() == dateline.Violence
}

// hrdsPerpetrator reports whether a statement speaks of who did it.
func hrdsPerpetrator(s codedStatement) bool {
	if s.Reality == dateline.NotHappened {
		return false
	}
	for _, p := range s.Parts {
		switch p.Role {
		case dateline.Perpetrator, dateline.Authority:
			return true
		case dateline.Group:
			if s.Kind == dateline.Threat || s.Kind.Family() == dateline.Responsibility || s.Kind == dateline.Coercion {
				return true
			}
		case dateline.Arrested:
			if s.Kind == dateline.Charge || s.Kind == dateline.Trial || s.Kind == dateline.Verdict {
				return true
			}
		}
	}
	return false
}

// hrdsScene counts places and dates.
type hrdsScene struct {
	city, region, country, year, month, day votes
	unplaced, wide                          votes               // the names of places that no record carries, and of those that are no towns
	words                                   map[string][]string // the report's words for a place, by its name
	ids                                     map[string]string   // its identifier
}

func (s *hrdsScene) add(p codedPart) {
	if p.Place != nil {
		if p.Place.Country != "" {
			s.country.add(p.Place.Country)
		}
		if p.Place.Admin1 != "" {
			s.region.add(p.Place.Admin1)
		}
		s.place(p)
	}
	if d := p.Date; d != nil && len(d.From) == 10 {
		s.year.add(d.From[:4])
		if len(d.To) == 10 && d.From[:7] == d.To[:7] {
			s.month.add(d.From[5:7])
		}
		if d.From == d.To {
			s.day.add(d.From[8:])
		}
	}
}

// place counts the name of a place.
func (s *hrdsScene) place(p codedPart) {
	switch q := p.Place; {
	case q.Precision == dateline.Unplaced && q.Name == strings.ToLower(q.Name): // 'the school'
		return
	case q.Precision.Pointed():
		s.city.add(q.Name)
	case q.Precision == dateline.Unplaced:
		s.unplaced.add(q.Name)
	default:
		s.wide.add(p.Place.Name)
	}
	if s.words == nil {
		s.words, s.ids = map[string][]string{}, map[string]string{}
	}
	s.ids[p.Place.Name] = p.Place.ID
	s.words[p.Place.Name] = append(s.words[p.Place.Name], p.Text)
}

func (s *hrdsScene) most(r *hrdsRead) {
	r.region, r.country = s.region.most(), s.country.most()
	if name := cmp.Or(s.city.most(), s.unplaced.most(), s.wide.most()); name != "" {
		r.city, r.place = append([]string{name}, s.words[name]...), s.ids[name]
	}
	r.year, r.month, r.day = s.year.most(), s.month.most(), s.day.most()
}

// hrdsPersons joins names that are one person's, the longest form of each in the order told.
func hrdsPersons(names []string) []string {
	var out []string
	for _, n := range names {
		k := slices.IndexFunc(out, func(o string) bool { return sameName(o, n) })
		switch {
		case k < 0:
			out = append(out, n)
		case len(n) > len(out[k]):
			out[k] = n
		}
	}
	return out
}

// sameName reports whether two names of persons are one's: they end in the same word, or one holds all
// words of the other; a letter in six may differ.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if alike(x[len(x)-1], y[len(y)-1]) && (len(x) == 1 || len(y) == 1 || alike(x[0], y[0])) {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for _, w := range x {
		if !slices.ContainsFunc(y, func(o string) bool { return alike(w, o) }) {
			return false
		}
	}
	return true
}

// nameWords are the words of a name in small letters, titles of one or two letters left out.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == ',' || r == '"' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if len(w) > 2 {
			out = append(out, w)
		}
	}
	return out
}

// alike reports whether two words are the same but for one letter in six.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	return distance(a, b) <= max(len(a), len(b))/6
}

// distance is the number of bytes to change, add or take out to make b of a.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			next := min(row[j+1], row[j]) + 1
			if a[i] == b[j] {
				next = min(next, diagonal)
			} else {
				next = min(next, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

// hrdsDay reads a coder's day or month, which may be a number with '.0', a name or nothing.
func hrdsNumber(s *string) string {
	if s == nil {
		return ""
	}
	w := strings.TrimSuffix(strings.TrimSpace(*s), ".0")
	if t, err := time.Parse("January", w); err == nil {
		return t.Format("01")
	}
	if n, err := strconv.Atoi(w); err == nil {
		return fmt.Sprintf("%02d", n)
	}
	return ""
}

// hrdsMonth reads a coder's month, a name by its first three letters.
func hrdsMonth(s *string) string {
	if s != nil && len(*s) > 3 {
		if t, err := time.Parse("Jan", (*s)[:3]); err == nil {
			return t.Format("01")
		}
	}
	return hrdsNumber(s)
}

// hrdsScore counts over articles.
type hrdsScore struct {
	all, victims          counts
	of                    map[string]*counts
	perpetrator           share
	city, region, country share
	year, month, day      share

	yearOfDay, yearOfMonth, yearAlone share // the year, by what else the coders mark
	yearTold                          share // where a statement tells one
}

// hrdsTypes are the sorts of violation, in the order of the table.
var hrdsTypes = []string{"arbitrary detention", "killing", "kidnapping", "torture", "enforced disappearance", "other", "unknown"}

func (s *hrdsScore) add(g hrdsGold, r hrdsRead) {
	if s.of == nil {
		s.of = map[string]*counts{}
		for _, t := range hrdsTypes {
			s.of[t] = &counts{}
		}
	}
	gold := map[string]bool{}
	for _, v := range g.Violations {
		gold[v] = true
	}
	s.all.addSets(gold, r.violations)
	for _, t := range hrdsTypes {
		s.of[t].addSets(only(gold, t), only(r.violations, t))
	}
	s.perpetrator.add(g.Perpetrator == r.perpetrator)
	s.addVictims(g, r.victims)
	s.addScene(g, r)
}

// only is the set with no member but t.
func only(set map[string]bool, t string) map[string]bool {
	if set[t] {
		return map[string]bool{t: true}
	}
	return nil
}

// addVictims matches names one to one, in the order of the coders' list.
func (s *hrdsScore) addVictims(g hrdsGold, read []string) {
	left := slices.Clone(read)
	s.victims.ours += float64(len(read))
	for _, v := range g.Victims {
		if v.Name == nil || *v.Name == "" {
			continue
		}
		s.victims.gold++
		if k := slices.IndexFunc(left, func(o string) bool { return sameName(*v.Name, o) }); k >= 0 {
			s.victims.right++
			s.victims.rightOurs++
			left = slices.Delete(left, k, k+1)
		}
	}
}

// addScene counts the fields that the coders filled.
func (s *hrdsScore) addScene(g hrdsGold, r hrdsRead) {
	if want := hrdsWords(g.City); want != "" {
		s.city.add(r.place != "" && slices.ContainsFunc(place.Lookup(want), func(e place.Entry) bool { return e.ID == r.place }) ||
			slices.ContainsFunc(r.city, func(name string) bool { return alike(strings.ToLower(want), strings.ToLower(name)) }))
	}
	if want := hrdsWords(g.Region); want != "" {
		s.region.add(r.region != "" && strings.Contains(strings.ToLower(r.region), strings.ToLower(want)))
	}
	if iso, ok := place.ISO(hrdsWords(g.Country)); ok {
		s.country.add(iso == r.country || iso == hrdsState[r.country])
	}
	if want := hrdsNumber(g.Year); want != "" {
		s.year.add(want == r.year)
		if r.timed {
			s.yearTold.add(want == r.year)
		}
		switch {
		case hrdsNumber(g.Day) != "":
			s.yearOfDay.add(want == r.year)
		case hrdsMonth(g.Month) != "":
			s.yearOfMonth.add(want == r.year)
		default:
			s.yearAlone.add(want == r.year)
		}
	}
	if want := hrdsMonth(g.Month); want != "" {
		s.month.add(want == r.month)
	}
	if want := hrdsNumber(g.Day); want != "" && want <= "31" && len(want) == 2 {
		s.day.add(want == r.day)
	}
}

// hrdsState is the state of a part of it that has a code of its own.
var hrdsState = map[string]string{"HK": "CN", "MO": "CN"}

// hrdsWords are a coder's words for a place, "" for none.
func hrdsWords(s *string) string {
	if s == nil || *s == "None" || *s == "unknown" || *s == "N/a" {
		return ""
	}
	return *s
}

func (s *hrdsScore) table(articles int) Table {
	t := Table{Title: fmt.Sprintf("HRDsAttack, dev: %d articles, per cent", articles),
		Head:  []string{"", "marked", "found", "right", "precision", "recall", "F1"},
		Notes: []string{"bars: violations 62, perpetrator 85, victims 45"}}
	t.Rows = append(t.Rows, s.all.row("violations"))
	for _, v := range hrdsTypes {
		t.Rows = append(t.Rows, s.of[v].row("  "+v))
	}
	t.Rows = append(t.Rows, s.victims.row("victims, by name"))
	for _, f := range []struct {
		name string
		is   share
	}{{"perpetrator", s.perpetrator}, {"country", s.country}, {"region", s.region}, {"city", s.city},
		{"year", s.year}, {"month", s.month}, {"day", s.day},
		{"year, of those with a day", s.yearOfDay}, {"year, of those with a month and no day", s.yearOfMonth}, {"year, of the others", s.yearAlone}, {"year, where a statement tells one", s.yearTold}} {
		t.Notes = append(t.Notes, fmt.Sprintf("%-11s %s per cent of %d", f.name, f.is.percent(), f.is.all))
	}
	return t
}
