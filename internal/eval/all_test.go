package eval

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestAll(t *testing.T) {
	runs := 0
	got, err := All(context.Background(), Stamp{"1a2b3c4", "2026-11-22"}, func(_ context.Context, name string) (Table, error) {
		if name != "muc4" {
			return Table{}, fs.ErrNotExist
		}
		runs++
		return Table{Rows: [][]string{
			{"ALL TEMPLATES", "", "", "", "", "", "50.0", "30.0", "56.0"},
			{"inc-type", "", "", "", "", "", "49.9", "40.0", "60.0"},
			{"inc-date", "", "", "", "", "", "61.0", "40.0", "60.0"},
		}}, nil
	})
	if err != nil || runs != 1 {
		t.Fatal(err, runs)
	}
	for _, want := range []string{"muc4: all templates, F|48|62|50.0|pass", "muc4: incident type, F|50|60|49.9|not yet",
		"muc4: date, F|50|60|61.0|aim", "isaf: group, %|80|96|not measured|"} {
		found := false
		for _, r := range got.Rows {
			found = found || strings.Join(r, "|") == want
		}
		if !found {
			t.Errorf("no row %q in %q", want, got.Rows)
		}
	}
	if got.Title != "All scores, commit 1a2b3c4, 2026-11-22" {
		t.Error(got.Title)
	}
	_, err = All(context.Background(), Stamp{}, func(context.Context, string) (Table, error) { return Table{}, errors.New("broken") })
	if err == nil {
		t.Error("an error of a score is lost")
	}
}

// TestScoresFile holds the kept table against the figures: a figure that is added is added to it too.
func TestScoresFile(t *testing.T) {
	b, err := os.ReadFile("../../docs/scores.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figures {
		if !strings.Contains(string(b), f.name) {
			t.Errorf("docs/scores.txt has no row %q: run dateline eval all", f.name)
		}
	}
	if !strings.HasPrefix(string(b), "All scores, commit ") {
		t.Error("docs/scores.txt does not say of which commit it is")
	}
}
