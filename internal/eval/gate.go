package eval

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"dateline/internal/pipeline"
)

// gateCorpora are the reports that [Gate] asks of, by corpus: those of which people say that they tell
// an incident, and last a corpus of other news.
var gateCorpora = []struct {
	name string
	read func(dir string) ([]string, error)
}{
	{"MUC-4 dev, with a template", func(dir string) ([]string, error) { return gateMUC(dir, "dev") }},
	{"MUC-4 tst1 and tst2, with a template", func(dir string) ([]string, error) { return gateMUC(dir, "tst1", "tst2") }},
	{"ISAF", gateISAF},
	{"HRDsAttack", gateHRDs},
	{"GVA", gateGVA},
	{"WikiEvents, with an attack or somebody hurt", gateWiki},
	{"PolNeAR, news of an election", gatePolNeAR},
}

// Gate measures the first pass: of the reports that tell an incident, how many it lets through, per
// cent; and of other news. A report of GVA of fewer than 20 words (a page that was not kept) does
// not count. PolNeAR's articles are on politics, of which some tell of attacks.
func Gate(ctx context.Context, dir string) (Table, error) {
	t := Table{Title: "The first pass: reports let through", Head: []string{"", "reports", "let through", "per cent"}}
	var all share
	for i, c := range gateCorpora {
		texts, err := c.read(dir)
		if err != nil {
			return Table{}, err
		}
		var s share
		for _, text := range texts {
			s.add(pipeline.Worth(text))
		}
		t.Rows = append(t.Rows, []string{c.name, fmt.Sprint(s.all), fmt.Sprint(s.right), s.percent()})
		if i < len(gateCorpora)-1 {
			all.right, all.all = all.right+s.right, all.all+s.all
		}
	}
	last := len(t.Rows) - 1
	t.Rows = append(t.Rows[:last:last], []string{"all that tell an incident", fmt.Sprint(all.all), fmt.Sprint(all.right), all.percent()}, t.Rows[last])
	return t, ctx.Err()
}

func gateMUC(dir string, parts ...string) ([]string, error) {
	var out []string
	for _, part := range parts {
		messages, err := readMUC(dir, part)
		if err != nil {
			return nil, err
		}
		for _, m := range messages {
			if len(m.key) > 0 {
				out = append(out, m.text)
			}
		}
	}
	return out, nil
}

func gateISAF(dir string) ([]string, error) {
	records, err := readISAF(filepath.Join(dir, "isaf", "dev.jsonl"))
	var out []string
	for _, r := range records {
		out = append(out, r.Text)
	}
	return out, err
}

func gateHRDs(dir string) ([]string, error) {
	var out []string
	err := eachLine(filepath.Join(dir, "hrdsattack", "dev.plain.jsonl"), func(r struct{ Title, Text string }) error {
		out = append(out, r.Title+"\n\n"+r.Text)
		return nil
	})
	return out, err
}

func gateGVA(dir string) ([]string, error) {
	var out []string
	err := eachLine(filepath.Join(dir, "gva", "documents.jsonl"), func(a gvaArticle) error {
		if len(strings.Fields(a.Content)) >= 20 {
			out = append(out, a.Title+"\n\n"+a.Content)
		}
		return nil
	})
	return out, err
}

func gateWiki(dir string) ([]string, error) {
	docs, err := readWiki(filepath.Join(dir, "wikievents"))
	var out []string
	for _, d := range docs {
		for _, e := range d.Events {
			if strings.HasPrefix(e.Type, "Conflict.Attack") || strings.HasPrefix(e.Type, "Life.Die") || strings.HasPrefix(e.Type, "Life.Injure") {
				out = append(out, d.text())
				break
			}
		}
	}
	return out, err
}

func gatePolNeAR(dir string) ([]string, error) { return textsOf(filepath.Join(dir, "polnear", "dev")) }

// textsOf reads the texts of a part of PolNeAR.
func textsOf(part string) ([]string, error) {
	names, err := filepath.Glob(filepath.Join(part, "text", "*"))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			return nil, err
		}
		out = append(out, string(bytes.ToValidUTF8(b, []byte("\uFFFD"))))
	}
	return out, nil
}
