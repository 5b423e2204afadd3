// Package web knows readers at a browser: it shows a ledger as pages, and cannot write it.
//
// A page is made in three steps, each its own kind of file. A handler (home.go, group.go,
// incident.go, report.go, statement.go, kind.go, about.go) asks the ledger's View. What it gets is
// turned into shown values: text in words (words.go), with the Statements that tell it (ref.go), in
// the order of the page. A template under pages lays them out; it decides nothing. Charts are
// coordinates (chart.go) that templates write as SVG.
//
// # Promises
//
// Every value from a report carries a numbered link to the Statement that tells it. What nobody
// reports is said to be not reported, which is neither zero nor unknown. A claim and an accusation
// are worded as such, with who makes it. What no person reviewed is marked once on each page.
//
// Nothing from a report is ever markup: templates are html/template alone, and the pages' policy
// (handler.go) runs no script and loads nothing from any other host. There is no script at all.
// Addresses found in reports are text, never links. Only GET and HEAD are answered.
package web
