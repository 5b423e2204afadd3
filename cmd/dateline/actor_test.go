package main

import (
	"os"
	"strings"
	"testing"
)

const otherRecord = "name: Karama Hawks\nkind: armed group\nsummary: \"Armed group of Karama.\"\nnames:\n  - {name: Karama Hawks}\n  - {name: KH}\n" +
	"sources:\n  - https://example.org/hawks\n"

func TestActorAddAndCheck(t *testing.T) {
	folder(t, map[string]string{"data/actors/karama-hawks.yaml": otherRecord})
	add := []string{"actor", "add", "Karama Falcons", "صقور الكرامة", "--home", "LY"}
	command(t, "", add...).want(t, exitOK, "data/actors/karama-falcons.yaml\n", "3: the summary is missing", "a source is missing",
		"dateline actor check data/actors/karama-falcons.yaml", "go generate ./internal/resolve/actor")
	command(t, "", "actor", "check").want(t, exitPartial, "data/actors/karama-falcons.yaml:3: the summary is missing", "2 faults in 2 records")
	command(t, "", "actor", "check", "data/actors/karama-hawks.yaml").want(t, exitOK, "1 record: nothing is wrong")
	command(t, "", add...).want(t, exitUsage, `"Karama Falcons" is a name of karama-falcons`)
	command(t, "", "actor", "add", "Karama Falcons of the Coast", "--id", "karama-falcons").want(t, exitUsage, "there is a record data/actors/karama-falcons.yaml already")
	raw, err := os.ReadFile("data/actors/karama-falcons.yaml")
	if err != nil || !strings.Contains(string(raw), `{name: "صقور الكرامة", script: Arab}`) {
		t.Errorf("%s, %v", raw, err)
	}
}

func TestActorAddOfASharedName(t *testing.T) {
	folder(t, map[string]string{"data/actors/karama-hawks.yaml": otherRecord})
	command(t, "", "actor", "add", "Front of Karama", "KH").want(t, exitUsage, `"KH" is a name of karama-hawks (Karama Hawks)`, "--shared")
	command(t, "", "actor", "add", "Hawks of Karama").want(t, exitUsage, "in another spelling or order of words")
	if o := command(t, "", "actor", "add", "Front of Karama", "--shared", "KH", "--summary", "Armed group of Karama.", "--source", "https://example.org/f"); o.exit != exitOK ||
		strings.Contains(o.err, ":") && strings.Contains(o.err, "missing") {
		t.Errorf("%+v", o)
	}
	command(t, "", "actor", "check").want(t, exitOK, "2 records: nothing is wrong")
}

func TestActorSaysWhatIsWrongWithTheCommandLine(t *testing.T) {
	folder(t, map[string]string{"data/actors/broken.yaml": "name: [\n"})
	command(t, "", "actor", "add", "Falcons", "--kind", "gang").want(t, exitUsage, `"gang" is no kind of actor`, "'armed group'")
	command(t, "", "actor", "add", "حزب").want(t, exitUsage, "no identifier can be made", "--id")
	command(t, "", "actor", "check", "data/actors/none.yaml").want(t, exitUsage, "there is no file data/actors/none.yaml")
	command(t, "", "actor", "check", "--dir", "nowhere").want(t, exitUsage, "nowhere is no folder of records", "--dir")
	command(t, "", "actor", "check").want(t, exitPartial, "data/actors/broken.yaml:")
	command(t, "", "actor").want(t, exitUsage, "actor")
}
