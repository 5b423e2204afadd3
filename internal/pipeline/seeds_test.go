package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/ingest"
	"dateline/internal/link"
)

// seeds reads the two articles that the project was first tried on, which lie beside the checkout:
// the longer one with its date, the shorter one without.
func seeds(t *testing.T) (long, short dateline.Reading) {
	dir := "../../../shared/seeds"
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 {
		t.Skip("the seed articles are not beside this checkout")
	}
	day, err := ingest.ParseDate("2024-04-05")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		opts := ingest.Options{}
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Size() > 4000 {
			opts.Published = day
		}
		for it := range ingest.Read(context.Background(), []string{filepath.Join(dir, f.Name())}, opts) {
			if it.Err != nil {
				t.Fatal(it.Err)
			}
			if info.Size() > 4000 {
				long = Code(it.Report)
			} else {
				short = Code(it.Report)
			}
		}
	}
	return long, short
}

// want is a Statement that a report must hold: its parts by role, as words that the part's words
// contain or, after an arrow, what they resolve to.
type want struct {
	kind  dateline.Kind
	parts string // "group:>islamic-state-khorasan fighters:4000..6000"
	by    string // words of the first speaker, or of the name that it stands for; "" is not asked
	check func(dateline.Statement) bool
}

func TestSeedsLong(t *testing.T) {
	long, _ := seeds(t)
	background := func(s dateline.Statement) bool { return s.Background }
	for _, w := range []want{
		{dateline.Founding, "group:>islamic-state-khorasan date:2014-09/2014-12 place:Afghanistan", "", nil},
		{dateline.Founding, "group:>islamic-state-khorasan leader:Hafiz_Saeed", "", nil},
		{dateline.Membership, "group:>islamic-state-khorasan other:>islamic-state", "", nil},
		{dateline.Alias, "group:>islamic-state-khorasan name:IS-K", "", nil},
		{dateline.ArmedAssault, "perpetrator:gunmen target:Crocus_City_Hall place:Moscow_region date:2024-03-22 killed:139..", "", nil},
		{dateline.Claim, "group:>islamic-state", "IS", nil},
		{dateline.Blame, "perpetrator:>islamic-state-khorasan", "U.S. officials", nil},
		{dateline.Blame, "perpetrator:Islamic_extremists", "Moscow", nil},
		{dateline.Attack, "perpetrator:>islamic-state-khorasan killed:91.. place:Kerman date:2024-01", "",
			func(s dateline.Statement) bool { return s.Stance == dateline.Blamed }},
		{dateline.Bombing, "killed:90..90 place:Kerman date:2024-01", "", nil},
		{dateline.Attack, "place:Kabul date:2021-11", "", nil},
		{dateline.KilledKind, "killed:19..", "", nil},
		{dateline.Claim, "group:>islamic-state-khorasan", "IS-K", nil},
		{dateline.Threat, "group:>islamic-state-khorasan target:>state:RU date:2024-03-25", "", nil},
		{dateline.Threat, "group:>islamic-state-khorasan", "", nil},
		{dateline.Attack, "perpetrator:>islamic-state-khorasan place:Sweden place:Netherlands place:Denmark", "",
			func(s dateline.Statement) bool { return s.Reality == dateline.Threatened }},
		{dateline.Arrest, "authority:>state:DE:police arrested:2..2 date:2024-03-19", "German police", nil},
		{dateline.Attack, "target:Swedish_parliament", "",
			func(s dateline.Statement) bool { return s.Reality == dateline.Planned && s.Stance == dateline.Blamed }},
		{dateline.Arrest, "arrested:9..9 date:2023-07 place:Germany place:Netherlands", "", nil},
		{dateline.Strength, "group:>islamic-state-khorasan fighters:4000..6000 amount:including_family_members", "UN Security Council", nil},
		{dateline.Strength, "group:>islamic-state-khorasan fighters:lower", "Some experts", nil},
		{dateline.TerritoryGained, "group:>islamic-state-khorasan area:eastern", "", nil},
		{dateline.TerritoryGained, "group:>islamic-state-khorasan area:northern", "", nil},
		{dateline.TerritoryLost, "group:>islamic-state-khorasan date:2019~", "", nil},
		{dateline.TerritoryGained, "group:>islamic-state area:Syria", "", background},
		{dateline.TerritoryGained, "group:>islamic-state area:caliphate", "", background},
		{dateline.TerritoryLost, "group:>islamic-state other:U.S.-led_coalition date:2019", "", background},
		{dateline.Rivalry, "group:>taliban other:>islamic-state-khorasan", "", nil},
		{dateline.Alliance, "group:>state:RU:government other:>taliban", "", nil},
		{dateline.Rivalry, "group:>state:RU:government other:>islamic-state place:Syria place:Africa", "", nil},
		{dateline.Assessment, "about:>islamic-state-khorasan", "Lucas Webber", nil},
		{dateline.Assessment, "about:>islamic-state-khorasan", "Michael E. Kurilla", nil},
		{dateline.Assessment, "about:>islamic-state-khorasan", "Riccardo Valle", nil},
		{dateline.Assessment, "about:>islamic-state-khorasan", "Sara Harmouch", nil},
	} {
		has(t, long, w)
	}
	n := 0
	for _, s := range long.Statements {
		if s.Kind == dateline.Assessment && len(s.Speaker) > 0 && !s.Speaker[0].About.IsZero() {
			n++
		}
	}
	if n < 8 {
		t.Errorf("%d assessments by described speakers, want at least 8", n)
	}
}

