package eval

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline"
	"dateline/internal/scorer"
)

// The keys of MUC-4 name organizations that nobody says did it: one that is mentioned beside an incident is POSSIBLE, one that
// fights a war is responsible for what 'guerrillas' do in the next sentence. No statement tells that, and none should: what
// follows reads it for the key alone, from the coded form and the text, and nothing that it finds is shown to anybody. Two small models
// (MODEL.md) weigh whether the key names an organization of the text that the coded form does not hold responsible, and with which
// degree. No name, place or date of a text is a feature.

//go:embed muc4named.model
var namedModel string

//go:embed muc4degree.model
var degreeModel string

var (
	loadNamed  = scorer.Embedded("eval: muc4named.model", namedModel)
	loadDegree = scorer.Embedded("eval: muc4degree.model", degreeModel)
)

// The classes of the first model; those of the second are the task's degrees.
const (
	namedClass   = "named"
	unnamedClass = "unnamed"
)

// mucNamedLeast is the chance from which an organization is named: of 0.2, 0.25, 0.3 and 0.4 the best for organizations and for all
// templates on five parts of the dev texts, each by models of the other four.
const mucNamedLeast = 0.25

// name adds the organizations that the models name to a template of an incident.
func (t *mucText) name(in *codedIncident, out *mucTemplate) {
	for _, b := range t.bodies {
		if b.in(out) {
			continue
		}
		v := t.view(in, b)
		if loadNamed().Chance(namedClass, v.namedFeatures()) < mucNamedLeast {
			continue
		}
		degree := loadDegree().Best(v.degreeFeatures())
		out.add(mucOrganization, b.names[0], "")
		out.add(mucConfidence, degree, b.names[0])
		if category := "TERRORIST ACT"; len(out.slots[mucCategory]) == 0 {
			if b.state {
				category = "STATE-SPONSORED VIOLENCE"
			}
			out.add(mucCategory, category, "")
		}
	}
}

// in reports whether a template names it.
func (b *mucBody) in(t *mucTemplate) bool {
	return slices.ContainsFunc(b.names, func(n string) bool { return t.says(mucOrganization, n) })
}

// mucView is how an organization stands to an incident in its report.
type mucView struct {
	*mucText
	in        *codedIncident
	body      *mucBody
	kind      string
	own       []codedStatement // those that tell the incident
	sentences []int            // theirs, each once
	near      int              // the sentence in which the body is named nearest to them
	distance  int              // of that from them, less than zero before them
}

func (t *mucText) view(in *codedIncident, b *mucBody) *mucView {
	v := &mucView{mucText: t, in: in, body: b, kind: "group", distance: 99}
	if b.state {
		v.kind = "state"
	}
	for _, s := range t.form.Statements {
		if slices.Contains(in.Statements, s.ID) {
			v.own = append(v.own, s)
			if n := t.sentenceAt(s.Trigger.Start); !slices.Contains(v.sentences, n) {
				v.sentences = append(v.sentences, n)
			}
		}
	}
	for _, at := range b.at {
		n := t.sentenceAt(at.start)
		for _, o := range v.sentences {
			if d := n - o; abs(d) < abs(v.distance) || abs(d) == abs(v.distance) && d > v.distance {
				v.distance, v.near = d, n
			}
		}
	}
	return v
}

func abs(n int) int { return max(n, -n) }

// features are names of what is found, each once and in order.
type features []string

func (f *features) add(parts ...string) { *f = append(*f, strings.Join(parts, " ")) }

func (f features) once() []string {
	slices.Sort(f)
	return slices.Compact(f)
}

// step is the number of the first limit that n does not pass.
func step(n int, limits ...int) string {
	i := slices.IndexFunc(limits, func(l int) bool { return n <= l })
	if i < 0 {
		i = len(limits)
	}
	return strconv.Itoa(i)
}

// namedFeatures name what speaks for and against a key that names the organization.
func (v *mucView) namedFeatures() []string {
	var f features
	kind := v.kind
	if v.body.actor == "" {
		kind += " unlisted"
	}
	f.add("kind", kind)
	v.others(&f, kind)
	for _, s := range v.own {
		f.add("stance", string(s.Stance))
		if len(s.Speaker) > 0 {
			f.add("voice", string(s.Speaker[0].Class))
		}
	}
	more, groups := 0, 0
	for _, o := range v.bodies {
		if !o.state {
			groups++
		}
		if o.state == v.body.state && len(o.at) > len(v.body.at) {
			more++
		}
	}
	f.add("times", step(len(v.body.at), 1, 2, 4, 8))
	f.add("first", step(v.sentenceAt(v.body.at[0].start), 0, 1, 3, 6), kind)
	f.add("groups", step(groups, 0, 1, 2, 3), kind)
	f.add("more often", step(more, 0, 1, 2), kind)
	where := v.where()
	f.add("where", where)
	f.add("where", where, kind)
	v.cues(&f, where, kind)
	f.add("type", mucTypeOf(v.in), kind)
	for _, p := range slices.Concat(v.in.Victims, v.in.Targets) {
		f.add("hit", p.Type, kind)
	}
	f.add("incidents", step(len(v.form.Incidents), 1, 2, 4))
	if m := mucHead.FindString(v.head()); m != "" {
		f.add("head", m, kind)
	}
	return f.once()
}

