package extract

import "dateline"

// roll reads a list of people or things off the words behind the last of heads, where the tree lost them:
// 'killing Ana Kovac, 42; her son, 19; and a policeman'. A list ends in 'and' or has semicolons; a single
// noun between commas behind a name says who that is ('Ana Kovac, a judge, and her son').
func (d *draft) roll(heads []int) []dateline.Span {
	v := d.v
	at := -1
	for _, h := range heads {
		at = max(at, v.endOf(v.lone(h)))
	}
	var items []item
	closed := false
	for k := 0; k < 40 && !closed; k++ {
		it, ok := v.nextItem(at)
		if !ok || !d.listable(it, heads) {
			break
		}
		closed = it.mark == "and"
		items, at = append(items, it), it.last
	}
	var out []dateline.Span
	for i, it := range items {
		if firm(items[i:]) && !v.aside(items, i, heads) {
			out = append(out, v.span(it.first, it.last))
		}
	}
	return out
}

// item is one member of a list: its words, and what parts it from the one before.
type item struct {
	first, last, head int
	mark              string // ',' or ';' or 'and'
}

// firm reports whether a list goes on to an 'and' or has a semicolon.
func firm(items []item) bool {
	for _, it := range items {
		if it.mark != "," {
			return true
		}
	}
	return false
}

// aside reports whether item i only says who the one before it is.
func (v *view) aside(items []item, i int, heads []int) bool {
	before := heads[len(heads)-1]
	if i > 0 {
		before = items[i-1].head
	}
	named := !v.r.personNamed(v, before).IsZero()
	return named && items[i].mark == "," && v.tag(items[i].head) == "NOUN" && v.r.personNamed(v, items[i].head).IsZero() && !v.plural(items[i].head)
}

// endOf returns the last token of sp.
func (v *view) endOf(sp dateline.Span) int {
	last := -1
	for t := range v.s.Tokens {
		if v.s.Tokens[t].Span.End <= sp.End {
			last = t
		}
	}
	return last
}

// nextItem reads a list's next member behind token at; ages and notes in brackets are passed over.
func (v *view) nextItem(at int) (item, bool) {
	n := len(v.s.Tokens)
	i := at + 1
	if i+1 < n && v.tok(i).Form == "," && v.tag(i+1) == "NUM" && (i+2 == n || v.tag(i+2) == "PUNCT" || v.tag(i+2) == "CCONJ") {
		i += 2 // ', 34'
	}
	var it item
	for ; i < n; i++ {
		switch f := v.tok(i).Form; {
		case f == "," || f == ";":
			if it.mark == "" || f == ";" {
				it.mark = f
			}
		case v.tag(i) == "CCONJ" && v.lemma(i) == "and":
			if it.mark != ";" {
				it.mark = "and"
			}
		default:
			return v.itemAt(i, it)
		}
	}
	return it, false
}

// itemAt reads the noun phrase that begins at token i.
func (v *view) itemAt(i int, it item) (item, bool) {
	if it.mark == "" {
		return it, false
	}
	it.first, it.last, it.head = i, i-1, -1
	for t := i; t < len(v.s.Tokens); t++ {
		switch v.tag(t) {
		case "DET", "ADJ", "NUM":
		case "PRON":
			if v.rel(t) != "nmod:poss" {
				return it, it.head >= 0
			}
		case "NOUN", "PROPN":
			it.head, it.last = t, t
		case "PART":
			it.head = -1 // "Kovac's": what follows is the head
		default:
			return it, it.head >= 0
		}
	}
	return it, it.head >= 0
}

// listable reports whether an item can stand in the list of heads: people with people, things with things;
// no time, no place, and not the subject of a verb of its own.
func (d *draft) listable(it item, heads []int) bool {
	v, n := d.v, d.v.r.lex.nouns
	if v.is(it.head, dateline.SomeTime) || v.is(it.head, dateline.Somebody) || v.deed(it.head) || d.filled(it.head) {
		return false
	}
	if h := v.head(it.head); v.base(it.head) == "nsubj" && h > it.head && h != d.at {
		return false
	}
	for _, h := range heads {
		if v.within(it.head, h) && v.lone(h).Overlaps(v.tok(it.head).Span) || v.base(it.head) == "conj" && v.head(it.head) == h {
			return false // it has its words already
		}
	}
	person := func(t int) bool { return n.has(v.lemma(t), "people", "state") || !v.r.personNamed(v, t).IsZero() }
	if person(heads[0]) {
		return person(it.head)
	}
	return n.has(v.lemma(heads[0]), "site") && n.has(v.lemma(it.head), "site")
}
