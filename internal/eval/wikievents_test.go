package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/parse"
)

func TestEventsAreComparedByHeadTypeAndRole(t *testing.T) {
	gold := []wikiEvent{{"Die", 10, []wikiArg{{"Victim", 1}, {"Place", 2}}}, {"Die", 20, []wikiArg{{"Victim", 3}}}, {"Attack", 30, nil}}
	ours := []wikiEvent{{"Die", 10, []wikiArg{{"Victim", 1}, {"Place", 9}}}, {"Die", 21, []wikiArg{{"Victim", 4}}}, {"Die", 30, nil}, {"Die", 10, nil}}
	var s wikiScore
	s.add(gold, ours, map[int]string{3: "entity 0", 4: "entity 0"})
	for name, got := range map[string]struct{ c, want counts }{
		"a trigger counts once, and only with its type":       {s.triggers, counts{1, 4, 3, 1}},
		"an argument wants its type, role and head":           {s.args, counts{1, 3, 3, 1}},
		"another mention of the entity is as good":            {s.same, counts{2, 3, 3, 2}},
		"strictly, the trigger of the argument must be right": {s.strict, counts{1, 3, 3, 1}},
	} {
		if got.c != got.want {
			t.Errorf("%s: %v, want %v", name, got.c, got.want)
		}
	}
}

func TestTheHeadOfANameIsItsLastWord(t *testing.T) {
	const words = "Three soldiers from the north saw General Ali Khan there."
	text := parse.Parse(words)
	for phrase, head := range map[string]string{"Three soldiers from the north": "soldiers", "General Ali Khan": "Khan", "the north": "north"} {
		at := strings.Index(words, phrase)
		if got := headAt(text, dateline.Span{Start: at, End: at + len(phrase)}); got != strings.Index(words, head) {
			t.Errorf("%q: the head begins at %d %q", phrase, got, words[got:])
		}
	}
}

const wikiLine = `{"doc_id": "d", "sentences": [[[["Bomb", 0, 4], ["kills", 5, 10], ["two", 11, 14]], "Bomb kills two"], [[["Gone", 15, 19]], "Gone"]],
 "entity_mentions": [{"id": "T1", "start": 2, "end": 3}], "event_mentions": [{"event_type": "Life.Die.Unspecified",
 "trigger": {"start": 1, "end": 2}, "arguments": [{"entity_id": "T1", "role": "Victim"}]}]}`

func TestWikiEventsAreReadFromAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "wikievents"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string]string{"dev.jsonl": strings.ReplaceAll(wikiLine, "\n", ""), "coref_dev.jsonlines": `{"doc_key": "d", "clusters": [["T1"]]}`} {
		if err := os.WriteFile(filepath.Join(dir, "wikievents", name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	table, err := WikiEvents(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table.Rows[0], "|"); got != "triggers, type and head|1|1|1|100.0|100.0|100.0" {
		t.Errorf("triggers: %s", got)
	}
	if got := strings.Join(table.Rows[2], "|"); got != "  or another mention of it|1|1|1|100.0|100.0|100.0" {
		t.Errorf("arguments: %s", got)
	}
}
