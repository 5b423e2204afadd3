package analysis

import "dateline"

// Single leaves out the incidents that tell several parts of a series at once (Incident.Whole) where a part of that
// series is there: what is counted is counted once. The others keep their order.
func Single(all []dateline.Incident) []dateline.Incident {
	parts := map[string]bool{}
	for _, in := range all {
		parts[in.Series] = parts[in.Series] || !in.Whole
	}
	var out []dateline.Incident
	for _, in := range all {
		if !in.Whole || !parts[in.Series] {
			out = append(out, in)
		}
	}
	return out
}
