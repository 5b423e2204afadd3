package eval

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mucSlot is the number of a slot of a MUC-4 template, as its documents count them.
type mucSlot int

// The slots that are scored.
const (
	mucDate mucSlot = iota + 2
	mucLocation
	mucType
	mucStage
	mucInstrumentID
	mucInstrumentType
	mucCategory
	mucIndividual
	mucOrganization
	mucConfidence
	mucTarget
	mucTargetType
	mucTargetNumber
	mucTargetNation
	mucTargetEffect
	mucTargetTotal
	mucHumanName
	mucHumanDescription
	mucHumanType
	mucHumanNumber
	mucHumanNation
	mucHumanEffect
	mucHumanTotal
	mucSlots // one more than the last
)

// mucSlotNames are the slots' names in the tables of official scores.
var mucSlotNames = map[mucSlot]string{
	mucDate: "inc-date", mucLocation: "inc-loc", mucType: "inc-type", mucStage: "inc-stage",
	mucInstrumentID: "inc-instr-id", mucInstrumentType: "inc-instr-type", mucCategory: "perp-inc-cat",
	mucIndividual: "perp-ind-id", mucOrganization: "perp-org-id", mucConfidence: "perp-org-conf",
	mucTarget: "phys-tgt-id", mucTargetType: "phys-tgt-type", mucTargetNumber: "phys-tgt-num",
	mucTargetNation: "phys-tgt-nation", mucTargetEffect: "phys-tgt-effect", mucTargetTotal: "phys-tgt-total-num",
	mucHumanName: "hum-tgt-name", mucHumanDescription: "hum-tgt-desc", mucHumanType: "hum-tgt-type",
	mucHumanNumber: "hum-tgt-num", mucHumanNation: "hum-tgt-nation", mucHumanEffect: "hum-tgt-effect",
	mucHumanTotal: "hum-tgt-total-num",
}

// mucFill is one filler of a slot: what may stand there, and, where the slot has cross-references,
// the strings that it may refer to. A response has one value and at most one reference.
type mucFill struct {
	optional bool
	values   []string
	refs     []string
}

// mucTemplate is one incident: of a key, or of a response.
type mucTemplate struct {
	optional bool
	slots    [mucSlots][]mucFill
}

// add gives a slot a filler, but for an empty one.
func (t *mucTemplate) add(s mucSlot, value, ref string) {
	if value == "" {
		return
	}
	f := mucFill{values: []string{value}}
	if ref != "" {
		f.refs = []string{ref}
	}
	t.slots[s] = append(t.slots[s], f)
}

// mucMessage is one text with its key. A text that tells nothing relevant has no templates.
type mucMessage struct {
	id, text string
	key      []mucTemplate
}

// mucParts are the folders and the files of texts and keys in them, by part.
var mucParts = map[string][2]string{
	"dev":  {"dev/dev-muc*", "dev/key-dev-*"},
	"held": {"dev/dev-muc3-1[12]01*", "dev/key-dev-1[12]01*"},
	"tst1": {"tst1/tst1-*", "tst1/key-*"},
	"tst2": {"tst2/tst2-*", "tst2/key-*"},
}

// readMUC reads a part of the corpus: its texts in their order, each with its key.
func readMUC(dir, part string) ([]mucMessage, error) {
	texts, err := mucFiles(dir, mucParts[part][0])
	if err != nil {
		return nil, err
	}
	keys, err := mucFiles(dir, mucParts[part][1])
	if err != nil {
		return nil, err
	}
	out := mucTexts(texts)
	byID, err := mucKeys(keys)
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i].key = byID[out[i].id]
	}
	return out, nil
}

// mucFiles joins the files that match a pattern, in the order of their names.
func mucFiles(dir, pattern string) (string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "muc4", pattern))
	if err != nil {
		return "", err
	}
	if len(names) == 0 {
		return "", fmt.Errorf("%s: %w", filepath.Join(dir, "muc4", pattern), os.ErrNotExist)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, n := range names {
		text, err := os.ReadFile(n)
		if err != nil {
			return "", err
		}
		b.Write(text)
		b.WriteByte('\n')
	}
	return b.String(), nil
}

