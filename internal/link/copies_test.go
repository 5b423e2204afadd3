package link

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"dateline"
)

// version of a story for the tests: who publishes it, and its lines.
type story struct {
	publisher string
	lines     []line
}

// line is a sentence; by is the words in it of those on whose word it tells how many were killed, the first
// who says it and then through whom.
type line struct {
	words  string
	killed int
	by     []string
}

var areOutlets = map[string]bool{"Reuters": true, "the Reuters news agency": true, "AFP": true, "the North Post": true, "the East Post": true, "the South Post": true, "local media": true}

// retold makes the origin of a story, as report id.
func (s story) retold(id string) *Origin {
	r := &dateline.Report{ID: id, Publisher: s.publisher}
	var out []told
	for _, l := range s.lines {
		st := &dateline.Statement{Report: id, Kind: dateline.KilledKind, Quote: dateline.Span{Start: len(r.Text), End: len(r.Text) + len(l.words)}}
		t := told{s: st, report: r, meaning: map[int]*dateline.Resolution{}}
		for _, by := range l.by {
			at := len(r.Text) + strings.Index(l.words, by)
			class := dateline.Authorities
			if areOutlets[by] {
				class = dateline.Outlet
			}
			st.Speaker = append(st.Speaker, dateline.Speaker{Span: dateline.Span{Start: at, End: at + len(by)}, Class: class})
		}
		if l.killed > 0 {
			c := dateline.Exactly(l.killed)
			st.Parts, t.meaning[0] = []dateline.Part{{Role: dateline.KilledRole}}, &dateline.Resolution{Count: &c}
		}
		r.Text += l.words + " "
		out = append(out, t)
	}
	return originOf([]*event{{told: out[0], more: out[1:]}}, sketchOf(r.Text))
}

func accountsOf(ss ...story) (groups [][]string, independent int) {
	var os []*Origin
	for i, s := range ss {
		os = append(os, s.retold(fmt.Sprint("r", i)))
	}
	return accounts(os)
}

const raid = "Men on motorbikes rode into the cattle market of Orlu before noon and shot at traders and buyers for most of an hour"