// others tells who else did the incident, and what else the organization did.
func (v *mucView) others(f *features, kind string) {
	if len(v.in.Perpetrators) == 0 {
		f.add("nobody", kind)
	}
	for _, p := range v.in.Perpetrators {
		if p.Class != "individual" {
			f.add("another", kind)
		} else {
			f.add("persons", string(p.Responsibility))
		}
	}
	for _, o := range v.form.Incidents {
		for _, p := range o.Perpetrators {
			if o.ID == v.in.ID || !v.body.did(p) {
				continue
			}
			f.add("elsewhere", string(p.Responsibility))
			if o.Kind == v.in.Kind {
				f.add("elsewhere alike", string(p.Responsibility))
			}
		}
	}
}

// did reports whether a perpetrator is the organization.
func (b *mucBody) did(p codedResponsible) bool {
	_, body := membersOf(p)
	return p.Actor != "" && p.Actor == b.actor || body != "" && b.named(body)
}

// where is how far from the incident's words the organization is named, in steps.
func (v *mucView) where() string {
	side := "after"
	if v.distance < 0 {
		side = "before"
	}
	return step(abs(v.distance), 0, 1, 2, 6) + " " + side
}

// head is the beginning of the report, which says what sort of text it is.
func (v *mucView) head() string { return v.form.Report.Text[:min(len(v.form.Report.Text), 500)] }

// mucHead finds who speaks in a text that is no news item.
var mucHead = regexp.MustCompile(`\[(?:INTERVIEW|SPEECH|NEWS CONFERENCE|COMMUNIQUE|COMMENTARY|STATION COMMENTARY|EDITORIAL|REPORT|ADDRESS|STATEMENT|ARTICLE)|` +
	`CLANDESTINE|VENCEREMOS|DOMESTIC SERVICE`)

// mucCues are beginnings of words in the sentences in which an organization is named.
var mucCues = cuesOf("RESPONSIB", "CLAIM", "BLAME", "ACCUS", "ATTRIBUT", "SUSPECT", "PRESUM", "ALLEG", "APPARENT", "BELIEV", "COMMUNIQUE", "DEN[IY]", "CONDEMN",
	"MURDER", "KILL", "ASSASSINAT", "ATTACK", "BOMB", "DYNAMIT", "EXPLO", "KIDNAP", "ABDUCT", "SABOT", "OFFENSIVE", "ACCORDING", "REPORTED",
	"POSSIBL", "MEMBERS? OF", "BELONG", "CARRIED OUT", "PERPETRAT", "THREAT", "WORK OF", "ADMIT", "ACKNOWLEDG", "LINK", "INVOLV", "AUTHOR", "CONNECT",
	"DECLARED", "WAR")

type cue struct {
	name string
	re   *regexp.Regexp
}

func cuesOf(beginnings ...string) []cue {
	var out []cue
	for _, b := range beginnings {
		out = append(out, cue{b, regexp.MustCompile(`\b` + b)})
	}
	return out
}

// cues tells the words of the first sentences in which the organization is named, and of the nearest.
func (v *mucView) cues(f *features, where, kind string) {
	for i, at := range v.body.at {
		n := v.sentenceAt(at.start)
		if n != v.near && i >= 6 {
			continue
		}
		text := v.sentence(n)
		for _, c := range mucCues {
			switch {
			case !c.re.MatchString(text):
			case n == v.near:
				f.add("near", c.name)
				f.add("near", c.name, where)
				f.add("near", c.name, kind)
			case slices.Contains(v.sentences, n):
				f.add("own", c.name)
			default:
				f.add("far", c.name)
			}
		}
	}
}

