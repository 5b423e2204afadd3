package parse

import (
	"strings"

	"dateline/internal/sieve"
)

// backgroundWords are the words and phrases of data/lexicon/language/background-words.txt: by their
// first word, what may follow it; "" for nothing.
var backgroundWords = sieve.NewMap(readPhrases("background-words"))

func readPhrases(list string) map[string][][]string {
	phrases := map[string][][]string{}
	for _, entry := range lexiconLines(list) {
		words := strings.Fields(entry)
		phrases[words[0]] = append(phrases[words[0]], words[1:])
	}
	return phrases
}

// liesBack reports whether the words put a clause in the past before the story: its own adverbs and
// phrases of time, or those of the clause above for an infinitive, a participle, an event of its verb
// or a verb that goes on without a time of its own.
func (r *clauseReader) liesBack(i int32, c *Clause) bool {
	timed := false
	for d := r.first[i]; d >= 0; d = r.next[d] {
		switch r.arcs[d] {
		case arcOblique, arcBareOblique, arcNominal, arcAdverb, arcPossessor, arcAdjective, arcCompound:
			if r.phraseLiesBack(d, c) {
				return true
			}
			timed = timed || r.isTime(d)
		case arcOther:
			if c.Form == NominalClause && pastYear(r.tokens[d].Form) {
				return true
			}
		case arcSubject, arcPassiveSubject:
			if e := r.eventUnder(d); e >= 0 && c.Form != NominalClause && r.eventLiesBack(e) {
				return true
			}
		}
	}
	if timed || c.Parent < 0 || !r.out[c.Parent].Background {
		return false
	}
	return c.Link == LinkLight || c.Link == "xcomp" || c.Tense == TenseNone && (c.Link == "advcl" || c.Link == "acl") ||
		c.Link == "conj" && r.child(i, arcSubject) < 0 && r.child(i, arcPassiveSubject) < 0
}

// eventLiesBack reports whether an event noun's own words put it back: 'the 2015 attack'.
func (r *clauseReader) eventLiesBack(e int32) bool {
	c := &r.out[r.event(e)]
	for d := r.first[e]; d >= 0; d = r.next[d] {
		if r.phraseLiesBack(d, c) {
			return true
		}
	}
	return false
}

// phraseLiesBack reports whether the dependent d of a clause tells a time that lies back.
func (r *clauseReader) phraseLiesBack(d int32, c *Clause) bool {
	first, end := r.start[d], r.end[d]
	for k := first; k < end; k++ {
		t := &r.tokens[k]
		if pastYear(t.Form) && (k == d || r.isTime(int32(t.Head))) {
			return true
		}
		if rest, ok := backgroundWords.Get(t.small()); ok && r.follows(rest, k, end, d) {
			return true
		}
	}
	switch r.tokens[d].Lemma {
	case "early", "earlier":
		return c.Tense == TensePastPerfect || r.arcs[d] == arcAdjective && r.tokens[d].Fine == "JJR" && c.Form == NominalClause
	case "already", "before", "once":
		return c.Tense == TensePastPerfect && r.arcs[d] == arcAdverb
	}
	return false
}

// follows reports whether one of the ways to go on stands behind token k of the phrase of d, which ends
// at end; a phrase of one word has to be the head itself.
func (r *clauseReader) follows(ways [][]string, k, end, d int32) bool {
	for _, words := range ways {
		if len(words) == 0 && k == d || len(words) > 0 && int(end-k) > len(words) && r.match(words, k+1) {
			return true
		}
	}
	return false
}

func (r *clauseReader) match(words []string, k int32) bool {
	for j, w := range words {
		if r.tokens[int(k)+j].small() != w {
			return false
		}
	}
	return true
}

// isTime reports whether a phrase tells a time: its head is a unit of time, a day, a month or a year.
func (r *clauseReader) isTime(d int32) bool {
	t := &r.tokens[d]
	return timeNouns.At(t.Lemma) || t.Tag == "NUM" && pastYear(t.Form)
}

// pastYear reports whether a word is a year or a decade in figures from 1800 to 2099: 2015, 1990s.
func pastYear(form string) bool {
	if len(form) == 5 && form[4] == 's' {
		form = form[:4]
	}
	if len(form) != 4 || form[:2] != "18" && form[:2] != "19" && form[:2] != "20" {
		return false
	}
	return '0' <= form[2] && form[2] <= '9' && '0' <= form[3] && form[3] <= '9'
}
