package neo4j

import (
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// batch is how many rows go into one statement.
const batch = 2000

// row is one element of what a statement unwinds.
type row = map[string]any

// change takes the graph from a delta's before-images to its after-images.
func (t tx) change(county string, d gov.Delta) error {
	c, err := t.plan(county, d)
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		c.compareNodes, c.compareEdges, c.dropEdges, c.relabel, c.createNodes, c.updateNodes, // what moves leaves its parent …
		c.dropNodes, c.createEdges, c.updateEdges, c.drawRegions, // … before that is dropped
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// plan is a delta with the labels of all that it touches.
type plan struct {
	tx
	county        string
	delta         gov.Delta
	before, after map[string]label // by key
}

// plan finds the labels: of a delta's nodes from their images, of other nodes by asking, where an edge's kind leaves
// them open.
func (t tx) plan(county string, d gov.Delta) (*plan, error) {
	p := &plan{tx: t, county: county, delta: d, before: map[string]label{}, after: map[string]label{}}
	for _, c := range d.Nodes {
		p.before[c.Key()], p.after[c.Key()] = labelOf(c.Before), labelOf(c.After)
	}
	unknown := map[string]bool{}
	for _, c := range d.Edges {
		from, to := c.Edge().Ends()
		r := relationOf(c.Edge().EdgeKind())
		for _, end := range []struct {
			key  string
			open []label
		}{{from, r.from}, {to, r.to}} {
			if _, known := p.before[end.key]; !known && len(end.open) > 1 {
				unknown[end.key] = true
			}
		}
	}
	return p, p.ask(unknown)
}

func (p *plan) ask(unknown map[string]bool) error {
	keys := make([]any, 0, len(unknown))
	for key := range unknown {
		keys = append(keys, key)
	}
	for some := range slices.Chunk(keys, batch) {
		open := []label{labelOrgan, labelDepartment, labelSection, labelFormerOrgan, labelFormerDepartment, labelFormerSection}
		rows, err := p.rows("edge_ends", open, map[string]any{"county": p.county, "keys": some})
		if err != nil {
			return err
		}
		for _, r := range rows {
			key, l := value[string](r, "key"), label(value[string](r, "label"))
			p.before[key], p.after[key] = l, l
		}
	}
	return nil
}

// ends names the labels of an edge's ends, given those of nodes before or after.
func (p *plan) ends(e gov.Edge, of map[string]label) names {
	r := relationOf(e.EdgeKind())
	from, to := e.Ends()
	one := func(fixed []label, key string) label {
		if len(fixed) == 1 {
			return fixed[0]
		}
		return of[key]
	}
	return names{Rel: r.rel, From: one(r.from, from), To: one(r.to, to)}
}

// touch runs a statement over rows in batches and compares how many it touched with how many it was given.
func (p *plan) touch(statement string, fill names, rows []row) error {
	for some := range slices.Chunk(rows, batch) {
		found, err := p.rows(statement, fill, map[string]any{"county": p.county, "rows": some})
		if isDuplicate(err) {
			return p.outside(fill)
		}
		if err != nil {
			return err
		}
		if value[int64](found[0], "touched") != int64(len(some)) {
			return p.outside(fill)
		}
	}
	return nil
}

// outside names the kind of row that was not as it should be.
func (p *plan) outside(fill names) error {
	what := p.county + " " + string(fill.Label)
	if fill.Rel != "" && fill.From != "" {
		what = p.county + " " + string(fill.From) + "-" + string(fill.Rel) + "-" + string(fill.To)
	}
	return store.ChangedOutside(p.county, what)
}

// grouped puts changes of one kind of row together, in the order in which the kinds first come up.
func grouped[C any, K comparable](changes []C, key func(C) (K, bool)) (order []K, groups map[K][]C) {
	groups = map[K][]C{}
	for _, c := range changes {
		k, ok := key(c)
		if !ok {
			continue
		}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], c)
	}
	return order, groups
}
