package invent

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"dateline"
	"dateline/internal/resolve/place"
)

// factsOf draws how the report words an incident; past says that it is one of long ago.
func (w *writer) factsOf(in incident, past bool) facts {
	b := theBook()
	says := pick(w.r, b.words["voice"])
	f := facts{"says": voice(says.words, dateline.SpeakerClass(says.class)), "where": w.where(in), "when": w.when(in, past),
		"what": thing(in.what, dateline.Target), "hit": thing(in.hit, dateline.Victim), "arms": thing(in.arms, dateline.Weapon), "who": w.who(in)}
	f["deed"] = fill{entry: deedOf(b, in, w.variant)}
	if in.killed > 0 {
		f["killed"] = w.counted(in, in.killed, dateline.KilledRole, w.r)
		f["wounded"] = w.counted(in, in.wounded, dateline.Wounded, w.r)
	}
	return f
}

func deedOf(b book, in incident, variant int) entry {
	es := b.entries["deed "+string(in.kind)]
	return es[(in.n/7+variant+variant/10)%len(es)]
}

func voice(words string, c dateline.SpeakerClass) fill {
	return fill{words: words, class: c, means: dateline.Resolution{State: dateline.Unidentified}}
}

func thing(w word, r dateline.Role) fill {
	return fill{words: w.words, role: r, means: dateline.Resolution{State: dateline.Unidentified, Type: dateline.PartyType(w.class)}}
}

// who names those who did it, or says no more than what they were.
func (w *writer) who(in incident) fill {
	b := theBook()
	name := in.group.names[0]
	if chance(w.r, 40) {
		name = pick(w.r, in.group.names)
	}
	section := "attacker"
	switch d := w.r.IntN(100); {
	case d < 35:
		section = "member"
	case d < 50:
		section = "suspect"
	}
	words := strings.ReplaceAll(pick(w.r, b.lines[section]), "{group}", name)
	if section == "attacker" {
		return fill{words: words, role: dateline.Perpetrator, means: dateline.Resolution{State: dateline.Unidentified, Type: dateline.PartyType(dateline.Individual)}}
	}
	return fill{words: words, name: name, role: dateline.Perpetrator, means: known(in.group)}
}

// where says the town, or less.
func (w *writer) where(in incident) fill {
	p := in.place.Place()
	before, words := "in", p.Name
	switch d := w.r.IntN(100); {
	case d < 82:
	case d < 87:
		before, p.Precision, p.RadiusM = "near", dateline.Near, 25_000
	case d < 93 && p.Admin1 != "" && in.place.Area() != "":
		words = p.Admin1
		p = dateline.Place{ID: "admin1:" + in.place.Area(), Name: p.Admin1, Country: p.Country, Admin1: p.Admin1, Precision: dateline.Province}
	case d < 97:
		words = place.CountryName(p.Country)
		p = dateline.Place{ID: "iso:" + p.Country, Name: words, Country: p.Country, Precision: dateline.Country}
	default:
		return fill{}
	}
	return fill{before: before, words: words, role: dateline.PlaceRole, means: dateline.Resolution{State: dateline.Known, Place: &p, Score: 0.9}}
}

// when says the day, or less; once in a while the wrong month.
func (w *writer) when(in incident, past bool) fill {
	day := in.day
	if chance(w.r, 1) && chance(w.r, 50) {
		day = day.AddDate(0, 1, 0)
	}
	d, anchor := w.r.IntN(100), dateline.AnchorPublished
	from, to, before, words := day, day, "on", ""
	switch {
	case past || w.published.IsZero() || w.lag > 300:
		anchor = dateline.AnchorText
		switch {
		case d < 55:
			words = day.Format("January 2, 2006")
		case d < 75:
			words = day.Format("2 January 2006")
		default:
			return month(day, "January 2006", anchor)
		}
	case d < 55 && w.lag < 6 && day.Equal(in.day):
		words = day.Weekday().String()
	case d < 80:
		words = day.Format("2 January")
	case d < 88:
		words, anchor = day.Format("January 2, 2006"), dateline.AnchorText
	case d < 92 && w.lag < 25 && w.published.Month() == day.Month():
		return month(day, "January", anchor)
	case d < 94 && w.lag < 4 && day.Equal(in.day):
		monday := w.published.AddDate(0, 0, -(int(w.published.Weekday())+6)%7)
		from, to, before, words = monday, w.published, "", "this week"
	default:
		return fill{}
	}
	return fill{before: before, words: words, role: dateline.DateRole, means: dated(iso(from), iso(to), anchor)}
}

func month(day time.Time, layout string, anchor dateline.Anchor) fill {
	first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
	d := dateline.Date{EDTF: first.Format("2006-01"), From: iso(first), To: iso(first.AddDate(0, 1, -1)), Anchor: anchor}
	return fill{before: "in", words: day.Format(layout), role: dateline.DateRole, means: dateline.Resolution{State: dateline.Known, Date: &d, Score: 0.9}}
}

func dated(from, to string, anchor dateline.Anchor) dateline.Resolution {
	d := dateline.Date{EDTF: from, From: from, To: to, Anchor: anchor}
	if from != to {
		d.EDTF = from + "/" + to
	}
	return dateline.Resolution{State: dateline.Known, Date: &d, Score: 0.9}
}

// counted words a toll: early and low on the first day, the final number or one near it later. r are the chances of
// the number and its words.
func (w *writer) counted(in incident, n int, role dateline.Role, r *rand.Rand) fill {
	early := chance(r, 50)
	switch {
	case early && n > 3 && chance(r, 60):
		n -= 1 + r.IntN(n/2)
	case chance(r, 15):
		n = max(2, n+r.IntN(5)-2)
	}
	words, c := tollWords(r, n, in.hit.words)
	return fill{words: words, role: role, means: dateline.Resolution{State: dateline.Unidentified, Count: &c, Type: dateline.PartyType(in.hit.class)}}
}

// countedFirst words the toll of the first sentence: one who retells another's report tells the other's.
func (w *writer) countedFirst() fill {
	t := &w.as
	for k := 0; t.of != nil && k < 8; k++ {
		t = t.of
	}
	return w.counted(w.in, w.in.killed, dateline.KilledRole, w.dice(w.in.n, forCounts+t.n))
}

// tollWords words a number of people.
func tollWords(r *rand.Rand, n int, who string) (string, dateline.Count) {
	c := dateline.Exactly(n)
	words := fmt.Sprint(n)
	if n < len(small) && chance(r, 70) {
		words = small[n]
	}
	switch d := r.IntN(100); {
	case d < 20:
		words, c = "at least "+words, dateline.Between(n, -1)
	case d < 25 && n >= 24 && n < 100:
		words, c = "dozens of", dateline.Between(24, 99)
		c.Word = "dozens"
	case d < 30 && n > 9:
		words, c.Approx = "about "+words, true
	case d < 35 && n > 3:
		words, c = "more than "+fmt.Sprint(n-1), dateline.Between(n, -1)
	}
	return words + " " + who, c
}

var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
