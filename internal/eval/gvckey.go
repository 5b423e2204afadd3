package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The key of the Gun Violence Corpus gives marked words by the numbers of their sentence and token ('b5.12'), but the texts beside it are
// not cut into either. They are cut here into words as the corpus' own splitter cut them, near enough; where its sentences begin is
// then found as what makes the marked words likeliest, each sentence's numbers holding exactly: words that are often marked
// are marked, others are not, and sentences begin behind a full stop. How often each word is marked is learned from the key itself,
// in rounds (Viterbi training); chains are not looked at.

// gvcMark is a marked word: its part ('t' the title, 'b' the body), the numbers of its sentence and token, and its chain.
type gvcMark struct {
	part            byte
	sentence, token int
	chain           string
}

// gvcMarks are the marked words of a text in the order in which they stand.
type gvcMarks []gvcMark

// parts are those of the title and those of the body.
func (ms gvcMarks) parts() (title, body gvcMarks) {
	n := 0
	for n < len(ms) && ms[n].part == 't' {
		n++
	}
	return ms[:n], ms[n:]
}

// readGVCKey reads the marked words of each text.
func readGVCKey(path string) (map[string]gvcMarks, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out := map[string]gvcMarks{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 5 { // where a document begins and ends
			continue
		}
		text, m, err := gvcMarkOf(fields[3], fields[4])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		out[text] = append(out[text], m)
	}
	for _, ms := range out {
		slices.SortFunc(ms, func(a, b gvcMark) int {
			return cmp.Or(cmp.Compare(b.part, a.part), cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.token, b.token))
		})
	}
	return out, lines.Err()
}

func gvcMarkOf(at, chain string) (text string, m gvcMark, err error) {
	parts := strings.Split(at, ".")
	if len(parts) != 3 || len(parts[1]) < 2 {
		return "", m, fmt.Errorf("%q is no place of a word", at)
	}
	m.part, m.chain = parts[1][0], chain
	if m.sentence, err = strconv.Atoi(parts[1][1:]); err != nil {
		return "", m, err
	}
	m.token, err = strconv.Atoi(parts[2])
	return parts[0], m, err
}

// gvcWord is a word of a text with the byte at which it begins.
type gvcWord struct {
	at   int
	form string // in small letters; line ends are words, too
}

var gvcWords = regexp.MustCompile(`\s*[\n\t]\s*` + // a run of line ends
	`|(?:\pL\.){2,}|(?i:mr|mrs|ms|dr|sgt|lt|col|capt|gen|gov|rep|sen|st|jr|sr|jan|feb|aug|sept|oct|nov|dec|ave|inc|co|det)\.` +
	`|['’](?i:s|ll|re|ve|d|m)\b` +
	`|(?:www\.|https?:)\S+` +
	`|\pN[\pN\pL]*(?:[-,.:/]\pN[\pN\pL]*)*(?:-\pL+)?` +
	`|\pL+(?:-\pN[\pN\pL]*)?` +
	`|\.{2,}|-{2,}|\S`)

// gvcSplit cuts a text into words.
func gvcSplit(text string) []gvcWord {
	var out []gvcWord
	for _, m := range gvcWords.FindAllStringIndex(text, -1) {
		out = append(out, gvcWord{m[0], strings.ToLower(text[m[0]:m[1]])})
		if n := len(out); n > 1 && (out[n-1].form == "'" || out[n-1].form == "’") && strings.HasSuffix(out[n-2].form, "n") && m[1] < len(text) && text[m[1]] == 't' {
			// 'was' 'n't': two words, as the three that they are here less the last
			out[n-2].form = strings.TrimSuffix(out[n-2].form, "n")
			out = out[:n-1]
		}
	}
	return out
}

// gvcText is a part of a text with its marked words.
type gvcText struct {
	words []gvcWord
	marks map[int][]int // numbers of tokens, by sentence
	last  int           // the last sentence with a mark
}

func newGVCText(text string, marks gvcMarks) gvcText {
	t := gvcText{words: gvcSplit(text), marks: map[int][]int{}}
	for _, m := range marks {
		t.marks[m.sentence] = append(t.marks[m.sentence], m.token)
		t.last = max(t.last, m.sentence)
	}
	return t
}

