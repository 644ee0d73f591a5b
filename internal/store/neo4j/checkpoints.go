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
			_, err = t.exists(county)
			return err
		}
		if err != nil {
			return err
		}
		packed, ok := whole(value[[]any](rows[0], "parts"), value[int64](rows[0], "count"))
		if !ok {
			return nil
		}
		if g, err = t.codec.Unpack(packed); err == nil {
			found = value[int64](rows[0], "revision")
		}
		return nil
	})
	return found, g, err
}

// PutCheckpoint keeps a graph as the county's at a revision, or forgets the one kept there. It locks nothing that a
// commit waits for.
func (s *Store) PutCheckpoint(ctx context.Context, county string, revision int64, g gov.Graph) error {
	packed, err := s.codec.Pack(g)
	if err != nil {
		return err
	}
	params := map[string]any{"county": county, "revision": revision, "parts": partsOf(packed)}
	return s.write(ctx, budget(0), func(t tx) error {
		newest, err := t.exists(county)
		if err != nil {
			return err
		}
		if revision < 1 || revision > newest {
			return gov.Errorf(gov.CodeNotFound, "%s 没有第 %d 版", "county %s has no revision %d", county, revision)
		}
		if len(g.Nodes) == 0 {
			return t.do("drop_checkpoint", nil, params)
		}
		return t.do("put_checkpoint", nil, params)
	})
}

// Lacks has the checkpoints of a county written from the one before a revision on.
func (s *Store) Lacks(county string, revision int64) { s.checkpoints.Lacks(county, revision) }

// Settled waits until no checkpoint is being written.
func (s *Store) Settled(ctx context.Context) error { return s.checkpoints.Settled(ctx) }
