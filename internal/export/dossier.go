package export

import (
	"dateline"
	"dateline/internal/analysis"
)

// The form of a group's dossier, within its profile. Every number of incidents is the list of their
// identifiers; what was told by statements names theirs. What nobody tells is an empty list, and a value
// that nobody tells null.

type codedDossier struct {
	Rule        analysis.Rule       `json:"rule"`
	Names       []codedUse          `json:"names"`
	Leaders     []codedLeader       `json:"leaders"`
	Strength    []codedEstimate     `json:"strength"`
	Drift       []codedChain        `json:"strength_drift"`
	Territory   []codedGround       `json:"territory"`
	Listings    []codedDesignation  `json:"designations"`
	Themes      []codedTheme        `json:"assessments"`
	Measures    []codedMeasure      `json:"counter_measures"`
	Plots       []codedPlots        `json:"plots"`
	Operations  codedTally          `json:"operations"`
	Retold      []string            `json:"background"`
	HeldApart   []string            `json:"held_apart"`
	Against     []string            `json:"against"`
	Plotted     []string            `json:"not_happened"`
	Otherwise   []string            `json:"otherwise"`
	Degrees     []codedDegreeNumber `json:"responsibility"`
	Years       []codedBucket       `json:"years"`
	Months      []codedBucket       `json:"months"`
	Kinds       []codedBucket       `json:"kinds"`
	Countries   []codedBucket       `json:"countries"`
	Slices      []codedSlice        `json:"by_month_kind_country"`
	Home        []string            `json:"home"`
	Whereabouts []codedWhereabouts  `json:"home_and_abroad"`
	Targets     []codedTyped        `json:"targets"`
	Victims     []codedTyped        `json:"victims"`
	Weapons     []codedTyped        `json:"weapons"`
	Claims      codedClaims         `json:"claims"`
	Trends      []codedTrend        `json:"trends"`
	At          *codedSnapshot      `json:"at,omitempty"`
}

type codedUse struct {
	codedName
	First   *codedDate `json:"first_published"`
	Last    *codedDate `json:"last_published"`
	Undated int        `json:"undated"`
}

type codedLeader struct {
	Name  string                  `json:"name"`
	Began []codedTold[*codedDate] `json:"began"`
	Ended []codedTold[*codedDate] `json:"ended"`
	Terms []codedTerm             `json:"terms"`
}

// codedTime is when an account is about, by its own words, and when it was published.
type codedTime struct {
	Date      *codedDate `json:"date"`
	Published *codedDate `json:"published"`
	Statement string     `json:"statement,omitempty"`
}

type codedTerm struct {
	Tenure analysis.Tenure `json:"tenure"`
	codedTime
}

type codedEstimate struct {
	Count   *codedCount          `json:"count"`
	Text    string               `json:"text"`
	Counted string               `json:"counted"`
	Hedges  []string             `json:"hedges"`
	Speaker []codedVoice         `json:"speaker"`
	Place   *codedPlace          `json:"place"`
	Reality dateline.Reality     `json:"reality"`
	Stance  dateline.Stance      `json:"stance"`
	Review  dateline.ReviewState `json:"review"`
	codedTime
}

type codedGround struct {
	Change  dateline.Kind    `json:"change"`
	Reality dateline.Reality `json:"reality"`
	Area    string           `json:"area"`
	Place   *codedPlace      `json:"place"`
	Other   string           `json:"other"`
	codedTime
}

type codedDesignation struct {
	By     string  `json:"by"`
	Actor  *string `json:"actor"`
	As     string  `json:"as,omitempty"`
	From   string  `json:"from,omitempty"`
	To     string  `json:"to,omitempty"`
	Record bool    `json:"record"`
	codedTime
}

type codedTheme struct {
	Theme      *string  `json:"theme"`
	Statements []string `json:"statements"`
}

type codedMeasure struct {
	Kind  dateline.Kind `json:"kind"`
	Steps []codedStep   `json:"steps"`
}

