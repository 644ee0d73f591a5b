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

// integration is what it costs to bring some organs together, and to dissolve all but one, in each place.
func (c *core) integration(organs mask) gov.Micro {
	var sum gov.Micro
	for i := range c.places {
		q := &c.places[i]
		here := organs & q.here
		if n := here.count(); n > 1 {
			sum += q.times * (averaged(q.pairs(here), n) + c.weights.Dissolution*gov.Micro(n-1))
		}
	}
	return sum
}

// pairs is the sum over the pairs of organs.
func (q *quarter) pairs(organs mask) gov.Micro {
	var sum gov.Micro
	for i := range organs.each() {
		row := q.alike[i]
		for j := range (organs &^ (bit(i+1) - 1)).each() {
			sum += row[j]
		}
	}
	return sum
}

// averaged is what n organs cost to be one, from the sum over their pairs: n − 1 times the mean of a pair, which is 2/n of
// the sum. It does not fall as organs join: by the triangle inequality of the Jaccard distance a newcomer brings as much.
func averaged(pairs gov.Micro, n int) gov.Micro {
	if n <= 2 {
		return pairs
	}
	return (4*pairs + gov.Micro(n)) / gov.Micro(2*n) // half up
}

// meeting is what one organ's pairs with others cost, over the places.
func (c *core) meeting(i int, others mask) gov.Micro {
	var sum gov.Micro
	for p := range c.places {
		q := &c.places[p]
		if !q.here.has(i) {
			continue
		}
		for j := range (others & q.here).each() {
			sum += q.times * q.alike[i][j]
		}
	}
	return sum
}
