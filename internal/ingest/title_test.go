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

// The headline stands at the head of the text, whatever form the report came in; a day or a place that the head of the
// text tells is read from what came.
func TestHeadlineIsInTheText(t *testing.T) {
	body := "KANO, 3 JAN 2020 (Courier) -- Gunmen killed five people in a village on Friday, the police said.\n"
	for name, in := range map[string]string{
		"a.txt":   "---\ntitle: Gunmen kill five in Kano\n---\n" + body,
		"a.jsonl": `{"title": "Gunmen kill five in Kano", "text": "` + body[:len(body)-1] + `\n"}` + "\n",
	} {
		r := one(t, name, in, Options{}).Report
		if want := "Gunmen kill five in Kano\n\n" + body; r.Text != want {
			t.Errorf("%s: text %q, want %q", name, r.Text, want)
		}
		if r.Published.From != "2020-01-03" {
			t.Errorf("%s: published %+v", name, r.Published)
		}
	}
}
