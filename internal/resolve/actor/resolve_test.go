package actor

import (
	"slices"
	"strings"
	"testing"

	"dateline"
)

// Each line of a table: the words of a report; '=>' and what they are: an ID for Known, '?' with the
// readings for Ambiguous, '!' for NotListed, '-' for Unidentified, '0' for Unknown.
const mentions = `
the Islamic State-Khorasan (IS-K) militant group => islamic-state-khorasan
IS-K militants => islamic-state-khorasan
IS-K => islamic-state-khorasan
IS–K => islamic-state-khorasan
IS K => islamic-state-khorasan
ISIS‑K => islamic-state-khorasan
ISIS-K’s => islamic-state-khorasan
ISKP => islamic-state-khorasan
ISIL-K => islamic-state-khorasan
Islamic State Khorasan => islamic-state-khorasan
Islamic State - Khorasan => islamic-state-khorasan
Islamic State in Khorasan Province (ISKP) => islamic-state-khorasan
Islamic State's Khorasan Province => islamic-state-khorasan
suspected IS-K supporters => islamic-state-khorasan
two suspected IS-K supporters => islamic-state-khorasan
several IS-K plots => islamic-state-khorasan
the Afghanistan branch of Islamic State (IS) => islamic-state-khorasan
the Islamic State's branch in Afghanistan => islamic-state-khorasan
the Islamic State => islamic-state
members of the Islamic State group => islamic-state
IS militants => islamic-state
ISIS => islamic-state
Da’esh => islamic-state
داعش => islamic-state
ИГИЛ => islamic-state
Islamic State West Africa Province (ISWAP) => islamic-state-west-africa
Islamic State in the Greater Sahara => islamic-state-sahel
an Islamic State cell => islamic-state
al-Qaeda => al-qaeda
Al Qaida => al-qaeda
al-Qa’ida => al-qaeda
Al Qaeda in the Islamic Maghreb (AQIM) => al-qaeda-in-the-islamic-maghreb
al-Qaeda's Yemen branch => al-qaeda-in-the-arabian-peninsula
al-Qaeda affiliate in Somalia => al-shabaab
al-Shabaab, an affiliate of al-Qaeda => al-shabaab
Al Shabab => al-shabaab
the leader of al-Shabaab => al-shabaab
Mozambique's al-Shabab => islamic-state-mozambique
al-Shabaab militants in Mozambique => islamic-state-mozambique
Boko Haram => boko-haram
suspected Boko Haram gunmen => boko-haram
Boko Haram leader Abubakar Shekau => boko-haram
Taliban => taliban
"Taliban" => taliban
THE TALIBAN => taliban
Taliban fighters => taliban
Taliban militants => taliban
the Taliban government => taliban
Afghanistan's Taliban government => taliban
Taliban commander Mullah Omar => taliban
Taliban spokesman Zabihullah Mujahid => taliban
a spokesman for the Taliban => taliban
طالبان => taliban
the Pakistani Taliban => tehrik-i-taliban-pakistan
Tehreek-e-Taliban Pakistan (TTP) => tehrik-i-taliban-pakistan
Hamas => hamas
HAMAS => hamas
Hamas officials => hamas
Lebanon's Hezbollah => hezbollah
Hizballah => hezbollah
Houthi rebels => houthis
Iran-backed Houthis => houthis
the outlawed Kurdistan Workers' Party (PKK) => kurdistan-workers-party
PKK militants => kurdistan-workers-party
the Kurdish-led Syrian Democratic Forces (SDF) => syrian-democratic-forces
the Revolutionary Armed Forces of Colombia (FARC) => farc
FARC dissidents => farc-emc
former rebel group FARC => farc
Colombia's National Liberation Army (ELN) => eln-colombia
SENDERO LUMINOSO => shining-path
THE FARABUNDO MARTI NATIONAL LIBERATION FRONT (FMLN) => fmln
GUERRILLAS OF THE FMLN => fmln
Túpac Amaru Revolutionary Movement => mrta
TUPAC AMARU REVOLUTIONARY MOVEMENT (MRTA) => mrta
the M-19 => m-19
the Medellin cartel => medellin-cartel
THE EXTRADITABLES => the-extraditables
the Basque separatist group ETA => eta
the Provisional IRA => provisional-ira
Baader-Meinhof Gang => red-army-faction
Lord’s Resistance Army rebels => lords-resistance-army
the LTTE => tamil-tigers
M23 rebels => m23
the Communist Party of India (Maoist) => cpi-maoist
CPI-Maoist => cpi-maoist
Abu Sayyaf militants => abu-sayyaf
Sudan's paramilitary Rapid Support Forces (RSF) => rapid-support-forces
Russia's Wagner Group => wagner-group
Wagner mercenaries => wagner-group
Ansar al-Sharia in Libya => ansar-al-sharia-libya
Viv Ansanm => viv-ansanm
MS-13 gang members => ms-13
the group's Amaq news agency => amaq
the UN Security Council => un-security-council
NATO => nato
U.N. => united-nations
the FSB => fsb
the Israeli army => israel-defense-forces
Salvadoran army => salvadoran-armed-forces
Syrian government forces => syrian-armed-forces
General Michael E. Kurilla, head of the U.S. military's Central Command => us-central-command
German police => state:DE:police
police in Germany => state:DE:police
COLOMBIAN POLICE => state:CO:police
Turkish police officers => state:TR:police
Nigerian police spokesman John Doe => state:NG:police
U.S. officials => state:US:government
a senior U.S. official => state:US:government
Colombian authorities => state:CO:government
the government of Nigeria => state:NG:government
the Nigerian army => state:NG:army
Nigeria's army => state:NG:army
Nigerian military spokesman => state:NG:military
Nigerian troops => state:NG:military
U.S. forces => state:US:security forces
Iraqi security forces => state:IQ:security forces
the Russian Defence Ministry => state:RU:defence ministry
the Ministry of Defence of Russia => state:RU:defence ministry
Russian investigators => state:RU:prosecutors
Swedish intelligence => state:SE:intelligence
the Swedish parliament => state:SE:parliament
Italian coast guard => state:IT:coast guard
the Indian navy => state:IN:navy
the Philippine air force => state:PH:air force
French President Emmanuel Macron => state:FR:presidency
the Kremlin => state:RU:presidency
the Pentagon => state:US:defence ministry
Moscow => state:RU:government
Tehran => state:IR:government
Russia => state:RU
the United States => state:US
The United States => state:US
The Netherlands => state:NL
The United Kingdom and the United States => ? state:GB state:US
Israeli airstrikes => state:IL
IS => ? islamic-state
SDF => ? syrian-democratic-forces
Wagner => ? wagner-group
Islamic Jihad => ? egyptian-islamic-jihad islamic-jihad-organization palestinian-islamic-jihad
Ansar al-Sharia => ? al-qaeda-in-the-arabian-peninsula ansar-al-sharia-libya ansar-al-sharia-tunisia
the IRA => ? irish-republican-army-1922 new-ira official-ira provisional-ira
National Liberation Army => ? eln-bolivia eln-colombia nla-macedonia
Maoist rebels => ? cpi-maoist cpn-maoist
The Base => ? al-qaeda the-base-hate-group
17 November => ? november-17
Tigers => ? tamil-tigers
FACT => ? fact-chad
goddess Isis => ? islamic-state
Hamas and Islamic Jihad => ? hamas palestinian-islamic-jihad
the Afghan Taliban and the Pakistani Taliban => ? taliban tehrik-i-taliban-pakistan
Taliban militants and al-Qaeda => ? taliban al-qaeda
police in Germany and the Netherlands => ? state:DE:police state:NL:police
Dutch and German police => ? state:NL:police state:DE:police
Taliban victims => ! taliban tehrik-i-taliban-pakistan
Boko Haram hostages => ! boko-haram
the anti-Taliban alliance => ! taliban tehrik-i-taliban-pakistan
pro-Taliban fighters => ! taliban tehrik-i-taliban-pakistan
anti-Hamas => ! hamas
ex-Taliban => ! taliban tehrik-i-taliban-pakistan
former Taliban commander => ! taliban tehrik-i-taliban-pakistan
former FARC fighters => ! farc
former members of Boko Haram => ! boko-haram
opponents of the Taliban => ! taliban tehrik-i-taliban-pakistan
the fight against Islamic State => ! islamic-state
an expert on al-Qaeda => ! al-qaeda
Richard Wagner => ! wagner-group
Islamic State Maluku Province => ! islamic-state
ISIS-X => ! islamic-state
Ana Kovac => !
Hafiz Saeed => !
President Vladimir Putin => !
Punjab police => !
Human Rights Watch => !
Talban => !
Bokoharam => !
Hamass => !
Al-Shabazz => !
Khorasan => !
ISK-X => !
Islamic Republic => !
Hаmas => ! hamas
Ηamas => ! hamas
Тaliban => ! taliban tehrik-i-taliban-pakistan
gunmen => -
unknown assailants => -
unidentified gunmen => -
Islamic extremists => -
Shiite militias => -
armed Fulani herders => -
Kurdish militants => -
Afghan and foreign fighters => -
Syrian rebels => -
anti-government militants => -
members of an armed group => -
TERRORISTS => -
URBAN GUERRILLAS => -
the attackers => -
a man => -
the group => -
al-Qaeda-linked militants => - al-qaeda
IS-linked insurgents => - islamic-state
ISIS-inspired attacker => - islamic-state
fighters loyal to Islamic State => - islamic-state
an Islamic State affiliate => - islamic-state
a splinter group of Boko Haram => - boko-haram
police => -
officials => -
the army => -
law enforcement in Europe => -
police station => -
residents => -
Germans => -
is => -
is-k => -
mend => -
an Islamic state => -
nobody => 0
no group => 0
 => 0
`

