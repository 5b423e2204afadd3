package web

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/account"
	"dateline/internal/ledger"
	rulings "dateline/internal/review"
)

// proposalView is one thing to rule on, with all that is needed for it.
type proposalView struct {
	Thing      string
	Question   string
	Field      string
	Words      string // that are asked about; "" for a whole statement or a pair
	Incident   *shown
	Report     shown
	Text       [][]contextPiece // the report around the statement
	Link       string           // of the statement
	Facts      []factLine       // the reading
	Why        []string         // why it is asked
	Weight     string
	Rivals     []rivalLine
	Left       string // what the score leaves to rivals; "" if there is none
	Neighbours []neighbourLine
	Pair       *pairView
	Blind      bool // others' rulings are not shown
	Heard      []versionLine
	Settled    *versionLine
	Open       bool // readers disagree and nobody settled it
	History    []decisionLine
	Forms      []rulingForm
	Adjudicate *rulingForm // the editor's own correction; nil unless Open
}

// factLine is one line of a reading.
type factLine struct {
	Name  string
	Value shown
	Why   string
}

// rivalLine is another meaning that words may have.
type rivalLine struct {
	Is   shown
	Form *rulingForm // corrects to it; nil if the visitor cannot
}

// neighbourLine is another statement of the incident.
type neighbourLine struct {
	Quote  string
	Link   string
	By     string
	Says   string // on the field at hand; "" if nothing
	Alike  bool   // the same as the proposal
	Review string
}

// pairView is two statements side by side.
type pairView struct {
	Sides [2]sideView
	Rows  []pairRow
	Score string // of the link; "" if they are not linked
	Why   string
}

type sideView struct {
	Quote, By, Link string
	Report          shown
	Incident        *shown
	Text            [][]contextPiece
}

// pairRow is one field of two statements.
type pairRow struct {
	Field  string
	Values [2]string // "" where it is not said
	Equal  bool
}

// versionLine is what one reader said.
type versionLine struct {
	Author string
	Says   string
	Reason string
	Form   *rulingForm // lets it stand; nil if the visitor is no editor or it is settled
}

// rulingForm is a form that rules.
type rulingForm struct {
	ID     string // of its fields on the page
	Key    string // that sends it, or goes to its first empty field; "" for none
	Label  string
	Ruling string
	Hidden []field
	Value  *valueField
	Reason string // filled in; "" if the reviewer has to say it
}

// valueField asks for a corrected value.
type valueField struct {
	Label   string
	Suggest string // what /suggest is asked of: actor, place, kind; "" for none
	Hint    string
}

// propose lays out an item for a visitor.
func (s *site) propose(ctx context.Context, d desk, item rulings.Item, who visitor) (*proposalView, error) {
	t := item.Thing
	read, err := s.view.AsRead(ctx, t.On())
	if err != nil {
		return nil, err
	}
	docket, err := s.view.DocketOf(ctx, t.On())
	if err != nil {
		return nil, err
	}
	if err := partThere(&read[0], t); err != nil {
		return nil, err
	}
	if item.Field == "" {
		item.Field = rulings.FieldOf(t, rolesOf(&read[0]))
	}
	heard := docket.Hear(t)
	_, spoke := heard.Of(who.Name)
	p := &proposalView{Thing: t.String(), Field: itemWords(item), Why: item.Why, Link: "/statements/" + t.Statement,
		Blind: d.mode == asSecond && len(heard.Words) > 0 && !spoke}
	if item.Consequence > 0 {
		p.Weight = weightWords(item)
	}
	entries := read
	if !p.Blind {
		if entries, err = s.view.Statements(ctx, t.On()); err != nil {
			return nil, err
		}
	}
	p.Report = shown{Text: reportWords(read[0].Report), Link: "/reports/" + read[0].Report.ID}
	at := asker{s, d, who, t, docket.Last(t.On()...), &read[0], &entries[0], docket, p.Blind}
	in, err := s.incidentOf(ctx, t.Statement)
	if err != nil {
		return nil, err
	}
	if in != nil {
		p.Incident = &shown{Text: incidentTitle(in), Link: "/incidents/" + in.ID}
	}
	if t.With != "" {
		err = p.pair(ctx, s, entries, in)
	} else {
		p.one(s, &entries[0], t)
		err = p.neighbours(ctx, s, &entries[0], t, in)
	}
	if err != nil {
		return nil, err
	}
	if !p.Blind {
		p.voices(at, heard)
		for _, r := range docket.Matter(t.On()...) {
			p.History = append(p.History, lineOf(r, byStatement(entries)))
		}
	}
	if can, _ := s.canRule(who); can {
		p.forms(at, item.Field)
		p.rivalForms(at)
	}
	return p, nil
}

