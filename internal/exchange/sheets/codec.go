package sheets

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"tiaokuai/internal/gov"
)

// text is a column of one text.
func text[N any](header, name string, at func(N) *string) Column {
	return Column{
		Header: header, Name: name,
		get: func(_ *writer, v any) string { return cellOf(*at(v.(N))) },
		set: func(c *cell, v any) { *at(v.(N)) = textOf(c.text) },
	}
}

// texts is a column of several texts.
func texts[N any](header, name string, at func(N) *[]string) Column {
	return Column{
		Header: header, Name: name, Note: "多个用、或；隔开，也可换行。", unite: true,
		get: func(_ *writer, v any) string { return cellOf(listed(*at(v.(N)))) },
		set: func(c *cell, v any) {
			if c.adds {
				*at(v.(N)) = union(*at(v.(N)), items(textOf(c.text)))
				return
			}
			*at(v.(N)) = items(textOf(c.text))
		},
	}
}

// union is a followed by what of b is not in it.
func union(a, b []string) []string {
	out, seen := make([]string, 0, len(a)+len(b)), map[string]bool{}
	for _, list := range [2][]string{a, b} {
		for _, s := range list {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// number is a column of one whole number; 0 is blank.
func number[N any, I int | int64](header, name string, at func(N) *I) Column {
	return Column{
		Header: header, Name: name, Number: true, Width: 9,
		get: func(_ *writer, v any) string { return digits(int64(*at(v.(N)))) },
		set: func(c *cell, v any) {
			if n, ok := c.number(); ok {
				*at(v.(N)) = I(n)
			}
		},
	}
}

func digits(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// number reads a whole number: 1,200 and 12.0 and 12人 are read too.
func (c *cell) number() (int64, bool) {
	s := strings.NewReplacer(",", "", "，", "", " ", "").Replace(c.text)
	s = strings.TrimRight(s, "个名人项条")
	if whole, fraction, ok := strings.Cut(s, "."); ok && strings.Trim(fraction, "0") == "" {
		s = whole
	}
	if s == "" && c.text == "" {
		return 0, true
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < -1<<53 || n > 1<<53 {
		c.fail(nil, "%[2]s应为整数：%[1]q", "%[3]s must be a whole number: %[1]q", c.text, c.column.Header, c.column.Name)
		return 0, false
	}
	return n, true
}

// flag is a column of 是 and 否; 否 is blank.
func flag[N any](header, name string, at func(N) *bool) Column {
	return Column{
		Header: header, Name: name, Choices: yesNo.choices(), Width: 9,
		get: func(_ *writer, v any) string {
			if *at(v.(N)) {
				return yesNo.zh("yes")
			}
			return ""
		},
		set: func(c *cell, v any) {
			if code, ok := c.code(yesNo, c.text); ok {
				*at(v.(N)) = code == "yes"
			}
		},
	}
}

// code is a column of one code of a list; blank is the default.
func code[N any, E ~string](header, name string, ws words, at func(N) *E, standard E) Column {
	return Column{
		Header: header, Name: name, Choices: ws.choices(), Width: 12,
		get: func(_ *writer, v any) string { return ws.zh(string(*at(v.(N)))) },
		set: func(c *cell, v any) {
			if c.text == "" {
				*at(v.(N)) = standard
			} else if code, ok := c.code(ws, c.text); ok {
				*at(v.(N)) = E(code)
			}
		},
	}
}

// codes is a column of several codes.
func codes[N any, E ~string](header, name string, ws words, at func(N) *[]E) Column {
	return Column{
		Header: header, Name: name, Choices: ws.choices(), Note: "多个用、或；隔开。", unite: true,
		get: func(_ *writer, v any) string {
			out := make([]string, len(*at(v.(N))))
			for i, e := range *at(v.(N)) {
				out[i] = ws.zh(string(e))
			}
			return listed(out)
		},
		set: func(c *cell, v any) {
			var out []E
			if c.adds {
				out = append(out, *at(v.(N))...)
			}
			for _, item := range items(c.text) {
				if code, ok := c.code(ws, item); ok {
					out = append(out, E(code))
				}
			}
			*at(v.(N)) = out
		},
	}
}

// code reads one word of a list; an empty text is the empty code.
func (c *cell) code(ws words, text string) (string, bool) {
	if text == "" {
		return "", true
	}
	code, ok := ws.code(text)
	if !ok {
		c.fail(ws.near(text), "%[2]s中没有“%[1]s”这一选项，可选：%[4]s", "%[1]q is not one of the choices of %[3]s: %[4]s",
			text, c.column.Header, c.column.Name, strings.Join(ws.choices(), "；"))
	}
	return code, ok
}

// date is a column of one day.
func date[N any](header, name string, at func(N) *gov.Date) Column {
	return Column{
		Header: header, Name: name, Width: 12, Note: "写作2024-01-31。",
		get: func(_ *writer, v any) string { return string(*at(v.(N))) },
		set: func(c *cell, v any) {
			if d, ok := c.date(c.text); ok {
				*at(v.(N)) = d
			}
		},
	}
}

var writtenDay = regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}$|^\d{8}$`)

// date reads a day: 2024-1-31, 2024/1/31, 2024.1.31, 2024年1月31日, 20240131, each with or without a time of day.
func (c *cell) date(text string) (gov.Date, bool) {
	if text == "" {
		return "", true
	}
	day, _, _ := strings.Cut(text, " ")
	day = strings.TrimRight(strings.NewReplacer("/", "-", ".", "-", "年", "-", "月", "-", "日", "").Replace(day), "-")
	for _, layout := range []string{"2006-1-2", "20060102"} {
		if t, err := time.Parse(layout, day); err == nil {
			return gov.Date(t.Format(time.DateOnly)), true
		}
	}
	if writtenDay.MatchString(day) {
		c.fail(nil, "没有“%[1]s”这一天", "there is no such day as %[1]s", text)
		return "", false
	}
	c.fail(nil, "日期 %[1]q 应写作 2024-01-31", "date %[1]q must be written 2024-01-31", text)
	return "", false
}

// reference is a column of the name, or key, of another node.
func reference[N any](header, name string, kind gov.NodeKind, at func(N) *string) Column {
	return Column{
		Header: header, Name: name, Width: 20,
		get: func(w *writer, v any) string { return cellOf(w.name("", *at(v.(N)), kind)) },
		set: func(c *cell, v any) {
			if c.text == "" {
				*at(v.(N)) = ""
			} else if key, ok := c.find("", textOf(c.text), kind); ok {
				*at(v.(N)) = key
			}
		},
		keys: func(v any) []string { return []string{*at(v.(N))} },
	}
}

// references is a column of the names, or keys, of other nodes; no kinds = of any.
func references[N any](header, name string, at func(N) *[]string, kinds ...gov.NodeKind) Column {
	return Column{
		Header: header, Name: name, Width: 24, Note: "多个用、或；隔开，也可换行。", unite: true,
		get: func(w *writer, v any) string { return w.names("", *at(v.(N)), kinds...) },
		set: func(c *cell, v any) {
			keys := c.findAll("", c.text, kinds...)
			if c.adds {
				keys = union(*at(v.(N)), keys)
			}
			*at(v.(N)) = keys
		},
		keys: func(v any) []string { return *at(v.(N)) },
	}
}

// virtual is a column that Plan reads in another way than into an attribute.
func virtual(header, name string, get func(w *writer, v any) string) Column {
	return Column{Header: header, Name: name, get: get}
}
