package eval

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
)

// The re3d corpus: documents on Iraq and Syria in which people marked phrases ('the Iraqi security
// forces', 'we') and relations between two phrases of a sentence. How its types map to ours is fixed:
//
//	FightingAgainst  who does violence to whom (perpetrator against target, victim, killed, wounded,
//	                 abducted), the two sides of a clash, of a rivalry and of territory gained or
//	                 lost; who raids or arrests whom
//	AlliesOf         any two parties of an alliance
//	BelongsTo        membership: the group to the other, the people to the group; a pledge of
//	                 allegiance: the group to the other
//	InChargeOf       the leader and the founder to the group
//	IsSynonymOf      a group and its other name
//
// What is told not to have happened relates nobody. CoLocated, HasAttrOf, CommWith, Likes, Dislikes
// and Apart are no kinds of ours: a visit, a talk of ministers and praise are not followed.
//
// A relation of the corpus counts where both of its phrases are marked as an organisation or a
// person; IsSynonymOf only between organisations, because 'the minister, Mr X' is no other name of a
// group. FightingAgainst, AlliesOf and IsSynonymOf are taken as one relation for both directions.
// A pair that we tell counts where both phrases match a marked organisation or person: relations of
// unmarked words, weapons and buildings are outside of the task, in the corpus as with us. The last
// row leaves that aside and counts every pair told.
//
// Two phrases match where they overlap and the head of one lies in the other: the last word before
// the first preposition or relative pronoun. Words that stand for others told in the same report
// ('they', 'the group') match by those, too.

// relationBar is the F1 from which the relations are read well enough.
const relationBar = "0.35"

// relationTypes are the types that are scored, in the order of the table.
var relationTypes = []string{"FightingAgainst", "AlliesOf", "BelongsTo", "InChargeOf", "IsSynonymOf"}

// mutualRelation reports whether the direction of a type does not count.
func mutualRelation(name string) bool { return name != "BelongsTo" && name != "InChargeOf" }

// relation is a typed pair of phrases. The other words of the ends are those that they stand for.
type relation struct {
	kind     string
	from, to relationEnd
}

type relationEnd struct{ span, refers dateline.Span }

// relationDocument is a document with its marked parties and relations.
type relationDocument struct {
	text    string
	parties map[dateline.Span]map[string]bool // the types of each marked phrase
	gold    []relation
	others  int // relations that are not scored
}

// Relations scores the relations between groups on dir/re3d.
func Relations(ctx context.Context, dir string) (Table, error) {
	docs, err := readRelations(filepath.Join(dir, "re3d"))
	if err != nil {
		return Table{}, err
	}
	reports := make([]dateline.Report, len(docs))
	for i := range docs {
		reports[i] = dateline.Report{File: fmt.Sprint(i), Text: docs[i].text, Language: "en", SHA256: fmt.Sprint(i)}
		reports[i].SetID()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return Table{}, err
	}
	s, others := relationScores{}, 0
	for i := range docs {
		s.add(&docs[i], relationsOf(read[i].Statements))
		others += docs[i].others
	}
	return s.table(len(docs), others), nil
}

// relationScore counts the relations of a type: those of the corpus and how many of them were found,
// those told and how many of them are right, and how many were told of parties marked or not.
type relationScore struct{ gold, hit, told, right, every int }

