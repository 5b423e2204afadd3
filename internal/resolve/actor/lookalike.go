package actor

import (
	"strings"

	"dateline"
)

// suspicious refuses words with a word of two scripts ('Наmas' with Cyrillic Н and а): they are no
// match, whatever they look like, and the reason says what they look like.
func (b *Book) suspicious(p *phrase) (dateline.Resolution, bool) {
	strange := false
	for _, w := range p.words {
		strange = strange || w.is(mixed)
	}
	if !strange {
		return dateline.Resolution{}, false
	}
	r := dateline.Resolution{State: dateline.NotListed, Score: 0.3, Why: "a word has letters of two scripts"}
	latin := lookalikes.Replace(p.text)
	for _, h := range b.names.find(latin, b.names.tokens(latin)) {
		m := b.match(latin, h)
		r.Others = append(r.Others, m.Actors...)
		r.Why += "; it looks like '" + m.Name + "' and is not"
	}
	return r, true
}

// lookalikes gives the Latin letters that Cyrillic and Greek ones look like.
var lookalikes = strings.NewReplacer("А", "A", "а", "a", "В", "B", "Е", "E", "е", "e", "К", "K", "к", "k", "М", "M",
	"Н", "H", "О", "O", "о", "o", "Р", "P", "р", "p", "С", "C", "с", "c", "Т", "T", "у", "y", "Х", "X", "х", "x",
	"І", "I", "і", "i", "Ѕ", "S", "ѕ", "s", "Ј", "J", "ј", "j", "Α", "A", "Β", "B", "Ε", "E", "Η", "H", "Ι", "I",
	"Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O", "ο", "o", "Ρ", "P", "Τ", "T", "Χ", "X")
