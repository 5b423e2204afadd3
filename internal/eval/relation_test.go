package eval

import (
	"strings"
	"testing"

	"dateline"
	"dateline/internal/parse"
)

const relationText = "The Reds, led by Ali Khan, fought the army. They joined the Blue Front (BF)."

// phraseIn is the first span of words in the text.
func phraseIn(words string) dateline.Span {
	i := strings.Index(relationText, words)
	return dateline.Span{Start: i, End: i + len(words)}
}

func partOf(role dateline.Role, words string) dateline.Part {
	return dateline.Part{Role: role, Span: phraseIn(words)}
}

func TestRelationsAreCounted(t *testing.T) {
	d := relationDocument{text: relationText, parties: map[dateline.Span]map[string]bool{}}
	for words, kind := range map[string]string{"The Reds": "Organisation", "Ali Khan": "Person", "the army": "Organisation", "the Blue Front": "Organisation", "BF": "Organisation"} {
		d.parties[phraseIn(words)] = map[string]bool{kind: true}
	}
	marked := func(kind, from, to string) {
		a, b := phraseIn(from), phraseIn(to)
		d.relate(re3dRelation{SourceBegin: a.Start, SourceEnd: a.End, TargetBegin: b.Start, TargetEnd: b.End, Type: kind})
	}
	marked("FightingAgainst", "The Reds", "the army")
	marked("FightingAgainst", "the army", "The Reds") // the same in both directions
	marked("InChargeOf", "Ali Khan", "The Reds")
	marked("BelongsTo", "The Reds", "the Blue Front")
	marked("IsSynonymOf", "BF", "the Blue Front")
	marked("IsSynonymOf", "Ali Khan", "The Reds") // a person's
	marked("CoLocated", "The Reds", "the army")
	if len(d.gold) != 4 || d.others != 2 {
		t.Fatalf("%d relations and %d others, want 4 and 2", len(d.gold), d.others)
	}
	they := partOf(dateline.Group, "They")
	they.Refers = phraseIn("The Reds")
	said := []dateline.Statement{
		{Kind: dateline.Clash, Parts: []dateline.Part{partOf(dateline.Perpetrator, "The Reds"), partOf(dateline.Perpetrator, "the army")}},
		{Kind: dateline.Attack, Parts: []dateline.Part{partOf(dateline.Perpetrator, "The Reds"), partOf(dateline.Target, "the army")}},
		{Kind: dateline.Membership, Parts: []dateline.Part{they, partOf(dateline.Other, "Blue Front")}},
		{Kind: dateline.Leadership, Parts: []dateline.Part{partOf(dateline.Leader, "The Reds"), partOf(dateline.Group, "Ali Khan")}},
		{Kind: dateline.Alliance, Reality: dateline.NotHappened, Parts: []dateline.Part{partOf(dateline.Group, "The Reds"), partOf(dateline.Other, "the army")}},
		{Kind: dateline.Rivalry, Parts: []dateline.Part{partOf(dateline.Group, "fought"), partOf(dateline.Other, "the army")}},
	}
	s := relationScores{}
	s.add(&d, relationsOf(said))
	var rows []string
	for _, r := range s.table(1, d.others).Rows {
		rows = append(rows, strings.Join(r, " "))
	}
	want := "FightingAgainst 1 1 1.00 1.00 1.000|AlliesOf 0 0 0.00 0.00 0.000|BelongsTo 1 1 1.00 1.00 1.000|InChargeOf 1 1 0.00 0.00 0.000|" +
		"IsSynonymOf 1 0 0.00 0.00 0.000|all 4 3 0.67 0.50 0.571|every pair 4 4 0.50 0.50 0.500|with the rest 6 4 0.50 0.33 0.400"
	if got := strings.Join(rows, "|"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestPhrasesMatchByTheirHead(t *testing.T) {
	text := "members of the northern council of elders"
	whole, council, elders := dateline.Span{Start: 0, End: len(text)}, dateline.Span{Start: 11, End: 31}, dateline.Span{Start: 35, End: len(text)}
	for _, c := range []struct {
		a, b dateline.Span
		want bool
	}{{whole, whole, true}, {council, whole, true}, {dateline.Span{Start: 24, End: 31}, council, true}, {elders, council, false}, {elders, whole, true},
		{dateline.Span{Start: 11, End: 31}, dateline.Span{Start: 32, End: len(text)}, false}} {
		if got := overlapByHead(text, c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a.In(text), c.b.In(text), got)
		}
	}
}

func TestTheSpeakerOfAStatement(t *testing.T) {
	text := "Police said rebels fled. It rained."
	a := parse.Marking{Text: text, Marked: []parse.MarkedAttribution{{Source: []dateline.Span{{Start: 0, End: 6}}, Content: []dateline.Span{{Start: 12, End: 23}}}}}
	at := func(i int, speakers ...dateline.Speaker) dateline.Statement {
		return dateline.Statement{Trigger: dateline.Span{Start: i, End: i + 1}, Speaker: speakers}
	}
	police := dateline.Speaker{Span: dateline.Span{Start: 0, End: 6}}
	rebels := dateline.Speaker{Span: dateline.Span{Start: 12, End: 18}}
	var s speakerScore
	for _, st := range []dateline.Statement{at(19, police), at(19, rebels, police), at(19), at(28), at(28, police)} {
		s.add(a, st)
	}
	want := speakerScore{named: share{1, 3}, chain: share{2, 3}, nobody: share{1, 2}}
	if s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
}
