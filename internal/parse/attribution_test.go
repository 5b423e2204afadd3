package parse

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline"
	"dateline/data"
)

// Each attribution reads 'source | cue | content', pieces joined by ' … ', with its number and its
// parent's before it where it has one.
func TestAttributions(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"clause with that", "Police said that two men had fled across the border.",
			[]string{"Police | said | that two men had fled across the border"}},
		{"clause without that", "Residents said soldiers had burned the market.",
			[]string{"Residents | said | soldiers had burned the market"}},
		{"content first", "Two men fled across the border, officials said.",
			[]string{"officials | said | Two men fled across the border"}},
		{"dateline first", "MOGADISHU (Reuters) - Al Shabaab militants attacked a hotel on Friday, police said.",
			[]string{"police | said | Al Shabaab militants attacked a hotel on Friday"}},
		{"denial", "The army denied that its troops had burned the village.",
			[]string{"The army | denied | that its troops had burned the village"}},
		{"negation", "He did not say who was behind the attack.",
			[]string{"He | did not say | who was behind the attack"}},
		{"colon and quotation", `The minister said: "We will not talk to killers."`,
			[]string{`The minister | said: | "We will not talk to killers."`}},
		{"quotation first", "“We will not talk to killers,” the minister said.",
			[]string{"the minister | said | “We will not talk to killers,”"}},
		{"quotation first, turned round", `"We will not talk to killers," said Amina Bello, the interior minister.`,
			[]string{`Amina Bello, the interior minister | said | "We will not talk to killers,"`}},
		{"mixed", "The commander said the village was “cleared of terrorists”.",
			[]string{"The commander | said | the village was “cleared of terrorists”"}},
		{"quotation goes on", `"They came at night," Musa said. "They burned the market. Nobody helped us."`,
			[]string{`Musa | said | "They came at night," … "They burned the market. Nobody helped us."`}},
		{"quotation of several sentences", "“They came at night. They burned the market. Nobody helped us,” Musa said.",
			[]string{"Musa | said | “They came at night. They burned the market. Nobody helped us,”"}},
		{"quotation over paragraphs", "“They came at night,” Musa said. “They burned the market.\n“We ran into the bush. My brother was shot.”",
			[]string{"Musa | said | “They came at night,” … “They burned the market. … “We ran into the bush. My brother was shot.”"}},
		{"next paragraph is a quotation", "\"They came at night,\" Musa said. \"They burned the market.\"\n\"We ran into the bush. My brother was shot.\"",
			[]string{`Musa | said | "They came at night," … "They burned the market." … "We ran into the bush. My brother was shot."`}},
		{"according to, behind", "At least nine farmers were killed, according to residents of the town.",
			[]string{"residents of the town | according to | At least nine farmers were killed"}},
		{"according to, in front", "According to the governor, the attackers came on motorcycles.",
			[]string{"the governor | According to | the attackers came on motorcycles"}},
		{"statement", "In a statement on Telegram, the group said it had killed five soldiers.",
			[]string{"the group | said | it had killed five soldiers"}},
		{"claim of a noun", "Nobody believed the rebels' claim that they hold the town.",
			[]string{"Nobody | believed | the rebels' claim that they hold the town", "1<0 the rebels' | claim | that they hold the town"}},
		{"two voices", "The army said it had killed ten rebels, but residents said the dead were farmers.",
			[]string{"The army | said | it had killed ten rebels", "residents | said | the dead were farmers"}},
		{"deeds", "Militants attacked a hotel on Friday.", nil},
		{"words", "The senator attacked the army for its silence.",
			[]string{"The senator | attacked | the army for its silence"}},
		{"accused of", "The governor accused the army of burning three villages.",
			[]string{"The governor | accused | the army of burning three villages"}},
		{"blamed on", "The attack was blamed on the rebels.",
			[]string{" | was blamed on | The attack … the rebels"}},
		{"nested", "Police said witnesses told them that the gunmen wore uniforms.",
			[]string{"Police | said | witnesses told them that the gunmen wore uniforms", "1<0 witnesses | told | that the gunmen wore uniforms"}},
		{"it was reported", "It was reported that the commander had died.",
			[]string{" | It was reported | that the commander had died"}},
		{"is believed to", "The commander is believed to have fled to Chad.",
			[]string{" | is believed | The commander … to have fled to Chad"}},
		{"reportedly", "The commander was reportedly killed in a raid.",
			[]string{" | reportedly | The commander was … killed in a raid"}},
		{"allegedly", "The men allegedly planted the bomb.",
			[]string{" | allegedly | The men … planted the bomb"}},
		{"wish", "The rebels want the army to leave the valley.",
			[]string{"The rebels | want | the army to leave the valley"}},
		{"belief", "The president believes the war will end this year.",
			[]string{"The president | believes | the war will end this year"}},
		{"intention", "The group plans to attack the capital.",
			[]string{"The group | plans | to attack the capital"}},
		{"threat", "The militia threatened to kill the hostages.",
			[]string{"The militia | threatened | to kill the hostages"}},
		{"finding", "A report by the United Nations found that the militia had used child soldiers.",
			[]string{"A report by the United Nations | found | that the militia had used child soldiers"}},
		{"two in a sentence", `"It is over," she said, adding that the children were safe.`,
			[]string{`she | said | "It is over,"`, "she | adding | that the children were safe"}},
		{"nothing said", "Three trucks burned on the road to the mine.", nil},
	} {
		if got := attributionLines(Parse(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func attributionLines(t *Text) []string {
	var lines []string
	for i, a := range t.Attributions() {
		line := joined(t, a.Source) + " | " + joined(t, a.Cue) + " | " + joined(t, a.Content)
		if a.Parent >= 0 {
			line = fmt.Sprintf("%d<%d %s", i, a.Parent, line)
		}
		lines = append(lines, line)
	}
	return lines
}

func joined(t *Text, spans []dateline.Span) string {
	var words []string
	for _, s := range spans {
		words = append(words, s.In(t.Source))
	}
	return strings.Join(words, " … ")
}

func TestAttributionKinds(t *testing.T) {
	for text, want := range map[string]AttributionKind{
		"Police said that two men had fled.":                       IndirectSpeech,
		"“Two men have fled,” police said.":                        DirectSpeech,
		"Police said the two men were “armed and very dangerous”.": MixedSpeech,
	} {
		list := Parse(text).Attributions()
		if len(list) != 1 || list[0].Kind != want {
			t.Errorf("%s: %+v, want one that is %s", text, list, want)
		}
	}
}

func TestAttributionTokens(t *testing.T) {
	x := Parse("The well was dry. Later the old man told us that his goats were gone.")
	list := x.Attributions()
	if len(list) != 1 {
		t.Fatalf("%d attributions", len(list))
	}
	tokens := x.Sentences[list[0].Sentence].Tokens
	if cue, who := tokens[list[0].Anchor].Form, tokens[list[0].Speaker].Form; cue != "told" || who != "man" {
		t.Errorf("cue %s, speaker %s", cue, who)
	}
}

// Spans stay inside the text and on the borders of runes, and parents come to an end, whatever the bytes.
func FuzzAttributions(f *testing.F) {
	f.Add("“He said ‘she said “they said", 3)
	f.Add("Said said said, said: said. \xff\"said", 5)
	f.Fuzz(func(t *testing.T, text string, n int) {
		x := Parse(strings.Repeat(text, max(1, n%8)))
		list := x.Attributions()
		for i, a := range list {
			for _, s := range slices.Concat(a.Source, a.Cue, a.Content) {
				if s.Start < 0 || s.Start >= s.End || s.End > len(x.Source) {
					t.Fatalf("span %v of %d bytes", s, len(x.Source))
				}
			}
			steps := 0
			for k := i; list[k].Parent >= 0; k = list[k].Parent {
				if steps++; steps > len(list) {
					t.Fatalf("attribution %d lies in itself", i)
				}
			}
		}
	})
}

// Long texts, long sentences, and sentences that say and quote without an end take time in step with their length.
func TestAttributionsLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"sentences": "Police said that two men fled, according to witnesses. ", "one sentence": "police said that he said that ",
		"quotations": "\"No,\" he said \"that they said 'no ", "paragraphs": "“It goes on and on and on.\n", "coordination": "the men, and she said it, ",
	} {
		for left := 4; ; left-- { // other work of the machine may hit the one and not the other
			small, large := attributionTime(piece, 1000, 16), attributionTime(piece, 16000, 1)
			if large <= 6*small+50*time.Millisecond {
				break
			}
			if left == 0 {
				t.Fatalf("%s: %v for sixteen short texts, and %v for one of their length, five times", name, small, large)
			}
		}
	}
}

// attributionTime is how long Attributions takes for a text of n tokens or so, again and again, the best of three.
func attributionTime(piece string, n, again int) time.Duration {
	x := Parse(strings.Repeat(piece, n/strings.Count(piece, " ")))
	best := time.Hour
	for range 3 {
		start := time.Now()
		for range again {
			x.Attributions()
		}
		best = min(best, time.Since(start))
	}
	return best
}

func BenchmarkAttributions(b *testing.B) {
	x := Parse(strings.Repeat("Police in Kandal said on Monday that two men on a motorcycle had shot a teacher. The rebels, who want the army to leave the valley, denied it. "+
		"“We had nothing to do with it,” their spokesman told the radio. Trucks and cars crossed the bridge again in the afternoon. ", 100))
	tokens := 0
	for i := range x.Sentences {
		tokens += len(x.Sentences[i].Tokens)
	}
	for b.Loop() {
		x.Attributions()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

// The lexicon has known sections, each once, its words sorted and none of them twice.
func TestCueLexicon(t *testing.T) {
	text, err := data.Lexicon.ReadFile("lexicon/language/cues.txt")
	if err != nil {
		t.Fatal(err)
	}
	section, words, seen := "", []string(nil), map[string]bool{}
	check := func() {
		if !slices.IsSorted(words) || len(slices.Compact(slices.Clone(words))) != len(words) || section != "" && len(words) == 0 {
			t.Errorf("[%s] is empty, out of order or names a word twice", section)
		}
	}
	for n, line := range strings.Split(string(text), "\n") {
		line, _, _ = strings.Cut(line, "#")
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "["); ok {
			check()
			section, words = strings.TrimSuffix(name, "]"), nil
			if sectionBit(section) == 0 || seen[section] {
				t.Errorf("line %d: section %q is unknown or stands twice", n+1, section)
			}
			seen[section] = true
			continue
		}
		words = append(words, strings.Fields(line)...)
	}
	check()
	if len(seen) != len(cueSections) {
		t.Errorf("%d sections, want %d", len(seen), len(cueSections))
	}
}

// The model keeps within the number of weights that scorers fitted on such articles may have.
func TestAttributionModel(t *testing.T) {
	if n := len(attributionModel) / 6; n == 0 || n >= 10_000 || len(attributionModel)%6 != 0 {
		t.Errorf("%d weights in %d bytes", n, len(attributionModel))
	}
}

// TestPolNeAR holds what the model reaches on articles that it was not fitted to.
func TestPolNeAR(t *testing.T) {
	articles, err := ReadMarkings(filepath.Join("..", "..", "..", "shared", "corpora", "polnear", "dev"))
	if os.IsNotExist(err) || len(articles) == 0 {
		t.Skip("no corpus")
	}
	var s AttributionScores
	for i := range articles {
		x := Parse(articles[i].Text)
		s.Add(x, x.Attributions(), articles[i].Marked)
	}
	if s.Source.F1() < .60 || s.Cue.F1() < .60 || s.Content.F1() < .45 {
		t.Errorf("exact F1 of source %.3f, cue %.3f, content %.3f; want .60, .60, .45", s.Source.F1(), s.Cue.F1(), s.Content.F1())
	}
}
