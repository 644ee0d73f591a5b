package snapshot

import "tiaokuai/internal/gov"

// Township is a handle of one township.
type Township struct {
	*gov.Township
	c *County
	t int32
}

// Organ is a handle of one organ.
type Organ struct {
	*gov.Organ
	c    *County
	t, i int32
}

// Leader is a handle of one leader.
type Leader struct {
	*gov.Leader
	c    *County
	t, i int32
}

// Department is a handle of one county department.
type Department struct {
	*gov.Department
	c *County
	i int32
}

// Section is a handle of one section of a department.
type Section struct {
	*gov.Section
	c *County
	i int32
}

// Duty is a handle of one duty.
type Duty struct {
	*gov.Duty
	c *County
	i int32
}

// Measure is a handle of one measure.
type Measure struct {
	*gov.Measure
	c *County
}

// Indicator is a handle of one indicator.
type Indicator struct {
	*gov.Indicator
	c *County
}

// Source is a handle of one source.
type Source struct {
	*gov.Source
	c *County
}

// Former is a handle of a dissolved organ, department or section.
type Former struct {
	*gov.Former
	c *County
}

// Entity is a handle of any node below the county: Township, Organ, Department, Section, Leader, Duty, Measure,
// Indicator, Source or Former.
type Entity interface {
	gov.Node
	ID() string      // the opaque global id
	County() *County // the snapshot it was read from
}

func (c *County) id(kind string, key string) string {
	return gov.GlobalID{Type: kind, County: c.Key, World: c.meta.World, Key: key}.String()
}

// ID is the county's global id.
func (c *County) ID() string { return c.id("County", c.Key) }

// ID is the township's global id.
func (t Township) ID() string { return t.c.id("Township", t.Key) }

// ID is the organ's global id.
func (o Organ) ID() string { return o.c.id("Organ", o.Key) }

// ID is the leader's global id.
func (l Leader) ID() string { return l.c.id("Leader", l.Key) }

// ID is the department's global id.
func (d Department) ID() string { return d.c.id("Department", d.Key) }

// ID is the section's global id.
func (s Section) ID() string { return s.c.id("Section", s.Key) }

// ID is the duty's global id.
func (d Duty) ID() string { return d.c.id("Duty", d.Key) }

// ID is the measure's global id.
func (m Measure) ID() string { return m.c.id("Measure", m.Key) }

// ID is the indicator's global id.
func (i Indicator) ID() string { return i.c.id("Indicator", i.Key) }

// ID is the source's global id.
func (s Source) ID() string { return s.c.id("Source", s.Key) }

// ID is the global id that what was dissolved had while it lived.
func (f Former) ID() string { return f.c.id(typeNames[f.Of], f.Key) }

var typeNames = map[gov.NodeKind]string{gov.NodeOrgan: "Organ", gov.NodeDepartment: "Department", gov.NodeSection: "Section"}

// County is the snapshot the township was read from.
func (t Township) County() *County { return t.c }

// County is the snapshot the organ was read from.
func (o Organ) County() *County { return o.c }

// County is the snapshot the leader was read from.
func (l Leader) County() *County { return l.c }

// County is the snapshot the department was read from.
func (d Department) County() *County { return d.c }

// County is the snapshot the section was read from.
func (s Section) County() *County { return s.c }

// County is the snapshot the duty was read from.
func (d Duty) County() *County { return d.c }

// County is the snapshot the measure was read from.
func (m Measure) County() *County { return m.c }

// County is the snapshot the indicator was read from.
func (i Indicator) County() *County { return i.c }

// County is the snapshot the source was read from.
func (s Source) County() *County { return s.c }

// County is the snapshot the former was read from.
func (f Former) County() *County { return f.c }
