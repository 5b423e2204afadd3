package export

import (
	"io"
	"time"

	"dateline"
	"dateline/internal/review"
)

// Standing says what became of a decision.
type Standing string

// The standings. Orphaned is in force on a statement that the present coder does not make any more.
const (
	InForce   Standing = "in force"
	Undone    Standing = "undone"
	Overruled Standing = "overruled"
	Orphaned  Standing = "orphaned"
)

// StandingOf says what became of d; orphaned says of a Statement.ID whether it is not made any more.
func StandingOf(d review.Ruled, orphaned func(string) bool) Standing {
	switch {
	case d.UndoneBy != "":
		return Undone
	case len(d.OverruledBy) > 0:
		return Overruled
	}
	for _, id := range d.On {
		if d.Ruling != dateline.Undo && orphaned(id) {
			return Orphaned
		}
	}
	return InForce
}

// codedDecision is a decision in the words of the coded form.
type codedDecision struct {
	Schema      string          `json:"schema"`
	ID          string          `json:"id"`
	Ruling      dateline.Ruling `json:"ruling"`
	On          []string        `json:"on"`
	Part        *int            `json:"part,omitempty"`
	Value       string          `json:"value,omitempty"`
	Actor       string          `json:"actor,omitempty"`
	Place       *codedPlace     `json:"place,omitempty"`
	Date        *codedDate      `json:"date,omitempty"`
	Count       *codedCount     `json:"count,omitempty"`
	Author      string          `json:"author"`
	At          time.Time       `json:"at"`
	Reason      string          `json:"reason"`
	Standing    Standing        `json:"standing"`
	UndoneBy    string          `json:"undone_by,omitempty"`
	OverruledBy []string        `json:"overruled_by,omitempty"`
	Instead     []string        `json:"instead,omitempty"` // of an orphaned one: statements that now stand where its own did
}

// Decision writes a decision as one line of JSON. instead are the Statements that now stand where those of an
// orphaned one did.
func Decision(w io.Writer, d review.Ruled, standing Standing, instead []string) error {
	c := codedDecision{Schema: dateline.Schema, ID: d.ID, Ruling: d.Ruling, On: d.On, Value: d.Value, Author: d.Author, At: d.At.UTC(), Reason: d.Reason,
		Standing: standing, UndoneBy: d.UndoneBy, OverruledBy: d.OverruledBy, Instead: instead}
	if d.Part != dateline.Whole {
		c.Part = &d.Part
	}
	if m := d.Means; m != nil {
		c.Actor, c.Place, c.Count = m.Actor, placeOf(m.Place), countOf(m.Count)
		if m.Date != nil {
			c.Date = dateOf(*m.Date)
		}
	}
	return encode(w, c)
}

// DecisionWords says on one line who ruled what, when and why, and what became of it.
func DecisionWords(d review.Ruled, standing Standing) string {
	words := d.At.UTC().Format("2006-01-02 15:04") + "  " + d.ID + "  " + d.Author + ": " + string(d.Ruling)
	if d.Part < dateline.Whole {
		words += " speaker"
	} else if d.Part > dateline.Whole {
		words += " part " + integer(d.Part)
	}
	if d.Value != "" {
		words += " to " + d.Value + meansWords(d.Means)
	}
	for i, id := range d.On {
		if i > 0 {
			words += " and"
		}
		words += " " + id
	}
	if d.Reason != "" {
		words += " (" + d.Reason + ")"
	}
	return words + fateWords(d, standing)
}

// meansWords says what a value was read as, where that is more than its words.
func meansWords(m *dateline.Resolution) string {
	switch {
	case m == nil:
		return ""
	case m.Place != nil:
		return " [" + m.Place.ID + "]"
	case m.Actor != "":
		return " [" + m.Actor + "]"
	}
	return ""
}

func fateWords(d review.Ruled, standing Standing) string {
	switch standing {
	case Undone:
		return " — undone by " + d.UndoneBy
	case Overruled:
		words := " — overruled by "
		for i, id := range d.OverruledBy {
			if i > 0 {
				words += ", "
			}
			words += id
		}
		return words
	case Orphaned:
		return " — orphaned: the present coder does not make this statement any more"
	}
	return ""
}
