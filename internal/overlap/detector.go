package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Detector is one kind of overlap: how it is found, and everything that is said of it. Exactly one of township and
// county is set; county may read the county's own nodes and edges alone.
type Detector struct {
	Kind       gov.OverlapKind
	Class      Class
	Weight     gov.Micro // default price of one unit of excess
	Name       gov.Text  // 多对一
	Definition gov.Text  // when it is found
	Formula    gov.Text  // how its size is measured
	Necessary  gov.Text  // which part of it no allowed edit lowers
	Source     gov.Text  // where the definition comes from

	township func(snapshot.Township, *findings)
	county   func(*snapshot.County, *findings)
	explain  func(*snapshot.County, Overlap) gov.Text // what was found; [Detector.Explain] adds what it costs
}

// OfCounty says whether the kind is found once per county rather than in a township.
func (d Detector) OfCounty() bool { return d.county != nil }

// WeightIn is the price of one unit of excess in a county: its own, else the default.
func (d Detector) WeightIn(c *snapshot.County) gov.Micro {
	if w, ok := c.Settings.Weight(d.Kind); ok {
		return w
	}
	return d.Weight
}

// InTownship finds the kind in a township; nothing if it is one of the county.
func (d Detector) InTownship(t snapshot.Township) []Overlap {
	fs := newFindings(t.Key)
	d.inTownship(t, fs)
	return fs.overlaps
}

func (d *Detector) inTownship(t snapshot.Township, fs *findings) {
	if d.township != nil {
		fs.of, fs.weight = d, d.WeightIn(t.County())
		d.township(t, fs)
	}
}

// InCounty finds the kind among the county's own nodes; nothing if it is one of townships.
func (d Detector) InCounty(c *snapshot.County) []Overlap {
	fs := newFindings("")
	d.inCounty(c, fs)
	return fs.overlaps
}

func (d *Detector) inCounty(c *snapshot.County, fs *findings) {
	if d.county != nil {
		fs.of, fs.weight = d, d.WeightIn(c)
		d.county(c, fs)
	}
}
