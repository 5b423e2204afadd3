package toponym

import (
	"strings"
	"testing"
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
		if b.Len() > 0 && !strings.ContainsAny(field[:1], ",.'") {
			b.WriteByte(' ')
		}
		w := Word{Form: field, Begins: begins, Name: kind, Tag: "NOUN"}
		if upper(field) {
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
		"Police in [Paris]l , [Texas]l , said so .":                       "Paris=Paris US Texas|Texas=Texas US Texas",
		"The French police in [Paris]l said that [Lyon]l was calm .":      "French=France FR |Paris=Paris FR Île-de-France|Lyon=Lyon FR Auvergne-Rhône-Alpes",
		"The fire on [Clinton]l [Street]l in [Columbus]l , [Ohio]l .":     "Clinton Street=Clinton Street  |Columbus=Columbus US Ohio|Ohio=Ohio US Ohio",
		"He said that [John]p [Paris]p and [Jane]p [Houston]p were there": "",
	} {
		text := textOf(source)
		var got []string
		for _, p := range Find(text) {
			got = append(got, p.Span.In(text.Source)+"="+p.Place.Name+" "+p.Place.Country+" "+p.Place.Admin1)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s, want %s", source, strings.Join(got, "|"), want)
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
