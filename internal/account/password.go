package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// How a password's sum is made (RFC 9106; OWASP ASVS 5.0, appendix C): one pass over 46 MiB in one lane.
const (
	passes     = 1
	memory     = 46 << 10 // KiB
	lanes      = 1
	sumLength  = 32
	saltLength = 16
	sumsAtOnce = 2
)

// The lengths that a password can have, in characters.
const (
	shortest = 12
	longest  = 256
)

//go:embed common.txt
var commonText string

// common are passwords that everybody tries first, of twelve characters and more, in small letters.
var common = func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(commonText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out[line] = true
		}
	}
	return out
}()

// CheckPassword returns why a password is no good for somebody of that name; the error is a Wrong.
func CheckPassword(name, password string) error {
	n, small := utf8.RuneCountInString(password), strings.ToLower(password)
	plain := strings.TrimFunc(small, func(r rune) bool { return r < 'a' })
	switch {
	case !utf8.ValidString(password):
		return wrong(errors.New("a password is text"))
	case n < shortest:
		return wrong(fmt.Errorf("a password has %d characters or more; a few words together are good", shortest))
	case n > longest:
		return wrong(fmt.Errorf("a password has up to %d characters", longest))
	case common[small] || plain == "dateline" || different(small) < 5:
		return wrong(errors.New("that is a common password, which others try first; a few words together are good"))
	case name != "" && utf8.RuneCountInString(name) > 3 && strings.Contains(small, strings.ToLower(name)):
		return wrong(errors.New("a password does not have the name in it"))
	}
	return nil
}

// different counts the characters that differ.
func different(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}

// NewPassword makes up a password of 100 random bits, in groups that can be read out.
func NewPassword() string {
	s := strings.ToLower(rand.Text())[:20]
	return s[:5] + "-" + s[5:10] + "-" + s[10:15] + "-" + s[15:]
}

// secret returns what a password is checked with, if it is good for somebody of that name.
func (d *Door) secret(ctx context.Context, name, password string) (string, error) {
	if err := CheckPassword(name, password); err != nil {
		return "", err
	}
	salt := make([]byte, saltLength)
	rand.Read(salt) // never fails
	sum, err := d.sum(ctx, password, salt)
	if err != nil {
		return "", err
	}
	enc := base64.RawStdEncoding.EncodeToString
	return d.form() + enc(salt) + "$" + enc(sum), nil
}

// sum waits for its turn, so that no number of log-ins at once takes more memory than two.
func (d *Door) sum(ctx context.Context, password string, salt []byte) ([]byte, error) {
	select {
	case d.sums <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	defer func() { <-d.sums }()
	return argon2.IDKey([]byte(norm.NFC.String(password)), salt, passes, d.memory, lanes, sumLength), nil
}

// nobody is checked for a name that nobody has, so that it takes as long as one that somebody has.
func (d *Door) nobody() string {
	return d.form() + strings.Repeat("A", 22) + "$" + strings.Repeat("A", 43)
}

// form is how a secret begins. There is one way in which sums are made.
func (d *Door) form() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$", argon2.Version, d.memory, passes, lanes)
}

// fits reports whether a password is that of a secret.
func (d *Door) fits(ctx context.Context, password, secret string) (bool, error) {
	salt, want, err := d.parts(secret)
	if err != nil {
		return false, err
	}
	got, err := d.sum(ctx, password, salt)
	return err == nil && subtle.ConstantTimeCompare(got, want) == 1, err
}

// parts reads a secret.
func (d *Door) parts(secret string) (salt, sum []byte, err error) {
	rest, ok := strings.CutPrefix(secret, d.form())
	a, b, ok2 := strings.Cut(rest, "$")
	if !ok || !ok2 {
		return nil, nil, errors.New("an account's secret is of a sort that this program does not know")
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(a)
	sum, err2 := base64.RawStdEncoding.DecodeString(b)
	if err := errors.Join(err1, err2); err != nil {
		return nil, nil, fmt.Errorf("an account's secret: %w", err)
	}
	return salt, sum, nil
}
