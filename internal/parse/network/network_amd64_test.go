package network

import "golang.org/x/sys/cpu"

// ways are the ways of computing that this processor has, the plainest first; it computes in the last of them.
func ways() []func() {
	has := [3]bool{wide, cpu.X86.HasAVX2, tiled}
	use := func(sixteen, eight, tiles bool) func() {
		return func() { wide, narrow, tiled = sixteen, eight, tiles }
	}
	list := []func(){use(false, false, false)}
	if has[1] {
		list = append(list, use(false, true, false))
	}
	if has[0] {
		list = append(list, use(true, true, false))
	}
	if has[2] {
		list = append(list, use(true, true, true))
	}
	return list
}
