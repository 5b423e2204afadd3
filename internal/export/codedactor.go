package export

import "dateline"

// codedActorMention is a name of an actor.
type codedActorMention struct {
	Text   string         `json:"text"`
	Start  int            `json:"start"`
	End    int            `json:"end"`
	Actor  *string        `json:"actor"`
	State  dateline.State `json:"state"`
	Others []string       `json:"others,omitempty"`
	Score  float64        `json:"score"`
	Why    string         `json:"why"`
}

// actorMentions lists the names of actors, in the order of the text.
func actorMentions(r dateline.Reading) []codedActorMention {
	var out []codedActorMention
	for _, a := range r.Actors {
		out = append(out, codedActorMention{a.Span.In(r.Report.Text), a.Span.Start, a.Span.End, orNull(a.Means.Actor), a.Means.State,
			a.Means.Others, a.Means.Score, a.Means.Why})
	}
	return out
}
