package parse

import (
	"slices"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gunmen entered the Crocus City Hall in the Moscow region.", "Crocus City Hall=facility, Moscow=location"},
		{"The UN Security Council met in Geneva on Tuesday.", "UN Security Council=organisation, Geneva=location, Tuesday=date"},
		{"U.S. President Joe Biden spoke.", "U.S.=location, Joe Biden=person"},
		{"Officials of the Ministry of Defence said so.", "Ministry of Defence=organisation"},
		{"Osama bin Laden was killed in Abbottabad in May 2011.", "Osama bin Laden=person, Abbottabad=location, May 2011=date"},
	} {
		if got := namesOf(Parse(c.text)); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

func namesOf(x *Text) string {
	var got []string
	for _, n := range x.Names {
		got = append(got, n.Span.In(x.Source)+"="+string(n.Kind))
	}
	return strings.Join(got, ", ")
}

// labelledText reads words and marks, '[person Joe Biden] spoke .', a sentence a line, as a tagger
// would have labelled them. What the analyser itself says of names is thrown away.
func labelledText(marked string) *Text {
	var document, labels [][]string
	for line := range strings.Lines(marked) {
		words, marks, kind := []string{}, []string{}, ""
		for _, w := range strings.Fields(line) {
			if rest, ok := strings.CutPrefix(w, "["); ok {
				kind = "B-" + rest
				continue
			}
			word := strings.TrimRight(w, "]")
			words, marks = append(words, word), append(marks, kind)
			if kind != "" {
				kind = "I-" + kind[2:]
			}
			if word != w {
				kind = ""
			}
		}
		document, labels = append(document, words), append(labels, marks)
	}
	x := ParseWords(document)
	for i := range x.Sentences {
		for k := range x.Sentences[i].Tokens {
			x.Sentences[i].Tokens[k].Entity = labels[i][k]
		}
	}
	x.Names = names(x)
	return x
}

// The labels say where a name is, and all of the text what it is.
func TestLabelledNames(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a possessive mark inside", "the [organisation Lord 's Resistance Army] fled .", "Lord 's Resistance Army=organisation"},
		{"several in one sentence", "[person General Michael E. Kurilla] , head of the [location U.S.] military 's [organisation Central Command] , told lawmakers on March 21 that [organisation IS-K] could attack .",
			"Michael E. Kurilla=person, U.S.=location, Central Command=organisation, March 21=date, IS-K=organisation"},
		{"titles stay outside", "[person General Michael E. Kurilla] spoke .", "Michael E. Kurilla=person"},
		{"possessive marks stay outside", "[organisation NATO 's] chief spoke .", "NATO=organisation"},
		{"a noun behind says what it is", "The [person Maute] group fled .", "Maute=organisation"},
		{"a noun behind two names", "the [organisation Abu Sayyaf] and [person Maute] groups fled .", "Abu Sayyaf=organisation, Maute=organisation"},
		{"a title before two names", "Presidents [person Obama] and [organisation Putin] met .", "Obama=person, Putin=person"},
		{"two titles before one name", "Mr and Mrs [organisation Smith] left .", "Smith=person"},
		{"a place by its noun", "Soldiers left the city of [person Derna] .", "Derna=location"},
		{"a building", "The court ordered it to leave [location Bagram Airbase] .", "Bagram Airbase=facility"},
		{"a weapon", "He bought an [other AK-47] .", "AK-47=weapon"},
		{"a happening and its number", "He fought in [other World War] II .", "World War II=event"},
		{"a people", "He spoke [other Kurdish] .", "Kurdish=nationality"},
		{"a date without a label", "[person Obama] left on 15 May 2019 .", "Obama=person, 15 May 2019=date"},
		{"typed once, a name keeps its type", "President [person Barzani] spoke .\nLater [organisation Barzani] left .", "Barzani=person, Barzani=person"},
		{"a name broken by the labels is mended by the tree", "He joined the [organisation Liberation] [location Army] .", "Liberation Army=organisation"},
		{"a person is later called by one name", "[person Hafiz Saeed] spoke .\nThen [location Saeed] left .", "Hafiz Saeed=person, Saeed=person"},
		{"a short form is of the kind of the long one", "The [organisation Armed Forces Press] ( [location AFP] ) said so .", "Armed Forces Press=organisation, AFP=organisation"},
		{"what a body is for", "the [organisation Popular Front] for the Liberation of [location Palestine] agreed .", "Popular Front for the Liberation of Palestine=organisation"},
		{"a body that is for somebody", "the [organisation Council] voted for [person Obama] .", "Council=organisation, Obama=person"},
		{"a treaty is no place", "the Treaty of [location London] held .", "Treaty of London=event"},
		{"a ruler's number", "under king Tarik II the wall fell .", "Tarik II=person"},
		{"what is numbered and no ruler", "during Phase II the wall fell .", "Phase="},
		{"a ruler's first number", "they met [person Tarik] I in the tent .", "Tarik I=person"},
		{"the speaker behind a name", "with [person Tarik] I went home .", "Tarik=person"},
		{"a place that goes on behind the label", "they walked on Hong Kong Island and by the [location Tarik] River .", "Hong Kong Island=location, Tarik River=location"},
		{"an office and no name", "one era per [person Emperor] was named .", ""},
		{"a people is no person", "the [person Austrians] and the [person Zorbians] left the [location Balkans] .", "Austrians=nationality, Zorbians=nationality, Balkans=location"},
		{"a possessive mark in a country's name", "the People 's Republic of China agreed .", "People 's Republic of China=location"},
		{"a continent", "the far north of [person Europe] froze .", "Europe=location"},
		{"a name that the labels missed", "[organisation Hezbollah] fired rockets .\nIn the evening Hezbollah left .", "Hezbollah=organisation, Hezbollah=organisation"},
	} {
		if got := namesOf(labelledText(c.text)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.why, got, c.want)
		}
	}
}

