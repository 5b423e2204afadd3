package actor

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline"
)

// Skeleton is the file of a new record, to be filled in: its name, kind, summary, names, home and sources, with
// "" and [] for those that are not there.
func Skeleton(a dateline.Actor) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "name: %s\nkind: %s\nsummary: %s\nnames:\n", strconv.Quote(a.Name), a.Kind, strconv.Quote(a.Summary))
	for _, n := range a.Names {
		b.WriteString("  - {name: " + strconv.Quote(n.Name))
		if n.Script != "" {
			b.WriteString(", script: " + n.Script)
		}
		if n.Weak {
			b.WriteString(", weak: true")
		}
		b.WriteString("}\n")
	}
	if len(a.Home) > 0 {
		fmt.Fprintf(&b, "home: [%s]\n", strings.Join(a.Home, ", "))
	}
	if len(a.Sources) == 0 {
		b.WriteString("sources: []\n")
	} else {
		b.WriteString("sources:\n")
	}
	for _, s := range a.Sources {
		fmt.Fprintf(&b, "  - %s\n", strconv.Quote(s))
	}
	if back, err := Decode(a.ID, b.Bytes()); err != nil || !slices.Equal(back.Names, a.Names) {
		return nil, fmt.Errorf("write actor %s: a name or an address is not text: %w", a.ID, cmp.Or(err, errNotText))
	}
	return b.Bytes(), nil
}

// IDOf makes an identifier from a name: its folded words with hyphens between them; "" if it has other letters
// than plain ones.
func IDOf(name string) string {
	id := strings.ReplaceAll(folded(name), " ", "-")
	if !idForm.MatchString(id) {
		return ""
	}
	return id
}

// ScriptOf gives the ISO 15924 code of the letters of a name: "" for Latin and for what it does not know.
func ScriptOf(name string) string {
	codes := []struct {
		table *unicode.RangeTable
		code  string
	}{{unicode.Arabic, "Arab"}, {unicode.Cyrillic, "Cyrl"}, {unicode.Hiragana, "Jpan"}, {unicode.Katakana, "Jpan"}, {unicode.Han, "Hani"}, {unicode.Hebrew, "Hebr"},
		{unicode.Greek, "Grek"}, {unicode.Devanagari, "Deva"}, {unicode.Bengali, "Beng"}, {unicode.Myanmar, "Mymr"},
		{unicode.Thai, "Thai"}, {unicode.Tamil, "Taml"}, {unicode.Ethiopic, "Ethi"}, {unicode.Hangul, "Kore"}, {unicode.Gurmukhi, "Guru"},
		{unicode.Khmer, "Khmr"}, {unicode.Sinhala, "Sinh"}, {unicode.Telugu, "Telu"}, {unicode.Lao, "Laoo"}, {unicode.Armenian, "Armn"},
		{unicode.Georgian, "Geor"}}
	for _, r := range name {
		for _, c := range codes {
			if unicode.Is(c.table, r) {
				return c.code
			}
		}
	}
	return ""
}

// Taken says which of names a record has already, letter for letter but for case and accents, or in another
// spelling or order of words: a sentence for each, in the order of names.
func Taken(names []string, all []dateline.Actor) []string {
	b := New(all, Load().countries)
	var out []string
	for _, name := range names {
		if why := b.taken(name); why != "" {
			out = append(out, why)
		}
	}
	return out
}

func (b *Book) taken(name string) string {
	for _, a := range b.actors {
		for _, n := range a.Names {
			if folded(n.Name) == folded(name) {
				return fmt.Sprintf("%q is a name of %s (%s)", name, a.ID, a.Name)
			}
		}
	}
	p := b.phrase(name)
	if form, ok := form(b.parts(p, nil)); ok && len(b.forms().names[form]) > 0 {
		e := b.forms().names[form][0]
		a := b.actors[e.actor]
		return fmt.Sprintf("%q is %q, a name of %s (%s), in another spelling or order of words", name, e.name.Name, a.ID, a.Name)
	}
	return ""
}
