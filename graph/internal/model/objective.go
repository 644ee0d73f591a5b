package model

import (
	"tiaokuai/internal/gov"
	"tiaokuai/internal/reform"
)

// objective is the merger objective of a partition of organs with its terms, in units (DESIGN section 6).
type objective struct{ of reform.Point }

// Cost is the whole of it.
func (o objective) Cost() gov.Micro { return o.of.Objective }

// Interfaces is its first term.
func (o objective) Interfaces() gov.Micro { return o.of.Terms.Interfaces }

// DutiesLed is its second.
func (o objective) DutiesLed() gov.Micro { return o.of.Terms.Duties }

// Span is its third.
func (o objective) Span() gov.Micro { return o.of.Terms.Span }

// Integration is its fourth.
func (o objective) Integration() gov.Micro { return o.of.Terms.Integration }

// memberOf is the organ of a county that an organ of a problem is, or first stands for.
func memberOf(p reform.Problem, key string) string {
	for _, o := range p.Organs {
		if o.Key == key && len(o.Members) > 0 {
			return o.Members[0]
		}
	}
	return key
}
