package overlap_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/overlap"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

func TestTwins(t *testing.T) {
	db := neo4jtest.Shared(t)
	driver := db.Driver(t)
	for name, text := range fixtureCounties(t) {
		c := dated(t, text)
		db.Empty(t)
		project(t, driver, c.Key, c.Graph())
		for _, r := range overlap.Cookbook() {
			var want []string
			for _, o := range overlap.Of(c).All {
				if o.Kind == r.Detector.Kind {
					want = append(want, fmt.Sprint(o.Township, "|", o.Subject, "|", o.Topic, "|", strings.Join(slices.Sorted(slices.Values(o.Participants)), ",")))
				}
			}
			slices.Sort(want)
			got := queryRows(t.Context(), t, driver, r.Query, overlap.RecipeParameters(c))
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s %s: %s", name, r.Detector.Kind, d)
			}
		}
	}
}
