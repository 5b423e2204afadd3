package eval

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
)

func TestCounts(t *testing.T) {
	file := func(text string) fstest.MapFS { return fstest.MapFS{"a.txt": {Data: []byte(text)}} }
	table, err := Counts(context.Background(), file(`# a comment
== bounds
Gunmen shot [at least 11 people] dead. | 11-
Gunmen shot [about 11 people] dead. | 11
[14 people], including the bomber, died. | 14 + attackers

== others
They paid [$2 million]. | money
They paid [$2 million]. | 2000000
[Many people] fled. | none
`))
	if err != nil {
		t.Fatal(err)
	}
	want := "bounds 3 2 66.7|others 3 2 66.7|all 6 4 66.7"
	var rows []string
	for _, r := range table.Rows {
		rows = append(rows, strings.Join(r, " "))
	}
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if len(table.Notes) != 2 || table.Notes[0] != "a.txt:4: [about 11 people]: 11~, not 11" || table.Notes[1] != "a.txt:9: [$2 million]: money, not 2000000" {
		t.Errorf("notes %q", table.Notes)
	}
	for _, bad := range []string{"no brackets | 3", "[three] of them", "[] | 3", "[three] fled |"} {
		if _, err := Counts(context.Background(), file(bad)); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	if _, err := Counts(context.Background(), fstest.MapFS{}); err == nil {
		t.Error("an empty folder is read")
	}
}
