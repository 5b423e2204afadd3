package ledger

import "testing"

func TestOnlyTheMembersThatAreAskedFor(t *testing.T) {
	for _, c := range [][2]string{
		{`{"A":1,"B":[{"A":2}],"C":"x\"},{","D":null}`, `{"A":1,"C":"x\"},{"}`},
		{`{"C":{"A":[1,"]"]},"A":-1.5e3}`, `{"C":{"A":[1,"]"]},"A":-1.5e3}`},
		{`{"B":true,"A":[]}`, `{"A":[]}`},
		{`{"B":1}`, `{"B":1}`},
		{`{}`, `{}`},
		{`[1]`, `[1]`},
		{`{"A"`, `{"A"`},
		{`{"A":"x`, `{"A":"x`},
		{`{"A":1} `, `{"A":1} `},
		{``, ``},
	} {
		if got := string(only([]byte(c[0]), []string{"A", "C"})); got != c[1] {
			t.Errorf("%s\ngot  %s\nwant %s", c[0], got, c[1])
		}
	}
}
