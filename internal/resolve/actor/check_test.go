package actor

import (
	"strings"
	"testing"

	"dateline"
)

// karama is a record with nothing wrong.
const karama = `name: "Karama Falcons"
kind: armed group
summary: "Armed group of Karama."
names:
  - {name: "Karama Falcons"}
  - {name: "صقور الكرامة", script: Arab}
founded: "2015"
home: [LY]
relations:
  - {kind: ally of, actor: other}
sources:
  - https://example.org/karama
`

var other = dateline.Actor{ID: "other", Name: "Other", Names: []dateline.ActorName{{Name: "Other Front"}, {Name: "OTF"}}, Founded: "2001",
	Relations: []dateline.Relation{{Kind: "parent", Actor: "third"}}}

var third = dateline.Actor{ID: "third", Name: "Third", Relations: []dateline.Relation{{Kind: "branch of", Actor: "karama-falcons"}}}

func TestCheck(t *testing.T) {
	for _, tt := range []struct{ put, in, want string }{
		{"", "", ""},
		{"kind: armed group", "kind: gang", "2: kind \"gang\" is none of"},
		{`"Armed group of Karama."`, `""`, "3: the summary is missing"},
		{`"Armed group of Karama."`, `"Armed group"`, "3: the summary is no sentence"},
		{`"Armed group of Karama."`, `"Terrorist group."`, "3: the summary is not neutral"},
		{`name: "Karama Falcons"` + "\n", "name: Karama\n", "1: the name \"Karama\" that pages show is not among its names"},
		{`{name: "صقور الكرامة", script: Arab}`, `{name: "Karama Falcons"}`, "6: the name \"Karama Falcons\" stands twice"},
		{`, script: Arab`, ``, "6: the name \"صقور الكرامة\" is in other than Latin letters"},
		{`"صقور الكرامة", script: Arab`, `"Falcons", script: Arab`, "is in Latin letters"},
		{`"صقور الكرامة", script: Arab`, `"Kаrama"`, "6: the name \"Kаrama\" has a word with letters of two scripts"},
		{`"صقور الكرامة", script: Arab`, `" "`, "6: the name \" \" has no letters"},
		{`"صقور الكرامة", script: Arab`, `The Movement`, "6: the name \"The Movement\" is a common word"},
		{`"صقور الكرامة", script: Arab`, `The Movement, weak: true`, ""},
		{`"صقور الكرامة", script: Arab`, `other front`, "6: the name \"other front\" is other's, too"},
		{`"صقور الكرامة", script: Arab`, `other front, weak: true`, ""},
		{`"صقور الكرامة", script: Arab`, `KF, from: "2019", to: "2017"`, "6: the end, 2017, is before the start, 2019"},
		{`"صقور الكرامة", script: Arab`, `KF, from: "in 2019"`, "6: \"in 2019\" is no date"},
		{`"صقور الكرامة", script: Arab`, `KF, to: "2009"`, "6: the name \"KF\" was in use only outside its life"},
		{`founded: "2015"`, "founded: \"2015\"\nended: \"2011\"", "8: the end, 2011, is before the start, 2015"},
		{`founded: "2015"`, `founded: "2015-02-31x"`, "7: \"2015-02-31x\" is no date"},
		{`founded: "2015"`, `founded: "2015-13"`, "7: \"2015-13\" is no date"},
		{`founded: "2015"`, `founded: "2015-02-31"`, "7: \"2015-02-31\" is no date"},
		{`founded: "2015"`, `founded: "0000"`, "7: \"0000\" is no date"},
		{`founded: "2015"`, `founded: "20024"`, "7: \"20024\" is no date"},
		{`home: [LY]`, `home: [LY, XX]`, "8: home \"XX\" is no country's code"},
		{`actor: other`, `actor: nobody`, "10: there is no record of \"nobody\""},
		{`actor: other`, `actor: karama-falcons`, "10: a relation to itself"},
		{`kind: ally of`, `kind: friend of`, "10: relation \"friend of\" is none of"},
		{`kind: ally of`, `kind: parent`, "10: it is above itself: karama-falcons under other under third under karama-falcons"},
		{"sources:\n  - https://example.org/karama\n", "", "1: a source is missing"},
		{"https://example.org/karama", "example.org", "12: source \"example.org\" is no address"},
		{"founded:", "leader:", "7: unknown field"},
		{"founded:", "home: [LY]\nfounded:", "9: mapping key \"home\" already defined"},
		{"names:", "names: 5\nrest:", "4: int was used where sequence is expected"},
		{karama, "\t\n", "the file is empty"},
		{karama, "name: [", "1: "},
		{karama, "\xff\xfe", "1: string was used where mapping is expected"},
		{karama, "", "the file is empty"},
	} {
		raw := strings.Replace(karama, tt.put, tt.in, 1)
		if tt.put == karama {
			raw = tt.in
		}
		faults := Check([]File{{"data/karama-falcons.yaml", []byte(raw)}}, []dateline.Actor{other, third})
		got := ""
		for _, f := range faults {
			got += f.String() + "\n"
		}
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s\n%s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestCheckLooksAtTheFilesName(t *testing.T) {
	if f := Check([]File{{"Karama Falcons.yaml", []byte(karama)}}, []dateline.Actor{other, third}); len(f) != 1 || !strings.Contains(f[0].Why, "small letters") {
		t.Error(f)
	}
}

func TestASkeletonIsReadBack(t *testing.T) {
	a := dateline.Actor{ID: "x", Name: `A "quoted" name: x`, Kind: dateline.Militia, Names: []dateline.ActorName{{Name: `A "quoted" name: x`},
		{Name: "حزب", Script: "Arab", Weak: true}}, Home: []string{"LB"}, Sources: []string{}}
	raw, err := Skeleton(a)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Decode("x", raw)
	if err != nil || !same(back, a) {
		t.Errorf("%+v, %v\n%s", back, err, raw)
	}
	if _, err := Skeleton(dateline.Actor{ID: "x", Names: []dateline.ActorName{{Name: "a\xffb"}}}); err == nil {
		t.Error("bytes that are no text went through")
	}
}

func TestTaken(t *testing.T) {
	all := []dateline.Actor{{ID: "k", Name: "Karama Falcons", Names: []dateline.ActorName{{Name: "Karama Falcons Brigade"}, {Name: "KFB"}}}}
	for name, want := range map[string]string{"kfb": `"kfb" is a name of k (Karama Falcons)`, "Brigade of the Karama Falcons": "in another spelling or order", "Karama": ""} {
		got := strings.Join(Taken([]string{name}, all), "")
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestIDOf(t *testing.T) {
	for name, want := range map[string]string{"Karama Falcons": "karama-falcons", "Óglaigh na hÉireann (Real)": "oglaigh-na-heireann-real", "حزب": "", "": ""} {
		if got := IDOf(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
