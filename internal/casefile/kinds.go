package casefile

import (
	"slices"

	"dateline"
)

// Kinds lists the kinds of the statements that the case asks for, in its order, each once; nil for a
// case that asks for none. Where a line names several kinds, the first counts.
func (c Case) Kinds() []dateline.Kind {
	var out []dateline.Kind
	for _, w := range c.says.statements {
		if !slices.Contains(out, w.kinds[0]) {
			out = append(out, w.kinds[0])
		}
	}
	return out
}
