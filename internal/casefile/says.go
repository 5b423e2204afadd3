package casefile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline"
)

// says is what a case asks for.
type says struct {
	statements []wanted
	incidents  []wanted // blocks that begin with 'incident'
	mentions   []wanted // blocks that begin with 'mention'
	none       []banned
	nothing    int // the line that says so; 0 if none does
	only       int
	count      *int // how many incidents count as news; nil if not said
	countLine  int
}

func (s says) empty() bool {
	return len(s.statements)+len(s.incidents)+len(s.mentions)+len(s.none)+s.nothing+s.only == 0 && s.count == nil
}

// wanted is a statement, or an incident, that a case asks for.
type wanted struct {
	line       int
	header     string
	kinds      []dateline.Kind
	reality    dateline.Reality  // "" asks for neither not-happened nor hypothetical; or anyReality
	background *bool             // nil if not said
	stances    []dateline.Stance // one of these; nil if not said
	parts      []wantedPart
	without    []dateline.Role
	speakers   []voice // nil if not said
	silent     bool    // the report itself says it
	quotes     []phrase
}

// wantedPart is a part of a statement, or an account of an incident, that a case asks for.
type wantedPart struct {
	line   int
	source string          // the line itself, for messages
	roles  []dateline.Role // one of these
	words  phrase          // text "" asks for any words
	value  string          // after '='; "" if not said
	actor  string
	state  dateline.State
	degree dateline.Degree // of incidents only
	trait  *trait          // of incidents only; nil if not said
	by     *phrase         // of incidents only; nil if not said, text "" for the report itself
}

// voice is a speaker that a case asks for.
type voice struct {
	words phrase // text "" asks for a speaker without words
	actor string
	class dateline.SpeakerClass
}

// phrase is words of the report in a case.
type phrase struct {
	text  string
	exact bool
	line  int
}

// banned is a kind or family, and a reality, that must not be said.
type banned struct {
	line    int
	kind    dateline.Kind // "" for a family
	family  dateline.Family
	reality dateline.Reality // "" for any
	mention bool             // among the mentions, not the statements
}

// words lists every phrase of the case that must stand in the report.
func (s says) words() []phrase {
	var out []phrase
	for _, w := range slices.Concat(s.statements, s.incidents, s.mentions) {
		for _, p := range w.parts {
			out = append(out, p.words)
			if p.by != nil {
				out = append(out, *p.by)
			}
		}
		for _, v := range w.speakers {
			out = append(out, v.words)
		}
		out = append(out, w.quotes...)
	}
	return slices.DeleteFunc(out, func(p phrase) bool { return p.text == "" })
}

// parseSays reads the section of that name, whose first line is line.
func parseSays(name, data string, line int) (says, error) {
	var s says
	var block *[]wanted // the list whose last element takes indented lines
	for i, l := range strings.Split(data, "\n") {
		text := strings.TrimSpace(l)
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		var err error
		switch {
		case text == l || strings.TrimRight(l, " \t") == text:
			block, err = s.margin(text, line+i)
		case block == nil:
			err = fmt.Errorf("an indented line without a statement above it")
		default:
			b := *block
			err = b[len(b)-1].detail(text, line+i, block == &s.incidents)
		}
		if err != nil {
			return s, fmt.Errorf("%s:%d: %w", name, line+i, err)
		}
	}
	return s, nil
}

// margin reads a line at the margin. It returns the list to which it added, nil for a line that
// takes no indented ones.
func (s *says) margin(text string, line int) (*[]wanted, error) {
	switch {
	case text == "nothing":
		s.nothing = line
	case text == "only":
		s.only = line
	case text == "no incident":
		return nil, s.setCount("0", line)
	case strings.HasPrefix(text, "incidents: "):
		return nil, s.setCount(strings.TrimPrefix(text, "incidents: "), line)
	case strings.HasPrefix(text, "no "):
		b, err := parseBanned(strings.TrimPrefix(text, "no "), line)
		s.none = append(s.none, b)
		return nil, err
	case strings.HasPrefix(text, "incident "):
		return s.addIncident(text, line)
	case strings.HasPrefix(text, "mention "):
		return s.addMention(text, line)
	default:
		w, err := parseHeader(text, line)
		s.statements = append(s.statements, w)
		return &s.statements, err
	}
	return nil, nil
}

