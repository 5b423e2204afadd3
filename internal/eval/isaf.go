package eval

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/ingest"
)

// The ISAF corpus: press releases on operations in Afghanistan, each coded by hand as one operation.
// How its fields map to ours is fixed:
//
//	event type    killed and captured as below: both is captureandkill, captured alone detention,
//	              killed alone insurgentskilled; an air or drone strike without captured is
//	              airstrike, whoever was killed
//	min killed    the greatest number that a statement of news tells of killed, by its lower bound;
//	              'several' is 3 and 'numerous' 4, as these coders have it; a killed person without
//	              a number is 1
//	min captured  the lower bounds of all arrests and abductions told as news, added up, as these coders
//	              add 'a leader' and 'two others'; of those that refer to one told before the greatest;
//	              'a number of' is 3; those who were only to be arrested do not count
//	group         the listed groups among the parts of the statements, as a set
//	start date    the first day of the date that most statements of news tell; of as many, the first; where
//	              none tells a day, that of the release, which is what these coders then write
//	province      the first-order area of the place that most statements of news tell
//
// The date of publication is the one that ingest finds in the head of the release. Of some releases the corpus has
// neither that nor a year in the text ('KABUL, Afghanistan (Jan. 28)'): what their start date is cannot be known from
// them, and is wrong; a note says what is right of the others. A field that nothing was read for
// is wrong unless the coders left it empty, too: 0 for numbers.

type isafRecord struct {
	ID   string
	Text string
	Gold isafGold
}

type isafGold struct {
	StartDate   string   `json:"start_date"`
	EventType   []string `json:"event_type"`
	Province    []string `json:"province"`
	TargetGroup []string `json:"target_group"`
	MinKilled   int      `json:"min_killed"`
	MinCaptured int      `json:"min_captured"`
}

// isafFields are the rows of the table.
var isafFields = []struct {
	name string
	is   func(isafGold, isafRead) bool
}{
	{"event type", func(g isafGold, r isafRead) bool { return strings.Join(g.EventType, ";") == r.event() }},
	{"min killed", func(g isafGold, r isafRead) bool { return g.MinKilled == r.killed }},
	{"min captured", func(g isafGold, r isafRead) bool { return g.MinCaptured == r.captured }},
	{"group", func(g isafGold, r isafRead) bool { return strings.Join(g.TargetGroup, ";") == r.groups }},
	{"start date", func(g isafGold, r isafRead) bool { return g.StartDate == r.date }},
	{"province", func(g isafGold, r isafRead) bool { return strings.Join(g.Province, ";") == r.province }},
}

// ISAF scores the coder on dir/isaf/dev.jsonl: per cent of the releases in which a field is right.
func ISAF(ctx context.Context, dir string) (Table, error) {
	records, err := readISAF(filepath.Join(dir, "isaf", "dev.jsonl"))
	if err != nil {
		return Table{}, err
	}
	reports := make([]dateline.Report, len(records))
	for i, r := range records {
		reports[i] = r.report()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	t := Table{Title: fmt.Sprintf("ISAF press releases, dev: %d, per cent right", len(records)), Head: []string{"", "right", "per cent"}}
	dated := share{}
	for i, r := range records {
		if !reports[i].Published.IsZero() {
			dated.add(r.Gold.StartDate == isafOf(read[i]).date)
		}
	}
	t.Notes = append(t.Notes, fmt.Sprintf("start date, of the %d releases whose text tells the year: %s per cent", dated.all, dated.percent()))
	for _, f := range isafFields {
		var s share
		for i, r := range records {
			s.add(f.is(r.Gold, isafOf(read[i])))
		}
		t.Rows = append(t.Rows, []string{f.name, fmt.Sprint(s.right), s.percent()})
	}
	return t, nil
}

func readISAF(path string) ([]isafRecord, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []isafRecord
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var r isafRecord
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out = append(out, r)
	}
	return out, lines.Err()
}

func (r isafRecord) report() dateline.Report {
	out := dateline.Report{File: r.ID, Text: r.Text, Language: "en", SHA256: r.ID}
	if date, basis, ok := ingest.HeadDate(r.Text); ok {
		out.Published, out.Basis = date, basis
	}
	out.SetID()
	return out
}

// isafRead is what was read of a release, in the corpus's words.
type isafRead struct {
	killed, captured int
	strike           bool
	groups           string
	date             string
	province         string
}

