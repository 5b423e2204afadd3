package eval

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"dateline"
)

func TestATableIsAligned(t *testing.T) {
	var b strings.Builder
	table := Table{Title: "Scores", Head: []string{"", "n"}, Rows: [][]string{{"café", "1"}, {"a", "100"}}, Notes: []string{"a note"}}
	if err := table.Write(&b); err != nil {
		t.Fatal(err)
	}
	if want := "Scores\n\n        n\ncafé    1\na     100\n\na note\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

const strengthCase = `A figure.

-- report --
Al-Shabaab is estimated to have 7,000 fighters.
-- says --
strength
  group: Al-Shabaab
`

func TestCasesAreCountedByKind(t *testing.T) {
	wrong := strings.Replace(strengthCase, "strength\n", "ceasefire\n", 1)
	cases := fstest.MapFS{"right.txtar": {Data: []byte(strengthCase)}, "wrong.txtar": {Data: []byte(wrong)},
		"short.txtar":  {Data: []byte(wrong + "-- known shortfall --\nIt is not said.\n")},
		"better.txtar": {Data: []byte(strengthCase + "-- known shortfall --\nIt is too hard.\n")},
		"quiet.txtar":  {Data: []byte("Nothing.\n\n-- report --\nIt rained.\n-- says --\nnothing\n")}}
	table, err := Cases(t.Context(), cases)
	if err != nil {
		t.Fatal(err)
	}
	want := "the group 4 1 1 1 1|  strength 2 1 0 0 1|  ceasefire 2 0 1 1 0|none 1 1 0 0 0|all 5 2 1 1 1"
	var rows []string
	for _, r := range table.Rows {
		rows = append(rows, strings.Join(r, " "))
	}
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if len(table.Notes) != 2 || table.Notes[0] != "passes now: better.txtar" || !strings.HasPrefix(table.Notes[1], "failed: wrong.txtar:") {
		t.Errorf("notes: %q", table.Notes)
	}
}

func TestWhatIsNotThereIsSaid(t *testing.T) {
	for name, score := range map[string]func(context.Context, string) (Table, error){"ud": UD, "isaf": ISAF, "hrdsattack": HRDsAttack,
		"cases": func(ctx context.Context, dir string) (Table, error) { return Cases(ctx, os.DirFS(dir)) }} {
		if _, err := score(t.Context(), t.TempDir()); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheDayOfARelease(t *testing.T) {
	for text, want := range map[string]string{
		"KABUL, Afghanistan (Nov. 20, 2011)":                                "2011-11-20",
		"2012-06-S-026\nKABUL, Afghanistan (June 14) — A force":             "2012-06-14",
		"2011-09-S-026\nKABUL, Afghanistan (Sept. 9, 2011)":                 "2011-09-09",
		"KABUL, Afghanistan (June 14) — no year":                            "",
		"May 11: Operations in two provinces\n2010-05-CA-039":               "2010-05-11",
		"Operational Update March 24, 2011":                                 "2011-03-24",
		"KABUL, Afghanistan (Feb. 30, 2011)":                                "",
		"An operation took place in the district (see below) at some time.": "",
	} {
		if got := (isafRecord{Text: text}).report().Published.From; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestWhatIsReadOfARelease(t *testing.T) {
	said := func(id string, k dateline.Kind, background bool, roles ...dateline.Role) dateline.Statement {
		s := dateline.Statement{ID: id, Kind: k, Reality: dateline.Happened, Background: background}
		for _, r := range roles {
			s.Parts = append(s.Parts, dateline.Part{Role: r})
		}
		return s
	}
	two, numerous, nine := dateline.Exactly(2), dateline.Between(4, -1), dateline.Exactly(9)
	numerous.Word = "numerous"
	day := dateline.Date{EDTF: "2011-11-19", From: "2011-11-19", To: "2011-11-19"}
	again := said("e", dateline.Arrest, false, dateline.Arrested)
	again.Refers = "a"
	got := isafOf(dateline.Reading{
		Statements: []dateline.Statement{
			said("a", dateline.Arrest, false, dateline.Arrested, dateline.PlaceRole, dateline.DateRole, dateline.Group),
			again, said("d", dateline.Arrest, false, dateline.Arrested), said("b", dateline.AirStrike, false, dateline.KilledRole), said("c", dateline.Bombing, true, dateline.KilledRole)},
		Resolutions: []dateline.Resolution{{Statement: "a", Part: 0, Count: &numerous},
			{Statement: "a", Part: 1, Place: &dateline.Place{Admin1: "Paktia Province"}}, {Statement: "a", Part: 2, Date: &day},
			{Statement: "a", Part: 3, Actor: "haqqani-network"}, {Statement: "a", Part: -1, Actor: "taliban"},
			{Statement: "e", Part: 0, Count: &two}, {Statement: "d", Part: 0},
			{Statement: "b", Part: 0, Count: &two}, {Statement: "c", Part: 0, Count: &nine}}})
	want := isafRead{killed: 2, captured: 5, strike: true, groups: "haqqani", date: "2011-11-19", province: "paktya"}
	if got != want || got.event() != "captureandkill" {
		t.Errorf("%+v, %s; want %+v", got, got.event(), want)
	}
	for event, r := range map[string]isafRead{"detention": {captured: 1}, "airstrike": {strike: true, killed: 3}, "insurgentskilled": {killed: 1}, "": {}} {
		if got := r.event(); got != event {
			t.Errorf("%+v is %q, want %q", r, got, event)
		}
	}
}

// The corpora, where they are: scores far below these would mean that a reader of a corpus broke.
func TestScoresOnTheCorpora(t *testing.T) {
	corpora := filepath.Join("..", "..", "..", "shared", "corpora")
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("the corpora are not here")
	}
	table, err := ISAF(t.Context(), corpora)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range table.Rows {
		if len(r[2]) < 4 { // below ten per cent
			t.Errorf("%s: %s per cent", r[0], r[2])
		}
	}
	if len(table.Rows) != len(isafFields) {
		t.Errorf("%d rows", len(table.Rows))
	}
}
