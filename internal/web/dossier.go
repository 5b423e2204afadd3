package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/resolve/place"
)

// leaders words who is said to lead, from when to when, and what says so.
func (v *groupView) leaders(all []analysis.Leader, r *refs) {
	if all == nil {
		return
	}
	g := grid{Head: []string{"Name", "From, as told", "To, as told", "What is told"}}
	for _, l := range all {
		var ids, words []string
		for _, t := range l.Terms[:v.room("leaders", len(l.Terms))] {
			ids = append(ids, t.Account.ID)
			words = append(words, string(t.Tenure)+", "+momentWords(t.At))
		}
		g.row(cell{shown: shown{Text: l.Name, Refs: r.of(ids...)}}, cell{shown: times(l.From(), r)}, cell{shown: times(l.To(), r)}, word(strings.Join(unique(words), "; ")))
	}
	v.Blocks["leaders"] = []block{{Lead: "A beginning or an end stands here only where words tell one; the day of a report is neither.", Grid: g}}
}

// times words the times that are told, with what tells them.
func times(all []dateline.Told[dateline.Date], r *refs) shown {
	var words, ids []string
	for _, d := range all {
		words, ids = append(words, dateWords(d.Value)), append(ids, d.Statements...)
	}
	if words == nil {
		return shown{Text: notReported}
	}
	return shown{Text: strings.Join(words, " or "), Refs: r.of(ids...)}
}

// momentWords says when an account is about; where it does not tell, when it was published.
func momentWords(m analysis.Moment) string {
	switch {
	case !m.Of.IsZero():
		return dateWords(m.Of)
	case !m.Said.IsZero():
		return "time not told, published " + dateWords(m.Said)
	}
	return "time not told"
}

// strength draws the estimates in time, where at least two have one, and lists them.
func (v *groupView) strength(all []analysis.Estimate, r *refs) {
	var drawn []span
	room := v.room("strength", len(all))
	for i, e := range all {
		if i < room {
			v.Strength = append(v.Strength, newFigureLine(e, r))
		}
		day, soft := e.At.Of.From, false
		if !e.At.Of.Fixed() {
			day, soft = e.At.Said.From, true
		}
		if at, ok := yearOf(day); ok && e.Count != nil {
			drawn = append(drawn, span{At: at, Low: e.Count.Low, High: e.Count.High, Open: e.Count.High == nil, Soft: soft,
				Title: momentWords(e.At) + ": " + countWords(*e.Count) + ", " + speakerName(e.Account)})
		}
	}
	v.StrengthSeries = newSpans("Strength in time", "Bars run from the lowest to the highest number of one estimate, at the time that it is about; hollow where only the day of publication is known. An arrow is an open end.", drawn)
	if len(v.StrengthSeries.Bars) == 0 {
		v.StrengthChart = v.ranges(all)
	}
}

// ranges draws the estimates under each other where their times are not known.
func (v *groupView) ranges(all []analysis.Estimate) chart {
	var rows []ranged
	who := map[string][]string{}
	for _, e := range all {
		if e.Count != nil {
			words := countWords(*e.Count)
			if who[words] == nil {
				rows = append(rows, ranged{words, *e.Count})
			}
			who[words] = append(who[words], speakerName(e.Account))
		}
	}
	slices.SortStableFunc(rows, func(x, y ranged) int {
		return cmp.Compare(value(x.count.Low)+value(x.count.High), value(y.count.Low)+value(y.count.High))
	})
	for i, row := range rows {
		rows[i].label = row.label + " — " + strings.Join(unique(who[row.label]), "; ")
	}
	return ranges("Strength as estimated", rows)
}

