package ingest

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
)

// peekSize is how much of a file is looked at to tell what it is.
const peekSize = 8 << 10

// unit is one file's bytes, decompressed as they are read.
type unit struct {
	*bufio.Reader
	head   []byte // its first bytes, not yet read
	packed bool
	limits Limits
}

// openUnit looks at the first bytes of r and unpacks gzip, whatever the file is called.
func openUnit(r io.Reader, limits Limits) (*unit, error) {
	u := &unit{Reader: bufio.NewReaderSize(r, peekSize), limits: limits}
	if magic, _ := u.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := unpack(u.Reader, limits)
		if err != nil {
			return nil, err
		}
		u.Reader, u.packed = bufio.NewReaderSize(z, peekSize), true
	}
	head, err := u.Peek(peekSize)
	if err != nil && err != io.EOF {
		return nil, err
	}
	u.head = bytes.Clone(head)
	return u, nil
}

// all reads the rest of u, which is at most limit bytes long; what says what it is.
func (u *unit) all(limit int64, what string) ([]byte, error) {
	limit = min(limit, u.limits.Unit)
	raw, err := io.ReadAll(io.LimitReader(u, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > limit {
		return nil, failf(TooLarge, "%s above %s", what, inBytes(limit))
	}
	return raw, nil
}

// gunzip is a gzip stream that stops where it expands beyond the ratio.
type gunzip struct {
	zip    *gzip.Reader
	in     *counter
	out    int64
	limits Limits
}

func unpack(r io.Reader, limits Limits) (*gunzip, error) {
	in := &counter{r: r}
	z, err := gzip.NewReader(bufio.NewReaderSize(in, 4<<10))
	if err != nil {
		return nil, gzipError(err)
	}
	return &gunzip{zip: z, in: in, limits: limits}, nil
}

func (g *gunzip) Read(p []byte) (int, error) {
	n, err := g.zip.Read(p)
	g.out += int64(n)
	if g.out > g.limits.RatioFrom && g.out/g.limits.Ratio > g.in.n {
		return n, failf(Ratio, "expands more than %d times", g.limits.Ratio)
	}
	if err != nil && err != io.EOF {
		err = gzipError(err)
	}
	return n, err
}

// gzipError gives the Code of a stream that cannot be unpacked; err may also come from the disk.
func gzipError(err error) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return failf(Truncated, "gzip ends in the middle")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return failf(Malformed, "%w", err)
	}
	return err
}

// counter counts the bytes that are read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}
