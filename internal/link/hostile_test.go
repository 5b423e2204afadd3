package link

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline"
)

// linked is what is made of readings, and fails unless that many incidents are found.
func linked(t *testing.T, want int, rs ...dateline.Reading) []dateline.Incident {
	t.Helper()
	out := Link(rs, nil)
	if len(out) != want {
		t.Fatalf("%d incidents, want %d", len(out), want)
	}
	return out
}

func TestTenThousandCopiesAreOneAccount(t *testing.T) {
	var rs []dateline.Reading
	for i := range 10000 {
		w := telling{kind: dateline.ArmedAssault, date: "2024-03-12", pub: "2024-03-13", place: "Konduga/NG", killed: 11,
			text: fmt.Sprintf("%s in Konduga on 2024-03-12 and 11 people died. Copy %d of the day.", raid, i)}
		r := read(fmt.Sprint("copy ", i), w)
		r.Report.Publisher = fmt.Sprint("Paper ", i%200)
		rs = append(rs, r)
	}
	in := linked(t, 1, rs...)[0]
	if len(in.Reports) != 10000 || in.Independent != 1 || len(in.Copies) != 1 || len(in.Copies[0]) != 10000 {
		t.Errorf("%d reports, %d accounts", len(in.Reports), in.Independent)
	}
}

// roll makes a report that tells n attacks on as many days, and a report of each.
func roll(n int) []dateline.Reading {
	all := dateline.Reading{Report: dateline.Report{ID: "roll"}}
	var rs []dateline.Reading
	for i := range n {
		day := fmt.Sprintf("20%02d-%02d-%02d", 1+i/300, 1+i/28%12, 1+i%28)
		one := read(fmt.Sprint("report ", i), telling{kind: dateline.ArmedAssault, date: day, place: "Konduga/NG", target: "a market", killed: 2 + i%7})
		rs = append(rs, one)
		s := one.Statements[0]
		s.Report, s.Parts = "roll", slices.Clone(s.Parts)
		at := len(all.Report.Text)
		for k := range s.Parts {
			s.Parts[k].Span.Start += at
			s.Parts[k].Span.End += at
		}
		s.Quote = dateline.Span{Start: at, End: at + len(one.Report.Text)}
		s.Trigger = dateline.Span{Start: at, End: at + 6}
		all.Report.Text += one.Report.Text
		s.SetID()
		all.Statements = append(all.Statements, s)
		for _, m := range one.Resolutions {
			m.Statement = s.ID
			all.Resolutions = append(all.Resolutions, m)
		}
	}
	return append(rs, all)
}

func TestAStoryThatNamesThreeHundredIncidents(t *testing.T) {
	for _, in := range linked(t, 300, roll(300)...) {
		if len(in.Reports) != 2 {
			t.Errorf("incident %s on %s has %d reports, want 2", in.ID, in.Dates[0].Value.EDTF, len(in.Reports))
		}
	}
}

// A date that no calendar has is no day: it joins nothing by itself, and takes nothing down with it.
func TestImpossibleDates(t *testing.T) {
	konduga := telling{kind: dateline.ArmedAssault, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11}
	for _, d := range []dateline.Date{
		{EDTF: "2024-02-31", From: "2024-02-31", To: "2024-02-31"}, {EDTF: "0000-00-00", From: "0000-00-00", To: "0000-00-00"},
		{EDTF: "2024-03-14/2024-03-10", From: "2024-03-14", To: "2024-03-10"}, {EDTF: "9999", From: "9999-01-01", To: "9999-12-31"},
		{EDTF: "0001/9998", From: "0001-01-01", To: "9998-12-31"}, {EDTF: "yesterday", From: "yesterday", To: "yesterday"},
		{EDTF: "2024-03-12/..", From: "2024-03-12"}, {EDTF: "x", From: "\x00", To: strings.Repeat("9", 5000)},
	} {
		odd := read("odd", telling{kind: dateline.ArmedAssault, date: "2024-03-12", place: "Konduga/NG", killed: 40})
		for i := range odd.Resolutions {
			if odd.Resolutions[i].Date != nil {
				odd.Resolutions[i].Date = &d
			}
		}
		found := Link([]dateline.Reading{read("a", konduga), read("b", konduga), odd}, nil)
		if i := slices.IndexFunc(found, func(in dateline.Incident) bool { return slices.Contains(in.Reports, "a") }); !slices.Contains(found[i].Reports, "b") {
			t.Errorf("%q parts two others", d.EDTF)
		}
		told := 0
		for _, in := range found {
			for _, x := range in.Dates {
				if x.Value == d {
					told++
				}
			}
		}
		if told != 1 {
			t.Errorf("%q is told by %d incidents, want it kept as it was told, once", d.EDTF, told)
		}
	}
}

