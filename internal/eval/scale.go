package eval

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"time"

	"dateline"
	"dateline/internal/invent"
	"dateline/internal/link"
)

// Scale links invented reports (internal/invent), so many each time, and scores the incidents against the
// truth: a tale, what one report tells of one incident, is put in the incident that holds the first of its
// statements that any holds. A pair of reports of one incident is copied if they are one account. The
// seconds and megabytes are by the clock that is given and by the runtime's count of all memory that it ever
// had; they alone come out otherwise each time.
func Scale(ctx context.Context, sizes []int, now func() time.Time) (Table, error) {
	out := Table{Title: "Linking invented reports with known truth, from scratch in memory, per cent, and what it costs",
		Head: []string{"reports", "statements", "incidents", "found", "B-cubed P", "R", "F1", "pairwise P", "R", "F1", "copies P", "R", "F1", "s", "ms a report", "MB"},
		Notes: []string{"bars: 100,000 in 600 s and 2,000 MB on two cores, aim 180 s; the cost of a report stays about the same",
			"an event that is told without a day or a town, or with the wrong month, cannot always be put where it belongs: 100 is out of reach"}}
	for _, n := range sizes {
		if err := ctx.Err(); err != nil {
			return Table{}, err
		}
		row, err := scaleRow(n, now)
		if err != nil {
			return Table{}, err
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

func scaleRow(n int, now func() time.Time) ([]string, error) {
	var readings []dateline.Reading
	truth, stated := truth{}, 0
	for s := range invent.Stories(invent.Options{Seed: 1, Reports: n}) {
		stated += len(s.Reading.Statements)
		truth.add(s)
		readings = append(readings, s.Reading)
	}
	runtime.GC()
	start := now()
	found := link.Link(readings, nil)
	took := now().Sub(start)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	groups, copies := truth.score(found)
	return append(append([]string{strconv.Itoa(n), strconv.Itoa(stated), strconv.Itoa(len(groupsOf(truth.incidents))), strconv.Itoa(len(found))},
		append(groups.row("")[2:], copies.row("")[5:]...)...),
		fmt.Sprintf("%.1f", took.Seconds()), fmt.Sprintf("%.2f", took.Seconds()*1000/float64(n)), fmt.Sprint(m.Sys>>20)), nil
}

// truth is the tales of invented reports.
type truth struct {
	incidents, accounts []string // of each tale
	statements          [][]string
	reports             []string
}

func (t *truth) add(s invent.Story) {
	for _, tale := range s.Tales {
		t.incidents, t.accounts = append(t.incidents, tale.Incident), append(t.accounts, tale.Account)
		t.statements, t.reports = append(t.statements, tale.Statements), append(t.reports, s.Reading.Report.ID)
	}
}

// score says how well the tales are grouped by the incidents that were found, and the reports of each incident by
// account; a tale that no incident tells stands alone.
func (t *truth) score(found []dateline.Incident) (groups, copies grouping) {
	of, account := map[string]string{}, map[string]string{}
	for _, in := range found {
		for _, s := range in.Statements {
			of[s] = in.ID
		}
		for i, g := range in.Copies {
			for _, r := range g {
				account[in.ID+" "+r] = fmt.Sprint(in.ID, " account ", i)
			}
		}
	}
	ours, told := make([]string, len(t.incidents)), make([]string, len(t.incidents))
	for i, ss := range t.statements {
		ours[i] = "none " + strconv.Itoa(i)
		for _, s := range ss {
			if in := of[s]; in != "" {
				ours[i] = in
				break
			}
		}
		told[i] = account[ours[i]+" "+t.reports[i]]
		if told[i] == "" {
			told[i] = ours[i] + " " + strings.Join(ss[:1], "")
		}
	}
	return scoreGroups(ours, t.incidents), scoreGroups(told, t.accounts)
}
