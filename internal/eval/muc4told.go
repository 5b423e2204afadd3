package eval

import (
	"context"
	"fmt"
	"io"

	"dateline"
	"dateline/internal/link"
	"dateline/internal/pipeline"
	"dateline/internal/scorer"
)

// TrainTold fits the model of link that says whether an incident is told as one happening of its own, and
// writes it. Told are the incidents that are paired with a template of the key, passing all others; those that the task
// leaves out for another reason (fighting, age) are not looked at.
func TrainTold(ctx context.Context, dir string, out io.Writer) error {
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return err
	}
	var examples []scorer.Example
	for _, m := range messages {
		if m.id > lastFitted {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		more, err := toldExamples(m, pipeline.Code(m.report()))
		if err != nil {
			return err
		}
		examples = append(examples, more...)
	}
	model := fitTold(examples)
	if model == nil {
		return fmt.Errorf("no incidents to learn from in %s", dir)
	}
	return model.Write(out)
}

func fitTold(examples []scorer.Example) *scorer.Model {
	return scorer.Fit(examples, scorer.Options{Rounds: 10, MinCount: 8, Ridge: 1})
}

// toldExamples are the incidents of one text, with their classes by its key.
func toldExamples(m mucMessage, read dateline.Reading) ([]scorer.Example, error) {
	form, err := codedOf(read)
	if err != nil {
		return nil, err
	}
	resps := make([]mucTemplate, len(form.Incidents))
	for i := range form.Incidents {
		resps[i] = mucTemplateOf(form, &form.Incidents[i], usualCountry(form))
	}
	class := map[string]string{}
	for _, j := range alignMUC(m.key, resps) {
		if j >= 0 {
			class[form.Incidents[j].ID] = link.ToldClass
		}
	}
	features := map[string][]string{}
	for _, t := range link.Weigh(read) {
		features[t.ID] = t.Features
	}
	var out []scorer.Example
	for i := range form.Incidents {
		in := &form.Incidents[i]
		if !mucAsked(form, in) {
			continue
		}
		c := class[in.ID]
		if c == "" {
			c = link.PassingClass
		}
		out = append(out, scorer.Example{Features: features[in.ID], Class: c})
	}
	return out, nil
}
