// Package gazetteer knows the bytes of the embedded table of places and nothing of language: it
// writes the table from records and finds records in it by name.
//
// A table is one string that is read where it lies, so that opening it costs nothing and holds no
// memory: a header of eight little-endian 32-bit numbers (format, counts, offsets, checksum of what
// follows), the strings (a length byte and the bytes), records of fixed width for first-order areas, second-order areas
// and settlements, and the names: folded, sorted, prefix-compressed in blocks of 16, each with the
// indexes of its records. Settlements are sorted by population, greatest first, and so are the
// records of a name.
package gazetteer

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
)

// Rank says what a record is: how high an area is, or how much of a seat a settlement is.
type Rank uint8

// The ranks of records. The seats follow the GeoNames feature codes.
const (
	Village  Rank = iota // any populated place
	Seat3                // seat of a third-order area or lower (PPLA3, PPLA4, PPLA5)
	Seat2                // seat of a second-order area (PPLA2)
	Seat1                // seat of a first-order area (PPLA)
	Capital              // capital of a country (PPLC)
	Section              // section of a populated place (PPLX)
	Gone                 // abandoned, destroyed or historical (PPLW, PPLQ, PPLH, PPLCH)
	Province             // first-order area
	District             // second-order area
)

// Record is one place of a table.
type Record struct {
	Index    int // in the table
	Rank     Rank
	ID       int    // GeoNames number; 0 for an area
	Code     string // of an area: 'NG.27', 'NG.27.11611'; "" for a settlement
	Name     string
	Country  string // ISO 3166-1 alpha-2
	Area     string // code of the first-order area; "XX." where it is not known
	AreaAt   int    // index of that area's record
	District string // code of the second-order area; "" where it is not known
	// Lat and Lon of an area are half-way between the outermost of its settlements, one in a hundred
	// left out on each side; both 0 if it has none. ReachKm is how far from there they lie, 0 for a
	// settlement; it is kept in steps of 5 km.
	Lat, Lon float64
	ReachKm  int
	// Population is kept to three figures; an area's is the sum of its settlements'.
	Population int
}

// Postal is what is added to the postal code that a place of the United States without a GeoNames number is known by.
const Postal = 16_000_000

// Hit is a record found by a name. Alternate says that the name is not the record's main one.
type Hit struct {
	Index     int
	Alternate bool
}

const (
	magic       = 0x474c44 // "DLG", and the version behind it
	version     = '2'
	headerBytes = 8 * 4
	recordBytes = 20
	blockKeys   = 16
)

// Table is an opened table. The zero Table holds nothing.
type Table struct {
	strings   string
	records   string
	blocks    string // offsets into names, 4 bytes each
	names     string
	provinces int
	districts int
	count     int
}

// Open reads the header of a table written by Write, and checks that the rest is what was written.
// A table that is cut short, of another version or damaged is an error that says so.
func Open(data string) (Table, error) {
	switch {
	case len(data) < headerBytes || uint24At(data, 0) != magic:
		return Table{}, fmt.Errorf("gazetteer table: %d bytes that are no table of places", len(data))
	case data[3] != version:
		return Table{}, fmt.Errorf("gazetteer table: version %q, this program reads %q; make it anew with 'go generate'", data[3], version)
	}
	t := Table{provinces: number(data, 1), districts: number(data, 2), count: number(data, 3)}
	stringsEnd, blocks := headerBytes+number(data, 4), number(data, 5)
	recordsEnd := stringsEnd + t.count*recordBytes
	blocksEnd := recordsEnd + blocks*4
	if whole := blocksEnd + number(data, 6); whole != len(data) {
		return Table{}, fmt.Errorf("gazetteer table: %d bytes, its header says %d: it is cut short or damaged", len(data), whole)
	}
	if sum := checksum(data[headerBytes:]); sum != uint32At(data, 7*4) {
		return Table{}, fmt.Errorf("gazetteer table: checksum %08x, its header says %08x: it is damaged", sum, uint32At(data, 7*4))
	}
	t.strings, t.records = data[headerBytes:stringsEnd], data[stringsEnd:recordsEnd]
	t.blocks, t.names = data[recordsEnd:blocksEnd], data[blocksEnd:]
	return t, nil
}

// checksum is the CRC-32 of a string that is not copied as a whole.
func checksum(s string) uint32 {
	sum, buffer := uint32(0), make([]byte, 64<<10)
	for len(s) > 0 {
		n := copy(buffer, s)
		sum, s = crc32.Update(sum, crc32.IEEETable, buffer[:n]), s[n:]
	}
	return sum
}

func number(s string, i int) int { return int(uint32At(s, i*4)) }

