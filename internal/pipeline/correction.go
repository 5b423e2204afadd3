package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/nearby"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/count"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/place"
)

// BadValue is a correction that means nothing, or more than one thing.
type BadValue struct {
	Value, Msg string
	Near       []string // what it may have been meant for; nil if nothing is near
}

// Error names the value and says what is wrong with it.
func (e *BadValue) Error() string { return fmt.Sprintf("%q %s", e.Value, e.Msg) }

// Nearest is Near, for those who show it and do not know this package.
func (e *BadValue) Nearest() []string { return e.Near }

// UnknownValue is what a person writes for words of which it is not known what they mean.
const UnknownValue = "unknown"

// CorrectedKind reads the Kind that a person writes in place of the one that was read; the error is a BadValue.
func CorrectedKind(value string) (dateline.Kind, error) {
	var all []string
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if strings.EqualFold(value, string(k)) {
				return k, nil
			}
			all = append(all, string(k))
		}
	}
	return "", &BadValue{value, "is no kind of the code book", nearby.Names(value, all)}
}

// Corrected reads what a person writes in place of what words of a Statement were taken to mean: a part, or for
// -2-i speaker i. It is read by the resolvers that read reports: an actor by identifier or name, a place by
// identifier or name, a date in EDTF, a number in figures and words ('at least 11', '11-14'), or UnknownValue. Only
// what was corrected is set. The error is a BadValue.
func Corrected(r *dateline.Report, s *dateline.Statement, means []dateline.Resolution, part int, value string) (*dateline.Resolution, error) {
	role := dateline.Perpetrator // a speaker is somebody, too
	if part >= 0 {
		role = s.Parts[part].Role
	}
	var out dateline.Resolution
	err := error(nil)
	switch sort := sortOf(role); {
	case sort == nothing:
		return nil, &BadValue{value, fmt.Sprintf("cannot stand for a %s: its words mean nothing beyond themselves; accept or reject it", role), nil}
	case value == UnknownValue:
	case sort == aPlace:
		out.Place, err = correctedPlace(value, s, means)
	case sort == aDate:
		out.Date, err = correctedDate(value, r.Published)
	case sort == aCount:
		out.Count, err = correctedCount(value)
	case sort == someOrSomebody && digit(value):
		out.Count, err = correctedCount(value)
	default:
		out.Actor, err = correctedActor(value, r.Published)
	}
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// The sorts of value that parts have.
const (
	nothing = iota
	somebody
	someOrSomebody // those hit: who, or how many
	aPlace
	aDate
	aCount
)

func sortOf(r dateline.Role) int {
	switch r {
	case dateline.PlaceRole, dateline.Area:
		return aPlace
	case dateline.DateRole:
		return aDate
	case dateline.Perpetrator, dateline.Group, dateline.Other, dateline.Authority, dateline.About:
		return somebody
	case dateline.Target, dateline.Victim:
		return someOrSomebody
	}
	if r.IsToll() {
		return aCount
	}
	return nothing
}

// digit reports whether words have a figure in them.
func digit(words string) bool { return strings.ContainsAny(words, "0123456789") }

func correctedActor(value string, published dateline.Date) (string, error) {
	book := actor.Load()
	switch ids := book.Named(value); {
	case len(ids) == 1:
		return ids[0], nil
	case len(ids) > 1:
		return "", &BadValue{value, fmt.Sprintf("names %d actors: write the identifier of one", len(ids)), ids}
	}
	if r := book.Resolve(value, actor.Context{Published: published}); r.State == dateline.Known && r.Actor != "" {
		return r.Actor, nil // 'police of Nigeria'
	}
	var names []string
	for _, a := range book.All() {
		names = append(names, a.ID)
		for _, n := range a.Names {
			names = append(names, n.Name)
		}
	}
	return "", &BadValue{value, "is no actor that a record or a state's bodies have", nearby.Names(value, names)}
}

// correctedPlace reads a place; a name that several places have is that of the countries that the Statement speaks of.
func correctedPlace(value string, s *dateline.Statement, means []dateline.Resolution) (*dateline.Place, error) {
	if e, ok := place.ByID(value); ok {
		p := e.Place()
		return &p, nil
	}
	var ctx place.Context
	for _, m := range means {
		if m.Statement == s.ID && m.Place != nil && m.Place.Country != "" {
			ctx.Countries = appendNew(ctx.Countries, m.Place.Country)
		}
	}
	r := place.Resolve(value, ctx)
	switch {
	case r.Place == nil || r.Place.Precision == dateline.Unplaced:
		return nil, &BadValue{value, "is no place of the gazetteer", labelled(nearby.Names(value, place.Names()))}
	case r.State != dateline.Known:
		return nil, &BadValue{value, "is the name of several places: write the identifier of one, or its province behind it", labels(place.Lookup(value))}
	}
	if !exactly(value, r.Place.ID) {
		return nil, &BadValue{value, "is no place of the gazetteer", []string{r.Place.Name + " [" + r.Place.ID + "]"}}
	}
	return r.Place, nil
}

// exactly reports whether some of the words are a name of the place, and not only like one.
func exactly(words, id string) bool {
	fields := strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' })
	for i := range fields {
		for k := i + 1; k <= min(len(fields), i+8); k++ {
			if slices.ContainsFunc(place.Lookup(strings.Join(fields[i:k], " ")), func(e place.Entry) bool { return e.ID == id }) {
				return true
			}
		}
	}
	return false
}

// labelled gives each name the place that it most likely means.
func labelled(names []string) []string {
	var out []string
	for _, n := range names {
		if all := place.Lookup(n); len(all) > 0 {
			out = append(out, labels(all[:1])...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// labels names entries so that a person knows which one is meant, with their identifiers.
func labels(all []place.Entry) []string {
	var out []string
	for _, e := range all[:min(nearby.Most, len(all))] {
		out = append(out, e.Label()+" ["+e.ID+"]")
	}
	return out
}

func correctedDate(value string, published dateline.Date) (*dateline.Date, error) {
	from, to, err := date.ParseEDTF(value)
	if err == nil {
		return &dateline.Date{EDTF: value, From: from, To: to, Anchor: dateline.AnchorText}, nil
	}
	bad := &BadValue{value, "is no date: write it as 2024-03-12, 2024-03, 2024 or 2024-03-10/2024-03-12 (EDTF)", nil}
	if r := date.Resolve(value, date.Context{Published: published}); r.Date != nil {
		bad.Near = []string{r.Date.EDTF}
	}
	return nil, bad
}

func correctedCount(value string) (*dateline.Count, error) {
	c, ok := count.Parse(value)
	if !ok || c.Low == nil && c.High == nil {
		return nil, &BadValue{value, "is no number: write it as 11, 'at least 11', 'up to 20' or 11-14", nil}
	}
	if c.Low != nil && c.High != nil && *c.Low > *c.High {
		return nil, &BadValue{value, "ends below where it begins", nil}
	}
	return &c, nil
}
