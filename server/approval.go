package main

import (
	"slices"
	"strings"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange/sheets"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// approved is the plan with the document of its approval, if there is one and anything to approve.
func (i importing) approved(edits []change.Edit) []change.Edit {
	if i.Approval == (change.RecordApproval{}) || len(edits) == 0 {
		return edits
	}
	return append([]change.Edit{&i.Approval}, edits...)
}

// sparing is the plan without the removal of the document of approval that it records itself: a file that is the whole
// truth does not list it, and the second import of such a file would undo what the first recorded.
func (i importing) sparing(base *snapshot.County, plan sheets.Result) sheets.Result {
	if base == nil || i.Approval == (change.RecordApproval{}) {
		return plan
	}
	spared := func(e change.Edit) bool {
		gone, is := e.(*change.RemoveSource)
		if !is {
			return false
		}
		n, _ := base.Node(gone.Key)
		s, is := n.(*gov.Source)
		return is && s.Document == strings.TrimSpace(i.Approval.Document) && s.Issuer == strings.TrimSpace(i.Approval.Authority) && s.Date == i.Approval.Date
	}
	all := len(plan.Edits)
	plan.Edits = slices.DeleteFunc(plan.Edits, spared)
	for j := range plan.Summary {
		if plan.Summary[j].English == "sources" {
			plan.Summary[j].Removed -= all - len(plan.Edits)
		}
	}
	return plan
}

// hintIn is an error's hint in brackets.
func hintIn(e *gov.Error, l gov.Language) string {
	if hint := e.Hint.In(l); hint != "" {
		return "（" + hint + "）"
	}
	return ""
}

// unapproved is why a plan can't be recorded: it reforms organs, and what approved that is not said. Nil where it can.
func (i importing) unapproved(base *snapshot.County, plan sheets.Result) *gov.Error {
	if base == nil || plan.Target == nil || base.Sandbox || change.Approved(plan.Edits) {
		return nil
	}
	organs := change.Reforming(snapshot.Diff(base, plan.Target))
	if len(organs) == 0 {
		return nil
	}
	return gov.Errorf(gov.CodeInvalid, "文件新设、合并、撤销机构或调整机构规格（%d 个），须登记批准文件", "the file creates, merges, abolishes or re-ranks organs (%d), which needs the document of approval", len(organs)).
		Advise("请填写批准机关、批准文号和批准日期：--approval-authority、--approval-document、--approval-date（HTTP 参数 approvalAuthority、approvalDocument、approvalDate）",
			"say authority, document number and day: --approval-authority, --approval-document, --approval-date (over HTTP approvalAuthority, approvalDocument, approvalDate)")
}
