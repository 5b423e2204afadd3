package link

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// telling is one event as a report tells it, in few words; the report's text is made from them.
type telling struct {
	kind    dateline.Kind
	date    string // a day; "" if not told
	place   string // NAME/COUNTRY; "" if not told
	target  string
	killed  int // 0 if not told
	by      string
	pub     string // the report's day
	text    string // the report's text; "" for one of its own
	claimed string // an actor that claims it
}

var spots = map[string]dateline.Place{
	"Konduga/NG":   {ID: "geonames:1", Name: "Konduga", Country: "NG", Admin1: "Borno", Lat: 11.65, Lon: 13.42, Precision: dateline.Settlement},
	"Bama/NG":      {ID: "geonames:2", Name: "Bama", Country: "NG", Admin1: "Borno", Lat: 11.52, Lon: 13.69, Precision: dateline.Settlement},
	"Mosul/IQ":     {ID: "geonames:3", Name: "Mosul", Country: "IQ", Admin1: "Nineveh", Lat: 36.34, Lon: 43.13, Precision: dateline.Settlement},
	"Borno/NG":     {ID: "admin1:NG.27", Name: "Borno", Country: "NG", Admin1: "Borno", Precision: dateline.Province},
	"Nigeria/NG":   {ID: "iso:NG", Name: "Nigeria", Country: "NG", Precision: dateline.Country},
	"Maiduguri/NG": {ID: "geonames:4", Name: "Maiduguri", Country: "NG", Admin1: "Borno", Lat: 11.85, Lon: 13.16, Precision: dateline.Settlement},
}

// read makes the Reading of a report that tells one event.
func read(id string, w telling) dateline.Reading {
	r := dateline.Report{ID: id, Text: w.text}
	if w.pub != "" {
		r.Published = day(w.pub)
	}
	s := dateline.Statement{Report: id, Kind: w.kind, Reality: dateline.Happened, Stance: dateline.Asserted, Rule: "test"}
	var ms []dateline.Resolution
	part := func(role dateline.Role, words string, m dateline.Resolution) {
		at := strings.Index(r.Text, words)
		if at < 0 {
			at = len(r.Text)
			r.Text += words + ". "
		}
		m.Part = len(s.Parts)
		s.Parts = append(s.Parts, dateline.Part{Role: role, Span: dateline.Span{Start: at, End: at + len(words)}})
		ms = append(ms, m)
	}
	if w.text == "" {
		r.Text = "Report " + id + ". "
	}
	if w.target != "" {
		part(dateline.Target, w.target, dateline.Resolution{})
	}
	if w.place != "" {
		p := spots[w.place]
		part(dateline.PlaceRole, p.Name, dateline.Resolution{Place: &p})
	}
	if w.date != "" {
		d := day(w.date)
		part(dateline.DateRole, w.date, dateline.Resolution{Date: &d})
	}
	if w.killed > 0 {
		c := dateline.Exactly(w.killed)
		part(dateline.KilledRole, fmt.Sprint(w.killed, " people"), dateline.Resolution{Count: &c})
	}
	if w.by != "" {
		part(dateline.Perpetrator, w.by, dateline.Resolution{Actor: w.by, State: dateline.Known})
	}
	s.Quote = dateline.Span{End: len(r.Text)}
	s.SetID()
	for i := range ms {
		ms[i].Statement = s.ID
	}
	out := dateline.Reading{Report: r, Statements: []dateline.Statement{s}, Resolutions: ms}
	if w.claimed != "" {
		claim(&out, s.ID, w.claimed)
	}
	return out
}

// claim adds a Statement that points back to the event and claims it.
func claim(r *dateline.Reading, event, actor string) {
	s := dateline.Statement{Report: r.Report.ID, Kind: dateline.Claim, Reality: dateline.Happened, Stance: dateline.Claimed,
		Rule: "test", Refers: event, Why: "test", Parts: []dateline.Part{{Role: dateline.Group, Span: dateline.Span{End: 6}}},
		Speaker: []dateline.Speaker{{Span: dateline.Span{End: 6}, Class: dateline.GroupVoice}}, Quote: dateline.Span{End: 6}}
	s.SetID()
	r.Statements = append(r.Statements, s)
	r.Resolutions = append(r.Resolutions, dateline.Resolution{Statement: s.ID, Actor: actor, State: dateline.Known},
		dateline.Resolution{Statement: s.ID, Part: -1, Actor: actor, State: dateline.Known})
}

func day(d string) dateline.Date {
	return dateline.Date{EDTF: d, From: d, To: d, Anchor: dateline.AnchorText}
}

