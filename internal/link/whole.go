package link

import (
	"embed"
	"errors"
	"io/fs"
	"iter"
	"slices"
	"sync"

	"dateline"
)

// method is changed whenever the same readings come to be linked in another way, but by a model.
const method = "tellings 7"

//go:embed *.model rarity.txt
var models embed.FS

// Version names the way in which tellings, keys, ties and incidents are made, models included: those of one version
// are of no use to another.
var Version = sync.OnceValue(func() string {
	parts := []string{method}
	names, err := fs.Glob(models, "*") // sorted
	for _, name := range names {
		text, readErr := models.ReadFile(name)
		parts, err = append(parts, string(text)), errors.Join(err, readErr)
	}
	if err != nil {
		panic(err) // they are in the program
	}
	return dateline.NewID(parts...)
})

// Teller tells what reports tell, in the light of what people ruled. It may not be used at the same time by two.
type Teller struct{ ruled ruling }

// NewTeller reads decisions.
func NewTeller(decisions []dateline.Decision) *Teller { return &Teller{rulings(decisions)} }

// Tell is the function Tell.
func (t *Teller) Tell(r dateline.Reading) []*Telling { return tellings(&r, t.ruled) }

// handful is of how many tellings Whole has the accounts at a time, if no component has more.
const handful = 512

// Whole links tellings from scratch, which are all that there are and need no accounts: it returns their ties, in
// order, and the incidents, in an order that depends on nothing but them. Accounts fills in the accounts of those
// that are about to be needed; they are let go after. The first error ends the incidents.
func Whole(ts []*Telling, decisions []dateline.Decision, accounts func([]*Telling) error) ([]Tie, iter.Seq2[dateline.Incident, error]) {
	ruled := rulings(decisions)
	cs := components(ts, ruled)
	var ties []Tie
	for _, c := range cs {
		for _, p := range c.pairs {
			ties = append(ties, tieOf(c.tellings[p.a].ID, c.tellings[p.b].ID, p.score))
		}
	}
	slices.SortFunc(ties, byIDs)
	return ties, func(yield func(dateline.Incident, error) bool) {
		for len(cs) > 0 {
			n, own := 0, []*Telling(nil)
			for n < len(cs) && (n == 0 || len(own)+len(cs[n].tellings) <= handful) {
				own = append(own, cs[n].tellings...)
				n++
			}
			if err := accounts(own); err != nil {
				yield(dateline.Incident{}, err)
				return
			}
			for _, c := range cs[:n] {
				for _, in := range c.incidents(ruled) {
					if !yield(in, nil) {
						return
					}
				}
			}
			for _, t := range own {
				t.Account = nil
			}
			cs = cs[n:]
		}
	}
}
