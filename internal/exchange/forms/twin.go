package forms

import (
	"slices"

	"tiaokuai/internal/exchange/workbook"
	"tiaokuai/internal/gov"
)

// compareTwins notes what the twin of a supporting list has and the list has not: of a township's list, the items that
// departments' catalogues put on it; of a catalogue, those that townships' lists say its department leads. On record all
// such differences are conflicts of [overlap.QualityOf]; the note says it to who brings the list.
func (r *reader) compareTwins(l *list) {
	at := workbook.Place{Sheet: l.sheet, Row: l.header.number, Column: -1}
	for _, d := range r.onRecord() {
		if l.byDuty[d] != nil {
			continue
		}
		for _, o := range d.listings {
			keeper := r.keeperOf(o.Document)
			common := slices.ContainsFunc(r.all(o), l.holds)
			leads := d.carriers[l.keeper]
			switch {
			case o.List != gov.ListSupporting || o.Document == "" || !common:
			case l.keeper == "" && keeper != "":
				l.note(at, "《%[2]s》列有“%[1]s”，本清单没有", "“%[2]s” has %[1]q, this list has not", d.base.Name, o.Document)
			case l.keeper != "" && keeper == "" && leads != nil && leads.role == gov.AssignmentLead:
				l.note(at, "《%[2]s》列“%[1]s”由本部门主责，本清单没有", "“%[2]s” has %[1]q led by this department, this list has not", d.base.Name, o.Document)
			}
		}
	}
}
