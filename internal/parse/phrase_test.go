package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func candidatesOf(x *Text, kinds ...NameKind) string {
	var got []string
	for i := range x.Sentences {
		list := x.Candidates(i)
		for _, c := range list {
			part := ""
			if c.Outer >= 0 {
				part = " in " + list[c.Outer].Span.In(x.Source)
			}
			for _, k := range kinds {
				if c.Kind == k {
					got = append(got, c.Span.In(x.Source)+part)
				}
			}
		}
	}
	return strings.Join(got, ", ")
}

func TestDatePhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He died on 15 May 2019 .", "15 May 2019"},
		{"It was hit on Thursday night and on May 3 , 2021 .", "Thursday night, May 3 , 2021"},
		{"The siege of late 2014 ended in the summer of 2015 .", "late 2014, summer of 2015"},
		{"They met two weeks ago and will meet next month .", "two weeks ago, next month"},
		{"The shop shut during Ramadan in the 1990s .", "Ramadan, 1990s"},
		{"In mid-June the rain came ; it may rain tomorrow .", "mid-June, tomorrow"},
		{"In 2014 there were 2014 soldiers .", "2014"},
	} {
		if got := candidatesOf(labelledText(c.text), NameDate); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestNumberPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"At least 11 people died .", "At least 11"},
		{"Between 30 and 40 cars burned .", "Between 30 and 40"},
		{"They lost 1,200 men and dozens of trucks .", "1,200, dozens"},
		{"More than two hundred came , up to 3 million left .", "More than two hundred, up to 3 million"},
		{"About a dozen shops and several houses burned .", "About a dozen, several"},
		{"They moved on at once .", ""},
	} {
		if got := candidatesOf(labelledText(c.text), NameNumber); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		text string
		kind NameKind
		want string
	}{
		{"An improvised explosive device and two M16 rifles lay there .", NameWeapon, "improvised explosive device, M16 rifles"},
		{"The device was old .", NameWeapon, ""},
		{"He left the [organisation Bank of Libya] .", NameLocation, "Libya in Bank of Libya"},
		{"The [organisation Syrian Red Crescent] met Pakistani doctors .", NameNationality, "Syrian in Syrian Red Crescent, Pakistani"},
		{"He sat in the [location Abu Ghraib] prison .", NameFacility, "Abu Ghraib prison"},
		{"The Easter bombings followed the [location Paris] attacks .", NameEvent, "Easter bombings, Paris attacks"},
		{"He joined Operation [other Inherent Resolve] .", NameEvent, "Operation Inherent Resolve"},
	} {
		if got := candidatesOf(labelledText(c.text), c.kind); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// Candidates come in order and nest or lie apart; a sentence out of range has none.
func TestCandidatesNest(t *testing.T) {
	x := labelledText("[organisation Bank of Libya] bombings in late May 3 , 2014 at 15 May May 2 - 3 a few hundred rocket grenade attacks on [location Bagram] base camp ' ' 's")
	list := x.Candidates(0)
	for i, c := range list {
		if i > 0 && (c.First < list[i-1].First || c.First == list[i-1].First && c.Last >= list[i-1].Last) {
			t.Errorf("out of order: %+v after %+v", c, list[i-1])
		}
		if c.Outer >= i || c.Outer >= 0 && (list[c.Outer].First > c.First || list[c.Outer].Last < c.Last) {
			t.Errorf("%+v does not lie in its outer one", c)
		}
	}
	if len(list) == 0 || x.Candidates(-1) != nil || x.Candidates(99) != nil {
		t.Error("candidates where there is no sentence, or none where there are")
	}
}

// hung gives the words of a sentence heads and relations: 'word/TAG/head/relation', heads counted from
// 1 as in treebanks.
func hung(rows string) *Text {
	var words [][]string
	var fields [][]string
	words = append(words, nil)
	for _, row := range strings.Fields(rows) {
		f := strings.Split(row, "/")
		words[0], fields = append(words[0], f[0]), append(fields, f)
	}
	x := ParseWords(words)
	for i, f := range fields {
		tok := &x.Sentences[0].Tokens[i]
		fmt.Sscan(f[2], &tok.Head)
		tok.Head--
		tok.Tag, tok.Rel = f[1], f[3]
	}
	return x
}

// repeated makes one long sentence of the first of x, each copy hanging on the one before.
func repeated(x *Text, times int) *Text {
	var b strings.Builder
	long := Sentence{Tree: true}
	for range times {
		at := len(long.Tokens)
		for _, tok := range x.Sentences[0].Tokens {
			if tok.Head += at; tok.Head < at {
				tok.Head, tok.Rel = at-1, "nmod"
			}
			long.Tokens = append(long.Tokens, tok)
		}
	}
	writeWords(&b, long.Tokens)
	return &Text{Source: b.String(), Sentences: []Sentence{long}}
}

// The work grows with a sentence's length, not with its square.
func TestLongSentenceOfNames(t *testing.T) {
	for _, part := range []string{"[person President] NATO ", "of the [organisation A] group and ", "two rocket bombs of Iraqis , "} {
		x := repeated(labelledText(part), 1500)
		start := time.Now()
		n := len(agreed(x, labelledNames(x))) + len(x.Candidates(0)) + len(x.NamedPhrases(0)) + len(x.NounPhrases(0))
		if took := time.Since(start); n == 0 || took > 2*time.Second {
			t.Errorf("%q: %d found in %v", part, n, took)
		}
	}
}

func TestNounPhrases(t *testing.T) {
	x := hung("Hafiz/PROPN/11/nsubj:pass Saeed/PROPN/1/flat ,/PUNCT/5/punct the/DET/5/det founder/NOUN/1/appos of/ADP/7/case Jaish/PROPN/5/nmod and/CCONJ/9/cc Lashkar/PROPN/7/conj was/AUX/11/aux:pass held/VERB/0/root")
	var got []string
	list := x.NounPhrases(0)
	for _, p := range list {
		s := p.Span.In(x.Source)
		if p.Appos >= 0 {
			s += " = " + list[p.Appos].Span.In(x.Source)
		}
		got = append(got, s)
	}
	if s, want := strings.Join(got, "; "), "Hafiz Saeed; the founder of Jaish and Lashkar = Hafiz Saeed; Jaish; Lashkar"; s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
}

// Rings and heads far away, which no parser should draw, do no harm.
func TestNounPhrasesOfBrokenTrees(t *testing.T) {
	x := hung("a/NOUN/2/nmod b/NOUN/1/nmod c/NOUN/3/appos d/NOUN/0/root")
	if n := len(x.NounPhrases(0)); n != 4 {
		t.Errorf("%d phrases, want 4", n)
	}
	if x.NounPhrases(7) != nil || x.NounPhrases(-1) != nil {
		t.Error("phrases where there is no sentence")
	}
}

func TestNamedPhrases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Iraqi security forces left .", "Iraqi security forces=organisation"},
		{"He met Iraqi President [person Fuad Masum] .", "Iraqi President Fuad Masum=person"},
		{"They fled to northern [location Syria] .", "northern Syria=location"},
		{"The Iraqis left .", "Iraqis=organisation"},
		{"[organisation ISIL] fighters left .", "ISIL fighters=organisation"},
		{"[person Obama] left .", ""},
		{"The fighters left .", ""},
	} {
		x := labelledText(c.text)
		var got []string
		for _, n := range x.NamedPhrases(0) {
			got = append(got, n.Span.In(x.Source)+"="+string(n.Kind))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
}
