package export

import (
	"cmp"
	"context"
	"io"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/ledger"
	"dateline/internal/review"
)

// Happening is an incident with the statements that tell it, and what they say taken together.
type Happening struct {
	Incident  dateline.Incident
	Rule      Rule
	Headlines []analysis.Headline // by Rule
	Tolls     []analysis.Series
	Turns     []analysis.Turn // of responsibility
	Drift     []analysis.Chain
	said      []analysis.Account // in the order of Incident.Statements
	cited     map[string]analysis.Account
	supports  analysis.Supports
	rulings   []review.Ruled // on its statements
}

// AskIncident asks a ledger for an incident; a ledger.Error with the code NotFound if there is none. The headlines are
// by the rule of q, whose vague words have the figures of the convention of its name; q.Convention is for all else.
func AskIncident(ctx context.Context, v *ledger.View, id string, q Question) (Happening, error) {
	in, err := v.Incident(ctx, id)
	if err != nil {
		return Happening{}, err
	}
	docket, err := v.Docket(ctx)
	if err != nil {
		return Happening{}, err
	}
	told, err := cited(ctx, v, []dateline.Incident{in})
	h := newHappening(in, told, cmp.Or(q.Rule, analysis.Rules[0]))
	h.Incident, h.rulings = incidentsUnder(q.Convention, []dateline.Incident{in})[0], docket.OnAny(in.Statements)
	return h, err
}

func newHappening(in dateline.Incident, told map[string]analysis.Account, rule Rule) Happening {
	h := Happening{Incident: in, Rule: rule, cited: told}
	for _, id := range in.Statements {
		if a, ok := told[id]; ok {
			h.said = append(h.said, a)
		}
	}
	figures := analysis.NewFigures(in, h.said)
	h.Headlines, h.Tolls, h.Drift = figures.Headlines(rule), figures.Series(), figures.Drift()
	h.Turns = analysis.Responsibility(in, h.said)
	h.supports = analysis.NewSupports(in, h.said)
	return h
}

// codedHappening is an incident of the coded form with what its statements say taken together.
type codedHappening struct {
	codedIncident
	Rule           Rule             `json:"rule"`
	Headlines      []codedHeadline  `json:"headlines"`
	Accounts       []codedSupported `json:"accounts"`
	TollsOverTime  []codedSeries    `json:"tolls_over_time"`
	Responsibility []codedTurn      `json:"responsibility"`
	Drift          []codedChain     `json:"drift"`
}

type codedHeadline struct {
	Of         dateline.Role   `json:"of"`
	Rule       Rule            `json:"rule"`
	Answer     analysis.Answer `json:"answer"`
	Low        *int            `json:"low"`
	Best       *int            `json:"best"`
	High       *int            `json:"high"`
	Open       bool            `json:"open,omitempty"`
	Statements []string        `json:"statements"`
	Aside      []codedAside    `json:"set_aside,omitempty"`
}

type codedAside struct {
	Low        *int     `json:"low"`
	High       *int     `json:"high"`
	Text       string   `json:"text"`
	By         []string `json:"by"`
	Why        string   `json:"why"`
	Statements []string `json:"statements"`
}

// codedSupported is one account of one field, with what stands behind it.
type codedSupported struct {
	Field       string               `json:"field"`
	Value       string               `json:"value"`
	By          []string             `json:"by"`
	Since       *string              `json:"since"`
	Reports     int                  `json:"reports"`
	Independent int                  `json:"independent_accounts"`
	Review      dateline.ReviewState `json:"review"`
	Statements  []string             `json:"statements"`
}

type codedSeries struct {
	Of       dateline.Role  `json:"of"`
	Versions []codedVersion `json:"versions"`
}

type codedVersion struct {
	Low         *int         `json:"low"`
	High        *int         `json:"high"`
	Text        string       `json:"text"`
	By          []string     `json:"by"`
	Since       *string      `json:"since"`
	Reports     int          `json:"reports"`
	Independent int          `json:"independent_accounts"`
	Whom        codedCounted `json:"whom"`
	Own         bool         `json:"own,omitempty"`
	SetAside    string       `json:"set_aside,omitempty"`
	Revised     *string      `json:"revised,omitempty"`
	RevisedTo   string       `json:"revised_to,omitempty"`
	Statements  []string     `json:"statements"`
}

// codedCounted says whom a figure counts; all is absent where the words do not say.
type codedCounted struct {
	Who     analysis.Class   `json:"who,omitempty"`
	With    []analysis.Class `json:"with,omitempty"`
	Without []analysis.Class `json:"without,omitempty"`
	Shares  []codedPortion   `json:"shares,omitempty"`
}

type codedPortion struct {
	Of   analysis.Class `json:"of"`
	Low  *int           `json:"low"`
	High *int           `json:"high"`
}

type codedTurn struct {
	Status     analysis.Status `json:"status"`
	Who        *string         `json:"who"`
	Actor      *string         `json:"actor"`
	By         []string        `json:"by"`
	Since      *string         `json:"since"`
	Said       *codedDate      `json:"said,omitempty"`
	Way        string          `json:"way,omitempty"`
	Where      string          `json:"where,omitempty"`
	Rival      bool            `json:"rival,omitempty"`
	Later      *codedLater     `json:"later,omitempty"`
	Statements []string        `json:"statements"`
}

