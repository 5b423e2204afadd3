package dateline

// ActorMention is a name of a listed actor that a Report writes, with the names beside it that make one name of them,
// whether or not a Statement speaks of it; and what it means there, which may be that it is another's.
type ActorMention struct {
	Span  Span
	Means Resolution // Statement is "" and Part is 0
}
