package seed

import (
	"path"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

// Reading is one way to read “党委副书记、政法委员” in the report's proposed portfolio.
type Reading string

// The readings.
const (
	ReadingOne Reading = "one" // one person with two posts; the default
	ReadingTwo Reading = "two" // two persons
)

// Portfolio is the report's proposed division of work among leaders (三（三）二) as edits on the seed's head: every LEAD
// and ASSIST charge there is ends, then those that the report names begin, in every township. Organs that the report
// does not mention are left without a charge: not stated.
func Portfolio(head *snapshot.County, reading Reading) ([]change.Edit, error) {
	edits, _, err := portfolio(head, reading)
	return edits, err
}

func portfolio(head *snapshot.County, reading Reading) (edits []change.Edit, note string, err error) {
	b, err := openBook()
	if err != nil {
		return nil, "", err
	}
	for _, s := range head.Sources() {
		b.created[s.Key] = true
	}
	var file struct {
		Reading Reading `json:"reading"`
		Note    string  `json:"note"`
		Steps   []step  `json:"steps"`
	}
	if err := readJSON(path.Join(County, "portfolio-"+string(reading)+".json"), &file); err != nil {
		return nil, "", err
	}
	proposed, err := b.expand(file.Steps)
	if err != nil {
		return nil, "", err
	}
	return append(endCharges(head), proposed...), file.Note, nil
}

// endCharges ends what the proposal replaces; 主持全面 and 联系 stay.
func endCharges(head *snapshot.County) []change.Edit {
	var out []change.Edit
	for _, l := range head.Leaders() {
		for _, c := range l.Charges() {
			if c.Role == gov.ChargeLead || c.Role == gov.ChargeAssist {
				out = append(out, &change.UnassignLeader{Leader: c.From, Organ: c.To})
			}
		}
	}
	return out
}
