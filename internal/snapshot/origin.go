package snapshot

import "tiaokuai/internal/gov"

// Sources are the sources the township names.
func (t Township) Sources() []Source { return t.c.SourcesOf(t.Provenance) }

// Sources are the sources the organ names.
func (o Organ) Sources() []Source { return o.c.SourcesOf(o.Provenance) }

// Sources are the sources the leader names.
func (l Leader) Sources() []Source { return l.c.SourcesOf(l.Provenance) }

// Sources are the sources the department names.
func (d Department) Sources() []Source { return d.c.SourcesOf(d.Provenance) }

// Sources are the sources the section names.
func (s Section) Sources() []Source { return s.c.SourcesOf(s.Provenance) }

// Sources are the sources the duty names.
func (d Duty) Sources() []Source { return d.c.SourcesOf(d.Provenance) }

// Sources are the sources the measure names.
func (m Measure) Sources() []Source { return m.c.SourcesOf(m.Provenance) }

// Sources are the sources the indicator names.
func (i Indicator) Sources() []Source { return i.c.SourcesOf(i.Provenance) }

// Sources are the sources the source itself rests on.
func (s Source) Sources() []Source { return s.c.SourcesOf(s.Provenance) }

// Sources are the sources the former named while it lived.
func (f Former) Sources() []Source { return f.c.SourcesOf(f.Provenance) }

// OfficeAt are the organs where the measure's office sits (办公室设在).
func (m Measure) OfficeAt() []Entity { return m.c.entities(m.Measure.OfficeAt) }

// About is what the measure concerns.
func (m Measure) About() []Entity { return m.c.entities(m.Measure.About) }

// Subject is what the indicator is about; nil if that is the county itself or not on record.
func (i Indicator) Subject() Entity {
	e, _ := i.c.Entity(i.Indicator.Subject)
	return e
}

// entities are the handles of keys; one that is gone is left out.
func (c *County) entities(keys []string) []Entity {
	out := make([]Entity, 0, len(keys))
	for _, key := range keys {
		if e, ok := c.Entity(key); ok {
			out = append(out, e)
		}
	}
	return out
}

// Effective is the day the revision took effect.
func (c *County) Effective() gov.Date { return c.meta.Effective }
