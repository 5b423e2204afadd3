package toponym

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline"
)

// textOf cuts a text at its spaces, with marks and possessive endings apart; a word in brackets is labelled
// with the letter behind it: [Texas]l.
func textOf(source string) Text {
	t := Text{Tagged: true}
	var b strings.Builder
	begins := true
	kinds := map[string]string{"l": "location", "u": "unknown", "p": "person", "o": "organisation"}
	for field := range strings.FieldsSeq(source) {
		kind := ""
		if rest, of := strings.CutPrefix(field, "["); of {
			word, k, _ := strings.Cut(rest, "]")
			field, kind = word, kinds[k]
		}
		if b.Len() > 0 && !strings.ContainsAny(field[:min(1, len(field))], ",.'") {
			b.WriteByte(' ')
		}
		if field == "" {
			continue
		}
		w := Word{Form: strings.Trim(field, "\u200e\u200f"), Begins: begins, Name: kind, Tag: "NOUN"}
		if upper(w.Form) {
			w.Tag = "PROPN"
		}
		w.Span.Start = b.Len()
		b.WriteString(field)
		w.Span.End = b.Len()
		w.Starts = kind != "" && (len(t.Words) == 0 || t.Words[len(t.Words)-1].Name != kind)
		t.Words = append(t.Words, w)
		begins = field == "."
	}
	t.Source = b.String()
	return t
}

func TestFind(t *testing.T) {
	for source, want := range map[string]string{
		"Police in [Paris]l , [Texas]l , said so .":                          "Paris=Paris US Texas|Texas=Texas US Texas",
		"The French police in [Paris]l said that [Lyon]l was calm .":         "French=France FR |Paris=Paris FR Île-de-France|Lyon=Lyon FR Auvergne-Rhône-Alpes",
		"The fire on [Clinton]l [Street]l in [Columbus]l , [Ohio]l .":        "Clinton Street=Clinton Street  |Columbus=Columbus US Ohio|Ohio=Ohio US Ohio",
		"[Moscow]l blamed [Kyiv]l for the blast in [Moscow]l .":              "Moscow=Moscow RU Moscow (government)|Kyiv=Kyiv UA Kyiv City|Moscow=Moscow RU Moscow",
		"KENT , [Wash.]l ( [AP]o ) - Two men were shot .":                    "KENT=Kent US Washington State|Wash.=Washington State US Washington State",
		"A man was shot on the [East]l [Side]l at 9 p.m. EST":                "",
		"Six died in [Moura]l , central [Mali]l .":                           "Moura=Moura  |Mali=Mali ML ",
		"Six died in [Tolhan]l in Burkina [Faso]l .":                         "Tolhan=Tolhan  |Burkina Faso=Burkina Faso BF ",
		"A man was hit near [Toxey]l in [Choctaw]l [County]l , [Alabama]l .": "Toxey=Toxey US Alabama|Choctaw County=Choctaw County US Alabama|Alabama=Alabama US Alabama",
		"A man was hit in [St.]l [Martin]l [Parish]l , [Louisiana]l .":       "St. Martin Parish=Saint Martin Parish US Louisiana|Louisiana=Louisiana US Louisiana",
		"[Hasty]o said that sales rose in [Arkansas]l .":                     "Arkansas=Arkansas US Arkansas",
		"Six died in the [South-East]l .":                                    "South-East=South-East  ",
		"FILE - A man walks home . KENT , 23 , was shot -":                   "",
		"He said that [John]p [Paris]p and [Jane]p [Houston]p were there":    "",
	} {
		text := textOf(source)
		var got []string
		for _, p := range Find(text) {
			got = append(got, p.Span.In(text.Source)+"="+p.Place.Name+" "+p.Place.Country+" "+p.Place.Admin1+map[bool]string{true: " (government)"}[p.As == dateline.AsGovernment])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s, want %s", source, strings.Join(got, "|"), want)
		}
	}
}

// TestSeatFirst holds that a name alone is that of the town that an area of its name is ruled from.
func TestSeatFirst(t *testing.T) {
	for _, source := range []string{"[ADEN]l , [Yemen]l - The court in [Aden]l freed them .", "Four were held in [Yangon]l , [Myanmar]l .", "Police in [Matamoros]l , [Mexico]l , found the camp ."} {
		if p := Find(textOf(source))[0].Place; p.Precision != dateline.Settlement {
			t.Errorf("%s: %+v", source, p)
		}
	}
}