// partThere is a fault if a statement has no such part.
func partThere(e *ledger.Entry, t rulings.Thing) error {
	if t.Part >= len(e.Statement.Parts) || -2-t.Part >= len(e.Statement.Speaker) {
		return &fault{http.StatusNotFound, "There is no such part", "The statement in the address has fewer parts, or fewer speakers."}
	}
	return nil
}

func rolesOf(e *ledger.Entry) (out []dateline.Role) {
	for _, p := range e.Statement.Parts {
		out = append(out, p.Role)
	}
	return out
}

func byStatement(entries []ledger.Entry) map[string]*ledger.Entry {
	out := map[string]*ledger.Entry{}
	for i := range entries {
		out[entries[i].Statement.ID] = &entries[i]
	}
	return out
}

// incidentOf is the first incident that a statement tells; nil if there is none.
func (s *site) incidentOf(ctx context.Context, statement string) (*dateline.Incident, error) {
	in, err := s.view.IncidentsOfStatement(ctx, statement)
	if err != nil || len(in) == 0 {
		return nil, err
	}
	return &in[0], nil
}

// meaningPart turns the Part of a Thing into that of a Resolution.
func meaningPart(part int) int {
	if part < dateline.Whole {
		return part + 1
	}
	return part
}

// one lays out a statement, or a part of one.
func (p *proposalView) one(s *site, e *ledger.Entry, t rulings.Thing) {
	p.Text = aroundPart(e.Report.Text, &e.Statement, t.Part)
	if t.Part == dateline.Whole {
		p.Question = "Does the report say this?"
		p.whole(s, e)
		return
	}
	l := s.partLine(e, t.Part)
	p.Words = l.Words
	p.Question = "What does “" + brief(l.Words) + "” mean?"
	p.Facts = []factLine{{Name: "As", Value: shown{Text: upper(l.Role)}}, {Name: "Read as", Value: l.Means, Why: l.State}}
	if l.Name != "" {
		p.Facts = append(p.Facts, factLine{Name: "Stands for", Value: shown{Text: "“" + l.Name + "”"}})
	}
	if l.Why != "" {
		p.Facts = append(p.Facts, factLine{Name: "Because", Value: shown{Text: l.Why}})
	}
	p.Facts = append(p.Facts, factLine{Name: "In", Value: shown{Text: upper(kindWords(e.Statement.Kind)), Link: p.Link}})
	m := e.Resolution(meaningPart(t.Part))
	for _, r := range l.Rival {
		p.Rivals = append(p.Rivals, rivalLine{Is: r})
	}
	if m != nil && m.Score > 0 {
		p.Left = fmt.Sprintf("Sure to %.2f of 1", m.Score)
		if len(m.Others) > 0 {
			p.Left += fmt.Sprintf("; the other %s share %.2f at most", plural(len(m.Others), "meaning"), 1-m.Score)
		}
	}
}

// whole lays out what a statement says.
func (p *proposalView) whole(s *site, e *ledger.Entry) {
	st := &e.Statement
	a := accounts([]ledger.Entry{*e})[0]
	kind := factLine{Name: "Kind", Value: shown{Text: upper(kindWords(st.Kind)), Link: "/kinds#" + slug(st.Kind)}}
	if entry, ok := s.kinds.Entry(st.Kind); ok {
		kind.Why = entry.Definition
	}
	if st.ReadAs != "" {
		kind.Value.Note = "corrected by a person; the machine read " + string(st.ReadAs)
	}
	told := "News"
	if st.Background {
		told = "Background: an older event retold"
	}
	p.Facts = []factLine{kind,
		{Name: "Took place", Value: shown{Text: upper(cmp.Or(realityWords(st.Reality), string(dateline.Happened)))}},
		{Name: "How it is said", Value: shown{Text: upper(st.Stance)}, Why: "by " + speakerWords(a)},
		{Name: "Told as", Value: shown{Text: told}}}
	for i, part := range st.Parts {
		l := s.partLine(e, i)
		v := l.Means
		v.Note = strings.TrimPrefix(l.State+"; “"+l.Words+"”", "; ")
		if v.Text == "" {
			v = shown{Text: "“" + l.Words + "”", Note: l.State}
		}
		p.Facts = append(p.Facts, factLine{Name: upper(part.Role), Value: v})
	}
	r := rule(st.Rule)
	if st.Score > 0 {
		p.Left = fmt.Sprintf("The rule “%s” is sure to %.2f of 1", r.Name, st.Score)
	}
}