func (s relationScore) row(name string, told int) []string {
	p, r := quotient(s.right, told), quotient(s.hit, s.gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return []string{name, fmt.Sprint(s.gold), fmt.Sprint(told), fmt.Sprintf("%.2f", p), fmt.Sprintf("%.2f", r), fmt.Sprintf("%.3f", f)}
}

type relationScores map[string]*relationScore

func (s relationScores) of(kind string) *relationScore {
	if s[kind] == nil {
		s[kind] = new(relationScore)
	}
	return s[kind]
}

// add counts a document; a pair told by several statements counts once.
func (s relationScores) add(d *relationDocument, told []relation) {
	found := make([]bool, len(d.gold))
	seen := map[relation]bool{}
	for _, t := range told {
		if t = t.ordered(); seen[t] {
			continue
		}
		seen[t] = true
		right := false
		for i, g := range d.gold {
			if t.matches(d.text, g) {
				right, found[i] = true, true
			}
		}
		s.tell(t.kind, right, right || d.marked(t.from) && d.marked(t.to))
	}
	for i, g := range d.gold {
		s.of(g.kind).gold++
		if found[i] {
			s.of(g.kind).hit++
		}
	}
}

func (s relationScores) tell(kind string, right, marked bool) {
	c := s.of(kind)
	c.every++
	if marked {
		c.told++
	}
	if right {
		c.right++
	}
}

func (s relationScores) table(documents, others int) Table {
	t := Table{Title: fmt.Sprintf("re3d: relations between organisations and persons, %d documents", documents),
		Head: []string{"", "marked", "told", "precision", "recall", "F1"},
		Notes: []string{"the bar: typed F1 of 'all' at least " + relationBar + "; 'every pair': with the pairs told of words that are not marked;",
			"'with the rest': recall over every relation of the corpus, also between places and weapons and of types that are no kinds of ours"}}
	var all relationScore
	for _, k := range relationTypes {
		c := s.of(k)
		t.Rows = append(t.Rows, c.row(k, c.told))
		all.gold, all.hit, all.told, all.right, all.every = all.gold+c.gold, all.hit+c.hit, all.told+c.told, all.right+c.right, all.every+c.every
	}
	t.Rows = append(t.Rows, all.row("all", all.told), all.row("every pair", all.every))
	all.gold += others
	t.Rows = append(t.Rows, all.row("with the rest", all.every))
	return t
}

// ordered puts the ends of a relation without direction in the order of the text.
func (r relation) ordered() relation {
	if mutualRelation(r.kind) && r.from.span.Start > r.to.span.Start {
		r.from, r.to = r.to, r.from
	}
	return r
}

func (r relation) matches(text string, g relation) bool {
	if r.kind != g.kind {
		return false
	}
	same := func(a, b relationEnd) bool { return a.matches(text, b.span) }
	return same(r.from, g.from) && same(r.to, g.to) || mutualRelation(r.kind) && same(r.from, g.to) && same(r.to, g.from)
}

func (e relationEnd) matches(text string, s dateline.Span) bool {
	return overlapByHead(text, e.span, s) || !e.refers.IsZero() && overlapByHead(text, e.refers, s)
}

// marked reports whether the end is a party that the corpus marks.
func (d *relationDocument) marked(e relationEnd) bool {
	for s := range d.parties {
		if e.matches(d.text, s) {
			return true
		}
	}
	return false
}

// overlapByHead reports whether two phrases overlap where the head of one of them is.
func overlapByHead(text string, a, b dateline.Span) bool {
	in := dateline.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)}
	for _, s := range []dateline.Span{a, b} {
		if h := s.Start + headEnd(s.In(text)) - 1; in.Start <= h && h < in.End {
			return true
		}
	}
	return false
}

// headEnd is the offset behind the head of a phrase: the last word before a preposition or a relative pronoun.
func headEnd(words string) int {
	at := 0
	for _, w := range strings.SplitAfter(words, " ") {
		switch strings.ToLower(strings.TrimSpace(w)) {
		case "of", "in", "for", "from", "at", "on", "who", "which", "that", "to", "with":
			if at > 0 {
				return len(strings.TrimRight(words[:at], " ,"))
			}
		}
		at += len(w)
	}
	return len(words)
}

// relationsOf lists the relations that statements tell.
func relationsOf(list []dateline.Statement) []relation {
	var out []relation
	for _, s := range list {
		if s.Reality == dateline.NotHappened {
			continue
		}
		at := func(roles ...dateline.Role) []relationEnd {
			var ends []relationEnd
			for _, p := range s.Parts {
				if slices.Contains(roles, p.Role) {
					ends = append(ends, relationEnd{p.Span, p.Refers})
				}
			}
			return ends
		}
		out = append(out, relationsIn(s.Kind, at)...)
	}
	return out
}

