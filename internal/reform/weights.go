package reform

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Weights are the prices of the objective's terms in units per unit. One unit is one excess counterpart interface.
type Weights struct {
	Interfaces gov.Micro `json:"interfaces"` // w1, of an organ's interface to a whole department; default: the county's MANY_TO_ONE weight (1)
	Duties     gov.Micro `json:"duties"`     // w2, of a duty that an organ leads; default: the county's SHARED_DUTY weight (1)
	Span       gov.Micro `json:"span"`       // w3, of a department beyond the limit; default: the county's ONE_TO_MANY weight (0.5)
	// Integration is α: what it costs to bring one more organ under a roof with others that it has nothing in common with;
	// default 2: as much as two excess interfaces, the middle of what fits real reforms (1 to 3, see bench/reforms).
	Integration gov.Micro `json:"integration"`
	// Dissolution is β, of each organ that ceases to be; default 0. It is the same for every partition into as many
	// organs, so it only moves which number of organs costs least.
	Dissolution gov.Micro `json:"dissolution,omitempty"`
}

// DefaultIntegration is α where nothing else is said.
const DefaultIntegration = 2 * gov.One

// WeightsOf are a county's own weights of the kinds of overlap that the objective stands for, with the default of α.
func WeightsOf(c *snapshot.County) Weights {
	return Weights{
		Interfaces: weightOf(c, gov.OverlapManyToOne), Duties: weightOf(c, gov.OverlapSharedDuty), Span: weightOf(c, gov.OverlapOneToMany),
		Integration: DefaultIntegration,
	}
}

func weightOf(c *snapshot.County, kind gov.OverlapKind) gov.Micro {
	d, _ := overlap.Lookup(kind)
	return d.WeightIn(c)
}

// Check refuses weights below 0 and above 1000.
func (w Weights) Check() gov.Problems {
	var p gov.Problems
	for _, f := range []struct {
		name  string
		value gov.Micro
	}{
		{"interfaces", w.Interfaces}, {"duties", w.Duties}, {"span", w.Span}, {"integration", w.Integration}, {"dissolution", w.Dissolution},
	} {
		if f.value < 0 || f.value > 1000*gov.One {
			p = append(p, gov.Errorf(gov.CodeInvalid, "权重应在 0 到 1000 之间", "a weight must be between 0 and 1000").At("weights", f.name))
		}
	}
	return p
}
