package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// exactDigits is how many digits a spreadsheet's number holds for sure; an identity number of 18 does not fit.
const exactDigits = 1e15

// parseNumber reads a number as XML Schema writes a double, without its infinities.
func parseNumber(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if s == "" || strings.Trim(s, "0123456789+-.eE") != "" {
		return 0, false
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// formatNumber writes a number as a person would: without the noise of binary fractions (12, not 12.000000001), with at
// most 11 digits, which is what a spreadsheet shows in an ordinary cell; whole numbers in full.
func formatNumber(v float64) string {
	if whole := math.Round(v); math.Abs(v-whole) <= 1e-9*max(1, math.Abs(v)) && math.Abs(v) < 1e21 {
		return strconv.FormatFloat(whole+0, 'f', 0, 64)
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 11, 64), 64)
	if err != nil || math.Abs(short) >= 1e21 || math.Abs(short) < 1e-9 {
		return strconv.FormatFloat(v, 'g', 11, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// show is a number in the meaning of its format; not ok where the format is a date and the number is none.
func (f format) show(v float64, date1904 bool) (string, bool) {
	switch {
	case f.date:
		return f.moment(v, date1904)
	case f.clock:
		return f.timeOfDay(v)
	case f.percent:
		return formatNumber(v*100) + "%", true
	case f.zeros > 1 && v >= 0 && v < exactDigits && v == math.Trunc(v):
		return fmt.Sprintf("%0*d", f.zeros, int64(v)), true
	}
	return formatNumber(v), true
}

// lastDay is 9999-12-31 in days since the end of 1899.
const lastDay = 2958465

// moment is a day, with the time where the format shows one that is not midnight. Days count from 1900-01-01 = 1 with a
// 29 February 1900 that never was, or in files from old Macs from 1904-01-01 = 0.
func (f format) moment(v float64, date1904 bool) (string, bool) {
	seconds := math.Round(v * 86400)
	days := math.Floor(seconds / 86400)
	if date1904 {
		days += 1462
	}
	if days < 1 || days > lastDay || days == 60 {
		return "", false
	}
	if days < 60 {
		days++
	}
	rest := int(math.Mod(seconds, 86400))
	at := time.Date(1899, time.December, 30, 0, 0, rest, 0, time.UTC).AddDate(0, 0, int(days))
	return f.written(at), true
}

// written is a time with no more than the format asks for and no less than it says.
func (f format) written(t time.Time) string {
	clock := "15:04"
	if t.Second() != 0 {
		clock = time.TimeOnly
	}
	switch {
	case !f.date:
		return t.Format(clock)
	case !f.clock || t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateOnly + " " + clock)
}

// timeOfDay is 15:04 or 15:04:05; more than a day only where the format counts hours on.
func (f format) timeOfDay(v float64) (string, bool) {
	seconds := math.Round(v * 86400)
	if seconds < 0 || v > lastDay {
		return "", false
	}
	if !f.elapsed {
		seconds = math.Mod(seconds, 86400)
	}
	s := int(seconds)
	if s%60 == 0 {
		return fmt.Sprintf("%02d:%02d", s/3600, s/60%60), true
	}
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60), true
}