func (s *says) setCount(text string, line int) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return fmt.Errorf("%q is no number of incidents", text)
	}
	if s.count != nil {
		return fmt.Errorf("the number of incidents a second time")
	}
	s.count, s.countLine = &n, line
	return nil
}

func (s *says) addIncident(text string, line int) (*[]wanted, error) {
	head, reality := cutReality(strings.TrimPrefix(text, "incident "))
	kinds, err := parseKinds(head)
	s.incidents = append(s.incidents, wanted{line: line, header: text, kinds: kinds, reality: reality})
	return &s.incidents, err
}

// addMention reads 'mention KIND [REALITY]'; without one, any reality will do.
func (s *says) addMention(text string, line int) (*[]wanted, error) {
	head, reality := cutReality(strings.TrimPrefix(text, "mention "))
	if reality == "" {
		reality = anyReality
	}
	kinds, err := parseKinds(head)
	s.mentions = append(s.mentions, wanted{line: line, header: text, kinds: kinds, reality: reality})
	return &s.mentions, err
}

// anyReality stands for every reality.
const anyReality dateline.Reality = "any reality"

// parseHeader reads 'KIND [or KIND] [REALITY][, background|, news]'.
func parseHeader(text string, line int) (wanted, error) {
	w := wanted{line: line, header: text}
	head, mark, marked := strings.Cut(text, ", ")
	if marked {
		yes := mark == "background"
		if !yes && mark != "news" {
			return w, fmt.Errorf("%q is neither background nor news", mark)
		}
		w.background = &yes
	}
	kinds, reality := cutReality(head)
	w.reality = reality
	var err error
	if w.kinds, err = parseKinds(kinds); err != nil {
		return w, err
	}
	if w.kinds[0].Family() == dateline.Violence && reality == "" {
		return w, fmt.Errorf("%q does not say its reality", text)
	}
	return w, nil
}

// cutReality cuts a reality from the end of text; "" if there is none ('plot foiled' is a kind).
func cutReality(text string) (string, dateline.Reality) {
	if _, err := parseKinds(text); err == nil {
		return text, ""
	}
	for _, r := range append(slices.Clone(dateline.Realities), anyReality) {
		if rest, ok := strings.CutSuffix(text, " "+string(r)); ok {
			return rest, r
		}
	}
	return text, ""
}

// parseKinds reads kinds with ' or ' between them; 'name or alias', 'looting or destruction' and
// 'air or drone strike' are one kind each.
func parseKinds(text string) ([]dateline.Kind, error) {
	for _, f := range dateline.Codebook {
		for _, k := range f.Kinds {
			if text == string(k) {
				return []dateline.Kind{k}, nil
			}
			rest, ok := strings.CutPrefix(text, string(k)+" or ")
			if !ok {
				continue
			}
			if more, err := parseKinds(rest); err == nil {
				return append([]dateline.Kind{k}, more...), nil
			}
		}
	}
	return nil, fmt.Errorf("%q is no kind of statement", text)
}

func parseBanned(text string, line int) (banned, error) {
	text, mention := strings.CutPrefix(text, "mention ")
	what, reality := cutReality(text)
	b := banned{line: line, reality: reality, mention: mention}
	if reality == anyReality {
		b.reality = ""
	}
	for _, f := range dateline.Codebook {
		if what == string(f.Family) {
			b.family = f.Family
			return b, nil
		}
	}
	b.kind = dateline.Kind(what)
	if b.kind.Family() == "" {
		return b, fmt.Errorf("%q is no kind and no family of statements", what)
	}
	return b, nil
}

// detail reads an indented line.
func (w *wanted) detail(text string, line int, incident bool) error {
	if role, ok := strings.CutPrefix(text, "no "); ok {
		w.without = append(w.without, dateline.Role(role))
		return known(role, dateline.Roles, "role")
	}
	key, value, _ := strings.Cut(text, ":")
	if value = strings.TrimSpace(value); value == "" {
		return fmt.Errorf("%q is not 'role: words'", text)
	}
	if roles := alternatives(key, dateline.Roles); roles != nil {
		return w.part(wantedPart{line: line, source: text, roles: roles}, value, incident)
	}
	if incident {
		return fmt.Errorf("%q is no role", key)
	}
	return w.manner(key, value, line)
}

