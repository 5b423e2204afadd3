package cite

import (
	"fmt"
	"strings"
)

// latex writes what LaTeX takes for a command as a command. A brace is written by its name: BibTeX counts
// braces even behind a backslash.
var latex = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `#`, `\#`, `$`, `\$`, `%`, `\%`,
	`&`, `\&`, `_`, `\_`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, `<`, `\textless{}`, `>`, `\textgreater{}`, `|`, `\textbar{}`)

// verbatim writes what would end an address or its field as an address has it.
var verbatim = strings.NewReplacer(`{`, "%7B", `}`, "%7D", `\`, "%5C", ` `, "%20", `"`, "%22")

// BibTeX writes w as an entry @misc, in UTF-8. Its braces balance, whatever w holds.
func BibTeX(w Work) string {
	var b strings.Builder
	fmt.Fprintf(&b, "@misc{%s,\n", w.Key)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
		}
	}
	field("author", "{"+latex.Replace(line(w.Program))+"}")
	field("title", "{"+latex.Replace(line(w.Title))+"}")
	if !w.AsOf.IsZero() {
		at := w.AsOf.UTC()
		field("year", at.Format("2006"))
		fmt.Fprintf(&b, "  month = %s,\n", strings.ToLower(at.Format("Jan"))) // a macro of every style
		field("day", at.Format("2"))
	}
	field("version", latex.Replace(line(w.Version)))
	field("note", latex.Replace(line(w.Note)))
	field("url", verbatim.Replace(line(w.URL)))
	b.WriteString("}\n")
	return b.String()
}
