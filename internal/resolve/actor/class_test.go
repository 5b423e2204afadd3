package actor

import (
	"strings"
	"testing"
)

const voices = `
authorities: police; German police; U.S. officials; Colombian authorities; Moscow; the Kremlin; the Russian Defence Ministry
authorities: local officials; security sources; a government spokesman; President Vladimir Putin; the governor of Borno
authorities: prosecutors; an army spokesman; the interior minister; the Federal Security Service (FSB); Law enforcement in Europe
authorities: General Michael E. Kurilla, head of the U.S. military's Central Command; Colonel John Smith; the Israeli army
group: Boko Haram; the Taliban; Taliban spokesman Zabihullah Mujahid; a Taliban official; Hamas officials; Amaq
group: the group's Amaq news agency; the militants; the rebels; Islamic State; the outlawed Kurdistan Workers' Party (PKK)
group: a spokesman for the Taliban; Hezbollah; insurgents
witness: residents; witnesses; an eyewitness; survivors; a local resident; relatives of the victims; residents of Hamas-run Gaza
medic: a doctor at the hospital; hospital officials; medics; a hospital source; a spokesman for the hospital
outlet: Reuters; the Associated Press; local media; state media; The New York Times; a newspaper; a journalist
organisation: Human Rights Watch; the UN Security Council; the United Nations; a human rights group; NATO; the Red Cross
expert: experts; analysts; some experts; Ana Kovac, founder and editor of WarNotes.org
expert: Meera Anand, an extremism and security policy expert in Geneva; an expert on the Taliban; a professor of history
expert: Riccardo Valle, the co-founder of The Khorasan Diary
unnamed: it; sources; some; a spokesman; nobody; many
other: Kovac; Anand
`

func TestClass(t *testing.T) {
	b := Load()
	for line := range strings.Lines(voices) {
		want, list, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		for words := range strings.SplitSeq(list, "; ") {
			if got := Class(words, b.Resolve(words, Context{})); string(got) != want {
				t.Errorf("%q: %s, want %s", words, got, want)
			}
		}
	}
	if got := Class("", b.Resolve("", Context{})); got != "unnamed" {
		t.Errorf("no words: %s", got)
	}
}
