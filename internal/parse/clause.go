package parse

import "sync"

// Clause is one predication of a sentence: somebody does something to somebody, or is something. Its
// roles are logical, not as worded: in 'soldiers killed by the group', 'the killing of soldiers by the
// group' and 'the group, which killed soldiers' Who is the group and Whom the soldiers.
type Clause struct {
	Sentence int    // in Text.Sentences
	Head     int    // the token that predicates: a verb, an event noun, what follows 'is'
	Lemma    string // of the predicate; of an event noun the verb that it is made of: kill for killing
	Form     ClauseForm
	Who      Phrase // who does or is it
	Whom     Phrase // to whom or what it is done
	To       Phrase // who gets it
	By       Phrase // the agent of a passive or an event noun, where it is worded with 'by'; Who is the same
	Obliques []Oblique

	Negated    bool
	Modality   Modality
	Condition  bool // it stands in an if-clause, or in what hangs on one
	Tense      Tense
	Background bool   // the words say that it lies back: 'in 2015', 'had earlier', 'last year'
	Parent     int    // index in the same slice of the clause that this one hangs on, -1 for none
	Link       string // how it hangs there: a relation of Universal Dependencies, LinkLight or LinkLent; "" for none
	Marker     string // lower-case word that introduces it: if, that, after, to, without; "" for none
	Why        string // what gave Who and Whom, in words
}

// ClauseForm says how the predicate is worded.
type ClauseForm string

// The forms of clauses. A participle or infinitive is active or passive by what its subject would be:
// 'men wearing uniforms' is active, 'soldiers killed in the raid' passive.
const (
	ActiveClause  ClauseForm = "active"
	PassiveClause ClauseForm = "passive"
	CopularClause ClauseForm = "copular" // Head is what somebody is: 'the group is a threat', 'left 12 people dead'
	NominalClause ClauseForm = "nominal" // Head is an event noun: 'the attack on'
)

// LinkLight links an event noun to the verb that lends it its subject ('carried out an attack') or to the
// copular clause that it is the head of, too ('it was an attack'); it stands as that does.
const LinkLight = "light"

// LinkLent links an event noun to words that only tell who did it or to whom: 'claimed responsibility for
// the attack', 'is behind the attack', 'accused them of the attack'. Where those are negated, Who is nobody.
const LinkLent = "lent"

// Modality says how the words weaken a clause.
type Modality string

// The modalities. The auxiliaries are named by their present form; ModalNone leaves a clause as told.
const (
	ModalNone       Modality = ""
	ModalCan        Modality = "can"
	ModalMay        Modality = "may"
	ModalMust       Modality = "must"
	ModalWill       Modality = "will"
	ModalWould      Modality = "would"
	ModalShould     Modality = "should"
	ModalLikely     Modality = "likely"     // likely, probably, presumably
	ModalPossibly   Modality = "possibly"   // possibly, perhaps, maybe
	ModalApparently Modality = "apparently" // apparently, seems to have
	ModalReportedly Modality = "reportedly" // reportedly, is said to have
	ModalAllegedly  Modality = "allegedly"  // allegedly, is accused of
)

// Tense is that of a clause's verb with its auxiliaries; participles and infinitives have none,
// but for 'to have killed', which is past.
type Tense string

// The tenses.
const (
	TenseNone           Tense = ""
	TensePresent        Tense = "present"
	TensePresentPerfect Tense = "present perfect"
	TensePast           Tense = "past"
	TensePastPerfect    Tense = "past perfect"
	TenseFuture         Tense = "future"
)

// Phrase is a noun phrase of a clause's sentence: its head and the tokens from First up to End,
// without its preposition and without clauses that hang on it or on a phrase in it. A coordination has the head of its
// first member and all of its members' tokens. The zero Phrase is nobody.
type Phrase struct{ Head, First, End int }

// None reports whether p is nobody.
func (p Phrase) None() bool { return p.End == 0 }

// Oblique is a phrase that tells a clause's place, time or means. Case is the first word of its
// preposition, in lower case; "" for none: 'last Tuesday', 'a car bomb attack'.
type Oblique struct {
	Case string
	Phrase
}

// Clauses returns the clauses of a sentence in the order of their heads; nil for a sentence without a
// tree. It reads the tree, the tags and the lemmas and nothing else.
func (t *Text) Clauses(sentence int) []Clause {
	s := &t.Sentences[sentence]
	if !s.Tree {
		return nil
	}
	return clauses(s.Tokens, sentence)
}

// clauses reads the clauses of one parsed sentence.
func clauses(tokens []Token, sentence int) []Clause {
	r := clauseReaders.Get().(*clauseReader)
	defer clauseReaders.Put(r)
	r.grow(tokens)
	r.findHeads(sentence)
	for _, i := range r.order {
		r.hangClause(i)
		for c := r.at[i]; c >= 0 && int(c) < len(r.out) && r.out[c].Head == int(i); c++ {
			r.readRoles(&r.out[c])
		}
	}
	for _, i := range r.order {
		for c := r.at[i]; c >= 0 && int(c) < len(r.out) && r.out[c].Head == int(i); c++ {
			r.readStanding(&r.out[c])
		}
	}
	return r.take()
}

// hangClause hangs the clauses of token i on the nearest clause above, which is known by then.
func (r *clauseReader) hangClause(i int32) {
	r.above[i] = -1
	if h := r.tokens[i].Head; h >= 0 {
		r.above[i] = r.above[h]
		if r.at[h] >= 0 {
			r.above[i] = r.at[h]
		}
	}
}

var clauseReaders = sync.Pool{New: func() any { return new(clauseReader) }}

// clauseReader is the room that one reading works in: the tree from above, and what is known of each
// token so far. Token numbers are int32 to keep it small; -1 is none.
type clauseReader struct {
	tokens     []Token
	arcs       []arcKind
	first      []int32 // first dependent of each token
	next       []int32 // next dependent of the same head
	order      []int32 // tokens, heads before their dependents; those under no root are left out
	start, end []int32 // first token and the one behind the last of the phrase under each token
	lead       []int32 // first token of the phrase with its preposition
	at         []int32 // first clause of each token, -1 for none; a second one of the same token follows it
	above      []int32 // first clause of the nearest token above that has one
	subject    []int32 // surface subject of each clause's head, its own or shared
	object     []int32 // surface object, likewise
	lentWho    []int32 // who does the event of each event noun by its light verb
	lentWhom   []int32 // to whom, likewise
	passive    []bool
	out        []Clause
	obliques   []Oblique
	key        []byte
}

// take returns the clauses in a slice of their own, and forgets the sentence.
func (r *clauseReader) take() []Clause {
	var list []Clause
	if len(r.out) > 0 {
		list = append(make([]Clause, 0, len(r.out)), r.out...)
	}
	r.tokens, r.obliques = nil, nil
	clear(r.out)
	return list
}
