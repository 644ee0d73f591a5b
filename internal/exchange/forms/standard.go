package forms

import (
	"slices"

	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/exchange/workbook"
)

// standardName says whether a sheet's name is that of a standard one.
func standardName(name string) bool { return standard(name) != nil }

func standard(name string) *sheets.Sheet {
	all := sheets.Sheets()
	i := slices.IndexFunc(all, func(s sheets.Sheet) bool {
		return name != "" && (s.Name == name || s.English == name || slices.Contains(s.Aliases, name))
	})
	if i < 0 {
		return nil
	}
	return &all[i]
}

// unlikeStandard says whether a sheet called like a standard one (乡镇, 部门) is a form all the same: by the title above
// its headers, or by headers that only forms have where they lack what the standard sheet needs.
func unlikeStandard(s workbook.Sheet) bool {
	h, found := findHeader(s)
	if !found {
		return false
	}
	if slices.ContainsFunc(titlesOf(s, h, true), func(t title) bool { return kindNamed(t.text) != nil }) {
		return true
	}
	return h.ours && slices.ContainsFunc(standard(s.Name).Columns, func(c sheets.Column) bool {
		return c.Required && !slices.ContainsFunc(h.cells[0], func(text string) bool {
			return slices.ContainsFunc(append([]string{c.Header, c.Name}, c.Aliases...), func(known string) bool { return foldHeader(known) == foldHeader(text) })
		})
	})
}
