package web

import (
	"strings"
	"testing"

	"dateline"
)

// Rival places are told by what they lie in, not by identifiers that say nothing to a reader, and lead to
// no group's page.
func TestRivalPlacesAreNamed(t *testing.T) {
	m := &dateline.Resolution{Place: &dateline.Place{Name: "Springfield"},
		Others: []string{"geonames:4951788", "geonames:4525353", "no-such:1", "no-such:2", "no-such:3", "no-such:4"}}
	got := (&site{}).rivals(m)
	if len(got) != mostRivals+1 || got[mostRivals].Text != "2 more of that name" || got[2].Text != "no-such:1" {
		t.Fatalf("%+v", got)
	}
	for _, r := range got[:2] {
		if !strings.HasPrefix(r.Text, "Springfield, ") || !strings.HasSuffix(r.Text, ", United States") || r.Link != "" {
			t.Errorf("%+v", r)
		}
	}
}
