package count

import (
	"fmt"
	"strings"
	"testing"

	"dateline"
)

// show writes a Count as a test row does: '11', '11-', '-20', '30-40', with '~' if it is
// approximate and its word.
func show(c dateline.Count) string {
	s := "none"
	switch {
	case c.Low != nil && c.High != nil && *c.Low == *c.High:
		s = fmt.Sprint(*c.Low)
	case c.Low != nil && c.High != nil:
		s = fmt.Sprintf("%d-%d", *c.Low, *c.High)
	case c.Low != nil:
		s = fmt.Sprintf("%d-", *c.Low)
	case c.High != nil:
		s = fmt.Sprintf("-%d", *c.High)
	}
	if c.Approx {
		s += "~"
	}
	if c.Word != "" {
		s += " " + c.Word
	}
	return s
}

func TestParse(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
11 | 11
11 people | 11
at least 11 people | 11-
at least 11 | 11-
no fewer than 11 | 11-
not less than 11 | 11-
a minimum of 11 | 11-
more than 90 | 91-
more than 90 people | 91-
over 100 | 101-
well over 100 | 101-
upwards of 30 | 31-
in excess of 30 | 31-
>50 | 51-
as many as 30 | -30
up to 20 | -20
no more than 5 | -5
at most 5 | -5
a maximum of 5 | -5
fewer than 20 | -19
less than 20 | -19
under 20 | -19
<20 | -19
about 50 | 50~
around 50 | 50~
roughly 50 | 50~
approximately 50 | 50~
some 300 | 300~
an estimated 300 | 300~
an estimated 10,000 fighters | 10000~
~50 | 50~
50 or so | 50~
nearly 200 | 180-200~
almost 40 | 36-40~
close to 200 | 180-200~
nearly five | 5~
eleven | 11
ELEVEN | 11
TWO | 2
Two soldiers | 2
twenty-five | 25
twenty five | 25
one hundred and forty | 140
one hundred and forty-two people | 142
two hundred thousand | 200000
three thousand five hundred | 3500
a hundred | 100
a dozen | 12
a dozen people | 12
half a dozen | 6
two dozen | 24
more than a dozen | 13-
at least a dozen | 12-
nearly a dozen | 11-12~
about two dozen | 24~
more than two dozen people | 25-
over a hundred | 101-
dozens | 24-99 dozens
dozens of people | 24-99 dozens
scores of civilians | 40-199 scores
hundreds | 200-999 hundreds
hundreds of people | 200-999 hundreds
thousands | 2000-9999 thousands
tens of thousands | 20000-99999 tens of thousands
hundreds of thousands | 200000-999999 hundreds of thousands
tens of millions | 20000000-99999999 tens of millions
several | 3-9 several
several people | 3-9 several
several dozen | 36-119 several dozen
several hundred fighters | 300-999 several hundred
a few | 3-6 few
a few hundred | 300-699 few hundred
a few dozen | 36-83 few dozen
a handful | 3-6 handful
a handful of fighters | 3-6 handful
a couple | 2 couple
a couple of gunmen | 2 couple
multiple people | 3- multiple
numerous insurgents | 4- numerous
at least several dozen | 36- several dozen
more than several | 3- several
dozens or more | 24- dozens
up to several hundred | -999 several hundred
hundreds more | 200-999 hundreds
two or three | 2-3
two or three men | 2-3
20 to 30 | 20-30
between 30 and 40 | 30-40
from 4,000 to 6,000 | 4000-6000
ranged “from 4,000 to 6,000,” | 4000-6000
4,000 to 6,000 | 4000-6000
4,000 to 6,000 fighters | 4000-6000
4,000-6,000 | 4000-6000
30-40 | 30-40
30–40 | 30-40
30 – 40 | 30-40
2,000-3,000 | 2000-3000
two to three hundred | 200-300
5 to 10 thousand | 5000-10000
between 1 and 2 million | 1000000-2000000
between one and two million | 1000000-2000000
between 500 and 1 million | 500-1000000
about 30 to 40 | 30-40~
at least two or three | 2-
up to 20 or 30 | -30
1.5 million | 1500000
1.5 million people | 1500000
2m | 2000000
2.5m people | 2500000
5k | 5000
two million | 2000000
half a million | 500000
two lakh | 200000
1,50,000 | 150000
a soldier | 1
a police officer | 1
a 23-year-old woman | 1
an aid worker | 1
a suicide bomber | 1
a young Palestinian man | 1
an Israeli soldier killed by a sniper | 1
A Russian soldier | 1
one | 1
one person | 1
one of the attackers | 1
a single attacker | 1
both | 2
both attackers | 2
no one | 0
none | 0
none of them | 0
nobody | 0
no casualties | 0
no civilian casualties | 0
no injuries | 0
zero | 0
no soldiers | 0
the two attackers | 2
the three | 3
all three | 3
another 12 | 12
12 more | 12
12 others | 12
a further 12 | 12
an additional 12 | 12
12 other people | 12
only three | 3
just three | 3
a total of 15 | 15
a group of 12 men | 12
another at least 12 | 12-
at least another 12 | 12-
at least 12 more | 12-
rose to 45 | 45
the toll rose to 45 | 45
rose from 30 to 45 | 45
had risen to at least 45 | 45-
reduced from 60 to 40 | 40
from 60 to 40 | 40
30 or more | 30-
30-plus | 30-
30+ | 30-
30 or fewer | -30
five or more people | 5-
at least seven, possibly nine | 7-9
seven, possibly nine, | 7-9
11, perhaps more | 11-
three soldiers and two civilians | 5
three soldiers, two policemen and a civilian | 6
three soldiers, two policemen, and a civilian | 6
at least three soldiers and two civilians | 5-
a soldier and two civilians | 3
a soldier and his wife | 2
two guards and the driver | 3
two Palestinians and three Israelis | 5
dozens of soldiers and two civilians | 26-101 dozens
11 people, including three children | 11
11 people including three children | 11
11 people, three of them children | 11
11 people, among them two nurses | 11
five men, one of whom died | 5
two attackers, one wearing a vest | 2
11 people in two villages | 11
11 people and two vehicles | 11
two bombs | 2
five soldiers as well as three civilians | 8
12 militants along with a commander | 13
2011 | 2011
2,011 people | 2011
1200 people | 1200
3-year-old girl and two women | 2
`), "\n") {
		words, want, _ := strings.Cut(line, " | ")
		c, ok := Parse(words)
		if got := show(c); !ok || got != want {
			t.Errorf("%q: got %s %v, want %s", words, got, ok, want)
		}
	}
}

func TestNoCount(t *testing.T) {
	for _, words := range []string{
		"", "many", "many people", "an unknown number", "an unknown number of people", "a number of people", "people", "soldiers",
		"a militant group", "a soldier's house", "the group", "two-thirds", "half of the force", "a third of them", "3.5", "3.5 percent",
		"$2 million", "50%", "23-year-old", "aged 5", "third", "the 22nd", "Flight 370", "AK-47", "10 a.m.", "30 km", "two days",
		"a million million", "9" + strings.Repeat("9", 5000), strings.Repeat("million ", 2000), "two " + strings.Repeat("million ", 2000),
		"\xff\xfe", "one another", "no group", "a", "an", "fewer than 0",
	} {
		if c, ok := Parse(words); ok {
			t.Errorf("%.40q: got %s", words, show(c))
		}
	}
}

func TestFind(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"Gunmen killed at least 11 people in Konduga.", "at least 11=11-"},
		{"More than 90 people died and dozens were wounded.", "More than 90=91- dozens=24-99 dozens"},
		{"Relatives identify some of the 90 people who were killed.", "90=90"},
		{"The number ranged “from 4,000 to 6,000,” including family members.", "from 4,000 to 6,000=4000-6000"},
		{"The toll rose from 30 to 45.", "from 30 to 45=45"},
		{"The toll rose to 45, officials said.", "45=45"},
		{"A soldier and two civilians were killed.", "A=1 two=2"},
		{"A militant group said a soldier was shot by an unknown gunman.", "a=1 an=1"},
		{"No one claimed the attack; no casualties were reported.", "No one=0 no=0"},
		{"Nearly 200 fighters, some 30 of them foreigners, surrendered.", "Nearly 200=180-200~ some 30=30~"},
		{"Seven people were killed and as many as 30 hurt.", "Seven=7 as many as 30=-30"},
		{"On March 22, 2024, gunmen killed 139 people.", "date:March 22, 2024 139=139"},
		{"In 2019 the group lost its land.", "date:2019"},
		{"Two weeks ago three men were held.", "date:Two weeks ago three=3"},
		{"The third attack hit the 22nd brigade.", "ordinal:third ordinal:22nd"},
		{"A 23-year-old man aged 5 and John Smith, 45, were hurt.", "A=1 age:23-year-old age:5 age:45"},
		{"A girl aged 5 died.", "A=1 age:5"},
		{"The group demanded $2 million and 5 million euros.", "money:$2 million=2000000 money:5 million euros=5000000"},
		{"They paid US$300,000 or 40 US dollars.", "money:US$300,000=300000 money:40 US dollars=40"},
		{"Millions of dollars were taken from dozens of villagers.", "money:Millions of dollars=2000000-9999999 millions dozens=24-99 dozens"},
		{"About 60 percent, or 5%, of the 300 fled.", "percent:About 60 percent=60~ percent:5%=5 300=300"},
		{"At 10 a.m. and 10:30 they came, at 1400 hours they left.", "clock:10 a.m. clock:10:30 clock:1400 hours"},
		{"The village is 30 km from Kabul and 5 miles off a 30-mile road.", "measure:30 km=30 measure:5 miles=5 measure:30-mile=30"},
		{"Flight 370 and Highway 1 and Resolution 2170 of 2014.", "label:Flight 370 label:Highway 1 label:Resolution 2170 date:2014"},
		{"AK-47 rifles, an F-16, M23 rebels and G20 states.", "label:AK-47 label:F-16 label:M23 label:G20"},
		{"The siege lasted 30 minutes, a three-day truce held.", "duration:30 minutes=30 duration:three-day=3"},
		{"Two-thirds of the town and a third of the force fled.", "fraction:Two-thirds fraction:a third"},
		{"The team won 3-1.", "label:3-1"},
		{"They fired 82mm mortars and a 7.62 mm gun.", "measure:82mm=82 measure:7.62 mm"},
		{"One of the attackers fled; the other one did not.", "One=1"},
		{"They fought one another; no one won.", "no one=0"},
		{"He scores goals; scores of people watched.", "scores=40-199 scores"},
		{"Over the years about the war.", ""},
		{"Up to 20 or 30 men, possibly more.", "Up to 20 or 30=-30"},
		{"Hundreds of thousands fled to two camps.", "Hundreds of thousands=200000-999999 hundreds of thousands two=2"},
		{"Between 30 and 40 rebels, a few of them boys, gave up 12 rifles.", "Between 30 and 40=30-40 a few=3-6 few 12=12"},
		{"ABOUT 50 PEASANTS WERE KIDNAPPED ON 30 DECEMBER.", "ABOUT 50=50~ date:30 DECEMBER"},
		{"THREE SUBVERSIVES WERE KILLED AND SEVEN OTHERS WERE WOUNDED.", "THREE=3 SEVEN=7"},
		{"a couple of gunmen and half a dozen guards", "a couple=2 couple half a dozen=6"},
		{"No. 2 in the group, article 5 and Article 5.", "label:No. 2 label:article 5 label:Article 5"},
		{"Another 12 people, three of them children, are missing.", "12=12 three=3"},
		{"The attack was the deadliest in two decades.", "duration:two decades=2"},
		{"It struck three times with 50 pounds of explosives.", "measure:three times=3 measure:50 pounds=50"},
		{"At the 2024 Paris Olympics 10,000 police stood by.", "date:2024 10,000=10000"},
		{"They paid N4 million and RM50,000, or 160,000 Hong Kong dollars.", "money:N4 million=4000000 money:RM50,000=50000 money:160,000 Hong Kong dollars=160000"},
		{"He was 16. She died at 62; the toll was 16.", "age:16 age:62 16=16"},
		{"Both Iran and Russia sent aid; both men fled.", "both=2"},
		{"(1) the first [11] on page 5", "label:1 ordinal:first label:11 label:page 5"},
		{"About 2,000 people saw 20/30 of it at 3.5.", "About 2,000=2000~ fraction:20/30 measure:3.5"},
	} {
		var got []string
		for _, m := range Find(row.text) {
			s := m.Span.In(row.text)
			if m.Kind != Amount {
				s = string(m.Kind) + ":" + s
			}
			if c := show(m.Count); c != "none" && m.Kind != Ordinal && m.Kind != Age && m.Kind != Date {
				s += "=" + c
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != row.want {
			t.Errorf("%s\n got  %s\n want %s", row.text, s, row.want)
		}
	}
}

func TestLexicon(t *testing.T) {
	for _, w := range []string{"soldier", "woman", "civilian", "policeman"} {
		if lex().people.At(w) != onePerson {
			t.Errorf("%s is not one person", w)
		}
	}
	for _, w := range []string{"soldiers", "women", "people", "bodies", "spies"} {
		if lex().people.At(w) != manyPeople {
			t.Errorf("%s are not many", w)
		}
	}
	l := &lexicon{nouns: map[string]noun{}, measures: map[string]string{}, labels: map[string]bool{}}
	for _, err := range []error{l.addPerson("=men"), l.addMeasure("colour", "red")} {
		if err == nil {
			t.Error("a bad line was read")
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"at least 11 people", "a million million", "between 1 and 99999999999999 million", "$2m–3m", "3-1-2", "one-two", "a few",
		"from 9 to 1", "several hundreds of thousands", "no-one", "1e99", "1,2,3", "ten thousand million billion", "-5", "−5 people", "١٢", "12½", "10-20-30", "three and a half million", "a pair of", "20-odd", "AK-47s 20 m 5%", "1.A0", "$1$2", "3-A-4"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, m := range Find(s) {
			if m.Span.Start < end || m.Span.End <= m.Span.Start || m.Span.End > len(s) {
				t.Fatalf("span %v after %d", m.Span, end)
			}
			end = m.Span.End
			sane(t, m.Count)
		}
		if c, ok := Parse(s); ok {
			sane(t, c)
			if c.Low == nil && c.High == nil {
				t.Fatal("a count without bounds")
			}
		}
	})
}

func sane(t *testing.T, c dateline.Count) {
	t.Helper()
	if c.Low != nil && *c.Low < 0 || c.High != nil && *c.High < 0 || c.Low != nil && c.High != nil && *c.Low > *c.High {
		t.Fatalf("count %s", show(c))
	}
}

func BenchmarkFind(b *testing.B) {
	text := "On March 22, gunmen stormed the hall, killing at least 139 people and wounding dozens, in Russia's worst violence in two decades."
	b.SetBytes(int64(len(text)))
	for range b.N {
		Find(text)
	}
}

func BenchmarkParse(b *testing.B) {
	phrases := []string{"at least 11 people", "dozens", "three soldiers and two civilians", "from 4,000 to 6,000", "a soldier"}
	for i := range b.N {
		Parse(phrases[i%len(phrases)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "parses/s")
}