// mucDegreeCues are words by which a degree is told.
var mucDegreeCues = []cue{
	{"claim", regexp.MustCompile(`\bCLAIM\w* (?:\w+ )?(?:RESPONSIB|CREDIT)|\b(?:ADMIT|ACKNOWLEDG|TOOK RESPONSIB|TAKEN RESPONSIB|ASSUM\w+ RESPONSIB)`)},
	{"message", regexp.MustCompile(`\b(?:COMMUNIQUE|LEAFLET|PAMPHLET|TELEPHONE|CALLER|ANONYMOUS|PROCLAMATION|STATEMENT|LETTER|MESSAGE)`)},
	{"unclaimed", regexp.MustCompile(`\b(?:NO|NOT|NONE|NOBODY)\b[^.]{0,60}CLAIM`)},
	{"deny", regexp.MustCompile(`\b(?:DENIED|DENY|DENIES|DENYING|REJECTED|NOTHING TO DO)`)},
	{"accuse", regexp.MustCompile(`\b(?:ACCUS|BLAM|ATTRIBUT|CHARGE|RESPONSIBLE|IMPLICAT|HELD RESPONSIB|HOLDS? )`)},
	{"suspect", regexp.MustCompile(`\b(?:SUSPECT|PRESUM|ALLEG|APPARENT|BELIEV|SUPPOS|PROBABL|REPORTEDLY|CONSIDER)`)},
	{"may", regexp.MustCompile(`\b(?:MIGHT|MAY|COULD|POSSIB|IF|WHETHER|LINK|CONNECT|INVESTIGAT)`)},
	{"authority", regexp.MustCompile(`\b(?:POLICE|AUTHORIT|MINIST|PRESIDENT|GENERAL|COLONEL|COL|GEN|OFFICIAL|OFFICER|MILITARY SOURCES|ARMY SOURCES|ARMED FORCES|MAYOR|JUDGE|GOVERNMENT|HIGH COMMAND|SECURITY)`)},
	{"say", regexp.MustCompile(`\b(?:SAID|SAYS|REPORTED|ACCORDING|STATED|ADDED|ANNOUNCED|TOLD|DECLARED|NOTED|INDICATED)\b`)},
	{"other", regexp.MustCompile(`\b(?:WITNESS|PEASANTS|RESIDENTS|BISHOP|ARCHBISHOP|PRIEST|CHURCH|PARTY|UNION|LEADER|HUMAN RIGHTS|RADIO|NEWSPAPER|DAILY|PRESS|RELATIVES)`)},
}

// degreeFeatures name what tells the degree of an organization that the key names.
func (v *mucView) degreeFeatures() []string {
	var f features
	f.add("kind", v.kind)
	f.add("read", v.read())
	f.add("distance", step(abs(v.distance), 0, 1, 3, 6))
	f.add("times", step(len(v.body.at), 1, 2, 4))
	v.said(&f)
	degreeCues(&f, "near", v.sentence(v.near))
	for _, n := range v.sentences[:min(len(v.sentences), 5)] {
		degreeCues(&f, "own", v.sentence(n))
	}
	for _, at := range v.body.at[:min(len(v.body.at), 5)] {
		if n := v.sentenceAt(at.start); n != v.near {
			degreeCues(&f, "any", v.sentence(n))
		}
	}
	if len(v.in.Perpetrators) == 0 {
		f.add("nobody")
	}
	for _, p := range v.in.Perpetrators {
		f.add("another", p.Class, string(p.Responsibility))
		f.add("another", string(p.Responsibility))
	}
	for _, m := range mucHead.FindAllString(v.head(), -1) {
		f.add("head", m)
		f.add("head", m, v.kind)
	}
	return f.once()
}

// read is the degree that the coded form gives the organization; "" if it gives none.
func (v *mucView) read() string {
	for i, p := range v.in.Perpetrators {
		if v.body.did(p) {
			_, body := membersOf(p)
			return mucConfidenceOf(v.form, accountsOf(v.in.Perpetrators, i, body))
		}
	}
	return ""
}

// said tells what statements say of the organization, and whether it speaks.
func (v *mucView) said(f *features) {
	for _, s := range v.form.Statements {
		own := strconv.FormatBool(slices.Contains(v.in.Statements, s.ID))
		voice := ""
		if len(s.Speaker) > 0 {
			voice = string(s.Speaker[0].Class)
			if a := s.Speaker[0].Actor; a != "" && a == v.body.actor {
				f.add("speaks")
				f.add("speaks", own)
			}
		}
		of, kind := s.Kind.Family() == dateline.Responsibility, string(s.Kind.Family())
		if of {
			kind = string(s.Kind)
		}
		for _, p := range s.Parts {
			if (p.Actor == "" || p.Actor != v.body.actor) && !v.body.stands(words{p.Start, p.End}) {
				continue
			}
			if of || p.Role == dateline.Perpetrator || p.Role == dateline.Group {
				f.add("told", kind, string(p.Role), string(s.Stance))
				f.add("told by", kind, string(p.Role), voice)
				f.add("told", string(s.Stance), voice, own)
			}
			if own == "true" && p.Role != dateline.Perpetrator {
				f.add("own", string(p.Role))
			}
		}
	}
}

