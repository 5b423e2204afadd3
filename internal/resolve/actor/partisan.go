package actor

// Partisans reports whether words name nobody, and are a noun for fighters against a state: 'the rebels', 'urban guerrillas'.
func Partisans(words string) bool {
	p := Load().phrase(words)
	head, ok := p.generic()
	return ok && p.in(inPartisans, head) > 0
}