type codedStep struct {
	By    string      `json:"by"`
	Text  string      `json:"text"`
	Count *codedCount `json:"count"`
	Place *codedPlace `json:"place"`
	codedTime
}

type codedPlots struct {
	Year    *string  `json:"year"`
	Foiled  []string `json:"foiled"`
	Planned []string `json:"planned"`
}

type codedTally struct {
	Incidents []string    `json:"incidents"`
	Killed    codedKilled `json:"killed"`
}

type codedKilled struct {
	Low         *int     `json:"low"`
	Best        *int     `json:"best"`
	High        *int     `json:"high"`
	Open        int      `json:"open"`
	Figure      []string `json:"figure"`
	Zero        []string `json:"zero"`
	Unknown     []string `json:"unknown"`
	NotReported []string `json:"not_reported"`
}

type codedDegreeNumber struct {
	Degree    dateline.Degree `json:"degree"`
	Incidents []string        `json:"incidents"`
	Retold    []string        `json:"background"`
}

type codedBucket struct {
	Key *string `json:"key"`
	codedTally
	Retold []string `json:"background"`
}

type codedSlice struct {
	Month   *string       `json:"month"`
	Kind    dateline.Kind `json:"kind"`
	Country *string       `json:"country"`
	codedTally
}

type codedWhereabouts struct {
	Year        *string    `json:"year"`
	Home        []string   `json:"home"`
	Abroad      []string   `json:"abroad"`
	Unknown     []string   `json:"unknown"`
	Inferred    []string   `json:"inferred"`
	Percent     *int       `json:"percent_abroad"`
	Reports     []string   `json:"reports"`
	Independent int        `json:"independent_accounts"`
	Sources     []codedMix `json:"sources"`
}

type codedMix struct {
	Publisher *string  `json:"publisher"`
	Incidents []string `json:"incidents"`
	Reports   []string `json:"reports"`
}

type codedTyped struct {
	Type      string   `json:"type"`
	Incidents []string `json:"incidents"`
}

type codedClaims struct {
	Own       []string        `json:"own"`
	Other     []string        `json:"other"`
	None      []string        `json:"none"`
	Denied    []string        `json:"denied"`
	Claimants []codedClaimant `json:"claimants"`
}

type codedClaimant struct {
	Actor     *string  `json:"actor"`
	Text      string   `json:"text,omitempty"`
	Incidents []string `json:"incidents"`
}

type codedTrend struct {
	Unit    string       `json:"unit"`
	From    *string      `json:"from"`
	To      *string      `json:"to"`
	Panel   []string     `json:"panel"`
	Others  int          `json:"other_publishers"`
	Points  []codedPoint `json:"periods"`
	Outside []string     `json:"outside"`
}

type codedPoint struct {
	Period  string      `json:"period"`
	Silent  bool        `json:"no_report"`
	All     codedChange `json:"all_sources"`
	OfPanel codedChange `json:"fixed_panel"`
	Retold  []string    `json:"background"`
}

type codedChange struct {
	Incidents []string `json:"incidents"`
	Baseline  *float64 `json:"baseline"`
	Percent   *int     `json:"percent"`
}

type codedSnapshot struct {
	Day       string          `json:"day"`
	Names     []codedFit      `json:"names"`
	Parents   []codedBond     `json:"parents"`
	Relations []codedBond     `json:"relations"`
	Listings  []codedFit      `json:"designations"`
	Leaders   []codedLeader   `json:"leaders"`
	Strength  []codedEstimate `json:"strength"`
	Territory []codedGround   `json:"territory"`
}

type codedFit struct {
	Name       string       `json:"name"`
	Record     analysis.Fit `json:"record_dates"`
	Statements []string     `json:"statements"`
}

type codedBond struct {
	Actor     *string         `json:"actor"`
	Text      string          `json:"text,omitempty"`
	Contested bool            `json:"contested"`
	Readings  []codedEvidence `json:"readings"`
}

type codedEvidence struct {
	Relation string       `json:"relation"`
	Record   analysis.Fit `json:"record_dates"`
	Told     []string     `json:"told"`
	Denied   []string     `json:"denied"`
}

