// Package extract knows violence in words: it turns a parsed Text into Statements. It does not know
// the world: which group a name means, where a town lies and which day 'Tuesday' was are resolve's.
//
// The order of work, for each sentence of the headline, the body and of captions:
//
//  1. A view of the sentence is made (view.go): who depends on whom, noun phrases, logical subjects
//     and objects whatever the voice.
//  2. Triggers are looked up in the lexicon (pattern.go, data/lexicon/patterns): a word, the slots
//     that must be filled, and the role that each slot gives. A pattern is a Rule with a name, a
//     sentence of documentation and an example that a test reads.
//  3. Each match becomes a draft (draft.go) with its parts; what the words around it do to it is its
//     standing (standing.go): negated, hypothetical, planned, threatened, foiled, attempted.
//  4. Attribution is peeled off: who says it, through whom, as parse reads it (attributed.go, speaker.go).
//  5. Rules that are no patterns (rule.go names them all) read what has a shape of its own: tolls,
//     strengths, aliases, assessments.
//  6. Words that tell an event or point to one are listed, headings' too (mention.go): more than become Statements.
//  7. Drafts that tell one event in one clause become one ('stormed the hall, killing 12': merge.go),
//     and what 'the attack' and 'the group' point back to is looked up (refer.go).
//
// Nothing is filled by default. What was seen and not understood, or withheld, is a Doubt.
package extract

import (
	"dateline"
	"dateline/internal/parse"
	"slices"
	"sort"
)

// Input is what Read reads: a parsed Text, and the mentions in it that others recognised (listed
// actors, places, times, numbers), in the order of the text.
type Input struct {
	Report    string // Report.ID, for the Statements
	Text      *parse.Text
	Headline  dateline.Span // of the report's title in the text; zero if it is not there
	Mentions  []dateline.Mention
	Figures   []Figure      // of the lines that are lists of figures, in the order of the text
	Published dateline.Date // zero if unknown; tells news from background
}

// Output is what was read: Statements and Doubts in the order of the text.
type Output struct {
	Statements []dateline.Statement
	Doubts     []dateline.Doubt
	Mentions   []dateline.EventMention
}

// Read extracts every Statement of a Text. It never fails and takes time linear in the number of
// sentences.
func Read(in Input) Output {
	r := newReader(in)
	for i := range in.Text.Sentences {
		if r.readable(i) {
			r.sentence(i)
		} else if r.headed(i) {
			r.heading(i)
		}
	}
	return r.output()
}

// reader holds what is known while a Text is read, sentence by sentence.
type reader struct {
	in         Input
	lex        *lexicon
	text       string
	mentions   [][]dateline.Mention // by sentence
	views      []*view              // by sentence; nil until asked for
	room       viewRoom
	quotes     []quotation
	drafts     []*draft
	told       []*telling
	doubts     []dateline.Doubt
	storyAt    []dateline.Span // by sentence: see storyTime
	grid       *grid           // what the rows of the text are; nil as long as nobody asked
	orders     []bidding       // to machines, of those of the lexicon that stand in the text
	voices     voices
	evidence   evidence
	words      *attributed     // see attributed.go; nil until asked for
	spoken     *chains         // see chain.go; nil until asked for
	topics     *topics         // see topic.go; nil until asked for
	nameAt     int             // where the names of the sentence begin, in Text.Names
	shorts     []parse.Alias   // short forms that the text explains
	identities []identity      // see rollcall.go
	who        *who            // see who.go; nil until asked for
	persons    map[string]bool // see personsWord; nil until asked for
	speaking   []dateline.Span // who has the word in each paragraph of a transcript; nil if it is none
}

func newReader(in Input) *reader {
	r := &reader{in: in, lex: load(), text: in.Text.Source}
	r.in.Mentions = r.lex.withIntroduced(in)
	r.mentions = bySentence(in.Text, r.in.Mentions)
	r.quotes = quotations(in.Text)
	r.orders = ordersIn(r.text, r.lex.orders)
	r.weigh()
	r.storyAt = make([]dateline.Span, len(in.Text.Sentences))
	r.speaking, r.shorts = r.turns(), in.Text.Aliases()
	return r
}

