package parse

import (
	"strings"
	"testing"
)

// page is a text with every kind of paragraph; the mark before each says which it is.
const samplePage = `
H Gunmen Kill Nine In Harwa, The Third Raid This Month
F By Musa Adamu
F Share on Facebook
B Gunmen killed nine people in the town of Kelo on Tuesday, police said.
C Residents carry the body of a victim in Kelo on March 3 after a raid blamed on the Front.
C A still taken from an undated video shows the leader of the Front at an unknown place.
C Soldiers at a checkpoint outside Kelo. (File Photo)
B The Front for Free Harwa said it was behind the raid.
F Your browser doesn’t support HTML5
F Why Are So Many Young Men Joining The Front?
H Rising Violence
B The government denies that it has lost control of the region.
B Analysts say the group remains strong in the hills.
F Analysts See Harwa Sliding Back Into Open War After Failed Truce
F Read more: Harwa's forgotten war
B “We will return,” the statement said.
F Sign up for our newsletter
F We use cookies to improve your experience.
`

func TestParagraphKinds(t *testing.T) {
	letters := map[string]ParagraphKind{"B": Body, "H": Heading, "C": Caption, "F": Furniture}
	var text []string
	var want []ParagraphKind
	for _, l := range strings.Split(strings.TrimSpace(samplePage), "\n") {
		text, want = append(text, l[2:]), append(want, letters[l[:1]])
	}
	x := Parse(strings.Join(text, "\n\n"))
	if len(x.Paragraphs) != len(want) {
		t.Fatalf("%d paragraphs, want %d", len(x.Paragraphs), len(want))
	}
	for i, p := range x.Paragraphs {
		if p.Kind != want[i] {
			t.Errorf("%s (%s), want %s: %s", p.Kind, p.Why, want[i], text[i])
		}
		if (p.Why == "") != (p.Kind == Body) {
			t.Errorf("%s says why: %q", p.Kind, p.Why)
		}
	}
}

func TestUpperCaseWireIsBody(t *testing.T) {
	x := Parse("   LIMA, 3 JAN 90 -- [TEXT] REBELS OF THE RED COLUMN ATTACKED A POLICE POST IN\nAYACUCHO TODAY AND KILLED TWO OFFICERS, THE ARMY COMMAND REPORTED.  THE\nREBELS FLED.\n\n   THE SOURCE ADDED THAT NO GROUP HAS CLAIMED RESPONSIBILITY FOR THE ATTACK\nON THE POST, WHICH LIES IN THE HILLS.\n")
	if len(x.Paragraphs) != 2 {
		t.Fatalf("%d paragraphs", len(x.Paragraphs))
	}
	for _, p := range x.Paragraphs {
		if p.Kind != Body {
			t.Errorf("%s: %s", p.Kind, p.Why)
		}
	}
	if n := len(x.Sentences); n != 4 {
		t.Errorf("%d sentences", n)
	}
}

func TestOneSentenceIsBody(t *testing.T) {
	for _, text := range []string{"Gunmen killed 11 people in Konduga on Tuesday", "Gunmen Kill 11 In Konduga", "Soldiers keep watch at the gate of a school in Bamako."} {
		if p := Parse(text).Paragraphs; len(p) != 1 || p[0].Kind != Body {
			t.Errorf("%+v: %s", p, text)
		}
	}
}

// Lines that were broken to a width are put together, but for entries of a list and lines that end early.
func TestWrappedLines(t *testing.T) {
	text := "ARMY SAYS IT HOLDS KELO\n" +
		"The army said on Monday that it holds the town of Kelo again after a\n" +
		"week of fighting in which more than 40 people were killed and thousands\n" +
		"had to leave their houses in the hills to the north of the town.\n" +
		"It named three groups:\n" +
		"- the Front for Free Harwa, which has fought in the region since it was\n" +
		"founded and is the largest,\n" +
		"- the Kelo Brigade, and\n" +
		"- a militia that has no name and has not been heard of before the fight\n" +
		"for the town began.\n"
	var got []string
	for _, p := range paragraphs(text) {
		first, _, _ := strings.Cut(p.Span.In(text), " ")
		got = append(got, first)
	}
	if s := strings.Join(got, " "); s != "ARMY The - - -" {
		t.Errorf("paragraphs begin %s", s)
	}
}

func TestListOfFilmsIsFurniture(t *testing.T) {
	films := "Boy shot in Harwa\n\n0:47 Driver shot to death on Quarry Road Pause\n\n2:01 New details about the fire in Kelo\n\n0:43 Chief warns of scams\n\nA boy was shot in Harwa on Monday, police said."
	for i, p := range Parse(films).Paragraphs {
		if film := i >= 1 && i <= 3; film != (p.Kind == Furniture) {
			t.Errorf("%s: %s", p.Kind, p.Span.In(films))
		}
	}
	chronicle := "6:54 The first call comes in\n\n6:57 Officers reach the mall\n\n7:15 The gunman is seen on the bridge\n\nA boy was shot in Harwa on Monday, police said."
	for _, p := range Parse(chronicle).Paragraphs {
		if p.Kind == Furniture {
			t.Errorf("%s: %s", p.Kind, p.Span.In(chronicle))
		}
	}
}
