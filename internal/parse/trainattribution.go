package parse

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"dateline"
)

// AttributionTraining says how to fit the scorers of attributions.
type AttributionTraining struct {
	Corpus string // folder with the text/ and attributions/ of a train part of PolNeAR
	Out    string // model file to write
	Hold   int    // of so many articles one is first held back, and what is fitted without them scored on them; 0 leaves that out
	Rounds int    // passes; 0 is the usual number
	Log    io.Writer
}

// Marking is an article in which people marked attributions.
type Marking struct {
	Name   string
	Text   string
	Marked []MarkedAttribution
}

// MarkedAttribution is one of them. Spans that only white space parts are one.
type MarkedAttribution struct{ Source, Cue, Content []dateline.Span }

// mostAttributionWeights is the most weights that all scorers of attributions may have together.
const mostAttributionWeights = 9900

// TrainAttributions fits the scorers of attributions to the articles and writes them: the same
// articles and the same trees give the same bytes.
func TrainAttributions(o AttributionTraining) error {
	articles, err := ReadMarkings(o.Corpus)
	if err != nil {
		return err
	}
	if o.Rounds == 0 {
		o.Rounds = 5
	}
	texts := make([]*Text, len(articles))
	for i := range articles {
		texts[i] = Parse(articles[i].Text)
	}
	if o.Hold > 0 {
		o.holdBack(articles, texts)
	}
	model := o.fit(articles, texts, func(int) bool { return true })
	fmt.Fprintf(o.Log, "%d weights\n", len(model)/6)
	return os.WriteFile(o.Out, model, 0o644)
}

// holdBack logs how well a model fitted without some of the articles does on those.
func (o *AttributionTraining) holdBack(articles []Marking, texts []*Text) {
	held := func(i int) bool { return i%o.Hold == o.Hold-1 }
	c, s := readChooser(o.fit(articles, texts, func(i int) bool { return !held(i) })), AttributionScores{}
	for i := range articles {
		if held(i) {
			s.Add(texts[i], attributionsOf(texts[i], c), articles[i].Marked)
		}
	}
	fmt.Fprintf(o.Log, "on one article of %d, held back: exact F1 of source %.4f, cue %.4f, content %.4f\n", o.Hold, s.Source.F1(), s.Cue.F1(), s.Content.F1())
}

// fit gives the model fitted to the articles that use asks for.
func (o *AttributionTraining) fit(articles []Marking, texts []*Text, use func(int) bool) []byte {
	lesson := attributionLesson{ids: map[uint32]int32{}}
	for i := range articles {
		if use(i) {
			lesson.article(texts[i], articles[i].Marked)
		}
	}
	fmt.Fprintf(o.Log, "%d decisions; %s\n", len(lesson.decisions), lesson.lost.String())
	return lesson.fit(o.Rounds)
}

