package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// planWorlds are ways to read the county that plans are made for.
var planWorlds = []string{"", ", at: {revision: 4}", ", basis: [DOCUMENT]"}

// planFields are what is compared of a proposal: its figures, and what comes of applying it.
const planFields = `id key kind title(language: ZH) netGain resolves { fingerprint } introduces { fingerprint }
	edits { input } constraints { rule verdict } alternatives { key netGain } result { metrics { organs structureCost } }`

// checkPlans walks the proposals of a township in pages, and reads each of them, and each frontier point's plan, again by
// its id: the same, of the same world.
func checkPlans(t *testing.T, api api) {
	var ids []string
	for _, w := range planWorlds {
		whole := proposals(t, api, w, "first: 100")
		var walked []json.RawMessage
		for after := ""; ; {
			p := proposals(t, api, w, "first: 3"+after)
			walked = append(walked, p.Nodes...)
			if p.TotalCount != len(whole.Nodes) {
				t.Fatalf("world %q: a page of %d says %d, there are %d", w, len(p.Nodes), p.TotalCount, len(whole.Nodes))
			}
			if !p.PageInfo.HasNextPage {
				break
			}
			after = fmt.Sprintf(", after: %q", p.PageInfo.EndCursor)
		}
		if len(whole.Nodes) <= 3 {
			t.Fatalf("world %q: %d proposals are too few to walk", w, len(whole.Nodes))
		}
		if diff := cmp.Diff(texts(whole.Nodes), texts(walked)); diff != "" {
			t.Errorf("world %q: pages differ from the list (-list +pages)\n%s", w, diff)
		}
		var points []struct{ Proposal json.RawMessage }
		api.ask(t, fmt.Sprintf(`{ county(code: "410185"%s) { frontier(scope: {townships: ["township/大金店镇"]}) { proposal { %s } } } }`, w, planFields), "county.frontier", &points)
		all := whole.Nodes
		for _, p := range points {
			all = append(all, p.Proposal)
		}
		ids = append(ids, checkAgain(t, api, all)...)
	}
	slices.Sort(ids)
	if n := len(slices.Compact(slices.Clone(ids))); n != len(ids) {
		t.Errorf("%d plans have %d ids", len(ids), n)
	}
}

type proposalPage struct {
	TotalCount int
	Nodes      []json.RawMessage
	PageInfo   struct {
		HasNextPage bool
		EndCursor   string
	}
}

func proposals(t *testing.T, api api, world, page string) proposalPage {
	t.Helper()
	var p proposalPage
	api.ask(t, fmt.Sprintf(`{ county(code: "410185"%s) { proposals(scope: {townships: ["township/大金店镇"]}, %s) { totalCount pageInfo { hasNextPage endCursor } nodes { %s } } } }`,
		world, page, planFields), "county.proposals", &p)
	return p
}

// checkAgain reads plans by their ids, and gives these.
func checkAgain(t *testing.T, api api, plans []json.RawMessage) []string {
	t.Helper()
	var ids []string
	for _, p := range plans {
		var one struct{ ID string }
		if err := json.Unmarshal(p, &one); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, one.ID)
	}
	list, err := json.Marshal(ids)
	if err != nil {
		t.Fatal(err)
	}
	var again []json.RawMessage
	api.ask(t, fmt.Sprintf(`{ nodes(ids: %s) { ... on Proposal { %s } } }`, list, planFields), "nodes", &again)
	if diff := cmp.Diff(texts(plans), texts(again)); diff != "" {
		t.Errorf("read again by id (-first +again)\n%s", diff)
	}
	return ids
}

func texts(raw []json.RawMessage) []string {
	out := make([]string, len(raw))
	for i, r := range raw {
		out[i] = string(r)
	}
	return out
}
