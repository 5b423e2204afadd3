package web

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestACitationSaysWhatAndAsOfWhen(t *testing.T) {
	f := newFixture(t)
	for path, want := range map[string][]string{
		"/incidents/" + f.incident.ID + "/cite?format=text": {"Dateline", "Incident " + f.incident.ID, "Told by 2 reports", "in 7 statements", "2 January 2024, 03:04:05 UTC", "http://example.com/incidents/" + f.incident.ID},
		"/cite?format=text":                          {"Incidents in reports: all incidents", "told by", "http://example.com/incidents"},
		"/cite?q=chibok&kind=attack&format=text":     {"Words: chibok", "Kind: Attack", "Query: kind=attack&q=chibok", "/incidents?kind=attack&q=chibok"},
		"/cite?kind=attack&format=bibtex":            {"@misc{dateline-", "year = {2024}", "month = jan"},
		"/cite?kind=attack&format=ris":               {"TY  - DATA\r\n", "PY  - 2024\r\n", "ER  - \r\n"},
		"/cite?kind=attack":                          {"How to cite this", "CSL-JSON", "BibTeX", "RIS"},
		"/cite?group=nobody-here&format=text":        {"0 incidents of"},
		"/cite?q=%22%29%3C%2Fscript%3E&format=ris":   {"TY  - DATA\r\n"},
		"/cite?q=a%0d%0aER%20%20-%20&format=ris":     {"TY  - DATA\r\n"},
		"/cite?q=%7D%2C%0a%40misc%7Bx&format=bibtex": {"@misc{dateline-"},
	} {
		w := f.do("GET", path)
		for _, words := range want {
			if w.Code != 200 || !strings.Contains(w.Body.String(), words) {
				t.Errorf("%s: %d without %q: %s", path, w.Code, words, w.Body)
			}
		}
		if strings.Contains(path, "format=ris") && strings.Count(w.Body.String(), "ER  - ") != strings.Count(w.Body.String(), "\r\nER  - ")+strings.Count(w.Body.String(), " ER  - ") {
			t.Errorf("%s: %q", path, w.Body)
		}
	}
}

func TestACitationIsAFileOrAFault(t *testing.T) {
	f := newFixture(t)
	w := f.do("GET", "/cite?kind=attack&format=csl")
	var items []map[string]any
	if err := json.Unmarshal(w.Body.Bytes(), &items); err != nil || len(items) != 1 || items[0]["type"] != "dataset" {
		t.Errorf("%v: %s", err, w.Body)
	}
	if h := w.Header(); !strings.HasPrefix(h.Get("Content-Disposition"), `attachment; filename="dateline-`) || !strings.HasSuffix(h.Get("Content-Disposition"), `.json"`) {
		t.Errorf("headers %v", h)
	}
	if w := f.do("HEAD", "/cite?format=ris"); w.Code != 200 || w.Body.Len() > 0 {
		t.Errorf("HEAD: %d, %d bytes", w.Code, w.Body.Len())
	}
	for path, status := range map[string]int{"/cite?format=docx": 400, "/cite?from=yesterday": 400, "/incidents/none/cite": 400,
		"/incidents/0000000000000000/cite": 404, "/incidents/" + f.incident.Redirects[0] + "/cite?format=ris": 301} {
		if w := f.do("GET", path); w.Code != status {
			t.Errorf("%s: %d, want %d", path, w.Code, status)
		}
	}
}

func TestAStrangersHostIsNotCited(t *testing.T) {
	for _, host := range []string{"", "a b", "x\r\ny", "evil.example/path?", `"><script>`, "user@host"} {
		r := httptest.NewRequest("GET", "/cite", nil)
		r.Host = host
		if got := absolute(r, "/cite"); got != "/cite" {
			t.Errorf("host %q is cited as %q", host, got)
		}
	}
	for host, want := range map[string]string{"127.0.0.1:8080": "http://127.0.0.1:8080/x", "[::1]:80": "http://[::1]:80/x", "room.example": "http://room.example/x"} {
		r := httptest.NewRequest("GET", "/cite", nil)
		r.Host = host
		if got := absolute(r, "/x"); got != want {
			t.Errorf("host %q is cited as %q", host, got)
		}
	}
}
