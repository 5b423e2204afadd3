package actor

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"dateline"
)

// The compiled form of a record is a block of lines, each of cells parted by tabs. The first cell
// says what the line is.
const (
	lineActor       = "actor" // ID, Name, Kind, Summary, Founded, Ended, Home parted by spaces, Area
	lineName        = "name"  // Name, Script, From, To, Weak
	lineRelation    = "tie"   // Kind, Actor, From, To
	lineDesignation = "list"  // By, As, From, To
	lineSource      = "page"  // address
)

// Compile gives the block of lines that stands for a in data/actors.tsv. A tab or a line break in
// a value is an error: the form cannot hold it.
func Compile(a dateline.Actor) ([]byte, error) {
	var b bytes.Buffer
	bad := ""
	line := func(cells ...string) {
		for _, c := range cells {
			if strings.ContainsAny(c, "\t\n") {
				bad = c
			}
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	line(lineActor, a.ID, a.Name, string(a.Kind), a.Summary, a.Founded, a.Ended, strings.Join(a.Home, " "), a.Area)
	for _, n := range a.Names {
		line(lineName, n.Name, n.Script, n.From, n.To, strconv.FormatBool(n.Weak))
	}
	for _, r := range a.Relations {
		line(lineRelation, r.Kind, r.Actor, r.From, r.To)
	}
	for _, d := range a.Designations {
		line(lineDesignation, d.By, d.As, d.From, d.To)
	}
	for _, s := range a.Sources {
		line(lineSource, s)
	}
	if bad != "" {
		return nil, fmt.Errorf("write actor %s: tab or line break in %q", a.ID, bad)
	}
	return b.Bytes(), nil
}

// compiled reads what Compile wrote, block after block.
func compiled(blocks string) ([]dateline.Actor, error) {
	actors := make([]dateline.Actor, 0, strings.Count(blocks, "\n"+lineActor+"\t")+1)
	n := 0
	for line := range strings.Lines(blocks) {
		n++
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if c[0] == lineActor && len(c) == 9 {
			actors = append(actors, dateline.Actor{ID: c[1], Name: c[2], Kind: dateline.ActorKind(c[3]), Summary: c[4],
				Founded: c[5], Ended: c[6], Home: strings.Fields(c[7]), Area: c[8]})
			continue
		}
		if len(actors) == 0 || !detail(&actors[len(actors)-1], c) {
			return nil, fmt.Errorf("read compiled actors: line %d is of no known form", n)
		}
	}
	return actors, nil
}

// detail adds a line that belongs to a; false if it is none.
func detail(a *dateline.Actor, c []string) bool {
	switch {
	case c[0] == lineName && len(c) == 6:
		a.Names = append(a.Names, dateline.ActorName{Name: c[1], Script: c[2], From: c[3], To: c[4], Weak: c[5] == "true"})
	case c[0] == lineRelation && len(c) == 5:
		a.Relations = append(a.Relations, dateline.Relation{Kind: c[1], Actor: c[2], From: c[3], To: c[4]})
	case c[0] == lineDesignation && len(c) == 5:
		a.Designations = append(a.Designations, dateline.DesignationBy{By: c[1], As: c[2], From: c[3], To: c[4]})
	case c[0] == lineSource && len(c) == 2:
		a.Sources = append(a.Sources, c[1])
	default:
		return false
	}
	return true
}
