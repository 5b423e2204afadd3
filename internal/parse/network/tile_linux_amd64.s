#include "textflag.h"

// The assembler has no names for tiles. Registers are numbered as the processor does: AX 0, CX 1, DX 2, BX 3,
// SI 6, DI 7; far is 0xE2 for these as a base and 0xC2 for R8 (0) and R12 (4).

#define CONFIGURE_AX BYTE $0xC4; BYTE $0xE2; BYTE $0x78; BYTE $0x49; BYTE $0x00
#define RELEASE BYTE $0xC4; BYTE $0xE2; BYTE $0x78; BYTE $0x49; BYTE $0xC0
#define ZERO(t) BYTE $0xC4; BYTE $0xE2; BYTE $0x7B; BYTE $0x49; BYTE $(0xC0|t<<3)
#define LOAD(t, far, base, stride) BYTE $0xC4; BYTE $far; BYTE $0x7B; BYTE $0x4B; BYTE $(0x04|t<<3); BYTE $(base|stride<<3)
#define STORE(t, far, base, stride) BYTE $0xC4; BYTE $far; BYTE $0x7A; BYTE $0x4B; BYTE $(0x04|t<<3); BYTE $(base|stride<<3)

// PRODUCT(to, rows, weights) adds products of bytes without and with a sign (TDPBUSD).
#define PRODUCT(to, rows, weights) BYTE $0xC4; BYTE $0xE2; BYTE $(0x01|(15-weights)<<3); BYTE $0x5E; BYTE $(0xC0|to<<3|rows)

// func tiles16(t *tiles)
TEXT ·tiles16(SB), NOSPLIT, $0-8
	MOVQ t+0(FP), R9
	LEAQ 56(R9), AX
	CONFIGURE_AX
	MOVQ 8(R9), DX
	MOVQ 16(R9), DI
	MOVQ 24(R9), BX
	MOVQ 32(R9), CX
	MOVQ 48(R9), R11
	MOVQ $256, AX

block16:
	ZERO(0)
	ZERO(1)
	ZERO(2)
	ZERO(3)
	MOVQ 0(R9), SI
	MOVQ 40(R9), R10

chunk16:
	LOAD(4, 0xE2, 6, 3)
	LOAD(5, 0xE2, 2, 0)
	LEAQ 64(DX), R8
	LOAD(6, 0xC2, 0, 0)
	LEAQ 128(DX), R12
	LOAD(7, 0xC2, 4, 0)
	PRODUCT(0, 4, 5)
	LEAQ 192(DX), R8
	LOAD(5, 0xC2, 0, 0)
	PRODUCT(1, 4, 6)
	PRODUCT(2, 4, 7)
	PRODUCT(3, 4, 5)
	ADDQ $64, SI
	ADDQ $4096, DX
	DECQ R10
	JNZ  chunk16

	STORE(0, 0xE2, 7, 1)
	LEAQ 64(DI), R8
	STORE(1, 0xC2, 0, 1)
	LEAQ 128(DI), R12
	STORE(2, 0xC2, 4, 1)
	LEAQ 192(DI), R8
	STORE(3, 0xC2, 0, 1)
	ADDQ $256, DI
	DECQ R11
	JNZ  block16
	RELEASE
	RET

// func tiles32(t *tiles)
TEXT ·tiles32(SB), NOSPLIT, $0-8
	MOVQ t+0(FP), R9
	LEAQ 56(R9), AX
	CONFIGURE_AX
	MOVQ 8(R9), DX
	MOVQ 16(R9), DI
	MOVQ 24(R9), BX
	MOVQ 32(R9), CX
	MOVQ 48(R9), R11
	SHLQ $1, R11
	MOVQ $256, AX

half32: // of a block
	ZERO(0)
	ZERO(1)
	ZERO(2)
	ZERO(3)
	MOVQ DX, R13
	MOVQ 0(R9), SI
	MOVQ BX, R8
	SHLQ $4, R8
	ADDQ SI, R8
	MOVQ 40(R9), R10

chunk32:
	LOAD(4, 0xE2, 6, 3)
	LOAD(6, 0xE2, 2, 0)
	LEAQ 64(DX), R12
	LOAD(7, 0xC2, 4, 0)
	PRODUCT(0, 4, 6)
	LOAD(5, 0xC2, 0, 3)
	PRODUCT(1, 4, 7)
	PRODUCT(2, 5, 6)
	PRODUCT(3, 5, 7)
	ADDQ $64, SI
	ADDQ $64, R8
	ADDQ $4096, DX
	DECQ R10
	JNZ  chunk32

	MOVQ CX, R8
	SHLQ $4, R8
	ADDQ DI, R8
	STORE(0, 0xE2, 7, 1)
	LEAQ 64(DI), R12
	STORE(1, 0xC2, 4, 1)
	STORE(2, 0xC2, 0, 1)
	LEAQ 64(R8), R12
	STORE(3, 0xC2, 4, 1)
	ADDQ $128, DI
	TESTQ $1, R11
	JNZ  second32
	LEAQ 128(R13), DX
	DECQ R11
	JMP  half32

second32:
	SUBQ $128, DX
	DECQ R11
	JNZ  half32
	RELEASE
	RET
