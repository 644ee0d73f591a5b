package neo4j_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/store/neo4j"
)

// The graph reads as DESIGN says, to somebody who knows nothing of this program.
func TestGraphIsReadable(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	county := s.logged()
	for _, n := range county.Nodes {
		if c, ok := n.(*gov.County); ok {
			placed := *c
			placed.Regions = []gov.Region{{Key: "R" + s.county, Name: "河南省", Level: gov.RegionProvince}, {Key: "r" + s.county, Name: "郑州市", Level: gov.RegionPrefecture}}
			s.append(of(gov.Delta{Nodes: []gov.NodeChange{{Before: c, After: &placed}}}))
		}
	}
	for pattern, want := range map[string][]string{
		"(:Region {name: '河南省'})-[:下辖]->(:Region {name: '郑州市'})-[:下辖]->(:County {key: $county})-[:下辖]->(x:Township)": {"告成镇", "大冶镇"},
		"(:County {key: $county})-[:设置]->(x:Department)":                                                  {"农业农村局", "应急局"},
		"(:Department {county: $county, name: '农业农村局'})-[:内设]->(x:Section)":                               {"畜牧科", "种植业科"},
		"(:Township {county: $county, name: '大冶镇'})-[:设置]->(x:Organ)":                                     {"农技站", "经济发展办公室"},
		"(:Organ {county: $county, township: 'township/大冶镇'})-[:对口 {nature: 'BUSINESS'}]->(x:Department)": {"农业农村局", "农业农村局"},
		"(x:Leader {county: $county})-[:任职 {posts: ['副镇长']}]->(:Township {name: '告成镇'})":                  {"甲"},
		"(:Leader {county: $county})-[:分管 {role: 'LEAD'}]->(x:Organ)":                                     {"经济发展办公室", "经济发展办公室"},
		"(x:Department {county: $county})-[:承担 {role: 'LEAD'}]->(:Duty {name: '防汛'})":                     {"应急局"},
		"(:FormerOrgan {county: $county, name: '农业站'})-[:改为 {reason: 'MERGED', revision: 1}]->(x:Organ)":  {"农技站", "农技站"},
		"(x:Source {county: $county})": {"实施意见"},
		"(:Commit {county: $county, revision: 2, actor: '测试员', countsChanged: 1})-[:正文]->(x:CommitPart)": {""},
		"(x:Organ {county: $county, basis: 'DOCUMENT', sources: ['source/实施意见']})":                       {"经济发展办公室", "经济发展办公室"},
		"(x)-[:设置]->(:FormerOrgan {county: $county})":                                                    nil,
	} {
		if diff := cmp.Diff(want, s.ask("MATCH "+pattern+" RETURN coalesce(x.name, x.document, '') AS text ORDER BY text")); diff != "" {
			t.Errorf("%s\n%s", pattern, diff)
		}
	}
}

func (s *site) ask(cypher string) (found []string) {
	s.t.Helper()
	result, err := driver.ExecuteQuery(s.t.Context(), s.db.Driver(s.t), cypher, map[string]any{"county": s.county}, driver.EagerResultTransformer)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range result.Records {
		text, _, err := driver.GetRecordValue[string](r, "text")
		if err != nil {
			s.t.Fatal(err)
		}
		found = append(found, text)
	}
	return found
}

// An organ that is dissolved keeps the edges that lead to it, and counts no more.
func TestDissolvedOrganKeepsItsPast(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	var d gov.Delta
	const key = "organ/大冶镇/农技站"
	for _, n := range s.logged().Nodes {
		if n.NodeKey() == key {
			former := &gov.Former{Key: key, Of: gov.NodeOrgan, Township: "township/大冶镇", Name: "农技站", Reason: gov.SuccessionAbolished, Revision: 2}
			d.Nodes = append(d.Nodes, gov.NodeChange{Before: n, After: former})
		}
	}
	for _, e := range s.logged().Edges {
		if from, to := e.Ends(); (from == key || to == key) && e.EdgeKind() != gov.EdgeSuccession {
			d.Edges = append(d.Edges, gov.EdgeChange{Before: e})
		}
	}
	s.append(of(d))
	want := []string{"农业站"}
	if diff := cmp.Diff(want, s.ask("MATCH (x:FormerOrgan {county: $county})-[:改为]->(:FormerOrgan {name: '农技站'}) RETURN x.name AS text")); diff != "" {
		t.Error(diff)
	}
	if organs := s.ask("MATCH (:Township {county: $county, name: '大冶镇'})-[:设置]->(x) RETURN x.name AS text"); len(organs) != 1 {
		t.Errorf("the township still has %v", organs)
	}
	s.append(of(d.Inverse()))
	if organs := s.ask("MATCH (:Township {county: $county, name: '大冶镇'})-[:设置]->(x:Organ) RETURN x.name AS text"); len(organs) != 2 {
		t.Errorf("back again, the township has %v", organs)
	}
}

// The schema is laid once, by whoever comes first, and a database of a newer program is left alone.
func TestSchema(t *testing.T) {
	db := neo4jtest.New(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			s, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI()})
			if err != nil {
				t.Error(err)
				return
			}
			_ = s.Close(t.Context())
		})
	}
	wg.Wait()
	result, err := driver.ExecuteQuery(t.Context(), db.Driver(t), "MATCH (l:Log) SET l.format = 2 RETURN count(l) AS n", nil, driver.EagerResultTransformer)
	if err != nil || result.Records[0].Values[0] != int64(1) {
		t.Fatal(result, err)
	}
	if _, err := neo4j.Open(t.Context(), neo4j.Config{URI: db.URI()}); gov.CodeOf(err) != gov.CodeInvalid {
		t.Errorf("a newer format: %v, want INVALID", err)
	}
}
