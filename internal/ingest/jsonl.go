package ingest

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"dateline"

	"github.com/go-json-experiment/json/jsontext"
)

// readLines yields one Item for each line of JSON Lines that is not blank, and reports whether to
// go on. A bad line costs only itself; a stream that breaks costs what follows.
func readLines(ctx context.Context, path string, u *unit, opts Options, yield func(Item) bool) bool {
	if _, _, wide := utf16Mark(u.head); wide {
		return yield(Item{Err: errorAt(path, 0, failf(Encoding, "JSON Lines in UTF-16"))})
	}
	var buf []byte
	seen := false
	for line := 1; ctx.Err() == nil; line++ {
		raw, err := nextLine(u.Reader, buf[:0], opts.Limits.Line)
		buf = raw
		switch {
		case err == io.EOF && !seen:
			return yield(Item{Err: errorAt(path, 0, failf(Empty, "no line in it"))})
		case err == io.EOF:
			return true
		case err == errLongLine:
			err = failf(TooLarge, "line above %s", inBytes(int64(opts.Limits.Line)))
			if !yield(Item{Err: errorAt(path, line, err)}) {
				return false
			}
		case err != nil:
			return yield(Item{Err: errorAt(path, line, err)})
		case len(bytes.TrimSpace(raw)) > 0:
			if !yield(guarded(path, line, func() (dateline.Report, error) { return readLine(path, line, raw, opts) })) {
				return false
			}
		default:
			continue
		}
		seen = true
	}
	return false
}

var errLongLine = errors.New("line too long")

// nextLine appends the next line of r to buf, without its end. A line above limit is skipped to its
// end, without being held, and gives errLongLine. The end of r is io.EOF, and only alone.
func nextLine(r *bufio.Reader, buf []byte, limit int) ([]byte, error) {
	long, some := false, false
	for {
		part, err := r.ReadSlice('\n')
		some = some || len(part) > 0
		if long = long || len(buf)+len(part) > limit; !long {
			buf = append(buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && (err != io.EOF || !some):
			return buf, err
		case long:
			return buf[:0], errLongLine
		}
		return bytes.TrimSuffix(bytes.TrimSuffix(buf, []byte("\n")), []byte("\r")), nil
	}
}

// readLine reads one line as one report; its identifier becomes part of Report.File.
func readLine(path string, line int, raw []byte, opts Options) (dateline.Report, error) {
	var fl flags
	clean := raw
	if after, ok := bytes.CutPrefix(clean, utf8Mark); ok && line == 1 {
		fl.add(FlagBOM)
		clean = after
	}
	if !utf8.Valid(clean) {
		fl.add(FlagReplaced)
		clean = bytes.ToValidUTF8(clean, []byte("\uFFFD"))
	}
	said, err := parseLine(clean, opts.Limits.JSONDepth, &fl)
	if err != nil {
		return dateline.Report{}, err
	}
	r := dateline.Report{File: path, Line: line, Text: said.text}
	if said.id != "" {
		r.File += "#" + clip(strings.Map(printable, said.id), 200)
	}
	if strings.ContainsFunc(r.Text, func(c rune) bool { return c < utf8.RuneSelf && (c == 0 || isControl(byte(c))) }) {
		fl.add(FlagControls)
	}
	if err := said.apply(&r, &fl); err != nil {
		return dateline.Report{}, err
	}
	ownDate(&r, opts)
	return finish(r, raw, fl, opts)
}

// parseLine reads one JSON object: the fields of front matter, text and id. A duplicate key, a lone
// surrogate or anything after the object is Malformed; an unknown key is flagged.
func parseLine(raw []byte, depth int, fl *flags) (fields, error) {
	d := jsontext.NewDecoder(bytes.NewReader(raw))
	var f fields
	if d.PeekKind() != '{' {
		return f, failf(Malformed, "line is not a JSON object")
	}
	d.ReadToken()
	for d.PeekKind() == '"' {
		if err := f.member(d, depth, fl); err != nil {
			return f, err
		}
	}
	if _, err := d.ReadToken(); err != nil {
		return f, jsonError(err)
	}
	if _, err := d.ReadToken(); err != io.EOF {
		return f, failf(Malformed, "something follows the JSON object")
	}
	return f, nil
}

// member reads one key and its value.
func (f *fields) member(d *jsontext.Decoder, depth int, fl *flags) error {
	name, err := d.ReadToken()
	if err != nil {
		return jsonError(err)
	}
	key := name.String()
	kind := d.PeekKind()
	if kind == '{' || kind == '[' {
		return f.nested(key, d, depth, fl)
	}
	token, err := d.ReadToken()
	if err != nil {
		return jsonError(err)
	}
	value := ""
	if kind != 'n' {
		value = token.String()
	}
	number := kind == '0' && (key == "published" || key == "id")
	switch {
	case kind != '"' && kind != 'n' && !number && isField(key):
		return failf(Malformed, "%s is not a string", key)
	case key == "text":
		f.text = value
	case key == "id":
		f.id = value
	case !f.set(key, value):
		unknown(key, fl)
	}
	return nil
}

// isField reports whether key means something in a line of JSON.
func isField(key string) bool {
	return key == "text" || key == "id" || new(fields).set(key, "")
}

// nested skips an object or array, which no known field may be.
func (f *fields) nested(key string, d *jsontext.Decoder, depth int, fl *flags) error {
	if isField(key) {
		return failf(Malformed, "%s is not a string", key)
	}
	unknown(key, fl)
	for start := d.StackDepth(); ; {
		if _, err := d.ReadToken(); err != nil {
			return jsonError(err)
		}
		if d.StackDepth() > depth {
			return failf(Depth, "JSON nested deeper than %d", depth)
		}
		if d.StackDepth() <= start {
			return nil
		}
	}
}

// jsonError gives the Code of what jsontext refuses: a line that was cut is Truncated.
func jsonError(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF {
		return failf(Truncated, "JSON ends in the middle")
	}
	return failf(Malformed, "%s", clip(strings.TrimPrefix(err.Error(), "jsontext: "), 120))
}