// align finds the words of the marks, in their order; nil if no cut holds all of them. marked is how often a word is marked.
func (t gvcText) align(marked func(form string) float64) []int {
	n := len(t.words)
	without, gain, begins, runs := make([]float64, n+1), make([]float64, n), make([]float64, n+1), make([]float64, n+1)
	for i, w := range t.words {
		p := marked(w.form)
		without[i+1] = without[i] + math.Log(1-p)
		gain[i] = math.Log(p) - math.Log(1-p)
		if i > 0 {
			begins[i] = t.begins(i)
		}
		runs[i+1] = runs[i] + math.Log(max(1e-3, 1-math.Exp(begins[i])))
	}
	best, from := make([][]float64, t.last+2), make([][]int, t.last+2) // by sentence and its first word
	for k := range best {
		best[k], from[k] = make([]float64, n+1), make([]int, n+1)
		for i := range best[k] {
			best[k][i] = math.Inf(-1)
		}
	}
	best[1][0] = 0
	for k := 1; k <= t.last; k++ {
		for s := range n {
			value, first, ok := best[k][s], s+1, true
			for _, token := range t.marks[k] {
				at := gvcAt(k, s, token)
				if ok = ok && at >= s && at < n; ok {
					value += gain[at]
					first = at + 1
				}
			}
			if !ok || math.IsInf(value, -1) {
				continue
			}
			for e := first; e <= min(n, s+gvcLongest); e++ {
				if v := value + without[e] - without[s] + runs[e] - runs[s+1] + begins[e]; v > best[k+1][e] {
					best[k+1][e], from[k+1][e] = v, s
				}
			}
		}
	}
	end, most := -1, math.Inf(-1)
	for e := range n + 1 {
		if v := best[t.last+1][e] + without[n] - without[e]; v > most {
			end, most = e, v
		}
	}
	if end < 0 {
		return nil
	}
	var out []int
	for k := t.last; k > 0; k-- {
		end = from[k+1][end]
		for _, token := range slices.Backward(t.marks[k]) {
			out = append(out, gvcAt(k, end, token))
		}
	}
	slices.Reverse(out)
	return out
}

// gvcLongest is how many words a sentence may have.
const gvcLongest = 120

// gvcAt is the word of a token: those of the first sentence are counted from 1, of others from 0.
func gvcAt(sentence, first, token int) int {
	if sentence == 1 {
		token--
	}
	return first + token
}

// begins is the logarithm of how likely a sentence begins at word i.
func (t gvcText) begins(i int) float64 {
	if i == len(t.words) {
		return 0
	}
	if gvcBlank(t.words[i].form) {
		return -9
	}
	k := i - 1
	for k > 0 && gvcBlank(t.words[k].form) {
		k--
	}
	switch before := t.words[k].form; {
	case before == "." || before == "?" || before == "!":
		return -0.1
	case strings.Contains(`"”'’)`, before) && k > 0 && strings.Contains(".?!,", t.words[k-1].form), k < i-1:
		return -0.7
	case strings.HasSuffix(before, "."):
		return -2.5
	case strings.Contains(`—–"”“':;--)->`, before):
		return -3
	}
	return -6.5
}

func gvcBlank(form string) bool { return strings.TrimFunc(form, unicode.IsSpace) == "" }

// gvcRounds is how often all texts are aligned.
const gvcRounds = 4

// alignGVC finds the words of the marks of all texts. At first words are taken for marked that begin as those for shots and deaths do.
func alignGVC(texts []gvcText) [][]int {
	all, marked := map[string]float64{}, map[string]float64{}
	for _, t := range texts {
		for _, w := range t.words {
			all[w.form]++
		}
	}
	for _, form := range slices.Sorted(maps.Keys(all)) {
		if slices.ContainsFunc([]string{"shoot", "shot", "kill", "murder", "homicid", "death", "died", "dead", "injur", "wound", "gunshot", "gunfire", "suicid", "fatal"},
			func(s string) bool { return strings.HasPrefix(form, s) }) {
			marked[form] = all[form] / 2
		}
	}
	out := make([][]int, len(texts))
	for range gvcRounds {
		next := map[string]float64{}
		for i, t := range texts {
			out[i] = t.align(func(form string) float64 {
				if gvcBlank(form) {
					return 1e-6
				}
				return min(0.95, max(1e-3, (marked[form]+0.02)/(all[form]+1)))
			})
			for _, k := range out[i] {
				next[t.words[k].form]++
			}
		}
		marked = next
	}
	return out
}
