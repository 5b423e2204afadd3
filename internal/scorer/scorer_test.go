package scorer

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// fruit is a world in which colour nearly tells the kind, and size says nothing.
func fruit() []Example {
	var out []Example
	for i := range 200 {
		x := Example{Class: "apple", Features: []string{"red", fmt.Sprintf("size=%d", i%5)}}
		if i%2 == 0 {
			x.Class, x.Features[0] = "pear", "green"
		}
		if i%20 == 1 {
			x.Features[0] = "green"
		}
		out = append(out, x)
	}
	return out
}

func TestFitLearnsWhatTells(t *testing.T) {
	m := Fit(fruit(), Options{})
	if chance := m.Chance("apple", []string{"red", "size=3"}); chance < 0.9 {
		t.Errorf("red: apple %.3f, want above 0.9", chance)
	}
	if chance := m.Chance("pear", []string{"green"}); chance < 0.6 || chance > 0.97 {
		t.Errorf("green: pear %.3f, want likely, not certain", chance)
	}
	if got := m.Chance("apple", []string{"red"}) + m.Chance("pear", []string{"red"}); got < 0.998 || got > 1.002 {
		t.Errorf("chances add up to %.3f", got)
	}
	if m.Best([]string{"red"}) != "apple" || m.Best([]string{"green"}) != "pear" {
		t.Error("the likelier class is not the best")
	}
	if m.Chance("plum", nil) != 0 {
		t.Error("a chance for a class that is not there")
	}
}

func TestFitKeepsTheLargestWeights(t *testing.T) {
	if n := Fit(fruit(), Options{Most: 4}).Size(); n == 0 || n > 4 {
		t.Errorf("%d weights, want 1 to 4", n)
	}
}

func TestFitOfOneClassIsNil(t *testing.T) {
	if Fit([]Example{{Class: "apple"}}, Options{}) != nil {
		t.Error("a model of one class")
	}
}

func TestWriteAndRead(t *testing.T) {
	var a, b, c bytes.Buffer
	if err := Fit(fruit(), Options{}).Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := Fit(fruit(), Options{}).Write(&b); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Error("the same examples gave two models")
	}
	m, err := Read(bytes.NewReader(a.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Write(&c); err != nil || c.String() != a.String() {
		t.Errorf("read and written again it differs (%v)", err)
	}
}

func TestSumIsTheModel(t *testing.T) {
	m := Fit(fruit(), Options{})
	s := m.Sum()
	s.Add("unknown")
	s.Reset()
	s.Add("r", "ed")
	if got, want := s.Chance("apple"), m.Chance("apple", []string{"red"}); got != want {
		t.Errorf("%.3f, want %.3f", got, want)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "no classes",
		"a\tb\n":                   "line 1",
		"classes\ta\tb\nx\t1\n":    "line 2",
		"classes\ta\tb\nx\t1\tb\n": "line 2",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func BenchmarkSum(b *testing.B) {
	s := Fit(fruit(), Options{}).Sum()
	b.ReportAllocs()
	for b.Loop() {
		s.Reset()
		s.Add("size=", "3")
		s.Chance("apple")
	}
}

// A table finds what was put into it, also after it grew, and nothing else.
func TestTable(t *testing.T) {
	var in table
	if in.row([]byte("a")) != nil {
		t.Error("an empty table has a row")
	}
	for i := range 1000 {
		in.put(strconv.Itoa(i), []int32{int32(i), 7})
	}
	for i := range 2000 {
		row := in.row([]byte(strconv.Itoa(i)))
		if found := i < 1000; found != (row != nil) || found && row[0] != int32(i) {
			t.Fatalf("row of %d: %v", i, row)
		}
	}
}
