package web

import "testing"

// A part of a place is told by the place's name, never by its identifier.
func TestLabelsOfPlaces(t *testing.T) {
	for id, want := range map[string]string{
		"iso:AF":       "Afghanistan",
		"iso:AF/part":  "Afghanistan, a part of it",
		"iso:ML/north": "Mali, north",
		"nowhere/part": "nowhere/part",
	} {
		if got := (labeller{}).label("place", id); got != want {
			t.Errorf("%s is told as %q, want %q", id, got, want)
		}
	}
}
