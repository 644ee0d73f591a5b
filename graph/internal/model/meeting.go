package model

import (
	"tiaokuai/graph/internal/explore"
	"tiaokuai/internal/snapshot"
)

// Meeting is what stands behind one cell of a matrix.
type Meeting struct {
	Row, Column snapshot.Entity
	Statements  []Evidence
	Overlaps    []Overlap
}

// NewMeeting shows a meeting of a county.
func NewMeeting(c *snapshot.County, m explore.Meeting) Meeting {
	out := Meeting{Row: m.Row, Column: m.Column, Statements: make([]Evidence, len(m.Statements)), Overlaps: NewOverlaps(c, m.Overlaps)}
	for i, s := range m.Statements {
		out.Statements[i] = Evidence{s, c}
	}
	return out
}
