package sheets

import "slices"

// Sheets are the standard tables in the order of an export. Nodes come before what refers to them only for the reader:
// a file may have its sheets in any order.
func Sheets() []Sheet { return slices.Clone(standard) }

var standard = []Sheet{
	countySheet(), townshipSheet(), organSheet(), departmentSheet(), sectionSheet(), counterpartSheet(), leaderSheet(), chargeSheet(),
	dutySheet(), assignmentSheet(), dispatchSheet(), sharedOfficeSheet(), measureSheet(), indicatorSheet(), sourceSheet(),
	overlapSheet(), proposalSheet(), guideSheet(),
}

// identified is the order in which the nodes of a file are told apart: each after what it belongs to.
var identified = []string{
	"county", "townships", "departments", "sections", "organs", "leaders", "duties", "measures", "indicators", "sources",
}

// sheetOf is the standard sheet with an English name.
func sheetOf(english string) *Sheet {
	if i := slices.IndexFunc(standard, func(s Sheet) bool { return s.English == english }); i >= 0 {
		return &standard[i]
	}
	return nil
}
