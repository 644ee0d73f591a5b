package explore

import (
	"cmp"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Axis is what the rows or columns of a matrix are.
type Axis string

// The axes.
const (
	AxisOrgan      Axis = "ORGAN"
	AxisDepartment Axis = "DEPARTMENT"
	AxisDuty       Axis = "DUTY"
	AxisLeader     Axis = "LEADER"
)

// Matrix says who meets whom. Rows and columns are in an order that puts like next to like; empty ones are left out.
type Matrix struct {
	Rows, Columns           []snapshot.Entity
	Cells                   []Cell // by row, then column
	EmptyRows, EmptyColumns int
}

// Cell is where a row meets a column: by how many edges, of which roles or natures, and what rests on them.
type Cell struct {
	Row, Column, Count int
	Roles              []string
	Overlaps           int              // that rest on one of the edges
	Severity           overlap.Severity // of the gravest; empty where there is none
}

// meeting is one edge between two axes.
type meeting struct {
	row, column snapshot.Entity
	role        string
	edge        gov.Edge
	charge      gov.Edge // by which a leader meets what an organ does; nil elsewhere
}

// NewMatrix crosses two axes over some townships. Leaders meet departments and duties through the organs that they LEAD.
// INVALID for an axis with itself.
func NewMatrix(townships []snapshot.Township, county *snapshot.County, rows, columns Axis) (Matrix, error) {
	meet := meetings(rows, columns)
	swapped := meet == nil
	if swapped {
		meet = meetings(columns, rows)
	}
	if meet == nil {
		return Matrix{}, gov.Errorf(gov.CodeInvalid, "矩阵的行与列须是两类不同的对象", "rows and columns of a matrix must be two different kinds").At("columns")
	}
	t := newTable()
	for _, township := range townships {
		t.add(meet(township), swapped)
	}
	if rows == AxisDepartment && columns == AxisDuty || rows == AxisDuty && columns == AxisDepartment {
		t.add(departmentDuties(county), swapped)
	}
	t.weigh(county)
	return t.matrix(population(townships, county, rows), population(townships, county, columns)), nil
}

// meetings lists a township's edges between two axes; nil for a pair that is not listed this way round.
func meetings(rows, columns Axis) func(snapshot.Township) []meeting {
	switch [2]Axis{rows, columns} {
	case [2]Axis{AxisOrgan, AxisDepartment}:
		return ofOrgans(organDepartments)
	case [2]Axis{AxisOrgan, AxisDuty}:
		return ofOrgans(organDuties)
	case [2]Axis{AxisLeader, AxisOrgan}:
		return func(t snapshot.Township) (out []meeting) {
			for _, l := range t.Leaders() {
				for _, c := range l.Charges() {
					out = append(out, meeting{l, c.Organ(), string(c.Role), c.Charge, nil})
				}
			}
			return out
		}
	case [2]Axis{AxisLeader, AxisDepartment}:
		return throughOrgans(organDepartments)
	case [2]Axis{AxisLeader, AxisDuty}:
		return throughOrgans(organDuties)
	case [2]Axis{AxisDepartment, AxisDuty}:
		return func(snapshot.Township) []meeting { return nil } // county's own edges, added once
	}
	return nil
}

func organDepartments(o snapshot.Organ) (out []meeting) {
	for _, c := range o.Counterparts() {
		out = append(out, meeting{o, c.Department(), string(c.Nature), c.Counterpart, nil})
	}
	return out
}

func organDuties(o snapshot.Organ) (out []meeting) {
	for _, a := range o.Assignments() {
		out = append(out, meeting{o, a.Duty(), string(a.Role), a.Assignment, nil})
	}
	return out
}

func departmentDuties(c *snapshot.County) (out []meeting) {
	for _, d := range c.Departments() {
		for _, a := range d.Assignments() {
			out = append(out, meeting{d, a.Duty(), string(a.Role), a.Assignment, nil})
		}
	}
	return out
}

func ofOrgans(of func(snapshot.Organ) []meeting) func(snapshot.Township) []meeting {
	return func(t snapshot.Township) (out []meeting) {
		for _, o := range t.Organs() {
			out = append(out, of(o)...)
		}
		return out
	}
}

func throughOrgans(of func(snapshot.Organ) []meeting) func(snapshot.Township) []meeting {
	return func(t snapshot.Township) (out []meeting) {
		for _, l := range t.Leaders() {
			for _, c := range l.Charges() {
				if c.Role != gov.ChargeLead {
					continue
				}
				for _, m := range of(c.Organ()) {
					m.row, m.charge = l, c.Charge
					out = append(out, m)
				}
			}
		}
		return out
	}
}

// population is how many there are on an axis, empty ones counted.
func population(townships []snapshot.Township, c *snapshot.County, a Axis) int {
	n := 0
	switch a {
	case AxisDepartment:
		return len(c.Departments())
	case AxisDuty:
		return len(c.Duties())
	case AxisOrgan:
		for _, t := range townships {
			n += len(t.Organs())
		}
	case AxisLeader:
		for _, t := range townships {
			n += len(t.Leaders())
		}
	}
	return n
}

// table gathers meetings into cells.
type table struct {
	rows, columns axis
	cells         map[[2]int]*Cell
	byEdge        map[string][]*Cell // a department's edge counts for each leader of the organ
}

// axis numbers entities as they come.
type axis struct {
	entities []snapshot.Entity
	number   map[string]int
}

func newTable() *table {
	return &table{axis{number: map[string]int{}}, axis{number: map[string]int{}}, map[[2]int]*Cell{}, map[string][]*Cell{}}
}

func (a *axis) index(e snapshot.Entity) int {
	i, ok := a.number[e.NodeKey()]
	if !ok {
		i = len(a.entities)
		a.number[e.NodeKey()] = i
		a.entities = append(a.entities, e)
	}
	return i
}

func (t *table) add(ms []meeting, swapped bool) {
	for _, m := range ms {
		if swapped {
			m.row, m.column = m.column, m.row
		}
		at := [2]int{t.rows.index(m.row), t.columns.index(m.column)}
		c := t.cells[at]
		if c == nil {
			c = &Cell{}
			t.cells[at] = c
		}
		c.Count++
		key := gov.EdgeKey(m.edge)
		t.byEdge[key] = append(t.byEdge[key], c)
		if !slices.Contains(c.Roles, m.role) {
			c.Roles = append(c.Roles, m.role)
			slices.Sort(c.Roles)
		}
	}
}

func (t *table) matrix(rows, columns int) Matrix {
	rowAt, columnAt := cluster(t.cells, len(t.rows.entities), len(t.columns.entities))
	m := Matrix{
		Rows: arrange(t.rows.entities, rowAt), Columns: arrange(t.columns.entities, columnAt),
		EmptyRows: rows - len(rowAt), EmptyColumns: columns - len(columnAt), Cells: make([]Cell, 0, len(t.cells)),
	}
	for at, c := range t.cells {
		c.Row, c.Column = rowAt[at[0]], columnAt[at[1]]
		m.Cells = append(m.Cells, *c)
	}
	slices.SortFunc(m.Cells, func(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column)) })
	return m
}

// arrange puts entity i at place at[i].
func arrange(entities []snapshot.Entity, at []int) []snapshot.Entity {
	out := make([]snapshot.Entity, len(entities))
	for i, e := range entities {
		out[at[i]] = e
	}
	return out
}
