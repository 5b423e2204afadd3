package invent

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"dateline"
)

// story writes the report that t tells of.
func (m maker) story(in incident, t telling) Story {
	w := writer{maker: m, in: in, t: t, r: m.dice(in.n, t.n), edits: m.dice(in.n, t.n)}
	if t.way == copied {
		w.r, w.variant = m.dice(in.n, t.of.n), t.of.variant
		w.as = *t.of
	} else {
		w.variant, w.as = t.variant, t
	}
	w.setting()
	w.body()
	return w.story()
}

// writer writes one report.
type writer struct {
	maker
	in      incident
	t       telling    // the report
	as      telling    // what it is written like: itself, or what it copies
	r       *rand.Rand // chances of what it is written like
	edits   *rand.Rand // chances of its own changes
	variant int

	published time.Time // zero if not known
	lag       int       // days from the incident
	facts     facts
	lead      *draft
	older     []incident // told as well
	fillers   []int      // what is left of the filling, in some order
	scribe
}

// setting draws what the report knows and how it says it.
func (w *writer) setting() {
	w.lag = lag(w.r)
	if w.as.way == remembered {
		w.lag = 365*(1+w.r.IntN(5)) + w.r.IntN(3)
	}
	w.published = w.in.day.AddDate(0, 0, w.lag)
	if w.t.way == copied && w.lag < 4 {
		w.published = w.published.AddDate(0, 0, w.edits.IntN(2))
	}
	if chance(w.r, 3) {
		w.published = time.Time{}
	}
	w.facts = w.factsOf(w.in, w.as.way == remembered)
	if w.in.killed > 0 {
		w.facts["killed"] = w.countedFirst()
	}
}

// lag is how many days after an incident a report comes out.
func lag(r *rand.Rand) int {
	switch d := r.IntN(100); {
	case d < 50:
		return 0
	case d < 96:
		return 1
	case d < 97:
		return 2 + r.IntN(3)
	}
	return 6 + r.IntN(20)
}

// body writes the sentences.
func (w *writer) body() {
	like := dateline.Statement{Kind: w.in.kind, Reality: dateline.Happened, Stance: dateline.Asserted}
	switch w.as.way {
	case remembered:
		like.Background = true
		w.lead = w.say(w.template("anniversary", "lead without toll", w.facts), w.facts, like, w.in, nil)
	case retold, retoldAndMore:
		w.facts["via"] = voice("the "+strings.TrimPrefix(w.source(), "The "), dateline.Outlet)
		w.lead = w.say(w.template("retelling", "retelling without toll", w.facts), w.facts, like, w.in, nil)
		if w.as.way == retoldAndMore {
			w.own()
		}
		w.filler(1)
		w.responsibility()
	default:
		if strings.HasPrefix(w.facts["who"].words, "suspected ") {
			like.Stance = dateline.Suspected
		}
		w.lead = w.say(w.template("lead", "lead without toll", w.facts), w.facts, like, w.in, nil)
		w.news()
	}
	w.filler(1 + w.r.IntN(3))
}

// source is the publisher on whose word the report tells.
func (w *writer) source() string { return w.as.of.outlet }

// template takes an entry of a section by the variant, so that those that are written anew differ (as deedOf
// takes other deeds for what comes round again); of the other section where no toll is told.
func (w *writer) template(section, without string, f facts) entry {
	if f["killed"].words == "" {
		section = without
	}
	es := theBook().entries[section]
	return es[(w.in.n+w.variant)%len(es)]
}

// news writes what follows the first sentence of news.
func (w *writer) news() {
	w.filler(2)
	for range 3 {
		if w.in.killed > 0 && chance(w.r, 75) {
			w.toll()
		}
	}
	w.filler(1)
	w.responsibility()
	if chance(w.r, 60) {
		w.after("arrest", dateline.Arrest, dateline.Arrested, 2+w.r.IntN(12), "men")
	}
	if chance(w.r, 50) {
		w.after("displaced", dateline.DisplacedKind, dateline.Displaced, 10*(1+w.r.IntN(90)), "families")
	}
	if w.in.series >= 0 && chance(w.r, 50) {
		w.sibling()
	}
	w.filler(2)
	if chance(w.r, 45) {
		w.background()
	}
}

