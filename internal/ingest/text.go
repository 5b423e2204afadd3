package ingest

import (
	"strings"
	"unicode/utf8"

	"dateline"
)

// readText reads a plain text, with or without front matter, as one report.
func readText(path string, u *unit, opts Options) (dateline.Report, error) {
	raw, err := u.all(opts.Limits.Text, "text")
	if err != nil {
		return dateline.Report{}, err
	}
	var fl flags
	text, err := decode(raw, &fl)
	if err != nil {
		return dateline.Report{}, err
	}
	front, body, err := splitFront(text, opts.Limits.FrontMatter)
	if err != nil {
		return dateline.Report{}, err
	}
	said, err := parseFront(front, &fl)
	if err != nil {
		return dateline.Report{}, err
	}
	r := dateline.Report{File: path, Text: body}
	if err := said.apply(&r, &fl); err != nil {
		return dateline.Report{}, err
	}
	if r.Title == "" {
		if r.Title = titleLine(body); r.Title != "" {
			fl.add(FlagTitle)
		}
	}
	ownDate(&r, opts)
	return finish(r, raw, fl, opts)
}

// titleLine returns the first line of a text if it reads as a title: short, of several words, without a full stop, a
// blank line after it and a longer text below; else "". The line stays in the text.
func titleLine(text string) string {
	text = strings.TrimLeft(text, " \t\r\n")
	line, rest, ok := strings.Cut(text, "\n")
	line = strings.TrimSpace(line)
	blank, body, more := strings.Cut(rest, "\n")
	switch {
	case !ok || !more || strings.TrimSpace(blank) != "" || !strings.Contains(line, " "):
		return ""
	case utf8.RuneCountInString(line) > 140 || len(strings.TrimSpace(body)) < 2*len(line):
		return ""
	case strings.HasSuffix(line, ".") || strings.HasSuffix(line, ",") || strings.HasSuffix(line, ":"):
		return ""
	}
	return line
}