func TestResolve(t *testing.T) {
	n := 0
	for line := range strings.Lines(mentions) {
		words, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " => ")
		if !ok {
			words, want, ok = strings.Cut(strings.TrimSpace(line), "=> ")
		}
		if !ok {
			continue
		}
		n++
		r := Load().Resolve(strings.TrimSpace(words), Context{})
		if got := shorthand(r); got != want {
			t.Errorf("%q: %s, want %s (%s)", words, got, want, r.Why)
		}
		if r.Why == "" || r.Score < 0 || r.Score > 1 {
			t.Errorf("%q: score %v, why %q", words, r.Score, r.Why)
		}
	}
	if n < 150 {
		t.Errorf("%d mentions", n)
	}
}

// shorthand writes r as the tables do; Known leaves out its lesser readings.
func shorthand(r dateline.Resolution) string {
	mark := map[dateline.State]string{dateline.Known: r.Actor, dateline.Ambiguous: "?", dateline.NotListed: "!",
		dateline.Unidentified: "-", dateline.Unknown: "0"}[r.State]
	if r.State == dateline.Known || len(r.Others) == 0 {
		return mark
	}
	return mark + " " + strings.Join(r.Others, " ")
}

func published(day string) dateline.Date { return dateline.Date{EDTF: day, From: day, To: day} }

