package date

import (
	"strings"
	"testing"
)

// Sentences, and the time expressions in them.
func TestFind(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"The attack on a concert hall outside Moscow on March 22, which was widely blamed on the group, was the worst.", "March 22"},
		{"The group was formed in Somalia in late 2014, the same year that a rival took Barawe.", "late 2014|the same year"},
		{"Soldiers guard a market in Bamako in November 2021 after an attack. At least 14 people were killed.", "November 2021"},
		{"In January, IS-K was blamed for killing more than 90 people in Kerman.", "January"},
		{"In July, police arrested nine people.", "July"},
		{"It was driven out around 2019 after coming under fire.", "around 2019"},
		{"Since its emergence a decade ago, the group has grown in recent years and in recent months.", "a decade ago|recent years|recent months"},
		{"During the past year, the group has threatened attacks in Sweden.", "the past year"},
		{"It was Russia's worst violence in two decades, with as little as six months of warning.", ""},
		{"Since then, IS-K has embarked on a new strategy.", "Since then"},
		{"Established nine years ago, it had 4,000 to 6,000 fighters.", "nine years ago"},
		{"In a report published in June 2023, the UN said so.", "June 2023"},
		{"ON 15 JANUARY 1989 THREE PEASANTS WERE KILLED.", "15 JANUARY 1989"},
		{"SAN SALVADOR, 3 JAN 90 -- [TEXT] THE MASS KIDNAPPING TOOK PLACE ON 30 DECEMBER.", "3 JAN 90|30 DECEMBER"},
		{"IT HAPPENED YESTERDAY AFTERNOON; THEY MAY MARCH ON THE CAPITAL.", "YESTERDAY AFTERNOON"},
		{"The police detained him (Nov. 20, 2011) in Marjeh district, yesterday.", "Nov. 20, 2011|yesterday"},
		{"Early Monday, gunmen struck; late on Tuesday they struck again.", "Early Monday|late on Tuesday"},
		{"The blast hit on Saturday night, in the early hours of Sunday and over the weekend.", "Saturday night|the early hours of Sunday|the weekend"},
		{"Bombs went off between 2014 and 2016 and from 3 to 5 May.", "between 2014 and 2016|from 3 to 5 May"},
		{"The 2008 Mumbai attacks and the 2015 nuclear deal were discussed.", "2008|2015"},
		{"He was detained in 2015, 2016, and 2020.", "2015|2016|2020"},
		{"Protests went on in June and July 2011.", "June and July 2011"},
		{"October 3, 2020: A man was shot.", "October 3, 2020"},
		{"After Tuesday's attack, he left before March 3.", "Tuesday|before March 3"},
		{"Two days after the attack, and the day before Christmas, they fled.", "Two days after the attack|the day before Christmas"},
		{"The January attack and February's raid killed a March protester.", "January|February|March"},
		{"It began on 9/11 and lasted until 2021.", "9/11|until 2021"},
		{"He will return in two weeks.", "in two weeks"},
		{"He will return. It was the worst attack in two decades.", ""},
		{"They met from 28 February to 3 March 2019, in the summer of 2014 and in the spring.", "from 28 February to 3 March 2019|the summer of 2014|the spring"},
		{"In this March 23, 2021 photo, police stand.", "March 23, 2021"},
		{"The first half of 1978 and the last week of March were calm.", "The first half of 1978|the last week of March"},
		{"On the 31 February and the 45th of May nothing happened.", "31 February|the 45th of May"},
		{"He was killed at dawn in Kabul on Friday (March 22).", "Friday (March 22)"},
		// nothing to find
		{"About 2,000 people and 2000 soldiers died.", ""},
		{"Flight 2019 carried 2019 passengers to gate 2020.", ""},
		{"They may march on the city; May God help them, said Theresa May.", ""},
		{"Troops will march to the fall of Kabul, where spring water ran.", ""},
		{"The second man waited a second, then ran for three hours.", ""},
		{"April Smith and June Jones met Chief Sunday Adeyemo and Emmanuel Sunday Okoro.", ""},
		{"The Sunday Times and USA Today reported it; the Sun did not.", ""},
		{"The 17 November group and the 23 May Movement were dissolved.", ""},
		{"The Revolutionary Organization 17 November Group and Black September were named.", ""},
		{"Resolution 2170 costs $2015 and weighs 2000 kg.", ""},
		{"The 22nd battalion came third, 24/7, by 10:30 a.m.", ""},
		{"The war is to last 10 years longer and lasted for two days before it ended.", ""},
		{"He was 45, the 3rd of 5, scored 3-1 and lived at 12 March Street.", ""},
		{"Hours later, minutes after the blast, a day-long curfew began.", ""},
		{"", ""},
	} {
		var got []string
		for _, m := range Find(row.text) {
			got = append(got, m.Span.In(row.text))
		}
		if s := strings.Join(got, "|"); s != row.want {
			t.Errorf("%s\n got  %s\n want %s", row.text, s, row.want)
		}
	}
}

// What Find finds, Resolve reads as a whole.
func TestFoundIsRead(t *testing.T) {
	text := "Since late 2014, on March 22, by the end of last year, from Monday to Wednesday and two days before Christmas 2019."
	want := []string{"2014-09/..", "2024-03-22", "../2023-12", "2024-04-01/2024-04-03", "2019-12-23"}
	for i, m := range Find(text) {
		if res := Resolve(m.Span.In(text), friday); res.Date == nil || i >= len(want) || res.Date.EDTF != want[i] {
			t.Errorf("%q: got %+v", m.Span.In(text), res)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := "On March 22, gunmen stormed the hall, killing at least 139 people and wounding dozens, in Russia's worst violence in two decades."
	b.SetBytes(int64(len(text)))
	for range b.N {
		Find(text)
	}
}

// The time that Find takes grows with the length of the text, whatever the text.
func TestFindIsLinear(t *testing.T) {
	for _, piece := range []string{"two days before ", "the end of ", "early late mid ", "March 3 to ", "last ", "between ", "the first week of ", "22 "} {
		short, long := allocs(piece, 200), allocs(piece, 2000)
		if long > 30*short+1000 {
			t.Errorf("%q: %.0f allocations for 200 pieces, %.0f for 2000", piece, short, long)
		}
	}
}

func allocs(piece string, n int) float64 {
	text := strings.Repeat(piece, n)
	return testing.AllocsPerRun(1, func() { Find(text) })
}
