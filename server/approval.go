package main

import (
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

// hintIn is an error's hint in brackets.
func hintIn(e *gov.Error, l gov.Language) string {
	if hint := e.Hint.In(l); hint != "" {
		return "（" + hint + "）"
	}
	return ""
}

// unapproved is why a plan can't be recorded: it reforms organs, and what approved that is not said. Nil where it can.
func (i importing) unapproved(base *snapshot.County, plan sheets.Result) *gov.Error {
	if base == nil || base.Sandbox || change.Approved(plan.Edits) {
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
