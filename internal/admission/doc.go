// Package admission is how a duty comes down to townships (职责准入): 部门申请 with its legal basis and the posts, funds and
// technique that come along → 联席会议研究 → 乡镇意见 → 合法性审查 → 县委县政府审批 → 入清单公布, each step recorded with who, when
// and with what document; or it is refused or withdrawn on the way.
//
// An [Application] is pure data; [Application.Next] says what may follow, [Application.Record] takes a step. Enforcement
// duties are asked the three tests 程序简易、现场易灭失、涉及部门单一. Published admissions become edits ([Application.Edits]): the
// duty with its admission, expiry and evaluation date, its bearers, and the authority that comes along, or the gap that
// stays if it does not ([Application.Gaps]).
//
// It imports gov, snapshot and change; package desk keeps applications as documents of kind [Document].
package admission
