package parse

import (
	"strings"

	"dateline"
)

// names finds the proper names of every sentence, in the order of the text: runs of words tagged as
// names with the small words that belong inside ('Ministry of Defence', 'Osama bin Laden'). Titles
// stay outside ('General Michael E. Kurilla' gives 'Michael E. Kurilla'), and months and weekdays with their
// figures are names of kind date.
func names(m *model, t *Text) []Name {
	var list []Name
	for i := range t.Sentences {
		list = append(list, namesIn(&t.Sentences[i], i)...)
	}
	nameKinds(m, t, list)
	return list
}

// namesIn finds the names of one sentence.
func namesIn(s *Sentence, number int) []Name {
	var list []Name
	for i := 0; i < len(s.Tokens); i++ {
		if !s.Tokens[i].named() {
			continue
		}
		last := runEnd(s, i)
		for _, part := range parts(s, i, last) {
			list = append(list, Name{Span: s.SpanOf(part[0], part[1]), Sentence: number,
				First: part[0], Last: part[1], Kind: dateKind(s, part[0])})
		}
		i = last
	}
	return list
}

// named reports whether t is a word of a name.
func (t *Token) named() bool {
	return t.Fine == "NNP" || t.Fine == "NNPS" || t.Tag == "PROPN" && t.Fine != "ADD" && t.Fine != "GW"
}

// runEnd returns the last token of the run of name words that begins at i.
func runEnd(s *Sentence, i int) int {
	last := i
	for {
		next := inside(s, last)
		if next < 0 {
			return last
		}
		last = next
	}
}

// inside returns the next token of the name of which token i is part, -1 where the name ends.
func inside(s *Sentence, i int) int {
	if i+1 >= len(s.Tokens) {
		return -1
	}
	next := &s.Tokens[i+1]
	lower := strings.ToLower(next.Form)
	switch {
	case next.named() && !calendar[strings.ToLower(s.Tokens[i].Form)] && !calendar[lower]:
		return i + 1
	case calendar[strings.ToLower(s.Tokens[i].Form)]:
		return dateInside(s, i)
	case next.Tag == "NUM" && shapeOf(next.Form) == shapeDigits && (next.Head == i || next.Head == s.Tokens[i].Head) && numberedNoun[strings.ToLower(s.Tokens[i].Form)]:
		return i + 1
	case (lower == "of" || lower == "for") && ofNoun[strings.ToLower(s.Tokens[i].Form)]:
		return nameAfter(s, i+1, "the")
	case particles[lower] && next.Form == lower:
		return nameAfter(s, i+1, "")
	case next.Fine == "POS" && possessors[strings.ToLower(s.Tokens[i].Form)]:
		return nameAfter(s, i+1, "")
	}
	return -1
}

// nameAfter returns the first name word after token i, past one skip word, -1 for none.
func nameAfter(s *Sentence, i int, skip string) int {
	for j := i + 1; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		lower := strings.ToLower(t.Form)
		switch {
		case t.named() && !calendar[lower]:
			return j
		case t.Fine == "JJ" && isUpper([]rune(t.Form)[0]) && shapeOf(t.Form) == shapeTitle && j+1 < len(s.Tokens) && s.Tokens[j+1].named():
			return j + 1
		case lower != skip && !particles[lower]:
			return -1
		}
	}
	return -1
}

// dateInside goes on within a date: month, day, comma, year.
func dateInside(s *Sentence, i int) int {
	next := i + 1
	if s.Tokens[next].Form == "," && i > 0 && s.Tokens[i].Tag == "NUM" {
		next++
	}
	if next < len(s.Tokens) && s.Tokens[next].Tag == "NUM" && shapeOf(s.Tokens[next].Form) == shapeDigits {
		return next
	}
	return -1
}

func dateKind(s *Sentence, first int) NameKind {
	if calendar[strings.ToLower(strings.TrimSuffix(s.Tokens[first].Form, "."))] && s.Tokens[first].Fine == "NNP" {
		return NameDate
	}
	return NameUnknown
}

// parts cuts a run of name words at the titles in it, which are left out unless nothing else is
// left: 'U.S. President Joe Biden' holds U.S. and Joe Biden.
func parts(s *Sentence, first, last int) [][2]int {
	var list [][2]int
	start := first
	for i := first; i <= last; i++ {
		if !s.titleAt(i, last) {
			continue
		}
		if i > start {
			list = append(list, trim(s, start, i-1)...)
		}
		start = i + 1
	}
	if start <= last {
		list = append(list, trim(s, start, last)...)
	}
	return list
}

