package analysis

import (
	"dateline"
)

// Said is a Statement with its Report, what its words mean and what people ruled about it.
type Said struct {
	Report      *dateline.Report
	Statement   dateline.Statement
	Resolutions []dateline.Resolution
	Review      dateline.ReviewState // "" is Unreviewed
}

// Account is a Statement laid out: its words instead of its Spans, each with its meaning. Parts and speakers that
// people rejected are left out.
type Account struct {
	ID         string // Statement.ID
	Report     *dateline.Report
	Kind       dateline.Kind
	Reality    dateline.Reality
	Stance     dateline.Stance
	Background bool
	By         []Voice // who says it first, then through whom; empty means the report itself
	Parts      []Value // in the order of the Statement
	Quote      string
	Trigger    string // the words that carry the Kind
	Review     dateline.ReviewState
}

// Voice is one speaker in the chain by which an Account reached its report.
type Voice struct {
	Index int    // in Statement.Speaker
	Words string // "" where the words name nobody
	Name  string // the earlier name that Words stand for; "" if none
	About string // who that is, in the report's words; "" if not said
	Class dateline.SpeakerClass
	Actor string // Actor.ID; "" if not known
}

// Value is one part of an Account.
type Value struct {
	Index    int // in Statement.Parts
	Role     dateline.Role
	Words    string
	Name     string // the earlier name that Words stand for; "" if none
	Proper   string // the proper name in Words or beside them; "" if none
	Inferred string
	Meaning  *dateline.Resolution // nil if the words mean nothing beyond themselves
	// OfIncident says that it belongs to the incident that a claim or an accusation is of (dateline.Statement.OfIncident).
	OfIncident bool
}

// NewAccount lays out s.
func NewAccount(s Said) Account {
	st, text := s.Statement, s.Report.Text
	a := Account{ID: st.ID, Report: s.Report, Kind: st.Kind, Reality: st.Reality, Stance: st.Stance,
		Background: st.Background, Quote: st.Quote.In(text), Trigger: st.Trigger.In(text), Review: s.Review}
	if a.Review == "" {
		a.Review = dateline.Unreviewed
	}
	for i, sp := range st.Speaker {
		if s.struck(-1 - i) {
			continue
		}
		v := Voice{Index: i, Words: sp.Span.In(text), Name: sp.Refers.In(text), About: sp.About.In(text), Class: sp.Class}
		if m := s.meaning(-1 - i); m != nil {
			v.Actor = m.Actor
		}
		a.By = append(a.By, v)
	}
	for i, p := range st.Parts {
		if s.struck(i) {
			continue
		}
		a.Parts = append(a.Parts, Value{Index: i, Role: p.Role, OfIncident: st.OfIncident(p), Words: p.Span.In(text), Name: p.Refers.In(text),
			Proper: p.Name.In(text), Inferred: p.Inferred, Meaning: s.meaning(i)})
	}
	return a
}

// struck reports whether people rejected a part or a speaker.
func (s *Said) struck(part int) bool {
	m := s.meaning(part)
	return m != nil && m.State == dateline.Struck
}

func (s *Said) meaning(part int) *dateline.Resolution {
	for i := range s.Resolutions {
		if s.Resolutions[i].Part == part {
			return &s.Resolutions[i]
		}
	}
	return nil
}

// In returns the values in any of the given Roles, in the order of the Statement; nil if none.
func (a *Account) In(roles ...dateline.Role) []Value {
	var out []Value
	for _, p := range a.Parts {
		for _, r := range roles {
			if p.Role == r {
				out = append(out, p)
			}
		}
	}
	return out
}

// names reports whether a value in any of the given Roles, or in any Role if none is given, is the
// actor.
func (a *Account) names(actor string, roles ...dateline.Role) bool {
	parts := a.Parts
	if len(roles) > 0 {
		parts = a.In(roles...)
	}
	for _, p := range parts {
		if p.Actor() == actor {
			return true
		}
	}
	return false
}

// spokenBy reports whether the actor is in the chain of speakers.
func (a *Account) spokenBy(actor string) bool {
	for _, v := range a.By {
		if v.Actor == actor {
			return true
		}
	}
	return false
}

// Actor returns the Actor.ID that the value means, and "" if none.
func (v *Value) Actor() string {
	if v.Meaning == nil {
		return ""
	}
	return v.Meaning.Actor
}

// Count returns the number that the value means, and nil if none was told.
func (v *Value) Count() *dateline.Count {
	if v.Meaning == nil {
		return nil
	}
	return v.Meaning.Count
}

// Full returns the words, or the earlier name that they stand for.
func (v *Value) Full() string {
	if v.Name != "" {
		return v.Name
	}
	return v.Words
}

// Full returns the words, or the earlier name that they stand for.
func (v Voice) Full() string {
	if v.Name != "" {
		return v.Name
	}
	return v.Words
}
