package atlas

import (
	"slices"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// rule refuses what must not be committed although it can be applied.
type rule func(base *snapshot.County, delta gov.Delta, edits []change.Edit) error

// noRule is that of a commit that only takes another back.
func noRule(*snapshot.County, gov.Delta, []change.Edit) error { return nil }

// checkApproval wants the document of approval with a change that creates, merges, abolishes, removes or re-ranks an
// organ. It does not hold for the commit that makes a county, nor in a sandbox; what was changed directly in Neo4j
// ([Atlas.Reconcile]) and a revert record what is so, and need none.
func checkApproval(base *snapshot.County, delta gov.Delta, edits []change.Edit) error {
	if base == nil || base.Sandbox || change.Approved(edits) {
		return nil
	}
	keys := change.Reforming(delta)
	if len(keys) == 0 {
		return nil
	}
	what := nameIn(delta, keys[0])
	e := gov.Errorf(gov.CodeInvalid, "新设、合并、撤销机构或调整机构规格须登记批准文件：%[1]s", "an organ is created, merged, abolished or re-ranked, which needs the document of approval: %[1]s", what)
	if len(keys) > 1 {
		e = gov.Errorf(gov.CodeInvalid, "新设、合并、撤销机构或调整机构规格须登记批准文件：%[1]s等 %[2]d 个机构",
			"organs are created, merged, abolished or re-ranked, which needs the document of approval: %[1]s and %[3]d more", what, len(keys), len(keys)-1)
	}
	return gov.Problems{e.At("edits").Advise("请在同一变更中加入 recordApproval（批准机关、批准文号、批准日期）；仅供演练的县（市、区）可标为沙盘",
		"add a recordApproval edit (authority, document, date) to the same change; a county to play in can be made a sandbox")}
}

// nameIn is what a key is called in a delta.
func nameIn(delta gov.Delta, key string) string {
	i := slices.IndexFunc(delta.Nodes, func(c gov.NodeChange) bool { return c.Key() == key })
	if c := delta.Nodes[i]; c.Before != nil {
		return c.Before.NodeName()
	}
	return delta.Nodes[i].After.NodeName()
}