// Names come in order, lie apart, and are bytes of the text, whatever the labels say.
func TestNamesLieApart(t *testing.T) {
	for _, marked := range []string{"[person '] 's [location .] and [other Mr] X", "[organisation A] [organisation A B] A B A , A and B groups",
		"[location May] 3 , [location 2019] [person The] of", "[person President President] of [location İstanbul] in İSTANBUL"} {
		x := labelledText(marked)
		end := 0
		for _, n := range x.Names {
			if n.Span.Start < end || n.Span.End > len(x.Source) || n.Span != x.Sentences[n.Sentence].SpanOf(n.First, n.Last) {
				t.Errorf("%s: %+v in %q", marked, n, x.Source)
			}
			end = n.Span.End
		}
	}
}

// A name that the one before has grown over falls away: the 'I' of 'World War I'.
func TestApart(t *testing.T) {
	list := []Name{{First: 0, Last: 2}, {First: 2, Last: 2}, {First: 3, Last: 3}, {Sentence: 1, First: 0, Last: 0}}
	want := []Name{list[0], list[2], list[3]}
	if got := apart(list); !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func BenchmarkNames(b *testing.B) {
	text := strings.Repeat("President Bashar al-Assad met officials of the Ministry of Defence in Damascus on 3 May 2019, the state agency SANA said. "+
		"At least 20 fighters of the Islamic State (IS) with AK-47 rifles attacked a base near Palmyra in late 2016. ", 50)
	x := Parse(text)
	tokens := 0
	for i := range x.Sentences {
		tokens += len(x.Sentences[i].Tokens)
		for _, n := range x.Names {
			if n.Sentence == i {
				for k := n.First; k <= n.Last; k++ {
					x.Sentences[i].Tokens[k].Entity = map[bool]string{true: "B-", false: "I-"}[k == n.First] + "person"
				}
			}
		}
	}
	for _, part := range []struct {
		name string
		do   func()
	}{
		{"names", func() { agreed(x, labelledNames(x)) }},
		{"candidates", func() {
			for i := range x.Sentences {
				x.Candidates(i)
			}
		}},
		{"phrases", func() {
			for i := range x.Sentences {
				x.NamedPhrases(i)
			}
		}},
	} {
		b.Run(part.name, func(b *testing.B) {
			for b.Loop() {
				part.do()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
		})
	}
}
