package neo4j_test

import (
	"maps"
	"slices"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/neo4jtest"
	"tiaokuai/internal/snapshot"
	"tiaokuai/internal/store"
	"tiaokuai/internal/store/neo4j"
	"tiaokuai/internal/store/storetest"
)

const small = `county 410185 登封市 CITY
source 实施意见
department 农业农村局 GOVERNMENT sections=种植业科,畜牧科
department 应急局 GOVERNMENT leads 防汛
township 大冶镇,告成镇 TOWN LARGE
  organ 经济发展办公室 OFFICE -> 农业农村局[种植业科] basis=DOCUMENT source=实施意见
  organ 农技站 DISPATCHED -> 农业农村局
  leader 甲 副镇长 leads 经济发展办公室
  former 农业站 ORGAN MERGED revision=1 -> 农技站
duty 防汛
  lead 农技站@大冶镇
`

// site is a small county in the database, with a second hand at it.
type site struct {
	*neo4j.Store
	t      *testing.T
	db     *neo4jtest.Database
	county string
}

func newSite(t *testing.T) *site {
	t.Helper()
	db := neo4jtest.Shared(t)
	s := &site{open(t, db.URI()), t, db, neo4jtest.UniqueCounty(t)}
	t.Cleanup(func() { _ = s.Close(t.Context()) })
	g, err := countytest.ReadGraph(small)
	if err != nil {
		t.Fatal(err)
	}
	s.append(of(storetest.Creation(renamed(g, s.county))))
	return s
}

// of is an append of a delta.
func of(d gov.Delta) store.Append { return store.Append{Commit: gov.Commit{Delta: d}} }

// append records a delta on the head.
func (s *site) append(a store.Append) {
	s.t.Helper()
	if _, err := s.try(a); err != nil {
		s.t.Fatal(err)
	}
}

func (s *site) try(a store.Append) (gov.Commit, error) {
	s.t.Helper()
	revision := int64(1)
	if head, _, err := s.Load(s.t.Context(), s.county); err == nil {
		revision = head.Revision + 1
	}
	c := firstCommit(s.county)
	c.ID, c.Revision, c.Delta = s.county+"/"+string(rune('0'+revision)), revision, a.Commit.Delta
	a.Commit = c
	return s.Append(s.t.Context(), a)
}

// byHand runs a statement as somebody with Neo4j Browser would.
func (s *site) byHand(cypher string) {
	s.t.Helper()
	_, err := driver.ExecuteQuery(s.t.Context(), s.db.Driver(s.t), cypher, map[string]any{"county": s.county}, driver.EagerResultTransformer)
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *site) logged() gov.Graph {
	s.t.Helper()
	head, _, err := s.Load(s.t.Context(), s.county)
	if err != nil {
		s.t.Fatal(err)
	}
	_, g, err := store.At(s.t.Context(), s, s.county, head.Revision)
	if err != nil {
		s.t.Fatal(err)
	}
	return g
}

func (s *site) observed() (gov.Graph, []store.Unreadable) {
	s.t.Helper()
	_, g, left, err := s.Observe(s.t.Context(), s.county)
	if err != nil {
		s.t.Fatal(err)
	}
	return g, left
}

// reconcile adopts what was observed, as the atlas does.
func (s *site) reconcile() gov.Delta {
	s.t.Helper()
	g, _ := s.observed()
	before, err := snapshot.Build(s.logged(), snapshot.Meta{})
	if err != nil {
		s.t.Fatal(err)
	}
	after, err := snapshot.Build(g, snapshot.Meta{})
	if err != nil {
		s.t.Fatal(err)
	}
	d := snapshot.Diff(before, after)
	s.append(store.Append{Commit: gov.Commit{Delta: d}, Adopt: true})
	return d
}

// byHands are changes somebody makes directly, with how many nodes and edges each comes to.
var byHands = map[string]struct {
	cypher  string
	touched int
}{
	"a name": {"MATCH (o:Organ {county: $county, name: '农技站'}) SET o.name = '农业技术站'", 2},
	"an organ drawn under its township": {`MATCH (t:Township {county: $county, name: '大冶镇'})
		CREATE (t)-[:设置]->(:Organ {county: $county, key: 'organ/大冶镇/新办', name: '新办', organKind: 'OFFICE', order: 9.0})`, 1},
	"a counterpart": {`MATCH (o:Organ {county: $county, name: '农技站'}), (d:Department {county: $county, name: '应急局'})
		CREATE (o)-[:对口 {nature: 'BUSINESS'}]->(d)`, 2},
	"a role":                  {"MATCH (:Leader {county: $county})-[r:分管]->() SET r.role = 'ASSIST'", 2},
	"a duty deleted":          {"MATCH (d:Duty {county: $county}) DETACH DELETE d", 3},
	"an organ moved":          {"MATCH (o:Organ {county: $county, name: '农技站', township: 'township/大冶镇'})-[r:对口]->() DELETE r SET o.rank = '股级'", 2},
	"a section, no other way": {"MATCH (d:Department {county: $county, name: '应急局'}) CREATE (d)-[:内设]->(:Section {county: $county, key: 's', name: '防汛科'})", 1},
	"an organ dissolved": {`MATCH (o:Organ {county: $county, name: '经济发展办公室', township: 'township/大冶镇'}), (n:Organ {county: $county, name: '农技站', township: 'township/大冶镇'})
		OPTIONAL MATCH (o)-[r:对口|分管|承担]-() WITH o, n, collect(r) AS rs FOREACH (r IN rs | DELETE r)
		REMOVE o:Organ SET o:FormerOrgan, o.reason = 'MERGED', o.revision = 2 CREATE (o)-[:改为 {reason: 'MERGED', revision: 2}]->(n)`, 4},
}

