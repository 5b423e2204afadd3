package analysis

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline"
)

// Status says what is told of who did it. None of them is a finding of ours; convicted and acquitted are those of a
// court.
type Status string

// The statuses.
const (
	NamedOnly     Status = "named by the report" // in its own voice, on nobody's word
	ClaimedIt     Status = "claimed"
	BlamedOffice  Status = "blamed by authorities"
	BlamedForIt   Status = "blamed"
	SuspectedOf   Status = "suspected"
	DeniedIt      Status = "denied"
	PossiblyDid   Status = "possible"
	Unclaimed     Status = "no claim" // 'no group has claimed responsibility'
	ClaimWithdraw Status = "claim retracted"
	Charged       Status = "charged" // accused before a court: not guilty of anything
	OnTrial       Status = "on trial"
	Convicted     Status = "convicted"
	Acquitted     Status = "acquitted"
	Overturned    Status = "conviction overturned"
	Judged        Status = "verdict" // the words do not say which
)

// Statuses lists every Status, in the order in which a life of responsibility runs.
var Statuses = []Status{Unclaimed, ClaimedIt, NamedOnly, BlamedOffice, BlamedForIt, SuspectedOf, PossiblyDid, DeniedIt, ClaimWithdraw,
	Charged, OnTrial, Convicted, Acquitted, Overturned, Judged}

// Turn is one thing that became known about who did it, as it was first told, with all who tell it.
type Turn struct {
	Status Status
	Who    string // the words for whom it is about; "" where nobody is ('no group has claimed')
	Actor  string // Actor.ID; "" if not known
	By     []Voice
	Since  string        // the first day on which a report tells it, YYYY-MM-DD; "" if unknown
	Said   dateline.Date // when it took place, where the text says; zero otherwise
	Way    string        // how a claim, a denial or a retraction came to be known: "video", "online", ...; "" if not told
	Where  string        // the words for it: 'Telegram', 'the news agency X'; "" if not told
	Rival  bool          // a claim, while another claims it too
	// Later is the last turn that speaks against this one: a claim that was retracted, an accusation that was denied, a charge
	// that ended in an acquittal, 'no claim' before a claim. Nil if there is none.
	Later      *Turn
	Statements []string // in the order of in.Statements; never empty
}

// first is the day by which turns are ordered.
func (t *Turn) first() string {
	if t.Said.From != "" {
		return min(t.Said.From, dayOrLast(t.Since))
	}
	return dayOrLast(t.Since)
}

// Responsibility tells the life of who is held responsible for an incident, in the order of time: by the day that the
// text gives, else by that of the first report; unknown days last, then in the order of in.Statements. said holds
// the Statements of in; rejected ones are left out. Words that only describe the attackers ('gunmen') are no turn.
func Responsibility(in dateline.Incident, said []Account) []Turn {
	l := life{turns: map[string]*Turn{}, said: map[string]*Account{}}
	for i := range said {
		l.said[said[i].ID] = &said[i]
	}
	tried := l.tried(in)
	held := heldIn(in)
	for _, id := range in.Statements {
		a := l.said[id]
		switch {
		case a == nil || a.Review == dateline.Rejected:
		case special(a) != "":
			l.tell(special(a), a)
		case tried[sentenceOf(a)]:
			// the charge or the verdict of the same sentence tells it
		default:
			for _, r := range held[id] {
				l.hold(r, a)
			}
		}
	}
	return l.ordered()
}

// life is a Responsibility in hand.
type life struct {
	turns map[string]*Turn
	order []string
	said  map[string]*Account
}

// heldIn lists the accounts of who did it by Statement.
func heldIn(in dateline.Incident) map[string][]dateline.Responsible {
	out := map[string][]dateline.Responsible{}
	for _, p := range in.Perpetrators {
		for _, id := range p.Statements {
			out[id] = append(out[id], p.Value)
		}
	}
	return out
}

// sentenceOf names the sentence of a.
func sentenceOf(a *Account) string { return a.Report.ID + "\x00" + a.Quote }

// tried lists the sentences that tell of a charge, a trial or a verdict.
func (l *life) tried(in dateline.Incident) map[string]bool {
	out := map[string]bool{}
	for _, id := range in.Statements {
		if a := l.said[id]; a != nil && a.Review != dateline.Rejected && inCourt(a.Kind) {
			out[sentenceOf(a)] = true
		}
	}
	return out
}

// inCourt reports whether k tells of a court.
func inCourt(k dateline.Kind) bool {
	return k == dateline.Charge || k == dateline.Trial || k == dateline.Verdict
}

