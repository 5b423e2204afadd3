package ingest

import (
	"testing"

	"dateline"
)

func TestHeadDate(t *testing.T) {
	for text, want := range map[string]string{
		"KABUL, Afghanistan (Nov. 20, 2011)\nA patrol found a cache.":                               "2011-11-20 dateline",
		"2011-11-S-034\nFor release\n\nLAGOS, Nigeria (Nov. 20)\nA patrol found a cache.":           "2011-11-20 dateline",
		"2011-11-S-034\n\nLAGOS, Nigeria (Dec. 2)\nA patrol found a cache.":                         "",
		"LAGOS, Nigeria (Nov. 20)\nA patrol found a cache.":                                         "",
		"Situation report, 3 May 2019\nTwo villages were attacked.":                                 "2019-05-03 title",
		"Morning update March 24, 2011\nTwo villages were attacked.":                                "2011-03-24 title",
		"May 8: Operations in the east\nNo. 2010-05-CA-032\nTwo men were held.":                     "2010-05-08 title",
		"Gunmen raid two villages\nPublished 3 May 2019\nTwo villages were attacked.":               "2019-05-03 byline",
		"Gunmen raid two villages\nBy A. Writer | May 3, 2019 9:21 AM\nTwo villages were attacked.": "2019-05-03 byline",
		"Gunmen raid two villages\nUpdated 3 May 2019\nTwo villages were attacked.":                 "",
		"A chronology\n3 May 2019\nTwo villages were attacked.\n4 May 2019\nA third one was.":       "",
		"The army's report of 3 May 2019 was withdrawn.\nTwo villages were attacked.":               "",
		"Two villages were attacked on May 3, 2019, and the army said (May 4, 2019) that it knew.":  "",
		"Gunmen raid two villages\nPosted: 31 February 2019\nTwo villages were attacked.":           "",
	} {
		date, basis, ok := HeadDate(text)
		got := date.EDTF
		if ok {
			got += " " + basis
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestAddressDate(t *testing.T) {
	for url, want := range map[string]string{
		"https://news.example/2019/05/03/two-villages": "2019-05-03",
		"https://news.example/world/2019/5/3/":         "2019-05-03",
		"https://news.example/2019-05-03-two-villages": "2019-05-03",
		"https://news.example/2019/13/03/x":            "",
		"https://news.example/story/20190503":          "",
		"":                                             "",
	} {
		if got, _ := urlDate(url); got.EDTF != want {
			t.Errorf("%q: got %q, want %q", url, got.EDTF, want)
		}
	}
}

// What the caller says comes before what the text tells for itself.
func TestOwnDate(t *testing.T) {
	for given, want := range map[string]string{"": "2019-05-03", "2020-01-01": ""} {
		r := dateline.Report{Text: "Gunmen raid two villages\nPublished 3 May 2019\nTwo villages were attacked."}
		var opts Options
		if given != "" {
			opts.Published, _ = ParseDate(given)
		}
		if ownDate(&r, opts); r.Published.EDTF != want {
			t.Errorf("given %q: %q", given, r.Published.EDTF)
		}
	}
}
