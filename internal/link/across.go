package link

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// Whether tellings of two reports are of one happening is weighed by a small model (across.model, MODEL.md). It looks
// at when, where, who, how many and with what, as the two say, and at what of their wording they share (Trace): names,
// streets, ages, rare words. No word of a text is a feature, and nothing of the ledger but the two tellings is. What
// excludes each other (apart) it is not asked about.

//go:embed across.model
var acrossModel string

var loadAcross = scorer.Embedded("link: across.model", acrossModel)

// likely is the log of the odds from which two tellings are taken for one, if nothing keeps them apart. The model is
// fitted to pairs of what each report is of; of all that reports tell fewer are one, so even odds by it are too few.
const likely = 2

// across says how far tellings of two reports can be one happening: the log of the odds, or that they exclude each
// other. It looks at nothing but the two.
func across(a, b *Telling) verdict {
	if apart(a, b) {
		return verdict{blocked: true}
	}
	c := compared(a, b)
	if c.adrift() {
		return verdict{blocked: true}
	}
	s := loadAcross().Sum()
	c.features(s.Add)
	odds := s.Odds(SameClass, ApartClass)
	if byScene(a, b) {
		v := sceneOf(a, b)
		odds = max(odds, v.odds())
	}
	return verdict{score: odds}
}

// because is the chance that two tellings are one, with the reasons in words.
func because(a, b *Telling) (chance float64, why string) {
	return 1 / (1 + math.Exp(-across(a, b).score)), strings.Join(compared(a, b).reasons(), "; ")
}

// apart reports whether two tellings exclude each other whatever their wording: kinds of which none are words for one
// happening, two times, or two places. Of tellings of which one is acquainted with the other (acquainted) two times or
// two places alone do not: one of them is often that of an arrest, a death in hospital or a funeral, or misread. Then
// the model weighs it.
func apart(a, b *Telling) bool {
	if !a.echo() && !b.echo() && !anyKindsMeet(a.Kinds, b.Kinds) {
		return true
	}
	days, places := daysApart(a, b) || untold(a, b) || untold(b, a), placesApart(a, b)
	return days && places || (days || places) && !acquainted(a, b)
}

// adrift reports whether nothing says when one of the two was and they have nothing particular in common: a place and a
// kind alone make no two tellings one. Many an attack on Kabul was told as 'past attacks in Kabul'.
func (c *comparison) adrift() bool {
	a, b := c.a, c.b
	return !a.echo() && !b.echo() && (c.undated(a) || c.undated(b)) &&
		!shareAny(a.Hit, b.Hit) && !acquainted(a, b) && len(bothActors(a.Actors, b.Actors)) == 0 &&
		!slices.Contains([]string{"same", "same many", "meet"}, numbers(a, b, dateline.KilledRole)) && len(c.ways) == 0 && c.alike < 0.2
}

// undated reports whether nothing says when t was, neither its words nor a day of publication that, for what is told as
// background, is within a season of the other's.
func (c *comparison) undated(t *Telling) bool {
	return len(t.Dates) == 0 && (!t.Published.Fixed() || t.Background && (c.apart < 0 || c.apart > season))
}

// season is how many days there may be between two publications of which the later still tells, as background, what the
// earlier told as news.
const season = 90

// acquainted reports whether two tellings name one person as hit, or with his age; or both name people with ages and
// have two names or streets in common.
func acquainted(a, b *Telling) bool {
	return shareAny(a.persons(), b.persons()) ||
		a.personal() && b.personal() && len(both(a.Trace.Names, b.Trace.Names))+len(both(a.Trace.Streets, b.Trace.Streets)) > 1
}

// daysApart reports whether the two were at two times.
func daysApart(a, b *Telling) bool {
	x, y := bestDate(a.Dates), bestDate(b.Dates)
	return x != nil && y != nil && x.Fixed() && y.Fixed() && !x.Meets(*y) || hoursApart(a, b)
}

// placesApart reports whether the two were at two places.
func placesApart(a, b *Telling) bool {
	best, conflict := nearest(a.Places, b.Places)
	return conflict && best.points == 0
}

