package eval

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestActorsCountsRightAndFalseMerges(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {Data: []byte(`# invented
== names
2014-05-06 | Gunmen of [Boko Haram] took girls from a school. | boko-haram
2014-05-06 | Gunmen of [Boko Haram] took girls from a school. | al-shabaab
- | [Gunmen] took girls from a school. | unnamed
== others
- | [Boko Haram] took girls from a school. | none
2020-01-01 | [Boko Haram and ISWAP] fought on the lake. | boko-haram / islamic-state-west-africa
`)}}
	table, err := Actors(t.Context(), fsys)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range table.Rows {
		rows = append(rows, strings.Join(r, " "))
	}
	if got, want := strings.Join(rows, "|"), "names 3 2 66.7 1|others 2 1 50.0 1|all 5 3 60.0 2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(table.Notes) != 2 || !strings.HasPrefix(table.Notes[0], "FALSE MERGE a.txt:4: Boko Haram in ") {
		t.Errorf("notes: %q", table.Notes)
	}
}

func TestBrokenNameMentionsAreSaid(t *testing.T) {
	for line, want := range map[string]string{
		"2014-05-06 | Gunmen. | unnamed":       "a.txt:1: no words, or more than one, in brackets",
		"2014-05-06 | [A] and [B]. | none":     "no words, or more than one, in brackets",
		"2014 | [Gunmen] fled. | unnamed":      `"2014" is no day`,
		"2014-05-06 | [Gunmen] fled.":          "2 cells",
		"2014-05-06 | [Gunmen] fled. | a | b ": "4 cells",
	} {
		_, err := Actors(t.Context(), fstest.MapFS{"a.txt": {Data: []byte(line)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", line, err, want)
		}
	}
	if _, err := Actors(t.Context(), fstest.MapFS{}); err == nil {
		t.Error("an empty folder has no score")
	}
}

// The project's own mentions load, are as many as the set has to have, and no line stands twice.
func TestNameMentions(t *testing.T) {
	all, err := nameMentions(os.DirFS("../../cases/actors"))
	if err != nil {
		t.Fatal(err)
	}
	seen, groups, none := map[string]string{}, map[string]bool{}, 0
	for _, m := range all {
		key := m.report.Published.EDTF + m.report.Text + m.span.In(m.report.Text)
		if seen[key] != "" {
			t.Errorf("%s stands in %s, too", m.where, seen[key])
		}
		seen[key] = m.where
		if m.kind == "" {
			t.Errorf("%s is of no kind", m.where)
		}
		for _, id := range m.want {
			groups[id] = true
		}
		if m.want[0] == "none" || m.want[0] == "not listed" {
			none++
		}
	}
	if len(all) < 600 || len(groups) < 200 || none < 100 {
		t.Errorf("%d mentions of %d groups, %d that are none", len(all), len(groups), none)
	}
}
