package parse

import "strings"

// captions takes a second look at paragraphs, now with their grammar. Captions are a picture that
// shows something ('A still taken from a video shows ...') and people who do something that can be
// seen, now ('Relatives identify the bodies'). A stray headline without a verb is a section's heading.
func (t *Text) captions() {
	first := t.firstSentences()
	for i := range t.Paragraphs {
		p := &t.Paragraphs[i]
		switch {
		case first[i] < 0 || len(t.Paragraphs) == 1:
		case p.Kind == Body:
			if why := t.scene(first[i]); why != "" {
				p.Kind, p.Why = Caption, why
			}
		case p.Why == strayHeadline && t.Sentences[first[i]].verbless():
			p.Kind, p.Why = Heading, "title case without a verb"
		}
	}
}

// verbless reports whether no word of the sentence is a finite verb: then it is a section's heading
// rather than another article's headline.
func (s *Sentence) verbless() bool {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.Form == "?" || t.Fine == "MD":
			return false
		case (t.Tag == "VERB" || t.Tag == "AUX") && t.Fine != "VBN" && t.Fine != "VBG":
			return false
		}
	}
	return true
}

// firstSentences gives for each paragraph the number of its first sentence, -1 for none, and -1 for
// a paragraph of more than three, which is too long for a caption.
func (t *Text) firstSentences() []int {
	first, count := make([]int, len(t.Paragraphs)), make([]int, len(t.Paragraphs))
	for i := len(t.Sentences) - 1; i >= 0; i-- {
		p := t.Sentences[i].Paragraph
		first[p] = i
		count[p]++
	}
	for p := range first {
		if count[p] == 0 || count[p] > 3 {
			first[p] = -1
		}
	}
	return first
}

// scene says what makes a caption of a sentence, "" for none.
func (t *Text) scene(i int) string {
	s := &t.Sentences[i]
	if s.picture() {
		return "a picture shows something"
	}
	verb := s.Root()
	if verb < 0 || len(s.Tokens) > 60 {
		return ""
	}
	subject := s.Child(verb, "nsubj")
	if subject < 0 || s.Tokens[subject].Tag == "PRON" || s.Tokens[0].Is("det") && pointing[strings.ToLower(s.Tokens[0].Form)] {
		return ""
	}
	v := s.Tokens[verb]
	present := v.Fine == "VBZ" || v.Fine == "VBP"
	if present && scenes[v.Lemma] && s.Child(verb, "ccomp") < 0 && s.Child(verb, "aux") < 0 && s.placed() {
		return "a scene in the present tense"
	}
	return ""
}

// picture reports whether the sentence begins with a picture, 'A still taken from an undated video',
// that shows or showing something. Words, not the tree: 'still' is too rarely a noun.
func (s *Sentence) picture() bool {
	noun := -1
	for i := range min(len(s.Tokens), 6) {
		if pictures[strings.ToLower(s.Tokens[i].Form)] {
			noun = i
			break
		}
		if s.Tokens[i].Tag == "VERB" && s.Tokens[i].Fine != "VBN" && s.Tokens[i].Fine != "VBG" {
			return false
		}
	}
	for i := noun + 1; noun >= 0 && i < min(len(s.Tokens), noun+25); i++ {
		if form := strings.ToLower(s.Tokens[i].Form); shown[form] {
			return true
		}
	}
	return false
}

// placed reports whether something in the sentence says where or when, which captions do.
func (s *Sentence) placed() bool {
	for i, t := range s.Tokens {
		if strings.HasPrefix(t.Rel, "obl") || strings.HasPrefix(t.Rel, "nmod") && t.Tag == "PROPN" {
			if c := s.Child(i, "case"); c >= 0 && places[s.Tokens[c].Lemma] {
				return true
			}
		}
	}
	return false
}

var (
	pictures = wordSet(`still photo photograph picture image video footage screenshot screengrab grab frame
		illustration handout portrait photos images pictures`)
	shown    = wordSet("shows show depicts depict captures displays portrays purports")
	pointing = wordSet("this that these those such no any every")
	places   = wordSet("in at on near outside inside by along during after around next beside through across")
	scenes   = wordSet(`stand sit walk carry hold attend gather inspect identify mourn patrol ride march pose look watch wait
		queue pray bury wave burn speak address arrive search react chant clean remove escort flee point load dig
		view lay protest raise pass ride rise hug embrace weep cry comfort examine survey secure guard man crouch
		kneel lie sleep play shop cross drive run aim fire load unload push pull lift help tend treat collect prepare
		rest line hang block climb salute parade rally demonstrate shout celebrate listen talk chat shake greet smile gesture
		kiss light observe work check sift sweep stroll receive visit tour`)
)
