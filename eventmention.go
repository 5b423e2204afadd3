package dateline

// EventMention is a word of a Report that tells an event or points to one: 'killed', 'the blast', 'her
// trial'. A report has more of them than Statements: a Statement is told once, and its event may be
// spoken of many times, in headings and in passing, too.
type EventMention struct {
	Kind    Kind // by the word itself, or by the event that it points to: 'the attack', of a bombing
	Reality Reality
	Trigger Span
	// Statement is the ID of the Statement that the word belongs to: whose trigger it is, that took
	// it over ('killing 12'), or whose event it points back to; "" if none.
	Statement string
	Parts     []Part // who takes part, as the word's own clause says; in the order of Roles, then of the text
}
