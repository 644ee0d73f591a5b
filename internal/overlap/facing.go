package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// facing are a township's BUSINESS counterparts to a department, in the order of the organs.
func facing(t snapshot.Township, d snapshot.Department) []snapshot.Counterpart {
	return slices.DeleteFunc(t.Facing(d), func(e snapshot.Counterpart) bool { return e.Nature != gov.NatureBusiness })
}

// departmentsOf are the BUSINESS counterparts of an organ, in the order of the departments.
func departmentsOf(o snapshot.Organ) []snapshot.Counterpart {
	return slices.DeleteFunc(o.Counterparts(), func(e snapshot.Counterpart) bool { return e.Nature != gov.NatureBusiness })
}

// leaders are the LEAD charges that reach an organ, in the order of the leaders.
func leaders(o snapshot.Organ) []snapshot.Charge {
	return slices.DeleteFunc(o.Charges(), func(e snapshot.Charge) bool { return e.Role != gov.ChargeLead })
}
