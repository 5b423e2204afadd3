package ledger

import (
	"strings"
	"testing"

	"dateline"
)

func TestCheckFindsWhatWasTamperedWith(t *testing.T) {
	rs := samples()
	st, in := rs[0].Statements[0].ID, incident(rs[0], rs[1])
	for name, c := range map[string]struct{ change, code, where string }{
		"nothing":               {`SELECT 1`, "", ""},
		"a quote":               {`UPDATE statements SET quote_text = 'x' WHERE id = '` + st + `'`, Tampered, "statement " + st},
		"a trigger":             {`UPDATE statements SET trigger_start = 1 WHERE id = '` + st + `'`, Tampered, "statement " + st},
		"a part":                {`UPDATE parts SET text = 'x' WHERE n = 1`, Tampered, "statement " + st},
		"a reference":           {`UPDATE parts SET refers_end = 99999 WHERE n = 1`, Tampered, "statement " + st},
		"a speaker":             {`UPDATE speakers SET text = 'x'`, Tampered, "statement " + st},
		"who a speaker is":      {`UPDATE speakers SET about_text = 'x'`, Tampered, "statement " + st},
		"a doubt":               {`UPDATE doubts SET text = 'x'`, Tampered, "report " + rs[0].Report.ID},
		"a text":                {`UPDATE reports SET text = text || '.' WHERE id = '` + rs[0].Report.ID + `'`, Tampered, "report " + rs[0].Report.ID},
		"a title":               {`UPDATE reports SET title = title || '.' WHERE id = '` + rs[0].Report.ID + `'`, Tampered, "report " + rs[0].Report.ID},
		"a publisher":           {`UPDATE reports SET publisher = 'another' WHERE id = '` + rs[0].Report.ID + `'`, Tampered, "report " + rs[0].Report.ID},
		"what is said":          {`UPDATE statements SET stance = 'denied' WHERE id = '` + st + `'`, Tampered, "statement " + st},
		"what a part does":      {`UPDATE parts SET role = 'victim' WHERE role = 'perpetrator'`, Tampered, "statement " + st},
		"a part that is gone":   {`DELETE FROM parts WHERE n = 2`, Tampered, "statement " + st},
		"a report that is gone": {`DELETE FROM reports WHERE id = '` + rs[2].Report.ID + `'`, Dangling, "table statements"},
		"an incident":           {`UPDATE incidents SET json = replace(json, 'Konduga', 'Damboa')`, Tampered, "incident " + in.ID},
		"no incident":           {`UPDATE incidents SET json = '{'`, Tampered, "incident " + in.ID},
		"an incident's list":    {`DELETE FROM incident_statements WHERE n = 1`, Dangling, "incident " + in.ID},
		"a value of nothing":    {`UPDATE incidents SET json = json_set(json, '$.Tolls[0].Statements', json('[]'))`, Unfounded, "incident " + in.ID},
		"a value of others":     {`UPDATE incidents SET json = json_set(json, '$.Tolls[0].Statements[0]', 'x')`, Unfounded, "incident " + in.ID},
	} {
		t.Run(name, func(t *testing.T) {
			l, path := opened(t, samples()...)
			if err := l.SetIncidents(t.Context(), []dateline.Incident{in}); err != nil {
				t.Fatal(err)
			}
			tamper(t, l, c.change)
			findings, err := Check(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			if c.code == "" && len(findings) > 0 || c.code != "" && !has(findings, c.code, c.where) {
				t.Errorf("found %v, want %s at %q", findings, c.code, c.where)
			}
		})
	}
}

func has(all Findings, code, where string) bool {
	for _, f := range all {
		if f.Code == code && f.Where == where && strings.Contains(f.String(), f.Msg) {
			return true
		}
	}
	return false
}
