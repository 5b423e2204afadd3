//go:build !amd64

package network

func setProcessor(bool, bool) bool { return false }
