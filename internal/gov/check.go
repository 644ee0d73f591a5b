package gov

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// MaxName is the longest name in characters.
const MaxName = 200

// Date is a day as 2006-01-02; empty is unknown. Dates compare as strings.
type Date string

// DateOf is the day of a time in China (UTC+8, where every county is).
func DateOf(t time.Time) Date { return Date(t.In(chinaTime).Format(time.DateOnly)) }

var chinaTime = time.FixedZone("UTC+8", 8*3600)

// Check refuses what is not a day of the calendar.
func (d Date) Check() *Error {
	if _, err := time.Parse(time.DateOnly, string(d)); d != "" && err != nil {
		return Errorf(CodeInvalid, "日期 %q 应写作 2024-01-31", "date %q must be written 2024-01-31", string(d))
	}
	return nil
}

type count struct {
	field string
	value int
}

const maxCount = 10_000_000

func checkCounts(cs ...count) Problems {
	var p Problems
	for _, c := range cs {
		if c.value < 0 || c.value > maxCount {
			p = append(p, Errorf(CodeInvalid, "数目应在 0 到 %d 之间", "a count must be between 0 and %d", maxCount).At(c.field))
		}
	}
	return p
}

func checkEnum[E ~string](field string, value E, allowed ...E) Problems {
	if slices.Contains(allowed, value) {
		return nil
	}
	names := make([]string, 0, len(allowed))
	for _, a := range allowed {
		if a != "" {
			names = append(names, string(a))
		}
	}
	return Problems{Errorf(CodeInvalid, "%q 不在可选值之列：%s", "%q is not one of: %s", string(value), strings.Join(names, ", ")).At(field)}
}

func checkKeyProblems(key string) Problems {
	if err := CheckKey(key); err != nil {
		return Problems{err}
	}
	return nil
}

func checkReference(field, key string) Problems {
	if err := CheckKey(key); err != nil {
		return Problems{Errorf(CodeInvalid, "须填写所属对象的编号", "the key of what it belongs to is missing or malformed").At(field)}
	}
	return nil
}

func checkNamed(key, name string) Problems { return append(checkKeyProblems(key), checkName(name)...) }

func checkName(name string) Problems { return checkNameAt("name", name) }

func checkNameAt(field, name string) Problems {
	switch {
	case strings.TrimSpace(name) == "":
		return Problems{Errorf(CodeInvalid, "名称不能为空", "a name must not be empty").At(field)}
	case name != strings.TrimSpace(name), strings.ContainsFunc(name, unicode.IsControl):
		return Problems{Errorf(CodeInvalid, "名称首尾有空白或含控制字符", "a name has white space at its ends or a control character").At(field)}
	case len([]rune(name)) > MaxName:
		return Problems{Errorf(CodeInvalid, "名称超过 %d 字", "a name is longer than %d characters", MaxName).At(field)}
	}
	return nil
}

func checkEnds(e Edge) Problems {
	from, to := e.Ends()
	var p Problems
	for _, end := range []struct{ field, key string }{{"from", from}, {"to", to}} {
		p = append(p, checkReference(end.field, end.key)...)
	}
	return p
}

func checkPeriod(fromField string, from Date, untilField string, until Date) Problems {
	var p Problems
	if err := from.Check(); err != nil {
		p = append(p, err.At(fromField))
	}
	if err := until.Check(); err != nil {
		p = append(p, err.At(untilField))
	}
	if p == nil && until != "" && until < from {
		p = append(p, Errorf(CodeInvalid, "截止日期早于起始日期", "the last day is before the first").At(untilField))
	}
	return p
}

func compareStrings[S ~string](a, b S) int { return cmp.Compare(a, b) }

func join(parts []string, sep string) string { return strings.Join(parts, sep) }
