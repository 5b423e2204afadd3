package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"

	"dateline/internal/draw"
)

// sheet is the one style sheet: the files of static/style, in the order of their names. 10-base.css begins with the
// tokens (colours, sizes, spaces) that all others use. Last are the rules of the figures.
var sheet = append(join("static/style/*.css"), draw.Sheet...)

// scripts are the modules of static/script by name. A page loads main.js, which loads those that its elements name.
var scripts = func() map[string][]byte {
	out := map[string][]byte{}
	for _, name := range glob("static/script/*.js") {
		out[path.Base(name)] = read(name)
	}
	return out
}()

// sheetSum and scriptSum stand in addresses, so that what changed is fetched and what did not is kept.
var (
	sheetSum  = sum(sheet)
	scriptSum = sum(join("static/script/*.js"))
)

func join(pattern string) []byte {
	var out []byte
	for _, name := range glob(pattern) {
		out = append(out, read(name)...)
	}
	return out
}

func glob(pattern string) []string {
	names, err := fs.Glob(files, pattern) // sorted
	if err != nil {
		panic(err) // the pattern is ours
	}
	return names
}

func read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is embedded
	}
	return b
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:4])
}

// script sends a module. The sum in its address is of all of them, so that each finds the others beside it.
func (s *site) script(w http.ResponseWriter, r *http.Request) {
	b, ok := scripts[r.PathValue("name")]
	if !ok {
		s.fail(w, r, &fault{http.StatusNotFound, "There is no such file", "The address leads nowhere here."})
		return
	}
	send(w, r, "text/javascript; charset=utf-8", b)
}
