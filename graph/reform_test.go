package graph_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tiaokuai/internal/change"
	"tiaokuai/internal/exchange"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/seed"
)

// TestReforms plans on the seed, over each store.
func TestReforms(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			s := e.open(t)
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			fill(t, s)
			api := serve(t, s)
			t.Run("portfolio", func(t *testing.T) { checkPortfolio(t, s, api) })
			t.Run("apart", func(t *testing.T) { checkApart(t, api) })
			t.Run("there and back", func(t *testing.T) { checkThereAndBack(t, s, api) })
		})
	}
}

// planned is a scenario as an answer shows it.
type planned struct {
	ID      string
	Version int
	State   string
}

const plannedFields = "scenario { id version state }"

// checkPortfolio scores the report's recommended division of work in both readings: no organ has two leaders, none leads
// too many organs, agriculture has three leaders, and the figures are those of the edits applied to the seed.
func checkPortfolio(t *testing.T, s store.Store, api api) {
	head := loaded(t, s)
	var ids []string
	var scored []metrics
	for _, reading := range []seed.Reading{seed.ReadingOne, seed.ReadingTwo} {
		edits, err := seed.Portfolio(head, reading)
		if err != nil {
			t.Fatal(err)
		}
		plan := createdFrom(t, api, "portfolio-"+string(reading), edits)
		want, _, err := change.Apply(head, edits, snapshot.Meta{Revision: head.Revision() + 1})
		if err != nil {
			t.Fatal(err)
		}
		ids, scored = append(ids, plan.ID), append(scored, checkScore(t, api, plan.ID, want))
	}
	var columns []struct{ Metrics metrics }
	api.askWith(t, `query($ids: [ID!]!) { compare(scenarios: $ids) { columns { metrics { `+metricsFields+` } } } }`, map[string]any{"ids": ids}, "compare.columns", &columns)
	if diff := cmp.Diff(scored, []metrics{columns[0].Metrics, columns[1].Metrics}); diff != "" {
		t.Errorf("side by side (-alone +compared)\n%s", diff)
	}
}

const metricsFields = "organs leaders overlaps structureCost byKind { kind count cost }"

type metrics struct {
	Organs, Leaders, Overlaps int
	StructureCost             float64
	ByKind                    []struct {
		Kind  gov.OverlapKind
		Count int
		Cost  float64
	}
}

// checkScore reads a portfolio's result through the types of live data.
func checkScore(t *testing.T, api api, id string, want *snapshot.County) metrics {
	t.Helper()
	var got struct {
		After  metrics
		Result struct {
			Metrics metrics
			Double  struct{ TotalCount int }
			Split   struct {
				Nodes []struct {
					Subject      named
					Participants []named
				}
			}
		}
	}
	api.askWith(t, `query($id: ID!) { scenario(id: $id) { after { `+metricsFields+` } result { metrics { `+metricsFields+` }
		double: overlaps(filter: {kinds: [DOUBLE_LEADERSHIP, LEADER_SPAN, UNLED_ORGAN]}) { totalCount }
		split: overlaps(filter: {kinds: [SPLIT_LEADERSHIP]}, first: 500) { nodes { subject { name } participants { name } } } } } }`,
		map[string]string{"id": id}, "scenario", &got)
	if got.Result.Double.TotalCount != 0 {
		t.Errorf("%d leaderships are double, too wide or missing", got.Result.Double.TotalCount)
	}
	agriculture := 0
	for _, o := range got.Result.Split.Nodes {
		if o.Subject.Name == "农业农村部门" {
			if agriculture++; len(o.Participants) != 3 {
				t.Errorf("agriculture is led by %v", o.Participants)
			}
		}
	}
	sum := overlap.Summarize(want)
	if agriculture != len(want.Townships()) || got.Result.Metrics.Leaders != len(want.Leaders()) ||
		got.Result.Metrics.StructureCost != sum.Cost.Float() || got.Result.Metrics.Overlaps != sum.Overlaps {
		t.Errorf("%d times agriculture, %+v; want cost %s of %d", agriculture, got.Result.Metrics, sum.Cost, sum.Overlaps)
	}
	if diff := cmp.Diff(got.After, got.Result.Metrics); diff != "" {
		t.Errorf("after and the result's metrics differ\n%s", diff)
	}
	return got.After
}