// partLine words a part or, for -2-i, speaker i.
func (s *site) partLine(e *ledger.Entry, part int) meaningLine {
	text := e.Report.Text
	var l meaningLine
	if part < dateline.Whole {
		sp := e.Statement.Speaker[-2-part]
		l = meaningLine{Role: speakerRole(-2 - part), Words: cmp.Or(tidy(sp.Span.In(text)), "somebody, not said who"), Name: tidy(sp.Refers.In(text))}
	} else {
		at := e.Statement.Parts[part]
		l = meaningLine{Role: string(at.Role), Words: tidy(at.Span.In(text)), Name: tidy(at.Refers.In(text))}
	}
	l.mean(s, e.Resolution(meaningPart(part)))
	if part >= 0 {
		l.lend(e.Statement.Parts[part].Inferred)
	}
	return l
}

// mostNeighbours is how many other statements of an incident are shown.
const mostNeighbours = 8

// neighbours lists other statements of the incident, with what they say on the same field.
func (p *proposalView) neighbours(ctx context.Context, s *site, e *ledger.Entry, t rulings.Thing, in *dateline.Incident) error {
	if in == nil {
		return nil
	}
	ids := slices.DeleteFunc(slices.Clone(in.Statements), func(id string) bool { return id == t.Statement })
	entries, err := s.view.Statements(ctx, ids[:min(len(ids), 3*mostNeighbours)])
	if err != nil {
		return err
	}
	if p.Blind {
		if entries, err = s.view.AsRead(ctx, ids[:len(entries)]); err != nil {
			return err
		}
	}
	mine := s.says(e, t.Part, e)
	var silent []neighbourLine
	for i := range entries {
		o := &entries[i]
		n := neighbourLine{Quote: tidy(o.Statement.Quote.In(o.Report.Text)), Link: "/statements/" + o.Statement.ID,
			By: upper(speakerWords(accounts(entries[i : i+1])[0])) + ", in " + reportWords(o.Report), Says: s.says(e, t.Part, o)}
		if !p.Blind {
			n.Review = string(o.Review)
		}
		n.Alike = n.Says != "" && n.Says == mine
		if n.Says == "" {
			silent = append(silent, n)
		} else {
			p.Neighbours = append(p.Neighbours, n)
		}
	}
	all := append(p.Neighbours, silent...)
	p.Neighbours = all[:min(len(all), mostNeighbours)]
	return nil
}

// says is what the statement o says on what the given part of e is about.
func (s *site) says(e *ledger.Entry, part int, o *ledger.Entry) string {
	if part == dateline.Whole {
		return upper(kindWords(o.Statement.Kind))
	}
	var out []string
	for i := range o.Statement.Parts {
		if part >= 0 && o.Statement.Parts[i].Role == e.Statement.Parts[part].Role {
			out = append(out, partWordsOf(s.partLine(o, i)))
		}
	}
	if part < dateline.Whole {
		for i := range o.Statement.Speaker {
			out = append(out, partWordsOf(s.partLine(o, -2-i)))
		}
	}
	return strings.Join(unique(out), "; ")
}

func partWordsOf(l meaningLine) string {
	return cmp.Or(l.Means.Text, l.Words)
}

