package link

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"time"

	"dateline"
)

// Key is something that two tellings must share to be compared: a day and a neighbourhood, a month and a name. One
// that is Open leaves something unsaid that the others of the key may say: it is compared with all of them, while
// those that are not open are of no interest to each other under this key.
type Key struct {
	Hash int64
	Open bool
}

// leaders is how many open members of a key all its members are compared with: the first by Telling.ID. A key
// that more tellings share costs no more for each of them; they meet the others under narrower keys, which every
// telling has from the start: time x place x kind, actor, number, name and word.
const leaders = 32

// Keys lists the keys of a telling, in order, each once.
func (t *Telling) Keys() []Key {
	k := keyring{t: t}
	if !t.echo() {
		k.details()
		k.times()
		k.place()
		k.names()
	}
	k.traces()
	slices.SortFunc(k.out, func(a, b Key) int {
		if a.Hash == b.Hash && a.Open != b.Open && a.Open {
			return -1
		}
		return cmp.Compare(a.Hash, b.Hash)
	})
	return slices.CompactFunc(k.out, func(a, b Key) bool { return a.Hash == b.Hash })
}

// keyring is the keys of a telling in the making.
type keyring struct {
	t      *Telling
	out    []Key
	days   []string // the days on which it can have been, if they are few
	months []string // the months in which it can have been
	vague  bool     // no few days are known
	detail []string // what narrows a time at large
}

func (k *keyring) add(open bool, parts ...string) {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	k.out = append(k.out, Key{int64(h.Sum64()), open})
}

// ever is the month of what may have been at any time.
const ever = "ever"

// The most of each that a telling is known by: lists that are longer are of rolls and chronologies.
const (
	fewDays    = 7
	someMonths = 14
	somePlaces = 6
	someWords  = 3
	someNames  = 12
)

// times fills in days and months: of the best date; of one not told, that which is lent and the months before
// publication where it is news.
func (k *keyring) times() {
	d, lent := k.t.date()
	switch {
	case d != nil && d.Fixed():
		k.days, k.months = daysOf(*d), monthsOf(*d)
		if k.vague = lent || k.days == nil; lent && !k.t.Background && k.t.Published.Fixed() {
			for _, m := range monthsOf(before(k.t.Published, fresh)) {
				k.months = appendNew(k.months, m)
			}
		}
	case d == nil && !k.t.Background && k.t.Published.Fixed():
		k.months, k.vague = monthsOf(before(k.t.Published, fresh)), true
	default:
		k.vague = true
	}
	if len(k.months) == 0 {
		k.months = []string{ever}
	}
}

// place adds the keys of time and place. Those that know the day and the town meet each other there, and those that
// know less meet all that can be meant: an undated one all of its month or, with an actor, a number or a word in
// common, all of its country.
func (k *keyring) place() {
	places, _ := k.t.places()
	places = places[:min(len(places), somePlaces)]
	for _, p := range places {
		for _, where := range nearby(p) {
			k.at(where)
		}
		if p.Admin1 != "" {
			k.in(p.Country+"/"+p.Admin1, p.Precision == dateline.Province || p.Precision == dateline.District)
		}
		if p.Country != "" {
			k.in(p.Country, !p.Precision.Pointed())
			k.narrowed(p.Country)
		}
	}
	k.in("", len(places) == 0)
	for _, d := range k.days {
		for _, x := range k.detail {
			k.add(true, "day", d, x)
		}
	}
}

// at adds a place as it is said, on its days and in its months.
func (k *keyring) at(where string) {
	for _, d := range k.days {
		k.add(true, "day", d, where)
	}
	for _, m := range k.months {
		k.add(k.vague, "month", m, where)
	}
	if k.months[0] != ever {
		k.add(false, "month", ever, where)
	}
}

// in adds a country or a province on its days: open if the telling knows no more of where it was.
func (k *keyring) in(where string, open bool) {
	for _, d := range k.days {
		k.add(open, "day in", d, where)
	}
}

// narrowed adds a country in its months and at any time, with each detail.
func (k *keyring) narrowed(country string) {
	for _, x := range k.detail {
		for _, m := range k.months {
			k.add(k.vague, "month", m, country, x)
		}
		if k.months[0] != ever {
			k.add(false, "month", ever, country, x)
		}
	}
}

