// Package draw knows figures: values in, SVG out, the same for the same values. One file is one figure (spark.go,
// years.go, timeline.go, trend.go, ...); svg.go writes, alone.go makes a figure that stands without a page.
//
// An SVG can only be made here, and its pen (svg.go) escapes every word and every attribute, keeps only addresses of our
// own in links, and takes no name of an element or an attribute from data. So a page may take an SVG as markup.
//
// A figure has no style of its own: its elements have classes, and Sheet has the rules for them, in the tokens of
// the pages' style sheet. A page joins Sheet to its own; Alone writes it into the file, with the tokens' light colours.
//
// Each figure says in words what it shows (its label), and each mark in its title. What a figure leaves out, it counts.
package draw
