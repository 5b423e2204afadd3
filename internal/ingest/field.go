package ingest

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"dateline"
)

// fields are what a file says about its report, in front matter or in a line of JSON. Keys are
// matched as they are written here.
type fields struct {
	title, publisher, published, url, language string
	text, id                                   string // JSON Lines only
}

// maxUnknown is how many unknown keys are flagged.
const maxUnknown = 8

// set stores the value of one of the keys of front matter and reports whether key is one.
func (f *fields) set(key, value string) bool {
	value = strings.TrimSpace(value)
	switch key {
	case "title":
		f.title = value
	case "publisher":
		f.publisher = value
	case "published":
		f.published = value
	case "url":
		f.url = value
	case "language":
		f.language = value
	default:
		return false
	}
	return true
}

// unknown flags a key that means nothing here, so that a misspelt one is seen.
func unknown(key string, f *flags) {
	n := 0
	for _, flag := range *f {
		if strings.HasPrefix(flag, "unknown_field:") {
			n++
		}
	}
	if n < maxUnknown {
		f.add("unknown_field:" + clip(strings.Map(printable, key), 40))
	}
}

// printable replaces what would disturb a terminal or a list.
func printable(r rune) rune {
	if r < ' ' || r == 0x7f || r == ',' {
		return '_'
	}
	return r
}

// apply fills r with what the file says; published must be a date if it is there.
func (f *fields) apply(r *dateline.Report, fl *flags) error {
	r.Title, r.Publisher, r.URL, r.Language = f.title, f.publisher, f.url, languageCode(f.language)
	if f.language != "" && r.Language == "" {
		fl.add(FlagLanguage)
	}
	if f.published == "" {
		return nil
	}
	date, err := ParseDate(f.published)
	if err != nil {
		return err
	}
	r.Published, r.Basis = date, basisFrontMatter
	return nil
}

// finish fills in what the file lacks from opts, and what follows from the text.
func finish(r dateline.Report, raw []byte, fl flags, opts Options) (dateline.Report, error) {
	if int64(len(r.Text)) > opts.Limits.Text {
		return dateline.Report{}, failf(TooLarge, "text above %s", inBytes(opts.Limits.Text))
	}
	if strings.TrimSpace(r.Text) == "" {
		return dateline.Report{}, failf(Empty, "no text in it")
	}
	r.Publisher = cmp.Or(r.Publisher, opts.Publisher)
	r.URL = cmp.Or(r.URL, opts.URL)
	r.Language = cmp.Or(r.Language, languageCode(opts.Language))
	if r.Language == "" {
		r.Language = detect(r.Text)
	}
	if r.Published.IsZero() && !opts.Published.IsZero() {
		r.Published, r.Basis = opts.Published, basisGiven
	}
	if date, ok := WireDate(r.Text); ok && r.Published.IsZero() {
		r.Published, r.Basis = date, basisWire
	}
	if date, ok := urlDate(r.URL); ok && r.Published.IsZero() {
		r.Published, r.Basis = date, basisAddress
	}
	r.PutHeadline()
	r.Fetched = opts.Now
	r.SHA256 = sum(raw)
	fl.unseen(r.Text)
	r.Flags = slices.Clip(fl.sorted())
	r.SetID()
	return r, nil
}

func sum(raw []byte) string {
	s := sha256.Sum256(raw)
	return hex.EncodeToString(s[:])
}