// territory words what was gained and lost, in the order of time.
func (v *groupView) territory(all []analysis.Ground, r *refs) {
	if all == nil {
		return
	}
	g := grid{Head: []string{"When", "What", "Where", "Who says so"}}
	for _, x := range all[:v.room("territory", len(all))] {
		what := map[bool]string{true: "Gained", false: "Lost"}[x.Gained]
		if x.Other != "" {
			what += map[bool]string{true: " from ", false: " to "}[x.Gained] + tidy(x.Other)
		}
		where := word(notReported)
		switch {
		case x.Where != nil && x.Where.Precision != dateline.Unplaced:
			where = noted(placeWords(*x.Where), "“"+tidy(x.Words)+"”")
		case x.Words != "":
			where = word("“" + tidy(x.Words) + "”")
		}
		where.Refs = r.of(x.Account.ID)
		g.row(word(upper(momentWords(x.At))), noted(what, strings.Join(accountTags(x.Account), ", ")), where, word(speakerWords(x.Account)+", in "+reportWords(x.Account.Report)))
	}
	v.Blocks["territory"] = []block{{Grid: g}}
}

// operations counts what the group is held responsible for.
func (v *groupView) operations(d *analysis.Dossier) {
	l := linker{v.ID, d.Rule}
	v.Total, v.Rules = l.number(d.Total.Number).shown, ruleLinks(groupLink(v.ID), "operations", d.Rule)
	head := grid{Head: []string{"Held responsible", "Told as news", "Only as background"}}
	for _, g := range d.Degrees {
		head.row(word(degreeWords(g.Degree)), l.number(g.News), l.number(g.Retold))
	}
	all := block{Lead: "An incident stands under each way in which some account holds the group responsible. None is a finding.", Grid: head}
	if head.Rows == nil {
		all.None = "No account in this ledger holds the group responsible for an incident."
	}
	apart := grid{Head: []string{"Apart from these", "Incidents"}}
	for _, x := range []struct {
		words string
		n     analysis.Number
	}{{"The group was struck, and nobody holds it responsible", d.Against}, {"Only a denial, or a word that it is possible, ties it to the group", d.HeldApart},
		{"Planned, threatened or foiled: it did not happen", d.Plotted}, {"The group figures in another way", d.Otherwise}} {
		if x.n.N() > 0 {
			apart.row(word(x.words), l.number(x.n))
		}
	}
	v.Blocks["operations"] = []block{all, {Grid: apart}, killedByYear(d, l), {Title: "By kind", Grid: buckets("Kind", d.Kinds, l, func(k string) string { return kindWords(dateline.Kind(k)) })},
		{Title: "By country", Grid: buckets("Country", d.Countries, l, countryWords)}, slicesBlock(d, l)}
}

// killedHead are the columns of what headlines add up to.
var killedHead = []string{"Killed, low to high", "Best", "Figure", "None killed", "Number unknown", "Not reported"}

// killedCells are what headlines add up to, and of how many incidents there is no figure and why.
func killedCells(t *analysis.Tally, l linker) []cell {
	bounds := word("–")
	best := word("–")
	if t.Low != nil || t.High != nil {
		bounds.Text = boundWords(t.Low) + " to " + boundWords(t.High)
		if t.Low != nil && t.High != nil && *t.Low == *t.High {
			bounds.Text = boundWords(t.Low)
		}
		if t.Open > 0 {
			bounds.Text += " or more"
		}
	}
	if t.Best != nil {
		best.Text = boundWords(t.Best)
	}
	bounds.Num, best.Num = true, true
	return []cell{bounds, best, l.number(t.Figure), l.number(t.Zero), l.number(t.Unknown), l.number(t.NotReported)}
}

func boundWords(n *int) string {
	if n == nil {
		return "?"
	}
	return number(*n)
}

func buckets(name string, all []analysis.Bucket, l linker, words func(string) string) grid {
	g := grid{Head: append([]string{name, "Incidents", "Only as background"}, killedHead...)}
	for _, b := range all {
		label := "Not known"
		if b.Key != "" {
			label = upper(words(b.Key))
		}
		g.row(append([]cell{word(label), l.number(b.News.Number), l.number(b.Retold)}, killedCells(&b.News, l)...)...)
	}
	return g
}

func countryWords(iso string) string { return cmp.Or(place.CountryName(iso), iso) }

