package eval

import (
	"bytes"
	"encoding/json"
	"fmt"

	"dateline"
	"dateline/internal/export"
	"dateline/internal/link"
)

// codedForm is what 'dateline code' prints of one report, as far as a score looks at it: nothing
// else of a reading is known to what scores the coded form.
type codedForm struct {
	Report struct {
		Text      string    `json:"text"`
		Published *codedDay `json:"published"`
		Countries []string  `json:"countries"`

		Places  []codedToponym `json:"places"`
		Actors  []codedActor   `json:"actors"`
		Peoples []struct {
			Start int `json:"start"`
			End   int `json:"end"`
		} `json:"peoples"`
	} `json:"report"`
	Statements []codedStatement `json:"statements"`
	Incidents  []codedIncident  `json:"incidents"`
}

// codedActor is a name of a listed actor; Actor is "" where it is not known whose.
type codedActor struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Actor string `json:"actor"`
}

// codedToponym is a name of a place; Lat and Lon are nil where they are not known.
type codedToponym struct {
	Start int         `json:"start"`
	End   int         `json:"end"`
	Place *codedPlace `json:"place"`
	Lat   *float64    `json:"lat"`
	Lon   *float64    `json:"lon"`
}

type codedDay struct {
	EDTF string `json:"edtf"`
	From string `json:"from"` // "" if open or unknown, as To
	To   string `json:"to"`
}

type codedPlace struct {
	ID        string             `json:"id"` // "" if unplaced
	Name      string             `json:"name"`
	Country   string             `json:"country"` // "" if unknown, as Admin1
	Admin1    string             `json:"admin1"`
	Precision dateline.Precision `json:"precision"`
	Inferred  string             `json:"inferred"` // "" where the event's own words tell it
}

type codedCount struct {
	Low    *int   `json:"low"`
	High   *int   `json:"high"`
	Approx bool   `json:"approx"`
	Word   string `json:"word"`
}

type codedPart struct {
	Role   dateline.Role   `json:"role"`
	Text   string          `json:"text"`
	Start  int             `json:"start"`
	End    int             `json:"end"`
	Actor  string          `json:"actor"` // "" if not known
	Type   string          `json:"type"`
	Name   codedWords      `json:"name"`
	Effect dateline.Effect `json:"effect"`
	State  dateline.State  `json:"state"`
	Others []string        `json:"others"` // actors, of whom words that name nobody may speak
	Place  *codedPlace     `json:"place"`
	Date   *codedDay       `json:"date"`
}

type codedWords struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type codedStatement struct {
	ID         string           `json:"id"`
	Kind       dateline.Kind    `json:"kind"`
	Reality    dateline.Reality `json:"reality"`
	Stance     dateline.Stance  `json:"stance"`
	Background bool             `json:"background"`
	Parts      []codedPart      `json:"parts"`
	Quote      codedWords       `json:"quote"`
	Speaker    []struct {
		Text  string                `json:"text"`
		Actor string                `json:"actor"`
		Class dateline.SpeakerClass `json:"class"`
	} `json:"speaker"`

	Trigger codedWords `json:"trigger"`
}

type codedResponsible struct {
	Text           string                `json:"text"`
	Of             string                `json:"of"` // whose persons Text names; "" if not told
	Class          string                `json:"class"`
	Actor          string                `json:"actor"` // "" if not known
	Responsibility dateline.Degree       `json:"responsibility"`
	ByClass        dateline.SpeakerClass `json:"by_class"`
	Statements     []string              `json:"statements"`
}

type codedParty struct {
	Text   string      `json:"text"`
	Name   string      `json:"name"` // "" if not given
	Type   string      `json:"type"` // "" if not known
	Count  *codedCount `json:"count"`
	Effect string      `json:"effect"`
}

// codedTold is an account with the statements that tell it.
type codedTold[T any] struct {
	Value T `json:"value"`
}

type codedIncident struct {
	ID           string                   `json:"id"`
	Score        float64                  `json:"score"`
	Kind         dateline.Kind            `json:"kind"`
	Reality      dateline.Reality         `json:"reality"`
	Background   bool                     `json:"background"`
	Statements   []string                 `json:"statements"`
	Date         *codedDay                `json:"date"`
	Place        *codedPlace              `json:"place"`
	Kinds        []codedTold[string]      `json:"kinds"`
	Places       []codedTold[*codedPlace] `json:"places"`
	Perpetrators []codedResponsible       `json:"perpetrators"`
	Targets      []codedParty             `json:"targets"`
	Victims      []codedParty             `json:"victims"`
	Weapons      []codedParty             `json:"weapons"`
}

// codedOf writes a reading as the coded form and reads that back.
func codedOf(r dateline.Reading) (codedForm, error) {
	return codedFrom(r, link.All([]dateline.Reading{r}, nil))
}

// codedFrom does so with other incidents than those of 'dateline code'.
func codedFrom(r dateline.Reading, incidents []dateline.Incident) (codedForm, error) {
	var b bytes.Buffer
	var out codedForm
	if err := export.Coded(&b, r, incidents, true); err != nil {
		return out, err
	}
	if err := json.Unmarshal(b.Bytes(), &out); err != nil {
		return out, fmt.Errorf("coded form of %s: %w", r.Report.File, err)
	}
	return out, nil
}
