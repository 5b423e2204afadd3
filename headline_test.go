package dateline

import "testing"

const story = "The two men were taken to a hospital in the town, the police said on Monday."

func TestHeadlineIsPutOnce(t *testing.T) {
	for _, c := range []struct{ title, publisher, text, want string }{
		{"Gunmen kill five in Kano", "", story, "Gunmen kill five in Kano"},
		{"  Gunmen kill\tfive in Kano ", "", story, "Gunmen kill five in Kano"},
		{"Gunmen kill five in Kano | Courier", "", story, "Gunmen kill five in Kano"},
		{"Courier :: Gunmen kill five in Kano", "", story, "Gunmen kill five in Kano"},
		{"Gunmen kill five in Kano - Courier - Daily News", "Courier", story, "Gunmen kill five in Kano"},
		{"Gunmen kill five in Kano - courier.example", "", story, "Gunmen kill five in Kano"},
		{"Five killed in Kano - police", "", story, "Five killed in Kano - police"},
		{"Five killed in Kano - Police", "", story, "Five killed in Kano - Police"},
		{"UPDATE 2-Gunmen kill five in Kano", "", story, "Gunmen kill five in Kano"},
		{"Police: Gunmen kill five", "", story, "Police: Gunmen kill five"},
		{"Home", "", story, ""},
		{"Local News", "", story, ""},
		{"", "", story, ""},
	} {
		r := Report{Title: c.title, Publisher: c.publisher, Text: c.text}
		r.PutHeadline()
		if got := r.Headline().In(r.Text); got != c.want {
			t.Errorf("%q: headline %q, want %q", c.title, got, c.want)
		}
		if want := c.want + "\n\n" + c.text; c.want != "" && r.Text != want || c.want == "" && r.Text != c.text {
			t.Errorf("%q: text %q", c.title, r.Text)
		}
		if once := r.Text; c.want != "" {
			if r.PutHeadline(); r.Text != once {
				t.Errorf("%q: put twice: %q", c.title, r.Text)
			}
		}
	}
}

func TestHeadlineThatTheTextHas(t *testing.T) {
	for text, want := range map[string]string{
		"Gunmen kill five in Kano\n\n" + story:                      "Gunmen kill five in Kano",
		"News\n\n  Gunmen Kill Five in Kano \n\n" + story:           "Gunmen Kill Five in Kano",
		"Gunmen kill five in Kano Posted on Monday\n\n" + story:     "",
		"It is said that gunmen kill five in Kano today.\n" + story: "",
	} {
		r := Report{Title: "Gunmen kill five in Kano", Text: text}
		r.PutHeadline()
		if r.Text != text {
			t.Errorf("text %q, want %q", r.Text, text)
		}
		if got := r.Headline().In(r.Text); got != want {
			t.Errorf("%q: headline %q, want %q", text, got, want)
		}
	}
}

func TestNoPartOfAnIdentifierIsTheHeadline(t *testing.T) {
	a := Report{Title: "Gunmen kill five in Kano", Text: story}
	b := a
	b.PutHeadline()
	a.SetID()
	b.SetID()
	if a.ID != b.ID || a.Text == b.Text {
		t.Errorf("%q and %q", a.ID, b.ID)
	}
}
