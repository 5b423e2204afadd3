package eval

import (
	"slices"
	"testing"
)

func TestConflictWikiCoding(t *testing.T) {
	c, err := parseConflictWiki(conflictWikiCoding)
	if err != nil || len(c) != conflictWikiParts[len(conflictWikiParts)-1].end {
		t.Fatalf("%d strings, %v", len(c), err)
	}
	for _, bad := range []string{"short strength 1 killed", "0123456789ab soup 1 killed", "0123456789ab strength killed", "0123456789ab strength 9..3 killed",
		"0123456789ab strength\n0123456789ab strength"} {
		if _, err := parseConflictWiki(bad); err == nil {
			t.Errorf("%q: read without an error", bad)
		}
	}
}

func TestConflictWikiScore(t *testing.T) {
	coded := []boxFigure{{5, 5, "killed", "rebel"}, {10, -1, "wounded", ""}, {7, 7, "vehicles", ""}}
	read := []boxFigure{{5, 5, "killed", "rebel claim"}, {7, 7, "killed", ""}, {9, 9, "killed", ""}}
	if got, want := alignFigures(coded, read), [][2]int{{0, 0}, {2, 1}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	row := boxRow("x", []boxString{{coded: coded, read: read}, {coded: coded[:1], read: read[:1]}})
	if want := []string{"x", "2", "50.0", "4", "75.0", "66.7", "100.0", "1"}; !slices.Equal(row, want) {
		t.Errorf("got %q, want %q", row, want)
	}
}

func TestConflictWikiDraw(t *testing.T) {
	a := []boxString{{field: "strength", text: "5"}, {field: "casualties", text: "5"}, {field: "strength", text: "6 men"}}
	b := slices.Clone(a)
	slices.Reverse(b)
	if !slices.EqualFunc(drawConflictWiki(a, 2), drawConflictWiki(b, 2), func(x, y boxString) bool { return x.field == y.field && x.text == y.text }) {
		t.Error("the draw depends on the order of the corpus")
	}
}
