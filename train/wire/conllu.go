package main

import (
	"fmt"
	"io"
	"strings"
)

// write writes the sentence in CoNLL-U as number n.
func (s sentence) write(w io.Writer, n int) error {
	number := map[*token]int{}
	for i, t := range s.tokens {
		number[t] = i + 1
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# sent_id = wire-%04d\n# text = %s\n", n, s.text())
	for i, t := range s.tokens {
		misc := "_"
		if i+1 < len(s.tokens) && !s.spaceAfter(i) {
			misc = "SpaceAfter=No"
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, t.form, t.baseForm(), t.universal(), t.tag, number[t.head], t.rel, misc)
	}
	_, err := fmt.Fprintln(w, b.String())
	return err
}

func (s sentence) text() string {
	var b strings.Builder
	for i, t := range s.tokens {
		b.WriteString(t.form)
		if i+1 < len(s.tokens) && s.spaceAfter(i) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spaceAfter reports whether a space stands behind word i.
func (s sentence) spaceAfter(i int) bool {
	t, next := s.tokens[i], s.tokens[i+1]
	switch {
	case t.tag == "``" || t.tag == "-LRB-" || t.tag == "$" || t.tag == "HYPH" || next.tag == "HYPH":
		return false
	case next.tag == "POS" || next.form == "n't" || next.form == "%":
		return false
	}
	return next.tag != "." && next.tag != "," && next.tag != ":" && next.tag != "''" && next.tag != "-RRB-"
}
