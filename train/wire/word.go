package main

import "strings"

// closed are the words that the grammar may name without a tag. Words with several tags get theirs
// from their relation, see settle.
var closed = closedWords(`
	DT the a this that some all both no any each another every these those
	PRP he they it them him himself themselves itself she we i
	PRP$ its their his her our
	WP who  WP$ whose  WDT which  WRB when where how why
	IN in on at of for from with by near outside inside against into between about over under after before since during
	   until while although though if unless whether because as than through across among behind like without within
	   along toward towards up out past
	RP off down  TO to  CC and or but  EX there  MD will could would may might should can must
	RB not n't also still only so ago later never ever almost nearly then now widely again well soon too
	JJS least  JJR more  JJ many such  RBS most
	POS 's ’s  . .  , ,  : ; colon  HYPH -  NN %`)

func closedWords(list string) map[string]string {
	words := map[string]string{"“": "``", "”": "''", "usd": "$", "lb": "-LRB-", "rb": "-RRB-"}
	tag := ""
	for _, line := range strings.Split(list, "\n") {
		for _, group := range strings.Split(line, "  ") {
			fields := strings.Fields(group)
			for i, f := range fields {
				if i == 0 && isTag(f, len(fields)) {
					tag = f
				} else {
					words[f] = tag
				}
			}
		}
	}
	return words
}

