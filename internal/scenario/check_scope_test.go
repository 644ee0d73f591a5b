package scenario_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/scenario"
)

// TestScope: a plan is told of each township outside its scope that it changes; what is the county's own is in every scope.
func TestScope(t *testing.T) {
	base := countytest.Parse(t, twoTowns)
	base = moved(t, base, &change.UpdateTownship{Key: "township/东镇", Set: []byte(`{"size":"LARGE"}`)}, &change.UpdateTownship{Key: "township/西镇", Set: []byte(`{"size":"SMALL"}`)})
	east := &change.UpdateTownship{Key: "township/东镇", Set: []byte(`{"sizeReason":"经济发达镇"}`)}
	west := &change.UpdateTownship{Key: "township/西镇", Set: []byte(`{"sizeReason":"人口少"}`)}
	grown := &change.UpdateTownship{Key: "township/西镇", Set: []byte(`{"size":"LARGE"}`)}
	for _, c := range []struct {
		name  string
		scope proposal.Scope
		edits []change.Edit
		want  []string
	}{
		{"the whole county", proposal.Scope{}, []change.Edit{east, west}, nil},
		{"the township of the scope, and the county's own", proposal.Scope{Township: "township/东镇"}, []change.Edit{east, note("联席会议")}, nil},
		{"another township", proposal.Scope{Township: "township/东镇"}, []change.Edit{east, west}, []string{"township/西镇"}},
		{"another size class", proposal.Scope{Class: gov.SizeSmall}, []change.Edit{east, west}, []string{"township/东镇"}},
		{"one that comes into the class", proposal.Scope{Class: gov.SizeLarge}, []change.Edit{grown}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := plan(t, base, c.edits...)
			s.Scope = c.scope
			after := result(t, s, base)
			var got []string
			for _, i := range scenario.Check(base, after, s.Scope) {
				if i.Kind != scenario.IssueOutOfScope || i.Severity != scenario.SeverityWarning || i.Text.ZH == "" || i.Text.EN == "" {
					t.Errorf("%+v", i)
				}
				got = append(got, i.Township)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if _, err := s.Submit(base, after, by("甲")); err != nil {
				t.Errorf("a warning keeps it from being handed in: %v", err)
			}
		})
	}
}
