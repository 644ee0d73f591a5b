package overlap

import (
	"slices"

	"tiaokuai/internal/gov"
)

// detectors are all kinds in the order of DESIGN section 5, which is the order of every list of findings.
var detectors = [...]Detector{
	manyToOne,
	oneToMany,
	splitLeadership,
	doubleLeadership,
	unledOrgan,
	leaderSpan,
	sharedDuty,
	unownedDuty,
	departmentDutyConflict,
	crossLevelEnforcement,
	partialDevolution,
	authorityGap,
	authoritySplit,
	lineBlockGap,
	offList,
	roleInversion,
	recalledStillDone,
	similarOrgans,
}

// Detectors are all kinds of overlap in their order.
func Detectors() []Detector { return slices.Clone(detectors[:]) }

// Lookup is the detector of a kind; false for an unknown kind.
func Lookup(kind gov.OverlapKind) (Detector, bool) {
	for i := range detectors {
		if detectors[i].Kind == kind {
			return detectors[i], true
		}
	}
	return Detector{}, false
}
