package eval

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"dateline"
	"dateline/internal/pipeline"
	"dateline/internal/resolve/place"
	"dateline/internal/resolve/scene"
	"dateline/internal/scorer"
)

// sceneText is a report whose coders say where it took place.
type sceneText struct {
	report  dateline.Report
	country map[string]bool // by ISO code; nil where the coders do not say, as in all three
	area    map[string]bool // names in small letters
	town    map[string]bool
	weight  float64
	silence float64 // how much it counts, of the weight, that the coders name no place of a level
}

// sceneOptions are those that the model of package scene is fitted with.
var sceneOptions = scorer.Options{Rounds: 30, MinCount: 60, Ridge: 2e-2}

// TrainScene fits the model of package scene and writes it: on the train part of HRDsAttack, on the
// articles of every other incident of GVA (gvaTaught), on every other release of ISAF, whose coders name no town, and
// on the texts of MUC-4's dev folder that have a key. An event of the news took place where the coders say that the report's event did, with less weight where its own words say it; of a key with
// several templates each place counts. Where the coders name no place of a level, those that the report
// names count as elsewhere: with a tenth of the weight for HRDsAttack and GVA, whose coders often
// leave a town out or write the next one, and none to speak of for ISAF.
func TrainScene(ctx context.Context, dir string, out io.Writer) error {
	texts, err := sceneTexts(dir)
	if err != nil {
		return err
	}
	examples, err := onAllCores(ctx, texts, func(t sceneText) []scorer.Example { return t.examples(pipeline.Choices(t.report)) })
	if err != nil {
		return err
	}
	model := scorer.Fit(slices.Concat(examples...), sceneOptions)
	if model == nil {
		return fmt.Errorf("no places to learn from in %s", dir)
	}
	return model.Write(out)
}

func sceneTexts(dir string) ([]sceneText, error) {
	records, err := readHRDs(filepath.Join(dir, "hrdsattack", "train.plain.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []sceneText
	for _, r := range records {
		out = append(out, r.scene())
	}
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return nil, err
	}
	for _, m := range messages {
		if len(m.key) > 0 {
			out = append(out, m.scene())
		}
	}
	releases, err := readISAF(filepath.Join(dir, "isaf", "dev.jsonl"))
	if err != nil {
		return nil, err
	}
	for i, r := range releases {
		if i%2 == 0 {
			out = append(out, r.scene())
		}
	}
	more, err := gvaScenes(dir)
	return append(out, more...), err
}

func (r hrdsRecord) scene() sceneText {
	g := r.Annotations[0]
	out := sceneText{report: r.report(), weight: 2, silence: 0.1}
	if iso, ok := place.ISO(hrdsWords(g.Country)); ok {
		out.country = map[string]bool{iso: true}
		if iso == "CN" {
			out.country["HK"] = true // these coders have it so
		}
	}
	out.area, out.town = oneName(hrdsWords(g.Region)), oneName(hrdsWords(g.City))
	return out
}

func oneName(name string) map[string]bool {
	if name == "" {
		return nil
	}
	return map[string]bool{strings.ToLower(name): true}
}

func (m mucMessage) scene() sceneText {
	out := sceneText{report: m.report(), country: map[string]bool{}, area: map[string]bool{}, town: map[string]bool{}, weight: 1, silence: 1}
	for _, t := range m.key {
		for _, f := range t.slots[mucLocation] {
			for _, v := range f.values {
				out.at(readMUCPlace(v))
			}
		}
	}
	return out
}

// at adds a place of a key.
func (t *sceneText) at(p mucPlace) {
	for iso, name := range mucCountries {
		if name == p.country {
			t.country[iso] = true
		}
	}
	for i, n := range p.names {
		if i == len(p.names)-1 && !areal(p.types[0]) {
			t.town[strings.ToLower(n)] = true
		} else {
			t.area[strings.ToLower(n)] = true
		}
	}
}

// scene is a release on an operation in one province or more.
func (r isafRecord) scene() sceneText {
	out := sceneText{report: r.report(), country: map[string]bool{"AF": true}, area: map[string]bool{}, weight: 1, silence: 0.01}
	for _, p := range r.Gold.Province {
		out.area[p] = true
		for ours, theirs := range isafProvinces {
			if theirs == p {
				out.area[ours] = true
			}
		}
	}
	return out
}

func gvaScenes(dir string) ([]sceneText, error) {
	records, err := readGVARecords(dir)
	if err != nil {
		return nil, err
	}
	var out []sceneText
	err = eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		if rec, ok := records[a.Incident]; ok && gvaTaught(a.Incident) {
			out = append(out, rec.scene(a.report()))
		}
		return nil
	})
	return out, err
}

// scene is an article on an incident: of a county, which is an area, or of a town.
func (rec gvaRecord) scene(r dateline.Report) sceneText {
	out := sceneText{report: r, country: map[string]bool{"US": true}, weight: 0.4, silence: 0.1}
	out.area = map[string]bool{strings.ToLower(rec.State): true, strings.ToLower(rec.State) + " state": true}
	if county, is := strings.CutSuffix(rec.City, " (county)"); is {
		out.area[strings.ToLower(county)+" county"] = true
		return out
	}
	out.town = map[string]bool{}
	for _, name := range gvaTowns(rec.City) {
		out.town[strings.ToLower(name)] = true
	}
	return out
}

// examples says of each place that a report names whether an event was there.
func (t *sceneText) examples(all []scene.Choice) []scorer.Example {
	events := map[int]bool{}
	for _, c := range all {
		events[c.Event] = true
	}
	var out []scorer.Example
	for _, c := range all {
		if c.Past {
			continue
		}
		x := scorer.Example{Features: c.Features, Class: scene.Elsewhere, Weight: t.weight * min(1, 3/float64(len(events)))}
		if c.Told {
			x.Weight *= 0.3
		}
		switch {
		case t.is(c):
			x.Class = scene.Here
		case !t.says(c.Level):
			x.Weight *= t.silence
		}
		out = append(out, x)
	}
	return out
}

// says reports whether the coders name a place of a level.
func (t *sceneText) says(level scene.Level) bool {
	switch level {
	case scene.Country:
		return len(t.country) > 0
	case scene.Area:
		return len(t.area) > 0
	}
	return len(t.town) > 0
}

// is reports whether a choice is where the coders say that it was.
func (t *sceneText) is(c scene.Choice) bool {
	switch c.Level {
	case scene.Country:
		return t.country[c.Place.Country]
	case scene.Area:
		return t.named(c, t.area) || c.Place.Precision == dateline.Province && t.area[strings.ToLower(c.Place.Admin1)]
	}
	return t.named(c, t.town)
}

// named reports whether a choice has one of the names, in the gazetteer or in the text.
func (t *sceneText) named(c scene.Choice, names map[string]bool) bool {
	for name := range names {
		if strings.EqualFold(name, c.Place.Name) || strings.EqualFold(name, c.Place.Town) {
			return true
		}
		for _, s := range c.Named {
			if w := strings.ToLower(s.In(t.report.Text)); w == name || strings.HasPrefix(w, name+" ") {
				return true
			}
		}
	}
	return false
}
