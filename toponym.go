package dateline

// Toponym is a name of a place, or a word for the people of one, that a Report writes: every one of
// them, whether or not a Statement speaks of it.
type Toponym struct {
	Span  Span
	As    ToponymUse
	State State
	Place *Place // what it means; Unplaced if no record carries it; never nil
	// Lat, Lon and RadiusM are a circle that the place lies in, in WGS 84 and metres: of an area its
	// middle and about how far it reaches, for distances and never to be drawn as a point. All are 0
	// where that is not known.
	Lat, Lon float64
	RadiusM  int
	Others   []string // rival readings, best first
	Score    float64  // 0 to 1
	Why      string   // in words that a person can check
}

// ToponymUse says what a Toponym stands for where it stands.
type ToponymUse string

// The uses of toponyms.
const (
	AsPlace      ToponymUse = "place"      // somewhere: 'in Moscow'
	AsGovernment ToponymUse = "government" // who rules there: 'Moscow blamed'
	AsPeople     ToponymUse = "people"     // an adjective or a people: 'Russian', 'Muscovites'
)

// ToponymUses lists every ToponymUse.
var ToponymUses = []ToponymUse{AsPlace, AsGovernment, AsPeople}
