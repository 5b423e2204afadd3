package dateline

import "time"

// Report is one published text, kept as it was when it was read. A changed page is another Report
// with the same URL. Nothing about a Report changes once it is kept.
type Report struct {
	ID        string    // NewReportID of the fields below
	File      string    // where it was read from, for people; no part of the identity
	Line      int       // line in File, counted from 1, for JSON Lines; 0 otherwise
	URL       string    // "" if unknown
	Title     string    // "" if unknown; what it says as a headline stands in Text too, if it is one (PutHeadline)
	Publisher string    // "" if unknown
	Language  string    // ISO 639-1; "" if not recognised
	Text      string    // valid UTF-8; spans are byte offsets into it
	Published Date      // the zero Date if unknown
	Basis     string    // where Published comes from: "front matter", "page metadata", "given", "dateline", "title", "byline", "address"; "" if unknown
	Fetched   time.Time // when it was read; never an input to any computation
	SHA256    string    // of the raw bytes, in hexadecimal
	Flags     []string  // what was noticed while reading: "encoding_replaced", ...; sorted
}

// SetID fills in the identifier: two readings of the same bytes that are told the same publisher,
// address and date are one Report; told another date or publisher, they are two.
func (r *Report) SetID() {
	r.ID = NewID("report", r.SHA256, r.URL, r.Publisher, r.Title, r.Published.EDTF)
}

// Ahead reports whether it says that it was published after it was read, in whichever time zone that was.
func (r *Report) Ahead() bool {
	return !r.Fetched.IsZero() && r.Published.From > r.Fetched.Add(14*time.Hour).Format(time.DateOnly)
}

// Doubt is a part of a text that was not understood, or a reading that was withheld. It is data:
// counted and shown, never an error.
type Doubt struct {
	Span Span
	Why  string
}