func TestSeedsShort(t *testing.T) {
	_, short := seeds(t)
	for _, w := range []want{
		{dateline.Alias, "group:>islamic-state-khorasan name:Islamic_State_Khorasan", "", nil},
		{dateline.Blame, "perpetrator:>islamic-state-khorasan incident:Moscow_attack", "", nil},
		{dateline.Strength, "group:>islamic-state-khorasan fighters:4000..6000 fighters:fighters", "", nil},
		{dateline.Warning, "target:Paris_Olympics", "analysts", nil},
		{dateline.Bombing, "target:Russian_charter_jet", "", func(s dateline.Statement) bool { return s.Background }},
		{dateline.Attack, "target:Russian_embassy place:Kabul", "", func(s dateline.Statement) bool { return s.Background }},
	} {
		has(t, short, w)
	}
	for _, in := range link.Link([]dateline.Reading{short}, nil) {
		for _, p := range in.Targets {
			if strings.Contains(p.Value.Text, "Olympics") {
				t.Error("a possible target is shown as an attack")
			}
		}
	}
}

// TestSeedsLinked: the two articles' Moscow attacks are one incident with two reports and all its
// accounts, in either order.
func TestSeedsLinked(t *testing.T) {
	long, short := seeds(t)
	one := link.Link([]dateline.Reading{long, short}, nil)
	other := link.Link([]dateline.Reading{short, long}, nil)
	if len(one) != len(other) {
		t.Fatalf("%d incidents in one order, %d in the other", len(one), len(other))
	}
	found := false
	for i, in := range one {
		if in.ID != other[i].ID || len(in.Statements) != len(other[i].Statements) {
			t.Errorf("incident %d differs with the order", i)
		}
		if in.Kind == dateline.ArmedAssault && in.Dates[0].Value.EDTF == "2024-03-22" {
			found = true
			moscow(t, in)
		}
	}
	if !found {
		t.Error("no armed assault of 22 March 2024")
	}
}

func moscow(t *testing.T, in dateline.Incident) {
	if len(in.Reports) != 2 || in.Independent != 2 {
		t.Errorf("%d reports, %d independent; want 2 and 2", len(in.Reports), in.Independent)
	}
	degrees := map[string]bool{}
	for _, p := range in.Perpetrators {
		degrees[p.Value.Actor+"/"+string(p.Value.Degree)+"/"+p.Value.By] = true
	}
	for _, w := range []string{"islamic-state/claimed/IS", "islamic-state-khorasan/blamed by authorities/U.S. officials"} {
		if !degrees[w] {
			t.Errorf("no account %s among %v", w, degrees)
		}
	}
	for _, toll := range in.Tolls {
		if toll.Value.Of == dateline.KilledRole && toll.Value.Count.String() != "139 or more" {
			t.Errorf("killed %s", toll.Value.Count)
		}
	}
	for _, p := range in.Places {
		if p.Value.Country != "RU" {
			t.Errorf("a place in %s", p.Value.Country)
		}
	}
}

// has fails unless the reading holds what w wants.
func has(t *testing.T, r dateline.Reading, w want) {
	t.Helper()
	for _, s := range r.Statements {
		if s.Kind == w.kind && meets(r, s, w) {
			return
		}
	}
	t.Errorf("no %s with %s by %q", w.kind, w.parts, w.by)
}

func meets(r dateline.Reading, s dateline.Statement, w want) bool {
	for _, p := range strings.Fields(w.parts) {
		role, value, _ := strings.Cut(p, ":")
		if !anyPart(r, s, dateline.Role(role), strings.ReplaceAll(value, "_", " ")) {
			return false
		}
	}
	if w.by != "" && (len(s.Speaker) == 0 || !strings.Contains(s.Speaker[0].Span.In(r.Report.Text)+" "+s.Speaker[0].Refers.In(r.Report.Text), w.by)) {
		return false
	}
	return w.check == nil || w.check(s)
}

func anyPart(r dateline.Reading, s dateline.Statement, role dateline.Role, value string) bool {
	for i, p := range s.Parts {
		if p.Role == role && partIs(r, s.ID, i, p, value) {
			return true
		}
	}
	return false
}

func partIs(r dateline.Reading, id string, i int, p dateline.Part, value string) bool {
	words := p.Span.In(r.Report.Text)
	for _, m := range r.Resolutions {
		if m.Statement != id || m.Part != i {
			continue
		}
		switch {
		case strings.HasPrefix(value, ">"):
			return m.Actor == value[1:]
		case m.Date != nil:
			return m.Date.EDTF == value
		case m.Count != nil && strings.Contains(value, ".."):
			return bounds(*m.Count) == value
		}
	}
	return strings.Contains(words, value)
}

// bounds writes a count as LOW..HIGH, an open end empty.
func bounds(c dateline.Count) string {
	end := func(n *int) string {
		if n == nil {
			return ""
		}
		return strings.ReplaceAll(dateline.Exactly(*n).String(), ",", "")
	}
	return end(c.Low) + ".." + end(c.High)
}
