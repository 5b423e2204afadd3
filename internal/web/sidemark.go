package web

import (
	"strconv"

	"dateline/internal/analysis"
)

// tags writes what qualifies a whole line.
func (m *marker) tags(all []string) {
	for _, t := range all {
		m.say(`<span class="tag">`, t, "</span>")
	}
}

// aside writes words in small print behind a value, if there are any.
func (m *marker) aside(words string) {
	if words != "" {
		m.say(` <span class="aside">`, words, "</span>")
	}
}

// led writes words that lead to an address of ours.
func (m *marker) led(address, words string) {
	m.link("", address)
	m.say(">", words, "</a>")
}

// later writes what speaks against an account.
func (m *marker) later(v shown) {
	if v.Later != "" {
		m.say(` <span class="later">`, v.Later, "</span>")
	}
	m.refs(v.LaterRefs)
}

// cell writes what an account says of a field.
func (m *marker) cell(of []shown) {
	for _, v := range of {
		m.WriteString("<div")
		if v.Like != "" {
			m.say(` class="`, string(v.Like), `"`)
		}
		m.WriteString(">")
		switch v.Like {
		case analysis.Differs:
			m.WriteString(`<span class="mark">≠<span class="sr"> differs: </span></span>`)
		case analysis.Looser:
			m.WriteString(`<span class="mark">≈<span class="sr"> fits, but is wider or narrower: </span></span>`)
		}
		if v.Label != "" {
			m.say(`<span class="role">`, v.Label, ":</span> ")
		}
		if v.Link != "" {
			m.led(v.Link, v.Text)
		} else {
			m.say(`<data class="figure">`, v.Text, "</data>")
		}
		m.refs(v.Refs)
		m.aside(v.Note)
		m.later(v)
		m.WriteString("</div>")
	}
}

// cells writes a row's cells; none has what stands for an empty one.
func (m *marker) cells(all []sideCell, none func(field string) string) {
	for _, c := range all {
		m.say(`<td data-label="`, c.Field, `">`)
		if c.Of != nil {
			m.cell(c.Of)
		} else {
			m.WriteString(none(c.Field))
		}
		m.WriteString("</td>")
	}
}

func notReportedIn(string) string { return notReportedMark }

// writeRow writes an account, and under it its copies.
func (r sideRow) writeRow(m *marker) {
	m.WriteString(`<tr><th scope="row"><span class="n">` + strconv.Itoa(r.Account) + "</span> ")
	m.led(r.Report.Link, r.Report.Text)
	m.say(` <span class="aside">`, r.Report.Note, "</span>\n<div class=\"voices\"><span class=\"role\">says:</span> ")
	for i, v := range r.Voices {
		if i > 0 {
			m.WriteString("; ")
		}
		m.say("", v.Text, "")
		m.refs(v.Refs)
	}
	m.WriteString("</div></th>\n")
	m.cells(r.Cells, notReportedIn)
	m.WriteString("</tr>\n")
	if r.Copies != nil {
		m.copies(&r)
	}
}

// copies writes the copies of an account.
func (m *marker) copies(r *sideRow) {
	m.WriteString(`<tr class="copied"><td colspan="8"><details><summary>`)
	if len(r.Copies) == 1 {
		m.WriteString("1 copy counts")
	} else {
		m.WriteString(number(len(r.Copies)) + " copies")
		if r.More > 0 {
			m.WriteString(" and " + number(r.More) + " more")
		}
		m.WriteString(" count")
	}
	m.WriteString(" with account " + strconv.Itoa(r.Account) + " as one</summary>\n<ul>")
	for _, c := range r.Copies {
		m.copy(&c)
	}
	m.WriteString("</ul></details></td></tr>\n")
}

func (m *marker) copy(c *copyLine) {
	m.WriteString("<li>")
	m.led(c.Report.Link, c.Report.Text)
	m.say(` <span class="aside">`, c.Report.Note, ": one account with ")
	m.led(c.Of.Link, c.Of.Text)
	m.say(", ", c.Of.Note, ": ")
	m.say("", c.Why, "</span>")
	m.refs(c.Refs)
	m.WriteString("\n")
	if c.Other != nil {
		m.WriteString(`<dl class="other"><dt>It says otherwise</dt>`)
		for _, o := range c.Other {
			m.say(`<dd><span class="role">`, o.Field, ":</span> ")
			m.cell(o.Of)
			m.WriteString("</dd>")
		}
		m.WriteString("</dl>")
	}
	m.WriteString("</li>\n")
}

