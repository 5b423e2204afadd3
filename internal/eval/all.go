package eval

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// Stamp says of which state of the program scores are: the commit and the day, as the caller gives them.
type Stamp struct{ Commit, Date string }

// figure is a row of the table of all scores: which cell of which table it is, and its bars. Bars of 0 are
// none: the figure is kept to see whether it moves.
type figure struct {
	eval, row string
	col       int // in the row, from 0
	name      string
	pass, aim float64
}

// figures lists every figure in the order of the table. A row is found by its name, white space aside.
// The bars of slots of MUC-4 are made from the table itself: pass is half-way from the median of 17 systems
// to the best, aim is the best.
var figures = []figure{
	{"muc4", "ALL TEMPLATES", mucColumn, "all templates, F", 48, 62},
	{"muc4", "perp-org-conf", mucColumn, "organisation confidence, F", 45, 60},
	{"muc4", "inc-type", mucColumn, "incident type, F", mucHalfway, 0},
	{"muc4", "inc-stage", mucColumn, "stage of execution, F", mucHalfway, 0},
	{"muc4", "inc-date", mucColumn, "date, F", mucHalfway, 0},
	{"muc4", "inc-loc", mucColumn, "location, F", mucHalfway, 0},
	{"muc4", "hum-tgt-num", mucColumn, "number of people, F", mucHalfway, 0},
	{"muc4", "hum-tgt-effect", mucColumn, "effect on people, F", mucHalfway, 0},
	{"muc4", "reduced task", mucColumn, "role fillers, reduced task, F", 45, 58},
	{"wikievents", "triggers, type and head", 6, "triggers with type, F1", 50, 62},
	{"wikievents", "arguments, end to end", 6, "arguments end to end, F1", 38, 52},
	{"isaf", "event type", 2, "event type, %", 88, 96},
	{"isaf", "min killed", 2, "minimum killed, %", 90, 96},
	{"isaf", "min captured", 2, "minimum captured, %", 80, 96},
	{"isaf", "group", 2, "group, %", 80, 96},
	{"isaf", "start date", 2, "start date, %", 85, 95},
	{"hrdsattack", "violations", 6, "violation types, F1", 62, 78},
	{"hrdsattack", "perpetrator", 1, "perpetrator mention, F1", 85, 95},
	{"hrdsattack", "victims, by name", 6, "victims, F1", 45, 60},
	{"hrdsattack", "year", 1, "event's year, %", 85, 92},
	{"hrdsattack", "month", 1, "event's month, %", 75, 85},
	{"hrdsattack", "day", 1, "event's day, %", 55, 75},
	{"isaf", "province", 2, "province, %", 92, 97},
	{"hrdsattack", "country", 1, "country of the event, %", 90, 95},
	{"hrdsattack", "region", 1, "region of the event, %", 70, 85},
	{"hrdsattack", "city", 1, "city of the event, %", 55, 75},
	{"plover", "sentences", 3, "root class, %", 70, 85},
	{"plover", "sentences", 4, "root class with source and target, %", 45, 65},
	{"re3d", "all", 5, "relations between groups, typed F1", 0.35, 0.55},
	{"conflictwiki", "the first 300", 2, "strings wholly right, %", 93, 98},
	{"cases", "probes", 2, "probe sentences that pass, of 20", 20, 20},
	{"cases", "all", 2, "cases that pass", 0, 0},
	{"actors", "all", 3, "name mentions right, %", 95, 99},
	{"actors", "all", 4, "name mentions given to a wrong actor", 0, 0},
	{"dates", "all", 3, "expressions of time with their anchors, %", 95, 99},
	{"counts", "all", 3, "count expressions right, %", 95, 99},
	{"gate", "all that tell an incident", 3, "first pass: reports of incidents kept, %", 99, 99},
	{"gva", "killed", 1, "killed: the range holds the record, %", 0, 0},
	{"gva", "injured", 1, "injured: the range holds the record, %", 0, 0},
	{"linking", "read and linked", 4, "GVA, which articles tell one incident: B-cubed F1", 85, 93},
	{"linking", "read and linked", 7, "GVA, which articles tell one incident: pairwise F1", 75, 88},
	{"linking", "incident's killed", 3, "GVA, the record's killed lies in the incident's range, %", 85, 93},
	{"linking", "incident's injured", 3, "GVA, the record's injured lies in the incident's range, %", 85, 93},
	{"linking", "incident's date", 3, "GVA, the incident's date is the record's, %", 85, 93},
	{"linking", "incident's city", 3, "GVA, the incident's city is the record's, %", 85, 92},
	{"ecbplus", "dev, topics 34 and 35", 8, "ECB+, which marked words tell one event: CoNLL", 78, 84},
	{"gvc", "linked texts: one sort of event, one event", 8, "Gun Violence Corpus, which marked words tell one event: CoNLL", 60, 75},
	{"attribution", "source", 5, "who says it, exact F1", 60, 83},
	{"attribution", "content", 5, "what is said, exact F1", 45, 73},
	{"ud", "en_ewt-ud-test.conllu", 7, "dependency trees, LAS", 83, 87},
	{"clauses", "who", 5, "who does it, F1", 0, 0},
	{"reference", "gum-free-test.conllu, names and 'the group'", 12, "reference of names and 'the group', CoNLL", 60, 70},
	{"places", "LGL, held out", 5, "place names found in local news, half never seen, F1", 72, 80},
	{"places", "GeoVirus, held out", 5, "place names found in news of epidemics, half never seen, F1", 80, 88},
	{"places", "LGL, held out", 8, "local news, half never seen: placed within 161 km, %", 76, 85},
	{"places", "GeoVirus, held out", 8, "news of epidemics, half never seen: placed within 161 km, %", 85, 92},
	{"ner", "UNER PUD, gold words", 4, "names on PUD, F1", 80, 86},
	{"ner", "re3d, whole", 4, "names on re3d, F1", 65, 75},
}

