package pipeline

import (
	"strings"
	"testing"

	"dateline"
)

// TestMentions holds the event words of small texts against what they tell: the kind and the word, the
// words of the statement's trigger that they belong to, and their parts.
func TestMentions(t *testing.T) {
	for text, want := range map[string]string{
		"A bomb exploded in Kabul on Monday, killing 12 people. The blast was heard for miles.": "bombing exploded (exploded): weapon=A bomb; " +
			"killed killing (exploded): weapon=A bomb killed=12 people; bombing blast (exploded)",
		"Gunmen attacked a bus near Gao on Monday. Two of the attackers died in the assault.": "armed assault attacked (attacked): perpetrator=Gunmen target=a bus; " +
			"killed died (died): killed=Two of the attackers incident=the assault; armed assault assault (attacked)",
		"His chess opponent suffered a heart attack.": "",
	} {
		r := Code(dateline.Report{ID: "r", Text: text, Language: "en"})
		if got := mentionWords(r); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func mentionWords(r dateline.Reading) string {
	triggers := map[string]string{}
	for _, s := range r.Statements {
		triggers[s.ID] = " (" + s.Trigger.In(r.Report.Text) + ")"
	}
	var out []string
	for _, m := range r.Mentions {
		line, before := string(m.Kind)+" "+m.Trigger.In(r.Report.Text)+triggers[m.Statement], ": "
		for _, p := range m.Parts {
			if p.Role != dateline.PlaceRole && p.Role != dateline.DateRole {
				line += before + string(p.Role) + "=" + p.Span.In(r.Report.Text)
				before = " "
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}
