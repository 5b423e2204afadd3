package eval

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"dateline/internal/link"
	"dateline/internal/scorer"
)

// ECB+ (Cybulska and Vossen 2014): news on 43 topics, two like events a topic, in which words that tell events are
// marked and joined across texts. Scored are the marked words as they are given ('gold mentions': every ACTION_ and
// NEG_ACTION_ markable) in the sentences that the corpus' list of checked sentences names; a word in no chain is a
// chain of its own, on both sides. Texts are first sorted into groups by their words (ecbTexts), without a look at
// topics, and only words of one group can be one event. CoNLL is the mean F1 of MUC, B-cubed and CEAF-e over all of the
// split at once.
//
// The lemma baseline joins all words of one lemma in a group.

// ecbDev tells the topics of the dev part that the corpora's notes name.
func ecbDev(topic int) bool { return topic == 34 || topic == 35 }

func ecbTrain(topic int) bool { return !ecbDev(topic) }

// ecbParts is into how many parts the other topics are cut to score each by a model of the others.
const ecbParts = 4

// ECBPlus scores the mentions of the dev topics, and those of each quarter of the others by a model of the other three.
func ECBPlus(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "ECB+: which marked words of several texts tell one event", Head: ecbHead}
	dev, err := readECB(ctx, dir, ecbDev)
	if err != nil {
		return t, err
	}
	texts, err := readECB(ctx, dir, ecbTrain)
	if err != nil {
		return t, err
	}
	var lemma, model ecbScore
	groups := compareTexts(dev).groups()
	lemma.add(dev, groups, sameLemma)
	model.add(dev, groups, coreferBy(link.MentionModel()))
	t.Rows = append(t.Rows, lemma.row("dev, topics 34 and 35: one lemma, one event"), model.row("dev, topics 34 and 35"))
	lemma, model = ecbScore{}, ecbScore{}
	for k := range ecbParts {
		if err := ctx.Err(); err != nil {
			return t, err
		}
		tested := ecbOf(texts, func(topic int) bool { return topic%ecbParts == k })
		groups := compareTexts(tested).groups()
		lemma.add(tested, groups, sameLemma)
		model.add(tested, groups, coreferBy(fitMentions(ecbOf(texts, func(topic int) bool { return topic%ecbParts != k }))))
	}
	t.Rows = append(t.Rows, lemma.row("topics 1 to 33, by quarters: one lemma, one event"), model.row("topics 1 to 33, each quarter by a model of the others"))
	return t, nil
}

// ecbOf takes out the texts of some topics.
func ecbOf(texts []ecbText, wanted func(topic int) bool) []ecbText {
	var out []ecbText
	for _, t := range texts {
		if wanted(t.Topic) {
			t.marked = slices.Clone(t.marked)
			for k := range t.marked {
				t.marked[k].Text = len(out)
			}
			out = append(out, t)
		}
	}
	return out
}

// corefer groups the mentions of a group of texts.
type corefer func([]link.EventMention, *ecbTexts) [][]int

func coreferBy(m *scorer.Model) corefer {
	return func(ms []link.EventMention, texts *ecbTexts) [][]int { return link.Corefer(ms, texts, m) }
}

// sameLemma groups mentions of one lemma.
var sameLemma = same(func(m *link.EventMention) string { return "" })

// same groups mentions of one sort, those that are of none by their lemma.
func same(sort func(*link.EventMention) string) corefer {
	return func(ms []link.EventMention, _ *ecbTexts) [][]int {
		return grouped(len(ms), func(i int) string { return cmp.Or(sort(&ms[i]), "lemma "+ms[i].Lemma) })
	}
}

// grouped groups what has one name, of n things, in their order.
func grouped(n int, name func(i int) string) [][]int {
	at := map[string]int{}
	var out [][]int
	for i := range n {
		k, ok := at[name(i)]
		if !ok {
			k = len(out)
			at[name(i)] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// ecbScore adds up what is right of one set of texts after the other.
type ecbScore struct {
	chains                       chainScore
	texts, words, events, groups int
}

// ecbHead is the head of the columns of row.
var ecbHead = []string{"", "texts", "words", "events", "groups", "MUC F1", "B3 F1", "CEAFe F1", "CoNLL"}

func (s *ecbScore) row(name string) []string {
	row := []string{name, fmt.Sprint(s.texts), fmt.Sprint(s.words), fmt.Sprint(s.events), fmt.Sprint(s.groups)}
	for _, c := range []counts{s.chains.muc, s.chains.cubed, s.chains.ceaf} {
		row = append(row, fmt.Sprintf("%.1f", 100*c.f1()))
	}
	return append(row, fmt.Sprintf("%.1f", 100*s.chains.conll()))
}

// add scores what corefer makes of the mentions of each group of texts.
func (s *ecbScore) add(texts []ecbText, groups [][]int, corefer corefer) {
	gold := map[string][]phrase{}
	for i, t := range texts {
		for k, c := range t.chains {
			gold[c] = append(gold[c], phrase{i, k, k})
		}
		s.words += len(t.chains)
	}
	var goldChains, ours [][]phrase
	for _, name := range slices.Sorted(maps.Keys(gold)) {
		goldChains = append(goldChains, gold[name])
	}
	compared := compareTexts(texts)
	for _, g := range groups {
		var ms []link.EventMention
		var at []phrase
		for _, i := range g {
			for k, m := range texts[i].marked {
				ms, at = append(ms, m), append(at, phrase{i, k, k})
			}
		}
		for _, c := range corefer(ms, compared) {
			var chain []phrase
			for _, k := range c {
				chain = append(chain, at[k])
			}
			ours = append(ours, chain)
		}
	}
	s.chains.add(goldChains, ours)
	s.texts, s.events, s.groups = s.texts+len(texts), s.events+len(goldChains), s.groups+len(groups)
}

// TrainMentions fits link's model of mentions on topics 1 to 33 and writes it.
func TrainMentions(ctx context.Context, dir string, out io.Writer) error {
	texts, err := readECB(ctx, dir, ecbTrain)
	if err != nil {
		return err
	}
	return fitMentions(texts).Write(out)
}

// mentionOptions are those that the model is fitted with.
var mentionOptions = scorer.Options{Rounds: 6, MinCount: 20, Ridge: 1e-3}

// fitMentions fits on the pairs of marked words of one group of texts.
func fitMentions(texts []ecbText) *scorer.Model {
	return scorer.Fit(mentionExamples(texts), mentionOptions)
}

func mentionExamples(texts []ecbText) []scorer.Example {
	compared := compareTexts(texts)
	var examples []scorer.Example
	for _, g := range compared.groups() {
		var ms []*link.EventMention
		var chains []string
		for _, i := range g {
			for k := range texts[i].marked {
				ms, chains = append(ms, &texts[i].marked[k]), append(chains, texts[i].chains[k])
			}
		}
		for i := range ms {
			for j := range i {
				class := link.ApartClass
				if chains[i] == chains[j] {
					class = link.SameClass
				}
				examples = append(examples, scorer.Example{Features: link.MentionFeatures(ms[i], ms[j], compared), Class: class})
			}
		}
	}
	return examples
}
