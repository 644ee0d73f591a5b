package explore_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tiaokuai/graph/internal/explore"
	"tiaokuai/internal/countytest"
	"tiaokuai/internal/gov"
	"tiaokuai/internal/snapshot"
)

var axes = []explore.Axis{explore.AxisOrgan, explore.AxisDepartment, explore.AxisDuty, explore.AxisLeader}

// TestMatrixKeepsEveryMeeting: crossing two axes one way and the other gives the same cells turned round, every row and
// column stands once and is met, and what is left out is counted.
func TestMatrixKeepsEveryMeeting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := countytest.Random(countytest.Rapid(t))
		for _, rows := range axes {
			for _, columns := range axes {
				m, err := explore.NewMatrix(c.Townships(), c, rows, columns)
				if (err != nil) != (rows == columns) {
					t.Fatalf("%s × %s: %v", rows, columns, err)
				}
				if err != nil {
					continue
				}
				turned, err := explore.NewMatrix(c.Townships(), c, columns, rows)
				if err != nil || len(turned.Cells) != len(m.Cells) || turned.EmptyRows != m.EmptyColumns {
					t.Fatalf("%s × %s turned round: %d cells of %d, %v", rows, columns, len(turned.Cells), len(m.Cells), err)
				}
				checkMet(t, m)
				checkMeetings(t, c, m)
				checkTogether(t, m)
			}
		}
	})
}

func checkMet(t *rapid.T, m explore.Matrix) {
	rows, columns, keys := map[int]bool{}, map[int]bool{}, map[string]bool{}
	for _, cell := range m.Cells {
		rows[cell.Row], columns[cell.Column] = true, true
		if cell.Count < len(cell.Roles) || len(cell.Roles) == 0 {
			t.Fatalf("cell %+v", cell)
		}
	}
	for _, e := range append(append([]snapshot.Entity{}, m.Rows...), m.Columns...) {
		keys[e.NodeKey()] = true
	}
	if len(rows) != len(m.Rows) || len(columns) != len(m.Columns) || len(keys) != len(m.Rows)+len(m.Columns) || m.EmptyRows < 0 || m.EmptyColumns < 0 {
		t.Fatalf("%d rows met of %d, %d columns of %d, %d keys, empty %d and %d", len(rows), len(m.Rows), len(columns), len(m.Columns), len(keys), m.EmptyRows, m.EmptyColumns)
	}
}

// checkTogether: rows that meet the same columns stand together.
func checkTogether(t *rapid.T, m explore.Matrix) {
	met := make([]string, len(m.Rows))
	for _, cell := range m.Cells {
		met[cell.Row] += fmt.Sprintf("%d ", cell.Column)
	}
	kinds := map[string]bool{}
	for _, columns := range slices.Compact(met) {
		if kinds[columns] {
			t.Fatalf("rows that meet %sstand apart", columns)
		}
		kinds[columns] = true
	}
}

// checkMeetings: what stands behind a cell is what the cell counts, read from either end.
func checkMeetings(t *rapid.T, c *snapshot.County, m explore.Matrix) {
	for _, cell := range m.Cells {
		met, err := explore.Meet(c, m.Rows[cell.Row], m.Columns[cell.Column])
		if err != nil {
			t.Fatal(err)
		}
		turned, err := explore.Meet(c, m.Columns[cell.Column], m.Rows[cell.Row])
		if err != nil || !slices.Equal(turned.Statements, met.Statements) {
			t.Fatalf("turned round: %v, %v", turned.Statements, err)
		}
		edges := countWithoutCharges(met)
		if edges != cell.Count || len(met.Overlaps) != cell.Overlaps || (cell.Overlaps > 0) != (cell.Severity != "") || cell.Overlaps > 0 && met.Overlaps[0].Severity != cell.Severity {
			t.Fatalf("cell %+v, but %d edges and %d overlaps", cell, edges, len(met.Overlaps))
		}
	}
}

// countWithoutCharges leaves out the charges by which a leader meets what an organ does.
func countWithoutCharges(met explore.Meeting) int {
	n := 0
	for _, s := range met.Statements {
		if _, _, to := gov.SplitEdgeKey(s.Edge); to == met.Row.NodeKey() || to == met.Column.NodeKey() {
			n++
		}
	}
	return n
}

// TestMeetRefuses two things of one kind.
func TestMeetRefuses(t *testing.T) {
	c := countytest.Parse(t, "county 1 甲县\ntownship 东镇\n  organ 甲 OFFICE\n  organ 乙 OFFICE\n")
	if _, err := explore.Meet(c, c.Organs()[0], c.Organs()[1]); gov.CodeOf(err) != gov.CodeInvalid {
		t.Error(err)
	}
}

