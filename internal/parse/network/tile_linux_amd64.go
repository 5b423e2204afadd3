package network

import (
	"syscall"

	"golang.org/x/sys/cpu"
)

// tiled says that the processor multiplies tiles of sixteen rows of bytes (AMX), and that the system lets this
// process do so.
var tiled = wide && cpu.X86.HasAMXTile && cpu.X86.HasAMXInt8 && tilesGranted()

// tilesGranted asks the system for the use of tiles (arch_prctl, ARCH_REQ_XCOMP_PERM of XTILEDATA).
func tilesGranted() bool {
	_, _, errno := syscall.RawSyscall(syscall.SYS_ARCH_PRCTL, 0x1023, 18, 0)
	return errno == 0
}

// tiles is the product of up to 32 rows and a matrix. Its layout is known to the assembly.
type tiles struct {
	rows    *uint8
	weights *int8
	sums    *int32
	deep    int // bytes from row to row, a multiple of 64
	wide    int // bytes from row to row of sums
	chunks  int // of inputs
	blocks  int // of outputs
	config  [64]byte
}

// tiles16 multiplies up to 16 rows, tiles32 more than that.
//
//go:noescape
func tiles16(t *tiles)

//go:noescape
func tiles32(t *tiles)

// mulTiles multiplies 32 rows at a time: with the sums of 32 outputs, or those of 16 rows with 64, all is in
// the processor's eight tiles.
func (s *Sums) mulTiles() {
	m, r := s.matrix, s.rows
	for i := 0; i < r.N; i += 32 {
		t := tiles{rows: &r.bytes[i*r.deep], weights: &m.weights[0], sums: &s.sums[i*m.Wide()],
			deep: r.deep, wide: 4 * m.Wide(), chunks: r.deep / chunk, blocks: m.Wide() / block}
		if n := r.N - i; n > 16 {
			t.set(16, 0, 1, 4)
			t.set(min(n, 32)-16, 2, 3, 5)
			t.set(16, 6, 7)
			tiles32(&t)
		} else {
			t.set(n, 0, 1, 2, 3, 4)
			t.set(16, 5, 6, 7)
			tiles16(&t)
		}
	}
}

// set gives some tiles so many rows of 64 bytes.
func (t *tiles) set(rows int, which ...int) {
	t.config[0] = 1 // the only layout there is
	for _, k := range which {
		t.config[16+2*k], t.config[48+k] = 64, byte(rows)
	}
}
