package draw

import "testing"

func BenchmarkMap(b *testing.B) {
	for name, v := range map[string]View{"world": {10, 0, 1.4}, "country": {33, 44, 5}} {
		b.Run(name, func(b *testing.B) {
			m := mapOf(sample())
			m.At = &v
			for b.Loop() {
				m.SVG()
			}
		})
	}
}
