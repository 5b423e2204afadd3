package place

import (
	"strings"
	"unicode"

	"dateline/internal/resolve/place/gazetteer"
)

// token is a word of a mention, or a mark that parts it: ',' or "'s".
type token struct {
	text string // as written, without quotes and marks around it
	key  string // folded
	cap  bool   // written like a name; in words in capitals alone, all are but those of English
	caps bool   // in capitals like all the words
}

// scan parts words at blanks, commas, brackets and possessive endings.
func scan(words string) []token {
	allCaps := words == strings.ToUpper(words)
	out := make([]token, 0, strings.Count(words, " ")+2)
	for w := range strings.FieldsSeq(words) {
		out = scanWord(out, w, allCaps)
	}
	if allCaps && len(out) > 1 {
		lower(out)
	}
	return out
}

// lower takes the words of English that place phrases are built with for no part of a name, in words that
// are in capitals alone: 'A VILLAGE NEAR TARMA CITY'.
func lower(ts []token) {
	for i := range ts {
		k := ts[i].key
		_, isSide := side(k)
		ts[i].caps = ts[i].cap
		if isSide || leadWords[k] || nearWords[k] || lesserWords[k] || siteWords[k] || featureWords[k] || areaWords[k] || kindOf(k) != anything {
			ts[i].cap = false
		}
	}
}

func scanWord(out []token, w string, allCaps bool) []token {
	bare := strings.TrimLeft(w, `"“”«»([{‘'—–-`)
	if len(bare) < len(w) && strings.ContainsAny(w[:len(w)-len(bare)], "([—–") {
		out = append(out, token{text: ",", key: ","})
	}
	core := strings.TrimRight(bare, `"“”«»)]}'’,;:!?—–-`)
	marks := bare[len(core):]
	if owner, ok := possessive(core, marks); ok {
		return append(append(out, newToken(owner, allCaps)), token{text: "'s", key: "'s"})
	}
	core = strings.TrimSuffix(core, "…")
	if strings.Count(core, ".") == 1 && len(core) > 4 {
		core = strings.TrimSuffix(core, ".")
	}
	if core != "" {
		out = append(out, newToken(core, allCaps))
	}
	if strings.ContainsAny(marks, ",;:)]—–") {
		out = append(out, token{text: ",", key: ","})
	}
	return out
}

// possessive takes the ending off "Iran's" and "the Netherlands'".
func possessive(core, marks string) (string, bool) {
	for _, end := range []string{"'s", "’s", "'S", "’S"} {
		if owner, ok := strings.CutSuffix(core, end); ok && owner != "" {
			return owner, true
		}
	}
	if (strings.HasPrefix(marks, "'") || strings.HasPrefix(marks, "’")) && strings.HasSuffix(strings.ToLower(core), "s") {
		return core, true
	}
	return "", false
}

func newToken(text string, allCaps bool) token {
	t := token{text: text, key: gazetteer.Fold(text)}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			t.cap = allCaps || !unicode.IsLower(r)
			break
		}
	}
	// al-Bab, d'Ivoire, el-Geneina: a small article before a capital
	if !t.cap {
		if i := strings.IndexAny(text, "-'’"); i > 0 && i < 5 {
			rest := strings.TrimLeft(text[i:], "-'’")
			t.cap = rest != "" && rest != strings.ToLower(rest)
		}
	}
	return t
}

func join(tokens []token) string {
	if len(tokens) == 1 {
		return tokens[0].text
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.key != "," && t.key != "'s" {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

func named(tokens []token) bool {
	for _, t := range tokens {
		if t.cap {
			return true
		}
	}
	return false
}
