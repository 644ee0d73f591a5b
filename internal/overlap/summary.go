package overlap

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// SummaryVersion counts changes of the detectors and of [Summary]'s own form. A summary of another version is computed
// anew, never shown.
const SummaryVersion = 1

// Summary is what a table of many counties shows of one; it is stored with the county's head.
type Summary struct {
	Version     int             `json:"version"`
	Townships   int             `json:"townships"`
	Organs      int             `json:"organs"`    // 党政机构 and 事业单位 alone
	Stations    int             `json:"stations"`  // 派驻站所
	Statutory   int             `json:"statutory"` // 纪委、人大、武装部、群团
	Departments int             `json:"departments"`
	Leaders     int             `json:"leaders"`
	Duties      int             `json:"duties"`
	Overlaps    int             `json:"overlaps"`
	Cost        gov.Micro       `json:"cost"` // structure cost, in millionths
	Irreducible gov.Micro       `json:"irreducible"`
	Kinds       []KindCount     `json:"kinds"`      // every kind, in the order of Detectors
	Severities  []SeverityCount `json:"severities"` // LOW, MEDIUM, HIGH
}

// SeverityCount is how many overlaps stand in a band and what they cost.
type SeverityCount struct {
	Severity Severity  `json:"severity"`
	Count    int       `json:"count"`
	Cost     gov.Micro `json:"cost"`
}

// Summarize sums a county up.
func Summarize(c *snapshot.County) Summary {
	s := Summary{Version: SummaryVersion, Departments: len(c.Departments()), Duties: len(c.Duties())}
	for _, t := range c.Townships() {
		s.countTownship(t)
	}
	s.addOverlaps(Of(c).All)
	return s
}

// CountSeverities counts overlaps by band, LOW first.
func CountSeverities(os []Overlap) []SeverityCount {
	counts := []SeverityCount{{Severity: SeverityLow}, {Severity: SeverityMedium}, {Severity: SeverityHigh}}
	for i := range os {
		for j := range counts {
			if counts[j].Severity == os[i].Severity {
				counts[j].Count++
				counts[j].Cost += os[i].Cost
			}
		}
	}
	return counts
}
