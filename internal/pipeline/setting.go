package pipeline

import (
	"slices"
	"sort"
	"strings"

	"dateline"
	"dateline/internal/resolve/actor"
	"dateline/internal/resolve/date"
	"dateline/internal/resolve/place"
)

// who resolves the words at span as those of an actor, with the sentence that they stand in.
func (m *meaning) who(span dateline.Span) dateline.Resolution {
	words := span.In(m.text.Source)
	ctx := actor.Context{Published: m.out.Report.Published, Countries: m.countries, Actors: m.named(words), Short: m.short}
	if i := m.sentence(span.Start); i >= 0 {
		s := m.text.Sentences[i].Span
		ctx.Sentence, ctx.At = s.In(m.text.Source), span.Start-s.Start
		ctx.Common = m.common(i, span.Start)
		ctx.Setting = func() actor.Setting { return m.setting(i) }
	}
	r := m.book.Resolve(words, ctx)
	if r.State == dateline.Known {
		m.actors = appendNew(m.actors, r.Actor)
	}
	return r
}

// named lists the actors that the report has named before, or names anywhere by another name than one among words:
// a name is no support for itself.
func (m *meaning) named(words string) []string {
	out := m.actors[:len(m.actors):len(m.actors)]
	for _, l := range m.listed {
		if !slices.Contains(out, l.Actors[0]) && !strings.Contains(words, l.Span.In(m.text.Source)) {
			out = append(out, l.Actors[0])
		}
	}
	return out
}

// sentence gives the index of the sentence that a byte stands in, -1 for none.
func (m *meaning) sentence(at int) int {
	all := m.text.Sentences
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.End > at })
	if i == len(all) || all[i].Span.Start > at {
		return -1
	}
	return i
}

// common reports whether the word at a byte begins sentence i and is tagged as no name.
func (m *meaning) common(i, at int) bool {
	first := m.text.Sentences[i].Tokens[0]
	return first.Span.Start == at && first.Tag != "PROPN" && first.Tag != "X"
}

// setting works out, once, where and when sentence i tells of: the countries of the places that a
// preposition of place stands before, and its dates.
func (m *meaning) setting(i int) actor.Setting {
	if s, ok := m.settings[i]; ok {
		return s
	}
	var out actor.Setting
	s := &m.text.Sentences[i]
	for k := 1; k < len(s.Tokens); k++ {
		if t := s.Tokens[k-1]; located[strings.ToLower(t.Form)] {
			if iso := m.countryAt(i, k); iso != "" {
				out.Countries = appendNew(out.Countries, iso)
			}
		}
	}
	words := s.Span.In(m.text.Source)
	for _, d := range date.Find(words) {
		r := date.Resolve(d.Span.In(words), date.Context{Published: m.out.Report.Published, Tense: date.Past})
		if r.Date != nil && r.Date.Fixed() {
			out.Dates = append(out.Dates, *r.Date)
		}
	}
	m.settings[i] = out
	return out
}

// located are the words behind which a name is that of where something is.
var located = map[string]bool{"in": true, "at": true, "near": true, "around": true, "across": true, "inside": true, "outside": true,
	"throughout": true, "from": true, "into": true, "northern": true, "southern": true, "eastern": true, "western": true, "central": true}

// countryAt gives the country of the place that is named from token k of sentence i on; "" for none.
func (m *meaning) countryAt(i, k int) string {
	s := &m.text.Sentences[i]
	for k < len(s.Tokens) && (s.Tokens[k].Form == "the" || located[strings.ToLower(s.Tokens[k].Form)]) {
		k++
	}
	end := k
	for end < len(s.Tokens) && capital(s.Tokens[end].Form) {
		end++
	}
	if end == k {
		return ""
	}
	words := m.text.Source[s.Tokens[k].Span.Start:s.Tokens[end-1].Span.End]
	words = strings.TrimSuffix(strings.TrimSuffix(words, "'s"), "’s")
	if iso, ok := place.ISO(words); ok {
		return iso
	}
	if len(m.book.Find(words)) > 0 {
		return "" // 'in Boko Haram'
	}
	r := place.Resolve(words, place.Context{Countries: m.countries})
	if r.Place == nil {
		return ""
	}
	return r.Place.Country
}

func capital(form string) bool { return form[0] >= 'A' && form[0] <= 'Z' || form[0] >= 0x80 }
