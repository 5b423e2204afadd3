package web

import (
	"html/template"
	"strings"
	"testing"
)

// What a marker writes in an element and in an address is what html/template writes there.
func TestMarkedAsByTemplates(t *testing.T) {
	page := template.Must(template.New("").Parse(`<a href="{{.Address}}">{{.Words}}</a>`))
	for _, words := range []string{"", "plain", `<script>hurt=1</script>`, `" onclick="hurt()`, "it's 1+1", "a\x00b", "&amp;", "\u202eright", "<!-- --> ]]>"} {
		var want strings.Builder
		if err := page.Execute(&want, map[string]string{"Address": "/groups/al-shabaab?at=2013-09-21&rule=x", "Words": words}); err != nil {
			t.Fatal(err)
		}
		var m marker
		m.link("", "/groups/al-shabaab?at=2013-09-21&rule=x")
		m.say(">", words, "</a>")
		if m.String() != want.String() {
			t.Errorf("%q is marked as %s, and by a template as %s", words, m.String(), want.String())
		}
	}
}

// A link leads nowhere but to pages of ours.
func TestMarkedLinksStayHere(t *testing.T) {
	for _, address := range []string{"", "javascript:hurt()", "//harm.example/", `/\harm.example/`, "https://harm.example/", "incidents", "\t//harm.example"} {
		var m marker
		if m.link("", address); m.String() != `<a href="#"` {
			t.Errorf("%q leads to %s", address, m.String())
		}
	}
}