// degreeCues tells the words of a sentence.
func degreeCues(f *features, where, text string) {
	for _, c := range mucDegreeCues {
		if c.re.MatchString(text) {
			f.add(where, c.name)
		}
	}
}

// TrainMUCNamed fits the model that says which organizations of a text a key names beyond those that the coded form holds responsible,
// and writes it.
func TrainMUCNamed(ctx context.Context, dir string, out io.Writer) error {
	named, _, err := mucOrganizations(ctx, dir)
	if err != nil {
		return err
	}
	return writeMUC(fitMUCNamed(named), dir, out)
}

// TrainMUCDegree fits the model of the degree of an organization that a key names, and writes it.
func TrainMUCDegree(ctx context.Context, dir string, out io.Writer) error {
	_, degrees, err := mucOrganizations(ctx, dir)
	if err != nil {
		return err
	}
	return writeMUC(fitMUCDegree(degrees), dir, out)
}

func fitMUCNamed(examples []scorer.Example) *scorer.Model {
	return scorer.Fit(examples, scorer.Options{Rounds: 5, MinCount: 15, Ridge: 0.2})
}

func fitMUCDegree(examples []scorer.Example) *scorer.Model {
	return scorer.Fit(examples, scorer.Options{Rounds: 10, MinCount: 8, Ridge: 0.5})
}

func writeMUC(m *scorer.Model, dir string, out io.Writer) error {
	if m == nil {
		return fmt.Errorf("no organizations to learn from in %s", dir)
	}
	return m.Write(out)
}

// mucOrganizations are the organizations of the texts that models are fitted to: those that the coded form does not name, by whether
// the key does, and those that the key names, by their degrees.
func mucOrganizations(ctx context.Context, dir string) (named, degrees []scorer.Example, err error) {
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return nil, nil, err
	}
	messages = slices.DeleteFunc(messages, func(m mucMessage) bool { return m.id > lastFitted })
	reports := make([]dateline.Report, len(messages))
	for i, m := range messages {
		reports[i] = m.report()
	}
	read, err := codeAll(ctx, reports)
	if err != nil {
		return nil, nil, err
	}
	for i, m := range messages {
		form, err := codedOf(read[i])
		if err != nil {
			return nil, nil, err
		}
		n, d := organizationsOf(m.key, form)
		named, degrees = append(named, n...), append(degrees, d...)
	}
	return named, degrees, nil
}

// organizationsOf are those of one text. One that the key names as optional counts a third.
func organizationsOf(keys []mucTemplate, form codedForm) (named, degrees []scorer.Example) {
	var ins []*codedIncident
	var resps []mucTemplate
	for i := range form.Incidents {
		if in := &form.Incidents[i]; mucRelevant(form, in) {
			ins, resps = append(ins, in), append(resps, mucTemplateOf(form, in, usualCountry(form)))
		}
	}
	key := make([]*mucTemplate, len(ins))
	for i, j := range alignMUC(keys, resps) {
		if j >= 0 {
			key[j] = &keys[i]
		}
	}
	text := mucTextOf(form)
	for j, in := range ins {
		for _, b := range text.bodies {
			v := text.view(in, b)
			degree, weight := b.degreeIn(key[j])
			if degree != "" {
				degrees = append(degrees, scorer.Example{Features: v.degreeFeatures(), Class: degree, Weight: weight})
			}
			if !b.in(&resps[j]) {
				class := unnamedClass
				if degree != "" {
					class = namedClass
				}
				named = append(named, scorer.Example{Features: v.namedFeatures(), Class: class, Weight: weight})
			}
		}
	}
	return named, degrees
}

// degreeIn is the degree that a key gives the organization, "" if it does not name it, and how much that teaches.
func (b *mucBody) degreeIn(key *mucTemplate) (degree string, weight float64) {
	if key == nil {
		return "", 1
	}
	for i, o := range key.slots[mucOrganization] {
		if i < len(key.slots[mucConfidence]) && b.fills(o) {
			if o.optional {
				return key.slots[mucConfidence][i].values[0], 0.3
			}
			return key.slots[mucConfidence][i].values[0], 1
		}
	}
	return "", 1
}

// fills reports whether one of its names is right for a filler of a key.
func (b *mucBody) fills(key mucFill) bool {
	return slices.ContainsFunc(b.names, func(n string) bool {
		return matchFill(mucOrganization, key, mucFill{values: []string{n}}) == mucCorrect
	})
}
