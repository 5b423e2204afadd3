// Package parse knows language, and not a word about armed groups: it turns a report's text into
// a Text of paragraphs, sentences, tokens with tags and a dependency tree, quotations and names,
// each a byte span of the text as it was kept.
//
// Parse does, in this order: paragraphs (paragraph.go, caption.go: body, heading, caption, furniture);
// tokens (token.go) and sentences, whose ends are learned (sentence.go, segment.go); tags, dependency arcs
// and the labels of names by a small recurrent network (word.go: what is seen of a word; encode.go: layers;
// arc.go: trees; mend.go: what arcs get wrong beside plain words), whose arithmetic is package
// network; lemmas and features (lemma.go, feats.go); quotations (quote.go); names (name.go, namevote.go).
// Tags, features and arcs are those of Universal Dependencies, English.
//
// What else can be asked of a Text is worked out when it is asked: who does what to whom and how that
// stands (Clauses: clause.go, standing.go), who says what (Attributions: attribution.go), what stands
// for what (References: reference.go; Aliases: alias.go), noun phrases, and names within names
// (NounPhrases, Candidates: phrase.go).
//
// Everything learned is embedded: english.model, segment.model, attribution.model and reference.model.
// MODEL.md says from what, how, and how well.
//
// Parse never fails: any bytes give a Text, in time linear in their length, and what could not be
// read is simply not there.
package parse

import (
	"strings"

	"dateline"
)

// Text is a report's text, read. Sentences are in the order of the text and do not overlap.
type Text struct {
	Source     string // the text itself; every Span is in it
	Paragraphs []Paragraph
	Sentences  []Sentence
	Quotes     []Quote
	Names      []Name
}

// ParagraphKind says what a paragraph is for.
type ParagraphKind string

// The kinds of paragraphs. Furniture is what plain-text copies of pages carry along: 'Your browser
// doesn't support HTML5', headlines of related articles, 'Read more', share buttons.
const (
	Body      ParagraphKind = "body"
	Heading   ParagraphKind = "heading"
	Caption   ParagraphKind = "caption"
	Furniture ParagraphKind = "furniture"
)

// Paragraph is a run of text between line breaks (or blank lines, where lines are wrapped).
type Paragraph struct {
	Span dateline.Span
	Kind ParagraphKind
	Why  string // what made it a heading, a caption or furniture; "" for body
	Row  int    // the row of a table or list whose cell it is, from 1; 0 for none
}

// Sentence is a sentence of a paragraph; Paragraph is the index in Text.Paragraphs.
type Sentence struct {
	Span      dateline.Span
	Paragraph int
	Tokens    []Token
	Tree      bool // false where ParseWhere was not asked for the tree: no token has a head

	cases []nameWord // of the words of a blind sentence, see blind.go; nil for any other
}

// Token is a word or a mark. Head is the index in the sentence of the token that it depends on,
// and -1 for the root.
type Token struct {
	Span  dateline.Span
	Form  string // the words of Span, without letters that show nothing; never empty
	Lemma string // lower case, but for names
	Tag   string // universal part of speech: NOUN, PROPN, VERB, AUX, ...
	Fine  string // Penn Treebank tag: VBD, VBN, NNP, ...
	Feats string // Universal Dependencies features, 'Number=Plur' or 'Mood=Ind|Tense=Past|VerbForm=Fin'; "" for none
	Head  int
	Rel   string // Universal Dependencies relation, with its subtype: nsubj:pass, acl:relcl, ...

	// Entity is what the name tagger sees: B-person or I-person, organisation, location or other,
	// B- on the first word of a name and I- on the others; "" outside names.
	Entity string

	seen *seenWord // nil for none
}

// seenWord is what is seen of a word without its neighbours.
type seenWord struct {
	form, small string  // as it is written, and in lower case
	vector      int32   // the row of its vector, -1 for none
	extent      float32 // the length of that
	nameSight
}

// small is the form in lower case.
func (t *Token) small() string {
	if t.seen != nil {
		return t.seen.small
	}
	return strings.ToLower(t.Form)
}

// class is what the lists say of the form.
func (t *Token) class() nameWord {
	if t.seen != nil {
		return t.seen.class
	}
	return nameWordOf(t.Form)
}

// Quote is a stretch between quotation marks, the marks included. Open says that the closing mark
// is missing and the quotation ends with its paragraph. Depth is the number of quotations around it.
type Quote struct {
	Span  dateline.Span
	Open  bool
	Depth int
}

// NameKind is a guess, from the words around and in it, at what a name names.
type NameKind string

// The kinds of names and of the phrases that Candidates gives. Anything may be NameUnknown.
const (
	NamePerson       NameKind = "person"
	NameOrganisation NameKind = "organisation"
	NameLocation     NameKind = "location"
	NameFacility     NameKind = "facility"    // 'Bagram Airbase'
	NameWeapon       NameKind = "weapon"      // 'AK-47', 'improvised explosive device'
	NameNationality  NameKind = "nationality" // 'Syrian', 'Kurds'
	NameEvent        NameKind = "event"       // 'World War II', 'the Easter bombings'
	NameDate         NameKind = "date"        // '15 May 2019', 'late 2014'
	NameNumber       NameKind = "number"      // 'at least 11', 'dozens'
	NameOther        NameKind = "other"       // something else that has a name: a law, a ship, a book
	NameUnknown      NameKind = ""
)

// Name is a proper name in a sentence: tokens First to Last of Sentences[Sentence], both included.
type Name struct {
	Span        dateline.Span
	Sentence    int
	First, Last int
	Kind        NameKind
	Acts        bool // the name of a place stands for those who rule or speak for it: 'Moscow blamed'
}
