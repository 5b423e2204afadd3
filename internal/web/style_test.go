package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestColoursCanBeRead computes the contrast of what stands on what (WCAG 2.2, 1.4.3 and 1.4.11).
func TestColoursCanBeRead(t *testing.T) {
	light, dark, ok := strings.Cut(string(sheet), "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("there are no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "*,")
	for scheme, tokens := range map[string]map[string]string{"light": colours(light), "dark": colours(dark)} {
		for _, c := range []struct {
			front, back string
			least       float64
		}{
			{"ink", "paper", 7}, {"ink", "sheet", 7}, {"ink", "said", 7}, {"ink", "split", 7},
			{"soft", "paper", 4.5}, {"soft", "sheet", 4.5}, {"soft", "split", 4.5}, {"soft", "said", 4.5},
			{"link", "paper", 4.5}, {"link", "sheet", 4.5}, {"link", "split", 4.5}, {"link", "said", 4.5},
			{"warn", "paper", 4.5}, {"warn", "split", 4.5}, {"bar", "paper", 3}, {"focus", "paper", 3}, {"focus", "sheet", 3},
			{"hostile", "paper", 4.5}, {"friendly", "paper", 4.5}, {"kin", "paper", 4.5}, {"talking", "paper", 4.5},
		} {
			if got := contrast(t, tokens[c.front], tokens[c.back]); got < c.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f, want %.1f", scheme, c.front, c.back, got, c.least)
			}
		}
	}
}

func colours(css string) map[string]string {
	out := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(css, -1) {
		out[m[1]] = m[2]
	}
	return out
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	of := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*of(16) + .7152*of(8) + .0722*of(0)
}

// The modules of all pages together stay small enough to be read by people.
func TestScriptsAreSmall(t *testing.T) {
	total := 0
	for _, b := range scripts {
		total += len(b)
	}
	if total > 60<<10 {
		t.Errorf("the scripts are %d bytes, want at most %d", total, 60<<10)
	}
}