// What the report has told decides what a shared name or a common word means in it.
func TestResolveInContext(t *testing.T) {
	tests := []struct {
		words string
		ctx   Context
		want  string
	}{
		{"IS", Context{Actors: []string{"islamic-state-khorasan"}}, "islamic-state"},
		{"IS", Context{Short: map[string]string{"IS": "Islamic State"}}, "islamic-state"},
		{"IS", Context{Countries: []string{"SY"}}, "islamic-state"},
		{"ISWAP", Context{Short: map[string]string{"ISWAP": "Islamic State West Africa Province"}}, "islamic-state-west-africa"},
		{"the SRG", Context{Short: map[string]string{"SRG": "Boko Haram"}}, "boko-haram"},
		{"SRG fighters", Context{Short: map[string]string{"SRG": "Some Rebel Group"}}, "!"},
		{"SDF", Context{Countries: []string{"SY"}}, "syrian-democratic-forces"},
		{"SDF", Context{Countries: []string{"JP"}}, "? syrian-democratic-forces"},
		{"Taliban", Context{Countries: []string{"PK"}}, "? taliban tehrik-i-taliban-pakistan"},
		{"Taliban", Context{Countries: []string{"AF"}}, "taliban"},
		{"the Taliban", Context{Countries: []string{"AF", "RU"}, Actors: []string{"islamic-state-khorasan"}}, "taliban"},
		{"the Taliban", Context{Countries: []string{"PK"}, Actors: []string{"tehrik-i-taliban-pakistan"}}, "tehrik-i-taliban-pakistan"},
		{"the Taliban", Context{Countries: []string{"AF", "PK"}, Actors: []string{"taliban", "tehrik-i-taliban-pakistan"}}, "taliban"},
		{"IS", Context{Countries: []string{"AF", "RU"}, Actors: []string{"islamic-state-khorasan"}}, "islamic-state"},
		{"Ansar al-Sharia", Context{Countries: []string{"LY"}}, "ansar-al-sharia-libya"},
		{"Ansar al-Sharia", Context{Countries: []string{"TN"}}, "ansar-al-sharia-tunisia"},
		{"Ansar al-Sharia", Context{Countries: []string{"LY", "TN"}}, "? ansar-al-sharia-libya ansar-al-sharia-tunisia"},
		{"Islamic Jihad", Context{Countries: []string{"PS"}}, "palestinian-islamic-jihad"},
		{"Islamic Jihad", Context{Countries: []string{"LB"}, Published: published("1985-06-20")}, "islamic-jihad-organization"},
		{"al-Shabab", Context{Countries: []string{"MZ"}}, "? al-shabaab islamic-state-mozambique"},
		{"al-Shabab", Context{Countries: []string{"MZ"}, Actors: []string{"islamic-state-mozambique"}}, "islamic-state-mozambique"},
		{"the ADF", Context{Countries: []string{"CM"}}, "? allied-democratic-forces ambazonia-defence-forces"},
		{"the IRA", Context{Countries: []string{"GB"}, Published: published("1988-03-20")}, "provisional-ira"},
		{"the U.S.-led coalition", Context{Countries: []string{"SY"}, Published: published("2019-03-20")}, "global-coalition-against-daesh"},
		{"the U.S.-led coalition", Context{Countries: []string{"AF"}, Published: published("2009-03-20")}, "isaf"},
		{"ELN", Context{Published: published("1989-03-20")}, "eln-colombia"},
		{"Islamic State", Context{Published: published("1995-03-20")}, "? islamic-state"},
		{"M23", Context{Published: published("1999-03-20")}, "? m23"},
		{"Nusra Front", Context{Published: published("2024-03-20")}, "al-nusra-front"},
		{"Ansar Bayt al-Maqdis", Context{Published: published("2020-01-01")}, "islamic-state-sinai"},
		{"al-Qaeda's Syria affiliate", Context{Published: published("2014-05-01")}, "al-nusra-front"},
		{"al-Qaeda's Syria affiliate", Context{Published: published("2019-05-01")}, "hurras-al-din"},
	}
	for _, tt := range tests {
		if r := Load().Resolve(tt.words, tt.ctx); shorthand(r) != tt.want {
			t.Errorf("%q in %+v: %s, want %s (%s)", tt.words, tt.ctx, shorthand(r), tt.want, r.Why)
		}
	}
}

