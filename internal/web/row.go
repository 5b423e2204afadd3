package web

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline"
	"dateline/internal/ledger"
	"dateline/internal/selection"
)

// row is an incident in a list as markup, for any list.
type row struct {
	sum   [32]byte // of the incident that it shows
	text  string
	gaps  []gap  // what a page fills in
	cited string // Statement.ID of its references, by their numbers from 1 on, with spaces between
}

// newRow is the row of an incident with this sum.
func (s *site) newRow(in *dateline.Incident, later map[string]laterTurn, sum [32]byte) *row {
	r := newMarks(s.cited([]dateline.Incident{*in}), nil)
	l := r.incident(in)
	s.parties(in, later, r, &l)
	m := marker{open: true}
	m.incident(&l)
	var cited []string
	for _, one := range r.list {
		cited = append(cited, one.ID)
	}
	return &row{sum, strings.Clone(m.String()), slices.Clip(m.gaps), strings.Join(cited, " ")}
}

// placedRow is a row on a page.
type placedRow struct {
	*row
	numbers []int // of its references, on the page
	query   string
	snippet snippet
}

// tableRow is what has a row in a list of incidents.
type tableRow interface{ writeRow(*marker) }

func (l incidentLine) writeRow(m *marker) { m.incident(&l) }

func (p placedRow) writeRow(m *marker) {
	from := int32(0)
	for _, g := range p.gaps {
		m.WriteString(p.text[from:g.at])
		switch from = g.at; g.what {
		case theQuery:
			m.say("", p.query, "")
		case theSnippet:
			m.snippet(p.snippet)
		default:
			m.WriteString(strconv.Itoa(p.numbers[g.what-1]))
		}
	}
	m.WriteString(p.text[from:])
}

// incident writes the row of an incident.
func (m *marker) incident(l *incidentLine) {
	m.WriteString("<tr>\n<td data-label=\"When\">")
	m.known(l.When)
	m.say("</td>\n<th scope=\"row\" data-label=\"What\"><a href=\"/incidents/", l.ID, "")
	m.leave(theQuery)
	m.say(`" aria-label="`, l.Title, `">`)
	m.say("", l.Kind, "</a> ")
	for _, t := range l.Tags {
		m.say(`<span class="tag">`, t, "</span>")
	}
	m.held(l)
	m.leave(theSnippet)
	m.WriteString("</th>\n<td data-label=\"Where\">")
	m.known(l.Where)
	m.WriteString("</td>\n<td data-label=\"Killed, as told\" class=\"num\">")
	for _, k := range l.Killed {
		m.say(`<div><data class="figure">`, k.Text, "</data>")
		m.refs(k.Refs)
		m.WriteString("</div>")
	}
	if l.Killed == nil {
		m.WriteString(notReportedMark)
	}
	m.say("</td>\n<td data-label=\"Accounts\" class=\"num\">", plural(l.Reports, "report"), "")
	if l.Independent != l.Reports {
		m.say(`<div class="aside">`, number(l.Independent), " independent</div>")
	}
	m.WriteString("</td>\n</tr>")
}

// held writes how the group of the page is held responsible, or else who is.
func (m *marker) held(l *incidentLine) {
	if len(l.Held)+len(l.Who) == 0 {
		return
	}
	m.WriteString(`<ul class="held">`)
	if len(l.Held) > 0 {
		m.values(l.Held)
	} else {
		m.values(l.Who)
		if l.MoreWho != "" {
			m.say(`<li class="aside">`, l.MoreWho, "</li>")
		}
	}
	m.WriteString("</ul>")
}

// rows keeps the rows that were asked for lately, by incident: those since it was half full, and as many from before. To
// make one takes twenty times as long as to write it. The zero rows is empty and ready.
type rows struct {
	mu          sync.Mutex
	now, before map[string]*row
	bytes       int // of now
}

// halfFull is how many bytes of rows are one half, about.
const halfFull = 96 << 20

// get returns the row of an incident with this sum; nil if it is not kept.
func (k *rows) get(id string, sum [32]byte) *row {
	k.mu.Lock()
	defer k.mu.Unlock()
	r := k.now[id]
	if r == nil {
		if r = k.before[id]; r != nil && r.sum == sum {
			k.add(id, r)
		}
	}
	if r == nil || r.sum != sum {
		return nil
	}
	return r
}

func (k *rows) put(id string, r *row) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.add(id, r)
}

func (k *rows) add(id string, r *row) {
	if k.now == nil || k.bytes > halfFull {
		k.now, k.before, k.bytes = map[string]*row{}, k.now, 0
	}
	k.now[id] = r
	k.bytes += len(r.text) + 8*len(r.gaps) + len(r.cited) + 200
}

// half reports whether one half is full.
func (k *rows) half() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.before != nil
}

// rowSum is another where an incident is, and where people ruled on more or less of it: a retraction that they rejected is none.
func rowSum(l ledger.LineSum) [32]byte {
	l.Sum[0] ^= byte(l.Reviewed)
	l.Sum[1] ^= byte(l.Reviewed >> 8)
	return l.Sum
}

// rowsOf returns the rows of lines, but for incidents that are not there any more.
func (s *site) rowsOf(ctx context.Context, lines []*dateline.Line) (out []*row, ids []string, err error) {
	of := s.room.base.Load().sums
	found, wanted := map[string]*row{}, []string(nil)
	for _, l := range lines {
		if r := s.rows.get(l.ID, rowSum(of[l.ID])); r != nil {
			found[l.ID] = r
		} else {
			wanted = append(wanted, l.ID)
		}
	}
	if wanted != nil {
		heads, err := s.view.Heads(ctx, wanted)
		if err != nil {
			return nil, nil, err
		}
		later, err := s.spokenAgainst(ctx, wanted)
		if err != nil {
			return nil, nil, err
		}
		for i := range heads {
			id := heads[i].ID
			found[id] = s.newRow(&heads[i], later, rowSum(of[id]))
			s.rows.put(id, found[id])
		}
	}
	for _, l := range lines {
		if r := found[l.ID]; r != nil {
			out, ids = append(out, r), append(ids, l.ID)
		}
	}
	return out, ids, nil
}

// listed places the rows of some lines on a page, each with the sentence that has most of what a search asks for.
func (s *site) listed(ctx context.Context, lines []*dateline.Line, q selection.Query) ([]placedRow, *refs, error) {
	rows, ids, err := s.rowsOf(ctx, lines)
	if err != nil {
		return nil, nil, err
	}
	var cited, ruled []string // ruled: of incidents that people looked at
	sums := s.room.base.Load().sums
	for i, r := range rows {
		of := strings.Fields(r.cited)
		if cited = append(cited, of...); sums[ids[i]].Reviewed > 0 {
			ruled = append(ruled, of...)
		}
	}
	cited = unique(cited)
	states, err := s.view.States(ctx, unique(ruled))
	if err != nil {
		return nil, nil, err
	}
	snippets, err := s.snippets(ctx, ids, q.Text)
	if err != nil {
		return nil, nil, err
	}
	refs, query := newMarks(cited, states), at("", q)
	out := make([]placedRow, len(rows))
	for i, r := range rows {
		out[i] = placedRow{row: r, query: query, snippet: snippets[ids[i]]}
		for _, one := range refs.of(strings.Fields(r.cited)...) {
			out[i].numbers = append(out[i].numbers, one.N)
		}
	}
	return out, refs, nil
}
