package ingest

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// keyLine is a line that looks like the first of a mapping.
var keyLine = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*[ \t]*:(\s|$)`)

// splitFront parts a text from the front matter before it: the lines between a first line '---' and
// the next line '---' or '...'. A text that merely begins with a rule, and is closed by none, has no
// front matter; where its second line is a key, its closing line was lost and it is Malformed. An
// empty line after the closing one belongs to neither.
func splitFront(text string, limit int) (front, body string, err error) {
	first, rest, more := strings.Cut(text, "\n")
	if !more || !isFence(first, "---") {
		return "", text, nil
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(at+len(line)+1, len(rest))
		if isFence(line, "---") || isFence(line, "...") {
			if at > limit {
				return "", "", failf(TooLarge, "front matter above %s", inBytes(int64(limit)))
			}
			return rest[:at], skipBlank(rest[next:]), nil
		}
		at = next
	}
	if keyLine.MatchString(rest) {
		return "", "", failf(Malformed, "front matter is not closed by a line '---'")
	}
	return "", text, nil
}

func isFence(line, mark string) bool { return strings.TrimRight(line, " \t\r") == mark }

// skipBlank drops one empty line.
func skipBlank(s string) string {
	if line, rest, ok := strings.Cut(s, "\n"); ok && strings.TrimSpace(line) == "" {
		return rest
	}
	return s
}

// parseFront reads front matter: a YAML mapping of known keys to plain values. An unknown key is
// flagged and otherwise ignored, whatever its value. Aliases and tags are not resolved, so nothing
// can expand.
func parseFront(front string, fl *flags) (fields, error) {
	if nested(front) {
		return fields{}, failf(Depth, "front matter nested deeper than %d", maxFrontDepth)
	}
	file, err := parser.ParseBytes([]byte(front), 0)
	if err != nil {
		what, _, _ := strings.Cut(err.Error(), "\n")
		return fields{}, failf(Malformed, "front matter is not YAML: %s", clip(what, 120))
	}
	var f fields
	for i, doc := range file.Docs {
		entries, ok := mapping(doc.Body)
		if !ok || i > 0 {
			return fields{}, failf(Malformed, "front matter is not a list of 'key: value'")
		}
		for _, e := range entries {
			if err := f.entry(e, fl); err != nil {
				return fields{}, err
			}
		}
	}
	return f, nil
}

// maxFrontDepth is how deep front matter may be nested: the YAML parser needs memory that grows with
// the square of it.
const maxFrontDepth = 32

// nested reports whether front matter looks nested too deep: by brackets, or by the marks and the
// white space before the first word of a line.
func nested(front string) bool {
	brackets := 0
	for line := range strings.Lines(front) {
		start := line[:len(line)-len(strings.TrimLeft(line, " \t-?:"))]
		if strings.Count(start, " ") > 8*maxFrontDepth || len(start)-strings.Count(start, " ") > maxFrontDepth {
			return true
		}
		for _, c := range line {
			switch c {
			case '[', '{':
				brackets++
			case ']', '}':
				brackets--
			}
			if brackets > maxFrontDepth {
				return true
			}
		}
	}
	return false
}

// mapping gives the entries of a node that is a mapping; nothing is an empty mapping.
func mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case nil, *ast.CommentGroupNode:
		return nil, true
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

func (f *fields) entry(e *ast.MappingValueNode, fl *flags) error {
	key := e.Key.GetToken().Value
	value, plain := scalar(e.Value)
	if !f.set(key, value) {
		unknown(key, fl)
		return nil
	}
	if !plain {
		return failf(Malformed, "front matter: %s is not a plain value", key)
	}
	return nil
}

// scalar gives a value as it is written: 2024 stays 2024 and 2024-02-30 stays what it is.
func scalar(n ast.Node) (value string, ok bool) {
	switch n := n.(type) {
	case *ast.NullNode:
		return "", true
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	}
	return fmt.Sprint(n.Type()), false
}
