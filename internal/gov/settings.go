package gov

import "slices"

// Settings are a county's own limits and weights. The zero value of a field means the default.
type Settings struct {
	Version          int      `json:"version,omitempty"`          // counts changes of the defaults; 0 is the first edition
	DepartmentLimit  int      `json:"departmentLimit,omitempty"`  // ONE_TO_MANY: departments one organ may face; default 5
	LeaderOrganLimit int      `json:"leaderOrganLimit,omitempty"` // LEADER_SPAN: organs one leader may LEAD; default 4
	CoverageFloor    int      `json:"coverageFloor,omitempty"`    // percent of coverage below which a score is "not assessable"; default 60
	Weights          []Weight `json:"weights,omitempty"`          // only those that differ from the default
	// Gates are the reviews a scenario has to pass between its submission and its approval, in order; default none.
	Gates []GateKind `json:"gates,omitempty"`
}

// Weight is the price of one unit of excess of one overlap kind, in millionths.
type Weight struct {
	Kind   OverlapKind `json:"kind"`
	Weight Micro       `json:"weight"`
}

// The defaults of DESIGN section 5.
const (
	DefaultDepartmentLimit  = 5
	DefaultLeaderOrganLimit = 4
	DefaultCoverageFloor    = 60
)

// Departments is how many departments one organ may face before ONE_TO_MANY counts.
func (s Settings) Departments() int { return orDefault(s.DepartmentLimit, DefaultDepartmentLimit) }

// LeaderOrgans is how many organs one leader may LEAD before LEADER_SPAN counts.
func (s Settings) LeaderOrgans() int { return orDefault(s.LeaderOrganLimit, DefaultLeaderOrganLimit) }

// Coverage is the percentage of coverage below which a score is not assessable.
func (s Settings) Coverage() int { return orDefault(s.CoverageFloor, DefaultCoverageFloor) }

// Weight is the county's own weight of a kind, and whether it has one.
func (s Settings) Weight(kind OverlapKind) (Micro, bool) {
	for _, w := range s.Weights {
		if w.Kind == kind {
			return w.Weight, true
		}
	}
	return 0, false
}

// Check refuses limits below 1, weights below 0 and weights given twice.
func (s Settings) Check() Problems {
	var p Problems
	for _, f := range []struct {
		name       string
		value, max int
	}{{"departmentLimit", s.DepartmentLimit, 1000}, {"leaderOrganLimit", s.LeaderOrganLimit, 1000}, {"coverageFloor", s.CoverageFloor, 100}} {
		if f.value < 0 || f.value > f.max {
			p = append(p, Errorf(CodeInvalid, "%s 应在 1 到 %d 之间", "%s must be between 1 and %d", f.name, f.max).At(f.name))
		}
	}
	p = append(p, checkGates(s.Gates)...)
	seen := map[OverlapKind]bool{}
	for i, w := range s.Weights {
		switch {
		case w.Kind == "" || seen[w.Kind]:
			p = append(p, Errorf(CodeInvalid, "权重的类别为空或重复", "a weight's kind is empty or given twice").At("weights", i, "kind"))
		case w.Weight < 0 || w.Weight > 1000*One:
			p = append(p, Errorf(CodeInvalid, "权重应在 0 到 1000 之间", "a weight must be between 0 and 1000").At("weights", i, "weight"))
		}
		seen[w.Kind] = true
	}
	return p
}

func (s *Settings) normalize() {
	s.Gates = trimEmpty(s.Gates)
	s.Weights = slices.Clone(trimEmpty(s.Weights))
	slices.SortFunc(s.Weights, func(a, b Weight) int { return compareStrings(a.Kind, b.Kind) })
}

func orDefault(v, d int) int {
	if v == 0 {
		return d
	}
	return v
}