// readable reports whether sentence i belongs to the report itself: furniture and headings, but for the report's own
// headline, make no statements.
func (r *reader) readable(i int) bool {
	if !r.in.Text.Sentences[i].Tree || r.inFigures(r.in.Text.Sentences[i].Span) {
		return false
	}
	p := r.in.Text.Sentences[i].Paragraph
	if p < 0 || p >= len(r.in.Text.Paragraphs) {
		return true
	}
	k := r.in.Text.Paragraphs[p].Kind
	return k == parse.Body || k == parse.Caption || k == parse.Heading && r.in.Headline.Contains(r.in.Text.Sentences[i].Span)
}

// headed reports whether sentence i is a heading: its words may point to an event.
func (r *reader) headed(i int) bool {
	s := &r.in.Text.Sentences[i]
	return s.Tree && !r.inFigures(s.Span) && r.in.Text.Paragraphs[s.Paragraph].Kind == parse.Heading
}

// sentence reads sentence i.
func (r *reader) sentence(i int) {
	v := r.view(i)
	r.voices.hear(r, v)
	r.identify(v)
	why := r.addressed(v)
	if why == "" {
		why = r.elsewhere(v)
	}
	if why != "" {
		r.doubt(v.s.Span, why)
		return
	}
	found := r.matchAll(v)
	r.clauseParts(v, found)
	found = append(found, r.rules(v, found)...)
	told := r.tellings(v, found)
	found = r.merge(v, found)
	found = r.interactions(v, found)
	told = r.dealt(v, told, found)
	for _, d := range found {
		r.finish(v, d)
	}
	found = slices.DeleteFunc(found, func(d *draft) bool {
		return r.unhurt(v, d) || v.downs(d) || v.asksWho(d) || d.rule == operations && !d.has(dateline.Area)
	})
	r.partTimes(v, found)
	r.soleTime(v, found)
	r.storyAt[i] = r.storyTime(v)
	r.solePlace(v, found)
	r.row(v, found)
	r.finishTellings(v, told)
	found = append(found, r.assessments(v, found)...)
	sort.SliceStable(found, func(a, b int) bool { return found[a].trigger.Start < found[b].trigger.Start })
	r.drafts = append(r.drafts, found...)
}

func (r *reader) doubt(s dateline.Span, why string) {
	r.doubts = append(r.doubts, dateline.Doubt{Span: s, Why: why})
}

// output links the drafts to each other and turns them into Statements.
func (r *reader) output() Output {
	r.introduce()
	r.refer()
	r.storyTimes()
	var out Output
	seen := map[string]bool{}
	for _, d := range r.drafts {
		s := d.statement(r)
		if !seen[s.ID] {
			seen[s.ID] = true
			out.Statements = append(out.Statements, s)
		}
	}
	out.Statements = append(out.Statements, r.figures()...)
	sort.SliceStable(out.Statements, func(a, b int) bool {
		return out.Statements[a].Trigger.Start < out.Statements[b].Trigger.Start
	})
	sort.SliceStable(r.doubts, func(a, b int) bool { return r.doubts[a].Span.Start < r.doubts[b].Span.Start })
	out.Doubts, out.Mentions = r.doubts, r.eventMentions()
	return out
}

// bySentence deals the mentions out to the sentences that hold them. Both are in text order.
func bySentence(t *parse.Text, ms []dateline.Mention) [][]dateline.Mention {
	out := make([][]dateline.Mention, len(t.Sentences))
	i := 0
	for _, m := range ms {
		for i < len(t.Sentences) && t.Sentences[i].Span.End < m.Span.End {
			i++
		}
		if i == len(t.Sentences) {
			break
		}
		if t.Sentences[i].Span.Contains(m.Span) {
			out[i] = append(out[i], m)
		}
	}
	return out
}
