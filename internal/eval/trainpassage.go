package eval

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"

	"dateline"
	"dateline/internal/extract"
	"dateline/internal/pipeline"
	"dateline/internal/scorer"
)

// passageReport is a report from whose passages the first pass learns.
type passageReport struct {
	report dateline.Report
	broad  bool // its coders say that it tells an incident: each word for one tells, and in HRDsAttack each statement
	any    bool // every statement in it tells, not those of violence alone
	quiet  bool // what seems to tell of violence often is a word for something else, and is left out
}

// passageOptions are those that the model of passages is fitted with.
var passageOptions = scorer.Options{Rounds: 8, MinCount: 4, Ridge: 1e-4}

// TrainPassages fits the model of passages (extract/passage.model) and writes it: on the train part of HRDsAttack, on every fourth
// article of the incidents of GVA that models are fitted to, on those texts of MUC-4's dev folder that are, and on the train part of
// PolNeAR. A passage tells if the program itself reads a statement of violence or of its cost, or of measures against it, in
// it; of HRDsAttack, any that is no opinion. Those of PolNeAR, news of an election, that seem to tell of violence are left out.
func TrainPassages(ctx context.Context, dir string, out io.Writer) error {
	reports, err := passageReports(dir)
	if err != nil {
		return err
	}
	examples, err := onAllCores(ctx, reports, func(r passageReport) []scorer.Example { return r.examples() })
	if err != nil {
		return err
	}
	model := scorer.Fit(slices.Concat(examples...), passageOptions)
	if model == nil {
		return fmt.Errorf("no passages to learn from in %s", dir)
	}
	return model.Write(out)
}

func passageReports(dir string) ([]passageReport, error) {
	records, err := readHRDs(filepath.Join(dir, "hrdsattack", "train.plain.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []passageReport
	for _, r := range records {
		out = append(out, passageReport{report: r.report(), broad: true, any: true})
	}
	messages, err := readMUC(dir, "dev")
	if err != nil {
		return nil, err
	}
	for _, m := range messages {
		if m.id <= lastFitted {
			out = append(out, passageReport{report: m.report(), broad: len(m.key) > 0})
		}
	}
	err = eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		h := fnv.New32a()
		io.WriteString(h, a.ID)
		if gvaTaught(a.Incident) && h.Sum32()%4 == 0 {
			out = append(out, passageReport{report: a.report(), broad: true})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	texts, err := textsOf(filepath.Join(dir, "polnear", "train"))
	for _, text := range texts {
		out = append(out, passageReport{report: dateline.Report{Text: text, Language: "en"}, quiet: true})
	}
	return out, err
}

// examples says of each passage of a report whether something is read in it.
func (p *passageReport) examples() []scorer.Example {
	var at []int
	read := pipeline.Code(p.report)
	for _, s := range read.Statements {
		switch f := s.Kind.Family(); {
		case f == dateline.Violence, f == dateline.HumanCost, f == dateline.CounterMeasures, p.any && s.Kind != dateline.Assessment:
			at = append(at, s.Trigger.Start)
		}
	}
	for _, m := range read.Mentions {
		if f := m.Kind.Family(); p.broad && (f == dateline.Violence || f == dateline.HumanCost) {
			at = append(at, m.Trigger.Start)
		}
	}
	var out []scorer.Example
	for span, words := range extract.Passages(p.report.Text) {
		x := scorer.Example{Class: extract.Idle}
		if slices.ContainsFunc(at, func(a int) bool { return span.Start <= a && a < span.End }) {
			x.Class = extract.Telling
		}
		if p.quiet && x.Class == extract.Telling {
			continue
		}
		for w := range words {
			x.Features = append(x.Features, w[1], w[0]+" "+w[1])
		}
		out = append(out, x)
	}
	return out
}
