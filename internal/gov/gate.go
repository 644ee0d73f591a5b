package gov

import "slices"

// GateKind is a review that a submitted scenario has to pass before it can be applied.
type GateKind string

// The gates, in the order in which they are passed.
const (
	GateTownshipOpinion GateKind = "TOWNSHIP_OPINION" // 乡镇意见: of each township touched
	GateLegalityReview  GateKind = "LEGALITY_REVIEW"  // 合法性审查
	GateApproval        GateKind = "APPROVAL"         // 审批
)

// GateKinds are all gates in their order.
var GateKinds = [...]GateKind{GateTownshipOpinion, GateLegalityReview, GateApproval}

func checkGates(gates []GateKind) Problems {
	var p Problems
	for i, g := range gates {
		if !slices.Contains(GateKinds[:], g) {
			p = append(p, Errorf(CodeInvalid, "没有这种审核环节 %q", "there is no gate %q", string(g)).At("gates", i))
		}
		if slices.Contains(gates[:i], g) {
			p = append(p, Errorf(CodeInvalid, "审核环节重复", "the gate is given twice").At("gates", i))
		}
	}
	return p
}
