package network

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func numbers(r *rand.Rand, n int, by float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * by)
	}
	return x
}

func TestMulIsNearTheExactProduct(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 3, 5}, {4, 96, 64}, {7, 130, 200}, {9, 256, 768}} {
		n, in, out := size[0], size[1], size[2]
		w, b, x := numbers(r, in*out, 0.1), numbers(r, out, 1), numbers(r, n*in, 1)
		m := Round(in, out, w, b).Matrix()
		var rows Rows
		var sums Sums
		rows.Reset(n, in)
		for i := range n {
			rows.Set(i, x[i*in:(i+1)*in])
		}
		sums.Mul(m, &rows)
		got := make([]float32, out)
		for i := range n {
			sums.Row(i, got)
			for o := range out {
				want := float64(b[o])
				for k := range in {
					want += float64(x[i*in+k]) * float64(w[k*out+o])
				}
				if math.Abs(want-float64(got[o])) > 0.02*math.Sqrt(float64(in)) {
					t.Fatalf("%v: row %d, output %d is %v, not %v", size, i, o, got[o], want)
				}
			}
		}
	}
}

func TestSigmoid(t *testing.T) {
	for x := -20.0; x < 20; x += 0.01 {
		want := 1 / (1 + math.Exp(-x))
		if got := float64(sigmoid(float32(x))); math.Abs(got-want) > 7e-4 {
			t.Fatalf("sigmoid(%v) is %v, not %v", x, got, want)
		}
	}
}

func layer(r *rand.Rand, cells int) *Layer {
	return NewLayer(Round(cells, 3*cells, numbers(r, cells*cells*3, 0.1), numbers(r, cells*3, 0.3)), numbers(r, cells, 0.3), numbers(r, cells, 0.3), numbers(r, cells, 1), numbers(r, cells, 1))
}

// Every way of computing gives the same bits.
func TestEveryProcessorGivesTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	l := layer(r, 96)
	bytes := make([]int8, 100)
	for i := range bytes {
		bytes[i] = int8(r.IntN(255) - 127)
	}
	for _, n := range []int{1, 2, 13, 16, 17, 32, 33, 70} {
		x := numbers(r, n*96, 1)
		var plain []float32
		for way, use := range ways() {
			use()
			got := slices.Clone(x)
			l.Read(got, []int{n / 2, n}, new(Room))
			AddScaled(got, bytes[:90], 0.013)
			Rectify(got[:95])
			if way == 0 {
				plain = got
			} else if i := differs(plain, got); i >= 0 {
				t.Fatalf("%d rows, value %d: %v one way, %v another (%d)", n, i, plain[i], got[i], way)
			}
		}
	}
}

// The products of the wildest bytes are the same everywhere.
func TestEveryProcessorMultipliesTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, size := range [][3]int{{1, 3, 5}, {3, 100, 66}, {16, 208, 256}, {19, 1068, 320}, {40, 96, 41}} {
		n, in, out := size[0], size[1], size[2]
		m := Round(in, out, numbers(r, in*out, 1), nil).Matrix()
		var rows Rows
		rows.Reset(n, in)
		for i := range rows.bytes {
			rows.bytes[i] = uint8(1 + 126*r.IntN(2))
		}
		var plain []int32
		for way, use := range ways() {
			use()
			var sums Sums
			sums.Mul(m, &rows)
			got := sums.sums[:n*m.Wide()]
			if way == 0 {
				plain = got
			} else if i := differs(plain, got); i >= 0 {
				t.Fatalf("%v: sum %d is %d one way, %d another (%d)", size, i, plain[i], got[i], way)
			}
		}
	}
}

// differs returns the first place where two lists of one length differ, -1 for none.
func differs[T comparable](a, b []T) int {
	for i := range a {
		if a[i] != b[i] {
			return i
		}
	}
	return -1
}

func BenchmarkRead(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	l := layer(r, 256)
	x, room := numbers(r, 25*256, 1), new(Room)
	for b.Loop() {
		l.Read(x, []int{25}, room)
	}
	b.ReportMetric(float64(b.N*25)/b.Elapsed().Seconds(), "vectors/s")
}
