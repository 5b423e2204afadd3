package dateline

// Kind says what sort of thing a Statement tells. Each has an entry in data/codebook with its
// definition, what counts and what does not, examples and its equivalents in other code books.
type Kind string

// Family groups the kinds.
type Family string

// The families, in the order of the code book.
const (
	Violence        Family = "violence"
	Responsibility  Family = "responsibility"
	HumanCost       Family = "human cost"
	CounterMeasures Family = "counter-measures"
	Intent          Family = "intent"
	TheGroup        Family = "the group"
	Interaction     Family = "interaction"
	Judgement       Family = "judgement"
)

// The kinds.
const (
	Attack         Kind = "attack"
	Bombing        Kind = "bombing"
	SuicideBombing Kind = "suicide bombing"
	ArmedAssault   Kind = "armed assault"
	Assassination  Kind = "assassination"
	Clash          Kind = "clash"
	AirStrike      Kind = "air or drone strike"
	Shelling       Kind = "shelling"
	Abduction      Kind = "abduction"
	HostageTaking  Kind = "hostage taking"
	Hijacking      Kind = "hijacking"
	Arson          Kind = "arson"
	Looting        Kind = "looting or destruction"
	Sabotage       Kind = "sabotage"
	Torture        Kind = "torture"
	SexualViolence Kind = "sexual violence"

	Claim      Kind = "claim"
	Blame      Kind = "blame"
	Suspicion  Kind = "suspicion"
	Denial     Kind = "denial"
	Retraction Kind = "retraction"

	KilledKind    Kind = "killed"
	WoundedKind   Kind = "wounded"
	MissingKind   Kind = "missing"
	AbductedKind  Kind = "abducted"
	ReleasedKind  Kind = "released"
	DisplacedKind Kind = "displaced"
	DamagedKind   Kind = "damaged" // of things: the cost that is not people

	Raid          Kind = "raid"
	Arrest        Kind = "arrest"
	PlotFoiled    Kind = "plot foiled"
	WeaponsSeized Kind = "weapons seized"
	Charge        Kind = "charge"
	Trial         Kind = "trial"
	Verdict       Kind = "verdict"
	Sanction      Kind = "sanction"
	Designation   Kind = "designation"

	Threat       Kind = "threat"
	Warning      Kind = "warning"
	Plan         Kind = "plan"
	CallToAction Kind = "call to action"

	Founding        Kind = "founding"
	Alias           Kind = "name or alias"
	Leadership      Kind = "leadership"
	Membership      Kind = "membership"
	Strength        Kind = "strength"
	Funding         Kind = "funding"
	TerritoryGained Kind = "territory gained"
	TerritoryLost   Kind = "territory lost"
	AreaOfOperation Kind = "area of operation"
	Strategy        Kind = "strategy"
	Split           Kind = "split"
	Merger          Kind = "merger"
	Allegiance      Kind = "pledge of allegiance"
	Alliance        Kind = "alliance"
	Rivalry         Kind = "rivalry"
	Negotiation     Kind = "negotiation"
	Agreement       Kind = "agreement"
	Ceasefire       Kind = "ceasefire"
	Surrender       Kind = "surrender"
	Movement        Kind = "movement"

	Meeting       Kind = "meeting"
	Promise       Kind = "promise"
	Support       Kind = "support"
	Cooperation   Kind = "cooperation"
	Aid           Kind = "aid"
	Concession    Kind = "concession"
	Withdrawal    Kind = "withdrawal"
	Access        Kind = "access"
	Resignation   Kind = "resignation"
	Demand        Kind = "demand"
	Accusation    Kind = "accusation"
	Investigation Kind = "investigation"
	Refusal       Kind = "refusal"
	Protest       Kind = "protest"
	RelationsCut  Kind = "relations cut"
	Mobilisation  Kind = "mobilisation"
	Coercion      Kind = "coercion"

	Assessment Kind = "assessment"
)

// FamilyKinds is a Family with its kinds.
type FamilyKinds struct {
	Family Family
	Kinds  []Kind
}

// Codebook lists every Kind under its Family, in the order of the code book.
var Codebook = []FamilyKinds{
	{Violence, []Kind{Attack, Bombing, SuicideBombing, ArmedAssault, Assassination, Clash, AirStrike, Shelling,
		Abduction, HostageTaking, Hijacking, Arson, Looting, Sabotage, Torture, SexualViolence}},
	{Responsibility, []Kind{Claim, Blame, Suspicion, Denial, Retraction}},
	{HumanCost, []Kind{KilledKind, WoundedKind, MissingKind, AbductedKind, ReleasedKind, DisplacedKind, DamagedKind}},
	{CounterMeasures, []Kind{Raid, Arrest, PlotFoiled, WeaponsSeized, Charge, Trial, Verdict, Sanction, Designation}},
	{Intent, []Kind{Threat, Warning, Plan, CallToAction}},
	{TheGroup, []Kind{Founding, Alias, Leadership, Membership, Strength, Funding, TerritoryGained, TerritoryLost,
		AreaOfOperation, Strategy, Split, Merger, Allegiance, Alliance, Rivalry, Negotiation, Agreement, Ceasefire, Surrender, Movement}},
	{Interaction, []Kind{Meeting, Promise, Support, Cooperation, Aid, Concession, Withdrawal, Access, Resignation, Demand,
		Accusation, Investigation, Refusal, Protest, RelationsCut, Mobilisation, Coercion}},
	{Judgement, []Kind{Assessment}},
}

var families = func() map[Kind]Family {
	m := map[Kind]Family{}
	for _, f := range Codebook {
		for _, k := range f.Kinds {
			m[k] = f.Family
		}
	}
	return m
}()

// Family returns the Family of k, and "" for a word that is no Kind.
func (k Kind) Family() Family { return families[k] }
