package web

import (
	"cmp"
	"net/http"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
)

// statementView is the answer to 'how do you know this?'.
type statementView struct {
	Account   accountLine
	Context   [][]contextPiece // by paragraph
	Report    dateline.Report
	Speakers  []meaningLine
	Parts     []meaningLine
	Refers    *shown // the earlier statement whose event it speaks of
	Why       string
	Rule      ruleLine
	Score     string
	Kind      string
	Meaning   string // the code book's definition
	Reality   string
	Stance    string
	News      bool
	Review    string
	Incidents []wentTo
	Link      string // of its page
	InReport  string // the address of its place in the report
	Fetched   string // the day on which the report was read
	ReadAs    string // the kind that the machine read, where a person corrected it
	Former    bool   // the last reading of the report does not make it any more
	Instead   []shown
	Decisions []decisionLine
}

// contextPiece is a run of the text around a statement.
type contextPiece struct {
	Text    string
	Quote   bool
	Trigger bool
	Part    bool
	Asked   bool     // the part that a reviewer is asked about
	Roles   []string // of the parts that end here
}

// meaningLine is what words of a statement mean, and why.
type meaningLine struct {
	Role  string
	Words string
	Name  string // the earlier name that they stand for
	Means shown
	State string
	Rival []shown
	Score string
	Why   string
}

// ruleLine is the rule that read a statement.
type ruleLine struct{ Name, Doc, Example string }

// statement shows one statement with all that it rests on.
func (s *site) statement(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	all, docket, err := s.view.StatementsRuled(r.Context(), []string{id})
	if err != nil {
		return nil, err
	}
	e := all[0]
	a := analysis.NewAccount(said(e))
	refs := newRefs(a)
	v := s.statementView(&e, a, refs)
	if v.Decisions, err = s.decisions(r.Context(), docket, all); err != nil {
		return nil, err
	}
	if v.Instead, err = s.instead(r, &e); err != nil {
		return nil, err
	}
	if v.Incidents, err = s.wentTo(r.Context(), id); err != nil {
		return nil, err
	}
	if e.Statement.Refers != "" {
		if to, err := s.view.Statement(r.Context(), e.Statement.Refers); err == nil {
			v.Refers = &shown{Text: tidy(to.Statement.Quote.In(to.Report.Text)), Link: "/statements/" + to.Statement.ID}
		}
	}
	return &page{Title: "How do you know this?", Template: "statement", Section: "reports", Review: refs.review, Main: v}, nil
}

// evidenceOf is a statement in short, for the drawer: a page without a frame.
func (s *site) evidenceOf(r *http.Request) (*page, error) {
	id, err := id(r)
	if err != nil {
		return nil, err
	}
	e, err := s.view.Statement(r.Context(), id)
	if err != nil {
		return nil, err
	}
	in, err := s.view.BriefOfStatement(r.Context(), id)
	if err != nil {
		return nil, err
	}
	a := analysis.NewAccount(said(e))
	v := s.statementView(&e, a, newRefs(a))
	for i := range in {
		v.Incidents = append(v.Incidents, wentTo{Incident: incidentShown(&in[i])})
	}
	return &page{Template: "evidence", Bare: true, Main: v}, nil
}

// instead lists the statements that now stand where a former one did.
func (s *site) instead(r *http.Request, e *ledger.Entry) ([]shown, error) {
	if !e.Former {
		return nil, nil
	}
	ids, err := s.view.Instead(r.Context(), e.Statement.ID)
	if err != nil {
		return nil, err
	}
	entries, err := s.view.Statements(r.Context(), ids)
	var out []shown
	for i := range entries {
		out = append(out, shown{Text: quoteOf(&entries[i], ids[i]), Link: "/statements/" + ids[i]})
	}
	return out, err
}

