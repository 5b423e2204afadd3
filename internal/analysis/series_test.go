package analysis

import (
	"fmt"
	"reflect"
	"testing"

	"dateline"
)

func TestATollOverTime(t *testing.T) {
	in := func(report string, x telling) telling { x.report = report; return x }
	incident, said := incidentOf(
		in("b", saidBy("police", figure("2024-03-12", "14 people", 14))), in("c", saidBy("police", figure("2024-03-13", "14 people", 14))),
		in("a", saidBy("police", atLeast("2024-03-11", "at least 11", 11))), in("d", figure("2024-03-13", "14 people", 14)),
		in("e", claimedBy("the Front", figure("2024-03-12", "40 soldiers", 40))), in("f", telling{words: "people", low: -1, high: -1}))
	incident.Copies = [][]string{{"b", "c"}}
	var got []string
	for _, v := range NewFigures(incident, said).Series()[0].Versions {
		count := "some"
		if v.Count != nil {
			count = v.Count.String()
		}
		line := fmt.Sprintf("%s by %q since %s, %d/%d", count, voiceWords(v.By), v.Since, v.Reports, v.Accounts)
		if v.Revised != "" {
			line += ", revised " + v.Revised + " to " + v.RevisedTo
		}
		if v.Own {
			line += ", own"
		}
		got = append(got, line)
	}
	want := []string{`11 or more by "police" since 2024-03-11, 1/1, revised 2024-03-12 to 14`, `14 by "police" since 2024-03-12, 2/1`,
		`40 by "the Front" since 2024-03-12, 1/1, own`, `14 by "" since 2024-03-13, 1/1`, `some by "" since , 1/1`}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestWhatStandsBehindAnAccount(t *testing.T) {
	reviewed := func(s dateline.ReviewState, x telling) telling { x.review = s; return x }
	in, said := incidentOf(saidBy("police", figure("2024-03-12", "14", 14)), figure("2024-03-11", "14", 14),
		reviewed(dateline.Accepted, figure("2024-03-13", "14", 14)), reviewed(dateline.Rejected, figure("2024-03-01", "14", 14)))
	in.Copies = [][]string{{"report 1", "report 2"}}
	s := NewSupports(in, said)
	want := Support{By: []string{"police", ""}, Since: "2024-03-11", Reports: 3, Independent: 2, Review: dateline.Unreviewed}
	if got := s.Of("0", "1", "2", "3"); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for ids, want := range map[string]dateline.ReviewState{"2": dateline.Accepted, "3": dateline.Rejected} {
		if got := s.Of(ids).Review; got != want {
			t.Errorf("%s is %s", ids, got)
		}
	}
}

func TestWhoAmongTheDead(t *testing.T) {
	in, said := incidentOf(figure("2024-03-11", "14 people", 14))
	n := dateline.Exactly
	part := func(role dateline.Role, words string, c dateline.Count) Value {
		return Value{Role: role, Words: words, Meaning: &dateline.Resolution{Count: &c}}
	}
	said[0].Parts = append(said[0].Parts, part(dateline.Victim, "three policemen", n(3)), part(dateline.Victim, "two guards", n(2)), part(dateline.Wounded, "two guards", n(2)))
	shares := NewFigures(in, said).Series()[0].Versions[0].Whom.Shares
	if len(shares) != 1 || shares[0].Of != Forces || !shares[0].Count.Equal(n(3)) {
		t.Errorf("got %+v", shares)
	}
}