func killedByYear(d *analysis.Dossier, l linker) block {
	var all []span
	for _, y := range d.Years {
		if at, ok := yearOf(y.Key + "-01-01"); ok && y.News.Figure.N() > 0 {
			all = append(all, span{At: at, Low: y.News.Low, Best: y.News.Best, High: y.News.High, Open: y.News.Open > 0,
				Title: y.Key + ": " + killedCells(&y.News, l)[0].Text})
		}
	}
	return block{Title: "By year", Spans: newSpans("People killed by year, low, best and high", "People killed, by year: a bar from the low to the high sum of the headlines, a line for the best. An arrow: some may be more.", all),
		Grid: buckets("Year", d.Years, l, edtfWords)}
}

// slicesBlock is the table by month, kind and country, the latest first.
func slicesBlock(d *analysis.Dossier, l linker) block {
	g := grid{Head: append([]string{"Month", "Kind", "Country", "Incidents"}, killedHead...)}
	for i := len(d.Slices) - 1; i >= 0 && len(g.Rows) < mostRows; i-- {
		s := &d.Slices[i]
		country := "not known"
		if s.Country != "" {
			country = countryWords(s.Country)
		}
		g.row(append([]cell{word(timeWords(s.Month)), word(kindWords(s.Kind)), word(country), l.number(s.Number)}, killedCells(&s.Tally, l)...)...)
	}
	b := block{Grid: g, Folded: "By month, kind and country"}
	if n := len(d.Slices) - len(g.Rows); n > 0 {
		b.Folded += fmt.Sprintf(" (the latest %s lines of %s; the JSON of ‘dateline show group’ has all)", number(len(g.Rows)), number(len(d.Slices)))
	}
	return b
}

// mostRows is how many lines a folded table has at most.
const mostRows = 240

// abroad draws and counts where operations lie, with the sources beside.
func (v *groupView) abroad(d *analysis.Dossier) {
	l := linker{v.ID, d.Rule}
	if len(d.Home) == 0 {
		v.Blocks["abroad"] = []block{{None: "The record has no home area for this group, so nothing can be said to be abroad."}}
		return
	}
	key := []keyEntry{{"solid", "abroad"}, {"open", "at home"}, {"dotted", "no country known"}}
	g := grid{Head: []string{"Year", "Share abroad", "Abroad", "At home", "No country known", "By an inferred place", "Told by", "Publishers, by incidents"}}
	var all []column
	for _, w := range d.Places {
		all = append(all, column{w.Year, []int{w.Abroad.N(), w.Home.N(), w.Unknown.N()}, -1})
		g.row(word(upper(timeWords(w.Year))), word(w.Share.String()), l.number(w.Abroad), l.number(w.Home), l.number(w.Unknown), l.number(w.Inferred),
			noted(plural(len(w.Reports), "report"), plural(w.Independent, "independent account")), word(mixWords(w.Mix)))
	}
	b := block{Lead: "Home is " + countries(d.Home) + ", by the record. The mix of sources stands beside each share: a share that grows because other papers are read is no change of the group. No percentage is given under five incidents.",
		Columns: newColumns("Operations abroad and at home, by year", key, all), Grid: g}
	if g.Rows == nil {
		b.None = "No operation is told as news here."
	}
	v.Blocks["abroad"] = []block{b, mixBlock(d.Places, l)}
}

// mixBlock is the mix of sources of every year, in a folded table.
func mixBlock(all []analysis.Whereabouts, l linker) block {
	b := block{Folded: "The sources of each year", Grid: grid{Head: []string{"Year", "Publisher", "Incidents", "Reports"}}}
	for _, w := range all {
		for _, m := range w.Mix {
			b.Grid.row(word(upper(timeWords(w.Year))), word(cmp.Or(outlet(m.Publisher), "not known")), l.number(m.Number), cell{shown: shown{Text: number(len(m.Reports))}, Num: true})
		}
	}
	if n := len(b.Grid.Rows); n > mostRows {
		b.Grid.Rows = b.Grid.Rows[n-mostRows:]
		b.Folded += fmt.Sprintf(" (the last %d lines of %s; the JSON of ‘dateline show group’ has all)", mostRows, number(n))
	}
	return b
}

