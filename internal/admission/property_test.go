package admission_test

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/internal/admission"
	"tiaokuai/internal/change"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/seed"
)

// publishedOn is the day on which walk publishes.
const publishedOn gov.Date = "2024-06-30"

// randomContent is an application to a county that has departments and townships.
func randomContent(d countytest.Dice, c *snapshot.County) admission.Content {
	townships := some(d, c.Townships())
	content := admission.Content{
		Title: "准入", Department: c.Departments()[d.IntN(len(c.Departments()))].Key, LegalBasis: "依据", Townships: keys(townships),
		List: pick(d, gov.ListBasic, gov.ListSupporting, gov.ListTerritorial), Lead: pick(d, "", gov.LevelCounty, gov.LevelTownship),
		Authority: admission.Authority{Via: pick(d, "", gov.ViaGranted, gov.ViaDelegated)},
		From:      pick[gov.Date](d, "", "2024-01-01", "2025-01-01"), Expires: pick[gov.Date](d, "", "2026-01-01"),
	}
	nature := pick(d, gov.NatureEnforcement, gov.NatureApproval, gov.NatureService)
	if duties := c.Duties(); len(duties) > 0 && d.IntN(3) > 0 {
		one := duties[d.IntN(len(duties))]
		content.Duty, nature = one.Key, one.Nature
	} else {
		content.New = &gov.Duty{Name: "全新事项", Nature: nature}
	}
	if nature == gov.NatureEnforcement {
		test := admission.Test{Passed: d.IntN(2) == 0, Reason: "理由"}
		content.Tests = &admission.Tests{Simple: test, Perishable: test, SingleDept: test}
	}
	for _, t := range townships {
		for _, o := range t.Organs() {
			if d.IntN(2) == 0 {
				content.Bearers = append(content.Bearers, admission.Bearer{
					Organ: o.Key, Role: pick(d, "", gov.AssignmentLead, gov.AssignmentSupport),
					Actions: pick(d, nil, []gov.Action{gov.ActionPatrol}, []gov.Action{gov.ActionInspect, gov.ActionPunish}, []gov.Action{gov.ActionApprove}),
				})
			}
			if d.IntN(4) == 0 {
				content.Posts = append(content.Posts, admission.Posts{Organ: o.Key, Posts: []gov.PostCount{{Type: gov.PostInstitution, Count: 1 + d.IntN(3)}}})
			}
		}
	}
	return content
}

func pick[T any](d countytest.Dice, of ...T) T { return of[d.IntN(len(of))] }

// some are one or more of a list.
func some[T any](d countytest.Dice, of []T) []T {
	var out []T
	for _, one := range of {
		if d.IntN(2) == 0 {
			out = append(out, one)
		}
	}
	if len(out) == 0 {
		out = of[:1]
	}
	return out
}

func keys(townships []snapshot.Township) []string {
	out := make([]string, len(townships))
	for i, t := range townships {
		out[i] = t.Key
	}
	return out
}

// holds checks what publication promises: edits that apply, the duty nowhere off its list, authority gaps exactly where
// they were said, and posts that add up.
func holds(t *testing.T, rt *rapid.T, c *snapshot.County, content admission.Content) {
	a, err := admission.New(c, content)
	if err != nil {
		rt.Fatalf("New: %v", err)
	}
	a = walk(t, a)
	edits, err := a.Edits(c)
	if gov.CodeOf(err) == gov.CodeConflict && place(err) == "authority" {
		return // come down in another way elsewhere
	}
	if err != nil {
		rt.Fatalf("Edits: %v", err)
	}
	if again, _ := a.Edits(c); !sameEdits(rt, edits, again) {
		rt.Fatal("the same application gives other edits")
	}
	next, _, err := change.Apply(c, edits, snapshot.Meta{Revision: c.Revision() + 1, Effective: publishedOn})
	if err != nil {
		rt.Fatalf("the edits don't apply: %v", err)
	}
	duty := content.Duty
	if content.New != nil {
		duty = "duty/" + content.New.Name
	}
	said, found, told := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, g := range a.Gaps(c) {
		told[string(g.Kind)+g.Township+g.Organ] = true
		if g.Kind == admission.GapAuthority {
			said[g.Organ] = true
		}
	}
	listed := func(o overlap.Overlap) bool {
		return content.From <= publishedOn && slices.Contains(content.Townships, o.Township)
	}
	for _, o := range overlap.Of(next).All {
		if o.Subject != duty {
			continue
		}
		switch o.Kind {
		case gov.OverlapOffList:
			rt.Fatalf("off its list: %s", overlap.Explain(next, o))
		case gov.OverlapAuthorityGap:
			found[o.Participants[0]] = true
		case gov.OverlapRoleInversion:
			if listed(o) && !told[string(admission.GapCountyLead)+o.Township+o.Participants[0]] {
				rt.Fatalf("not told: %s", overlap.Explain(next, o))
			}
		case gov.OverlapSharedDuty:
			if listed(o) && !told[string(admission.GapSharedLead)+o.Township] {
				rt.Fatalf("not told: %s", overlap.Explain(next, o))
			}
		case gov.OverlapRecalledStillDone:
			if listed(o) {
				rt.Fatalf("on its list and recalled: %s", overlap.Explain(next, o))
			}
		}
	}
	if !maps.Equal(said, found) {
		rt.Fatalf("authority gaps: said %v, found %v", said, found)
	}
	if got, want := posts(next)-posts(c), asked(content); got != want {
		rt.Fatalf("%d posts came along, not %d", got, want)
	}
}

func sameEdits(t *rapid.T, a, b []change.Edit) bool {
	x, err := change.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	y, err := change.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Equal(x, y)
}

func posts(c *snapshot.County) (n int) {
	for _, o := range c.Organs() {
		for _, p := range o.Organ.Posts {
			n += p.Count
		}
	}
	return n
}

func asked(c admission.Content) (n int) {
	for _, g := range c.Posts {
		n += g.Posts[0].Count
	}
	return n
}

func TestWhatPublicationPromises(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := countytest.Rapid(rt)
		c := countytest.Random(d)
		if len(c.Departments()) == 0 {
			rt.Skip("no department to apply")
		}
		holds(t, rt, c, randomContent(d, c))
	})
}

func TestWhatPublicationPromisesInTheSeed(t *testing.T) {
	revisions, err := seed.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := seed.Replay(revisions)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := countytest.Rapid(rt)
		content := randomContent(d, c)
		holds(t, rt, c, content)
	})
}
