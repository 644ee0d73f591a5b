package neo4j

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// compareEdges holds what is to change against its before-image.
func (p *plan) compareEdges() error {
	order, groups := p.edgeGroups(p.before, func(c gov.EdgeChange) bool { return c.Before != nil })
	for _, fill := range order {
		if fill.From == "" || fill.To == "" { // an end that is not there
			return store.ChangedOutside(p.county, groups[fill.key()][0].Key())
		}
		for some := range slices.Chunk(groups[fill.key()], batch) {
			if err := p.compareSomeEdges(fill, some); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *plan) compareSomeEdges(fill names, changes []gov.EdgeChange) error {
	found, err := p.rows("edge_read", fill, map[string]any{"county": p.county, "rows": pairs(changes, nil)})
	if err != nil {
		return err
	}
	images := map[string]gov.Edge{}
	for _, r := range found {
		from, to := value[string](r, "from"), value[string](r, "to")
		e, err := decodeEdge(changes[0].Edge().EdgeKind(), from, to, value[map[string]any](r, "props"))
		if err != nil || images[gov.EdgeKey(e)] != nil { // not ours, or drawn a second time
			return store.ChangedOutside(p.county, from+" → "+to)
		}
		images[gov.EdgeKey(e)] = e
	}
	for _, c := range changes {
		if !gov.Equal(images[c.Key()], c.Before) {
			return store.ChangedOutside(p.county, c.Key())
		}
	}
	return nil
}

// edgeKind is what tells statements over edges apart.
type edgeKind struct {
	rel      relType
	from, to label
}

func (n names) key() edgeKind { return edgeKind{n.Rel, n.From, n.To} }

// edgeGroups puts edges of one type between the same labels together.
func (p *plan) edgeGroups(of map[string]label, want func(gov.EdgeChange) bool) (order []names, groups map[edgeKind][]gov.EdgeChange) {
	kinds, groups := grouped(p.delta.Edges, func(c gov.EdgeChange) (edgeKind, bool) { return p.ends(c.Edge(), of).key(), want(c) })
	for _, k := range kinds {
		order = append(order, names{Rel: k.rel, From: k.from, To: k.to})
	}
	return order, groups
}

// pairs are edges as rows, with properties where they are asked for.
func pairs(changes []gov.EdgeChange, props func(gov.EdgeChange) map[string]any) []row {
	rows := make([]row, len(changes))
	for i, c := range changes {
		from, to := c.Edge().Ends()
		if rows[i] = (row{"from": from, "to": to}); props != nil {
			rows[i]["props"] = props(c)
		}
	}
	return rows
}

func (p *plan) dropEdges() error {
	return p.touchEdges("edge_drop", p.before, func(c gov.EdgeChange) bool { return c.After == nil }, nil)
}

func (p *plan) createEdges() error {
	return p.touchEdges("edge_create", p.after, func(c gov.EdgeChange) bool { return c.Before == nil },
		func(c gov.EdgeChange) map[string]any { return encode(c.After) })
}

func (p *plan) updateEdges() error {
	return p.touchEdges("edge_update", p.after, func(c gov.EdgeChange) bool { return c.Before != nil && c.After != nil },
		func(c gov.EdgeChange) map[string]any { return difference(encode(c.Before), encode(c.After)) })
}

func (p *plan) touchEdges(statement string, of map[string]label, want func(gov.EdgeChange) bool, props func(gov.EdgeChange) map[string]any) error {
	order, groups := p.edgeGroups(of, want)
	for _, fill := range order {
		if fill.From == "" || fill.To == "" {
			return store.ChangedOutside(p.county, groups[fill.key()][0].Key())
		}
		if err := p.touch(statement, fill, pairs(groups[fill.key()], props)); err != nil {
			return err
		}
	}
	return nil
}
