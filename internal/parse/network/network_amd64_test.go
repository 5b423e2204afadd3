package network

import "golang.org/x/sys/cpu"

// setProcessor allows or forbids the ways that the processor has; false if it has not got both.
func setProcessor(sixteen, eight bool) bool {
	all := cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VNNI
	wide, narrow = sixteen && all, eight && cpu.X86.HasAVX2
	return all && cpu.X86.HasAVX2
}
