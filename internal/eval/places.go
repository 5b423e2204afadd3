package eval

import (
	"cmp"
	"context"
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"

	"dateline"
)

// The corpora of place names, LGL (local papers, most of the United States) and GeoVirus (news of
// epidemics): raw text with every name of a place, where it stands and what it is. How their coding
// maps to ours is fixed:
//
//	found      a name of `places` of the coded report begins and ends where the corpus says. LGL
//	           marks words for peoples ('Russian') as toponyms too, GeoVirus does not: they are in
//	           `peoples` of the coded form, and count in the column 'with peoples' alone
//	resolved   of the names found that the corpus gives coordinates of, those whose `lat`, `lon` are
//	           within 161 km (100 miles) of them; a name without coordinates is not. What is only in
//	           `peoples` is not asked of
//	median     error of the same, in kilometres; of a name without coordinates 20,000
//
// Each article is coded by itself: its text, and for LGL, as an archive would know, the address of its
// page. The models were fitted on the half of the articles that heldOut does not give; the rows 'held
// out' are of the other half.

// placeCorpus is a corpus of articles with their toponyms.
type placeCorpus struct {
	name, file string
}

var placeCorpora = []placeCorpus{{"LGL", "lgl.xml"}, {"GeoVirus", "GeoVirus.xml"}}

// placeArticle is an article and the toponyms that people found in it.
type placeArticle struct {
	id, text, url string
	toponyms      []goldToponym
}

type goldToponym struct {
	span     dateline.Span
	located  bool
	lat, lon float64
}

// heldOut reports whether the models of place names may not see an article: the half of them with odd
// hashes of their names.
func (a placeArticle) heldOut() bool {
	h := fnv.New32a()
	h.Write([]byte(a.id))
	return h.Sum32()%2 == 1
}

// Places scores names of places found in raw text and what they mean, on dir/geoparsing.
func Places(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "Places: names found in raw text, exact spans, and where they are",
		Head: []string{"", "names", "found", "precision", "recall", "F1", "with peoples", "of matched", "within 161 km", "median km"}}
	for _, c := range placeCorpora {
		articles, err := readPlaces(filepath.Join(dir, "geoparsing", c.file))
		if err != nil {
			return t, err
		}
		scores, err := scorePlaces(ctx, articles)
		if err != nil {
			return t, err
		}
		t.Rows = append(t.Rows, scores.all.row(c.name), scores.held.row(c.name+", held out"))
	}
	return t, nil
}

func readPlaces(path string) ([]placeArticle, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var parsed placeFile
	if err := xml.Unmarshal(data, &parsed); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []placeArticle
	for i, a := range parsed.Articles {
		article := placeArticle{id: fmt.Sprint(i, a.Source, a.ID), text: a.Text, url: cmp.Or(a.URL, a.Source)}
		for _, g := range a.LGL {
			article.add(g.Start, g.End, g.Tag.Name != "", g.Tag.Lat, g.Tag.Lon)
		}
		for _, g := range a.GeoVirus {
			article.add(g.Start-1, g.End-1, true, g.Lat, g.Lon)
		}
		slices.SortFunc(article.toponyms, func(a, b goldToponym) int { return cmp.Compare(a.span.Start, b.span.Start) })
		out = append(out, article)
	}
	return out, nil
}

type placeFile struct {
	Articles []struct {
		ID       string         `xml:"docid,attr"`
		Source   string         `xml:"source"`
		URL      string         `xml:"url"`
		Text     string         `xml:"text"`
		LGL      []placeToponym `xml:"toponyms>toponym"`
		GeoVirus []placeToponym `xml:"locations>location"`
	} `xml:"article"`
}

// placeToponym counts characters: from 0 in LGL, from 1 in GeoVirus.
type placeToponym struct {
	Start int     `xml:"start"`
	End   int     `xml:"end"`
	Lat   float64 `xml:"lat"`
	Lon   float64 `xml:"lon"`
	Tag   struct {
		Name string  `xml:"name"`
		Lat  float64 `xml:"lat"`
		Lon  float64 `xml:"lon"`
	} `xml:"gaztag"`
}

// add turns characters into bytes.
func (a *placeArticle) add(start, end int, located bool, lat, lon float64) {
	g := goldToponym{located: located, lat: lat, lon: lon}
	n := 0
	for at := range a.text {
		if n == start {
			g.span.Start = at
		}
		if n == end {
			g.span.End = at
		}
		n++
	}
	if g.span.End == 0 {
		g.span.End = len(a.text)
	}
	a.toponyms = append(a.toponyms, g)
}

func (a placeArticle) report() dateline.Report {
	r := dateline.Report{File: a.id, Text: a.text, URL: a.url, Language: "en"}
	r.SetID()
	return r
}

// placeScores are the sums of a corpus and of its held-out half.
type placeScores struct{ all, held placeScore }

type placeScore struct {
	gold, guessed, right  int
	peoples, rightPeoples int
	located, within       int
	errors                []float64
}

func scorePlaces(ctx context.Context, articles []placeArticle) (*placeScores, error) {
	reports := make([]dateline.Report, len(articles))
	for i, a := range articles {
		reports[i] = a.report()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return nil, err
	}
	var out placeScores
	for i, a := range articles {
		coded, err := codedOf(read[i])
		if err != nil {
			return nil, err
		}
		out.all.add(a, coded)
		if a.heldOut() {
			out.held.add(a, coded)
		}
	}
	return &out, nil
}

func (s *placeScore) add(a placeArticle, c codedForm) {
	gold := map[dateline.Span]goldToponym{}
	for _, g := range a.toponyms {
		gold[g.span] = g
	}
	s.gold += len(gold)
	s.guessed += len(c.Report.Places)
	s.peoples += len(c.Report.Peoples)
	for _, p := range c.Report.Peoples {
		if _, ok := gold[dateline.Span{Start: p.Start, End: p.End}]; ok {
			s.rightPeoples++
		}
	}
	for _, p := range c.Report.Places {
		if g, ok := gold[dateline.Span{Start: p.Start, End: p.End}]; ok {
			s.right++
			s.locate(g, p)
		}
	}
}

// locate scores where a name that was found is said to be.
func (s *placeScore) locate(g goldToponym, p codedToponym) {
	if !g.located {
		return
	}
	s.located++
	far := 20000.0
	if p.Lat != nil && p.Lon != nil {
		far = kilometres(g.lat, g.lon, *p.Lat, *p.Lon)
	}
	s.errors = append(s.errors, far)
	if far <= 161 {
		s.within++
	}
}

func (s *placeScore) row(name string) []string {
	slices.Sort(s.errors)
	median := 0.0
	if n := len(s.errors); n > 0 {
		median = s.errors[n/2]
	}
	return []string{name, fmt.Sprint(s.gold), fmt.Sprint(s.guessed), percent(s.right, s.guessed), percent(s.right, s.gold),
		f1(s.right, s.guessed, s.gold), f1(s.right+s.rightPeoples, s.guessed+s.peoples, s.gold),
		fmt.Sprint(s.located), percent(s.within, s.located), fmt.Sprintf("%.0f", median)}
}

// f1 is the harmonic mean of precision and recall, in per cent.
func f1(right, guessed, gold int) string { return percent(2*right, guessed+gold) }

// kilometres is the distance of two points on a sphere.
func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dLat, dLon := (lat2-lat1)*rad/2, (lon2-lon1)*rad/2
	h := math.Sin(dLat)*math.Sin(dLat) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Sin(dLon)*math.Sin(dLon)
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}
