package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"dateline/internal/ledger"
	"dateline/internal/web"
)

// mosque are four reports of one bombing, with tolls that differ, a claim, a denial and an acquittal.
var mosque = map[string]string{
	"1.txt": "---\ntitle: Bomb at a mosque\npublisher: Wire One\npublished: 2024-03-08\n---\nA bomb exploded in a mosque in Peshawar on Friday, killing at least 11 people, " +
		"police said. No group has claimed responsibility for the attack.\n",
	"2.txt": "---\ntitle: Toll rises\npublisher: Daily Two\npublished: 2024-03-09\n---\nThe bombing of a mosque in Peshawar on Friday killed 14 people, including three " +
		"policemen, a hospital spokesman said. Islamic State claimed responsibility for the attack in a statement on Telegram. The interior minister " +
		"blamed the Pakistani Taliban for the attack.\n",
	"3.txt": "---\ntitle: The week\npublisher: Weekly Three\npublished: 2024-03-12\n---\nOn Friday, 8 March 2024, a bomb killed 11 people in a mosque in Peshawar. Islamic " +
		"State said its fighters killed 40 policemen in the bombing. The Pakistani Taliban denied any role in the attack.\n",
	"4.txt": "---\ntitle: In court\npublisher: Daily Two\npublished: 2024-09-12\n---\nA court on Wednesday acquitted Ali Khan of the bombing of a mosque in Peshawar on " +
		"8 March 2024, which killed 14 people.\n",
}

func TestPageCommandAndTableHaveTheSameHeadlines(t *testing.T) {
	folder(t, mosque)
	command(t, "", "read", "1.txt", "2.txt", "3.txt", "4.txt").want(t, exitOK)
	command(t, "", "export", "--out", "release").want(t, exitOK)
	rows := readTable(t, "release/headlines.csv")
	v, err := ledger.OpenView("dateline.db")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	pages := web.Handler(v, web.Options{})
	for rule, want := range map[string][4]string{ // answer and low, best, high in the table; the words of the page
		"ucdp-blh": {"11", "14", "40", "14 (11 to 40)"}, "acled-lowest": {"", "11", "", "11 or more"},
		"gtd-recent-majority-lowest": {"", "14", "", "14"}, "ibc-minmax": {"11", "", "40", "11 to 40"}} {
		row := rows["killed "+rule]
		if row == nil {
			t.Fatalf("no row for %s in %v", rule, rows)
		}
		id := row["incident_id"]
		if got := [3]string{row["low"], row["best"], row["high"]}; got != [3]string(want[:3]) || row["answer"] != "figure" {
			t.Errorf("%s: the table has %v, want %v", rule, got, want)
		}
		command(t, "", "show", "incident", id, "--rule", rule).want(t, exitOK, "killed   "+want[3]+" ", "wounded  not reported")
		if got := codedFigures(t, id, rule); got != [3]string(want[:3]) {
			t.Errorf("%s: the coded form has %v, want %v", rule, got, want)
		}
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequest("GET", "/incidents/"+id+"?rule="+rule, nil))
		if page := w.Body.String(); w.Code != 200 || !strings.Contains(page, `<data class="figure">`+want[3]+`</data>`) || !strings.Contains(page, `<b aria-current="true" tabindex="-1">`+rule) {
			t.Errorf("%s: the page, %d, does not have %q", rule, w.Code, want[3])
		}
	}
}

func TestShowIncidentTellsResponsibilityAndDriftInTime(t *testing.T) {
	folder(t, mosque)
	command(t, "", "read", "1.txt", "2.txt", "3.txt", "4.txt").want(t, exitOK)
	command(t, "", "export", "--out", "release").want(t, exitOK)
	id := readTable(t, "release/headlines.csv")["killed ucdp-blh"]["incident_id"]
	o := command(t, "", "show", "incident", id)
	o.want(t, exitOK, "later: claimed", "by online Telegram", "later: denied", "lost hedge", "lost speaker", "of them 3 forces",
		"the word of those said to have done it")
	at := -1
	for _, turn := range []string{"no claim", "claimed: Islamic State", "blamed by authorities: the Pakistani Taliban", "denied: The Pakistani Taliban", "acquitted: Ali Khan"} {
		_, life, _ := strings.Cut(o.out, "WHO IS HELD RESPONSIBLE, IN TIME")
		if k := strings.Index(life, turn); k <= at {
			t.Errorf("%q does not stand in its place in time", turn)
		} else {
			at = k
		}
	}
}

// readTable reads the rows of headlines.csv by toll and rule; of several incidents the last one with killed.
func readTable(t *testing.T, name string) map[string]map[string]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for _, r := range all[1:] {
		row := map[string]string{}
		for i, cell := range r {
			row[all[0][i]] = cell
		}
		if row["answer"] != "not reported" {
			out[row["toll"]+" "+row["rule"]] = row
		}
	}
	return out
}

// codedFigures are low, best and high of the killed, by a rule, as show prints them.
func codedFigures(t *testing.T, id, rule string) (out [3]string) {
	t.Helper()
	var in struct {
		Headlines []struct {
			Of              string
			Low, Best, High *int
		}
	}
	if err := json.Unmarshal([]byte(command(t, "", "show", "incident", id, "--json", "--rule", rule).out), &in); err != nil {
		t.Fatal(err)
	}
	for i, n := range []*int{in.Headlines[0].Low, in.Headlines[0].Best, in.Headlines[0].High} {
		if n != nil {
			out[i] = fmt.Sprint(*n)
		}
	}
	return out
}
