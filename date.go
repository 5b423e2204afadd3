package dateline

// Anchor says what a Date was counted from.
type Anchor string

// The anchors.
const (
	AnchorNone      Anchor = ""          // nothing fixes the year: the Date stays open
	AnchorText      Anchor = "text"      // the words themselves, or another date in the text
	AnchorPublished Anchor = "published" // the Report's date of publication
)

// Date is an interval of days. EDTF (ISO 8601-2) is what was said: '2024-03' is a month, not its
// first day; 'XXXX-03-22' a day whose year nothing fixes. From and To are the first and last
// possible day as YYYY-MM-DD, each "" where it is open or unknown. The zero Date is 'not known'.
type Date struct {
	EDTF   string
	From   string
	To     string
	Anchor Anchor
	Why    string // how it was read: "month before publication", ...; "" if the words say it all
	// Inferred says, in words, how it is known where no words tell it of the event itself; "" where they
	// do. It is set on the dates of Incidents; a Statement's Part says it of its own.
	Inferred string
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.EDTF == "" }

// Fixed reports whether both ends are known days.
func (d Date) Fixed() bool { return d.From != "" && d.To != "" }

// Meets reports whether d and e can be the same time: fixed intervals that share a day. A Date
// that is not fixed meets nothing by itself.
func (d Date) Meets(e Date) bool {
	return d.Fixed() && e.Fixed() && d.From <= e.To && e.From <= d.To
}
