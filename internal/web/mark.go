package web

import (
	"html/template"
	"strconv"
	"strings"
)

// marker writes the markup of values and of the links to what tells them, of which a page has hundreds: templates take
// many times as long for it. What is not a constant of this file goes through say or link.
type marker struct {
	strings.Builder
	open bool // what differs from page to page is left out
	gaps []gap
}

// gap is something that was left out.
type gap struct {
	at   int32 // in what was written
	what int32 // a number as refs has it, or theQuery or theSnippet
}

const (
	theQuery   = -1 // of a list, behind the address of an incident
	theSnippet = -2
)

// leave leaves a gap if it has to.
func (m *marker) leave(what int) bool {
	if m.open {
		m.gaps = append(m.gaps, gap{int32(m.Len()), int32(what)})
	}
	return m.open
}

// escaper writes what html/template does in an element or a quoted attribute.
var escaper = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

// say writes words as text.
func (m *marker) say(before, words, after string) {
	m.WriteString(before)
	escaper.WriteString(m, words)
	m.WriteString(after)
}

// link begins an element a that leads to an address of ours; nowhere if it is no such address.
func (m *marker) link(class, address string) {
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") || strings.HasPrefix(address, `/\`) {
		address = "#"
	}
	m.say("<a"+class+` href="`, address, `"`)
}

// refs writes links to Statements: numbers in a list of many values, else with the sentences, unfolded where there are several.
func (m *marker) refs(all []ref) {
	switch {
	case len(all) == 0:
	case all[0].Quote == "":
		for _, r := range all {
			m.source(r)
		}
	case len(all) == 1:
		m.source(all[0])
	default:
		m.say(`<details class="refs"><summary><span class="sr">sources </span>`, refLabel(all), "</summary><ol>")
		for _, r := range all[:min(len(all), mostQuoted)] {
			m.quote(r)
		}
		if n := len(all) - mostQuoted; n > 0 {
			m.say(`<li class="aside">and `, number(n), " more</li>")
		}
		m.WriteString("</ol></details>")
	}
}

// source writes a number that leads to a Statement.
func (m *marker) source(r ref) {
	m.link(` class="ref"`, "/statements/"+r.ID)
	if r.Quote != "" {
		m.say(` title="`, r.Quote, `"`)
	}
	m.WriteString(`><span class="sr">source </span>`)
	if !m.leave(r.N) {
		m.WriteString(strconv.Itoa(r.N))
	}
	m.WriteString("</a>")
}

// quote writes a Statement's sentence in a list of them.
func (m *marker) quote(r ref) {
	m.say(`<li value="`, strconv.Itoa(r.N), `">`)
	m.say("<q>", r.Quote, "</q>")
	m.say(` <span class="by">`, r.By, ", in ")
	m.say("", r.Report, ".</span> ")
	m.link("", "/statements/"+r.ID)
	m.WriteString(">How do you know this?</a></li>")
}

// shown writes a value with what tells it.
func (m *marker) shown(v shown) {
	if v.Link != "" {
		m.link("", v.Link)
		m.say(">", v.Text, "</a>")
	} else {
		m.say("", v.Text, "")
	}
	m.refs(v.Refs)
	if v.Note != "" {
		m.say(` <span class="aside">`, v.Note, "</span>")
	}
}

// notReportedMark stands for a value that nobody reports.
const notReportedMark = `<span class="none">not reported</span>`

// known writes a value, if there is one.
func (m *marker) known(v shown) {
	if v.Text == "" {
		m.WriteString(notReportedMark)
		return
	}
	m.shown(v)
}

// values writes values as items of a list.
func (m *marker) values(all []shown) {
	for _, v := range all {
		m.WriteString("<li>")
		m.shown(v)
		m.WriteString("</li>")
	}
}

// snippet writes a sentence with what was searched for.
func (m *marker) snippet(all snippet) {
	if all == nil {
		return
	}
	m.WriteString(`<div class="snippet">`)
	for _, p := range all {
		if p.Mark {
			m.say("<mark>", p.Text, "</mark>")
		} else {
			m.say("", p.Text, "")
		}
	}
	m.WriteString("</div>")
}

// markup is what was written. Templates take it as it is.
func (m *marker) markup() template.HTML { return template.HTML(m.String()) }

// markRefs, markShown, markKnown and markRow are what templates call.
func markRefs(all []ref) template.HTML {
	var m marker
	m.refs(all)
	return m.markup()
}

func markShown(v valued) template.HTML {
	var m marker
	m.shown(v.value())
	return m.markup()
}

func markKnown(v valued) template.HTML {
	var m marker
	m.known(v.value())
	return m.markup()
}

func markRow(r tableRow) template.HTML {
	var m marker
	r.writeRow(&m)
	return m.markup()
}

// valued is a value that is shown, or what has one among other things.
type valued interface{ value() shown }

func (v shown) value() shown { return v }
