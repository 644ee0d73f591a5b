package neo4j

import (
	"context"
	"strings"

	"tiaokuai/internal/gov"
	"tiaokuai/internal/store"
)

// derivedPrefix starts the name of a head's property that holds a derived blob.
const derivedPrefix = "derived:"

// headOf is a head from its properties.
func headOf(props map[string]any) gov.Head {
	p := properties(props)
	h := gov.Head{
		County: p.text("county"), Revision: p.number("revision"), Documents: p.number("documents"), Seq: p.number("seq"),
		CommitID: p.text("commitId"), RecordedAt: p.time("recordedAt"), Effective: gov.Date(p.text("effective")),
	}
	for name, v := range props {
		if name, ok := strings.CutPrefix(name, derivedPrefix); ok {
			if h.Derived == nil {
				h.Derived = map[string][]byte{}
			}
			h.Derived[name], _ = v.([]byte)
		}
	}
	return h
}

// headProperties are all properties of a head but its number, which comes last.
func headProperties(h gov.Head) map[string]any {
	props := blobProperties(h.Derived)
	for name, v := range map[string]any{
		"county": h.County, "revision": h.Revision, "documents": h.Documents, "commitId": h.CommitID,
		"recordedAt": h.RecordedAt, "effective": string(h.Effective),
	} {
		props[name] = v
	}
	return props
}

// blobProperties are blobs as properties; an empty one is none.
func blobProperties(blobs map[string][]byte) map[string]any {
	props := map[string]any{}
	for name, blob := range blobs {
		if props[derivedPrefix+name] = blob; len(blob) == 0 {
			props[derivedPrefix+name] = nil
		}
	}
	return props
}

// Heads are the heads of all counties in the order of their keys.
func (s *Store) Heads(ctx context.Context) ([]gov.Head, error) {
	var heads []gov.Head
	err := s.settled(ctx, func(t tx) error {
		heads = nil
		rows, err := t.rows("heads", nil, nil)
		for _, row := range rows {
			if !value[bool](row, "whole") {
				return errHalfSeen
			}
			heads = append(heads, headOf(value[map[string]any](row, "head")))
		}
		return err
	})
	return heads, err
}

// head locks a county's head until the end of the transaction and reads it.
func (t tx) head(county string) (gov.Head, error) {
	rows, err := t.rows("head", nil, map[string]any{"county": county})
	if err != nil {
		return gov.Head{}, err
	}
	if len(rows) == 0 {
		return gov.Head{}, store.NoCounty(county)
	}
	return headOf(value[map[string]any](rows[0], "head")), nil
}

// exists is NOT_FOUND for a county without a head, else about its revision; it takes no lock.
func (t tx) exists(county string) (int64, error) {
	rows, err := t.rows("exists", nil, map[string]any{"county": county})
	if err != nil {
		return 0, err
	}
	if len(rows) == 0 {
		return 0, store.NoCounty(county)
	}
	return value[int64](rows[0], "revision"), nil
}

// PutDerived adds blobs to a head that is at the given revision.
func (s *Store) PutDerived(ctx context.Context, county string, revision int64, derived map[string][]byte) error {
	return s.write(ctx, budget(0), func(t tx) error {
		return t.do("put_derived", nil, map[string]any{"county": county, "revision": revision, "blobs": blobProperties(derived)})
	})
}
