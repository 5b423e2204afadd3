package extract

import (
	"sort"
	"strings"

	"dateline"
)

// Figure is one number of a list of figures in the report ('Casualties: 12 killed, 4 captured (rebel
// claim)'), as others recognised it.
type Figure struct {
	Line    dateline.Span // the line that the list is
	Words   dateline.Span // the number with the words that say what it counts
	Role    dateline.Role // what befell those counted, or Fighters; "" where no Role says it
	Of      string        // what is counted, in words
	Speaker dateline.Span // whose word it is; zero where the list does not say
}

const (
	figuresDoc = "A number in a list of figures, as in a table or box pasted as text, with whose word the list says it is. " +
		"What counts people killed and hurt in one, or things, is a doubt."
	figuresExample = "Strength: 3,000 (rebel claim)"
)

// figureKinds are the kinds that figures tell, by role. Of a battle's captured, arrest is the kind of
// those who were taken.
var figureKinds = map[dateline.Role]dateline.Kind{dateline.KilledRole: dateline.KilledKind, dateline.Wounded: dateline.WoundedKind,
	dateline.Missing: dateline.MissingKind, dateline.Abducted: dateline.AbductedKind, dateline.Released: dateline.ReleasedKind,
	dateline.Arrested: dateline.Arrest, dateline.Displaced: dateline.DisplacedKind, dateline.Fighters: dateline.Strength}

// figureKindList lists the kinds that figures tell, in the order of the roles.
func figureKindList() []dateline.Kind {
	var out []dateline.Kind
	for _, r := range dateline.Roles {
		if k, ok := figureKinds[r]; ok {
			out = append(out, k)
		}
	}
	return out
}

// figures makes a Statement of each figure that a Role says, and a Doubt of each other. The figures of
// one list are of one event, whatever it was.
func (r *reader) figures() []dateline.Statement {
	var out []dateline.Statement
	first, end := "", 0 // the first statement of people hurt in lists that follow each other, and their end
	for _, f := range r.in.Figures {
		kind, ok := figureKinds[f.Role]
		if !ok {
			r.doubt(f.Words, "a figure of "+f.Of+", for which no kind of statement is kept")
			continue
		}
		s := dateline.Statement{Report: r.in.Report, Kind: kind, Reality: dateline.Happened, Stance: dateline.Asserted,
			Quote: f.Line, Trigger: f.Words, Parts: []dateline.Part{{Role: f.Role, Span: f.Words}}, Rule: "figures", Score: 0.7}
		if !f.Speaker.IsZero() {
			s.Speaker, s.Stance = []dateline.Speaker{{Span: f.Speaker}}, dateline.Claimed
		}
		if g, ok := r.nameBefore(f); ok && f.Role == dateline.Fighters {
			s.Parts = append(s.Parts, dateline.Part{Role: dateline.Group, Span: g})
		}
		s.SetID()
		if kind.Family() == dateline.HumanCost {
			if first == "" || f.Line.Start > end+2 {
				first = s.ID
			} else {
				s.Refers, s.Why = first, "a figure of the same list"
			}
			end = f.Line.End
		}
		out = append(out, s)
	}
	return out
}

// nameBefore returns the listed actor that a figure stands behind, as in 'Hezbollah: 3,000'.
func (r *reader) nameBefore(f Figure) (dateline.Span, bool) {
	all := r.in.Mentions
	for k := sort.Search(len(all), func(k int) bool { return all[k].Span.Start >= f.Words.Start }) - 1; k >= 0; k-- {
		m := all[k].Span
		if !f.Line.Contains(m) {
			break
		}
		if all[k].Kind == dateline.Somebody && m.End <= f.Words.Start && strings.Trim(r.text[m.End:f.Words.Start], " :–-") == "" {
			return m, true
		}
	}
	return dateline.Span{}, false
}

// inFigures reports whether a sentence lies in a list of figures, which is read as such.
func (r *reader) inFigures(s dateline.Span) bool {
	all := r.in.Figures
	k := sort.Search(len(all), func(k int) bool { return all[k].Line.End > s.Start })
	return k < len(all) && all[k].Line.Overlaps(s)
}
