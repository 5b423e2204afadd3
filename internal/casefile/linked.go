package casefile

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline"

	"golang.org/x/tools/txtar"
)

// Linked is several reports and the incidents that they tell together. Its file is a txtar archive like
// that of a [Case]: prose, then a section 'report NAME' for each report, then one 'incidents', which lists every
// incident that took place of which one of the reports tells:
//
//	-- report wire --
//	...
//	-- incidents --
//	incident bombing
//	  reports: wire reprint hospital     all that tell it, and no others of any file
//	  independent: 2                     how many accounts that are no copies
//	  killed: 14 people = 14 by police   an account, as in a Case
//	  date: = 2024-03-12                 '!' before it: no account tells it: 'date!: = 2025-03-12'
//	incident attack, background          that no report tells as news (or ', news': that one does)
//	  reports: look-back
//	  series: churches                   a part of a whole, with all others of this name and no others
//
// All files of a folder are linked together, so that what the one tells must not run into what another tells.
type Linked struct {
	Name      string
	About     string
	Reports   []dateline.Report // File is the case's name and the report's
	Shortfall string
	incidents []together
}

// together is an incident that several reports tell.
type together struct {
	wanted
	reports     []string     // Report.ID, sorted
	independent int          // 0 if not said
	series      string       // "" if it is no part of one
	never       []wantedPart // accounts that it must not have
}

// ParseLinked reads a case of several reports. The error names the file and the line.
func ParseLinked(name string, data []byte) (Linked, error) {
	l := Linked{Name: name}
	archive := txtar.Parse(data)
	l.About = strings.TrimSpace(string(archive.Comment))
	line := 1 + strings.Count(string(archive.Comment), "\n")
	for _, f := range archive.Files {
		if err := l.section(f.Name, string(f.Data), line+1); err != nil {
			return l, err
		}
		line += 1 + strings.Count(string(f.Data), "\n")
	}
	return l, l.whole()
}

// section reads one section, whose first line is line.
func (l *Linked) section(section, data string, line int) (err error) {
	report, isReport := strings.CutPrefix(section, "report ")
	switch {
	case isReport:
		var r dateline.Report
		r, err = parseReport(l.Name+"/"+report, data, line)
		l.Reports = append(l.Reports, r)
	case section == "incidents":
		err = l.together(data, line)
	case section == "known shortfall":
		l.Shortfall = strings.TrimSpace(data)
	default:
		err = fmt.Errorf("%s:%d: unknown section %q", l.Name, line-1, section)
	}
	return err
}

// together reads the section of the incidents.
func (l *Linked) together(data string, line int) error {
	for i, row := range strings.Split(data, "\n") {
		text := strings.TrimSpace(row)
		var err error
		switch n := len(l.incidents); {
		case text == "" || strings.HasPrefix(text, "#"):
		case !strings.HasPrefix(row, " "):
			err = l.head(text, line+i)
		case n == 0:
			err = fmt.Errorf("an indented line without an incident above it")
		default:
			err = l.detail(&l.incidents[n-1], text, line+i)
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", l.Name, line+i, err)
		}
	}
	return nil
}

// head reads 'incident KIND [or KIND] [REALITY][, background|, news]'.
func (l *Linked) head(text string, line int) error {
	rest, ok := strings.CutPrefix(text, "incident ")
	if !ok {
		return fmt.Errorf("%q is no incident", text)
	}
	rest, mark, marked := strings.Cut(rest, ", ")
	if marked && mark != "background" && mark != "news" {
		return fmt.Errorf("%q is neither background nor news", mark)
	}
	var s says
	if _, err := s.addIncident("incident "+rest, line); err != nil {
		return err
	}
	t := together{wanted: s.incidents[0]}
	if background := mark == "background"; marked {
		t.background = &background
	}
	l.incidents = append(l.incidents, t)
	return nil
}

// detail reads an indented line.
func (l *Linked) detail(t *together, text string, line int) (err error) {
	key, value, _ := strings.Cut(text, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "reports":
		t.reports, err = l.named(strings.Fields(value))
	case "independent":
		t.independent, err = strconv.Atoi(value)
	case "series":
		t.series = value
	default:
		role, never := strings.CutSuffix(key, "!")
		var w wanted
		if err = w.detail(role+": "+value, line, true); never {
			for _, p := range w.parts {
				p.source = text
				t.never = append(t.never, p)
			}
		} else {
			t.parts = append(t.parts, w.parts...)
		}
	}
	return err
}

// named returns the identifiers of reports by their names, sorted.
func (l *Linked) named(names []string) ([]string, error) {
	var out []string
	for _, n := range names {
		at := slices.IndexFunc(l.Reports, func(r dateline.Report) bool { return r.File == l.Name+"/"+n })
		if at < 0 {
			return nil, fmt.Errorf("there is no report %q above", n)
		}
		out = append(out, l.Reports[at].ID)
	}
	slices.Sort(out)
	return out, nil
}

