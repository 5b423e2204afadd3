package scorer

import "testing"

// TestRaces holds that what tells winners from rivals is learned, and what both have is not.
func TestRaces(t *testing.T) {
	var races []Race
	for range 20 {
		races = append(races, Race{{Features: []string{"all", "big"}, Class: Won}, {Features: []string{"all", "small"}, Class: Lost}},
			Race{{Features: []string{"all", "small", "named"}, Class: Won}, {Features: []string{"all", "big"}, Class: Lost}})
	}
	m := FitRaces(append(races, Race{{Features: []string{"small"}, Class: Won}}), Options{})
	odds := func(features ...string) float64 { return m.of(features).Odds(Won, Lost) }
	if odds("big") <= odds("small") || odds("small", "named") <= odds("big") {
		t.Errorf("big %v, small %v, small and named %v", odds("big"), odds("small"), odds("small", "named"))
	}
	if o := odds("all"); o > 0.3 || o < -0.3 {
		t.Errorf("what all have weighs %v", o)
	}
	if FitRaces([]Race{{{Features: []string{"a"}, Class: Won}}}, Options{}) != nil {
		t.Error("a model of a race without rivals")
	}
}
