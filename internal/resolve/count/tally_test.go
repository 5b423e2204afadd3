package count

import (
	"fmt"
	"strings"
	"testing"
)

// told writes figures as a test row does: '12 killed by rebel, 3- vehicles'.
func told(text string, fs []Figure) string {
	var out []string
	for _, f := range fs {
		s := strings.Fields(show(f.Count))[0] + " " + string(f.Of)
		if !f.Speaker.IsZero() {
			s += " by " + f.Speaker.In(text)
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestTally(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
L | 12 killed | 12 killed
L | 12 killed, 30 wounded | 12 killed, 30 wounded
L | 12 killed30 wounded | 12 killed, 30 wounded
L | 12 kille30 wounde5 captured | 12 killed, 30 wounded, 5 captured
L | 12 killed (rebel claim), 3 killed (army claim) | 12 killed by rebel, 3 killed by army
L | 12 killed, 30 wounded (per Ruritania) | 12 killed by Ruritania, 30 wounded by Ruritania
L | 12 killed 40 killed, 30 wounded (rebel claim) | 12 killed, 40 killed by rebel, 30 wounded by rebel
L | 12 killed4 killed(rebel claim) | 12 killed, 4 killed by rebel
L | Per Ruritania: * 12 killed * 30 wounded ---- Per Gondor: * 50 killed | 12 killed by Ruritania, 30 wounded by Ruritania, 50 killed by Gondor
L | 40 (official figure), 63 (in the north), 70–90 dead (rebel claim) | 40 killed by official, 63 killed, 70-90 killed by rebel
L | Rebels claim 40 dead, army claims 4 dead | 40 killed by Rebels, 4 killed by army
L | 40 dead according to the Red Star Society till March | 40 killed by Red Star Society
L | 3 soldiers and 2 civilians killed | 3 killed, 2 killed
L | 3 soldiers, 2 drones shot down | 3 casualties, 2 aircraft
L | 230–1,000+ killed | 230- killed
L | 5,00060 tanks lost | 5000 casualties, 60 vehicles
L | over 400 fled, several wounded, dozens killed | 401- displaced, 3-9 wounded, 24-99 killed
L | 50 killed and wounded | 50 casualties
L | 50 prisoners executed, 8 prisoners | 50 killed, 8 captured
L | Killed: 169 * POWs: 39 * Missing: 3 | 169 killed, 39 captured, 3 missing
L | 16 killed (6 in the first raid) * 4 policemen * 6 guards | 16 killed, 6 killed, 4 killed, 6 killed
L | 4 tanks captured, 1 Su-24 shot down, 8 Leopard 2 tanks | 4 vehicles, 1 aircraft, 8 vehicles
L | 3 killed (9 April 2015), 40 killed in 2008 | 3 killed, 40 killed
L | at least 70 killedhttps://example.org/2019/12/157193/ | 70- killed
L | None | 0 casualties
L | Unknown | 
L | heavy | 
L | ? | 
L | see the 2013 campaign | 
L | 25th Mechanised Brigade63rd Brigade | 
S | 300,000–500,000 (Ruritanian claim) | 300000-500000 fighters by Ruritanian
S | 7-12,000 | 7000-12000 fighters
S | +3,000 | 3000- fighters
S | ~200 militants | 200~ fighters
S | c. 2,000 | 2000~ fighters
S | up to 900 | -900 fighters
S | 1.5 million | 1500000 fighters
S | tens of thousands | 20000-99999 fighters
S | 5 battalions, 30 tanks, 2 frigates, 6 howitzers, 4 MiG-21 | 5 units, 30 vehicles, 2 vessels, 6 weapons, 4 aircraft
S | Northern Front: 31,000+ (2017) 7,000 (2018) | 31000- fighters, 7000 fighters
S | 2000 soldiers | 2000 fighters
S | 1939 | 
S | 8,000 defected soldiers (rebel claim) | 8000 fighters by rebel
S | 50%+ of the army | 
`), "\n") {
		col := strings.SplitN(line+" ", " | ", 3)
		of := Casualties
		if col[0] == "S" {
			of = Fighters
		}
		if got, want := told(col[1], Tally(col[1], of)), strings.TrimSpace(col[2]); got != want {
			t.Errorf("%s: got %q, want %q", col[1], got, want)
		}
	}
}

// What a list says stands in it: spans lie inside the text, in order, and low is never above high.
func FuzzTally(f *testing.F) {
	f.Add("12 kille30 wounde(rebel claim5 tanks")
	f.Add("Per X: * 4 dead ---- 1,00010 captured;5 (12; per RussiaTotal: 11")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, g := range Tally(s, Casualties) {
			if g.Number.Start < last || g.Number.End > len(s) || !g.Words.Contains(g.Number) || g.Words.End > len(s) || g.Speaker.End > len(s) {
				t.Fatalf("%+v in %q", g, s)
			}
			if g.Count.Low != nil && g.Count.High != nil && *g.Count.Low > *g.Count.High {
				t.Fatalf("%s", g.Count)
			}
			if g.Of == "" {
				t.Fatal("counts nothing")
			}
			last = g.Number.End
		}
	})
}

func TestTallyLexicon(t *testing.T) {
	for _, text := range []string{"[soup]\nlentils", "[killed!]\ndead\n[wounded!]\ndead", "loose"} {
		if _, err := parseTallies(text); err == nil {
			t.Errorf("%q: read without an error", text)
		}
	}
}

func BenchmarkTally(b *testing.B) {
	s := strings.Repeat("12 killed, 30 wounded (rebel claim)4 tanks captured. ", 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Tally(s, Casualties)
	}
}

func ExampleTally() {
	text := "300,000–500,000 (Ruritanian claim)"
	for _, f := range Tally(text, Fighters) {
		fmt.Println(f.Count, f.Of, f.Speaker.In(text))
	}
	// Output: 300,000–500,000 fighters Ruritanian
}