// relationsIn maps a statement of a kind to relations between its parts.
func relationsIn(k dateline.Kind, at func(...dateline.Role) []relationEnd) []relation {
	group, other := at(dateline.Group), at(dateline.Other)
	switch k {
	case dateline.Clash:
		sides := at(dateline.Perpetrator, dateline.Target, dateline.Victim)
		return pairs("FightingAgainst", sides[:min(1, len(sides))], sides)
	case dateline.Rivalry, dateline.TerritoryGained, dateline.TerritoryLost:
		return pairs("FightingAgainst", group, other)
	case dateline.Raid, dateline.Arrest:
		return pairs("FightingAgainst", at(dateline.Authority), at(dateline.Target, dateline.Arrested))
	case dateline.Alliance:
		return pairs("AlliesOf", slices.Concat(group, other), slices.Concat(group, other))
	case dateline.Membership:
		return slices.Concat(pairs("BelongsTo", group, other), pairs("BelongsTo", at(dateline.Amount), group))
	case dateline.Allegiance:
		return pairs("BelongsTo", group, other)
	case dateline.Leadership, dateline.Founding:
		return pairs("InChargeOf", at(dateline.Leader), group)
	case dateline.Alias:
		return pairs("IsSynonymOf", group, at(dateline.Name))
	}
	if k.Family() != dateline.Violence {
		return nil
	}
	hurt := at(dateline.Target, dateline.Victim, dateline.Abducted)
	if len(hurt) == 0 {
		hurt = at(dateline.KilledRole, dateline.Wounded)
	}
	return pairs("FightingAgainst", at(dateline.Perpetrator), hurt)
}

// pairs relates each of some ends to each of others, but for an end to itself.
func pairs(kind string, from, to []relationEnd) []relation {
	var out []relation
	for _, a := range from {
		for _, b := range to {
			if a.span != b.span {
				out = append(out, relation{kind, a, b})
			}
		}
	}
	return out
}

// readRelations reads the documents with their marked phrases and relations. Offsets there count
// characters, ours bytes.
func readRelations(dir string) ([]relationDocument, error) {
	var docs []relationDocument
	number := map[string]int{}
	err := eachJSON(filepath.Join(dir, "documents.jsonl"), func(d struct {
		ID   string `json:"_id"`
		Text string
	}) {
		number[d.ID] = len(docs)
		docs = append(docs, relationDocument{text: d.Text, parties: map[dateline.Span]map[string]bool{}})
	})
	if err != nil {
		return nil, err
	}
	err = eachJSON(filepath.Join(dir, "entities.jsonl"), func(e re3dEntity) {
		if d, ok := number[e.DocumentID]; ok {
			docs[d].markParty(e)
		}
	})
	if err != nil {
		return nil, err
	}
	return docs, eachJSON(filepath.Join(dir, "relations.jsonl"), func(r re3dRelation) {
		if d, ok := number[r.DocumentID]; ok {
			docs[d].relate(r)
		}
	})
}

// re3dRelation is a line of relations.jsonl.
type re3dRelation struct {
	DocumentID                                     string
	SourceBegin, SourceEnd, TargetBegin, TargetEnd int
	Type                                           string
}

func (d *relationDocument) markParty(e re3dEntity) {
	if e.Type != "Organisation" && e.Type != "Person" {
		return
	}
	s := runeSpan(d.text, e.Begin, e.End)
	if d.parties[s] == nil {
		d.parties[s] = map[string]bool{}
	}
	d.parties[s][e.Type] = true
}

// relate adds a relation, if it is one that is scored and no other of the same two phrases.
func (d *relationDocument) relate(r re3dRelation) {
	g := relation{r.Type, relationEnd{span: runeSpan(d.text, r.SourceBegin, r.SourceEnd)}, relationEnd{span: runeSpan(d.text, r.TargetBegin, r.TargetEnd)}}.ordered()
	a, b := d.parties[g.from.span], d.parties[g.to.span]
	switch {
	case !slices.Contains(relationTypes, r.Type) || a == nil || b == nil || r.Type == "IsSynonymOf" && !(a["Organisation"] && b["Organisation"]):
		d.others++
	case !slices.Contains(d.gold, g):
		d.gold = append(d.gold, g)
	}
}

// runeSpan turns offsets in characters into a Span.
func runeSpan(text string, begin, end int) dateline.Span {
	start := runeOffset(text, begin)
	return dateline.Span{Start: start, End: start + runeOffset(text[start:], end-begin)}
}
