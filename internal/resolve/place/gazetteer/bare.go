package gazetteer

import "strings"

// Bare takes the words for an area off its name: 'Borno State' is 'Borno', 'Moscow Oblast' is
// 'Moscow', 'Departamento de Santander' is 'Santander'. It returns name itself where nothing else
// would be left.
func Bare(name string) string {
	words := strings.Fields(name)
	for len(words) > 1 && areaWords[Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	for len(words) > 2 && areaWords[Fold(words[0])] && linkWords[Fold(words[1])] {
		words = words[2:]
		if len(words) > 1 && linkWords[Fold(words[0])] {
			words = words[1:]
		}
	}
	return strings.Join(words, " ")
}

// IsAreaWord reports whether the folded word is a common noun for a first- or second-order area.
func IsAreaWord(word string) bool { return areaWords[word] }

var areaWords = set(`state province oblast krai kray region republic governorate county department
	prefecture district division parish municipality canton autonomous okrug voivodeship departamento
	provincia estado regiao distrito wilaya muhafazah shahrestan tehsil zone woreda territory emirate
	subdivision departement commune arrondissement raion rayon regency county borough`)

var linkWords = set(`of de del do da la le los las the di du des`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
