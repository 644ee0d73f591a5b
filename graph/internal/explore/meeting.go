package explore

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Meeting is what stands behind one cell of a matrix.
type Meeting struct {
	Row, Column snapshot.Entity
	Statements  []overlap.Evidence // the edges counted, each charge before what it leads to
	Overlaps    []overlap.Overlap  // that rest on an edge counted, dearest first
}

// Meet is where two nodes meet, nothing where they do not. INVALID for two of one kind, or of a kind that is no axis.
func Meet(c *snapshot.County, row, column snapshot.Entity) (Meeting, error) {
	m := Meeting{Row: row, Column: column}
	first, second := row, column
	meet := meetings(axisOf(first), axisOf(second))
	if meet == nil {
		first, second = column, row
		meet = meetings(axisOf(first), axisOf(second))
	}
	if meet == nil {
		return m, gov.Errorf(gov.CodeInvalid, "这两类对象不能交叉", "things of these two kinds do not cross").At("column")
	}
	var met []meeting
	if t, ok := townshipOf(first); ok {
		met = meet(t)
	} else {
		met = departmentDuties(c)
	}
	counted := map[string]bool{}
	for _, e := range met {
		if e.row.NodeKey() != first.NodeKey() || e.column.NodeKey() != second.NodeKey() {
			continue
		}
		if e.charge != nil {
			m.Statements = append(m.Statements, overlap.Evidence{Edge: gov.EdgeKey(e.charge)})
		}
		m.Statements = append(m.Statements, overlap.Evidence{Edge: gov.EdgeKey(e.edge)})
		counted[gov.EdgeKey(e.edge)] = true
	}
	m.Overlaps = resting(c, counted)
	return m, nil
}

// resting are the overlaps that rest on one of some edges, dearest first.
func resting(c *snapshot.County, edges map[string]bool) []overlap.Overlap {
	var out []overlap.Overlap
	if len(edges) == 0 {
		return nil
	}
	for _, o := range overlap.Of(c).All {
		if slices.ContainsFunc(o.Evidence, func(e overlap.Evidence) bool { return edges[e.Edge] }) {
			out = append(out, o)
		}
	}
	slices.SortStableFunc(out, func(a, b overlap.Overlap) int { return cmp.Compare(b.Cost, a.Cost) })
	return out
}

// weigh says of each cell what rests on its edges. An overlap counts once in a cell, however many of its edges it names.
func (t *table) weigh(c *snapshot.County) {
	last := map[*Cell]int{} // place of the overlap that a cell counted last, from 1
	costs := map[*Cell]gov.Micro{}
	for i, o := range overlap.Of(c).All {
		for _, e := range o.Evidence {
			for _, cell := range t.byEdge[e.Edge] {
				if last[cell] == i+1 {
					continue
				}
				last[cell] = i + 1
				cell.Overlaps++
				if cell.Severity == "" || o.Cost > costs[cell] {
					cell.Severity, costs[cell] = o.Severity, o.Cost
				}
			}
		}
	}
}

// axisOf is the axis that a node stands on; empty for none.
func axisOf(e snapshot.Entity) Axis {
	switch e.(type) {
	case snapshot.Organ:
		return AxisOrgan
	case snapshot.Department:
		return AxisDepartment
	case snapshot.Duty:
		return AxisDuty
	case snapshot.Leader:
		return AxisLeader
	}
	return ""
}

// townshipOf is the township that a node belongs to; false for one of the county.
func townshipOf(e snapshot.Entity) (snapshot.Township, bool) {
	switch e := e.(type) {
	case snapshot.Organ:
		return e.Township(), true
	case snapshot.Leader:
		return e.Township(), true
	}
	return snapshot.Township{}, false
}