// toll writes a second number, by another voice.
func (w *writer) toll() {
	f := w.factsOf(w.in, false)
	says := pick(w.r, theBook().words["voice"])
	f["says"], f["when"], f["where"] = voice(says.words, dateline.SpeakerClass(says.class)), fill{}, fill{}
	w.say(pick(w.r, theBook().entries["toll"]), f, dateline.Statement{Reality: dateline.Happened, Stance: dateline.Asserted}, w.in, w.lead)
}

// after writes what followed: a number of people to whom something happened.
func (w *writer) after(section string, k dateline.Kind, role dateline.Role, n int, who string) {
	says := pick(w.r, theBook().words["voice"])
	words, c := tollWords(w.r, n, who)
	f := facts{"says": voice(says.words, dateline.SpeakerClass(says.class)),
		string(role): {words: words, role: role, means: dateline.Resolution{State: dateline.Unidentified, Count: &c}}}
	w.say(pick(w.r, theBook().entries[section]), f, dateline.Statement{Kind: k, Reality: dateline.Happened, Stance: dateline.Asserted}, w.in, w.lead)
}

// own writes a number that nobody else tells, by a voice of the report's own.
func (w *writer) own() {
	says := pick(w.r, theBook().words["own voice"])
	n := w.in.killed + 3 + w.r.IntN(9)
	words, c := tollWords(w.r, n, "people")
	f := facts{"says": voice(says.words, dateline.SpeakerClass(says.class)),
		"killed": {words: words, role: dateline.KilledRole, means: dateline.Resolution{State: dateline.Unidentified, Count: &c}}}
	w.say(pick(w.r, theBook().entries["own"]), f, dateline.Statement{Reality: dateline.Happened, Stance: dateline.Asserted}, w.in, w.lead)
}

// responsibility writes who claims, denies or is blamed.
func (w *writer) responsibility() {
	switch d := w.r.IntN(100); {
	case d < 40:
		w.word("claim", dateline.Claim, dateline.Claimed, w.in.group)
		if chance(w.r, 15) {
			w.word("rival claim", dateline.Claim, dateline.Claimed, w.in.rival)
		} else if chance(w.r, 5) {
			w.word("retraction", dateline.Retraction, dateline.Asserted, w.in.group)
		}
	case d < 72:
		w.word("blame", dateline.Blame, dateline.Blamed, w.in.group)
		if chance(w.r, 20) {
			w.word("denial", dateline.Denial, dateline.Denied, w.in.group)
		}
	case d < 96:
		w.word("suspicion", dateline.Suspicion, dateline.Suspected, w.in.group)
	}
}

// word writes that a group claims, denies or is blamed.
func (w *writer) word(section string, k dateline.Kind, s dateline.Stance, g group) {
	says := pick(w.r, theBook().words["voice"])
	name := pick(w.r, g.names)
	f := facts{"it": {words: pick(w.r, theBook().lines["pointer"]), role: dateline.Incidental},
		"group": {words: name, name: name, role: dateline.Group, means: known(g)},
		"says":  voice(says.words, dateline.SpeakerClass(says.class))}
	d := w.say(pick(w.r, theBook().entries[section]), f, dateline.Statement{Kind: k, Reality: dateline.Happened, Stance: s}, w.in, w.lead)
	if k == dateline.Claim || k == dateline.Denial || k == dateline.Retraction {
		for _, p := range d.parts {
			if p.Role == dateline.Group {
				d.Speaker = []dateline.Speaker{{Span: p.Span, Class: dateline.GroupVoice}}
				d.voices = []dateline.Resolution{p.means}
			}
		}
	}
}

