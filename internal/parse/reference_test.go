package parse

import (
	"slices"
	"strings"
	"testing"
)

// antecedentOf returns what the last mention with the given words stands for, "" for nothing, and its score.
func antecedentOf(t *testing.T, text, words string) (string, float64) {
	t.Helper()
	r := Parse(text).References()
	for i := len(r.Mentions) - 1; i >= 0; i-- {
		if r.Mentions[i].Span.In(text) != words {
			continue
		}
		for _, l := range r.Links {
			if l.Mention == i {
				return r.Mentions[l.Antecedent].Span.In(text), l.Score
			}
		}
		return "", 0
	}
	t.Fatalf("%q is no mention of %q", words, text)
	return "", 0
}

func TestReferences(t *testing.T) {
	for _, c := range []struct{ text, words, want string }{
		{"Maria Lopez opened a school in Lima. Lopez had raised the money herself.", "Lopez", "Maria Lopez"},
		{"Maria Lopez opened a school in Lima. She had raised the money for years.", "She", "Maria Lopez"},
		{"The World Health Organization (WHO) sent a team to Kabul.", "WHO", "The World Health Organization"},
		{"Islamic State West Africa Province (ISWAP) raided a base.", "ISWAP", "Islamic State West Africa Province"},
		{"Gunmen attacked a village in the north on Sunday. The attack left 12 people dead.", "The attack", "attacked"},
		{"John Brown, the founder of the party, spoke in Boston.", "the founder of the party", "John Brown"},
		{"The army closed the road. Nobody came. The army opened the road again.", "The army", "The army"},
		{"A storm struck the coast in May. Thousands fled the storm.", "the storm", "A storm"},
		{"The minister said troops had cleared the men who had held the shopping mall for days. He gave no number.", "He", "The minister"},
		{"Troops held the shopping mall on the coast. He gave no number.", "He", ""},
		{"Lagos grew fast. The harbour was built in 1850.", "The harbour", ""},
	} {
		got, score := antecedentOf(t, c.text, c.words)
		if got != c.want {
			t.Errorf("%q in %q stands for %q", c.words, c.text, got)
		}
		if (got != "") != (score > 0) || score > 1 {
			t.Errorf("%q in %q: score %.3f", c.words, c.text, score)
		}
	}
}

func TestDeeds(t *testing.T) {
	for noun, verb := range map[string]string{"attack": "attack", "bombing": "bomb", "killing": "kill", "stabbing": "stab", "assassination": "assassinate",
		"explosion": "explode", "murder": "murder", "bombardment": "bombard", "arrival": "arrive", "seizure": "seize"} {
		if nounStem(noun) != verbStem(verb) {
			t.Errorf("%s is not told from %s", noun, verb)
		}
	}
	if nounStem("village") == verbStem("kill") {
		t.Error("a village is no killing")
	}
}

func TestMentionsHoldTheirModifiers(t *testing.T) {
	const text = "Peter Smith, a teacher from Leeds, met the two old men and his sister."
	r := Parse(text).References()
	var got []string
	for _, m := range r.Mentions {
		if m.Kind != MentionEvent {
			got = append(got, m.Span.In(text))
		}
	}
	for _, want := range []string{"Peter Smith", "a teacher from Leeds", "Leeds", "the two old men", "the two old men and his sister", "his sister", "his"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

func TestChains(t *testing.T) {
	r := References{Mentions: make([]Mention, 6), Links: []Reference{{Mention: 2, Antecedent: 1}, {Mention: 3, Antecedent: 0}, {Mention: 5, Antecedent: 2}}}
	got := r.Chains()
	if len(got) != 2 || !slices.Equal(got[0], []int{0, 3}) || !slices.Equal(got[1], []int{1, 2, 5}) {
		t.Errorf("got %v", got)
	}
}

// Any text gives mentions inside it, in order, and links that go back.
func FuzzReferences(f *testing.F) {
	for _, s := range []string{"", "He said that he had it.", "The (WHO", "A and B and C and they, them, it (it) \"it\" it's.", "\xff\xfe he \x00", strings.Repeat("the ", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := Parse(text).References()
		for i, m := range r.Mentions {
			if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start >= m.Span.End || m.Head < m.First || m.Head > m.Last {
				t.Fatalf("mention %+v", m)
			}
			if i > 0 && (r.Mentions[i-1].Sentence > m.Sentence || r.Mentions[i-1].Sentence == m.Sentence && r.Mentions[i-1].First > m.First) {
				t.Fatalf("mention %+v behind %+v", m, r.Mentions[i-1])
			}
		}
		last := -1
		for _, l := range r.Links {
			if l.Mention <= last || l.Antecedent >= l.Mention || l.Antecedent < 0 || l.Score <= 0 || l.Score > 1 || l.Why == "" {
				t.Fatalf("link %+v", l)
			}
			last = l.Mention
		}
	})
}

// The word lists are sorted, in lower case, and say each thing once.
func TestReferenceWordLists(t *testing.T) {
	for _, name := range []string{"gender", "deeds", "kin"} {
		before := ""
		for _, line := range lexiconLines(name) {
			if before >= line {
				t.Errorf("%s: %q stands before %q", name, before, line)
			}
			before = line
			words := strings.Fields(line)
			if len(words) < 2 || line != strings.ToLower(strings.Join(words, " ")) {
				t.Errorf("%s: %q", name, line)
			}
			if name != "kin" && (len(words) != 2 || name == "gender" && words[1] != "he" && words[1] != "she") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
}

func BenchmarkReferences(b *testing.B) {
	text := strings.Repeat("Maria Lopez, the mayor of Lima, met the leaders of the Farmers Union (FU) on Monday. She told them that the city would pay. "+
		"The union said its members had left the square. They blamed the army for an attack in which two men were killed.\n\n", 20)
	t := Parse(text)
	tokens := 0
	for i := range t.Sentences {
		tokens += len(t.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		t.References()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}

func TestReferencesWhereSomeSentencesHaveNoTree(t *testing.T) {
	short := ParseWhere("It rained. The long and muddy road between the villages of the upper valley flooded on Monday, Ali Khan said.",
		func(tokens []Token) bool { return len(tokens) < 5 })
	for _, m := range short.References().Mentions {
		if m.Last >= len(short.Sentences[m.Sentence].Tokens) {
			t.Errorf("%v ends outside of its sentence", m)
		}
	}
}