func (t *Telling) persons() []string {
	if t.Trace == nil {
		return nil
	}
	return t.Trace.Persons
}

// shareAny reports whether two sorted lists share something.
func shareAny(a, b []string) bool {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			return true
		}
	}
	return false
}

// anyKindsMeet reports whether a kind of the one and a kind of the other can be words for one happening. General
// kinds count only where nothing narrower is told.
func anyKindsMeet(ks, ls []dateline.Kind) bool {
	ks, ls = narrowest(ks), narrowest(ls)
	for _, k := range ks {
		for _, l := range ls {
			if kindsMeet(k, l) || besieged(k, l) || besieged(l, k) {
				return true
			}
		}
	}
	return false
}

// besieged reports whether what one report tells as an assault another may tell as the siege that came of it.
func besieged(k, l dateline.Kind) bool {
	return k == dateline.ArmedAssault && l == dateline.HostageTaking
}

// narrowest leaves out the general kinds, unless there are no others.
func narrowest(ks []dateline.Kind) []dateline.Kind {
	var out []dateline.Kind
	for _, k := range ks {
		if !general[k] {
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		return ks
	}
	return out
}

// vote is what two tellings say on whether they can be one.
func vote(a, b *Telling) ballot {
	out := ballot{kind: 1}
	if !anyKindsMeet(a.Kinds, b.Kinds) {
		out.kind = -1
	}
	if x, y := bestDate(a.Dates), bestDate(b.Dates); x != nil && y != nil && x.Fixed() && y.Fixed() {
		if out.day = 1; daysApart(a, b) {
			out.day = -1
		}
	}
	if best, conflict := nearest(a.Places, b.Places); best.points >= 0.2 {
		out.place = 1
	} else if conflict && best.points == 0 {
		out.place = -1
	}
	if (out.day >= 0 || out.place >= 0) && acquainted(a, b) {
		out.day, out.place = max(out.day, 0), max(out.place, 0)
	}
	return out
}

// scene writes all that vote looks at: tellings of one scene have the same votes.
func (t *Telling) scene() string {
	when := dateline.Date{}
	if d := bestDate(t.Dates); d != nil {
		when = dateline.Date{From: d.From, To: d.To}
	}
	var names, streets []string
	if t.Trace != nil {
		names, streets = t.Trace.Names, t.Trace.Streets
	}
	return fmt.Sprintf("%v %v %v %v %v %v %v %t %t %v", t.Kinds, when, t.Hours, t.Places, t.persons(), names, streets, t.personal(), t.Several, t.Tolls[dateline.KilledRole])
}

// comparison is two tellings side by side, the earlier published first.
type comparison struct {
	a, b  *Telling
	apart int      // days from the publication of the one to that of the other; -1 if not known
	alike float64  // how alike the wordings are
	title float64  // and the titles
	names []string // full names that both have
	rare  float64  // how rare the names are that both have
	words int      // words of names that both have and that are in no full name that both have
	ways  []string // streets that both name
	ages  int      // ages that both tell
	place nearness
	far   bool // a place of the one excludes one of the other
}

func compared(a, b *Telling) *comparison {
	if earlier(b, a) {
		a, b = b, a
	}
	c := &comparison{a: a, b: b, apart: -1}
	if a.Published.Fixed() && b.Published.Fixed() {
		c.apart = daysBetween(a.Published.From, b.Published.From)
	}
	c.place, c.far = nearest(a.Places, b.Places)
	if x, y := a.Trace, b.Trace; x != nil && y != nil {
		c.alike, c.title = x.Words.cosine(y.Words), x.Title.cosine(y.Title)
		c.names, c.ways, c.ages = both(x.Names, y.Names), both(x.Streets, y.Streets), len(both(x.Ages, y.Ages))
		c.words = len(both(x.Single, y.Single))
		c.rare = rareNames(c.names)
	}
	return c
}

// rareNames is how rare some names are together, each by the rarest of its words: a hospital, an outlet or a great town
// that two texts name says little.
func rareNames(names []string) float64 {
	sum := 0.0
	for _, n := range names {
		rarest := 0.0
		for _, w := range strings.Fields(strings.ToLower(n)) {
			rarest = max(rarest, Rarity(w))
		}
		sum += max(0, rarest-wellKnown)
	}
	return sum
}

// wellKnown is how rare the rarest word is of a name that many texts have.
const wellKnown = 4

// features hands on what speaks for and against, the same for both orders.
func (c *comparison) features(add func(...string)) {
	pub, alike, when, where := upToStep(c.apart, pubSteps), step(c.alike, alikeSteps), c.when(), c.where()
	names, ways, ages := c.sharedNames(), c.sharedWays(), c.sharedAges()
	rare := step(c.rare, rareSteps)
	kill, hurt := numbers(c.a, c.b, dateline.KilledRole), numbers(c.a, c.b, dateline.Wounded)
	hit := commonList(c.a.Names, c.b.Names)
	whole := c.whole()
	lentWhen, lentWhere := c.lentWhen(), c.lentWhere()
	add("pub=", pub)
	add("alike=", alike)
	add("alike=", alike, " pub=", pub)
	add("alike=", alike, " ", whole)
	add("title=", step(c.title, titleSteps))
	add("when=", when)
	add("when=", when, " alike=", alike)
	add("where=", where)
	add("where=", where, " alike=", alike)
	add("when=", when, " where=", where)
	add("lent when=", lentWhen)
	add("lent when=", lentWhen, " alike=", alike)
	add("lent where=", lentWhere)
	add("lent where=", lentWhere, " alike=", alike)
	add("lent when=", lentWhen, " where=", where, " lent where=", lentWhere)
	add("when=", when, " lent where=", lentWhere)
	add("kinds=", c.kinds())
	add("past=", past(c.a), past(c.b))
	add(whole)
	add("names=", names)
	add("names=", names, " alike=", alike)
	add("names=", names, " pub=", pub)
	add("rare=", rare)
	add("rare=", rare, " alike=", alike)
	add("rare=", rare, " pub=", pub)
	add("rare=", rare, " when=", when)
	add("persons=", commonList(c.a.persons(), c.b.persons()))
	add("persons=", commonList(c.a.persons(), c.b.persons()), " when=", when)
	add("persons=", commonList(c.a.persons(), c.b.persons()), " alike=", alike)
	add("persons=", commonList(c.a.persons(), c.b.persons()), " where=", where)
	add("single=", few(c.words))
	add("ways=", ways)
	add("ages=", ages)
	add("ages=", ages, " alike=", alike)
	add("killed=", kill)
	add("hurt=", hurt)
	add("hit=", hit)
	add("hit=", hit, " names=", names)
	add("actors=", c.actors())
	add("weapons=", commonList(c.a.Weapons, c.b.Weapons))
	add("words=", few(len(both(c.a.Words, c.b.Words))))
	add("kinds=", c.kinds(), " alike=", alike)
	add("kinds=", c.kinds(), " pub=", pub)
	add("outlet=", c.outlets())
	add("outlet=", c.outlets(), " title=", step(c.title, titleSteps))
}

var (
	pubSteps   = []int{0, 1, 2, 4, 7, 14, 30, 90, 400}
	alikeSteps = []float64{0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4, 0.5, 0.7, 0.9}
	titleSteps = []float64{0.05, 0.15, 0.25, 0.35, 0.5, 0.7, 0.9}
	rareSteps  = []float64{0.1, 0.5, 1, 2, 3, 5, 8, 12, 20}
)

// upToStep names the first step that n is not over; 'not said' below 0.
func upToStep(n int, steps []int) string {
	if n < 0 {
		return "not said"
	}
	for _, s := range steps {
		if n <= s {
			return fmt.Sprint(s)
		}
	}
	return "more"
}

// step names how many steps x reaches.
func step(x float64, steps []float64) string {
	for i, s := range steps {
		if x < s {
			return stepNames[i]
		}
	}
	return stepNames[len(steps)]
}

var stepNames = []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// when says how the times of the two stand to each other.
func (c *comparison) when() string {
	x, y := bestDate(c.a.Dates), bestDate(c.b.Dates)
	switch {
	case untold(c.a, c.b) || untold(c.b, c.a):
		return "untold"
	case x != nil && y != nil && x.Fixed() && y.Fixed() && x.From == x.To && y.From == y.To && x.From == y.From:
		return "one day"
	case daysApart(c.a, c.b):
		return "apart " + upToStep(max(daysBetween(x.To, y.From), daysBetween(y.To, x.From)), pubSteps)
	case x != nil && y != nil && x.Fixed() && y.Fixed():
		return "meet"
	case x != nil && y != nil && sameOpen(*x, *y):
		return "one open day"
	case x != nil && y != nil:
		return "open"
	case x != nil && x.Fixed():
		return "news " + since(x, c.b)
	case y != nil && y.Fixed():
		return "news " + since(y, c.a)
	}
	return "neither"
}

// since says how long after a day another report was published that gives no day.
func since(d *dateline.Date, t *Telling) string {
	if !t.Published.Fixed() {
		return "not said"
	}
	n := daysBetween(d.To, t.Published.From)
	if n < -1 {
		return "before"
	}
	return upToStep(max(n, 0), pubSteps)
}

// where says how the places of the two stand to each other.
func (c *comparison) where() string {
	a, b := len(c.a.Places), len(c.b.Places)
	switch {
	case a == 0 && b == 0:
		return "neither"
	case a == 0 || b == 0:
		return "one"
	}
	return placesNear(c.place, c.far)
}

// placesNear says how near two places are; far is whether one excludes another.
func placesNear(best nearness, far bool) string {
	switch {
	case best.points >= 0.35:
		return "same"
	case best.points >= 0.3:
		return "near " + upToStep(int(best.km), []int{0, 3, 8, 15, 30})
	case best.points >= 0.2:
		return "meet"
	case best.points > 0:
		return "country"
	case far:
		return "apart"
	}
	return "open"
}

func (c *comparison) kinds() string {
	if c.a.echo() || c.b.echo() {
		return "echo"
	}
	for _, k := range c.a.Kinds {
		if slices.Contains(c.b.Kinds, k) {
			if general[k] {
				return "one general"
			}
			return "one"
		}
	}
	return "class"
}

func past(t *Telling) string {
	if t.Background {
		return "b"
	}
	return "n"
}

func (c *comparison) whole() string {
	n := 0
	for _, t := range []*Telling{c.a, c.b} {
		if t.Trace != nil && t.Trace.Whole {
			n++
		}
	}
	return "whole=" + few(n)
}

// sharedNames says how many full names both have.
func (c *comparison) sharedNames() string {
	if c.a.Trace == nil || c.b.Trace == nil || len(c.a.Trace.Names) == 0 || len(c.b.Trace.Names) == 0 {
		return "none"
	}
	return upToStep(len(c.names), []int{0, 1, 2, 3, 5})
}

func (c *comparison) sharedWays() string {
	if c.a.Trace == nil || c.b.Trace == nil {
		return "none"
	}
	return commonOf(c.a.Trace.Streets, c.b.Trace.Streets, len(c.ways))
}

func (c *comparison) sharedAges() string {
	if c.a.Trace == nil || c.b.Trace == nil {
		return "none"
	}
	return commonOf(c.a.Trace.Ages, c.b.Trace.Ages, c.ages)
}

// commonList says what two sorted lists have in common.
func commonList(a, b []string) string { return commonOf(a, b, len(both(a, b))) }

func commonOf(a, b []string, n int) string {
	switch {
	case len(a) == 0 && len(b) == 0:
		return "neither"
	case len(a) == 0 || len(b) == 0:
		return "one"
	case n == 0:
		return "differ"
	}
	return few(n)
}

func (c *comparison) actors() string {
	switch {
	case len(c.a.Actors) == 0 && len(c.b.Actors) == 0:
		return "neither"
	case len(c.a.Actors) == 0 || len(c.b.Actors) == 0:
		return "one"
	case len(bothActors(c.a.Actors, c.b.Actors)) > 0:
		return "same"
	}
	return "differ"
}

func (c *comparison) outlets() string {
	switch x, y := c.a.Trace, c.b.Trace; {
	case x == nil || y == nil || x.Outlet == "" || y.Outlet == "":
		return "not said"
	case x.Outlet == y.Outlet:
		return "same"
	}
	return "two"
}

// numbers says how what the two tell of one toll goes together: the later of the two may tell more.
func numbers(a, b *Telling, role dateline.Role) string {
	xs, ys := a.Tolls[role], b.Tolls[role]
	switch {
	case len(xs) == 0 && len(ys) == 0:
		return "neither"
	case len(xs) == 0 || len(ys) == 0:
		return "one"
	}
	out := "differ"
	for _, x := range xs {
		for _, y := range ys {
			switch {
			case x.Equal(y):
				if x.Low != nil && *x.Low >= 4 {
					return "same many"
				}
				return "same"
			case x.Meets(y):
				out = "meet"
			}
		}
	}
	if out == "differ" && greatest(ys) > greatest(xs) {
		return "more later"
	}
	return out
}

func greatest(cs []dateline.Count) int {
	n := 0
	for _, c := range cs {
		if c.Low != nil {
			n = max(n, *c.Low)
		}
	}
	return n
}

// reasons says in words what the two have in common.
func (c *comparison) reasons() []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	x, y := bestDate(c.a.Dates), bestDate(c.b.Dates)
	switch when := c.when(); {
	case when == "one day":
		say("same day, %s", x.From)
	case when == "meet":
		say("times that meet, %s and %s", x.EDTF, y.EDTF)
	case when == "one open day":
		say("both on %s, the year not said", dayWords(*x))
	case x != nil && y == nil && x.Fixed() && c.b.Published.Fixed():
		say("one says no day and was published %s %s", daysAfter(daysBetween(x.To, c.b.Published.From)), x.To)
	case y != nil && x == nil && y.Fixed() && c.a.Published.Fixed():
		say("one says no day and was published %s %s", daysAfter(daysBetween(y.To, c.a.Published.From)), y.To)
	}
	out = append(out, c.lentReasons()...)
	if c.place.points > 0 {
		say("%s", c.place.why)
	}
	if c.kinds() != "class" {
		for _, k := range c.a.Kinds {
			if slices.Contains(c.b.Kinds, k) {
				say("both %s", k)
				break
			}
		}
	}
	if w := bothActors(c.a.Actors, c.b.Actors); len(w) > 0 {
		say("both name %s", strings.Join(w, ", "))
	}
	if w := append(slices.Clone(c.names), c.ways...); len(w) > 0 {
		say("both name %s", strings.Join(w[:min(len(w), 4)], ", "))
	}
	if w := both(c.a.Words, c.b.Words); len(w) > 0 {
		say("both speak of %s", strings.Join(w[:min(len(w), 4)], ", "))
	}
	for _, role := range dateline.Tolls {
		if n := numbers(c.a, c.b, role); strings.HasPrefix(n, "same") {
			say("same number %s", role)
		} else if n == "meet" {
			say("numbers %s that meet", role)
		}
	}
	if c.alike >= 0.2 {
		say("wording alike (%.2f)", c.alike)
	}
	if c.apart >= 0 {
		say("published %s", published(c.apart))
	}
	return out
}

func daysAfter(n int) string {
	switch {
	case n == 0:
		return "on"
	case n == 1:
		return "1 day after"
	case n < 0:
		return fmt.Sprintf("%d days before", -n)
	}
	return fmt.Sprintf("%d days after", n)
}

func published(n int) string {
	switch n {
	case 0:
		return "on one day"
	case 1:
		return "1 day apart"
	}
	return fmt.Sprintf("%d days apart", n)
}

// both lists what two sorted lists share.
func both(a, b []string) []string {
	var out []string
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] < b[k]:
			i++
		case a[i] > b[k]:
			k++
		default:
			out = append(out, a[i])
			i, k = i+1, k+1
		}
	}
	return out
}

// bothActors lists the actors that both name, in the reports' words.
func bothActors(a, b []Named) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			if x.Actor == y.Actor {
				out = append(out, eitherName(x.Text, y.Text))
			}
		}
	}
	return out
}
