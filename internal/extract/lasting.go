package extract

import (
	"slices"
	"strings"

	"dateline/internal/parse"
)

// Lasting reports whether what token k of a sentence tells is told of violence that goes on for months or years: 'the
// war has killed 220,000', 'killed more than 800 in a campaign for', or as somebody's record. It has no day and no town of its own.
func Lasting(s *parse.Sentence, k int) bool {
	if record(s, k) || everSince(s, k) {
		return true
	}
	lasting := load().nouns
	for d := range s.Tokens {
		t := &s.Tokens[d]
		if t.Tag != "NOUN" || !lasting.has(t.Lemma, "lasting") {
			continue
		}
		rel, _, _ := strings.Cut(t.Rel, ":")
		switch {
		case rel == "nsubj" && governs(s, t.Head, k), rel == "obl" && t.Head == k && within(s, d):
			return true
		case (rel == "nmod" || rel == "obl") && ofToll(s, d, k):
			return true
		}
	}
	return false
}

// ofToll reports whether lasting violence d is what the toll told by k is of: 'put the death toll from the six-year conflict at', 'the toll
// of the war has risen'.
func ofToll(s *parse.Sentence, d, k int) bool {
	toll := slices.IndexFunc(s.Tokens[:d], func(t parse.Token) bool { return t.Lemma == "toll" && t.Tag == "NOUN" })
	if toll < 0 || toll != k && s.Tokens[toll].Head != k && s.Tokens[k].Head != toll {
		return false
	}
	for c := toll + 1; c < d; c++ {
		if tag := s.Tokens[c].Tag; tag == "VERB" || tag == "SCONJ" || tag == "PROPN" {
			return false
		}
	}
	return true
}

// everSince reports whether verb k sums up what has been done since something else took place: 'have been killed since the war broke out', 'since the coup'.
func everSince(s *parse.Sentence, k int) bool {
	if h := s.Tokens[k].Head; h >= 0 && h < k && (s.Tokens[k].Is("conj") || s.Tokens[k].Is("advcl") && s.Tokens[k].Fine == "VBN" && s.Child(k, "mark") < 0) {
		return everSince(s, h) // 'have been killed and millions displaced since'
	}
	has, since := false, false
	for c := range s.Tokens {
		t := &s.Tokens[c]
		if t.Head != k {
			continue
		}
		has = has || t.Is("aux") && t.Lemma == "have" && t.Fine != "VBD"
		if t.Is("advcl") {
			m := s.Child(c, "mark")
			since = since || m >= 0 && s.Tokens[m].Lemma == "since"
		}
		if t.Is("obl") && t.Tag == "NOUN" { // 'since the beginning of the war'
			m := s.Child(c, "case")
			since = since || m >= 0 && s.Tokens[m].Lemma == "since"
		}
	}
	return has && since
}

// record reports whether verb k tells what somebody has done so far, and no one deed: 'which has attacked schools before',
// 'Ansaru has abducted foreigners'. Nobody in particular suffers it, and no number is told.
func record(s *parse.Sentence, k int) bool {
	if s.Tokens[k].Tag != "VERB" {
		return false
	}
	has, before, bare, who := false, false, false, s.Tokens[k].Rel == "acl:relcl"
	for c := range s.Tokens {
		t := &s.Tokens[c]
		if t.Head != k {
			continue
		}
		switch rel, _, _ := strings.Cut(t.Rel, ":"); rel {
		case "aux":
			has = has || t.Lemma == "have" && (t.Fine == "VBZ" || t.Fine == "VBP")
		case "advmod":
			before = before || t.Lemma == "before" || t.Lemma == "previously"
		case "obj":
			bare = t.Fine == "NNS" && s.Child(c, "det", "nummod", "nmod:poss") < 0
		case "nsubj":
			who = who || t.Tag == "PROPN" || s.Child(c, "appos") >= 0 && s.Tokens[s.Child(c, "appos")].Tag == "PROPN"
		}
	}
	return has && bare && (before || who)
}

// within reports whether 'in' or 'during' stands before the noun d.
func within(s *parse.Sentence, d int) bool {
	return slices.ContainsFunc(s.Tokens, func(t parse.Token) bool {
		return t.Head == d && t.Rel == "case" && (t.Lemma == "in" || t.Lemma == "during")
	})
}

// governs reports whether k is the token h, or what h says or seems: 'the war is thought to have killed'.
func governs(s *parse.Sentence, h, k int) bool {
	for n := 0; k >= 0 && n < 3; n++ {
		if k == h {
			return true
		}
		if rel := s.Tokens[k].Rel; rel != "xcomp" && rel != "conj" {
			return false
		}
		k = s.Tokens[k].Head
	}
	return false
}
