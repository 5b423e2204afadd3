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
	cap  bool   // written like a name; every word of words in capitals alone is
}

// scan parts words at blanks, commas, brackets and possessive endings.
func scan(words string) []token {
	allCaps := words == strings.ToUpper(words)
	var out []token
	for w := range strings.FieldsSeq(words) {
		out = scanWord(out, w, allCaps)
	}
	return out
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