// manner reads who says a statement, how, and in what words.
func (w *wanted) manner(key, value string, line int) (err error) {
	switch key {
	case "speaker":
		if w.silent = value == "none"; !w.silent {
			w.speakers, err = parseVoices(value, line)
		}
	case "stance":
		if w.stances = alternatives(value, dateline.Stances); w.stances == nil {
			err = fmt.Errorf("%q is no stance", value)
		}
	case "quote":
		w.quotes = append(w.quotes, phrase{text: value, line: line})
	default:
		err = fmt.Errorf("%q is no role", key)
	}
	return err
}

// known reports a word that is not in the list.
func known[T ~string](word string, list []T, what string) error {
	if !slices.Contains(list, T(word)) {
		return fmt.Errorf("%q is no %s", word, what)
	}
	return nil
}

// alternatives reads words of a list with ' or ' between them; nil if one of them is not in it.
func alternatives[T ~string](text string, list []T) []T {
	var out []T
	for _, w := range strings.Split(text, " or ") {
		if !slices.Contains(list, T(w)) {
			return nil
		}
		out = append(out, T(w))
	}
	return out
}

var (
	partForm  = regexp.MustCompile(`^(.*?)(?:(?:^| )= (.+?))?(?: -> (\S+))?(?: \((known|ambiguous|not listed|unnamed|unknown)\))?$`)
	byForm    = regexp.MustCompile(`^(.*?)(?: \[([a-z ]+)\])?(?: by (.+))?$`)
	voiceForm = regexp.MustCompile(`^(.+?)(?: -> (\S+))?(?: \[([a-z]+)\])?$`)
	exactForm = regexp.MustCompile(`^"(.+)"$`)
)

// part reads 'words [= value] [-> actor] [(state)]' into p, for incidents with '[degree] by words' at
// the end, and keeps p.
func (w *wanted) part(p wantedPart, value string, incident bool) error {
	if incident {
		var err error
		if value, p.trait, err = cutTrait(value); err != nil {
			return err
		}
		m := byForm.FindStringSubmatch(value)
		value, p.degree = m[1], dateline.Degree(m[2])
		if err := known(m[2], append(slices.Clone(dateline.Degrees), ""), "degree of responsibility"); err != nil {
			return err
		}
		p.by = newBy(m[3], p.line)
	}
	m := partForm.FindStringSubmatch(value)
	p.words = newPhrase(m[1], p.line)
	p.value, p.actor, p.state = m[2], m[3], dateline.State(m[4])
	w.parts = append(w.parts, p)
	return checkValue(p.roles[0], p.value)
}

// newBy reads who says an account of an incident: nil for "", no words for the report itself.
func newBy(text string, line int) *phrase {
	switch text {
	case "":
		return nil
	case "report":
		return &phrase{line: line}
	}
	p := newPhrase(text, line)
	return &p
}

func newPhrase(text string, line int) phrase {
	if m := exactForm.FindStringSubmatch(text); m != nil {
		return phrase{text: m[1], exact: true, line: line}
	}
	return phrase{text: text, line: line}
}

// parseVoices reads 'words [class] via words [class]'.
func parseVoices(text string, line int) ([]voice, error) {
	var out []voice
	for _, part := range strings.Split(text, " via ") {
		m := voiceForm.FindStringSubmatch(part)
		v := voice{words: newPhrase(m[1], line), actor: m[2], class: dateline.SpeakerClass(m[3])}
		if v.words.text == "-" {
			v.words.text = ""
		}
		if err := known(m[3], classes, "class of speaker"); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

// classes are those of speakers; "" is 'not asked for'.
var classes = []dateline.SpeakerClass{
	"", dateline.Authorities, dateline.GroupVoice, dateline.Witness, dateline.Medic, dateline.Outlet,
	dateline.Organised, dateline.Expert, dateline.Unnamed, dateline.OtherVoice,
}
