package gov

// OverlapKind is the kind of an overlap finding; internal/overlap documents each.
type OverlapKind string

// The kinds of overlap of DESIGN section 5.
const (
	OverlapManyToOne              OverlapKind = "MANY_TO_ONE"
	OverlapOneToMany              OverlapKind = "ONE_TO_MANY"
	OverlapSplitLeadership        OverlapKind = "SPLIT_LEADERSHIP"
	OverlapDoubleLeadership       OverlapKind = "DOUBLE_LEADERSHIP"
	OverlapUnledOrgan             OverlapKind = "UNLED_ORGAN"
	OverlapLeaderSpan             OverlapKind = "LEADER_SPAN"
	OverlapSharedDuty             OverlapKind = "SHARED_DUTY"
	OverlapUnownedDuty            OverlapKind = "UNOWNED_DUTY"
	OverlapDepartmentDutyConflict OverlapKind = "DEPARTMENT_DUTY_CONFLICT"
	OverlapCrossLevelEnforcement  OverlapKind = "CROSS_LEVEL_ENFORCEMENT"
	OverlapPartialDevolution      OverlapKind = "PARTIAL_DEVOLUTION"
	OverlapAuthorityGap           OverlapKind = "AUTHORITY_GAP"
	OverlapAuthoritySplit         OverlapKind = "AUTHORITY_SPLIT"
	OverlapLineBlockGap           OverlapKind = "LINE_BLOCK_GAP"
	OverlapOffList                OverlapKind = "OFF_LIST"
	OverlapRoleInversion          OverlapKind = "ROLE_INVERSION"
	OverlapRecalledStillDone      OverlapKind = "RECALLED_STILL_DONE"
	OverlapSimilarOrgans          OverlapKind = "SIMILAR_ORGANS"
)
