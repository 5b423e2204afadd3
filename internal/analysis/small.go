package analysis

import "fmt"

// leastEvents is how many events a percentage is taken of at least.
const leastEvents = 5

// Share is a part of a number of events. It has no number of its own: below five events it cannot be
// had as a percentage, so that nobody writes '100 %' of two.
type Share struct{ part, of int }

// ShareOf returns the share that part has of all.
func ShareOf(part, of []string) Share { return Share{len(part), len(of)} }

// Percent is the share in whole percents; false under five events.
func (s Share) Percent() (int, bool) {
	if s.of < leastEvents {
		return 0, false
	}
	return (200*s.part + s.of) / (2 * s.of), true
}

// String writes '3 of 4', and from five events on '60 % (6 of 10)'.
func (s Share) String() string {
	if p, ok := s.Percent(); ok {
		return fmt.Sprintf("%d %% (%d of %d)", p, s.part, s.of)
	}
	return fmt.Sprintf("%d of %d", s.part, s.of)
}

// Change is how a number of events stands to the mean of earlier periods.
type Change struct {
	now, sum, periods int
}

// Baseline is the mean number of events of the earlier periods, in tenths rounded; false if there are too
// few of them to have one.
func (c Change) Baseline() (tenths int, ok bool) {
	if c.periods < leastPeriods {
		return 0, false
	}
	return (20*c.sum + c.periods) / (2 * c.periods), true
}

// Percent is how much more (or, below 0, less) than the baseline there is; false without a baseline,
// and where now or the baseline is under five events.
func (c Change) Percent() (int, bool) {
	if c.periods < leastPeriods || c.now < leastEvents || c.sum < leastEvents*c.periods {
		return 0, false
	}
	return (200*c.now*c.periods+c.sum)/(2*c.sum) - 100, true
}

// String writes '7, baseline 2.5' and, where the numbers bear it, '12, baseline 6.0, +100 %'.
func (c Change) String() string {
	base, ok := c.Baseline()
	if !ok {
		return fmt.Sprintf("%d, no baseline yet", c.now)
	}
	out := fmt.Sprintf("%d, baseline %d.%d", c.now, base/10, base%10)
	if p, ok := c.Percent(); ok {
		out += fmt.Sprintf(", %+d %%", p)
	}
	return out
}
