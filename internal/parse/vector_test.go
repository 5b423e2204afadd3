package parse

import "testing"

// Words near in meaning have vectors that point the same way, whatever their case.
func TestVector(t *testing.T) {
	quake, same, stamp := Vector("quake"), Vector("Earthquake"), Vector("stamp")
	if quake == nil || same == nil || Vector("qxzzy") != nil {
		t.Fatal("known words have vectors, unknown ones none")
	}
	if dot(quake, same) <= dot(quake, stamp) {
		t.Errorf("a quake is like a stamp (%d) as like an earthquake (%d)", dot(quake, stamp), dot(quake, same))
	}
}
