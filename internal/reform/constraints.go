package reform

import (
	"slices"

	"tiaokuai/internal/gov"
)

// Constraints say which partitions are allowed. The zero value is the cautious default: kinds and branches apart,
// mandatory and integrating organs as they are, no numbers. Organs are named by key, or by a member's key.
type Constraints struct {
	MinOrgans        int        `json:"minOrgans,omitempty"`        // organs after the reform; 0: no limit
	MaxOrgans        int        `json:"maxOrgans,omitempty"`        // 0: no limit
	Alone            []string   `json:"alone,omitempty"`            // organs that stay as they are
	MergeMandatory   bool       `json:"mergeMandatory,omitempty"`   // lets 必设 organs be merged
	MergeIntegrating bool       `json:"mergeIntegrating,omitempty"` // lets 综合性 organs be merged
	MustLink         [][]string `json:"mustLink,omitempty"`         // each: organs that become one
	CannotLink       [][]string `json:"cannotLink,omitempty"`       // each: organs no two of which become one
	MixKinds         bool       `json:"mixKinds,omitempty"`         // lets offices and institutions be merged
	MixBranches      bool       `json:"mixBranches,omitempty"`      // lets party and government organs be merged
	LargestGroup     int        `json:"largestGroup,omitempty"`     // organs that become one at most; 0: no limit
	// The rest limit what a merger makes; an organ that stays as it is may have more. In a size class they hold in each
	// township by itself. 0: no limit.
	MostDepartments int `json:"mostDepartments,omitempty"`
	MostDuties      int `json:"mostDuties,omitempty"` // led
	MostPosts       int `json:"mostPosts,omitempty"`
}

// RuleKind is what a rule demands.
type RuleKind string

// The kinds of rule.
const (
	RuleMinOrgans       RuleKind = "MIN_ORGANS"
	RuleMaxOrgans       RuleKind = "MAX_ORGANS"
	RuleAlone           RuleKind = "ALONE"
	RuleMandatory       RuleKind = "MANDATORY"
	RuleIntegrating     RuleKind = "INTEGRATING"
	RuleMustLink        RuleKind = "MUST_LINK"
	RuleCannotLink      RuleKind = "CANNOT_LINK"
	RuleKindsApart      RuleKind = "KINDS_APART"
	RuleBranchesApart   RuleKind = "BRANCHES_APART"
	RuleLargestGroup    RuleKind = "LARGEST_GROUP"
	RuleMostDepartments RuleKind = "MOST_DEPARTMENTS"
	RuleMostDuties      RuleKind = "MOST_DUTIES"
	RuleMostPosts       RuleKind = "MOST_POSTS"
)

// Rule is one demand of the constraints, which can hold or not by itself.
type Rule struct {
	Kind   RuleKind `json:"kind"`
	Organs []string `json:"organs,omitempty"` // keys
	Limit  int      `json:"limit,omitempty"`
	set    mask     // of Organs
}

// Rules are the demands that a problem's constraints come to, numbers first, then organs in the problem's order.
func (p Problem) Rules() ([]Rule, error) {
	c := p.Constraints
	var rules []Rule
	for _, n := range []struct {
		kind  RuleKind
		path  string
		limit int
	}{
		{RuleMinOrgans, "minOrgans", c.MinOrgans},
		{RuleMaxOrgans, "maxOrgans", c.MaxOrgans},
		{RuleLargestGroup, "largestGroup", c.LargestGroup},
		{RuleMostDepartments, "mostDepartments", c.MostDepartments},
		{RuleMostDuties, "mostDuties", c.MostDuties},
		{RuleMostPosts, "mostPosts", c.MostPosts},
	} {
		if n.limit < 0 {
			return nil, gov.Errorf(gov.CodeInvalid, "不能小于 0", "must not be below 0").At("constraints", n.path)
		}
		if n.limit > 0 {
			rules = append(rules, Rule{Kind: n.kind, Limit: n.limit})
		}
	}
	if !c.MixKinds {
		rules = append(rules, Rule{Kind: RuleKindsApart})
	}
	if !c.MixBranches {
		rules = append(rules, Rule{Kind: RuleBranchesApart})
	}
	for i, o := range p.Organs {
		if o.Mandatory && !c.MergeMandatory {
			rules = append(rules, p.rule(RuleMandatory, bit(i)))
		}
		if o.Integrating && !c.MergeIntegrating {
			rules = append(rules, p.rule(RuleIntegrating, bit(i)))
		}
	}
	return p.linkRules(rules)
}

func (p Problem) linkRules(rules []Rule) ([]Rule, error) {
	c := p.Constraints
	alone := make([][]string, len(c.Alone))
	for i, key := range c.Alone {
		alone[i] = []string{key}
	}
	for _, links := range []struct {
		kind RuleKind
		path string
		sets [][]string
	}{{RuleAlone, "alone", alone}, {RuleMustLink, "mustLink", c.MustLink}, {RuleCannotLink, "cannotLink", c.CannotLink}} {
		for i, keys := range links.sets {
			var set mask
			for _, key := range keys {
				at := p.find(key)
				if at < 0 {
					return nil, gov.Errorf(gov.CodeNotFound, "范围内没有可合并的机构 %s", "there is no eligible organ %s in the scope", key).
						At("constraints", links.path, i)
				}
				set |= bit(at)
			}
			rules = append(rules, p.rule(links.kind, set))
		}
	}
	return rules, nil
}

func (p Problem) rule(kind RuleKind, set mask) Rule {
	return Rule{Kind: kind, Organs: p.keys(set), set: set}
}

func (p Problem) find(key string) int {
	return slices.IndexFunc(p.Organs, func(o Organ) bool { return o.Key == key || slices.Contains(o.Members, key) })
}

func (p Problem) keys(set mask) []string {
	var out []string
	for i := range set.each() {
		out = append(out, p.Organs[i].Key)
	}
	return out
}
