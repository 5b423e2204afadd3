package actor

import (
	"bytes"
	"fmt"

	"dateline"

	"github.com/goccy/go-yaml"
)

// record is an Actor as a file of data/actors writes it: keys in lower case, in this order, and
// what is not known left out.
type record struct {
	Name         string        `yaml:"name"`
	Kind         string        `yaml:"kind"`
	Summary      string        `yaml:"summary"`
	Names        []recordName  `yaml:"names"`
	Founded      string        `yaml:"founded"`
	Ended        string        `yaml:"ended"`
	Home         []string      `yaml:"home"`
	Area         string        `yaml:"area"`
	Relations    []recordTie   `yaml:"relations"`
	Designations []recordEntry `yaml:"designations"`
	Sources      []string      `yaml:"sources"`
}

type recordName struct {
	Name   string `yaml:"name"`
	Script string `yaml:"script"`
	From   string `yaml:"from"`
	To     string `yaml:"to"`
	Weak   bool   `yaml:"weak"`
}

type recordTie struct {
	Kind  string `yaml:"kind"`
	Actor string `yaml:"actor"`
	From  string `yaml:"from"`
	To    string `yaml:"to"`
}

type recordEntry struct {
	By   string `yaml:"by"`
	As   string `yaml:"as"`
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

// actor gives the record in the words of package dateline; empty lists are nil.
func (r record) actor(id string) dateline.Actor {
	a := dateline.Actor{ID: id, Name: r.Name, Kind: dateline.ActorKind(r.Kind), Summary: r.Summary,
		Founded: r.Founded, Ended: r.Ended, Home: r.Home, Area: r.Area, Sources: r.Sources}
	for _, n := range r.Names {
		a.Names = append(a.Names, dateline.ActorName(n))
	}
	for _, t := range r.Relations {
		a.Relations = append(a.Relations, dateline.Relation(t))
	}
	for _, d := range r.Designations {
		a.Designations = append(a.Designations, dateline.DesignationBy(d))
	}
	return a
}

// Decode reads the YAML file of the actor id. A key that the format does not have, and a key that
// stands twice, are errors that name the line.
func Decode(id string, file []byte) (dateline.Actor, error) {
	r := record{}
	if err := yaml.NewDecoder(bytes.NewReader(file), yaml.Strict()).Decode(&r); err != nil {
		return dateline.Actor{}, fmt.Errorf("read actor %s: %w", id, err)
	}
	return r.actor(id), nil
}
