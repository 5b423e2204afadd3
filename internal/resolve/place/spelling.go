package place

import (
	"slices"
	"strings"
)

// spellings are the ways to look a folded name up: as it is, then with the article 'al' dropped or
// added, and with 'saint', 'fort' and 'mount' written out.
func spellings(key string) []string {
	out := []string{key}
	if full := writtenOut(key); full != key {
		out = append(out, full)
	}
	first, rest, more := strings.Cut(key, " ")
	switch {
	case more && arabicArticles[first]:
		out = append(out, "al "+rest, rest)
	case more && shortForms[first] != "":
		out = append(out, shortForms[first]+" "+rest)
	case len(key) > 3:
		out = append(out, "al "+key)
	}
	return out
}

// writtenOut is a folded name with 'saint', 'fort' and 'mount' at its head and 'county' at its end written out.
func writtenOut(key string) string {
	if first, rest, more := strings.Cut(key, " "); more && len(first) == 2 && shortForms[first] != "" {
		key = shortForms[first] + " " + rest
	}
	if short, ok := strings.CutSuffix(key, " co"); ok {
		key = short + " county"
	}
	return key
}

var arabicArticles = set(`al el ad an ar as ash at az ez`)

var shortForms = map[string]string{"st": "saint", "ft": "fort", "mt": "mount", "saint": "st", "fort": "ft", "mount": "mt"}

// looseSpellings are other ways in which a name of Arabic, Persian, Pashto, Burmese or Somali may
// be written in Latin letters: one change each, then all of those that make names plainer. They
// count only where something else speaks for the place.
func looseSpellings(key string) []string {
	if len(key) < 4 {
		return nil
	}
	plain := plainer.Replace(key)
	out := []string{plain}
	for _, c := range changes {
		for _, from := range []string{key, plain} {
			if strings.Contains(from, c[0]) {
				out = append(out, strings.ReplaceAll(from, c[0], c[1]))
			}
		}
	}
	for _, stem := range []string{key, plain} {
		out = append(out, endings(stem)...)
	}
	for _, name := range slices.Clone(out) {
		out = append(out, withArticle(name)...)
	}
	return out
}

// withArticle puts the Arabic article before a name in the form that its first letter asks for, or
// takes it off.
func withArticle(key string) []string {
	if first, rest, more := strings.Cut(key, " "); more && arabicArticles[first] {
		return []string{rest}
	}
	if key == "" {
		return nil
	}
	return []string{"al " + key, "a" + key[:1] + " " + key, "ash " + key}
}

var plainer = strings.NewReplacer("ou", "u", "oo", "u", "ee", "i", "ei", "ay", "tt", "t", "ss", "s", "ll", "l", "bb", "b",
	"dd", "d", "mm", "m", "nn", "n", "rr", "r", "kk", "k", "zz", "z", "aa", "a", "o", "u", "e", "i")

var changes = [][2]string{
	{"q", "k"}, {"k", "q"}, {"ou", "u"}, {"oo", "u"}, {"u", "o"}, {"o", "u"}, {"ee", "i"}, {"e", "i"}, {"i", "e"}, {"e", "a"}, {"ei", "ay"},
	{"ai", "ay"}, {"ay", "ai"}, {"aa", "a"}, {"tel ", "tall "}, {"tal ", "tall "}, {"jebel ", "jabal "}, {"ibn", "bin"}, {"gh", "g"},
	{"kh", "k"}, {"dh", "d"}, {"th", "t"}, {"z", "dh"}, {"v", "w"}, {"w", "v"}, {"j", "g"}, {"j", "dj"}, {"sh", "s"}, {"l", "ll"}, {"ll", "l"},
	{"r", "rr"}, {"m", "mm"}, {"d", "dd"}, {"b", "bb"}, {"tt", "t"}, {"ss", "s"}, {"nn", "n"}, {"yy", "y"}, {" e ", " i "}, {"i ", "e "}, {" ", ""},
}

// endings are other ways to write the last vowel.
func endings(key string) []string {
	for _, end := range []string{"eh", "ah", "a", "e"} {
		if stem, ok := strings.CutSuffix(key, end); ok {
			return []string{stem + "ah", stem + "a", stem + "eh", stem + "e"}
		}
	}
	return []string{key + "ah", key + "a"}
}
