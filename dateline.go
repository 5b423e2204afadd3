// Package dateline is the vocabulary of Dateline, a platform that tracks armed groups from
// public reporting. It holds types only: no I/O, nothing but the standard library. Every other
// package speaks in these words, and this comment is the architecture.
//
// # One walk
//
// A [Report] is one published text, kept as it was. parse reads its language (sentences, words,
// trees, quotations). extract reads violence in it and gives [Statement]s: one thing that the
// report says, on whose word, how sure, and whether it happened at all. resolve decides what the
// words of a Statement mean in the world: a [Resolution] names an [Actor], a [Place], a [Date] or
// a [Count], how sure and why. link groups Statements that tell one happening into an [Incident]
// that keeps every account of it. A person's ruling is a [Decision].
//
//	reports in ─► Report ─► parse ─► extract ─► Statement ─► resolve ─► Resolution ─► link ─► Incident
//	              kept for ever      ─────────  kept for ever            recomputable         recomputable
//
// Reports, Statements and Decisions are only ever added. Resolutions and Incidents can be thrown
// away and computed again, and come out the same whatever the order in which reports were read.
//
// # The house
//
// Each package under internal knows one thing that no other package knows: ingest the web and
// files, parse language, extract violence in words, resolve the world, link sameness, analysis
// questions, ledger SQL, pipeline how stages and ledger meet, export and web readers, casefile, invent
// and eval how good it is. The import map is a test (house_test.go).
//
// # Rules that no feature may break
//
// A value that cannot name its Statements is not shown ([Told]). Nothing that a source said is
// overwritten, merged away or rounded. A missing value stays missing. Hypothetical, negated,
// threatened, planned, foiled and background events are never counted as new incidents. A claim,
// an accusation and a finding of a court are different things, and accused is never guilty.
package dateline

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Schema names the version of the coded form and of every export.
const Schema = "dateline/1"

// NewID gives the identifier for the thing that the fields describe: the first 16 hexadecimal
// digits of the SHA-256 of the fields, each followed by a NUL. Same fields, same identifier.
func NewID(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00") + "\x00"))
	return hex.EncodeToString(sum[:8])
}

// Span is the part Text[Start:End] of a Report's text, in bytes. Evidence is always a Span in an
// unchanging text. The zero Span is 'no words'.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns the words of s in text, and "" for a Span that does not lie in it.
func (s Span) In(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// IsZero reports whether s holds no words.
func (s Span) IsZero() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest Span that holds both s and t; a zero Span adds nothing.
func (s Span) Cover(t Span) Span {
	if s.IsZero() {
		return t
	}
	if t.IsZero() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}