func (r isafRead) event() string {
	switch {
	case r.killed > 0 && r.captured > 0:
		return "captureandkill"
	case r.captured > 0:
		return "detention"
	case r.strike:
		return "airstrike"
	case r.killed > 0:
		return "insurgentskilled"
	}
	return ""
}

// isafGroups are the corpus's names of groups, by ours.
var isafGroups = map[string]string{"taliban": "taliban", "haqqani-network": "haqqani", "islamic-movement-of-uzbekistan": "imu",
	"al-qaeda": "aq", "hezb-e-islami-gulbuddin": "hig", "lashkar-e-taiba": "let"}

// isafProvinces are the corpus's spellings of provinces where they differ from the gazetteer's.
var isafProvinces = map[string]string{"paktia": "paktya", "maidan wardak": "wardak", "urozgan": "uruzgan", "sar-e pol": "sar-e pul",
	"sar-e-pul": "sar-e pul", "sari pul": "sar-e pul"}

func isafOf(r dateline.Reading) isafRead {
	var out isafRead
	groups, dates, provinces, held := map[string]bool{}, votes{}, votes{}, map[string]int{}
	kinds := map[string]dateline.Statement{}
	for _, s := range r.Statements {
		kinds[s.ID] = s
		if news(s) {
			out.strike = out.strike || s.Kind == dateline.AirStrike
		}
	}
	for _, m := range r.Resolutions {
		s := kinds[m.Statement]
		if name, ok := isafGroups[m.Actor]; ok && m.Part >= 0 {
			groups[name] = true
		}
		if m.Part < 0 || !news(s) {
			continue
		}
		role, words := s.Parts[m.Part].Role, s.Parts[m.Part].Span.In(r.Report.Text)
		if m.Date != nil && m.Date.Fixed() {
			dates.add(m.Date.From)
		}
		if m.Place != nil && m.Place.Admin1 != "" {
			provinces.add(isafProvince(m.Place.Admin1))
		}
		switch {
		case role == dateline.KilledRole:
			out.killed = max(out.killed, isafCount(m.Count, words))
		case captures(s) && s.Parts[m.Part].Inferred == "" && (role == dateline.Arrested || role == dateline.Abducted):
			held[s.ID] += isafCount(m.Count, words)
		}
	}
	out.captured = distinct(held, kinds)
	out.groups, out.date, out.province = joinSorted(groups), cmp.Or(dates.most(), r.Report.Published.From), provinces.most()
	return out
}

// distinct adds up the people of statements, by identifier; of a statement and those that refer to it the
// greatest number counts.
func distinct(held map[string]int, statements map[string]dateline.Statement) int {
	most := map[string]int{}
	for id, n := range held {
		first := cmp.Or(statements[id].Refers, id)
		most[first] = max(most[first], n)
	}
	sum := 0
	for _, n := range most {
		sum += n
	}
	return sum
}

// captures reports whether a statement tells that somebody was held.
func captures(s dateline.Statement) bool {
	return s.Reality != dateline.Attempted &&
		(s.Kind == dateline.Arrest || s.Kind.Family() == dateline.Violence || s.Kind == dateline.AbductedKind)
}

// news reports whether a statement tells what took place and is no older event.
func news(s dateline.Statement) bool { return s.Reality.Counts() && !s.Background }

// isafCount is the least number in these coders' habit, which for vague words is the house's own.
func isafCount(c *dateline.Count, words string) int {
	switch {
	case c != nil && c.Low != nil:
		return *c.Low
	case strings.HasPrefix(strings.ToLower(words), "a number of"):
		return 3
	}
	return 1
}

func isafProvince(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), " province")
	return cmp.Or(isafProvinces[name], name)
}

func joinSorted(set map[string]bool) string {
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return strings.Join(out, ";")
}

// votes counts values; most is the one with most, of as many the one that came first.
type votes struct {
	n     map[string]int
	order []string
}

func (v *votes) add(s string) {
	if v.n == nil {
		v.n = map[string]int{}
	}
	if v.n[s] == 0 {
		v.order = append(v.order, s)
	}
	v.n[s]++
}

func (v *votes) most() string {
	best := ""
	for _, s := range v.order {
		if v.n[s] > v.n[best] {
			best = s
		}
	}
	return best
}