// pair lays two statements side by side.
func (p *proposalView) pair(ctx context.Context, s *site, entries []ledger.Entry, in *dateline.Incident) error {
	p.Question = "Are these one happening?"
	v := &pairView{}
	for i := range entries {
		e := &entries[i]
		v.Sides[i] = sideView{Quote: tidy(e.Statement.Quote.In(e.Report.Text)), By: upper(speakerWords(accounts(entries[i : i+1])[0])),
			Link: "/statements/" + e.Statement.ID, Report: shown{Text: reportWords(e.Report), Link: "/reports/" + e.Report.ID},
			Text: around(e.Report.Text, &e.Statement)}
		of, err := s.incidentOf(ctx, e.Statement.ID)
		if err != nil {
			return err
		}
		if of != nil {
			v.Sides[i].Incident = &shown{Text: incidentTitle(of), Link: "/incidents/" + of.ID}
		}
	}
	v.Rows = s.pairRows(entries)
	if in != nil {
		for _, l := range in.Links {
			if rulings.Pair(l.A, l.B) == rulings.Pair(entries[0].Statement.ID, entries[1].Statement.ID) {
				v.Score, v.Why = score(l.Score), upper(l.Why)
			}
		}
	}
	p.Pair = v
	return nil
}

// pairRows compares two statements: what, when, where and every role that either has.
func (s *site) pairRows(entries []ledger.Entry) []pairRow {
	row := func(field string, say func(e *ledger.Entry) string) pairRow {
		r := pairRow{Field: field, Values: [2]string{say(&entries[0]), say(&entries[1])}}
		r.Equal = r.Values[0] != "" && r.Values[0] == r.Values[1]
		return r
	}
	out := []pairRow{
		row("What", func(e *ledger.Entry) string { return upper(kindWords(e.Statement.Kind)) }),
		row("Took place", func(e *ledger.Entry) string {
			return upper(cmp.Or(realityWords(e.Statement.Reality), string(dateline.Happened)))
		}),
		row("Reported", func(e *ledger.Entry) string { return dateWords(e.Report.Published) }),
	}
	for _, role := range dateline.Roles {
		r := row(upper(role), func(e *ledger.Entry) string { return s.roleWords(e, role) })
		if r.Values[0] != "" || r.Values[1] != "" {
			out = append(out, r)
		}
	}
	return out
}

func (s *site) roleWords(e *ledger.Entry, role dateline.Role) string {
	var out []string
	for i, p := range e.Statement.Parts {
		if p.Role == role {
			out = append(out, partWordsOf(s.partLine(e, i)))
		}
	}
	return strings.Join(unique(out), "; ")
}

// voices lists what readers said.
func (p *proposalView) voices(at asker, heard rulings.Heard) {
	r := at.asRead()
	p.Open = heard.Settled == nil && heard.Differ(r)
	for _, w := range heard.Words {
		v := versionLine{Author: w.Author, Says: at.versionWords(w, r), Reason: at.reasonOf(w.ID)}
		if p.Open && at.who.Role >= account.Editor && w.Ruling != dateline.Unsure {
			v.Form = at.letStand(w, r)
		}
		p.Heard = append(p.Heard, v)
	}
	if w := heard.Settled; w != nil {
		p.Settled = &versionLine{Author: w.Author, Says: at.versionWords(*w, r), Reason: at.reasonOf(w.ID)}
	}
}

// aroundPart is around, wider, with the part at hand set off.
func aroundPart(text string, st *dateline.Statement, part int) [][]contextPiece {
	all := lines(text)
	from, to := len(all), -1
	for i, l := range all {
		if l.Overlaps(st.Quote) {
			from, to = min(from, i), max(to, i)
		}
	}
	var at dateline.Span
	switch {
	case part >= 0:
		at = st.Parts[part].Span
	case part < dateline.Whole:
		at = st.Speaker[-2-part].Span
	}
	var out [][]contextPiece
	for i := max(0, from-linesBeside); i <= min(to+linesBeside, len(all)-1); i++ {
		ps := contextPieces(text, all[i], st)
		begin := all[i].Start
		for k := range ps {
			here := dateline.Span{Start: begin, End: begin + len(ps[k].Text)}
			ps[k].Asked, begin = here.Overlaps(at), here.End
		}
		out = append(out, ps)
	}
	return out
}

// linesBeside is how many lines of a report are shown on either side of a statement.
const linesBeside = 4