// TestClusterPutsLikeNextToLike on two groups that were entered in turn.
func TestClusterPutsLikeNextToLike(t *testing.T) {
	c := countytest.Parse(t, `county 1 甲县
department 农业
department 公安
department 水利
department 司法
township 东镇
  organ 甲 OFFICE -> 农业, 水利
  organ 乙 OFFICE -> 公安, 司法
  organ 丙 OFFICE -> 农业, 水利
  organ 丁 OFFICE -> 公安, 司法
`)
	m, err := explore.NewMatrix(c.Townships(), c, explore.AxisOrgan, explore.AxisDepartment)
	if err != nil {
		t.Fatal(err)
	}
	first := map[bool]bool{}
	for _, cell := range m.Cells {
		first[(cell.Row < 2) == (cell.Column < 2)] = true
	}
	if first[false] {
		t.Errorf("the two groups are mixed: %+v", m.Cells)
	}
}

// TestNeighborhoodAndPaths: every node around is reached by a path no longer than the depth, both ends of every link
// are among the nodes, and the limit leaves out what it counts.
func TestNeighborhoodAndPaths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := countytest.Random(countytest.Rapid(t))
		organs := c.Organs()
		if len(organs) == 0 {
			return
		}
		center := rapid.SampledFrom(organs).Draw(t, "center")
		depth, limit := rapid.IntRange(0, 3).Draw(t, "depth"), rapid.IntRange(1, 30).Draw(t, "limit")
		around := explore.Neighborhood(center, depth, nil, limit)
		whole := explore.Neighborhood(center, depth, nil, 100_000)
		left := 0
		for _, n := range around.LeftOut {
			left += n
		}
		if len(around.Nodes) > limit || left > len(whole.Nodes)-len(around.Nodes) || len(whole.LeftOut) != 0 || (left == 0) != (len(around.Nodes) == len(whole.Nodes)) {
			t.Fatalf("%d nodes of %d under a limit of %d, %d left out", len(around.Nodes), len(whole.Nodes), limit, left)
		}
		in := map[string]bool{}
		for _, n := range around.Nodes {
			in[n.NodeKey()] = true
			paths := explore.Paths(center, n, nil, depth)
			if len(paths) == 0 && n.NodeKey() != center.Key {
				t.Fatalf("no path of at most %d steps to %s", depth, n.NodeKey())
			}
			checkPaths(t, paths, center.Key, n.NodeKey())
		}
		for _, l := range around.Links {
			if !in[l.From.NodeKey()] || !in[l.To.NodeKey()] {
				t.Fatalf("link %s – %s leaves the nodes", l.From.NodeKey(), l.To.NodeKey())
			}
		}
	})
}

func checkPaths(t *rapid.T, paths []explore.Path, from, to string) {
	for _, p := range paths {
		if len(p.Nodes) != len(p.Links)+1 || len(p.Links) != len(paths[0].Links) || p.Nodes[0].NodeKey() != from || p.Nodes[len(p.Links)].NodeKey() != to {
			t.Fatalf("path of %d nodes and %d links", len(p.Nodes), len(p.Links))
		}
		for i, l := range p.Links {
			a, b := p.Nodes[i].NodeKey(), p.Nodes[i+1].NodeKey()
			if f, g := l.From.NodeKey(), l.To.NodeKey(); (f != a || g != b) && (f != b || g != a) {
				t.Fatalf("link %d does not join its nodes", i)
			}
		}
	}
}

// TestPathsStayInTheTownship: ways through the ends' own township come before the many that cross others.
func TestPathsStayInTheTownship(t *testing.T) {
	text := "county 1 甲县\ndepartment 农业\ndepartment 水利\n"
	for i := range 25 {
		text += fmt.Sprintf("township 镇%02d\n  organ 乙 OFFICE -> 农业\n  organ 甲 OFFICE -> 农业, 水利\n", i)
	}
	c := countytest.Parse(t, text)
	last := c.Townships()[24]
	paths := explore.Paths(last.Organs()[0], c.Departments()[1], []explore.Relation{explore.Counterpart}, 6)
	if len(paths) != explore.MaxPaths {
		t.Fatalf("%d paths", len(paths))
	}
	if through := paths[0].Nodes[2].NodeKey(); through != last.Organs()[1].Key {
		t.Errorf("the first way leads through %s", through)
	}
}
