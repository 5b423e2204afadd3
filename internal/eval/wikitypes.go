package eval

import (
	"strings"

	"dateline"
	"dateline/internal/parse"
)

// wikiType is how a kind of ours stands in the KAIROS ontology: its type, and the role that each of
// our roles is there. A role that is not listed is no argument there.
type wikiType struct {
	name  string
	roles map[dateline.Role]string
}

var (
	wikiExplosion = wikiType{"Conflict.Attack.DetonateExplode", roles("perpetrator Attacker target Target victim Target weapon ExplosiveDevice place Place")}
	wikiAttack    = wikiType{"Conflict.Attack.Unspecified", roles("perpetrator Attacker target Target victim Target weapon Instrument place Place")}
	wikiDie       = wikiType{"Life.Die.Unspecified", roles("killed Victim victim Victim perpetrator Killer place Place")}
	wikiInjure    = wikiType{"Life.Injure.Unspecified", roles("wounded Victim victim Victim perpetrator Injurer weapon Instrument")}
	wikiArrest    = wikiType{"Justice.ArrestJailDetain.Unspecified", roles("arrested Detainee abducted Detainee authority Jailer perpetrator Jailer place Place")}
	wikiThreaten  = wikiType{"Contact.ThreatenCoerce.Unspecified", roles("group Communicator perpetrator Communicator target Recipient other Recipient")}
	wikiRequest   = wikiType{"Contact.RequestCommand.Unspecified", roles("group Communicator other Recipient place Place")}
	wikiDestroy   = wikiType{"ArtifactExistence.DamageDestroyDisableDismantle.Destroy", roles("perpetrator Destroyer target Artifact weapon Instrument place Place")}
)

// wikiTypes maps kinds to types. Kinds that are not listed are no events there.
var wikiTypes = map[dateline.Kind]wikiType{
	dateline.Attack: wikiAttack, dateline.ArmedAssault: wikiAttack, dateline.Assassination: wikiAttack, dateline.Clash: wikiAttack,
	dateline.Arson: wikiAttack, dateline.Hijacking: wikiAttack,
	dateline.Bombing: wikiExplosion, dateline.SuicideBombing: wikiExplosion, dateline.AirStrike: wikiExplosion, dateline.Shelling: wikiExplosion,
	dateline.KilledKind: wikiDie, dateline.WoundedKind: wikiInjure,
	dateline.Abduction: wikiArrest, dateline.AbductedKind: wikiArrest, dateline.HostageTaking: wikiArrest, dateline.Arrest: wikiArrest,
	dateline.Looting: wikiDestroy, dateline.Sabotage: wikiDestroy,
	dateline.Charge:       {"Justice.ChargeIndict.Unspecified", roles("arrested Defendant authority Prosecutor place Place")},
	dateline.Trial:        {"Justice.TrialHearing.Unspecified", roles("arrested Defendant authority JudgeCourt place Place")},
	dateline.Verdict:      {"Justice.Convict.Unspecified", roles("arrested Defendant authority JudgeCourt place Place")},
	dateline.ReleasedKind: {"Justice.ReleaseParole.Unspecified", roles("released Defendant authority JudgeCourt place Place")},
	dateline.DamagedKind:  {"ArtifactExistence.DamageDestroyDisableDismantle.Damage", roles("perpetrator Damager target Artifact weapon Instrument place Place")},
	dateline.Movement:     {"Movement.Transportation.Unspecified", roles("group Transporter weapon PassengerArtifact target Vehicle place Destination")},
	dateline.Meeting:      {"Contact.Contact.Meet", roles("group Participant other Participant place Place")},
	dateline.Negotiation:  {"Contact.Contact.Meet", roles("group Participant other Participant place Place")},
	dateline.Demand:       wikiRequest, dateline.CallToAction: wikiRequest,
	dateline.Investigation: {"Justice.InvestigateCrime.Unspecified", roles("group Investigator authority Investigator other Defendant place Place")},
	dateline.Protest:       {"Conflict.Demonstrate.Unspecified", roles("group Demonstrator other Target place Place")},
	dateline.Resignation:   {"Personnel.EndPosition.Unspecified", roles("group Employee place Place")},
	dateline.Threat:        wikiThreaten, dateline.Warning: wikiThreaten,
}

const wikiClash = "Conflict.Demonstrate.DemonstrateWithViolence"

// wikiWords are the words of which the ontology makes another type than of their kind.
var wikiWords = map[string]string{"destr": wikiDestroy.name, "collaps": wikiDestroy.name, "demolish": wikiDestroy.name,
	"sentenc": "Justice.Sentence.Unspecified", "acquit": "Justice.Acquit.Unspecified", "smuggl": "Movement.Transportation.IllegalTransportation",
	"clash": wikiClash, "riot": wikiClash, "escap": "Movement.Transportation.Evacuation"}

func roles(pairs string) map[dateline.Role]string {
	out := map[dateline.Role]string{}
	w := strings.Fields(pairs)
	for i := 0; i+1 < len(w); i += 2 {
		out[dateline.Role(w[i])] = w[i+1]
	}
	return out
}

// wikiRead gives what was read of a document in the words of the ontology.
func wikiRead(text *parse.Text, r dateline.Reading) []wikiEvent {
	var out []wikiEvent
	for _, s := range r.Mentions {
		t, ok := wikiTypes[s.Kind]
		if !ok {
			continue
		}
		e := wikiEvent{kind: t.name, at: headAt(text, s.Trigger)}
		for stem, name := range wikiWords {
			if (name != wikiClash || s.Kind == dateline.Protest) && strings.HasPrefix(strings.ToLower(s.Trigger.In(r.Report.Text)), stem) {
				e.kind = name
			}
		}
		sides := 0
		for _, p := range s.Parts {
			role := t.roles[p.Role]
			if s.Kind == dateline.Clash && p.Role == dateline.Perpetrator {
				if sides++; sides > 1 {
					role = "Target" // there the second side of a battle
				}
			}
			if role != "" {
				e.args = append(e.args, wikiArg{role, headAt(text, p.Span)})
			}
		}
		out = append(out, e)
	}
	return out
}
