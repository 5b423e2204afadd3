package parse

// ClauseScores counts, for each role, what clauses say of it: in the treebank, drawn by the parser, and
// drawn rightly.
type ClauseScores struct {
	Sentences, Words int

	// Roles are of our own clauses, read from the treebank's trees (gold) and from the parser's (drawn):
	// a triple of a predicate's token, a role (did, who, whom, to, by) and the head of its filler. did has
	// the predicate as its filler. Of these, NounRoles are those of event nouns.
	Roles, NounRoles map[string]RelScore

	// Arcs are plain: head, relation and dependent of nsubj, nsubj:pass, obj, iobj and obl:agent in the
	// treebank's trees and in the parser's. No clause is read for them.
	Arcs map[string]RelScore
}

// ClauseRoles are the keys of ClauseScores.Roles, ClauseArcs those of ClauseScores.Arcs.
var (
	ClauseRoles = []string{"did", "who", "whom", "to", "by"}
	ClauseArcs  = []string{"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"}
)

// Sum adds up the counts of all keys but those left out: what a micro-average is made of.
func Sum(scores map[string]RelScore, but ...string) RelScore {
	var sum RelScore
	for key, s := range scores {
		skip := false
		for _, b := range but {
			skip = skip || key == b
		}
		if !skip {
			sum.Gold, sum.Drawn, sum.Right = sum.Gold+s.Gold, sum.Drawn+s.Drawn, sum.Right+s.Right
		}
	}
	return sum
}

// EvalClauses scores the embedded model's clauses on a treebank with its words given. Treebanks have no
// names: those that the model sees are taken for the gold trees, too.
func EvalClauses(gold []Gold) ClauseScores {
	s := ClauseScores{Sentences: len(gold), Roles: map[string]RelScore{}, NounRoles: map[string]RelScore{}, Arcs: map[string]RelScore{}}
	m, work := english(), new(scratch)
	for i := range gold {
		drawn := m.readWords(gold[i].forms(nil), work)
		s.Words += len(drawn)
		for j := range drawn {
			gold[i].Tokens[j].Entity = drawn[j].Entity
		}
		countTriples(s.Roles, roleTriples(gold[i].Tokens, false), roleTriples(drawn, false))
		countTriples(s.NounRoles, roleTriples(gold[i].Tokens, true), roleTriples(drawn, true))
		countTriples(s.Arcs, arcTriples(gold[i].Tokens), arcTriples(drawn))
	}
	return s
}

// triple is a head, what its dependent is to it, and the dependent.
type triple struct {
	head   int
	role   string
	filler int
}

// roleTriples lists what the clauses of a sentence say, those of event nouns alone or all.
func roleTriples(tokens []Token, nouns bool) []triple {
	var list []triple
	for _, c := range clauses(tokens, 0) {
		if nouns && c.Form != NominalClause {
			continue
		}
		list = append(list, triple{c.Head, "did", c.Head})
		for k, p := range [...]Phrase{c.Who, c.Whom, c.To, c.By} {
			if !p.None() {
				list = append(list, triple{c.Head, ClauseRoles[k+1], p.Head})
			}
		}
	}
	return list
}

// arcTriples lists the arcs of a tree that ClauseArcs names.
func arcTriples(tokens []Token) []triple {
	var list []triple
	for i, t := range tokens {
		for _, rel := range ClauseArcs {
			if t.Rel == rel {
				list = append(list, triple{t.Head, rel, i})
			}
		}
	}
	return list
}

func countTriples(scores map[string]RelScore, gold, drawn []triple) {
	in := map[triple]bool{}
	for _, g := range gold {
		in[g] = true
		s := scores[g.role]
		s.Gold++
		scores[g.role] = s
	}
	for _, d := range drawn {
		s := scores[d.role]
		s.Drawn++
		s.Right += one(in[d])
		scores[d.role] = s
	}
}
