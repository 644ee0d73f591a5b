package scenario

import (
	"bytes"
	"slices"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/overlap"
	"tiaokuai/internal/snapshot"
)

// Carried is what a follow-up is read from.
type Carried struct {
	Scenario Scenario
	Phases   []Phase          // in order
	Planned  *snapshot.County // with the whole plan
	Now      *snapshot.County
	Later    []gov.Commit // after the first phase, newest first, with their deltas
}

// Phase is one commit that carried steps out, and the county it was made on.
type Phase struct {
	Commit gov.Commit
	Base   *snapshot.County
}

// Track is the follow-up of a plan, read from the data: its edits in order, the findings that it was to resolve in
// the order of the report, and the measures that it promised.
func Track(c Carried) ([]Item, error) {
	t := &tracker{Carried: c}
	for _, p := range c.Phases {
		after, err := p.Base.Apply(p.Commit.Delta, p.Base.Meta())
		if err != nil {
			return nil, err
		}
		planned := map[string]image{}
		for _, one := range append(nodeTouches(p.Commit.Delta), edgeTouches(p.Commit.Delta)...) {
			planned[one.key] = one.after
		}
		t.after, t.planned = append(t.after, after), append(t.planned, planned)
	}
	items, err := t.edits()
	if err != nil || len(c.Phases) == 0 {
		return items, err
	}
	return append(append(items, t.overlaps()...), t.measures()...), nil
}

// tracker is a follow-up while it is drawn up.
type tracker struct {
	Carried
	after   []*snapshot.County // of each phase
	planned []map[string]image // what each phase left of each node and edge that it touched
}

func (t *tracker) edits() ([]Item, error) {
	states := make([]*snapshot.County, len(t.Phases)) // each phase's base with its edits so far
	for i, p := range t.Phases {
		states[i] = p.Base
	}
	var out []Item
	for i, step := range t.Scenario.Steps {
		if !t.Scenario.Stands(i) {
			continue
		}
		phase := slices.IndexFunc(t.Phases, func(p Phase) bool { return p.Commit.ID == step.Commit })
		for j, e := range step.Edits {
			if phase < 0 {
				out = append(out, Item{Kind: ItemEdit, Step: i, Edit: j, Status: ItemPlanned, Text: e.Sentence(namesOf(t.Now, t.Planned))})
				continue
			}
			text := e.Sentence(namesOf(states[phase], t.after[phase]))
			next, delta, err := applyOne(states[phase], t.Phases[phase].Base, e)
			if err != nil {
				return nil, err
			}
			states[phase] = next
			item := t.edit(delta, phase)
			item.Step, item.Edit, item.Text = i, j, text
			out = append(out, item)
		}
	}
	return out, nil
}

// edit says how far what one edit of a phase wrote is as the plan left it.
func (t *tracker) edit(delta gov.Delta, phase int) Item {
	item := Item{Kind: ItemEdit, Status: ItemDone}
	undone := true
	look := func(touches []touch, in func(*snapshot.County, string) image) {
		for _, one := range touches {
			now, attributes := in(t.Now, one.key), one.before.differing(one.after)
			was := func(phase int) image { return in(t.Phases[phase].Base, one.key) }
			if !t.stands(phase, one.key, now, attributes, was) {
				item.Keys = append(item.Keys, one.key)
			}
			undone = undone && t.isBack(phase, one.key, now, attributes, was)
		}
	}
	look(nodeTouches(delta), nodeIn)
	look(edgeTouches(delta), edgeIn)
	if len(item.Keys) > 0 {
		if item.Status = ItemChanged; undone {
			item.Status = ItemUndone
		}
		item.Since = t.since(item.Keys)
	}
	return item
}

// stands says whether a key is as its phase left it, or a later one that wrote it too: that one may have been taken back.
func (t *tracker) stands(phase int, key string, now image, attributes []string, was func(int) image) bool {
	left, known := t.planned[phase][key]
	if !known {
		left = was(phase) // a later edit of the plan took it back
	}
	if agree(left, now, attributes) {
		return true
	}
	return slices.ContainsFunc(t.planned[phase+1:], func(later map[string]image) bool {
		left, known := later[key]
		return known && agree(left, now, attributes)
	})
}

// isBack says whether a key is as it was before its phase, or before an earlier one that wrote it too.
func (t *tracker) isBack(phase int, key string, now image, attributes []string, was func(int) image) bool {
	for p := phase; p >= 0; p-- {
		if _, wrote := t.planned[p][key]; (p == phase || wrote) && agree(was(p), now, attributes) {
			return true
		}
	}
	return false
}

// agree says whether two images have the same attributes, or both are none.
func agree(a, b image, attributes []string) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return !slices.ContainsFunc(attributes, func(name string) bool { return !bytes.Equal(a[name], b[name]) })
}

// since are the later commits, not of the plan, that touched one of the keys.
func (t *tracker) since(keys []string) []Later {
	var out []Later
	for _, c := range t.Later {
		own := slices.ContainsFunc(t.Phases, func(p Phase) bool { return p.Commit.ID == c.ID })
		if own || !touches(c.Delta, keys) {
			continue
		}
		out = append(out, Later{c.ID, c.Revision, c.Actor, c.Reason, c.Effective})
	}
	return out
}

func touches(d gov.Delta, keys []string) bool {
	return slices.ContainsFunc(d.Nodes, func(c gov.NodeChange) bool { return slices.Contains(keys, c.Key()) }) ||
		slices.ContainsFunc(d.Edges, func(c gov.EdgeChange) bool { return slices.Contains(keys, c.Key()) })
}

// overlaps are the findings before the plan that are not in it.
func (t *tracker) overlaps() []Item {
	before := t.Phases[0].Base
	planned, now := overlap.Of(t.Planned), overlap.Of(t.Now)
	var out []Item
	for _, o := range overlap.Of(before).All {
		if _, stays := planned.Find(o.Fingerprint); stays {
			continue
		}
		item := Item{Kind: ItemOverlap, Step: -1, Edit: -1, Key: o.Fingerprint, Status: ItemGone, Text: overlap.Explain(before, o)}
		if _, there := now.Find(o.Fingerprint); there {
			item.Status = t.returned(o.Fingerprint)
		}
		out = append(out, item)
	}
	return out
}

// returned says whether a finding that is there was gone after a phase.
func (t *tracker) returned(fingerprint string) ItemStatus {
	for _, c := range t.after {
		if _, there := overlap.Of(c).Find(fingerprint); !there {
			return ItemBack
		}
	}
	return ItemThere
}

// measures are those that the plan recommended.
func (t *tracker) measures() []Item {
	var out []Item
	var seen []string
	for _, p := range t.Phases {
		for _, c := range p.Commit.Delta.Nodes {
			m, ok := c.After.(*gov.Measure)
			if !ok || m.Status != gov.MeasureRecommended || slices.Contains(seen, m.Key) {
				continue
			}
			seen = append(seen, m.Key)
			item := Item{Kind: ItemMeasure, Step: -1, Edit: -1, Key: m.Key, Status: ItemPending, Text: gov.Text{ZH: m.Name, EN: m.Name}}
			switch n, _ := t.Now.Node(m.Key); n := n.(type) {
			case *gov.Measure:
				if n.Status == gov.MeasureExisting {
					item.Status = ItemDone
				}
			default:
				item.Status = ItemAbandoned
			}
			if item.Status != ItemPending {
				item.Since = t.since([]string{m.Key})
			}
			out = append(out, item)
		}
	}
	return out
}