func TestTwoIncidentsInOneTownOnOneDay(t *testing.T) {
	market := telling{kind: dateline.Bombing, date: "2024-03-12", place: "Konduga/NG", target: "a market", killed: 11}
	priest := telling{kind: dateline.Abduction, date: "2024-03-12", place: "Konduga/NG", target: "a priest"}
	for _, in := range linked(t, 2, read("a", market), read("b", priest), read("c", market), read("d", priest)) {
		if len(in.Reports) != 2 || len(in.Kinds) != 1 {
			t.Errorf("%v told by %v", in.Kinds, in.Reports)
		}
	}
}

func TestARingOfOutletsIsOneAccount(t *testing.T) {
	names := []string{"North Post", "East Post", "South Post", "West Post"}
	var rs []dateline.Reading
	for i, name := range names {
		next := names[(i+1)%len(names)]
		words := []string{"Gunmen came", "Shots fell", "Men shot", "There was an attack"}[i]
		r := read(fmt.Sprint("r", i), telling{kind: dateline.ArmedAssault, date: "2024-03-12", place: "Konduga/NG", killed: 11,
			text: words + " in Konduga on 2024-03-12, 11 people died, said the " + next + "."})
		at := strings.Index(r.Report.Text, next)
		r.Report.Publisher = name
		s := &r.Statements[0]
		s.Speaker = []dateline.Speaker{{Span: dateline.Span{Start: at, End: at + len(next)}, Class: dateline.Outlet}}
		rs = append(rs, r)
	}
	own := read("own", telling{kind: dateline.ArmedAssault, date: "2024-03-12", place: "Konduga/NG", killed: 11,
		text: "Our reporter saw the market of Konduga on 2024-03-12 and counted: 11 people."})
	own.Report.Publisher = "River Post"
	in := linked(t, 1, append(rs, own)...)[0]
	if in.Independent != 2 || len(in.Copies) != 1 || len(in.Copies[0]) != len(names) {
		t.Errorf("%d accounts, copies %v; want the ring and one more", in.Independent, in.Copies)
	}
}

// A retraction stands beside the claim: it joins the incident and takes nothing away.
func TestARetractionStandsBesideTheClaim(t *testing.T) {
	claimed := read("a", telling{kind: dateline.Bombing, date: "2024-03-12", place: "Konduga/NG", killed: 11, claimed: "x-brigade"})
	retracted := read("b", telling{kind: dateline.Bombing, date: "2024-03-12", place: "Konduga/NG", killed: 11, claimed: "x-brigade"})
	s := &retracted.Statements[1]
	was := s.ID
	s.Kind, s.Stance = dateline.Retraction, dateline.Asserted
	s.SetID()
	for i := range retracted.Resolutions {
		if retracted.Resolutions[i].Statement == was {
			retracted.Resolutions[i].Statement = s.ID
		}
	}
	in := linked(t, 1, claimed, retracted)[0]
	if !slices.Contains(in.Statements, s.ID) || !slices.ContainsFunc(in.Perpetrators, func(p dateline.Told[dateline.Responsible]) bool {
		return p.Value.Actor == "x-brigade" && p.Value.Degree == dateline.ClaimedBy
	}) {
		t.Errorf("the claim or its retraction is gone: %+v", in.Perpetrators)
	}
}