// ReadMarkings reads articles in PolNeAR's layout, dir/text/NAME.txt and dir/attributions/NAME_WHO.ann,
// by name. Where several people marked an article, the first by name counts.
func ReadMarkings(dir string) ([]Marking, error) {
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, err
	}
	var list []Marking
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".ann")
		name = name[:max(0, strings.LastIndexByte(name, '_'))]
		if len(list) > 0 && list[len(list)-1].Name == name {
			continue
		}
		m, err := readMarking(filepath.Join(dir, "text", name+".txt"), f)
		if err != nil {
			return nil, err
		}
		m.Name = name
		list = append(list, m)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: no attributions/*.ann: %w", dir, os.ErrNotExist)
	}
	return list, nil
}

func readMarking(text, marks string) (Marking, error) {
	var m Marking
	words, err := os.ReadFile(text)
	if err != nil {
		return m, err
	}
	lines, err := os.ReadFile(marks)
	if err != nil {
		return m, err
	}
	m.Text = string(words)
	at := runeStarts(m.Text)
	spans := map[string][]dateline.Span{}
	for _, line := range strings.Split(string(lines), "\n") {
		id, rest, _ := strings.Cut(line, "\t")
		switch {
		case strings.HasPrefix(id, "T"):
			spans[id] = brat(rest, m.Text, at)
		case strings.HasPrefix(id, "E"):
			if a, ok := markedAttribution(rest, spans); ok {
				m.Marked = append(m.Marked, a)
			}
		}
	}
	return m, nil
}

// runeStarts gives the byte at which each rune begins, and the length.
func runeStarts(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// brat reads 'Content 120 168;170 211' and what follows it.
func brat(line, text string, at []int) []dateline.Span {
	_, where, _ := strings.Cut(line, " ")
	where, _, _ = strings.Cut(where, "\t")
	var list []dateline.Span
	for _, piece := range strings.Split(where, ";") {
		a, b, _ := strings.Cut(piece, " ")
		start, err1 := strconv.Atoi(a)
		end, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || start < 0 || end <= start || end >= len(at) {
			continue
		}
		list = append(list, dateline.Span{Start: at[start], End: at[end]})
	}
	slices.SortFunc(list, func(a, b dateline.Span) int { return cmp.Compare(a.Start, b.Start) })
	return joinSpans(list, text)
}

func joinSpans(list []dateline.Span, text string) []dateline.Span {
	var joined []dateline.Span
	for _, s := range list {
		if n := len(joined); n > 0 && (s.Start <= joined[n-1].End || strings.TrimSpace(text[joined[n-1].End:s.Start]) == "") {
			joined[n-1] = joined[n-1].Cover(s)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

// markedAttribution reads 'Attribution:T4 Content:T3 Cue:T2 Source:T1'.
func markedAttribution(line string, spans map[string][]dateline.Span) (MarkedAttribution, bool) {
	var a MarkedAttribution
	for _, field := range strings.Fields(line) {
		role, id, _ := strings.Cut(field, ":")
		switch strings.TrimRight(role, "0123456789") {
		case "Source":
			a.Source = append(a.Source, spans[id]...)
		case "Cue":
			a.Cue = append(a.Cue, spans[id]...)
		case "Content":
			a.Content = append(a.Content, spans[id]...)
		}
	}
	return a, len(a.Cue) > 0 && len(a.Content) > 0
}

// attributionLesson gathers the decisions that the marked articles teach.
type attributionLesson struct {
	ids       map[uint32]int32 // feature to its number
	keys      []uint32
	seen      []int32
	decisions []decision
	lost      lostMarks
}

// lostMarks counts the marked attributions that no choice can give.
type lostMarks struct{ all, anchor, cue, source, before, after int }

func (l *lostMarks) String() string {
	return fmt.Sprintf("%d attributions; out of reach: cue's head %d, cue %d, source %d, content before %d, after %d", l.all, l.anchor, l.cue, l.source, l.before, l.after)
}

// A decision is a choice among options, some of which are right.
type decision struct {
	options [][]int32
	right   []bool
}

func (d *attributionLesson) option(features ...[]uint32) []int32 {
	var list []int32
	for _, fs := range features {
		for _, f := range fs {
			id, ok := d.ids[f]
			if !ok {
				id = int32(len(d.keys))
				d.ids[f], d.keys, d.seen = id, append(d.keys, f), append(d.seen, 0)
			}
			d.seen[id]++
			list = append(list, id)
		}
	}
	return list
}

// yesNo adds a decision whether to accept an option.
func (d *attributionLesson) yesNo(features []uint32, yes bool) {
	d.decisions = append(d.decisions, decision{[][]int32{nil, d.option(features)}, []bool{!yes, yes}})
}

func (d *attributionLesson) article(t *Text, marked []MarkedAttribution) {
	r := newCueReading(t, newChooser(0))
	anchors := map[int]attributed{}
	inside := make([]bool, len(r.leaves))
	for i := range marked {
		d.lost.all++
		a, ok := r.aligned(&marked[i])
		for _, s := range a.content {
			for k := s.first; k <= s.last; k++ {
				inside[k] = true
			}
		}
		if !ok {
			d.lost.anchor++
			continue
		}
		anchors[a.anchor] = a
	}
	for i := range r.leaves {
		a, ok := anchors[i]
		if !r.mayCue(i) || inside[i] && !ok {
			continue
		}
		d.yesNo(r.cueFeatures(i), ok)
		if ok {
			d.attribution(r, a)
		}
	}
}

// aligned gives a marked attribution in tokens; not ok where no token of its cue can head one.
func (r *cueReading) aligned(m *MarkedAttribution) (attributed, bool) {
	a := attributed{anchor: -1, speaker: -1, source: nowhere, cue: r.tokensOf(m.Cue[0])}
	if len(m.Source) > 0 {
		a.source = r.tokensOf(m.Source[0])
	}
	for _, s := range m.Content {
		if t := r.tokensOf(s); !t.empty() {
			a.content = append(a.content, t)
		}
	}
	best := 0
	for i := a.cue.first; i <= a.cue.last; i++ {
		if !r.mayCue(i) {
			continue
		}
		score := 1
		if h := int(r.leaves[i].head); !a.cue.holds(h) {
			score += 2
		}
		if r.leaves[i].tok.Tag == "VERB" {
			score++
		}
		if score > best {
			best, a.anchor = score, i
		}
	}
	return a, a.anchor >= 0 && len(a.content) > 0
}

// tokensOf gives the tokens that overlap a span.
func (r *cueReading) tokensOf(s dateline.Span) stretch {
	first, _ := slices.BinarySearchFunc(r.leaves, s.Start, func(l leaf, at int) int { return cmp.Compare(l.tok.Span.End, at+1) })
	last := first
	for last < len(r.leaves) && r.leaves[last].tok.Span.Start < s.End {
		last++
	}
	if last == first {
		return nowhere
	}
	return stretch{first, last - 1}
}

func (d *attributionLesson) attribution(r *cueReading, a attributed) {
	d.extent(r, &a)
	d.source(r, &a)
	before, after := pieces(&a)
	d.content(r, r.contentBefore(&a), &a, nowhere, before, &d.lost.before)
	d.content(r, r.contentAfter(&a), &a, before, after, &d.lost.after)
}

func (d *attributionLesson) extent(r *cueReading, a *attributed) {
	in := r.sentenceOf(a.anchor)
	if !in.covers(a.cue) || a.cue.first < a.anchor-widestCue || a.cue.last > a.anchor+widestCue {
		d.lost.cue++
		return
	}
	cue := stretch{a.anchor, a.anchor}
	for cue.first > max(in.first, a.anchor-widestCue) {
		d.yesNo(r.widenFeatures(a.anchor, cue, cue.first-1), cue.first > a.cue.first)
		if cue.first == a.cue.first {
			break
		}
		cue.first--
	}
	for cue.last < min(in.last, a.anchor+widestCue) {
		d.yesNo(r.widenFeatures(a.anchor, cue, cue.last+1), cue.last < a.cue.last)
		if cue.last == a.cue.last {
			break
		}
		cue.last++
	}
}

func (d *attributionLesson) source(r *cueReading, a *attributed) {
	options, right := [][]int32{d.option(r.sourceless(a.anchor))}, []bool{a.source.empty()}
	f, reached := r.frame(a.anchor), a.source.empty()
	for _, o := range r.sourceOffers(a.cue, a.anchor) {
		options = append(options, d.option(r.sourceFeatures(a.cue, a.anchor, &f, &o)))
		right = append(right, o.stretch == a.source)
		reached = reached || o.stretch == a.source
	}
	if !reached {
		d.lost.source++
		return
	}
	d.decisions = append(d.decisions, decision{options, right})
}

// pieces gives the stretches of content next to the cue and source, before and behind.
func pieces(a *attributed) (before, after stretch) {
	before, after = nowhere, nowhere
	first, last := a.cue.first, a.cue.last
	if !a.source.empty() {
		first, last = min(first, a.source.first), max(last, a.source.last)
	}
	for _, s := range a.content {
		if s.last < first {
			before = s
		}
		if s.first > last && after.empty() {
			after = s
		}
	}
	return before, after
}

func (d *attributionLesson) content(r *cueReading, s spots, a *attributed, before, want stretch, lost *int) {
	options, right := [][]int32{d.option(r.noContent(&s, a, before))}, []bool{want.empty()}
	reached := want.empty()
	for i := range s.starts {
		start := slices.Clone(r.startFeatures(&s, a, &s.starts[i], before))
		for k := range s.ends {
			if s.ends[k].at < s.starts[i].at {
				continue
			}
			end := slices.Clone(r.endFeatures(&s, a, &s.ends[k]))
			options = append(options, d.option(start, end, r.pairFeatures(&s, a, &s.starts[i], &s.ends[k], before)))
			hit := want == stretch{s.starts[i].at, s.ends[k].at}
			right, reached = append(right, hit), reached || hit
		}
	}
	if !reached {
		*lost++
		return
	}
	d.decisions = append(d.decisions, decision{options, right})
}

// fit learns weights for the decisions by stochastic gradients of their likelihood, and prunes: of what
// was learned those features that matter most are kept and learned anew, fewer each time. It gives the model.
func (d *attributionLesson) fit(rounds int) []byte {
	keep := make([]bool, len(d.keys))
	for id := range keep {
		keep[id] = d.seen[id] >= 3
	}
	for _, most := range []int{60_000, 25_000, 14_000, mostAttributionWeights} {
		w, pull := d.learn(rounds, keep)
		keep = d.heaviest(w, pull, most)
	}
	w, _ := d.learn(rounds, keep)
	return d.pack(w)
}

// heaviest picks the features whose weights move decisions most: their size times how much the
// decisions pulled at them.
func (d *attributionLesson) heaviest(w, pull []float64, most int) []bool {
	var order []int32
	for id := range w {
		if w[id] != 0 {
			order = append(order, int32(id))
		}
	}
	worth := func(id int32) float64 { return math.Abs(w[id]) * math.Sqrt(pull[id]) }
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(worth(b), worth(a)), cmp.Compare(d.keys[a], d.keys[b]))
	})
	keep := make([]bool, len(w))
	for _, id := range order[:min(len(order), most)] {
		keep[id] = true
	}
	return keep
}

// learn is AdaGrad over the decisions in a shuffled order, on the features that count. It gives the
// weights, averaged over the ends of the rounds but the first, and the sums of the squares of their
// gradients.
func (d *attributionLesson) learn(rounds int, counts []bool) (w, g []float64) {
	w, g = make([]float64, len(d.keys)), make([]float64, len(d.keys))
	order := make([]int, len(d.decisions))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(3, 14))
	mean := make([]float64, len(w))
	var p []float64
	for round := range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			p = d.decisions[k].step(w, g, counts, p)
		}
		for id := range w {
			if round > 0 || rounds == 1 {
				mean[id] += w[id] / float64(max(1, rounds-1))
			}
		}
	}
	return mean, g
}

// step moves the weights towards the right options of a decision.
func (c *decision) step(w, g []float64, counts []bool, p []float64) []float64 {
	const rate, shrink = 0.1, 1e-4
	p = c.chances(w, counts, p[:0])
	right := 0.0
	for i, yes := range c.right {
		if yes {
			right += p[i]
		}
	}
	for i, option := range c.options {
		slope := p[i]
		if c.right[i] {
			slope -= p[i] / math.Max(right, 1e-9)
		}
		if math.Abs(slope) < 1e-4 {
			continue
		}
		for _, id := range option {
			if counts[id] {
				grad := slope + float64(shrink*w[id])
				g[id] += float64(grad * grad)
				w[id] -= rate * grad / (1e-3 + math.Sqrt(g[id]))
			}
		}
	}
	return p
}

// chances gives the probability of each option.
func (c *decision) chances(w []float64, counts []bool, p []float64) []float64 {
	top := math.Inf(-1)
	for _, option := range c.options {
		sum := 0.0
		for _, id := range option {
			if counts[id] {
				sum += w[id]
			}
		}
		p, top = append(p, sum), math.Max(top, sum)
	}
	softmax(p, top)
	return p
}

// softmax makes scores, of which top is the largest, chances that add up to one.
func softmax(p []float64, top float64) {
	total := 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		total += p[i]
	}
	for i := range p {
		p[i] /= total
	}
}

// pack writes the weights by ascending feature, in hundredths.
func (d *attributionLesson) pack(w []float64) []byte {
	var ids []int32
	for id := range w {
		if math.Round(w[id]*100) != 0 {
			ids = append(ids, int32(id))
		}
	}
	slices.SortFunc(ids, func(a, b int32) int { return cmp.Compare(d.keys[a], d.keys[b]) })
	var model []byte
	for _, id := range ids {
		v := int16(math.Round(math.Max(-30000, math.Min(30000, w[id]*100))))
		model = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint32(model, d.keys[id]), uint16(v))
	}
	return model
}

// AttributionScores counts spans, exact ones, by role.
type AttributionScores struct{ Source, Cue, Content SpanScore }

// SpanScore counts the spans that were marked, found, and both.
type SpanScore struct{ Marked, Found, Right int }

func (s SpanScore) Precision() float64 { return float64(s.Right) / math.Max(1, float64(s.Found)) }
func (s SpanScore) Recall() float64    { return float64(s.Right) / math.Max(1, float64(s.Marked)) }

// F1 is the harmonic mean of precision and recall.
func (s SpanScore) F1() float64 {
	return 2 * float64(s.Right) / math.Max(1, float64(s.Marked+s.Found))
}

// Add scores what was found in a text against what people marked there: whole tokens, each run of a role's tokens a
// span. PolNeAR's marks are univocal, so attributions that lie in another's content are left out.
func (s *AttributionScores) Add(t *Text, found []Attribution, marked []MarkedAttribution) {
	r := newCueReading(t, newChooser(0))
	var got, want [3][]stretch
	for i := range found {
		if a := &found[i]; a.Parent < 0 {
			for k, spans := range [][]dateline.Span{a.Source, a.Cue, a.Content} {
				got[k] = r.appendTokens(got[k], spans)
			}
		}
	}
	for i := range marked {
		for k, spans := range [][]dateline.Span{marked[i].Source, marked[i].Cue, marked[i].Content} {
			want[k] = r.appendTokens(want[k], spans)
		}
	}
	for k, score := range []*SpanScore{&s.Source, &s.Cue, &s.Content} {
		score.add(distinct(got[k]), distinct(want[k]))
	}
}

func (r *cueReading) appendTokens(list []stretch, spans []dateline.Span) []stretch {
	for _, s := range spans {
		if t := r.tokensOf(s); !t.empty() {
			list = append(list, t)
		}
	}
	return list
}

// distinct sorts stretches and leaves out those that stand twice.
func distinct(list []stretch) []stretch {
	slices.SortFunc(list, func(a, b stretch) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last))
	})
	return slices.Compact(list)
}

func (s *SpanScore) add(got, want []stretch) {
	s.Found, s.Marked = s.Found+len(got), s.Marked+len(want)
	for _, g := range got {
		s.Right += one(slices.Contains(want, g))
	}
}
