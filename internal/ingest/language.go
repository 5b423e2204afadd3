package ingest

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"
	"golang.org/x/text/language"
)

// detectSize is how many characters of a text its language is told from.
const detectSize = 1000

// languageCode gives the ISO 639-1 code of a BCP 47 tag such as 'en-GB' or 'fas', "" if there is
// none.
func languageCode(tag string) string {
	parsed, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return ""
	}
	base, confidence := parsed.Base()
	if code := base.String(); confidence == language.Exact && len(code) == 2 {
		return code
	}
	return ""
}

// detect tells the language of text by its letters and trigrams; "" where that is not reliable,
// which it seldom is below a sentence or two.
func detect(text string) string {
	n := 0
	for i := range text {
		if n++; n > detectSize {
			text = text[:i]
			break
		}
	}
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
