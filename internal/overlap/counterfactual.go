package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Counterfactual is what one edge costs: what would be without it, all else unchanged.
type Counterfactual struct {
	Evidence    Evidence
	CostWithout gov.Micro // of the same finding; 0 where it is gone
	// Saved is by how much the structure cost of the township (for a finding of the county, of the county's own nodes)
	// falls, all kinds taken together. It is negative where the edge's absence costs more than its presence: the one
	// leader of an organ whose portfolios are declared complete.
	Saved gov.Micro
}

// Counterfactuals drops each edge of a finding's evidence in turn, its ends kept, and finds anew. Evidence that is an
// attribute has none. It fails only with a snapshot that the finding is not of.
func Counterfactuals(c *snapshot.County, o Overlap) ([]Counterfactual, error) {
	before := Cost(scope(c, o.Township))
	var out []Counterfactual
	for _, e := range o.Evidence {
		if e.Edge == "" {
			continue
		}
		without, err := withoutEdge(c, e.Edge)
		if err != nil {
			return nil, err
		}
		left := scope(without, o.Township)
		cf := Counterfactual{Evidence: e, Saved: before - Cost(left)}
		for i := range left {
			if left[i].Fingerprint == o.Fingerprint {
				cf.CostWithout = left[i].Cost
			}
		}
		out = append(out, cf)
	}
	return out, nil
}

// scope are the findings of a township, or with an empty key of the county's own nodes.
func scope(c *snapshot.County, township string) []Overlap {
	if township == "" {
		return OfCounty(c)
	}
	t, ok := snapshot.Lookup[snapshot.Township](c, township)
	if !ok {
		return nil
	}
	return OfTownship(t)
}

func withoutEdge(c *snapshot.County, key string) (*snapshot.County, error) {
	e, ok := c.Edge(gov.SplitEdgeKey(key))
	if !ok {
		return nil, gov.Errorf(gov.CodeStale, "关系 %s 已不在此版本中", "edge %s is not in this version", key)
	}
	return c.Apply(gov.Delta{Edges: []gov.EdgeChange{{Before: e}}}, c.Meta())
}
