package link

import "dateline"

// kindsMeet reports whether two kinds can be words for one happening: the same, or one of them
// general, or both with explosives, or both taking people.
func kindsMeet(a, b dateline.Kind) bool {
	if a == b || general[a] || general[b] {
		return true
	}
	return class[a] != "" && class[a] == class[b]
}

var general = map[dateline.Kind]bool{dateline.Attack: true, dateline.KilledKind: true, dateline.WoundedKind: true}

var class = map[dateline.Kind]string{
	dateline.Bombing: "explosives", dateline.SuicideBombing: "explosives", dateline.Sabotage: "explosives",
	dateline.Shelling: "fire from afar", dateline.AirStrike: "fire from afar",
	dateline.Abduction: "taking", dateline.HostageTaking: "taking", dateline.Hijacking: "taking", dateline.AbductedKind: "taking",
	dateline.ArmedAssault: "arms", dateline.Clash: "arms", dateline.Assassination: "arms",
}
