package web

import (
	"html/template"

	"dateline/internal/draw"
)

// markup hands a drawing to a template as it is: with what a marker writes, the one kind of markup that templates do not write themselves. Package
// draw promises that no word in it is any.
func markup(s draw.SVG) template.HTML { return template.HTML(s.String()) }
