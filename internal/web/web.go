// Package web knows readers at a browser: it shows a ledger as pages. It cannot write it, but for the rulings of
// people, which it gives to a Desk (rule.go says how a page rules).
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
// Nothing from a report is ever markup: templates are html/template, marks escape as it does, and the pages' policy
// (handler.go) runs no script but those of this package, none in a page, and loads nothing from any
// other host. Addresses found in reports are text, never links.
//
// The table in handler.go has everything that is answered, with the role that it takes (route.go); who
// asks is s.who(r) (who.go). What changes anything is a POST from a page of ours, with the fields that its form
// has and no others (form.go); to read changes nothing. Where people have accounts (package account), nobody gets
// anything but the page to log in without a session.
package web
