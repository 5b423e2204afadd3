package actor

import (
	"strings"

	"dateline"
)

// Class says what sort of voice a speaker is, from his words ('hospital officials', 'General Michael
// E. Kurilla, head of the U.S. military's Central Command') and what they resolve to. No words are
// Unnamed. The head noun decides; a noun that says only how somebody speaks ('a spokesman') takes
// the class of whom he speaks for; words that say nothing of the kind are OtherVoice.
func Class(words string, r dateline.Resolution) dateline.SpeakerClass {
	return Load().Class(words, r)
}

// Class is the package's Class with the records of b.
func (b *Book) Class(words string, r dateline.Resolution) dateline.SpeakerClass {
	p := b.phrase(words)
	defer p.done()
	if p.len() == 0 {
		return dateline.Unnamed
	}
	party, isParty := b.partyClass(r)
	if isParty {
		b.blank(p)
	}
	head, told := p.speaker()
	switch {
	case isParty && (!told || head == "" || !outsideVoice[head] || b.medium(r)):
		return party
	case told && head != "":
		return head
	case told:
		return dateline.Unnamed // 'a spokesman', 'sources'
	case r.State == dateline.Unknown:
		return dateline.Unnamed
	}
	return dateline.OtherVoice
}

// blank takes the words of listed names out of the phrase's nouns: the 'workers' of a party's name
// are no witnesses.
func (b *Book) blank(p *phrase) {
	norm := []byte(p.norm)
	for _, h := range b.names.find(p.text, p.words) {
		for i := p.at[h.first]; i < p.at[h.last+1]-1; i++ {
			norm[i] = '.'
		}
	}
	p.norm = string(norm)
}

// medium reports whether r is a group's own media: no outlet, whatever it calls itself.
func (b *Book) medium(r dateline.Resolution) bool {
	a, _ := b.Get(r.Actor)
	return a.Kind == dateline.MediaWing
}

// outsideVoice are the classes that a head noun keeps even beside a party's name: 'an expert on the
// Taliban', 'residents of Hamas-run Gaza'.
var outsideVoice = map[dateline.SpeakerClass]bool{dateline.Witness: true, dateline.Medic: true, dateline.Outlet: true, dateline.Expert: true}

// partyClass gives the class of who the words were resolved to; false if they are nobody's.
func (b *Book) partyClass(r dateline.Resolution) (dateline.SpeakerClass, bool) {
	if r.State != dateline.Known && (r.State != dateline.Ambiguous || len(r.Others) == 0) {
		return "", false
	}
	id := r.Actor
	if id == "" {
		id = r.Others[0]
	}
	if strings.HasPrefix(id, statePrefix) {
		if strings.HasSuffix(id, ":health ministry") {
			return dateline.Medic, true
		}
		return dateline.Authorities, true
	}
	a, ok := b.Get(id)
	return classOf[a.Kind], ok
}

var classOf = map[dateline.ActorKind]dateline.SpeakerClass{
	dateline.ArmedGroup: dateline.GroupVoice, dateline.Militia: dateline.GroupVoice, dateline.Coalition: dateline.GroupVoice,
	dateline.Criminal: dateline.GroupVoice, dateline.MediaWing: dateline.GroupVoice, dateline.StateForce: dateline.Authorities,
	dateline.Government: dateline.Authorities, dateline.International: dateline.Organised,
}

// speaker finds the class of the noun that heads the words: in the first stretch up to a comma that
// has one, before its first preposition if one stands there, else after it. The class is "" and
// told is true for a noun such as 'spokesman' with nothing more.
func (p *phrase) speaker() (class dateline.SpeakerClass, told bool) {
	for from := 0; from < p.len(); {
		to := p.stretch(from)
		c, ok := p.headClass(from, to)
		if ok && c != "" {
			return c, true
		}
		told = told || ok
		from = to
	}
	return "", told
}

// stretch gives the end of the stretch that starts at word from.
func (p *phrase) stretch(from int) int {
	to := from + 1
	for to < p.len() && !strings.ContainsAny(p.gap(to), ",;:()") {
		to++
	}
	return to
}

func (p *phrase) headClass(from, to int) (dateline.SpeakerClass, bool) {
	of := from
	for of < to && !p.has(inOf, of) && !p.has(inEnds, of) || of == from {
		of++
		if of >= to {
			break
		}
	}
	of = min(of, to)
	told := false
	for _, part := range [][2]int{{from, of}, {of, to}} {
		c, ok := p.lastClass(part[0], part[1])
		if c != "" {
			return c, true
		}
		told = told || ok
	}
	return "", told
}

// lastClass gives the class of the last noun of words i to j that has one; before a name a title
// decides.
func (p *phrase) lastClass(i, j int) (dateline.SpeakerClass, bool) {
	told := false
	for end := j; end > i; end-- {
		for n := min(longestPhrase, end-i); n > 0; n-- {
			if end < j && p.words[end-n].is(initial) {
				if c, ok := p.titleAt(end-n, n); ok {
					return c, true
				}
			}
			c, ok := p.speakerAt(end-n, n)
			if ok && c != "" {
				return c, true
			}
			told = told || ok
		}
	}
	return "", told
}
