package neo4j

import (
	"context"

	"tiaokuai/internal/gov"
)

// Checkpoint is the newest checkpoint at or before a revision. One that can't be read, or is being replaced, is none.
func (s *Store) Checkpoint(ctx context.Context, county string, revision int64) (int64, gov.Graph, error) {
	var found int64
	var g gov.Graph
	err := s.read(ctx, func(t tx) error {
		found, g = 0, gov.Graph{}
		rows, err := t.rows("checkpoint", nil, map[string]any{"county": county, "revision": revision})
		if err == nil && len(rows) == 0 {
			return t.exists(county)
		}
		if err != nil {
			return err
		}
		packed, ok := whole(value[[]any](rows[0], "parts"), value[int64](rows[0], "count"))
		if ok && t.codec.Decode(packed, &g) == nil {
			found = value[int64](rows[0], "revision")
		}
		return nil
	})
	if found == 0 {
		return 0, gov.Graph{}, err
	}
	g.Sort() // its JSON is by kind
	return found, g, err
}

// PutCheckpoint keeps a graph as the county's at a revision, or forgets the one kept there.
func (s *Store) PutCheckpoint(ctx context.Context, county string, revision int64, g gov.Graph) error {
	packed, err := s.codec.Encode(g)
	if err != nil {
		return err
	}
	params := map[string]any{"county": county, "revision": revision, "parts": partsOf(packed)}
	return s.write(ctx, budget(0), func(t tx) error {
		head, err := t.head(county)
		if err != nil {
			return err
		}
		if revision < 1 || revision > head.Revision {
			return gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版", "county %s has no revision %d", county, revision)
		}
		if err := t.do("drop_checkpoint", nil, params); err != nil || len(g.Nodes) == 0 {
			return err
		}
		return t.do("put_checkpoint", nil, params)
	})
}
