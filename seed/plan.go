package seed

import (
	"tiaokuai/internal/change"
	"tiaokuai/internal/snapshot"
)

// Plan is a scenario that stands beside the county: one that the report itself proposes.
type Plan struct {
	ID    string // fixed, so that every store that loads the seed holds the same plan
	Title string
	Note  string // what was read how
	Edits []change.Edit
}

// Plans are the report's proposed division of work among leaders, in both readings, on the seed's head.
func Plans(head *snapshot.County) ([]Plan, error) {
	var out []Plan
	for _, p := range []struct {
		reading Reading
		title   string
	}{
		{ReadingOne, "报告建议的班子分工：党委副书记兼政法委员（一人两职）"},
		{ReadingTwo, "报告建议的班子分工：党委副书记、政法委员（两人）"},
	} {
		edits, note, err := portfolio(head, p.reading)
		if err != nil {
			return nil, err
		}
		out = append(out, Plan{"report-portfolio-" + string(p.reading), p.title, note, edits})
	}
	return out, nil
}
