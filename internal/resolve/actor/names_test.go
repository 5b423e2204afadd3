package actor

import (
	"strings"
	"testing"
)

// The names found in a text stand in brackets, with their actors after a colon.
func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		{"For years the Islamic State-Khorasan (IS-K) militant group has attacked.",
			"For years the [Islamic State-Khorasan:islamic-state-khorasan] ([IS-K:islamic-state-khorasan]) militant group has attacked."},
		{"IS is active; it is said.", "[IS:islamic-state?] is active; it is said."},
		{"ISIS-K’s ambition and ISIS–K.", "[ISIS-K:islamic-state-khorasan]’s ambition and [ISIS–K:islamic-state-khorasan]."},
		{"The Hamas-run ministry, al-Qaeda-linked men.", "The [Hamas:hamas]-run ministry, [al-Qaeda:al-qaeda]-linked men."},
		{"Al Qaeda, al Qa’ida, AL-QAEDA, al—Qaida", "[Al Qaeda:al-qaeda], [al Qa’ida:al-qaeda], [AL-QAEDA:al-qaeda], [al—Qaida:al-qaeda]"},
		{"El Shabaab and elsewhere", "[El Shabaab:al-shabaab+islamic-state-mozambique] and elsewhere"},
		{"Boko\nHaram fled. Boko\n\nHaram", "[Boko\nHaram:boko-haram] fled. Boko\n\nHaram"},
		{"THE TALIBAN AND IS IT TRUE THAT MEND IS HERE", "THE [TALIBAN:taliban+tehrik-i-taliban-pakistan] AND IS IT TRUE THAT MEND IS HERE"},
		{"LIMA, 11 JAN 90 -- SHINING PATH (SENDERO LUMINOSO) AND THE MRTA ARE ACTIVE",
			"LIMA, 11 JAN 90 -- [SHINING PATH:shining-path] ([SENDERO LUMINOSO:shining-path]) AND THE [MRTA:mrta] ARE ACTIVE"},
		{"the Communist Party of India (Maoist) said", "the [Communist Party of India (Maoist):cpi-maoist] said"},
		{"a shining path to an Islamic state; the tigers, the base", "a shining path to an Islamic state; the tigers, the base"},
		{"Túpac Amaru Revolutionary Movement, Tupac Amaru Revolutionary Movement",
			"[Túpac Amaru Revolutionary Movement:mrta], [Tupac Amaru Revolutionary Movement:mrta]"},
		{"Islamic State, Khorasan", "[Islamic State:islamic-state], Khorasan"},
		{"the F.A.R.C. and the U.N.", "the [F.A.R.C.:farc] and the [U.N.:united-nations]"},
		{"farc, hamas, isis", "farc, [hamas:hamas], isis"},
		{"Hаmas and Ηezbollah", "Hаmas and Ηezbollah"}, // Cyrillic а, Greek Η
		{"قال حزب الله إن", "قال [حزب الله:hezbollah] إن"},
		{"the Kurdistan Workers' Party", "the [Kurdistan Workers' Party:kurdistan-workers-party]"},
	}
	for _, tt := range tests {
		if got := marked(tt.text, Load().Find(tt.text)); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

// marked writes matches into the text; '?' marks a weak one.
func marked(text string, ms []Match) string {
	var b strings.Builder
	at := 0
	for _, m := range ms {
		b.WriteString(text[at:m.Span.Start] + "[" + m.Span.In(text) + ":" + strings.Join(m.Actors, "+"))
		if m.Weak {
			b.WriteString("?")
		}
		b.WriteString("]")
		at = m.Span.End
	}
	return b.String() + text[at:]
}

func TestGlued(t *testing.T) {
	for text, want := range map[string]string{"the Hamas-run ministry": "run", "an anti-Taliban force": "anti", "Hamas ran it": ""} {
		if ms := Load().Find(text); len(ms) != 1 || ms[0].Glued != want {
			t.Errorf("%q: %+v, want %q", text, ms, want)
		}
	}
}

// Every listed name is found as it is written, whatever capitals the line is in.
func TestEveryNameIsFound(t *testing.T) {
	b := Load()
	for _, a := range b.All() {
		for _, n := range a.Names {
			ms := b.Find(n.Name)
			if len(ms) == 0 || ms[0].Span.In(n.Name) != n.Name && strings.Trim(n.Name, "¡!»") != ms[0].Span.In(n.Name) {
				t.Errorf("%s: %q: %+v", a.ID, n.Name, ms)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Austrian police said on March 7 that two men close to IS-K were being held. They are suspected of "+
		"plotting to attack the Swedish parliament. The Taliban and Islamic State are rivals in Afghanistan.\n", 25)
	book := Load()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		book.Find(text)
	}
}
