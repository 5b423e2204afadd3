package gazetteer

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"strings"
)

// Source is what a table is written from. Names[i] are the names of record i, counted through
// Provinces, Districts and Settlements; its first is the main name. Provinces and Districts must be
// sorted by Code, Settlements by population, greatest first; every Area and District must be there.
type Source struct {
	Provinces, Districts, Settlements []Record
	Names                             [][]string
}

// Write writes s as a table.
func Write(w io.Writer, s Source) error {
	e := encoder{seen: map[string]int{}, areas: codes(s.Provinces), districts: codes(s.Districts)}
	records, err := e.records(slices.Concat(s.Provinces, s.Districts, s.Settlements))
	if err != nil {
		return err
	}
	blocks, names := encodeNames(s.Names)
	head := appendUint32(nil, magic|version<<24)
	for _, n := range []int{len(s.Provinces), len(s.Districts), len(records) / recordBytes, len(e.text), len(blocks) / 4, len(names)} {
		head = appendUint32(head, n)
	}
	head = appendUint32(head, int(crc32.ChecksumIEEE(slices.Concat(e.text, records, blocks, names))))
	for _, part := range [][]byte{head, e.text, records, blocks, names} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

func codes(areas []Record) map[string]int {
	out := map[string]int{}
	for i, a := range areas {
		out[a.Code] = i
	}
	return out
}

type encoder struct {
	text      []byte
	seen      map[string]int
	areas     map[string]int
	districts map[string]int
}

// put stores a string once and returns where it lies.
func (e *encoder) put(s string) int {
	if at, ok := e.seen[s]; ok {
		return at
	}
	if len(s) > 255 {
		s = s[:strings.LastIndexByte(s[:255], ' ')]
	}
	at := len(e.text)
	e.text = append(append(e.text, byte(len(s))), s...)
	e.seen[s] = at
	return at
}

func (e *encoder) records(all []Record) ([]byte, error) {
	var out []byte
	for _, r := range all {
		area, ok := e.areas[r.Area]
		if !ok {
			return nil, fmt.Errorf("gazetteer table: %s: no area %q", r.Name, r.Area)
		}
		id := r.ID
		if r.Code != "" {
			id = e.put(r.Code)
		}
		out = appendUint24(appendUint24(out, id), e.put(r.Name))
		out = appendUint24(appendUint24(out, packDegrees(r.Lat)), packDegrees(r.Lon))
		out = appendUint16(out, area)
		out = appendUint16(out, e.district(r))
		out = append(appendUint16(out, packPopulation(r.Population)), byte(r.Rank), byte(min(255, (r.ReachKm+4)/5)))
	}
	return out, nil
}

// district is one more than the index of r's second-order area, and 0 where there is none.
func (e *encoder) district(r Record) int {
	if i, ok := e.districts[r.District]; ok {
		return i + 1
	}
	return 0
}

// encodeNames sorts and compresses the names.
func encodeNames(names [][]string) (blocks, out []byte) {
	postings := collect(names)
	keys := make([]string, 0, len(postings))
	for key := range postings {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for i, key := range keys {
		shared := 0
		if i%blockKeys == 0 {
			blocks = appendUint32(blocks, len(out))
		} else {
			shared = commonPrefix(keys[i-1], key)
		}
		out = append(out, byte(shared), byte(len(key)-shared))
		out = appendHits(append(out, key[shared:]...), postings[key])
	}
	return blocks, out
}

func collect(names [][]string) map[string][]Hit {
	out := map[string][]Hit{}
	for i, all := range names {
		done := map[string]bool{}
		for j, name := range all {
			key := Fold(name)
			if key == "" || len(key) > 255 || done[key] {
				continue
			}
			done[key] = true
			out[key] = append(out[key], Hit{Index: i, Alternate: j > 0})
		}
	}
	return out
}

func appendHits(out []byte, hits []Hit) []byte {
	out = binary.AppendUvarint(out, uint64(len(hits)))
	prev := 0
	for _, h := range hits {
		v := uint64(h.Index-prev) << 1
		if h.Alternate {
			v |= 1
		}
		out = binary.AppendUvarint(out, v)
		prev = h.Index
	}
	return out
}
