package ledger

import (
	"strings"
	"testing"
)

// TestQueriesUseIndexes holds the queries that pages and linking wait for to a plan that reads no whole table of
// what grows; told, meant_actors, last, root, about, ruled, wanted and subqueries are lists that a query
// made itself, by index, and unlinked is a short one.
func TestQueriesUseIndexes(t *testing.T) {
	_, path := opened(t)
	v := viewed(t, path)
	listed := map[string]bool{"SCAN told": true, "SCAN meant_actors": true, "SCAN unlinked": true, "SCAN ruled": true, "SCAN root": true, "SCAN about": true, "SCAN CONSTANT ROW": true, "SCAN last": true, "SCAN wanted": true}
	where, args := Filter{Actor: "a", Country: "NG"}.where()
	for name, q := range map[string]struct {
		query string
		args  []any
	}{
		"reports":    {`SELECT seq FROM reports ORDER BY ` + byDate, nil},
		"browsed":    {`SELECT seq FROM reports ORDER BY ` + latestReports, nil},
		"statements": {`SELECT seq FROM statements WHERE report IN (SELECT value FROM json_each('[1]'))`, nil},
		"of actor":   {statementsOfActor, []any{"a"}},
		"incidents":  {`SELECT id FROM incidents ` + where, args},
		"incident":   {`SELECT json FROM incidents ` + incidentByID, []any{"a"}},
		"in report":  {`SELECT json FROM incidents ` + incidentsInReport, []any{"a"}},
		"holding":    {incidentsHolding, []any{`["a"]`}},
		"leaders":    {keyLeaders, []any{1, 2}},
		"ties":       {tiesOf, []any{`["a"]`}},
		"unlinked":   {unlinkedReports, nil},
		"meant":      {actorsMeant, []any{"a"}},
		"of report":  {statementsOfReport, []any{1}},
		"ruled":      {ruledOf, []any{`["a"]`}},
		"doubts":     {doubtsIn, []any{`[1]`}},
		"latest":     {latestDated, []any{1, 2}},
		"undated":    {latestUndated, []any{1, 2}},
		"decisions":  {decisionsAbout + whatDecisionsSay, []any{`["a"]`}},
		"touching":   {decisionsTouching + ` SELECT id FROM decisions WHERE id IN (SELECT id FROM wanted)`, []any{`["a"]`}},
		"standings":  {standings, []any{"a"}},
		"former":     {formerRuled, []any{"a"}},
		"contested":  {contested, []any{`["a"]`, "b", "c", "d", "e"}},
		"together":   {ruledTogether + ` SELECT DISTINCT report FROM ruled CROSS JOIN statements ON statements.id = ruled.statement`, []any{"a"}},
	} {
		for _, step := range planOf(t, v, q.query, q.args) {
			if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "INDEX") && !strings.HasPrefix(step, "SCAN (subquery") && !listed[step] {
				t.Errorf("%s: %s", name, step)
			}
			if strings.HasPrefix(step, "MATERIALIZE meant_actors") {
				t.Errorf("%s makes the whole view first: %s", name, step)
			}
		}
	}
}

// planOf returns the steps by which SQLite would answer a query.
func planOf(t *testing.T, v *View, query string, args []any) (steps []string) {
	t.Helper()
	rows, err := v.db.Query(`EXPLAIN QUERY PLAN `+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return steps
}
