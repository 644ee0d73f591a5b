package proposal

import (
	"slices"
	"strconv"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// mismatch is a duty of a township whose authority, list and bearer do not go together, with the findings about it.
type mismatch struct {
	township snapshot.Township
	duty     snapshot.Duty
	findings []overlap.Overlap
}

// mismatches are a township's, in the order of the duties.
func (s *site) mismatches(t snapshot.Township) []mismatch {
	var out []mismatch
	at := map[string]int{}
	for _, f := range s.found(t.Key, gov.OverlapCrossLevelEnforcement, gov.OverlapAuthorityGap, gov.OverlapOffList, gov.OverlapRoleInversion, gov.OverlapRecalledStillDone) {
		i, ok := at[f.Subject]
		if !ok {
			i = len(out)
			at[f.Subject] = i
			duty, _ := snapshot.Lookup[snapshot.Duty](s.county, f.Subject)
			out = append(out, mismatch{township: t, duty: duty})
		}
		out[i].findings = append(out[i].findings, f)
	}
	return out
}

// kindsOf are the kinds of finding that an organ is in.
func (m mismatch) kindsOf(organ string) []gov.OverlapKind {
	var out []gov.OverlapKind
	for _, f := range m.findings {
		if slices.Contains(f.Participants, organ) {
			out = append(out, f.Kind)
		}
	}
	return out
}

func (m mismatch) has(kind gov.OverlapKind) bool {
	return slices.ContainsFunc(m.findings, func(f overlap.Overlap) bool { return f.Kind == kind })
}

// bearers are the organs of the township that carry the duty and are in a finding.
func (m mismatch) bearers() []snapshot.Assignment {
	var out []snapshot.Assignment
	for a := range m.township.EachCarrying(m.duty) {
		if len(m.kindsOf(a.From)) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// department is the one at the county that the duty is of: that leads it (the holder of the authority first), else that
// holds its authority, else that supports it; empty if none is on record.
func (m mismatch) department() string {
	var leading, carrying []string
	for a := range m.duty.EachDepartmentAssignment() {
		carrying = append(carrying, a.From)
		if a.Role == gov.AssignmentLead {
			leading = append(leading, a.From)
		}
	}
	holder := m.duty.Authority.Department
	switch {
	case len(leading) > 0 && !slices.Contains(leading, holder):
		return leading[0]
	case holder != "":
		return holder
	case len(carrying) > 0:
		return carrying[0]
	}
	return ""
}

// enforces says whether it is a duty of enforcement, of which the three tests are asked.
func (m mismatch) enforces() bool {
	return m.duty.Nature == gov.NatureEnforcement || m.has(gov.OverlapCrossLevelEnforcement)
}

// passes says whether the three tests 程序简易、现场易灭失、涉及部门单一 are all met.
func (m mismatch) passes() bool { return m.duty.Simple && m.duty.Perishable && m.duty.SingleDept }

// admitFirst says which of the two ways comes first: an enforcement duty that passes the three tests is brought down;
// else it is the policy of the year, 收回 since 2024 and 下放 before, or that of a preset.
func (s *site) admitFirst(m mismatch) bool {
	if m.enforces() && m.passes() {
		return true
	}
	for _, r := range s.rules {
		switch r.Rule.Prefer {
		case KindAdmitDuty:
			return true
		case KindReturnDuty:
			return false
		}
	}
	year, err := strconv.Atoi(string(s.county.Effective()[:min(4, len(s.county.Effective()))]))
	return err == nil && year < returnSince
}

// returnSince is the year from which duties go back first.
const returnSince = 2024

// Actions that take authority in law.
var authoritative = []gov.Action{gov.ActionApprove, gov.ActionInspect, gov.ActionPunish, gov.ActionCoerce}

// parted are actions that take authority, and those that do not.
func parted(actions []gov.Action) (taking, plain []gov.Action) {
	for _, a := range actions {
		if slices.Contains(authoritative, a) {
			taking = append(taking, a)
		} else {
			plain = append(plain, a)
		}
	}
	return taking, plain
}

// elsewhere is how many organs of other townships lead the duty, whom a change at the county concerns too.
func (s *site) elsewhere(m mismatch) int {
	duty, _ := snapshot.Lookup[snapshot.Duty](s.whole, m.duty.Key)
	n := 0
	for _, a := range duty.Assignments() {
		if o, ok := a.Organ(); ok && a.Role == gov.AssignmentLead && !slices.ContainsFunc(s.townships, func(t snapshot.Township) bool { return t.Key == o.Township().Key }) {
			n++
		}
	}
	return n
}

// tell names a draft about a duty.
func (m mismatch) tell(s *site, d *draft) {
	d.aim(m.findings...)
	d.subjects = append(d.subjects, m.duty.Key)
	for _, a := range m.bearers() {
		d.subjects = append(d.subjects, a.From)
	}
	if n := s.elsewhere(m); n > 0 {
		d.note("其他乡镇还有%[1]d个机构主责该事项，宜统一研究；县级分工变化对其影响不在本范围收益内。", "%[1]d organs of other townships lead the duty too: it is better studied for all. What a change at the county means to them is not part of the gain here.", n)
	}
}