func (s *site) statementView(e *ledger.Entry, a analysis.Account, refs *refs) statementView {
	st := &e.Statement
	v := statementView{Account: refs.account(a, ""), Context: around(e.Report.Text, st), Report: *e.Report, Why: st.Why,
		Link: "/statements/" + st.ID, InReport: "/reports/" + e.Report.ID + "?statement=" + st.ID + "#here", Fetched: fetchedWords(e.Report.Fetched),
		Rule: rule(st.Rule), Score: score(st.Score), Kind: string(st.Kind), Review: string(e.Review),
		ReadAs: string(st.ReadAs), Former: e.Former, Reality: cmp.Or(realityWords(st.Reality), string(dateline.Happened)), Stance: string(st.Stance), News: !st.Background}
	if entry, ok := s.kinds.Entry(st.Kind); ok {
		v.Meaning = entry.Definition
	}
	for i, sp := range a.By {
		l := meaningLine{Role: speakerRole(i), Words: cmp.Or(tidy(sp.Words), "no words: somebody, not said who"), Name: tidy(sp.Name)}
		l.mean(s, e.Resolution(-1-sp.Index))
		l.State = strings.TrimPrefix(strings.Join([]string{l.State, classWords(sp.Class), tidy(sp.About)}, "; "), "; ")
		l.State = strings.Trim(strings.ReplaceAll(l.State, "; ; ", "; "), "; ")
		v.Speakers = append(v.Speakers, l)
	}
	for _, p := range a.Parts {
		l := meaningLine{Role: string(p.Role), Words: tidy(p.Words), Name: tidy(p.Name)}
		l.mean(s, e.Resolution(p.Index))
		l.lend(p.Inferred)
		v.Parts = append(v.Parts, l)
	}
	return v
}

func speakerRole(i int) string {
	if i == 0 {
		return "says it"
	}
	return "passes it on"
}

// lend says how the part came to the statement, if it does not stand in its clause: before why it means what it does,
// where that says more.
func (l *meaningLine) lend(inferred string) {
	if inferred == "" {
		return
	}
	why := l.Why
	if l.Why = "Taken over " + inferred; !strings.Contains(strings.ToLower(inferred), strings.ToLower(why)) {
		l.Why += ". " + why
	}
}

// mean words what m says the words mean.
func (l *meaningLine) mean(s *site, m *dateline.Resolution) {
	if m == nil {
		l.State = "as worded"
		return
	}
	l.Why, l.Score = upper(m.Why), score(m.Score)
	var says []string
	if m.Actor != "" {
		says, l.Means.Link = append(says, s.book.Name(m.Actor)), groupLink(m.Actor)
	}
	if m.Place != nil {
		says = append(says, placeWords(*m.Place))
	}
	if m.Date != nil {
		says = append(says, dateWords(*m.Date)+anchorWords(*m.Date))
	}
	if m.Count != nil {
		says = append(says, countWords(*m.Count))
	}
	l.Means.Text = strings.Join(says, "; ")
	if number := m.Count != nil && m.Actor == "" && m.Place == nil && m.Date == nil; !number && (m.State != dateline.Known || l.Means.Text == "") {
		l.State = stateWords(m.State)
	}
	l.Rival = s.rivals(m)
}

// anchorWords says what a date was counted from.
func anchorWords(d dateline.Date) string {
	switch d.Anchor {
	case dateline.AnchorPublished:
		return " (counted from the report’s date)"
	case dateline.AnchorText:
		return ""
	}
	if !d.Fixed() {
		return " (nothing in the report fixes it further)"
	}
	return ""
}

// around marks a statement in the paragraphs in which it stands and one on either side.
func around(text string, st *dateline.Statement) [][]contextPiece {
	all := lines(text)
	from, to := len(all), -1
	for i, l := range all {
		if l.Overlaps(st.Quote) {
			from, to = min(from, i), max(to, i)
		}
	}
	var out [][]contextPiece
	for i := max(0, from-1); i <= min(to+1, len(all)-1); i++ {
		out = append(out, contextPieces(text, all[i], st))
	}
	return out
}

// contextPieces cuts a line at the marks of one statement.
func contextPieces(text string, line dateline.Span, st *dateline.Statement) []contextPiece {
	marks := []dateline.Span{st.Quote, st.Trigger}
	for _, p := range st.Parts {
		marks = append(marks, p.Span)
	}
	for _, sp := range st.Speaker {
		marks = append(marks, sp.Span)
	}
	var out []contextPiece
	for _, at := range cut(line, marks) {
		out = append(out, newContextPiece(text, at, st))
	}
	return out
}

func newContextPiece(text string, at dateline.Span, st *dateline.Statement) contextPiece {
	c := contextPiece{Text: at.In(text), Quote: st.Quote.Overlaps(at), Trigger: st.Trigger.Overlaps(at)}
	for i, sp := range st.Speaker {
		if sp.Span.Overlaps(at) {
			c.Part = true
			if sp.Span.End == at.End {
				c.Roles = append(c.Roles, speakerRole(i))
			}
		}
	}
	for _, p := range st.Parts {
		if p.Span.Overlaps(at) {
			c.Part = true
			if p.Span.End == at.End {
				c.Roles = append(c.Roles, string(p.Role))
			}
		}
	}
	return c
}