// whole reports what the case lacks, and the first of its words that no report has.
func (l *Linked) whole() error {
	if l.About == "" || len(l.Reports) == 0 || len(l.incidents) == 0 {
		return fmt.Errorf("%s: a case of several reports needs prose, reports and incidents", l.Name)
	}
	var all strings.Builder
	for _, r := range l.Reports {
		all.WriteString(r.Text + "\n")
	}
	for _, t := range l.incidents {
		if len(t.reports) == 0 {
			return fmt.Errorf("%s:%d: which reports tell it?", l.Name, t.line)
		}
		for _, p := range slices.Concat(t.parts, t.never) {
			if !strings.Contains(all.String(), p.words.text) {
				return fmt.Errorf("%s:%d: no report says %q", l.Name, p.words.line, p.words.text)
			}
		}
	}
	return nil
}

// LoadLinked reads every .txtar file at the top of fsys, in the order of their names.
func LoadLinked(fsys fs.FS) ([]Linked, error) {
	names, err := fs.Glob(fsys, "*.txtar")
	if err != nil {
		return nil, err
	}
	var out []Linked
	for _, n := range names {
		data, err := fs.ReadFile(fsys, n)
		if err != nil {
			return nil, err
		}
		l, err := ParseLinked(strings.TrimSuffix(path.Base(n), ".txtar"), data)
		if err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, nil
}

// Check holds the incidents that were linked from the reports of all files against what this one says. It
// returns what does not match, in the order of the lines, and then every incident of its reports that it does not list.
func (l Linked) Check(all []dateline.Incident) []Mismatch {
	k := &check{Case: Case{Name: l.Name}}
	ours := l.told(all)
	faults := func(i, j int) []string { return k.togetherFaults(l.incidents[i], ours[j]) }
	taken := map[int]bool{}
	of := assign(len(l.incidents), len(ours), func(i, j int) bool { return len(faults(i, j)) == 0 })
	for i, j := range of {
		if j >= 0 {
			taken[j] = true
			continue
		}
		why := []string{"no such incident"}
		for n, in := range ours {
			if overlaps(in.Reports, l.incidents[i].reports) {
				why = append(why, string(in.Kind)+" "+in.ID+": "+strings.Join(faults(i, n), ", "))
			}
		}
		k.miss(l.incidents[i].line, l.incidents[i].header, "%s", strings.Join(why, "; "))
	}
	for j, in := range ours {
		if !taken[j] {
			k.miss(0, "incidents", "%s %s, told by %s, is not listed", in.Kind, in.ID, strings.Join(l.names(in.Reports), " "))
		}
	}
	l.series(k, ours, of)
	return k.found
}

// Judge says whether the case may stand, as that of a Case does.
func (l Linked) Judge(found []Mismatch) error { return judge(l.Name, l.Shortfall, found) }

// told lists the incidents that took place and that reports of the case tell.
func (l Linked) told(all []dateline.Incident) []dateline.Incident {
	var ids []string
	for _, r := range l.Reports {
		ids = append(ids, r.ID)
	}
	var out []dateline.Incident
	for _, in := range all {
		if in.Reality.Counts() && overlaps(in.Reports, ids) {
			out = append(out, in)
		}
	}
	return out
}

func overlaps(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// names words reports by their names in the case, those of other cases by their identifiers.
func (l Linked) names(ids []string) []string {
	out := slices.Clone(ids)
	for i, id := range out {
		for _, r := range l.Reports {
			if r.ID == id {
				out[i] = strings.TrimPrefix(r.File, l.Name+"/")
			}
		}
	}
	return out
}

// togetherFaults words how in differs from what is wanted.
func (k *check) togetherFaults(t together, in dateline.Incident) []string {
	var out []string
	if got := slices.Sorted(slices.Values(in.Reports)); !slices.Equal(got, t.reports) {
		out = append(out, fmt.Sprintf("told by %d reports", len(got)))
	}
	if t.background != nil && in.Background != *t.background {
		out = append(out, fmt.Sprintf("background is %t", in.Background))
	}
	if t.independent > 0 && in.Independent != t.independent {
		out = append(out, fmt.Sprintf("%d independent accounts", in.Independent))
	}
	for _, p := range t.never {
		if accountFits(p, in) {
			out = append(out, "an account '"+p.source+"'")
		}
	}
	return append(out, k.incidentFaults(t.wanted, in)...)
}

// series reports the incidents that are told apart, or together, where the case has them otherwise.
func (l Linked) series(k *check, ours []dateline.Incident, of []int) {
	whole := map[string]string{}
	for i, t := range l.incidents {
		if of[i] < 0 {
			continue
		}
		got := ours[of[i]].Series
		if _, seen := whole[t.series]; !seen && t.series != "" {
			whole[t.series] = got
		}
		if (t.series == "") != (got == "") || t.series != "" && whole[t.series] != got {
			k.miss(t.line, t.header, "part of the series %q, wanted %q", got, t.series)
		}
	}
}
