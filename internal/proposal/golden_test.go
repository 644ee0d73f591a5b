package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/proposal"
	"tiaokuai/internal/reform"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// head is the seed's head, whole.
func head(t testing.TB) *snapshot.County {
	t.Helper()
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// documented is the seed's head as its DOCUMENT nodes and edges alone tell it.
func documented(t testing.TB) *snapshot.County {
	t.Helper()
	return head(t).Filter([]gov.Basis{gov.BasisDocument}, "bDOCUMENT")
}

func propose(t testing.TB, c *snapshot.County, scope proposal.Scope, kinds ...proposal.Kind) []proposal.Proposal {
	t.Helper()
	all, err := proposal.New().Propose(t.Context(), c, scope, proposal.Options{Kinds: kinds})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// applied is the county after a proposal's edits.
func applied(t testing.TB, c *snapshot.County, edits []change.Edit) *snapshot.County {
	t.Helper()
	meta := c.Meta()
	meta.Revision++
	after, _, err := change.Apply(c, edits, meta)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

// faced counts the organs of a township that answer to a department by BUSINESS.
func faced(t snapshot.Township, department string) int {
	n := 0
	for d := range t.County().EachDepartment() {
		if d.Name != department {
			continue
		}
		for _, e := range t.Facing(d) {
			if e.Nature == gov.NatureBusiness {
				n++
			}
		}
	}
	return n
}

func goldenScopes(c *snapshot.County) []proposal.Scope {
	scopes := []proposal.Scope{{Class: gov.SizeLarge}, {Class: gov.SizeMedium}}
	for _, t := range c.Townships() {
		scopes = append(scopes, proposal.Scope{Township: t.Key})
	}
	return scopes
}

// TestGoldenMerger is the first merger of every township and size class, from the report's own edges and with all.
func TestGoldenMerger(t *testing.T) {
	for _, c := range []*snapshot.County{documented(t), head(t)} {
		for _, scope := range goldenScopes(c) {
			p := propose(t, c, scope, proposal.KindMergeOrgans)[0]
			want := "合并设置乡村建设办公室、村镇规划建设办公室为乡村规划建设办公室"
			if p.Title.ZH != want || p.Net() <= 0 {
				t.Errorf("%v: %s, net %s", scope, p.Title, p.Net())
			}
			if len(p.Sensitivity) != 4 || len(p.Alternatives) == 0 {
				t.Errorf("%v: %d ranges, %d alternatives", scope, len(p.Sensitivity), len(p.Alternatives))
			}
		}
	}
}

// TestGoldenWorthIt lists mergers that are worth their price though the objective alone would not have them: their leaders,
// and what else they cure, count too.
func TestGoldenWorthIt(t *testing.T) {
	c := head(t)
	var scope proposal.Scope
	for _, township := range c.Townships() {
		if township.Name == "大冶镇" {
			scope.Township = township.Key
		}
	}
	listed := func(w reform.Weights, names string) (proposal.Proposal, int) {
		all, err := proposal.New().Propose(t.Context(), c, scope, proposal.Options{Weights: &w, Kinds: []proposal.Kind{proposal.KindMergeOrgans}})
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range all {
			if strings.HasPrefix(p.Title.ZH, "合并设置"+names+"为") {
				return p, i
			}
		}
		return proposal.Proposal{}, -1
	}
	w := reform.WeightsOf(c)
	if p, at := listed(w, "乡村建设办公室、应急管理办公室"); at < 0 || p.Net() <= 0 {
		t.Errorf("place %d, net %s", at, p.Net())
	}
	now, _ := listed(w, "乡村建设办公室、村镇规划建设办公室")
	w.Integration = 8 * gov.One
	then, at := listed(w, "乡村建设办公室、村镇规划建设办公室")
	if at != 0 || then.Gain != now.Gain || then.Net() != then.Gain-then.Price || then.Net() <= 0 {
		t.Errorf("at eight times the integration: place %d, gain %s, price %s", at, then.Gain, then.Price)
	}
}

// TestGoldenFacing is who faces whom before and after it, and what is then left to ask.
func TestGoldenFacing(t *testing.T) {
	c := documented(t)
	for _, township := range c.Townships() {
		scope := proposal.Scope{Township: township.Key}
		if a, b := faced(township, "农业农村部门"), faced(township, "自然资源部门"); a != 4 || b != 3 {
			t.Fatalf("%s: %d and %d before", township.Name, a, b)
		}
		p := propose(t, c, scope, proposal.KindMergeOrgans)[0]
		after := applied(t, c, p.Edits)
		now, _ := snapshot.Lookup[snapshot.Township](after, township.Key)
		if a, b := faced(now, "农业农村部门"), faced(now, "自然资源部门"); a != 3 || b != 2 {
			t.Errorf("%s: %d and %d after", township.Name, a, b)
		}
		refine := propose(t, after, scope, proposal.KindRefineCounterparts)
		i := slices.IndexFunc(refine, func(p proposal.Proposal) bool { return p.Subjects[0] == "department/农业农村部门" })
		if i < 0 || len(refine[i].Edits) > 0 || refine[i].Request.ZH == "" || refine[i].Gain != 0 {
			t.Errorf("%s: 农业农村 is not a request: %+v", township.Name, refine)
		}
	}
}

// TestGoldenManagement is the authority splits before and after dual management.
func TestGoldenManagement(t *testing.T) {
	for _, c := range []*snapshot.County{documented(t), head(t)} {
		for _, township := range c.Townships() {
			var split []string
			for _, o := range overlap.OfTownship(township) {
				switch o.Kind {
				case gov.OverlapAuthoritySplit:
					n, _ := c.Node(o.Subject)
					split = append(split, n.NodeName())
				case gov.OverlapUnledOrgan, gov.OverlapUnownedDuty:
					t.Errorf("%s: %s", township.Name, o.Kind)
				}
			}
			if diff := cmp.Diff([]string{"市场监管所", "自然资源规划所", "财政所"}, split); diff != "" {
				t.Errorf("%s (-want +got):\n%s", township.Name, diff)
			}
			p := propose(t, c, proposal.Scope{Township: township.Key}, proposal.KindDualManagement)
			if len(p) != 1 || p[0].Gain < 3*gov.One {
				t.Fatalf("%s: %d proposals", township.Name, len(p))
			}
			after, _ := snapshot.Lookup[snapshot.Township](applied(t, c, p[0].Edits), township.Key)
			for _, o := range overlap.OfTownship(after) {
				if o.Kind == gov.OverlapAuthoritySplit || o.Kind == gov.OverlapLineBlockGap {
					t.Errorf("%s after: %s on %s", township.Name, o.Kind, o.Subject)
				}
			}
		}
	}
}

// TestFrontierPoints are plans whose edits apply and whose figures are those of the county after them.
func TestFrontierPoints(t *testing.T) {
	c := head(t)
	for _, scope := range []proposal.Scope{{Township: c.Townships()[0].Key}, {Class: gov.SizeLarge}} {
		points, err := proposal.New().FrontierOf(t.Context(), c, scope, proposal.Options{})
		if err != nil || len(points) < 3 {
			t.Fatalf("%d points, %v", len(points), err)
		}
		for i, p := range points {
			if text, err := p.Certificate(t.Context()); text == "" || err != nil || i > 0 && p.Organs <= points[i-1].Organs {
				t.Errorf("%v: point %d: certificate %q, %v", scope, p.Organs, text, err)
			}
			checkGain(t, c, p.Proposal)
			for _, o := range p.Proposal.Introduces {
				if o.Kind == gov.OverlapDoubleLeadership {
					t.Errorf("%v: %d organs: two leaders for %s", scope, p.Organs, o.Subject)
				}
			}
		}
		// Where nothing is merged portfolios are assigned anew too, so that what a merger saves is not what leaders save.
		last, want := points[len(points)-1].Proposal, gov.Micro(0)
		for _, p := range propose(t, c, scope, proposal.KindReassignLeaders) {
			want += p.Gain
		}
		if last.Gain != want || want == 0 || len(last.Edits) == 0 || last.Units != 0 || last.Price != 0 {
			t.Errorf("%v: %s saves %s with %d edits, leaders alone save %s", scope, last.Title, last.Gain, len(last.Edits), want)
		}
	}
}

// TestScopes are those that can't be asked about.
func TestScopes(t *testing.T) {
	c := documented(t)
	for _, one := range []struct {
		scope proposal.Scope
		code  gov.Code
	}{
		{proposal.Scope{Township: "township/无"}, gov.CodeNotFound},
		{proposal.Scope{Class: gov.SizeSmall}, gov.CodeNotFound},
		{proposal.Scope{Class: "HUGE"}, gov.CodeInvalid},
		{proposal.Scope{Township: c.Townships()[0].Key, Class: gov.SizeLarge}, gov.CodeInvalid},
	} {
		_, err := proposal.New().Propose(t.Context(), c, one.scope, proposal.Options{})
		if gov.CodeOf(err) != one.code {
			t.Errorf("%v: %v", one.scope, err)
		}
	}
	if _, err := proposal.New().FrontierOf(t.Context(), c, proposal.Scope{}, proposal.Options{}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("the frontier of a county: %v", err)
	}
	if _, err := proposal.New().Propose(t.Context(), c, proposal.Scope{}, proposal.Options{Presets: []string{"K99"}}); gov.CodeOf(err) != gov.CodeNotFound {
		t.Errorf("an unknown preset: %v", err)
	}
}
