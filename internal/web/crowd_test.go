package web

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/analysis"
	"dateline/internal/link"
)

// copied is n reports that copy one story; one of the last has a toll of its own, another takes a claim back.
func copied(n int) (all []dateline.Reading) {
	for i := range n {
		words, low := "At least 12 people were killed.", 12
		if i == n-3 {
			words, low = "At least 17 people were killed.", 17
		}
		text := `Gunmen abducted 276 girls from a school in Chibok on April 14, police said. ` + words + ` Boko Haram claimed responsibility for the abduction.`
		if i == n-2 {
			text += ` The group withdrew the claim.`
		}
		t := report("Girls taken", fmt.Sprint("Paper ", i%20), fmt.Sprintf("2014-05-%02d", 3+i*7/n), text+fmt.Sprintf(" Edition %d of the day.", i))
		t.say(dateline.Statement{Kind: dateline.Abduction}, "Gunmen abducted 276 girls from a school in Chibok on April 14, police said.", "abducted",
			by("police", dateline.Authorities).is("state:NG:police"), part(dateline.Perpetrator, "Gunmen").unnamed(), part(dateline.Victim, "276 girls").count(276, 276),
			part(dateline.PlaceRole, "Chibok").at(chibok), part(dateline.DateRole, "April 14").when("2014-04-14", "2014-04-14", "2014-04-14"))
		first := t.r.Statements[0].ID
		t.say(dateline.Statement{Kind: dateline.KilledKind, Refers: first, Why: "the only event told before"}, words, "killed",
			part(dateline.KilledRole, words[:len(words)-len(" were killed.")]).count(low, -1))
		t.say(dateline.Statement{Kind: dateline.Claim, Stance: dateline.Claimed, Refers: first, Why: "‘the abduction’"}, "Boko Haram claimed responsibility for the abduction.", "claimed",
			by("Boko Haram", dateline.GroupVoice).is("boko-haram"), part(dateline.Group, "Boko Haram").is("boko-haram"), part(dateline.Incidental, "the abduction"))
		if i == n-2 {
			t.say(dateline.Statement{Kind: dateline.Retraction, Refers: first, Why: "‘the claim’"}, "The group withdrew the claim.", "withdrew",
				by("The group", dateline.GroupVoice).is("boko-haram"), part(dateline.Group, "The group").is("boko-haram"))
		}
		all = append(all, t.r)
	}
	return all
}

// However many copies there are, a page reads a few and shows a few; the counts are of all, and what one copy alone tells is not lost.
func TestACrowdOfCopies(t *testing.T) {
	var lengths, told []int
	for _, n := range []int{manyReports + 100, manyReports + 500} {
		all := copied(n)
		incidents := link.Link(all, nil)
		if len(incidents) != 1 || incidents[0].Independent != 1 || len(incidents[0].Reports) != n {
			t.Fatalf("%d copies are %d incidents, the first of %d reports, %d independent", n, len(incidents), len(incidents[0].Reports), incidents[0].Independent)
		}
		in := incidents[0]
		v := keptAll(t, all, incidents)
		s := newSite(v, Options{Log: quiet})
		f := &fixture{handler: s.handler()}

		page := f.get(t, "/incidents/"+in.ID)
		shown := strings.Count(page, ": one account with ")
		if shown < mostCopies || shown > 2*mostCopies {
			t.Errorf("%d copies: the page names %d of them", n, shown)
		}
		for _, want := range []string{number(n) + " reports, of which 1 independent", "17 or more", "later: claim retracted", "Show everything",
			" copies and " + number(n-1-shown) + " more"} {
			if !strings.Contains(page, want) {
				t.Errorf("%d copies: the page does not say %q", n, want)
			}
		}
		lengths = append(lengths, len(page))
		if whole := f.get(t, "/incidents/"+in.ID+"?all=yes"); strings.Count(whole, "Edition") > 0 || len(whole) < 2*len(page) {
			t.Errorf("%d copies: to ask for all gives %d bytes, not many more than %d", n, len(whole), len(page))
		}

		if list := f.get(t, "/incidents"); !strings.Contains(list, "claimed by Boko Haram, later retracted") {
			t.Error("the list does not say that the claim was retracted")
		}
		if list := f.get(t, "/groups/boko-haram"); !strings.Contains(list, "Claimed by Boko Haram, later retracted") {
			t.Error("the list of the group's page does not say that the claim was retracted")
		}

		part, err := s.thin(t.Context(), &in, nil)
		if err != nil {
			t.Fatal(err)
		}
		told = append(told, len(part.Statements))
		for _, rule := range analysis.Rules {
			if got, want := headlineWords(t, s, part, rule), headlineWords(t, s, in, rule); got != want {
				t.Errorf("%d copies, %s: %s by a part, %s by all", n, rule, got, want)
			}
		}

		f.get(t, "/review")
		for _, c := range s.cases.of {
			if len(c.whole.Told) > 4*(mostOfAccount+20) {
				t.Errorf("%d copies: the queue read %d statements", n, len(c.whole.Told))
			}
		}
		f.get(t, "/review?mode=sample&seed=4")
		copy := f.get(t, "/reports/"+in.Reports[5])
		if got := strings.Count(copy, "one account with this"); got != mostLike || !strings.Contains(copy, "Show the other "+plural(n-1-mostLike, "report")) {
			t.Errorf("%d copies: a report's page names %d of them", n, got)
		}
		if got := strings.Count(beyond(f.get(t, "/groups/boko-haram"), `<h2 id="notes">`), "<li value="); got > mostNotes {
			t.Errorf("%d copies: the group's page quotes %d statements", n, got)
		}
	}
	if told[1] > told[0] || lengths[1] > lengths[0]+200 {
		t.Errorf("with more copies a page reads %v statements and has %v bytes", told, lengths)
	}
}

func beyond(page, words string) string {
	_, rest, _ := strings.Cut(page, words)
	return rest
}

func headlineWords(t *testing.T, s *site, in dateline.Incident, rule analysis.Rule) string {
	t.Helper()
	entries, err := s.view.Statements(context.Background(), in.Statements)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, h := range analysis.NewFigures(in, accounts(entries)).Headlines(rule) {
		words = append(words, fmt.Sprint(h.Of, " ", h.String()))
	}
	return strings.Join(words, "; ")
}

// An incident of few reports is read whole.
func TestFewReportsAreReadWhole(t *testing.T) {
	f := newFixture(t)
	s := newSite(viewed(t, f.path), Options{Log: quiet})
	if got, err := s.thin(t.Context(), &f.incident, nil); err != nil || len(got.Statements) != len(f.incident.Statements) {
		t.Errorf("%d of %d statements are read (%v)", len(got.Statements), len(f.incident.Statements), err)
	}
}
