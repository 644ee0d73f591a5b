package atlas

import (
	"cmp"
	"slices"
)

// keptShelves bounds how many states of one list of documents are kept, for views that are not the newest.
const keptShelves = 8

// carryShelves takes a document into the lists of its county as they were when a number of documents was known.
func (a *Atlas) carryShelves(known int64, d Document) {
	states := map[string][]shelfKey{} // of each kind, as they were used last
	for _, key := range a.shelves.Keys() {
		if key.county == d.County && key.revision == 0 {
			states[key.kind] = append(states[key.kind], key)
		}
	}
	for kind, keys := range states {
		list, ok := a.shelves.Peek(shelfKey{d.County, kind, 0, known})
		if !ok {
			continue
		}
		if kind == d.Kind {
			list = withDocument(list, d)
		}
		a.shelves.Add(shelfKey{d.County, kind, 0, d.Seq}, list)
		slices.SortFunc(keys, func(x, y shelfKey) int { return cmp.Compare(y.documents, x.documents) })
		for _, old := range keys[min(len(keys), keptShelves-1):] {
			a.shelves.Remove(old)
		}
	}
}

// withDocument is a list, sorted by id, with one more version in it.
func withDocument(list []Document, d Document) []Document {
	i, held := slices.BinarySearchFunc(list, d.ID, func(one Document, id string) int { return cmp.Compare(one.ID, id) })
	switch {
	case held && list[i].Version >= d.Version || !held && d.Deleted:
		return list
	case held && d.Deleted:
		return slices.Delete(slices.Clone(list), i, i+1)
	case held:
		out := slices.Clone(list)
		out[i] = d
		return out
	}
	return slices.Insert(slices.Clone(list), i, d)
}

// shareBodies has a list that was read anew share the bodies it has in common with one that is kept.
func (a *Atlas) shareBodies(key shelfKey, list []Document) {
	for _, other := range a.shelves.Keys() {
		if other.county != key.county || other.kind != key.kind {
			continue
		}
		kept, _ := a.shelves.Peek(other)
		for i, d := range list {
			j, held := slices.BinarySearchFunc(kept, d.ID, func(one Document, id string) int { return cmp.Compare(one.ID, id) })
			if held && kept[j].Version == d.Version {
				list[i].Body = kept[j].Body
			}
		}
		return
	}
}
