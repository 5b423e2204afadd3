package ledger

import "context"

// ActorCount says how much the ledger tells of an actor.
type ActorCount struct {
	Actor      string // dateline.Actor.ID
	Statements int    // as View.StatementsOf has them
	Incidents  int    // as Filter.Actor has them
	Counted    int    // of these, as Filter.Counted has them
}

// Actors returns every actor that a Statement or an Incident names, by ID.
func (v *View) Actors(ctx context.Context) (out []ActorCount, err error) {
	err = v.at(ctx, func(m *moment) error {
		out, err = collect(ctx, m, func(s scan) (a ActorCount, err error) {
			err = s(&a.Actor, &a.Statements, &a.Incidents, &a.Counted)
			return a, err
		}, `WITH said AS (SELECT actor, count(DISTINCT statement) AS n FROM meant_actors GROUP BY actor),
			named AS (SELECT actor, incident FROM incident_actors
				UNION SELECT actor, incident FROM meant_actors JOIN incident_statements USING (statement)
				WHERE part >= 0),
			tied AS (SELECT actor, count(*) AS n, sum(`+counted+`) AS counted
				FROM named JOIN incidents ON incidents.id = named.incident GROUP BY actor)
			SELECT actor, coalesce(said.n, 0), coalesce(tied.n, 0), coalesce(tied.counted, 0)
			FROM said FULL JOIN tied USING (actor) ORDER BY actor`)
		return err
	})
	return out, err
}
