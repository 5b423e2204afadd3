package draw

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"dateline/internal/draw/basemap"
)

// drawable is a path of lines that begin somewhere and have relative steps, if any: a browser stops at anything else.
var drawable = regexp.MustCompile(`^(M-?\d+ ?-?\d+(l-?\d+ ?-?\d+( -?\d+ ?-?\d+)*)?z?)+$`)

func TestATerrainHasTheWorld(t *testing.T) {
	sizes := [basemap.Levels]int{}
	for level := range sizes {
		terrain := NewTerrain(level)
		b, err := json.Marshal(terrain)
		if err != nil {
			t.Fatal(err)
		}
		var z bytes.Buffer
		w := gzip.NewWriter(&z)
		w.Write(b)
		w.Close()
		sizes[level] = z.Len()
		for _, l := range terrain.Lines {
			if !drawable.MatchString(l.D) {
				t.Errorf("level %d: a browser does not draw all of %.80s", level, l.D)
			}
		}
		for name, a := range terrain.Areas {
			if a.D != "" && !drawable.MatchString(a.D) {
				t.Errorf("level %d: a browser does not draw all of %s: %.80s", level, name, a.D)
			}
		}
		t.Logf("level %d: %d lines, %d KB, %d KB as it is sent", level, len(terrain.Lines), len(b)>>10, z.Len()>>10)
		if n := len(terrain.Areas); n != len(basemap.World().Areas()) {
			t.Errorf("level %d has %d areas", level, n)
		}
	}
	if sizes[2] > 300<<10 || sizes[2] >= sizes[1] || sizes[1] >= sizes[0] {
		t.Errorf("the levels are sent as %d bytes", sizes)
	}
}

// Where a terrain has Borno is where a map draws it.
func TestATerrainAreaIsWhereItIs(t *testing.T) {
	terrain := NewTerrain(0)
	borno := terrain.Areas["NG Borno"]
	x, y := borno.Middle[0], borno.Middle[1]
	if x < 12.3*perDegree || x > 13.8*perDegree || y < 10.9*perDegree || y > 12.6*perDegree || borno.Whole || !strings.HasPrefix(borno.D, "M") || !strings.HasSuffix(borno.D, "z") {
		t.Errorf("the middle of Borno is %d, %d; its path %.20s", x, y, borno.D)
	}
	nigeria := terrain.Areas["NG "]
	for i, outer := range nigeria.Box {
		if in := borno.Box[i]; i < 2 && in < outer || i > 1 && in > outer {
			t.Errorf("Borno (%v) is not in Nigeria (%v)", borno.Box, nigeria.Box)
		}
	}
	if !nigeria.Whole {
		t.Error("Nigeria is no country")
	}
}
