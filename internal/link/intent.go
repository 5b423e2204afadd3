package link

import "dateline"

// intended are the realities of what did not take place and was meant to.
var intended = map[dateline.Reality]bool{dateline.Foiled: true, dateline.Planned: true, dateline.Threatened: true}

// Intended groups what readings tell as threatened, planned or foiled, as Link does what took place. None
// of it is an incident that counts: it is listed with its Reality, and no page, profile, count or release
// takes it in.
func Intended(readings []dateline.Reading, decisions []dateline.Decision) []dateline.Incident {
	tells := intends(readings)
	return link(readings, decisions, func(r *dateline.Reading, ruled ruling) []*Telling { return tell(r, ruled, tells) })
}

// intends tells which Statements of the readings are events of Intended.
func intends(readings []dateline.Reading) func(*dateline.Statement) bool {
	deeds := map[sentence]bool{}
	for _, r := range readings {
		for i := range r.Statements {
			if s := &r.Statements[i]; tellsIntent(s) && s.Kind.Family() == dateline.Violence {
				deeds[sentence{s.Report, s.Quote}] = true
			}
		}
	}
	return func(s *dateline.Statement) bool {
		return tellsIntent(s) && (s.Kind.Family() == dateline.Violence || !deeds[sentence{s.Report, s.Quote}])
	}
}

// sentence is a sentence of a report.
type sentence struct {
	report string
	quote  dateline.Span
}

// tellsIntent reports whether a Statement tells violence that was meant and did not take place: the deed
// itself, or a threat, a plan or a foiled plot.
func tellsIntent(s *dateline.Statement) bool {
	if !intended[s.Reality] || s.Stance == dateline.Denied {
		return false
	}
	switch s.Kind {
	case dateline.Threat, dateline.Plan, dateline.PlotFoiled:
		return true
	}
	return s.Kind.Family() == dateline.Violence
}

// All lists what took place and then what was only intended, as Link and Intended do: the incidents of the
// coded form of one report.
func All(readings []dateline.Reading, decisions []dateline.Decision) []dateline.Incident {
	if len(readings) == 1 && len(decisions) == 0 {
		return append(alone(&readings[0], tellsEvent), alone(&readings[0], intends(readings))...)
	}
	return append(Link(readings, decisions), Intended(readings, decisions)...)
}
