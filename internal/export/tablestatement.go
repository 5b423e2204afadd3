package export

import (
	"strings"

	"dateline"
	"dateline/internal/tabular"
)

// statementRow is a row of statements.csv.
type statementRow struct {
	dateline.Statement
	report    *dateline.Report
	meaning   map[int]dateline.Resolution
	incidents []string
	review    dateline.ReviewState
	quotes    bool
}

var statementColumns = []column[statementRow]{
	{"statement_id", "Identifier.", func(r statementRow) string { return r.ID }},
	{"schema", "Version of this layout.", func(statementRow) string { return dateline.Schema }},
	{"report_id", "The report that says it.", func(r statementRow) string { return r.Report }},
	{"family", "Family of the kind.", func(r statementRow) string { return string(r.Kind.Family()) }},
	{"kind", "Kind of the code book.", func(r statementRow) string { return string(r.Kind) }},
	{"read_as", "The kind that the machine read, where a person corrected it; empty otherwise.", func(r statementRow) string { return tabular.Words(string(r.ReadAs), tabular.NotApplicable) }},
	{"reality", "happened, ongoing, attempted, foiled, planned, threatened, hypothetical or not-happened.", func(r statementRow) string { return string(r.Reality) }},
	{"stance", "How the speaker stands to it: asserted, claimed, blamed, suspected, denied or doubted.", func(r statementRow) string { return string(r.Stance) }},
	{"background", "yes if it is an older event retold.", func(r statementRow) string { return yesNo(r.Background) }},
	{"review", "unreviewed, accepted, corrected or rejected.", func(r statementRow) string { return string(r.review) }},
	{"speaker", "Who says it, then through whom, parted by ' | '; empty for the report itself; NA where the words name nobody.", func(r statementRow) string {
		return tabular.Words(r.voices(func(i int, sp dateline.Speaker) string {
			return named(sp.Span, sp.Refers, r.report.Text, tabular.Unknown)
		}), tabular.NotApplicable)
	}},
	{"speaker_class", "What sort of voice each is, in that order.", func(r statementRow) string {
		return r.voices(func(_ int, sp dateline.Speaker) string { return string(sp.Class) })
	}},
	{"speaker_actor", "Identifier of each speaker's record, in that order; NA if none.", func(r statementRow) string {
		return r.voices(func(i int, _ dateline.Speaker) string { return tabular.Words(r.meaning[-1-i].Actor, tabular.Unknown) })
	}},
	{"quote_start", "First byte of the words that it stands on, in the report's text.", func(r statementRow) string { return integer(r.Quote.Start) }},
	{"quote_end", "The byte after the last.", func(r statementRow) string { return integer(r.Quote.End) }},
	{"quote", "Those words, at most 300 characters of them; WH unless the export was told to quote.", func(r statementRow) string {
		if !r.quotes {
			return tabular.Withheld
		}
		return tabular.Words(excerpt(oneLine(r.Quote.In(r.report.Text))), tabular.Unknown)
	}},
	{"refers", "The earlier statement that tells the event of which this one speaks; empty if none.", func(r statementRow) string { return r.Refers }},
	{"incident_ids", "The incidents that it tells of, parted by spaces; empty if none.", func(r statementRow) string { return joined(r.incidents) }},
	{"rule", "The rule that read it.", func(r statementRow) string { return r.Rule }},
	{"score", "How sure the rule is, 0 to 1; NA if not said.", func(r statementRow) string { return scoreOf(r.Score) }},
}

func scoreOf(score float64) string {
	if score == 0 {
		return tabular.Unknown
	}
	return decimal(score)
}

// voices writes one thing of each speaker in one cell.
func (r statementRow) voices(of func(int, dateline.Speaker) string) string {
	var out []string
	for i, sp := range r.Speaker {
		out = append(out, of(i, sp))
	}
	return strings.Join(out, " | ")
}

// partRow is a row of parts.csv.
type partRow struct {
	dateline.Part
	statement string
	index     int
	text      string // of the report
	meaning   *dateline.Resolution
}

