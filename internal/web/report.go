package web

import (
	"cmp"
	"context"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// reportView is a report's page: its text with what was read marked in it.
type reportView struct {
	Report     dateline.Report
	Name       string
	Date       string
	Basis      string
	Flags      []string
	Fetched    string
	Ahead      bool     // it says that it was published after that
	Readings   []string // by which version of the coder, the first first
	Paragraphs []paragraph
	Statements int
	Doubts     int
	Lines      int // paragraphs of the whole report
	Unread     int // of Lines, those from which nothing was read
	Part       reportPart
	Incidents  []shown
	Copies     []shown
	MoreCopies int
	All        string
	Decisions  []decisionLine
}

// paragraph is a line of the text that is not empty, or a stretch of a very long one.
type paragraph struct {
	Pieces   []piece
	Notes    []note
	Doubts   []doubtNote
	Headline bool // it is the report's headline
	Unread   bool // no statement stands on it
}

// piece is a run of text that is marked in one way.
type piece struct {
	Text    string
	Said    bool   // a statement stands on it
	Over    bool   // several do
	Trigger bool   // the word that carries a statement's kind
	Doubt   bool   // it was not understood
	Of      string // the numbers of the statements that stand on it, with a space between them
	Here    bool   // the statement that the address asks for begins here
	Ends    []int  // numbers of the statements whose words end here
}

// note is a statement in the margin.
type note struct {
	N    int
	Open bool
	accountLine
}

// doubtNote is what was not understood.
type doubtNote struct{ Words, Why string }

// reportPart is which part of a long report a page has.
type reportPart struct {
	N, Of              int // from 1
	Before, After, All string
}

// report shows a report's text and what was read in it: all of it, or the part of a long one that ?part= or ?statement=
// asks for.
func (s *site) report(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	doc, err := s.view.Document(r.Context(), id)
	if err != nil {
		return nil, err
	}
	v := newReportView(&doc)
	all := newLayout(&doc)
	shown, err := v.cut(r, all)
	if err != nil {
		return nil, err
	}
	entries := shown.entries(&doc)
	refs := newRefs()
	v.paragraphs(shown, accounts(entries), refs, r.URL.Query().Get("statement"))
	if err := s.aroundReport(r.Context(), &v, r.URL.Query().Has("all")); err != nil {
		return nil, err
	}
	v.All = with(r, "all", "yes")
	ruled, docket, err := s.withFormer(r.Context(), id, entries, doc.Docket)
	if err != nil {
		return nil, err
	}
	if v.Decisions, err = s.decisions(r.Context(), docket, ruled); err != nil {
		return nil, err
	}
	return &page{Title: v.Name, Template: "report", Section: "reports", Review: refs.review, Main: v}, nil
}

// aroundReport adds what the ledger has about a report: the incidents it tells, its copies, its readings.
func (s *site) aroundReport(ctx context.Context, v *reportView, all bool) error {
	incidents, err := s.view.BriefIn(ctx, v.Report.ID)
	if err != nil {
		return err
	}
	for i := range incidents {
		v.Incidents = append(v.Incidents, incidentShown(&incidents[i]))
	}
	if v.Copies, v.MoreCopies, err = s.copiesOf(ctx, v.Report.ID, incidents, all); err != nil {
		return err
	}
	coded, err := s.view.Coded(ctx, v.Report.ID)
	if err != nil {
		return err
	}
	v.Readings = readingWords(coded)
	return nil
}

// mostLike is how many reports that are one account with it a report's page names, unless all are asked for.
const mostLike = 40

// copiesOf lists the reports that are one account with a report in an incident, the first few or all, and counts the others.
func (s *site) copiesOf(ctx context.Context, report string, incidents []dateline.Incident, all bool) ([]shown, int, error) {
	in := map[string][]int{}
	var ids []string
	for i := range incidents {
		for _, group := range incidents[i].Copies {
			if !slices.Contains(group, report) {
				continue
			}
			for _, id := range group {
				if id != report {
					ids, in[id] = append(ids, id), append(in[id], i)
				}
			}
		}
	}
	ids = unique(ids)
	few, more := shorten(ids, mostLike, all)
	summaries, err := s.view.Summaries(ctx, few)
	var out []shown
	for _, one := range summaries {
		l := newReportLine(one)
		note := cmp.Or(outlet(one.Publisher), "publisher not known") + ", " + l.Date + "; one account with this in " + plural(len(in[one.ID]), "incident")
		out = append(out, shown{Text: l.Name, Link: "/reports/" + one.ID, Note: note})
	}
	return out, more, err
}

// readingWords says by which versions of the coder a report was read.
func readingWords(all []ledger.Coded) []string {
	var out []string
	for i, c := range all {
		words := "coder " + c.Coder
		switch {
		case i > 0 && c.Changed:
			words += ", which read it otherwise"
		case i > 0:
			words += ", which read the same"
		}
		out = append(out, words)
	}
	return out
}

func newReportView(doc *ledger.Document) reportView {
	rep := *doc.Report
	if filepath.IsAbs(rep.File) {
		rep.File = filepath.Base(rep.File) // where it lay on this machine is nobody's matter
	}
	v := reportView{Report: rep, Name: reportName(rep.Title, rep.File), Date: "date of publication not known", Fetched: fetchedWords(rep.Fetched), Ahead: rep.Ahead(),
		Basis: rep.Basis, Flags: rep.Flags, Statements: len(doc.Entries), Doubts: len(doc.Doubts)}
	if !rep.Published.IsZero() {
		v.Date = dateWords(rep.Published)
	}
	return v
}

// layout is a report's paragraphs, with the Statements and the Doubts that begin in each.
type layout struct {
	text  string
	lines []laid
}

// laid is a paragraph before it is worded.
type laid struct {
	dateline.Span
	marks  []mark
	said   []numbered // that begin in it
	doubts []dateline.Doubt
}

// numbered is a Statement with its number in the report.
type numbered struct {
	n  int
	id string
}

// newLayout sorts what was read under the paragraphs of the text.
func newLayout(doc *ledger.Document) layout {
	var quotes []dateline.Span
	for i := range doc.Entries {
		quotes = append(quotes, doc.Entries[i].Statement.Quote)
	}
	for _, d := range doc.Doubts {
		quotes = append(quotes, d.Span)
	}
	l := layout{text: doc.Report.Text}
	for _, line := range lines(l.text) {
		for _, s := range stretches(l.text, line, quotes) {
			l.lines = append(l.lines, laid{Span: s})
		}
	}
	for i := range doc.Entries {
		st := &doc.Entries[i].Statement
		l.mark(mark{Span: st.Quote, said: true, n: i + 1, id: st.ID})
		l.mark(mark{Span: st.Trigger, trigger: true})
		if k := l.at(st.Quote.Start); k >= 0 {
			l.lines[k].said = append(l.lines[k].said, numbered{i + 1, st.ID})
		}
	}
	for _, d := range doc.Doubts {
		l.mark(mark{Span: d.Span, doubt: true})
		if k := l.at(d.Span.Start); k >= 0 {
			l.lines[k].doubts = append(l.lines[k].doubts, d)
		}
	}
	return l
}

// at is the index of the first paragraph that ends after a byte; -1 if none does.
func (l *layout) at(byte int) int {
	k, _ := slices.BinarySearchFunc(l.lines, byte, func(p laid, at int) int {
		if p.End <= at {
			return -1
		}
		return 1
	})
	if k == len(l.lines) {
		return -1
	}
	return k
}

// mark adds m to the paragraphs that it shares a byte with.
func (l *layout) mark(m mark) {
	k := l.at(m.Start)
	for ; k >= 0 && k < len(l.lines) && l.lines[k].Start < m.End; k++ {
		if m.Overlaps(l.lines[k].Span) {
			l.lines[k].marks = append(l.lines[k].marks, m)
		}
	}
}

// statements lists the Statements that begin in the paragraphs.
func (l *layout) statements() []string {
	var out []string
	for i := range l.lines {
		for _, s := range l.lines[i].said {
			out = append(out, s.id)
		}
	}
	return out
}

// entries are those of the Statements that begin in the paragraphs.
func (l *layout) entries(doc *ledger.Document) []ledger.Entry {
	var out []ledger.Entry
	for i := range l.lines {
		for _, s := range l.lines[i].said {
			out = append(out, doc.Entries[s.n-1])
		}
	}
	return out
}

// How much a page of a long report has, in bytes of the page as far as they can be told before: of text, of a note.
const (
	partBytes   = 150 << 10
	noteBytes   = 900
	doubtBytes  = 200
	longestLine = 6000
)

func (p *laid) weight() int {
	return (p.End-p.Start)*5/4 + len(p.said)*noteBytes + len(p.doubts)*doubtBytes + len(p.marks)*60
}

// parts cuts a layout into parts of about partBytes, at paragraphs.
func (l *layout) parts() []layout {
	var out []layout
	begin, n := 0, 0
	for i := range l.lines {
		w := l.lines[i].weight()
		if n > 0 && n+w > partBytes {
			out = append(out, layout{l.text, l.lines[begin:i]})
			begin, n = i, 0
		}
		n += w
	}
	return append(out, layout{l.text, l.lines[begin:]})
}

// cut picks the part of all that the address asks for.
func (v *reportView) cut(r *http.Request, all layout) (layout, error) {
	v.Lines = len(all.lines)
	for i := range all.lines {
		if all.lines[i].unread() {
			v.Unread++
		}
	}
	parts, q := all.parts(), r.URL.Query()
	if len(parts) == 1 || q.Has("all") {
		return all, nil
	}
	n, err := 1, error(nil)
	switch {
	case q.Has("part"):
		if n, err = strconv.Atoi(q.Get("part")); err != nil || n < 1 || n > len(parts) {
			return layout{}, &fault{http.StatusBadRequest, "The report has no such part", "part= in the address takes a number from 1 to " + strconv.Itoa(len(parts)) + "."}
		}
	case q.Has("statement"):
		for i := range parts {
			if slices.Contains(parts[i].statements(), q.Get("statement")) {
				n = i + 1
			}
		}
	}
	to := func(n int) string { return r.URL.Path + "?part=" + strconv.Itoa(n) + "#text" }
	v.Part = reportPart{N: n, Of: len(parts), All: r.URL.Path + "?all=yes"}
	if n > 1 {
		v.Part.Before = to(n - 1)
	}
	if n < len(parts) {
		v.Part.After = to(n + 1)
	}
	return parts[n-1], nil
}

// unread reports whether no statement stands on the paragraph.
func (p *laid) unread() bool {
	return !slices.ContainsFunc(p.marks, func(m mark) bool { return m.said })
}

// paragraphs words a layout; told holds its Statements in their order, and asked is the one that the address asks for.
func (v *reportView) paragraphs(l layout, told []analysis.Account, refs *refs, asked string) {
	for _, a := range told {
		refs.known[a.ID] = a
	}
	headline := v.Report.Headline()
	for i := range l.lines {
		line := &l.lines[i]
		p := paragraph{Pieces: pieces(l.text, line, asked), Headline: headline.Contains(line.Span), Unread: line.unread()}
		for _, s := range line.said {
			p.Notes = append(p.Notes, note{s.n, s.id == asked, refs.account(refs.known[s.id], "")})
		}
		for _, d := range line.doubts {
			p.Doubts = append(p.Doubts, doubtNote{tidy(d.Span.In(l.text)), upper(d.Why)})
		}
		v.Paragraphs = append(v.Paragraphs, p)
	}
}

// lines are the Spans of the lines of text that hold more than blanks.
func lines(text string) []dateline.Span {
	var out []dateline.Span
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(text[at:end]) != "" {
			out = append(out, dateline.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return out
}

// stretches cuts a very long line after a full stop outside of what was read, so that a page can end there.
func stretches(text string, line dateline.Span, quotes []dateline.Span) []dateline.Span {
	var out []dateline.Span
	for line.End-line.Start > longestLine {
		at := line.Start + longestLine
		for ; at < line.End; at++ {
			if strings.HasPrefix(text[at-2:], ". ") && !slices.ContainsFunc(quotes, func(q dateline.Span) bool { return q.Start < at && at < q.End }) {
				break
			}
		}
		if at == line.End {
			break
		}
		out = append(out, dateline.Span{Start: line.Start, End: at})
		line.Start = at
	}
	return append(out, line)
}

// mark is a Span of the text to show.
type mark struct {
	dateline.Span
	said, trigger, doubt bool
	n                    int // the number of the statement whose words it is; 0 for the others
	id                   string
}

// pieces cuts a paragraph wherever a mark begins or ends.
func pieces(text string, line *laid, asked string) []piece {
	spans := make([]dateline.Span, len(line.marks))
	for i, m := range line.marks {
		spans[i] = m.Span
	}
	var out []piece
	for _, at := range cut(line.Span, spans) {
		p, of := piece{Text: at.In(text)}, []string(nil)
		for _, m := range line.marks {
			if !m.Overlaps(at) {
				continue
			}
			p.Said, p.Trigger, p.Doubt = p.Said || m.said, p.Trigger || m.trigger, p.Doubt || m.doubt
			if m.n > 0 {
				of = append(of, strconv.Itoa(m.n))
				p.Here = p.Here || m.id == asked && m.Start == at.Start
			}
			if m.n > 0 && m.End == at.End {
				p.Ends = append(p.Ends, m.n)
			}
		}
		p.Of, p.Over = strings.Join(of, " "), len(of) > 1
		out = append(out, p)
	}
	return out
}

// cut parts a line so that no Span begins or ends within a part.
func cut(line dateline.Span, spans []dateline.Span) []dateline.Span {
	at := []int{line.Start, line.End}
	for _, s := range spans {
		for _, i := range []int{s.Start, s.End} {
			if line.Start < i && i < line.End {
				at = append(at, i)
			}
		}
	}
	slices.Sort(at)
	at = slices.Compact(at)
	var out []dateline.Span
	for i := 1; i < len(at); i++ {
		out = append(out, dateline.Span{Start: at[i-1], End: at[i]})
	}
	return out
}
