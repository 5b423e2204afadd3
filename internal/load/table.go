package load

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// Table prints results, a line each, with what misses its bar and which answers were slowest and longest.
func Table(w io.Writer, results []Result) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "trial\tasked\ta second\tp50 ms\tp90\tp99\tmax\tlongest KB\tfailed\t  bar\t")
	for _, r := range results {
		fmt.Fprintf(t, "%s\t%d\t%.0f\t%s\t%s\t%s\t%s\t%.0f\t%d\t  %s\t\n", r.Name, r.times(), float64(r.Answered)/r.Took.Seconds(),
			ms(r.Percentile(50)), ms(r.Percentile(90)), ms(r.Percentile(99)), ms(r.Slowest.Took), float64(r.Largest.Bytes)/1000, r.failures(), r.bar())
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, r := range results {
		if _, err := fmt.Fprintf(w, "%s: slowest %s, longest %s%s\n", r.Name, r.Slowest.Path, r.Largest.Path, r.why()); err != nil {
			return err
		}
	}
	return nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }

func (r Result) failures() (n int) {
	for _, of := range r.Failed {
		n += of
	}
	return n
}

func (r Result) bar() string {
	if m := r.Misses(); m != nil {
		return "MISSED " + strings.Join(m, "; ")
	}
	return "met"
}

func (r Result) why() (out string) {
	for _, f := range r.Failures() {
		out += fmt.Sprintf("; %d %s", r.Failed[f], f)
	}
	return out
}

// CostTable prints costs, a line each.
func CostTable(w io.Writer, costs []Cost) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "one after the other\tfirst ms\tmedian ms\tcpu ms\tlongest KB\tfailed\t  bar\t")
	for _, c := range costs {
		bar := ""
		if m := c.Misses(); m != nil {
			bar = "MISSED " + strings.Join(m, "; ")
		} else if c.Bar > 0 {
			bar = "met"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%.0f\t%d\t  %s\t\n", c.Name, ms(c.First), ms(c.Median), ms(c.CPU), float64(c.Bytes)/1000, c.Failed, bar)
	}
	return t.Flush()
}
