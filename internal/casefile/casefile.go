// Package casefile knows the case: a text file in which a researcher writes down a report and what
// it says, to be held against what the coder reads. A person writes cases and corrects them; no
// program does.
//
// # The format
//
// A case is a txtar archive. It begins with a sentence or two of prose that say what it is about.
// Then come its sections, each after a line with its name between dashes:
//
//	Deaths with a lower bound, on the word of the police.
//
//	-- report --
//	---
//	published: 2024-03-14
//	---
//	Gunmen killed at least 11 people in Konduga on Tuesday, police said.
//	-- says --
//	armed assault happened
//	  perpetrator: Gunmen (unnamed)
//	  killed: at least 11 people = 11..
//	  place: Konduga = NG settlement
//	  date: Tuesday = 2024-03-12
//	  speaker: police [authorities]
//	  stance: asserted
//	incidents: 1
//
// The report may begin with front matter between two lines of three dashes: title, publisher,
// published, url, language. A section 'known shortfall' gives the reason why a case is expected to
// fail; such a case complains when it starts to pass (see [Case.Judge]).
//
// # What it says
//
// A line at the margin asks for a statement, by its kind and its reality; lines indented under it ask
// for its parts. What is not asked for is not checked, and the report may say more than the case
// asks for. A line that begins with # is a remark.
//
//	attack happened               a statement of this kind and reality
//	attack or bombing happened    of one of these kinds
//	attack happened, background   that is background (or ', news': that is not)
//	attack any reality            of this kind, whatever its reality
//	strength                      of this kind, and neither not-happened nor hypothetical;
//	                              kinds of violence must give their reality
//
//	  ROLE: words                 a part in that role with these words
//	  ROLE or ROLE: words         a part in one of these roles
//	  ROLE: "words"               with exactly these words
//	  place: words = NG province  resolved to this country, this precision, or both
//	  date: words = 2024-03       resolved to these days (EDTF, or FROM/TO)
//	  killed: words = 11..        that carries this count: 11, 11.., ..20, 4000..6000
//	  ROLE: words = none          that carries no date, place or count
//	  group: words -> some-id     resolved to this actor
//	  group: words (unnamed)      resolved to this state
//	  no ROLE                     no part in that role
//	  speaker: words [class]      who says it, '-> some-id' before the class for the actor that it is;
//	                              'via words [class]' for the one through whom
//	  speaker: - [unnamed]        somebody, for whom the report has no words
//	  speaker: none               the report itself
//	  stance: claimed             how the speaker stands to it; 'or' between alternatives
//	  quote: words                words among those that it stands on
//
//	no attack                     no statement of this kind, whatever its reality
//	no violence happened          no statement of this family (or kind) and reality
//	nothing                       no statement at all
//	only                          no statement of violence and no incident that counts but those asked for
//	mention killed                an event word of the coded form's mentions, with lines such as
//	  quote: words                the word itself
//	  killed: words               a part
//	no mention bombing            no event word of this kind (or family)
//	incidents: 1                  how many incidents count as news: of the families of violence or
//	no incident                   human cost, no background, and of a reality that counts
//	incident bombing [planned]    an incident of this kind that took place, or of this reality, with lines such as
//	  perpetrator: words [claimed] by words
//	  killed: words = 5 by words  ('by report' for the report itself)
//	  place: = NG settlement
//	  date: = 2024-03-12
//	  victim: words {law enforcement, death, named Ana Kovac}   of this type, effect and name
//	  perpetrator: words {individual}                           of this class
//
// # When words match
//
// Words of a case must stand in its report, letter for letter, or the case does not load. They need
// not be cut as the coder cuts them: letter case, articles and possessives do not count, and of two
// phrases one may hold the other as long as both have the same head (the last word before a
// preposition, a comma or a relative pronoun) and the longer has at most [slack] more words before it.
// So 'the Crocus City Hall' is 'Crocus City Hall', and 'soldiers' is 'five Nigerian soldiers', but
// 'Taliban' is not 'Taliban militants'. Of places, generic words ('province', 'the town of') do not
// count. Of tolls, the count is what is compared: one phrase must hold the other, whatever its head.
// A pronoun matches by what it refers to.
package casefile

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"dateline"

	"golang.org/x/tools/txtar"
)

// Case is a report and what it says.
type Case struct {
	Name      string // the file's name
	About     string // the prose that it begins with
	Report    dateline.Report
	Shortfall string // why it is expected to fail; "" if it is expected to pass
	says      says
}

// Parse reads a case. The error names the file and the line.
func Parse(name string, data []byte) (Case, error) {
	c := Case{Name: name}
	archive := txtar.Parse(data)
	c.About = strings.TrimSpace(string(archive.Comment))
	seen := map[string]bool{}
	line := 1 + strings.Count(string(archive.Comment), "\n")
	for _, f := range archive.Files {
		if seen[f.Name] {
			return c, fmt.Errorf("%s:%d: section %q a second time", name, line, f.Name)
		}
		seen[f.Name] = true
		if err := c.section(f.Name, string(f.Data), line+1); err != nil {
			return c, err
		}
		line += 1 + strings.Count(string(f.Data), "\n")
	}
	return c, c.whole(seen)
}

// section reads one section, whose first line is line.
func (c *Case) section(section, data string, line int) (err error) {
	switch section {
	case "report":
		c.Report, err = parseReport(c.Name, data, line)
	case "says":
		c.says, err = parseSays(c.Name, data, line)
	case "known shortfall":
		if c.Shortfall = strings.TrimSpace(data); c.Shortfall == "" {
			err = fmt.Errorf("%s:%d: a known shortfall needs a reason", c.Name, line)
		}
	default:
		err = fmt.Errorf("%s:%d: unknown section %q", c.Name, line-1, section)
	}
	return err
}

// whole reports what the case lacks, and the first of its words that its report does not have.
func (c *Case) whole(seen map[string]bool) error {
	if c.About == "" {
		return fmt.Errorf("%s:1: no prose that says what the case is about", c.Name)
	}
	for _, s := range []string{"report", "says"} {
		if !seen[s] {
			return fmt.Errorf("%s: no section %q", c.Name, s)
		}
	}
	if strings.TrimSpace(c.Report.Text) == "" {
		return fmt.Errorf("%s: the report is empty", c.Name)
	}
	if c.says.empty() {
		return fmt.Errorf("%s: the case asks for nothing", c.Name)
	}
	for _, w := range c.says.words() {
		if !stands(w.text, c.Report.Text) {
			return fmt.Errorf("%s:%d: %q is not in the report", c.Name, w.line, w.text)
		}
	}
	return nil
}

// LoadDir reads every *.txtar file of fsys, not its folders, in the order of their names. It stops
// at the first case that does not load.
func LoadDir(fsys fs.FS) ([]Case, error) {
	names, err := fs.Glob(fsys, "*.txtar")
	if err != nil {
		return nil, err
	}
	var cases []Case
	for _, n := range names {
		data, err := fs.ReadFile(fsys, n)
		if err != nil {
			return nil, fmt.Errorf("reading case: %w", err)
		}
		c, err := Parse(path.Base(n), data)
		if err != nil {
			return nil, err
		}
		cases = append(cases, c)
	}
	return cases, nil
}
