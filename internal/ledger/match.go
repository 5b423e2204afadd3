package ledger

import (
	"context"
	"strings"
	"unicode"
)

// mostRanked is how many incidents a search ranks: ranking more of them would take longer than a reader waits.
const mostRanked = 20000

// Matched is what a search of incidents found.
type Matched struct {
	IDs    []string // dateline.Incident.ID, the best match first; by ID if they are not Ranked
	Ranked bool
}

// Match returns the incidents whose reports' titles, quoted sentences or places have all the words of q: the best match
// first if they are not too many to rank. Words in "double quotes" are a phrase; a word that ends in * stands for all
// that begin so; one that begins with - must not be there. Case and accents do not matter, and nothing else means
// more than itself. It is the zero Matched if q has no words, or only such as must not be there.
func (v *View) Match(ctx context.Context, q string) (out Matched, err error) {
	match := expression(q)
	if match == "" {
		return Matched{}, nil
	}
	err = v.at(ctx, func(m *moment) error {
		var n int
		if err := m.tx.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM incident_words WHERE incident_words MATCH ? LIMIT ?)`,
			match, mostRanked+1).Scan(&n); err != nil {
			return err
		}
		out.Ranked = n <= mostRanked
		order := `rank, incident`
		if !out.Ranked {
			order = `incident`
		}
		out.IDs, err = collect(ctx, m, one[string], `SELECT incident FROM incident_words JOIN incident_lines ON seq = incident_words.rowid
			WHERE incident_words MATCH ? ORDER BY `+order, match)
		return err
	})
	return out, err
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
		e := `"` + strings.ReplaceAll(t.Words, `"`, `""`) + `"`
		if t.Prefix {
			e += `*`
		}
		if t.Not {
			not = append(not, e)
		} else {
			want = append(want, e)
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