// codedLater is the turn that speaks against another.
type codedLater struct {
	Status     analysis.Status `json:"status"`
	Since      *string         `json:"since"`
	Statements []string        `json:"statements"`
}

type codedChain struct {
	Of    dateline.Role    `json:"of"`
	First codedRetold      `json:"first"`
	Steps []codedDriftStep `json:"steps"`
}

type codedDriftStep struct {
	From    codedRetold    `json:"from"`
	To      codedRetold    `json:"to"`
	Changes []codedAltered `json:"changes"`
}

type codedAltered struct {
	Change analysis.Drift `json:"change"`
	Why    string         `json:"why"`
}

type codedRetold struct {
	Text       string   `json:"text"`
	Low        *int     `json:"low"`
	High       *int     `json:"high"`
	By         []string `json:"by"`
	Report     string   `json:"report"`
	Published  *string  `json:"published"`
	Quote      string   `json:"quote"`
	Statements []string `json:"statements"`
}

// JSON writes the incident as one line, in the words of the coded form.
func (h Happening) JSON(w io.Writer) error {
	out := codedHappening{codedIncident: incident(h.Incident, reviewsOf(h.cited)), Rule: h.Rule, Accounts: h.accounts(),
		Headlines: each(h.Headlines, headlineOf), Responsibility: each(h.Turns, turnOf), Drift: each(h.Drift, chainOf)}
	out.TollsOverTime = each(h.Tolls, func(s analysis.Series) codedSeries { return codedSeries{s.Of, each(s.Versions, versionOf)} })
	return encode(w, out)
}

// accounts lists the accounts of every field with what stands behind each.
func (h *Happening) accounts() []codedSupported {
	out := []codedSupported{}
	for _, f := range fields(h.Incident) {
		for _, a := range f.accounts {
			s := h.supports.Of(a.statements...)
			out = append(out, codedSupported{f.name, a.words(), s.By, orNull(s.Since), s.Reports, s.Independent, s.Review, a.statements})
		}
	}
	return out
}

func headlineOf(h analysis.Headline) codedHeadline {
	out := codedHeadline{Of: h.Of, Rule: h.Rule, Answer: h.Answer, Low: h.Low, Best: h.Best, High: h.High, Open: h.Open, Statements: listed(h.Statements)}
	for _, a := range h.Aside {
		low, high := boundsOf(a.Count)
		out.Aside = append(out.Aside, codedAside{low, high, a.Words, voicesOf(a.By), a.Why, a.Statements})
	}
	return out
}

// boundsOf are the ends of a count; both nil where there is none.
func boundsOf(c *dateline.Count) (low, high *int) {
	if c == nil {
		return nil, nil
	}
	return c.Low, c.High
}

// voicesOf are the words for who says it, then through whom; none for the report itself.
func voicesOf(by []analysis.Voice) []string {
	return each(by, func(v analysis.Voice) string { return cmp.Or(oneLine(v.Full()), "not said who") })
}

func versionOf(v analysis.Version) codedVersion {
	out := codedVersion{Text: v.Words, By: voicesOf(v.By), Since: orNull(v.Since), Reports: v.Reports, Independent: v.Accounts, Own: v.Own,
		SetAside: v.Aside, Revised: orNull(v.Revised), RevisedTo: v.RevisedTo, Statements: v.Statements,
		Whom: codedCounted{Who: v.Whom.Who, With: v.Whom.With, Without: v.Whom.Without}}
	out.Low, out.High = boundsOf(v.Count)
	for _, p := range v.Whom.Shares {
		out.Whom.Shares = append(out.Whom.Shares, codedPortion{p.Of, p.Count.Low, p.Count.High})
	}
	return out
}

func turnOf(t analysis.Turn) codedTurn {
	out := codedTurn{Status: t.Status, Who: orNull(oneLine(t.Who)), Actor: orNull(t.Actor), By: voicesOf(t.By), Since: orNull(t.Since),
		Way: t.Way, Where: oneLine(t.Where), Rival: t.Rival, Statements: t.Statements}
	if !t.Said.IsZero() {
		out.Said = dateOf(t.Said)
	}
	if t.Later != nil {
		out.Later = &codedLater{t.Later.Status, orNull(t.Later.Since), t.Later.Statements}
	}
	return out
}

func chainOf(c analysis.Chain) codedChain {
	return codedChain{c.Of, retoldOf(c.First), each(c.Steps, func(s analysis.DriftStep) codedDriftStep {
		return codedDriftStep{retoldOf(s.From), retoldOf(s.To), each(s.Changes, func(a analysis.Altered) codedAltered { return codedAltered{a.Drift, a.Why} })}
	})}
}

func retoldOf(r analysis.Retelling) codedRetold {
	low, high := boundsOf(r.Count)
	return codedRetold{r.Words, low, high, voicesOf(r.By), r.Report.ID, orNull(r.Report.Published.From), r.Quote, r.Statements}
}
