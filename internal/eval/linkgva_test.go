package eval

import (
	"slices"
	"testing"

	"dateline"
)

func TestGroupsAreScoredByArticleAndByPair(t *testing.T) {
	// a and b belong together, and c, d, e; we put b with c.
	got := scoreGroups([]string{"1", "2", "2", "3", "3"}, []string{"x", "x", "y", "y", "y"})
	// precision 1, 1/2, 1/2, 1, 1; recall 1/2, 1/2, 1/3, 2/3, 2/3
	if want := []string{"ours", "3", "80.0", "53.3", "64.0", "50.0", "25.0", "33.3"}; !slices.Equal(got.row("ours"), want) {
		t.Errorf("got %q, want %q", got.row("ours"), want)
	}
	all := scoreGroups([]string{"1", "1"}, []string{"x", "x"})
	if all.cubed() != 1 || all.pairwise() != 1 {
		t.Errorf("one group taken for one: %+v", all)
	}
	none := scoreGroups([]string{"1", "2"}, []string{"x", "y"})
	if none.cubed() != 1 || none.pairwise() != 0 {
		t.Errorf("no pairs at all: %+v", none)
	}
}

func TestWordsGroupWhatIsTheLikest(t *testing.T) {
	ps := []wordPair{{0, 1, 0.9, 1}, {1, 2, 0.6, 1}, {2, 3, 0.5, 30}}
	for _, c := range []struct {
		days  int
		bound float64
		want  []string
	}{{5, 0.5, []string{"0", "0", "2", "3"}}, {5, 0.3, []string{"0", "0", "0", "3"}}, {60, 0.5, []string{"0", "0", "2", "2"}}} {
		if got := agglomerate(4, ps, c.days, c.bound); !slices.Equal(got, c.want) {
			t.Errorf("within %d days over %.1f: %q, want %q", c.days, c.bound, got, c.want)
		}
	}
	found := wordPairs([]gvaArticle{
		{DCT: "2016-05-01", Content: "a mechanic was shot in Elmwood"}, {DCT: "2016-05-02", Content: "Elmwood mechanic shot"},
		{DCT: "2016-05-02", Content: "the council met"}, {DCT: "2016-05-02", Content: "rain fell"},
		{DCT: "2016-05-02", Content: "markets opened"}, {DCT: "2016-05-02", Content: "prices rose"}, {DCT: "2016-09-02", Content: "a mechanic was shot in Elmwood"}})
	if len(found) != 1 || found[0].a != 0 || found[0].b != 1 {
		t.Errorf("pairs of words: %+v", found)
	}
}

func TestARecordHasTheIncidentOfMostOfItsArticles(t *testing.T) {
	g := &gvaLinked{incidents: []dateline.Incident{{ID: "p"}, {ID: "q"}, {ID: "r"}}}
	for _, x := range []struct {
		record string
		main   int
	}{{"1", 0}, {"1", 1}, {"1", 1}, {"2", 1}, {"2", -1}, {"3", 2}} {
		g.articles = append(g.articles, gvaArticle{Incident: x.record})
		if x.main < 0 {
			g.mains = append(g.mains, nil)
		} else {
			g.mains = append(g.mains, &g.incidents[x.main])
		}
	}
	got := g.matched()
	if len(got) != 2 || got["1"].ID != "q" || got["3"].ID != "r" {
		t.Errorf("matched: %v", got)
	}
}
