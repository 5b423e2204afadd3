package date

import (
	"time"

	"dateline"
	"dateline/internal/resolve/numeral"
)

// Remembered is the day of which day is the anniversary that an ordinal tells ('first', '20th'); false if the word is none, or day is not
// one day.
func Remembered(day dateline.Date, ordinal string) (dateline.Date, bool) {
	years, _ := numeral.Ordinal(numeral.Split(ordinal))
	d, err := time.Parse(time.DateOnly, day.From)
	if err != nil || day.From != day.To || years < 1 || years > 100 {
		return dateline.Date{}, false
	}
	day.From = d.AddDate(-years, 0, 0).Format(time.DateOnly)
	day.To, day.EDTF = day.From, day.From
	return day, true
}
