package neo4j

import (
	"reflect"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// compareNodes holds what is to change against its before-image.
func (p *plan) compareNodes() error {
	order, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) (label, bool) { return labelOf(c.Before), c.Before != nil })
	for _, l := range order {
		for some := range slices.Chunk(groups[l], batch) {
			if err := p.compareSome(l, some); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *plan) compareSome(l label, changes []gov.NodeChange) error {
	found, err := p.rows("node_read", names{Label: l}, map[string]any{"county": p.county, "rows": keys(changes)})
	if err != nil {
		return err
	}
	images := map[string]gov.Node{}
	for _, r := range found {
		n, err := decodeNode(l, value[map[string]any](r, "props"))
		if err != nil {
			return store.ChangedOutside(p.county, value[string](r, "key"))
		}
		images[n.NodeKey()] = n
	}
	for _, c := range changes {
		if !gov.Equal(images[c.Key()], c.Before) {
			return store.ChangedOutside(p.county, c.Key())
		}
	}
	return nil
}

func keys(changes []gov.NodeChange) []row {
	rows := make([]row, len(changes))
	for i, c := range changes {
		rows[i] = row{"key": c.Key()}
	}
	return rows
}

// dropNodes drops nodes, those that belong to others first.
func (p *plan) dropNodes() error {
	_, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) (label, bool) { return labelOf(c.Before), c.After == nil })
	for _, l := range labels {
		if err := p.touch("node_drop", names{Label: l}, keys(groups[l])); err != nil {
			return err
		}
	}
	return nil
}

// relabel turns nodes into another kind; their edges stay.
func (p *plan) relabel() error {
	order, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) ([2]label, bool) {
		from, to := labelOf(c.Before), labelOf(c.After)
		return [2]label{from, to}, from != "" && to != "" && from != to
	})
	for _, turn := range order {
		if err := p.touch("node_relabel", names{Label: turn[0], From: turn[0], To: turn[1]}, keys(groups[turn])); err != nil {
			return err
		}
	}
	return nil
}

// createNodes creates nodes with what they belong to, parents first.
func (p *plan) createNodes() error {
	_, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) (label, bool) { return labelOf(c.After), c.Before == nil })
	for _, l := range slices.Backward(labels[:]) {
		var rows []row
		for _, c := range groups[l] {
			props := encode(c.After)
			props["county"] = p.county
			rows = append(rows, row{"props": props, "parent": parentOf(p.county, c.After), "drawn": drawn(c.After)})
		}
		if err := p.touch("node_create", naming(l), rows); err != nil {
			return err
		}
	}
	return nil
}

// naming names a label with what its nodes belong to.
func naming(l label) names {
	b := belongings[l]
	return names{Label: l, Parent: b.parent, Rel: b.rel, Upwards: b.upwards}
}

// drawn are the properties of the relationship to a node's parent.
func drawn(n gov.Node) row {
	if leader, ok := n.(*gov.Leader); ok {
		return row{"posts": encode(leader)["posts"]}
	}
	return row{}
}

// updateNodes sets what changed of nodes, relabelled ones included, and draws again what now belongs elsewhere.
func (p *plan) updateNodes() error {
	order, groups := grouped(p.delta.Nodes, func(c gov.NodeChange) (label, bool) {
		return labelOf(c.After), c.Before != nil && c.After != nil
	})
	for _, l := range order {
		var set, draw []row
		for _, c := range groups[l] {
			set = append(set, row{"key": c.Key(), "props": difference(encode(c.Before), encode(c.After))})
			if p.movedOrTurned(c) {
				draw = append(draw, p.drawing(c.After))
			}
		}
		if err := p.touch("node_update", names{Label: l}, set); err != nil {
			return err
		}
		if err := p.draw(l, draw); err != nil {
			return err
		}
	}
	return nil
}

func (p *plan) movedOrTurned(c gov.NodeChange) bool {
	return labelOf(c.Before) != labelOf(c.After) || parentOf(p.county, c.Before) != parentOf(p.county, c.After) ||
		!reflect.DeepEqual(drawn(c.Before), drawn(c.After))
}

func (p *plan) drawing(n gov.Node) row {
	return row{"key": n.NodeKey(), "parent": parentOf(p.county, n), "drawn": drawn(n)}
}

// draw draws the relationships to parents anew, for labels that have any.
func (p *plan) draw(l label, rows []row) error {
	if belongings[l].parent == "" {
		return nil
	}
	return p.touch("node_draw", naming(l), rows)
}

// difference is what to set to get from some properties to others; null takes one away.
func difference(before, after map[string]any) map[string]any {
	set := map[string]any{}
	for name := range before {
		if _, stays := after[name]; !stays {
			set[name] = nil
		}
	}
	for name, v := range after {
		if !reflect.DeepEqual(before[name], v) {
			set[name] = v
		}
	}
	return set
}
