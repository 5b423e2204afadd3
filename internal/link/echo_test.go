package link

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"dateline"
)

// about is a report of which nothing was read.
func about(id, published, title string) dateline.Reading {
	return dateline.Reading{Report: dateline.Report{ID: id, Title: title, Text: "Sign in to read on.", Published: onDay(published)[0]}}
}

func TestAnEchoHangsOnWhatItsWordsAreAbout(t *testing.T) {
	r := read("told", telling{kind: dateline.ArmedAssault, date: "2016-05-01", place: "Konduga/NG", target: "the mechanic Kovacic", pub: "2016-05-02",
		text: "Ana Kovacic, 34, a mechanic, was shot in a scooter workshop at Zellwood in Konduga on Sunday."})
	r.Report.Title = "Mechanic Ana Kovacic shot in scooter workshop at Zellwood"
	near, far := about("near", "2016-05-02", "Mechanic Ana Kovacic shot in Zellwood scooter workshop"), about("far", "2016-05-02", "Council votes on a new bridge")
	got := Link([]dateline.Reading{near, r, far}, nil)
	if len(got) != 1 || len(got[0].Echoes) != 1 || got[0].Echoes[0].Report != "near" || got[0].Echoes[0].Why == "" {
		t.Fatalf("%d incidents, echoes %+v", len(got), got)
	}
	if !slices.Equal(got[0].Reports, []string{"told"}) || got[0].Independent != 1 {
		t.Errorf("an echo is counted: reports %q, %d independent", got[0].Reports, got[0].Independent)
	}
	alone := Link([]dateline.Reading{r}, nil)[0]
	if alone.ID != got[0].ID || len(alone.Dates) != len(got[0].Dates) {
		t.Error("an echo changes what is told")
	}
}

func TestEchoesBeginNoIncident(t *testing.T) {
	a, b := about("a", "2016-05-02", "Mechanic Ana Kovacic shot in Zellwood scooter workshop"), about("b", "2016-05-02", "Mechanic Ana Kovacic shot in Zellwood scooter workshop")
	if got := Link([]dateline.Reading{a, b}, nil); len(got) != 0 {
		t.Errorf("%d incidents of reports that tell nothing", len(got))
	}
}

func TestWhatPeopleRejectedIsNoEcho(t *testing.T) {
	r := read("told", telling{kind: dateline.ArmedAssault, date: "2016-05-01", place: "Konduga/NG", pub: "2016-05-02"})
	reject := dateline.Decision{ID: "1", Ruling: dateline.Reject, On: []string{r.Statements[0].ID}, Part: dateline.Whole}
	if got := Tell(r, []dateline.Decision{reject}); len(got) != 0 {
		t.Errorf("%d tellings", len(got))
	}
}

// TestEchoesComeInAnyOrder: whatever comes first, the report or its echo, and after the report is read again, the
// echo hangs where Link hangs it.
func TestEchoesComeInAnyOrder(t *testing.T) {
	var all []dateline.Reading
	for i, name := range []string{"Kovacic", "Novakova", "Horvat"} {
		r := read("told"+name, telling{kind: dateline.ArmedAssault, date: "2016-05-01", place: "Konduga/NG", target: "the mechanic " + name, pub: "2016-05-02",
			text: "Ana " + name + ", 34, was shot in a scooter workshop of " + name + " on Sunday."})
		r.Report.Title = "Ana " + name + " shot in scooter workshop"
		all = append(all, r, about("echo"+name, fmt.Sprintf("2016-05-%02d", 2+i), "Ana "+name+" shot in a scooter workshop"))
	}
	want, hung := Link(all, nil), 0
	for _, in := range want {
		hung += len(in.Echoes)
	}
	if hung == 0 {
		t.Fatal("nothing echoes")
	}
	for seed := range uint64(6) {
		random, s := rand.New(rand.NewPCG(seed, 3)), newShelf()
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, r := range append(slices.Clone(all), all[0], all[1]) {
			c, err := Update(s, []dateline.Reading{r}, nil)
			if err != nil {
				t.Fatal(err)
			}
			s.apply(t, c)
		}
		wantListed(t, s.listed(), want)
	}
}
