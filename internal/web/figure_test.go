package web

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Drawings, and what a marker wrote, are handed to templates as markup, and nothing else is.
func TestOnlyDrawingsAndMarksAreMarkup(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := sel.X.(*ast.Ident)
			trusted := ok && of.Name == "template" && strings.Contains(" HTML HTMLAttr CSS JS JSStr URL Srcset ", " "+sel.Sel.Name+" ")
			if trusted && (name != "figure.go" && name != "mark.go" || sel.Sel.Name != "HTML") {
				t.Errorf("%s uses template.%s", name, sel.Sel.Name)
			}
			return true
		})
	}
}
