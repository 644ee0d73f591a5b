package graph_test

import (
	"encoding/json"
	"fmt"
	"testing"
)

// worlds are ways to read the county; each gives its objects ids of its own.
var worlds = []string{"", ", at: {revision: 1}", ", at: {revision: 3}", ", basis: [DOCUMENT]", ", at: {revision: 4}, basis: [DOCUMENT, INFERRED]"}

type identified struct {
	Typename    string `json:"__typename"`
	ID, Key     string
	Fingerprint string // an overlap's key
}

// checkIdentity reads ids in every world and asks for each again: the object is the same, of the same world, and no id
// stands in two worlds.
func checkIdentity(t *testing.T, api api) {
	seen := map[string]string{}
	for _, w := range worlds {
		for _, n := range listed(t, api, w) {
			if other, ok := seen[n.ID]; ok && other != w {
				t.Errorf("%s %s has one id in worlds %q and %q", n.Typename, n.Key, other, w)
			}
			seen[n.ID] = w
		}
	}
}

func listed(t *testing.T, api api, world string) []identified {
	t.Helper()
	const fields = "__typename id ... on Entity { key }"
	var lists map[string]json.RawMessage
	api.ask(t, fmt.Sprintf(`{ county(code: "410185"%s) {
		townships { nodes { %[2]s } } departments { nodes { %[2]s } } duties { nodes { %[2]s } }
		organs(first: 20) { nodes { %[2]s } } leaders(first: 20) { nodes { %[2]s } } overlaps(first: 20) { nodes { __typename id fingerprint } } } }`, world, fields), "county", &lists)
	var all []identified
	for name, raw := range lists {
		var list struct{ Nodes []identified }
		if err := json.Unmarshal(raw, &list); err != nil {
			t.Fatal(name, err)
		}
		all = append(all, list.Nodes...)
	}
	var again []identified
	ids, err := json.Marshal(idsOf(all))
	if err != nil {
		t.Fatal(err)
	}
	api.ask(t, fmt.Sprintf(`{ nodes(ids: %s) { %s ... on Overlap { fingerprint } } }`, ids, fields), "nodes", &again)
	for i, n := range again {
		if n != all[i] {
			t.Errorf("world %q: asked for %+v, got %+v", world, all[i], n)
		}
		if n.Fingerprint == "" {
			continue
		}
		var found struct{ Overlaps struct{ Nodes []identified } }
		api.ask(t, fmt.Sprintf(`{ county(code: "410185"%s) { overlaps(filter: {fingerprints: [%q]}) { nodes { __typename id fingerprint } } } }`,
			world, n.Fingerprint), "county", &found)
		if nodes := found.Overlaps.Nodes; len(nodes) != 1 || nodes[0] != n {
			t.Errorf("world %q: by its fingerprint %+v leads to %+v", world, n, nodes)
		}
	}
	return all
}

func idsOf(ns []identified) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = n.ID
	}
	return out
}

// checkPages walks every connection of a county forward and backward in pages of 7.
func checkPages(t *testing.T, api api) {
	orders := map[string][]string{
		"townships": {"ORDER", "NAME", "OVERLAP_COST", "ORGANS"}, "organs": {"ORDER", "NAME", "OVERLAP_COST", "DUTIES", "COUNTERPARTS", "LEADERS"},
		"departments": {"ORDER", "NAME", "COUNTERPARTS", "OVERLAP_COST"}, "leaders": {"ORDER", "NAME", "ORGANS"},
		"duties": {"ORDER", "NAME", "BEARERS"}, "overlaps": {"COST", "EXCESS", "KIND", "TOWNSHIP"},
	}
	for list, fields := range orders {
		for _, field := range fields {
			for _, direction := range []string{"ASC", "DESC"} {
				walk(t, api, list, fmt.Sprintf("orderBy: {field: %s, direction: %s}", field, direction))
			}
		}
	}
}

type connection struct {
	TotalCount int
	Nodes      []identified
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       string
	}
}

func walk(t *testing.T, api api, list, order string) {
	t.Helper()
	whole := page(t, api, list, order+", first: 500")
	if whole.TotalCount != len(whole.Nodes) || whole.PageInfo.HasNextPage {
		t.Fatalf("%s(%s): %d nodes of %d", list, order, len(whole.Nodes), whole.TotalCount)
	}
	var forward, backward []identified
	for after := ""; ; {
		p := page(t, api, list, order+", first: 7"+after)
		forward = append(forward, p.Nodes...)
		if !p.PageInfo.HasNextPage {
			break
		}
		after = fmt.Sprintf(", after: %q", p.PageInfo.EndCursor)
	}
	for before := ""; ; {
		p := page(t, api, list, order+", last: 7"+before)
		backward = append(append([]identified{}, p.Nodes...), backward...)
		if !p.PageInfo.HasPreviousPage {
			break
		}
		before = fmt.Sprintf(", before: %q", p.PageInfo.StartCursor)
	}
	for i, n := range whole.Nodes {
		if i >= len(forward) || i >= len(backward) || forward[i] != n || backward[i] != n {
			t.Fatalf("%s(%s): pages differ from the list at %d", list, order, i)
		}
	}
}

func page(t *testing.T, api api, list, arguments string) connection {
	t.Helper()
	var c connection
	api.ask(t, fmt.Sprintf(`{ county(code: "410185") { %s(%s) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } } } }`, list, arguments), "county."+list, &c)
	return c
}
