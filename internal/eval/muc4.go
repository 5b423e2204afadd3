package eval

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"dateline"
	"dateline/internal/ingest"
)

// MUC-4: wire copy of 1989 and 1990 on Latin America, each text with a key of templates, one for each
// terrorist incident. The scoring is the official one of 1992 (scoring-guidelines.v7 in the corpus),
// with rules in the place of the people who then graded strings and dates:
//
//	muc4key.go     reads texts and keys: fillers that may be left out ('?'), and what may stand instead
//	muc4map.go     makes templates of the coded form, and of nothing else
//	muc4named.go   adds organizations that the keys name though nobody says that they did it (muc4body.go
//	               finds those of a text): a guess for this score, which no reader sees
//	muc4score.go   pairs templates and counts; a slot's recall is (right + half right/2) / possible,
//	               its precision that / actual, and F weighs them alike
//	muc4match.go, muc4string.go   grade fillers
//	muc4reduced.go scores type and five roles by entity, as later work on this corpus does
//
// All templates counts everything that is missing and spurious; matched/missing leaves out the
// fillers of spurious templates, matched/spurious those of missing ones, matched only both. In each
// of them, fillers of paired templates count.
//
// The texts are given to the coder as they stand, with nothing from beside them: the day of publication
// is that of a text's own dateline, as 'dateline code' reads it.

// mucSheets are the scores of one part or more.
type mucSheets struct {
	full    mucSheet
	read    mucSheet // without the organizations that are named for the score
	reduced reducedSheet
}

// scoreMUC codes and scores parts of the corpus together.
func scoreMUC(ctx context.Context, dir string, parts ...string) (*mucSheets, error) {
	var out mucSheets
	for _, part := range parts {
		messages, err := readMUC(dir, part)
		if err != nil {
			return nil, err
		}
		reports := make([]dateline.Report, len(messages))
		for i, m := range messages {
			reports[i] = m.report()
		}
		read, err := codeAll(ctx, reports)
		if err != nil {
			return nil, err
		}
		for i, m := range messages {
			form, err := codedOf(read[i])
			if err != nil {
				return nil, err
			}
			resp, read := mucResponse(form)
			out.full.text(m.key, resp)
			out.read.text(m.key, read)
			out.reduced.text(m.key, resp)
		}
	}
	return &out, nil
}

// report is the text with the day of its own dateline.
func (m mucMessage) report() dateline.Report {
	r := dateline.Report{File: m.id, Text: m.text, Language: "en", SHA256: m.id}
	if day, ok := ingest.WireDate(m.text); ok {
		r.Published, r.Basis = day, "dateline"
	}
	r.SetID()
	return r
}

// MUC4 scores the coder on dir/muc4: a held slice of dev (1101 to 1300, which no model is fitted to),
// and tst1 and tst2 together, beside the median and the best of the systems of 1992 on tst3 and tst4.
func MUC4(ctx context.Context, dir string) (Table, error) {
	held, err := scoreMUC(ctx, dir, "held")
	if err != nil {
		return Table{}, err
	}
	tests, err := scoreMUC(ctx, dir, "tst1", "tst2")
	if err != nil {
		return Table{}, err
	}
	official, err := readOfficial(dir)
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: "MUC-4, by the official rules: recall, precision and F",
		Head: []string{"", "dev R", "P", "F", "tst1+2 R", "P", "F", "median F", "best F"}}
	row := func(name string, held, tests mucCount) {
		t.Rows = append(t.Rows, slices.Concat([]string{name}, held.cells(), tests.cells(), official.cells(name)))
	}
	for s := mucDate; s < mucSlots; s++ {
		row(mucSlotNames[s], held.full.slot(s), tests.full.slot(s))
	}
	for _, r := range mucRows {
		row(r.name, held.full.row(r.missing, r.spurious), tests.full.row(r.missing, r.spurious))
	}
	t.Rows = append(t.Rows, slices.Concat([]string{"reduced task"}, held.reduced.cells(), tests.reduced.cells(), []string{"", ""}))
	t.Notes = []string{
		"dev: texts 1101 to 1300. Median and best: of 17 systems, the mean of tst3 and tst4.",
		fmt.Sprintf("templates, tst1+2: %d paired, %d missing, %d spurious", tests.full.templates.cor, tests.full.templates.mis, tests.full.templates.spu),
		fmt.Sprintf("as it is read and shown, without what muc4named.go adds, tst1+2: perp-org %s, perp-org-conf %s, ALL TEMPLATES %s",
			tests.read.slot(mucOrganization).cells()[2], tests.read.slot(mucConfidence).cells()[2], tests.read.row(true, true).cells()[2]),
		"bars on tst1+2: ALL TEMPLATES 48, perp-org-conf 45, reduced task 45; inc-type, inc-stage, inc-date, inc-loc, hum-tgt-num, hum-tgt-effect half-way from median to best"}
	return t, nil
}

// mucRows are the rows over all slots, as the official tables name them.
var mucRows = []struct {
	name              string
	missing, spurious bool
}{{"MATCHED/MISSING", true, false}, {"MATCHED/SPURIOUS", false, true}, {"MATCHED ONLY", false, false}, {"ALL TEMPLATES", true, true}}

func (s *reducedSheet) cells() []string {
	return mucCount{cor: s.right, mis: s.key - s.right, spu: s.resp - s.right}.cells()
}

// official are the F of the systems of 1992, by row and set, sorted.
type official map[string]map[string][]float64

// readOfficial reads the official scores of each slot.
func readOfficial(dir string) (official, error) {
	path := filepath.Join(dir, "muc4", "muc4_official_slot_scores.csv")
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := official{}
	for n, l := range lines[1:] {
		if len(l) < 16 {
			return nil, fmt.Errorf("%s:%d: %d columns", path, n+2, len(l))
		}
		r, err1 := strconv.ParseFloat(l[13], 64) // '*' where nothing was asked or said: 0
		p, err2 := strconv.ParseFloat(l[14], 64)
		score := 0.0
		if err1 == nil && err2 == nil && r+p > 0 {
			score = 2 * r * p / (r + p)
		}
		if out[l[2]] == nil {
			out[l[2]] = map[string][]float64{}
		}
		out[l[2]][l[0]] = append(out[l[2]][l[0]], score)
	}
	return out, nil
}

// cells are the median and the best of a row, each the mean of the sets.
func (o official) cells(row string) []string {
	var median, best float64
	for _, set := range o[row] {
		slices.Sort(set)
		median += set[len(set)/2] / float64(len(o[row]))
		best += set[len(set)-1] / float64(len(o[row]))
	}
	return []string{fmt.Sprintf("%.1f", median), fmt.Sprintf("%.1f", best)}
}
