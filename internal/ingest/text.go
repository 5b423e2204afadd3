package ingest

import "dateline"

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
	return finish(r, raw, fl, opts)
}
