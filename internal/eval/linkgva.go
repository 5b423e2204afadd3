package eval

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/link"
)

// Which articles tell one incident, on GVA, end to end. Every article is read from its raw text, its title,
// the day that the archive gives for it and its address; the host in the address is its publisher. link.Link
// makes incidents of all readings at once. An article is of the incident that it mainly tells
// (analysis.Main, the column main_incident of reports.csv); one from which no incident is read is alone. Two
// articles belong together where the archive files them under one number.
//
// The archive's numbers are no perfect truth: some articles tell of two incidents, and some are filed under
// an incident that they name in passing.
//
//	B-cubed   the mean over articles: of what share of the articles put with it belong with it (precision),
//	          and what share of those that belong with it are put with it (recall); an article counts itself
//	          (Bagga and Baldwin 1998)
//	pairwise  of all pairs of articles that are put together, how many belong together, and the other way round
//
// Two baselines read the same articles; each is shown at the setting that scores best here, which
// flatters it (linkbase.go).
type gvaLinked struct {
	articles  []gvaArticle
	records   map[string]gvaRecord
	readings  []dateline.Reading
	incidents []dateline.Incident
	mains     []*dateline.Incident // by article, nil if none
}

// readGVALinked reads and links all articles of dir/gva.
func readGVALinked(ctx context.Context, dir string) (*gvaLinked, error) {
	records, err := readGVARecords(dir)
	if err != nil {
		return nil, err
	}
	g := &gvaLinked{records: records}
	var reports []dateline.Report
	err = eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		g.articles = append(g.articles, a)
		reports = append(reports, a.published())
		return nil
	})
	if err != nil {
		return nil, err
	}
	if g.readings, err = codeAll(ctx, reports); err != nil {
		return nil, err
	}
	g.link()
	return g, nil
}

func (g *gvaLinked) link() {
	g.incidents = link.Link(g.readings, nil)
	g.mains = analysis.Mains(g.readings, g.incidents)
}

// published is the article's report with its address and the host in it as publisher.
func (a gvaArticle) published() dateline.Report {
	r := a.report()
	r.URL = a.URI
	if u, err := url.Parse(a.URI); err == nil {
		r.Publisher = u.Hostname()
	}
	r.SetID()
	return r
}

// gold is the archive's number of each article.
func (g *gvaLinked) gold() []string {
	out := make([]string, len(g.articles))
	for i, a := range g.articles {
		out[i] = a.Incident
	}
	return out
}

// ours is the main incident of each article, and its own name where it has none.
func (g *gvaLinked) ours() []string {
	out := make([]string, len(g.mains))
	for i, in := range g.mains {
		if out[i] = "article " + strconv.Itoa(i); in != nil {
			out[i] = in.ID
		}
	}
	return out
}

func (g *gvaLinked) articleTable() Table {
	gold := g.gold()
	row := func(name string, groups []string) []string { return scoreGroups(groups, gold).row(name) }
	alone := make([]string, len(gold))
	unread := 0
	for i := range alone {
		alone[i] = strconv.Itoa(i)
		if g.mains[i] == nil {
			unread++
		}
	}
	words, atWords := g.bestByWords(gold)
	heads, atHeads := g.bestByHeads(gold)
	return Table{Title: fmt.Sprintf("Which articles tell one incident, GVA dev, end to end: %d articles, %d incidents, per cent", len(gold), len(groupsOf(gold))),
		Head: []string{"", "groups", "B-cubed P", "R", "F1", "pairwise P", "R", "F1"},
		Rows: [][]string{row("read and linked", g.ours()), row("TF-IDF and days", words), row("event words, town and days", heads), row("each alone", alone)},
		Notes: []string{"bars: B-cubed F1 85, aim 93; pairwise F1 75, aim 88",
			fmt.Sprintf("articles from which no incident is read: %d", unread),
			"TF-IDF and days: best at " + atWords, "event words, town and days: best at " + atHeads}}
}

// grouping is the score of groups of articles against those that belong together.
type grouping struct {
	groups              int
	cubedP, cubedR      float64
	together, same, hit int // pairs: put together, belonging together, both
}

// scoreGroups scores what group each thing is put in against what group it belongs in.
func scoreGroups(ours, gold []string) grouping {
	both := map[[2]string]int{}
	for i := range ours {
		both[[2]string{ours[i], gold[i]}]++
	}
	a, b := groupsOf(ours), groupsOf(gold)
	out := grouping{groups: len(a), together: pairsIn(a), same: pairsIn(b)}
	keys := make([][2]string, 0, len(both))
	for k, n := range both {
		keys = append(keys, k)
		out.hit += n * (n - 1) / 2
	}
	slices.SortFunc(keys, func(x, y [2]string) int { return cmp.Or(cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1])) })
	for _, k := range keys {
		n := float64(both[k])
		out.cubedP += n * n / float64(a[k[0]]) / float64(len(ours))
		out.cubedR += n * n / float64(b[k[1]]) / float64(len(ours))
	}
	return out
}

// groupsOf counts the members of each group.
func groupsOf(names []string) map[string]int {
	out := map[string]int{}
	for _, n := range names {
		out[n]++
	}
	return out
}

func pairsIn(groups map[string]int) int {
	all := 0
	for _, n := range groups {
		all += n * (n - 1) / 2
	}
	return all
}

// harmonic is the harmonic mean; 0 of two zeros.
func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func fraction(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func (g grouping) cubed() float64 { return harmonic(g.cubedP, g.cubedR) }
func (g grouping) pairwise() float64 {
	return harmonic(fraction(g.hit, g.together), fraction(g.hit, g.same))
}

func (g grouping) row(name string) []string {
	c := func(f float64) string { return fmt.Sprintf("%.1f", 100*f) }
	return []string{name, strconv.Itoa(g.groups), c(g.cubedP), c(g.cubedR), c(g.cubed()),
		c(fraction(g.hit, g.together)), c(fraction(g.hit, g.same)), c(g.pairwise())}
}