// special is the Status of a Statement whose kind says it; "" for one that holds somebody responsible in some degree.
func special(a *Account) Status {
	switch {
	case a.Kind == dateline.Claim && a.Reality == dateline.NotHappened:
		return Unclaimed
	case a.Kind == dateline.Retraction && a.Reality.Counts():
		return ClaimWithdraw
	case !a.Reality.Counts():
		return ""
	case a.Kind == dateline.Charge:
		return Charged
	case a.Kind == dateline.Trial:
		return OnTrial
	case a.Kind == dateline.Verdict:
		return found(a)
	}
	return ""
}

// claimBook is data/lexicon/responsibility.txt.
var claimBook = sync.OnceValue(func() *phraseBook { return readBook("responsibility.txt") })

// ways are the lists of data/lexicon/responsibility.txt that say how a claim came to be known, the telling ones first.
var ways = []string{"video", "letter", "call", "e-mail", "note", "online", "media", "statement"}

// found is what a court found: by the words that carry the Statement, else by the first that follow them in the
// sentence, else by those before if they tell of one finding. A sentence may tell of several, and what one was cleared of
// is not what another was found guilty of. A finding that was overturned is that, unless the words acquit.
func found(a *Account) Status {
	own := findings(a.Trigger)
	if len(own) > 0 && own[0] == Acquitted {
		return Acquitted
	}
	all := findings(a.Quote)
	if slices.Contains(all, Overturned) {
		return Overturned
	}
	if len(own) > 0 {
		return own[0]
	}
	if i := strings.Index(a.Quote, a.Trigger); a.Trigger != "" && i >= 0 {
		if after := findings(a.Quote[i:]); len(after) > 0 {
			return after[0]
		}
	}
	if all = slices.Compact(all); len(all) == 1 {
		return all[0]
	}
	return Judged
}

// sections are the lists of findings in data/lexicon/responsibility.txt.
var sections = map[string]Status{"acquitted": Acquitted, "convicted": Convicted, "overturned": Overturned}

// findings are what the words tell of findings of a court, in their order.
func findings(words string) (out []Status) {
	for _, p := range claimBook().find(words, nil) {
		if s, ok := sections[p.section]; ok {
			out = append(out, s)
		}
	}
	return out
}

// tell adds the turn that a Statement of its own kind tells, for each whom it is about.
func (l *life) tell(status Status, a *Account) {
	about := a.In(dateline.Arrested, dateline.Group, dateline.Perpetrator)
	if status == Unclaimed || len(about) == 0 {
		l.add(Turn{Status: status}, a)
		return
	}
	for _, v := range about {
		l.add(Turn{Status: status, Who: v.Full(), Actor: v.Actor()}, a)
	}
}

// hold adds the turn of an account that holds somebody responsible.
func (l *life) hold(r dateline.Responsible, a *Account) {
	if ownDeed(r, a) {
		l.add(Turn{Status: ClaimedIt, Who: a.By[0].Full(), Actor: a.By[0].Actor}, a)
		return
	}
	if r.Degree == dateline.AsFact && r.State == dateline.Unidentified {
		return
	}
	status := map[dateline.Degree]Status{dateline.AsFact: NamedOnly, dateline.ClaimedBy: ClaimedIt, dateline.BlamedByAuthorities: BlamedOffice,
		dateline.BlamedBy: BlamedForIt, dateline.SuspectedOf: SuspectedOf, dateline.DeniedBy: DeniedIt, dateline.Possible: PossiblyDid}[r.Degree]
	if (status == BlamedForIt || status == BlamedOffice) && sameWords(r.By, r.Text) {
		status = ClaimedIt // 'the group said that it was behind it'
	}
	l.add(Turn{Status: status, Who: r.Text, Actor: r.Actor}, a)
}

// ownDeed reports whether a group tells what its own people did: 'the group said its fighters killed 40'.
func ownDeed(r dateline.Responsible, a *Account) bool {
	if len(a.By) == 0 || a.By[0].Class != dateline.GroupVoice || r.Actor != "" || r.Degree == dateline.DeniedBy {
		return false
	}
	found := claimBook().find(r.Text, nil)
	return len(found) > 0 && found[0].section == "own" && found[0].start == 0
}

