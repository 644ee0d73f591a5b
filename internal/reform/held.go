package reform

// Held is a rule held to a partition.
type Held struct {
	Rule Rule
	Kept bool
	// Breaking are the groups that break it, as keys; none where the whole partition does.
	Breaking [][]string
}

// Hold holds every rule of the constraints to a partition, a planner's own, which [Problem.Evaluate] takes.
func (p Problem) Hold(groups [][]string) ([]Held, error) {
	rules, err := p.Rules()
	if err != nil {
		return nil, err
	}
	read := plain{p, nil}
	out := make([]Held, len(rules))
	for i, r := range rules {
		read.rules = rules[i : i+1]
		out[i] = Held{Rule: r, Kept: true}
		for _, keys := range groups {
			var organs []int
			for _, key := range keys {
				if at := p.find(key); at >= 0 {
					organs = append(organs, at)
				}
			}
			if !read.allows(organs) || read.parts(organs) {
				out[i].Breaking = append(out[i].Breaking, keys)
			}
		}
		few := r.Kind == RuleMinOrgans && len(groups) < r.Limit
		many := r.Kind == RuleMaxOrgans && len(groups) > r.Limit
		out[i].Kept = !few && !many && len(out[i].Breaking) == 0
	}
	return out, nil
}
