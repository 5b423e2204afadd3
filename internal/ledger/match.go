package ledger

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// mostRanked is how many incidents a search ranks: ranking more of them would take longer than a reader waits.
const mostRanked = 5000

// Matched is what a search of incidents found.
type Matched struct {
	Rows   []int64 // numbers in Names, the best match first; in the order in which they were kept if they are not Ranked
	Ranked bool
	Names  []string // Incident.ID by number, "" where there is none: the same list until incidents change; nobody changes it
}

// IDs lists the identifiers of the incidents; nil of none.
func (m Matched) IDs() (out []string) {
	for _, n := range m.Rows {
		out = append(out, m.Names[n])
	}
	return out
}

// Match returns the incidents whose reports' titles, quoted sentences or places have all the words of q: the best match
// first if they are not too many to rank. Words in "double quotes" are a phrase; a word that ends in * stands for all
// that begin so; one that begins with - must not be there. Case and accents do not matter, and nothing else means
// more than itself. It is the zero Matched if q has no words, or only such as must not be there.
func (v *View) Match(ctx context.Context, q string) (out Matched, err error) {
	terms := Terms(q)
	if !slices.ContainsFunc(terms, func(t Term) bool { return !t.Not }) {
		return Matched{}, nil
	}
	err = v.at(ctx, func(m *moment) error {
		x, err := v.lexicon.at(ctx, m)
		if err != nil {
			return err
		}
		met, rankedBy, err := x.meeting(ctx, m, terms)
		if err != nil {
			return err
		}
		rows := met.list()
		if out.Ranked = len(rows) <= mostRanked; out.Ranked && len(rows) > 0 {
			if rows, err = m.numbers(ctx, `SELECT coalesce(group_concat(rowid), '') FROM
				(SELECT rowid FROM incident_words WHERE incident_words MATCH ? ORDER BY rank, rowid)`, rankedBy); err != nil {
				return err
			}
		}
		out.Rows = slices.DeleteFunc(rows, func(n int64) bool { return !met.has(n) || x.ids[n] == "" })
		out.Names = x.ids
		return nil
	})
	return out, err
}

// numbers reads numbers that a query writes into one column with commas between them: a row for each takes longer.
func (m *moment) numbers(ctx context.Context, query string, args ...any) (out []int64, err error) {
	all, err := collect(ctx, m, one[string], query, args...)
	if err != nil || all[0] == "" {
		return nil, err
	}
	for number := range strings.SplitSeq(all[0], ",") {
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// Term is a word or a phrase that a search asks for.
type Term struct {
	Words  string // as it was written, without its signs
	Prefix bool   // any word that begins so
	Not    bool   // it must not be there
}

// Terms reads q as Match does, in its order; nil if it has no words.
func Terms(q string) (out []Term) {
	for q = strings.TrimSpace(strings.ReplaceAll(q, "\x00", " ")); q != ""; q = strings.TrimSpace(q) {
		var t Term
		if rest, ok := strings.CutPrefix(q, "-"); ok && rest != "" && rest[0] != ' ' {
			t.Not, q = true, rest
		}
		if rest, ok := strings.CutPrefix(q, `"`); ok {
			t.Words, q, _ = strings.Cut(rest, `"`)
		} else {
			i := strings.IndexAny(q, " \t\r\n\"")
			if i < 0 {
				i = len(q)
			}
			t.Words, q = q[:i], q[i:]
			t.Words, t.Prefix = strings.CutSuffix(t.Words, "*")
		}
		if strings.ContainsFunc(t.Words, isWord) {
			out = append(out, t)
		}
	}
	return out
}

// expression is q in the language of FTS5; "" if it asks for no word.
func expression(q string) string {
	var want, not []string
	for _, t := range Terms(q) {
		if t.Not {
			not = append(not, t.expression())
		} else {
			want = append(want, t.expression())
		}
	}
	if len(want) == 0 {
		return ""
	}
	e := strings.Join(want, " AND ")
	if len(not) > 0 {
		e = "(" + e + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return e
}

// expression is the term in the language of FTS5, as if it had to be there.
func (t Term) expression() string {
	e := `"` + strings.ReplaceAll(t.Words, `"`, `""`) + `"`
	if t.Prefix {
		e += `*`
	}
	return e
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// Sayings returns, for each of these incidents, what it is found by: the titles of its reports and the sentences of
// its Statements, each once, in the order of the Statements; at most n sentences of one incident.
func (v *View) Sayings(ctx context.Context, incidents []string, n int) (map[string][]string, error) {
	out := map[string][]string{}
	seen := map[[2]string]bool{}
	return out, v.at(ctx, func(m *moment) error {
		return m.rows(ctx, func(s scan) error {
			var id, title, quote string
			if err := s(&id, &title, &quote); err != nil {
				return err
			}
			for _, words := range []string{title, quote} {
				if key := [2]string{id, words}; words != "" && !seen[key] {
					seen[key] = true
					out[id] = append(out[id], words)
				}
			}
			return nil
		}, `SELECT incident, title, quote_text FROM json_each(?) AS wanted CROSS JOIN incident_statements ON incident = wanted.value
			CROSS JOIN statements ON statements.seq = statement CROSS JOIN reports ON reports.seq = report
			WHERE incident_statements.n < ? ORDER BY incident, incident_statements.n`, list(incidents), n)
	})
}
