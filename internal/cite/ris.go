package cite

import "strings"

// RIS writes w as a record of the type DATA. Lines end as RIS has them, with a carriage return.
func RIS(w Work) string {
	var b strings.Builder
	tag := func(name, value string) {
		if value = line(value); value != "" {
			b.WriteString(name + "  - " + value + "\r\n")
		}
	}
	tag("TY", "DATA")
	tag("ID", w.Key)
	tag("TI", w.Title)
	tag("AU", strings.ReplaceAll(w.Program, "*", "")) // which names may not hold
	if !w.AsOf.IsZero() {
		tag("PY", w.AsOf.UTC().Format("2006"))
		tag("DA", w.AsOf.UTC().Format("2006/01/02"))
	}
	tag("ET", w.Version)
	tag("N1", w.Note)
	tag("UR", w.URL)
	b.WriteString("ER  - \r\n")
	return b.String()
}
