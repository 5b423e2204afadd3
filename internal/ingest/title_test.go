package ingest

import "testing"

func TestTitleLine(t *testing.T) {
	body := "The army said on Monday that the road was open again, and that the convoy had arrived.\n"
	for text, want := range map[string]string{
		"Road To The North Reopens\n\n" + body:     "Road To The North Reopens",
		"\n\nWho Holds The Road?\n\n" + body:       "Who Holds The Road?",
		"The road is open.\n\n" + body:             "",
		"The road is open\n" + body:                "",
		body:                                       "",
		"Road To The North Reopens":                "",
		"Road To The North Reopens\n\nIt is so.\n": "",
	} {
		if got := titleLine(text); got != want {
			t.Errorf("%q: title %q, want %q", text, got, want)
		}
	}
}