var partColumns = []column[partRow]{
	{"statement_id", "The statement.", func(r partRow) string { return r.statement }},
	{"part", "Its number in the statement, from 0.", func(r partRow) string { return integer(r.index) }},
	{"role", "What it does in the statement.", func(r partRow) string { return string(r.Role) }},
	{"start", "First byte of its words, in the report's text.", func(r partRow) string { return integer(r.Span.Start) }},
	{"end", "The byte after the last.", func(r partRow) string { return integer(r.Span.End) }},
	{"text", "Its words; WH where they name a private person.", func(r partRow) string {
		if r.private() {
			return tabular.Withheld
		}
		return tabular.Words(masked(r.Role, oneLine(r.Span.In(r.text))), tabular.Unknown)
	}},
	{"refers", "The earlier name that they stand for; empty if none.", func(r partRow) string {
		return tabular.Words(masked(r.Role, oneLine(r.Refers.In(r.text))), tabular.NotApplicable)
	}},
	{"effect", "What befell a target or a victim; empty if not told.", func(r partRow) string { return tabular.Words(string(r.Effect), tabular.NotApplicable) }},
	{"type", "Sort of target, victim or weapon; of a perpetrator individual, group or state; empty if the words do not say.", func(r partRow) string { return tabular.Words(string(r.means().Type), tabular.NotApplicable) }},
	{"inferred", "How it came to the statement if it does not stand in the clause itself.", func(r partRow) string { return tabular.Words(r.Inferred, tabular.NotApplicable) }},
	{"state", "known, ambiguous, not listed, unnamed, unknown, or corrected or rejected by a person; empty if the role means nothing beyond its words.", func(r partRow) string { return string(r.means().State) }},
	{"actor", "Identifier of the record; empty if none.", func(r partRow) string { return tabular.Words(r.means().Actor, tabular.NotApplicable) }},
	{"others", "Rival readings, parted by spaces.", func(r partRow) string { return joined(r.means().Others) }},
	{"place", "The gazetteer's name.", place(func(p dateline.Place) string { return p.Name })},
	{"place_id", "The gazetteer's identifier.", place(func(p dateline.Place) string { return p.ID })},
	{"country", "ISO 3166-1 alpha-2.", place(func(p dateline.Place) string { return p.Country })},
	{"precision", "How exactly the place is known.", place(func(p dateline.Place) string { return string(p.Precision) })},
	{"date_edtf", "EDTF (ISO 8601-2).", date(func(d dateline.Date) string { return d.EDTF })},
	{"date_from", "First possible day; NA if nothing fixes it.", date(func(d dateline.Date) string { return d.From })},
	{"date_to", "Last possible day; NA if nothing fixes it.", date(func(d dateline.Date) string { return d.To })},
	{"low", "Least number; empty if open.", countCell(lowOf)},
	{"high", "Greatest number; empty if open.", countCell(highOf)},
	{"bound", "exact, range, at least or at most.", countCell(boundOf)},
	{"why", "Why the words mean that.", func(r partRow) string { return tabular.Words(r.means().Why, tabular.NotApplicable) }},
}

// private reports whether the part has the name of a person in a role that nobody chose.
func (r partRow) private() bool {
	return !r.Name.IsZero() && exposed[r.Role] && r.Role != dateline.Perpetrator
}

func (r partRow) means() dateline.Resolution {
	if r.meaning == nil {
		return dateline.Resolution{}
	}
	return *r.meaning
}

// place, date and countCell are cells of what a part means; not applicable where it is no such thing.
func place(of func(dateline.Place) string) func(partRow) string {
	return func(r partRow) string {
		p := r.means().Place
		if p == nil {
			return tabular.NotApplicable
		}
		return tabular.Words(of(*p), tabular.Unknown)
	}
}

func date(of func(dateline.Date) string) func(partRow) string {
	return func(r partRow) string {
		d := r.means().Date
		if d == nil {
			return tabular.NotApplicable
		}
		return tabular.Words(of(*d), tabular.Unknown)
	}
}

func countCell(cell func(bool, *dateline.Count) string) func(partRow) string {
	return func(r partRow) string {
		c := r.means().Count
		if c == nil && !r.Role.IsToll() {
			return tabular.NotApplicable
		}
		return cell(true, c)
	}
}

// reportRow is a row of reports.csv.
type reportRow struct {
	*dateline.Report
	main string // Incident.ID of what it mainly tells; "" if none
}

var reportColumns = []column[reportRow]{
	{"report_id", "Identifier.", func(r reportRow) string { return r.ID }},
	{"schema", "Version of this layout.", func(reportRow) string { return dateline.Schema }},
	{"title", "Title; NA if not known.", func(r reportRow) string { return tabular.Words(oneLine(r.Title), tabular.Unknown) }},
	{"publisher", "Publisher; NA if not known.", func(r reportRow) string { return tabular.Words(r.Publisher, tabular.Unknown) }},
	{"url", "Address; NA if not known.", func(r reportRow) string { return tabular.Words(r.URL, tabular.Unknown) }},
	{"file", "The file that it was read from.", func(r reportRow) string { return tabular.Words(fileOf(r.Report), tabular.NotApplicable) }},
	{"language", "ISO 639-1; NA if not recognised.", func(r reportRow) string { return tabular.Words(r.Language, tabular.Unknown) }},
	{"published_from", "First possible day of publication; NA if not known.", func(r reportRow) string { return tabular.Words(r.Published.From, tabular.Unknown) }},
	{"published_to", "Last possible day of publication; NA if not known.", func(r reportRow) string { return tabular.Words(r.Published.To, tabular.Unknown) }},
	{"published_basis", "Where the date of publication comes from; NA if it is not known.", func(r reportRow) string { return tabular.Words(r.Basis, tabular.Unknown) }},
	{"main_incident", "The incident that it mainly tells: of those that it tells as news that with most of its statements, of as many the first; empty if it tells none.", func(r reportRow) string { return r.main }},
	{"sha256", "Of the raw bytes.", func(r reportRow) string { return r.SHA256 }},
	{"flags", "What was noticed while reading, parted by spaces.", func(r reportRow) string { return joined(r.Flags) }},
}