// TestNationFirst holds that of two countries of one name the one is meant that the text is about.
func TestNationFirst(t *testing.T) {
	for source, want := range map[string]string{
		"The toll in [Congo]l rose .": "CD",
		"They fled [Goma]l , the [Congolese]m army said . The toll in [Congo]l rose .": "CD",
		"They fled [Brazzaville]l and [Pointe-Noire]l . The toll in [Congo]l rose .":   "CG",
	} {
		all := Find(textOf(source))
		if p := all[len(all)-1].Place; p.Country != want {
			t.Errorf("%s: %+v, want %s", source, p, want)
		}
	}
}

// TestReportFirst holds that a name alone is a country's seat, and that a town of the country that the text is about comes before one that
// nothing speaks for.
func TestReportFirst(t *testing.T) {
	for source, want := range map[string]string{
		"A bomb went off in [Colombo]l .":                                               "LK",
		"A bomb went off in [Tripoli]l .":                                               "LY",
		"Violence has grown in [Lebanon]l . A bomb went off in [Tripoli]l .":            "LB",
		"Violence has grown in the [Philippines]l . A bomb went off in [Isabela]l .":    "PH",
		"Violence has grown in the [United]l [States]l . A bomb went off in [Paris]l .": "FR",
	} {
		all := Find(textOf(source))
		if p := all[len(all)-1].Place; p.Country != want {
			t.Errorf("%s: %+v, want %s", source, p, want)
		}
	}
}

func TestModelsAreRead(t *testing.T) {
	for _, m := range []int{names().Size(), senses().Size()} {
		if m < 100 || m > 10_000 {
			t.Errorf("a model of %d weights", m)
		}
	}
}

// TestWhy holds that every answer says why in words that a person can check.
func TestWhy(t *testing.T) {
	for source, want := range map[string]string{
		"Police in [Paris]l , [Texas]l , said so .":      "the words behind the comma say where",
		"The [Nigeria]l army left [Konduga]l .":          "what holds it is named in the same sentence",
		"The blast hit a market in [Qwertyuiopville]l .": "no record carries this name",
		"The storm hit [London]l .":                      "nothing in the report speaks for another",
	} {
		all := Find(textOf(source))
		if len(all) == 0 || !strings.Contains(all[0].Why+all[len(all)-1].Why, want) {
			t.Errorf("%s: %+v, want %q", source, all, want)
		}
	}
}

// TestLookAlikes holds that letters of another script never make a known name, that marks of direction
// do not hide one, and that names are known in other scripts.
func TestLookAlikes(t *testing.T) {
	for _, p := range Find(textOf("The blast hit [M\u043escow]l and [P\u0430ris]l .")) {
		if p.Place.Precision != dateline.Unplaced || p.Lat != 0 {
			t.Errorf("%+v", p)
		}
	}
	for _, name := range []string{"\u200fMosul\u200e", "\u0627\u0644\u0645\u0648\u0635\u0644", "\u041c\u043e\u0441\u043a\u0432\u0430", "\u5317\u4eac"} {
		if all := Find(textOf("The name is [" + name + "]l .")); len(all) != 1 || all[0].Place.ID == "" {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

// FuzzFind holds what every list promises, whatever the words: in order, none overlap, whole letters,
// the same twice.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Police in [Paris]l , [Texas]l , said so .", "[A]l [B]p , - ' .", "Highway 19 of Lake St. . . .", "\xff\xfe", "al-Bab ' s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := textOf(source)
		text.Tagged = len(source)%2 == 0
		all, again := Find(text), Find(text)
		at := 0
		for i, p := range all {
			if p.Span.Start < at || p.Span.End <= p.Span.Start || p.Span.End > len(text.Source) || p.Place == nil || p.Why == "" || p.Score < 0 || p.Score > 1 {
				t.Fatalf("%q: %+v", text.Source, p)
			}
			if at = p.Span.End; utf8.ValidString(source) && !utf8.ValidString(p.Span.In(text.Source)) {
				t.Fatalf("%q: half a letter", text.Source)
			}
			if o := again[i]; o.Span != p.Span || *o.Place != *p.Place || o.Why != p.Why {
				t.Fatalf("%q: two answers", text.Source)
			}
		}
	})
}

// BenchmarkFind finds the names of a report of about 600 words, untagged.
func BenchmarkFind(b *testing.B) {
	text := textOf(strings.Repeat("The council of Lakewood , Ohio , voted on Tuesday to widen the bridge over the Cuyahoga River . Mayor John Smith of Springfield said that Paris and London had done so . ", 20))
	text.Tagged = false
	Find(text)
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}