// mucColumn is the F on tst1 and tst2 in the table of MUC-4; the median and the best of 1992 stand behind it.
const (
	mucColumn  = 6
	mucHalfway = -1 // a pass bar to be made from the row
)

// All runs every score that figures need, each once, and gives one row for each figure: what it is, its
// bars and whether it meets them. run returns the table of a score by its name, and an error that is
// fs.ErrNotExist where there is no such score or its corpus is not there: such a figure is 'not measured'.
func All(ctx context.Context, stamp Stamp, run func(ctx context.Context, name string) (Table, error)) (Table, error) {
	out := Table{Title: fmt.Sprintf("All scores, commit %s, %s", or(stamp.Commit, "not given"), or(stamp.Date, "no date given")),
		Head: []string{"", "pass", "aim", "now", "met"}}
	tables := map[string]*Table{}
	for _, f := range figures {
		t, had := tables[f.eval]
		if !had {
			got, err := run(ctx, f.eval)
			switch {
			case err == nil:
				t = &got
			case !errors.Is(err, fs.ErrNotExist):
				return Table{}, fmt.Errorf("scoring %s: %w", f.eval, err)
			}
			tables[f.eval] = t
		}
		out.Rows = append(out.Rows, f.cells(t))
	}
	return out, nil
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// cells are the figure's row, from the table that it stands in; nil for none.
func (f figure) cells(t *Table) []string {
	row := find(t, f.row)
	if row == nil || f.col >= len(row) {
		return []string{f.eval + ": " + f.name, bar(f.pass), bar(f.aim), "not measured", ""}
	}
	if f.pass == mucHalfway && len(row) > mucColumn+2 {
		median, best := number(row[mucColumn+1]), number(row[mucColumn+2])
		f.pass, f.aim = (median+best)/2, best
	}
	return []string{f.eval + ": " + f.name, bar(f.pass), bar(f.aim), row[f.col], f.met(number(row[f.col]))}
}

// find returns the first row of that name, or the words of the first note that begins with it, of the table or of
// those after it; nil if there is none.
func find(t *Table, name string) []string {
	if t == nil {
		return nil
	}
	for _, r := range t.Rows {
		if strings.TrimSpace(r[0]) == name {
			return r
		}
	}
	for _, n := range t.Notes {
		if words := strings.Fields(n); len(words) > 1 && words[0] == name {
			return words
		}
	}
	for i := range t.More {
		if row := find(&t.More[i], name); row != nil {
			return row
		}
	}
	return nil
}

// met says which bar a figure meets.
func (f figure) met(now float64) string {
	switch {
	case f.pass <= 0:
		return ""
	case now >= f.aim:
		return "aim"
	case now >= f.pass:
		return "pass"
	}
	return "not yet"
}

// bar words a bar; "" for none.
func bar(b float64) string {
	if b <= 0 {
		return ""
	}
	return strconv.FormatFloat(b, 'f', -1, 64)
}

// number reads a cell; 0 for what is none.
func number(cell string) float64 {
	n, _ := strconv.ParseFloat(cell, 64)
	return n
}