// mixWords lists publishers with how many incidents each tells.
func mixWords(all []analysis.Mix) string {
	var out []string
	for i, m := range all {
		if i == 6 {
			out = append(out, plural(len(all)-i, "other"))
			break
		}
		out = append(out, cmp.Or(outlet(m.Publisher), "publisher not known")+" "+number(m.N()))
	}
	return strings.Join(out, ", ")
}

// objects counts operations by what was hit and with what.
func (v *groupView) objects(d *analysis.Dossier) {
	l := linker{v.ID, d.Rule}
	for _, t := range []struct {
		title string
		all   []analysis.Typed
	}{{"Targets", d.Targets}, {"Victims", d.Victims}, {"Weapons", d.Weapons}} {
		g := grid{Head: []string{t.title, "Incidents"}}
		for _, x := range t.all {
			words := upper(x.Type)
			switch x.Type {
			case analysis.None:
				words = "Not reported"
			case analysis.Untyped:
				words = "Told in words of no type"
			}
			g.row(word(words), l.number(x.Number))
		}
		if g.Rows != nil {
			v.Blocks["objects"] = append(v.Blocks["objects"], block{Title: t.title, Grid: g})
		}
	}
}

// claims counts who claimed what.
func (v *groupView) claims(d *analysis.Dossier, name func(string) string) {
	if d.Total.N() == 0 {
		return
	}
	l, c := linker{v.ID, d.Rule}, d.Claims
	g := grid{Head: []string{"Of its operations told as news", "Incidents"}}
	g.row(word("Claimed by the group"), l.number(c.Own))
	g.row(word("Claimed by others, or by somebody not named"), l.number(c.Other))
	for _, b := range c.By {
		who := "“" + tidy(b.Words) + "”"
		if b.Actor != "" {
			who = name(b.Actor)
		}
		g.row(cell{shown: shown{Text: "of these, by " + who, Link: groupLink(b.Actor)}}, l.number(b.Number))
	}
	g.row(word("Attributed to the group, claimed by nobody"), l.number(c.None))
	g.row(word("Somebody denies that the group did it"), l.number(c.Denied))
	v.Blocks["claims"] = []block{{Grid: g}}
}

// trends draws operations by month and by year, on all sources and on the panel.
func (v *groupView) trends(d *analysis.Dossier) {
	if d.Total.N() == 0 {
		return
	}
	l := linker{v.ID, d.Rule}
	for _, t := range d.Trends {
		b := block{Title: "By " + t.Unit}
		if len(t.Points) == 0 {
			b.None = "There is no trend: no operation with a date, and no dated report of a known publisher, lie in one window."
			v.Blocks["trends"] = append(v.Blocks["trends"], b)
			continue
		}
		b.Lead = panelWords(t)
		var all []column
		g := grid{Head: []string{"Time", "All sources", "To their baseline", "Fixed panel", "To its baseline", "Only as background"}}
		for _, p := range t.Points {
			line := -1.
			if base, ok := lined(t, p).Baseline(); ok && !p.Silent {
				line = float64(base) / 10
			}
			all = append(all, column{p.Time, []int{p.OfPanel.N(), p.All.N() - p.OfPanel.N()}, line})
			if p.Silent && p.All.N() == 0 {
				g.row(word(upper(edtfWords(p.Time))), word("no report here"), word(""), word("no report here"), word(""), l.number(p.Retold))
				continue
			}
			onPanel, change := l.number(p.OfPanel), word(changeWords(p.OnPanel))
			if t.Publishers == nil {
				onPanel, change = word("no panel"), word("")
			}
			g.row(word(upper(edtfWords(p.Time))), l.number(p.All), word(changeWords(p.Change)), onPanel, change, l.number(p.Retold))
		}
		key := []keyEntry{{"solid", "told by the panel"}, {"open", "told by other sources only"}}
		if t.Publishers == nil {
			key[1].Words = "told by any source"
		}
		b.Columns = newColumns("Operations by "+t.Unit, key, all)
		if b.Columns.Line != "" {
			b.Columns.Key = append(b.Columns.Key, keyEntry{"line", map[bool]string{true: "baseline of all", false: "baseline of the panel"}[t.Publishers == nil]})
		}
		slices.Reverse(g.Rows)
		b.Grid, b.Folded = g, "The same in numbers, the latest first"
		if t.Outside.N() > 0 {
			b.None = plural(t.Outside.N(), "operation") + " lie in no period of the window."
		}
		v.Blocks["trends"] = append(v.Blocks["trends"], b)
	}
}