func isTag(f string, n int) bool {
	return n > 1 && (strings.ToUpper(f) == f && f != "%")
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// settle gives a word of the closed classes its tag, which may hang on its relation.
func (t *token) settle() {
	if t.tag == "" {
		t.tag = closed[t.lemma]
		switch {
		case t.lemma == "that" && t.rel == "mark":
			t.tag = "IN"
		case t.lemma == "that" && strings.HasPrefix(t.rel, "nsubj"):
			t.tag = "WDT"
		case t.lemma == "to" && (t.rel == "case" || t.rel == "fixed"):
			t.tag = "IN"
		case t.lemma == "as" && (t.rel == "advmod" || t.rel == "cc"), t.lemma == "about" && t.rel == "advmod", t.lemma == "over" && t.rel == "advmod":
			t.tag = "RB"
		case (t.lemma == "up" || t.lemma == "out" || t.lemma == "over") && t.rel == "compound:prt":
			t.tag = "RP"
		case t.lemma == "all" && t.rel == "det:predet":
			t.tag = "PDT"
		}
	}
	t.form = signs[t.lemma]
}

// signs are the words that the grammar cannot write as they are.
var signs = map[string]string{"lb": "(", "rb": ")", "colon": ":", "usd": "$"}

// baseForm is the lemma as EWT writes it.
func (t *token) baseForm() string {
	switch {
	case t.tag == "NNPS":
		return strings.TrimSuffix(t.lemma, "s")
	case t.lemma == "’s":
		return "'s"
	case t.form == "people":
		return "people"
	case t.tag == "``" || t.tag == "''":
		return `"`
	case t.tag == "CD":
		return strings.ReplaceAll(t.form, ",", "")
	case signs[t.lemma] != "":
		return t.form
	}
	if base, ok := bases[t.lemma]; ok && t.tag != "VBN" {
		return base
	}
	return t.lemma
}

// bases are the lemmas of words that the grammar names by their form.
var bases = map[string]string{
	"them": "they", "him": "he", "these": "this", "those": "that", "n't": "not", "i": "I",
	"earlier": "early", "later": "late", "others": "other", "worse": "bad", "worst": "bad", "deadliest": "deadly", "latest": "late",
	"largest": "large", "smaller": "small", "larger": "large", "stronger": "strong", "strongest": "strong", "weaker": "weak",
}

// universal is the universal part of speech that EWT gives a Penn tag in a relation.
func (t *token) universal() string {
	switch t.tag {
	case "IN":
		return universalIN(t.rel)
	case "DT":
		if t.rel != "det" && (t.lemma == "this" || t.lemma == "that") {
			return "PRON"
		}
		return "DET"
	case "TO":
		return "PART"
	case "RB":
		if t.lemma == "not" || t.lemma == "n't" {
			return "PART"
		}
	case "NN":
		if t.lemma == "%" {
			return "SYM"
		}
	case "NNP":
		if t.rel == "amod" {
			return "ADJ"
		}
	}
	if strings.HasPrefix(t.tag, "VB") && (strings.HasPrefix(t.rel, "aux") || t.rel == "cop") {
		return "AUX"
	}
	return universals[t.tag]
}

func universalIN(rel string) string {
	if rel == "mark" {
		return "SCONJ"
	}
	return "ADP"
}

var universals = map[string]string{
	"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "CD": "NUM",
	"RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "RP": "ADP", "PDT": "DET", "CC": "CCONJ", "MD": "AUX", "POS": "PART",
	"PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "WDT": "PRON", "EX": "PRON", "$": "SYM",
	"VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
	".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
}

// inflect returns the form of a lemma that goes with its Penn tag.
func inflect(lemma, tag string) string {
	switch tag {
	case "NNS":
		return plural(lemma)
	case "VBZ":
		if lemma == "be" || lemma == "have" {
			return map[string]string{"be": "is", "have": "has"}[lemma]
		}
		return withS(lemma)
	case "VBP":
		if lemma == "be" {
			return "are"
		}
	case "VBD", "VBN":
		return past(lemma, tag)
	case "VBG":
		return withING(lemma)
	}
	return lemma
}

func plural(lemma string) string {
	switch {
	case plurals[lemma] != "":
		return plurals[lemma]
	case strings.HasSuffix(lemma, "man") && lemma != "german":
		return strings.TrimSuffix(lemma, "an") + "en"
	}
	return withS(lemma)
}

var plurals = map[string]string{
	"person": "people", "woman": "women", "child": "children", "policewoman": "policewomen", "police": "police",
	"wife": "wives", "knife": "knives", "life": "lives", "personnel": "personnel", "aircraft": "aircraft", "arms": "arms",
	"schoolchild": "schoolchildren", "troop": "troops", "headquarters": "headquarters", "barracks": "barracks", "others": "others", "serviceman": "servicemen",
}

func withS(lemma string) string {
	switch {
	case endsWithAny(lemma, "s", "x", "z", "ch", "sh"), lemma == "go", lemma == "do", lemma == "hero", lemma == "embargo", lemma == "veto":
		return lemma + "es"
	case strings.HasSuffix(lemma, "y") && !vowelBeforeLast(lemma):
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}

func past(lemma, tag string) string {
	if forms, ok := irregular[lemma]; ok {
		if tag == "VBD" {
			return forms[0]
		}
		return forms[1]
	}
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case strings.HasSuffix(lemma, "y") && !vowelBeforeLast(lemma):
		return lemma[:len(lemma)-1] + "ied"
	}
	return doubled(lemma) + "ed"
}

func withING(lemma string) string {
	switch {
	case lemma == "be" || strings.HasSuffix(lemma, "ee"):
		return lemma + "ing"
	case lemma == "lie" || lemma == "die" || lemma == "tie":
		return lemma[:1] + "ying"
	case strings.HasSuffix(lemma, "e"):
		return lemma[:len(lemma)-1] + "ing"
	}
	return doubled(lemma) + "ing"
}

// doubled doubles the last letter of the lemmas that do so before -ed and -ing.
func doubled(lemma string) string {
	if doubling[lemma] {
		return lemma + lemma[len(lemma)-1:]
	}
	return lemma
}

var doubling = wordSet(`lob ram stab plan plot kidnap stop drop rob trap grab ban admit commit rebel patrol gun pin hit cut split
	set overrun run shut put begin regret transfer control occur propel wrap step get win forget travel quit`)

func endsWithAny(word string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

func vowelBeforeLast(word string) bool {
	return len(word) > 1 && strings.ContainsRune("aeiou", rune(word[len(word)-2]))
}

// beginsWithVowel reports whether a form is said with a vowel first: an army, an 18-year-old, an ELN
// raid, but a university.
func beginsWithVowel(form string) bool {
	lower := strings.ToLower(form)
	switch {
	case len(form) > 1 && form == strings.ToUpper(form) && form[0] >= 'A':
		return strings.ContainsRune("AEFHILMNORSX", rune(form[0]))
	case form[0] == '8' || form == "11" || form == "18":
		return true
	case startsWithAny(lower, "unid", "unin", "unim", "hour", "hono"):
		return true
	case startsWithAny(lower, "uni", "us", "eu", "one", "u.", "ura", "uga"):
		return false
	}
	return strings.ContainsRune("aeiou", rune(lower[0]))
}

func startsWithAny(word string, starts ...string) bool {
	for _, s := range starts {
		if strings.HasPrefix(word, s) {
			return true
		}
	}
	return false
}

// irregular are the past and the past participle of the verbs that do not add -ed.
var irregular = map[string][2]string{
	"be": {"was", "been"}, "have": {"had", "had"}, "do": {"did", "done"}, "say": {"said", "said"}, "tell": {"told", "told"},
	"strike": {"struck", "struck"}, "overrun": {"overran", "overrun"}, "blow": {"blew", "blown"}, "shoot": {"shot", "shot"},
	"fight": {"fought", "fought"}, "set": {"set", "set"}, "leave": {"left", "left"}, "hold": {"held", "held"},
	"take": {"took", "taken"}, "retake": {"retook", "retaken"}, "throw": {"threw", "thrown"}, "lay": {"laid", "laid"},
	"break": {"broke", "broken"}, "swear": {"swore", "sworn"}, "split": {"split", "split"}, "lead": {"led", "led"},
	"hit": {"hit", "hit"}, "hurt": {"hurt", "hurt"}, "put": {"put", "put"}, "go": {"went", "gone"}, "come": {"came", "come"},
	"become": {"became", "become"}, "bear": {"bore", "borne"}, "begin": {"began", "begun"}, "drive": {"drove", "driven"},
	"win": {"won", "won"}, "lose": {"lost", "lost"}, "flee": {"fled", "fled"}, "find": {"found", "found"}, "rise": {"rose", "risen"},
	"fall": {"fell", "fallen"}, "grow": {"grew", "grown"}, "make": {"made", "made"}, "give": {"gave", "given"}, "send": {"sent", "sent"},
	"build": {"built", "built"}, "hear": {"heard", "heard"}, "see": {"saw", "seen"}, "know": {"knew", "known"}, "think": {"thought", "thought"},
	"bring": {"brought", "brought"}, "buy": {"bought", "bought"}, "catch": {"caught", "caught"}, "seek": {"sought", "sought"},
	"stand": {"stood", "stood"}, "write": {"wrote", "written"}, "cut": {"cut", "cut"}, "run": {"ran", "run"}, "meet": {"met", "met"},
	"keep": {"kept", "kept"}, "sell": {"sold", "sold"}, "spend": {"spent", "spent"}, "freeze": {"froze", "frozen"}, "shut": {"shut", "shut"},
	"ride": {"rode", "ridden"}, "withdraw": {"withdrew", "withdrawn"}, "undertake": {"undertook", "undertaken"}, "spread": {"spread", "spread"},
	"read": {"read", "read"}, "steal": {"stole", "stolen"}, "burn": {"burned", "burned"}, "pay": {"paid", "paid"}, "get": {"got", "got"},
}