func dossierOf(d *analysis.Dossier, at *analysis.Snapshot) codedDossier {
	return codedDossier{Rule: d.Rule, Names: each(d.Uses, useOf), Leaders: each(d.Leaders, leaderOf), Strength: each(d.Strength, estimateOf),
		Drift: each(d.Drift, chainOf), Territory: each(d.Territory, groundOf), Listings: each(d.Listings, listingOf), Themes: each(d.Themes, themeOf),
		Measures: each(d.Measures, measureOf), Plots: each(d.Plots, plotsOf), Operations: tallyOf(d.Total), Retold: ids(d.Retold),
		HeldApart: ids(d.HeldApart), Against: ids(d.Against), Plotted: ids(d.Plotted), Otherwise: ids(d.Otherwise),
		Degrees: each(d.Degrees, func(g analysis.DegreeNumber) codedDegreeNumber {
			return codedDegreeNumber{g.Degree, ids(g.News), ids(g.Retold)}
		}),
		Years: each(d.Years, bucketOf), Months: each(d.Months, bucketOf), Kinds: each(d.Kinds, bucketOf), Countries: each(d.Countries, bucketOf),
		Slices: each(d.Slices, sliceOf), Home: list(d.Home), Whereabouts: each(d.Places, whereaboutsOf), Targets: each(d.Targets, typedOf),
		Victims: each(d.Victims, typedOf), Weapons: each(d.Weapons, typedOf), Claims: claimsOf(d.Claims), Trends: each(d.Trends, trendOf),
		At: snapshotOf(at)}
}

// list is never nil, so that JSON has an empty list.
func list(all []string) []string { return each(all, func(s string) string { return s }) }

func ids(n analysis.Number) []string { return list(n.Incidents) }

// idsOfAccounts lists the statements.
func idsOfAccounts(all []analysis.Account) []string {
	return each(all, func(a analysis.Account) string { return a.ID })
}

func dateOrNull(d dateline.Date) *codedDate {
	if d.IsZero() {
		return nil
	}
	return dateOf(d)
}

func timeOf(m analysis.Moment, a *analysis.Account) codedTime {
	return codedTime{dateOrNull(m.Of), dateOrNull(m.Said), a.ID}
}

func useOf(u analysis.NameUse) codedUse {
	return codedUse{nameOf(u.Name), dateOrNull(u.First), dateOrNull(u.Last), u.Undated}
}

func leaderOf(l analysis.Leader) codedLeader {
	told := func(d dateline.Told[dateline.Date]) codedTold[*codedDate] {
		return codedTold[*codedDate]{dateOf(d.Value), d.Statements}
	}
	return codedLeader{l.Name, each(l.From(), told), each(l.To(), told),
		each(l.Terms, func(t analysis.Term) codedTerm { return codedTerm{t.Tenure, timeOf(t.At, &t.Account)} })}
}

func estimateOf(e analysis.Estimate) codedEstimate {
	a := &e.Account
	return codedEstimate{countOf(e.Count), e.Words, e.Counted, list(e.Hedges), each(a.By, voiceOf), placeOf(e.Where), a.Reality, a.Stance,
		a.Review, timeOf(e.At, a)}
}

func groundOf(g analysis.Ground) codedGround {
	return codedGround{g.Account.Kind, g.Account.Reality, g.Words, placeOf(g.Where), g.Other, timeOf(g.At, &g.Account)}
}

func listingOf(l analysis.Listing) codedDesignation {
	if c := l.Curated; c != nil {
		return codedDesignation{By: c.By, As: c.As, From: c.From, To: c.To, Record: true}
	}
	return codedDesignation{By: l.By, Actor: orNull(l.Actor), codedTime: timeOf(l.At, l.Account)}
}

func themeOf(t analysis.Theme) codedTheme {
	return codedTheme{orNull(t.Name), idsOfAccounts(t.Accounts)}
}