// lined is the change whose baseline is drawn: that of the panel, if there is one.
func lined(t analysis.Trend, p analysis.Point) analysis.Change {
	if t.Publishers == nil {
		return p.Change
	}
	return p.OnPanel
}

// changeWords says how a number stands to its baseline.
func changeWords(c analysis.Change) string {
	base, ok := c.Baseline()
	if !ok {
		return "no baseline yet"
	}
	words := fmt.Sprintf("baseline %d.%d", base/10, base%10)
	if p, ok := c.Percent(); ok {
		words += fmt.Sprintf(", %+d %%", p)
	}
	return words
}

// panelWords says what the panel is.
func panelWords(t analysis.Trend) string {
	words := fmt.Sprintf("From %s to %s. ", edtfWords(t.From), edtfWords(t.To))
	n := len(t.Publishers)
	if n == 0 {
		return words + "No publisher has a report here in every " + t.Unit + " of that time, so there is no fixed panel: what all sources tell grows and falls with them."
	}
	list := outlets(t.Publishers[:min(n, 8)])
	if n > 8 {
		list += " and " + number(n-8) + " more"
	}
	return words + fmt.Sprintf("The fixed panel is %s of %s here, those with a report in every %s of that time, on any subject: %s. The baseline is the mean of the %s before. A "+t.Unit+" from which this ledger has no report on anything has no number and is in no baseline.",
		plural(n, "publisher"), number(n+t.Others), t.Unit, tidy(list), map[string]string{analysis.ByMonth: "twelve months", analysis.ByYear: "five years"}[t.Unit])
}

// plots lists what did not come about, by year.
func (v *groupView) plots(all []analysis.PlotYear) {
	g := grid{Head: []string{"Year", "Foiled", "Planned or possible"}}
	for _, y := range all {
		g.row(word(upper(timeWords(y.Year))), word(plural(len(y.Foiled), "statement")), word(plural(len(y.Planned), "statement")))
	}
	if g.Rows != nil {
		v.Blocks["plots"] = []block{{Grid: g}}
	}
}

// measures lists what was done against the group.
func (v *groupView) measures(all []analysis.Measure, r *refs) {
	for _, m := range all {
		g := grid{Head: []string{"When", "Who", "By whom", "Where", "Who says so"}}
		for _, s := range m.Steps[:v.room("measures", len(m.Steps))] {
			who := cell{shown: shown{Text: cmp.Or(tidy(s.Words), notReported), Refs: r.of(s.Account.ID), Note: strings.Join(accountTags(s.Account), ", ")}}
			where := notReported
			if s.Where != nil {
				where = placeWords(*s.Where)
			}
			g.row(word(upper(momentWords(s.At))), who, word(cmp.Or(tidy(s.By), notReported)), word(where), word(speakerWords(s.Account)+", in "+reportWords(s.Account.Report)))
		}
		v.Blocks["measures"] = append(v.Blocks["measures"], block{Title: upper(string(m.Kind)) + ": " + plural(len(m.Steps), "statement"), Grid: g})
	}
}

// themeLine is a theme with its assessments.
type themeLine struct {
	Title    string
	Accounts []accountLine
	Again    []ref // those that stand under an earlier theme
}

// judged words the assessments by theme; one that speaks of several is quoted under the first.
func (v *groupView) judged(all []analysis.Theme, r *refs) {
	seen := map[string]bool{}
	for _, t := range all {
		line := themeLine{Title: upper(cmp.Or(t.Name, "no theme in their words"))}
		for _, a := range t.Accounts[:v.room("judged", len(t.Accounts))] {
			if seen[a.ID] {
				line.Again = append(line.Again, r.of(a.ID)...)
				continue
			}
			seen[a.ID] = true
			line.Accounts = append(line.Accounts, r.account(a, v.ID))
		}
		v.Themes = append(v.Themes, line)
		v.Judged = len(seen)
	}
}