func TestLink(t *testing.T) {
	konduga := telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11}
	with := func(change func(*telling)) telling {
		w := konduga
		change(&w)
		return w
	}
	for name, c := range map[string]struct {
		tellings []telling
		want     int
	}{
		"the same day and town":             {[]telling{konduga, with(func(w *telling) { w.killed = 14 })}, 1},
		"another day":                       {[]telling{konduga, with(func(w *telling) { w.date = "2024-03-13" })}, 2},
		"another town, far away":            {[]telling{konduga, with(func(w *telling) { w.place = "Maiduguri/NG"; w.target = "a bank"; w.killed = 0 })}, 2},
		"another country":                   {[]telling{konduga, with(func(w *telling) { w.place = "Mosul/IQ" })}, 2},
		"a narrower kind":                   {[]telling{konduga, with(func(w *telling) { w.kind = dateline.SuicideBombing })}, 1},
		"kinds that exclude each other":     {[]telling{with(func(w *telling) { w.kind = dateline.Abduction }), with(func(w *telling) { w.kind = dateline.AirStrike })}, 2},
		"the province for the town":         {[]telling{konduga, with(func(w *telling) { w.place = "Borno/NG" })}, 1},
		"undated, told as news days after":  {[]telling{konduga, with(func(w *telling) { w.date = ""; w.pub = "2024-03-14" })}, 1},
		"no date, no place, nothing to say": {[]telling{konduga, {kind: dateline.Attack}}, 2},
	} {
		var rs []dateline.Reading
		for i, w := range c.tellings {
			rs = append(rs, read(fmt.Sprint("r", i), w))
		}
		if got := Link(rs, nil); len(got) != c.want {
			t.Errorf("%s: %d incidents, want %d", name, len(got), c.want)
		}
	}
}

// many makes reports of twelve events, three of each, with differing tolls and places told loosely.
func many() []dateline.Reading {
	var rs []dateline.Reading
	places := []string{"Konduga/NG", "Bama/NG", "Mosul/IQ", "Maiduguri/NG"}
	for e := range 12 {
		for k := range 3 {
			w := telling{kind: dateline.Attack, date: fmt.Sprintf("2024-03-%02d", 1+e*2), place: places[e%len(places)],
				target: fmt.Sprint("the market of street ", e), killed: 5 + k, by: "boko-haram"}
			if k == 1 {
				w.kind, w.claimed = dateline.Bombing, "boko-haram"
			}
			rs = append(rs, read(fmt.Sprintf("e%d-%d", e, k), w))
		}
	}
	return rs
}

func TestOrderMakesNoDifference(t *testing.T) {
	rs := many()
	want := Link(rs, nil)
	if len(want) != 12 {
		t.Fatalf("%d incidents, want 12", len(want))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		random.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		if got := Link(rs, nil); !reflect.DeepEqual(got, want) {
			t.Fatal("another order gives other incidents")
		}
	}
}

func TestEveryValueNamesItsStatements(t *testing.T) {
	for _, in := range Link(many(), nil) {
		inside := map[string]bool{}
		for _, s := range in.Statements {
			inside[s] = true
		}
		named := func(field string, ids []string) {
			if len(ids) == 0 {
				t.Errorf("incident %s: a %s that nobody tells", in.ID, field)
			}
			for _, id := range ids {
				if !inside[id] {
					t.Errorf("incident %s: %s told by %s, which is not of it", in.ID, field, id)
				}
			}
		}
		for _, d := range in.Dates {
			named("date", d.Statements)
		}
		for _, p := range in.Perpetrators {
			named("perpetrator", p.Statements)
		}
		for _, x := range in.Tolls {
			named("toll", x.Statements)
		}
	}
}

func TestReprintAddsASourceAndNoIncident(t *testing.T) {
	text := strings.Repeat("The market of Konduga was attacked on 2024-03-12 and 11 people died, residents of the town said later. ", 4)
	w := telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", killed: 11, text: text}
	in := Link([]dateline.Reading{read("a", w), read("b", w)}, nil)
	if len(in) != 1 || len(in[0].Reports) != 2 || in[0].Independent != 1 {
		t.Fatalf("%d incidents; want one, with two reports and one independent account", len(in))
	}
}

func TestOldIdentifiersLeadToTheIncident(t *testing.T) {
	a := read("a", telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", killed: 11})
	b := read("b", telling{kind: dateline.Attack, date: "2024-03-12", place: "Konduga/NG", killed: 12})
	both := Link([]dateline.Reading{a, b}, nil)[0]
	ids := append([]string{both.ID}, both.Redirects...)
	for _, r := range []dateline.Reading{a, b} {
		alone := Link([]dateline.Reading{r}, nil)[0].ID
		if !strings.Contains(strings.Join(ids, " "), alone) {
			t.Errorf("%s, the incident of %s alone, leads nowhere", alone, r.Report.ID)
		}
	}
}