func uint32At(s string, i int) uint32 {
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func uint24At(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 | int(s[i+2])<<16 }

func uint16At(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 }

// Len returns the number of records: provinces first, then districts, then settlements.
func (t Table) Len() int { return t.count }

// Provinces returns the number of first-order areas; their indexes are 0 to Provinces()-1.
func (t Table) Provinces() int { return t.provinces }

// Districts is the number of second-order areas, which come behind them.
func (t Table) Districts() int { return t.districts }

// Record returns record i. It panics if i is not below Len.
func (t Table) Record(i int) Record {
	r := t.records[i*recordBytes : (i+1)*recordBytes]
	out := Record{
		Index: i, Rank: Rank(r[18]), Name: t.text(uint24At(r, 3)),
		Lat: degrees(uint24At(r, 6)), Lon: degrees(uint24At(r, 9)),
		Population: population(uint16At(r, 16)), ReachKm: 5 * int(r[19]),
	}
	if i < t.provinces+t.districts {
		out.Code = t.code(i)
	} else {
		out.ID = uint24At(r, 0)
	}
	out.AreaAt = uint16At(r, 12)
	out.Area = t.code(out.AreaAt)
	out.Country, _, _ = strings.Cut(out.Area, ".")
	if d := uint16At(r, 14); d > 0 {
		out.District = t.code(t.provinces + d - 1)
	}
	return out
}

func (t Table) code(i int) string { return t.text(uint24At(t.records, i*recordBytes)) }

func (t Table) text(at int) string {
	n := int(t.strings[at])
	return t.strings[at+1 : at+1+n]
}

// Find returns the records that carry the folded name key, provinces first, then districts, then
// settlements by population; nil if there is none.
func (t Table) Find(key string) []Hit {
	lo, hi := 0, len(t.blocks)/4
	for lo < hi {
		mid := (lo + hi) / 2
		if t.firstKey(mid) <= key {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return nil
	}
	return t.scan(lo-1, key)
}

func (t Table) firstKey(block int) string {
	at := number(t.blocks, block)
	n := int(t.names[at+1]) // after the shared length, which is 0
	return t.names[at+2 : at+2+n]
}

// scan walks one block for key.
func (t Table) scan(block int, key string) []Hit {
	at := number(t.blocks, block)
	matched, cur := 0, 0 // cur: how many bytes of the key before this one agree with key
	for i := 0; i < blockKeys && at < len(t.names); i++ {
		shared, n := int(t.names[at]), int(t.names[at+1])
		suffix := t.names[at+2 : at+2+n]
		at += 2 + n
		if shared <= cur {
			matched = shared + commonPrefix(suffix, key[min(shared, len(key)):])
			cur = matched
		}
		if shared <= cur && matched == len(key) && shared+n == len(key) {
			hits, _ := t.hits(at)
			return hits
		}
		at = t.skip(at)
	}
	return nil
}

func (t Table) hits(at int) ([]Hit, int) {
	n, at := t.varint(at)
	out := make([]Hit, n)
	prev := 0
	for i := range out {
		var v int
		v, at = t.varint(at)
		prev += v >> 1
		out[i] = Hit{Index: prev, Alternate: v&1 == 1}
	}
	return out, at
}

func (t Table) skip(at int) int {
	n, at := t.varint(at)
	for ; n > 0; at++ {
		if t.names[at] < 0x80 {
			n--
		}
	}
	return at
}

func (t Table) varint(at int) (int, int) {
	v := 0
	for shift := 0; ; shift += 7 {
		b := t.names[at]
		at++
		v |= int(b&0x7f) << shift
		if b < 0x80 {
			return v, at
		}
	}
}

func commonPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// Coordinates are kept to 1/10,000 of a degree (11 m), moved to be positive.
func degrees(v int) float64               { return math.Round(float64(v-1800000)) / 10000 }
func packDegrees(d float64) int           { return int(math.Round(d*10000)) + 1800000 }
func population(v int) int                { return (v & 0x7ff) << (v >> 11) }
func appendUint24(b []byte, v int) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }

// packPopulation keeps 11 bits and a shift.
func packPopulation(n int) int {
	shift := 0
	for n>>shift > 0x7ff {
		shift++
	}
	return n>>shift | shift<<11
}

func appendUint32(b []byte, v int) []byte { return binary.LittleEndian.AppendUint32(b, uint32(v)) }
func appendUint16(b []byte, v int) []byte { return binary.LittleEndian.AppendUint16(b, uint16(v)) }

// Province returns the first-order area with the code, such as 'NG.27'.
func (t Table) Province(code string) (Record, bool) {
	lo, hi := 0, t.provinces
	for lo < hi {
		mid := (lo + hi) / 2
		if t.text(uint24At(t.records, mid*recordBytes)) < code {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == t.provinces || t.text(uint24At(t.records, lo*recordBytes)) != code {
		return Record{}, false
	}
	return t.Record(lo), true
}

// Settlement returns the settlement with the GeoNames number id. It looks at every record.
func (t Table) Settlement(id int) (Record, bool) {
	for i := t.provinces + t.districts; i < t.count; i++ {
		if uint24At(t.records, i*recordBytes) == id {
			return t.Record(i), true
		}
	}
	return Record{}, false
}
