package model

import (
	"tiaokuai/graph/internal/page"
	"tiaokuai/internal/snapshot"
)

// The connections of the schema; a connection with facets or totals has a file of its own.

// CountyConnection is a page of counties.
type CountyConnection struct{ page.Connection[CountySummary] }

// CountyEdge is a county with its cursor.
type CountyEdge = page.Edge[CountySummary]

// TownshipConnection is a page of townships.
type TownshipConnection struct {
	page.Connection[snapshot.Township]
}

// TownshipEdge is a township with its cursor.
type TownshipEdge = page.Edge[snapshot.Township]

// DepartmentConnection is a page of departments.
type DepartmentConnection struct {
	page.Connection[snapshot.Department]
}

// DepartmentEdge is a department with its cursor.
type DepartmentEdge = page.Edge[snapshot.Department]

// LeaderConnection is a page of leaders.
type LeaderConnection struct {
	page.Connection[snapshot.Leader]
}

// LeaderEdge is a leader with its cursor.
type LeaderEdge = page.Edge[snapshot.Leader]

// OrganEdge is an organ with its cursor.
type OrganEdge = page.Edge[snapshot.Organ]

// DutyEdge is a duty with its cursor.
type DutyEdge = page.Edge[snapshot.Duty]

// OverlapEdge is an overlap with its cursor.
type OverlapEdge = page.Edge[Overlap]

// CommitEdge is a commit with its cursor.
type CommitEdge struct {
	Node Commit
}

// SearchConnection is a page of names found.
type SearchConnection struct{ page.Connection[SearchHit] }

// SearchEdge is a name found, with its cursor.
type SearchEdge = page.Edge[SearchHit]