func measureOf(m analysis.Measure) codedMeasure {
	return codedMeasure{m.Kind, each(m.Steps, func(s analysis.Step) codedStep {
		return codedStep{s.By, s.Words, countOf(s.Count), placeOf(s.Where), timeOf(s.At, &s.Account)}
	})}
}

func plotsOf(p analysis.PlotYear) codedPlots {
	return codedPlots{orNull(p.Year), idsOfAccounts(p.Foiled), idsOfAccounts(p.Planned)}
}

func tallyOf(t analysis.Tally) codedTally {
	return codedTally{ids(t.Number), codedKilled{t.Low, t.Best, t.High, t.Open, ids(t.Figure), ids(t.Zero), ids(t.Unknown), ids(t.NotReported)}}
}

func bucketOf(b analysis.Bucket) codedBucket {
	return codedBucket{orNull(b.Key), tallyOf(b.News), ids(b.Retold)}
}

func sliceOf(s analysis.Slice) codedSlice {
	return codedSlice{orNull(s.Month), s.Kind, orNull(s.Country), tallyOf(s.Tally)}
}

func whereaboutsOf(w analysis.Whereabouts) codedWhereabouts {
	out := codedWhereabouts{orNull(w.Year), ids(w.Home), ids(w.Abroad), ids(w.Unknown), ids(w.Inferred), nil, list(w.Reports), w.Independent,
		each(w.Mix, func(m analysis.Mix) codedMix { return codedMix{orNull(m.Publisher), ids(m.Number), list(m.Reports)} })}
	if p, ok := w.Share.Percent(); ok {
		out.Percent = &p
	}
	return out
}

func typedOf(t analysis.Typed) codedTyped { return codedTyped{t.Type, ids(t.Number)} }

func claimsOf(c analysis.Claims) codedClaims {
	return codedClaims{ids(c.Own), ids(c.Other), ids(c.None), ids(c.Denied), each(c.By, func(b analysis.Claimant) codedClaimant {
		return codedClaimant{orNull(b.Actor), b.Words, list(b.Incidents)}
	})}
}

func trendOf(t analysis.Trend) codedTrend {
	return codedTrend{t.Unit, orNull(t.From), orNull(t.To), list(t.Publishers), t.Others, each(t.Points, pointOf), ids(t.Outside)}
}

func pointOf(p analysis.Point) codedPoint {
	return codedPoint{p.Time, p.Silent, changeOf(p.All, p.Change), changeOf(p.OfPanel, p.OnPanel), ids(p.Retold)}
}

func changeOf(n analysis.Number, c analysis.Change) codedChange {
	out := codedChange{Incidents: ids(n)}
	if tenths, ok := c.Baseline(); ok {
		base := float64(tenths) / 10
		out.Baseline = &base
	}
	if p, ok := c.Percent(); ok {
		out.Percent = &p
	}
	return out
}

func snapshotOf(s *analysis.Snapshot) *codedSnapshot {
	if s == nil {
		return nil
	}
	return &codedSnapshot{Day: s.Day, Names: each(s.Names, func(n analysis.Dated[analysis.NameUse]) codedFit {
		return codedFit{n.Value.Name.Name, n.Fit, list(n.Value.Statements)}
	}), Parents: each(s.Parents, bondOf), Relations: each(s.Relations, bondOf), Listings: each(s.Listings, fitOf),
		Leaders: each(s.Leaders, leaderOf), Strength: each(s.Strength, estimateOf), Territory: each(s.Territory, groundOf)}
}

func fitOf(l analysis.Dated[analysis.Listing]) codedFit {
	out := codedFit{Name: l.Value.By, Record: l.Fit, Statements: []string{}}
	if a := l.Value.Account; a != nil {
		out.Statements = append(out.Statements, a.ID)
	}
	return out
}

func bondOf(b analysis.Bond) codedBond {
	return codedBond{orNull(b.Other), b.Words, b.Contested, each(b.Readings, func(r analysis.Reading) codedEvidence {
		return codedEvidence{r.Word, r.Record, idsOfAccounts(r.Told), idsOfAccounts(r.Denied)}
	})}
}