// add adds a turn that a tells, to the one that tells the same if there is one.
func (l *life) add(t Turn, a *Account) {
	t.By, t.Since = a.By, a.Report.Published.From
	if status := t.Status; status == Unclaimed {
		t.By = nil // 'no group' is nobody's word
	}
	for _, p := range a.In(dateline.Authority) {
		if len(t.By) == 0 && inCourt(a.Kind) {
			t.By = []Voice{{Words: p.Full(), Class: dateline.Authorities, Actor: p.Actor()}}
		}
	}
	t.Said = saidOn(a)
	if t.Status == ClaimedIt || t.Status == DeniedIt || t.Status == ClaimWithdraw {
		t.Way, t.Where = channel(a)
	}
	by := ""
	if len(t.By) > 0 {
		by = cmp.Or(t.By[0].Actor, bareWords(t.By[0].Full()))
	}
	key := strings.Join([]string{string(t.Status), cmp.Or(t.Actor, bareWords(t.Who)), by}, "\x00")
	have := l.turns[key]
	if have == nil {
		t.Statements = []string{a.ID}
		l.turns[key], l.order = &t, append(l.order, key)
		return
	}
	if !slices.Contains(have.Statements, a.ID) {
		have.Statements = append(have.Statements, a.ID)
	}
	if t.first() < have.first() {
		have.Since, have.Said = t.Since, t.Said
	}
	if have.Way == "" || have.Way == "statement" && t.Way != "" {
		have.Way, have.Where = cmp.Or(t.Way, have.Way), cmp.Or(t.Where, have.Where)
	}
}

// saidOn is the day that the text gives to a claim, a charge or the like; zero if it gives none, or the Statement is of
// the violence, whose day that is.
func saidOn(a *Account) dateline.Date {
	if f := a.Kind.Family(); f != dateline.Responsibility && f != dateline.CounterMeasures {
		return dateline.Date{}
	}
	for _, p := range a.In(dateline.DateRole) {
		if p.Inferred == "" && !p.OfIncident && p.Meaning != nil && p.Meaning.Date != nil && p.Meaning.Date.Fixed() {
			return *p.Meaning.Date
		}
	}
	return dateline.Date{}
}

// channel says how a claim came to be known, and through what: by the speakers through whom it came, else by the names
// in the sentence.
func channel(a *Account) (way, where string) {
	rank := len(ways)
	for _, p := range claimBook().find(a.Quote, nil) {
		k := slices.Index(ways, p.section)
		if k < 0 {
			continue
		}
		if k < rank {
			rank, way = k, p.section
		}
		if name := named(a.Quote, p); p.section == "online" || p.section == "media" {
			where = cmp.Or(where, name)
		}
	}
	for _, v := range a.By[min(1, len(a.By)):] {
		if v.Class == dateline.Outlet || v.Class == dateline.GroupVoice {
			return cmp.Or(way, "media"), v.Full()
		}
	}
	return way, where
}

// named is a phrase with the names before it, 'Amaq news agency', or one that is a name itself; "" if neither.
func named(sentence string, p phrase) string {
	start := p.start
	words := bookWords(sentence[:start])
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		if w.start == 0 || !capital(sentence[w.start:]) || strings.TrimSpace(sentence[w.end:start]) != "" {
			break
		}
		start = w.start
	}
	if !capital(sentence[start:]) {
		return ""
	}
	return sentence[start:p.end]
}

// capital reports whether words begin with a capital letter.
func capital(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(r)
}

// ordered puts the turns in the order of time and says which speak against which.
func (l *life) ordered() []Turn {
	out := make([]Turn, 0, len(l.order))
	for _, k := range l.order {
		out = append(out, *l.turns[k])
	}
	slices.SortStableFunc(out, func(x, y Turn) int { return cmp.Compare(x.first(), y.first()) })
	for i := range out {
		for j := range out {
			if speaksAgainst(&out[i], &out[j]) {
				out[i].Later = &out[j]
			}
			out[i].Rival = out[i].Rival || i != j && out[i].Status == ClaimedIt && out[j].Status == ClaimedIt && !sameOne(&out[i], &out[j])
		}
	}
	return out
}

// speaksAgainst reports whether y takes back what x tells.
func speaksAgainst(x, y *Turn) bool {
	switch {
	case y.first() < x.first():
		return false
	case x.Status == Unclaimed:
		return y.Status == ClaimedIt
	case x.Status == ClaimedIt:
		return (y.Status == ClaimWithdraw || y.Status == DeniedIt) && sameOne(x, y)
	case x.Status == BlamedForIt || x.Status == BlamedOffice || x.Status == SuspectedOf || x.Status == NamedOnly:
		return (y.Status == DeniedIt || y.Status == Acquitted) && sameOne(x, y)
	case x.Status == Charged || x.Status == OnTrial:
		return y.Status == Acquitted && sameOne(x, y)
	case x.Status == Convicted:
		return (y.Status == Overturned || y.Status == Acquitted) && sameOne(x, y)
	}
	return false
}

// sameOne reports whether two turns are about the same: the same record, or, where there is none, the same words.
func sameOne(x, y *Turn) bool {
	if x.Actor != "" || y.Actor != "" {
		return x.Actor == y.Actor
	}
	return sameWords(x.Who, y.Who)
}
