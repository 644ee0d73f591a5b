package scenario_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

// FuzzDecode holds that no body breaks the reading of scenarios and that what was read is written and read again alike.
func FuzzDecode(f *testing.F) {
	base := countytest.Parse(f, twoTowns)
	body, err := plan(f, base, &change.AbolishOrgan{Organ: farm}, note("会")).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Fuzz(func(t *testing.T, body []byte) {
		s, err := scenario.Decode(body)
		if err != nil {
			return
		}
		if c, _, err := s.Result(base, "p"); err == nil {
			scenario.Check(base, c, proposal.Scope{})
		}
		again, err := s.Encode()
		if err != nil {
			return
		}
		back, err := scenario.Decode(again)
		if err != nil {
			t.Fatalf("%s: %v", again, err)
		}
		twice, err := back.Encode()
		if d := cmp.Diff(string(again), string(twice)); err != nil || d != "" {
			t.Errorf("%v %s", err, d)
		}
	})
}