// createdFrom makes a scenario that begins with edits.
func createdFrom(t *testing.T, api api, key string, edits []change.Edit) planned {
	t.Helper()
	encoded, err := change.Encode(edits)
	if err != nil {
		t.Fatal(err)
	}
	var p planned
	api.askWith(t, `mutation($key: String!, $edits: [EditInput!]!) { createScenario(input: {county: "410185", title: "班子分工", key: $key, edits: $edits}) { `+plannedFields+` } }`,
		map[string]any{"key": key, "edits": encoded}, "createScenario.scenario", &p)
	return p
}

// loaded is the seed's county as the store's own graph has it.
func loaded(t *testing.T, s store.Store) *snapshot.County {
	t.Helper()
	head, graph, err := s.Load(t.Context(), seed.County)
	if err != nil {
		t.Fatal(err)
	}
	c, err := snapshot.Build(graph, snapshot.Meta{Revision: head.Revision})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// exported is the county that the store's own graph has, as a file without revision and day.
func exported(t *testing.T, s store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, loaded(t, s).With(snapshot.Meta{})); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wholeFields are all that there is in a county without ids, which differ from world to world; in parts, since one answer
// may not hold so much.
var wholeFields = []string{
	`name kind regions { key } aliases { alias name } settings { version weights { kind weight } } measures { key name status } indicators { key } sources { key name article quote date }
	metrics { organs leaders departments duties overlaps structureCost byKind { kind count cost } }`,
	`townships { nodes { key name kind size sizeReason middlePosts portfoliosComplete assignmentsComplete basis sources { key } attributeBases { attribute basis }
	formers { key names reason revision sources { key } successions { reason revision successor { key } } } } }`,
	`organs(first: 500) { nodes { key name kind branch basis sources { key } attributeBases { attribute basis } shortNames formerNames plates { name kind } management quotaCategory
	powers { power holder mode } attendsMeetings enforcementSubject posts { type count } staff leadingPosts managementPosts technicalPosts rank rankEligibility rankCondition mandatory integrating } }`,
	`organs(first: 500) { nodes { key counterparts { department { key } sections { key } nature scope basis } charges { leader { key } role basis } } }`,
	`organs(first: 500) { nodes { key assignments { duty { key } role actions content basis } dispatches { department { key } basis } } }`,
	`departments(first: 100) { nodes { key name kind system shortNames formerNames basis sections { key name } assignments { duty { key } role actions } } }`,
	`leaders(first: 500) { nodes { key name posts rank basis charges { organ { key } role } lines { name role } } }`,
	`duties(first: 100) { nodes { key name aspect domain nature basis legalBasis universal listings { list lead townships from until document } } }`,
	`overlaps(first: 500) { totalCount totalCost nodes { fingerprint evidenceHash kind cost reducibleCost severity explanation participants { key } } }`,
}

// whole is the county in a world as the API tells it.
func whole(t *testing.T, api api, at any) string {
	t.Helper()
	var b strings.Builder
	for _, fields := range wholeFields {
		var got json.RawMessage
		api.askWith(t, `query($at: VersionInput) { county(code: "410185", at: $at) { `+fields+` } }`, map[string]any{"at": at}, "county", &got)
		b.Write(got)
		b.WriteByte('\n')
	}
	return b.String()
}

// checkThereAndBack makes a scenario of a proposal, applies and reverts it: what the scenario promised is what comes, and
// then the county is what it was, to the byte, by the API and by the file of the store's own graph.
func checkThereAndBack(t *testing.T, s store.Store, api api) {
	before, file := whole(t, api, nil), exported(t, s)
	var proposed []struct{ ID string }
	api.ask(t, `{ county(code: "410185") { proposals(scope: {size: MEDIUM}, kinds: [MERGE_ORGANS], first: 1) { nodes { id } } } }`, "county.proposals.nodes", &proposed)
	var plan planned
	api.askWith(t, `mutation($proposal: ID!) { createScenario(input: {county: "410185", title: "中等乡镇合并", key: "merge", proposals: [$proposal], edits: [
		{recordApproval: {authority: "县委编委", document: "登编〔2024〕7号", date: "2024-06-01"}}]}) { `+plannedFields+` } }`,
		map[string]string{"proposal": proposed[0].ID}, "createScenario.scenario", &plan)
	promised := whole(t, api, map[string]string{"scenario": plan.ID})
	if promised == before {
		t.Fatal("the scenario changes nothing")
	}
	if whole(t, api, nil) != before || exported(t, s) != file {
		t.Error("a scenario has changed the county")
	}
	plan = act(t, api, "submitScenario", plan)
	plan = act(t, api, "applyScenario", plan)
	if diff := cmp.Diff(promised, whole(t, api, nil)); diff != "" {
		t.Errorf("the county is not what the scenario promised (-promised +is)\n%s", diff)
	}
	if exported(t, s) == file {
		t.Error("nothing has come to the store")
	}
	if answer := string(api.post(t, "en", fmt.Sprintf(`{ node(id: %q) { id } }`, proposed[0].ID), nil)); !strings.Contains(answer, `"code":"STALE"`) {
		t.Errorf("the merger that was carried out: %s", answer)
	}
	var commit string
	api.askWith(t, `query($id: ID!) { scenario(id: $id) { commit { id } } }`, map[string]string{"id": plan.ID}, "scenario.commit.id", &commit)
	var revision int64
	api.askWith(t, `mutation($id: ID!) { revert(input: {commit: $id, reason: "撤回"}) { commit { revision } } }`, map[string]string{"id": commit}, "revert.commit.revision", &revision)
	if diff := cmp.Diff(before, whole(t, api, nil)); diff != "" {
		t.Errorf("reverted, by the API (-before +after)\n%s", diff)
	}
	if diff := cmp.Diff(file, exported(t, s)); diff != "" {
		t.Errorf("reverted, in the store (-before +after)\n%s", diff)
	}
	if got := whole(t, api, map[string]int64{"revision": revision - 1}); got != promised {
		t.Error("the revision between is no longer what the scenario promised")
	}
}

// act does what needs no more than a scenario and its version.
func act(t *testing.T, api api, what string, p planned) planned {
	t.Helper()
	api.askWith(t, fmt.Sprintf(`mutation($id: ID!, $version: Int!) { %s(input: {scenario: $id, version: $version}) { %s } }`, what, plannedFields),
		map[string]any{"id": p.ID, "version": p.Version}, what+".scenario", &p)
	return p
}

// checkApart begins a scenario with two proposals that do not go together: the refusal names the second, once.
func checkApart(t *testing.T, api api) {
	var found []struct{ ID string }
	for _, kind := range []string{"MERGE_ORGANS", "REASSIGN_LEADERS"} {
		var nodes []struct{ ID string }
		api.ask(t, `{ county(code: "410185") { proposals(scope: {townships: ["township/大冶镇"]}, kinds: [`+kind+`], first: 1) { nodes { id } } } }`, "county.proposals.nodes", &nodes)
		found = append(found, nodes...)
	}
	if len(found) != 2 {
		t.Fatalf("%d proposals", len(found))
	}
	query := fmt.Sprintf(`mutation { createScenario(input: {county: "410185", title: "两项", township: "township/大冶镇", proposals: [%q, %q]}) { scenario { id } } }`, found[0].ID, found[1].ID)
	var answer struct {
		Errors []struct {
			Extensions struct {
				Argument []any
				Hint     string
			}
		}
	}
	if err := json.Unmarshal(api.post(t, "zh", query, nil), &answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Errors) != 1 || fmt.Sprint(answer.Errors[0].Extensions.Argument) != "[input proposals 1]" || answer.Errors[0].Extensions.Hint == "" {
		t.Errorf("%+v", answer.Errors)
	}
}
