package eval

import (
	"context"
	"fmt"
	"io"

	"dateline/internal/link"
	"dateline/internal/pipeline"
	"dateline/internal/scorer"
)

// lastFitted is the last text of MUC-4's dev folder that a model is fitted to; those after it are held
// back for measuring.
const lastFitted = "DEV-MUC3-1100"

// TrainSame fits the model of link that says whether two statements of one report tell one happening,
// and writes it. A statement belongs to the template of the key that it would be worth most for alone;
// where a key has but one template, a statement of its type that says too little for that, too. One that
// says enough and belongs to none tells another happening than those of the key, with half the weight,
// since it may tell one of them wrongly read. Pairs of two such are left out.
func TrainSame(ctx context.Context, dir string, out io.Writer) error {
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return err
	}
	var examples []scorer.Example
	for _, m := range messages {
		if m.id > lastFitted || len(m.key) == 0 {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		more, err := samePairs(m)
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	model := scorer.Fit(examples, scorer.Options{Rounds: 30, MinCount: 5, Ridge: 1e-3})
	if model == nil {
		return fmt.Errorf("no pairs to learn from in %s", dir)
	}
	return model.Write(out)
}

func samePairs(m mucMessage) ([]scorer.Example, error) {
	read := pipeline.Code(m.report())
	apart := link.Apart(read)
	form, err := codedFrom(read, apart)
	if err != nil {
		return nil, err
	}
	of := map[string]int{}
	for i := range form.Incidents {
		resp := mucTemplateOf(form, &form.Incidents[i], usualCountry(form))
		if k := keyOf(m.key, resp); k >= 0 || says(&resp) {
			of[form.Incidents[i].Statements[0]] = k
		}
	}
	var out []scorer.Example
	for _, p := range link.Pairs(read) {
		a, ok1 := of[p.A]
		b, ok2 := of[p.B]
		if !ok1 || !ok2 || a < 0 && b < 0 {
			continue
		}
		class := link.ApartClass
		if a == b {
			class = link.SameClass
		}
		x := scorer.Example{Features: p.Features, Class: class}
		if a < 0 || b < 0 {
			x.Weight = 0.5
		}
		out = append(out, x)
	}
	return out, nil
}

// keyOf is the template of a key that a response is worth most for, or -1.
func keyOf(keys []mucTemplate, resp mucTemplate) int {
	best, at := 0.0, -1
	for i := range keys {
		if w := worth(&keys[i], &resp); w > best && mappable(&keys[i], &resp) {
			best, at = w, i
		}
	}
	if at < 0 && len(keys) == 1 && matchFill(mucType, keys[0].slots[mucType][0], resp.slots[mucType][0]) > mucWrong && !says(&resp) {
		return 0
	}
	return at
}

// says reports whether a template names anybody or anything.
func says(t *mucTemplate) bool {
	for _, s := range mucContent {
		if len(t.slots[s]) > 0 {
			return true
		}
	}
	return false
}
