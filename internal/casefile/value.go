package casefile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline"
)

// checkValue reports a value that can never match.
func checkValue(role dateline.Role, value string) error {
	ok := true
	switch {
	case value == "" || value == "none":
	case role == dateline.PlaceRole || role == dateline.Area:
		_, _, ok = parsePlace(value)
	case role == dateline.DateRole:
		_, ok = parseDate(value)
	default:
		_, ok = parseCount(value)
	}
	if !ok {
		return fmt.Errorf("%q is no value of a %s", value, role)
	}
	return nil
}

var countForm = regexp.MustCompile(`^(\d*)(\.\.)?(\d*)$`)

// parseCount reads 11, 11.., ..20 or 4000..6000.
func parseCount(s string) (dateline.Count, bool) {
	m := countForm.FindStringSubmatch(s)
	if m == nil || m[1] == "" && m[3] == "" || m[2] == "" && m[3] != "" {
		return dateline.Count{}, false
	}
	low, high := number(m[1]), number(m[3])
	if m[2] == "" {
		high = low
	}
	return dateline.Between(low, high), true
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// parsePlace reads a country's ISO code, a precision, or both.
func parsePlace(s string) (country string, precision dateline.Precision, ok bool) {
	for _, f := range strings.Fields(s) {
		switch {
		case len(f) == 2 && strings.ToUpper(f) == f && country == "":
			country = f
		case slices.Contains(dateline.Precisions, dateline.Precision(f)) && precision == "":
			precision = dateline.Precision(f)
		default:
			return "", "", false
		}
	}
	return country, precision, true
}
