package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"

	"dateline"
	"dateline/internal/invent"
	"dateline/internal/ledger"
	"dateline/internal/pipeline"
)

type inventCmd struct {
	Reports int    `help:"How many reports; about half as many incidents." default:"1000" placeholder:"N"`
	Seed    uint64 `help:"Other seeds make other reports." default:"1" placeholder:"N"`
	From    int    `help:"The first year." default:"2005" placeholder:"YEAR"`
	Years   int    `help:"How many years they are spread over." default:"20" placeholder:"N"`
	Shuffle uint64 `help:"Other numbers put them in another order; 0 leaves them incident by incident. All are then held in memory." placeholder:"N"`
	Ledger  string `help:"Keep their readings in this ledger and link them, instead of printing the reports." placeholder:"FILE"`
	Review  int    `help:"Rule on the statements of so many reports in a hundred, as invented reviewers; with --ledger." placeholder:"N"`
}

// Help shows examples.
func (inventCmd) Help() string {
	return `Nothing in them took place: towns and groups are real, publishers and incidents are not. The same options make the same reports.

Without --ledger they are printed as JSON Lines, which 'dateline code' and 'dateline read' take; beside what those read, 'tells' of
each line has the truth: which incidents the report tells, as whose account, and whether as news. With --ledger the readings
of a coder without fault are kept, not those that 'dateline read' would make of the texts. Whatever the order, and wherever the
command was stopped and started again, a ledger that holds the same reports has the same incidents and writes the same exports.

Examples:
  dateline invent --reports 100 > invented.jsonl
  dateline invent --reports 200000 --review 10 --ledger bench.db
  dateline invent --reports 5000 --shuffle 1 --ledger a.db && dateline export --ledger a.db --out a
  dateline invent --reports 5000 --shuffle 2 --ledger b.db && dateline export --ledger b.db --out b && diff -r a b`
}

// Run prints invented reports, or keeps them.
func (c *inventCmd) Run(s *streams) error {
	stories := invent.Stories(invent.Options{Seed: c.Seed, Reports: c.Reports, From: c.From, Years: c.Years})
	if c.Shuffle > 0 {
		stories = shuffled(stories, c.Shuffle)
	}
	if c.Ledger != "" {
		return c.keep(s, stories)
	}
	w := bufio.NewWriter(s.out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for story := range stories {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := enc.Encode(inventedLine(story)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// shuffled puts stories into an order of its own.
func shuffled(stories iter.Seq[invent.Story], seed uint64) iter.Seq[invent.Story] {
	all := slices.Collect(stories)
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return slices.Values(all)
}

// invented is a line of what is printed.
type invented struct {
	ID        string       `json:"id"`
	URL       string       `json:"url"`
	Publisher string       `json:"publisher"`
	Title     string       `json:"title"`
	Language  string       `json:"language"`
	Published string       `json:"published,omitempty"`
	Text      string       `json:"text"`
	Tells     []inventedOf `json:"tells"`
}

// inventedOf is the truth of one incident that a line tells.
type inventedOf struct {
	Incident string `json:"incident"`
	Series   string `json:"series,omitempty"`
	Account  string `json:"account"`
	News     bool   `json:"news"`
}

func inventedLine(s invent.Story) invented {
	r := s.Reading.Report
	out := invented{ID: r.ID, URL: r.URL, Publisher: r.Publisher, Title: r.Title, Language: r.Language, Published: r.Published.EDTF, Text: r.Text}
	for _, t := range s.Tales {
		out.Tells = append(out.Tells, inventedOf{t.Incident, t.Series, t.Account, t.News})
	}
	return out
}

// keep puts the readings into a ledger.
func (c *inventCmd) keep(s *streams, stories iter.Seq[invent.Story]) error {
	return withPen(c.Ledger, ledger.Options{}, func(l *ledger.Ledger, v *ledger.View) error {
		t, err := pipeline.Keep(s.ctx, l, v, readingsOf(s.ctx, stories), nil)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.err, "%s added, %d kept before. %s; %s in %s.\n", counted(t.Added, "report"), t.Seen, counted(t.Stated, "statement"), counted(t.Incident, "incident"), c.Ledger)
		if c.Review == 0 {
			return nil
		}
		return c.review(s, l, v, stories)
	})
}

// review keeps what invented reviewers decide, and links anew what it touches.
func (c *inventCmd) review(s *streams, l *ledger.Ledger, v *ledger.View, stories iter.Seq[invent.Story]) error {
	n := 0
	var ds []dateline.Decision
	flush := func() error {
		n += len(ds)
		err := l.DecideAll(s.ctx, ds)
		ds = ds[:0]
		return err
	}
	for story := range stories {
		ds = append(ds, invent.Rulings(story.Reading, c.Review)...)
		if len(ds) > 1000 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	incidents, err := pipeline.Relink(s.ctx, l, v)
	if err == nil {
		fmt.Fprintf(s.err, "%s by invented reviewers; %s.\n", counted(n, "decision"), counted(incidents, "incident"))
	}
	return err
}

// readingsOf are the stories as they are kept; it ends early when ctx does.
func readingsOf(ctx context.Context, stories iter.Seq[invent.Story]) iter.Seq[pipeline.Coded] {
	return func(yield func(pipeline.Coded) bool) {
		for s := range stories {
			if ctx.Err() != nil || !yield(pipeline.Coded{Reading: s.Reading}) {
				return
			}
		}
	}
}
