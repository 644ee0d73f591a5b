package overlap_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
)

// project writes a county into Neo4j as DESIGN section 3 lays it out.
func project(t *testing.T, driver neo4j.DriverWithContext, county string, g gov.Graph) {
	t.Helper()
	run := func(cypher string, rows []map[string]any) {
		_, err := neo4j.ExecuteQuery(t.Context(), driver, cypher, map[string]any{"rows": rows}, neo4j.EagerResultTransformer)
		if err != nil {
			t.Fatal(cypher, err)
		}
	}
	labels := map[string][]map[string]any{}
	parents := map[string][]map[string]any{}
	for _, n := range g.Nodes {
		props := flat(t, n)
		props["county"] = county
		label := strings.ToUpper(string(n.NodeKind())[:1]) + strings.ToLower(string(n.NodeKind())[1:])
		if f, ok := n.(*gov.Former); ok {
			label += strings.ToUpper(string(f.Of)[:1]) + strings.ToLower(string(f.Of)[1:])
		}
		labels[label] = append(labels[label], props)
		parent := func(rel, key string) {
			parents[rel] = append(parents[rel], map[string]any{"from": key, "to": n.NodeKey()})
		}
		switch n := n.(type) {
		case *gov.Township:
			parent("下辖", county)
		case *gov.Organ:
			parent("设置", n.Township)
		case *gov.Department:
			parent("设置", county)
		case *gov.Section:
			parent("内设", n.Department)
		case *gov.Leader:
			parents["任职"] = append(parents["任职"], map[string]any{"from": n.Key, "to": n.Township})
		}
	}
	for label, rows := range labels {
		run(fmt.Sprintf("UNWIND $rows AS r CREATE (n:%s) SET n = r", label), rows)
	}
	link := func(rel string, rows []map[string]any) {
		run(fmt.Sprintf("UNWIND $rows AS r MATCH (a {county:'%s', key:r.from}) MATCH (b {county:'%s', key:r.to}) CREATE (a)-[e:`%s`]->(b) SET e = r.props", county, county, rel), rows)
	}
	for rel, rows := range parents {
		for _, r := range rows {
			r["props"] = map[string]any{}
		}
		link(rel, rows)
	}
	names := map[gov.EdgeKind]string{gov.EdgeCounterpart: "对口", gov.EdgeCharge: "分管", gov.EdgeAssignment: "承担", gov.EdgeDispatch: "派驻", gov.EdgeSharedOffice: "合署", gov.EdgeSuccession: "改为"}
	edges := map[string][]map[string]any{}
	for _, e := range g.Edges {
		from, to := e.Ends()
		edges[names[e.EdgeKind()]] = append(edges[names[e.EdgeKind()]], map[string]any{"from": from, "to": to, "props": flat(t, e)})
	}
	for rel, rows := range edges {
		link(rel, rows)
	}
}

func flat(t *testing.T, v any) map[string]any {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	d := json.NewDecoder(strings.NewReader(string(raw)))
	d.UseNumber()
	if err := d.Decode(&m); err != nil {
		t.Fatal(err)
	}
	out := map[string]any{}
	flatten(out, "", m)
	return out
}

func flatten(out map[string]any, prefix string, m map[string]any) {
	for k, v := range m {
		name := k
		if prefix != "" {
			name = prefix + strings.ToUpper(k[:1]) + k[1:]
		}
		switch v := v.(type) {
		case map[string]any:
			flatten(out, name, v)
		case []any:
			if _, ok := v[0].(map[string]any); !ok {
				out[name] = scalar(v)
				continue
			}
			fields := map[string]bool{}
			for _, one := range v {
				for f := range one.(map[string]any) {
					fields[f] = true
				}
			}
			for f := range fields {
				list := make([]string, len(v))
				for i, one := range v {
					switch x := one.(map[string]any)[f].(type) {
					case string:
						list[i] = x
					case []any:
						var parts []string
						for _, p := range x {
							parts = append(parts, p.(string))
						}
						list[i] = strings.Join(parts, "\n")
					}
				}
				out[name+strings.ToUpper(f[:1])+f[1:]] = list
			}
		default:
			out[name] = scalar(v)
		}
	}
}

func scalar(v any) any {
	switch v := v.(type) {
	case json.Number:
		n, _ := v.Int64()
		return n
	case []any:
		var out []any
		for _, one := range v {
			out = append(out, scalar(one))
		}
		return out
	}
	return v
}

type rowOf struct{ township, subject, topic, participants string }

func queryRows(ctx context.Context, t *testing.T, driver neo4j.DriverWithContext, cypher string, params map[string]any) []string {
	res, err := neo4j.ExecuteQuery(ctx, driver, cypher, params, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range res.Records {
		m := r.AsMap()
		var ps []string
		for _, p := range m["participants"].([]any) {
			ps = append(ps, p.(string))
		}
		out = append(out, fmt.Sprint(m["township"], "|", m["subject"], "|", m["topic"], "|", strings.Join(ps, ",")))
	}
	slices.Sort(out)
	return out
}
