package link

import "dateline"

// kindsMeet reports whether two kinds can be words for one happening: the same, or one of them
// general, or both with explosives, or both taking people.
func kindsMeet(a, b dateline.Kind) bool {
	if a == b || general[a] || general[b] {
		return true
	}
	return class[a] != "" && class[a] == class[b] || fromTheAir(a, b) || fromTheAir(b, a)
}

// fromTheAir reports whether what one report tells as a strike from the air may be another's bombing: 'drone bombs kill pupils'.
func fromTheAir(a, b dateline.Kind) bool {
	return a == dateline.AirStrike && b == dateline.Bombing
}

var general = map[dateline.Kind]bool{dateline.Attack: true, dateline.KilledKind: true, dateline.WoundedKind: true}

var class = map[dateline.Kind]string{
	dateline.Bombing: "explosives", dateline.SuicideBombing: "explosives", dateline.Sabotage: "explosives",
	dateline.Shelling: "fire from afar", dateline.AirStrike: "fire from afar",
	dateline.Abduction: "taking", dateline.HostageTaking: "taking", dateline.Hijacking: "taking", dateline.AbductedKind: "taking",
	dateline.ArmedAssault: "arms", dateline.Clash: "arms", dateline.Assassination: "arms",
}
