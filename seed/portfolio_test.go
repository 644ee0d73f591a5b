package seed_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// TestPortfolio scores the report's proposal in both readings: 0 DOUBLE_LEADERSHIP, ASSIST not counted, and agriculture
// in the hands of three leaders instead of four.
func TestPortfolio(t *testing.T) {
	head := load(t).county
	for reading, leaders := range map[seed.Reading]int{seed.ReadingOne: 12, seed.ReadingTwo: 13} {
		t.Run(string(reading), func(t *testing.T) {
			c := propose(t, head, reading)
			count := map[gov.OverlapKind]int{}
			for _, o := range overlap.Of(c).All {
				count[o.Kind]++
				if o.Kind == gov.OverlapSplitLeadership && o.Subject == "department/农业农村部门" && len(o.Participants) != 3 {
					t.Errorf("%s: agriculture is led by %v", o.Township, o.Participants)
				}
			}
			for _, kind := range []gov.OverlapKind{gov.OverlapDoubleLeadership, gov.OverlapLeaderSpan, gov.OverlapUnledOrgan} {
				if count[kind] != 0 {
					t.Errorf("%d %s", count[kind], kind)
				}
			}
			for _, township := range c.Townships() {
				if len(township.Leaders()) != leaders {
					t.Errorf("%s has %d leaders", township.Name, len(township.Leaders()))
				}
				checkNotStated(t, township)
			}
		})
	}
}

func propose(t *testing.T, head *snapshot.County, reading seed.Reading) *snapshot.County {
	t.Helper()
	edits, err := seed.Portfolio(head, reading)
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := change.Apply(head, edits, snapshot.Meta{Revision: head.Revision() + 1, Effective: head.Meta().Effective})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// checkNotStated: an organ that the proposal does not mention has no leader.
func checkNotStated(t *testing.T, township snapshot.Township) {
	t.Helper()
	var open []string
	for _, o := range township.Organs() {
		led := slices.ContainsFunc(o.Charges(), func(e snapshot.Charge) bool { return e.Role == gov.ChargeLead })
		if !led && !o.Kind.Station() {
			open = append(open, o.Name)
		}
	}
	want := []string{"党政综合办公室", "行政审批服务中心", "退役军人服务站"}
	if township.Size == gov.SizeLarge {
		want = append(want, "招商促进服务中心")
	}
	if diff := cmp.Diff(want, open); diff != "" {
		t.Errorf("%s: not stated (-want +got):\n%s", township.Name, diff)
	}
}
