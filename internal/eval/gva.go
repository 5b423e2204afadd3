package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"dateline"
	"dateline/internal/link"
)

// GVA: articles on incidents of the Gun Violence Archive, each with the archive's record of the
// incident: how many were killed and injured in the end. The record is no coding of the article. It
// counts attackers who died; it is final, while an article may be of the first hour, of one victim's
// funeral, or of another incident altogether. So no reader can be right everywhere, and a change of
// the figure says more than the figure.
//
// How an article is scored is fixed. Of the incidents that are read from it as news, that with most
// statements is taken, of as many the first. Its figure of killed or injured is:
//
//	range  from the least low bound to the greatest high bound that its accounts tell; a person told
//	       killed or injured without a number is one
//	best   the greatest low bound of any account
//
// 'Holds' is the share of articles whose range holds the record's figure, 'exact' that whose best is
// the record's; where nothing was told, both are right if the record has none. 'Told' is the share of
// articles of which the record has some, and some figure was read.

type gvaArticle struct {
	ID, Incident, Title, DCT, Content, URI string
}

// gvaRecord is what the archive has of an incident.
type gvaRecord struct {
	Incident string
	Killed   int `json:"num_killed"`
	Injured  int `json:"num_injured"`

	Date, State string
	City        string `json:"city_or_county"`

	Point []float64 `json:"lat_long"` // latitude and longitude; empty if not known
}

// GVA scores the coder on every fourth article of dir/gva: per cent of the articles.
func GVA(ctx context.Context, dir string) (Table, error) {
	records, err := readGVARecords(dir)
	if err != nil {
		return Table{}, err
	}
	var reports []dateline.Report
	var wanted []gvaRecord
	n := 0
	err = eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		if rec, ok := records[a.Incident]; ok && n%gvaStep == 0 {
			reports = append(reports, a.report())
			wanted = append(wanted, rec)
		}
		n++
		return nil
	})
	if err != nil {
		return Table{}, err
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	var killed, injured gvaScore
	var scene, held gvaScene
	for i, r := range read {
		main := mainIncident(link.Link([]dateline.Reading{r}, nil))
		killed.add(wanted[i].Killed, gvaFigure(main, dateline.KilledRole, dateline.Death))
		injured.add(wanted[i].Injured, gvaFigure(main, dateline.Wounded, dateline.Injury))
		scene.add(wanted[i], main)
		if !gvaTaught(wanted[i].Incident) {
			held.add(wanted[i], main)
		}
	}
	return Table{Title: fmt.Sprintf("GVA articles against the final toll of their incidents: %d articles, per cent", len(read)),
		Head: []string{"", "holds", "exact", "told", "range too low", "range too high"},
		Rows: [][]string{killed.row("killed"), injured.row("injured")}, Notes: slices.Concat(scene.notes(), []string{"of the incidents that no model is fitted to:"}, held.notes())}, nil
}

// readGVARecords reads what the archive has of the incidents, by their numbers.
func readGVARecords(dir string) (map[string]gvaRecord, error) {
	records := map[string]gvaRecord{}
	err := eachLine(filepath.Join(dir, "gva", "incidents.jsonl"), func(r gvaRecord) error {
		records[r.Incident] = r
		return nil
	})
	return records, err
}

// gvaStep says that every so-manieth article is scored.
const gvaStep = 4

func (a gvaArticle) report() dateline.Report {
	r := dateline.Report{File: a.ID, Title: a.Title, Text: a.Content, Language: "en", SHA256: a.ID}
	if len(a.DCT) == 10 {
		r.Published, r.Basis = dateline.Date{EDTF: a.DCT, From: a.DCT, To: a.DCT}, "given"
	}
	r.PutHeadline()
	r.SetID()
	return r
}

// mainIncident returns the incident told as news with most statements, of as many the first; zero if
// there is none.
func mainIncident(all []dateline.Incident) dateline.Incident {
	var best dateline.Incident
	for _, in := range all {
		if in.Reality.Counts() && !in.Background && len(in.Statements) > len(best.Statements) {
			best = in
		}
	}
	return best
}

// gvaTold is what an incident tells of one toll; high is -1 where open.
type gvaTold struct {
	told            bool
	low, high, best int
}

// gvaFigure returns what an incident tells of those in role, or of victims whom the effect befell.
func gvaFigure(in dateline.Incident, role dateline.Role, effect dateline.Effect) gvaTold {
	var out gvaTold
	for _, t := range in.Tolls {
		if t.Value.Of == role {
			out.add(orOpen(t.Value.Count.Low), orOpen(t.Value.Count.High))
		}
	}
	for _, v := range in.Victims {
		if v.Value.Effect == effect && v.Value.Count == nil {
			out.add(1, 1)
		}
	}
	return out
}

func (g *gvaTold) add(low, high int) {
	low = max(low, 0)
	if !g.told {
		*g = gvaTold{true, low, high, low}
		return
	}
	g.low, g.best = min(g.low, low), max(g.best, low)
	if g.high >= 0 {
		g.high = max(g.high, high)
	}
	if high < 0 {
		g.high = -1
	}
}

// gvaScore counts articles for one toll.
type gvaScore struct{ holds, exact, told, low, high share }

func (s *gvaScore) add(want int, g gvaTold) {
	over, under := g.told && g.low > want, want > 0 && !g.told || g.told && g.high >= 0 && g.high < want
	s.holds.add(!over && !under)
	s.exact.add(g.best == want)
	s.low.add(under)
	s.high.add(over)
	if want > 0 {
		s.told.add(g.told)
	}
}

func (s *gvaScore) row(name string) []string {
	return []string{name, s.holds.percent(), s.exact.percent(), s.told.percent(), s.low.percent(), s.high.percent()}
}
