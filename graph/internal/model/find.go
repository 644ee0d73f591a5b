package model

import "tiaokuai/internal/snapshot"

// each gives every value in another form.
func each[T, F any](from []F, form func(F) T) []T {
	out := make([]T, len(from))
	for i, f := range from {
		out[i] = form(f)
	}
	return out
}

func entitiesIn(c *snapshot.County, keys []string) []snapshot.Entity {
	out := make([]snapshot.Entity, 0, len(keys))
	for _, key := range keys {
		if e, ok := c.Entity(key); ok {
			out = append(out, e)
		}
	}
	return out
}

// lookup is the object of a key; nil where there is none.
func lookup[T snapshot.Entity](c *snapshot.County, key string) *T {
	if found, ok := snapshot.Lookup[T](c, key); ok {
		return &found
	}
	return nil
}

func organsIn(c *snapshot.County, keys []string) []snapshot.Organ {
	return handles[snapshot.Organ](c, keys)
}

func townshipsIn(c *snapshot.County, keys []string) []snapshot.Township {
	return handles[snapshot.Township](c, keys)
}

// handles are the objects of keys, those that are there.
func handles[T snapshot.Entity](c *snapshot.County, keys []string) []T {
	out := make([]T, 0, len(keys))
	for _, key := range keys {
		if found, ok := snapshot.Lookup[T](c, key); ok {
			out = append(out, found)
		}
	}
	return out
}
