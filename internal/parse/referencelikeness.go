package parse

import "math"

// vectorOf returns the row of the vector of a mention's head, -1 for none, and its length.
func vectorOf(head *Token) (row int32, length float32) {
	if head.seen != nil {
		return head.seen.vector, head.seen.extent
	}
	m := english()
	var buffer [64]byte
	return m.vectors.extent(m.row(lowerCase(head.Form, buffer[:0])))
}

// extent returns row i, -1 for none, and its length.
func (t *table) extent(i int) (row int32, length float32) {
	if i < 0 {
		return -1, 0
	}
	v := t.at(i)
	return int32(i), float32(math.Sqrt(float64(dot(v, v))))
}

// likenesses are the steps of likeness.
const likenesses = 10

// likeness is the cosine of the vectors of the heads in tenths, from 1 for less than a tenth to 9 for
// eight and more, 0 where one has none.
func likeness(f, g *facts) int32 {
	if f.extent == 0 || g.extent == 0 {
		return 0
	}
	t := &english().vectors
	sum := dot(t.at(int(f.vector)), t.at(int(g.vector)))
	return max(1, min(likenesses-1, 1+int32(float32(sum)*10/(f.extent*g.extent))))
}

// dot is the product of two rows of one width.
func dot(a, b []int8) (sum int32) {
	b = b[:len(a)]
	for len(a) >= 4 && len(b) >= 4 {
		sum += int32(a[0])*int32(b[0]) + int32(a[1])*int32(b[1]) + int32(a[2])*int32(b[2]) + int32(a[3])*int32(b[3])
		a, b = a[4:], b[4:]
	}
	for i, v := range a {
		sum += int32(v) * int32(b[i])
	}
	return sum
}

// at is row i.
func (t *table) at(i int) []int8 { return t.values[i*t.width : (i+1)*t.width] }

// likenesses fills in how like mention j each candidate is, by its own head or that of its chain's last noun or
// name, and returns the candidate that is most like it, 0 for none, and how like that is.
func (s *chainScratch) likenesses(j int32) (best int, most int32) {
	f := &s.facts[j]
	for k := 1; k < len(s.candidates); k++ {
		c := &s.candidates[k]
		c.like = 0
		if f.class > classPossessed {
			continue
		}
		g := &s.facts[c.mention]
		if g.class >= classEvent {
			ch := &s.chains[g.cluster]
			switch {
			case ch.noun >= 0:
				g = &s.facts[ch.noun]
			case ch.name >= 0:
				g = &s.facts[ch.name]
			default:
				continue
			}
		}
		c.like = likeness(f, g)
		if c.match == matchNone && c.like > most {
			best, most = k, c.like
		}
	}
	return best, most
}