func TestAccounts(t *testing.T) {
	wire := story{"Reuters", []line{{raid + ", killing 12 people, police said.", 12, []string{"police"}}}}
	quoted := `"` + raid + ` and killed 12 of our people," `
	for name, c := range map[string]struct {
		stories []story
		want    [][]string
		count   int
	}{
		"one report": {[]story{wire}, nil, 1},
		"a reprint":  {[]story{wire, {"North Post", wire.lines}}, [][]string{{"r0", "r1"}}, 1},
		"a copy with other first words and another number by the same police": {[]story{wire, {"North Post",
			[]line{{"On Tuesday men on motorbikes" + raid[len("Men on motorbikes"):] + ", killing 21 people, police said.", 21, []string{"police"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"a copy with a figure of its own by a speaker of its own": {[]story{wire, {"North Post",
			append([]line{{"A nurse, Ada Obi, counted 17 bodies.", 17, []string{"nurse, Ada Obi"}}}, wire.lines...)}}, nil, 2},
		"a copy of the longer one": {[]story{wire,
			{"North Post", append([]line{{"A nurse, Ada Obi, counted 17 bodies in the ward when she went home at night.", 17, []string{"nurse, Ada Obi"}}}, wire.lines...)},
			{"East Post", append([]line{{"A nurse, Ada Obi, counted 17 bodies in the ward when she went home at night.", 17, []string{"nurse, Ada Obi"}}}, wire.lines...)}},
			[][]string{{"r1", "r2"}}, 2},
		"two who wrote it themselves": {[]story{wire, {"North Post",
			[]line{{"Traders of Orlu buried their dead after the shooting, which a policeman said left 12 behind.", 12, []string{"policeman"}}}}}, nil, 2},
		"a retelling of the wire": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed a dozen traders at a market, the Reuters news agency reported.", 12, []string{"the Reuters news agency"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"a retelling with the wire's speaker": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed a dozen traders at a market, officials told Reuters.", 12, []string{"officials", "Reuters"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"another story of the wire": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed 31 at a market, Reuters reported.", 31, []string{"Reuters"}}}}}, nil, 2},
		"a retelling with work of its own": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed a dozen traders, Reuters reported.", 12, []string{"Reuters"}},
				{"The head of the ward told us that he buried 15.", 15, []string{"head of the ward"}}}}}, nil, 2},
		"two retellings of a wire story that nobody kept": {[]story{
			{"North Post", []line{{"Gunmen killed a dozen traders, AFP reported.", 12, []string{"AFP"}}}},
			{"East Post", []line{{"At least 12 died in a market, according to AFP.", 12, []string{"AFP"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"the wire by its long name": {[]story{{"Agence France-Presse", []line{{"Twelve traders were shot dead, a witness to it all said.", 12, []string{"witness"}}}},
			{"East Post", []line{{"At least 12 died in a market, according to AFP.", 12, []string{"AFP"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"what the police told the wire": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed a dozen traders at a market, the police told the Reuters news agency on Tuesday.", 12, []string{"police"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"what the police told another": {[]story{wire, {"North Post",
			[]line{{"Gunmen killed a dozen traders at a market, the police told the Senate on Tuesday.", 12, []string{"police"}}}}}, nil, 2},
		"media without a name": {[]story{
			{"North Post", []line{{"Gunmen killed a dozen traders, local media reported.", 12, []string{"local media"}}}},
			{"East Post", []line{{"At least 12 died in a market, according to local media.", 12, []string{"local media"}}}}}, nil, 2},
		"a ring": {[]story{
			{"North Post", []line{{"Gunmen killed a dozen traders, the East Post reported.", 12, []string{"the East Post"}}}},
			{"East Post", []line{{"At least 12 died in a market, according to the South Post.", 12, []string{"the South Post"}}}},
			{"South Post", []line{{"There were 12 dead in Orlu, the North Post said.", 12, []string{"the North Post"}}}}},
			[][]string{{"r0", "r1", "r2"}}, 1},
		"a ring of outlets that nobody knows as such": {[]story{
			{"Marsa Circle", []line{{"Gunmen killed a dozen traders, Hill Line reported.", 12, []string{"Hill Line"}}}},
			{"Hill Line", []line{{"There were 12 dead in Orlu, Marsa Circle said.", 12, []string{"Marsa Circle"}}}}},
			[][]string{{"r0", "r1"}}, 1},
		"the same quotation in the words of two": {[]story{
			{"North Post", []line{{quoted + "the police said in a note that they sent out in the night, while in the town the shops stayed shut, the schools sent all children home, and buses to the coast did not run; nobody could say for how long.", 12, []string{"police"}}}},
			{"East Post", []line{{quoted + "the commander told mourners who had come to a vigil at the school near the river, where candles burned for each of the dead and for those of the years before, as in every spring since the first raid.", 12, []string{"commander"}}}}},
			nil, 2},
	} {
		got, n := accountsOf(c.stories...)
		if !reflect.DeepEqual(got, c.want) || n != c.count {
			t.Errorf("%s: %v, %d accounts; want %v, %d", name, got, n, c.want, c.count)
		}
	}
}

// thousands makes copies of one story, each with small edits of its own.
func thousands(n int) []*Origin {
	os := make([]*Origin, n)
	for i := range os {
		os[i] = story{fmt.Sprint("paper ", i%200), []line{{fmt.Sprintf("Edition %d: %s, killing %d people, police said.", i, raid, 12+i%3), 12 + i%3, []string{"police"}}}}.retold(fmt.Sprint("r", i))
	}
	return os
}

func TestThousandsOfCopiesAreOneAccount(t *testing.T) {
	groups, n := accounts(thousands(10000))
	if n != 1 || len(groups) != 1 || len(groups[0]) != 10000 {
		t.Errorf("%d accounts in %d groups, want one", n, len(groups))
	}
}

func BenchmarkCopies(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		os := thousands(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				accounts(os)
			}
		})
	}
}

// TestCutCopies: of texts of one day that are cut from one, each without another sentence, none is an account of its own, whichever comes
// first; a text of another day with a figure of its own is.
func TestCutCopies(t *testing.T) {
	lines := []line{
		{"Gunmen on motorcycles attacked the market of Gwoza on Tuesday morning and killed 31 people, a local official said.", 31, []string{"a local official"}},
		{"Soldiers from the base at Pulka then killed 14 of the attackers on the road, the army said in a statement.", 14, []string{"the army"}},
		{"By nightfall 33 bodies lay in the hospital of the town, a nurse told reporters who had come there.", 33, []string{"a nurse"}},
	}
	full := story{"the North Post", lines}
	cut := func(k int) story {
		return story{"the East Post", append(append([]line{}, lines[:k]...), lines[k+1:]...)}
	}
	for _, days := range [][]string{{"a", "a", "a", "a"}, {"", "", "", ""}} {
		for _, ss := range [][]story{{full, cut(0), cut(1), cut(2)}, {cut(1), cut(2), cut(0), full}, {cut(2), full, cut(1), cut(0)}} {
			var os []*Origin
			for i, s := range ss {
				os = append(os, s.retold(fmt.Sprint("r", i)))
			}
			if groups, n := accounts(fullestFirst(os, days)); n != 1 {
				t.Errorf("%d accounts: %v", n, groups)
			}
		}
	}
	if _, n := accounts(fullestFirst([]*Origin{cut(1).retold("r0"), full.retold("r1")}, []string{"a", "b"})); n != 2 {
		t.Errorf("a later text with a figure of its own: %d accounts", n)
	}
}
