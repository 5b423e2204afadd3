package web

import (
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/ledger"
	rulings "dateline/internal/review"
)

// asker makes the forms by which a visitor rules on one thing.
type asker struct {
	s      *site
	d      desk
	who    visitor
	thing  rulings.Thing
	seen   string        // the last ruling on the matter
	read   *ledger.Entry // as the machine read it
	stands *ledger.Entry // as the visitor sees it
	docket *rulings.Docket
	blind  bool
}

// form is a form of a ruling on the thing, which goes on to the next.
func (a asker) form(key, label string, r dateline.Ruling, reason string) rulingForm {
	f := rulingForm{ID: "f-" + slug(label), Key: key, Label: label, Ruling: string(r), Reason: reason}
	for _, id := range a.thing.On() {
		f.Hidden = append(f.Hidden, field{"on", id})
	}
	if a.thing.Part != dateline.Whole {
		f.Hidden = append(f.Hidden, field{"part", strconv.Itoa(a.thing.Part)})
	}
	f.Hidden = append(f.Hidden, field{"seen", a.seen}, field{"next", a.d.at(nil, a.d.later)})
	return f
}

// with adds a hidden field.
func (f rulingForm) with(name, value string) rulingForm {
	f.Hidden = append(f.Hidden, field{name, value})
	return f
}

// forms are the rulings that there are on the thing.
func (p *proposalView) forms(a asker, of rulings.Field) {
	if a.thing.With != "" {
		p.Forms = []rulingForm{
			a.form("=", "Same", dateline.Same, "compared the sentences: one happening"),
			a.form("n", "Not same", dateline.NotSame, "compared the sentences: two happenings"),
			a.form("?", "Unsure", dateline.Unsure, "the sentences do not say"),
		}
		return
	}
	p.Forms = []rulingForm{a.accept(), a.form("r", "Reject", dateline.Reject, "")}
	if v := valueOf(of); v != nil {
		f := a.form("e", "Correct", dateline.Correct, "")
		f.Value = v
		p.Forms = append(p.Forms, f)
		if p.Open && a.editor() {
			f := a.settling(a.form("", "Correct and settle", dateline.Correct, ""))
			f.Value = v
			p.Adjudicate = &f
		}
	}
	p.Forms = append(p.Forms, a.form("?", "Unsure", dateline.Unsure, "not clear from the report"))
}

// accept lets the reading stand. For one who has not been shown another's ruling it is to say what the machine read, where
// that is not what stands.
func (a asker) accept() rulingForm {
	const reason = "read against the report"
	last, told := a.docket.Standing(a.thing)
	if a.blind && told && last == dateline.Correct {
		f := a.form("a", "Accept", dateline.Correct, reason)
		return f.with("value", a.machineValue())
	}
	return a.form("a", "Accept", dateline.Accept, reason)
}

// machineValue is what the machine read, as a person would write it.
func (a asker) machineValue() string {
	if a.thing.Part == dateline.Whole {
		return string(a.read.Statement.Kind)
	}
	return valueWords(a.read.Resolution(meaningPart(a.thing.Part)))
}

// valueWords writes a meaning as a correction is written.
func valueWords(m *dateline.Resolution) string {
	switch {
	case m == nil:
	case m.Actor != "":
		return m.Actor
	case m.Place != nil && m.Place.ID != "":
		return m.Place.ID
	case m.Date != nil:
		return m.Date.EDTF
	case m.Count != nil:
		return countValue(*m.Count)
	}
	return "unknown"
}

func countValue(c dateline.Count) string {
	switch {
	case c.Low == nil && c.High == nil:
		return "unknown"
	case c.High == nil:
		return "at least " + strconv.Itoa(*c.Low)
	case c.Low == nil:
		return "up to " + strconv.Itoa(*c.High)
	case *c.Low == *c.High:
		return strconv.Itoa(*c.Low)
	}
	return strconv.Itoa(*c.Low) + "-" + strconv.Itoa(*c.High)
}

// valueOf asks for a value of a field; nil where there is none to correct.
func valueOf(f rulings.Field) *valueField {
	switch f {
	case rulings.OfKind:
		return &valueField{"The kind", "kind", "a kind of the code book"}
	case rulings.OfActor:
		return &valueField{"Who", "actor", "a name or identifier of the list, a number, or ‘unknown’"}
	case rulings.OfSpeaker:
		return &valueField{"Who", "actor", "a name or identifier of the list, or ‘unknown’"}
	case rulings.OfPlace:
		return &valueField{"The place", "place", "a name, ‘Konduga, Borno’, an identifier, or ‘unknown’"}
	case rulings.OfDate:
		return &valueField{"The date", "", "2024-03-12, 2024-03, 2024, 2024-03-10/2024-03-12, or ‘unknown’"}
	case rulings.OfCount:
		return &valueField{"The number", "", "11, ‘at least 11’, ‘up to 20’, 11-14, or ‘unknown’"}
	}
	return nil
}

// rivalForms lets a rival meaning be taken with one click.
func (p *proposalView) rivalForms(a asker) {
	m := a.stands.Resolution(meaningPart(a.thing.Part))
	if a.thing.With != "" || m == nil {
		return
	}
	for i := range p.Rivals {
		if i < len(m.Others) && i < mostRivals {
			f := a.form("", "Take "+brief(p.Rivals[i].Is.Text), dateline.Correct, "the other meaning of these words").with("value", m.Others[i])
			f.ID = "f-rival-" + strconv.Itoa(i)
			p.Rivals[i].Form = &f
		}
	}
}

// letStand is the form by which an editor settles for one reader's version.
func (a asker) letStand(w rulings.Word, r rulings.Read) *rulingForm {
	f := a.form("", "Let "+w.Author+"’s stand", w.Ruling, "")
	f.ID = "f-settle-" + w.ID
	if w.Ruling == dateline.Accept || w.Ruling == dateline.Correct {
		f.Ruling = string(dateline.Correct)
		switch {
		case a.thing.Part == dateline.Whole:
			f = f.with("value", w.Value(r))
		case w.ByValue != "":
			f = f.with("value", w.ByValue)
		default:
			f = f.with("value", a.machineValue())
		}
	}
	f = a.settling(f)
	return &f
}

// settling marks a form as an adjudication.
func (a asker) settling(f rulingForm) rulingForm {
	f.ID = "f-settle-" + f.ID
	return f.with("settles", "yes")
}

func (a asker) editor() bool { can, _ := a.who.May("editor"); return can }

// asRead is what the machine read of the thing's statement.
func (a asker) asRead() rulings.Read {
	return rulings.Read{Statement: a.read.Statement.ID, Kind: a.read.Statement.Kind, Roles: rolesOf(a.read), Means: a.read.Resolutions}
}

// versionWords says what a reader ruled and let stand.
func (a asker) versionWords(w rulings.Word, r rulings.Read) string {
	verdict := string(w.Verdict(r))
	switch w.Ruling {
	case dateline.Unsure:
		return "is unsure"
	case dateline.Accept, dateline.Correct:
		value := w.Value(r)
		if m := w.Meaning(r); w.Part != dateline.Whole && m != nil {
			var l meaningLine
			l.mean(a.s, m)
			if l.Means.Text != "" {
				value = l.Means.Text
			}
		}
		return strings.TrimSpace(verdict + ": " + value)
	}
	return verdict
}

// reasonOf is the reason of a ruling on the thing.
func (a asker) reasonOf(id string) string {
	d, _ := a.docket.Get(id)
	return tidy(d.Reason)
}