func known(g group) dateline.Resolution {
	return dateline.Resolution{State: dateline.Known, Actor: g.id, Score: 1, Type: dateline.PartyType(dateline.OfGroup)}
}

// sibling writes of another attack of the series.
func (w *writer) sibling() {
	n := w.in.n - w.in.n%block
	if parts := w.parts(n); parts > 1 {
		n += w.r.IntN(parts)
	}
	if n == w.in.n {
		return
	}
	s := w.incident(n)
	f := w.factsOf(s, false)
	w.older = append(w.older, s)
	w.say(w.template("later", "later without toll", f), f, dateline.Statement{Kind: s.kind, Reality: dateline.Happened, Stance: dateline.Asserted}, s, nil)
}

// background writes of an older incident of the same country.
func (w *writer) background() {
	for range 30 {
		n := w.r.IntN(w.in.n + 1)
		if n == w.in.n || w.theatreOf(n).country != w.in.theatre.country {
			continue
		}
		if s := w.incident(n); s.killed > 0 && s.day.AddDate(0, 2, 0).Before(w.in.day) {
			w.older = append(w.older, s)
			w.say(pick(w.r, theBook().entries["background"]), w.factsOf(s, true),
				dateline.Statement{Kind: dateline.Attack, Reality: dateline.Happened, Stance: dateline.Asserted, Background: true}, s, nil)
			return
		}
	}
}

// filler writes sentences that tell nothing; a copy drops some.
func (w *writer) filler(n int) {
	b := theBook()
	if w.fillers == nil {
		w.fillers = w.r.Perm(len(b.entries["filler"]))
	}
	for range n {
		e := b.entries["filler"][w.fillers[0]]
		w.fillers = w.fillers[1:]
		f := facts{"name": {words: pick(w.r, b.lines["name"])}, "road": {words: pick(w.r, w.in.theatre.towns).Name},
			"day": {words: time.Weekday(w.r.IntN(7)).String()}, "number": {words: fmt.Sprint(2 + w.r.IntN(40))}}
		if w.t.way != copied || !chance(w.edits, 20) {
			w.plain(e, f)
		}
	}
}

// story makes the Story of what was written.
func (w *writer) story() Story {
	text := string(w.text)
	r := dateline.Report{Publisher: w.t.outlet, Language: "en", Text: text, Title: w.title(),
		URL: fmt.Sprintf("https://%s.example/%d/%d", strings.ReplaceAll(strings.ToLower(w.t.outlet), " ", "-"), w.in.n, w.t.n)}
	if !w.published.IsZero() {
		r.Published = dateline.Date{EDTF: iso(w.published), From: iso(w.published), To: iso(w.published), Anchor: dateline.AnchorText}
		r.Basis, r.Fetched = "front matter", w.published.Add(12*time.Hour)
	} else {
		r.Fetched = w.in.day.AddDate(1, 0, 0)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", w.Seed, text))
	r.SHA256 = hex.EncodeToString(sum[:])
	r.SetID()
	reading, tells := w.reading(r)
	out := Story{Reading: reading}
	for i, in := range append([]incident{w.in}, w.older...) {
		if !slices.ContainsFunc(out.Tales, func(t Tale) bool { return t.Incident == in.key() }) {
			tale := Tale{Incident: in.key(), Series: in.seriesKey(), Account: w.t.account, News: i == 0 && w.as.way != remembered || in.series >= 0 && in.series == w.in.series, Statements: tells[in.n]}
			if i > 0 {
				tale.Account = in.key() + " in " + w.t.account
			}
			out.Tales = append(out.Tales, tale)
		}
	}
	return out
}

// title is a heading of the report's own.
func (w *writer) title() string {
	var s scribe
	f := facts{"where": w.facts["where"], "number": {words: w.facts["killed"].words}}
	f["where"] = fill{before: f["where"].before, words: f["where"].words}
	s.plain(pick(w.edits, theBook().entries["title"]), f)
	return strings.TrimSuffix(string(s.text), ".")
}
