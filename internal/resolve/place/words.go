package place

import "strings"

// The words of English that place phrases are built with, folded.
var (
	leadWords = set(`the in at on from to into onto inside across throughout within along of a an its his her their
		this that both some several parts part much many most areas swathes swaths stretches territory and by through
		elsewhere over toward towards upon amid between all whole entire nearby`)

	// partWords make the words that follow a part of a place.
	partWords = set(`parts part much most areas swathes swaths stretches`)

	sides = map[string]string{
		"north": "north", "northern": "north", "northernmost": "north", "south": "south", "southern": "south",
		"southernmost": "south", "east": "east", "eastern": "east", "easternmost": "east", "west": "west",
		"western": "west", "westernmost": "west", "central": "central", "northeast": "northeast",
		"northeastern": "northeast", "north eastern": "northeast", "north east": "northeast", "northwest": "northwest",
		"northwestern": "northwest", "north western": "northwest", "north west": "northwest",
		"southeast": "southeast", "southeastern": "southeast", "south eastern": "southeast", "south east": "southeast",
		"southwest": "southwest", "southwestern": "southwest", "south western": "southwest", "south west": "southwest",
		"upper": "upper", "lower": "lower", "coastal": "coastal", "rural": "rural", "mountainous": "mountainous",
		"far north": "far north", "far northern": "far north", "north central": "north-central", "midwestern": "midwest",
		"downtown": "downtown", "inland": "inland", "interior": "inland", "southcentral": "south-central", "south central": "south-central",
	}

	nearWords = set(`near outside around nearby beyond beside`)

	settlementWords = set(`city town village hamlet settlement capital suburb port township
		municipality borough commune locality community stronghold hub resort enclave cities towns villages megacity metropolis`)
	quarterWords  = set(`neighborhood neighbourhood quarter`)
	provinceWords = set(`province state region oblast krai kray governorate republic emirate prefecture territory
		voivodeship canton wilaya department provinces states regions county`)
	districtWords = set(`district county subdistrict tehsil division parish subdivision woreda districts counties raion lga
		subprefecture constituency`)
	areaWords = set(`area areas countryside outskirts suburbs surroundings vicinity environs hinterland metropolitan`)

	featureWords = set(`valley mountains mountain hills forest desert river lake basin island islands peninsula coast gulf strait sea
		delta plain plains highlands belt corridor oasis border frontier road highway jungle archipelago bay canal pass`)

	siteWords = set(`hall airport mosque hospital university prison jail base camp school church market hotel embassy
		theater theatre station square street bridge stadium venue concert centre center checkpoint barracks garrison
		headquarters compound parliament palace consulate mall restaurant nightclub club cafe bazaar shrine temple
		synagogue cathedral monastery museum port harbor harbour dam mine refinery plant factory pipeline bank building
		tower college academy clinic courthouse court house home farm field ground beach resort complex
		post outpost crossing roundabout avenue road highway terminal airfield airbase seminary madrassa madrasa
		cemetery hideout bus train office offices ministry residence apartment block`)

	// streetWords end the name of a street, where they are written with a capital.
	streetWords = set(`street st avenue ave boulevard blvd road rd lane ln drive dr parkway pkwy`)

	// stateCountries call their first-order areas states.
	stateCountries = set(`us in ng au br mx my ss sd ve so at de mm et pw fm`)
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// side reads a word that says on which side: 'northern', 'north-eastern', 'south'.
func side(key string) (string, bool) {
	s, ok := sides[key]
	return s, ok
}