// names adds the names of those hit with the months, and by themselves.
func (k *keyring) names() {
	for _, w := range k.t.Names[:min(len(k.t.Names), someNames)] {
		for _, m := range k.months {
			k.add(true, "name", w, m)
		}
	}
}

// The most of a trace that a telling is known by.
const (
	someFull  = 16
	someHeavy = 8
)

// traces adds the full names and streets, whenever they are told, and the weightiest words with the week of
// publication, in weeks of two beginnings: what is published within three days of each other shares one.
func (k *keyring) traces() {
	t, open := k.t.Trace, !k.t.echo() // echoes are of no interest to each other
	if t == nil {
		return
	}
	for _, n := range t.Names[:min(len(t.Names), someFull)] {
		k.add(open, "full name", n)
	}
	for _, s := range t.Streets {
		k.add(open, "street", s)
	}
	day := dayNumber(k.t.Published)
	if day < 0 {
		return
	}
	for _, w := range t.Words.heaviest(someHeavy) {
		k.add(open, "word", fmt.Sprint(w, day/7))
		k.add(open, "later word", fmt.Sprint(w, (day+3)/7))
	}
}

// dayNumber counts days; -1 of what is no fixed date.
func dayNumber(d dateline.Date) int {
	t, err := time.Parse(time.DateOnly, d.From)
	if err != nil {
		return -1
	}
	return int(t.Unix() / 86400)
}

// details are what the tellings of a wide time or place are told apart by: actors, numbers of killed, and the
// longest words of what was hit.
func (k *keyring) details() {
	for _, a := range k.t.Actors[:min(len(k.t.Actors), someNames)] {
		k.detail = append(k.detail, "actor "+a.Actor)
	}
	for _, role := range []dateline.Role{dateline.KilledRole, dateline.Wounded} {
		for _, c := range k.t.Tolls[role][:min(len(k.t.Tolls[role]), 2)] {
			k.detail = append(k.detail, string(role)+" "+c.String())
		}
	}
	words := slices.Clone(k.t.Words)
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for _, w := range words[:min(len(words), someWords)] {
		k.detail = append(k.detail, "word "+w)
	}
}

// nearby lists the squares of one degree that a place's surroundings of 15 km touch, and the words of its name with
// its country: two places within 30 km share a square.
func nearby(p dateline.Place) []string {
	var out []string
	if p.Precision.Pointed() {
		const km = 15.0
		lat := km / 111
		lon := lat / max(0.05, math.Cos(p.Lat*math.Pi/180))
		for y := math.Floor(p.Lat - lat); y <= math.Floor(p.Lat+lat); y++ {
			for x := math.Floor(p.Lon - lon); x <= math.Floor(p.Lon+lon); x++ {
				out = append(out, fmt.Sprintf("%d %d", int(y), int(x)))
			}
		}
	}
	words := map[string]bool{}
	addWords(words, p.Name)
	for _, w := range sorted(words) {
		out = append(out, "called "+w)
	}
	return out
}

// daysOf lists the days of a fixed date as YYYY-MM-DD; nil if they are more than fewDays or it is none.
func daysOf(d dateline.Date) []string {
	from, err1 := time.Parse(time.DateOnly, d.From)
	to, err2 := time.Parse(time.DateOnly, d.To)
	if err1 != nil || err2 != nil || to.Before(from) || to.After(from.AddDate(0, 0, fewDays-1)) {
		return nil
	}
	var out []string
	for ; !from.After(to); from = from.AddDate(0, 0, 1) {
		out = append(out, from.Format(time.DateOnly))
	}
	return out
}

// fresh is how many days after an event a report that gives it no date is still taken to be news of it.
const fresh = 10

// before is the days from n before a date to its end.
func before(d dateline.Date, n int) dateline.Date {
	from, err := time.Parse(time.DateOnly, strings.TrimSpace(d.From))
	if err != nil {
		return dateline.Date{}
	}
	return dateline.Date{From: from.AddDate(0, 0, -n).Format(time.DateOnly), To: d.To}
}
