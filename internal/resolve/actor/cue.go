package actor

// cue says what a sentence is about, by the words beside the mention.
type cue struct {
	arms  bool   // something is told of arms or of those who bear them
	peace string // a word of sport, trade, study or the like; "" if there is none
}

// cue reads the words of the sentence around a mention; zero if the sentence is not known.
func (b *Book) cue(ctx Context) cue {
	var out cue
	s := scanner{text: ctx.Sentence}
	for w, ok := s.next(); ok && !out.arms; w, ok = s.next() {
		if w.start >= ctx.At && w.end <= ctx.end {
			continue
		}
		switch sec := b.lexicon.known.At(string(s.fold)).alone; {
		case sec&inArms != 0:
			out.arms = true
		case out.peace == "" && sec&inPeace != 0:
			out.peace = string(s.fold)
		}
	}
	return out
}