// A name out of its time counts for less than the same name in it, and the reason says so.
func TestOutOfTimeIsLower(t *testing.T) {
	in := Load().Resolve("Nusra Front", Context{Published: published("2014-03-20")})
	out := Load().Resolve("Nusra Front", Context{Published: published("2024-03-20")})
	if out.Score >= in.Score || !strings.Contains(out.Why, "had ended") {
		t.Errorf("in its time %v, after it %v (%s)", in.Score, out.Score, out.Why)
	}
}

// Lesser readings stay with a known one.
func TestOthersAreKept(t *testing.T) {
	r := Load().Resolve("Taliban", Context{})
	if r.Actor != "taliban" || !slices.Equal(r.Others, []string{"tehrik-i-taliban-pakistan"}) {
		t.Errorf("%+v", r)
	}
}

func TestName(t *testing.T) {
	for id, want := range map[string]string{"boko-haram": "Boko Haram", "state:DE:police": "police of Germany",
		"state:RU": "Russia", "state:NG:defence ministry": "defence ministry of Nigeria", "state:ZZ": "state:ZZ", "nobody": "nobody"} {
		if got := Load().Name(id); got != want {
			t.Errorf("Name(%q) = %q, want %q", id, got, want)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	var all []string
	for line := range strings.Lines(mentions) {
		if words, _, ok := strings.Cut(line, " => "); ok {
			all = append(all, words)
		}
	}
	book, ctx := Load(), Context{Published: published("2024-03-20"), Countries: []string{"AF"}}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		book.Resolve(all[i%len(all)], ctx)
		i++
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"IS-K militants", "Ηamas", "a (b) c's", "' ''s", "U.S.", "\xff\xfe", "police in Germany and the Netherlands", "- – ("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		b := Load()
		r := b.Resolve(s, Context{Short: map[string]string{"X": s}})
		for _, at := range []int{-1, 0, 1, len(s)} {
			in := b.Resolve(s, Context{Sentence: "I" + s + "-" + s, At: at, Common: true, Published: published("2015-01-01"),
				Setting: func() Setting { return Setting{Countries: []string{"NG"}} }})
			if (in.State == dateline.Known) != (in.Actor != "") || in.Score < 0 || in.Score > 1 || in.Why == "" {
				t.Errorf("%q at %d: %+v", s, at, in)
			}
		}
		if (r.State == dateline.Known) != (r.Actor != "") || r.Score < 0 || r.Score > 1 || r.Why == "" {
			t.Errorf("%q: %+v", s, r)
		}
		if b.Class(s, r) == "" {
			t.Errorf("%q: no class", s)
		}
		end := 0
		for _, m := range b.Find(s) {
			if m.Span.Start < end || m.Span.End > len(s) || m.Span.IsZero() || len(m.Actors) == 0 {
				t.Errorf("%q: %+v", s, m)
			}
			end = m.Span.End
		}
	})
}
