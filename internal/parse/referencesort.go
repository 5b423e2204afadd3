package parse

// sortBuckets are the features of the guess at what a mention stands for, by their hash.
const sortBuckets = 1 << 14

// sortFeatures lists what tells what a mention stands for: its words, its place, its name's kind.
func sortFeatures(t *Text, names []Name, m *Mention, f *facts, list []int32) []int32 {
	s := &t.Sentences[m.Sentence]
	head := &s.Tokens[m.Head]
	var buffer [48]byte
	form := fold(head.Form, buffer[:0])
	add := func(template, value uint32) {
		list = append(list, int32(mix(template, value)>>8%sortBuckets))
	}
	add(100, uint32(f.class))
	add(101, f.head)
	add(102, hashBytes(form[max(0, len(form)-3):]))
	add(103, hashBytes(form[max(0, len(form)-4):]))
	add(104, f.lead)
	add(105, f.governor)
	add(106, mix(f.governor, uint32(f.class)))
	add(107, shapeOf(head.Form)*4+uint32(f.number))
	add(108, f.core)
	add(109, f.words[0])
	if f.n > 1 {
		add(110, f.words[f.n-2])
	}
	if m.First > 0 {
		add(111, tokenHash(s.Tokens[m.First-1].Form))
	}
	if m.Last+1 < len(s.Tokens) {
		add(112, tokenHash(s.Tokens[m.Last+1].Form))
	}
	if f.gender != 0 {
		add(113, 0)
	}
	add(114, f.after)
	for i := range names {
		if n := &names[i]; n.Sentence == m.Sentence && n.First <= m.Head && m.Head <= n.Last {
			add(115, hashBytes([]byte(n.Kind)))
		}
	}
	if head.Entity != "" {
		add(116, tokenHash(head.Entity[2:]))
	}
	return list
}
