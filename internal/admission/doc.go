// Package admission is how a duty comes down to townships (职责准入): 部门申请 with its legal basis and the posts, funds and
// technique that come along → 联席会议研究 → 乡镇意见 → 合法性审查 → 县委县政府审批 → 入清单公布, each step recorded with who, when
// and with what document; or it is refused or withdrawn on the way.
//
// An [Application] is pure data: what is applied for ([Content]) and what happened to it (its steps). [New] makes one,
// [Application.Next] says what may follow, [Application.Record] takes a step, and [Application.State] follows from the
// steps. What a reviewer returned can be amended and starts again; every round keeps the content it judged. Enforcement
// duties are asked the three tests 程序简易、现场易灭失、涉及部门单一. Published admissions become edits ([Application.Edits]): the
// duty with its admission and listing, its bearers, the posts and the authority that come along, or the gap that stays
// if they do not ([Application.Gaps]). [Application.Due] says when it expires or is to be evaluated.
//
// It imports gov, snapshot and change; package desk keeps applications as documents of kind [Document].
package admission