// What others change is seen by Load, adopted by one commit, and afterwards edited like anything else.
func TestChangesByHandAreAdopted(t *testing.T) {
	t.Parallel()
	for name, hand := range byHands {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			s.byHand(hand.cypher)
			if d := s.reconcile(); d.Size() != hand.touched {
				t.Errorf("adopted %d changes, want %d: %+v", d.Size(), hand.touched, d)
			}
			_, loaded, err := s.Load(t.Context(), s.county)
			if err != nil || !gov.SameGraph(loaded, s.logged()) {
				t.Fatalf("the graph is not what the log says: %v", err)
			}
			again, left := s.observed()
			if !gov.SameGraph(again, loaded) || left != nil {
				t.Errorf("something is left to adopt: %+v", left)
			}
			s.append(of(storetest.Creation(again).Inverse())) // touches everything
		})
	}
}

// A commit does not build on what others changed.
func TestChangesByHandAreNotBuiltOn(t *testing.T) {
	t.Parallel()
	for name, hand := range byHands {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t)
			all := storetest.Creation(s.logged()).Inverse()
			s.byHand(hand.cypher)
			_, err := s.try(of(all))
			if gov.CodeOf(err) != gov.CodeConflict {
				t.Errorf("%v, want CONFLICT", err)
			}
		})
	}
}

// Adopting what is not there any more is refused.
func TestAdoptComparesAgain(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	before := s.logged()
	i := slices.IndexFunc(before.Nodes, func(n gov.Node) bool { return n.NodeKind() == gov.NodeDuty })
	duty := *before.Nodes[i].(*gov.Duty)
	duty.Name = "抗旱"
	d := gov.Delta{Nodes: []gov.NodeChange{{Before: before.Nodes[i], After: &duty}}}
	if _, err := s.try(store.Append{Commit: gov.Commit{Delta: d}, Adopt: true}); gov.CodeOf(err) != gov.CodeConflict {
		t.Errorf("%v, want CONFLICT", err)
	}
}

// What can't be part of a county is told, and neither loaded nor in the way; what is none of ours is not even told.
func TestStrangeThingsAreToldAndLeftOut(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	before := s.logged()
	for _, cypher := range []string{
		"MATCH (o:Organ {county: $county}) SET o.colour = 'red', o:Favourite CREATE (o)-[:喜欢]->(:Person {name: '甲'})",
		"MATCH (a:Organ {county: $county}), (b:Duty {county: $county}) CREATE (a)-[:对口 {nature: 'BUSINESS'}]->(b)",
		"MATCH (o:Organ {county: $county, name: '农技站'})-[r:对口]->(d:Department) CREATE (o)-[:对口 {nature: 'WINDOW'}]->(d)",
		"MATCH (a:Leader {county: $county, township: 'township/大冶镇'}), (b:Organ {county: $county, township: 'township/告成镇'}) CREATE (a)-[:分管 {role: 'LEAD'}]->(b)",
		"CREATE (:Organ {county: $county, key: 'lost', name: '无主', organKind: 'OFFICE', township: 'nowhere'})",
		"CREATE (:Duty {county: $county, key: 'five', name: 5})",
		"CREATE (:Duty {county: $county, key: 'vertical|bar', name: '竖线'})",
	} {
		s.byHand(cypher)
	}
	g, left := s.observed()
	_, loaded, err := s.Load(t.Context(), s.county)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := snapshot.Build(loaded, snapshot.Meta{}); err != nil {
		t.Errorf("what is loaded is no county: %v", err)
	}
	told := map[string]bool{}
	for _, u := range left {
		if told[u.Key] = true; u.Where == "" || u.Problem == nil {
			t.Errorf("%+v", u)
		}
	}
	for _, key := range []string{"lost", "five", "vertical|bar"} {
		if !told[key] {
			t.Errorf("%s is not among %v", key, slices.Sorted(maps.Keys(told)))
		}
	}
	if want := 3 + 4 + 2 + 2; len(left) != want { // three nodes; organs facing a duty, facing twice, led from elsewhere
		t.Errorf("%d things told, want %d: %v", len(left), want, slices.Sorted(maps.Keys(told)))
	}
	if len(g.Nodes) != len(before.Nodes) {
		t.Errorf("%d nodes observed, the log has %d", len(g.Nodes), len(before.Nodes))
	}
}