// mucHeader is the line over a text.
var mucHeader = regexp.MustCompile(`(?m)^((?:DEV|TST\d)-MUC\d-\d{4})\b.*$`)

func mucTexts(all string) []mucMessage {
	var out []mucMessage
	at := mucHeader.FindAllStringSubmatchIndex(all, -1)
	for i, m := range at {
		end := len(all)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		out = append(out, mucMessage{id: all[m[2]:m[3]], text: strings.TrimSpace(all[m[1]:end]) + "\n"})
	}
	return out
}

// mucSlotLine is a line that begins a slot; the filler begins at a fixed column.
var mucSlotLine = regexp.MustCompile(`^(\d+)\.\s+[A-Z ]+: [A-Z ]*?(?:\s{2,}|$)(.*)`)

// mucKeys reads keys by the identifier of their text.
func mucKeys(all string) (map[string][]mucTemplate, error) {
	out := map[string][]mucTemplate{}
	var id string
	var t *mucTemplate
	var slot mucSlot
	for n, line := range strings.Split(all, "\n") {
		filler := line
		if m := mucSlotLine.FindStringSubmatch(line); m != nil {
			k, _ := strconv.Atoi(m[1]) // digits
			slot, filler = mucSlot(k), m[2]
		} else if strings.TrimSpace(line) == "" || line[0] != ' ' {
			continue
		}
		filler = strings.TrimSpace(filler)
		switch {
		case slot == 0:
			id, _, _ = strings.Cut(filler, " ")
			out[id] = append(out[id], mucTemplate{})
			t = &out[id][len(out[id])-1]
		case slot == 1 && filler == "*":
			delete(out, id)
			t = &mucTemplate{}
		case slot == 1:
			t.optional = strings.Contains(filler, "OPTIONAL")
		case slot >= mucSlots || t == nil:
			return nil, fmt.Errorf("key line %d: a filler of no slot: %q", n+1, line)
		case filler != "*" && filler != "-" && filler != "":
			t.slots[slot] = append(t.slots[slot], parseFill(slot, filler))
		}
	}
	return out, nil
}

// parseFill reads a filler of a key: an optional one begins with '?', what may stand instead comes
// after a slash, a reference after a colon.
func parseFill(slot mucSlot, s string) mucFill {
	var f mucFill
	if rest, ok := strings.CutPrefix(s, "?"); ok {
		f.optional, s = true, strings.TrimSpace(rest)
	}
	if slot == mucLocation || slot == mucDate {
		for _, a := range splitOutside(s, '/') {
			f.values = append(f.values, unwrap(a))
		}
		return f
	}
	sides := splitOutside(s, ':')
	for _, a := range splitOutside(sides[0], '/') {
		for _, b := range splitOutside(unwrap(a), '/') {
			f.values = append(f.values, unquote(b))
		}
	}
	if len(sides) > 1 {
		for _, a := range splitOutside(strings.Join(sides[1:], ":"), '/') {
			if r := unquote(unwrap(a)); r != "-" {
				f.refs = append(f.refs, r)
			}
		}
	}
	return f
}

// splitOutside splits at a separator that stands neither in quotes nor in parentheses, and trims.
func splitOutside(s string, sep byte) []string {
	var out []string
	depth, quoted, from := 0, false, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == sep && depth <= 0:
			out = append(out, strings.TrimSpace(s[from:i]))
			from = i + 1
		}
	}
	return append(out, strings.TrimSpace(s[from:]))
}

// unwrap takes off parentheses around the whole.
func unwrap(s string) string {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != '(' || s[len(s)-1] != ')' {
		return s
	}
	return strings.TrimSpace(s[1 : len(s)-1])
}

func unquote(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`)
	return strings.ReplaceAll(s, `\"`, `"`)
}
