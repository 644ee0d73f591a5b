package reform

import "tiaokuai/internal/gov"

// terms are the terms of f for some organs as one.
func (c *core) terms(organs mask) Terms {
	t := c.shared(organs)
	t.Integration = c.integration(organs)
	return t
}

// shared are the terms that do not depend on who is like whom.
func (c *core) shared(organs mask) Terms {
	return Terms{
		Interfaces: c.weights.Interfaces.Times(paid(c.points, organs)),
		Duties:     c.weights.Duties * paid(c.duties, organs),
		Span:       c.span(organs),
	}
}

// paid is the sum of the columns that some organs touch.
func paid(columns []column, organs mask) gov.Micro {
	var sum gov.Micro
	for _, c := range columns {
		if c.organs&organs != 0 {
			sum += c.amount
		}
	}
	return sum
}

func (c *core) span(organs mask) gov.Micro {
	var over gov.Micro
	for i := range c.places {
		q := &c.places[i]
		if len(q.departments) <= q.limit || organs&q.integrating != 0 {
			continue
		}
		over += q.times * gov.Micro(max(0, touched(q.departments, organs)-q.limit))
	}
	return c.weights.Span * over
}

// integration is what it costs to bring some organs together, and to dissolve all but one in each place.
func (c *core) integration(organs mask) gov.Micro {
	var sum gov.Micro
	for i := range organs.each() {
		rest := organs &^ (bit(i+1) - 1)
		sum += c.meeting(i, rest)
	}
	return sum + c.dissolution(organs)
}

// meeting is what one organ's likeness to others costs.
func (c *core) meeting(i int, others mask) gov.Micro {
	var sum gov.Micro
	for j := range others.each() {
		sum += c.alike[i][j]
	}
	return sum
}

func (c *core) dissolution(organs mask) gov.Micro {
	var sum gov.Micro
	if c.weights.Dissolution == 0 {
		return 0
	}
	for i := range c.places {
		sum += c.places[i].times * gov.Micro(max(0, (organs&c.places[i].here).count()-1))
	}
	return c.weights.Dissolution * sum
}
