// Package network is the arithmetic of a small neural network and knows nothing of language: products
// of eight-bit matrices (matrix.go) and layers that read a sequence in both directions (layer.go).
//
// Everything that is added up over many numbers is added in whole numbers, and everything else is done
// number by number in single precision, each operation rounded by itself, so that every machine gives
// the same bits. On processors that multiply bytes side by side (AVX-512 VNNI) the products and the
// layers run there, elsewhere in plain Go; on Linux the products run in tiles (AMX) where the processor has them.
// Either way many rows at a time are best: the weights are read once for all of them.
package network
