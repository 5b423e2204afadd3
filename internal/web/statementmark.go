package web

import "strconv"

// writeRow writes what words of a statement mean, and why.
func (l meaningLine) writeRow(m *marker) {
	m.say("<tr>\n<th scope=\"row\" data-label=\"Role\">", upper(l.Role), "</th>\n")
	m.say(`<td data-label="Words"><q>`, l.Words, "</q>")
	if l.Name != "" {
		m.say(` <span class="aside">stands for “`, l.Name, "”</span>")
	}
	m.WriteString("</td>\n<td data-label=\"Read as\">")
	m.shown(l.Means)
	m.aside(l.State)
	if l.Rival != nil {
		m.WriteString(`<div class="aside">or: `)
		for i, r := range l.Rival {
			if i > 0 {
				m.WriteString("; ")
			}
			m.shown(r)
		}
		m.WriteString("</div>")
	}
	m.WriteString("</td>\n<td data-label=\"Why\">")
	if l.Why != "" {
		m.say("", l.Why, "")
	} else {
		m.WriteString(`<span class="none">words alone</span>`)
	}
	if l.Score != "" {
		m.say(` <span class="aside">sure to `, l.Score, " of 1</span>")
	}
	m.WriteString("</td>\n</tr>")
}

// writeRow writes a run of the text around a statement.
func (c contextPiece) writeRow(m *marker) {
	switch {
	case c.Quote:
		m.WriteString(`<span class="said`)
		if c.Trigger {
			m.WriteString(" trigger")
		}
		if c.Part {
			m.WriteString(" part")
		}
		m.say(`">`, c.Text, "</span>")
	case c.Part:
		m.say(`<span class="part">`, c.Text, "</span>")
	default:
		m.say(`<span class="beside">`, c.Text, "</span>")
	}
	for _, r := range c.Roles {
		m.WriteString(`<span class="label`)
		if c.Quote {
			m.WriteString(" said")
		}
		m.say(`">`, r, "</span>")
	}
}

// writeRow writes a run of a report's text.
func (p piece) writeRow(m *marker) {
	if p.Said || p.Doubt {
		m.WriteString("<span")
		if p.Here {
			m.WriteString(` id="here"`)
		}
		if p.Of != "" {
			m.say(` data-of="`, p.Of, `"`)
		}
		m.WriteString(` class="`)
		for _, c := range []struct {
			is   bool
			name string
		}{{p.Said, "said"}, {p.Over, " over"}, {p.Doubt, " doubt"}, {p.Trigger, " trigger"}} {
			if c.is {
				m.WriteString(c.name)
			}
		}
		m.say(`">`, p.Text, "</span>")
	} else {
		m.say("", p.Text, "")
	}
	for _, n := range p.Ends {
		at := strconv.Itoa(n)
		m.WriteString(`<a class="ref" href="#s` + at + `"><span class="sr">note </span>` + at + "</a>")
	}
}

// writeRow writes a statement in the margin.
func (n note) writeRow(m *marker) {
	at := strconv.Itoa(n.N)
	m.WriteString(`<details class="note" id="s` + at + `"`)
	if n.Open {
		m.WriteString(" open")
	}
	m.say(`><summary><span class="n">`+at+"</span> <b>", n.Kind, "</b> ")
	m.tags(n.Tags)
	m.say(` <span class="by">`, n.By, "</span></summary>\n")
	if n.Parts != nil {
		m.WriteString(`<ul class="with">`)
		for _, p := range n.Parts {
			m.say(`<li><span class="role">`, p.Role, "</span> ")
			if p.Link != "" {
				m.led(p.Link, p.Text)
			} else {
				m.say("", p.Text, "")
			}
			m.aside(p.Note)
			m.WriteString("</li>")
		}
		m.WriteString("</ul>")
	}
	m.WriteString("\n")
	m.link("", "/statements/"+n.ID)
	m.WriteString(">How do you know this?</a></details>")
}

// writeRow writes a value of a facet.
func (v facetValue) writeRow(m *marker) {
	m.WriteString("<li>")
	m.link("", v.Link)
	if v.Picked {
		m.WriteString(` class="picked" aria-current="true"><span aria-hidden="true">✓ </span>`)
	} else {
		m.WriteString(">")
	}
	m.say(`<span class="value">`, v.Label, `</span> <span class="n">`)
	m.WriteString(number(v.Count) + "</span></a></li>")
}
