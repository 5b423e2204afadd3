package parse

import (
	"strings"
	"testing"

	"dateline"
)

// cutWords returns the words of text with a bar between.
func cutWords(text string) string {
	var list []string
	for _, s := range tokenize(text, dateline.Span{End: len(text)}, nil) {
		list = append(list, s.In(text))
	}
	return strings.Join(list, "|")
}

func TestTokens(t *testing.T) {
	for _, want := range []string{
		"They| |do|n't| |know| |the| |group|'s| |aims|.",
		"It|’s| |IS|’s| |claim|;| |we| |can|not| |say| |they|’ve| |left|.",
		"the| |fighters|'| |weapons",
		"U.S.|-|led| |forces| |at| |6|a.m.| |in| |Washington| |D.C.| |and| |the| |U.N.",
		"Gen.| |Michael| |E.| |Kurilla| |and| |Lt.| |Col.| |Peter| |Lerner",
		"IS-K| |and| |al-Shabaab| |and| |Abdul-Rahman| |and| |Lashkar-e-Taiba| |and| |Jamaat-ul-Ahrar",
		"mass|-|casualty| |attacks| |on| |the| |Afghan|-|Pakistani| |border",
		"anti-Taliban| |fighters| |with| |AK-47| |rifles| |and| |an| |M-16",
		"killed| |4,000| |to| |6,000|,| |or| |3.5| |percent|;| |$|1.5| |million|;| |12|%",
		"Sana'a|,| |N'Djamena|,| |O'Brien| |and| |Ba'ath",
		"at| |10:30| |on| |9/11|,| |the| |22nd|,| |in| |the| |1990s",
		"19|-|year|-|old| |men| |at| |5|pm",
		"editor| |of| |MilitantWire.com|,| |he| |said",
		"see| |https://example.org/a?b=c|.| |Or| |mail| |x.y@example.org|!",
		"“|We| |will| |win|!|”| |he| |said| |...| |and| |left| |--| |at| |last",
		"No.| |2| |in| |command|,| |St.| |Petersburg|,| |Jan.| |5|,| |vs.| |them",
		"IS|-|claimed| |and| |Iran|-|Iraq| |war",
		"I| |do|nt| |think| |it| |ca|nt| |be| |gon|na| |work|;| |that|s| |all|,| |he| |did|n’t|,| |is|nʼt|,| |was|n`t",
		"It|s| |not| |its| |fault|;| |you|r| |the| |one| |with| |your| |gun",
		"rock| |'n| |roll| |in| |the| |'90s| |and| |the| |60's|,| |'em",
		"from| |10:00|-|11:00| |or| |5:30|p.m.| |on| |2005|-|2006| |,| |at| |713-555-0100| |or| |+44| |20",
		"US$|3| |and| |€|20| |and| |£|1.2|bn| |and| |$|5|M| |in| |3G| |and| |4x4",
		"AT&T| |and| |R&D| |b/c| |he|/|she| |and| |and|/|or",
		"report.pdf| |and| |my_file_2.doc| |on| |alt.fan.harwa| |or| |Example.com",
		"well| |:-)| |or| |;)| |or| |=(| |?!?!| |(|he| |said|:| |no|)| |...| |--->| |**| |<<| |no| |>>",
		"#Harwa| |and| |#|1| |and| |@musa_adamu",
		"No| |etc|.",
		"guns|,| |etc.| |were| |found|,| |e.g.| |two| |at| |6| |p.m|.",
		"the| |U.S|,| |a.k.a| |us|,| |the| |P.O.| |box|,| |Ph.D.| |and| |J.R.R.| |Hale",
		"Sana’a| |and| |Baʿath| |and| |Qurʼan",
		"👩‍👩‍👧|👍🏽| |🇰🇪|🇸🇴| |❤️| |e\u0301tude",
		"قال| |المتحدث|:| |لا|؟",
		"a\u200bb| |soft\u00adhyphen",
		"in| |Syria|.|A| |spokesman",
	} {
		text := strings.ReplaceAll(want, "|", "")
		if got, want := cutWords(text), strings.ReplaceAll(want, "| |", "|"); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}