// trim takes the words that are no part of a name from both ends, and gives nothing when only such
// words are there.
func trim(s *Sentence, first, last int) [][2]int {
	for first <= last && loose(&s.Tokens[first]) {
		first++
	}
	for last >= first && loose(&s.Tokens[last]) {
		last--
	}
	if first > last {
		return nil
	}
	return [][2]int{{first, last}}
}

func loose(t *Token) bool {
	return t.Fine == "POS" || t.Tag == "ADP" || t.Tag == "PUNCT" || t.Tag == "DET" && t.Fine == "DT"
}

// titleAt reports whether token i is a title of the name that goes on behind it.
func (s *Sentence) titleAt(i, last int) bool {
	word := strings.TrimSuffix(strings.ToLower(s.Tokens[i].Form), ".")
	if i >= last || !titles[word] {
		return false
	}
	next := strings.ToLower(s.Tokens[i+1].Form)
	if s.Tokens[i+1].Fine == "POS" {
		return false
	}
	return !orgNouns[next] && next != "of" && !facilityNouns[next]
}

// The words that names are told by. Titles stand before a person's name; ofNoun are the nouns after which
// 'of' goes on with the name; possessors are what possessive group names begin with.
var (
	titles = wordSet(`gen general lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal adm admiral
		brig brigadier cmdr commander marshal commodore mr mrs ms miss dr prof professor rev reverend hon sen senator rep
		representative gov governor pres president vice-president premier chancellor minister secretary ambassador envoy king queen prince
		princess emir sultan sheikh sheik shaykh mullah maulana maulvi molvi mufti imam ayatollah hojatoleslam pope bishop archbishop cardinal father
		sir lord lady dame judge justice chief director spokesman spokeswoman spokesperson prosecutor mayor deputy lawmaker
		prime foreign interior defence defense private pvt inspector superintendent detective officer commissioner attorney
		congressman congresswoman chairman chairwoman leader warlord comandante commandante monsignor sister brother haji hajji qari hafiz qazi ustad`)
	ofNoun = wordSet(`ministry movement front army party union university bank republic kingdom state states province organization
		organisation council committee house office department gulf bay strait straits isle islands horn emirate brotherhood league
		forces force brigade brigades battalion battalions soldiers sons daughters congress federation confederation association alliance coalition
		court board bureau institute college school academy church cathedral mosque hall assembly parliament senate chamber
		commission corps guard guards guardians defenders legion knights society group network center centre fund agency
		caliphate government bastion base cape mount lake river port city town district region area gate command militia
		authority service services dawn holy partisans supporters followers swords lions eagles voice vanguard vanguards
		caucus sea valley tower ring secretary bridge day battle siege treaty statute hospital company companies campaign fighters guard resistance revolution martyrs
		initiative rally medecins reporters doctors`)
	numberedNoun = wordSet("unit brigade group battalion squad division regiment corps article resolution highway route apollo flight class type area zone sector bus gate phase section camp block street avenue room channel sector hotel november")
	possessors   = wordSet("lord people peoples women workers children god doctors farmers students heaven world saint men king queen st")
	particles    = wordSet("bin ibn al el bint abu ould de la las los del von van der den di da dos du des le y e ul ur ud e- al-din ben")
	calendar     = wordSet(`january february march april may june july august september october november december jan feb mar apr
		jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun`)
)

// Nouns that end the names of organisations and of buildings, and of places.
var (
	orgNouns = wordSet(`group army front party movement organization organisation council committee ministry department agency
		command force forces brigade brigades battalion battalions corps guard guards militia militias alliance coalition union league
		association federation confederation congress parliament senate assembly government court police network brotherhood
		university institute foundation bank company corporation corp inc ltd press news times post agency service services
		bureau office administration authority commission house directorate intelligence secretariat staff board fund
		center centre initiative project watch international society club unit squad division regiment legion cartel
		gang faction wing bloc state caliphate emirate province tigers defence defense security jihad islam
		resistance liberation fighters rebels separatists insurgents monitor observatory assembly diary reuters journal tribune broadcasting election elections`)
	facilityNouns = wordSet(`hall airport hospital hotel mosque church cathedral school prison bridge station stadium square market
		mall camp base barracks tower palace embassy port highway road street avenue dam theatre theater temple synagogue shrine cemetery museum park
		plaza airfield checkpoint crossing monastery convent restaurant cafe café nightclub bakery clinic consulate jail penitentiary airbase stadium arena refinery pipeline plant mine`)
)

// spanWords returns the words of a name in lower case.
func (t *Text) spanWords(s dateline.Span) string { return strings.ToLower(s.In(t.Source)) }