// sideHead is the last row: the headline of each field.
type sideHead []sideCell

func (h sideHead) writeRow(m *marker) {
	m.cells(h, func(field string) string {
		if field == heldField {
			return `<span class="none">no headline is made of who did it</span>`
		}
		return notReportedMark
	})
}

// writeRow writes an account of an event.
func (l accountLine) writeRow(m *marker) {
	m.say("<div class=\"account\">\n<div class=\"what\"><b>", l.Kind, "</b>")
	m.refs(l.Refs)
	m.WriteString(" ")
	m.tags(l.Tags)
	m.WriteString("</div>\n")
	if l.Parts != nil {
		m.WriteString(`<ul class="with">`)
		for _, p := range l.Parts {
			m.say(`<li><span class="role">`, p.Role, "</span> ")
			m.shown(p.shown)
			m.WriteString("</li>")
		}
		m.WriteString("</ul>")
	}
	m.say("\n<blockquote>", l.Quote, "</blockquote>\n<div class=\"by\">")
	m.by(&l)
	m.WriteString("</div>\n</div>")
}

// by writes on whose word an account is, and in which report.
func (m *marker) by(l *accountLine) {
	m.say("<b>", upper(l.By), "</b>")
	if l.Class != "" {
		m.say(` <span class="class">`, l.Class, "</span>")
	}
	m.WriteString(", in ")
	m.led(l.Report.Link, l.Report.Text)
}

// writeRow writes a turn of who is held responsible.
func (l turnLine) writeRow(m *marker) {
	m.say(`<tr><td data-label="When">`, l.Day, "</td><th scope=\"row\" data-label=\"What\">")
	m.say("", upper(l.Status), " ")
	m.tags(l.Notes)
	m.WriteString("</th>\n<td data-label=\"Who\">")
	if l.Who.Text != "" {
		m.shown(l.Who)
	} else {
		m.WriteString(`<span class="none">nobody is named</span>`)
		m.refs(l.Who.Refs)
	}
	m.WriteString("</td>\n<td data-label=\"On whose word\">")
	if l.By != "" {
		m.say("", upper(l.By), "")
	} else {
		m.WriteString(`<span class="none">the report itself</span>`)
	}
	m.say(`</td><td data-label="Known by">`, l.How, "</td></tr>")
}

// writeRow writes one account of who did it.
func (l responsibleLine) writeRow(m *marker) {
	m.WriteString("<li>")
	m.shown(l.Who)
	m.say(` <span class="held">`, l.Held.Text, "</span>")
	if l.Class != "" {
		m.say(` <span class="class">`, l.Class, "</span>")
	}
	m.aside(l.State)
	m.later(l.Who)
	m.WriteString("</li>")
}

// writeRow writes a version of a toll.
func (l seriesLine) writeRow(m *marker) {
	m.say(`<tr><td data-label="First told">`, l.Since, "</td>")
	m.say(`<td data-label="Toll">`, l.Of, "</td><th scope=\"row\" data-label=\"How many\">")
	m.shown(l.Is)
	m.say("</th>\n<td data-label=\"On whose word\">", upper(l.By), "</td>")
	m.say(`<td data-label="Told by">`, l.Told, "")
	for _, n := range l.Notes {
		m.say(` <span class="aside">`, n, "</span>")
	}
	m.WriteString("</td></tr>")
}

// writeRow writes why two statements are of one incident.
func (l linkLine) writeRow(m *marker) {
	m.WriteString("<li>Statements ")
	m.refs(l.A)
	m.WriteString(" and ")
	m.refs(l.B)
	m.say(": ", l.Why, "")
	if l.Score != "" {
		m.say(` <span class="aside">score `, l.Score, "</span>")
	}
	m.WriteString("</li>")
}

// writeRow writes an incident beside another.
func (l nearLine) writeRow(m *marker) {
	m.WriteString("<li>")
	m.led(l.Link, l.Text)
	m.WriteString(" ")
	m.tags(l.Tags)
	m.WriteString(` <span class="aside">`)
	if l.Away != "" {
		m.say("", l.Away, "; ")
	}
	m.say("", l.Note, "</span></li>")
}

// writeRow writes another identifier of an incident.
func (e earlierID) writeRow(m *marker) {
	m.say("<li><code>", e.ID, "</code>")
	m.refs(e.Refs)
	m.WriteString("</li>")
}
